//! Who holds which room, leader and budget at what time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::id::RoomId;
use mestring_model::noun::{
    Budget, BudgetKind, Busy, HalfDay, Leader, LeaderState, Room, Run, RunState, Weekday,
};
use mestring_model::{Desk, Fact};

use super::budget::{draws_on, need};
use super::decided::decided_slots;
use super::{Holder, Period, Placement, Slot};

/// What a room or leader is held by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holding {
    /// The days and parts of the day on which a room is open, or a leader works, leave it out.
    NotOpen,
    /// The calendar: the room is closed, the leader away.
    Away,
    /// A run.
    Run(Holder),
}

/// Bookings of rooms and leaders, and what is left of budgets.
#[derive(Debug, Clone)]
pub(crate) struct Ledger<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) period: Period,
    rooms: BTreeMap<(usize, Slot), Holding>,
    leaders: BTreeMap<(usize, Slot), Holding>,
    leader_half_days: BTreeMap<usize, u32>,
    led_by: BTreeMap<usize, BTreeSet<Holder>>,
    left: Vec<i64>,
    spent_by: BTreeMap<usize, Vec<Holder>>,
}

pub(crate) const HALF_DAYS: [HalfDay; 3] = [HalfDay::Morning, HalfDay::Afternoon, HalfDay::Evening];

impl<'a> Ledger<'a> {
    /// The ledger before the plan: the calendar and the runs that are decided.
    pub(crate) fn before_plan(desk: &'a Desk, period: Period) -> Self {
        let mut ledger = Ledger::of_calendar(desk, period);
        for run in desk
            .runs
            .iter()
            .filter(|run| run.state == RunState::Decided)
        {
            ledger.take_decided(run);
        }
        ledger
    }

    /// The ledger before anything is decided: the calendar, and what runs that were held have drawn.
    pub(crate) fn of_calendar(desk: &'a Desk, period: Period) -> Self {
        let mut ledger = Ledger {
            desk,
            period,
            rooms: BTreeMap::new(),
            leaders: BTreeMap::new(),
            leader_half_days: BTreeMap::new(),
            led_by: BTreeMap::new(),
            left: desk.budgets.iter().map(amount).collect(),
            spent_by: BTreeMap::new(),
        };
        for busy in &desk.calendar {
            ledger.close(busy);
        }
        for run in desk.runs.iter().filter(|run| run.state == RunState::Held) {
            ledger.account(run);
        }
        ledger
    }

    /// A run that was held has drawn on its budgets, and its leaders led its half-days; what it had is
    /// free.
    fn account(&mut self, run: &Run) {
        let (holder, slots) = (decided(run), decided_slots(self.desk, run));
        for leader in self.leaders_of(run) {
            self.count_half_days(&holder, leader, &slots);
        }
        self.draw(&holder, run);
    }

    /// The positions of the leaders of a run that has them; one that the desk does not have is left out.
    fn leaders_of(&self, run: &Run) -> Vec<usize> {
        let leaders = run.leaders.iter();
        leaders
            .filter_map(|id| self.desk.leaders.iter().position(|leader| leader.id == *id))
            .collect()
    }

    /// A leader's limit is one of half-days in the plan's days, those included that are past.
    fn count_half_days(&mut self, holder: &Holder, leader: usize, slots: &[Slot]) {
        let first = self.desk.settings.plan_from.unwrap_or(self.period.from);
        let days = first.min(self.period.from)..=self.period.until;
        let inside = slots.iter().filter(|slot| days.contains(&slot.date));
        let count = u32::try_from(inside.count()).unwrap_or(u32::MAX);
        if count > 0 {
            let led_by = self.led_by.entry(leader).or_default();
            led_by.insert(holder.clone());
        }
        let led = self.leader_half_days.entry(leader).or_default();
        *led = led.saturating_add(count);
    }

    fn close(&mut self, busy: &Busy) {
        let room = busy
            .room
            .as_ref()
            .and_then(|id| self.desk.rooms.iter().position(|r| r.id == *id));
        let leader = busy
            .leader
            .as_ref()
            .and_then(|id| self.desk.leaders.iter().position(|l| l.id == *id));
        // Only days that the plan can use matter, so an open-ended absence stays small.
        let from = busy.from.max(self.period.from);
        let until = busy.until.unwrap_or(busy.from).min(self.period.until);
        for date in from.iter_days().take_while(|date| *date <= until) {
            if !busy.weekdays.is_empty() && !busy.weekdays.contains(&Weekday::of(date)) {
                continue;
            }
            for half_day in HALF_DAYS {
                if !busy.half_days.is_empty() && !busy.half_days.contains(&half_day) {
                    continue;
                }
                let slot = Slot { date, half_day };
                if let Some(room) = room {
                    self.rooms.insert((room, slot), Holding::Away);
                }
                if let Some(leader) = leader {
                    self.leaders.insert((leader, slot), Holding::Away);
                }
            }
        }
    }

    /// A decided run takes its rooms and leaders at its sessions.
    pub(crate) fn take_decided(&mut self, run: &Run) {
        let holder = decided(run);
        let rooms = self.positions(self.desk.rooms_of(run));
        let leaders = self.leaders_of(run);
        let slots = decided_slots(self.desk, run);
        self.take(&holder, &slots, &rooms, &leaders);
        self.draw(&holder, run);
    }

    /// The positions of rooms; one that the desk does not have is left out.
    fn positions<'r>(&self, rooms: impl Iterator<Item = &'r RoomId>) -> Vec<usize> {
        rooms
            .filter_map(|id| self.desk.rooms.iter().position(|own| own.id == *id))
            .collect()
    }

    /// Books the rooms and leaders.
    pub(crate) fn take(
        &mut self,
        holder: &Holder,
        slots: &[Slot],
        rooms: &[usize],
        leaders: &[usize],
    ) {
        for slot in slots {
            for room in rooms {
                self.rooms
                    .insert((*room, *slot), Holding::Run(holder.clone()));
            }
            for leader in leaders {
                self.leaders
                    .insert((*leader, *slot), Holding::Run(holder.clone()));
            }
        }
        for leader in leaders {
            self.count_half_days(holder, *leader, slots);
        }
    }

    /// Books what a run got, and draws what it costs.
    pub(crate) fn take_placed(&mut self, holder: &Holder, run: &Run, placement: &Placement) {
        let rooms = self.positions(placement.rooms());
        let leaders: Vec<usize> = placement
            .leaders
            .iter()
            .filter_map(|(_, id)| self.desk.leaders.iter().position(|leader| leader.id == *id))
            .collect();
        self.take(holder, &placement.sessions, &rooms, &leaders);
        self.draw(holder, run);
    }

    /// Draws what the run costs from its budgets.
    pub(crate) fn draw(&mut self, holder: &Holder, run: &Run) {
        for (at, needs) in self.needs(run) {
            if let (Some(left), Fact::Known(needs)) = (self.left.get_mut(at), needs) {
                *left -= needs;
                self.spent_by.entry(at).or_default().push(holder.clone());
            }
        }
    }

    /// What the run would draw: the position of each of its budgets, with øre or minutes.
    pub(crate) fn needs(&self, run: &Run) -> Vec<(usize, Fact<i64>)> {
        let budgets = draws_on(self.desk, run);
        budgets
            .map(|(at, budget)| (at, need(run, budget)))
            .collect()
    }

    /// What a budget holds before anybody draws on it, øre or minutes.
    pub(crate) fn holds(&self, budget: usize) -> i64 {
        self.desk.budgets.get(budget).map_or(0, amount)
    }

    /// What is left of a budget, øre or minutes.
    pub(crate) fn left(&self, budget: usize) -> i64 {
        self.left.get(budget).copied().unwrap_or(0)
    }

    /// The runs that have drawn on a budget.
    pub(crate) fn spent_by(&self, budget: usize) -> &[Holder] {
        self.spent_by
            .get(&budget)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Who holds a room at a time; `None` where it is free.
    pub(crate) fn room_holding(&self, room: usize, slot: Slot) -> Option<Holding> {
        if !self
            .desk
            .rooms
            .get(room)
            .is_some_and(|room| room_open(room, slot))
        {
            return Some(Holding::NotOpen);
        }
        self.rooms.get(&(room, slot)).cloned()
    }

    /// Whether a run has the room at a time.
    pub(crate) fn room_taken(&self, room: usize, slot: Slot) -> bool {
        matches!(self.rooms.get(&(room, slot)), Some(Holding::Run(_)))
    }

    /// Whether the leader leads a run at a time.
    pub(crate) fn leads_at(&self, leader: usize, slot: Slot) -> bool {
        matches!(self.leaders.get(&(leader, slot)), Some(Holding::Run(_)))
    }

    /// Frees a room at a time, whatever holds it, and opens it where it is closed by the calendar.
    pub(crate) fn free_room(&mut self, room: usize, slot: Slot) {
        self.rooms.remove(&(room, slot));
    }

    /// Who holds a leader at a time; `None` where the leader is free.
    pub(crate) fn leader_holding(&self, leader: usize, slot: Slot) -> Option<Holding> {
        if !self
            .desk
            .leaders
            .get(leader)
            .is_some_and(|leader| leader_works(leader, slot))
        {
            return Some(Holding::NotOpen);
        }
        self.leaders.get(&(leader, slot)).cloned()
    }

    /// The half-days that the leader may still lead; `None` without a limit.
    pub(crate) fn half_days_left(&self, at: usize) -> Option<i64> {
        let limit = self.desk.leaders.get(at)?.half_day_limit?;
        let taken = self.leader_half_days.get(&at).copied().unwrap_or(0);
        Some(i64::from(limit) - i64::from(taken))
    }

    /// The leader's limit of half-days and how many are given away, where so many more would be over
    /// it.
    pub(crate) fn over_limit(&self, at: usize, more: u32) -> Option<(u32, u32)> {
        let limit = self.desk.leaders.get(at)?.half_day_limit?;
        let taken = self.leader_half_days.get(&at).copied().unwrap_or(0);
        (taken.saturating_add(more) > limit).then_some((limit, taken))
    }

    /// The runs that a leader leads in the plan's days, or led there, highest priority first.
    pub(crate) fn leads(&self, at: usize) -> Vec<Holder> {
        self.led_by
            .get(&at)
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    }

    /// True where the leader can lead all the slots: free, confirmed, and within the limit.
    pub(crate) fn leader_free(&self, at: usize, slots: &[Slot]) -> bool {
        let Some(leader) = self.desk.leaders.get(at) else {
            return false;
        };
        let wanted = u32::try_from(slots.len()).unwrap_or(u32::MAX);
        leader.state == LeaderState::Confirmed
            && self.over_limit(at, wanted).is_none()
            && slots
                .iter()
                .all(|slot| self.leader_holding(at, *slot).is_none())
    }
}

/// Who holds what a run has that was decided before the plan.
fn decided(run: &Run) -> Holder {
    Holder {
        class: None,
        run: run.id.clone(),
    }
}

fn amount(budget: &Budget) -> i64 {
    match budget.kind {
        BudgetKind::Money => budget.amount.map_or(0, |amount| amount.0),
        BudgetKind::AdviserHours => budget.hours.map_or(0, |hours| i64::from(hours.minutes())),
    }
}

fn within(date: NaiveDate, from: Option<NaiveDate>, until: Option<NaiveDate>) -> bool {
    from.is_none_or(|from| from <= date) && until.is_none_or(|until| date <= until)
}

/// True where the days and parts of the day hold the slot; empty lists mean office hours.
fn office(weekdays: &[Weekday], half_days: &[HalfDay], slot: Slot) -> bool {
    let weekday = Weekday::of(slot.date);
    let day = if weekdays.is_empty() {
        weekday.is_workday()
    } else {
        weekdays.contains(&weekday)
    };
    let part = if half_days.is_empty() {
        slot.half_day != HalfDay::Evening
    } else {
        half_days.contains(&slot.half_day)
    };
    day && part
}

pub(super) fn room_open(room: &Room, slot: Slot) -> bool {
    within(slot.date, room.from, room.until) && office(&room.weekdays, &room.half_days, slot)
}

pub(super) fn leader_works(leader: &Leader, slot: Slot) -> bool {
    within(slot.date, leader.from, leader.until)
        && office(&leader.weekdays, &leader.half_days, slot)
}
