//! What would be enough of rooms: of those in which runs are held, and of those in which groups follow
//! them elsewhere.

use mestring_model::id::{OrganisationId, Slug};
use mestring_model::noun::Room;

use super::again::{Case, Tried, fewer};
use super::{Change, Remedy};
use crate::plan::layout::Asks;
use crate::plan::place::{Need, is_for_runs, seats_needed};

/// What a room has, or would have.
struct Offered<'a> {
    /// Whose it is.
    organisation: Option<&'a OrganisationId>,
    /// Runs are held there.
    for_runs: bool,
    seats: Option<u32>,
    equipment: &'a [Slug],
}

impl<'a> Offered<'a> {
    /// A room of the desk that has this equipment.
    fn with(room: &'a Room, equipment: &'a [Slug]) -> Self {
        Offered {
            organisation: room.organisation.as_ref(),
            for_runs: is_for_runs(room),
            seats: room.seats.into_known(),
            equipment,
        }
    }
}

impl Case<'_> {
    /// Whatever would be enough for a need of a room.
    pub(super) fn rooms(
        &self,
        need: Need<'_>,
    ) -> Result<Vec<Remedy>, crate::timetable::TimetableError> {
        let tried = [self.equip(need)?, self.room_then(need)?, self.room(need)?];
        Ok(tried.into_iter().flatten().collect())
    }

    /// A room that would do, open at other times: the one for which the fewest are enough.
    fn room_then(&self, need: Need<'_>) -> Tried {
        let own: &[usize] = match need {
            Need::Hub(hub) => &hub.rooms,
            _ => self.wanted.rooms.as_deref().unwrap_or_default(),
        };
        let mut best: Option<Remedy> = None;
        for at in own {
            let Some(room) = self.ledger.desk.rooms.get(*at) else {
                continue;
            };
            let free = self.layout.free(|slot| !self.held.room_taken(*at, slot));
            let change = |slots| Change::RoomThen {
                room: room.id.clone(),
                slots,
            };
            let found = self.then(self.layout.room(*at), need, free, change)?;
            best = fewer(best, found);
        }
        Ok(best)
    }

    /// One more room, in which runs are held or, of an organisation, only followed.
    fn room(&self, need: Need<'_>) -> Tried {
        let organisation = match need {
            Need::Hub(hub) => Some(&hub.organisation),
            _ if self.wanted.rooms.is_none() => return Ok(None),
            _ => None,
        };
        let Some(slots) = self.sessions_with(need, self.always(), |_| 0)? else {
            return Ok(None);
        };
        let (seats, equipment) = self.room_needed(need);
        let more = Offered {
            organisation,
            for_runs: organisation.is_none(),
            seats,
            equipment: &equipment,
        };
        let setting = self.with_one_more(&slots, |need, asks| self.does(&more, need, asks));
        let change = Change::Room {
            organisation: organisation.cloned(),
            slots: self.layout.times(&slots),
            seats,
            equipment,
        };
        self.verified(change, setting)
    }

    /// The seats and the equipment that a room must have for the need.
    fn room_needed(&self, need: Need<'_>) -> (Option<u32>, Vec<Slug>) {
        let run = self.asks.get(self.nth).map(|own| own.run);
        match need {
            Need::Hub(hub) => (hub.seats, hub.equipment.clone()),
            _ => (
                run.and_then(|run| seats_needed(self.ledger.desk, run)),
                run.map_or_else(Vec::new, |run| run.equipment.clone()),
            ),
        }
    }

    /// Whether a room does for a need of a run.
    fn does(&self, room: &Offered<'_>, need: Need<'_>, asks: &Asks<'_>) -> bool {
        let (there, wants, equipment) = match need {
            Need::Room => {
                let wants = seats_needed(self.ledger.desk, asks.run);
                (room.for_runs, wants, &asks.run.equipment)
            }
            Need::Hub(hub) => {
                let there = room.organisation == Some(&hub.organisation);
                (there, hub.seats, &hub.equipment)
            }
            Need::Leader(_) => return false,
        };
        there
            && wants.is_none_or(|wants| room.seats.is_some_and(|seats| wants <= seats))
            && equipment.iter().all(|own| room.equipment.contains(own))
    }

    /// A room that is large enough and gets what it lacks: the one that lacks the least.
    fn equip(&self, need: Need<'_>) -> Tried {
        let desk = self.ledger.desk;
        let Some(asks) = self.asks.get(self.nth) else {
            return Ok(None);
        };
        let (_, equipment) = self.room_needed(need);
        let mut rooms: Vec<(Vec<Slug>, usize)> = Vec::new();
        for (at, room) in desk.rooms.iter().enumerate() {
            let missing = equipment.iter().filter(|own| !room.equipment.contains(own));
            let missing: Vec<Slug> = missing.cloned().collect();
            let equipped = Offered::with(room, &equipment);
            if !missing.is_empty() && self.does(&equipped, need, asks) {
                rooms.push((missing, at));
            }
        }
        rooms.sort_by_key(|(missing, at)| (missing.len(), *at));
        for (missing, at) in rooms {
            let Some(room) = desk.rooms.get(at) else {
                continue;
            };
            let all: Vec<Slug> = room.equipment.iter().chain(&missing).cloned().collect();
            let equipped = Offered::with(room, &all);
            let mut setting = self.layout.setting.clone();
            self.offer(&mut setting, self.layout.room(at), |need, asks| {
                self.does(&equipped, need, asks)
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
