//! The facts of each wished run, as rules read them.

use chrono::{Datelike, NaiveDate};
use mestring_model::facts::RunFacts;
use mestring_model::noun::{
    DigitalResult, MOST_SESSIONS, Offer, Run, RunAnswer, RunState, TargetGroupClass,
};
use mestring_model::{Desk, Fact};

use super::decided::{answer, decision};
use crate::topics::Topics;

/// The facts of every run that is wished for: its position in [`Desk::runs`] and what is known.
///
/// `as_of` is the date from which days and months are counted.
pub fn run_facts(desk: &Desk, topics: &Topics, as_of: NaiveDate) -> Vec<(usize, RunFacts)> {
    let wished = desk
        .runs
        .iter()
        .enumerate()
        .filter(|(_, run)| run.state == RunState::Wished);
    wished
        .filter_map(|(at, run)| {
            let offer = desk.offer(&run.offer)?;
            Some((at, facts_of(desk, topics, run, offer, as_of)))
        })
        .collect()
}

/// The facts of one run, however far it has come; `None` where its offer is not there.
pub(crate) fn facts_of_run(
    desk: &Desk,
    topics: &Topics,
    run: &Run,
    as_of: NaiveDate,
) -> Option<RunFacts> {
    let offer = desk.offer(&run.offer)?;
    Some(facts_of(desk, topics, run, offer, as_of))
}

fn facts_of(desk: &Desk, topics: &Topics, run: &Run, offer: &Offer, as_of: NaiveDate) -> RunFacts {
    let history = History::of(desk, run, as_of);
    let groups = topics
        .offer(&offer.id)
        .map(|own| own.target_groups.clone())
        .unwrap_or_default();
    let number = |fact: Fact<u32>| fact.map(i64::from);
    let days = |date: NaiveDate| (date - as_of).num_days();
    RunFacts {
        title: Fact::Known(offer.title.as_str().into()),
        level: offer.level,
        lifecycle: offer.lifecycle,
        audience: offer.audience,
        target_groups: if groups.is_empty() {
            Fact::NotStated
        } else {
            Fact::Known(groups.iter().map(|group| group.shared()).collect())
        },
        focus_group: in_class(desk, &groups, TargetGroupClass::Focus),
        large_chronic_group: in_class(desk, &groups, TargetGroupClass::LargeChronic),
        times_held: history.times_held,
        months_since_held: history.months_since_held,
        usual_per_half_year: history.usual_per_half_year,
        number_in_half_year: Fact::Known(number_in_half_year(desk, run, as_of)),
        days_to_deadline: run.deadline.map(days),
        waiting: number(run.waiting),
        longest_wait_days: run.waiting_since.map(|since| -days(since)),
        expected_participants: number(run.participants),
        format: run.format.or(offer.format),
        digital_result: digital_result(desk, topics, offer),
        sessions: sessions(run, offer).map(i64::from),
        hours: offer.hours.map(|hours| hours.hours()),
        seats: number(run.seats.or(offer.seats.map(|seats| seats.most()))),
        referral: offer.referral,
        activity: offer.activity,
        activity_appropriate: offer.activity_appropriate,
        user_involved: offer.user_involved,
        user_planning: offer.user_planning.clone(),
        user_delivery: offer.user_delivery.clone(),
        user_evaluation: offer.user_evaluation.clone(),
        professions: offer.professions.clone(),
    }
}

/// The number of sessions: the run's own, else the offer's where it is a single number. One that nothing
/// can have is not known; a finding says so.
pub(super) fn sessions(run: &Run, offer: &Offer) -> Fact<u32> {
    let stated = run.sessions;
    let stated = stated.or(offer.sessions.and_then(|span| span.single().into()));
    stated.and_then(|sessions| match sessions {
        1..=MOST_SESSIONS => Fact::Known(sessions),
        _ => Fact::Unknown,
    })
}

/// Whether one of the groups is of a class: yes as soon as one is, no only where all are known.
fn in_class(
    desk: &Desk,
    groups: &[mestring_model::id::TargetGroupId],
    class: TargetGroupClass,
) -> Fact<bool> {
    let classes: Vec<_> = groups
        .iter()
        .filter_map(|id| desk.target_group(id))
        .map(|group| group.class)
        .collect();
    if classes.contains(&Fact::Known(class)) {
        Fact::Known(true)
    } else if !classes.is_empty() && classes.iter().all(Fact::is_known) {
        Fact::Known(false)
    } else if classes.contains(&Fact::Unknown) {
        Fact::Unknown
    } else {
        Fact::NotStated
    }
}

/// The runs of a run's course that were held in the centre, by their places, with their first days.
pub(super) fn held_runs(
    desk: &Desk,
    run: &Run,
    as_of: NaiveDate,
) -> impl Iterator<Item = (usize, NaiveDate)> {
    let runs = desk.runs.iter().enumerate();
    runs.filter(|(_, other)| other.offer == run.offer && other.state == RunState::Held)
        .filter(|(_, other)| other.held_by.is_none() || other.held_by == desk.settings.centre)
        .filter_map(|(at, other)| Some((at, other.starts?)))
        .filter(move |(_, starts)| *starts <= as_of)
}

/// What the centre's list of runs says of a course.
struct History {
    times_held: Fact<i64>,
    months_since_held: Fact<i64>,
    usual_per_half_year: Fact<i64>,
}

impl History {
    fn of(desk: &Desk, run: &Run, as_of: NaiveDate) -> Self {
        let held: Vec<NaiveDate> = held_runs(desk, run, as_of)
            .map(|(_, starts)| starts)
            .collect();
        let recorded_from = desk.settings.history_from;
        let times = i64::try_from(held.len()).unwrap_or(i64::MAX);
        // Silence counts as "never" only where somebody says that every run is listed.
        let times_held = if times > 0 || recorded_from.is_some_and(|from| from <= as_of) {
            Fact::Known(times)
        } else {
            Fact::NotStated
        };
        let year = as_of.year() - 1;
        let in_year = held.iter().filter(|starts| starts.year() == year).count();
        let whole_year = NaiveDate::from_ymd_opt(year, 1, 1)
            .is_some_and(|first| recorded_from.is_some_and(|from| from <= first));
        History {
            times_held,
            months_since_held: held
                .iter()
                .max()
                .map(|last| whole_months(*last, as_of))
                .into(),
            usual_per_half_year: if whole_year {
                Fact::Known(i64::try_from(in_year.div_ceil(2)).unwrap_or(i64::MAX))
            } else {
                Fact::NotStated
            },
        }
    }
}

/// Whole months from one date to a later one.
fn whole_months(from: NaiveDate, to: NaiveDate) -> i64 {
    let months =
        i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    if to.day() < from.day() {
        months - 1
    } else {
        months
    }
}

/// The half-year that a date lies in.
fn half_year(date: NaiveDate) -> (i32, bool) {
    (date.year(), date.month() > 6)
}

/// Which run of its course this would be in its half-year: decided ones first, then the wished ones
/// by their windows.
fn number_in_half_year(desk: &Desk, run: &Run, as_of: NaiveDate) -> i64 {
    let before = in_half_year(desk, run, as_of).count();
    i64::try_from(before).map_or(i64::MAX, |before| before + 1)
}

/// The runs of the course that come before this one in its half-year, by their places.
pub(super) fn in_half_year(
    desk: &Desk,
    run: &Run,
    as_of: NaiveDate,
) -> impl Iterator<Item = usize> {
    let start = move |run: &Run| {
        run.starts
            .or(run.earliest)
            .or(desk.settings.plan_from)
            .unwrap_or(as_of)
    };
    let own = half_year(start(run));
    let key = move |run: &Run| {
        (
            run.state == RunState::Wished,
            start(run),
            run.latest,
            run.id.as_str().to_owned(),
        )
    };
    let runs = desk.runs.iter().enumerate();
    runs.filter(|(_, other)| other.offer == run.offer && other.id != run.id)
        .filter(move |(_, other)| match other.state {
            RunState::Wished => still_wished(desk, other, as_of),
            RunState::Decided => true,
            RunState::Held => other.held_by.is_none() || other.held_by == desk.settings.centre,
            RunState::Cancelled => false,
        })
        .filter(move |(_, other)| half_year(start(other)) == own && key(other) < key(run))
        .map(|(at, _)| at)
}

/// A wish that somebody refused, or whose window is over, takes no place from another one.
fn still_wished(desk: &Desk, run: &Run, as_of: NaiveDate) -> bool {
    let refused = answer(desk, decision(desk, run)).is_some_and(|(a, _)| a == RunAnswer::Refused);
    !refused && run.latest.is_none_or(|latest| latest > as_of)
}

/// What the evidence says of the class of courses that the offer belongs to. Studies that disagree
/// are inconclusive, and that is not "as good".
fn digital_result(desk: &Desk, topics: &Topics, offer: &Offer) -> Fact<DigitalResult> {
    let own = topics
        .offer(&offer.id)
        .map(|own| own.topics.as_slice())
        .unwrap_or_default();
    let mut results = desk
        .digital_evidence
        .iter()
        .filter(|evidence| evidence.topics.iter().any(|topic| own.contains(topic)))
        .map(|evidence| evidence.result);
    let Some(first) = results.next() else {
        return Fact::NotStated;
    };
    results.fold(first, |all, next| match (all, next) {
        (Fact::Known(a), Fact::Known(b)) if a == b => Fact::Known(a),
        (Fact::Known(_), Fact::Known(_)) => Fact::Known(DigitalResult::Inconclusive),
        (known @ Fact::Known(_), _) | (_, known @ Fact::Known(_)) => known,
        (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
        (Fact::NotStated, Fact::NotStated) => Fact::NotStated,
    })
}
