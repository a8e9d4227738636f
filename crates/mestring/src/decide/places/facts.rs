//! What rules read of people, and of people with runs, for whoever judges them outside a desk.

use std::fmt;

use mestring_model::facts::{ChoiceFacts, FactRow};
use mestring_model::id::{PersonId, RunId};
use mestring_model::{Desk, PersonStore};

use super::judge;
use crate::decide::{DecideError, Decider};
use crate::people::{Wish, choices, open_runs, waiting};

/// What rules read of each person who waits or has a place, in the order of the store.
#[derive(Clone, PartialEq)]
pub struct PersonRows {
    /// The people, once for each thing that they wait for.
    pub people: Vec<PersonId>,
    /// What each waits for.
    pub wishes: Vec<Wish>,
    /// What is known of each.
    pub facts: Vec<FactRow>,
}

impl fmt::Debug for PersonRows {
    /// How many there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonRows")
            .field("people", &self.people.len())
            .finish_non_exhaustive()
    }
}

/// What rules read of each person with each run that they are considered for, by person, then run.
#[derive(Clone, PartialEq)]
pub struct ChoiceRows {
    /// The person and the run of each pair, with the place of what is known of them in `facts`.
    pub pairs: Vec<(PersonId, RunId, usize)>,
    /// What is known of pairs, each once: pairs that agree in all share it.
    pub facts: Vec<FactRow>,
}

impl fmt::Debug for ChoiceRows {
    /// How many there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChoiceRows")
            .field("pairs", &self.pairs.len())
            .field("facts", &self.facts.len())
            .finish_non_exhaustive()
    }
}

/// What rules read of people.
pub(in crate::decide) fn person_rows(decider: &Decider<'_>, store: &PersonStore) -> PersonRows {
    let waiting = waiting(decider.desk, &decider.topics, store, decider.as_of);
    let rows = waiting.iter().filter_map(|own| {
        let person = store.people.get(own.person)?;
        Some((person.id.clone(), own.wish.clone(), own.facts.row()))
    });
    let (people, wishes, facts) = rows.collect();
    PersonRows {
        people,
        wishes,
        facts,
    }
}

/// What rules read of people with runs, the format that the format pack names for the run included.
pub(in crate::decide) fn choice_rows(
    decider: &Decider<'_>,
    store: &PersonStore,
) -> Result<ChoiceRows, DecideError> {
    let desk: &Desk = decider.desk;
    let mut open = open_runs(desk, decider.as_of);
    judge::name_formats(decider, &mut open)?;
    let waiting = waiting(desk, &decider.topics, store, decider.as_of);
    let found = choices(desk, &decider.topics, store, &waiting, &open);
    let pairs = found.pairs.iter().filter_map(|pair| {
        let person = waiting.get(pair.person as usize)?;
        let person = store.people.get(person.person)?;
        let run = desk.runs.get(open.get(pair.run as usize)?.run)?;
        Some((person.id.clone(), run.id.clone(), pair.facts as usize))
    });
    Ok(ChoiceRows {
        pairs: pairs.collect(),
        facts: found.facts.iter().map(ChoiceFacts::row).collect(),
    })
}
