//! What must hold between the rows of a person store, and between them, a desk and a date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::build::hidden;
use super::{InPersonStore, PersonStore, check_all_fields, check_all_references};
use crate::finding::{Finding, PersonProblem, Place, Problem, Table};
use crate::noun::{Attendance, Choice, Person, Placement, Referral};
use crate::record::Record;
use crate::rows::{Keys, Missing, Unread, collect_keys, drop_duplicates};
use crate::term::Lang;
use crate::{Desk, Fact};

/// Drops rows that stand twice, and checks the others against each other.
pub(super) fn within(store: &mut PersonStore, unread: &Unread, findings: &mut Vec<Finding>) {
    drop_duplicates(&mut store.people, &mut store.places, Lang::En, findings);
    drop_second::<Choice, _>(store, findings, |row| {
        (row.person.as_str().to_owned(), row.run.clone())
    });
    drop_second::<Attendance, _>(store, findings, |row| {
        (row.person.as_str().to_owned(), row.run.clone(), row.session)
    });
    // A cell that cannot be read is not also said to be at odds with another.
    let said: BTreeSet<Place> = findings
        .iter()
        .filter(|own| matches!(own.problem, Problem::Cell { .. }))
        .map(|own| own.place.clone())
        .collect();
    check_all_fields(store, findings);
    findings.retain(|own| !matches!(own.problem, Problem::Row(_)) || !said.contains(&own.place));
    let mut keys = Keys::new();
    collect_keys(&store.people, &mut keys);
    let mut missing = Missing::new(&keys, unread).without_nearest();
    check_all_references(store, &mut missing, findings);
    relatives_of_patients(store, findings);
}

/// Keeps the first of the rows that are about the same.
fn drop_second<T: InPersonStore, K: Ord>(
    store: &mut PersonStore,
    findings: &mut Vec<Finding>,
    about: impl Fn(&T) -> K,
) {
    let mut first: BTreeMap<K, usize> = BTreeMap::new();
    let mut again = Vec::new();
    for (at, row) in T::rows(store).iter().enumerate() {
        match first.entry(about(row)) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(at);
            }
            std::collections::btree_map::Entry::Occupied(taken) => {
                let problem = match store.place::<T>(*taken.get()).row {
                    Some(first) => PersonProblem::SecondRow { first },
                    None => PersonProblem::SecondInMemory,
                };
                findings.push(Finding::new(store.place::<T>(at), problem));
                again.push(at);
            }
        }
    }
    let mut rows = std::mem::take(T::rows_mut(store));
    store.places.remove(&mut rows, &again);
    *T::rows_mut(store) = rows;
}

/// Whose relative somebody is, is a patient.
fn relatives_of_patients(store: &PersonStore, findings: &mut Vec<Finding>) {
    let relatives: BTreeSet<&str> = store
        .people
        .iter()
        .filter(|person| person.relative_of.is_some())
        .map(|person| person.id.as_str())
        .collect();
    for (at, person) in store.people.iter().enumerate() {
        let Some(patient) = &person.relative_of else {
            continue;
        };
        if *patient != person.id && relatives.contains(patient.as_str()) {
            let place = store.cell_place::<Person>(at, "relative_of");
            findings.push(Finding::new(place, PersonProblem::RelativeOfRelative));
        }
    }
}

impl PersonStore {
    /// What a desk and a date tell of the store: offers, runs and target groups that the desk does not
    /// have, days that have not come, and whether there is anybody at all. No finding says what a cell
    /// holds.
    pub fn check(&self, desk: &Desk, as_of: NaiveDate) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut keys = Keys::new();
        collect_keys(&desk.offers, &mut keys);
        collect_keys(&desk.runs, &mut keys);
        collect_keys(&desk.target_groups, &mut keys);
        let unread = Unread::default();
        let mut missing = Missing::new(&keys, &unread).without_nearest();
        check_all_references(self, &mut missing, &mut findings);

        let after = |day: Option<NaiveDate>| day.is_some_and(|day| day > as_of);
        let born = |own: &Person| own.birth_year.known().copied();
        self.each::<Person>(&mut findings, as_of, "birth_year", |own| {
            born(own).is_some_and(|year| year.age_in_year_of(as_of) < 0)
        });
        self.each::<Referral>(&mut findings, as_of, "referred_on", |own| {
            after(own.referred_on.into_known())
        });
        self.each::<Placement>(&mut findings, as_of, "on", |own| after(Some(own.on)));
        self.each::<Placement>(&mut findings, as_of, "told", |own| after(own.told));
        // A session to come may stand in the list as long as nobody is said to have come.
        self.each::<Attendance>(&mut findings, as_of, "session", |own| {
            matches!(own.came, Fact::Known(_)) && after(Some(own.session))
        });
        if self.people.is_empty() {
            let table = Table::of(&Person::TABLE);
            findings.push(Finding::new(
                Place::default(),
                PersonProblem::NoPeople { table },
            ));
        }
        hidden(findings)
    }

    /// Says of each row in which a day lies after the question, which column it is.
    fn each<T: InPersonStore>(
        &self,
        findings: &mut Vec<Finding>,
        as_of: NaiveDate,
        column: &str,
        is_after: impl Fn(&T) -> bool,
    ) {
        for (at, row) in T::rows(self).iter().enumerate() {
            if is_after(row) {
                let place = self.cell_place::<T>(at, column);
                let problem = PersonProblem::AfterQuestion { as_of };
                findings.push(Finding::new(place, problem));
            }
        }
    }
}
