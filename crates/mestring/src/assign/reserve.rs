//! Seats of a run that are kept for some people: those of a municipality, of a partner, of a group.
//!
//! Seats that only some may take and seats that all may take are two runs to the engines, and that is
//! all it needs: the seats of a run fall into *pools*, one for each reservation and one that is open,
//! and whoever belongs to a reservation chooses its pool beside the open one, at the same cost. So the
//! result is as exact as without, and the same prices prove it. To everybody outside the pools of a run
//! are one run again. A minimum group counts the people in all pools of a run.
//!
//! A ceiling on one group within a run is the same thing mirrored: seats that are reserved for all
//! others. A ceiling over several runs is not of this kind, and is not offered.

use super::AssignError;
use super::assignment::Assignment;
use super::at::{At, Lists, Per, PersonAt, RunAt};
use super::price::Price;
use super::problem::{Arc, Problem, prices_fit};

/// So many of a run's seats are for these people alone. They may have any other seat of it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reservation<'a> {
    /// The run's position in the list of runs.
    pub run: u32,
    /// How many of its seats.
    pub seats: u32,
    /// The people's positions in the list of people. Who did not choose the run may be among them.
    pub people: &'a [u32],
}

/// What became of a reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reserved {
    /// The run's position.
    pub run: usize,
    /// How many of its seats are reserved.
    pub seats: u32,
    /// How many of the people it is for have a place in the run, in whichever seat.
    pub people: usize,
    /// What one more such seat would be worth, in place of none; an open seat is worth as much or more.
    pub price: Price,
}

/// A reservation that was checked.
struct Kept {
    open: RunAt,
    /// In order, each once.
    people: Vec<PersonAt>,
    seats: u32,
    /// Its place in the list of reservations.
    row: usize,
}

impl Problem {
    /// Keeps seats of runs for some people. Called again, it takes from the seats that are still open.
    ///
    /// ```
    /// use mestring::assign::{Choice, Order, Person, Problem, Reservation, Seats};
    ///
    /// let person = |id| Person { id, class: 1, deadline: None, waiting_since: None, relative: false, holds: None };
    /// let people = ["a", "b", "c"].map(person);
    /// let choices = [0, 1, 2].map(|person| Choice { person, run: 0, cost: i64::from(person) });
    /// let problem = Problem::new(&people, &[Seats::new("pain", 2)], &choices, Order::default())?;
    /// // One of the two seats is for the last, who would have none by cost.
    /// let kept = Reservation { run: 0, seats: 1, people: &[2] };
    /// let assignment = problem.reserve(&[kept])?.solve()?;
    /// assert_eq!([0, 1, 2].map(|person| assignment.run_of(person)), [Some(0), None, Some(0)]);
    /// assignment.check()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// A run or a person that is not there, more seats than the run has open, and more than can be
    /// counted.
    pub fn reserve(mut self, reservations: &[Reservation<'_>]) -> Result<Self, AssignError> {
        if reservations.is_empty() {
            return Ok(self);
        }
        let kept = self.kept(reservations)?;
        let (mut run_row, mut seats, mut minimum) = (Vec::new(), Vec::new(), Vec::new());
        let mut moved = Vec::with_capacity(self.pools());
        let mut pools = vec![RunAt::default(); reservations.len()];
        let mut next = kept.iter().peekable();
        for (at, row) in self.run_row.iter() {
            let mut open = self.seats[at];
            // Reserved pools come before the open one, so that who may choose takes a reserved seat
            // where nothing else decides.
            while let Some(own) = next.next_if(|own| own.open == at) {
                if let Some(pool) = pools.get_mut(own.row) {
                    *pool = RunAt::new(run_row.len());
                }
                open = open.saturating_sub(own.seats);
                run_row.push(*row);
                seats.push(own.seats);
                minimum.push(0);
            }
            moved.push(RunAt::new(run_row.len()));
            run_row.push(*row);
            seats.push(open);
            minimum.push(self.minimum[at]);
        }
        let moved: Per<RunAt, RunAt> = Per::new(moved);
        let own = kept.iter().filter_map(|own| {
            let pool = *pools.get(own.row)?;
            Some(
                own.people
                    .iter()
                    .map(move |person| (*person, (own.open, pool))),
            )
        });
        let own = Lists::<PersonAt, _>::grouped(
            self.people(),
            own.flatten().collect::<Vec<_>>().into_iter(),
        );
        let (mut least, mut most) = (0, 0);
        let mut arcs = |arcs: &[Arc], person: PersonAt, lay: &mut dyn FnMut(Arc)| {
            for arc in arcs {
                (least, most) = (least.min(arc.cost), most.max(arc.cost));
                let reserved = own.of(person).iter().filter(|(open, _)| *open == arc.run);
                reserved.for_each(|(_, pool)| lay(Arc { run: *pool, ..*arc }));
                let run = moved[arc.run];
                lay(Arc { run, ..*arc });
            }
        };
        let first_added = self.choices.len();
        let mut choices = Lists::with_capacity(first_added, self.choices.items().len());
        for person in (0..first_added).map(PersonAt::new) {
            arcs(self.choices.of(person), person, &mut |arc| {
                choices.push(arc)
            });
            choices.close();
        }
        for (added, later) in self.added.iter_mut().zip(first_added..) {
            let mut list = Vec::new();
            arcs(added, PersonAt::new(later), &mut |arc| list.push(arc));
            *added = list;
        }
        prices_fit(run_row.len(), i64::from(most) - i64::from(least))?;
        let opened = self.run_at.iter().map(|open| moved[*open]);
        self.run_at = opened.collect();
        self.run_row = Per::new(run_row);
        self.seats = Per::new(seats);
        self.minimum = Per::new(minimum);
        self.choices = choices;
        let before = std::mem::take(&mut self.reserved).into_iter();
        self.reserved = before.map(|pool| moved[pool]).chain(pools).collect();
        Ok(self)
    }

    /// The reservations in the order in which their pools lie, which does not hang on the rows.
    fn kept(&self, reservations: &[Reservation<'_>]) -> Result<Vec<Kept>, AssignError> {
        let mut reserved = std::collections::BTreeMap::new();
        let mut kept = Vec::with_capacity(reservations.len());
        for (row, own) in reservations.iter().enumerate() {
            let (run, runs) = (own.run as usize, self.runs());
            let open = self.run_at.get(run).copied();
            let open = open.ok_or(AssignError::ReservedRun { row, run, runs })?;
            let sum: &mut u64 = reserved.entry(open).or_default();
            *sum += u64::from(own.seats);
            if *sum > u64::from(self.seats[open]) {
                return Err(AssignError::ReservedSeats {
                    run,
                    seats: self.seats[open],
                    reserved: *sum,
                });
            }
            let people = own.people.iter().map(|person| {
                let (person, people) = (*person as usize, self.people());
                let at = self.person_at.get(person).copied();
                at.ok_or(AssignError::ReservedPerson {
                    row,
                    person,
                    people,
                })
            });
            let mut people = people.collect::<Result<Vec<_>, _>>()?;
            people.sort_unstable();
            people.dedup();
            kept.push(Kept {
                open,
                people,
                seats: own.seats,
                row,
            });
        }
        kept.sort_by(|one, other| {
            let key = |own: &Kept| (own.open, own.seats);
            key(one)
                .cmp(&key(other))
                .then_with(|| one.people.cmp(&other.people))
        });
        Ok(kept)
    }

    /// How many reservations there are.
    pub fn reservations(&self) -> usize {
        self.reserved.len()
    }

    /// How many pools the runs have together: as many as there are runs, and one more for each
    /// reservation.
    pub(super) fn pools(&self) -> usize {
        self.run_row.len()
    }

    /// The open pool of the run that a pool belongs to; it stands for the run.
    pub(super) fn open_pool(&self, pool: RunAt) -> RunAt {
        let open = self.run_at.get(self.run_row[pool]);
        open.copied().unwrap_or(pool)
    }

    /// The pools of the run that a pool belongs to, the open one first.
    pub(super) fn pools_of(&self, pool: RunAt) -> impl Iterator<Item = RunAt> + use<'_> {
        let (row, open) = (self.run_row[pool], self.open_pool(pool));
        let pools = (0..=open.index()).rev().map(RunAt::new);
        pools.take_while(move |own| self.run_row[*own] == row)
    }

    /// True where some seats of the run that a pool belongs to are reserved.
    pub(super) fn is_split(&self, pool: RunAt) -> bool {
        self.pools_of(pool).nth(1).is_some()
    }
}

impl Assignment {
    /// What became of a reservation, by its place in the list; `None` for one that is not there.
    pub fn reserved(&self, reservation: usize) -> Option<Reserved> {
        let pool = *self.problem.reserved.get(reservation)?;
        let people = self
            .problem
            .pools_of(pool)
            .flat_map(|own| self.held.of(own));
        let belongs = |person: &&PersonAt| self.problem.arc_cost(**person, pool).is_some();
        Some(Reserved {
            run: self.problem.run_row[pool],
            seats: self.problem.seats[pool],
            people: people.filter(belongs).count(),
            price: self.price[pool],
        })
    }

    /// The class of the person whom one more seat of a reservation would serve; `None` where it would
    /// serve nobody more.
    pub fn class_of_next_reserved(&self, reservation: usize) -> Option<u32> {
        let pool = *self.problem.reserved.get(reservation)?;
        self.class_at(self.price[pool])
    }

    /// How many people are in the run that a pool belongs to.
    pub(super) fn people_in(&self, pool: RunAt) -> usize {
        let pools = self.problem.pools_of(pool);
        pools.map(|own| self.held.of(own).len()).sum()
    }
}
