//! The dates on which a run's sessions could lie.

use chrono::{Days, NaiveDate};
use mestring_data::holiday::is_holiday;
use mestring_model::Desk;
use mestring_model::noun::{Busy, BusyKind, HalfDay, Interval, Run, Weekday};

use super::ways::{closed_to, covers};
use super::{Lead, Period, Slot, budget};

/// What a run says about when it can be held.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    sessions: u32,
    interval: Interval,
    weekdays: Vec<Weekday>,
    half_days: Vec<HalfDay>,
    earliest: NaiveDate,
    latest: NaiveDate,
    until: NaiveDate,
    /// The first day that the lead time leaves; none where there is none.
    ready: Option<NaiveDate>,
    /// The days in which it can begin for its budgets; none where it draws on none.
    paid: Option<Period>,
    /// When the centre lays no session of the run.
    closed: Vec<Busy>,
    /// Times at which it does all the same.
    opened: Vec<Slot>,
}

impl Pattern {
    /// The pattern of a wished run of so many sessions within a plan's period.
    pub(crate) fn of(
        desk: &Desk,
        run: &Run,
        sessions: u32,
        period: Period,
        lead: Option<Lead>,
    ) -> Self {
        Pattern {
            sessions,
            interval: run.interval.unwrap_or(Interval::Weekly),
            weekdays: run.weekdays.clone(),
            half_days: if run.half_days.is_empty() {
                vec![HalfDay::Morning, HalfDay::Afternoon]
            } else {
                run.half_days.clone()
            },
            earliest: run
                .earliest
                .map_or(period.from, |earliest| earliest.max(period.from)),
            latest: run
                .latest
                .map_or(period.until, |latest| latest.min(period.until)),
            until: period.until,
            ready: lead.map(|lead| lead.from),
            paid: budget::days(desk, run),
            closed: closed_to(&desk.calendar, run).cloned().collect(),
            opened: Vec::new(),
        }
    }

    /// The same as if the course were ready at once.
    pub(super) fn without_lead(&self) -> Self {
        Pattern {
            ready: None,
            ..self.clone()
        }
    }

    /// The same as if its budgets had all days.
    pub(super) fn without_budget_days(&self) -> Self {
        Pattern {
            paid: None,
            ..self.clone()
        }
    }

    /// The same as if there were no closed days and school breaks.
    pub(super) fn without_closed(&self) -> Self {
        Pattern {
            closed: Vec::new(),
            ..self.clone()
        }
    }

    /// The same as if it might lie in school breaks.
    pub(super) fn without_breaks(&self) -> Self {
        let mut wide = self.clone();
        wide.closed
            .retain(|busy| busy.kind != Some(BusyKind::SchoolBreak));
        wide
    }

    /// The same as if the centre were open at these times.
    pub(super) fn opened_at(&self, slots: &[Slot]) -> Self {
        Pattern {
            opened: slots.to_vec(),
            ..self.clone()
        }
    }

    /// The same with a first and a last day of the first session.
    pub(super) fn between(&self, earliest: NaiveDate, latest: NaiveDate) -> Self {
        Pattern {
            earliest,
            latest,
            ..self.clone()
        }
    }

    /// The same on one more day of the week; `None` where it can be held on that day.
    pub(super) fn and_on(&self, weekday: Weekday) -> Option<Self> {
        let known = match self.weekdays.is_empty() {
            true => weekday.is_workday(),
            false => self.weekdays.contains(&weekday),
        };
        let mut wide = self.clone();
        wide.weekdays.push(weekday);
        (!known).then_some(wide)
    }

    /// The same in one more part of the day; `None` where it can be held then.
    pub(super) fn and_in(&self, half_day: HalfDay) -> Option<Self> {
        let mut wide = self.clone();
        wide.half_days.push(half_day);
        (!self.half_days.contains(&half_day)).then_some(wide)
    }

    /// The first and the last day of the first session.
    pub(super) fn window(&self) -> (NaiveDate, NaiveDate) {
        (self.earliest, self.latest)
    }

    /// The first day that the lead time leaves.
    pub(super) fn ready(&self) -> Option<NaiveDate> {
        self.ready
    }

    /// The days in which it can begin for its budgets.
    pub(super) fn paid(&self) -> Option<Period> {
        self.paid
    }

    /// Whether the centre is closed to the run at a time.
    pub(super) fn is_closed(&self, slot: Slot) -> bool {
        !self.opened.contains(&slot) && self.closed.iter().any(|busy| covers(busy, slot))
    }

    /// Whether there is any way to lay the sessions.
    pub(super) fn has_ways(&self) -> bool {
        self.all().next().is_some()
    }

    /// How many sessions.
    pub(super) fn sessions(&self) -> u32 {
        self.sessions
    }

    /// The sessions that start on a date in a part of the day; `None` where the pattern does not
    /// allow that start or does not end in time.
    ///
    /// A session that would fall on a public holiday, a closed day or a school break, or a daily one on
    /// a day of the week that the run cannot use, moves to the pattern's next date.
    pub(crate) fn starting(&self, start: NaiveDate, half_day: HalfDay) -> Option<Vec<Slot>> {
        if start < self.earliest
            || start > self.latest
            || self.ready.is_some_and(|ready| start < ready)
            || self
                .paid
                .is_some_and(|paid| start < paid.from || paid.until < start)
            || !self.half_days.contains(&half_day)
            || !self.allows(start, half_day)
        {
            return None;
        }
        let step = Days::new(self.interval.days());
        let mut date = start;
        let mut slots = Vec::new();
        loop {
            if date > self.until {
                return None;
            }
            if self.allows(date, half_day) {
                slots.push(Slot { date, half_day });
            }
            if slots.len() >= usize::try_from(self.sessions).unwrap_or(usize::MAX) {
                return Some(slots);
            }
            date = date.checked_add_days(step)?;
        }
    }

    /// Every way to lay the sessions, earliest first.
    pub(crate) fn all(&self) -> impl Iterator<Item = Vec<Slot>> + '_ {
        let days = self
            .earliest
            .iter_days()
            .take_while(|date| *date <= self.latest);
        days.flat_map(|date| self.half_days.iter().map(move |half_day| (date, *half_day)))
            .filter_map(|(date, half_day)| self.starting(date, half_day))
    }

    /// Every way to lay the sessions such that one of them is the slot.
    pub(crate) fn through(&self, slot: Slot) -> impl Iterator<Item = Vec<Slot>> + '_ {
        self.all().filter(move |slots| slots.contains(&slot))
    }

    fn allows(&self, date: NaiveDate, half_day: HalfDay) -> bool {
        let weekday = Weekday::of(date);
        let fits = if self.weekdays.is_empty() {
            weekday.is_workday()
        } else {
            self.weekdays.contains(&weekday)
        };
        let slot = Slot { date, half_day };
        fits && !is_holiday(date) && !self.is_closed(slot)
    }
}
