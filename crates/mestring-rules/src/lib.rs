//! The judge: packs of rules written as text, checked, tested and run in a sandbox.
//!
//! A pack is a folder of text: `pack.toml` says what it is, each `x.rhai` is one rule, and
//! `x.test.toml` beside it says what the rule must answer. [`Pack::load`] reads such a folder from
//! memory, [`Pack::at`] fixes its dated parameters on a date, and the [`Bench`] that comes out
//! answers with a [`Verdict`](mestring_model::Verdict) for every rule and record.
//!
//! ```
//! use std::collections::BTreeMap;
//! use mestring_model::facts::{FactValue, FactRow, Judged};
//! use mestring_model::{Answer, Fact};
//! use mestring_rules::{Pack, Plugins};
//!
//! let files: BTreeMap<String, String> = [
//!     ("pack.toml", r#"
//!         name = "long_courses"
//!         version = "1.0.0"
//!         kind = "requirement"
//!         judges = "run"
//!         criteria = ["long"]
//!         origin.long = "local choice"
//!         title.long = { en = "Long course", nb = "Langt kurs", nn = "Langt kurs" }
//!     "#),
//!     ("long.rhai", "// What: long. Why: short is a talk. Source: local choice.\nrun.sessions >= 6"),
//! ].into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
//!
//! let pack = Pack::load(&files, &Plugins::default()).map_err(|errors| errors[0].to_string())?;
//! let bench = pack.at(chrono::NaiveDate::from_ymd_opt(2026, 1, 15).ok_or("no date")?)?;
//! let mut run = FactRow::unstated(Judged::Run);
//! assert_eq!(bench.judge(&run)?[0].answer.to_string(), "cannot tell: sessions");
//! run.set("sessions", Fact::Known(FactValue::Int(8)))?;
//! assert_eq!(bench.judge(&run)?[0].answer, Answer::Bool(true));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Read in this order: [`kind`] (what each kind of pack judges and answers), [`manifest`] and
//! [`parameter`] (`pack.toml`), [`sandbox`] (the only script engine), `walk` (what a script may
//! contain), [`script`] (one compiled rule), `eval` (the same rule without the engine), `completion`
//! (what it answers whatever is missing), [`plugin`] (rules in other languages), [`pack`],
//! [`mod@bench`], [`priority`] and [`relation`] (what follows from verdicts), [`case`],
//! [`check()`](check::check) and [`revision`] (what a writer of rules sees), [`reason`] (which clause
//! of a rule gave an answer) and [`counterfactual`] (what would have to be otherwise).
//!
//! Nothing here reads a file, a clock, the environment or a random source.

pub mod behaviour;
pub mod bench;
pub mod case;
pub mod check;
pub mod complaint;
mod completion;
pub mod counterfactual;
pub mod coverage;
pub mod criterion;
pub mod diagnostic;
pub mod error;
mod eval;
pub mod explain;
mod header;
mod helper;
pub mod keys;
pub mod kind;
pub mod language;
pub mod manifest;
pub mod mutation;
pub mod pack;
pub mod parameter;
mod parse_error;
pub mod plugin;
pub mod priority;
pub mod promise;
pub mod reason;
mod record;
mod recovery;
pub mod relation;
pub mod revision;
pub mod sandbox;
pub mod script;
mod source;
mod stop_cause;
mod thresholds;
mod tokens;
mod walk;
mod worded;

/// The script engine with the series of its versions that this crate takes, for records of what
/// answered.
pub const SCRIPTS: &str = "rhai 1.27";

pub use bench::{Bench, Judgement};
pub use case::{CaseOutcome, CaseResult};
pub use check::{check, untested};
pub use complaint::Complaint;
pub use criterion::Criterion;
pub use diagnostic::Diagnostic;
pub use error::{RowError, RuleError};
pub use kind::Kind;
pub use pack::Pack;
pub use plugin::{Declaration, Facts, Judge, Opinion, Plugins, Stop};
pub use priority::{Places, Ranking};
pub use reason::Reason;
pub use revision::Revision;
