//! Whether a timetable is feasible, from the setting alone: no search, no state, no candidates.

use std::collections::BTreeMap;

use super::board::Board;

use super::crowding::Weights;
use super::error::Fault;
use super::ladder::{Ladder, Order};
use super::oracle::{Answer, Backtracking, Oracle};
use super::problem::{Placement, Problem, Setting, Standing};
use super::refusal::holds;
use super::relaxation::{Certificate, Relaxation};
use super::solve::{Proof, Solution, Status};

/// How many steps the checker gives the repetition of one conflict: a second at most.
pub(super) const STEPS: u64 = 100_000_000;

/// Whether a solution is what it claims: feasible, with the values and the proofs that it states.
///
/// What each proof shows is said at [`Status`], [`Certificate`] and [`Reason`](super::Reason).
///
/// # Errors
/// The first [`Fault`].
pub fn check(problem: &Problem, order: Order, solution: &Solution) -> Result<(), Fault> {
    check_feasible(problem, &solution.placements)?;
    let placed = |run: u32| matches!(solution.placements.get(run as usize), Some(Some(_)));
    let ladder = Ladder::new(problem, order);
    check_refusals(problem, &ladder, solution, &placed)?;
    let classes = problem.classes();
    let told: Vec<u32> = solution.levels.iter().map(|level| level.class).collect();
    if told != classes {
        return Err(Fault::Proof {
            of: "the levels".to_owned(),
        });
    }
    let (mut sound, mut kept) = (true, Vec::new());
    for (nth, level) in (0u32..).zip(&solution.levels) {
        let class = level.class;
        let runs = (0..problem.len()).filter(|run| problem.class(*run) == class);
        let found = runs
            .filter(|run| placed(*run))
            .map(|run| problem.value(run))
            .sum();
        if level.value != found {
            return Err(Fault::Value {
                class,
                claimed: level.value,
                found,
            });
        }
        let proven = || -> bool {
            let mut own = solution
                .refusals
                .iter()
                .filter(|of| problem.class(of.run) == class);
            own.all(|refusal| refusal.reason.is_proof())
        };
        let bounds = |bound: i64, proof: &Proof| match (proof, order) {
            (Proof::Refusals, Order::Strict) => bound == found && proven(),
            (Proof::Refusals, Order::MostValue) => {
                let able = (0..problem.len()).filter(|run| problem.class(*run) == class);
                let able = able.filter(|run| !problem.candidates(*run).is_empty());
                able.map(|run| problem.value(run)).sum::<i64>() <= bound
            }
            (Proof::Sums { .. }, Order::Strict) => false,
            (Proof::Sums { cuts, certificate }, Order::MostValue) => {
                let once = |group: &Vec<u32>| group.is_sorted_by(|one, next| one < next);
                if !cuts.conflicts.iter().all(|runs| clash(problem, runs))
                    || !cuts.groups.iter().all(once)
                    || !cuts.weights.iter().all(Weights::are_listed)
                {
                    return false;
                }
                let relaxation = Relaxation::new(problem, &ladder, nth, &kept, cuts);
                certified(&relaxation, certificate, relaxation.start(), bound)
            }
        };
        let holds = match &level.status {
            Status::Proven(proof) => sound && bounds(found, proof),
            Status::ProvenGiven(proof) => !sound && bounds(found, proof),
            Status::Gap { bound, proof } => *bound > found && bounds(*bound, proof),
            Status::Unproven => true,
        };
        if !holds {
            return Err(Fault::Proof {
                of: format!("class {class}"),
            });
        }
        sound = level.status.is_proven();
        kept.push(found);
    }
    Ok(())
}

fn check_refusals(
    problem: &Problem,
    ladder: &Ladder,
    solution: &Solution,
    placed: &dyn Fn(u32) -> bool,
) -> Result<(), Fault> {
    let mut board = Board::new(problem);
    for (run, placement) in (0..problem.len()).zip(&solution.placements) {
        if let Some(spot) = placement.as_ref().and_then(|at| board.spot_of(run, at)) {
            board.put(run, spot);
        }
    }
    let told: Vec<u32> = solution
        .refusals
        .iter()
        .map(|refusal| refusal.run)
        .collect();
    let refused = problem.order().iter().copied().filter(|run| !placed(*run));
    if let Some(run) = (0..problem.len()).find(|run| told.contains(run) == placed(*run)) {
        return Err(Fault::Untold { run });
    }
    if !refused.eq(told) {
        return Err(Fault::Proof {
            of: "the order of refusals".to_owned(),
        });
    }
    for refusal in &solution.refusals {
        let run = refusal.run;
        let kept = ladder.kept(problem, run, placed);
        if !holds(problem, &mut board, &kept, run, &refusal.reason, STEPS) {
            return Err(Fault::Proof {
                of: format!("the refusal of run {run}"),
            });
        }
    }
    Ok(())
}

/// Whether the runs, each once and in order, cannot all be placed together.
fn clash(problem: &Problem, runs: &[u32]) -> bool {
    let Some((want, keep)) = runs.split_last() else {
        return false;
    };
    let alone = runs.is_sorted_by(|one, next| one < next);
    alone
        && matches!(
            Backtracking.feasible(problem, keep, *want, STEPS),
            Answer::No(_)
        )
}

/// Whether the certificate shows that no choice that agrees with `state` is worth more than `bound`.
fn certified(
    relaxation: &Relaxation,
    certificate: &Certificate,
    mut state: Vec<Option<bool>>,
    bound: i64,
) -> bool {
    match certificate {
        Certificate::Overdrawn(_) | Certificate::Lacks(_) => {
            relaxation.is_broken(&state, certificate)
        }
        Certificate::Prices(prices) => relaxation
            .dual(prices, &state)
            .is_some_and(|dual| dual <= bound),
        // More may be settled here than where the search met these prices, for which a lower bound was
        // enough; where that contradicts what it settled later, the prices there prove the bound.
        Certificate::Settled(prices, below) => {
            let proven = |dual: i64| dual <= bound;
            relaxation.dual(prices, &state).is_some_and(proven)
                || relaxation
                    .settle(prices, &state, bound)
                    .is_some_and(|settled| certified(relaxation, below, settled, bound))
        }
        Certificate::Branch(run, branches) => {
            let Some(at) = relaxation.runs.iter().position(|item| item.run == *run) else {
                return false;
            };
            let before = state.get(at).copied().flatten();
            [false, true]
                .into_iter()
                .zip(branches.iter())
                // What is settled already has one way only.
                .filter(|(inside, _)| before.is_none_or(|before| before == *inside))
                .all(|(inside, below)| {
                    if let Some(of) = state.get_mut(at) {
                        *of = Some(inside);
                    }
                    certified(relaxation, below, state.clone(), bound)
                })
        }
    }
}

/// Whether the placements are a feasible timetable: each run in a way it has, on different resources
/// that are free, no resource used twice at once, no sum overdrawn, fixed runs where they are fixed.
///
/// # Errors
/// The first [`Fault`] by the order of runs.
pub fn check_feasible(problem: &Problem, placements: &[Option<Placement>]) -> Result<(), Fault> {
    let setting = problem.setting();
    check_placements(setting, placements)?;
    for (at, (run, placement)) in (0u32..).zip(setting.runs.iter().zip(placements)) {
        if matches!(&run.standing, Standing::Fixed(fixed) if placement.as_ref() != Some(fixed)) {
            return Err(Fault::Moved { run: at });
        }
    }
    Ok(())
}

/// As [`check_feasible`], whatever is fixed.
pub(super) fn check_placements(
    setting: &Setting,
    placements: &[Option<Placement>],
) -> Result<(), Fault> {
    let (listed, runs) = (placements.len(), setting.runs.len());
    if listed != runs {
        return Err(Fault::Length { listed, runs });
    }
    let mut used: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut drawn: BTreeMap<u32, i128> = BTreeMap::new();
    for (at, (run, placement)) in (0u32..).zip(setting.runs.iter().zip(placements)) {
        let Some(placement) = placement else {
            continue;
        };
        let resources = &placement.resources;
        let pattern = run.patterns.get(placement.pattern as usize);
        let Some(pattern) = pattern.filter(|pattern| pattern.needs.len() == resources.len()) else {
            return Err(Fault::NoSuchWay { run: at });
        };
        for (nth, (resource, options)) in resources.iter().zip(&pattern.needs).enumerate() {
            let listed = setting.resources.get(*resource as usize);
            let twice = resources.iter().take(nth).any(|other| other == resource);
            let Some(listed) = listed.filter(|_| options.contains(resource) && !twice) else {
                return Err(Fault::NoOption {
                    run: at,
                    resource: *resource,
                });
            };
            for slot in &pattern.slots {
                if !listed.free.contains(slot) {
                    return Err(Fault::NotFree {
                        run: at,
                        resource: *resource,
                        slot: *slot,
                    });
                }
                if let Some(first) = used.insert((*resource, *slot), at) {
                    let (resource, slot) = (*resource, *slot);
                    return Err(Fault::Twice {
                        first,
                        second: at,
                        resource,
                        slot,
                    });
                }
                if let Some(sum) = listed.draws {
                    *drawn.entry(sum).or_default() += 1;
                }
            }
        }
        for (sum, amount) in &run.draws {
            *drawn.entry(*sum).or_default() += i128::from(*amount);
        }
    }
    for (sum, drawn) in drawn {
        let limit = setting.sums.get(sum as usize).copied().unwrap_or(0);
        if drawn > 0 && drawn > i128::from(limit) {
            return Err(Fault::Overdrawn { sum, drawn, limit });
        }
    }
    Ok(())
}
