//! People, runs and choices, checked and laid out for the engines.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::AssignError;
use super::at::{At, Lists, Per, PersonAt, RunAt};
use super::order::{Order, Standing, lot};
use super::price::Price;

/// Somebody who waits for a place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Person<'a> {
    /// An opaque id. It is used to tell people apart and to draw lots, and kept nowhere.
    pub id: &'a str,
    /// The class, 1 served first.
    pub class: u32,
    /// The deadline on the referral.
    pub deadline: Option<NaiveDate>,
    /// The day of the referral.
    pub waiting_since: Option<NaiveDate>,
    /// The person comes as somebody's relative, and stands after patients who are equal in all before.
    pub relative: bool,
    /// The place that the person has already.
    pub holds: Option<Holds>,
}

impl std::fmt::Debug for Person<'_> {
    /// Where the person stands, and not who it is.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Person")
            .field("class", &self.class)
            .field("deadline", &self.deadline)
            .field("waiting_since", &self.waiting_since)
            .field("relative", &self.relative)
            .field("holds", &self.holds)
            .finish_non_exhaustive()
    }
}

/// A place that somebody has already. Who has one stands before all who have none, and so keeps a
/// place as long as there is any; cost decides whether it is this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Holds {
    /// The run's position in the list of runs; it has to be among the person's choices.
    pub run: u32,
    /// What it costs more to move the person to another run, such as more the shorter the notice.
    pub move_cost: i64,
}

/// A run with the places that it can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seats<'a> {
    /// The run's id.
    pub run: &'a str,
    /// How many people it takes.
    pub seats: u32,
    /// How many people it needs to be held; 0 for any number.
    pub minimum: u32,
}

impl<'a> Seats<'a> {
    /// A run that is held with any number of people.
    pub fn new(run: &'a str, seats: u32) -> Self {
        Seats {
            run,
            seats,
            minimum: 0,
        }
    }
}

/// A run that would do for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Choice {
    /// The person's position in the list of people.
    pub person: u32,
    /// The run's position in the list of runs.
    pub run: u32,
    /// What the person would rather be spared: travel, another format, another language. Less is
    /// better; the unit is the caller's. From -[`MOST_COST`] to [`MOST_COST`].
    pub cost: i64,
}

/// The highest preference cost, and the lowest with its sign turned.
pub const MOST_COST: i64 = 1 << 30;

/// How far apart so many standings lie in the order, so that people can be added between them: as far
/// as leaves room to add several of them up.
pub(super) fn space(standings: usize) -> i64 {
    let standings = i64::try_from(standings).unwrap_or(i64::MAX).max(1);
    ((1_i64 << 58) / standings).clamp(1 << 20, 1 << 36)
}

/// People, runs and choices that are fit to be solved.
///
/// ```
/// use mestring::assign::{Choice, Order, Person, Problem, Seats};
///
/// let people = [
///     Person { id: "a", class: 1, deadline: None, waiting_since: None, relative: false, holds: None },
///     Person { id: "b", class: 2, deadline: None, waiting_since: None, relative: false, holds: None },
/// ];
/// let runs = [Seats::new("pain", 1), Seats::new("sleep", 1)];
/// let choices = [
///     Choice { person: 0, run: 0, cost: 10 },
///     Choice { person: 0, run: 1, cost: 30 },
///     Choice { person: 1, run: 0, cost: 20 },
/// ];
/// let problem = Problem::new(&people, &runs, &choices, Order::default())?;
/// let assignment = problem.solve()?;
/// // The first goes to the dearer run, so that the second gets a place too.
/// assert_eq!(assignment.run_of(0), Some(1));
/// assert_eq!(assignment.run_of(1), Some(0));
/// assert_eq!(assignment.objective().cost, 50);
/// assignment.check()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Problem {
    pub(super) order: Order,
    /// From the fair order to the rows that were given, and back.
    pub(super) person_row: Per<PersonAt, usize>,
    pub(super) person_at: Vec<PersonAt>,
    /// Where seats are reserved, a run has several positions, one for each pool of seats, and the way
    /// back leads to the open one.
    pub(super) run_row: Per<RunAt, usize>,
    pub(super) run_at: Vec<RunAt>,
    pub(super) standing: Per<PersonAt, Standing>,
    /// What nobody is worth who would be left out: how early the person stands.
    pub(super) worth: Per<PersonAt, i64>,
    pub(super) seats: Per<RunAt, u32>,
    pub(super) minimum: Per<RunAt, u32>,
    pub(super) choices: Lists<PersonAt, Arc>,
    /// The choices of people who were added later, in the order of the positions after the others.
    pub(super) added: Vec<Vec<Arc>>,
    /// People who were removed keep their positions.
    pub(super) gone: Per<PersonAt, bool>,
    /// The pool of each reservation.
    pub(super) reserved: Vec<RunAt>,
    /// Who comes together, the patient first, in the order of the patients.
    pub(super) parties: Vec<Vec<PersonAt>>,
    /// How many branches are solved at most to place them.
    pub(super) most_branches: usize,
    /// True where parties stay where they are, and the others are asked about.
    pub(super) is_fixed: bool,
}

/// A choice as the engines read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Arc {
    pub(super) run: RunAt,
    pub(super) cost: i32,
}

impl Problem {
    /// Checks what was given, and lays it out.
    ///
    /// The result does not depend on the order of the rows.
    ///
    /// # Errors
    /// Ids that are not unique, choices of people or runs that are not there, a pair that is chosen
    /// twice, a class of 0, a cost beyond [`MOST_COST`], and more than can be counted.
    pub fn new(
        people: &[Person<'_>],
        runs: &[Seats<'_>],
        choices: &[Choice],
        order: Order,
    ) -> Result<Self, AssignError> {
        let persons = |visit: &mut Visit<'_, u32, AssignError>| {
            choices.iter().map(|own| own.person).try_for_each(visit)
        };
        let each = |visit: &mut Visit<'_, Choice, AssignError>| {
            choices.iter().copied().try_for_each(visit)
        };
        PeopleInOrder::new(people, order)?.choosing(runs, persons, each)
    }

    /// How many people there are, with those who were removed.
    pub fn people(&self) -> usize {
        self.person_row.len()
    }

    /// How many people there are, without those who were removed.
    pub fn present(&self) -> usize {
        self.gone.values().iter().filter(|gone| !**gone).count()
    }

    /// How many runs there are.
    pub fn runs(&self) -> usize {
        self.run_at.len()
    }

    /// How many people stand equal to somebody else, so that cost decides between them.
    pub fn tied(&self) -> usize {
        let worths = self.worth.values();
        let tied = worths.chunk_by(|one, next| one == next);
        tied.map(<[i64]>::len).filter(|size| *size > 1).sum()
    }

    /// How people are ordered.
    pub fn order(&self) -> Order {
        self.order
    }

    pub(super) fn is_gone(&self, person: PersonAt) -> bool {
        self.gone[person]
    }

    pub(super) fn choices_of(&self, person: PersonAt) -> &[Arc] {
        match person.index().checked_sub(self.choices.len()) {
            None => self.choices.of(person),
            Some(later) => self.added.get(later).map_or(&[], Vec::as_slice),
        }
    }

    /// What a run costs a person; `None` where it is not a choice.
    pub(super) fn arc_cost(&self, person: PersonAt, run: RunAt) -> Option<i32> {
        let choices = self.choices_of(person);
        let at = choices.binary_search_by_key(&run, |arc| arc.run).ok()?;
        choices.get(at).map(|arc| arc.cost)
    }

    /// What being left out weighs for a person.
    pub(super) fn left_out(&self, person: PersonAt) -> Price {
        Price::standing(self.worth[person])
    }
}

/// People in their fair order, before their choices are known.
pub(crate) struct PeopleInOrder {
    order: Order,
    standing: Per<PersonAt, Standing>,
    person_row: Per<PersonAt, usize>,
    person_at: Vec<PersonAt>,
    /// Who has a place already, by row.
    holds: Vec<(usize, Holds)>,
}

/// What is done with each of them.
pub(crate) type Visit<'a, T, E> = dyn FnMut(T) -> Result<(), E> + 'a;

impl PeopleInOrder {
    pub(crate) fn new(people: &[Person<'_>], order: Order) -> Result<Self, AssignError> {
        few_enough("people", people.len())?;
        let (standing, person_row) = person_order(people, order)?;
        let holds = people.iter().enumerate();
        let holds = holds.filter_map(|(row, person)| Some((row, person.holds?)));
        Ok(PeopleInOrder {
            order,
            standing,
            person_at: inverse(&person_row),
            person_row,
            holds: holds.collect(),
        })
    }

    /// The problem of these people with runs and choices, which need no memory beside those of the
    /// problem: `each` calls with every choice, and `persons` with the person of every choice, in the
    /// same order.
    pub(crate) fn choosing<E: From<AssignError>>(
        self,
        runs: &[Seats<'_>],
        persons: impl Fn(&mut Visit<'_, u32, E>) -> Result<(), E>,
        each: impl Fn(&mut Visit<'_, Choice, E>) -> Result<(), E>,
    ) -> Result<Problem, E> {
        let PeopleInOrder {
            order,
            standing,
            person_row,
            person_at,
            holds,
        } = self;
        few_enough("runs", runs.len())?;
        let run_row = run_order(runs)?;
        let run_at = inverse(&run_row);
        let mut choices = lay_out(persons, each, &person_at, &run_at)?;
        weigh_moves(&holds, &mut choices, &person_at, &run_at)?;
        let costs = choices.items().iter().map(|arc| i64::from(arc.cost));
        let spread = match (costs.clone().min(), costs.max()) {
            (Some(least), Some(most)) => most - least,
            _ => 0,
        };
        prices_fit(runs.len(), spread)?;
        let minima = runs.iter().enumerate();
        let mut minima = minima.filter(|(_, run)| run.minimum > run.seats);
        if let Some((row, run)) = minima.next() {
            let (seats, minimum) = (run.seats, run.minimum);
            let wrong = AssignError::Minimum {
                row,
                minimum,
                seats,
            };
            return Err(wrong.into());
        }
        let of = |value: fn(&Seats<'_>) -> u32| {
            let rows = run_row.values().iter();
            Per::new(rows.map(|row| runs.get(*row).map_or(0, value)).collect())
        };
        Ok(Problem {
            order,
            worth: worths(&standing, order),
            gone: Per::filled(false, person_row.len()),
            person_row,
            person_at,
            run_at,
            standing,
            seats: of(|run| run.seats),
            minimum: of(|run| run.minimum),
            run_row,
            choices,
            added: Vec::new(),
            reserved: Vec::new(),
            parties: Vec::new(),
            most_branches: 0,
            is_fixed: false,
        })
    }
}

fn few_enough(what: &'static str, found: usize) -> Result<(), AssignError> {
    // One position stays free for "no run", one for a run that the engines think up.
    let limit = u64::from(u32::MAX) - 2;
    match found as u64 {
        found if found > limit => Err(AssignError::TooMany { what, found, limit }),
        _ => Ok(()),
    }
}

/// Prices are sums of costs along paths through runs, each cost multiplied by the number of runs.
pub(super) fn prices_fit(runs: usize, spread: i64) -> Result<(), AssignError> {
    let runs = runs as u128 + 3;
    let limit = (1u128 << 62) / 64 / (spread.unsigned_abs() as u128).max(1);
    if runs * runs <= limit {
        return Ok(());
    }
    Err(AssignError::TooMany {
        what: "runs with costs so far apart",
        found: u64::try_from(runs - 3).unwrap_or(u64::MAX),
        limit: limit
            .isqrt()
            .try_into()
            .map_or(u64::MAX, |limit: u64| limit.saturating_sub(3)),
    })
}

fn inverse<A: At>(rows: &Per<A, usize>) -> Vec<A> {
    let mut at = vec![A::new(0); rows.len()];
    for (position, row) in rows.iter() {
        if let Some(slot) = at.get_mut(*row) {
            *slot = position;
        }
    }
    at
}

fn run_order(runs: &[Seats<'_>]) -> Result<Per<RunAt, usize>, AssignError> {
    let mut rows: Vec<(&str, usize)> = runs.iter().map(|run| run.run).zip(0..).collect();
    rows.sort_unstable();
    let mut same = rows.chunk_by(|one, next| one.0 == next.0);
    let twice = same.find(|same| same.len() > 1);
    if let Some([(run, first), (_, second), ..]) = twice {
        return Err(AssignError::SameRun {
            run: (*run).to_owned(),
            first: *first,
            second: *second,
        });
    }
    Ok(Per::new(rows.into_iter().map(|(_, row)| row).collect()))
}

type Ordered = (Per<PersonAt, Standing>, Per<PersonAt, usize>);

fn person_order(people: &[Person<'_>], order: Order) -> Result<Ordered, AssignError> {
    let mut seen = HashMap::with_capacity(people.len());
    for (row, person) in people.iter().enumerate() {
        if person.class == 0 {
            return Err(AssignError::NoClass { row });
        }
        if let Some(first) = seen.insert(person.id, row) {
            let second = row;
            return Err(AssignError::SamePerson { first, second });
        }
    }
    drop(seen);
    let standings = people.iter().map(|person| Standing::of(person, order));
    let mut rows: Vec<(Standing, usize)> = standings.zip(0..).collect();
    rows.sort_unstable_by_key(|(standing, row)| (standing.within(order), *standing, *row));
    // Where nothing decides between people, the order among them has no meaning, but the result must
    // not depend on the order of the rows. A lot favours no id over another.
    let id = |row: usize| people.get(row).map_or("", |person| person.id);
    for equal in rows.chunk_by_mut(|one, next| one.0 == next.0) {
        if equal.len() > 1 {
            equal.sort_by_cached_key(|(_, row)| (lot(0, id(*row)), id(*row)));
        }
    }
    let (standings, rows) = rows.into_iter().unzip();
    Ok((Per::new(standings), Per::new(rows)))
}

/// What each person is worth: the later in the order, the less, with [`space`] between, and the same
/// for people who stand equal.
fn worths(standing: &Per<PersonAt, Standing>, order: Order) -> Per<PersonAt, i64> {
    let same = |one: &Standing, next: &Standing| one.within(order) == next.within(order);
    let equal = standing.values().chunk_by(same);
    let standings = equal.clone().count();
    let (mut left, space) = (standings as i64, space(standings));
    let mut worths = Vec::with_capacity(standing.len());
    for group in equal {
        worths.extend(std::iter::repeat_n(left * space, group.len()));
        left -= 1;
    }
    Per::new(worths)
}

fn lay_out<E: From<AssignError>>(
    persons: impl Fn(&mut Visit<'_, u32, E>) -> Result<(), E>,
    each: impl Fn(&mut Visit<'_, Choice, E>) -> Result<(), E>,
    person_at: &[PersonAt],
    run_at: &[RunAt],
) -> Result<Lists<PersonAt, Arc>, E> {
    let mut sizes = vec![0usize; person_at.len()];
    persons(&mut |person| {
        // Who is not there is found with the choice.
        let at = person_at.get(person as usize);
        if let Some(size) = at.and_then(|at| sizes.get_mut(at.index())) {
            *size += 1;
        }
        Ok(())
    })?;
    let mut lists = Lists::sized(&sizes);
    // From here on the sizes count what is still to come of each list.
    let mut row = 0;
    each(&mut |choice| {
        checked(row, &choice, person_at.len(), run_at.len())?;
        row += 1;
        let person = person_at.get(choice.person as usize);
        let run = run_at.get(choice.run as usize);
        let cost = i32::try_from(choice.cost);
        if let (Some(person), Some(run), Ok(cost)) = (person, run, cost)
            && let Some(left) = sizes.get_mut(person.index())
            && let Some(next) = left.checked_sub(1)
        {
            *left = next;
            if let Some(slot) = lists.of_mut(*person).get_mut(next) {
                *slot = Arc { run: *run, cost };
            }
        }
        Ok(())
    })?;
    for index in 0..lists.len() {
        let list = lists.of_mut(PersonAt::new(index));
        list.sort_unstable_by_key(|arc| arc.run);
        let mut same = list.chunk_by(|one, next| one.run == next.run);
        let twice = same.find(|same| same.len() > 1);
        if let Some([arc, ..]) = twice {
            let same = same_choice(each, person_at, run_at, index, arc.run)?;
            return Err(same.into());
        }
    }
    Ok(lists)
}

/// Adds what it costs to move people who have a place.
fn weigh_moves(
    holds: &[(usize, Holds)],
    choices: &mut Lists<PersonAt, Arc>,
    person_at: &[PersonAt],
    run_at: &[RunAt],
) -> Result<(), AssignError> {
    for (row, holds) in holds {
        let (row, Some(at)) = (*row, person_at.get(*row)) else {
            continue;
        };
        let run = run_at.get(holds.run as usize);
        let arcs = choices.of_mut(*at);
        if !arcs.iter().any(|arc| Some(&arc.run) == run) {
            return Err(AssignError::HoldsNoChoice { row });
        }
        for arc in arcs.iter_mut().filter(|arc| Some(&arc.run) != run) {
            let cost = holds.move_cost.checked_add(i64::from(arc.cost));
            let within = cost.filter(|cost| (-MOST_COST..=MOST_COST).contains(cost));
            let cost = within.and_then(|cost| i32::try_from(cost).ok());
            arc.cost = cost.ok_or(AssignError::MoveCost {
                row,
                cost: holds.move_cost,
                limit: MOST_COST,
            })?;
        }
    }
    Ok(())
}

pub(super) fn checked(
    row: usize,
    choice: &Choice,
    people: usize,
    runs: usize,
) -> Result<(), AssignError> {
    let (person, run, cost) = (choice.person as usize, choice.run as usize, choice.cost);
    if person >= people {
        return Err(AssignError::NoPerson {
            row,
            person,
            people,
        });
    }
    if run >= runs {
        return Err(AssignError::NoRun { row, run, runs });
    }
    if !(-MOST_COST..=MOST_COST).contains(&cost) {
        let limit = MOST_COST;
        return Err(AssignError::Cost { row, cost, limit });
    }
    Ok(())
}

fn same_choice<E>(
    each: impl Fn(&mut Visit<'_, Choice, E>) -> Result<(), E>,
    person_at: &[PersonAt],
    run_at: &[RunAt],
    person: usize,
    run: RunAt,
) -> Result<AssignError, E> {
    let (mut row, mut rows) = (0, Vec::new());
    each(&mut |choice| {
        if person_at.get(choice.person as usize) == Some(&PersonAt::new(person))
            && run_at.get(choice.run as usize) == Some(&run)
        {
            rows.push(row);
        }
        row += 1;
        Ok(())
    })?;
    Ok(AssignError::SameChoice {
        first: rows.first().copied().unwrap_or(0),
        second: rows.get(1).copied().unwrap_or(0),
    })
}
