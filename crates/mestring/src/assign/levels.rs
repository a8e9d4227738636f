//! Who gets a place: the runs that fill up, and with whom.
//!
//! People are placed one after the other in the fair order, whatever it costs; a person who finds
//! all choices full moves others along until a free seat is reached. When none can be reached, the
//! runs that were searched are *closed* by that person: they are full of people who stand no later
//! and can go nowhere else. Who has only closed runs gets no place. People who stand equal share a
//! place in the order, and whoever of them triggers it closes for all of them.
//!
//! The search is that of push and relabel (Goldberg and Tarjan, "A new approach to the maximum-flow
//! problem", 1988) in the form of an auction: a run's label is at most one more than that of any
//! run to which one of its people could go, and 0 while it has a free seat. So a label is at most
//! the number of moves to a free seat, and where no run has some label, no seat can be reached from
//! the runs above it: they are closed, all at once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::at::{At, Per, PersonAt, RunAt};
use super::problem::Problem;
use super::watch::Watch;
use super::{AssignError, Step};

/// By whom a run was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Closed {
    /// It has no seats at all.
    NoSeats,
    /// People of this worth and more fill it; `Reverse`, since the earlier the worthier.
    By(Reverse<i64>),
    /// It is open: whoever chooses it gets a place, there or elsewhere.
    Open,
}

/// What came of the search.
pub(super) struct Levels {
    pub(super) closed: Per<RunAt, Closed>,
    /// How many choices were looked at.
    pub(super) scanned: u64,
}

/// A person's hold on a seat: the least bid goes first.
type Bid = Reverse<(u32, PersonAt)>;

struct Search<'a> {
    problem: &'a Problem,
    closed: Per<RunAt, Closed>,
    open: Vec<RunAt>,
    label: Per<RunAt, u32>,
    /// How many open runs have each label.
    labelled: Vec<u32>,
    held: Per<RunAt, BinaryHeap<Bid>>,
    scanned: u64,
}

/// Searches for the runs that fill up.
pub(super) fn levels(problem: &Problem, watch: &Watch<'_>) -> Result<Levels, AssignError> {
    let runs = problem.pools();
    let closed = Per::from_fn(runs, |run| match problem.seats[run] {
        0 => Closed::NoSeats,
        _ => Closed::Open,
    });
    let open: Vec<RunAt> = closed
        .keys()
        .filter(|run| closed[*run] == Closed::Open)
        .collect();
    // A person without another choice bids past every label that a search can reach.
    let mut labelled = vec![0; runs + 3];
    if let Some(first) = labelled.first_mut() {
        *first = u32::try_from(open.len()).unwrap_or(u32::MAX);
    }
    let mut search = Search {
        problem,
        closed,
        open,
        label: Per::filled(0, runs),
        labelled,
        held: Per::from_fn(runs, |_| BinaryHeap::new()),
        scanned: 0,
    };
    let people = problem.people();
    for person in (0..people).map(PersonAt::new) {
        if person.index().is_multiple_of(4096) {
            watch.at(Step::Order, person.index(), people)?;
        }
        search.place(person);
    }
    Ok(Levels {
        closed: search.closed,
        scanned: search.scanned,
    })
}

impl Search<'_> {
    fn place(&mut self, person: PersonAt) {
        let closes = Closed::By(Reverse(self.problem.worth[person]));
        let mut next = Some(person);
        while let Some(bidder) = next {
            next = self.bid(bidder, closes);
        }
    }

    /// Gives a person a seat in the run of the least label; returns who loses it for that.
    fn bid(&mut self, person: PersonAt, closes: Closed) -> Option<PersonAt> {
        let choices = self.problem.choices.of(person);
        self.scanned += choices.len() as u64;
        let mut best: Option<(u32, i32, RunAt)> = None;
        let mut second = None;
        for arc in choices {
            if self.closed[arc.run] != Closed::Open {
                continue;
            }
            let label = self.label[arc.run];
            match best {
                Some((least, cost, _)) if (least, cost) <= (label, arc.cost) => {
                    second = Some(second.map_or(label, |other: u32| other.min(label)));
                }
                _ => {
                    second = best.map(|(least, ..)| least);
                    best = Some((label, arc.cost, arc.run));
                }
            }
        }
        let (_, _, run) = best?;
        let last = u32::try_from(self.labelled.len()).unwrap_or(u32::MAX) - 1;
        let bid = second.map_or(last, |label| label + 1);
        let seats = self.problem.seats[run] as usize;
        let held = &mut self.held[run];
        held.push(Reverse((bid, person)));
        let loses = (held.len() > seats).then(|| held.pop()).flatten();
        if held.len() == seats
            && let Some(Reverse((least, _))) = held.peek().copied()
        {
            self.raise(run, least, closes);
        }
        loses.map(|Reverse((_, person))| person)
    }

    fn raise(&mut self, run: RunAt, label: u32, closes: Closed) {
        let before = self.label[run];
        if label <= before {
            return;
        }
        self.label[run] = label;
        self.count(label, 1);
        if self.count(before, -1) == 0 {
            self.close(closes, |own| own > before);
        } else if label as usize + 1 == self.labelled.len() {
            // Nobody in it has another choice.
            self.close(closes, |own| own == label);
        }
    }

    fn count(&mut self, label: u32, by: i32) -> u32 {
        match self.labelled.get_mut(label as usize) {
            Some(count) => {
                *count = count.saturating_add_signed(by);
                *count
            }
            None => 0,
        }
    }

    fn close(&mut self, closes: Closed, which: impl Fn(u32) -> bool) {
        let open = std::mem::take(&mut self.open);
        for run in open {
            let label = self.label[run];
            if which(label) {
                self.closed[run] = closes;
                self.count(label, -1);
            } else {
                self.open.push(run);
            }
        }
    }
}
