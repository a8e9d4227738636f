//! What an event opens: times in rooms with the runs that could use them, what a new proposal would
//! move, who comes in, a seat with the roles to ask; and what it takes.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mestring_model::id::{LeaderId, OrganisationId, RoomId, RunId};
use mestring_model::noun::Run;
use mestring_model::{Desk, Fact};

use super::gaps::{LeaderGap, RoomGap, gaps_of, room_gaps_of};
use super::taken::{BudgetLeft, GivenBack, Shifted, budget_left, given_back, shifted};
use super::{Event, EventError, apply, run_of};
use crate::decide::freed::{freed, notes};
use crate::decide::proposal::{Moved, Proposal, moved};
use crate::decide::{Decider, FreedNote, FreedOption};
use crate::plan::{Period, Slot, decided_slots};

/// A desk after an event, with what the event opens.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The desk as it is now.
    pub desk: Desk,
    /// The proposal before the event.
    pub before: Proposal,
    /// The proposal for the desk as it is now.
    pub after: Proposal,
    /// What the event opens, and what it takes.
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
    /// The runs that had no place and would have one in a new proposal, first priority first.
    pub comes_in: Vec<RunId>,
    /// The decided runs that lose a leader.
    pub without_leader: Vec<LeaderGap>,
    /// The decided runs that lose a room.
    pub without_room: Vec<RoomGap>,
    /// The decided runs whose sessions move since the centre is closed.
    pub shifted: Vec<Shifted>,
    /// What is left of the budget that was cut.
    pub budget: Option<BudgetLeft>,
    /// What the run that was cancelled gives back.
    pub given_back: Option<GivenBack>,
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
    /// What keeps sessions away at that time, whatever is free.
    pub notes: Vec<FreedNote>,
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
    if let Event::RoomFreed { slot, .. } = event {
        decider.plans_on(period, slot.date)?;
    }
    // What cannot have happened is refused before anything is ranked.
    let desk = apply(event, decider.desk)?;
    let before = decider.proposal()?;
    let after = decider.on(&desk).proposal()?;
    let slot = |room: &RoomId, slot: Slot| OpenSlot {
        room: room.clone(),
        slot,
        options: freed(&desk, &before.plan, room, slot),
        notes: notes(&desk, room, slot),
    };
    let mut opened = Opened {
        moved: moved(&before, &after),
        comes_in: comes_in(&before, &after),
        without_leader: gaps_of(&desk, event)?,
        without_room: room_gaps_of(&desk, event),
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
            opened.given_back = Some(given_back(decider.desk, run));
        }
        Event::SeatDeclined { run } => opened.seat = Some(seat(&desk, run_of(&desk, run)?.1)),
        Event::DayClosed { .. } => opened.shifted = shifted(decider.desk, &desk),
        Event::BudgetCut { budget, .. } => opened.budget = budget_left(&desk, budget),
        Event::LeaderAway { .. } | Event::RoomLost { .. } | Event::LeaderConfirmed { .. } => {}
    }
    Ok(Outlook {
        before,
        after,
        opened,
        desk,
    })
}

/// The runs that the second proposal places and the first did not.
fn comes_in(before: &Proposal, after: &Proposal) -> Vec<RunId> {
    let placed = before.plan.runs.iter().filter(|own| own.is_placed());
    let placed: BTreeSet<&RunId> = placed.map(|own| &own.run).collect();
    let now = after.plan.runs.iter().filter(|own| own.is_placed());
    now.map(|own| &own.run)
        .filter(|run| !placed.contains(run))
        .cloned()
        .collect()
}

fn within(period: Period, slot: &Slot) -> bool {
    (period.from..=period.until).contains(&slot.date)
}

/// The seat that somebody declined, as it stands now.
pub(in crate::decide) fn seat(desk: &Desk, run: &Run) -> OpenSeat {
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
