//! What the rules and the planner propose for the capacity, with every reason as data.

use std::collections::BTreeMap;

use mestring_model::facts::RunFacts;
use mestring_model::id::RunId;
use mestring_model::term::Lang;
use mestring_model::verdict::Verdict;
use mestring_rules::Places;
use mestring_rules::manifest::Number;

use crate::plan::{BadlyPlaced, Plan, PlannedRun};
use crate::topics::GroupReading;

/// A criterion, requirement or other rule of a pack, as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleTitle {
    /// The rule's name in its pack.
    pub name: String,
    /// Its title in English, bokmål and nynorsk.
    pub titles: [String; 3],
    /// Where it comes from: `plan P70-72`, or `local choice`.
    pub origin: String,
    /// How people read its numbers; `None` where its pack does not say.
    pub number: Option<Number>,
}

impl RuleTitle {
    /// The title in a language.
    pub fn title(&self, lang: Lang) -> &str {
        let [en, nb, nn] = &self.titles;
        match lang {
            Lang::En => en,
            Lang::Nb => nb,
            Lang::Nn => nn,
        }
    }
}

/// What decided that a run stands above the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Above {
    /// A criterion of the priority pack, by its position in [`Proposal::criteria`].
    Criterion(usize),
    /// The sum of the points, in a pack that adds points.
    Points,
    /// The pack holds them equal, and the course of this one was held longer ago (or never).
    LongestSinceHeld,
    /// All else is equal: a draw with the recorded seed.
    Draw,
}

/// A wished run with everything the rules said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedRun {
    /// The facts that the rules read.
    pub facts: RunFacts,
    /// The target groups that no row states for its offer, with what they were read from: what the
    /// facts say of focus groups and large groups then rests on a reading.
    pub readings: Vec<GroupReading>,
    /// The verdicts of the priority pack, one for each of [`Proposal::criteria`].
    pub verdicts: Vec<Verdict>,
    /// What put it above the next run; `None` for the last.
    pub above_next: Option<Above>,
    /// Where a criterion cannot be told: the places that the run can have once everything that is
    /// missing, of it and of the others, is known.
    pub places: Option<Places>,
    /// The verdicts of each requirement, one for each of [`Proposal::requirements`].
    pub requirements: Vec<Verdict>,
    /// The format that the format pack answers, where the desk uses one.
    pub format: Option<Verdict>,
}

/// The proposal: who gets the capacity, in order, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The priority pack: name, version and hash.
    pub pack: PackRef,
    /// The criteria in their order.
    pub criteria: Vec<RuleTitle>,
    /// So many criteria from the front make the classes.
    pub classifying: usize,
    /// The requirements that each run is held against, over all requirement packs.
    pub requirements: Vec<RuleTitle>,
    /// The seed of the draw.
    pub seed: u64,
    /// The plan, in the order of priority.
    pub plan: Plan,
    /// What the rules said of each run, in the same order.
    pub runs: Vec<RankedRun>,
    /// The decided runs, still to be held, that stand badly: the plan leaves them as they stand.
    pub badly_placed: Vec<BadlyPlaced>,
}

/// Which pack was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackRef {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The hash of its text, SHA-256 in hexadecimal.
    pub hash: String,
}

/// A run whose rank, class or outcome differs between two proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The run.
    pub run: RunId,
    /// Its rank in the first proposal, 1 first.
    pub rank_before: usize,
    /// Its rank in the second.
    pub rank_after: usize,
    /// Its class in the first, 1 first.
    pub class_before: usize,
    /// Its class in the second.
    pub class_after: usize,
    /// It was placed in the first.
    pub placed_before: bool,
    /// It is placed in the second.
    pub placed_after: bool,
    /// The run that it passed or that passed it, and the criterion of the second proposal that
    /// separates the two, by its position; `None` where its rank is the same.
    pub because: Option<(RunId, Above)>,
}

/// The runs that moved from one proposal to another, in the order of the second.
pub fn moved(before: &Proposal, after: &Proposal) -> Vec<Moved> {
    let earlier: BTreeMap<&RunId, (usize, &PlannedRun)> = before
        .plan
        .runs
        .iter()
        .enumerate()
        .map(|(at, planned)| (&planned.run, (at, planned)))
        .collect();
    // Where each run of the second stood in the first.
    let came_from: Vec<Option<usize>> = after
        .plan
        .runs
        .iter()
        .map(|planned| earlier.get(&planned.run).map(|(at, _)| *at))
        .collect();
    let mut all = Vec::new();
    for (rank_after, planned) in after.plan.runs.iter().enumerate() {
        let Some((rank_before, old)) = earlier.get(&planned.run).copied() else {
            continue;
        };
        let (placed_before, placed_after) = (old.is_placed(), planned.is_placed());
        let same = rank_before == rank_after && old.class == planned.class;
        if same && placed_before == placed_after {
            continue;
        }
        all.push(Moved {
            run: planned.run.clone(),
            rank_before: rank_before + 1,
            rank_after: rank_after + 1,
            class_before: old.class,
            class_after: planned.class,
            placed_before,
            placed_after,
            because: passed(after, &came_from, rank_before, rank_after),
        });
    }
    all
}

/// The nearest run that changed sides with the one at these ranks, and what separates them now.
fn passed(
    after: &Proposal,
    came_from: &[Option<usize>],
    rank_before: usize,
    rank_after: usize,
) -> Option<(RunId, Above)> {
    let changed_sides = |(at, before): &(usize, &Option<usize>)| {
        *at != rank_after
            && before.is_some_and(|before| (before < rank_before) != (*at < rank_after))
    };
    let (at, _) = came_from
        .iter()
        .enumerate()
        .filter(changed_sides)
        .min_by_key(|(at, _)| at.abs_diff(rank_after))?;
    let other = after.plan.runs.get(at)?;
    let (upper, lower) = if at < rank_after {
        (at, rank_after)
    } else {
        (rank_after, at)
    };
    // The first difference between the two stands where any neighbours between them first differ.
    let separators = after
        .runs
        .get(upper..lower)?
        .iter()
        .filter_map(|run| run.above_next.clone());
    let strongest = separators.min_by_key(|above| match above {
        Above::Criterion(at) => *at,
        Above::Points => 0,
        Above::LongestSinceHeld => usize::MAX - 1,
        Above::Draw => usize::MAX,
    })?;
    Some((other.run.clone(), strongest))
}
