//! What the run itself could do: begin at another time, or be held on other days.

use chrono::NaiveDate;
use mestring_model::noun::Weekday;
use mestring_model::term::Term as _;

use super::again::{Case, Tried};
use super::{Change, Remedy};
use crate::plan::layout::{Asks, Layout};
use crate::plan::{HALF_DAYS, Pattern, Slot};
use crate::timetable::{Order, Setting, TimetableError};

impl Case<'_> {
    /// A later or an earlier start, one more day of the week, one more part of the day.
    pub(super) fn other_times(&self) -> Result<Vec<Remedy>, TimetableError> {
        let mut found = Vec::new();
        found.extend(self.start_later()?);
        found.extend(self.start_earlier()?);
        found.extend(self.on_one_more_day()?);
        Ok(found)
    }

    /// A later start, no later than is needed and not after the deadline.
    fn start_later(&self) -> Tried {
        let pattern = &self.wanted.pattern;
        let (earliest, latest) = pattern.window();
        let run = self.asks.get(self.nth).map(|own| own.run);
        let deadline = run.and_then(|run| run.deadline.into_known());
        let until = self.ledger.period.until;
        let last = deadline.map_or(until, |deadline| deadline.min(until));
        if last <= latest {
            return Ok(None);
        }
        // A window that ends before it begins opens at its end.
        let wide = pattern.between(earliest.min(last), last);
        let beyond = |start: NaiveDate| (start - latest).num_days();
        self.starting(&wide, beyond, |until| Change::StartLater { until })
    }

    /// An earlier start, no earlier than is needed.
    fn start_earlier(&self) -> Tried {
        let pattern = &self.wanted.pattern;
        let (earliest, latest) = pattern.window();
        let first = self.ledger.period.from;
        if earliest <= first {
            return Ok(None);
        }
        let wide = pattern.between(first, latest.max(first));
        let before = |start: NaiveDate| (earliest - start).num_days();
        self.starting(&wide, before, |from| Change::StartEarlier { from })
    }

    /// One more day of the week, and one more part of the day: of each the first that is enough.
    fn on_one_more_day(&self) -> Result<Vec<Remedy>, TimetableError> {
        let pattern = &self.wanted.pattern;
        let mut found = Vec::new();
        for weekday in Weekday::all()
            .iter()
            .copied()
            .filter(|own| own.is_workday())
        {
            if let Some(wide) = pattern.and_on(weekday)
                && let Some(remedy) = self.with(&wide, Change::Weekday { weekday })?
            {
                found.push(remedy);
                break;
            }
        }
        for half_day in HALF_DAYS {
            if let Some(wide) = pattern.and_in(half_day)
                && let Some(remedy) = self.with(&wide, Change::HalfDay { half_day })?
            {
                found.push(remedy);
                break;
            }
        }
        Ok(found)
    }

    /// The course is ready sooner, no sooner than is needed.
    pub(super) fn ready(&self) -> Tried {
        let pattern = &self.wanted.pattern;
        let Some(ready) = pattern.ready() else {
            return Ok(None);
        };
        let sooner = |start: NaiveDate| (ready - start).num_days();
        self.starting(&pattern.without_lead(), sooner, |from| Change::Ready {
            from,
        })
    }

    /// The run may lie in school breaks; or else the centre is open to all runs at times at which it is
    /// closed, as few as the first of the run's ways needs that needs fewest.
    pub(super) fn open(&self) -> Tried {
        let pattern = &self.wanted.pattern;
        let in_breaks = self.with(&pattern.without_breaks(), Change::InBreaks)?;
        if in_breaks.is_some() {
            return Ok(in_breaks);
        }
        let shut = |slots: &[Slot]| -> Vec<Slot> {
            let slots = slots.iter().copied();
            slots.filter(|slot| pattern.is_closed(*slot)).collect()
        };
        let slots = self.over(&pattern.without_closed(), |case| {
            let mut setting = case.layout.setting.clone();
            if let Some(run) = setting.runs.get_mut(case.nth) {
                let closed = |slots: &[u32]| shut(&case.layout.times(slots)).len();
                run.patterns.sort_by_key(|pattern| closed(&pattern.slots));
            }
            let sessions = case.sessions_in(setting)?;
            Ok(sessions.map(|sessions| shut(&case.layout.times(&sessions))))
        })?;
        let Some(slots) = slots else {
            return Ok(None);
        };
        let opened = |_: usize, own: &Pattern| Some(own.opened_at(&slots));
        let verified = |case: &Case<'_>| {
            let change = Change::OpenThen {
                slots: slots.clone(),
            };
            case.verified(change, case.layout.setting.clone())
        };
        match self.over_all(opened, false, verified)? {
            None => Ok(None),
            Some(_) => self.over_all(opened, true, verified),
        }
    }

    /// Planning again with another pattern for the run.
    fn with(&self, wide: &Pattern, change: Change) -> Tried {
        let verified = |case: &Case<'_>| case.verified(change.clone(), case.layout.setting.clone());
        match self.over(wide, verified)? {
            None => Ok(None),
            Some(_) => self.over_whole(wide, verified),
        }
    }

    /// Of the starts of a wider pattern that lie outside the run's own, the nearest up to which it must be
    /// let begin: `outside` says by how many days a start does, and zero or less of one that does not.
    fn starting(
        &self,
        wide: &Pattern,
        outside: impl Fn(NaiveDate) -> i64,
        change: impl Fn(NaiveDate) -> Change,
    ) -> Tried {
        let first = |slots: &[Slot]| slots.first().map(|slot| slot.date);
        let starts = wide.all().filter_map(|slots| first(&slots));
        let mut starts: Vec<(i64, NaiveDate)> = starts
            .map(|start| (outside(start), start))
            .filter(|(days, _)| *days > 0)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        if starts.is_empty() {
            return Ok(None);
        }
        let up_to = |case: &Case<'_>, (most, start): (i64, NaiveDate)| {
            let near = |slots: &[Slot]| first(slots).is_some_and(|own| outside(own) <= most);
            case.verified(change(start), case.only(near))
        };
        let best = self.over(wide, |case| {
            // Whoever may begin up to a start may begin up to all nearer ones: bisect.
            let mut best = None;
            let (mut from, mut to) = (0, starts.len());
            let mut at = to - 1;
            while from < to {
                let start = starts.get(at).copied();
                match start.map(|start| up_to(case, start)).transpose()? {
                    Some(Some(_)) => (best, to) = (start, at),
                    _ => from = at + 1,
                }
                at = from.midpoint(to);
            }
            Ok(best)
        })?;
        match best {
            None => Ok(None),
            Some(start) => self.over_whole(wide, |case| up_to(case, start)),
        }
    }

    /// The setting in which the run has only the ways that are picked.
    fn only(&self, picks: impl Fn(&[Slot]) -> bool) -> Setting {
        let mut setting = self.layout.setting.clone();
        if let Some(run) = setting.runs.get_mut(self.nth) {
            run.patterns
                .retain(|pattern| picks(&self.layout.times(&pattern.slots)));
        }
        setting
    }

    /// The same case with another pattern for the run: its times may be new ones.
    fn over<T>(
        &self,
        wide: &Pattern,
        ask: impl FnOnce(&Case<'_>) -> Result<Option<T>, TimetableError>,
    ) -> Result<Option<T>, TimetableError> {
        self.over_all(|nth, _| (nth == self.nth).then(|| wide.clone()), false, ask)
    }

    /// As [`Case::over`], with those that come after the run laid out too.
    fn over_whole<T>(
        &self,
        wide: &Pattern,
        ask: impl FnOnce(&Case<'_>) -> Result<Option<T>, TimetableError>,
    ) -> Result<Option<T>, TimetableError> {
        self.over_all(|nth, _| (nth == self.nth).then(|| wide.clone()), true, ask)
    }

    /// The same case with other patterns for runs, by their positions; where none is given, their own.
    /// Those that come after the run are laid out where the `whole` is asked for.
    fn over_all<T>(
        &self,
        other: impl Fn(usize, &Pattern) -> Option<Pattern>,
        whole: bool,
        ask: impl FnOnce(&Case<'_>) -> Result<Option<T>, TimetableError>,
    ) -> Result<Option<T>, TimetableError> {
        let mut asks: Vec<Asks<'_>> = self.asks.to_vec();
        for (nth, own) in asks.iter_mut().enumerate() {
            let counts = whole || nth <= self.nth || self.search.order == Order::MostValue;
            match &mut own.wanted {
                // Runs that come after cannot keep it out, so their times do not matter.
                wanted if !counts => *wanted = None,
                Some(wanted) => {
                    wanted.pattern = other(nth, &wanted.pattern).unwrap_or(wanted.pattern.clone());
                }
                None => {}
            }
        }
        let Some(wanted) = asks.get(self.nth).and_then(|own| own.wanted.as_ref()) else {
            return Ok(None);
        };
        ask(&Case {
            layout: &Layout::new(self.ledger, &asks),
            held: self.held.clone(),
            asks: &asks,
            wanted,
            whole,
            ..*self
        })
    }
}
