//! Verifies an assignment from its prices, without the engines that found it.
//!
//! The rules are those of complementary slackness: each person has a place where cost and price
//! together are least, being left out among the places, at the price of the person's standing; no
//! price is below zero, unless the run only just has its minimum group, and that of a run with a free
//! seat is not above zero. Summed over all people, such
//! prices bound what any assignment can reach, and this one reaches it.
//!
//! Why the price of being left out may be a plain number that falls along the order, and not one that
//! outweighs everybody who comes later: the sets of people who can be served together form a
//! transversal matroid (Edmonds and Fulkerson, "Transversals and matroid partition", 1965), and in a
//! matroid the heaviest set is the same for all weights of one order.

use std::collections::BTreeSet;

use super::assignment::Assignment;
use super::at::{Per, PersonAt, RunAt};
use super::price::Price;
use super::problem::Problem;

/// What was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Checked {
    /// People, with or without a place.
    pub people: usize,
    /// Choices that were held against prices.
    pub choices: usize,
    /// The bound that the prices give, less what the assignment reaches: standing, then cost. Zero,
    /// or it would not have been verified.
    pub gap: (i128, i128),
}

/// What does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// A person has a place in a run that is not among the choices.
    #[error("the person in row {person} has a place in run {run}, which is not a choice")]
    NotChosen {
        /// The person's position.
        person: usize,
        /// The run's position.
        run: usize,
    },
    /// A run has more people than seats.
    #[error("run {run} has {seats} seats and {people} people")]
    TooFull {
        /// The run's position.
        run: usize,
        /// Its seats.
        seats: u32,
        /// The people in it.
        people: u32,
    },
    /// A run has fewer people than its minimum group.
    #[error("run {run} needs {minimum} people and has {people}")]
    TooFew {
        /// The run's position.
        run: usize,
        /// Its minimum group.
        minimum: u32,
        /// The people in it.
        people: u32,
    },
    /// The price of a run with more people than its minimum group is below zero.
    #[error("the price of run {run} is below zero")]
    Negative {
        /// The run's position.
        run: usize,
    },
    /// A run with a free seat has a price.
    #[error("run {run} has a free seat and a price")]
    FreeSeat {
        /// The run's position.
        run: usize,
    },
    /// A person would rather have another place at these prices.
    #[error("at these prices the person in row {person} would rather have another place")]
    Rather {
        /// The person's position.
        person: usize,
    },
    /// People who come together are not.
    #[error("the party {party} is not together in one run, or without a place")]
    SplitParty {
        /// Its place in the order of the patients.
        party: usize,
    },
    /// A branch of the search for parties reaches more than is claimed.
    #[error("some placement of parties reaches more than is claimed")]
    Better,
    /// The branches of the search for parties are not all there are.
    #[error("the branches of the search for parties leave something out")]
    Uncovered,
    /// The sums differ, though no person and no run shows why.
    #[error("the bound of the prices and the assignment differ")]
    Gap,
}

/// Verifies places against prices.
pub(super) fn check(
    problem: &Problem,
    place: &Per<PersonAt, Option<RunAt>>,
    price: &Per<RunAt, Price>,
) -> Result<Checked, Violation> {
    let mut taken: Per<RunAt, u32> = Per::filled(0, problem.pools());
    let mut choices = 0;
    // What everybody pays, against what the prices of all seats take back, or of minimum groups add.
    let mut pays = (0i128, 0i128);
    let mut paid = (0i128, 0i128);
    let add = |sum: &mut (i128, i128), price: Price, times: i128| {
        sum.0 += i128::from(price.standing) * times;
        sum.1 += i128::from(price.cost) * times;
    };
    for (person, run) in place.iter() {
        if problem.is_gone(person) {
            continue;
        }
        let (own, least) = person_at(problem, person, *run, price)?;
        choices += problem.choices_of(person).len();
        if let Some(run) = run {
            taken[*run] += 1;
        }
        add(&mut paid, own, 1);
        add(&mut pays, least, 1);
    }
    for run in taken
        .keys()
        .filter(|pool| *pool == problem.open_pool(*pool))
    {
        // Below zero is what draws people into a minimum group, at the same price in all pools of the
        // run; what is above it is the price of the seats of a pool.
        let prices = problem.pools_of(run).map(|pool| price[pool]);
        let draws = prices.fold(Price::ZERO, Price::min);
        let people = problem.pools_of(run).map(|pool| taken[pool]).sum();
        group_at(problem, run, people, draws)?;
        add(&mut pays, draws, -i128::from(problem.minimum[run]));
        for pool in problem.pools_of(run) {
            let (own, people) = (price[pool], taken[pool]);
            pool_at(problem, pool, people, own - draws)?;
            add(&mut pays, own - draws, -i128::from(problem.seats[pool]));
            add(&mut paid, own, -i128::from(people));
        }
    }
    let gap = (paid.0 - pays.0, paid.1 - pays.1);
    if gap != (0, 0) {
        return Err(Violation::Gap);
    }
    Ok(Checked {
        people: problem.present(),
        choices,
        gap,
    })
}

/// What a change touched.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// Whose place is another.
    pub(super) people: BTreeSet<PersonAt>,
    /// Runs with other people or another number of seats.
    pub(super) runs: BTreeSet<RunAt>,
    /// Runs with a higher price than before.
    pub(super) raised: BTreeSet<RunAt>,
    /// Runs with a lower price than before.
    pub(super) lowered: BTreeSet<RunAt>,
}

/// Verifies what a change touched; what it did not touch held before. People who moved are held
/// against all their choices. A higher price can only make somebody in the run rather be elsewhere,
/// and a lower one can only draw somebody into it; of them all, whom it concerns first is known.
pub(super) fn touched(assignment: &mut Assignment, touched: &Touched) -> Result<(), Violation> {
    let (problem, price) = (&assignment.problem, &assignment.price);
    let rather = |person: PersonAt| Violation::Rather {
        person: problem.person_row[person],
    };
    for person in touched.people.iter().filter(|own| !problem.is_gone(**own)) {
        person_at(problem, *person, assignment.place[*person], price)?;
    }
    let prices = touched.raised.union(&touched.lowered).copied().collect();
    for run in touched.runs.union(&prices) {
        let people = u32::try_from(assignment.held.of(*run).len()).unwrap_or(u32::MAX);
        // A change is refused where runs have minimum groups, so no price is below zero.
        group_at(problem, *run, people, price[*run].min(Price::ZERO))?;
        pool_at(problem, *run, people, price[*run])?;
    }
    for run in &touched.raised {
        if let Some((loss, person)) = assignment.exits.out(*run)
            && loss < price[*run]
        {
            return Err(rather(person));
        }
        let mut exits = assignment.exits.of(*run).iter();
        let drawn = exits.find(|own| price[own.to] + Price::cost(own.more) < price[*run]);
        if let Some(exit) = drawn {
            return Err(rather(exit.person));
        }
    }
    for run in &touched.lowered {
        let drawn = assignment
            .exits
            .ways_into(*run)
            .find(|(from, own)| price[*run] + Price::cost(own.more) < price[*from]);
        if let Some((_, exit)) = drawn {
            return Err(rather(exit.person));
        }
        let first = assignment
            .exits
            .first_waiting(problem, &assignment.place, *run);
        if let Some((loss, person)) = first
            && price[*run] < loss
        {
            return Err(rather(person));
        }
    }
    Ok(())
}

/// What a person's place costs with its price, and the least that any place would cost.
pub(super) fn person_at(
    problem: &Problem,
    person: PersonAt,
    run: Option<RunAt>,
    price: &Per<RunAt, Price>,
) -> Result<(Price, Price), Violation> {
    let mut least = problem.left_out(person);
    let mut own = run.is_none().then_some(least);
    for arc in problem.choices_of(person) {
        let value = price[arc.run] + Price::cost(i64::from(arc.cost));
        least = least.min(value);
        if run == Some(arc.run) {
            own = Some(value);
        }
    }
    let row = problem.person_row[person];
    match (own, run) {
        (Some(own), _) if own == least => Ok((own, least)),
        (None, Some(run)) => Err(Violation::NotChosen {
            person: row,
            run: problem.run_row[run],
        }),
        _ => Err(Violation::Rather { person: row }),
    }
}

/// A run has its minimum group, and draws people only if it just has it.
fn group_at(problem: &Problem, at: RunAt, people: u32, draws: Price) -> Result<(), Violation> {
    let (run, minimum) = (problem.run_row[at], problem.minimum[at]);
    if people < minimum {
        return Err(Violation::TooFew {
            run,
            minimum,
            people,
        });
    }
    if draws < Price::ZERO && people > minimum {
        return Err(Violation::Negative { run });
    }
    Ok(())
}

/// The price of a pool of seats fits how many are taken.
fn pool_at(problem: &Problem, at: RunAt, people: u32, price: Price) -> Result<(), Violation> {
    let (run, seats) = (problem.run_row[at], problem.seats[at]);
    if people > seats {
        return Err(Violation::TooFull { run, seats, people });
    }
    if people < seats && price > Price::ZERO {
        return Err(Violation::FreeSeat { run });
    }
    Ok(())
}
