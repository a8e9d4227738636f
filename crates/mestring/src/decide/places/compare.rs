//! What other ways to give places cost, in people without a place, from the same judged facts.

use std::collections::BTreeMap;

use mestring_model::noun::Language;
use mestring_model::{Fact, PersonStore};

use super::judge::{Judging, Suit};
use super::outcome::{Outcome, PersonPlace};
use super::solve::Solved;
use crate::assign::{Mode, WithinClass};
use crate::people::Waiting;

/// A way to give places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayToGive {
    /// The engine's, with what decides within a class: the proposal, or the other objective.
    Engine(WithinClass),
    /// One that moves nobody for the sake of others.
    Other(Mode),
}

impl WayToGive {
    /// A stable code: `fair_order`, `cost`, `arrival`, `greedy`, `deferred_acceptance`.
    pub fn code(self) -> &'static str {
        match self {
            WayToGive::Engine(within) => within.code(),
            WayToGive::Other(mode) => mode.code(),
        }
    }
}

/// How long the way is to the nearest run that would do, in minutes one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DistanceBand {
    /// Less than 30, or none where nobody has to come.
    Under30,
    /// From 30 to 59.
    From30,
    /// From 60 to 119.
    From60,
    /// 120 and more.
    From120,
    /// The way to none of them is known.
    Unknown,
}

impl DistanceBand {
    /// A stable code: `under_30`, `30_to_59`, `60_to_119`, `120_and_more`, `unknown`.
    pub fn code(self) -> &'static str {
        match self {
            DistanceBand::Under30 => "under_30",
            DistanceBand::From30 => "30_to_59",
            DistanceBand::From60 => "60_to_119",
            DistanceBand::From120 => "120_and_more",
            DistanceBand::Unknown => "unknown",
        }
    }

    fn of(minutes: Option<i64>) -> Self {
        match minutes {
            None => DistanceBand::Unknown,
            Some(..30) => DistanceBand::Under30,
            Some(30..60) => DistanceBand::From30,
            Some(60..120) => DistanceBand::From60,
            Some(_) => DistanceBand::From120,
        }
    }
}

/// Which courses somebody can follow, by the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LanguageGroup {
    /// Courses in Norwegian.
    Norwegian,
    /// Others, and none in Norwegian.
    Other,
    /// Nobody has said.
    Unknown,
}

impl LanguageGroup {
    /// A stable code: `norwegian`, `other`, `unknown`.
    pub fn code(self) -> &'static str {
        match self {
            LanguageGroup::Norwegian => "norwegian",
            LanguageGroup::Other => "other",
            LanguageGroup::Unknown => "unknown",
        }
    }

    fn of(languages: Fact<&Vec<Language>>) -> Self {
        match languages {
            Fact::Known(own) if own.contains(&Language::Norwegian) => LanguageGroup::Norwegian,
            Fact::Known(_) => LanguageGroup::Other,
            Fact::NotStated | Fact::Unknown => LanguageGroup::Unknown,
        }
    }
}

/// A group of people who are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComparedGroup {
    /// All.
    Everybody,
    /// Of a class.
    Class(u32),
    /// By the way to the nearest run that would do.
    Distance(DistanceBand),
    /// By the language.
    Language(LanguageGroup),
}

impl ComparedGroup {
    /// A stable code of what it is a group by: `everybody`, `class`, `distance`, `language`.
    pub fn by(self) -> &'static str {
        match self {
            ComparedGroup::Everybody => "everybody",
            ComparedGroup::Class(_) => "class",
            ComparedGroup::Distance(_) => "distance",
            ComparedGroup::Language(_) => "language",
        }
    }
}

/// What several ways to give places cost. Compared are those whose class is told, for whom some run would
/// do, and who had no place before; whoever waits for several things once for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The ways: the proposal, the other objective, and those that move nobody.
    pub ways: Vec<WayToGive>,
    /// The groups that have people, all first.
    pub groups: Vec<GroupCompared>,
}

/// A group, and how many of it have no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCompared {
    /// The group.
    pub group: ComparedGroup,
    /// How many people it has.
    pub people: usize,
    /// How many have no place by each way, in the order of the ways.
    pub without: Vec<usize>,
}

/// Counts who has no place by which way. `other` is what becomes of the same people by the other objective.
pub(super) fn compare(
    store: &PersonStore,
    waiting: &[Waiting],
    judging: &Judging,
    solved: &Solved,
    proposed: (WithinClass, &[PersonPlace]),
    other: (WithinClass, &[PersonPlace]),
) -> Comparison {
    let mut ways = Vec::new();
    let mut placed: Vec<Vec<bool>> = Vec::new();
    for (within_class, people) in [proposed, other] {
        ways.push(WayToGive::Engine(within_class));
        placed.push(people.iter().map(|own| own.outcome.has_place()).collect());
    }
    for (mode, rows) in &solved.by_mode {
        let mut of_mode = vec![false; waiting.len()];
        for (at, is_placed) in solved.people.iter().zip(rows) {
            if let Some(own) = of_mode.get_mut(*at) {
                *own = *is_placed;
            }
        }
        ways.push(WayToGive::Other(*mode));
        placed.push(of_mode);
    }
    let mut groups: BTreeMap<ComparedGroup, GroupCompared> = BTreeMap::new();
    for (at, (own, place)) in waiting.iter().zip(proposed.1).enumerate() {
        let (Some(class), Some(person)) = (place.class, store.people.get(own.person)) else {
            continue;
        };
        if !matches!(place.outcome, Outcome::Given { .. } | Outcome::Full { .. }) {
            continue;
        }
        let fits = judging.pairs_with_facts(at);
        let fits = fits.filter(|(_, suit, _)| matches!(suit, Suit::Fits { .. }));
        let nearest = fits.filter_map(|(_, _, facts)| facts.travel_minutes.into_known());
        let band = DistanceBand::of(nearest.min());
        let language = LanguageGroup::of(person.languages.as_ref());
        for group in [
            ComparedGroup::Everybody,
            ComparedGroup::Class(class),
            ComparedGroup::Distance(band),
            ComparedGroup::Language(language),
        ] {
            let counted = groups.entry(group).or_insert_with(|| GroupCompared {
                group,
                people: 0,
                without: vec![0; ways.len()],
            });
            counted.people += 1;
            for (without, placed) in counted.without.iter_mut().zip(&placed) {
                *without += usize::from(placed.get(at) == Some(&false));
            }
        }
    }
    Comparison {
        ways,
        groups: groups.into_values().collect(),
    }
}
