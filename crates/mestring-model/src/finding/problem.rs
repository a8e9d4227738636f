//! [`Problem`]: everything that can be wrong with a desk's data, as data.

use super::argument::{Argument, Value};
use super::declare::{Declared, Explain};
use super::{
    CellError, EventProblem, FileProblem, GridProblem, ImportProblem, KeyProblem, LexiconError,
    MunicipalityProblem, PackProblem, PathwayProblem, PersonProblem, RowProblem, SettingProblem,
    Severity, TableProblem,
};
use crate::Lang;
use crate::toml_slip::TomlSlip;

/// What became of a cell or a row that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// The cell was read as if nothing stood there.
    NotStated,
    /// The cell of a list was left empty in the desk.
    LeftEmpty,
    /// The row cannot do without the cell and was left out.
    RowLeftOut,
    /// The row was left out of the desk's own topics.
    TopicLeftOut,
}

impl Effect {
    /// The effect in English.
    pub fn text(self) -> &'static str {
        match self {
            Effect::NotStated => "the cell was read as not stated",
            Effect::LeftEmpty => "the cell was left empty",
            Effect::RowLeftOut => "the row was left out",
            Effect::TopicLeftOut => "the row was left out of the topic list",
        }
    }
}

/// What is wrong or worth knowing, sorted by what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// A table's name or headings, or a single fact.
    Table(TableProblem),
    /// A cell that cannot be read.
    Cell {
        /// Why.
        error: CellError,
        /// What became of it.
        effect: Effect,
    },
    /// Cells of one row.
    Row(RowProblem),
    /// Rows of a desk between each other.
    Key(KeyProblem),
    /// A pathway, its steps, and the courses that its documents name.
    Pathway(PathwayProblem),
    /// A municipality's number.
    Municipality(MunicipalityProblem),
    /// A topic of the desk's own.
    Topic(LexiconError),
    /// A file as a whole.
    File(FileProblem),
    /// The cells of a file, as a spreadsheet shows them.
    Grid(GridProblem),
    /// A list that is taken into a desk.
    Import(ImportProblem),
    /// A cell or a row of a list that was left out of the desk.
    LeftOut {
        /// Why: what would be wrong with the desk.
        because: Box<Problem>,
        /// What became of the cell or the row.
        effect: Effect,
    },
    /// What keeps a `desk.toml` from being read.
    Toml(TomlSlip),
    /// A setting of `desk.toml`.
    Setting(SettingProblem),
    /// A setting whose value cannot be read, as a cell could not.
    SettingValue(CellError),
    /// An event that somebody wrote down.
    Event(EventProblem),
    /// A pack that somebody chose.
    Pack(PackProblem),
    /// A row of a person store.
    Person(PersonProblem),
    /// More findings of a kind than are worth listing.
    More {
        /// One of the kinds that share their code.
        of: &'static Declared,
        /// How many were left out.
        count: usize,
    },
}

/// The code of a setting that cannot be used.
const SETTING: &str = "D031";

/// The code of what was left out of a desk.
const LEFT_OUT: &str = "X119";

/// The texts of [`Problem::More`]; its code and severity are those of what was left out.
const MORE: Declared = Declared {
    name: "more",
    code: "",
    severity: Severity::Note,
    args: &["count"],
    found: "{count} more of this kind are not listed",
    remedy: "mend the ones listed and read again",
    without: None,
};

/// Problems of a kind that the data may have many of.
struct More(usize);

impl Explain for More {
    fn declared(&self) -> &'static Declared {
        const { &MORE }
    }

    fn args(&self, lang: Lang) -> Vec<(&'static str, Option<Value>)> {
        vec![("count", self.0.value(lang))]
    }
}

/// What is declared about every kind of problem, in the order of their enums.
pub fn declared() -> impl Iterator<Item = &'static Declared> {
    let enums = [
        TableProblem::DECLARED,
        CellError::DECLARED,
        RowProblem::DECLARED,
        KeyProblem::DECLARED,
        PathwayProblem::DECLARED,
        MunicipalityProblem::DECLARED,
        LexiconError::DECLARED,
        FileProblem::DECLARED,
        GridProblem::DECLARED,
        ImportProblem::DECLARED,
        TomlSlip::DECLARED,
        SettingProblem::DECLARED,
        EventProblem::DECLARED,
        PackProblem::DECLARED,
        PersonProblem::DECLARED,
        const { &[MORE] },
    ];
    enums.into_iter().flatten()
}

/// What a renderer needs in order to say a problem in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The name of the problem's texts.
    pub name: &'static str,
    /// The arguments that there are, as the language writes them.
    pub args: Vec<(&'static str, Value)>,
    /// An argument is lacking, so the remedy is the one that does without it.
    pub without: bool,
    /// What became of the cell or the row, to be said after the remedy.
    pub effect: Option<Effect>,
}

impl Problem {
    fn explain(&self) -> Box<dyn Explain + '_> {
        match self {
            Problem::Table(own) => Box::new(own),
            Problem::Cell { error, .. } | Problem::SettingValue(error) => Box::new(error),
            Problem::Row(own) => Box::new(own),
            Problem::Key(own) => Box::new(own),
            Problem::Pathway(own) => Box::new(own),
            Problem::Municipality(own) => Box::new(own),
            Problem::Topic(own) => Box::new(own),
            Problem::File(own) => Box::new(own),
            Problem::Grid(own) => Box::new(own),
            Problem::Import(own) => Box::new(own),
            Problem::LeftOut { because, .. } => because.explain(),
            Problem::Toml(own) => Box::new(own),
            Problem::Setting(own) => Box::new(own),
            Problem::Pack(own) => Box::new(own),
            Problem::Event(own) => Box::new(own),
            Problem::Person(own) => Box::new(own),
            Problem::More { count, .. } => Box::new(More(*count)),
        }
    }

    /// What is declared about the kind of problem; of what was left out, about the reason.
    pub fn declared(&self) -> &'static Declared {
        self.explain().declared()
    }

    /// The stable code, such as `D012`.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::SettingValue(_) => SETTING,
            Problem::LeftOut { .. } => LEFT_OUT,
            Problem::More { of, .. } => of.code,
            own => own.declared().code,
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Problem::LeftOut { .. } => Severity::Error,
            Problem::More { of, .. } => of.severity,
            own => own.declared().severity,
        }
    }

    /// What became of the cell or the row, to be said after the remedy.
    pub fn effect(&self) -> Option<Effect> {
        match self {
            Problem::Cell { effect, .. } | Problem::LeftOut { effect, .. } => Some(*effect),
            Problem::Topic(_) => Some(Effect::TopicLeftOut),
            _ => None,
        }
    }

    /// What was found, English, lower case, no full stop.
    pub fn found(&self) -> String {
        self.explain().found()
    }

    /// What would be right, English, lower case, no full stop; empty where nothing has to be done.
    pub fn remedy(&self) -> String {
        let remedy = self.explain().remedy();
        match self.effect() {
            Some(effect) => format!("{remedy}; {}", effect.text()),
            None => remedy,
        }
    }

    /// What was found and what would be right, English, without what became of the cell or the row.
    pub fn reason(&self) -> String {
        let own = self.explain();
        let (found, remedy) = (own.found(), own.remedy());
        if remedy.is_empty() {
            found
        } else {
            format!("{found}; {remedy}")
        }
    }

    /// Edits every text that came from the user's files, such as the text of a cell.
    pub fn edit_texts(&mut self, edit: &dyn Fn(&mut String)) {
        match self {
            Problem::Table(own) => own.edit_texts(edit),
            Problem::Cell { error, .. } | Problem::SettingValue(error) => error.edit_texts(edit),
            Problem::Row(own) => own.edit_texts(edit),
            Problem::Key(own) => own.edit_texts(edit),
            Problem::Pathway(own) => own.edit_texts(edit),
            Problem::Municipality(own) => own.edit_texts(edit),
            Problem::Topic(own) => own.edit_texts(edit),
            Problem::File(own) => own.edit_texts(edit),
            Problem::Grid(own) => own.edit_texts(edit),
            Problem::Import(own) => own.edit_texts(edit),
            Problem::LeftOut { because, .. } => because.edit_texts(edit),
            Problem::Toml(own) => own.edit_texts(edit),
            Problem::Setting(own) => own.edit_texts(edit),
            Problem::Pack(own) => own.edit_texts(edit),
            Problem::Event(own) => own.edit_texts(edit),
            Problem::Person(own) => own.edit_texts(edit),
            Problem::More { .. } => {}
        }
    }

    /// Takes out every text that came from the cells of the user's files: what stands in a table of
    /// persons is never shown. Names of files and of tables stay.
    pub(crate) fn hide_texts(&mut self) {
        match self {
            Problem::Table(TableProblem::NoSuchStoreTable { .. })
            | Problem::File(_)
            | Problem::Event(_)
            | Problem::Person(_)
            | Problem::More { .. } => {}
            Problem::Table(own) => own.hide_texts(),
            Problem::Cell { error, .. } | Problem::SettingValue(error) => error.hide_texts(),
            Problem::Row(own) => own.hide_texts(),
            Problem::Key(own) => own.hide_texts(),
            Problem::Pathway(own) => own.hide_texts(),
            Problem::Municipality(own) => own.hide_texts(),
            Problem::Topic(own) => own.hide_texts(),
            Problem::Grid(own) => own.hide_texts(),
            Problem::Import(own) => own.hide_texts(),
            Problem::LeftOut { because, .. } => because.hide_texts(),
            Problem::Toml(own) => own.hide_texts(),
            Problem::Setting(own) => own.hide_texts(),
            Problem::Pack(own) => own.hide_texts(),
        }
    }

    /// The name of the problem's texts with its arguments as a language writes them.
    pub fn wording(&self, lang: Lang) -> Wording {
        let own = self.explain();
        let args = own.args(lang);
        Wording {
            name: own.declared().name,
            without: args.iter().any(|(_, value)| value.is_none()),
            args: args
                .into_iter()
                .filter_map(|(name, value)| Some((name, value?)))
                .collect(),
            effect: self.effect(),
        }
    }

    /// True where a whole table, or the rest of one, was not read because of it, so that other
    /// findings may follow from it.
    pub fn stops_a_table(&self) -> bool {
        match self {
            Problem::Table(own) => matches!(
                own,
                TableProblem::NoSuchTable { .. }
                    | TableProblem::NoSuchStoreTable { .. }
                    | TableProblem::MissingColumn { .. }
            ),
            Problem::File(own) => {
                self.severity() == Severity::Error || matches!(own, FileProblem::OpenQuote)
            }
            Problem::Toml(_) => true,
            _ => false,
        }
    }

    /// True where it follows from another finding, which its cause names.
    pub fn follows(&self) -> bool {
        matches!(
            self,
            Problem::Key(KeyProblem::TableNotRead { .. } | KeyProblem::RowLeftOut { .. })
        )
    }

    /// Where it stands among others: causes first, then errors, what follows from others, warnings
    /// and notes.
    pub(super) fn rank(&self) -> u8 {
        match self.severity() {
            _ if self.stops_a_table() => 0,
            Severity::Error if self.follows() => 2,
            Severity::Error => 1,
            Severity::Warning => 3,
            Severity::Note => 4,
        }
    }
}

impl<T: Explain + ?Sized> Explain for &T {
    fn declared(&self) -> &'static Declared {
        (**self).declared()
    }

    fn args(&self, lang: Lang) -> Vec<(&'static str, Option<Value>)> {
        (**self).args(lang)
    }
}

/// Makes each enum of problems a [`Problem`].
macro_rules! from {
    ($($variant:ident: $enum:ident;)+) => { $(
        impl From<$enum> for Problem {
            fn from(own: $enum) -> Self {
                Problem::$variant(own)
            }
        }
    )+ };
}

from! {
    Table: TableProblem;
    Row: RowProblem;
    Key: KeyProblem;
    Pathway: PathwayProblem;
    Municipality: MunicipalityProblem;
    Topic: LexiconError;
    File: FileProblem;
    Grid: GridProblem;
    Import: ImportProblem;
    Toml: TomlSlip;
    Setting: SettingProblem;
    Event: EventProblem;
    Pack: PackProblem;
    Person: PersonProblem;
}
