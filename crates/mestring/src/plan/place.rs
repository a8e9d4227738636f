//! What a run wants, and whether that is free.

use std::collections::BTreeMap;

use mestring_model::id::Slug;
use mestring_model::noun::{Format, LeaderState, Run};
use mestring_model::{Desk, Fact};

use super::facts::sessions;
use super::{Digital, Ledger, Pattern, Slot, Ways};

/// One way to lay a run's sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) slots: Vec<Slot>,
    /// In a room.
    pub(super) room: bool,
}

/// What a need of the engine asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need<'a> {
    Room,
    /// A leader with the competence.
    Leader(&'a Slug),
}

/// What a run wants, worked out once.
#[derive(Clone)]
pub(super) struct Wanted {
    pub(super) pattern: Pattern,
    /// The rooms that would do, the tightest fit first; `None` where no room is needed.
    pub(super) rooms: Option<Vec<usize>>,
    /// Whether it may be held without one of them.
    pub(super) digital: Digital,
    /// For each competence, the confirmed leaders who have it.
    pub(super) leaders: Vec<(Slug, Vec<usize>)>,
    pub(super) format: Fact<Format>,
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
            digital: ways.digital,
            leaders: leaders.collect(),
            format,
        })
    }

    /// Every way to lay the sessions, the best first.
    pub(super) fn ways(&self) -> Vec<Way> {
        let all = |room| self.pattern.all().map(move |slots| Way { slots, room });
        match (self.rooms.is_some(), self.digital) {
            (true, Digital::No) => all(true).collect(),
            (true, Digital::RoomShort) => all(true).chain(all(false)).collect(),
            // A way in a room is free only where the same without a room is.
            (true, Digital::First) | (false, _) => all(false).collect(),
        }
    }

    /// Whether it cannot do without a room.
    pub(super) fn needs_room(&self) -> bool {
        self.rooms.is_some() && self.digital == Digital::No
    }

    /// Whether a way with so many needs has a room among them: the first.
    pub(super) fn has_room(&self, needs: usize) -> bool {
        self.rooms.is_some() && needs > self.leaders.len()
    }

    /// What the need at a position of a way with so many needs asks for.
    pub(super) fn need(&self, needs: usize, at: usize) -> Option<Need<'_>> {
        match at.checked_sub(usize::from(self.has_room(needs))) {
            None => Some(Need::Room),
            Some(leader) => {
                let (competence, _) = self.leaders.get(leader)?;
                Some(Need::Leader(competence))
            }
        }
    }

    /// How it is given in a room, or without one.
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

fn augment(
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

/// Rooms that are large enough and equipped, the smallest first. A room whose seats are not stated
/// does only where the run's need is not stated either.
pub(super) fn rooms_that_do(desk: &Desk, run: &Run) -> Vec<usize> {
    let needs = seats_needed(desk, run);
    let mut rooms: Vec<usize> = (0..desk.rooms.len())
        .filter(|at| {
            desk.rooms.get(*at).is_some_and(|room| {
                let large = match (needs, room.seats) {
                    (None, _) => true,
                    (Some(needs), Fact::Known(seats)) => needs <= seats,
                    (Some(_), _) => false,
                };
                large
                    && run
                        .equipment
                        .iter()
                        .all(|wanted| room.equipment.contains(wanted))
            })
        })
        .collect();
    rooms.sort_by_key(|at| {
        desk.rooms
            .get(*at)
            .map(|room| (room.seats, room.id.clone()))
    });
    rooms
}
