//! Whether a timetable after a change is what it claims, from the setting and not from the search.

use std::collections::BTreeSet;

use super::super::board::Board;
use super::super::check::{check, check_placements};
use super::super::error::Fault;
use super::super::ladder::Order;
use super::super::oracle::{free_spots, search};
use super::super::problem::{NONE, Placement, Problem, Standing};
use super::{Changed, Fate, Moves, Replanned};

/// How far the proof of the moves could be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeated {
    /// All of it holds.
    Whole,
    /// The steps were used up before; nothing so far speaks against it.
    InPart,
}

/// A weight, then a number of runs.
type Cost = (i128, u32);

/// Whether the levels and refusals hold (see [`check()`]), whether the changes are told as they are,
/// and whether no timetable that places the same runs moves less than is claimed, tried in at most
/// `steps` steps. The proof is repeated in another way than it was found: one set of moved runs after
/// the other, with everybody else where they stood.
///
/// # Errors
/// The first [`Fault`].
pub fn check_moves(
    problem: &Problem,
    order: Order,
    replanned: &Replanned,
    steps: u64,
) -> Result<Repeated, Fault> {
    let Replanned {
        solution,
        changes,
        moves,
    } = replanned;
    check(problem, order, solution)?;
    let homes = homes(problem);
    let mut told = changes.iter();
    let mut found: Cost = (0, 0);
    for (run, now) in (0u32..).zip(&solution.placements) {
        let Some(change) = change(problem, &homes, run, now.as_ref()) else {
            continue;
        };
        if told.next() != Some(&change) {
            return Err(wrong(format!("what became of run {run}")));
        }
        if change.fate == Fate::Moved {
            found = (found.0 + i128::from(change.weight), found.1 + 1);
        }
    }
    if let Some(more) = told.next() {
        return Err(wrong(format!("what became of run {}", more.run)));
    }
    let least = match moves {
        Moves::Least => found,
        Moves::AtLeast { weight, runs } => (*weight, *runs),
    };
    let mut case = Case {
        there: (0u32..)
            .zip(&solution.placements)
            .filter_map(|(run, at)| at.as_ref().map(|_| run))
            .collect(),
        board: Board::new(problem),
        homes,
        least,
        steps,
        seen: BTreeSet::new(),
    };
    match case.is_least(&mut Vec::new(), (0, 0)) {
        Some(true) if least <= found => Ok(Repeated::Whole),
        None if least <= found => Ok(Repeated::InPart),
        _ => Err(wrong("the least moves".to_owned())),
    }
}

fn wrong(of: String) -> Fault {
    Fault::Proof { of }
}

/// Where each run stood that could stay there by itself beside what is fixed.
fn homes(problem: &Problem) -> Vec<Option<Placement>> {
    let setting = problem.setting();
    let mut alone: Vec<Option<Placement>> = (0..problem.len())
        .map(|run| problem.fixed_at(run).cloned())
        .collect();
    let mut homes = Vec::new();
    for (nth, run) in setting.runs.iter().enumerate() {
        let mut home = None;
        if let (Standing::Placed { at, .. }, Some(of)) = (&run.standing, alone.get_mut(nth)) {
            *of = Some(at.clone());
            home = check_placements(setting, &alone)
                .is_ok()
                .then(|| at.clone());
            if let Some(of) = alone.get_mut(nth) {
                *of = None;
            }
        }
        homes.push(home);
    }
    homes
}

fn change(
    problem: &Problem,
    homes: &[Option<Placement>],
    run: u32,
    now: Option<&Placement>,
) -> Option<Changed> {
    let (at, weight) = problem.placed_at(run)?;
    let fate = match (now, homes.get(run as usize)) {
        (None, _) => Fate::Dropped,
        (Some(now), _) if now == at => return None,
        (_, Some(Some(_))) => Fate::Moved,
        _ => Fate::Replaced,
    };
    Some(Changed { run, weight, fate })
}

/// The runs that are placed, and what is claimed of all timetables that place them.
struct Case<'p> {
    there: Vec<u32>,
    homes: Vec<Option<Placement>>,
    board: Board<'p>,
    least: Cost,
    steps: u64,
    seen: BTreeSet<Vec<u32>>,
}

impl Case<'_> {
    /// Whether no timetable in which at least `moved` (sorted) moved moves less than the claim.
    fn is_least(&mut self, moved: &mut Vec<u32>, cost: Cost) -> Option<bool> {
        if cost >= self.least || !self.seen.insert(moved.clone()) {
            return Some(true);
        }
        let Some(one_of) = self.who_else(moved)? else {
            return Some(false);
        };
        for run in one_of {
            let weight = self
                .board
                .problem
                .placed_at(run)
                .map_or(0, |(_, weight)| weight);
            let (Err(at), false) = (moved.binary_search(&run), self.board.problem.is_fixed(run))
            else {
                continue;
            };
            moved.insert(at, run);
            let least = self.is_least(moved, (cost.0 + i128::from(weight), cost.1 + 1));
            moved.remove(at);
            if least != Some(true) {
                return least;
            }
        }
        Some(true)
    }

    /// Runs of which one more must move, where only these did; none where all find a place.
    fn who_else(&mut self, moved: &[u32]) -> Option<Option<BTreeSet<u32>>> {
        let problem = self.board.problem;
        let nobody = vec![None; self.there.len().max(problem.len() as usize)];
        self.board.restore(&nobody);
        let mut asking = Vec::new();
        let mut fixed_first = self.there.clone();
        fixed_first.sort_by_key(|run| !problem.is_fixed(*run));
        for run in fixed_first {
            let home = match problem.fixed_at(run) {
                Some(at) => Some(at),
                None => self.homes.get(run as usize).and_then(Option::as_ref),
            };
            let stays = moved.binary_search(&run).is_err();
            let Some(spot) = home
                .filter(|_| stays)
                .and_then(|at| self.board.spot_of(run, at))
            else {
                asking.push(run);
                continue;
            };
            if !self.board.fits(run, spot) {
                // Two homes exclude each other, or a sum does not reach for all of them.
                let mut clash: BTreeSet<u32> = self.there.iter().copied().collect();
                clash.retain(|other| self.board.is_placed(*other) || *other == run);
                return Some(Some(clash));
            }
            self.board.put(run, spot);
        }
        let mut fewest: Option<BTreeSet<u32>> = None;
        for run in &asking {
            if self.board.steps > self.steps {
                return None;
            }
            if free_spots(&mut self.board, *run, 1).is_empty() {
                let in_the_way = self.in_the_way(*run);
                if fewest
                    .as_ref()
                    .is_none_or(|least| in_the_way.len() < least.len())
                {
                    fewest = Some(in_the_way);
                }
            }
        }
        if fewest.is_some() {
            return Some(fewest);
        }
        let together = asking
            .iter()
            .flat_map(|run| self.in_the_way(*run))
            .collect();
        match search(&mut self.board, &mut asking, self.steps)? {
            true => Some(None),
            false => Some(Some(together)),
        }
    }

    /// Everybody who stands where the run could, or draws more than they must from a sum that it could
    /// draw from.
    fn in_the_way(&self, run: u32) -> BTreeSet<u32> {
        let (problem, board) = (self.board.problem, &self.board);
        let mut found = BTreeSet::new();
        let mut sums: BTreeSet<u32> = problem.draws(run).iter().map(|(sum, _)| *sum).collect();
        for candidate in problem.candidates(run) {
            for resource in candidate.needs.iter().flatten() {
                let holders = (candidate.slots.iter()).map(|slot| board.holder(*resource, *slot));
                found.extend(holders.filter(|holder| *holder != NONE));
                sums.extend(problem.drawn(*resource));
            }
        }
        for sum in sums {
            let more = |run: &&u32| board.draw_of(**run, sum) > problem.least_draw(**run, sum);
            found.extend(board.drawers(sum).iter().filter(more));
        }
        found
    }
}
