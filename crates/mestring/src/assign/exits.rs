//! Where the people of each run could go, and who waits for it: what searches for chains read.
//!
//! Of all people in a run who could go to some other run, only the one with the least difference in
//! cost matters to a search. These differences are kept for each pair of runs, and made anew for the
//! runs whose people changed.

use std::collections::{BTreeSet, BinaryHeap};

use super::at::{At, Per, PersonAt, RunAt};
use super::price::Price;
use super::problem::Problem;

/// The cheapest move from a run to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exit {
    pub(super) to: RunAt,
    /// What the place there costs the person, less what the present one costs.
    pub(super) more: i64,
    pub(super) person: PersonAt,
}

/// Where the people of one run could go.
#[derive(Debug, Clone, Default)]
struct FromRun {
    /// In the order of the runs.
    exits: Vec<Exit>,
    /// Who is left out at the least loss, and what that weighs.
    out: Option<(Price, PersonAt)>,
}

/// The exits of all runs, and the people who wait. Nothing is kept before it is asked for, since a
/// whole assignment is found without.
#[derive(Debug, Clone)]
pub(super) struct Exits {
    known: bool,
    from: Per<RunAt, FromRun>,
    /// The runs from which people could go to a run, or once could.
    into: Per<RunAt, BTreeSet<RunAt>>,
    /// Who wants a seat in a run and has none, the worthiest on top; with people who have since got
    /// one, or are gone.
    waiting: Per<RunAt, BinaryHeap<(Price, PersonAt)>>,
    stale: BTreeSet<RunAt>,
    /// The least difference to each run while one run is looked through.
    least: Per<RunAt, Option<(i64, PersonAt)>>,
    /// How many choices were looked at.
    pub(super) scanned: u64,
}

impl Exits {
    /// Nothing yet.
    pub(super) fn unknown() -> Self {
        Exits {
            known: false,
            from: Per::filled(FromRun::default(), 0),
            into: Per::filled(BTreeSet::new(), 0),
            waiting: Per::filled(BinaryHeap::new(), 0),
            stale: BTreeSet::new(),
            least: Per::filled(None, 0),
            scanned: 0,
        }
    }

    fn make(&mut self, problem: &Problem, place: &Per<PersonAt, Option<RunAt>>) {
        let runs = problem.pools();
        *self = Exits {
            known: true,
            from: Per::filled(FromRun::default(), runs),
            into: Per::filled(BTreeSet::new(), runs),
            waiting: Per::filled(BinaryHeap::new(), runs),
            stale: (0..runs).map(RunAt::new).collect(),
            least: Per::filled(None, runs),
            scanned: self.scanned,
        };
        for (person, run) in place.iter() {
            if run.is_none() && !problem.is_gone(person) {
                self.waits(problem, person);
            }
        }
    }

    /// Notes that the people of a run are others.
    pub(super) fn changed(&mut self, run: RunAt) {
        self.stale.insert(run);
    }

    /// Notes that a person has no place.
    pub(super) fn waits(&mut self, problem: &Problem, person: PersonAt) {
        if self.known {
            for arc in problem.choices_of(person) {
                let loss = problem.left_out(person) - Price::cost(i64::from(arc.cost));
                self.waiting[arc.run].push((loss, person));
            }
        }
    }

    /// Brings everything up to date: looks anew at the runs whose people changed.
    pub(super) fn refresh<'a>(
        &mut self,
        problem: &Problem,
        place: &Per<PersonAt, Option<RunAt>>,
        people: impl Fn(RunAt) -> &'a [PersonAt],
        paid: &Per<PersonAt, i32>,
    ) {
        if !self.known {
            self.make(problem, place);
        }
        for run in std::mem::take(&mut self.stale) {
            let mut out: Option<(Price, PersonAt)> = None;
            let mut seen = Vec::new();
            for person in people(run) {
                let own = i64::from(paid[*person]);
                let loss = problem.left_out(*person) - Price::cost(own);
                if out.is_none_or(|known| (loss, *person) < known) {
                    out = Some((loss, *person));
                }
                let choices = problem.choices_of(*person);
                self.scanned += choices.len() as u64;
                for arc in choices.iter().filter(|arc| arc.run != run) {
                    let more = (i64::from(arc.cost) - own, *person);
                    let least = &mut self.least[arc.run];
                    match least {
                        Some(known) => *known = more.min(*known),
                        None => {
                            *least = Some(more);
                            seen.push(arc.run);
                        }
                    }
                }
            }
            seen.sort_unstable();
            let mut exits = Vec::with_capacity(seen.len());
            for to in seen {
                if let Some((more, person)) = self.least[to].take() {
                    exits.push(Exit { to, more, person });
                    self.into[to].insert(run);
                }
            }
            self.from[run] = FromRun { exits, out };
        }
    }

    /// The cheapest moves out of a run, one for each run that can be reached.
    pub(super) fn of(&self, run: RunAt) -> &[Exit] {
        &self.from[run].exits
    }

    /// Who of a run is left out at the least loss, and what that weighs.
    pub(super) fn out(&self, run: RunAt) -> Option<(Price, PersonAt)> {
        self.from[run].out
    }

    /// The cheapest moves into a run, each with the run that it leaves.
    pub(super) fn ways_into(&self, run: RunAt) -> impl Iterator<Item = (RunAt, Exit)> {
        let from = self.into[run].iter();
        from.filter_map(move |from| {
            let exits = self.of(*from);
            let at = exits.binary_search_by_key(&run, |exit| exit.to).ok()?;
            exits.get(at).map(|exit| (*from, *exit))
        })
    }

    /// Who waits for a seat in a run and is worth most there.
    pub(super) fn first_waiting(
        &mut self,
        problem: &Problem,
        place: &Per<PersonAt, Option<RunAt>>,
        run: RunAt,
    ) -> Option<(Price, PersonAt)> {
        let waiting = &mut self.waiting[run];
        while let Some((_, person)) = waiting.peek() {
            if place[*person].is_none() && !problem.is_gone(*person) {
                return waiting.peek().copied();
            }
            waiting.pop();
        }
        None
    }
}
