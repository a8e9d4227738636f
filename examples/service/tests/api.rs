//! What the service answers, held against its own schemas, and how it refuses.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests fail the test"
)]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mestring::model::term::Term;
use serde_json::{Value, json};
use support::{Client, Reply, Running};

/// Fails unless a document is as its schema says.
fn holds(client: &mut Client, name: &str, document: &Value) {
    let schema = client.get(&format!("/schema/{name}")).json();
    assert!(
        jsonschema::meta::is_valid(&schema),
        "the schema {name} is no schema"
    );
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .take(3)
        .collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
}

fn ok(reply: &Reply) -> Value {
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.kind, "application/json");
    reply.json()
}

/// Posts an event that its schema allows, and gives the answer that its schema allows.
fn event(client: &mut Client, event: &Value) -> Value {
    holds(client, "event", event);
    let answer = ok(&client.post("/events", &event.to_string()));
    holds(client, "event-answer", &answer);
    answer
}

/// Where the desk of Bergen has what the events need: a run that is decided, with its leader.
fn decided(running: &Running) -> (String, String) {
    let desk = running.service.desk();
    let mut runs = desk.desk.runs.iter();
    let run = runs
        .find(|run| run.state.code() == "decided" && !run.leaders.is_empty())
        .unwrap();
    (run.id.to_string(), run.leaders[0].to_string())
}

#[test]
fn answers_are_as_their_schemas_say() {
    let running = Running::start(None);
    let mut client = running.client();
    let health = ok(&client.get("/health"));
    holds(&mut client, "health", &health);
    assert_eq!(health["refused"], json!([]));
    assert_eq!(health["packs"].as_array().unwrap().len(), 9);

    let proposal = ok(&client.get("/proposal"));
    holds(&mut client, "proposal", &proposal);
    let runs = proposal["proposal"]["runs"].as_array().unwrap();
    let placed = runs.iter().filter(|run| run["outcome"]["placed"] == true);
    assert!(
        runs.len() > 10 && placed.count() > 3,
        "the example has runs to rank"
    );
    assert_eq!(
        proposal["head"]["as_of"], "2026-11-22",
        "the desk's own date"
    );
    let later = ok(&client.get("/proposal?as_of=2026-12-01"));
    assert_eq!(later["head"]["as_of"], "2026-12-01");

    let links = ok(&client.get("/schema"));
    for (name, link) in links.as_object().unwrap() {
        let schema = ok(&client.get(link.as_str().unwrap()));
        assert_eq!(schema["$id"], format!("/schema/{name}"));
    }
    assert_eq!(links.as_object().unwrap().len(), 7);

    // A schema that lets everything through would hold anything.
    let schema = client.get("/schema/proposal").json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let changes: [fn(&mut Value); 5] = [
        |own| own["proposal"]["decided"] = json!(true),
        |own| own["proposal"]["runs"][0]["rank"] = json!("first"),
        |own| own["proposal"]["runs"][0]["facts"]["waiting"] = json!({ "state": "known" }),
        |own| own["proposal"]["runs"][0]["more"] = json!(1),
        |own| drop(own["head"].as_object_mut().unwrap().remove("packs")),
    ];
    for change in changes {
        let mut wrong = proposal.clone();
        change(&mut wrong);
        assert!(!validator.is_valid(&wrong));
    }
}

#[test]
fn events_change_the_desk_one_after_the_other_and_say_what_they_open() {
    let running = Running::start(None);
    let (run, leader) = decided(&running);
    let mut client = running.client();
    let before = ok(&client.get("/proposal"));
    assert_eq!(before["desk_revision"], 0);

    let seat = event(&mut client, &json!({ "kind": "seat_declined", "run": run }));
    assert_eq!(seat["desk_revision"], 1);
    let seat = &seat["opened"]["seat"];
    assert_eq!(seat["run"], run.as_str());
    assert!(seat["ask"].as_array().unwrap().contains(&json!(leader)));

    let away = json!({
        "kind": "leader_away", "leader": leader,
        "from": "2027-01-01", "until": "2027-12-31", "half_days": [],
    });
    let away = event(&mut client, &away);
    let badly = ok(&client.get("/proposal"));
    holds(&mut client, "proposal", &badly);
    let badly = badly["proposal"]["badly_placed"].as_array().unwrap();
    assert!(badly.iter().any(|own| own["run"] == run.as_str()));
    let gaps = away["opened"]["without_leader"].as_array().unwrap();
    assert!(gaps.iter().any(|gap| gap["run"] == run.as_str()));

    let cancelled = event(&mut client, &json!({ "kind": "run_cancelled", "run": run }));
    assert_eq!(cancelled["desk_revision"], 3);
    let slots = cancelled["opened"]["slots"].as_array().unwrap();
    assert!(!slots.is_empty(), "a cancelled run gives its room back");

    // The slots of the cancelled run are free already; a slot that the calendar closes is freed.
    let freed = json!({
        "kind": "room_freed", "room": "kurssal", "date": "2027-03-02", "half_day": "morning",
    });
    let freed = event(&mut client, &freed);
    let options = freed["opened"]["slots"][0]["options"].as_array().unwrap();
    assert!(
        !options.is_empty(),
        "somebody could use a morning of a closed week"
    );
    let after = ok(&client.get("/proposal"));
    assert_eq!(after["desk_revision"], 4);

    // Each of the others, as its schema says; nothing of it is undone.
    for (own, opens) in [
        (
            json!({ "kind": "room_lost", "room": "kurssal", "from": "2027-08-30", "until": "2027-09-03" }),
            "without_room",
        ),
        (
            json!({ "kind": "day_closed", "from": "2027-09-13" }),
            "shifted",
        ),
        (
            json!({ "kind": "budget_cut", "budget": "kursmidler-2027-1", "amount": 1000 }),
            "budget",
        ),
        (
            json!({ "kind": "budget_cut", "budget": "radgivertimer-2027-1", "hours": "7.5" }),
            "budget",
        ),
        (
            json!({ "kind": "leader_confirmed", "leader": "psykisk-1" }),
            "comes_in",
        ),
    ] {
        let answer = event(&mut client, &own);
        let opened = &answer["opened"][opens];
        let list = opened.as_array().is_some_and(|own| !own.is_empty());
        assert!(list || opened.is_object(), "{own}: {opened}");
    }
    let after = ok(&client.get("/proposal"));
    assert_eq!(after["desk_revision"], 9);

    // Once more is once too much, and changes nothing.
    let again = client.post(
        "/events",
        &json!({ "kind": "run_cancelled", "run": run }).to_string(),
    );
    assert_eq!((again.status, &again.json()["code"]), (409, &json!("C046")));
    assert_eq!(ok(&client.get("/health"))["desk_revision"], 9);
}

#[test]
fn what_could_happen_is_answered_as_the_library_does_and_nothing_is_kept() {
    let running = Running::start(None);
    let mut client = running.client();
    let before = ok(&client.get("/proposal"));
    let away = json!({
        "kind": "leader_away", "leader": "geriatri-1", "from": "2027-01-25", "until": "2027-03-05",
        "half_days": [],
    });
    let (run, _) = decided(&running);
    let cancelled = json!({ "kind": "run_cancelled", "run": run });
    let asked = json!({ "events": [away, cancelled] });
    holds(&mut client, "what-if", &asked);
    let answer = ok(&client.post("/what-if", &asked.to_string()));
    holds(&mut client, "what-if-answer", &answer);
    assert_eq!(answer["desk_revision"], 0);
    let found = &answer["what_if"];
    assert_eq!(found["events"], asked["events"], "as they were understood");
    assert_eq!(found["decided"], false);
    // What the library says of the same file, as the command writes it.
    let events = mestring_exchange::events::read("../bergen/what_if/leader_away.toml".as_ref());
    let (revision, packs) = (running.service.desk(), running.service.packs.snapshot());
    let as_of = "2026-11-22".parse().unwrap();
    let decider = mestring::decide::Decider::new(&revision.desk, &packs, as_of, None);
    let own = decider.what_if(&events.unwrap()).unwrap();
    let alone = json!({ "events": [away] });
    let told = ok(&client.post("/what-if", &alone.to_string()));
    assert_eq!(told["what_if"], mestring::report::json::what_if(&own));
    holds(&mut client, "what-if-answer", &told);
    let changes = told["what_if"]["changes"].as_array().unwrap();
    assert!(!changes.is_empty(), "a leader away changes something");
    let later = client.post("/what-if?as_of=2026-12-01", &alone.to_string());
    assert_eq!(ok(&later)["head"]["as_of"], "2026-12-01");

    let after = ok(&client.get("/proposal"));
    assert_eq!(after, before, "nothing is kept");
    // The same run can be cancelled still.
    event(&mut client, &cancelled);
    let schema = client.get("/schema/what-if").json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for wrong in [
        json!({ "events": [] }),
        json!({ "event": [away] }),
        json!([away]),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}

#[test]
fn what_is_lost_and_won_is_as_its_schema_says() {
    let running = Running::start(None);
    let mut client = running.client();
    let asked = json!({ "events": [
        { "kind": "room_lost", "room": "kurssal", "from": "2027-08-30", "until": "2027-09-03" },
        { "kind": "day_closed", "from": "2027-09-13", "half_days": ["morning", "afternoon"] },
        { "kind": "budget_cut", "budget": "kursmidler-2027-1", "amount": "80000.50" },
        { "kind": "seat_declined", "run": "D27-05" },
        { "kind": "leader_confirmed", "leader": "psykisk-1" },
        { "kind": "run_cancelled", "run": "D27-01" },
    ] });
    holds(&mut client, "what-if", &asked);
    let answer = ok(&client.post("/what-if", &asked.to_string()));
    holds(&mut client, "what-if-answer", &answer);
    let found = &answer["what_if"];
    for key in ["without_room", "shifted", "budgets", "given_back", "seats"] {
        assert!(!found[key].as_array().unwrap().is_empty(), "{key}");
    }
    // What was understood can be asked again.
    let again = json!({ "events": found["events"] });
    holds(&mut client, "what-if", &again);
    assert_eq!(ok(&client.post("/what-if", &again.to_string())), answer);
    for wrong in [
        json!({ "kind": "budget_cut", "budget": "kursmidler-2027-1" }),
        json!({ "kind": "budget_cut", "budget": "kursmidler-2027-1", "amount": 1, "hours": 1 }),
        json!({ "kind": "budget_cut", "budget": "kursmidler-2027-1", "amount": "much" }),
    ] {
        assert_eq!(
            client.post("/events", &wrong.to_string()).status,
            400,
            "{wrong}"
        );
    }
}

#[test]
fn whatever_changes_is_as_its_schema_says() {
    let running = Running::start(None);
    let mut client = running.client();
    let desk = running.service.desk();
    let mut fates = std::collections::BTreeSet::new();
    let windows = [
        ("2026-11-23", "2026-12-20"),
        ("2027-01-25", "2027-03-05"),
        ("2027-01-01", "2027-12-31"),
    ];
    let leaders = desk.desk.leaders.iter();
    for (leader, (from, until)) in leaders.flat_map(|own| windows.map(|window| (own, window))) {
        let away = json!({
            "kind": "leader_away", "leader": leader.id.as_str(), "from": from, "until": until,
        });
        let asked = json!({ "events": [away] });
        let answer = ok(&client.post("/what-if", &asked.to_string()));
        holds(&mut client, "what-if-answer", &answer);
        let found = &answer["what_if"];
        for change in found["changes"].as_array().unwrap() {
            fates.insert(change["fate"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(
        fates.into_iter().collect::<Vec<_>>(),
        ["added", "dropped", "replaced"]
    );
}

#[test]
fn events_of_many_clients_are_all_kept() {
    const CLIENTS: u64 = 4;
    const EACH: u64 = 5;
    let running = Running::start(None);
    let (_, leader) = decided(&running);
    let rows = running.service.desk().desk.calendar.len();
    let done = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for client in 0..CLIENTS {
            let (running, leader, done) = (&running, &leader, &done);
            scope.spawn(move || {
                let mut own = running.client();
                for day in 0..EACH {
                    let date = format!("2028-0{}-0{}", client + 1, day + 1);
                    let away = json!({
                        "kind": "leader_away", "leader": leader, "from": date, "until": date,
                    });
                    assert_eq!(own.post("/events", &away.to_string()).status, 200);
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    let desk = running.service.desk();
    assert_eq!(desk.number, CLIENTS * EACH);
    assert_eq!(
        desk.desk.calendar.len(),
        rows + done.into_inner(),
        "none was lost"
    );
}

#[test]
fn what_cannot_be_answered_is_a_problem_with_its_code() {
    let running = Running::start(None);
    let mut client = running.client();
    let long = format!("{{\"kind\":\"{}\"}}", "x".repeat(20_000));
    let post = |body: &str| ("POST", "/events", "application/json", body.to_owned());
    let what_if = |body: &str| ("POST", "/what-if", "application/json", body.to_owned());
    let get = |path: &'static str| ("GET", path, "", String::new());
    let cases = [
        (get("/"), 404, "S004"),
        (get("/schema/none"), 404, "S004"),
        (get("/events"), 405, "S004"),
        (("DELETE", "/proposal", "", String::new()), 405, "S004"),
        (get("/proposal?as_of=today"), 400, "S001"),
        (get("/proposal?date=2026-01-01"), 400, "S001"),
        (get("/proposal?as_of=2030-01-01"), 409, "C002"),
        (get("/proposal?as_of=1900-01-01"), 422, "R304"),
        (post(""), 400, "S001"),
        (post("{\"kind\":\"flood\"}"), 400, "S001"),
        (post("{\"kind\":\"run_cancelled\"}"), 400, "S001"),
        (
            post("{\"kind\":\"run_cancelled\",\"run\":\"a b\"}"),
            400,
            "S001",
        ),
        (
            post("{\"kind\":\"run_cancelled\",\"run\":\"x\",\"why\":\"ill\"}"),
            400,
            "S001",
        ),
        (
            post("{\"kind\":\"run_cancelled\",\"run\":\"no-such\"}"),
            422,
            "C027",
        ),
        (
            post(
                "{\"kind\":\"leader_away\",\"leader\":\"x\",\"from\":\"2027-01-02\",\"until\":\"2027-01-01\"}",
            ),
            422,
            "C045",
        ),
        (
            post(
                "{\"kind\":\"room_freed\",\"room\":\"x\",\"date\":\"2027-01-11\",\"half_day\":\"morning\"}",
            ),
            422,
            "C001",
        ),
        (
            post(
                "{\"kind\":\"room_freed\",\"room\":\"kurssal\",\"date\":\"2031-01-11\",\"half_day\":\"morning\"}",
            ),
            422,
            "C004",
        ),
        (
            post(
                "{\"kind\":\"room_freed\",\"room\":\"kurssal\",\"date\":\"2027-01-11\",\"half_day\":\"noon\"}",
            ),
            400,
            "S001",
        ),
        (
            ("POST", "/events", "text/plain", "{}".to_owned()),
            415,
            "S003",
        ),
        (post(&long), 413, "S002"),
        (get("/what-if"), 405, "S004"),
        (what_if("{}"), 400, "S001"),
        (what_if("{\"events\":[]}"), 400, "S001"),
        (what_if("{\"events\":[{\"kind\":\"flood\"}]}"), 400, "S001"),
        (
            what_if("{\"events\":[{\"kind\":\"run_cancelled\",\"run\":\"a b\"}]}"),
            400,
            "S001",
        ),
        (
            what_if("{\"events\":[{\"kind\":\"run_cancelled\",\"run\":\"no-such\"}]}"),
            422,
            "C027",
        ),
        (
            (
                "POST",
                "/what-if?as_of=2030-01-01",
                "application/json",
                "{\"events\":[{\"kind\":\"seat_declined\",\"run\":\"D27-01\"}]}".to_owned(),
            ),
            409,
            "C002",
        ),
        (
            ("POST", "/what-if", "text/plain", "{}".to_owned()),
            415,
            "S003",
        ),
        (what_if(&long), 413, "S002"),
    ];
    let mut said = String::new();
    for ((method, path, kind, body), status, code) in cases {
        // A request that is too large ends its connection.
        let mut own = running.client();
        let reply = own.send(method, path, kind, &body);
        let shown = body.get(..60).unwrap_or(&body);
        assert_eq!(
            reply.kind, "application/problem+json",
            "{method} {path} {shown}"
        );
        let problem = reply.json();
        assert_eq!(
            (reply.status, problem["code"].as_str().unwrap()),
            (status, code),
            "{method} {path} {shown}: {problem}"
        );
        assert_eq!(problem["status"], status);
        holds(&mut client, "problem", &problem);
        said.push_str(problem["detail"].as_str().unwrap());
    }
    assert!(said.contains("see /schema/event"), "{said}");
    assert!(said.contains("see /schema/what-if"), "{said}");
    assert!(said.contains("event 1: the desk has no run"), "{said}");
    assert_eq!(ok(&client.get("/health"))["desk_revision"], 0);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test waits for the service")]
fn who_has_asked_is_answered_before_the_service_ends() {
    let mut running = Running::start(None);
    let mut client = running.client();
    // The connection stands; the next request is under way, or answered and not yet read, when the
    // service is asked to stop. One that it has not begun to read is lost with an idle connection, so
    // it gets the time to begin.
    ok(&client.get("/health"));
    client.ask("GET", "/proposal", "", "");
    std::thread::sleep(Duration::from_millis(300));
    running.stop();
    let reply = client.reply();
    assert_eq!(reply.status, 200);
    running.ended();
    assert!(std::net::TcpStream::connect(running.address).is_err());
}

#[test]
fn rules_are_followed_where_the_desk_chooses_them_too() {
    let running = Running::start(Some(support::packs("api")));
    assert_eq!(running.service.packs.snapshot().all().count(), 9);
    let mut client = running.client();
    let proposal = ok(&client.get("/proposal"));
    let shipped = Running::start(None);
    let own = ok(&shipped.client().get("/proposal"));
    assert_eq!(
        own["proposal"], proposal["proposal"],
        "the same texts, the same order"
    );
}
