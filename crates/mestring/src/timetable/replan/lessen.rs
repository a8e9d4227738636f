//! The same runs placed with as little moved as possible.

use std::ops::ControlFlow;

use super::super::board::{Board, Spot};
use super::super::ladder::Ladder;
use super::super::problem::Problem;
use super::super::refusal::short;
use super::search::{Outcome, Price, Search, price};

/// How many steps one run may take to come in or to come back, where the search for the least was
/// given up.
const ALONE: u64 = 20_000;

/// How often those without a place try again in another order.
const TURNS: usize = 6;

/// How often the budget of a run that comes in alone is doubled.
const DOUBLED: usize = 6;

/// Where runs stood before, as far as they still could by themselves, and what leaving that costs.
pub(super) struct Before {
    pub(super) spots: Vec<Option<Spot>>,
    pub(super) prices: Vec<Price>,
}

impl Before {
    /// A place is gone where it is not free, where its own sums do not reach, or where a fixed run
    /// stands or draws what it needs.
    pub(super) fn new(problem: &Problem) -> Self {
        let mut board = Board::new(problem);
        for run in 0..problem.len() {
            let fixed = problem.fixed_at(run);
            if let Some(spot) = fixed.and_then(|at| board.spot_of(run, at)) {
                board.put(run, spot);
            }
        }
        let (mut spots, mut prices) = (Vec::new(), Vec::new());
        for run in 0..problem.len() {
            let placed = problem.placed_at(run);
            let spot = placed.and_then(|(at, _)| board.spot_of(run, at));
            let spot = spot.filter(|spot| board.fits(run, *spot));
            let weight = placed.map_or(0, |(_, weight)| weight);
            spots.push(spot);
            prices.push(if spot.is_some() { price(weight) } else { 0 });
        }
        Before { spots, prices }
    }

    pub(super) fn spot(&self, run: u32) -> Option<Spot> {
        self.spots.get(run as usize).copied().flatten()
    }

    pub(super) fn price(&self, run: u32) -> Price {
        self.prices.get(run as usize).copied().unwrap_or(0)
    }

    /// The run is placed, and not where it could have stayed.
    pub(super) fn has_moved(&self, board: &Board<'_>, run: u32) -> bool {
        let old = self.spot(run);
        board.is_placed(run) && old.is_some() && board.spot(run) != old
    }

    /// What the moves of the board cost.
    pub(super) fn cost(&self, board: &Board<'_>) -> Price {
        let moved = (0..board.problem.len()).filter(|run| self.has_moved(board, *run));
        moved.map(|run| self.price(run)).sum()
    }

    /// Moves back what can be, every run keeping a place; the price below which no timetable places
    /// the same runs. `tell` is told of the steps before each budget and may end the search.
    pub(super) fn lessen(
        &self,
        board: &mut Board<'_>,
        steps: u64,
        tell: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<Price, Price> {
        let cost = self.cost(board);
        let stood = board.spots().to_vec();
        let until = board.steps.saturating_add(steps / 2);
        let mut bound = 0;
        let asking = self.put_back(board);
        while bound < cost {
            if tell(board.steps).is_break() {
                board.restore(&stood);
                self.return_to_free_homes(board);
                return ControlFlow::Break(bound);
            }
            let search = Search::new(board, &self.spots, &self.prices, bound, until);
            match search.place(&asking) {
                Outcome::Found => return ControlFlow::Continue(bound),
                Outcome::None(Some(above)) => bound = above,
                Outcome::None(None) | Outcome::Unknown => break,
            }
        }
        let until = board.steps.saturating_add(steps / 2);
        if bound >= cost || !self.come_in_by_turns(board, asking, until) || self.cost(board) > cost
        {
            board.restore(&stood);
        }
        self.return_one_by_one(board, until, bound);
        self.return_to_free_homes(board);
        ControlFlow::Continue(bound)
    }

    /// Those who ask come in one by one; one who finds no place is the first of the next turn.
    fn come_in_by_turns(&self, board: &mut Board<'_>, mut asking: Vec<u32>, until: u64) -> bool {
        let stood = board.spots().to_vec();
        for _ in 0..TURNS {
            let Err(late) = self.come_in_one_by_one(board, &asking, until) else {
                return true;
            };
            board.restore(&stood);
            asking.retain(|run| *run != late);
            asking.insert(0, late);
        }
        false
    }

    /// Places the run so that nobody else loses a place, or else nobody of its level or an earlier one;
    /// on failure the board is as before.
    pub(super) fn make_room(&self, board: &mut Board<'_>, ladder: &Ladder, run: u32, until: u64) {
        let problem = board.problem;
        let level = ladder.level(run);
        let kept = ladder.kept(problem, run, &|other| board.is_placed(other));
        if short(problem, &kept, run).is_some()
            || self.come_in_one_by_one(board, &[run], until).is_ok()
        {
            return;
        }
        let stood = board.spots().to_vec();
        let later = problem.order().iter().copied();
        let later = later.filter(|of| ladder.level(*of) > level && !problem.is_fixed(*of));
        let later: Vec<(u32, Spot)> = later.filter_map(|of| Some((of, board.lift(of)?))).collect();
        if self.come_in_one_by_one(board, &[run], until).is_err() {
            return board.restore(&stood);
        }
        for (other, spot) in later {
            if board.fits(other, spot) {
                board.put(other, spot);
            }
        }
    }

    /// What each run on the board would cost if it left: nothing more where it has moved.
    fn prices_now(&self, board: &Board<'_>) -> Vec<Price> {
        let at_home = |run: &u32| board.spot(*run) == self.spot(*run);
        (0..board.problem.len())
            .map(|run| if at_home(&run) { self.price(run) } else { 0 })
            .collect()
    }

    /// Those who ask come in one after the other, each as cheaply as it is found to; the first for
    /// whom nothing is found ends it.
    fn come_in_one_by_one(
        &self,
        board: &mut Board<'_>,
        asking: &[u32],
        until: u64,
    ) -> Result<(), u32> {
        asking
            .iter()
            .try_for_each(|run| match self.come_in(board, *run, until) {
                true => Ok(()),
                false => Err(*run),
            })
    }

    fn come_in(&self, board: &mut Board<'_>, run: u32, until: u64) -> bool {
        let (mut budget, mut doubled) = (0, 0);
        while board.steps < until && doubled <= DOUBLED {
            let mut prices = self.prices_now(board);
            // It pays for another place only if it could go back.
            if let Some(price) = prices.get_mut(run as usize) {
                *price = self.price(run);
            }
            let steps = board.steps.saturating_add(ALONE).min(until);
            match Search::new(board, &self.spots, &prices, budget, steps).place(&[run]) {
                Outcome::Found => return true,
                Outcome::None(Some(above)) => budget = above,
                Outcome::None(None) => return false,
                Outcome::Unknown => {
                    doubled += 1;
                    budget = budget.max(1 << 32).saturating_mul(2);
                }
            }
        }
        false
    }

    /// Everybody on the board stands where it stood before, as far as that goes together, by
    /// priority; the others leave the board and are listed.
    fn put_back(&self, board: &mut Board<'_>) -> Vec<u32> {
        let problem = board.problem;
        let able = problem.order().iter().copied();
        let able = able.filter(|run| board.is_placed(*run) && !problem.is_fixed(*run));
        let able: Vec<u32> = able.collect();
        for run in &able {
            board.lift(*run);
        }
        let mut asking = Vec::new();
        for run in able {
            match self.spot(run).filter(|spot| board.fits(run, *spot)) {
                Some(spot) => board.put(run, spot),
                None => asking.push(run),
            }
        }
        asking
    }

    /// Whoever could simply go home does, the dearest first: the searches above can run out of steps
    /// before they ask.
    fn return_to_free_homes(&self, board: &mut Board<'_>) {
        let problem = board.problem;
        let mut again = true;
        while again {
            again = false;
            let moved = (0..problem.len()).filter(|run| self.has_moved(board, *run));
            let mut moved: Vec<u32> = moved.collect();
            moved.sort_by_key(|run| std::cmp::Reverse(self.price(*run)));
            for run in moved {
                let (Some(home), Some(stood)) = (self.spot(run), board.lift(run)) else {
                    continue;
                };
                let fits = board.fits(run, home);
                board.put(run, if fits { home } else { stood });
                again |= fits;
            }
        }
    }

    /// The dearest moved run first: it goes back if those in its way find places for less.
    fn return_one_by_one(&self, board: &mut Board<'_>, until: u64, bound: Price) {
        let problem = board.problem;
        let mut again = true;
        while again && self.cost(board) > bound {
            again = false;
            let moved = (0..problem.len()).filter(|run| self.has_moved(board, *run));
            let mut moved: Vec<u32> = moved.collect();
            moved.sort_by_key(|run| std::cmp::Reverse(self.price(*run)));
            for run in moved {
                let (Some(home), true) = (self.spot(run), self.has_moved(board, run)) else {
                    continue;
                };
                if board.steps > until {
                    return;
                }
                let prices = self.prices_now(board);
                let Some(stood) = board.lift(run) else {
                    continue;
                };
                let steps = board.steps.saturating_add(ALONE).min(until);
                let budget = self.price(run).saturating_sub(1);
                let came =
                    Search::new(board, &self.spots, &prices, budget, steps).place_at(run, home);
                again |= came;
                if !came {
                    board.put(run, stood);
                }
            }
        }
    }
}
