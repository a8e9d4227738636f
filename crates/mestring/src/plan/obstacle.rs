//! What stands in the way of a room or a leader: who has it on which days, or why nobody has.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::id::{LeaderId, RoomId, Slug};

use super::place::Wanted;
use super::{Holder, Holding, Lack, Ledger, Shortage, Slot};

/// A room or a leader that would do, with what keeps a run from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Obstacle {
    /// The room or leader.
    pub at: Resource,
    /// What keeps the run from it.
    pub why: Why,
    /// The times at which it does, in order; empty where it does at all times.
    pub slots: Vec<Slot>,
}

/// A room or a leader.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// A room.
    Room(RoomId),
    /// A course leader, by role.
    Leader(LeaderId),
}

/// What keeps a run from a room or a leader.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A run has it.
    Taken(Holder),
    /// The calendar says that the room is closed, or the leader away.
    Away,
    /// It is outside the days and parts of the day on which the room is open, or the leader works.
    NotOpen,
    /// The leader's limit of half-days does not leave room for all sessions.
    AtLimit {
        /// The most half-days.
        limit: u32,
        /// The half-days that are given away.
        taken: u32,
        /// The half-days that the run needs.
        needs: u32,
        /// The runs that the leader leads, highest priority first.
        leads: Vec<Holder>,
    },
}

/// What all obstacles of a shortage have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Other runs have every room or leader that would do.
    Taken,
    /// The room is not open, or the leader not at work.
    NotOpen,
    /// Every leader who could is at a limit of half-days.
    AtLimit,
    /// One thing here, another there.
    Several,
}

impl Reason {
    /// The reason's stable code.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Taken => "taken",
            Reason::NotOpen => "not_open",
            Reason::AtLimit => "at_limit",
            Reason::Several => "not_free",
        }
    }
}

impl Why {
    fn reason(&self) -> Reason {
        match self {
            Why::Taken(_) => Reason::Taken,
            Why::Away | Why::NotOpen => Reason::NotOpen,
            Why::AtLimit { .. } => Reason::AtLimit,
        }
    }

    fn holders(&self) -> &[Holder] {
        match self {
            Why::Taken(holder) => std::slice::from_ref(holder),
            Why::AtLimit { leads, .. } => leads,
            Why::Away | Why::NotOpen => &[],
        }
    }
}

impl Shortage {
    /// A shortage that nobody and nothing in particular causes.
    pub(super) fn of(lack: Lack) -> Self {
        Shortage {
            lack,
            held_by: Vec::new(),
            obstacles: Vec::new(),
        }
    }

    /// What the obstacles have in common; `None` where the lack has none.
    pub fn reason(&self) -> Option<Reason> {
        let mut reasons = self.obstacles.iter().map(|own| own.why.reason());
        let first = reasons.next()?;
        let same = reasons.all(|reason| reason == first);
        Some(if same { first } else { Reason::Several })
    }

    /// A shortage of rooms or leaders over the ways to lay the sessions that it keeps from fitting.
    pub(super) fn over(ledger: &Ledger<'_>, wanted: &Wanted, lack: Lack, ways: &[&[Slot]]) -> Self {
        let mut found: BTreeMap<(Resource, Why), BTreeSet<Slot>> = BTreeMap::new();
        for slots in ways {
            match &lack {
                Lack::Room => {
                    let own = wanted.rooms.iter().flatten();
                    rooms(ledger, own, slots, &mut found);
                }
                Lack::HubRoom { organisation } => {
                    let hubs = wanted.hubs.iter();
                    let there = hubs.filter(|own| own.organisation == *organisation);
                    rooms(ledger, there.flat_map(|own| &own.rooms), slots, &mut found);
                }
                Lack::Leader { competence, .. } => {
                    leaders(ledger, wanted, competence, slots, &mut found);
                }
                _ => {}
            }
        }
        let obstacles: Vec<Obstacle> = found
            .into_iter()
            .map(|((at, why), slots)| Obstacle {
                at,
                why,
                slots: slots.into_iter().collect(),
            })
            .collect();
        let held_by: BTreeSet<&Holder> =
            obstacles.iter().flat_map(|own| own.why.holders()).collect();
        Shortage {
            lack,
            held_by: held_by.into_iter().cloned().collect(),
            obstacles,
        }
    }
}

fn why(holding: Holding) -> Why {
    match holding {
        Holding::NotOpen => Why::NotOpen,
        Holding::Away => Why::Away,
        Holding::Run(holder) => Why::Taken(holder),
    }
}

fn rooms<'r>(
    ledger: &Ledger<'_>,
    rooms: impl Iterator<Item = &'r usize>,
    slots: &[Slot],
    found: &mut BTreeMap<(Resource, Why), BTreeSet<Slot>>,
) {
    for at in rooms {
        let Some(room) = ledger.desk.rooms.get(*at) else {
            continue;
        };
        for slot in slots {
            if let Some(holding) = ledger.room_holding(*at, *slot) {
                let key = (Resource::Room(room.id.clone()), why(holding));
                found.entry(key).or_default().insert(*slot);
            }
        }
    }
}

fn leaders(
    ledger: &Ledger<'_>,
    wanted: &Wanted,
    competence: &Slug,
    slots: &[Slot],
    found: &mut BTreeMap<(Resource, Why), BTreeSet<Slot>>,
) {
    let able = wanted
        .leaders
        .iter()
        .filter(|(own, _)| own == competence)
        .flat_map(|(_, able)| able);
    for at in able {
        let Some(leader) = ledger.desk.leaders.get(*at) else {
            continue;
        };
        let resource = || Resource::Leader(leader.id.clone());
        let needs = u32::try_from(slots.len()).unwrap_or(u32::MAX);
        if let Some((limit, taken)) = ledger.over_limit(*at, needs) {
            let leads = ledger.leads(*at);
            let why = Why::AtLimit {
                limit,
                taken,
                needs,
                leads,
            };
            found.entry((resource(), why)).or_default();
            continue;
        }
        for slot in slots {
            if let Some(holding) = ledger.leader_holding(*at, *slot) {
                let key = (resource(), why(holding));
                found.entry(key).or_default().insert(*slot);
            }
        }
    }
}
