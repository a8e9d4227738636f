//! The parts of a problem that can be solved on their own.
//!
//! Of the runs that a person chooses, only those count that were closed last, or that are open: a
//! seat in another would be taken from somebody who stands earlier. Runs that share a person in
//! this sense belong to one part.

use std::cmp::Reverse;

use super::at::{At, Lists, Per, PersonAt, RunAt};
use super::levels::Closed;
use super::price::Price;
use super::problem::{Arc, Problem, space};

/// What the order gives a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// A place in one of the runs that were closed so, or are open.
    Place(Closed),
    /// A place if cost says so: as many of those who stand equal get one as seats are left.
    Perhaps(Closed),
    /// No place.
    Nothing,
}

impl Due {
    /// What a person gets in runs closed as said.
    pub(super) fn of(problem: &Problem, closed: &Per<RunAt, Closed>, person: PersonAt) -> Due {
        let choices = problem.choices.of(person).iter();
        let Some(last) = choices.map(|arc| closed[arc.run]).max() else {
            return Due::Nothing;
        };
        let own = Closed::By(Reverse(problem.worth[person]));
        match last.cmp(&own) {
            std::cmp::Ordering::Greater => Due::Place(last),
            std::cmp::Ordering::Equal => Due::Perhaps(last),
            std::cmp::Ordering::Less => Due::Nothing,
        }
    }

    /// Where the choices that count lie.
    fn within(self) -> Option<Closed> {
        match self {
            Due::Place(closed) | Due::Perhaps(closed) => Some(closed),
            Due::Nothing => None,
        }
    }
}

/// Runs that share people, and the people.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) closed: Closed,
    /// In order.
    pub(super) runs: Vec<RunAt>,
    /// In the fair order, each with whether cost decides if they get a place.
    pub(super) people: Vec<(PersonAt, bool)>,
}

/// Every part with people in it; each person who may get a place stands in one.
pub(super) fn parts(problem: &Problem, closed: &Per<RunAt, Closed>) -> Vec<Part> {
    let people = (0..problem.people()).map(PersonAt::new);
    let due: Per<PersonAt, Due> =
        Per::from_fn(problem.people(), |person| Due::of(problem, closed, person));
    let mut root: Per<RunAt, RunAt> = Per::from_fn(problem.pools(), |run| run);
    for person in people.clone() {
        let mut first = None;
        for arc in counting(problem, closed, &due, person) {
            let own = find(&mut root, arc.run);
            match first {
                None => first = Some(own),
                Some(other) if other != own => {
                    // The lower position stays, so that the parts do not depend on the order.
                    let (low, high) = (other.min(own), other.max(own));
                    root[high] = low;
                    first = Some(low);
                }
                Some(_) => {}
            }
        }
    }
    let runs = root.keys().collect::<Vec<_>>();
    let runs = runs.into_iter().map(|run| (find(&mut root, run), run));
    let runs: Vec<(RunAt, RunAt)> = runs.collect();
    let by_root = Lists::<RunAt, RunAt>::grouped(problem.pools(), runs.iter().copied());
    let members = people.filter_map(|person| {
        let arc = counting(problem, closed, &due, person).next()?;
        let (own, _) = runs.get(arc.run.index())?;
        Some((*own, (person, matches!(due[person], Due::Perhaps(_)))))
    });
    let members = Lists::<RunAt, (PersonAt, bool)>::grouped(problem.pools(), members);
    let roots = (0..problem.pools()).map(RunAt::new);
    roots
        .filter(|root| !members.of(*root).is_empty())
        .map(|root| Part {
            closed: closed[root],
            runs: by_root.of(root).to_vec(),
            people: members.of(root).to_vec(),
        })
        .collect()
}

/// The choices of a person that count.
fn counting<'a>(
    problem: &'a Problem,
    closed: &'a Per<RunAt, Closed>,
    due: &Per<PersonAt, Due>,
    person: PersonAt,
) -> impl Iterator<Item = &'a Arc> + use<'a> {
    let within = due[person].within();
    let choices = problem.choices.of(person).iter();
    choices.filter(move |arc| Some(closed[arc.run]) == within)
}

fn find(root: &mut Per<RunAt, RunAt>, run: RunAt) -> RunAt {
    let mut at = run;
    while root[at] != at {
        let above = root[root[at]];
        root[at] = above;
        at = above;
    }
    at
}

/// The part of a run's price that its closing says.
pub(super) fn standing_of(problem: &Problem, closed: Closed) -> Price {
    Price::standing(match closed {
        Closed::Open => 0,
        Closed::By(Reverse(worth)) => worth,
        // Above everybody: no person would be moved out of such a run, since nobody is in it.
        Closed::NoSeats => problem.worth.values().first().copied().unwrap_or_default() + space(1),
    })
}
