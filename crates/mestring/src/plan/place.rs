//! What a run wants, and whether that is free.

use std::collections::BTreeMap;

use mestring_model::id::{BudgetId, Slug};
use mestring_model::noun::{Format, LeaderState, Room, Run};
use mestring_model::{Desk, Fact};

use super::budget::paying;
use super::facts::sessions;
use super::hub::{HubWanted, hubs_of};
use super::{Digital, Ledger, Pattern, Slot, Ways};

/// One way to lay a run's sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) slots: Vec<Slot>,
    /// In the rooms that the run needs; otherwise without any, all from home.
    pub(super) room: bool,
}

/// What a need of the engine asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need<'a> {
    Room,
    /// A room for a group that follows it elsewhere.
    Hub(&'a HubWanted),
    /// A leader with the competence.
    Leader(&'a Slug),
}

/// What a run wants, worked out once.
#[derive(Clone)]
pub(super) struct Wanted {
    pub(super) pattern: Pattern,
    /// The rooms that would do, the tightest fit first; `None` where no room is needed.
    pub(super) rooms: Option<Vec<usize>>,
    /// The groups that follow it elsewhere.
    pub(super) hubs: Vec<HubWanted>,
    /// Whether it may be held without one of them.
    pub(super) digital: Digital,
    /// For each competence, the confirmed leaders who have it.
    pub(super) leaders: Vec<(Slug, Vec<usize>)>,
    pub(super) format: Fact<Format>,
    /// The budgets that say on which days it can begin.
    pub(super) budgets: Vec<BudgetId>,
}

/// Needs with too few leaders among them, by their positions in the run and in the desk.
pub(super) struct TooFew {
    pub(super) needs: Vec<usize>,
    pub(super) leaders: Vec<usize>,
}

impl Wanted {
    pub(super) fn of(ledger: &Ledger<'_>, run: &Run, ways: Ways) -> Option<Self> {
        let desk = ledger.desk;
        let offer = desk.offer(&run.offer)?;
        let count = sessions(run, offer).into_known()?;
        let format = run.format.or(offer.format);
        let leaders = run.needs.iter().map(|need| {
            let able = desk.leaders.iter().enumerate().filter(|(_, leader)| {
                leader.state == LeaderState::Confirmed && leader.competences.contains(need)
            });
            (need.clone(), able.map(|(at, _)| at).collect())
        });
        Some(Wanted {
            pattern: Pattern::of(desk, run, count, ledger.period, ways.lead),
            rooms: needs_room(format).then(|| rooms_that_do(desk, run)),
            hubs: hubs_of(desk, &run.id)
                .into_iter()
                .map(|hub| HubWanted::of(desk, hub))
                .collect(),
            digital: ways.digital,
            leaders: leaders.collect(),
            format,
            budgets: paying(desk, run).map(|own| own.id.clone()).collect(),
        })
    }

    /// Every way to lay the sessions, the best first.
    pub(super) fn ways(&self) -> Vec<Way> {
        let all = |room| self.pattern.all().map(move |slots| Way { slots, room });
        match (self.rooms.is_some(), self.digital) {
            (true, Digital::No) => all(true).collect(),
            (true, Digital::RoomShort) => all(true).chain(all(false)).collect(),
            // A way in a room is free only where the same without a room is.
            (true, Digital::First) => all(false).collect(),
            // Whatever needs no room itself has groups elsewhere that need theirs.
            (false, _) => all(true).collect(),
        }
    }

    /// Whether it cannot do without a room of its own.
    pub(super) fn needs_room(&self) -> bool {
        self.rooms.is_some() && self.always_in_rooms()
    }

    /// Whether the groups that follow it elsewhere, where there are any, cannot do without a room.
    pub(super) fn needs_hubs(&self) -> bool {
        !self.hubs.is_empty() && self.always_in_rooms()
    }

    /// Whether it is held in the rooms that it needs, if any, and never without them instead.
    pub(super) fn always_in_rooms(&self) -> bool {
        self.rooms.is_none() || self.digital == Digital::No
    }

    /// How many rooms a way in rooms has: its own, and those of the groups that follow it elsewhere.
    pub(super) fn rooms_needed(&self) -> usize {
        usize::from(self.rooms.is_some()) + self.hubs.len()
    }

    /// How many needs a way has.
    pub(super) fn needs_in(&self, way: &Way) -> usize {
        let rooms = if way.room { self.rooms_needed() } else { 0 };
        rooms + self.leaders.len()
    }

    /// Whether a way with so many needs is one in rooms, if it needs any: they come first.
    pub(super) fn in_rooms(&self, needs: usize) -> bool {
        needs > self.leaders.len()
    }

    /// What the need at a position of a way with so many needs asks for.
    pub(super) fn need(&self, needs: usize, at: usize) -> Option<Need<'_>> {
        if !self.in_rooms(needs) {
            return self.leader(at);
        }
        match at.checked_sub(usize::from(self.rooms.is_some())) {
            None => Some(Need::Room),
            Some(at) => match self.hubs.get(at) {
                Some(hub) => Some(Need::Hub(hub)),
                None => self.leader(at - self.hubs.len()),
            },
        }
    }

    fn leader(&self, at: usize) -> Option<Need<'_>> {
        let (competence, _) = self.leaders.get(at)?;
        Some(Need::Leader(competence))
    }

    /// How it is given in its rooms, or without them.
    pub(super) fn given(&self, room: bool) -> Option<Format> {
        match self.rooms.is_some() && !room {
            true => Some(Format::DigitalLive),
            false => self.format.into_known(),
        }
    }

    pub(super) fn free_room(
        &self,
        ledger: &Ledger<'_>,
        rooms: &[usize],
        slots: &[Slot],
    ) -> Option<usize> {
        let free = |room: &usize| {
            slots
                .iter()
                .all(|s| ledger.room_holding(*room, *s).is_none())
        };
        rooms.iter().copied().find(free)
    }

    /// One free leader for each competence, all different (Kuhn's augmenting paths).
    ///
    /// # Errors
    /// Needs that have fewer free leaders among them than they are, by their positions, and those
    /// leaders (a set that Hall's theorem forbids).
    pub(super) fn free_leaders(
        &self,
        ledger: &Ledger<'_>,
        slots: &[Slot],
    ) -> Result<Vec<(Slug, usize)>, TooFew> {
        let free: Vec<Vec<usize>> = self
            .leaders
            .iter()
            .map(|(_, able)| {
                able.iter()
                    .copied()
                    .filter(|leader| ledger.leader_free(*leader, slots))
                    .collect()
            })
            .collect();
        let mut holds: BTreeMap<usize, usize> = BTreeMap::new();
        for need in 0..free.len() {
            let mut tried = Vec::new();
            if !augment(need, &free, &mut holds, &mut tried) {
                tried.sort_unstable();
                // Every leader that was tried is held, or the path would have ended there.
                let others = tried.iter().filter_map(|leader| holds.get(leader).copied());
                let mut needs: Vec<usize> = others.chain([need]).collect();
                needs.sort_unstable();
                return Err(TooFew {
                    needs,
                    leaders: tried,
                });
            }
        }
        let mut found: Vec<(usize, usize)> = holds
            .into_iter()
            .map(|(leader, need)| (need, leader))
            .collect();
        found.sort_unstable();
        let named = found.into_iter().filter_map(|(need, leader)| {
            self.leaders
                .get(need)
                .map(|(competence, _)| (competence.clone(), leader))
        });
        Ok(named.collect())
    }
}

/// Gives a need one of its options, where those that hold them can have others.
pub(super) fn augment(
    need: usize,
    free: &[Vec<usize>],
    holds: &mut BTreeMap<usize, usize>,
    tried: &mut Vec<usize>,
) -> bool {
    for leader in free.get(need).into_iter().flatten() {
        if tried.contains(leader) {
            continue;
        }
        tried.push(*leader);
        let other = holds.get(leader).copied();
        if other.is_none_or(|other| augment(other, free, holds, tried)) {
            holds.insert(*leader, need);
            return true;
        }
    }
    false
}

/// A format that is not stated needs a room, since most courses do and a room too few is worse than
/// one too many.
pub(crate) fn needs_room(format: Fact<Format>) -> bool {
    match format {
        Fact::Known(
            Format::DigitalLive | Format::SelfPaced | Format::Anonymous | Format::Telephone,
        ) => false,
        Fact::Known(Format::Physical | Format::Hybrid | Format::Relayed)
        | Fact::NotStated
        | Fact::Unknown => true,
    }
}

/// The seats that a run needs: its own, else the offer's most, else its expected participants.
pub(super) fn seats_needed(desk: &Desk, run: &Run) -> Option<u32> {
    let offer = desk.offer(&run.offer)?;
    run.seats
        .or(offer.seats.map(|seats| seats.most()))
        .or(run.participants)
        .into_known()
}

/// Whether a room is large enough and equipped. One whose seats are not stated does only where the need
/// is not stated either.
pub(super) fn does(room: &Room, needs: Option<u32>, equipment: &[Slug]) -> bool {
    let large = match (needs, room.seats) {
        (None, _) => true,
        (Some(needs), Fact::Known(seats)) => needs <= seats,
        (Some(_), _) => false,
    };
    large && equipment.iter().all(|own| room.equipment.contains(own))
}

/// Whether runs are held in a room at all, and not only followed there.
pub(super) fn is_for_runs(room: &Room) -> bool {
    room.hub_only != Some(true)
}

/// Rooms that are large enough and equipped, the smallest first; none in which runs are only followed.
pub(super) fn rooms_that_do(desk: &Desk, run: &Run) -> Vec<usize> {
    let needs = seats_needed(desk, run);
    let mut rooms: Vec<usize> = (0..desk.rooms.len())
        .filter(|at| {
            let room = desk.rooms.get(*at);
            room.is_some_and(|room| is_for_runs(room) && does(room, needs, &run.equipment))
        })
        .collect();
    rooms.sort_by_key(|at| {
        desk.rooms
            .get(*at)
            .map(|room| (room.seats, room.id.clone()))
    });
    rooms
}
