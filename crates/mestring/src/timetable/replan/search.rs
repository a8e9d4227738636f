//! Whether runs find a place at the price of moving others, decided exactly up to a budget.
//!
//! Every run that asks for a place is tried in each of its ways; who stands there leaves, at a price,
//! and asks in turn. A timetable that costs no more than the budget is found by placing each run that
//! asks where that timetable has it, so a search that ends without one proves that there is none
//! (iterative deepening over the price, Korf 1985). A failure says which of the choices before had a
//! part in it, and the others are not tried again (conflict-directed backjumping, Prosser 1993).

use super::super::board::{Board, Spot};
use super::super::problem::{Candidate, NONE};

/// What moving costs: the weight times 2^32, plus one a run, so that fewer runs decide among equal
/// weights. Neither part can overflow: weights have 63 bits, and runs are fewer than 2^32.
pub(super) type Price = u128;

/// What moving one run of the weight costs.
pub(super) fn price(weight: i64) -> Price {
    (Price::from(u64::try_from(weight).unwrap_or(0)) << 32) | 1
}

/// A set of choices that were made, by their depth: one bit each, the last for all that are deeper.
type Choices = u128;

fn choice(depth: u32) -> Choices {
    1 << depth.min(Choices::BITS - 1)
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

/// Why a part of the search ended without a timetable.
enum End {
    /// None exists while these choices stand.
    None(Choices),
    /// The steps were used up.
    Unknown,
}

type Found = Result<(), End>;

/// A way in.
struct Way {
    price: Price,
    spot: Spot,
    /// Who must leave.
    out: Vec<u32>,
}

/// The ways in that the budget reaches for, and why others are none.
#[derive(Default)]
struct Ways {
    open: Vec<Way>,
    /// How many are looked for.
    most: usize,
    /// The least price beyond the budget.
    above: Option<Price>,
    /// The choices without which there might be more.
    blame: Choices,
}

/// A way that grows need by need.
struct Growing<'c> {
    run: u32,
    candidate: &'c Candidate,
    spot: Spot,
    price: Price,
    out: Vec<u32>,
}

/// What one search knows of a run.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// What leaving its old place costs; nothing where that is gone or left already.
    price: Price,
    /// It may not be asked to leave: fixed, or chosen.
    locked: bool,
    /// The choice that put it where it is, or for which it had to leave.
    by: Choices,
}

/// One search on a board: where runs stood, and what each costs if it leaves that place.
pub(super) struct Search<'a, 'p> {
    board: &'a mut Board<'p>,
    old: &'a [Option<Spot>],
    marks: Vec<Mark>,
    budget: Price,
    /// The search ends when the board has counted so many steps.
    until: u64,
    /// The least price above the budget that was met.
    above: Option<Price>,
    depth: u32,
    /// The choices that cost something.
    spenders: Choices,
}

fn lower(above: &mut Option<Price>, price: Price) {
    *above = Some(above.map_or(price, |least| least.min(price)));
}

impl<'a, 'p> Search<'a, 'p> {
    /// `prices` by run: what it costs if the run leaves where it stands, or, where it asks, if it
    /// comes to stand elsewhere than in its old place.
    pub(super) fn new(
        board: &'a mut Board<'p>,
        old: &'a [Option<Spot>],
        prices: &[Price],
        budget: Price,
        until: u64,
    ) -> Self {
        let problem = board.problem;
        let marks = (0..problem.len()).zip(prices).map(|(run, price)| Mark {
            price: *price,
            locked: problem.is_fixed(run),
            by: 0,
        });
        Search {
            marks: marks.collect(),
            board,
            old,
            budget,
            until,
            above: None,
            depth: 0,
            spenders: 0,
        }
    }

    /// Places all that ask, within the budget; on failure the board is as before.
    pub(super) fn place(mut self, asking: &[u32]) -> Outcome {
        match self.go(asking, 0) {
            Ok(()) => Outcome::Found,
            Err(End::None(_)) => Outcome::None(self.above),
            Err(End::Unknown) => Outcome::Unknown,
        }
    }

    /// Places the run at the spot, whoever must leave it, and those in turn; whether that was found.
    pub(super) fn place_at(mut self, run: u32, spot: Spot) -> bool {
        let candidates = self.board.problem.candidates(run);
        let Some(candidate) = candidates.get(spot.candidate as usize) else {
            return false;
        };
        let mut way = Growing {
            run,
            candidate,
            spot,
            price: 0,
            out: Vec::new(),
        };
        let cleared = (spot.resources()).all(|resource| self.clear(&mut way, resource).is_ok());
        let way = Way {
            price: way.price,
            spot,
            out: way.out,
        };
        cleared && way.price <= self.budget && self.enter(run, &way, &[], way.price).is_ok()
    }

    fn mark(&self, run: u32) -> Mark {
        self.marks.get(run as usize).copied().unwrap_or(Mark {
            price: 0,
            locked: true,
            by: 0,
        })
    }

    fn set(&mut self, run: u32, mark: Mark) {
        if let Some(of) = self.marks.get_mut(run as usize) {
            *of = mark;
        }
    }

    /// Places the one that has the fewest ways, then the others.
    fn go(&mut self, asking: &[u32], spent: Price) -> Found {
        let mut fewest: Option<(u32, Ways)> = None;
        for run in asking {
            if self.board.steps > self.until {
                return Err(End::Unknown);
            }
            let most = (fewest.as_ref()).map_or(usize::MAX, |(_, ways)| ways.open.len());
            let ways = self.ways(*run, spent, most);
            if ways.open.len() < most {
                let none = ways.open.is_empty();
                fewest = Some((*run, ways));
                if none {
                    break;
                }
            }
        }
        let Some((run, mut ways)) = fewest else {
            return Ok(());
        };
        if let Some(price) = ways.above {
            lower(&mut self.above, price);
        }
        let mut blame = ways.blame | self.mark(run).by;
        ways.open.sort_by_key(|way| way.price);
        let others: Vec<u32> = asking.iter().copied().filter(|of| *of != run).collect();
        let own = choice(self.depth);
        for way in ways.open {
            match self.enter(run, &way, &others, spent + way.price) {
                // Whatever way it takes, the others fail alike.
                Err(End::None(choices)) if choices & own == 0 => return Err(End::None(choices)),
                Err(End::None(choices)) => blame |= choices,
                done => return done,
            }
        }
        // A bit that deeper choices share is never taken back.
        let shared = choice(Choices::BITS);
        Err(End::None(blame & (!own | shared)))
    }

    /// Takes the way, and places those who had to leave with the others.
    fn enter(&mut self, run: u32, way: &Way, others: &[u32], spent: Price) -> Found {
        let (mut asking, mut gone) = (others.to_vec(), Vec::with_capacity(way.out.len()));
        let spenders = self.spenders;
        if way.price > 0 {
            self.spenders |= choice(self.depth);
        }
        for other in &way.out {
            gone.extend(self.ask(*other).map(|was| (*other, was)));
            asking.push(*other);
        }
        let found = self.settle(run, way.spot, &asking, spent, None);
        self.spenders = spenders;
        if found.is_err() {
            for (other, was) in gone.into_iter().rev() {
                self.back(other, was);
            }
        }
        found
    }

    /// The run leaves, paid for, because of the choice at this depth; what it was and where it stood.
    fn ask(&mut self, run: u32) -> Option<(Mark, Spot)> {
        let (spot, was) = (self.board.lift(run)?, self.mark(run));
        let by = choice(self.depth);
        self.set(
            run,
            Mark {
                price: 0,
                by,
                ..was
            },
        );
        Some((was, spot))
    }

    fn back(&mut self, run: u32, (was, spot): (Mark, Spot)) {
        self.set(run, was);
        self.board.put(run, spot);
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
    ) -> Found {
        let own = choice(self.depth);
        let Some((sum, _)) = self.board.short_of(run, spot) else {
            let was = self.mark(run);
            self.board.put(run, spot);
            let (locked, by) = (true, own);
            self.set(run, Mark { locked, by, ..was });
            self.depth += 1;
            let found = self.go(asking, spent);
            self.depth -= 1;
            self.set(run, was);
            if found.is_err() {
                self.board.lift(run);
            }
            return found;
        };
        // With another way of this run the sum might not be needed.
        let mut blame = own | self.chosen_drawers(sum);
        let mut drawers: Vec<u32> = self.board.drawers(sum).to_vec();
        drawers.sort_unstable();
        drawers.dedup();
        for drawer in drawers {
            let tried = after.is_some_and(|(of, last)| of == sum && drawer <= last);
            if tried || !self.relieves(drawer, sum) {
                continue;
            }
            self.board.steps += 1;
            if self.board.steps > self.until {
                return Err(End::Unknown);
            }
            let price = self.mark(drawer).price;
            let total = spent + price;
            if total > self.budget {
                lower(&mut self.above, total);
                blame |= self.spenders;
                continue;
            }
            let Some(was) = self.ask(drawer) else {
                continue;
            };
            let spenders = self.spenders;
            if price > 0 {
                self.spenders |= own;
            }
            let mut more = asking.to_vec();
            more.push(drawer);
            let found = self.settle(run, spot, &more, total, Some((sum, drawer)));
            self.spenders = spenders;
            match found {
                Ok(()) => return Ok(()),
                Err(end) => {
                    self.back(drawer, was);
                    match end {
                        End::None(choices) if choices & own != 0 => blame |= choices,
                        end => return Err(end),
                    }
                }
            }
        }
        Err(End::None(blame))
    }

    /// Whether it may leave and might then draw less from the sum than it does.
    fn relieves(&self, run: u32, sum: u32) -> bool {
        !self.mark(run).locked
            && self.board.draw_of(run, sum) > self.board.problem.least_draw(run, sum)
    }

    /// The choices that draw from the sum.
    fn chosen_drawers(&self, sum: u32) -> Choices {
        let drawers = self.board.drawers(sum).iter();
        let chosen = drawers
            .map(|run| self.mark(*run))
            .filter(|mark| mark.locked);
        chosen.fold(0, |choices, mark| choices | mark.by)
    }

    /// Up to `most` ways in that the budget reaches for.
    fn ways(&mut self, run: u32, spent: Price, most: usize) -> Ways {
        let mut ways = Ways {
            most,
            ..Ways::default()
        };
        let problem = self.board.problem;
        let old = self.old.get(run as usize).copied().flatten();
        // One who asks and could go back to its old place pays for any other.
        let elsewhere = self.mark(run).price;
        for (candidate, at) in problem.candidates(run).iter().zip(0u32..) {
            let home = old.is_some_and(|old| old.candidate == at);
            let mut way = Growing {
                run,
                candidate,
                spot: Spot::of(at),
                price: if home { 0 } else { elsewhere },
                out: Vec::new(),
            };
            self.grow(&mut way, &candidate.needs, spent, &mut ways);
            if ways.open.len() >= most {
                break;
            }
        }
        ways
    }

    fn grow(&mut self, way: &mut Growing<'_>, needs: &[Vec<u32>], spent: Price, ways: &mut Ways) {
        let Some((need, rest)) = needs.split_first() else {
            return self.close(way, spent, ways);
        };
        let nth = way.candidate.needs.len() - needs.len();
        for resource in need {
            if ways.open.len() >= ways.most {
                return;
            }
            if way.spot.resources().any(|other| other == *resource) {
                continue;
            }
            let (price, out) = (way.price, way.out.len());
            match self.clear(way, *resource) {
                Err(by) => ways.blame |= by,
                Ok(()) if spent + way.price > self.budget => {
                    lower(&mut ways.above, spent + way.price);
                    ways.blame |= self.spenders;
                }
                Ok(()) if way.spot.choose(nth, *resource) => {
                    self.grow(way, rest, spent, ways);
                    way.spot.clear(nth);
                }
                Ok(()) => {}
            }
            way.price = price;
            way.out.truncate(out);
        }
    }

    /// The way has all its resources: it is open if the budget reaches for what sums demand besides.
    fn close(&mut self, way: &Growing<'_>, spent: Price, ways: &mut Ways) {
        let old = self.old.get(way.run as usize).copied().flatten();
        let aside = old.is_some_and(|old| old.candidate == way.spot.candidate && old != way.spot);
        let price = way.price + if aside { self.mark(way.run).price } else { 0 };
        let (relief, blame) = self.relief(way);
        match relief.map(|relief| spent + price + relief) {
            Some(total) if total <= self.budget => ways.open.push(Way {
                price,
                spot: way.spot,
                out: way.out.clone(),
            }),
            Some(total) => {
                lower(&mut ways.above, total);
                ways.blame |= blame | self.spenders;
            }
            None => ways.blame |= blame,
        }
    }

    /// Who must leave the resource is added to the way and its price; the choice that holds it where
    /// one of them may not.
    fn clear(&mut self, way: &mut Growing<'_>, resource: u32) -> Result<(), Choices> {
        self.board.steps += 1;
        for slot in &way.candidate.slots {
            let holder = self.board.holder(resource, *slot);
            if holder == NONE {
                continue;
            }
            let mark = self.mark(holder);
            if mark.locked {
                return Err(mark.by);
            }
            if !way.out.contains(&holder) {
                way.out.push(holder);
                way.price += mark.price;
            }
        }
        Ok(())
    }

    /// The least that must be paid besides where a sum does not reach even when all of `out` left:
    /// someone who draws from it must leave too; none where nobody can. And the choices to blame.
    fn relief(&self, way: &Growing<'_>) -> (Option<Price>, Choices) {
        let board = &*self.board;
        let (mut most, mut blame) = (0, 0);
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
            blame |= self.chosen_drawers(sum);
            let drawers = board.drawers(sum).iter();
            let others = drawers.filter(|run| self.relieves(**run, sum) && !way.out.contains(run));
            match others.map(|run| self.mark(*run).price).min() {
                Some(price) => most = most.max(price),
                None => return (None, blame),
            }
        }
        (Some(most), blame)
    }
}
