//! A service that answers many threads from one desk and one set of packs, and takes up an edited
//! pack only if it loads and its own cases pass; otherwise it keeps the last good one.
//!
//! `cargo run --example embed_in_service`. All of the data is made up.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use chrono::NaiveDate;
use mestring::decide::{DecideError, Decider, Packs};
use mestring::model::id::{RoomId, RunId};
use mestring::model::noun::HalfDay;
use mestring::model::{Desk, RawTable, Settings};
use mestring::plan::Slot;
use mestring_rules::{Pack, Plugins};

/// What the threads share. Nothing of it is global, so a process may hold several.
struct Service {
    desk: Arc<Desk>,
    /// Replaced as a whole: a question that has begun keeps the packs that it began with.
    packs: RwLock<Arc<Packs>>,
}

impl Service {
    fn packs(&self) -> Arc<Packs> {
        // The lock guards one pointer, so a thread that stopped while it held it left no half.
        let packs = self.packs.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&packs)
    }

    /// The runs that could use a room that became free and lack nothing else, first priority first.
    fn freed(
        &self,
        as_of: NaiveDate,
        room: &RoomId,
        slot: Slot,
    ) -> Result<Vec<RunId>, DecideError> {
        let packs = self.packs();
        let decider = Decider::new(&self.desk, &packs, as_of, None);
        let options = decider.freed(&decider.proposal()?, room, slot)?;
        let ready = options
            .into_iter()
            .filter(|option| option.shortages.is_empty());
        Ok(ready.map(|option| option.run).collect())
    }

    /// Takes up an edited pack, or says everything that is wrong with it.
    fn edit(&self, files: &BTreeMap<String, String>) -> Result<String, String> {
        let pack = Pack::load(files, &Plugins::default()).map_err(|errors| {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            errors.join("\n")
        })?;
        let cases = pack.test();
        if cases.is_empty() {
            return Err(format!("{} has no cases", pack.id()));
        }
        let failed = cases.iter().filter(|case| !case.passed());
        let failed: Vec<String> = failed
            .map(|case| format!("{}, case `{}`:\n{}", case.criterion, case.name, case.diff()))
            .collect();
        if !failed.is_empty() {
            return Err(failed.join("\n"));
        }
        let said = format!("{} {}, {} cases pass", pack.id(), pack.hash(), cases.len());
        let mut packs = self.packs.write().unwrap_or_else(PoisonError::into_inner);
        *packs = Arc::new(
            Packs::clone(&packs)
                .with(pack)
                .map_err(|error| error.to_string())?,
        );
        Ok(said)
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
    let service = Arc::new(Service {
        desk: Arc::new(desk()?),
        packs: RwLock::new(Arc::new(Packs::shipped()?)),
    });
    let (as_of, room): (NaiveDate, _) = ("2026-11-22".parse()?, RoomId::new("hall")?);
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
        files
    };
    let edits = [
        (
            "a fact that is misspelt",
            edited("waiting.rhai", "longest_wait_days", "longest_wait"),
        ),
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
        match service.edit(&files) {
            Ok(said) => println!("\n{edit}: taken up, {said}"),
            Err(wrong) => println!("\n{edit}: refused, the last good pack stays\n{wrong}"),
        }
        ask(edit)?;
    }
    Ok(())
}
