//! What somebody with the right to do so decided about a run, and when a decided run is held.

use chrono::{Days, NaiveDate};
use mestring_data::holiday::is_holiday;
use mestring_model::Desk;
use mestring_model::noun::{Busy, HalfDay, HumanVerdict, Run, RunAnswer, VerdictKind, Weekday};
use mestring_model::term::Term;

use super::Slot;
use super::facts::sessions;
use super::ledger::HALF_DAYS;
use super::ways::{closed_to, covers};

/// The position in [`Desk::verdicts`] of the latest thing that somebody decided about a run.
pub(super) fn decision(desk: &Desk, run: &Run) -> Option<usize> {
    let own = desk.verdicts.iter().enumerate().filter(|(_, verdict)| {
        verdict.kind == VerdictKind::Run && verdict.first == run.id.as_str()
    });
    own.max_by_key(|(at, verdict)| (verdict.on, *at))
        .map(|(at, _)| at)
}

/// What the decision at a position says; `None` without one, and where its answer is none of the
/// two that a run can have.
pub(super) fn answer(desk: &Desk, decided: Option<usize>) -> Option<(RunAnswer, &HumanVerdict)> {
    let verdict = desk.verdicts.get(decided?)?;
    Some((RunAnswer::parse(&verdict.answer)?, verdict))
}

/// The most sessions that move to a later date in one run: a guard against a calendar that is closed
/// for ever.
const MOVED: u32 = 1_000;

/// The sessions of a decided run, in order, laid as those of a wished one: what would fall on a public
/// holiday, a closed day or a school break moves to the pattern's next date. The first stands where
/// somebody set it. Where the part of the day is not stated they take the whole day, and where the
/// number of sessions is not stated there is the first.
pub(crate) fn decided_slots(desk: &Desk, run: &Run) -> Vec<Slot> {
    let offer = desk.offer(&run.offer);
    let count = offer
        .map_or(run.sessions, |offer| sessions(run, offer))
        .into_known();
    let mut slots = Vec::new();
    let Some(first) = run.starts else {
        return slots;
    };
    let days = RunDays::of(desk, run, first);
    let (mut date, mut left) = (Some(first), count.unwrap_or(1));
    for _ in 0..left.saturating_add(MOVED) {
        let Some(day) = date.filter(|_| left > 0) else {
            break;
        };
        if day == first || days.held_on(day) {
            left -= 1;
            slots.extend(days.half_days.iter().map(|half_day| Slot {
                date: day,
                half_day: *half_day,
            }));
        }
        date = day.checked_add_days(days.step);
    }
    slots
}

/// The next date of a decided run's pattern after its first on which a session can be held; `None`
/// without a first one, and where the calendar leaves none.
pub(crate) fn next_start(desk: &Desk, run: &Run) -> Option<NaiveDate> {
    let first = run.starts?;
    let days = RunDays::of(desk, run, first);
    let dates = std::iter::successors(Some(first), |day| day.checked_add_days(days.step));
    let mut later = dates.skip(1).take(MOVED as usize);
    later.find(|day| days.held_on(*day))
}

/// The parts of the day that a decided run takes: the whole day where none is stated.
pub(crate) fn half_days_of(run: &Run) -> Vec<HalfDay> {
    match run.half_days.is_empty() {
        true => HALF_DAYS.to_vec(),
        false => run.half_days.clone(),
    }
}

/// On which days a decided run can be held.
struct RunDays<'a> {
    run: &'a Run,
    first: NaiveDate,
    step: Days,
    half_days: Vec<HalfDay>,
    closed: Vec<&'a Busy>,
}

impl<'a> RunDays<'a> {
    fn of(desk: &'a Desk, run: &'a Run, first: NaiveDate) -> Self {
        RunDays {
            step: Days::new(run.interval.map_or(7, |interval| interval.days())),
            half_days: half_days_of(run),
            closed: closed_to(&desk.calendar, run).collect(),
            run,
            first,
        }
    }

    fn held_on(&self, date: NaiveDate) -> bool {
        let slot = |half_day: &HalfDay| Slot {
            date,
            half_day: *half_day,
        };
        let open = |own: &HalfDay| !self.closed.iter().any(|busy| covers(busy, slot(own)));
        let weekday = Weekday::of(date);
        let day = weekday == Weekday::of(self.first) || on_days(&self.run.weekdays, weekday);
        day && !is_holiday(date) && self.half_days.iter().any(open)
    }
}

/// Whether a run with these days of the week can use one; without any, Monday to Friday.
fn on_days(weekdays: &[Weekday], own: Weekday) -> bool {
    match weekdays.is_empty() {
        true => own.is_workday(),
        false => weekdays.contains(&own),
    }
}
