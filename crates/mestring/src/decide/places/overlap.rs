//! People with places in two runs at the same time.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Days, NaiveDate};
use mestring_model::id::{PersonId, RunId};
use mestring_model::noun::{Format, HalfDay, Interval, Run, Weekday};
use mestring_model::{Desk, Fact, PersonStore};

use super::outcome::PersonPlace;
use crate::people::Waiting;

/// Two runs in which one person would have places, and whose sessions may lie at the same time.
#[derive(Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The person.
    pub person: PersonId,
    /// The runs, in the order of what the person waits for.
    pub runs: [RunId; 2],
}

impl fmt::Debug for Overlap {
    /// The runs, and nothing of the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Overlap")
            .field("runs", &self.runs)
            .finish_non_exhaustive()
    }
}

/// Who would have places in two such runs, places that they have besides included.
pub(super) fn overlaps(
    desk: &Desk,
    store: &PersonStore,
    waiting: &[Waiting],
    people: &[PersonPlace],
) -> Vec<Overlap> {
    let mut places: BTreeMap<usize, Vec<&RunId>> = BTreeMap::new();
    for (own, place) in waiting.iter().zip(people) {
        if own.wishes == 1 && own.placed_too.is_empty() {
            continue;
        }
        let besides = own
            .placed_too
            .iter()
            .filter_map(|at| store.placements.get(*at));
        let runs = place.outcome.run().into_iter();
        let runs = runs.chain(besides.map(|row| &row.run));
        places.entry(own.person).or_default().extend(runs);
    }
    let mut found = Vec::new();
    for (person, runs) in places {
        let Some(person) = store.people.get(person) else {
            continue;
        };
        for (nth, one) in runs.iter().enumerate() {
            for other in runs.iter().skip(nth + 1) {
                let both = desk.run(one).zip(desk.run(other));
                if both.is_some_and(|(one, other)| may_overlap(desk, one, other)) {
                    found.push(Overlap {
                        person: person.id.clone(),
                        runs: [(*one).clone(), (*other).clone()],
                    });
                }
            }
        }
    }
    found
}

/// When the sessions of a run lie, as far as its row says.
struct Times<'a> {
    starts: NaiveDate,
    /// The last day on which a session can lie; `None` where nobody says how many there are.
    ends: Option<NaiveDate>,
    /// Empty where they can lie on any.
    weekdays: Vec<Weekday>,
    /// Empty where they can lie in any.
    half_days: &'a [HalfDay],
}

impl<'a> Times<'a> {
    /// `None` for courses in one's own time, and without a first day.
    fn of(desk: &Desk, run: &'a Run) -> Option<Self> {
        let starts = run.starts?;
        let offer = desk.offer(&run.offer);
        if let Fact::Known(Format::SelfPaced | Format::Anonymous) = desk.format_of(run) {
            return None;
        }
        let offered = offer.and_then(|own| own.sessions.into_known());
        let sessions = run.sessions.into_known().or(offered.map(|own| own.most()));
        let interval = run.interval.unwrap_or(Interval::Weekly);
        // Sessions can move past closed days and breaks, so that twice the time is counted.
        let length = sessions.map(|count| {
            let apart = u64::from(count.saturating_sub(1));
            Days::new(apart.saturating_mul(interval.days()).saturating_mul(2))
        });
        let weekdays = match run.weekdays.as_slice() {
            [] if run.interval == Some(Interval::Daily) => Vec::new(),
            [] => vec![Weekday::of(starts)],
            own => own.to_vec(),
        };
        Some(Times {
            starts,
            ends: length.and_then(|length| starts.checked_add_days(length)),
            weekdays,
            half_days: &run.half_days,
        })
    }
}

/// False only where the rows rule it out: by the dates, by the days of the week or by the parts of the day.
fn may_overlap(desk: &Desk, one: &Run, other: &Run) -> bool {
    let (Some(one), Some(other)) = (Times::of(desk, one), Times::of(desk, other)) else {
        return false;
    };
    let after = |a: &Times<'_>, b: &Times<'_>| a.ends.is_some_and(|ends| ends < b.starts);
    !after(&one, &other)
        && !after(&other, &one)
        && share(&one.weekdays, &other.weekdays)
        && share(one.half_days, other.half_days)
}

/// Whether two lists share something, as they may where one says nothing.
fn share<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|own| other.contains(own))
}
