//! Why people have no place, for people who are alike: which runs block, and of whom they are full.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::id::RunId;

use super::Places;
use super::judge::Suit;
use super::outcome::{Outcome, PersonPlace};
use crate::assign::{NoPlace, Separates};

/// For how many groups it is worked out at most.
const MOST_GROUPS: usize = 20;

/// How many people and choices are gone through at most, so that a large store takes seconds: a reason is
/// searched for among everybody.
const MOST_WORK: usize = 40_000_000;

/// Why people have no place, by groups of people who are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// The groups, those of most people first.
    pub groups: Vec<BlockedGroup>,
    /// People of groups that are left out because there are many.
    pub left_out: usize,
}

/// People of one class for whom the same runs would do, and who have no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedGroup {
    /// The class.
    pub class: u32,
    /// How many they are.
    pub people: usize,
    /// The runs, in the order of the desk.
    pub runs: Vec<BlockingRun>,
}

/// A run that would do, and that is full of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockingRun {
    /// The run.
    pub run: RunId,
    /// The seats that the group may have; 0 of a run that would be cancelled.
    pub seats: u32,
    /// The seats that are kept for others.
    pub kept: u32,
    /// How many people of each class have one of those seats, class 1 first. Whoever has a place and no class that
    /// can be told is of class `None`, and comes last.
    pub classes: Vec<(Option<u32>, usize)>,
    /// What puts the last one who got a place there, directly or by moves of others, before the first of the
    /// group; `None` where the run has no seats.
    pub before_by: Option<Separates>,
}

impl Places {
    /// Why people have no place, given the runs that are held, by groups of people who are alike. No group
    /// names anybody. Those who come together are left out: they wait for a run that has seats for all of them.
    pub fn blocked(&self) -> Blocked {
        let mut like: BTreeMap<(u32, Vec<usize>), Vec<usize>> = BTreeMap::new();
        for (row, at) in self.solved.people.iter().enumerate() {
            let Some(own) = self.people.get(*at) else {
                continue;
            };
            let (Outcome::Full { .. }, Some(class)) = (&own.outcome, own.class) else {
                continue;
            };
            let fits = self.judging.pairs(*at);
            let fits = fits.filter(|(_, suit)| matches!(suit, Suit::Fits { .. }));
            let fits: Vec<usize> = fits.map(|(run, _)| run).collect();
            if !self.solved.in_parties.contains(at) {
                like.entry((class, fits)).or_default().push(row);
            }
        }
        let mut like: Vec<_> = like.into_iter().collect();
        // Stable, so that equal counts stay by class.
        like.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
        let size = self.solved.people.len() + self.solved.choices;
        let most = (MOST_WORK / size.max(1)).clamp(1, MOST_GROUPS);
        let rest = like.iter().skip(most);
        let left_out = rest.map(|(_, rows)| rows.len()).sum();
        // Searches note down what they learn.
        let mut noted = self.solved.open().clone();
        let groups = like.into_iter().take(most).map(|((class, _), rows)| {
            let first = rows.iter().min_by_key(|row| {
                let at = self.solved.people.get(**row);
                at.and_then(|at| self.people.get(*at)).map(standing)
            });
            let why = first.and_then(|row| noted.why_no_place(*row));
            let full = match why {
                Some(NoPlace::Full(full)) => full,
                Some(NoPlace::NoChoices) | None => Vec::new(),
            };
            let runs = full.into_iter().filter_map(|own| {
                let at = self.solved.runs.get(own.run)?;
                let classes = own.classes.into_iter();
                Some(BlockingRun {
                    run: self.runs.get(*at)?.run.clone(),
                    seats: own.seats,
                    kept: own.kept,
                    classes: classes
                        .map(|(class, people)| ((class < u32::MAX).then_some(class), people))
                        .collect(),
                    before_by: own.separated_by,
                })
            });
            BlockedGroup {
                class,
                people: rows.len(),
                runs: runs.collect(),
            }
        });
        Blocked {
            groups: groups.collect(),
            left_out,
        }
    }
}

/// Where somebody stands within a class, as far as the days say.
fn standing(own: &PersonPlace) -> impl Ord + use<> {
    let last = |day: Fact<NaiveDate>| (!day.is_known(), day.into_known());
    let is_relative = own.relative == Fact::Known(true);
    (last(own.deadline), last(own.since), is_relative)
}
