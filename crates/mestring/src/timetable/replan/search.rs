//! Whether runs find a place at the price of moving others, decided exactly up to a budget.
//!
//! Every run that asks for a place is tried in each of its ways; who stands there leaves, at a price,
//! and asks in turn. A timetable that costs no more than the budget is found by placing each run that
//! asks where that timetable has it, so a search that ends without one proves that there is none
//! (iterative deepening over the price, Korf 1985).

use super::super::board::{Board, Spot};
use super::super::problem::{Candidate, NONE};

/// What moving costs: the weight times 2^32, plus one a run, so that fewer runs decide among equal
/// weights. Neither part can overflow: weights have 63 bits, and runs are fewer than 2^32.
pub(super) type Price = u128;

/// What moving one run of the weight costs.
pub(super) fn price(weight: i64) -> Price {
    (Price::from(u64::try_from(weight).unwrap_or(0)) << 32) | 1
}

/// What can be said of a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All have a place, on the board.
    Found,
    /// There is no such timetable; the least price above the budget that could do, if any could.
    None(Option<Price>),
    /// The steps were used up.
    Unknown,
}

/// A way in.
struct Way {
    price: Price,
    spot: Spot,
    /// Who must leave.
    out: Vec<u32>,
}

/// One search: where runs stood, and what each costs if it leaves that place.
pub(super) struct Search<'a, 'p> {
    pub(super) board: &'a mut Board<'p>,
    pub(super) old: &'a [Option<Spot>],
    /// What leaving its old place costs; nothing where that is gone or left already.
    pub(super) prices: Vec<Price>,
    /// Who may not be asked to leave.
    pub(super) locked: Vec<bool>,
    pub(super) budget: Price,
    /// The search ends when the board has counted so many steps.
    pub(super) until: u64,
    /// The least price above the budget that was met.
    pub(super) above: Option<Price>,
}

/// A way that grows need by need.
struct Growing<'c> {
    run: u32,
    candidate: &'c Candidate,
    spot: Spot,
    price: Price,
    out: Vec<u32>,
}

fn lower(above: &mut Option<Price>, price: Price) {
    *above = Some(above.map_or(price, |least| least.min(price)));
}

impl Search<'_, '_> {
    /// Places all that ask, within the budget; on failure the board is as before.
    pub(super) fn place(&mut self, asking: &[u32]) -> Outcome {
        self.above = None;
        match self.go(asking, 0) {
            Some(true) => Outcome::Found,
            Some(false) => Outcome::None(self.above),
            None => Outcome::Unknown,
        }
    }

    /// As [`place`](Self::place), with the run at the spot, whoever must leave it.
    pub(super) fn place_at(&mut self, run: u32, spot: Spot) -> bool {
        let Some(candidate) = self
            .board
            .problem
            .candidates(run)
            .get(spot.candidate as usize)
        else {
            return false;
        };
        let mut way = Way {
            price: 0,
            spot,
            out: Vec::new(),
        };
        for resource in spot.resources() {
            if !self.clear(resource, &candidate.slots, &mut way.price, &mut way.out) {
                return false;
            }
        }
        way.price <= self.budget && self.enter(run, &way, &[], 0) == Some(true)
    }

    fn go(&mut self, asking: &[u32], spent: Price) -> Option<bool> {
        let mut fewest: Option<(u32, Vec<Way>, Option<Price>)> = None;
        for run in asking {
            if self.board.steps > self.until {
                return None;
            }
            let most = fewest
                .as_ref()
                .map_or(usize::MAX, |(_, ways, _)| ways.len());
            let (ways, above) = self.ways(*run, spent, most);
            if ways.len() < most {
                let none = ways.is_empty();
                fewest = Some((*run, ways, above));
                if none {
                    break;
                }
            }
        }
        let Some((run, mut ways, above)) = fewest else {
            return Some(true);
        };
        self.meet(above);
        ways.sort_by_key(|way| way.price);
        let others: Vec<u32> = asking.iter().copied().filter(|of| *of != run).collect();
        for way in ways {
            let found = self.enter(run, &way, &others, spent + way.price);
            if found != Some(false) {
                return found;
            }
        }
        Some(false)
    }

    fn meet(&mut self, above: Option<Price>) {
        if let Some(price) = above {
            lower(&mut self.above, price);
        }
    }

    fn price_of(&self, run: u32) -> Price {
        self.prices.get(run as usize).copied().unwrap_or(0)
    }

    fn is_locked(&self, run: u32) -> bool {
        self.locked.get(run as usize) != Some(&false)
    }

    /// The run leaves, paid for; what it cost and where it stood.
    fn ask(&mut self, run: u32) -> Option<(Price, Spot)> {
        let spot = self.board.lift(run)?;
        let price = self.prices.get_mut(run as usize).map(std::mem::take);
        Some((price.unwrap_or(0), spot))
    }

    fn back(&mut self, run: u32, (price, spot): (Price, Spot)) {
        if let Some(of) = self.prices.get_mut(run as usize) {
            *of = price;
        }
        self.board.put(run, spot);
    }

    /// Takes the way, and places those who had to leave with the others.
    fn enter(&mut self, run: u32, way: &Way, others: &[u32], spent: Price) -> Option<bool> {
        let mut asking = others.to_vec();
        let mut gone = Vec::with_capacity(way.out.len());
        for other in &way.out {
            gone.extend(self.ask(*other).map(|was| (*other, was)));
            asking.push(*other);
        }
        let found = self.settle(run, way.spot, &asking, spent, None);
        if found != Some(true) {
            for (other, was) in gone.into_iter().rev() {
                self.back(other, was);
            }
        }
        found
    }

    /// The spot is free, but a sum may not reach: then those who draw from it leave, in each
    /// combination once, by position (`after` the last who left the sum).
    fn settle(
        &mut self,
        run: u32,
        spot: Spot,
        asking: &[u32],
        spent: Price,
        after: Option<(u32, u32)>,
    ) -> Option<bool> {
        let Some((sum, _)) = self.board.short_of(run, spot) else {
            self.board.put(run, spot);
            self.lock(run, true);
            let found = self.go(asking, spent);
            self.lock(run, false);
            if found != Some(true) {
                self.board.lift(run);
            }
            return found;
        };
        let mut drawers: Vec<u32> = self.board.drawers(sum).to_vec();
        drawers.sort_unstable();
        drawers.dedup();
        for drawer in drawers {
            let tried = after.is_some_and(|(of, last)| of == sum && drawer <= last);
            if tried || !self.relieves(drawer, sum) {
                continue;
            }
            self.board.steps += 1;
            let total = spent + self.price_of(drawer);
            if total > self.budget {
                self.meet(Some(total));
                continue;
            }
            if self.board.steps > self.until {
                return None;
            }
            let Some(was) = self.ask(drawer) else {
                continue;
            };
            let mut more = asking.to_vec();
            more.push(drawer);
            let found = self.settle(run, spot, &more, total, Some((sum, drawer)));
            if found != Some(false) {
                if found.is_none() {
                    self.back(drawer, was);
                }
                return found;
            }
            self.back(drawer, was);
        }
        Some(false)
    }

    /// Whether it may leave and might then draw less from the sum than it does.
    fn relieves(&self, run: u32, sum: u32) -> bool {
        !self.is_locked(run)
            && self.board.draw_of(run, sum) > self.board.problem.least_draw(run, sum)
    }

    fn lock(&mut self, run: u32, on: bool) {
        if let Some(of) = self.locked.get_mut(run as usize) {
            *of = on;
        }
    }

    /// Up to `most` ways in that the budget reaches for, and the least price of one that it does not.
    fn ways(&mut self, run: u32, spent: Price, most: usize) -> (Vec<Way>, Option<Price>) {
        let (mut found, mut above) = (Vec::new(), None);
        let problem = self.board.problem;
        let old = self.old.get(run as usize).copied().flatten();
        // One who asks and could go back to its old place pays for any other.
        let elsewhere = self.price_of(run);
        for (candidate, at) in problem.candidates(run).iter().zip(0u32..) {
            let mut way = Growing {
                run,
                candidate,
                spot: Spot::of(at),
                price: if old.is_some_and(|old| old.candidate == at) {
                    0
                } else {
                    elsewhere
                },
                out: Vec::new(),
            };
            self.grow(
                &mut way,
                &candidate.needs,
                spent,
                most,
                &mut found,
                &mut above,
            );
            if found.len() >= most {
                break;
            }
        }
        (found, above)
    }

    fn grow(
        &mut self,
        way: &mut Growing<'_>,
        needs: &[Vec<u32>],
        spent: Price,
        most: usize,
        found: &mut Vec<Way>,
        above: &mut Option<Price>,
    ) {
        let Some((need, rest)) = needs.split_first() else {
            let run = way.run;
            let old = self.old.get(run as usize).copied().flatten();
            let aside =
                old != Some(way.spot) && old.is_some_and(|old| old.candidate == way.spot.candidate);
            let price = way.price + if aside { self.price_of(run) } else { 0 };
            match self.relief(way) {
                Some(relief) if spent + price + relief <= self.budget => found.push(Way {
                    price,
                    spot: way.spot,
                    out: way.out.clone(),
                }),
                Some(relief) => lower(above, spent + price + relief),
                None => {}
            }
            return;
        };
        let nth = way.candidate.needs.len() - needs.len();
        for resource in need {
            if found.len() >= most {
                return;
            }
            if way.spot.resources().any(|other| other == *resource) {
                continue;
            }
            let (price, out) = (way.price, way.out.len());
            if self.clear(
                *resource,
                &way.candidate.slots,
                &mut way.price,
                &mut way.out,
            ) {
                if spent + way.price > self.budget {
                    lower(above, spent + way.price);
                } else if way.spot.choose(nth, *resource) {
                    self.grow(way, rest, spent, most, found, above);
                    way.spot.clear(nth);
                }
            }
            way.price = price;
            way.out.truncate(out);
        }
    }

    /// Who must leave the resource at the slots, added to `out` and to the price; false where one of
    /// them may not.
    fn clear(
        &mut self,
        resource: u32,
        slots: &[u32],
        price: &mut Price,
        out: &mut Vec<u32>,
    ) -> bool {
        self.board.steps += 1;
        for slot in slots {
            let holder = self.board.holder(resource, *slot);
            if holder == NONE {
                continue;
            }
            if self.is_locked(holder) {
                return false;
            }
            if !out.contains(&holder) {
                out.push(holder);
                *price += self.price_of(holder);
            }
        }
        true
    }

    /// The least that must be paid besides where a sum does not reach even when all of `out` left:
    /// someone who draws from it must leave too. `None` where nobody can.
    fn relief(&self, way: &Growing<'_>) -> Option<Price> {
        let board = &*self.board;
        let mut most = 0;
        for resource in way.spot.resources() {
            let Some(sum) = board.problem.drawn(resource) else {
                continue;
            };
            let freed = way.out.iter().map(|run| board.draw_of(*run, sum));
            let left = freed.fold(board.left(sum), i64::saturating_add);
            let own = board.problem.draw(way.run, sum);
            if own.saturating_add(way.candidate.units()) <= left {
                continue;
            }
            let drawers = board.drawers(sum).iter();
            let others = drawers.filter(|run| self.relieves(**run, sum) && !way.out.contains(run));
            most = most.max(others.map(|run| self.price_of(*run)).min()?);
        }
        Some(most)
    }
}
