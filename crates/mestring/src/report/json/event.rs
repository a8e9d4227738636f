//! What an event opens.

use serde_json::{Value, json};

use super::answer::known;
use super::date;
use super::plan::{freed, moved, slot};
use crate::decide::{LeaderGap, OpenSeat, Outlook};

/// What an event opens: times in rooms, runs that a new proposal would move, decided runs that lose a
/// leader, and a seat with the roles to ask.
pub fn opened(outlook: &Outlook) -> Value {
    let opened = &outlook.opened;
    let slots = opened.slots.iter();
    let slots = slots.map(|own| freed(&outlook.desk, &own.room, own.slot, &own.options));
    json!({
        "decided": false,
        "slots": slots.collect::<Vec<_>>(),
        "moved": moved(&outlook.before, &outlook.after, &opened.moved),
        "without_leader": opened.without_leader.iter().map(gap).collect::<Vec<_>>(),
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

fn seat(seat: &OpenSeat) -> Value {
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
        "not_in_desk": ["who_waits", "referred_on", "deadline_on_referral"],
    })
}
