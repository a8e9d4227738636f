//! A made-up queue of people who wait, and runs that could serve them.

use chrono::{Days, NaiveDate};

use super::Draws;

/// How the choices of the people hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Each person chooses among the runs of one target group, by travel, format, language and time.
    Grouped,
    /// The same, and every person may also take each of 20 digital runs that are open to all.
    GroupedWithDigital,
    /// Each person chooses 5 to 20 runs from all there are, at costs that say nothing.
    Mixed,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Shape; 3] = [Shape::Grouped, Shape::GroupedWithDigital, Shape::Mixed];

    /// A stable code: `grouped`, `grouped_with_digital`, `mixed`.
    pub fn code(self) -> &'static str {
        match self {
            Shape::Grouped => "grouped",
            Shape::GroupedWithDigital => "grouped_with_digital",
            Shape::Mixed => "mixed",
        }
    }
}

/// A made-up person who waits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting {
    /// The class, 1 to 5.
    pub class: u32,
    /// The municipality, 0 for the largest of 30.
    pub municipality: usize,
    /// The distance from the largest municipality, in km.
    pub distance: f64,
    /// The language, 0 for the one in which most runs are held.
    pub language: u64,
    /// The target group, 0 for the largest of 25.
    pub group: usize,
    /// The deadline on the referral, for some.
    pub deadline: Option<NaiveDate>,
    /// The day of the referral, 1 to 400 days ago.
    pub waiting_since: NaiveDate,
}

/// A made-up run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OpenRun {
    /// How many people it takes.
    pub seats: u32,
    /// The municipality in which it is held.
    pub municipality: usize,
    /// It is held digitally.
    pub digital: bool,
    /// The language in which it is held.
    pub language: u64,
    /// The target group that it serves.
    pub group: usize,
    /// The week in which it starts, from 0.
    pub week: u64,
}

/// People, runs, and who could go where at which cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// The people.
    pub people: Vec<Waiting>,
    /// The runs.
    pub runs: Vec<OpenRun>,
    /// A person's position, a run's position, and the preference cost from 0 to 999.
    pub choices: Vec<(u32, u32, i64)>,
}

const MUNICIPALITIES: usize = 30;
const GROUPS: usize = 25;
/// The share of the people for whom there are seats, about.
const FILL: f64 = 0.9;
/// The runs of [`Shape::GroupedWithDigital`] that are open to all.
const OPEN_TO_ALL: usize = 20;

/// Where a municipality lies, in km.
type Place = (f64, f64);

fn place_of(municipality: usize, places: &[Place]) -> Place {
    places.get(municipality).copied().unwrap_or_default()
}

fn apart(one: Place, other: Place) -> f64 {
    ((one.0 - other.0).powi(2) + (one.1 - other.1).powi(2)).sqrt()
}

impl Queue {
    /// A queue of so many people for so many runs on the 1st of September 2026.
    ///
    /// ```
    /// use mestring::synthetic::{Queue, Shape};
    ///
    /// let queue = Queue::new(Shape::Grouped, 1000, 40, 1);
    /// assert_eq!((queue.people.len(), queue.runs.len()), (1000, 40));
    /// assert_eq!(queue, Queue::new(Shape::Grouped, 1000, 40, 1));
    /// ```
    pub fn new(shape: Shape, people: usize, runs: usize, seed: u64) -> Self {
        let mut draws = Draws::new(seed);
        // What does not shape the choices comes from a stream of its own.
        let mut dates = Draws::new(seed ^ 0x5EED);
        let places: Vec<Place> = (0..MUNICIPALITIES)
            .map(|_| (draws.share() * 120.0, draws.share() * 120.0))
            .collect();
        let place = |municipality| place_of(municipality, &places);
        let mut open: Vec<OpenRun> = (0..runs).map(|run| open_run(run, &mut draws)).collect();
        if shape == Shape::GroupedWithDigital {
            for run in open.iter_mut().take(OPEN_TO_ALL) {
                run.digital = true;
                run.language = 0;
            }
        }
        let mut of_group = vec![Vec::new(); GROUPS];
        for (run, own) in open.iter().enumerate() {
            if let Some(group) = of_group.get_mut(own.group) {
                group.push(run);
            }
        }
        let mut queue = Queue {
            people: Vec::with_capacity(people),
            runs: Vec::new(),
            choices: Vec::new(),
        };
        let mut demand = vec![0.0; runs];
        for person in 0..people {
            let (waiting, wish) = waiting(&mut draws, &mut dates, &places);
            let mut chosen = match shape {
                Shape::Mixed => mixed(runs, &mut draws),
                Shape::Grouped | Shape::GroupedWithDigital => {
                    let of_group = of_group.get(waiting.group).map_or(&[][..], Vec::as_slice);
                    let own = of_group
                        .iter()
                        .filter_map(|run| Some((*run, open.get(*run)?)));
                    let cost = |run: &OpenRun, draws: &mut Draws| {
                        let distance = apart(place(waiting.municipality), place(run.municipality));
                        wish.cost(&waiting, run, distance, draws)
                    };
                    let mut chosen: Vec<(i64, usize)> =
                        own.map(|(run, own)| (cost(own, &mut draws), run)).collect();
                    best_of(&mut chosen, &mut draws);
                    if shape == Shape::GroupedWithDigital {
                        let already: Vec<usize> = chosen.iter().map(|(_, run)| *run).collect();
                        let all = open.iter().enumerate().take(OPEN_TO_ALL);
                        for (run, own) in all.filter(|(run, _)| !already.contains(run)) {
                            chosen.push((cost(own, &mut draws), run));
                        }
                    }
                    chosen
                }
            };
            chosen.sort_unstable_by_key(|(_, run)| *run);
            let share = 1.0 / chosen.len().max(1) as f64;
            for (cost, run) in chosen {
                if let Some(demand) = demand.get_mut(run) {
                    *demand += share;
                }
                queue.choices.push((narrow(person), narrow(run), cost));
            }
            queue.people.push(waiting);
        }
        let even = demand.iter().sum::<f64>() / runs.max(1) as f64;
        for (run, demand) in open.iter_mut().zip(demand) {
            let spread = 0.6 + 0.8 * draws.share();
            let seats = (0.3 * demand + 0.7 * even) * FILL * spread;
            run.seats = seats.round().max(1.0) as u32;
        }
        queue.runs = open;
        queue
    }
}

fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

fn language(draws: &mut Draws, most: f64) -> u64 {
    if draws.chance(most) {
        0
    } else {
        1 + draws.below(2)
    }
}

fn open_run(run: usize, draws: &mut Draws) -> OpenRun {
    OpenRun {
        seats: 0,
        // Every group has a run, where there are enough of them.
        group: if run < GROUPS {
            run
        } else {
            draws.zipf(GROUPS)
        },
        municipality: draws.zipf(MUNICIPALITIES),
        digital: draws.chance(0.15),
        language: language(draws, 0.85),
        week: draws.below(48),
    }
}

/// What a person would like.
struct Wish {
    digital: bool,
    by_week: u64,
}

impl Wish {
    fn cost(&self, person: &Waiting, run: &OpenRun, distance: f64, draws: &mut Draws) -> i64 {
        let mut cost = if run.digital { 20.0 } else { distance * 3.0 };
        if run.digital != self.digital {
            cost += 120.0;
        }
        if run.language != person.language {
            cost += 250.0;
        }
        cost += match run.week.checked_sub(self.by_week) {
            Some(late) if late > 0 => 15.0 * late as f64,
            _ => 2.0 * run.week as f64,
        };
        ((cost + draws.share() * 40.0) as i64).min(999)
    }
}

fn waiting(draws: &mut Draws, dates: &mut Draws, places: &[Place]) -> (Waiting, Wish) {
    let group = draws.zipf(GROUPS);
    let municipality = draws.zipf(MUNICIPALITIES);
    let digital = draws.chance(0.3);
    let language = language(draws, 0.88);
    let by_week = 6 + draws.below(42);
    let class = match draws.share() {
        share if share < 0.08 => 1,
        share if share < 0.2 => 2,
        share if share < 0.45 => 3,
        share if share < 0.75 => 4,
        _ => 5,
    };
    let today = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap_or_default();
    let waiting = Waiting {
        class,
        municipality,
        distance: apart(place_of(0, places), place_of(municipality, places)),
        language,
        group,
        deadline: dates
            .chance(0.1)
            .then(|| today + Days::new(7 + dates.below(180))),
        waiting_since: today - Days::new(1 + dates.below(400)),
    };
    (waiting, Wish { digital, by_week })
}

/// The best 5 to 20 by cost of a random 60 per cent.
fn best_of(chosen: &mut Vec<(i64, usize)>, draws: &mut Draws) {
    let most = usize::try_from(5 + draws.below(16)).unwrap_or(5);
    let most = most.min(chosen.len());
    let first = chosen.first().map(|(_, run)| *run);
    chosen.retain(|_| draws.chance(0.6));
    if chosen.is_empty() {
        chosen.extend(first.map(|run| (500, run)));
    }
    chosen.sort_unstable();
    chosen.truncate(most);
}

/// 5 to 20 different runs of all, at any cost.
fn mixed(runs: usize, draws: &mut Draws) -> Vec<(i64, usize)> {
    let most = usize::try_from(5 + draws.below(16)).unwrap_or(5).min(runs);
    let mut chosen: Vec<(i64, usize)> = Vec::with_capacity(most);
    while chosen.len() < most {
        let run = usize::try_from(draws.below(runs as u64)).unwrap_or_default();
        if chosen.iter().all(|(_, own)| *own != run) {
            let cost = i64::try_from(draws.below(1000)).unwrap_or_default();
            chosen.push((cost, run));
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::{Queue, Shape};

    #[test]
    fn every_choice_is_of_somebody_and_of_a_run_and_nobody_chooses_twice() {
        for shape in Shape::ALL {
            for (people, runs) in [(0, 0), (7, 0), (0, 4), (50, 1), (2000, 60)] {
                let queue = Queue::new(shape, people, runs, 5);
                assert_eq!((queue.people.len(), queue.runs.len()), (people, runs));
                assert!(queue.runs.iter().all(|run| run.seats > 0));
                assert!(
                    queue
                        .choices
                        .is_sorted_by_key(|(person, run, _)| (*person, *run))
                );
                let pairs = queue.choices.windows(2);
                assert!(
                    pairs
                        .into_iter()
                        .all(|pair| (pair[0].0, pair[0].1) != (pair[1].0, pair[1].1))
                );
                for (person, run, cost) in &queue.choices {
                    assert!((*person as usize) < people && (*run as usize) < runs);
                    assert!((0..1000).contains(cost));
                }
                if people == 2000 {
                    assert!(queue.choices.len() > people, "{shape:?}");
                    let seats: u32 = queue.runs.iter().map(|run| run.seats).sum();
                    assert!((1500..2100).contains(&seats), "{shape:?}: {seats}");
                }
            }
        }
    }

    #[test]
    fn a_grouped_person_chooses_runs_of_the_own_group() {
        let queue = Queue::new(Shape::Grouped, 500, 100, 2);
        assert!(queue.choices.len() > 1000);
        for (person, run, _) in &queue.choices {
            let (person, run) = (&queue.people[*person as usize], &queue.runs[*run as usize]);
            assert_eq!(person.group, run.group);
        }
    }
}
