//! What may stand in a problem's text: names as the user wrote them, counts, and what is declared,
//! which each language writes in its own way.

use std::fmt;

use chrono::NaiveDate;

use crate::desk::{Desk, Settings};
use crate::people::{PersonStore, StoreSettings};
use crate::quantity::MunicipalityNo;
use crate::record::{Cell, ColumnDecl, TableDecl};
use crate::term::{Lang, Term, Word};

/// An argument as a language writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number of things: the language chooses the plural.
    Count(i64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Count(count) => write!(f, "{count}"),
        }
    }
}

/// A type that may be a problem's argument.
pub(crate) trait Argument {
    /// How the language writes it; `None` where there is none.
    fn value(&self, lang: Lang) -> Option<Value>;

    /// Edits the texts that came from the user's files; what is declared has none.
    fn edit(&mut self, _edit: &dyn Fn(&mut String)) {}

    /// Takes out the texts that came from the user's files; what is declared stays.
    fn hide(&mut self) {
        self.edit(&|text| HIDDEN.clone_into(text));
    }
}

/// What stands where a text was taken out.
const HIDDEN: &str = "…";

/// A table of a desk or of a person store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Table(&'static str);

impl Table {
    /// The table of a declaration.
    pub fn of(decl: &TableDecl) -> Self {
        Table(decl.name)
    }

    /// The table of an English name, as the declarations write it.
    pub(crate) fn named(name: &'static str) -> Self {
        Table(name)
    }

    /// The English name, which is what `desk.table` and JSON call it.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// The name in a language, which is also what files and sheets are called.
    pub fn title(self, lang: Lang) -> &'static str {
        self.decl().map_or(self.0, |decl| decl.title(lang))
    }

    fn decl(self) -> Option<&'static TableDecl> {
        let mut tables = Desk::TABLES.iter().chain(PersonStore::TABLES);
        tables.find(|decl| decl.name == self.0)
    }
}

/// A column of a table of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column {
    name: &'static str,
    nb: &'static str,
    nn: &'static str,
}

impl Column {
    /// The column of a declaration.
    pub fn of(decl: &ColumnDecl) -> Self {
        Column {
            name: decl.name,
            nb: decl.nb,
            nn: decl.nn,
        }
    }

    /// The English heading, which is also the field's name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The heading in a language.
    pub fn heading(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.name,
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
        }
    }
}

/// Every heading that a column may have: English, bokmål and nynorsk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyHeading(pub Column);

/// Declared names among which the right one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Known {
    /// The tables of a desk.
    Tables,
    /// The tables whose rows have ids.
    KeyedTables,
    /// The columns of a table.
    Columns(Table),
    /// The settings of `desk.toml`, which are the same in every language.
    Settings,
    /// The tables of a person store.
    StoreTables,
    /// The settings of `store.toml`, which are the same in every language.
    StoreSettings,
}

impl Known {
    /// The names in a language, in the order of the declarations.
    pub fn names(self, lang: Lang) -> Vec<&'static str> {
        let titles = |keyed: bool| {
            let tables = Desk::TABLES.iter().filter(|table| table.keyed || !keyed);
            tables.map(|table| table.title(lang)).collect()
        };
        match self {
            Known::Tables => titles(false),
            Known::KeyedTables => titles(true),
            Known::Columns(table) => {
                let columns = table.decl().into_iter().flat_map(TableDecl::columns);
                columns.map(|column| column.heading(lang)).collect()
            }
            Known::Settings => Settings::KEYS.to_vec(),
            Known::StoreTables => {
                let tables = PersonStore::TABLES.iter();
                tables.map(|table| table.title(lang)).collect()
            }
            Known::StoreSettings => StoreSettings::KEYS.to_vec(),
        }
    }
}

/// The words of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The list's name: `run_state`.
    pub list: &'static str,
    /// Its words.
    pub words: &'static [Word],
}

impl Words {
    /// The words of an enum.
    pub fn of<T: Term>() -> Self {
        Words {
            list: T::NAME,
            words: T::WORDS,
        }
    }
}

/// Ids of rows, in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ids(pub Vec<String>);

/// A sum of shares in hundredths of a percent, which may be above the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(pub u32);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole} %"),
            rest if rest.is_multiple_of(10) => write!(f, "{whole}.{} %", rest / 10),
            rest => write!(f, "{whole}.{rest:02} %"),
        }
    }
}

fn text(text: impl Into<String>) -> Option<Value> {
    Some(Value::Text(text.into()))
}

/// One of several: `a, b or c`.
fn either(texts: &[String], lang: Lang) -> String {
    let or = match lang {
        Lang::En => "or",
        Lang::Nb | Lang::Nn => "eller",
    };
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {or} {last}", first.join(", ")),
    }
}

impl Argument for String {
    fn value(&self, _: Lang) -> Option<Value> {
        text(self)
    }

    fn edit(&mut self, edit: &dyn Fn(&mut String)) {
        edit(self);
    }
}

impl Argument for Option<String> {
    fn value(&self, _: Lang) -> Option<Value> {
        self.clone().map(Value::Text)
    }

    fn edit(&mut self, edit: &dyn Fn(&mut String)) {
        self.iter_mut().for_each(edit);
    }

    /// What may be lacking is better not said than hidden: the nearest word tells the word.
    fn hide(&mut self) {
        *self = None;
    }
}

impl Argument for &'static str {
    fn value(&self, _: Lang) -> Option<Value> {
        text(*self)
    }
}

/// A number that names something, such as a row: it is never written with a space for thousands.
impl Argument for u32 {
    fn value(&self, _: Lang) -> Option<Value> {
        text(self.to_string())
    }
}

impl Argument for usize {
    fn value(&self, _: Lang) -> Option<Value> {
        Some(Value::Count(i64::try_from(*self).unwrap_or(i64::MAX)))
    }
}

impl Argument for u64 {
    fn value(&self, _: Lang) -> Option<Value> {
        Some(Value::Count(i64::try_from(*self).unwrap_or(i64::MAX)))
    }
}

impl Argument for NaiveDate {
    fn value(&self, lang: Lang) -> Option<Value> {
        text(Cell::write(self, lang))
    }
}

impl Argument for MunicipalityNo {
    fn value(&self, _: Lang) -> Option<Value> {
        text(self.to_string())
    }
}

impl Argument for Option<MunicipalityNo> {
    fn value(&self, _: Lang) -> Option<Value> {
        self.map(|number| Value::Text(number.to_string()))
    }
}

/// In backticks.
impl Argument for Ids {
    fn value(&self, _: Lang) -> Option<Value> {
        let ids: Vec<String> = self.0.iter().map(|id| format!("`{id}`")).collect();
        text(ids.join(", "))
    }

    fn edit(&mut self, edit: &dyn Fn(&mut String)) {
        self.0.iter_mut().for_each(edit);
    }
}

/// Numbers of which one is right: the data do not say which.
impl Argument for Vec<MunicipalityNo> {
    fn value(&self, lang: Lang) -> Option<Value> {
        let numbers: Vec<String> = self.iter().map(ToString::to_string).collect();
        (!numbers.is_empty()).then(|| Value::Text(either(&numbers, lang)))
    }
}

impl Argument for Table {
    fn value(&self, lang: Lang) -> Option<Value> {
        text(self.title(lang))
    }
}

impl Argument for Column {
    fn value(&self, lang: Lang) -> Option<Value> {
        text(self.heading(lang))
    }
}

/// In backticks, each once.
impl Argument for AnyHeading {
    fn value(&self, lang: Lang) -> Option<Value> {
        let mut headings: Vec<String> = Vec::new();
        for own in Lang::ALL {
            let heading = format!("`{}`", self.0.heading(own));
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
        text(either(&headings, lang))
    }
}

impl Argument for Known {
    fn value(&self, lang: Lang) -> Option<Value> {
        text(self.names(lang).join(", "))
    }
}

impl Argument for Words {
    fn value(&self, lang: Lang) -> Option<Value> {
        let written = self.words.iter().map(|word| match lang {
            Lang::En => word.code,
            Lang::Nb => word.nb,
            Lang::Nn => word.nn,
        });
        text(written.collect::<Vec<_>>().join(", "))
    }
}

impl Argument for Percent {
    fn value(&self, lang: Lang) -> Option<Value> {
        let written = self.to_string();
        text(if lang == Lang::En {
            written
        } else {
            written.replace('.', ",")
        })
    }
}

/// A language, as each of them calls it.
impl Argument for Lang {
    fn value(&self, lang: Lang) -> Option<Value> {
        text(match (self, lang) {
            (Lang::En, Lang::En) => "English",
            (Lang::En, Lang::Nb | Lang::Nn) => "engelsk",
            (Lang::Nb, _) => "bokmål",
            (Lang::Nn, _) => "nynorsk",
        })
    }
}

impl<T: Term> Argument for T {
    fn value(&self, lang: Lang) -> Option<Value> {
        text(self.word().term(lang))
    }
}
