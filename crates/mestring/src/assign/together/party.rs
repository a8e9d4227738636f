//! Parties as they are given, and a problem in which it is decided where they are.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Component;
use crate::assign::AssignError;
use crate::assign::at::{At, Lists, Per, PersonAt, RunAt};
use crate::assign::problem::{Arc, Problem, space};

/// A patient and those who come with them: in the same run, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Party<'a> {
    /// The patient's position in the list of people; all of them stand where the patient stands.
    pub patient: u32,
    /// The positions of the others, one to five.
    pub relatives: &'a [u32],
}

/// The most people that a party has.
const MOST_PEOPLE: usize = 6;

/// Where a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::assign) enum Decision {
    /// All of it in this run, by its row.
    In(usize),
    /// Without a place.
    Out,
}

impl Problem {
    /// Places people in the same run or not at all. Of what they chose only the runs count that all of
    /// a party chose; a party without such a run gets no place. Called again, it adds parties.
    ///
    /// `most_branches` bounds the search for each part of the problem that hangs together;
    /// [`MOST_BRANCHES`](crate::assign::MOST_BRANCHES) is a good number.
    ///
    /// ```
    /// use mestring::assign::{Choice, MOST_BRANCHES, Order, Party, Person, Problem, Seats};
    ///
    /// let person = |id, class| Person { id, class, deadline: None, waiting_since: None, relative: false, holds: None };
    /// let people = [person("patient", 1), person("relative", 1), person("other", 2)];
    /// let runs = [Seats::new("spring", 1), Seats::new("autumn", 2)];
    /// let near = |person, run| Choice { person, run, cost: i64::from(run) };
    /// let choices = [near(0, 0), near(0, 1), near(1, 0), near(1, 1), near(2, 0), near(2, 1)];
    /// let problem = Problem::new(&people, &runs, &choices, Order::default())?;
    /// let both = Party { patient: 0, relatives: &[1] };
    /// let assignment = problem.together(&[both], MOST_BRANCHES)?.solve()?;
    /// assert_eq!([0, 1, 2].map(|person| assignment.run_of(person)), [Some(1), Some(1), Some(0)]);
    /// assignment.check_together()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Somebody who is not there, or in two parties, or has a place already; a party of one, or of more
    /// than six.
    pub fn together(
        mut self,
        parties: &[Party<'_>],
        most_branches: usize,
    ) -> Result<Self, AssignError> {
        self.most_branches = most_branches;
        if parties.is_empty() {
            return Ok(self);
        }
        let mut all = std::mem::take(&mut self.parties);
        let mut taken: BTreeSet<PersonAt> = all.iter().flatten().copied().collect();
        for (row, party) in parties.iter().enumerate() {
            let people = 1 + party.relatives.len();
            if !(2..=MOST_PEOPLE).contains(&people) {
                let most = MOST_PEOPLE;
                return Err(AssignError::PartySize { row, people, most });
            }
            let mut members = Vec::with_capacity(people);
            for person in std::iter::once(&party.patient).chain(party.relatives) {
                let (person, people) = (*person as usize, self.people());
                let at = self.person_at.get(person).copied();
                let at = at.ok_or(AssignError::PartyPerson {
                    row,
                    person,
                    people,
                })?;
                if self.standing[at].holds() {
                    return Err(AssignError::PartyHolds { row, person });
                }
                if !taken.insert(at) {
                    return Err(AssignError::TwoParties { row, person });
                }
                members.push(at);
            }
            all.push(members);
        }
        Ok(self.with_parties(all))
    }

    /// The problem around parties whose runs are settled: each with the position of its run, or `None`
    /// for one without a place. Questions about everybody else can be put to it; the parties stay.
    ///
    /// # Errors
    /// As [`together`](Self::together), and a run that is not there.
    pub fn together_at(self, parties: &[(Party<'_>, Option<usize>)]) -> Result<Self, AssignError> {
        let patients: Vec<Option<usize>> = parties
            .iter()
            .map(|(party, _)| Some(party.patient as usize))
            .collect();
        let given: Vec<Party<'_>> = parties.iter().map(|(party, _)| *party).collect();
        let runs = self.runs();
        for (row, (_, run)) in parties.iter().enumerate() {
            if let Some(run) = run.filter(|run| *run >= runs) {
                return Err(AssignError::NoRun { row, run, runs });
            }
        }
        let problem = self.together(&given, 0)?;
        let mut decided = BTreeMap::new();
        for (at, members) in problem.parties.iter().enumerate() {
            let patient = members.first().map(|own| problem.person_row[*own]);
            let given = patients.iter().position(|own| *own == patient);
            if let Some((_, Some(run))) = given.and_then(|given| parties.get(given)) {
                decided.insert(at, Decision::In(*run));
            }
        }
        Ok(problem.fixed(&decided))
    }

    /// Puts the relatives of each party right after the patient, and leaves each party its common runs.
    fn with_parties(self, parties: Vec<Vec<PersonAt>>) -> Self {
        let mut patient: BTreeMap<PersonAt, PersonAt> = BTreeMap::new();
        let mut common: BTreeMap<PersonAt, BTreeSet<usize>> = BTreeMap::new();
        for members in &parties {
            let rows = |own: &PersonAt| -> BTreeSet<usize> {
                let arcs = self.choices_of(*own).iter();
                arcs.map(|arc| self.run_row[arc.run]).collect()
            };
            let mut sets = members.iter().map(rows);
            let first = sets.next().unwrap_or_default();
            let shared = sets.fold(first, |all, own| all.intersection(&own).copied().collect());
            common.extend(members.iter().map(|own| (*own, shared.clone())));
            if let Some((first, others)) = members.split_first() {
                patient.extend(others.iter().map(|own| (*own, *first)));
            }
        }
        // Where a person stands: with whom, and whether before or after those who stand there.
        let level = |person: PersonAt| match patient.get(&person) {
            None => (Reverse(self.worth[person]), false, person, person),
            Some(first) => (Reverse(self.worth[*first]), true, *first, person),
        };
        let mut order: Vec<PersonAt> = (0..self.people()).map(PersonAt::new).collect();
        order.sort_by_key(|person| level(*person));
        let levels: Vec<(Reverse<i64>, bool)> = order
            .iter()
            .map(|person| level(*person))
            .map(|own| (own.0, own.1))
            .collect();
        let standings = levels.chunk_by(|one, next| one == next).count();
        let (mut left, space) = (standings as i64, space(standings));
        let mut worth = Vec::with_capacity(levels.len());
        for same in levels.chunk_by(|one, next| one == next) {
            worth.extend(std::iter::repeat_n(left * space, same.len()));
            left -= 1;
        }
        let standing = |person: PersonAt| {
            let stands = patient.get(&person).copied().unwrap_or(person);
            self.standing[stands]
        };
        let arcs = |person: PersonAt, arc: &Arc| {
            let rows = common.get(&person);
            rows.is_none_or(|rows| rows.contains(&self.run_row[arc.run]))
        };
        let mut laid = self.in_order(&order, Per::new(worth), standing, arcs);
        let mut at: Vec<PersonAt> = vec![PersonAt::default(); order.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(slot) = at.get_mut(old.index()) {
                *slot = PersonAt::new(new);
            }
        }
        let moved = |own: PersonAt| at.get(own.index()).copied().unwrap_or(own);
        let moved = parties
            .into_iter()
            .map(|own| own.into_iter().map(moved).collect());
        laid.parties = moved.collect();
        laid.parties.sort_unstable();
        laid
    }

    /// The problem with its people in another order.
    fn in_order(
        &self,
        order: &[PersonAt],
        worth: Per<PersonAt, i64>,
        standing: impl Fn(PersonAt) -> crate::assign::order::Standing,
        keeps: impl Fn(PersonAt, &Arc) -> bool,
    ) -> Problem {
        let mut choices = Lists::with_capacity(order.len(), self.choices.items().len());
        let mut person_at = vec![PersonAt::default(); order.len()];
        for (new, old) in order.iter().enumerate() {
            let arcs = self.choices_of(*old).iter();
            arcs.filter(|arc| keeps(*old, arc))
                .for_each(|arc| choices.push(*arc));
            choices.close();
            if let Some(slot) = person_at.get_mut(self.person_row[*old]) {
                *slot = PersonAt::new(new);
            }
        }
        Problem {
            order: self.order,
            person_row: Per::new(order.iter().map(|own| self.person_row[*own]).collect()),
            person_at,
            run_row: self.run_row.clone(),
            run_at: self.run_at.clone(),
            standing: Per::new(order.iter().map(|own| standing(*own)).collect()),
            worth,
            seats: self.seats.clone(),
            minimum: self.minimum.clone(),
            choices,
            added: Vec::new(),
            gone: Per::new(order.iter().map(|own| self.gone[*own]).collect()),
            reserved: self.reserved.clone(),
            parties: Vec::new(),
            most_branches: self.most_branches,
            is_fixed: self.is_fixed,
        }
    }

    /// The problem around the parties: each where it is decided to be, and before everybody else there.
    pub(super) fn fixed(&self, decided: &BTreeMap<usize, Decision>) -> Problem {
        let (order, worth, of) = self.forced_first((0..self.people()).map(PersonAt::new), decided);
        let mut of = of;
        for person in self.parties.iter().flatten() {
            // A party of which nothing was decided has no run in common.
            of.entry(*person).or_insert(Decision::Out);
        }
        let standing = |person| self.standing[person];
        let stays = |person, arc: &Arc| self.stays(of.get(&person), arc);
        Problem {
            is_fixed: true,
            ..self.in_order(&order, Per::new(worth), standing, stays)
        }
    }

    /// Whether a choice is left to somebody of a party of whom this is decided.
    fn stays(&self, decided: Option<&Decision>, arc: &Arc) -> bool {
        match decided {
            None => true,
            Some(Decision::In(row)) => self.run_row[arc.run] == *row,
            Some(Decision::Out) => false,
        }
    }

    /// Those first who are to be in a run, and worth more than everybody else; and what is decided of
    /// whom.
    fn forced_first(
        &self,
        people: impl Iterator<Item = PersonAt>,
        decided: &BTreeMap<usize, Decision>,
    ) -> (Vec<PersonAt>, Vec<i64>, BTreeMap<PersonAt, Decision>) {
        let mut of = BTreeMap::new();
        for (party, decision) in decided {
            let members = self.parties.get(*party).into_iter().flatten();
            of.extend(members.map(|own| (*own, *decision)));
        }
        let forced = |own: &PersonAt| matches!(of.get(own), Some(Decision::In(_)));
        let (first, rest): (Vec<PersonAt>, Vec<PersonAt>) = people.partition(forced);
        let most = self.worth.values().first().copied().unwrap_or_default() + space(1);
        let worth = first.iter().map(|_| most);
        let worth = worth
            .chain(rest.iter().map(|own| self.worth[*own]))
            .collect();
        (first.into_iter().chain(rest).collect(), worth, of)
    }

    /// A part of the problem by itself, with what is decided of some parties; and the people of it, by
    /// their positions in the part.
    pub(super) fn part(
        &self,
        component: &Component,
        decided: &BTreeMap<usize, Decision>,
    ) -> (Problem, Vec<PersonAt>) {
        let people = component.people.iter().copied();
        let (order, worth, of) = self.forced_first(people, decided);
        let own: BTreeMap<RunAt, RunAt> = component
            .pools
            .iter()
            .zip((0..).map(RunAt::new))
            .map(|(pool, own)| (*pool, own))
            .collect();
        let shared = self.shared_costs(component);
        let mut choices = Lists::with_capacity(order.len(), 0);
        for person in &order {
            let arcs = self.choices_of(*person).iter();
            let arcs = arcs.filter(|arc| self.stays(of.get(person), arc));
            for arc in arcs {
                if let Some(run) = own.get(&arc.run) {
                    let cost = shared.get(&(*person, self.run_row[arc.run]));
                    choices.push(Arc {
                        run: *run,
                        cost: cost.copied().unwrap_or(arc.cost),
                    });
                }
            }
            choices.close();
        }
        // The open pool of a run is the last of its pools.
        let (mut run_row, mut run_at): (Vec<usize>, Vec<RunAt>) = (Vec::new(), Vec::new());
        for (pool, at) in &own {
            run_row.push(run_at.len());
            if self.open_pool(*pool) == *pool {
                run_at.push(*at);
            }
        }
        let count = order.len();
        let part = Problem {
            order: self.order,
            person_row: Per::new((0..count).collect()),
            person_at: (0..count).map(PersonAt::new).collect(),
            run_row: Per::new(run_row),
            run_at,
            standing: Per::new(order.iter().map(|own| self.standing[*own]).collect()),
            worth: Per::new(worth),
            seats: Per::new(own.keys().map(|pool| self.seats[*pool]).collect()),
            minimum: Per::new(own.keys().map(|pool| self.minimum[*pool]).collect()),
            choices,
            added: Vec::new(),
            gone: Per::filled(false, count),
            reserved: Vec::new(),
            parties: Vec::new(),
            most_branches: 0,
            is_fixed: false,
        };
        (part, order)
    }

    /// What each run costs each person of a party, by the row of the run, when all of the party carry the
    /// same part of what it costs them together. Where they are together it comes to the same, and where
    /// they are taken apart they have the less reason to part, so that the bound is the better.
    fn shared_costs(&self, component: &Component) -> BTreeMap<(PersonAt, usize), i32> {
        let mut shared = BTreeMap::new();
        for party in &component.parties {
            let members = self.parties.get(*party).map_or(&[][..], Vec::as_slice);
            let mut costs: BTreeMap<(usize, PersonAt), i64> = BTreeMap::new();
            for person in members {
                for arc in self.choices_of(*person) {
                    // In whichever pool of a run, it costs the same.
                    costs.insert((self.run_row[arc.run], *person), i64::from(arc.cost));
                }
            }
            let costs: Vec<((usize, PersonAt), i64)> = costs.into_iter().collect();
            for run in costs.chunk_by(|one, next| one.0.0 == next.0.0) {
                let sum: i64 = run.iter().map(|own| own.1).sum();
                let people = i64::try_from(run.len()).unwrap_or(1);
                // What cannot be divided falls on the first ones.
                let (part, rest) = (sum.div_euclid(people), sum.rem_euclid(people));
                for (((row, person), _), at) in run.iter().zip(0..) {
                    let own = part + i64::from(at < rest);
                    shared.insert((*person, *row), i32::try_from(own).unwrap_or(i32::MAX));
                }
            }
        }
        shared
    }

    /// The runs that a party could be in, by their rows.
    pub(super) fn runs_of_party(&self, party: usize) -> BTreeSet<usize> {
        let first = self.parties.get(party).and_then(|own| own.first());
        let arcs = first.map_or(&[][..], |own| self.choices_of(*own));
        arcs.iter().map(|arc| self.run_row[arc.run]).collect()
    }
}
