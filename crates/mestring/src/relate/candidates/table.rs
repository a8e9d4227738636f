//! The records that are compared: ids, columns of texts, columns of keys.

use std::collections::BTreeMap;
use std::fmt;

use super::CandidateError;
use super::search::{Search, within};

/// A row of a text column: `None` where the record has no such text.
type Texts<'a> = Vec<Option<&'a str>>;
/// A row of a key column: every value that the record has.
type Values<'a> = Vec<Vec<&'a str>>;

/// Records as columns. A text says something in words and may be missing; a key is an exact value
/// that records share or do not, and a record may have none, one or several.
///
/// What it prints of itself counts, and names no record.
///
/// ```
/// use mestring::relate::candidates::Table;
///
/// let table = Table::new(["a", "b"])?
///     .text("title", [Some("KOLS-skole"), None])?
///     .key("page", [vec!["https://example.org/kols"], vec![]])?;
/// assert_eq!(table.len(), 2);
/// # Ok::<(), mestring::relate::candidates::CandidateError>(())
/// ```
#[derive(Clone)]
pub struct Table<'a> {
    ids: Vec<&'a str>,
    /// The rows in the order of their ids, which is what all work goes by.
    order: Vec<usize>,
    texts: Vec<(String, Texts<'a>)>,
    keys: Vec<(String, Values<'a>)>,
}

/// One record that is not in a table, for an [`Index`](super::Index).
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The record's id.
    pub id: &'a str,
    /// One text for each text of the search, in its order; what is missing at the end is `None`.
    pub texts: &'a [Option<&'a str>],
    /// The values of each key of the search, in its order; what is missing at the end has none.
    pub keys: &'a [&'a [&'a str]],
}

impl<'a> Table<'a> {
    /// A table of records without columns.
    ///
    /// # Errors
    /// When two records have the same id, or there are more than 2³¹ - 1.
    pub fn new(ids: impl IntoIterator<Item = &'a str>) -> Result<Self, CandidateError> {
        let ids: Vec<&str> = ids.into_iter().collect();
        within(
            "the number of records",
            ids.len() as u64,
            0,
            i32::MAX as u64,
        )?;
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (second, id) in ids.iter().enumerate() {
            if let Some(first) = first.insert(id, second) {
                return Err(CandidateError::SameRecord { first, second });
            }
        }
        Ok(Table {
            order: first.into_values().collect(),
            ids,
            texts: Vec::new(),
            keys: Vec::new(),
        })
    }

    /// Adds a column of texts, one for each record.
    ///
    /// # Errors
    /// When there are more or fewer texts than records.
    pub fn text(
        mut self,
        name: &str,
        texts: impl IntoIterator<Item = Option<&'a str>>,
    ) -> Result<Self, CandidateError> {
        let texts: Texts<'a> = texts.into_iter().collect();
        self.fits(name, texts.len())?;
        self.texts.push((name.to_owned(), texts));
        Ok(self)
    }

    /// Adds a column of keys: for each record all its values. An empty value is none.
    ///
    /// # Errors
    /// When there are more or fewer lists of values than records.
    pub fn key<V: IntoIterator<Item = &'a str>>(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = V>,
    ) -> Result<Self, CandidateError> {
        let values = values.into_iter().map(|own| distinct(own));
        let values: Values<'a> = values.collect();
        self.fits(name, values.len())?;
        self.keys.push((name.to_owned(), values));
        Ok(self)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// True where there is no record.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of the record in a row, counted from 0.
    pub fn id(&self, row: usize) -> Option<&'a str> {
        self.ids.get(row).copied()
    }

    fn fits(&self, column: &str, values: usize) -> Result<(), CandidateError> {
        if values == self.ids.len() {
            return Ok(());
        }
        Err(CandidateError::Rows {
            column: column.to_owned(),
            values,
            records: self.ids.len(),
        })
    }

    /// What a search reads of the table, in the order of the ids.
    pub(super) fn read(&self, search: &Search) -> Result<Rows<'a>, CandidateError> {
        let texts = search.texts().iter();
        let texts = texts.map(|own| self.sorted(&self.texts, own.column(), "texts"));
        let keys = search.keys().iter();
        let keys = keys.map(|own| self.sorted(&self.keys, own.column(), "keys"));
        let ids = self.order.iter().filter_map(|row| self.ids.get(*row));
        Ok(Rows {
            ids: ids.copied().collect(),
            rows: self.order.clone(),
            texts: texts.collect::<Result<_, _>>()?,
            keys: keys.collect::<Result<_, _>>()?,
        })
    }

    fn sorted<T: Clone>(
        &self,
        columns: &[(String, Vec<T>)],
        name: &str,
        kind: &'static str,
    ) -> Result<Vec<T>, CandidateError> {
        let named: Vec<&Vec<T>> = columns
            .iter()
            .filter(|(own, _)| own == name)
            .map(|(_, values)| values)
            .collect();
        let [column] = named.as_slice() else {
            return Err(CandidateError::Column {
                column: name.to_owned(),
                kind,
                found: named.len(),
            });
        };
        let rows = self.order.iter().filter_map(|row| column.get(*row));
        Ok(rows.cloned().collect())
    }
}

/// The values of a record's key, each once and none empty.
pub(super) fn distinct<'a>(values: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut values: Vec<&str> = values.into_iter().filter(|own| !own.is_empty()).collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// A table as a search reads it: everything in the order of the ids. A record's place in that order
/// is its slot.
pub(super) struct Rows<'a> {
    pub(super) ids: Vec<&'a str>,
    /// The row of each slot.
    pub(super) rows: Vec<usize>,
    /// A column for each text of the search.
    pub(super) texts: Vec<Texts<'a>>,
    /// A column for each key of the search.
    pub(super) keys: Vec<Values<'a>>,
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |name: &String| name.clone();
        f.debug_struct("Table")
            .field("records", &self.ids.len())
            .field(
                "texts",
                &self
                    .texts
                    .iter()
                    .map(|own| names(&own.0))
                    .collect::<Vec<_>>(),
            )
            .field(
                "keys",
                &self
                    .keys
                    .iter()
                    .map(|own| names(&own.0))
                    .collect::<Vec<_>>(),
            )
            .finish()
    }
}

impl fmt::Debug for Record<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("texts", &self.texts.len())
            .field("keys", &self.keys.len())
            .finish_non_exhaustive()
    }
}
