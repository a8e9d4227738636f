//! Which run each person of a part gets, at the least preference cost.
//!
//! An auction (Bertsekas, "The auction algorithm: a distributed relaxation method for the assignment
//! problem", 1988): each person without a seat bids in the run where cost and price together are
//! least, as much more as makes the second best run equal, and a little (epsilon) on top; a full run
//! keeps its highest bids, and its price is the lowest of them. Costs are multiplied by more than the
//! number of runs, so that a result within an epsilon of 1 for each person is exact. People with the
//! same choices at the same costs bid together.
//!
//! In a part where all seats are taken it runs several times with falling epsilon, since the prices
//! at its start do not matter there. Where seats stay free the price of their runs must be 0 at the
//! end, so it runs once from prices of 0; if the bids rise for too long, people without a preference
//! take the free seats and it runs as in a full part.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::AssignError;
use super::at::{At, Lists, Per, PersonAt, RunAt, positions};
use super::levels::Closed;
use super::parts::Part;
use super::problem::Problem;
use super::watch::Watch;

/// Who sits where in a part, and what a seat costs there besides.
#[derive(Debug)]
pub(super) struct Solved {
    /// The run of each person, in the order of the part; `None` for people left out.
    pub(super) runs: Vec<Option<RunAt>>,
    /// The price of each run, in the order of the part and the unit of the costs. With them nobody
    /// would rather have another run, or another place than being left out.
    pub(super) prices: Vec<i64>,
    /// How many choices were looked at.
    pub(super) scanned: u64,
}

/// From each epsilon to the next.
const FALL: i64 = 6;
/// Bids for each person before an auction from prices of 0 is given up.
const PATIENCE: u64 = 40;

positions! {
    /// A run's position in a part.
    Local;
    /// A position among the kinds of people.
    KindAt;
}

/// So many people of one kind who hold seats at one bid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Bid {
    level: i64,
    kind: KindAt,
    people: u64,
}

struct Auction {
    /// What each kind of people chooses.
    choices: Lists<KindAt, (Local, i32)>,
    /// How many there are of each kind.
    people: Per<KindAt, u64>,
    seats: Per<Local, u64>,
    price: Per<Local, i64>,
    held: Per<Local, BinaryHeap<Reverse<Bid>>>,
    taken: Per<Local, u64>,
    /// Costs are multiplied by this.
    scale: i64,
    /// The distance from the least cost to the highest, scaled.
    spread: i64,
    scanned: u64,
}

/// Solves a part.
pub(super) fn solve(
    problem: &Problem,
    closed: &Per<RunAt, Closed>,
    part: &Part,
    local: &Per<RunAt, u32>,
    watch: &Watch<'_>,
) -> Result<Solved, AssignError> {
    let seats = part.runs.iter().map(|run| u64::from(problem.seats[*run]));
    let mut seats: Vec<u64> = seats.collect();
    let (all, people) = (seats.iter().sum::<u64>(), part.people.len() as u64);
    // Being left out is a run of its own for those of whom cost decides.
    let out = (people > all).then(|| {
        seats.push(people - all);
        Local::new(seats.len() - 1)
    });
    let (kinds, choices) = Kinds::of(problem, closed, part, local, out);
    let mut auction = Auction::new(&kinds, choices, seats);
    let is_open = part.closed == Closed::Open;
    let filled = is_open && !auction.run(1, Some(people * PATIENCE), watch)?;
    if filled {
        auction.fill_with_nobody(all.saturating_sub(people));
    }
    if filled || !is_open {
        auction.falling(watch)?;
    }
    let mut prices = auction.exact_prices();
    // By how much all prices can be lowered together.
    let lower = if out.is_some() {
        prices.pop().unwrap_or_default()
    } else if filled {
        prices.iter().copied().min().unwrap_or_default()
    } else if is_open {
        0
    } else {
        auction.dearest_perhaps(&kinds, &prices)
    };
    prices.iter_mut().for_each(|price| *price -= lower);
    Ok(Solved {
        runs: kinds.seated(&auction, part),
        prices,
        scanned: auction.scanned,
    })
}

/// People of a part who choose the same at the same costs.
struct Kinds {
    /// True for kinds of whom cost decides whether they get a place.
    perhaps: Per<KindAt, bool>,
    /// The people of each kind, by their positions in the part.
    members: Lists<KindAt, u32>,
}

impl Kinds {
    /// The kinds, and what each chooses: of whom cost decides, being left out too, where that is a run.
    fn of(
        problem: &Problem,
        closed: &Per<RunAt, Closed>,
        part: &Part,
        local: &Per<RunAt, u32>,
        out: Option<Local>,
    ) -> (Self, Lists<KindAt, (Local, i32)>) {
        let counting = |person: PersonAt| {
            let choices = problem.choices.of(person).iter();
            let choices = choices.filter(|arc| closed[arc.run] == part.closed);
            choices.map(|arc| (Local(local[arc.run]), arc.cost))
        };
        let mut hashed: Vec<(u64, u32)> = part
            .people
            .iter()
            .zip(0..)
            .map(|((person, perhaps), at)| {
                let mut hash = DefaultHasher::new();
                perhaps.hash(&mut hash);
                counting(*person).for_each(|(run, cost)| (run.0, cost).hash(&mut hash));
                (hash.finish(), at)
            })
            .collect();
        hashed.sort_unstable();
        let person = |at: u32| part.people.get(at as usize).copied();
        let same = |one: u32, other: u32| match (person(one), person(other)) {
            (Some((one, first)), Some((other, second))) => {
                first == second && counting(one).eq(counting(other))
            }
            _ => false,
        };
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for equal in hashed.chunk_by(|one, next| one.0 == next.0) {
            let first_new = groups.len();
            for (_, at) in equal {
                let mut known = groups.iter_mut().skip(first_new);
                let kind = known.find(|group| group.first().is_some_and(|own| same(*own, *at)));
                match kind {
                    Some(group) => group.push(*at),
                    None => groups.push(vec![*at]),
                }
            }
        }
        // The first person decides, so that nothing depends on the hash.
        groups.sort_unstable();
        let mut choices = Lists::with_capacity(groups.len(), 0);
        let mut members = Lists::with_capacity(groups.len(), part.people.len());
        let mut kinds = Vec::with_capacity(groups.len());
        for group in groups {
            if let Some((first, perhaps)) = group.first().and_then(|at| person(*at)) {
                counting(first).for_each(|choice| choices.push(choice));
                let out = out.filter(|_| perhaps);
                out.into_iter().for_each(|out| choices.push((out, 0)));
                kinds.push(perhaps);
            }
            choices.close();
            group.iter().for_each(|at| members.push(*at));
            members.close();
        }
        let kinds = Kinds {
            perhaps: Per::new(kinds),
            members,
        };
        (kinds, choices)
    }

    /// The run of each person of the part.
    fn seated(&self, auction: &Auction, part: &Part) -> Vec<Option<RunAt>> {
        let mut next: Per<KindAt, usize> = Per::filled(0, self.members.len());
        let mut runs = vec![None; part.people.len()];
        for (run, held) in auction.held.iter() {
            let Some(own) = part.runs.get(run.index()) else {
                continue;
            };
            let mut bids: Vec<Bid> = held.iter().map(|Reverse(bid)| *bid).collect();
            bids.sort_unstable();
            for bid in bids {
                if bid.kind.index() >= self.members.len() {
                    continue;
                }
                let from = next[bid.kind];
                next[bid.kind] += bid.people as usize;
                let members = self.members.of(bid.kind).iter().skip(from);
                for at in members.take(bid.people as usize) {
                    if let Some(slot) = runs.get_mut(*at as usize) {
                        *slot = Some(*own);
                    }
                }
            }
        }
        runs
    }
}

impl Auction {
    fn new(kinds: &Kinds, choices: Lists<KindAt, (Local, i32)>, seats: Vec<u64>) -> Self {
        let costs = choices.items().iter().map(|(_, cost)| i64::from(*cost));
        let least = costs.clone().min().unwrap_or_default();
        let most = costs.max().unwrap_or_default();
        let people = kinds.perhaps.keys();
        let people = people.map(|kind| kinds.members.of(kind).len() as u64);
        let people = people.collect();
        let runs = seats.len();
        let scale = runs as i64 + 2;
        Auction {
            choices,
            people: Per::new(people),
            seats: Per::new(seats),
            price: Per::filled(0, runs),
            held: Per::from_fn(runs, |_| BinaryHeap::new()),
            taken: Per::filled(0, runs),
            scale,
            spread: (most - least).max(1) * scale,
            scanned: 0,
        }
    }

    /// Adds people who take any seat as gladly as another, one for each that would stay free.
    fn fill_with_nobody(&mut self, seats: u64) {
        for run in self.seats.keys() {
            self.choices.push((run, 0));
        }
        self.choices.close();
        self.people.push(seats);
        self.price.values_mut().fill(0);
    }

    /// Runs with falling epsilon until the result is exact.
    fn falling(&mut self, watch: &Watch<'_>) -> Result<(), AssignError> {
        let mut epsilon = (self.spread / 4).max(1);
        loop {
            self.run(epsilon, None, watch)?;
            if epsilon == 1 {
                return Ok(());
            }
            epsilon = (epsilon / FALL).max(1);
        }
    }

    /// One auction from the present prices; false where it took more bids than the limit.
    fn run(
        &mut self,
        epsilon: i64,
        limit: Option<u64>,
        watch: &Watch<'_>,
    ) -> Result<bool, AssignError> {
        self.held
            .values_mut()
            .iter_mut()
            .for_each(BinaryHeap::clear);
        self.taken.values_mut().fill(0);
        let kinds = self.people.iter().map(|(kind, people)| (kind, *people));
        let mut waiting: Vec<(KindAt, u64)> = kinds.collect();
        // The first is taken from the end.
        waiting.reverse();
        let mut bids = 0u64;
        while let Some((kind, people_of_kind)) = waiting.pop() {
            bids += 1;
            if limit.is_some_and(|limit| bids > limit) {
                return Ok(false);
            }
            if bids.is_multiple_of(65_536) {
                watch.placed(0)?;
            }
            if people_of_kind > 0 {
                self.bid(kind, people_of_kind, epsilon, &mut waiting);
            }
        }
        Ok(true)
    }

    fn bid(&mut self, kind: KindAt, people: u64, epsilon: i64, waiting: &mut Vec<(KindAt, u64)>) {
        let choices = self.choices.of(kind);
        self.scanned += choices.len() as u64;
        let (mut least, mut second, mut best) = (i64::MAX, i64::MAX, None);
        for (run, cost) in choices {
            let value = i64::from(*cost) * self.scale + self.price[*run];
            if value < least {
                second = least;
                least = value;
                best = Some(*run);
            } else if value < second {
                second = value;
            }
        }
        let Some(run) = best else {
            return;
        };
        let more = match second {
            i64::MAX => self.spread,
            second => second - least,
        };
        let level = self.price[run] + more + epsilon;
        let held = &mut self.held[run];
        held.push(Reverse(Bid {
            level,
            kind,
            people,
        }));
        let mut taken = self.taken[run] + people;
        let seats = self.seats[run];
        while taken > seats {
            let Some(mut lowest) = held.peek_mut() else {
                break;
            };
            let over = taken - seats;
            let Reverse(bid) = &mut *lowest;
            if bid.people > over {
                // Only the number changes, so the order of the heap stays.
                bid.people -= over;
                taken -= over;
                waiting.push((bid.kind, over));
            } else {
                taken -= bid.people;
                waiting.push((bid.kind, bid.people));
                std::collections::binary_heap::PeekMut::pop(lowest);
            }
        }
        self.taken[run] = taken;
        if taken == seats
            && let Some(Reverse(lowest)) = held.peek()
        {
            self.price[run] = lowest.level;
        }
    }

    /// What a place costs at most, with its price, somebody of whom cost decides; 0 without any.
    fn dearest_perhaps(&self, kinds: &Kinds, prices: &[i64]) -> i64 {
        let mut dearest = None;
        for ((run, held), price) in self.held.iter().zip(prices) {
            let perhaps = held.iter().filter(|Reverse(bid)| kinds.perhaps[bid.kind]);
            for Reverse(bid) in perhaps {
                let choices = self.choices.of(bid.kind).iter();
                let own = choices.filter(|(other, _)| *other == run);
                let here = own.map(|(_, cost)| i64::from(*cost) + price).max();
                dearest = dearest.max(here);
            }
        }
        dearest.unwrap_or_default()
    }

    /// Prices in the unit of the costs at which the result is exact.
    ///
    /// Scaled prices allow a person to be one unit of scale off. Rounding down can turn that into a
    /// whole unit only from a run whose remainder is 0 to one whose remainder is the highest. There
    /// are fewer runs than remainders, so the prices can be shifted by less than one unit of cost
    /// such that no run has the remainder 0.
    fn exact_prices(&self) -> Vec<i64> {
        let mut used = vec![false; self.price.len() + 2];
        for price in self.price.values() {
            let remainder = price.rem_euclid(self.scale);
            if let Some(slot) = usize::try_from(remainder)
                .ok()
                .and_then(|at| used.get_mut(at))
            {
                *slot = true;
            }
        }
        let free = used.iter().position(|used| !used).unwrap_or_default() as i64;
        let shift = (self.scale - free) % self.scale;
        let prices = self.price.values().iter();
        prices
            .map(|price| (price + shift).div_euclid(self.scale))
            .collect()
    }
}
