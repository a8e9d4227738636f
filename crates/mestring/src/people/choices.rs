//! Which runs each person is considered for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use mestring_model::facts::ChoiceFacts;
use mestring_model::id::{OfferId, TargetGroupId};
use mestring_model::{Desk, PersonStore};

use super::home::Homes;
use super::suits::{PersonSide, RunSide, Suits};
use super::{OpenRun, Waiting};
use crate::topics::Topics;

/// A person and a run that could serve them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The place among those who wait.
    pub person: u32,
    /// The place among the open runs.
    pub run: u32,
    /// The place of what is known of the two in [`Choices::facts`].
    pub facts: u32,
    /// The place in `store.choices`, where somebody chose the run for the person by hand.
    pub by_hand: Option<u32>,
}

/// Every person with every run that they are considered for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// The pairs by person, then run.
    pub pairs: Vec<Pair>,
    /// What is known of pairs, each once, in the order in which the pairs first need it.
    pub facts: Vec<ChoiceFacts>,
    /// Who waits for runs whose seats nobody states: the place among those who wait, and among the
    /// open runs.
    pub without_seats: Vec<(u32, u32)>,
}

/// Pairs people with runs.
///
/// `waiting` and `open` are those of the same desk, store and date. A person is considered for the runs
/// that `store.choices` names for them and, where it names none, for the runs of the offers that they
/// are referred to and of their target groups; where every referral names an offer, for runs of those
/// offers alone. Of what somebody waits for, each run is of one alone. Who has a place is considered for runs of what they were referred to it for. What somebody said no to is left out. A run whose seats nobody states is considered for
/// nobody.
pub fn choices(
    desk: &Desk,
    topics: &Topics,
    store: &PersonStore,
    waiting: &[Waiting],
    open: &[OpenRun],
) -> Choices {
    let homes = Homes::of(store);
    let runs = Runs::of(desk, topics, &homes, open);
    let by_hand = by_hand(desk, store, open);
    let mut found = Choices::default();
    // Only looked up, never walked: its order cannot show.
    let mut seen: HashMap<Suits, u32> = HashMap::new();
    let mut own_runs = Vec::new();
    // The runs of what somebody waits for before this: no run is of two things.
    let mut of_before: (usize, BTreeSet<u32>) = Default::default();
    for (person, own) in (0..).zip(waiting) {
        let Some(side) = PersonSide::of(store, &homes, own) else {
            continue;
        };
        own_runs.clear();
        let id = store
            .people
            .get(own.person)
            .map(|person| person.id.as_str());
        match id.and_then(|id| by_hand.get(id)) {
            Some(rows) => {
                let rows = rows.iter().filter(|(run, _)| runs.takes(own, *run));
                own_runs.extend(rows.map(|(run, row)| (*run, Some(*row))));
            }
            None => runs.wanted(own, &mut own_runs),
        }
        own_runs.sort_unstable();
        own_runs.dedup_by_key(|(run, _)| *run);
        if own.wishes > 1 {
            if of_before.0 != own.person {
                of_before = (own.person, BTreeSet::new());
            }
            own_runs.retain(|(run, _)| of_before.1.insert(*run));
        }
        for (run, by_hand) in &own_runs {
            if runs.is_declined(*run, own) {
                continue;
            }
            let Some(Some(other)) = runs.sides.get(*run as usize) else {
                found.without_seats.push((person, *run));
                continue;
            };
            let suits = Suits::of(&side, other);
            let facts = *seen.entry(suits).or_insert_with(|| {
                found.facts.push(suits.facts());
                u32::try_from(found.facts.len() - 1).unwrap_or(u32::MAX)
            });
            found.pairs.push(Pair {
                person,
                run: *run,
                facts,
                by_hand: *by_hand,
            });
        }
    }
    found
}

/// The open runs by what people wait for.
struct Runs<'a> {
    desk: &'a Desk,
    open: &'a [OpenRun],
    /// What was read of each run; nothing where its seats are not stated or its offer is not there.
    sides: Vec<Option<RunSide<'a>>>,
    by_offer: BTreeMap<&'a OfferId, Vec<u32>>,
    by_group: BTreeMap<&'a TargetGroupId, Vec<u32>>,
}

impl<'a> Runs<'a> {
    fn of(desk: &'a Desk, topics: &'a Topics, homes: &Homes, open: &'a [OpenRun]) -> Self {
        let mut by_offer: BTreeMap<&OfferId, Vec<u32>> = BTreeMap::new();
        let mut by_group: BTreeMap<&TargetGroupId, Vec<u32>> = BTreeMap::new();
        let sides: Vec<Option<RunSide<'a>>> = open
            .iter()
            .map(|own| {
                own.seats.known()?;
                RunSide::of(desk, topics, homes, own)
            })
            .collect();
        for (at, own) in open.iter().enumerate() {
            let run = desk.runs.get(own.run);
            let about = run.and_then(|run| Some((run, topics.offer(&run.offer)?)));
            let (Some((run, about)), Ok(at)) = (about, u32::try_from(at)) else {
                continue;
            };
            by_offer.entry(&run.offer).or_default().push(at);
            for group in &about.target_groups {
                by_group.entry(group).or_default().push(at);
            }
        }
        Runs {
            desk,
            open,
            sides,
            by_offer,
            by_group,
        }
    }

    /// The runs of what a person waits for; some may come twice.
    fn wanted(&self, own: &Waiting, runs: &mut Vec<(u32, Option<u32>)>) {
        let mut add = |found: Option<&Vec<u32>>| {
            let found = found.into_iter().flatten();
            runs.extend(found.map(|run| (*run, None)));
        };
        for offer in &own.offers {
            add(self.by_offer.get(offer));
        }
        for group in &own.considered_groups {
            add(self.by_group.get(group));
        }
        runs.retain(|(run, _)| {
            !self
                .offer(*run)
                .is_some_and(|offer| own.is_of_another(offer))
        });
    }

    fn offer(&self, run: u32) -> Option<&'a OfferId> {
        let open = self.open.get(run as usize);
        let run = open.and_then(|open| self.desk.runs.get(open.run));
        run.map(|run| &run.offer)
    }

    /// Whether a run that was chosen by hand is for what a row waits for.
    fn takes(&self, own: &Waiting, run: u32) -> bool {
        self.offer(run).is_some_and(|offer| own.takes(offer))
    }

    fn is_declined(&self, run: u32, own: &Waiting) -> bool {
        if own.declined.is_empty() {
            return false;
        }
        let open = self.open.get(run as usize);
        let run = open.and_then(|open| self.desk.runs.get(open.run));
        run.is_some_and(|run| own.declined.contains(&run.id))
    }
}

/// The runs that somebody chose by hand, by person, each with its place in `store.choices`.
fn by_hand<'a>(
    desk: &Desk,
    store: &'a PersonStore,
    open: &[OpenRun],
) -> BTreeMap<&'a str, Vec<(u32, u32)>> {
    let ids = (0..).zip(open).filter_map(|(at, own)| {
        let run = desk.runs.get(own.run)?;
        Some((run.id.as_str(), at))
    });
    let places: BTreeMap<&str, u32> = ids.collect();
    let mut by_hand: BTreeMap<&str, Vec<(u32, u32)>> = BTreeMap::new();
    for (row, choice) in (0..).zip(&store.choices) {
        let own = by_hand.entry(choice.person.as_str()).or_default();
        // A run that has begun is chosen no longer, and still nothing else is.
        if let Some(run) = places.get(choice.run.as_str()) {
            own.push((*run, row));
        }
    }
    by_hand
}
