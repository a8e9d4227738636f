//! What requests share: the packs, the desk, the date.

use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use mestring::decide::{Decider, Event, EventError, LivePacks, PackRef, Packs};
use mestring::model::Desk;
use mestring::report::json;
use serde_json::{Value, json};

use crate::pool::Pool;
use crate::problem::Problem;

/// What requests share. Nothing of it is global, so a process may hold several.
pub struct Service {
    /// The packs, which [`reload`](crate::reload) may replace.
    pub packs: Arc<LivePacks>,
    /// Where the work is done.
    pub pool: Pool,
    desk: ArcSwap<Revision>,
    /// Held while an event is applied: events come one after the other, questions never wait.
    events: Mutex<()>,
    today: Box<dyn Fn() -> NaiveDate + Send + Sync>,
}

/// A desk, and how many events made it what it is.
#[derive(Debug)]
pub struct Revision {
    /// 0 for the desk that was read.
    pub number: u64,
    /// The desk.
    pub desk: Desk,
}

impl Service {
    /// A service over a desk. `today` gives the date of a question that names none; the library
    /// itself reads no clock.
    pub fn new(
        desk: Desk,
        packs: Arc<LivePacks>,
        pool: Pool,
        today: impl Fn() -> NaiveDate + Send + Sync + 'static,
    ) -> Self {
        Service {
            packs,
            pool,
            desk: ArcSwap::from_pointee(Revision { number: 0, desk }),
            events: Mutex::new(()),
            today: Box::new(today),
        }
    }

    /// The date of a question that names none.
    pub fn today(&self) -> NaiveDate {
        (self.today)()
    }

    /// The desk as it is now.
    pub fn desk(&self) -> Arc<Revision> {
        self.desk.load_full()
    }

    /// The order of priority on a date. Desk and packs are each taken once, so that the answer is of
    /// one desk and one set of packs, and names both.
    ///
    /// # Errors
    /// What [`Decider::proposal`] may say.
    pub fn proposal(&self, as_of: NaiveDate) -> Result<Value, Problem> {
        let (revision, packs) = (self.desk(), self.packs.snapshot());
        let decider = Decider::new(&revision.desk, &packs, as_of, None);
        let proposal = decider.proposal().map_err(Problem::from)?;
        let parts = [
            ("head", head(&decider)),
            ("desk_revision", json!(revision.number)),
            ("proposal", json::proposal(&revision.desk, &proposal)),
        ];
        Ok(json::document(parts))
    }

    /// Applies an event and keeps the desk that it makes; says what it opens.
    ///
    /// # Errors
    /// The event names what the desk does not have, or cannot have happened; the desk is then as it
    /// was.
    pub fn event(&self, event: &Event, as_of: NaiveDate) -> Result<Value, Problem> {
        let outlook = {
            // Whoever panicked with the lock had not stored anything yet.
            let _one = self.events.lock().unwrap_or_else(PoisonError::into_inner);
            let (revision, packs) = (self.desk(), self.packs.snapshot());
            let decider = Decider::new(&revision.desk, &packs, as_of, None);
            let outlook = decider
                .after(event)
                .map_err(|error: EventError| Problem::from(error))?;
            let number = revision.number + 1;
            let desk = outlook.desk.clone();
            self.desk.store(Arc::new(Revision { number, desk }));
            (number, head(&decider), outlook)
        };
        let (number, head, outlook) = outlook;
        let parts = [
            ("head", head),
            ("desk_revision", json!(number)),
            ("opened", json::opened(&outlook)),
        ];
        Ok(json::document(parts))
    }

    /// What the plan would become if these events happened one after the other: the least change. The
    /// desk is kept as it is, so nobody waits for it.
    ///
    /// # Errors
    /// An event names what the desk does not have, or cannot have happened.
    pub fn what_if(&self, events: &[Event], as_of: NaiveDate) -> Result<Value, Problem> {
        let (revision, packs) = (self.desk(), self.packs.snapshot());
        let decider = Decider::new(&revision.desk, &packs, as_of, None);
        let found = decider.what_if(events).map_err(Problem::from)?;
        let parts = [
            ("head", head(&decider)),
            ("desk_revision", json!(revision.number)),
            ("what_if", json::what_if(&found)),
        ];
        Ok(json::document(parts))
    }

    /// What the service answers by, and whether an edit of the rules was refused.
    pub fn health(&self) -> Value {
        let refused = self.packs.refused();
        let refused: Vec<Value> = refused
            .iter()
            .flat_map(|refusal| &refusal.problems)
            .map(|own| json!({ "code": own.code(), "problem": own.to_string() }))
            .collect();
        let revision = self.desk();
        json::document([
            // The last good packs answer, so the service is well even where an edit was refused.
            ("status", json!("ok")),
            ("packs", packs(&self.packs.snapshot())),
            ("refused", Value::Array(refused)),
            ("desk_revision", json!(revision.number)),
            ("runs", json!(revision.desk.runs.len())),
        ])
    }
}

fn head(decider: &Decider<'_>) -> Value {
    let seed = Some(decider.seed());
    json::head(decider.desk(), decider.as_of(), &decider.packs(), seed)
}

fn packs(packs: &Packs) -> Value {
    let shown =
        |own: PackRef| json!({ "name": own.name, "version": own.version, "hash": own.hash });
    packs.refs().into_iter().map(shown).collect()
}
