//! Changes of an assignment: seats and people come and go, and as little as possible moves.

use std::collections::{BTreeMap, BTreeSet};

use super::AssignError;
use super::assignment::Assignment;
use super::at::{At, PersonAt, RunAt};
use super::check::{self, Touched};
use super::exits::Exits;
use super::order::Standing;
use super::path::{Chain, Source, Step};
use super::price::Price;
use super::problem::{Arc, Choice, Person, checked, space};

/// Somebody whose place a change altered, by the positions in the lists that were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moved {
    /// The person.
    pub person: usize,
    /// The run before; `None` without a place.
    pub from: Option<usize>,
    /// The run after; `None` without a place.
    pub to: Option<usize>,
}

/// What a change altered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Who moved, in an order in which it can be carried out. A person may stand here more than
    /// once where several seats were changed.
    pub moved: Vec<Moved>,
}

impl Assignment {
    /// Gives a run more seats, open to all; as good as solving anew, and only what has to move moves.
    ///
    /// # Errors
    /// A run that is not there, more seats than can be counted, runs with minimum groups, and people who
    /// come together, unless [they stay where they are](Self::with_parties_fixed).
    pub fn add_seats(&mut self, run: usize, seats: u32) -> Result<Change, AssignError> {
        self.without_groups()?;
        let at = self.run_at(run)?;
        let more = self.problem.seats[at].checked_add(seats);
        let more = more.ok_or(AssignError::TooMany {
            what: "seats of a run",
            found: u64::from(self.problem.seats[at]) + u64::from(seats),
            limit: u64::from(u32::MAX),
        })?;
        let mut change = Change::default();
        let mut touched = Touched::default();
        for _ in 0..seats {
            // A seat that nobody wants leaves the rest free too.
            if self.price[at] == Price::ZERO {
                break;
            }
            self.problem.seats[at] += 1;
            let chain = self.fill(at);
            self.carry_out(&chain, Sign::Lower, &mut change, &mut touched);
        }
        self.problem.seats[at] = more;
        touched.runs.insert(at);
        self.verify(&touched)?;
        Ok(change)
    }

    /// Takes seats from a run, of those that are open to all; as good as solving anew, and only what has
    /// to move moves.
    ///
    /// # Errors
    /// A run that is not there, more seats than it has open, and runs with minimum groups.
    pub fn remove_seats(&mut self, run: usize, seats: u32) -> Result<Change, AssignError> {
        self.changeable()?;
        let at = self.run_at(run)?;
        if seats > self.problem.seats[at] {
            return Err(AssignError::NoSeats {
                run,
                seats: u64::from(self.problem.seats[at]),
                removed: seats,
            });
        }
        let mut change = Change::default();
        let mut touched = Touched::default();
        touched.runs.insert(at);
        for _ in 0..seats {
            let chain = (!self.has_free_seat(at)).then(|| self.make_room(Source::Run(at)));
            self.problem.seats[at] -= 1;
            if let Some(chain) = chain {
                self.carry_out(&chain, Sign::Raise, &mut change, &mut touched);
            }
        }
        self.verify(&touched)?;
        Ok(change)
    }

    /// Adds a person with choices, each a run's position and its cost; returns the person's position
    /// and what moved. As good as solving anew.
    ///
    /// The id only draws the lot; that nobody else has it is for the caller to see to.
    ///
    /// # Errors
    /// As [`Problem::new`](super::Problem::new) has them, runs with minimum groups, and a choice of a run
    /// with reserved seats, since nobody has said whether the person may have those: see
    /// [`add_member`](Self::add_member).
    pub fn add_person(
        &mut self,
        person: &Person<'_>,
        choices: &[(usize, i64)],
    ) -> Result<(usize, Change), AssignError> {
        for (run, _) in choices {
            let at = self.problem.run_at.get(*run);
            if at.is_some_and(|at| self.problem.is_split(*at)) {
                return Err(AssignError::GroupsNotSaid { run: *run });
            }
        }
        self.add_member(person, choices, &[])
    }

    /// As [`add_person`](Self::add_person), with the reservations that the person belongs to, by their
    /// places in the list; none for somebody who belongs to none.
    ///
    /// # Errors
    /// As [`Problem::new`](super::Problem::new) has them, runs with minimum groups, and a reservation that
    /// is not there.
    pub fn add_member(
        &mut self,
        person: &Person<'_>,
        choices: &[(usize, i64)],
        reservations: &[usize],
    ) -> Result<(usize, Change), AssignError> {
        self.changeable()?;
        let row = self.problem.people();
        if person.class == 0 {
            return Err(AssignError::NoClass { row });
        }
        let arcs = self.arcs(choices, reservations)?;
        let standing = Standing::of(person, self.problem.order);
        let worth = self.worth_of(standing);
        let at = PersonAt::new(row);
        let problem = &mut self.problem;
        problem.person_row.push(row);
        problem.person_at.push(at);
        problem.standing.push(standing);
        problem.worth.push(worth);
        problem.gone.push(false);
        problem.added.push(arcs);
        self.place.push(None);
        self.paid.push(0);
        self.held.add_person();
        let chain = self.make_room(Source::Person(at));
        let mut change = Change::default();
        let mut touched = Touched::default();
        touched.people.insert(at);
        self.carry_out(&chain, Sign::Raise, &mut change, &mut touched);
        if self.place[at].is_none() {
            self.exits.waits(&self.problem, at);
        }
        self.verify(&touched)?;
        Ok((row, change))
    }

    /// Removes a person; as good as solving anew.
    ///
    /// # Errors
    /// A person who is not there, and runs with minimum groups.
    pub fn remove_person(&mut self, person: usize) -> Result<Change, AssignError> {
        self.changeable()?;
        let at = self.problem.person_at.get(person).copied();
        let at = at.filter(|at| !self.problem.is_gone(*at));
        let at = at.ok_or(AssignError::Gone { person })?;
        let mut change = Change::default();
        let mut touched = Touched::default();
        self.problem.gone[at] = true;
        if let Some(run) = self.place[at] {
            let step = Step {
                person: at,
                from: Some(run),
                to: None,
            };
            self.step(step, &mut change);
            touched.runs.insert(run);
            let chain = self.fill(run);
            self.carry_out(&chain, Sign::Lower, &mut change, &mut touched);
        }
        self.verify(&touched)?;
        Ok(change)
    }

    fn changeable(&self) -> Result<(), AssignError> {
        self.without_groups()?;
        match self.problem.is_fixed {
            true => Err(AssignError::Parties),
            false => Ok(()),
        }
    }

    fn without_groups(&self) -> Result<(), AssignError> {
        if self.together.is_some() {
            return Err(AssignError::Parties);
        }
        let grouped = self.problem.minimum.values().iter().any(|own| *own > 0);
        match grouped || !self.cancelled.is_empty() {
            true => Err(AssignError::MinimumGroups),
            false => Ok(()),
        }
    }

    pub(super) fn run_at(&self, run: usize) -> Result<RunAt, AssignError> {
        let runs = self.problem.runs();
        let at = self.problem.run_at.get(run).copied();
        at.ok_or(AssignError::NoRun { row: 0, run, runs })
    }

    fn arcs(
        &self,
        choices: &[(usize, i64)],
        reservations: &[usize],
    ) -> Result<Vec<Arc>, AssignError> {
        let problem = &self.problem;
        let mut pools = BTreeSet::new();
        for reservation in reservations {
            let pool = problem.reserved.get(*reservation).copied();
            pools.insert(pool.ok_or(AssignError::NoReservation {
                reservation: *reservation,
                reservations: problem.reserved.len(),
            })?);
        }
        let mut rows = BTreeMap::new();
        for (row, (run, cost)) in choices.iter().enumerate() {
            let choice = Choice {
                person: 0,
                run: u32::try_from(*run).unwrap_or(u32::MAX),
                cost: *cost,
            };
            checked(row, &choice, 1, problem.runs())?;
            let at = self.run_at(*run)?;
            let cost = i32::try_from(*cost).unwrap_or_default();
            if let Some((first, _)) = rows.insert(at, (row, cost)) {
                let second = row;
                return Err(AssignError::SameChoice { first, second });
            }
        }
        let mut arcs = Vec::new();
        for (open, (_, cost)) in rows {
            let own = problem.pools_of(open);
            let own = own.filter(|pool| *pool == open || pools.contains(pool));
            arcs.extend(own.map(|run| Arc { run, cost }));
        }
        arcs.sort_unstable_by_key(|arc| arc.run);
        Ok(arcs)
    }

    /// What a person who stands here is worth: between the neighbours in the order.
    fn worth_of(&mut self, standing: Standing) -> i64 {
        if let Some(worth) = self.between(standing) {
            return worth;
        }
        self.space_out();
        // Neighbours lie far apart now, so there is room.
        self.between(standing).unwrap_or(1)
    }

    fn between(&self, standing: Standing) -> Option<i64> {
        let problem = &self.problem;
        let (order, first_added) = (problem.order, problem.choices.len());
        let standing = standing.within(order);
        let (before, later) = problem.standing.values().split_at(first_added);
        let at = before.partition_point(|own| own.within(order) < standing);
        let worth = |at: usize| problem.worth[PersonAt::new(at)];
        let known = |at: usize| Some((before.get(at)?.within(order), worth(at)));
        let mut after = known(at);
        let mut ahead = at.checked_sub(1).and_then(known);
        for (own, at) in later.iter().zip(first_added..) {
            let own = own.within(order);
            if own < standing && ahead.is_none_or(|(known, _)| known < own) {
                ahead = Some((own, worth(at)));
            }
            if own >= standing && after.is_none_or(|(known, _)| own < known) {
                after = Some((own, worth(at)));
            }
        }
        if let Some((own, worth)) = after
            && own == standing
        {
            return Some(worth);
        }
        let low = after.map_or(0, |(_, worth)| worth);
        let Some((_, high)) = ahead else {
            return Some(low + space(before.len()));
        };
        // Whoever comes has mostly waited less than who came before: most of the room is left below.
        let between = high - ((high - low) / 16).max(1);
        (low < between && between < high).then_some(between)
    }

    /// Spreads the worths of people, and with them the prices, as far apart as at the start.
    fn space_out(&mut self) {
        let prices = self.price.values().iter().map(|price| price.standing);
        let worths = self.problem.worth.values().iter().copied();
        let known: BTreeSet<i64> = worths.chain(prices).chain([0]).collect();
        let space = space(known.len());
        let new: BTreeMap<i64, i64> = known
            .into_iter()
            .zip((0_i64..).map(|nth| nth * space))
            .collect();
        let spread = |value: &mut i64| {
            if let Some(new) = new.get(value) {
                *value = *new;
            }
        };
        self.problem.worth.values_mut().iter_mut().for_each(spread);
        for price in self.price.values_mut() {
            spread(&mut price.standing);
        }
        // What the exits say rests on the worths.
        self.exits = Exits::unknown();
    }

    /// Carries out a chain that draws people to where they would not go by themselves.
    pub(super) fn draw(&mut self, chain: &Chain) {
        let (mut change, mut touched) = (Change::default(), Touched::default());
        self.carry_out(chain, Sign::Lower, &mut change, &mut touched);
    }

    fn carry_out(&mut self, chain: &Chain, sign: Sign, change: &mut Change, touched: &mut Touched) {
        for step in &chain.steps {
            self.step(*step, change);
            touched.people.insert(step.person);
            touched.runs.extend(step.from);
            touched.runs.extend(step.to);
        }
        for (run, by) in &chain.nearer {
            match sign {
                Sign::Raise => {
                    self.price[*run] += *by;
                    touched.raised.insert(*run);
                }
                Sign::Lower => {
                    self.price[*run] += -*by;
                    touched.lowered.insert(*run);
                }
            }
        }
    }

    fn step(&mut self, step: Step, change: &mut Change) {
        let Step { person, from, to } = step;
        self.seat(person, to);
        let row = |run: RunAt| self.problem.run_row[run];
        let (from, to) = (from.map(row), to.map(row));
        // From a reserved seat of a run to an open one nobody moves.
        if from != to {
            change.moved.push(Moved {
                person: self.problem.person_row[person],
                from,
                to,
            });
        }
    }

    /// Moves a person to a run, or out of the one where they are.
    pub(super) fn seat(&mut self, person: PersonAt, to: Option<RunAt>) {
        if let Some(from) = self.place[person] {
            self.held.take(person, from);
            self.exits.changed(from);
        }
        if let Some(to) = to {
            self.held.put(person, to);
            self.exits.changed(to);
        } else if !self.problem.is_gone(person) {
            self.exits.waits(&self.problem, person);
        }
        self.place[person] = to;
        let cost = to.and_then(|to| self.problem.arc_cost(person, to));
        self.paid[person] = cost.unwrap_or_default();
    }

    /// Checks what a change touched.
    fn verify(&mut self, touched: &Touched) -> Result<(), AssignError> {
        self.know_exits();
        Ok(check::touched(self, touched)?)
    }
}

#[derive(Clone, Copy)]
enum Sign {
    Raise,
    Lower,
}
