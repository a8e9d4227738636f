//! What must hold between the rows of a desk: keys, references, and fields that belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, InDesk, collect_all_keys, drop_all_duplicates, verify_all};
use crate::finding::{Finding, KeyProblem, Percent, Place, Problem, Table};
use crate::id::AgreementId;
use crate::noun::{HumanVerdict, Party, VerdictKind};
use crate::quantity::Share;
use crate::term::nearest;

/// The ids that stand in each table that has ids.
pub(super) type Keys = BTreeMap<&'static str, BTreeSet<String>>;

/// What stands in files and was not read, with the finding that says why.
#[derive(Debug, Default)]
pub(super) struct Unread {
    tables: BTreeMap<&'static str, Finding>,
    rows: BTreeMap<(&'static str, String), Finding>,
}

impl Unread {
    /// A table that was not read, or not to its end.
    pub(super) fn table(&mut self, table: &'static str, because: &Finding) {
        self.tables.entry(table).or_insert_with(|| because.clone());
    }

    /// A row that was left out.
    pub(super) fn row(&mut self, table: &'static str, id: &str, because: &Finding) {
        let key = (table, id.trim().to_owned());
        self.rows.entry(key).or_insert_with(|| because.clone());
    }
}

/// Says why ids are missing, and remembers what it said.
pub(super) struct Missing<'a> {
    keys: &'a Keys,
    unread: &'a Unread,
    said: BTreeMap<(&'static str, String), KeyProblem>,
}

impl Missing<'_> {
    /// The finding about an id that its table does not have; none where it does.
    fn look(
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
        let near = nearest(&id, ids.clone().map(String::as_str)).map(str::to_owned);
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

/// Drops rows whose key is taken already, and checks what must hold between the others.
pub(super) fn verify(desk: &mut Desk, unread: &Unread, findings: &mut Vec<Finding>) {
    drop_all_duplicates(desk, findings);
    let mut keys = Keys::new();
    collect_all_keys(desk, &mut keys);
    let mut missing = Missing {
        keys: &keys,
        unread,
        said: BTreeMap::new(),
    };
    // A cell that cannot be read is not also said to be empty.
    let said: BTreeSet<Place> = findings
        .iter()
        .filter(|own| matches!(own.problem, Problem::Cell { .. }))
        .map(|own| own.place.clone())
        .collect();
    verify_all(desk, &mut missing, findings);
    findings.retain(|own| !matches!(own.problem, Problem::Row(_)) || !said.contains(&own.place));
    verdicts_name_rows(desk, &mut missing, findings);
    shares_sum(desk, findings);
    if let Some(centre) = &desk.settings.centre {
        let place = || Place::file("desk.toml").column("centre");
        findings.extend(missing.look("organisations", centre.as_str(), place));
    }
}

/// Adds the ids of a table.
pub(super) fn collect_keys<T: InDesk>(desk: &Desk, keys: &mut Keys) {
    let ids = T::rows(desk)
        .iter()
        .filter_map(|row| row.key().map(str::to_owned));
    keys.entry(T::TABLE.name).or_default().extend(ids);
}

/// Checks the rows of a table: fields that belong together, and ids of other tables.
pub(super) fn verify_table<T: InDesk>(
    desk: &Desk,
    missing: &mut Missing<'_>,
    findings: &mut Vec<Finding>,
) {
    for (at, row) in T::rows(desk).iter().enumerate() {
        for (column, problem) in row.check() {
            findings.push(Finding::new(desk.cell_place::<T>(at, column), problem));
        }
        for (column, table, id) in row.references() {
            findings.extend(missing.look(table, &id, || desk.cell_place::<T>(at, column)));
        }
    }
}

/// Keeps the first row of each key.
pub(super) fn drop_duplicates<T: InDesk>(desk: &mut Desk, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut again = Vec::new();
    for (at, row) in T::rows(desk).iter().enumerate() {
        let Some(key) = row.key() else { continue };
        match seen.get(key) {
            Some(first) => again.push((at, key.to_owned(), *first)),
            None => {
                seen.insert(key.to_owned(), at);
            }
        }
    }
    for (at, key, first) in again.iter().rev() {
        let id = key.clone();
        let problem = match desk.place::<T>(*first).row {
            Some(first) => KeyProblem::TakenId { id, first },
            None => KeyProblem::TakenInMemory { id },
        };
        findings.push(Finding::new(desk.cell_place::<T>(*at, "id"), problem));
        T::rows_mut(desk).remove(*at);
        if let Some(places) = desk.places.get_mut(T::TABLE.name)
            && *at < places.len()
        {
            places.remove(*at);
        }
    }
}

/// What somebody decided names runs or offers that exist; which of the two depends on its kind.
fn verdicts_name_rows(desk: &Desk, missing: &mut Missing<'_>, findings: &mut Vec<Finding>) {
    for (at, verdict) in desk.verdicts.iter().enumerate() {
        let table = match verdict.kind {
            VerdictKind::Run => "runs",
            VerdictKind::Relation => "offers",
        };
        let named = [
            ("first", Some(&verdict.first)),
            ("second", verdict.second.as_ref()),
        ];
        for (column, id) in named {
            let place = || desk.cell_place::<HumanVerdict>(at, column);
            findings.extend(id.and_then(|id| missing.look(table, id, place)));
        }
    }
}

/// The shares of an agreement, where any is stated, sum to the whole.
fn shares_sum(desk: &Desk, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<&AgreementId, (u32, usize)> = BTreeMap::new();
    for (at, party) in desk.parties.iter().enumerate() {
        if let Some(share) = party.share {
            let sum = sums.entry(&party.agreement).or_insert((0, at));
            sum.0 += u32::from(share.basis_points());
        }
    }
    for (agreement, (sum, at)) in sums {
        if sum != u32::from(Share::WHOLE.basis_points()) {
            let problem = KeyProblem::SharesSum {
                agreement: agreement.to_string(),
                sum: Percent(sum),
            };
            findings.push(Finding::new(desk.cell_place::<Party>(at, "share"), problem));
        }
    }
}
