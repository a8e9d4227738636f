//! Which part of a rule's text gave an answer, and what was added up on the way.
//!
//! [`Bench::explain`] judges one record as [`Bench::judge`] does, and says besides which clause fired:
//! the `return`, the last expression, or the branch or case of a `switch` that gave the answer, with
//! its place, its text and the comment that stands with it. Where a rule adds up, every change of the
//! sum that ran is a [`Step`], and [`replay`] makes the answer of them again, to the last bit.
//!
//! Nothing is noted in production: a second copy of the parsed script, made and lowered when the first
//! explanation is asked for, runs for explanations alone. What it notes are numbers; texts are cut
//! out of the script once, and shared.

mod read;
mod steps;
mod text;
mod trace;

use std::cell::RefCell;
use std::sync::Arc;

use mestring_model::facts::{FactRow, FactValue};
use mestring_model::verdict::{Open, Verdict};

use crate::bench::Bench;
use crate::completion::{self, Asked};
use crate::criterion::{Criterion, Rule};
use crate::error::RuleError;
use crate::priority::points;
use crate::record::Parameters;
use crate::sandbox::{DEPTH, OPERATIONS};
use crate::script::{Outcome, Ran, Script, ScriptAnswer, Stopped as Why};

pub use steps::{Amount, Change, Step, replay};
pub(crate) use trace::{Log, NOTE, Traced};

/// A stretch of a rule that gives an answer, or changes a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The script's file, relative to the pack's folder.
    pub file: Arc<str>,
    /// The line on which it begins, 1 for the first.
    pub line: u32,
    /// The column in characters at which it begins, 1 for the first.
    pub column: u32,
    /// Its text on one line, without comments.
    pub text: String,
    /// What the rule's writer says of it.
    pub comment: Option<Comment>,
    /// The branch or case that it stands in, the innermost.
    pub branch: Option<Branch>,
}

/// A comment, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The text, without its slashes, on one line.
    pub text: String,
    /// Where it stands.
    pub from: CommentFrom,
}

/// Where the comment of a clause stands: the first of these that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommentFrom {
    /// At the end of the clause's line, or directly above it.
    Clause,
    /// At the `if` or case that the clause stands in.
    Branch,
    /// At the top of the script: what the rule as a whole decides.
    Header,
}

impl CommentFrom {
    /// A stable code: `clause`, `branch`, `header`.
    pub fn code(self) -> &'static str {
        match self {
            CommentFrom::Clause => "clause",
            CommentFrom::Branch => "branch",
            CommentFrom::Header => "header",
        }
    }
}

/// A branch of an `if`, or a case of a `switch`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Which way it is.
    pub way: Way,
    /// The line of the `if` or of the case.
    pub line: u32,
    /// The column in characters at which it begins.
    pub column: u32,
    /// The condition, or what the `switch` looks at.
    pub of: String,
    /// The case, as the rule writes it; empty for an `if`.
    pub case: String,
}

/// Which way a rule went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// The condition holds.
    Then,
    /// The condition does not hold.
    Else,
    /// The case of a `switch` fits.
    Case,
}

impl Way {
    /// A stable code: `then`, `else`, `case`.
    pub fn code(self) -> &'static str {
        match self {
            Way::Then => "then",
            Way::Else => "else",
            Way::Case => "case",
        }
    }
}

/// The clause that gave an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fired {
    /// The clause. Where a rule ends in a call of one of its own helpers, it is the clause of the
    /// helper.
    pub clause: Arc<Clause>,
    /// The calls that led to it, the script's own first.
    pub called_by: Vec<Arc<Clause>>,
    /// Of conditions joined by `&&` the one that did not hold, of `||` the one that did; none where
    /// all of them together gave the answer.
    pub decided_by: Option<Arc<Clause>>,
}

/// Where a rule could not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The fact that it met first without a value.
    pub fact: &'static str,
    /// The line, 1 for the first.
    pub line: u32,
    /// The column in characters, 1 for the first.
    pub column: u32,
    /// The whole line.
    pub text: String,
}

/// A verdict with the part of the rule that gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The verdict, equal to that of [`Bench::judge`].
    pub verdict: Verdict,
    /// The clause that gave the answer. Several where missing facts make no difference to the answer
    /// and yet to the way: each fires for some value of them. None where it cannot be told, and of
    /// plugins.
    pub fired: Vec<Fired>,
    /// Where the rule stopped, if it cannot be told.
    pub stopped: Option<Stopped>,
    /// What was added up to the answer, in the order in which it ran; empty where the rule adds
    /// nothing up.
    pub steps: Vec<Step>,
}

/// The verdicts on one record with their reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// One for each criterion, in the pack's order.
    pub reasons: Vec<Reason>,
}

impl Explained {
    /// The verdicts alone.
    pub fn verdicts(&self) -> Vec<Verdict> {
        let verdicts = self.reasons.iter().map(|own| own.verdict.clone());
        verdicts.collect()
    }

    /// The sum of the criteria's answers, yes counted as 1: what a pack with `order = "points"` ranks
    /// by. None where one of them cannot be told.
    pub fn points(&self) -> Option<f64> {
        points(&self.verdicts())
    }
}

impl Bench {
    /// Judges one record and says why: a reason for each criterion.
    ///
    /// ```
    /// # use mestring_model::facts::{FactRow, FactValue, Judged};
    /// # use mestring_model::Fact;
    /// # use mestring_rules::{Pack, Plugins};
    /// # let files = [
    /// #     ("pack.toml", "name = \"p\"\nversion = \"1.0.0\"\nkind = \"requirement\"\n\
    /// #       criteria = [\"long\"]\norigin.long = \"local choice\"\n\
    /// #       title.long = { en = \"Long\", nb = \"Langt\", nn = \"Langt\" }"),
    /// #     ("long.rhai", "// What: long. Why: short is a talk. Source: local choice.\n\n\
    /// #       // A talk is no course.\nif run.sessions < 2 { return false; }\nrun.sessions >= 6"),
    /// # ].into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    /// # let pack = Pack::load(&files, &Plugins::default()).map_err(|errors| errors[0].to_string())?;
    /// # let bench = pack.at("2026-01-15".parse()?)?;
    /// let mut run = FactRow::unstated(Judged::Run);
    /// run.set("sessions", Fact::Known(FactValue::Int(1)))?;
    /// let explained = bench.explain(&run)?;
    /// let clause = &explained.reasons[0].fired[0].clause;
    /// assert_eq!((clause.line, clause.text.as_str()), (4, "return false"));
    /// assert_eq!(clause.comment.as_ref().unwrap().text, "A talk is no course.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Bench::judge`].
    pub fn explain(&self, row: &FactRow) -> Result<Explained, RuleError> {
        self.fits(row)?;
        let criteria = self.pack().criteria().iter();
        let reasons = criteria
            .map(|own| explain(own, row, self.parameters()))
            .collect::<Result<_, _>>()?;
        Ok(Explained { reasons })
    }
}

/// A criterion's answer with its reason.
fn explain(
    criterion: &Criterion,
    row: &FactRow,
    parameters: &Parameters,
) -> Result<Reason, RuleError> {
    let Rule::Script(script) = &criterion.rule else {
        return Ok(Reason {
            verdict: criterion.judge(row, parameters)?,
            fired: Vec::new(),
            stopped: None,
            steps: Vec::new(),
        });
    };
    let traced = script.traced()?;
    if script.operations() > OPERATIONS || traced.helpers() >= DEPTH {
        // The copy has room for what it notes: where the script might be stopped by a limit, the
        // script itself has to say.
        criterion.judge(row, parameters)?;
    }
    let (answered, way) = criterion.guarded(|| run(script, traced, row, parameters))?;
    criterion.accept(&answered.answer)?;
    Ok(Reason {
        verdict: Verdict {
            answer: answered.answer,
            rule: criterion.reference.clone(),
            read: answered.read,
            assumed: answered.assumed,
            immaterial: answered.immaterial,
            plugin: None,
        },
        fired: way.fired,
        stopped: way.stopped,
        steps: way.steps,
    })
}

/// The way that a script took.
#[derive(Default)]
struct Taken {
    fired: Vec<Fired>,
    stopped: Option<Stopped>,
    steps: Vec<Step>,
}

/// The copy of a script, asked again for the facts that are missing.
struct Asking<'a> {
    script: &'a Script,
    traced: &'a Traced,
    parameters: &'a Parameters,
    /// What gave each of the answers.
    fired: RefCell<Vec<Fired>>,
}

impl Asked for Asking<'_> {
    fn ask(&self, row: &FactRow) -> (Outcome, Ran) {
        let (outcome, ran, log) = self.traced.ask(self.script, row, self.parameters);
        if let Outcome::Answered(answer) = &outcome {
            let (fired, _) = self.traced.read(&log, answer);
            self.fired.borrow_mut().extend(fired);
        }
        (outcome, ran)
    }

    fn values(&self, fact: usize, row: &FactRow) -> Result<Arc<[FactValue]>, Open> {
        let domains = self.script.domains();
        domains.values(fact, row, Some(self.parameters))
    }
}

fn run(
    script: &Script,
    traced: &Traced,
    row: &FactRow,
    parameters: &Parameters,
) -> Result<(ScriptAnswer, Taken), Why> {
    let (outcome, ran, log) = traced.ask(script, row, parameters);
    match outcome {
        Outcome::Answered(answer) => {
            let (fired, steps) = traced.read(&log, &answer);
            let taken = Taken {
                fired: fired.into_iter().collect(),
                stopped: None,
                steps,
            };
            Ok((script.explain(row, &ran, answer, Vec::new()), taken))
        }
        Outcome::Missing(fact) => {
            let asking = Asking {
                script,
                traced,
                parameters,
                fired: RefCell::new(Vec::new()),
            };
            let done = completion::complete(&asking, row, fact, ran);
            let fired = asking.fired;
            let answered = script.explain(row, &done.ran, done.answer, done.immaterial);
            let mut taken = Taken::default();
            if answered.answer.cannot_tell() {
                let at = traced.stops_at(script, row, parameters);
                taken.stopped = row.judged().facts().get(fact).map(|decl| Stopped {
                    fact: decl.name,
                    line: at.line,
                    column: at.column,
                    text: traced.line(at.line).to_owned(),
                });
            } else {
                taken.fired = fired.into_inner();
                let place = |own: &Fired| (own.clause.line, own.clause.column);
                taken.fired.sort_by_key(place);
                taken
                    .fired
                    .dedup_by(|one, other| one.clause == other.clause);
            }
            Ok((answered, taken))
        }
        Outcome::Stopped(why) => Err(why),
    }
}
