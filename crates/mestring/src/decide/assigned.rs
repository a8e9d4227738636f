//! People, runs and choices as frames, and who gets a place as frames.
//!
//! | frame | columns |
//! |---|---|
//! | people | `person`, `class` (1 first); if wanted `deadline`, `waiting_since`, `relative` (true for somebody's relative, who stands after patients who are equal in all before; an empty cell is no), and `holds` (the run in which somebody has a place already) with `move_cost` (what moving them costs more) |
//! | runs | `run`, `seats`; if wanted `minimum` (people without whom it is cancelled) and `no_show` (the share who are expected not to come, from 0 and below 1; seats and minimum then count those who come) |
//! | choices | `person`, `run`, `cost` |
//! | reserved ([`Assigned::reserve`]) | `run`, `seats`, `group`: so many seats of the run are kept for the group |
//! | members | `group`, `person`: who belongs to each group, one row for each |
//! | together ([`Assigned::together`]) | `person`, `with`: who comes with which patient, in one run or not at all |
//!
//! Ids are texts or whole numbers. Other columns are not looked at. An id stands in results and
//! nowhere else: errors name columns and rows.
//!
//! ```
//! use mestring::assign::Order;
//! use mestring::decide::assigned::{Assigned, Frames};
//! use mestring::frame::{Column, record_batch};
//!
//! let text = |values: &[&str]| Column::Text(values.iter().map(|own| Some((*own).to_owned())).collect());
//! let whole = |values: &[i64]| Column::Whole(values.iter().map(|own| Some(*own)).collect());
//! let frame = |columns: Vec<(&str, Column)>| {
//!     record_batch(columns.into_iter().map(|(name, own)| (name.to_owned(), own)).collect())
//! };
//! let people = frame(vec![("person", text(&["a", "b"])), ("class", whole(&[2, 1]))])?;
//! let runs = frame(vec![("run", text(&["pain"])), ("seats", whole(&[1]))])?;
//! let choices = frame(vec![
//!     ("person", text(&["a", "b"])),
//!     ("run", text(&["pain", "pain"])),
//!     ("cost", whole(&[0, 40])),
//! ])?;
//! let frames = Frames { people: &[people], runs: &[runs], choices: &[choices] };
//! let assigned = Assigned::problem(frames, Order::default())?.solve()?;
//! assert_eq!(assigned.placements()[0].1, text(&["b"]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use arrow_array::RecordBatch;

use crate::assign::{
    AssignError, Assignment, Change, OnProgress, Order, Party, PeopleInOrder, Person, Problem,
    Reservation, Reserved, Seats,
};
use crate::frame::{Column, FrameError};

mod columns;
mod ids;
mod read;
#[cfg(test)]
mod tests;

pub use ids::Id;
use ids::Ids;
use read::{
    People, each_choice, each_person, read_members, read_people, read_reserved, read_runs,
    read_together,
};

/// Why frames cannot be assigned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AssignedError {
    /// A frame cannot be read.
    #[error("{frame}: {error}")]
    Frame {
        /// Which of them: `people`, `runs`, `choices`, `reserved`, `members`, `together`.
        frame: &'static str,
        /// Why not.
        error: FrameError,
    },
    /// The frames can be read, and do not make a problem, or a change cannot be made.
    #[error("{0}")]
    Assign(#[from] AssignError),
    /// The people have no such id, or it was removed.
    #[error("no person has this id")]
    NoPerson,
    /// The runs have no such id.
    #[error("no run has the id `{run}`")]
    NoRun {
        /// The id.
        run: Id,
    },
    /// No seats are kept for such a group.
    #[error("no seats are reserved for a group `{group}`")]
    NoGroup {
        /// The group's id.
        group: Id,
    },
    /// A person is to be added whose id somebody has.
    #[error("a person has this id already")]
    SamePerson,
}

impl AssignedError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            AssignedError::Frame { error, .. } => error.code(),
            AssignedError::Assign(error) => error.code(),
            AssignedError::NoPerson => "A010",
            AssignedError::NoRun { .. } => "A005",
            AssignedError::NoGroup { .. } => "A021",
            AssignedError::SamePerson => "A001",
        }
    }
}

/// The frames of a problem, each in batches of the same columns.
#[derive(Debug, Clone, Copy)]
pub struct Frames<'a> {
    /// The people.
    pub people: &'a [RecordBatch],
    /// The runs.
    pub runs: &'a [RecordBatch],
    /// The choices.
    pub choices: &'a [RecordBatch],
}

/// A problem, or once it is solved an assignment, with the ids of its frames.
#[derive(Debug, Clone)]
pub struct Assigned<T = Assignment> {
    people: Ids,
    classes: Vec<u32>,
    runs: Ids,
    /// The group of each reservation.
    groups: Vec<Id>,
    inner: T,
}

/// Named columns of one length.
pub type Columns = Vec<(&'static str, Column)>;

impl Assigned<Problem> {
    /// Reads the frames.
    ///
    /// # Errors
    /// A column that is missing or of another type, an empty cell, a choice of somebody or something
    /// that is not there, and what [`Problem::new`] refuses.
    pub fn problem(frames: Frames<'_>, order: Order) -> Result<Self, AssignedError> {
        let of = |frame| move |error| AssignedError::Frame { frame, error };
        let (runs, seats) = read_runs(frames.runs).map_err(of("runs"))?;
        let people = read_people(frames.people, &runs).map_err(of("people"))?;
        let People {
            ids: people,
            classes,
            dates,
            relatives,
            holds,
        } = people;
        let texts = people.texts();
        let rows = texts.iter().zip(&classes).zip(dates);
        let rows = rows.zip(relatives).zip(holds);
        let rows = rows.map(|((own, relative), holds)| {
            let ((id, class), (deadline, waiting_since)) = own;
            Person {
                id,
                class: *class,
                deadline,
                waiting_since,
                relative,
                holds,
            }
        });
        let rows: Vec<Person<'_>> = rows.collect();
        let in_order = PeopleInOrder::new(&rows, order)?;
        // Choices are the most of it; what is not needed any more makes room for them.
        drop(rows);
        drop(texts);
        let names = runs.texts();
        let seats = names.iter().zip(seats);
        let seats: Vec<Seats<'_>> = seats
            .map(|(run, (seats, minimum))| Seats {
                run,
                seats,
                minimum,
            })
            .collect();
        let positions = (people.positions(), runs.positions());
        let inner = in_order.choosing(
            &seats,
            |visit| each_person(frames.choices, &positions.0, visit),
            |visit| each_choice(frames.choices, &positions.0, &positions.1, visit),
        )?;
        drop(positions);
        drop(seats);
        drop(names);
        Ok(Assigned {
            people,
            classes,
            runs,
            groups: Vec::new(),
            inner,
        })
    }

    /// Keeps seats of runs for groups of people, as two frames say: so many seats of a run for a group,
    /// and who belongs to it.
    ///
    /// # Errors
    /// A column that is missing or of another type, an empty cell, a run, a person or a group that is not
    /// there, and what [`Problem::reserve`] refuses.
    pub fn reserve(
        self,
        reserved: &[RecordBatch],
        members: &[RecordBatch],
    ) -> Result<Self, AssignedError> {
        let of = |frame| move |error| AssignedError::Frame { frame, error };
        let (runs, people) = (self.runs.positions(), self.people.positions());
        let rows = read_reserved(reserved, &runs).map_err(of("reserved"))?;
        let members = read_members(members, &people, &rows).map_err(of("members"))?;
        let none = Vec::new();
        let reservations = rows.iter().map(|(run, seats, group)| Reservation {
            run: *run,
            seats: *seats,
            people: members.get(group).unwrap_or(&none),
        });
        let inner = self.inner.reserve(&reservations.collect::<Vec<_>>())?;
        let groups = self.groups.into_iter();
        Ok(Assigned {
            groups: groups.chain(rows.into_iter().map(|row| row.2)).collect(),
            people: self.people,
            classes: self.classes,
            runs: self.runs,
            inner,
        })
    }

    /// Places people in one run with the patient whom they come with, or none of them, as a frame says:
    /// a row for each `person` who comes `with` a patient. `most_branches` bounds the search.
    ///
    /// # Errors
    /// A column that is missing or of another type, an empty cell, a person who is not there, and what
    /// [`Problem::together`] refuses; its rows are then parties, in the order in which their patients first
    /// stand in the frame.
    pub fn together(
        self,
        together: &[RecordBatch],
        most_branches: usize,
    ) -> Result<Self, AssignedError> {
        let people = self.people.positions();
        let of = |frame| move |error| AssignedError::Frame { frame, error };
        let parties = read_together(together, &people).map_err(of("together"))?;
        let parties: Vec<Party<'_>> = parties
            .iter()
            .map(|(patient, relatives)| Party {
                patient: *patient,
                relatives,
            })
            .collect();
        let inner = self.inner.together(&parties, most_branches)?;
        Ok(Assigned {
            people: self.people,
            classes: self.classes,
            runs: self.runs,
            groups: self.groups,
            inner,
        })
    }

    /// How many people stand equal to somebody else, so that cost decides between them.
    pub fn tied(&self) -> usize {
        self.inner.tied()
    }

    /// Finds who gets which place, on one thread.
    ///
    /// # Errors
    /// As [`Problem::solve`] has them.
    pub fn solve(self) -> Result<Assigned, AssignError> {
        self.solve_with(1, &|_| std::ops::ControlFlow::Continue(()))
    }

    /// Finds who gets which place, on so many threads.
    ///
    /// # Errors
    /// As [`Problem::solve_with`] has them.
    pub fn solve_with(
        self,
        threads: usize,
        on_progress: &OnProgress<'_>,
    ) -> Result<Assigned, AssignError> {
        Ok(Assigned {
            inner: self.inner.solve_with(threads, on_progress)?,
            people: self.people,
            classes: self.classes,
            runs: self.runs,
            groups: self.groups,
        })
    }
}

impl Assigned {
    /// The assignment, by positions.
    pub fn assignment(&self) -> &Assignment {
        &self.inner
    }

    /// Every person with a place, in the order of the frame: `person`, `run`, `cost`.
    pub fn placements(&self) -> Columns {
        let placed = (0..self.people.len()).filter_map(|person| {
            let run = self.inner.run_of(person)?;
            Some((person, run, self.inner.cost_of(person)))
        });
        let placed: Vec<_> = placed.collect();
        vec![
            ("person", self.people.column(placed.iter().map(|own| own.0))),
            ("run", self.runs.column(placed.iter().map(|own| own.1))),
            (
                "cost",
                Column::Whole(placed.iter().map(|own| own.2).collect()),
            ),
        ]
    }

    /// Every person without a place, in the order of the frame: `person`, `class`.
    pub fn unplaced(&self) -> Columns {
        let unplaced: Vec<usize> = (0..self.people.len())
            .filter(|person| self.inner.run_of(*person).is_none() && !self.inner.is_gone(*person))
            .collect();
        let class = |person: &usize| self.classes.get(*person).copied().map(i64::from);
        vec![
            ("person", self.people.column(unplaced.iter().copied())),
            ("class", Column::Whole(unplaced.iter().map(class).collect())),
        ]
    }

    /// The runs that were cancelled for want of people: `run`.
    pub fn cancelled(&self) -> Columns {
        let cancelled = self.inner.cancelled();
        vec![("run", self.runs.column(cancelled.into_iter()))]
    }

    /// The price of every run, which prove the assignment: `run`, `standing`, `cost`, and `class`,
    /// that of the person whom one more seat would serve, missing where it would serve nobody more.
    pub fn prices(&self) -> Columns {
        let class = (0..self.runs.len()).map(|run| self.inner.class_of_next(run).map(i64::from));
        let prices = (0..self.runs.len()).map(|run| self.inner.price(run));
        let prices: Vec<_> = prices.collect();
        let standing = prices.iter().map(|own| own.map(|price| price.standing));
        let cost = prices.iter().map(|own| own.map(|price| price.cost));
        vec![
            ("run", self.runs.column(0..self.runs.len())),
            ("standing", Column::Whole(standing.collect())),
            ("cost", Column::Whole(cost.collect())),
            ("class", Column::Whole(class.collect())),
        ]
    }

    /// What became of the reserved seats: `run`, `group`, `seats`, `people` (of the group, with a place in
    /// the run, in whichever seat), and the price of one more such seat: `standing`, `cost`, `class`.
    pub fn reserved(&self) -> Columns {
        let all = (0..self.groups.len()).filter_map(|at| self.inner.reserved(at));
        let all: Vec<Reserved> = all.collect();
        let whole = |value: fn(&Reserved) -> i64| {
            Column::Whole(all.iter().map(|own| Some(value(own))).collect())
        };
        let class =
            (0..self.groups.len()).map(|at| self.inner.class_of_next_reserved(at).map(i64::from));
        vec![
            ("run", self.runs.column(all.iter().map(|own| own.run))),
            ("group", ids::column(self.groups.iter().map(Some))),
            ("seats", whole(|own| i64::from(own.seats))),
            ("people", whole(|own| own.people as i64)),
            ("standing", whole(|own| own.price.standing)),
            ("cost", whole(|own| own.price.cost)),
            ("class", Column::Whole(class.collect())),
        ]
    }

    /// What a change altered: `person`, `from`, `to`, in an order in which it can be carried out.
    pub fn moves(&self, change: &Change) -> Columns {
        let moved = &change.moved;
        vec![
            (
                "person",
                self.people.column(moved.iter().map(|own| own.person)),
            ),
            ("from", self.runs.maybe(moved.iter().map(|own| own.from))),
            ("to", self.runs.maybe(moved.iter().map(|own| own.to))),
        ]
    }

    /// As [`Assignment::add_seats`].
    ///
    /// # Errors
    /// A run that is not there, and what that has.
    pub fn add_seats(&mut self, run: &Id, seats: u32) -> Result<Change, AssignedError> {
        let run = self.run(run)?;
        Ok(self.inner.add_seats(run, seats)?)
    }

    /// As [`Assignment::remove_seats`].
    ///
    /// # Errors
    /// A run that is not there, and what that has.
    pub fn remove_seats(&mut self, run: &Id, seats: u32) -> Result<Change, AssignedError> {
        let run = self.run(run)?;
        Ok(self.inner.remove_seats(run, seats)?)
    }

    /// As [`Assignment::add_person`]; the id of `person` is not read, `id` is. With `groups`, as
    /// [`Assignment::add_member`]: the groups that the person belongs to, which may be none.
    ///
    /// # Errors
    /// An id that somebody has, a run or a group that is not there, and what that has.
    pub fn add_person(
        &mut self,
        id: Id,
        person: Person<'_>,
        choices: &[(Id, i64)],
        groups: Option<&[Id]>,
    ) -> Result<Change, AssignedError> {
        if self.people.find(&id).is_some() {
            return Err(AssignedError::SamePerson);
        }
        let choices = choices
            .iter()
            .map(|(run, cost)| Ok((self.run(run)?, *cost)));
        let choices = choices.collect::<Result<Vec<_>, AssignedError>>()?;
        let text = id.to_string();
        let person = Person {
            id: &text,
            ..person
        };
        let (_, change) = match groups {
            None => self.inner.add_person(&person, &choices)?,
            Some(groups) => {
                let reservations = self.reservations_for(groups)?;
                self.inner.add_member(&person, &choices, &reservations)?
            }
        };
        self.people.push(id);
        self.classes.push(person.class);
        Ok(change)
    }

    /// As [`Assignment::remove_person`].
    ///
    /// # Errors
    /// A person who is not there.
    pub fn remove_person(&mut self, person: &Id) -> Result<Change, AssignedError> {
        let at = self.people.find(person).ok_or(AssignedError::NoPerson)?;
        Ok(self.inner.remove_person(at)?)
    }

    /// The reservations for any of the groups.
    fn reservations_for(&self, groups: &[Id]) -> Result<Vec<usize>, AssignedError> {
        let missing = groups.iter().find(|own| !self.groups.contains(own));
        if let Some(group) = missing {
            let group = group.clone();
            return Err(AssignedError::NoGroup { group });
        }
        let all = self.groups.iter().enumerate();
        let all = all.filter(|(_, own)| groups.contains(own));
        Ok(all.map(|(at, _)| at).collect())
    }

    fn run(&self, run: &Id) -> Result<usize, AssignedError> {
        let at = self.runs.find(run);
        at.ok_or_else(|| AssignedError::NoRun { run: run.clone() })
    }
}
