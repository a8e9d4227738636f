//! The desk as the timetable engine sees it: half-days, rooms, leaders, budgets as positions.

use std::collections::BTreeSet;

use mestring_model::Fact;
use mestring_model::noun::{Busy, LeaderState, Run};

use super::place::{Wanted, Way};
use super::search::DECIDED;
use super::ways::{closed_to, covers};
use super::{Drawn, Ledger, Placement, Resource, Slot};
use crate::timetable;

/// The most leaders and rooms elsewhere at one session: the engine's needs, one of which is the run's
/// own room.
pub(super) const LEADERS: usize = timetable::NEEDS - 1;

/// A run that asks for a place, in the order of turns.
#[derive(Clone)]
pub(super) struct Asks<'a> {
    pub(super) run: &'a Run,
    /// Served before all higher numbers.
    pub(super) class: u32,
    /// What it wants; `None` where it cannot be weighed.
    pub(super) wanted: Option<Wanted>,
    /// Where it stands already, if it does.
    pub(super) stands: Option<Stands>,
}

/// Where a run stands before a plan is made anew, and what moving it weighs.
#[derive(Debug, Clone)]
pub(super) struct Stands {
    pub(super) placement: Placement,
    pub(super) weight: i64,
}

impl Asks<'_> {
    /// The ways to lay its sessions, best first. Of a run that stands that in which it stands comes first,
    /// also where it is none of the others, and the nearer ones before those that are further off.
    fn ways(&self, calendar: &[Busy]) -> Vec<Way> {
        let Some(wanted) = &self.wanted else {
            return Vec::new();
        };
        let mut ways = wanted.ways();
        if let Some(own) = self.standing_way(wanted)
            && !ways.contains(&own)
            && !(self.is_closed(&own, calendar) && wanted.needs_in(&own) == 0)
        {
            ways.insert(0, own);
        }
        if let Some(stands) = &self.stands {
            ways.sort_by_cached_key(|way| further_off(&stands.placement.sessions, &way.slots));
        }
        ways
    }

    /// Whether the way in which a run stands that is only proposed has times at which the centre is closed to
    /// it. A decided one stands where somebody set it.
    fn is_closed(&self, way: &Way, calendar: &[Busy]) -> bool {
        let stands = self.stands.as_ref();
        let stood = stands.is_some_and(|own| own.placement.sessions == way.slots);
        let mut closed = closed_to(calendar, self.run);
        stood
            && self.class != DECIDED
            && closed.any(|busy| way.slots.iter().any(|slot| covers(busy, *slot)))
    }

    /// The way in which it stands.
    fn standing_way(&self, wanted: &Wanted) -> Option<Way> {
        let placement = &self.stands.as_ref()?.placement;
        let room = wanted.always_in_rooms() || placement.room.is_some();
        Some(Way {
            slots: placement.sessions.clone(),
            room,
        })
    }
}

/// How far sessions lie from others: the weeks that the first is moved, whether it comes earlier, how many
/// of the times are new, and the days.
fn further_off(from: &[Slot], to: &[Slot]) -> (i64, bool, usize, i64) {
    let days = match (from.first(), to.first()) {
        (Some(from), Some(to)) => (to.date - from.date).num_days(),
        _ => 0,
    };
    let new = to.iter().filter(|slot| !from.contains(slot)).count();
    // Three days either way are the same week for those who come.
    let weeks = (days.abs() + 3) / 7;
    (weeks, days < 0, new, days.abs())
}

/// What a sum of the setting stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sum {
    /// A budget, by its position in the desk.
    Budget(usize),
    /// The half-days that a leader may still lead, by the leader's position.
    HalfDays(usize),
}

/// A setting, with what its positions stand for. Resources are the rooms, then the leaders; the runs
/// those that ask, in their order.
pub(super) struct Layout<'a> {
    pub(super) setting: timetable::Setting,
    pub(super) slots: Vec<Slot>,
    pub(super) sums: Vec<Sum>,
    rooms: usize,
    asks: &'a [Asks<'a>],
    ledger: &'a Ledger<'a>,
}

impl<'a> Layout<'a> {
    /// What the runs could use, given what the ledger has given away.
    pub(super) fn new(ledger: &'a Ledger<'a>, asks: &'a [Asks<'a>]) -> Self {
        let ways: Vec<Vec<Way>> = {
            let calendar = &ledger.desk.calendar;
            asks.iter().map(|own| own.ways(calendar)).collect()
        };
        let all = ways.iter().flatten().flat_map(|way| &way.slots);
        let slots: BTreeSet<Slot> = all.copied().collect();
        let mut layout = Layout {
            setting: timetable::Setting {
                slots: position(slots.len()),
                ..timetable::Setting::default()
            },
            slots: slots.into_iter().collect(),
            sums: Vec::new(),
            rooms: ledger.desk.rooms.len(),
            asks,
            ledger,
        };
        layout.add_budgets();
        layout.add_resources();
        for (nth, (own, ways)) in asks.iter().zip(&ways).enumerate() {
            let run = layout.run(nth, own, ways);
            layout.setting.runs.push(run);
        }
        layout
    }

    fn add_budgets(&mut self) {
        for budget in 0..self.ledger.desk.budgets.len() {
            self.add_sum(Sum::Budget(budget), self.ledger.left(budget));
        }
    }

    fn add_sum(&mut self, sum: Sum, limit: i64) {
        self.sums.push(sum);
        self.setting.sums.push(limit);
    }

    fn add_resources(&mut self) {
        let desk = self.ledger.desk;
        for room in 0..desk.rooms.len() {
            let free = self.free(|slot| self.ledger.room_holding(room, slot).is_none());
            let draws = None;
            self.setting
                .resources
                .push(timetable::Resource { free, draws });
        }
        for (at, leader) in desk.leaders.iter().enumerate() {
            let confirmed = leader.state == LeaderState::Confirmed;
            let free =
                self.free(|slot| confirmed && self.ledger.leader_holding(at, slot).is_none());
            let draws = self.ledger.half_days_left(at).map(|left| {
                self.add_sum(Sum::HalfDays(at), left);
                position(self.sums.len() - 1)
            });
            self.setting
                .resources
                .push(timetable::Resource { free, draws });
        }
    }

    /// The slots that pass.
    pub(super) fn free(&self, is_free: impl Fn(Slot) -> bool) -> Vec<u32> {
        let slots = (0u32..).zip(&self.slots);
        slots
            .filter(|(_, slot)| is_free(**slot))
            .map(|(at, _)| at)
            .collect()
    }

    fn run(&self, nth: usize, asks: &Asks<'_>, ways: &[Way]) -> timetable::Run {
        let patterns = asks.wanted.as_ref().map(|wanted| {
            let (inside, outside) = (self.needs(wanted, true), self.needs(wanted, false));
            let pattern = |way: &Way| {
                let mut needs = if way.room { &inside } else { &outside }.clone();
                if asks.is_closed(way, &self.ledger.desk.calendar) {
                    // It stood there and cannot any more: whatever it needs, nothing would do.
                    needs.iter_mut().for_each(Vec::clear);
                }
                timetable::Pattern {
                    slots: self.positions(&way.slots),
                    needs,
                }
            };
            ways.iter().map(pattern).collect()
        });
        let draws = self.ledger.needs(asks.run).into_iter();
        let draws = draws.filter_map(|(budget, needs)| {
            // What would give money back is no reason to hold a run.
            let needs = needs.into_known().filter(|needs| *needs > 0)?;
            Some((position(budget), needs))
        });
        timetable::Run {
            class: asks.class,
            rank: position(nth),
            value: i64::from(expected(asks.run).unwrap_or(0)),
            draws: draws.collect(),
            patterns: patterns.unwrap_or_default(),
            standing: self.standing(asks, ways),
        }
    }

    /// Lets sums reach for the first runs where these stand: what is decided was decided, whatever a
    /// budget or a limit says.
    pub(super) fn let_stand(&mut self, first: usize) {
        let mut drawn = vec![0i64; self.setting.sums.len()];
        let mut draw = |sum: u32, amount: i64| {
            if let Some(drawn) = drawn.get_mut(sum as usize) {
                *drawn = drawn.saturating_add(amount);
            }
        };
        for run in self.setting.runs.iter().take(first) {
            for (sum, amount) in &run.draws {
                draw(*sum, *amount);
            }
            let timetable::Standing::Placed { at, .. } = &run.standing else {
                continue;
            };
            let pattern = run.patterns.get(at.pattern as usize);
            let sessions = pattern.map_or(0, |pattern| pattern.slots.len());
            for resource in &at.resources {
                let own = self.setting.resources.get(*resource as usize);
                if let Some(sum) = own.and_then(|own| own.draws) {
                    draw(sum, i64::try_from(sessions).unwrap_or(i64::MAX));
                }
            }
        }
        for (limit, drawn) in self.setting.sums.iter_mut().zip(drawn) {
            *limit = (*limit).max(drawn);
        }
    }

    /// Where the run stands, in the engine's words; wished where it stands in none of its ways.
    fn standing(&self, asks: &Asks<'_>, ways: &[Way]) -> timetable::Standing {
        let placed = asks.stands.as_ref().and_then(|stands| {
            let own = &stands.placement;
            let desk = self.ledger.desk;
            let mut resources = Vec::with_capacity(own.leaders.len() + own.hubs.len() + 1);
            for id in own.rooms() {
                let at = desk.rooms.iter().position(|own| own.id == *id)?;
                resources.push(self.room(at));
            }
            for (_, id) in &own.leaders {
                let at = desk.leaders.iter().position(|own| own.id == *id)?;
                resources.push(self.leader(at));
            }
            let wanted = asks.wanted.as_ref()?;
            let own = asks.standing_way(wanted)?;
            let needs = wanted.needs_in(&own);
            let pattern = ways.iter().position(|way| *way == own)?;
            (needs == resources.len()).then(|| timetable::Standing::Placed {
                at: timetable::Placement {
                    pattern: position(pattern),
                    resources,
                },
                weight: stands.weight,
            })
        });
        placed.unwrap_or_default()
    }

    /// The resources that would do for the room and for those of groups elsewhere, where the way has
    /// them, and for each competence.
    fn needs(&self, wanted: &Wanted, room: bool) -> Vec<Vec<u32>> {
        let hubs = wanted.hubs.iter().map(|own| &own.rooms);
        let rooms = wanted.rooms.iter().chain(hubs).filter(|_| room);
        let rooms = rooms.map(|rooms| rooms.iter().map(|at| self.room(*at)).collect());
        let leaders = wanted.leaders.iter().map(|(_, able)| {
            let able = able.iter();
            able.map(|at| self.leader(*at)).collect()
        });
        rooms.chain(leaders).collect()
    }

    /// The positions of slots that some run could use.
    pub(super) fn positions(&self, slots: &[Slot]) -> Vec<u32> {
        let slots = slots.iter();
        slots
            .filter_map(|slot| self.slots.binary_search(slot).ok())
            .map(position)
            .collect()
    }

    /// The times of positions.
    pub(super) fn times(&self, positions: &[u32]) -> Vec<Slot> {
        let positions = positions.iter();
        positions
            .filter_map(|at| self.slots.get(*at as usize).copied())
            .collect()
    }

    /// What the engine placed, in the desk's words; `None` where the run cannot stand so.
    pub(super) fn placement(&self, run: usize, at: &timetable::Placement) -> Option<Placement> {
        let desk = self.ledger.desk;
        let wanted = self.asks.get(run)?.wanted.as_ref()?;
        let pattern = self
            .setting
            .runs
            .get(run)?
            .patterns
            .get(at.pattern as usize)?;
        let mut resources = at.resources.iter().map(|at| *at as usize);
        let in_rooms = wanted.in_rooms(pattern.needs.len());
        let room = match in_rooms && wanted.rooms.is_some() {
            false => None,
            true => Some(desk.rooms.get(resources.next()?)?.id.clone()),
        };
        let mut hubs = Vec::new();
        for own in wanted.hubs.iter().filter(|_| in_rooms) {
            let room = desk.rooms.get(resources.next()?)?;
            hubs.push((own.organisation.clone(), room.id.clone()));
        }
        let mut leaders = Vec::new();
        for ((competence, _), at) in wanted.leaders.iter().zip(resources) {
            let leader = desk.leaders.get(at.checked_sub(self.rooms)?)?;
            leaders.push((competence.clone(), leader.id.clone()));
        }
        Some(Placement {
            sessions: self.times(&pattern.slots),
            room,
            hubs,
            leaders,
            format: wanted.given(in_rooms),
        })
    }

    /// What a sum stands for, by name.
    pub(super) fn drawn(&self, sum: u32) -> Option<Drawn> {
        let desk = self.ledger.desk;
        Some(match self.sums.get(sum as usize)? {
            Sum::Budget(at) => Drawn::Budget(desk.budgets.get(*at)?.id.clone()),
            Sum::HalfDays(at) => Drawn::HalfDays(desk.leaders.get(*at)?.id.clone()),
        })
    }

    /// The room or leader that a resource stands for.
    pub(super) fn resource(&self, at: u32) -> Option<Resource> {
        let desk = self.ledger.desk;
        match (at as usize).checked_sub(self.rooms) {
            None => Some(Resource::Room(desk.rooms.get(at as usize)?.id.clone())),
            Some(leader) => Some(Resource::Leader(desk.leaders.get(leader)?.id.clone())),
        }
    }

    /// The resource that stands for a room.
    pub(super) fn room(&self, at: usize) -> u32 {
        position(at)
    }

    /// The resource that stands for a leader.
    pub(super) fn leader(&self, at: usize) -> u32 {
        position(self.rooms + at)
    }
}

/// Who are expected: what a run is worth within its class, where the most participants count.
pub(super) fn expected(run: &Run) -> Option<u32> {
    match run.participants {
        Fact::Known(expected) => Some(expected),
        Fact::NotStated | Fact::Unknown => None,
    }
}

/// A position for the engine, which refuses what 32 bits cannot count.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
