//! What would be enough of rooms.

use mestring_model::id::Slug;

use super::again::{Case, Tried, fewer};
use super::{Change, Remedy};
use crate::plan::place::{Need, seats_needed};

impl Case<'_> {
    /// A room that would do, open at other times: the one for which the fewest are enough.
    pub(super) fn room_then(&self) -> Tried {
        let mut best: Option<Remedy> = None;
        for at in self.wanted.rooms.iter().flatten() {
            let Some(room) = self.ledger.desk.rooms.get(*at) else {
                continue;
            };
            let free = self.layout.free(|slot| !self.held.room_taken(*at, slot));
            let change = |slots| Change::RoomThen {
                room: room.id.clone(),
                slots,
            };
            let found = self.then(self.layout.room(*at), Need::Room, free, change)?;
            best = fewer(best, found);
        }
        Ok(best)
    }

    /// One more room.
    pub(super) fn room(&self) -> Tried {
        if self.wanted.rooms.is_none() {
            return Ok(None);
        }
        let Some(slots) = self.sessions_with(Need::Room, self.always(), |_| 0)? else {
            return Ok(None);
        };
        let (seats, equipment) = self.room_needed();
        let desk = self.ledger.desk;
        let setting = self.with_one_more(&slots, |need, asks| {
            let wants = seats_needed(desk, asks.run);
            need == Need::Room
                && wants.is_none_or(|wants| seats.is_some_and(|seats| wants <= seats))
                && asks.run.equipment.iter().all(|own| equipment.contains(own))
        });
        let change = Change::Room {
            seats,
            equipment,
            slots: self.layout.times(&slots),
        };
        self.verified(change, setting)
    }

    /// The seats and the equipment that the run's room must have.
    fn room_needed(&self) -> (Option<u32>, Vec<Slug>) {
        let run = self.asks.get(self.nth).map(|own| own.run);
        let seats = run.and_then(|run| seats_needed(self.ledger.desk, run));
        (
            seats,
            run.map_or_else(Vec::new, |run| run.equipment.clone()),
        )
    }

    /// A room that is large enough and gets what it lacks: the one that lacks the least.
    pub(super) fn equip(&self) -> Tried {
        let desk = self.ledger.desk;
        let (seats, equipment) = self.room_needed();
        let mut rooms: Vec<(Vec<Slug>, usize)> = Vec::new();
        for (at, room) in desk.rooms.iter().enumerate() {
            let missing = equipment.iter().filter(|own| !room.equipment.contains(own));
            let missing: Vec<Slug> = missing.cloned().collect();
            let holds = room.seats.into_known();
            let large = seats.is_none_or(|seats| holds.is_some_and(|holds| seats <= holds));
            if large && !missing.is_empty() {
                rooms.push((missing, at));
            }
        }
        rooms.sort_by_key(|(missing, at)| (missing.len(), *at));
        for (missing, at) in rooms {
            let Some(room) = desk.rooms.get(at) else {
                continue;
            };
            let holds = room.seats.into_known();
            let mut setting = self.layout.setting.clone();
            self.offer(&mut setting, self.layout.room(at), |need, asks| {
                let wants = seats_needed(desk, asks.run);
                let has = |own: &Slug| room.equipment.contains(own) || missing.contains(own);
                need == Need::Room
                    && wants.is_none_or(|wants| holds.is_some_and(|holds| wants <= holds))
                    && asks.run.equipment.iter().all(has)
            });
            let change = Change::Equip {
                room: room.id.clone(),
                equipment: missing,
            };
            if let Some(remedy) = self.verified(change, setting)? {
                return Ok(Some(remedy));
            }
        }
        Ok(None)
    }
}
