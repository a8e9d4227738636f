//! The plan, what moves in it, and what a freed room could hold, as columns.

use mestring::decide::compare::RunsCompared;
use mestring::decide::{Above, FreedOption, Proposal};
use mestring::plan::{
    Change, Lack, Outcome, Placement, PlannedRun, Reason, Remedy, Shortage, Slot,
};
use mestring_model::Desk;
use mestring_model::noun::{BudgetKind, Run};
use mestring_model::term::Term;
use mestring_rules::Kind;

use super::{Columns, count, dates, text, texts, whole, yes_no};
use crate::score::{answers_as, missing};

/// Every wished run in the order of priority: what it gets or lacks, and what each rule answered.
pub fn plan(desk: &Desk, proposal: &Proposal) -> Columns {
    let planned = &proposal.plan.runs;
    let mut columns = vec![
        whole("rank", (1..=planned.len()).map(count)),
        whole("class", planned.iter().map(|own| count(own.class))),
        text("run", planned.iter().map(|own| Some(own.run.to_string()))),
        text(
            "offer",
            planned
                .iter()
                .map(|own| Some(run(desk, own)?.offer.to_string())),
        ),
        text("title", planned.iter().map(|own| title(desk, own.index))),
        yes_no(
            "placed",
            planned.iter().map(|own| Some(placement(own).is_some())),
        ),
        dates(
            "first",
            planned
                .iter()
                .map(|own| Some(placement(own)?.sessions.first()?.date)),
        ),
        texts(
            "sessions",
            planned
                .iter()
                .map(|own| Some(sessions(&placement(own)?.sessions))),
        ),
        text(
            "room",
            planned
                .iter()
                .map(|own| Some(placement(own)?.room.as_ref()?.to_string())),
        ),
        texts(
            "hubs",
            planned.iter().map(|own| Some(hubs(placement(own)?))),
        ),
        texts(
            "leaders",
            planned.iter().map(|own| Some(leaders(placement(own)?))),
        ),
        text(
            "format",
            planned
                .iter()
                .map(|own| Some(placement(own)?.format?.code().to_owned())),
        ),
        text(
            "may_be_digital",
            planned
                .iter()
                .map(|own| Some(own.ways.digital.code().to_owned())),
        ),
        yes_no(
            "digital_instead",
            planned.iter().map(|own| Some(own.is_digital_instead())),
        ),
        texts("lacks", planned.iter().map(|own| Some(lacks(own)))),
        texts("held_by", planned.iter().map(|own| Some(held_by(own)))),
        text(
            "proof",
            planned.iter().map(|own| Some(proof(own)?.to_owned())),
        ),
        texts(
            "would_let_in",
            planned
                .iter()
                .map(|own| Some(own.remedies()?.iter().map(remedy).collect())),
        ),
        yes_no(
            "decided",
            planned.iter().map(|own| Some(own.decided.is_some())),
        ),
        text(
            "above_next",
            proposal
                .runs
                .iter()
                .map(|own| Some(above(proposal, own.above_next.as_ref()?))),
        ),
        texts(
            "cannot_tell",
            proposal.runs.iter().map(|own| {
                let verdicts = own
                    .verdicts
                    .iter()
                    .chain(&own.requirements)
                    .chain(&own.format);
                Some(missing(verdicts))
            }),
        ),
    ];
    for (at, rule) in proposal.criteria.iter().enumerate() {
        let answers = proposal
            .runs
            .iter()
            .map(|own| own.verdicts.get(at).map(|v| &v.answer));
        columns.push((
            rule.name.clone(),
            answers_as(Kind::Priority.takes(), answers),
        ));
    }
    for (at, rule) in proposal.requirements.iter().enumerate() {
        let answers = proposal
            .runs
            .iter()
            .map(|own| own.requirements.get(at).map(|v| &v.answer));
        columns.push((
            rule.name.clone(),
            answers_as(Kind::Requirement.takes(), answers),
        ));
    }
    let formats = proposal
        .runs
        .iter()
        .map(|own| own.format.as_ref().map(|v| &v.answer));
    columns.push((
        "proposed_format".to_owned(),
        answers_as(Kind::Format.takes(), formats),
    ));
    columns
}

/// The runs whose rank, class or outcome other packs change; no rows where none were compared.
pub fn moved(compared: Option<&RunsCompared>) -> Columns {
    let moves = compared.map(|own| own.moved.as_slice()).unwrap_or_default();
    vec![
        text("run", moves.iter().map(|own| Some(own.run.to_string()))),
        whole(
            "rank_before",
            moves.iter().map(|own| count(own.rank_before)),
        ),
        whole("rank_after", moves.iter().map(|own| count(own.rank_after))),
        whole(
            "class_before",
            moves.iter().map(|own| count(own.class_before)),
        ),
        whole(
            "class_after",
            moves.iter().map(|own| count(own.class_after)),
        ),
        yes_no(
            "placed_before",
            moves.iter().map(|own| Some(own.placed_before)),
        ),
        yes_no(
            "placed_after",
            moves.iter().map(|own| Some(own.placed_after)),
        ),
        text(
            "passed",
            moves
                .iter()
                .map(|own| Some(own.because.as_ref()?.0.to_string())),
        ),
        text(
            "by",
            moves
                .iter()
                .map(|own| Some(above(&compared?.after, &own.because.as_ref()?.1))),
        ),
    ]
}

/// The runs that could use a room that became free.
pub fn freed(desk: &Desk, options: &[FreedOption]) -> Columns {
    vec![
        text("run", options.iter().map(|own| Some(own.run.to_string()))),
        text("title", options.iter().map(|own| title(desk, own.index))),
        whole("class", options.iter().map(|own| count(own.class))),
        texts(
            "sessions",
            options.iter().map(|own| Some(sessions(&own.sessions))),
        ),
        yes_no("as_hub", options.iter().map(|own| Some(own.as_hub))),
        texts(
            "lacks",
            options
                .iter()
                .map(|own| Some(own.shortages.iter().map(lack).collect())),
        ),
    ]
}

fn run<'a>(desk: &'a Desk, planned: &PlannedRun) -> Option<&'a Run> {
    desk.runs.get(planned.index)
}

pub(super) fn title(desk: &Desk, index: usize) -> Option<String> {
    let offer = desk.offer(&desk.runs.get(index)?.offer)?;
    Some(offer.title.clone())
}

fn placement(planned: &PlannedRun) -> Option<&Placement> {
    match &planned.outcome {
        Outcome::Placed(placement) => Some(placement),
        Outcome::Refused(_) => None,
    }
}

/// Sessions as `2026-12-01 morning`.
pub(super) fn sessions(slots: &[Slot]) -> Vec<String> {
    slots
        .iter()
        .map(|slot| format!("{} {}", slot.date, slot.half_day.code()))
        .collect()
}

/// Rooms in which groups follow a run, as `organisation: room`.
pub(super) fn hubs(placement: &Placement) -> Vec<String> {
    let hubs = placement.hubs.iter();
    hubs.map(|(organisation, room)| format!("{organisation}: {room}"))
        .collect()
}

/// Leaders as `competence: role`.
pub(super) fn leaders(placement: &Placement) -> Vec<String> {
    let leaders = placement.leaders.iter();
    leaders
        .map(|(competence, leader)| format!("{competence}: {leader}"))
        .collect()
}

fn lacks(planned: &PlannedRun) -> Vec<String> {
    match &planned.outcome {
        Outcome::Placed(_) => Vec::new(),
        Outcome::Refused(refusal) => refusal.shortages.iter().map(lack).collect(),
    }
}

/// The runs that hold what this one lacks, each once.
fn held_by(planned: &PlannedRun) -> Vec<String> {
    let Outcome::Refused(refusal) = &planned.outcome else {
        return Vec::new();
    };
    let mut runs: Vec<String> = Vec::new();
    for holder in refusal.shortages.iter().flat_map(|own| &own.held_by) {
        let run = holder.run.to_string();
        if !runs.contains(&run) {
            runs.push(run);
        }
    }
    runs
}

/// Whether a refusal is proven, and by what; `None` for a run that is placed.
fn proof(planned: &PlannedRun) -> Option<&'static str> {
    match &planned.outcome {
        Outcome::Placed(_) => None,
        Outcome::Refused(refusal) => Some(refusal.certainty.code()),
    }
}

/// A change as its code and what it is about, and the runs that lose a place by it: `leader: diabetes at
/// 2027-01-11 morning, …, loses R7`.
fn remedy(remedy: &Remedy) -> String {
    let change = change(remedy);
    if remedy.loses.is_empty() {
        return change;
    }
    let runs: Vec<&str> = remedy.loses.iter().map(|run| run.as_str()).collect();
    format!("{change}, loses {}", runs.join(" "))
}

fn change(remedy: &Remedy) -> String {
    let at = |slots: &[Slot]| sessions(slots).join(", ");
    match &remedy.change {
        Change::StartLater { until } => format!("start_later: {until}"),
        Change::StartEarlier { from } => format!("start_earlier: {from}"),
        Change::Weekday { weekday } => format!("weekday: {}", weekday.code()),
        Change::HalfDay { half_day } => format!("half_day: {}", half_day.code()),
        Change::Ready { from } => format!("ready: {from}"),
        Change::InBreaks => "in_breaks".to_owned(),
        Change::OpenThen { slots } => format!("open_then: {}", at(slots)),
        Change::Confirm { leader, .. } => format!("confirm: {leader}"),
        Change::LeaderThen { leader, slots } => format!("leader_then: {leader} at {}", at(slots)),
        Change::HalfDays { leader, more } => format!("half_days: {leader} {more} more"),
        Change::Leader { competence, slots } => format!("leader: {competence} at {}", at(slots)),
        Change::RoomThen { room, slots } => format!("room_then: {room} at {}", at(slots)),
        Change::Equip { room, equipment } => {
            let equipment: Vec<&str> = equipment.iter().map(|own| own.as_str()).collect();
            format!("equip: {room} with {}", equipment.join(", "))
        }
        Change::Room {
            organisation,
            seats,
            slots,
            ..
        } => {
            let of = organisation.as_ref();
            let of = of.map_or_else(String::new, |own| format!("of {own} "));
            let seats = seats.map_or_else(String::new, |seats| format!("{seats} seats "));
            format!("room: {of}{seats}at {}", at(slots))
        }
        Change::Budget { budget, kind, more } => {
            let unit = match kind {
                BudgetKind::Money => "øre",
                BudgetKind::AdviserHours => "minutes",
            };
            format!("budget: {budget} {more} {unit} more")
        }
    }
}

/// A lack as its code and what it is about: `no_leader: diabetes`. Rooms and leaders that are there
/// and cannot be had say why: `_taken`, `_not_open`, `_at_limit`, or `_not_free` for several reasons.
pub(super) fn lack(shortage: &Shortage) -> String {
    let reason = shortage.reason().unwrap_or(Reason::Several).code();
    match &shortage.lack {
        Lack::DecidedAgainst { role, on } => format!("decided_against: {role} {on}"),
        Lack::NotStated { column } => format!("not_stated: {column}"),
        Lack::Window => "window".to_owned(),
        Lack::LeadTime { weeks, from } => format!("lead_time: {weeks} weeks, from {from}"),
        Lack::Closed => "closed".to_owned(),
        Lack::BudgetDays { budgets, .. } => {
            let budgets: Vec<&str> = budgets.iter().map(|own| own.as_str()).collect();
            format!("budget_days: {}", budgets.join(", "))
        }
        Lack::NoRoom => "no_room".to_owned(),
        Lack::RoomTooSmall { needs, .. } => format!("room_too_small: needs {needs}"),
        Lack::Equipment { missing } => {
            let missing: Vec<&str> = missing.iter().map(|own| own.as_str()).collect();
            format!("equipment: {}", missing.join(", "))
        }
        Lack::FreedTooSmall { needs, .. } => format!("freed_too_small: needs {needs}"),
        Lack::FreedEquipment { missing } => {
            let missing: Vec<&str> = missing.iter().map(|own| own.as_str()).collect();
            format!("freed_equipment: {}", missing.join(", "))
        }
        Lack::Room => format!("room_{reason}"),
        Lack::NoHubRoom { organisation, .. } => format!("no_hub_room: {organisation}"),
        Lack::HubRoom { organisation } => format!("hub_room_{reason}: {organisation}"),
        Lack::NoLeader { competence, .. } => format!("no_leader: {competence}"),
        Lack::Leader { competence, .. } => format!("leader_{reason}: {competence}"),
        Lack::SameLeader { competences, .. } => {
            let competences: Vec<&str> = competences.iter().map(|own| own.as_str()).collect();
            format!("same_leader: {}", competences.join(", "))
        }
        Lack::TooManyNeeds { needs, .. } => format!("too_many_needs: {needs}"),
        Lack::Budget { budget, .. } => format!("budget: {budget}"),
    }
}

/// What put a run above the next: a criterion's name, `points`, `longest_since_held` or `draw`.
fn above(proposal: &Proposal, above: &Above) -> String {
    match above {
        Above::Criterion(at) => {
            let rule = proposal.criteria.get(*at);
            rule.map_or_else(|| "criterion".to_owned(), |rule| rule.name.clone())
        }
        Above::Points => "points".to_owned(),
        Above::LongestSinceHeld => "longest_since_held".to_owned(),
        Above::Draw => "draw".to_owned(),
    }
}
