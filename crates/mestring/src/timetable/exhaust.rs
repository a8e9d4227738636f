//! Whether runs can be placed together: all combinations of their times, resources chosen as late as
//! can be.
//!
//! Where a run can be held at six times with one of four leaders, six choices come first and not
//! twenty-four: a need is booked once one resource is left for it, and its resources are tried one by
//! one only when all runs have a time. What fails names the choices that it fails by, and a choice
//! that is not among them is not varied (conflict-directed backjumping, Prosser 1993).

mod blame;

use std::collections::BTreeSet;

use super::oracle::Answer;
use super::problem::{Candidate, NEEDS, Placement, Problem};
use blame::{Blame, position};

/// Looks at all combinations in at most `limit` steps: ways and resources looked at. Runs that no
/// failure names are not in the core of a [`Answer::No`].
pub(super) fn exhaust(problem: &Problem, runs: &[u32], limit: u64) -> Answer {
    let mut search = Search::new(problem, runs, limit);
    match search.node() {
        Found::All => Answer::Yes(search.placements()),
        Found::Fails(_) => Answer::No(search.core()),
        Found::Limit => Answer::Unknown,
    }
}

/// What became of a part of the search.
enum Found {
    All,
    /// It fails by these choices.
    Fails(Blame),
    Limit,
}

/// A run, the way chosen for it, and the resources booked for the needs of that way.
struct Item<'p> {
    run: u32,
    ways: Vec<Way<'p>>,
    chosen: Option<usize>,
    booked: [Option<u32>; NEEDS],
    /// The choices by which each need is booked as it is.
    because: [Blame; NEEDS],
}

impl<'p> Item<'p> {
    fn way(&self) -> Option<&Way<'p>> {
        self.ways.get(self.chosen?)
    }
}

/// A way of a run.
struct Way<'p> {
    candidate: &'p Candidate,
    /// The resource of each need, where the run is fixed.
    fixed: Option<&'p Placement>,
    /// Its slots: bits of words that are not 0.
    slots: Vec<(usize, u64)>,
}

impl Way<'_> {
    /// The resources that would do for the need, as many as are not known to be taken.
    fn options(&self, need: usize) -> impl Iterator<Item = u32> + '_ {
        let fixed = self.fixed.and_then(|at| at.resources.get(need));
        let listed = self.candidate.needs.get(need).into_iter().flatten();
        listed
            .filter(move |of| fixed.is_none_or(|fixed| fixed == *of))
            .copied()
    }

    /// Whether they share a slot.
    fn meets(&self, other: &Way<'_>) -> bool {
        self.slots.iter().any(|(word, slots)| {
            let mut others = other.slots.iter();
            others.any(|(of, others)| of == word && others & slots != 0)
        })
    }
}

/// What was done last, to be undone.
enum Done {
    Chosen(usize),
    Booked(usize, usize),
}

/// What is tried next: the ways of a run, or the resources of a need.
enum Next {
    Ways(usize, Vec<usize>),
    Resources(usize, usize, Vec<u32>),
}

struct Search<'p> {
    problem: &'p Problem,
    items: Vec<Item<'p>>,
    words: usize,
    /// The slots at which each resource is used: so many words a resource.
    used: Vec<u64>,
    /// What is left of each sum.
    left: Vec<i64>,
    done: Vec<Done>,
    /// Items whose ways were tried, or whose draws a failure names.
    named: BTreeSet<usize>,
    steps: u64,
    limit: u64,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem, runs: &[u32], limit: u64) -> Self {
        let setting = problem.setting();
        let words = (setting.slots as usize).div_ceil(64);
        let mut left: Vec<i64> = (0u32..)
            .zip(&setting.sums)
            .map(|(sum, _)| problem.limit(sum))
            .collect();
        // All of the runs have to be placed, so what they draw anyway is drawn.
        for (sum, amount) in runs.iter().flat_map(|run| problem.draws(*run)) {
            if let Some(left) = left.get_mut(*sum as usize) {
                *left = left.saturating_sub(*amount);
            }
        }
        Search {
            problem,
            items: runs.iter().map(|run| item(problem, *run)).collect(),
            words,
            used: vec![0; words * setting.resources.len()],
            left,
            done: Vec::new(),
            named: BTreeSet::new(),
            steps: 0,
            limit,
        }
    }

    /// Places all that is not placed yet.
    fn node(&mut self) -> Found {
        let before = self.done.len();
        if let Some(fails) = self.settle() {
            self.undo(before);
            return Found::Fails(fails);
        }
        let next = self.next();
        if self.steps > self.limit {
            return Found::Limit;
        }
        let (at, need, count) = match &next {
            None => return Found::All,
            Some(Next::Ways(at, ways)) => (*at, None, ways.len()),
            Some(Next::Resources(at, need, open)) => (*at, Some(*need), open.len()),
        };
        self.named.insert(at);
        let own = position(at, need);
        let mut blame = Blame::default();
        for nth in 0..count {
            let level = self.done.len();
            match &next {
                Some(Next::Ways(_, ways)) => self.choose(at, ways.get(nth).copied()),
                Some(Next::Resources(_, need, open)) => {
                    let mut because = Blame::default();
                    because.add(own);
                    self.book(at, *need, open.get(nth).copied(), because);
                }
                None => {}
            }
            match self.node() {
                Found::Fails(mut below) => {
                    self.undo(level);
                    if !below.take(own) {
                        // Whatever is chosen here, that fails.
                        self.undo(before);
                        return Found::Fails(below);
                    }
                    blame.all_of(&below);
                }
                found => return found,
            }
        }
        // What was not tried is not free, by other choices.
        match need {
            None => self.blame_ways(at, &mut blame),
            Some(need) => {
                blame.add(position(at, None));
                self.blame_need(at, need, &mut blame);
            }
        }
        self.undo(before);
        Found::Fails(blame)
    }

    /// Books every need for which one resource is left; the choices by which none is.
    fn settle(&mut self) -> Option<Blame> {
        loop {
            let mut only = None;
            for (at, need) in self.pending() {
                let open = self.open(at, need, 2);
                if open.len() < 2 {
                    only = Some((at, need, open.first().copied()));
                    break;
                }
            }
            let (at, need, resource) = only?;
            let mut blame = Blame::default();
            blame.add(position(at, None));
            self.blame_need(at, need, &mut blame);
            if resource.is_none() {
                return Some(blame);
            }
            self.book(at, need, resource, blame);
        }
    }

    /// The choices by which resources of the need are not free for the way chosen.
    fn blame_need(&mut self, at: usize, need: usize, blame: &mut Blame) {
        let way = self.items.get(at).and_then(Item::way);
        let drawn = way
            .into_iter()
            .flat_map(|way| self.blame_options(way, need, blame));
        let drawn: Vec<u32> = drawn.collect();
        self.name(&drawn);
    }

    /// The choices by which ways of the item have a need without a free resource.
    fn blame_ways(&mut self, at: usize, blame: &mut Blame) {
        let mut drawn = Vec::new();
        for way in self.items.get(at).into_iter().flat_map(|item| &item.ways) {
            let mut needs = 0..way.candidate.needs.len();
            let closed = |need: &usize| way.options(*need).all(|of| !self.is_free(way, of));
            if let Some(need) = needs.find(closed) {
                drawn.extend(self.blame_options(way, need, blame));
            }
        }
        self.name(&drawn);
    }

    /// Adds the choices by which options of the need are not free; the sums that do not reach.
    fn blame_options(&self, way: &Way<'_>, need: usize, blame: &mut Blame) -> Vec<u32> {
        let mut drawn = Vec::new();
        for option in way
            .options(need)
            .filter(|option| !self.is_free(way, *option))
        {
            let holder = self.bookings().find(|(item, _, resource)| {
                let other = item.way();
                *resource == option && other.is_some_and(|other| other.meets(way))
            });
            if let Some(because) = holder.and_then(|(item, need, _)| item.because.get(need)) {
                blame.all_of(because);
                continue;
            }
            let sum = self.problem.drawn(option);
            for (item, need, resource) in self.bookings() {
                if self.problem.drawn(resource) == sum
                    && let Some(because) = item.because.get(need)
                {
                    blame.all_of(because);
                }
            }
            drawn.extend(sum);
        }
        drawn
    }

    /// Who draws from the sums in any case takes part in a failure that they do not reach.
    fn name(&mut self, sums: &[u32]) {
        for (at, item) in self.items.iter().enumerate() {
            if sums.iter().any(|sum| self.problem.draw(item.run, *sum) > 0) {
                self.named.insert(at);
            }
        }
    }

    /// All needs that are booked: item, need, resource.
    fn bookings(&self) -> impl Iterator<Item = (&Item<'p>, usize, u32)> {
        self.items.iter().flat_map(|item| {
            let booked = item.booked.iter().enumerate();
            booked.filter_map(move |(need, resource)| Some((item, need, (*resource)?)))
        })
    }

    /// The runs that failures name.
    fn core(&self) -> Vec<u32> {
        let named = self.named.iter().filter_map(|at| self.items.get(*at));
        named.map(|item| item.run).collect()
    }

    /// The needs of chosen ways that are not booked.
    fn pending(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            if let Some(way) = item.way() {
                let needs = item.booked.iter().take(way.candidate.needs.len());
                let open = needs.enumerate().filter(|(_, booked)| booked.is_none());
                found.extend(open.map(|(need, _)| (at, need)));
            }
        }
        found
    }

    /// Up to `most` resources that are free for a need of the way chosen.
    fn open(&mut self, at: usize, need: usize, most: usize) -> Vec<u32> {
        let mut found = Vec::new();
        if let Some(item) = self.items.get(at)
            && let Some(way) = item.way()
        {
            for option in way.options(need) {
                self.steps += 1;
                if self.is_free(way, option) {
                    found.push(option);
                    if found.len() >= most {
                        break;
                    }
                }
            }
        }
        found
    }

    fn is_free(&self, way: &Way<'_>, resource: u32) -> bool {
        let row = resource as usize * self.words;
        let unused = |(word, slots): &(usize, u64)| {
            self.used
                .get(row + word)
                .is_some_and(|used| used & slots == 0)
        };
        let reaches = |sum: u32| {
            let left = self.left.get(sum as usize);
            left.is_some_and(|left| way.candidate.units() <= *left)
        };
        way.slots.iter().all(unused) && self.problem.drawn(resource).is_none_or(reaches)
    }

    /// The run with the fewest ways left; where all have one, the need with the fewest resources.
    fn next(&mut self) -> Option<Next> {
        let mut fewest: Option<(usize, Vec<usize>)> = None;
        for at in 0..self.items.len() {
            if self.items.get(at).is_some_and(|item| item.chosen.is_none()) {
                let most = fewest.as_ref().map_or(usize::MAX, |(_, ways)| ways.len());
                let ways = self.ways(at, most);
                if ways.len() < most {
                    fewest = Some((at, ways));
                }
            }
        }
        if let Some((at, ways)) = fewest {
            return Some(Next::Ways(at, ways));
        }
        let mut fewest: Option<(usize, usize, Vec<u32>)> = None;
        for (at, need) in self.pending() {
            let most = fewest
                .as_ref()
                .map_or(usize::MAX, |(_, _, open)| open.len());
            let open = self.open(at, need, most);
            if open.len() < most {
                fewest = Some((at, need, open));
            }
        }
        fewest.map(|(at, need, open)| Next::Resources(at, need, open))
    }

    /// Up to `most` ways of the run in which each need has a free resource.
    fn ways(&mut self, at: usize, most: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let Some(item) = self.items.get(at) else {
            return found;
        };
        let mut steps = 0;
        for (nth, way) in item.ways.iter().enumerate() {
            steps += 1;
            let mut needs = 0..way.candidate.needs.len();
            let left = needs.all(|need| {
                way.options(need).any(|option| {
                    steps += 1;
                    self.is_free(way, option)
                })
            });
            if left {
                found.push(nth);
                if found.len() >= most {
                    break;
                }
            }
        }
        self.steps += steps;
        found
    }

    fn choose(&mut self, at: usize, way: Option<usize>) {
        if let Some(item) = self.items.get_mut(at) {
            item.chosen = way;
            self.done.push(Done::Chosen(at));
        }
    }

    fn book(&mut self, at: usize, need: usize, resource: Option<u32>, by: Blame) {
        if let Some(resource) = resource {
            self.turn(at, resource, true);
        }
        if let Some(item) = self.items.get_mut(at)
            && let (Some(booked), Some(because)) =
                (item.booked.get_mut(need), item.because.get_mut(need))
        {
            (*booked, *because) = (resource, by);
            self.done.push(Done::Booked(at, need));
        }
    }

    /// Takes the slots and units that the way chosen uses of the resource, or gives them back.
    fn turn(&mut self, at: usize, resource: u32, on: bool) {
        let Some(item) = self.items.get(at) else {
            return;
        };
        let Some(way) = item.way() else {
            return;
        };
        for (word, slots) in &way.slots {
            if let Some(used) = self.used.get_mut(resource as usize * self.words + word) {
                *used ^= slots;
            }
        }
        if let Some(sum) = self.problem.drawn(resource)
            && let Some(left) = self.left.get_mut(sum as usize)
        {
            let units = way.candidate.units();
            *left += if on { -units } else { units };
        }
    }

    fn undo(&mut self, before: usize) {
        while self.done.len() > before {
            match self.done.pop() {
                Some(Done::Chosen(at)) => {
                    if let Some(item) = self.items.get_mut(at) {
                        item.chosen = None;
                    }
                }
                Some(Done::Booked(at, need)) => {
                    let booked = self
                        .items
                        .get_mut(at)
                        .and_then(|item| item.booked.get_mut(need));
                    if let Some(resource) = booked.and_then(Option::take) {
                        self.turn(at, resource, false);
                    }
                }
                None => return,
            }
        }
    }

    /// Where all stand.
    fn placements(&self) -> Vec<Option<Placement>> {
        let mut placements = vec![None; self.problem.setting().runs.len()];
        for item in &self.items {
            if let Some(way) = item.way()
                && let Some(placement) = placements.get_mut(item.run as usize)
            {
                *placement = Some(Placement {
                    pattern: way.candidate.pattern,
                    resources: item.booked.iter().copied().flatten().collect(),
                });
            }
        }
        placements
    }
}

fn item(problem: &Problem, run: u32) -> Item<'_> {
    let fixed = problem.fixed_at(run);
    let candidates = problem.candidates(run).iter();
    let candidates = candidates.filter(|of| fixed.is_none_or(|fixed| fixed.pattern == of.pattern));
    let way = |candidate| Way {
        candidate,
        fixed,
        slots: bits(&candidate.slots),
    };
    Item {
        run,
        ways: candidates.map(way).collect(),
        chosen: None,
        booked: [None; NEEDS],
        because: Default::default(),
    }
}

/// Slots as bits of words that are not 0.
fn bits(slots: &[u32]) -> Vec<(usize, u64)> {
    let mut words: Vec<(usize, u64)> = Vec::new();
    for slot in slots {
        let (word, bit) = (*slot as usize / 64, 1 << (slot % 64));
        match words.iter_mut().find(|(of, _)| *of == word) {
            Some((_, bits)) => *bits |= bit,
            None => words.push((word, bit)),
        }
    }
    words
}
