//! People to runs: the facts of the store and the desk, judged by the packs, and assigned.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use mestring_model::id::{PersonId, RunId};
use mestring_model::term::nearest;
use mestring_model::{Desk, Fact, PersonStore};

use super::order::titles;
use super::{DecideError, Decider, PackRef, RuleTitle, pack_ref};
use crate::assign::{Cancellations, WithinClass};
use crate::people::{Attended, choices, open_runs, waiting};

mod asks;
mod blocked;
mod compare;
mod deadline;
mod facts;
mod judge;
mod notice;
mod outcome;
mod overlap;
mod reserved;
mod runs;
mod settings;
mod solve;
#[cfg(test)]
mod tests;
mod together;
mod worth;

pub use blocked::{Blocked, BlockedGroup, BlockingRun};
pub use compare::{
    ComparedGroup, Comparison, DistanceBand, GroupCompared, LanguageGroup, WayToGive,
};
pub use facts::{ChoiceRows, PersonRows};
pub(super) use facts::{choice_rows, person_rows};
use judge::Judging;
pub use outcome::{
    Ask, Asked, Group, GroupState, MoveReason, NextInLine, Outcome, PersonPlace, RunPlaces, Step,
};
pub use overlap::Overlap;
pub use reserved::{ReservedPlaces, ReservedState};
pub use settings::{Expected, Holders, NoShow, PlaceSettings};
use solve::Solved;
pub use together::{Parted, TogetherPlaces};
pub use worth::{ChainStep, MoreSeats, RunWorth};

/// Who gets a place in which run: a proposal, until somebody decided.
pub struct Places {
    /// How places were to be given.
    pub settings: PlaceSettings,
    /// Everybody in the store is made up.
    pub synthetic: bool,
    /// The seed of the draw; without it cost decided between people who are equal in all else.
    pub seed: Option<u64>,
    /// The packs that judged: class, eligibility, preference, and the format pack where there is one.
    pub packs: Vec<PackRef>,
    /// The rules of eligibility, as people read them.
    pub eligibility: Vec<RuleTitle>,
    /// The rules of preference, as people read them.
    pub preference: Vec<RuleTitle>,
    /// The runs that take people, in the order of the desk.
    pub runs: Vec<RunPlaces>,
    /// The people who wait or have a place in one of them, in the order of the store; whoever waits for several
    /// things once for each.
    pub people: Vec<PersonPlace>,
    /// What to ask, what concerns most people first.
    pub asks: Vec<Ask>,
    /// Patients and relatives who wanted to come together, and would be in different runs, or only one of them
    /// with a place; by the patients.
    pub parted: Vec<Parted>,
    /// People with places in two runs whose sessions may lie at the same time.
    pub overlaps: Vec<Overlap>,
    /// What other ways to give places cost; `None` where that was not asked for.
    pub comparison: Option<Comparison>,
    /// What all given places cost together, in the units of the preference pack.
    pub cost: i64,
    solved: Solved,
    judging: Judging,
}

impl fmt::Debug for Places {
    /// How much there is of each; nothing of anybody.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Places")
            .field("runs", &self.runs)
            .field("people", &self.people.len())
            .field("cost", &self.cost)
            .finish_non_exhaustive()
    }
}

pub(super) fn places(
    decider: &Decider<'_>,
    store: &PersonStore,
    settings: PlaceSettings,
) -> Result<Places, DecideError> {
    let (desk, as_of) = (decider.desk, decider.as_of);
    let mut open = open_runs(desk, as_of);
    judge::name_formats(decider, &mut open)?;
    let waiting = waiting(desk, &decider.topics, store, as_of);
    let choices = choices(desk, &decider.topics, store, &waiting, &open);
    let judging = Judging::of(decider, store, &waiting, choices)?;
    let people = waiting.iter().enumerate().filter_map(|(at, own)| {
        Some(PersonPlace {
            person: store.people.get(own.person)?.id.clone(),
            wish: own.wish.clone(),
            wishes: own.wishes,
            class: judging.class(at),
            verdict: judging.class_verdict(at).cloned(),
            deadline: own.deadline,
            since: own.since,
            relative: own.facts.relative,
            starts_by_deadline: Fact::NotStated,
            outcome: match own.placed_in(store) {
                Some(row) => Outcome::Kept {
                    run: row.run.clone(),
                    state: row.state,
                },
                None => judging.without_place(at),
            },
        })
    });
    let mut people: Vec<PersonPlace> = people.collect();
    let attended = Attended::of(desk, store, as_of);
    let taken = waiting.iter().flat_map(|own| &own.placed_too);
    let taken = taken.filter_map(|at| Some(&store.placements.get(*at)?.run));
    let taken: Vec<&RunId> = taken.collect();
    let mut runs = runs::of(desk, &open, &people, &taken, &attended, settings, as_of);
    let reserving = reserved::of(desk, store, &waiting, &people, &mut runs, as_of);
    let wishes = together::wishes(store, &waiting);
    let home_known = |at: usize| {
        let own = waiting.get(at).and_then(|own| store.people.get(own.person));
        own.is_some_and(|own| own.municipality.is_known())
    };
    let seed = store.settings.seed;
    let given = solve::Given {
        judging: &judging,
        reserving: &reserving,
        wishes: &wishes,
        taken: &taken,
        home_known: &home_known,
        settings,
        seed,
        as_of,
    };
    let solved = solve::solve(&given, &mut runs, &people)?;
    solved.write(&judging, &mut runs, &mut people, as_of);
    deadline::write(desk, &decider.topics, &waiting, &judging, &mut people);
    let asks = asks::asks(&asks::Known {
        desk,
        store,
        waiting: &waiting,
        open: &open,
        judging: &judging,
        people: &people,
        settings,
    });
    let comparison = match settings.compare {
        false => None,
        true => {
            let other = PlaceSettings {
                within_class: match settings.within_class {
                    WithinClass::FairOrder => WithinClass::Cost,
                    WithinClass::Cost => WithinClass::FairOrder,
                },
                compare: false,
                ..settings
            };
            let by_other = places(decider, store, other)?;
            Some(compare::compare(
                store,
                &waiting,
                &judging,
                &solved,
                (settings.within_class, &people),
                (other.within_class, &by_other.people),
            ))
        }
    };
    let costs = people.iter().map(|own| match own.outcome {
        Outcome::Given { cost, .. } | Outcome::Moved { cost, .. } => cost,
        _ => 0,
    });
    Ok(Places {
        settings,
        synthetic: store.settings.synthetic,
        seed,
        packs: decider
            .packs
            .of_people()
            .chain(decider.packs.format())
            .map(pack_ref)
            .collect(),
        eligibility: titles(decider.packs.eligibility()),
        preference: titles(decider.packs.preference()),
        cost: costs.fold(0, i64::saturating_add),
        runs,
        parted: wishes.parted(&people),
        overlaps: overlap::overlaps(desk, store, &waiting, &people),
        people,
        asks,
        comparison,
        solved,
        judging,
    })
}

impl Places {
    /// What becomes of a person; of somebody who waits for several things, of the first.
    ///
    /// # Errors
    /// Nobody by that id waits or has a place.
    pub fn person(&self, id: &PersonId) -> Result<&PersonPlace, DecideError> {
        let mut people = self.people.iter();
        people
            .find(|own| own.person == *id)
            .ok_or(DecideError::NoSuchPerson)
    }

    /// What becomes of each thing that a person waits for or has a place in; nothing where nobody by that id
    /// does.
    pub fn wishes_of(&self, id: &PersonId) -> Vec<&PersonPlace> {
        let people = self.people.iter();
        people.filter(|own| own.person == *id).collect()
    }

    /// How many people of each class there are, one who waits for several things once for each, and how many of them get a place or keep one, class 1
    /// first. Those whose class cannot be told are not counted.
    pub fn by_class(&self) -> BTreeMap<u32, (usize, usize)> {
        let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for own in &self.people {
            if let Some(class) = own.class {
                let count = counts.entry(class).or_default();
                count.0 += 1;
                count.1 += usize::from(own.outcome.has_place());
            }
        }
        counts
    }

    /// What is known of the runs that would be cancelled; `None` where no minimum group was counted.
    pub fn cancellations(&self) -> Option<&Cancellations> {
        self.solved.cancellations()
    }

    /// What became of the relatives who want to come with the patient; `None` where nobody wants to.
    pub fn together(&self) -> Option<&TogetherPlaces> {
        self.solved.together.as_ref()
    }

    /// True where nobody who has a place would move because another run suits somebody better, however
    /// much better; false where the store is so large that a move may weigh less than what it saves.
    pub fn moves_come_first(&self) -> bool {
        self.solved.moves_come_first
    }

    /// Who gets the seats that are free in a run, and who is next for one more that becomes free, because
    /// somebody said no or fell ill, and who moves: as good as assigning everybody anew with the runs that are held. With
    /// [`Holders::Stay`] nobody moves who has a place already. Those who come together stay where they are,
    /// in a run or without a place, so the seat is for somebody who comes alone.
    ///
    /// # Errors
    /// The desk has no such run, or the run gives no places.
    pub fn next(&self, desk: &Desk, run: &RunId) -> Result<NextInLine, DecideError> {
        let own = desk.run(run).ok_or_else(|| DecideError::NoSuchRun {
            run: run.clone(),
            nearest: nearest(run.as_str(), self.runs.iter().map(|own| own.run.as_str()))
                .map(str::to_owned),
        })?;
        let at = self.runs.iter().position(|open| open.run == *run);
        let column = at.and_then(|at| self.solved.runs.iter().position(|own| *own == at));
        let column = column.ok_or_else(|| DecideError::NotOpen {
            run: run.clone(),
            state: own.state,
        })?;
        let at = self
            .solved
            .runs
            .get(column)
            .and_then(|at| self.runs.get(*at));
        let over = at.map_or(0, |own| own.over);
        let moved = match over {
            0 => self.solved.open().clone().add_seats(column, 1)?.moved,
            _ => Vec::new(),
        };
        let id = |column: Option<usize>| {
            let at = self.solved.runs.get(column?)?;
            self.runs.get(*at).map(|run| run.run.clone())
        };
        let steps = moved.iter().filter_map(|step| {
            let at = *self.solved.people.get(step.person)?;
            let person = self.people.get(at)?;
            let to = step.to.and_then(|column| self.solved.runs.get(column));
            Some(Step {
                person: person.person.clone(),
                class: person.class,
                deadline: person.deadline,
                since: person.since,
                starts_by_deadline: to.map_or(Fact::NotStated, |run| {
                    self.judging.starts_by_deadline(at, *run)
                }),
                from: id(step.from),
                to: id(step.to),
            })
        });
        let free = self.people.iter().filter_map(|own| {
            let from = match &own.outcome {
                Outcome::Given { run: to, .. } if to == run => None,
                Outcome::Moved { from, run: to, .. } if to == run => Some(from.clone()),
                _ => return None,
            };
            Some(Step {
                person: own.person.clone(),
                class: own.class,
                deadline: own.deadline,
                since: own.since,
                starts_by_deadline: own.starts_by_deadline,
                from,
                to: Some(run.clone()),
            })
        });
        let mut free: Vec<Step> = free.collect();
        free.sort_by_key(|step| {
            let last = |day: Option<NaiveDate>| (day.is_none(), day);
            let (deadline, since) = (step.deadline.into_known(), step.since.into_known());
            (step.class, last(deadline), last(since))
        });
        Ok(NextInLine {
            run: run.clone(),
            free,
            over,
            steps: steps.collect(),
        })
    }
}
