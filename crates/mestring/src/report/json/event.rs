//! What an event opens.

use mestring_model::noun::BudgetKind;
use serde_json::{Value, json};

use super::answer::known;
use super::date;
use super::plan::{freed, moved, slot};
use crate::decide::{BudgetLeft, GivenBack, LeaderGap, OpenSeat, Outlook, RoomGap, Shifted};

/// What an event opens: times in rooms, runs that a new proposal would move, those that come in, and a seat
/// with the roles to ask; and what it takes from decided runs.
pub fn opened(outlook: &Outlook) -> Value {
    let opened = &outlook.opened;
    let slots = opened.slots.iter();
    let slots = slots.map(|own| {
        freed(
            &outlook.desk,
            (&own.room, own.slot),
            &own.notes,
            &own.options,
        )
    });
    json!({
        "decided": false,
        "slots": slots.collect::<Vec<_>>(),
        "moved": moved(&outlook.before, &outlook.after, &opened.moved),
        "comes_in": opened.comes_in.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
        "without_leader": opened.without_leader.iter().map(gap).collect::<Vec<_>>(),
        "without_room": opened.without_room.iter().map(room_gap).collect::<Vec<_>>(),
        "shifted": opened.shifted.iter().map(shifted).collect::<Vec<_>>(),
        "budget": opened.budget.as_ref().map(budget),
        "given_back": opened.given_back.as_ref().map(given_back),
        "seat": opened.seat.as_ref().map(seat),
    })
}

/// A decided run that loses a leader.
pub(super) fn gap(gap: &LeaderGap) -> Value {
    let substitutes = gap.substitutes.iter().map(|own| {
        let competences: Vec<&str> = own.competences.iter().map(|slug| slug.as_str()).collect();
        json!({ "leader": own.leader.as_str(), "competences": competences })
    });
    json!({
        "run": gap.run.as_str(),
        "sessions": gap.sessions.iter().map(slot).collect::<Vec<_>>(),
        "substitutes": substitutes.collect::<Vec<_>>(),
    })
}

/// A decided run that loses a room.
pub(super) fn room_gap(gap: &RoomGap) -> Value {
    let substitutes = gap.substitutes.iter().map(|own| own.as_str());
    json!({
        "run": gap.run.as_str(),
        "room": gap.room.as_str(),
        "sessions": gap.sessions.iter().map(slot).collect::<Vec<_>>(),
        "substitutes": substitutes.collect::<Vec<_>>(),
    })
}

/// A decided run whose sessions move.
pub(super) fn shifted(own: &Shifted) -> Value {
    json!({
        "run": own.run.as_str(),
        "from": own.from.iter().map(slot).collect::<Vec<_>>(),
        "to": own.to.iter().map(slot).collect::<Vec<_>>(),
        "not_free": own.not_free.iter().map(slot).collect::<Vec<_>>(),
    })
}

/// What is left of a budget.
pub(super) fn budget(own: &BudgetLeft) -> Value {
    let draws = own.draws.iter().map(|own| {
        json!({
            "run": own.run.as_str(),
            "needs": known(own.needs.map(Value::from)),
            "overdraws": own.overdraws,
        })
    });
    json!({
        "budget": own.budget.as_str(),
        "unit": unit(own.kind),
        "holds": own.holds,
        "left": own.left,
        "draws": draws.collect::<Vec<_>>(),
    })
}

/// What a cancelled run had.
pub(super) fn given_back(own: &GivenBack) -> Value {
    let budgets = own.budgets.iter().map(|(budget, kind, needs)| {
        json!({
            "budget": budget.as_str(),
            "unit": unit(*kind),
            "needs": known(needs.map(Value::from)),
        })
    });
    json!({
        "run": own.run.as_str(),
        "rooms": own.rooms.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
        "sessions": own.sessions.iter().map(slot).collect::<Vec<_>>(),
        "leaders": own.leaders.iter().map(|own| own.as_str()).collect::<Vec<_>>(),
        "budgets": budgets.collect::<Vec<_>>(),
    })
}

fn unit(kind: BudgetKind) -> &'static str {
    match kind {
        BudgetKind::Money => "ore",
        BudgetKind::AdviserHours => "minutes",
    }
}

pub(super) fn seat(seat: &OpenSeat) -> Value {
    json!({
        "run": seat.run.as_str(),
        "seats": known(seat.seats.map(Value::from)),
        "expected": known(seat.expected.map(Value::from)),
        "free": known(seat.free.map(Value::from)),
        "waiting": known(seat.waiting.map(Value::from)),
        "waiting_since": known(seat.waiting_since.map(date)),
        "ask": seat.ask.iter().map(|leader| leader.as_str()).collect::<Vec<_>>(),
        "organisation": seat.organisation.as_ref().map(|own| own.as_str()),
        // A desk holds no persons, so these stand where the referrals are kept.
        "order_from": format!("mestring next DESK {} --people STORE", seat.run),
        "not_in_desk": ["who_waits", "referred_on", "deadline_on_referral"],
    })
}
