//! The decided runs that an event leaves without a leader or a room, and who or what could step in.

use mestring_model::Desk;
use mestring_model::id::{LeaderId, RoomId, RunId, Slug};
use mestring_model::noun::{HalfDay, Leader, Run, RunState};

use super::{Event, EventError, leader_of};
use crate::plan::{Duty, Ledger, Period, Slot, decided_slots, rooms_instead};

/// A decided run whose leader is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaderGap {
    /// The run.
    pub run: RunId,
    /// The sessions without the leader.
    pub sessions: Vec<Slot>,
    /// Who could lead them, in the order of the desk.
    pub substitutes: Vec<Substitute>,
}

/// A leader who has the competence and is free of everything decided at those sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitute {
    /// The leader, by role.
    pub leader: LeaderId,
    /// What of the competence they have.
    pub competences: Vec<Slug>,
}

/// A decided run whose room cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomGap {
    /// The run.
    pub run: RunId,
    /// The room that it has, or that a group has which follows it there.
    pub room: RoomId,
    /// The sessions without the room.
    pub sessions: Vec<Slot>,
    /// The rooms that would do and are free of everything decided at those sessions, the tightest fit
    /// first.
    pub substitutes: Vec<RoomId>,
}

/// The decided runs that lose a leader by the event, and who could step in.
pub(in crate::decide) fn gaps_of(desk: &Desk, event: &Event) -> Result<Vec<LeaderGap>, EventError> {
    let Event::LeaderAway {
        leader,
        from,
        until,
        half_days,
    } = event
    else {
        return Ok(Vec::new());
    };
    let away = |slot: &Slot| within((*from..=*until).contains(&slot.date), half_days, slot);
    Ok(gaps(desk, leader_of(desk, leader)?, away))
}

fn within(day: bool, half_days: &[HalfDay], slot: &Slot) -> bool {
    day && (half_days.is_empty() || half_days.contains(&slot.half_day))
}

/// The decided runs that lose a room by the event, and which rooms could take its place.
pub(in crate::decide) fn room_gaps_of(desk: &Desk, event: &Event) -> Vec<RoomGap> {
    let Event::RoomLost {
        room,
        from,
        until,
        half_days,
    } = event
    else {
        return Vec::new();
    };
    let lost = |slot: &Slot| within((*from..=*until).contains(&slot.date), half_days, slot);
    let runs = desk
        .runs
        .iter()
        .filter(|run| run.state == RunState::Decided && desk.rooms_of(run).any(|own| own == room));
    runs.filter_map(|run| {
        let sessions: Vec<Slot> = decided_slots(desk, run).into_iter().filter(lost).collect();
        let ledger = Ledger::before_plan(desk, span(&sessions)?);
        let free = |at: &usize| {
            let mut sessions = sessions.iter();
            sessions.all(|slot| ledger.room_holding(*at, *slot).is_none())
        };
        let rooms = rooms_instead(desk, run, room).into_iter().filter(free);
        let rooms = rooms.filter_map(|at| desk.rooms.get(at));
        Some(RoomGap {
            run: run.id.clone(),
            room: room.clone(),
            substitutes: rooms.map(|own| own.id.clone()).collect(),
            sessions,
        })
    })
    .collect()
}

/// The days from the first session to the last: what is asked about, so the period of a ledger.
fn span(sessions: &[Slot]) -> Option<Period> {
    Some(Period {
        from: sessions.first()?.date,
        until: sessions.last()?.date,
    })
}

/// The decided runs with sessions at which their leader is away, and who could step in.
fn gaps(desk: &Desk, leader: &Leader, away: impl Fn(&Slot) -> bool) -> Vec<LeaderGap> {
    let led = desk
        .runs
        .iter()
        .filter(|run| run.state == RunState::Decided && run.leaders.contains(&leader.id));
    led.filter_map(|run| {
        let sessions: Vec<Slot> = decided_slots(desk, run).into_iter().filter(&away).collect();
        let ledger = Ledger::before_plan(desk, span(&sessions)?);
        Some(LeaderGap {
            run: run.id.clone(),
            substitutes: substitutes(&ledger, run, leader, &sessions),
            sessions,
        })
    })
    .collect()
}

fn substitutes(
    ledger: &Ledger<'_>,
    run: &Run,
    away: &Leader,
    sessions: &[Slot],
) -> Vec<Substitute> {
    let duty = Duty::of(ledger.desk, run, away);
    let others = ledger.desk.leaders.iter().enumerate().filter(|(_, other)| {
        other.id != away.id && !run.leaders.contains(&other.id) && duty.is_for(other)
    });
    others
        .filter(|(at, _)| ledger.leader_free(*at, sessions))
        .map(|(_, other)| {
            let own = other.competences.iter();
            Substitute {
                leader: other.id.clone(),
                competences: own
                    .filter(|own| duty.needed.contains(own))
                    .cloned()
                    .collect(),
            }
        })
        .collect()
}
