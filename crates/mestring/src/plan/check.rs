//! A small checker of plans, written apart from the planner: it trusts nothing but the desk.

use std::collections::BTreeMap;

use mestring_data::holiday::is_holiday;
use mestring_model::id::RunId;
use mestring_model::noun::{
    BudgetKind, BusyKind, Format, Hub, LeaderState, Run, RunState, Weekday,
};
use mestring_model::{Desk, Fact};

use super::{Digital, Outcome, Placement, Plan, PlannedRun, Slot};

/// A rule of planning that a plan breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// A room or leader is used twice at the same time.
    #[error("`{what}` is used twice at the same time, by `{first}` and `{second}`")]
    TakenTwice {
        /// The room or leader.
        what: String,
        /// One run.
        first: RunId,
        /// The other.
        second: RunId,
    },
    /// A run has sessions at a time, or with somebody or something, that it cannot have.
    #[error("`{run}`: {why}")]
    NotAllowed {
        /// The run.
        run: RunId,
        /// What is wrong.
        why: &'static str,
    },
    /// A budget is overdrawn.
    #[error("the budget `{budget}` is overdrawn")]
    Overdrawn {
        /// The budget.
        budget: String,
    },
}

/// Checks a plan against its desk: no room or leader twice at the same time, nobody unconfirmed,
/// seats and competences right, a room for whatever may not be held without and for each group that
/// follows it elsewhere, sessions in the window,
/// on days on which the centre holds some and no earlier than the course is ready, begun in the days of
/// its budgets, no budget overdrawn by the plan.
///
/// # Errors
/// Gives every violation.
pub fn check(desk: &Desk, plan: &Plan) -> Result<(), Vec<Violation>> {
    let (mut wrong, mut not_allowed) = (Vec::new(), Vec::new());
    let mut taken: BTreeMap<(String, Slot), RunId> = BTreeMap::new();
    let mut drawn: BTreeMap<&str, i64> = BTreeMap::new();
    for planned in &plan.runs {
        let (Some(run), Outcome::Placed(placement)) =
            (desk.runs.get(planned.index), &planned.outcome)
        else {
            continue;
        };
        let mut not = |why| not_allowed.push((planned.run.clone(), why));
        if run.state != RunState::Wished {
            not("the run is not wished for");
        }
        let first = placement.sessions.first().map(|slot| slot.date);
        if let Some(lead) = planned.ways.lead
            && first.is_none_or(|first| first < lead.from)
        {
            not("it begins before it is ready");
        }
        check_room(desk, planned, run, placement, &mut not);
        check_hubs(desk, planned, run, placement, &mut not);
        if placement.leaders.len() != run.needs.len() {
            not("the leaders are not as many as the run needs");
        }
        for (competence, leader) in &placement.leaders {
            let Some(leader) = desk.leaders.iter().find(|own| own.id == *leader) else {
                not("a leader does not exist");
                continue;
            };
            if leader.state != LeaderState::Confirmed || !leader.competences.contains(competence) {
                not("a leader is not confirmed or lacks the competence");
            }
        }
        for slot in &placement.sessions {
            if is_closed(desk, run, slot) {
                not("a session lies on a closed day or in a school break");
            }
            if is_holiday(slot.date)
                || slot.date < plan.period.from
                || slot.date > plan.period.until
                || run.earliest.is_some_and(|earliest| slot.date < earliest)
            {
                not("a session lies on a holiday or outside the period");
            }
            let elsewhere = placement.hubs.iter().map(|(_, room)| room);
            let rooms = placement.room.iter().chain(elsewhere);
            let rooms = rooms.map(|room| format!("room {room}"));
            let leaders = placement
                .leaders
                .iter()
                .map(|(_, leader)| format!("leader {leader}"));
            for what in rooms.chain(leaders) {
                let first = taken.insert((what.clone(), *slot), planned.run.clone());
                if let Some(first) = first {
                    let second = planned.run.clone();
                    wrong.push(Violation::TakenTwice {
                        what,
                        first,
                        second,
                    });
                }
            }
        }
        for budget in run
            .budgets
            .iter()
            .filter_map(|id| desk.budgets.iter().find(|b| b.id == *id))
        {
            let needs = match budget.kind {
                BudgetKind::Money => run.cost.map(|cost| cost.0),
                BudgetKind::AdviserHours => run.adviser_hours.map(|h| i64::from(h.minutes())),
            };
            let paid = first.is_some_and(|first| budget.from <= first && first <= budget.until);
            if needs != Fact::Known(0) && !paid {
                not("it begins on a day that a budget it draws on does not have");
            }
            if let Fact::Known(needs) = needs {
                *drawn.entry(budget.id.as_str()).or_default() += needs;
            }
        }
    }
    for budget in &desk.budgets {
        let amount = match budget.kind {
            BudgetKind::Money => budget.amount.map_or(0, |amount| amount.0),
            BudgetKind::AdviserHours => budget.hours.map_or(0, |hours| i64::from(hours.minutes())),
        };
        if drawn
            .get(budget.id.as_str())
            .is_some_and(|drawn| *drawn > amount)
        {
            wrong.push(Violation::Overdrawn {
                budget: budget.id.to_string(),
            });
        }
    }
    let named = not_allowed
        .into_iter()
        .map(|(run, why)| Violation::NotAllowed { run, why });
    wrong.extend(named);
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// A room that is large enough and equipped; none only for a format that needs none, or for a run that
/// a verdict lets be held digitally and that is said to be.
fn check_room(
    desk: &Desk,
    planned: &PlannedRun,
    run: &Run,
    placement: &Placement,
    not: &mut dyn FnMut(&'static str),
) {
    let offer = desk.offer(&run.offer);
    let asked = run
        .format
        .or(offer.map_or(Fact::NotStated, |offer| offer.format));
    let Some(id) = &placement.room else {
        let instead = planned.ways.digital != Digital::No;
        match asked {
            Fact::Known(
                Format::DigitalLive | Format::SelfPaced | Format::Anonymous | Format::Telephone,
            ) => {}
            _ if !instead => not("it has no room and may not be held without"),
            _ if placement.format != Some(Format::DigitalLive) => {
                not("it has no room and is not said to be digital");
            }
            _ => {}
        }
        return;
    };
    if placement.format != asked.into_known() {
        not("it has a room and another format than was asked for");
    }
    let Some(room) = desk.rooms.iter().find(|own| own.id == *id) else {
        not("the room does not exist");
        return;
    };
    let seats = offer.map_or(Fact::NotStated, |offer| {
        offer.seats.map(|seats| seats.most())
    });
    let needs = run.seats.or(seats).or(run.participants).into_known();
    if needs.is_some_and(|needs| room.seats.into_known().is_none_or(|seats| seats < needs)) {
        not("the room is too small");
    }
    if !run.equipment.iter().all(|own| room.equipment.contains(own)) {
        not("the room lacks equipment");
    }
    if room.hub_only == Some(true) {
        not("runs are only followed in the room, and not held there");
    }
}

/// A room for each group that follows the run elsewhere, of the right organisation, large enough and
/// equipped; none only where a run that was asked for in a room is held digitally, all from home.
fn check_hubs(
    desk: &Desk,
    planned: &PlannedRun,
    run: &Run,
    placement: &Placement,
    not: &mut dyn FnMut(&'static str),
) {
    let mut rows: Vec<&Hub> = desk.hubs.iter().filter(|own| own.run == run.id).collect();
    rows.sort_by_key(|own| (&own.organisation, own.seats, &own.equipment));
    let needs_room = super::needs_room(
        run.format.or(desk
            .offer(&run.offer)
            .map_or(Fact::NotStated, |own| own.format)),
    );
    if planned.ways.digital != Digital::No && needs_room && placement.room.is_none() {
        if !placement.hubs.is_empty() {
            not("it has rooms elsewhere, and all follow it from home");
        }
        return;
    }
    if rows.len() != placement.hubs.len() {
        not("the rooms elsewhere are not as many as the groups that follow it there");
    }
    for (row, (organisation, id)) in rows.iter().zip(&placement.hubs) {
        let Some(room) = desk.rooms.iter().find(|own| own.id == *id) else {
            not("a room elsewhere does not exist");
            continue;
        };
        if *organisation != row.organisation || room.organisation.as_ref() != Some(organisation) {
            not("a room elsewhere is not one of the organisation");
        }
        let (needs, holds) = (row.seats.into_known(), room.seats.into_known());
        if needs.is_some_and(|needs| holds.is_none_or(|holds| holds < needs)) {
            not("a room elsewhere is too small");
        }
        if !row.equipment.iter().all(|own| room.equipment.contains(own)) {
            not("a room elsewhere lacks equipment");
        }
    }
}

/// Whether the calendar closes the whole centre to the run at a time.
fn is_closed(desk: &Desk, run: &Run, slot: &Slot) -> bool {
    desk.calendar.iter().any(|row| {
        let for_all = row.room.is_none() && row.leader.is_none();
        let stops = row.kind == Some(BusyKind::Closed)
            || (row.kind == Some(BusyKind::SchoolBreak) && run.in_breaks != Some(true));
        let last = row.until.unwrap_or(row.from);
        let weekday = Weekday::of(slot.date);
        for_all
            && stops
            && row.from <= slot.date
            && slot.date <= last
            && (row.weekdays.is_empty() || row.weekdays.contains(&weekday))
            && (row.half_days.is_empty() || row.half_days.contains(&slot.half_day))
    })
}
