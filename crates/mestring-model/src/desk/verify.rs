//! What must hold between the rows of a desk: keys, references, and fields that belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::{Desk, InDesk, collect_all_keys, drop_all_duplicates, verify_all};
use crate::finding::{Finding, Place, Severity};
use crate::id::AgreementId;
use crate::noun::{HumanVerdict, Party, VerdictKind};
use crate::quantity::Share;
use crate::term::nearest;

/// The ids that stand in each table that has ids.
pub(super) type Keys = BTreeMap<&'static str, BTreeSet<String>>;

/// Drops rows whose key is taken already, and checks what must hold between the others.
pub(super) fn verify(desk: &mut Desk, findings: &mut Vec<Finding>) {
    drop_all_duplicates(desk, findings);
    let mut keys = Keys::new();
    collect_all_keys(desk, &mut keys);
    verify_all(desk, &keys, findings);
    verdicts_name_rows(desk, &keys, findings);
    shares_sum(desk, findings);
    centre_exists(desk, findings);
}

/// Adds the ids of a table.
pub(super) fn collect_keys<T: InDesk>(desk: &Desk, keys: &mut Keys) {
    let ids = T::rows(desk)
        .iter()
        .filter_map(|row| row.key().map(str::to_owned));
    keys.entry(T::TABLE.name).or_default().extend(ids);
}

/// Checks the rows of a table: fields that belong together, and ids of other tables.
pub(super) fn verify_table<T: InDesk>(desk: &Desk, keys: &Keys, findings: &mut Vec<Finding>) {
    for (at, row) in T::rows(desk).iter().enumerate() {
        let place = || desk.place::<T>(at);
        for (column, error) in row.check() {
            findings.push(Finding {
                severity: Severity::Error,
                code: "D012",
                place: place().column(column),
                found: error.found,
                remedy: error.remedy,
            });
        }
        for (column, table, id) in row.references() {
            if !keys.get(table).is_some_and(|own| own.contains(&*id)) {
                findings.push(dangling(keys, table, &id, place().column(column)));
            }
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
        let place = desk.place::<T>(*at).column("id");
        let first_place = desk.place::<T>(*first);
        let where_first = first_place
            .row
            .map_or(String::new(), |row| format!(" in row {row}"));
        findings.push(Finding {
            severity: Severity::Error,
            code: "D020",
            place,
            found: format!("the id `{key}` stands already{where_first}"),
            remedy: "give the row an id of its own; the first row was used and this one left out"
                .to_owned(),
        });
        T::rows_mut(desk).remove(*at);
        if let Some(places) = desk.places.get_mut(T::TABLE.name)
            && *at < places.len()
        {
            places.remove(*at);
        }
    }
}

/// What somebody decided names runs or offers that exist; which of the two depends on its kind.
fn verdicts_name_rows(desk: &Desk, keys: &Keys, findings: &mut Vec<Finding>) {
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
            if let Some(id) = id
                && !keys.get(table).is_some_and(|own| own.contains(id))
            {
                findings.push(dangling(
                    keys,
                    table,
                    id,
                    desk.place::<HumanVerdict>(at).column(column),
                ));
            }
        }
    }
}

/// The finding about an id that its table does not have.
fn dangling(keys: &Keys, table: &str, id: &str, place: Place) -> Finding {
    let near = keys
        .get(table)
        .and_then(|own| nearest(id, own.iter().map(String::as_str)))
        .map(|near| format!("did you mean `{near}`? "))
        .unwrap_or_default();
    Finding {
        severity: Severity::Error,
        code: "D021",
        place,
        found: format!("`{table}` has no row `{id}`"),
        remedy: format!("{near}add the row, or correct the id"),
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
            let percent = f64::from(sum) / 100.0;
            findings.push(Finding {
                severity: Severity::Error,
                code: "D022",
                place: desk.place::<Party>(at).column("share"),
                found: format!("the shares of `{agreement}` sum to {percent} %"),
                remedy: "make them sum to 100 %".to_owned(),
            });
        }
    }
}

fn centre_exists(desk: &Desk, findings: &mut Vec<Finding>) {
    if let Some(centre) = &desk.settings.centre
        && desk.organisation(centre).is_none()
    {
        let ids = desk
            .organisations
            .iter()
            .map(|organisation| organisation.id.as_str());
        let near = nearest(centre.as_str(), ids)
            .map(|near| format!("did you mean `{near}`? "))
            .unwrap_or_default();
        findings.push(Finding {
            severity: Severity::Error,
            code: "D021",
            place: crate::Place::file("desk.toml").column("centre"),
            found: format!("`organisations` has no row `{centre}`"),
            remedy: format!("{near}add the row, or correct the id"),
        });
    }
}
