//! Relatives who want to come with the patient: who is a party, and who is placed alone all the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use mestring_model::id::{PersonId, RunId};
use mestring_model::{Fact, PersonStore};

use super::outcome::{Outcome, PersonPlace, RunPlaces};
use super::solve::Fits;
use crate::assign::{Assignment, Party, TogetherState};
use crate::people::Waiting;

/// What became of the people who want to come together. Counts are of relatives unless they say
/// otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TogetherPlaces {
    /// Relatives who wait or have a place and want to come with the patient.
    pub wanted: usize,
    /// Parties: patients with those of their relatives who are placed with them, or not at all.
    pub parties: usize,
    /// Parties that have a place, all of them in one run.
    pub placed: usize,
    /// True where no other placement serves a better set of parties, or as good a one at less cost.
    pub proven: bool,
    /// Where that is not proven: so many people stand first in the order for whom it is.
    pub proven_people: Option<usize>,
    /// The patient has a place: the relative was considered for that run alone.
    pub patient_has_place: usize,
    /// The relative has a place and the patient has none: placed one by one.
    pub relative_has_place: usize,
    /// No run would do for both: placed one by one.
    pub no_common_run: usize,
    /// The patient does not wait, or their class cannot be told: placed one by one.
    pub patient_not_placed: usize,
    /// More than six people want to come together: placed one by one.
    pub too_many: usize,
    /// People who were to come together by one of their places, and would not: somebody moves or a run is
    /// cancelled.
    pub apart: usize,
}

/// A patient and a relative who wanted to come together, and would not.
#[derive(Clone, PartialEq, Eq)]
pub struct Parted {
    /// The patient.
    pub patient: PersonId,
    /// The run of the patient; `None` without a place.
    pub patient_in: Option<RunId>,
    /// The relative.
    pub relative: PersonId,
    /// The run of the relative; `None` without a place.
    pub relative_in: Option<RunId>,
}

impl fmt::Debug for Parted {
    /// The runs, and nothing of the people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parted")
            .field("patient_in", &self.patient_in)
            .field("relative_in", &self.relative_in)
            .finish_non_exhaustive()
    }
}

/// The most relatives of a party.
const MOST_RELATIVES: usize = 5;

/// Who wants to come with whom, by their places among the people.
pub(super) struct Wishes {
    /// The relatives of each patient who waits or has a place.
    of: BTreeMap<usize, Vec<usize>>,
    /// Relatives whose patient does not wait.
    alone: usize,
}

/// Who comes together.
pub(super) struct Parties {
    /// The patient and the relatives of each, by their places among the people.
    pub(super) parties: Vec<(usize, Vec<usize>)>,
    /// The patient with a place and the relative who is to join them.
    joining: Vec<(usize, usize)>,
    pub(super) counts: TogetherPlaces,
}

/// Reads who wants to come with whom.
pub(super) fn wishes(store: &PersonStore, waiting: &[Waiting]) -> Wishes {
    let person = |own: &Waiting| store.people.get(own.person);
    // What each waits for, in the order of the wishes.
    let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, own) in waiting.iter().enumerate() {
        if let Some(person) = person(own) {
            of.entry(person.id.as_str()).or_default().push(at);
        }
    }
    let wish = |at: &usize| waiting.get(*at).map(|own| &own.wish);
    let mut wishes = Wishes {
        of: BTreeMap::new(),
        alone: 0,
    };
    for (relative, own) in waiting.iter().enumerate() {
        let Some(own) = person(own).filter(|own| own.together == Fact::Known(true)) else {
            continue;
        };
        let patient = own.relative_of.as_ref().and_then(|id| of.get(id.as_str()));
        // To what they both wait for; where each waits for one thing, that need not be the same.
        let patient = patient.and_then(|all| {
            let same = all.iter().find(|at| wish(at) == wish(&relative));
            let one = waiting.get(relative).is_some_and(|own| own.wishes == 1);
            same.or(all.first().filter(|_| one && all.len() == 1))
        });
        match patient {
            Some(patient) => wishes.of.entry(*patient).or_default().push(relative),
            None => wishes.alone += 1,
        }
    }
    wishes
}

impl Wishes {
    /// Everybody who wants to come together with somebody, or whom somebody wants to come with.
    pub(super) fn involved(&self) -> impl Iterator<Item = usize> {
        let all = self.of.iter();
        let all = all.flat_map(|(patient, own)| own.iter().chain([patient]));
        let all: BTreeSet<usize> = all.copied().collect();
        all.into_iter()
    }

    /// Who would be in different runs, or alone, with what became of everybody; by the patients.
    pub(super) fn parted(&self, people: &[PersonPlace]) -> Vec<Parted> {
        let pairs = self.of.iter();
        let pairs = pairs.flat_map(|(patient, own)| own.iter().map(move |own| (*patient, *own)));
        let parted = pairs.filter_map(|(patient, relative)| {
            let (patient, relative) = (people.get(patient)?, people.get(relative)?);
            let (patient_in, relative_in) = (patient.outcome.run(), relative.outcome.run());
            (patient_in != relative_in).then(|| Parted {
                patient: patient.person.clone(),
                patient_in: patient_in.cloned(),
                relative: relative.person.clone(),
                relative_in: relative_in.cloned(),
            })
        });
        parted.collect()
    }

    /// Forms the parties, and leaves their people the runs that they share. `fits` has what each run
    /// costs each person of the problem, by the run's place.
    pub(super) fn parties(
        &self,
        people: &[PersonPlace],
        runs: &[RunPlaces],
        fits: &mut BTreeMap<usize, Fits>,
    ) -> Parties {
        let mut made = Parties {
            parties: Vec::new(),
            joining: Vec::new(),
            counts: TogetherPlaces {
                wanted: self.alone + self.of.values().map(Vec::len).sum::<usize>(),
                patient_not_placed: self.alone,
                proven: true,
                ..TogetherPlaces::default()
            },
        };
        for (patient, relatives) in &self.of {
            made.add(*patient, relatives, people, runs, fits);
        }
        made.counts.parties = made.parties.len();
        made
    }
}

impl Parties {
    fn add(
        &mut self,
        patient: usize,
        relatives: &[usize],
        people: &[PersonPlace],
        runs: &[RunPlaces],
        fits: &mut BTreeMap<usize, Fits>,
    ) {
        let held = |at: usize| fits.get(&at).and_then(|own| own.held);
        let (with_place, without): (Vec<usize>, Vec<usize>) =
            relatives.iter().copied().partition(|own| {
                let kept = people.get(*own).map(|own| &own.outcome);
                matches!(kept, Some(Outcome::Kept { .. }))
            });
        self.counts.relative_has_place += with_place.len();
        if let Some(run) = held(patient) {
            // Whoever has a place must not lose it because a relative wants to come; where the run may be
            // cancelled, they keep their way to another.
            let may_be_cancelled = runs.get(run).is_some_and(|own| own.needs() > 0);
            if let Some(own) = fits.get_mut(&patient).filter(|_| !may_be_cancelled) {
                own.costs.retain(|own, _| *own == run);
            }
            for relative in without {
                self.counts.patient_has_place += 1;
                self.joining.push((patient, relative));
                if let Some(own) = fits.get_mut(&relative) {
                    own.costs.retain(|own, _| *own == run);
                }
            }
            return;
        }
        let is_placed = |at: usize| fits.get(&at).is_some_and(|own| !own.costs.is_empty());
        let has_class = people.get(patient).is_some_and(|own| own.class.is_some());
        let has_place = people.get(patient).map(|own| &own.outcome);
        if !has_class || matches!(has_place, Some(Outcome::Kept { .. })) {
            self.counts.patient_not_placed += without.len();
            return;
        }
        if without.len() > MOST_RELATIVES {
            self.counts.too_many += without.len();
            return;
        }
        let runs_of = |at: usize| -> BTreeSet<usize> {
            let own = fits.get(&at).map(|own| own.costs.keys().copied());
            own.into_iter().flatten().collect()
        };
        let own = runs_of(patient);
        let (with, apart): (Vec<usize>, Vec<usize>) = without
            .into_iter()
            .partition(|relative| is_placed(*relative) && !own.is_disjoint(&runs_of(*relative)));
        self.counts.no_common_run += apart.len();
        let common = with.iter().fold(own, |all, relative| {
            all.intersection(&runs_of(*relative)).copied().collect()
        });
        if with.is_empty() {
            return;
        }
        if common.is_empty() {
            self.counts.no_common_run += with.len();
            return;
        }
        let class = people.get(patient).and_then(|own| own.class);
        for member in std::iter::once(&patient).chain(&with) {
            if let Some(own) = fits.get_mut(member) {
                own.costs.retain(|run, _| common.contains(run));
                // They stand where the patient stands, whatever their own class.
                own.class = own.class.or(class);
            }
        }
        self.parties.push((patient, with));
    }

    /// The parties by the rows of the problem, each patient with the relatives.
    pub(super) fn laid(&self, rows: &BTreeMap<usize, u32>) -> Vec<(u32, Vec<u32>)> {
        let laid = self.parties.iter().filter_map(|(patient, relatives)| {
            let relatives = relatives.iter().filter_map(|own| rows.get(own).copied());
            Some((*rows.get(patient)?, relatives.collect()))
        });
        laid.collect()
    }

    /// What became of them. `run_of` gives the run of a person, by their place among the people.
    pub(super) fn counted(
        self,
        assignment: &Assignment,
        run_of: impl Fn(usize) -> Option<usize>,
    ) -> Option<TogetherPlaces> {
        let mut counts = self.counts;
        if counts.wanted == 0 {
            return None;
        }
        if let Some(found) = assignment.together() {
            counts.placed = found.placed;
            if let TogetherState::Bound(bound) = found.state {
                counts.proven = false;
                counts.proven_people = Some(bound.proven);
            }
        }
        let apart = self.joining.iter().filter(|(patient, relative)| {
            let joined = run_of(*relative);
            joined.is_some() && joined != run_of(*patient)
        });
        counts.apart = apart.count();
        Some(counts)
    }
}

/// Parties as the engine takes them.
pub(super) fn given(laid: &[(u32, Vec<u32>)]) -> Vec<Party<'_>> {
    let given = laid.iter().map(|(patient, relatives)| Party {
        patient: *patient,
        relatives,
    });
    given.collect()
}
