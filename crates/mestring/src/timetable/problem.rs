//! What is to be placed on what.

use super::capacity::Takings;
use super::error::TimetableError;
use super::validate::{check_fixed, check_run, check_values, known_slot, known_sum};

/// The most needs of one pattern: a room and the professions of a session are far fewer.
pub const NEEDS: usize = 8;

/// The most slots times resources: a table of them is kept.
const MOST: usize = 1 << 27;

/// The most slots times words of 64 resources: a bit for each resource that is free.
const MOST_WORDS: usize = 1 << 24;

/// No run, no resource.
pub(super) const NONE: u32 = u32::MAX;

/// Things, sums and runs as positions and numbers; [`Problem::new`] checks it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setting {
    /// Slots are 0..slots, in any order that suits the caller: a half-day each.
    pub slots: u32,
    /// What one run at a time can use: rooms, leaders.
    pub resources: Vec<Resource>,
    /// The limit of each sum: an amount of a budget, half-days of a leader, minutes of an adviser.
    /// Below zero nothing more can be drawn.
    pub sums: Vec<i64>,
    /// The runs; their order decides between equals.
    pub runs: Vec<Run>,
}

/// What one run at a time can use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resource {
    /// The slots at which it is free before anything is placed.
    pub free: Vec<u32>,
    /// The sum from which each used slot draws one unit, as the half-days a leader may lead.
    pub draws: Option<u32>,
}

/// What asks for a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// Served before all higher numbers.
    pub class: u32,
    /// The order within the class, lowest first; equals by position.
    pub rank: u32,
    /// What placing it is worth within its class, as participants; 0 or more.
    pub value: i64,
    /// What it draws from sums however it is placed: sum and amount, 0 or more.
    pub draws: Vec<(u32, i64)>,
    /// The ways to hold it, the best first.
    pub patterns: Vec<Pattern>,
    /// Whether it is placed already.
    pub standing: Standing,
}

/// One way to hold a run: sessions at slots, with one resource for each need, all different.
///
/// A digital way is a pattern without a room among its needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    /// The slots of its sessions, each once, at least one.
    pub slots: Vec<u32>,
    /// For each need the resources that would do, the best first. Those that are not free at all
    /// slots are left out by the engine.
    pub needs: Vec<Vec<u32>>,
}

/// Whether a run is placed already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Standing {
    /// It is not.
    #[default]
    Wished,
    /// It is, and moving it has a weight of 0 or more.
    Placed {
        /// Where.
        at: Placement,
        /// What moving it weighs.
        weight: i64,
    },
    /// It is, and must stay.
    Fixed(Placement),
}

/// Where a run is placed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placement {
    /// The position of the pattern among the run's patterns.
    pub pattern: u32,
    /// The resource of each need, in the order of the needs.
    pub resources: Vec<u32>,
}

/// A setting that is consistent, with the ways that its free slots leave.
#[derive(Debug, Clone)]
pub struct Problem {
    setting: Setting,
    candidates: Vec<Vec<Candidate>>,
    /// For each slot the resources that are free, one bit each: so many words a slot.
    free: Vec<u64>,
    words: usize,
    draws: Vec<Vec<(u32, i64)>>,
    /// What each run draws from sums in whichever way it is held.
    least: Vec<Vec<(u32, i64)>>,
    /// What runs take of resources in whichever way they are held.
    takings: Takings,
    order: Vec<u32>,
    kept_out: bool,
    /// Some sum is drawn from by several resources.
    shares_sums: bool,
}

/// A pattern with the options that are free and whose own sums reach.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) pattern: u32,
    pub(super) slots: Vec<u32>,
    pub(super) needs: Vec<Vec<u32>>,
}

impl Candidate {
    /// What a resource that draws is drawn: one unit a slot.
    pub(super) fn units(&self) -> i64 {
        units(&self.slots)
    }
}

impl Problem {
    /// Checks the setting and works out which ways are left.
    ///
    /// # Errors
    /// A position that is not listed, an amount below zero, a pattern without sessions, a class whose
    /// values overflow, or runs that stand where they cannot (see [`TimetableError`]).
    pub fn new(setting: Setting) -> Result<Self, TimetableError> {
        let counts = [
            setting.resources.len(),
            setting.sums.len(),
            setting.runs.len(),
        ];
        let slots = setting.slots as usize;
        let words = setting.resources.len().div_ceil(64);
        let cells = slots.checked_mul(setting.resources.len().max(1));
        if counts.into_iter().any(|count| position(count).is_none())
            || cells.is_none_or(|cells| cells > MOST)
            || slots.saturating_mul(words) > MOST_WORDS
        {
            return Err(TimetableError::TooLarge);
        }
        let mut free = vec![0u64; slots * words];
        for (at, resource) in setting.resources.iter().enumerate() {
            let place = || format!("resource {at}");
            for slot in &resource.free {
                known_slot(&setting, *slot, place)?;
                if let Some(free) = free.get_mut(*slot as usize * words + at / 64) {
                    *free |= 1 << (at % 64);
                }
            }
            if let Some(sum) = resource.draws {
                known_sum(&setting, sum, place)?;
            }
        }
        for (at, run) in setting.runs.iter().enumerate() {
            check_run(&setting, at, run)?;
        }
        check_values(&setting)?;
        check_fixed(&setting)?;
        let draws = setting
            .runs
            .iter()
            .map(|run| together(&run.draws))
            .collect();
        let mut problem = Problem {
            setting,
            candidates: Vec::new(),
            free,
            words,
            draws,
            least: Vec::new(),
            takings: Takings::default(),
            order: Vec::new(),
            kept_out: false,
            shares_sums: false,
        };
        problem.candidates = (problem.setting.runs.iter())
            .map(|run| problem.ways(run))
            .collect();
        problem.least = (0..problem.len()).map(|run| least(&problem, run)).collect();
        problem.takings = Takings::of(&problem.candidates);
        let mut drawn: Vec<u32> = (problem.setting.resources.iter())
            .filter_map(|resource| resource.draws)
            .collect();
        let drawing = drawn.len();
        drawn.sort_unstable();
        drawn.dedup();
        problem.shares_sums = drawn.len() < drawing;
        problem.order = (0..problem.len()).collect();
        let runs = &problem.setting.runs;
        problem
            .order
            .sort_by_key(|at| runs.get(*at as usize).map(|run| (run.class, run.rank, *at)));
        Ok(problem)
    }

    /// Lets nobody in who has no place: every run that stands as [`Standing::Wished`] is refused. After
    /// an illness nobody new then comes in at the price of moves.
    #[must_use]
    pub fn keep_out_wishes(mut self) -> Self {
        self.kept_out = true;
        for run in 0..self.len() {
            if self.is_kept_out(run)
                && let (Some(ways), Some(least)) = (
                    self.candidates.get_mut(run as usize),
                    self.least.get_mut(run as usize),
                )
            {
                ways.clear();
                least.clear();
                self.takings.forget(run);
            }
        }
        self
    }

    /// Whether the run is refused because nobody new is let in.
    pub(super) fn is_kept_out(&self, run: u32) -> bool {
        let run = self.setting.runs.get(run as usize);
        self.kept_out && run.is_some_and(|run| run.standing == Standing::Wished)
    }

    /// Where the run was placed before and what moving it weighs, if it was and may move.
    pub(super) fn placed_at(&self, run: u32) -> Option<(&Placement, i64)> {
        match &self.setting.runs.get(run as usize)?.standing {
            Standing::Placed { at, weight } => Some((at, *weight)),
            _ => None,
        }
    }

    /// The setting.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The number of runs.
    pub(super) fn len(&self) -> u32 {
        position(self.setting.runs.len()).unwrap_or(NONE)
    }

    /// The runs by priority: class, rank, position.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// The classes that have runs, first served first.
    pub fn classes(&self) -> Vec<u32> {
        let mut classes: Vec<u32> = self.setting.runs.iter().map(|run| run.class).collect();
        classes.sort_unstable();
        classes.dedup();
        classes
    }

    pub(super) fn class(&self, run: u32) -> u32 {
        self.setting
            .runs
            .get(run as usize)
            .map_or(NONE, |run| run.class)
    }

    pub(super) fn value(&self, run: u32) -> i64 {
        self.setting
            .runs
            .get(run as usize)
            .map_or(0, |run| run.value)
    }

    /// Where the run must stand, if it must.
    pub(super) fn fixed_at(&self, run: u32) -> Option<&Placement> {
        match &self.setting.runs.get(run as usize)?.standing {
            Standing::Fixed(at) => Some(at),
            _ => None,
        }
    }

    /// Whether the run must stand where it is.
    pub(super) fn is_fixed(&self, run: u32) -> bool {
        self.fixed_at(run).is_some()
    }

    /// What the run draws however it is placed, each sum once, nothing for zero.
    pub(super) fn draws(&self, run: u32) -> &[(u32, i64)] {
        self.draws.get(run as usize).map_or(&[], Vec::as_slice)
    }

    /// What the run draws from each sum at least, in whichever way it is held.
    pub(super) fn least_draws(&self, run: u32) -> &[(u32, i64)] {
        self.least.get(run as usize).map_or(&[], Vec::as_slice)
    }

    /// What the run draws from the sum however it is placed.
    pub(super) fn draw(&self, run: u32, sum: u32) -> i64 {
        amount_of(self.draws(run), sum)
    }

    /// What the run draws from the sum at least.
    pub(super) fn least_draw(&self, run: u32, sum: u32) -> i64 {
        amount_of(self.least_draws(run), sum)
    }

    /// What runs take of resources in whichever way they are held.
    pub(super) fn takings(&self) -> &Takings {
        &self.takings
    }

    pub(super) fn candidates(&self, run: u32) -> &[Candidate] {
        self.candidates.get(run as usize).map_or(&[], Vec::as_slice)
    }

    /// The sum from which a used slot of the resource draws.
    pub(super) fn drawn(&self, resource: u32) -> Option<u32> {
        self.setting.resources.get(resource as usize)?.draws
    }

    /// Whether some sum is drawn from by several resources.
    pub(super) fn shares_sums(&self) -> bool {
        self.shares_sums
    }

    pub(super) fn limit(&self, sum: u32) -> i64 {
        // An amount too large for 64 bits counts as the largest, which this keeps out of reach.
        self.setting
            .sums
            .get(sum as usize)
            .map_or(0, |limit| *limit.min(&(i64::MAX - 1)))
    }

    /// The resources that are free at all of the slots, one bit each.
    fn free_at(&self, slots: &[u32], free: &mut Vec<u64>) {
        free.clear();
        free.resize(self.words, u64::MAX);
        for slot in slots {
            let from = *slot as usize * self.words;
            let row = self.free.get(from..from + self.words).unwrap_or(&[]);
            for (of, here) in free.iter_mut().zip(row) {
                *of &= here;
            }
        }
    }

    /// Whether the resource is free at the slot before anything is placed.
    pub(super) fn is_free(&self, resource: u32, slot: u32) -> bool {
        let word = slot as usize * self.words + resource as usize / 64;
        let free = self.free.get(word).copied().unwrap_or(0);
        free & (1 << (resource % 64)) != 0
    }

    /// Whether the resource's own sum reaches for so many units.
    fn reaches(&self, resource: u32, units: i64) -> bool {
        let sum = self.drawn(resource);
        sum.is_none_or(|sum| units <= self.limit(sum))
    }

    /// Whether the resource is free at all of the slots, and its own sum reaches for them.
    pub(super) fn could_serve(&self, resource: u32, slots: &[u32]) -> bool {
        let mut free = Vec::new();
        self.free_at(slots, &mut free);
        take(&mut free, resource) && self.reaches(resource, units(slots))
    }

    fn ways(&self, run: &Run) -> Vec<Candidate> {
        let (mut free, mut left) = (Vec::new(), Vec::new());
        let of_pattern = |(at, pattern): (usize, &Pattern)| {
            self.free_at(&pattern.slots, &mut free);
            let units = units(&pattern.slots);
            let mut needs = Vec::with_capacity(pattern.needs.len());
            for need in &pattern.needs {
                left.clone_from(&free);
                // An option that is named twice is taken once.
                let could = |option: &u32| take(&mut left, *option) && self.reaches(*option, units);
                let options: Vec<u32> = need.iter().copied().filter(could).collect();
                if options.is_empty() {
                    return None;
                }
                needs.push(options);
            }
            let mut slots = pattern.slots.clone();
            slots.sort_unstable();
            Some(Candidate {
                pattern: position(at)?,
                slots,
                needs,
            })
        };
        run.patterns
            .iter()
            .enumerate()
            .filter_map(of_pattern)
            .collect()
    }
}

/// What a resource that draws is drawn for the slots: one unit each.
fn units(slots: &[u32]) -> i64 {
    i64::try_from(slots.len()).unwrap_or(i64::MAX)
}

/// Takes the bit out of the set; whether it was there.
fn take(set: &mut [u64], bit: u32) -> bool {
    let (at, mask) = (bit as usize / 64, 1u64 << (bit % 64));
    set.get_mut(at).is_some_and(|word| {
        let there = *word & mask != 0;
        *word &= !mask;
        there
    })
}

/// A position in 32 bits, leaving room for [`NONE`].
pub(super) fn position(at: usize) -> Option<u32> {
    u32::try_from(at).ok().filter(|at| *at != NONE)
}

fn amount_of(draws: &[(u32, i64)], sum: u32) -> i64 {
    let own = draws.iter().find(|(of, _)| *of == sum);
    own.map_or(0, |(_, amount)| *amount)
}

/// One entry a sum; nothing for zero. Amounts beyond 64 bits stay at the largest, which no limit
/// below it reaches.
fn together(draws: &[(u32, i64)]) -> Vec<(u32, i64)> {
    let mut sums = std::collections::BTreeMap::new();
    for (sum, amount) in draws {
        let total: &mut i64 = sums.entry(*sum).or_default();
        *total = total.saturating_add(*amount);
    }
    sums.into_iter().filter(|(_, amount)| *amount > 0).collect()
}

/// What the run draws from each sum at least, in whichever way it is held.
fn least(problem: &Problem, run: u32) -> Vec<(u32, i64)> {
    let mut draws = problem.draws(run).to_vec();
    let mut forced: Option<Vec<(u32, i64)>> = None;
    for candidate in problem.candidates(run) {
        let mut here: Vec<(u32, i64)> = Vec::new();
        for need in &candidate.needs {
            let mut sums = need.iter().map(|option| problem.drawn(*option));
            if let Some(Some(sum)) = sums
                .next()
                .filter(|first| sums.all(|other| other == *first))
            {
                match here.iter_mut().find(|(of, _)| *of == sum) {
                    Some((_, units)) => *units = units.saturating_add(candidate.units()),
                    None => here.push((sum, candidate.units())),
                }
            }
        }
        forced = Some(match forced {
            None => here,
            Some(before) => (before.into_iter())
                .filter_map(|(sum, units)| {
                    let (_, now) = here.iter().find(|(of, _)| *of == sum)?;
                    Some((sum, units.min(*now)))
                })
                .collect(),
        });
    }
    for (sum, units) in forced.into_iter().flatten() {
        match draws.iter_mut().find(|(of, _)| *of == sum) {
            Some((_, amount)) => *amount = amount.saturating_add(units),
            None => draws.push((sum, units)),
        }
    }
    draws
}
