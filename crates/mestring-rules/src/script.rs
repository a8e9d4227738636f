//! One rule written as a script: compiled twice, checked, and run on one record.
//!
//! The first compilation is looked at; the second renames the facts that stand left of `??` or
//! inside `known(…)`, so that only there an unknown fact is anything but the end of the script.

mod copy;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactValue, Judged};
use mestring_model::verdict::{Answer, Assumption, FactRead, Open};
use rhai::{AST, Dynamic, Engine, EvalAltResult, Scope, Token};

use crate::complaint::{Complaint, ParseFault};
use crate::completion::{self, Asked, Completed, Domains};
use crate::diagnostic::Diagnostic;
use crate::error::{Given, StopCause};
pub use crate::eval::Interpreted;
use crate::eval::{self, Bar, Program};
use crate::header;
use crate::kind::Takes;
use crate::parameter::Samples;
use crate::parse_error::{literals, not_parsed, open_comment};
use crate::reason::Traced;
use crate::record::{self, CannotTell, Parameters, Reading, Record};
use crate::recovery::Broken;
use crate::sandbox::{self, SOURCE_BYTES};
use crate::source::{At, Source};
use crate::thresholds::Thresholds;
use crate::tokens::Tokens;
use crate::walk::{self, PARAMETERS, Reads};
pub(crate) use copy::Helper;

/// A rule that passed the check.
#[derive(Debug)]
pub struct Script {
    judged: Judged,
    engine: Engine,
    ast: AST,
    reads: Reads,
    /// The pack's parameters, in the order of their values.
    parameter_names: Vec<String>,
    thresholds: Thresholds,
    domains: Domains,
    /// The script without the engine, or what keeps it there.
    pub(crate) program: Result<Program, Bar>,
    header: String,
    /// The file that it was read from, relative to the pack's folder.
    file: Arc<str>,
    text: String,
    /// The copy that notes which clause answers, made when the first explanation is asked for.
    traced: OnceLock<Result<Box<Traced>, sandbox::HostError>>,
}

/// What a script answered about one record.
#[derive(Debug, Clone, PartialEq)]
pub struct ScriptAnswer {
    /// The answer.
    pub answer: Answer,
    /// The facts it read, in the declared order.
    pub read: Vec<FactRead>,
    /// What stood in for facts that were not known.
    pub assumed: Vec<Assumption>,
    /// The facts that were missing and make no difference.
    pub immaterial: Vec<&'static str>,
}

/// How a script ended that was run once.
pub(crate) enum Outcome {
    /// With an answer.
    Answered(Answer),
    /// At a fact that is not known, by its place.
    Missing(usize),
    /// With an error.
    Stopped(Stopped),
}

/// What a script did: bit `n` of `read` for the fact at `n`, of `assumed` for the `??` at `n`.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ran {
    pub read: u64,
    pub assumed: u64,
}

/// Why a script gave no answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Stopped {
    /// It stopped at a place, 0:0 where that is not known.
    At(At, StopCause),
    /// It ended with something that is no answer.
    NoAnswer(Given),
}

impl Script {
    /// The facts that the script can read, in the declared order.
    pub fn facts(&self) -> Vec<&'static FactDecl> {
        let declared = self.judged.facts();
        self.reads
            .facts
            .iter()
            .filter_map(|fact| declared.get(*fact))
            .collect()
    }

    pub(crate) fn fact_places(&self) -> impl Iterator<Item = usize> {
        self.reads.facts.iter().copied()
    }

    /// The parameters that the script can read, by name.
    pub fn parameters(&self) -> &BTreeSet<String> {
        &self.reads.parameters
    }

    /// True where the script could be run over columns as it stands. Rules have no loops, so the
    /// only bar is a text that the script puts together.
    pub fn is_columnar(&self) -> bool {
        self.reads.text_built.is_none()
    }

    /// Where the script puts a text together first, line and column from 1: the bar to running it
    /// over columns. None where there is no bar.
    pub fn bar_to_columns(&self) -> Option<(u32, u32)> {
        self.reads.text_built.map(|at| (at.line, at.column))
    }

    /// Why the script is run by the interpreter and not compiled, with the line and column where that
    /// shows, 0 where it is the script as a whole. None where it is compiled: the answers are the same,
    /// and come several times faster.
    pub fn interpreted_because(&self) -> Option<(u32, u32, Interpreted)> {
        let bar = self.program.as_ref().err()?;
        Some((bar.at.line, bar.at.column, bar.why))
    }

    /// How many operations one answer takes at most, counted over the longest way through the
    /// script before it runs. An answer stops at [`OPERATIONS`](sandbox::OPERATIONS).
    pub fn operations(&self) -> u64 {
        self.reads.operations
    }

    /// The comment at the top of the script: what, why and source.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// Compiles and checks a script.
    pub(crate) fn compile(
        source: Source,
        judged: Judged,
        parameters: &Samples,
        takes: Takes,
    ) -> (Option<Script>, Vec<Diagnostic>) {
        let text = source.text;
        if text.len() > SOURCE_BYTES {
            let complaint = Complaint::TooManyBytes {
                bytes: text.len(),
                limit: SOURCE_BYTES,
            };
            let big = Diagnostic::of(source.file, None, complaint);
            return (None, vec![big]);
        }
        sandbox::guard(|| Self::compile_guarded(source, judged, parameters, takes)).unwrap_or_else(
            || {
                let gave_up = Diagnostic::of(source.file, None, ParseFault::GaveUp.into());
                (None, vec![gave_up])
            },
        )
    }

    fn compile_guarded(
        source: Source,
        judged: Judged,
        parameters: &Samples,
        takes: Takes,
    ) -> (Option<Script>, Vec<Diagnostic>) {
        let host =
            |error: sandbox::HostError| Diagnostic::of(source.file, None, Complaint::Host(error));
        let engine = match sandbox::engine() {
            Ok(engine) => engine,
            Err(error) => return (None, vec![host(error)]),
        };
        if let Some(begins) = open_comment(source.text) {
            let open = source.stretch(source.place(begins), 2, ParseFault::OpenComment.into());
            return (None, vec![open]);
        }
        let names = names(judged);
        let tokens = Tokens::read(&engine, source.text);
        // The walk finds every name that nothing defines; the parser would stop at the first.
        let mut engine = engine;
        engine.set_strict_variables(false);
        let ast = match engine.compile_with_scope(&names, source.text) {
            Ok(ast) => ast,
            Err(error) => {
                let broken = Broken {
                    engine: &engine,
                    names: &names,
                    source,
                    judged,
                    parameters,
                    takes,
                };
                return (None, broken.complaints(&error));
            }
        };
        engine.set_strict_variables(true);
        let (reads, mut out) = walk::walk(&ast, source, &tokens, judged, parameters, takes);
        out.extend(literals(source, judged, &tokens));
        let header = header::read(source.text);
        out.extend(header::complaint(source, &header));
        if out.iter().any(Diagnostic::is_error) {
            return (None, out);
        }
        let renamed: BTreeMap<At, Reading> = reads
            .optional
            .iter()
            .map(|(at, (_, reading))| (*at, *reading))
            .collect();
        let thresholds = Thresholds::of(&ast, judged, parameters);
        let facts = reads.facts.iter().copied();
        let domains = Domains::of(judged, facts, &thresholds.lists, |fact| {
            thresholds.around(fact).ok_or(Open::Calculated)
        });
        rename(&mut engine, renamed);
        let names_of_parameters = parameters.keys().map(String::as_str);
        register(&mut engine, judged, names_of_parameters, &reads);
        sandbox::hold(&mut engine, reads.operations);
        match engine.compile_with_scope(&names, source.text) {
            Ok(ast) => {
                let mut script = Script {
                    judged,
                    engine,
                    ast,
                    parameter_names: parameters.keys().cloned().collect(),
                    thresholds,
                    domains,
                    program: Err(Bar {
                        at: At::default(),
                        why: Interpreted::NotLookedAt,
                    }),
                    reads,
                    header,
                    file: source.file.into(),
                    text: source.text.to_owned(),
                    traced: OnceLock::new(),
                };
                script.program = script.lowered();
                (Some(script), out)
            }
            Err(error) => {
                out.push(not_parsed(source, judged, &tokens, &error));
                (None, out)
            }
        }
    }

    /// The program of the tree that runs. What the interpreter could stop for its length, or for the
    /// size of a text that it puts together, stays with the interpreter.
    fn lowered(&self) -> Result<Program, Bar> {
        if let Some(at) = self.reads.text_built {
            let why = Interpreted::TextBuilt;
            return Err(Bar { at, why });
        }
        if self.reads.operations > sandbox::OPERATIONS {
            let (at, why) = (At::default(), Interpreted::ManyOperations);
            return Err(Bar { at, why });
        }
        let (statements, helpers) = (self.ast.statements(), self.helpers());
        eval::lower(statements, &helpers, self.judged, &self.parameter_names)
    }

    /// What it does with the numbers that it reads.
    pub(crate) fn thresholds(&self) -> &Thresholds {
        &self.thresholds
    }

    /// What stands for facts that are missing.
    pub(crate) fn domains(&self) -> &Domains {
        &self.domains
    }

    /// Runs the script on one record. Where a fact is missing, [`completion`] finds out whether it
    /// makes a difference.
    pub(crate) fn run(
        &self,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Result<ScriptAnswer, Stopped> {
        let done = self.complete(row, parameters)?;
        Ok(self.explain(row, &done.ran, done.answer, done.immaterial))
    }

    /// The answer of [`Self::run`] alone.
    pub(crate) fn answer(&self, row: &FactRow, parameters: &Parameters) -> Result<Answer, Stopped> {
        self.complete(row, parameters).map(|done| done.answer)
    }

    fn complete(&self, row: &FactRow, parameters: &Parameters) -> Result<Completed, Stopped> {
        match self.ask(row, parameters) {
            (Outcome::Answered(answer), ran) => Ok(Completed {
                answer,
                ran,
                immaterial: Vec::new(),
            }),
            (Outcome::Missing(fact), ran) => {
                let asked = With {
                    script: self,
                    parameters,
                };
                Ok(completion::complete(&asked, row, fact, ran))
            }
            (Outcome::Stopped(stopped), _) => Err(stopped),
        }
    }

    /// Runs the script once, and tells how it ended and what it did on the way: by its program, and
    /// by the interpreter where it has none or that bails.
    pub(crate) fn ask(&self, row: &FactRow, parameters: &Parameters) -> (Outcome, Ran) {
        self.ask_program(row, parameters)
            .unwrap_or_else(|| self.ask_engine(row, parameters))
    }

    pub(crate) fn ask_program(
        &self,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Option<(Outcome, Ran)> {
        let program = self.program.as_ref().ok()?;
        program.ask(row.values(), parameters.lowered()?, &mut Vec::new())
    }

    pub(crate) fn ask_engine(&self, row: &FactRow, parameters: &Parameters) -> (Outcome, Ran) {
        let record = Record::new(Arc::new(row.clone()));
        let mut scope = Scope::new();
        scope.push_constant(self.judged.code(), record.clone());
        scope.push_constant(PARAMETERS, parameters.clone());
        let value = self
            .engine
            .eval_ast_with_scope::<Dynamic>(&mut scope, &self.ast);
        let outcome = match value.map(|value| answer(&value)) {
            Ok(Ok(answer)) => Outcome::Answered(answer),
            Ok(Err(stopped)) => Outcome::Stopped(stopped),
            Err(error) => stopped(&error),
        };
        (outcome, record.ran())
    }

    /// An answer with what the script read and assumed.
    pub(crate) fn explain(
        &self,
        row: &FactRow,
        ran: &Ran,
        answer: Answer,
        immaterial: Vec<&'static str>,
    ) -> ScriptAnswer {
        let declared = self.judged.facts();
        let mut read = Vec::with_capacity(ran.read.count_ones() as usize);
        for fact in record::places(ran.read) {
            if let (Some(decl), Some(value)) = (declared.get(fact), row.values().get(fact)) {
                read.push(fact_read(decl.name, value));
            }
        }
        let assumed = record::places(ran.assumed)
            .filter_map(|site| self.reads.sites.get(site))
            .filter_map(|(fact, text)| Some((declared.get(*fact)?, text)))
            .map(|(decl, text)| Assumption {
                name: decl.name,
                assumed: text.clone(),
            })
            .collect();
        ScriptAnswer {
            answer,
            read,
            assumed,
            immaterial,
        }
    }
}

/// A script with the parameters of a date.
struct With<'a> {
    script: &'a Script,
    parameters: &'a Parameters,
}

impl Asked for With<'_> {
    fn ask(&self, row: &FactRow) -> (Outcome, Ran) {
        self.script.ask(row, self.parameters)
    }

    fn values(&self, fact: usize, row: &FactRow) -> Result<Arc<[FactValue]>, Open> {
        let domains = &self.script.domains;
        domains.values(fact, row, Some(self.parameters))
    }
}

/// A fact as a verdict keeps it. Each arm makes the whole at once: with `value.clone()` it is put
/// together in parts and copied, which takes twice as long for something done ten times a verdict.
fn fact_read(name: &'static str, value: &Fact<FactValue>) -> FactRead {
    let known = |value| FactRead {
        name,
        value: Fact::Known(value),
    };
    match value {
        Fact::NotStated => FactRead {
            name,
            value: Fact::NotStated,
        },
        Fact::Unknown => FactRead {
            name,
            value: Fact::Unknown,
        },
        Fact::Known(FactValue::Bool(yes)) => known(FactValue::Bool(*yes)),
        Fact::Known(FactValue::Int(number)) => known(FactValue::Int(*number)),
        Fact::Known(FactValue::Number(number)) => known(FactValue::Number(*number)),
        Fact::Known(FactValue::Text(text)) => known(FactValue::Text(text.clone())),
        Fact::Known(FactValue::List(texts)) => known(FactValue::List(texts.clone())),
    }
}

/// The fact without which a script could not go on, or why it stopped.
fn stopped(error: &EvalAltResult) -> Outcome {
    let inner = error.unwrap_inner();
    if let EvalAltResult::ErrorRuntime(value, _) = inner
        && let Some(fact) = value.clone().try_cast::<CannotTell>()
    {
        return Outcome::Missing(fact.0);
    }
    let at = At::from(inner.position());
    Outcome::Stopped(Stopped::At(at, StopCause::of(inner)))
}

/// What the last value of a script answers.
fn answer(value: &Dynamic) -> Result<Answer, Stopped> {
    if let Ok(yes) = value.as_bool() {
        return Ok(Answer::Bool(yes));
    }
    if let Ok(number) = value.as_int() {
        return Ok(Answer::Number(number as f64));
    }
    if let Ok(number) = value.as_float() {
        return Ok(Answer::Number(number));
    }
    match value.read_lock::<rhai::ImmutableString>() {
        Some(text) => Ok(Answer::Word(text.as_str().into())),
        None if value.is_unit() => Err(Stopped::NoAnswer(Given::Nothing)),
        None => Err(Stopped::NoAnswer(Given::Other(value.to_string()))),
    }
}

/// The names that every script of a kind can use.
pub(crate) fn names(judged: Judged) -> Scope<'static> {
    let mut scope = Scope::new();
    scope.push_constant(judged.code(), ());
    scope.push_constant(PARAMETERS, ());
    scope
}

#[expect(
    deprecated,
    reason = "rhai marks `on_parse_token` as volatile, not as going away"
)]
fn rename(engine: &mut Engine, renamed: BTreeMap<At, Reading>) {
    engine.on_parse_token(move |token, position, _| {
        match (&token, renamed.get(&position.into())) {
            (Token::Identifier(name), Some(reading)) => {
                Token::Identifier(Box::new(reading.property(name).into()))
            }
            _ => token,
        }
    });
}

fn register<'a>(
    engine: &mut Engine,
    judged: Judged,
    parameters: impl Iterator<Item = &'a str>,
    reads: &Reads,
) {
    engine.register_type_with_name::<Record>(judged.code());
    engine.register_type_with_name::<Parameters>(PARAMETERS);
    engine.register_fn("known", |value: Dynamic| !value.is_unit());
    for fact in &reads.facts {
        if let Some(decl) = judged.facts().get(*fact) {
            record::register_plain(engine, *fact, decl.name, decl.kind);
        }
    }
    let optional: BTreeSet<(usize, Reading)> = reads.optional.values().copied().collect();
    for (fact, reading) in optional {
        if let Some(decl) = judged.facts().get(fact) {
            record::register_optional(engine, fact, decl.name, decl.kind, reading);
        }
    }
    for (at, name) in parameters.enumerate() {
        record::register_parameter(engine, at, name);
    }
}

#[cfg(test)]
mod tests;
