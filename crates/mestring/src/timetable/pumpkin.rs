//! Whether runs can be placed together, by a solver that learns from its conflicts.

use std::collections::{BTreeMap, BTreeSet};

use pumpkin_conflict_resolvers::resolvers::ResolutionResolver;
use pumpkin_constraints::less_than_or_equals;
use pumpkin_core::predicate;
use pumpkin_core::predicates::Predicate;
use pumpkin_core::results::{ProblemSolution, SatisfactionResultUnderAssumptions};
use pumpkin_core::termination::TerminationCondition;
use pumpkin_core::variables::{DomainId, TransformableVariable};
use pumpkin_core::{DefaultBrancher, Solver};

use super::board::{Board, Spot};
use super::oracle::{Answer, Oracle, overdrawn};
use super::problem::{Candidate, Placement, Problem};

/// The most choices of a model: beyond them the answer is [`Answer::Unknown`].
const CHOICES: usize = 1 << 20;

/// How often a core is asked again by itself, which leaves out what the first answer did not need.
const ROUNDS: usize = 8;

/// The solver pumpkin: lazy clause generation over one choice for each run, each way of it and each
/// resource of a way. A step is a decision or a conflict, so the same limit gives the same answer on
/// every machine. Nothing is remembered between questions.
///
/// What it says can be placed is placed on a board before it is told; what it says cannot be placed
/// is its own word, which [`solve_with`](super::solve_with) lets
/// [`Backtracking`](super::Backtracking) repeat before it calls that proven.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pumpkin;

impl Oracle for Pumpkin {
    fn feasible(&mut self, problem: &Problem, keep: &[u32], want: u32, limit: u64) -> Answer {
        let mut runs: Vec<u32> = keep.iter().copied().chain([want]).collect();
        runs.sort_unstable();
        runs.dedup();
        let without = |run: u32| move |other: &u32| *other != run;
        if let Some(sum) = overdrawn(problem, &runs) {
            runs.retain(|run| problem.least_draw(*run, sum) > 0);
            return Answer::No(runs.into_iter().filter(without(want)).collect());
        }
        if let Some(run) = (runs.iter()).find(|run| problem.candidates(**run).is_empty()) {
            return Answer::No(Some(*run).into_iter().filter(without(want)).collect());
        }
        let Some(mut model) = Model::new(problem, &runs) else {
            return Answer::Unknown;
        };
        let mut left = Steps { left: limit };
        let mut core = match model.ask(&runs, &mut left) {
            Told::Yes(placements) => return Answer::Yes(placements),
            Told::No(core) => core,
            Told::Unknown => return Answer::Unknown,
        };
        for _ in 0..ROUNDS {
            match model.ask(&core, &mut left) {
                Told::No(fewer) if fewer.len() < core.len() => core = fewer,
                _ => break,
            }
        }
        core.retain(without(want));
        Answer::No(core)
    }
}

/// What a model says of runs.
enum Told {
    Yes(Vec<Option<Placement>>),
    /// These of them cannot all be placed.
    No(Vec<u32>),
    Unknown,
}

/// Ends a search after so many decisions and conflicts.
struct Steps {
    left: u64,
}

impl TerminationCondition for Steps {
    fn should_stop(&mut self) -> bool {
        let none = self.left == 0;
        self.left = self.left.saturating_sub(1);
        none
    }
}

/// A run's choices: 1 where it is so, 0 where not.
struct Choices<'p> {
    run: u32,
    placed: DomainId,
    ways: Vec<Way<'p>>,
}

/// A way of a run: its choice, and that of each resource for each need, in the candidate's order.
struct Way<'p> {
    at: u32,
    candidate: &'p Candidate,
    held: DomainId,
    needs: Vec<Vec<(u32, DomainId)>>,
}

/// The runs as choices and constraints.
struct Model<'p> {
    problem: &'p Problem,
    solver: Solver,
    brancher: DefaultBrancher,
    resolver: ResolutionResolver,
    runs: Vec<Choices<'p>>,
}

impl<'p> Model<'p> {
    /// `None` where there are too many choices.
    fn new(problem: &'p Problem, runs: &[u32]) -> Option<Self> {
        let mut solver = Solver::default();
        let mut room = CHOICES;
        let runs: Option<Vec<Choices<'p>>> = (runs.iter())
            .map(|run| choices(problem, *run, &mut solver, &mut room))
            .collect();
        let runs = runs?;
        for run in &runs {
            ways(&mut solver, run);
        }
        once(&mut solver, &runs);
        sums(problem, &mut solver, &runs);
        Some(Model {
            problem,
            brancher: solver.default_brancher(),
            solver,
            resolver: ResolutionResolver::default(),
            runs,
        })
    }

    /// Whether those of the model's runs can all be placed.
    fn ask(&mut self, wanted: &[u32], steps: &mut Steps) -> Told {
        let wanted = |run: &Choices| wanted.binary_search(&run.run).is_ok();
        let of = |run: &Choices| is(run.placed);
        let assumed: Vec<Predicate> = (self.runs.iter())
            .filter(|run| wanted(run))
            .map(of)
            .collect();
        let Model {
            problem,
            solver,
            brancher,
            resolver,
            runs,
        } = self;
        match solver.satisfy_under_assumptions(brancher, steps, resolver, &assumed) {
            SatisfactionResultUnderAssumptions::Satisfiable(found) => {
                let solution = found.solution();
                match placements(problem, runs, &wanted, &|choice| {
                    solution.get_integer_value(choice) == 1
                }) {
                    Some(placements) => Told::Yes(placements),
                    None => Told::Unknown,
                }
            }
            SatisfactionResultUnderAssumptions::UnsatisfiableUnderAssumptions(mut found) => {
                let core: BTreeSet<DomainId> = found
                    .extract_core()
                    .iter()
                    .map(|of| of.get_domain())
                    .collect();
                let named = runs.iter().filter(|run| core.contains(&run.placed));
                Told::No(named.map(|run| run.run).collect())
            }
            // The constraints alone leave nothing, which they never do: no run placed meets them.
            SatisfactionResultUnderAssumptions::Unsatisfiable(_)
            | SatisfactionResultUnderAssumptions::Unknown(_) => Told::Unknown,
        }
    }
}

/// The choice is 1.
fn is(choice: DomainId) -> Predicate {
    predicate![choice >= 1]
}

/// The choice is 0.
fn is_not(choice: DomainId) -> Predicate {
    predicate![choice <= 0]
}

/// The choices of a run: a fixed one has one way. `None` where there is no room for them.
fn choices<'p>(
    problem: &'p Problem,
    run: u32,
    solver: &mut Solver,
    room: &mut usize,
) -> Option<Choices<'p>> {
    let fixed = problem.fixed_at(run);
    let mut choice = || {
        *room = room.checked_sub(1)?;
        Some(solver.new_bounded_integer(0, 1))
    };
    let placed = choice()?;
    let mut ways = Vec::new();
    for (at, candidate) in (0u32..).zip(problem.candidates(run)) {
        if fixed.is_some_and(|fixed| fixed.pattern != candidate.pattern) {
            continue;
        }
        let held = choice()?;
        let mut needs = Vec::with_capacity(candidate.needs.len());
        for (nth, need) in candidate.needs.iter().enumerate() {
            let fixed = fixed.and_then(|fixed| fixed.resources.get(nth));
            let options = need
                .iter()
                .filter(|of| fixed.is_none_or(|fixed| fixed == *of));
            let options: Vec<u32> = options.copied().collect();
            // The only resource is used where the way is.
            let alone = options.len() == 1;
            let of = |option| Some((option, if alone { held } else { choice()? }));
            needs.push(options.into_iter().map(of).collect::<Option<Vec<_>>>()?);
        }
        ways.push(Way {
            at,
            candidate,
            held,
            needs,
        });
    }
    Some(Choices { run, placed, ways })
}

/// A run that is placed is held in one way, with one resource for each need of it.
fn ways(solver: &mut Solver, run: &Choices<'_>) {
    one_of(
        solver,
        run.placed,
        run.ways.iter().map(|way| way.held).collect(),
    );
    for way in &run.ways {
        for need in &way.needs {
            let options: Vec<DomainId> = need.iter().map(|(_, choice)| *choice).collect();
            if options != [way.held] {
                one_of(solver, way.held, options);
            }
        }
    }
}

/// Exactly one of the options where `whole` is 1, none where it is 0.
fn one_of(solver: &mut Solver, whole: DomainId, options: Vec<DomainId>) {
    let tag = solver.new_constraint_tag();
    for option in &options {
        solver.add_clause([is_not(*option), is(whole)], tag);
    }
    let some = options.iter().map(|option| is(*option));
    solver.add_clause(some.chain([is_not(whole)]), tag);
    at_most(
        solver,
        options.into_iter().map(|option| (option, 1)).collect(),
        1,
    );
}

/// No resource is used twice at a slot.
fn once(solver: &mut Solver, runs: &[Choices<'_>]) {
    let mut users: BTreeMap<(u32, u32), Vec<DomainId>> = BTreeMap::new();
    for way in runs.iter().flat_map(|run| &run.ways) {
        for (resource, choice) in way.needs.iter().flatten() {
            for slot in &way.candidate.slots {
                users.entry((*resource, *slot)).or_default().push(*choice);
            }
        }
    }
    let mut done: BTreeSet<Vec<DomainId>> = BTreeSet::new();
    for choices in users.into_values().filter(|choices| choices.len() > 1) {
        if done.insert(choices.clone()) {
            at_most(
                solver,
                choices.into_iter().map(|choice| (choice, 1)).collect(),
                1,
            );
        }
    }
}

/// No sum is overdrawn: by what is chosen, and by what runs draw at least, which says the same of runs
/// whose way is open yet.
fn sums(problem: &Problem, solver: &mut Solver, runs: &[Choices<'_>]) {
    let (mut drawn, mut least) = (Terms::new(), Terms::new());
    for run in runs {
        for (sum, amount) in problem.draws(run.run) {
            drawn.entry(*sum).or_default().push((run.placed, *amount));
        }
        for (sum, amount) in problem.least_draws(run.run) {
            least.entry(*sum).or_default().push((run.placed, *amount));
        }
        for way in &run.ways {
            for (resource, choice) in way.needs.iter().flatten() {
                if let Some(sum) = problem.drawn(*resource) {
                    let units = (*choice, way.candidate.units());
                    drawn.entry(sum).or_default().push(units);
                }
            }
        }
    }
    for (sum, terms) in least {
        if drawn.get(&sum) != Some(&terms) {
            at_most(solver, terms, problem.limit(sum));
        }
    }
    for (sum, terms) in drawn {
        at_most(solver, terms, problem.limit(sum));
    }
}

/// Choices and amounts by sum.
type Terms = BTreeMap<u32, Vec<(DomainId, i64)>>;

/// The amounts of the choices that are 1 are the limit at most. Amounts that 32 bits cannot hold are
/// left out, which leaves what is not feasible infeasible for fewer reasons; a board looks at what is.
fn at_most(solver: &mut Solver, terms: Vec<(DomainId, i64)>, limit: i64) {
    let limit = limit.max(0);
    let mut merged: BTreeMap<DomainId, i64> = BTreeMap::new();
    for (choice, amount) in terms.into_iter().filter(|(_, amount)| *amount > 0) {
        let own = merged.entry(choice).or_default();
        *own = own.saturating_add(amount);
    }
    let tag = solver.new_constraint_tag();
    for (choice, _) in merged.iter().filter(|(_, amount)| **amount > limit) {
        solver.add_clause([is_not(*choice)], tag);
    }
    merged.retain(|_, amount| *amount <= limit);
    let total: i128 = merged.values().map(|amount| i128::from(*amount)).sum();
    if total <= i128::from(limit) {
        return;
    }
    let unit = merged.values().copied().fold(0, gcd).max(1);
    let terms: Option<Vec<_>> = merged
        .into_iter()
        .map(|(choice, amount)| Some(choice.scaled(i32::try_from(amount / unit).ok()?)))
        .collect();
    if let (Some(terms), Ok(limit)) = (terms, i32::try_from(limit / unit)) {
        let constraint = less_than_or_equals(terms, limit, tag);
        solver.add_constraint(constraint).post();
    }
}

fn gcd(one: i64, other: i64) -> i64 {
    match other {
        0 => one,
        _ => gcd(other, one % other),
    }
}

/// The wanted runs as chosen, put on a board; `None` where one does not fit.
fn placements(
    problem: &Problem,
    runs: &[Choices<'_>],
    wanted: &dyn Fn(&Choices<'_>) -> bool,
    chosen: &dyn Fn(DomainId) -> bool,
) -> Option<Vec<Option<Placement>>> {
    let mut board = Board::new(problem);
    for run in runs.iter().filter(|run| wanted(run)) {
        let way = run.ways.iter().find(|way| chosen(way.held))?;
        let mut spot = Spot::of(way.at);
        for (nth, need) in way.needs.iter().enumerate() {
            let (resource, _) = need.iter().find(|(_, choice)| chosen(*choice))?;
            if !spot.choose(nth, *resource) {
                return None;
            }
        }
        if !board.fits(run.run, spot) {
            return None;
        }
        board.put(run.run, spot);
    }
    Some(board.placements())
}
