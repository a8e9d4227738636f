//! What the service traces: ids and codes, and nothing that a person or a course could be known by.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod support;

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use mestring::model::term::Term;
use serde_json::json;
use support::Running;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt};

/// Everything that is traced, as `name=value`.
#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<String>>>);

impl Visit for Captured {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.lock().unwrap().push(format!("{field}={value:?}"));
    }
}

impl<S: Subscriber> Layer<S> for Captured {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        attributes.record(&mut self.clone());
    }

    fn on_record(&self, _: &Id, values: &Record<'_>, _: Context<'_, S>) {
        values.record(&mut self.clone());
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        event.record(&mut self.clone());
    }
}

#[test]
fn ids_and_codes_are_traced_and_no_free_text() {
    let captured = Captured::default();
    let subscriber = tracing_subscriber::registry().with(captured.clone());
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let running = Running::start(None);
    let desk = running.service.desk();
    let run = desk
        .desk
        .runs
        .iter()
        .find(|run| run.state.code() == "decided")
        .unwrap();
    let run = run.id.as_str();
    let mut client = running.client();
    // Made up, as everything that a client could send by mistake.
    let digits = format!("{}{}", "010100", "12345");
    let person = format!("Kari Nordmann {digits}");
    let person = person.as_str();
    client.get("/proposal");
    client.get(&format!("/Kari%20Nordmann/{digits}?name=Kari"));
    client.get("/proposal?name=Kari%20Nordmann");
    client.get("/schema/Kari-Nordmann");
    for event in [
        json!({ "kind": "room_freed", "room": "kurssal", "date": "2027-01-11", "half_day": "morning" }),
        json!({ "kind": "seat_declined", "run": run }),
        json!({ "kind": "seat_declined", "run": run, "who": person }),
        json!({ "kind": "seat_declined", "run": person }),
        json!({ "kind": person }),
        json!({ "kind": "run_cancelled", "run": run }),
    ] {
        client.post("/events", &event.to_string());
    }
    for events in [
        json!([{ "kind": "seat_declined", "run": run }]),
        json!([{ "kind": "run_cancelled", "run": person }]),
    ] {
        client.post("/what-if", &json!({ "events": events }).to_string());
    }
    client.send("POST", "/events", "text/plain", person);

    let lines = captured.0.lock().unwrap().clone();
    let all = lines.join("\n").to_lowercase();
    for told in [
        "route=\"/proposal\"",
        "route=\"/events\"",
        "route=\"/what-if\"",
        "events=1",
        "route=\"none\"",
        "kind=\"run_cancelled\"",
        "room=kurssal",
        &format!("run={}", run.to_lowercase()),
        "code=\"s001\"",
        "status=200",
        "status=404",
        "milliseconds=",
    ] {
        assert!(all.contains(told), "{told} is not traced:\n{all}");
    }
    let titles = desk.desk.offers.iter().map(|own| own.title.as_str());
    let roles = desk.desk.leaders.iter().map(|own| own.role.as_str());
    let rooms = desk.desk.rooms.iter().map(|own| own.name.as_str());
    let private = ["kari", "nordmann", &digits, "text/plain"];
    let mut looked_for = 0;
    // The name of a room may be its id, in other letters.
    let rooms = rooms.filter(|name| {
        !desk
            .desk
            .rooms
            .iter()
            .any(|own| own.id.as_str() == name.to_lowercase())
    });
    for text in titles.chain(roles).chain(rooms).chain(private) {
        assert!(
            !all.contains(&text.to_lowercase()),
            "{text} is traced:\n{all}"
        );
        looked_for += 1;
    }
    assert!(
        looked_for > 100 && lines.len() > 30,
        "{looked_for} texts, {} lines",
        lines.len()
    );
}
