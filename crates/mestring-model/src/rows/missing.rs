//! Ids that rows name and their tables do not have, and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, KeyProblem, Place, Table};
use crate::term::nearest;

/// The ids that stand in each table that has ids.
pub(crate) type Keys = BTreeMap<&'static str, BTreeSet<String>>;

/// What stands in files and was not read, with the finding that says why.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    tables: BTreeMap<&'static str, Finding>,
    rows: BTreeMap<(&'static str, String), Finding>,
}

impl Unread {
    /// A table that was not read, or not to its end.
    pub(crate) fn table(&mut self, table: &'static str, because: &Finding) {
        self.tables.entry(table).or_insert_with(|| because.clone());
    }

    /// A row that was left out.
    pub(crate) fn row(&mut self, table: &'static str, id: &str, because: &Finding) {
        let key = (table, id.trim().to_owned());
        self.rows.entry(key).or_insert_with(|| because.clone());
    }
}

/// Says why ids are missing, and remembers what it said.
pub(crate) struct Missing<'a> {
    keys: &'a Keys,
    unread: &'a Unread,
    /// Whether the nearest id is looked for. In a table of persons it must not be named.
    near: bool,
    said: BTreeMap<(&'static str, String), KeyProblem>,
}

impl<'a> Missing<'a> {
    /// What to say of ids that are not among these keys.
    pub(crate) fn new(keys: &'a Keys, unread: &'a Unread) -> Self {
        Missing {
            keys,
            unread,
            near: true,
            said: BTreeMap::new(),
        }
    }

    /// The same without the nearest id, which may be another person's.
    pub(crate) fn without_nearest(self) -> Self {
        Missing {
            near: false,
            ..self
        }
    }

    /// True where the keys of a table are known at all.
    pub(crate) fn knows(&self, table: &str) -> bool {
        self.keys.contains_key(table)
    }

    /// The finding about an id that its table does not have; none where it does.
    pub(crate) fn look(
        &mut self,
        table: &'static str,
        id: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<Finding> {
        if self.keys.get(table).is_some_and(|own| own.contains(id)) {
            return None;
        }
        let key = (table, id.to_owned());
        if !self.said.contains_key(&key) {
            let problem = self.why(table, id);
            self.said.insert(key.clone(), problem);
        }
        let problem = self.said.get(&key)?.clone();
        Some(Finding::new(place(), problem))
    }

    /// A row that was left out explains more than a near id, and a near id more than a table of
    /// which a part was not read.
    fn why(&self, name: &'static str, id: &str) -> KeyProblem {
        let (table, id) = (Table::named(name), id.to_owned());
        let ids = self.keys.get(name).into_iter().flatten();
        let near = self
            .near
            .then(|| nearest(&id, ids.clone().map(String::as_str)).map(str::to_owned))
            .flatten();
        if let Some(because) = self.unread.rows.get(&(name, id.clone()))
            && let Some(row) = because.place.row
        {
            KeyProblem::RowLeftOut {
                table,
                id,
                cause: because.code(),
                file: because.place.file.clone(),
                row,
            }
        } else if let (None, Some(because)) = (&near, self.unread.tables.get(name)) {
            KeyProblem::TableNotRead {
                table,
                id,
                cause: because.code(),
                file: because.place.file.clone(),
            }
        } else if ids.count() == 0 {
            KeyProblem::NoTable { table, id }
        } else {
            KeyProblem::NoSuchRow {
                table,
                id,
                nearest: near,
            }
        }
    }
}
