//! Which decided runs can be moved, where they stand, and what they could do with.

use chrono::{Days, NaiveDate};
use mestring_model::Desk;
use mestring_model::id::{RoomId, Slug};
use mestring_model::noun::{Leader, LeaderState, Run, RunState};

use crate::plan::budget::paying;
use crate::plan::decided::decided_slots;
use crate::plan::hub::{HubWanted, hubs_of};
use crate::plan::layout::{Asks, LEADERS, Stands};
use crate::plan::place::{Wanted, rooms_that_do};
use crate::plan::search::DECIDED;
use crate::plan::standing::stood_well;
use crate::plan::{Digital, Duty, Ledger, Pattern, Period, Placement, Slot};

/// The days before the first session in which a run is not set to begin anew: people must be told.
const TOLD: u64 = 14;

/// The least that moving a decided run weighs: more than moving several that are only proposed.
const LEAST: i64 = 10;

/// From so many weeks before the first session each week less of notice weighs one more.
const WEEKS: i64 = 26;

/// The ledger of the desk now with the decided runs that stay, and those that can be moved.
pub(super) fn standing<'a>(
    was: &Desk,
    desk: &'a Desk,
    period: Period,
    as_of: NaiveDate,
) -> (Ledger<'a>, Vec<Asks<'a>>) {
    // One that shared its room or a leader with another run already is no news, and is left as it stands.
    let stood_well = stood_well(was);
    let mut ledger = Ledger::of_calendar(desk, period);
    let mut movable = Vec::new();
    for run in desk
        .runs
        .iter()
        .filter(|run| run.state == RunState::Decided)
    {
        let asks = stood_well
            .contains(&run.id)
            .then(|| asks(desk, run, period, as_of))
            .flatten();
        match asks {
            Some(asks) => movable.push(asks),
            None => ledger.take_decided(run),
        }
    }
    (ledger, movable)
}

/// A decided run as one that asks for a place, where it can be moved at all: it has not begun, all of
/// its sessions lie in the plan's days, and its leaders are confirmed.
fn asks<'a>(desk: &'a Desk, run: &'a Run, period: Period, as_of: NaiveDate) -> Option<Asks<'a>> {
    let starts = run.starts.filter(|starts| *starts > as_of)?;
    let sessions = decided_slots(desk, run);
    let inside = |slot: &Slot| (period.from..=period.until).contains(&slot.date);
    if sessions.is_empty() || !sessions.iter().all(inside) {
        return None;
    }
    let position = |id: &RoomId| desk.rooms.iter().position(|room| room.id == *id);
    let first = |own: usize, others: Vec<usize>| {
        let others = others.into_iter().filter(|at| *at != own);
        [own].into_iter().chain(others).collect::<Vec<usize>>()
    };
    let room = match &run.room {
        None => None,
        Some(id) => Some(first(position(id)?, rooms_that_do(desk, run))),
    };
    // A group without a stated room has none booked, here or elsewhere.
    let mut hubs = Vec::new();
    let mut followed_in = Vec::new();
    for hub in hubs_of(desk, &run.id) {
        if let Some(id) = &hub.room {
            let mut wanted = HubWanted::of(desk, hub);
            wanted.rooms = first(position(id)?, wanted.rooms);
            hubs.push(wanted);
            followed_in.push((hub.organisation.clone(), id.clone()));
        }
    }
    if run.leaders.len() + hubs.len() > LEADERS {
        return None;
    }
    let mut leaders = Vec::with_capacity(run.leaders.len());
    let mut led_by = Vec::with_capacity(run.leaders.len());
    for id in &run.leaders {
        let at = desk.leaders.iter().position(|own| own.id == *id)?;
        let own = desk.leaders.get(at)?;
        if own.state != LeaderState::Confirmed {
            return None;
        }
        let (competence, others) = could_lead(desk, run, own)?;
        led_by.push((competence.clone(), id.clone()));
        let others = others.filter(|other| *other != at);
        leaders.push((competence, [at].into_iter().chain(others).collect()));
    }
    let earliest = as_of.checked_add_days(Days::new(TOLD))?;
    let days = Period {
        from: period.from.max(earliest),
        until: period.until,
    };
    let offer = desk.offer(&run.offer)?;
    let count = crate::plan::facts::sessions(run, offer).into_known()?;
    let weeks = (starts - as_of).num_days() / 7;
    Some(Asks {
        run,
        class: DECIDED,
        wanted: Some(Wanted {
            pattern: Pattern::of(desk, run, count, days, None),
            rooms: room,
            hubs,
            digital: Digital::No,
            leaders,
            format: run.format.or(offer.format),
            budgets: paying(desk, run).map(|own| own.id.clone()).collect(),
        }),
        stands: Some(Stands {
            placement: Placement {
                sessions,
                room: run.room.clone(),
                hubs: followed_in,
                leaders: led_by,
                format: run.format.or(offer.format).into_known(),
            },
            weight: LEAST + (WEEKS - weeks).max(0),
        }),
    })
}

/// What a leader does in a run, and who else could. `None` for a leader without any competence.
fn could_lead<'a>(
    desk: &'a Desk,
    run: &Run,
    leader: &Leader,
) -> Option<(Slug, impl Iterator<Item = usize> + 'a)> {
    let duty = Duty::of(desk, run, leader);
    let competence = duty.needed.first().or(leader.competences.first())?.clone();
    let others = desk.leaders.iter().enumerate();
    let others = others.filter(move |(_, other)| duty.is_for(other));
    Some((competence, others.map(|(at, _)| at)))
}
