//! The smallest service, without a network: many threads ask one desk and one set of packs, and an
//! edited pack is taken up only if it loads and its own cases pass; otherwise the last good one stays.
//!
//! `cargo run --example embed_in_service`. All of the data is made up. `examples/service` is the same
//! over HTTP, with events, and with folders of rules that are followed.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;
use mestring::decide::{DecideError, Decider, LivePacks, Offered, PackFiles};
use mestring::model::id::{RoomId, RunId};
use mestring::model::noun::HalfDay;
use mestring::model::{Desk, RawTable, Settings};
use mestring::plan::Slot;
use mestring_rules::Plugins;

/// What the threads share. Nothing of it is global, so a process may hold several.
struct Service {
    desk: Desk,
    packs: LivePacks,
}

impl Service {
    /// The runs that could use a room that became free and lack nothing else, first priority first.
    fn freed(
        &self,
        as_of: NaiveDate,
        room: &RoomId,
        slot: Slot,
    ) -> Result<Vec<RunId>, DecideError> {
        // A question that has begun keeps the packs that it began with.
        let packs = self.packs.snapshot();
        let decider = Decider::new(&self.desk, &packs, as_of, None);
        let options = decider.freed(&decider.proposal()?, room, slot)?;
        let ready = options
            .into_iter()
            .filter(|option| option.shortages.is_empty());
        Ok(ready.map(|option| option.run).collect())
    }
}

/// A room that a decided run holds on both Mondays of the plan, and two runs that wish for one.
fn desk() -> Result<Desk, Box<dyn Error>> {
    let table = |name: &str, headings: &str, rows: &[&str]| {
        let mut table = RawTable::with_headings(name, headings.split('|'));
        for row in rows {
            table.push(row.split('|').map(str::to_owned).collect());
        }
        table
    };
    let offers = table(
        "offers",
        "id|title|sessions|seats|format",
        &["A|Kurs A|1|10|physical", "B|Kurs B|1|10|physical"],
    );
    let rooms = table(
        "rooms",
        "id|name|seats|weekdays|half_days",
        &["hall|Course hall|20|monday|morning"],
    );
    let runs = table(
        "runs",
        "id|offer|state|starts|room|half_days|sessions|waiting_since|deadline",
        &[
            "HELD|A|decided|2027-01-04|hall|morning|2||",
            "SOON|A|wished|||||2026-11-01|2027-01-20",
            "LONG|B|wished|||||2026-02-01|2027-03-01",
        ],
    );
    let settings = Settings {
        plan_from: Some("2027-01-04".parse()?),
        plan_until: Some("2027-01-15".parse()?),
        history_from: Some("2024-01-01".parse()?),
        ..Settings::default()
    };
    let builder = Desk::builder().settings(settings).table("offers", offers);
    let (desk, findings) = builder.table("rooms", rooms).table("runs", runs).build();
    match findings.first() {
        Some(finding) => Err(finding.to_string().into()),
        None => Ok(desk),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let as_of: NaiveDate = "2026-11-22".parse()?;
    let none = PackFiles::new();
    let (packs, _) = LivePacks::start(Settings::default(), Plugins::default(), &none, as_of)?;
    let desk = desk()?;
    let service = Arc::new(Service { desk, packs });
    let room = RoomId::new("hall")?;
    let slot = Slot {
        date: "2027-01-11".parse()?,
        half_day: HalfDay::Morning,
    };
    let ask = |when: &str| -> Result<(), Box<dyn Error>> {
        let threads: Vec<_> = (1..=3)
            .map(|_| {
                let (service, room) = (Arc::clone(&service), room.clone());
                thread::spawn(move || service.freed(as_of, &room, slot))
            })
            .collect();
        for (number, thread) in threads.into_iter().enumerate() {
            let runs = thread.join().map_err(|_| "a thread stopped")??;
            let runs: Vec<&str> = runs.iter().map(RunId::as_str).collect();
            println!("{when}, thread {}: {}", number + 1, runs.join(", "));
        }
        Ok(())
    };
    ask("shipped rules")?;

    let shipped = mestring_packs::files("priority").ok_or("no pack `priority`")?;
    let edited = |file: &str, from: &str, to: &str| {
        let mut files = shipped.clone();
        if let Some(text) = files.get_mut(file) {
            *text = text.replace(from, to);
        }
        PackFiles::from([("priority".to_owned(), files)])
    };
    let misspelt = edited("waiting.rhai", "longest_wait_days", "longest_wait");
    let edits = [
        ("a fact that is misspelt", misspelt.clone()),
        ("the same text once more", misspelt),
        (
            "a rule turned round, against its cases",
            edited("waiting.rhai", "run.longest", "-run.longest"),
        ),
        (
            "the wait before the deadline",
            edited(
                "pack.toml",
                "\"deadline\",\n    \"waiting\"",
                "\"waiting\",\n    \"deadline\"",
            ),
        ),
    ];
    for (edit, files) in edits {
        match service.packs.offer(&files, as_of) {
            Offered::Swapped(swap) => {
                for pack in swap.changed() {
                    println!("\n{edit}: taken up, {} {}", pack.name, pack.hash);
                }
                println!("{} cases pass", swap.cases);
            }
            Offered::Refused(refusal) => {
                println!("\n{edit}: refused, the last good packs stay\n{refusal}");
            }
            Offered::Unchanged | Offered::RefusedBefore => println!("\n{edit}: nothing new"),
            other => println!("\n{edit}: {other:?}"),
        }
        ask(edit)?;
    }
    Ok(())
}
