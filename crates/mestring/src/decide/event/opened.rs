//! What an event opens: times in rooms with the runs that could use them, what a new proposal would
//! move, decided runs that lose a leader, a seat with the roles to ask.

use chrono::NaiveDate;
use mestring_model::id::{LeaderId, OrganisationId, RoomId, RunId, Slug};
use mestring_model::noun::{Leader, Run, RunState};
use mestring_model::{Desk, Fact};

use super::{Event, EventError, apply, leader_of, run_of};
use crate::decide::freed::freed;
use crate::decide::proposal::{Moved, Proposal, moved};
use crate::decide::{DecideError, Decider, FreedOption};
use crate::plan::{Duty, Ledger, Period, Slot, decided_slots};

/// A desk after an event, with what the event opens.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The desk as it is now.
    pub desk: Desk,
    /// The proposal before the event.
    pub before: Proposal,
    /// The proposal for the desk as it is now.
    pub after: Proposal,
    /// What the event opens, and what it leaves without a leader.
    pub opened: Opened,
}

/// What an event opens. All of it is a proposal.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// The times that became free within the plan's period, in order; of a run with groups elsewhere those
    /// of its own room first.
    pub slots: Vec<OpenSlot>,
    /// The runs that a whole new proposal would move, in its order.
    pub moved: Vec<Moved>,
    /// The decided runs that lose a leader.
    pub without_leader: Vec<LeaderGap>,
    /// The seat that became free.
    pub seat: Option<OpenSeat>,
}

/// A time at which a room became free.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenSlot {
    /// The room.
    pub room: RoomId,
    /// When.
    pub slot: Slot,
    /// The runs without a place that could use it where all others keep theirs, first priority
    /// first, each with what it lacks.
    pub options: Vec<FreedOption>,
}

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

/// A seat that became free in a run.
///
/// A desk holds no persons: who waits, since when each was referred and which deadlines stand on the
/// referrals is known where the referrals are kept. Who is offered the seat is decided there, by a
/// person, in the order of deadline, waiting and draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSeat {
    /// The run.
    pub run: RunId,
    /// Its seats.
    pub seats: Fact<u32>,
    /// Who are expected now.
    pub expected: Fact<u32>,
    /// The seats that are free now, where both are known: 0 where more were expected than there are
    /// seats, so that the seat that was declined opens none.
    pub free: Fact<u32>,
    /// How many wait, as the desk states it.
    pub waiting: Fact<u32>,
    /// Since when the one has waited who has waited longest.
    pub waiting_since: Fact<NaiveDate>,
    /// The roles that lead the run, whom to ask about its list; empty where none is stated.
    pub ask: Vec<LeaderId>,
    /// Whose run it is: who held it, else the desk's centre; `None` where neither is stated.
    pub organisation: Option<OrganisationId>,
}

/// Applies an event to the decider's desk and asks again.
pub(in crate::decide) fn outlook(
    decider: &Decider<'_>,
    event: &Event,
) -> Result<Outlook, EventError> {
    let period = decider.period()?;
    if let Event::RoomFreed { slot, .. } = event
        && !within(period, slot)
    {
        return Err(DecideError::outside(period, slot.date).into());
    }
    // What cannot have happened is refused before anything is ranked.
    let desk = apply(event, decider.desk)?;
    let before = decider.proposal()?;
    let after = decider.on(&desk).proposal()?;
    let slot = |room: &RoomId, slot: Slot| OpenSlot {
        room: room.clone(),
        slot,
        options: freed(&desk, &before.plan, room, slot),
    };
    let mut opened = Opened {
        moved: moved(&before, &after),
        ..Opened::default()
    };
    match event {
        Event::RoomFreed { room, slot: at } => opened.slots.push(slot(room, *at)),
        Event::RunCancelled { run } => {
            let (_, run) = run_of(decider.desk, run)?;
            let slots = decided_slots(decider.desk, run).into_iter();
            let slots: Vec<Slot> = slots.filter(|slot| within(period, slot)).collect();
            let rooms = decider.desk.rooms_of(run);
            let free = rooms.flat_map(|room| slots.iter().map(|at| slot(room, *at)));
            opened.slots = free.collect();
        }
        Event::LeaderAway { .. } => opened.without_leader = gaps_of(&desk, event)?,
        Event::SeatDeclined { run } => opened.seat = Some(seat(&desk, run_of(&desk, run)?.1)),
    }
    Ok(Outlook {
        before,
        after,
        opened,
        desk,
    })
}

fn within(period: Period, slot: &Slot) -> bool {
    (period.from..=period.until).contains(&slot.date)
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
    let away = |slot: &Slot| {
        (*from..=*until).contains(&slot.date)
            && (half_days.is_empty() || half_days.contains(&slot.half_day))
    };
    Ok(gaps(desk, leader_of(desk, leader)?, away))
}

/// The decided runs with sessions at which their leader is away, and who could step in.
fn gaps(desk: &Desk, leader: &Leader, away: impl Fn(&Slot) -> bool) -> Vec<LeaderGap> {
    let led = desk
        .runs
        .iter()
        .filter(|run| run.state == RunState::Decided && run.leaders.contains(&leader.id));
    led.filter_map(|run| {
        let sessions: Vec<Slot> = decided_slots(desk, run).into_iter().filter(&away).collect();
        let (first, last) = (sessions.first()?, sessions.last()?);
        // The run's sessions are what is asked about, so they are the period of the ledger.
        let period = Period {
            from: first.date,
            until: last.date,
        };
        let ledger = Ledger::before_plan(desk, period);
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

fn seat(desk: &Desk, run: &Run) -> OpenSeat {
    let stated = desk.offer(&run.offer).map_or(Fact::NotStated, |offer| {
        offer.seats.map(|seats| seats.most())
    });
    let seats = run.seats.or(stated);
    let free = seats.and_then(|seats| run.participants.map(|own| seats.saturating_sub(own)));
    OpenSeat {
        run: run.id.clone(),
        seats,
        expected: run.participants,
        free,
        waiting: run.waiting,
        waiting_since: run.waiting_since,
        ask: run.leaders.clone(),
        organisation: run.held_by.clone().or(desk.settings.centre.clone()),
    }
}
