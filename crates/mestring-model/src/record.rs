//! How a row of a table becomes a noun, and how a noun becomes a row again.
//!
//! Each noun is declared once with [`records!`](crate::records): its fields, their Norwegian
//! headings and their meaning. The reader, the writer, the templates, the workbook and the reference
//! of the desk folder all follow that declaration.

use std::sync::Arc;

use crate::fact::Fact;
use crate::finding::{Effect, Finding, Place, Problem, RowProblem, Words};
use crate::table::{RawRow, RawTable};
use crate::term::{Lang, Term, Word};

pub use crate::rows::of_table;

mod cell;
mod declare;
mod heading;
mod origin;

pub use crate::finding::CellError;
pub use heading::Headings;
pub(crate) use heading::named;
pub use origin::Origin;

/// What a single value in a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number, zero or more.
    Whole,
    /// A whole number or a range: `8`, `8-12`.
    Span,
    /// Hours with decimals: `13,5`.
    Hours,
    /// Norwegian kroner: `1 200,50`.
    Money,
    /// Kroner, or kroner per something: `1000/couple`.
    Price,
    /// A share: `85 %`.
    Share,
    /// A date: `2026-12-31` or `31.12.2026`.
    Date,
    /// A date of which the source may state only a part: `2020-09`, `2010-autumn`.
    PartialDate,
    /// Yes or no.
    YesNo,
    /// An age band: `18+`, `<65`, `14-20`.
    Ages,
    /// A year of birth.
    BirthYear,
    /// A municipality's four-digit number.
    Municipality,
    /// An organisation's nine-digit number.
    OrganisationNumber,
    /// A web address.
    Url,
    /// A word of a closed list, with the list's name.
    Word(&'static str, &'static [Word]),
    /// The id of a row in the named table.
    Id(&'static str),
    /// A short word that the centre chose.
    Slug,
}

/// What a column's cells look like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// One value.
    pub kind: Kind,
    /// Several values, separated by `;`.
    pub list: bool,
    /// The cell must not be empty.
    pub required: bool,
    /// The column is a published fact: empty is not stated, `unknown` is asked and unknown.
    pub fact: bool,
}

impl Shape {
    /// One required value of a kind.
    pub const fn of(kind: Kind) -> Self {
        Shape {
            kind,
            list: false,
            required: true,
            fact: false,
        }
    }
}

/// A value that stands in a cell.
pub trait Cell: Sized {
    /// What it looks like.
    const SHAPE: Shape;

    /// Reads a cell that is not empty.
    ///
    /// # Errors
    /// Says what was found and what would be right.
    fn read(text: &str) -> Result<Self, CellError>;

    /// Writes the value as people who use the language write it.
    fn write(&self, lang: Lang) -> String;

    /// Adds the rows of other tables that the value names.
    fn refers(&self, _to: &mut Vec<(&'static str, Arc<str>)>) {}

    /// What an empty cell means in a column that is neither optional nor a fact; `None` where such a
    /// cell must not be empty.
    fn empty() -> Option<Self> {
        None
    }

    /// Writes the value in such a column.
    fn write_plain(&self, lang: Lang) -> String {
        self.write(lang)
    }
}

/// A column of a noun: a required value, an optional one, a list, or a fact.
pub trait Column: Sized {
    /// What its cells look like.
    const SHAPE: Shape;

    /// Whether a cell's text can be read.
    const READS: fn(&str) -> Result<(), CellError> = |text| Self::from_cell(text).map(|_| ());

    /// Reads a cell, which may be empty.
    ///
    /// # Errors
    /// Says what was found and what would be right.
    fn from_cell(text: &str) -> Result<Self, CellError>;

    /// The value of a cell that could not be read; `None` where the row cannot do without it.
    fn absent() -> Option<Self>;

    /// Writes the cell.
    fn to_cell(&self, lang: Lang) -> String;

    /// Adds the rows of other tables that the column names.
    fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>);
}

/// The declaration of a column.
#[derive(Debug, Clone, Copy)]
pub struct ColumnDecl {
    /// The English heading, which is also the field's name.
    pub name: &'static str,
    /// The bokmål heading.
    pub nb: &'static str,
    /// The nynorsk heading.
    pub nn: &'static str,
    /// Other headings accepted on reading, lower case.
    pub aliases: &'static [&'static str],
    /// What the column means, English.
    pub meaning: &'static str,
    /// What its cells look like.
    pub shape: Shape,
    /// Whether a cell's text can be read.
    pub reads: fn(&str) -> Result<(), CellError>,
}

impl ColumnDecl {
    /// The heading in a language.
    pub fn heading(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.name,
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
        }
    }
}

/// The declaration of a table.
#[derive(Debug, Clone, Copy)]
pub struct TableDecl {
    /// The English name, which is the file's name without its ending.
    pub name: &'static str,
    /// The bokmål name, used for files and sheets.
    pub nb: &'static str,
    /// The nynorsk name.
    pub nn: &'static str,
    /// What a row is, English.
    pub meaning: &'static str,
    /// The columns, in order, the four of [`Origin`] last.
    pub columns: &'static [&'static [ColumnDecl]],
    /// The first column is a key that other tables refer to.
    pub keyed: bool,
    /// The rows are about persons, so that nothing of what they hold is shown in messages.
    pub personal: bool,
}

impl TableDecl {
    /// Every column, in order.
    pub fn columns(&self) -> impl Iterator<Item = &'static ColumnDecl> + use<> {
        self.columns.iter().flat_map(|part| part.iter())
    }

    /// The table's name in a language.
    pub fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.name,
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
        }
    }

    /// True where a file's or sheet's name means this table, in any language.
    pub fn is_named(&self, text: &str) -> bool {
        let text = text.trim().to_lowercase().replace([' ', '-'], "_");
        [self.name, self.nb, self.nn]
            .iter()
            .any(|own| own.to_lowercase() == text)
    }
}

/// A noun that is kept as a row of a table.
pub trait Record: Sized {
    /// The table.
    const TABLE: TableDecl;

    /// Reads a row. Cells that cannot be read become findings; `None` where a required one is among
    /// them.
    fn read(row: &mut Row<'_>) -> Option<Self>;

    /// Writes the cells in the order of the declared columns.
    fn write(&self, lang: Lang) -> Vec<String>;

    /// The key, in a table that has one.
    fn key(&self) -> Option<&str>;

    /// The rows of other tables that this one names, each with its column.
    fn references(&self) -> Vec<(&'static str, &'static str, Arc<str>)>;

    /// Where the row comes from.
    fn origin(&self) -> &Origin;

    /// What is wrong between the fields of one row, each with the column to look at first.
    fn check(&self) -> Vec<(&'static str, RowProblem)> {
        Vec::new()
    }
}

/// A row being read, with the findings it gives.
#[derive(Debug)]
pub struct Row<'a> {
    /// The table's text, for places in findings.
    table: &'a RawTable,
    /// Which cell belongs to which declared column.
    headings: &'a Headings,
    row: &'a RawRow,
    findings: &'a mut Vec<Finding>,
    usable: bool,
}

impl<'a> Row<'a> {
    /// Starts reading a row.
    pub fn new(
        table: &'a RawTable,
        headings: &'a Headings,
        row: &'a RawRow,
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        Row {
            table,
            headings,
            row,
            findings,
            usable: true,
        }
    }

    /// Reads the next column. A bad cell becomes a finding and, where the row can do without it,
    /// an absent value.
    pub fn column<T: Column>(&mut self, decl: &ColumnDecl) -> Option<T> {
        let at = self.headings.position(decl.name);
        let text = at
            .and_then(|at| self.row.cells.get(at))
            .map_or("", String::as_str)
            .trim();
        match T::from_cell(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let absent = T::absent();
                let heading = at
                    .and_then(|at| self.table.headings.get(at))
                    .map_or(decl.name, String::as_str);
                let effect = if absent.is_some() {
                    Effect::NotStated
                } else {
                    Effect::RowLeftOut
                };
                self.usable &= absent.is_some();
                let place = Place::row(&self.table.file, self.row.number).column(heading);
                self.findings
                    .push(Finding::new(place, Problem::Cell { error, effect }));
                absent
            }
        }
    }

    /// Where the row stands.
    pub fn place(&self) -> Place {
        Place::row(&self.table.file, self.row.number)
    }
}

impl<T: Cell> Column for T {
    const SHAPE: Shape = T::SHAPE;

    fn from_cell(text: &str) -> Result<Self, CellError> {
        if text.is_empty() {
            return T::empty().ok_or(CellError::Empty);
        }
        T::read(text)
    }

    fn absent() -> Option<Self> {
        T::empty()
    }

    fn to_cell(&self, lang: Lang) -> String {
        self.write_plain(lang)
    }

    fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>) {
        Cell::refers(self, to);
    }
}

impl<T: Cell> Column for Option<T> {
    const SHAPE: Shape = Shape {
        required: false,
        ..T::SHAPE
    };

    fn from_cell(text: &str) -> Result<Self, CellError> {
        if text.is_empty() {
            Ok(None)
        } else {
            T::read(text).map(Some)
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn to_cell(&self, lang: Lang) -> String {
        self.as_ref()
            .map_or_else(String::new, |value| value.write(lang))
    }

    fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>) {
        if let Some(value) = self {
            value.refers(to);
        }
    }
}

/// Words that mean "somebody was asked, and nobody knows".
const UNKNOWN: [&str; 4] = ["unknown", "ukjent", "ukjend", "vet ikke"];

impl<T: Cell> Column for Fact<T> {
    const SHAPE: Shape = Shape {
        required: false,
        fact: true,
        ..T::SHAPE
    };

    fn from_cell(text: &str) -> Result<Self, CellError> {
        if text.is_empty() {
            Ok(Fact::NotStated)
        } else if UNKNOWN.contains(&text.to_lowercase().as_str()) {
            Ok(Fact::Unknown)
        } else {
            T::read(text).map(Fact::Known)
        }
    }

    fn absent() -> Option<Self> {
        Some(Fact::NotStated)
    }

    fn to_cell(&self, lang: Lang) -> String {
        match self {
            Fact::NotStated => String::new(),
            Fact::Unknown => match lang {
                Lang::En => "unknown".to_owned(),
                Lang::Nb => "ukjent".to_owned(),
                Lang::Nn => "ukjend".to_owned(),
            },
            Fact::Known(value) => value.write(lang),
        }
    }

    fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>) {
        if let Fact::Known(value) = self {
            value.refers(to);
        }
    }
}

/// Words that mean "known to be none", in columns of lists.
const NONE: [&str; 3] = ["none", "ingen", "inga"];

impl<T: Cell> Cell for Vec<T> {
    const SHAPE: Shape = Shape {
        list: true,
        required: false,
        ..T::SHAPE
    };

    fn read(text: &str) -> Result<Self, CellError> {
        if NONE.contains(&text.to_lowercase().as_str()) {
            return Ok(Vec::new());
        }
        text.split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(T::read)
            .collect()
    }

    fn write(&self, lang: Lang) -> String {
        if self.is_empty() {
            return match lang {
                Lang::En => "none".to_owned(),
                Lang::Nb | Lang::Nn => "ingen".to_owned(),
            };
        }
        self.iter()
            .map(|value| value.write(lang))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>) {
        for value in self {
            value.refers(to);
        }
    }

    fn empty() -> Option<Self> {
        Some(Vec::new())
    }

    fn write_plain(&self, lang: Lang) -> String {
        if self.is_empty() {
            String::new()
        } else {
            self.write(lang)
        }
    }
}

impl<T: Term> Cell for T {
    const SHAPE: Shape = Shape::of(Kind::Word(T::NAME, T::WORDS));

    fn read(text: &str) -> Result<Self, CellError> {
        T::parse(text).ok_or_else(|| {
            let spellings = T::WORDS
                .iter()
                .flat_map(|word| [word.code, word.nb, word.nn]);
            CellError::NotAWord {
                text: text.to_owned(),
                nearest: crate::term::nearest(text, spellings).map(str::to_owned),
                words: Words::of::<T>(),
            }
        })
    }

    fn write(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.code().to_owned(),
            Lang::Nb | Lang::Nn => self.word().term(lang),
        }
    }
}
