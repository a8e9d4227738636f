//! Proposals, freed rooms, and what another pack would move.

use std::borrow::Borrow;

use mestring_model::Desk;
use mestring_model::id::{OrganisationId, RoomId, Slug};
use mestring_model::noun::BudgetKind;
use mestring_model::term::Term;
use serde_json::{Map, Value, json};

use super::answer::{facts, verdict};
use super::badly_placed::badly_placed;
use super::date;
use crate::decide::{
    Above, FreedNote, FreedOption, Moved, PackRef, Proposal, RankedRun, RuleTitle,
};
use crate::plan::{
    Certainty, Change, Drawn, Holder, Lack, Obstacle, Order, Outcome, Placement, PlanLevel,
    PlannedRun, Reason, Remedy, Resource, Shortage, Slot, Sureness, Why,
};
use crate::report::price::only;
use crate::topics::{GroupReading, ReadBy};

/// The proposal: criteria, requirements, and every run in the order of priority.
pub fn proposal(desk: &Desk, proposal: &Proposal) -> Value {
    let runs = proposal.plan.runs.iter().zip(&proposal.runs).enumerate();
    let runs: Vec<Value> = runs
        .map(|(at, (planned, ranked))| run(desk, proposal, at, planned, ranked))
        .collect();
    json!({
        "decided": false,
        "period": {
            "from": date(proposal.plan.period.from),
            "until": date(proposal.plan.period.until),
        },
        "pack": pack(&proposal.pack),
        // A whole number above 2^53 would not survive a reader that uses floats.
        "seed": proposal.seed.to_string(),
        "criteria": proposal.criteria.iter().map(rule).collect::<Vec<_>>(),
        "classifying": proposal.classifying,
        "requirements": proposal.requirements.iter().map(rule).collect::<Vec<_>>(),
        "order": match proposal.plan.order {
            Order::Strict => "strict",
            Order::MostValue => "most_participants",
        },
        "levels": proposal.plan.levels.iter().map(level).collect::<Vec<_>>(),
        "stopped": proposal.plan.stopped,
        "runs": runs,
        "badly_placed": badly_placed(desk, &proposal.badly_placed),
    })
}

/// What the most participants cost: the classes by both orders, and the runs that only one places.
pub fn price(strict: &Proposal, most: &Proposal) -> Value {
    let runs = |first, second| {
        let only = only(first, second);
        only.iter().map(|own| own.run.as_str()).collect::<Vec<_>>()
    };
    let levels = |own: &Proposal| own.plan.levels.iter().map(level).collect::<Vec<_>>();
    json!({
        "strict": levels(strict),
        "most_participants": levels(most),
        "loses": runs(strict, most),
        "gains": runs(most, strict),
    })
}

/// What keeps sessions away from a room at a time, and the runs that could use it, in order, with what each
/// lacks.
pub fn freed(
    desk: &Desk,
    (room, freed): (&RoomId, Slot),
    notes: &[FreedNote],
    options: &[FreedOption],
) -> Value {
    let options: Vec<Value> = options
        .iter()
        .map(|option| {
            json!({
                "run": option.run.as_str(),
                "title": title(desk, option.index),
                "class": option.class,
                "sessions": option.sessions.iter().map(slot).collect::<Vec<_>>(),
                "as_hub": option.as_hub,
                "shortages": option.shortages.iter().map(shortage).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "decided": false,
        "room": room.as_str(),
        "slot": slot(&freed),
        "notes": notes.iter().map(note).collect::<Vec<_>>(),
        "options": options,
    })
}

fn note(note: &FreedNote) -> Value {
    let what = note.code();
    match note {
        FreedNote::Held { run } => json!({ "what": what, "run": run.as_str() }),
        FreedNote::NotOpen {
            weekdays,
            half_days,
        } => json!({
            "what": what,
            "weekdays": weekdays.iter().map(|own| own.code()).collect::<Vec<_>>(),
            "half_days": half_days.iter().map(|own| own.code()).collect::<Vec<_>>(),
        }),
        FreedNote::OutOfUse { from, until } => {
            json!({ "what": what, "from": from.map(date), "until": until.map(date) })
        }
        FreedNote::Holiday | FreedNote::Closed | FreedNote::SchoolBreak | FreedNote::Weekend => {
            json!({ "what": what })
        }
    }
}

/// The runs that another pack moves.
pub fn moved(before: &Proposal, after: &Proposal, moved: &[Moved]) -> Value {
    let runs = moved_runs(after, moved);
    json!({ "before": pack(&before.pack), "after": pack(&after.pack), "runs": runs })
}

pub(super) fn moved_runs(after: &Proposal, moved: &[Moved]) -> Vec<Value> {
    moved
        .iter()
        .map(|own| {
            let because = own.because.as_ref().map(
                |(other, reason)| json!({ "run": other.as_str(), "above": above(&after.criteria, reason) }),
            );
            json!({
                "run": own.run.as_str(),
                "rank_before": own.rank_before,
                "rank_after": own.rank_after,
                "class_before": own.class_before,
                "class_after": own.class_after,
                "placed_before": own.placed_before,
                "placed_after": own.placed_after,
                "because": because,
            })
        })
        .collect()
}

pub(super) fn pack(pack: &PackRef) -> Value {
    json!({ "name": pack.name, "version": pack.version, "hash": pack.hash })
}

pub(super) fn rule(rule: &RuleTitle) -> Value {
    let [en, nb, nn] = &rule.titles;
    json!({
        "name": rule.name,
        "title": { "en": en, "nb": nb, "nn": nn },
        "origin": rule.origin,
        "number": rule.number.as_ref().map(|number| {
            json!({ "unit": number.unit, "negated": number.negated })
        }),
    })
}

fn run(
    desk: &Desk,
    proposal: &Proposal,
    at: usize,
    planned: &PlannedRun,
    ranked: &RankedRun,
) -> Value {
    json!({
        "run": planned.run.as_str(),
        "title": title(desk, planned.index),
        "rank": at + 1,
        "class": planned.class,
        "outcome": outcome(&planned.outcome),
        "may_be_digital": planned.ways.digital.code(),
        "digital_instead": planned.is_digital_instead(),
        "starts_by_deadline": desk.runs.get(planned.index).and_then(|run| {
            planned.starts_by_deadline(run).into_known()
        }),
        "lead": planned.ways.lead.map(|own| json!({ "weeks": own.weeks, "from": date(own.from) })),
        "decided_by": planned.decided.map(|at| decided(desk, at)),
        "above_next": ranked.above_next.as_ref().map(|own| above(&proposal.criteria, own)),
        "places": ranked.places.map(|own| json!({ "best": own.best, "worst": own.worst })),
        "criteria": ranked.verdicts.iter().map(verdict).collect::<Vec<_>>(),
        "requirements": ranked.requirements.iter().map(verdict).collect::<Vec<_>>(),
        "format": ranked.format.as_ref().map(verdict),
        "facts": facts(&ranked.facts.row()),
        "readings": ranked.readings.iter().map(reading).collect::<Vec<_>>(),
    })
}

/// What somebody decided about a run; `null` for a row that the desk does not have.
pub(super) fn decided(desk: &Desk, at: usize) -> Value {
    let own = desk.verdicts.get(at).map(|own| {
        json!({
            "role": own.role,
            "on": date(own.on),
            "answer": own.answer,
            "reason": own.reason,
        })
    });
    own.into()
}

/// A target group that no row states, with what it was read from.
pub(super) fn reading(reading: &GroupReading) -> Value {
    json!({
        "target_group": reading.group.as_str(),
        "topic": reading.topic.as_ref().map(|topic| topic.as_str()),
        "by": match reading.by {
            ReadBy::OwnTopics => "own_topics",
            ReadBy::TopicList => "topic_list",
            ReadBy::People => "people",
        },
    })
}

pub(super) fn title(desk: &Desk, index: usize) -> Option<&str> {
    let run = desk.runs.get(index)?;
    desk.offer(&run.offer).map(|offer| offer.title.as_str())
}

/// Sessions with what they use.
pub(super) fn placement(own: &Placement) -> Value {
    Value::Object(placement_keys(own))
}

/// Where groups follow a run elsewhere.
pub(super) fn hubs(own: &[(OrganisationId, RoomId)]) -> Value {
    let hubs = own.iter().map(|(organisation, room)| {
        json!({ "organisation": organisation.as_str(), "room": room.as_str() })
    });
    json!(hubs.collect::<Vec<_>>())
}

fn placement_keys(own: &Placement) -> Map<String, Value> {
    let leaders = own.leaders.iter().map(|(competence, leader)| {
        json!({ "competence": competence.as_str(), "leader": leader.as_str() })
    });
    let sessions = own.sessions.iter().map(slot);
    let keys = [
        ("sessions", json!(sessions.collect::<Vec<_>>())),
        ("room", json!(own.room.as_ref().map(|room| room.as_str()))),
        ("hubs", hubs(&own.hubs)),
        ("leaders", json!(leaders.collect::<Vec<_>>())),
        ("format", json!(own.format.map(Term::code))),
    ];
    let keys = keys.into_iter();
    keys.map(|(key, value)| (key.to_owned(), value)).collect()
}

pub(super) fn outcome(outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Placed(own) => {
            let mut value = placement_keys(own);
            value.insert("placed".to_owned(), true.into());
            value.insert("considered".to_owned(), true.into());
            Value::Object(value)
        }
        Outcome::Refused(refusal) => {
            json!({
                "placed": false,
                "considered": refusal.is_considered(),
                "shortages": refusal.shortages.iter().map(shortage).collect::<Vec<_>>(),
                "each_enough_alone": refusal.each_enough_alone,
                "certainty": certainty(&refusal.certainty),
                "remedies": refusal.remedies.as_ref().map(|own| {
                    own.iter().map(remedy).collect::<Vec<_>>()
                }),
            })
        }
    }
}

/// Whether a refusal is proven, and by which runs.
fn certainty(own: &Certainty) -> Value {
    let runs: &[Holder] = match own {
        Certainty::Drawn { by: runs, .. }
        | Certainty::Full { by: runs, .. }
        | Certainty::Conflict { with: runs } => runs,
        Certainty::NotWeighed | Certainty::NoWay | Certainty::NotProven => &[],
    };
    let (budget, leader) = match own {
        Certainty::Drawn { on, .. } => match on {
            Drawn::Budget(id) => (Some(id.as_str()), None),
            Drawn::HalfDays(id) => (None, Some(id.as_str())),
        },
        _ => (None, None),
    };
    json!({
        "what": own.code(),
        "proven": own.is_proven(),
        "budget": budget,
        "leader": leader,
        "of": match own {
            Certainty::Full { of, .. } => of.iter().map(of_resource).collect::<Vec<_>>(),
            _ => Vec::new(),
        },
        "half_days_missing": match own {
            Certainty::Full { missing, .. } => Some(missing),
            _ => None,
        },
        "runs": runs.iter().map(holder).collect::<Vec<_>>(),
    })
}

/// A change that was verified by planning again with it.
fn remedy(own: &Remedy) -> Value {
    let slots = |slots: &[Slot]| slots.iter().map(slot).collect::<Vec<_>>();
    let words = |words: &[Slug]| {
        let words: Vec<&str> = words.iter().map(|own| own.as_str()).collect();
        json!(words)
    };
    let change = match &own.change {
        Change::StartLater { until } => json!({ "what": "start_later", "until": date(*until) }),
        Change::StartEarlier { from } => json!({ "what": "start_earlier", "from": date(*from) }),
        Change::Weekday { weekday } => json!({ "what": "weekday", "weekday": weekday.code() }),
        Change::HalfDay { half_day } => json!({ "what": "half_day", "half_day": half_day.code() }),
        Change::Ready { from } => json!({ "what": "ready", "from": date(*from) }),
        Change::InBreaks => json!({ "what": "in_breaks" }),
        Change::OpenThen { slots: times } => {
            json!({ "what": "open_then", "slots": slots(times) })
        }
        Change::Confirm { leader, state } => {
            json!({ "what": "confirm", "leader": leader.as_str(), "state": state.code() })
        }
        Change::LeaderThen {
            leader,
            slots: times,
        } => json!({ "what": "leader_then", "leader": leader.as_str(), "slots": slots(times) }),
        Change::HalfDays { leader, more } => {
            json!({ "what": "half_days", "leader": leader.as_str(), "more": more })
        }
        Change::Leader {
            competence,
            slots: times,
        } => json!({
            "what": "leader",
            "competence": competence.as_str(),
            "slots": slots(times),
        }),
        Change::RoomThen { room, slots: times } => {
            json!({ "what": "room_then", "room": room.as_str(), "slots": slots(times) })
        }
        Change::Equip { room, equipment } => {
            json!({ "what": "equip", "room": room.as_str(), "equipment": words(equipment) })
        }
        Change::Room {
            organisation,
            seats,
            equipment,
            slots: times,
        } => json!({
            "what": "room",
            "organisation": organisation.as_ref().map(|own| own.as_str()),
            "seats": seats,
            "equipment": words(equipment),
            "slots": slots(times),
        }),
        Change::Budget { budget, kind, more } => json!({
            "what": "budget",
            "budget": budget.as_str(),
            "unit": unit(*kind),
            "more": more,
        }),
    };
    json!({
        "change": change,
        "sessions": slots(&own.sessions),
        "also": own.also.iter().map(|run| run.as_str()).collect::<Vec<_>>(),
        "loses": own.loses.iter().map(|run| run.as_str()).collect::<Vec<_>>(),
    })
}

/// What the numbers of a budget count.
pub(super) fn unit(kind: BudgetKind) -> &'static str {
    match kind {
        BudgetKind::Money => "ore",
        BudgetKind::AdviserHours => "minutes",
    }
}

fn level(own: &PlanLevel) -> Value {
    let (sureness, bound) = match own.sureness {
        Sureness::Proven => ("proven", None),
        Sureness::ProvenGiven => ("proven_given", None),
        Sureness::AtMost { participants } => ("at_most", Some(participants)),
        Sureness::NotProven => ("not_proven", None),
    };
    json!({
        "class": own.class,
        "runs": own.runs,
        "placed": own.placed,
        "participants": own.participants,
        "participants_unknown": own.unknown,
        "not_weighed": own.not_weighed,
        "refused_unknown": own.refused_unknown,
        "sureness": sureness,
        "at_most": bound,
    })
}

pub(super) fn shortage(own: &Shortage) -> Value {
    json!({
        "lack": lack(&own.lack),
        "reason": own.reason().map(Reason::code),
        "held_by": own.held_by.iter().map(holder).collect::<Vec<_>>(),
        "obstacles": own.obstacles.iter().map(obstacle).collect::<Vec<_>>(),
    })
}

pub(super) fn of_resource(own: &Resource) -> Value {
    let (room, leader) = match own {
        Resource::Room(id) => (Some(id.as_str()), None),
        Resource::Leader(id) => (None, Some(id.as_str())),
    };
    json!({ "room": room, "leader": leader })
}

fn obstacle(own: &Obstacle) -> Value {
    let (room, leader) = match &own.at {
        Resource::Room(id) => (Some(id.as_str()), None),
        Resource::Leader(id) => (None, Some(id.as_str())),
    };
    let why = match &own.why {
        Why::Taken(by) => json!({ "what": "taken", "by": holder(by) }),
        Why::Away => json!({ "what": "away" }),
        Why::NotOpen => json!({ "what": "not_open" }),
        Why::AtLimit {
            limit,
            taken,
            needs,
            leads,
        } => json!({
            "what": "at_limit",
            "limit": limit,
            "taken": taken,
            "needs": needs,
            "leads": leads.iter().map(holder).collect::<Vec<_>>(),
        }),
    };
    json!({
        "room": room,
        "leader": leader,
        "why": why,
        "slots": own.slots.iter().map(slot).collect::<Vec<_>>(),
    })
}

fn holder(holder: &Holder) -> Value {
    json!({ "run": holder.run.as_str(), "class": holder.class })
}

pub(super) fn slot(slot: &Slot) -> Value {
    json!({ "date": date(slot.date), "half_day": slot.half_day.code() })
}

pub(super) fn above<R: Borrow<RuleTitle>>(rules: &[R], above: &Above) -> Value {
    match above {
        Above::Criterion(at) => {
            let name = rules.get(*at).map(|rule| rule.borrow().name.as_str());
            json!({ "by": "criterion", "criterion": name })
        }
        Above::Points => json!({ "by": "points" }),
        Above::LongestSinceHeld => json!({ "by": "longest_since_held" }),
        Above::Draw => json!({ "by": "draw" }),
    }
}

fn lack(lack: &Lack) -> Value {
    match lack {
        Lack::DecidedAgainst { role, on } => {
            json!({ "what": "decided_against", "role": role, "on": date(*on) })
        }
        Lack::NotStated { column } => json!({ "what": "not_stated", "column": column }),
        Lack::Window => json!({ "what": "window" }),
        Lack::LeadTime { weeks, from } => {
            json!({ "what": "lead_time", "weeks": weeks, "from": date(*from) })
        }
        Lack::Closed => json!({ "what": "closed" }),
        Lack::BudgetDays {
            budgets,
            from,
            until,
        } => {
            let budgets: Vec<&str> = budgets.iter().map(|own| own.as_str()).collect();
            json!({
                "what": "budget_days",
                "budgets": budgets,
                "from": date(*from),
                "until": date(*until),
            })
        }
        Lack::NoRoom => json!({ "what": "no_room" }),
        Lack::RoomTooSmall { needs, largest } => {
            json!({ "what": "room_too_small", "needs": needs, "largest": largest })
        }
        Lack::Equipment { missing } => {
            let missing: Vec<&str> = missing.iter().map(|own| own.as_str()).collect();
            json!({ "what": "equipment", "missing": missing })
        }
        Lack::FreedTooSmall { needs, seats } => {
            json!({ "what": "freed_too_small", "needs": needs, "seats": seats })
        }
        Lack::FreedEquipment { missing } => {
            let missing: Vec<&str> = missing.iter().map(|own| own.as_str()).collect();
            json!({ "what": "freed_equipment", "missing": missing })
        }
        Lack::Room => json!({ "what": "room" }),
        Lack::NoHubRoom {
            organisation,
            needs,
        } => json!({
            "what": "no_hub_room",
            "organisation": organisation.as_str(),
            "needs": needs,
        }),
        Lack::HubRoom { organisation } => {
            json!({ "what": "hub_room", "organisation": organisation.as_str() })
        }
        Lack::NoLeader {
            competence,
            needs,
            confirmed,
            asked,
            wished,
        } => json!({
            "what": "no_leader",
            "competence": competence.as_str(),
            "needs": needs,
            "confirmed": confirmed,
            "asked": asked,
            "wished": wished,
        }),
        Lack::Leader {
            competence,
            leaders,
        } => json!({
            "what": "leader",
            "competence": competence.as_str(),
            "leaders": leaders,
        }),
        Lack::SameLeader {
            competences,
            leaders,
        } => json!({
            "what": "same_leader",
            "competences": competences.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
            "leaders": leaders.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
        }),
        Lack::TooManyNeeds { needs, hubs, most } => json!({
            "what": "too_many_needs",
            "needs": needs,
            "hubs": hubs,
            "most": most,
        }),
        Lack::Budget {
            budget,
            kind,
            needs,
            left,
        } => json!({
            "what": "budget",
            "budget": budget.as_str(),
            "unit": unit(*kind),
            "needs": needs,
            "left": left,
        }),
    }
}
