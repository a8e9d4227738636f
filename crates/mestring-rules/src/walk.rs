//! The walk over a parsed script: what it may contain, what it reads, what it can answer.
//!
//! The walk is an allow-list. A statement, expression or function that no arm below names is
//! refused, so that what rhai adds in a later version stays out until somebody has looked at it.

mod answer;
mod arithmetic;
mod asked;
mod bounds;
mod call;
mod compare;
mod condition;
mod cost;
mod expr;
mod flow;
mod function;
mod key;
mod numbers;
mod order;
mod probe;
mod question;
mod span;
mod stmt;
mod switch;
mod types;
mod unknown;

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::facts::Judged;
use rhai::{AST, Expr, Stmt};

use crate::complaint::{Among, Complaint, Feature};
use crate::diagnostic::{Diagnostic, FAULTS};
use crate::helper;
use crate::kind::Takes;
use crate::parameter::Samples;
use crate::record::Reading;
use crate::sandbox::OPERATIONS;
use crate::source::{At, Source};
use crate::tokens::Tokens;
#[cfg(test)]
pub(crate) use compare::OPERATORS;
use flow::{Flow, Range};
pub(crate) use function::FUNCTIONS;
pub(crate) use probe::sort_of;
use span::Spot;
use types::Type;

/// How many times helper functions are looked at, once for each combination of argument types.
const CALLS: usize = 512;
/// How many times they are looked at once more for arguments of the same types with other numbers.
const VARIED: usize = 128;
/// How many times the meaning of a variable is looked at.
const MEANT: usize = 256;
/// The name by which scripts reach the parameters.
pub(crate) const PARAMETERS: &str = "p";

/// What the walk found out about a script without complaints.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reads {
    /// The facts that the script reads in any way, by their place in the declarations.
    pub facts: BTreeSet<usize>,
    /// The parameters that it reads, by name.
    pub parameters: BTreeSet<String>,
    /// The places where a fact may be unknown, with how it is read there.
    pub optional: BTreeMap<At, (usize, Reading)>,
    /// For each [`Reading::Assume`] the fact and the text of what stands in for it.
    pub sites: Vec<(usize, std::sync::Arc<str>)>,
    /// Where a text is put together first; without that, columns of word codes can stand for every
    /// value.
    pub text_built: Option<At>,
    /// How many operations it can take at most.
    pub operations: u64,
}

/// A helper function of the script.
struct Function {
    at: At,
    parameters: Vec<String>,
    body: Vec<Stmt>,
    /// What it returned for what it was called with so far.
    known: Vec<(Vec<Argument>, Type)>,
}

/// What a helper is called with.
#[derive(Debug, Clone, PartialEq)]
struct Argument {
    kind: Type,
    /// What it can be, where it is a number that can be followed.
    numbers: Option<Vec<Range>>,
}

/// A variable in sight.
struct Variable {
    kind: Type,
    at: At,
    used: bool,
    /// The yes or no that it stands for, as long as all that is in it stays what it was.
    meaning: Option<Meaning>,
}

/// A yes or no that a variable stands for.
#[derive(Clone)]
struct Meaning {
    expr: Expr,
    /// As [`key`](key::key) writes it.
    key: String,
}

pub(crate) struct Walk<'a> {
    source: Source<'a>,
    tokens: &'a Tokens,
    judged: Judged,
    parameters: &'a Samples,
    takes: Takes,
    functions: BTreeMap<String, Function>,
    /// The helper that is looked at, by the place of its name; none at the top level.
    inside: Option<At>,
    scopes: Vec<BTreeMap<String, Variable>>,
    /// How often helpers were looked at for nothing but other numbers.
    varied: usize,
    /// How often the meaning of a variable was looked at where it is asked.
    meant: usize,
    /// What is settled at the place that is looked at.
    flow: Flow,
    /// The last value here is an answer of the script itself.
    answering: bool,
    returns: Vec<(Type, Spot)>,
    calls: usize,
    reads: Reads,
    out: BTreeSet<Diagnostic>,
}

/// Looks at a parsed script that was not optimised.
pub(crate) fn walk(
    ast: &AST,
    source: Source,
    tokens: &Tokens,
    judged: Judged,
    parameters: &Samples,
    takes: Takes,
) -> (Reads, Vec<Diagnostic>) {
    let mut walk = Walk::new(source, tokens, judged, parameters, takes);
    walk.collect_functions(ast);
    walk.script(ast.statements());
    walk.unused_functions();
    walk.operations(ast.statements());
    (walk.reads, walk.out.into_iter().collect())
}

impl<'a> Walk<'a> {
    fn new(
        source: Source<'a>,
        tokens: &'a Tokens,
        judged: Judged,
        parameters: &'a Samples,
        takes: Takes,
    ) -> Self {
        Walk {
            source,
            tokens,
            judged,
            parameters,
            takes,
            functions: BTreeMap::new(),
            inside: None,
            scopes: Vec::new(),
            varied: 0,
            meant: 0,
            flow: Flow::default(),
            answering: false,
            returns: Vec::new(),
            calls: 0,
            reads: Reads::default(),
            out: BTreeSet::new(),
        }
    }

    fn say(&mut self, spot: impl Into<Spot>, complaint: impl Into<Complaint>) {
        let complaint = complaint.into();
        let Spot { at, last } = spot.into();
        if self.is_full() {
            return;
        }
        self.out.insert(match last {
            Some(last) => {
                let (at, length) = self.tokens.stretch(&self.source, at, last);
                self.source.stretch(at, length, complaint)
            }
            None => self.source.word(at, complaint),
        });
    }

    /// True where no more is listed, which is then said: what was meant need not be looked for.
    fn is_full(&mut self) -> bool {
        let is_full = self.out.len() >= FAULTS;
        if is_full {
            self.out.insert(Diagnostic::more(self.source.file));
        }
        is_full
    }

    fn refuse(&mut self, spot: impl Into<Spot>, feature: Feature) -> Type {
        self.say(spot, Complaint::NotAllowed(feature));
        Type::Any
    }

    /// The record's name in scripts.
    fn record(&self) -> &'static str {
        self.judged.code()
    }

    /// Notes the helper functions of the script, with what is wrong about their names.
    fn collect_functions(&mut self, ast: &AST) {
        let mut shapes: Vec<_> = ast.iter_functions().collect();
        shapes.sort_by(|a, b| (a.name, a.params.len()).cmp(&(b.name, b.params.len())));
        for (name, at, body) in helper::bodies(ast, self.tokens) {
            let mut same = shapes.iter().filter(|shape| shape.name == name);
            let (Some(shape), another) = (same.next(), same.next()) else {
                continue;
            };
            if another.is_some() {
                self.refuse(at, Feature::SecondFunction);
            }
            if shape.this_type.is_some() {
                self.refuse(at, Feature::TypedFunction);
            }
            if function::FUNCTIONS
                .iter()
                .any(|function| function.name == name)
                || name == "known"
            {
                self.refuse(at, Feature::OwnFunction { name: name.clone() });
            }
            self.name(&name, at);
            let parameters: Vec<String> = shape.params.iter().map(|p| (*p).to_owned()).collect();
            for parameter in &parameters {
                self.name(parameter, at);
            }
            self.functions.insert(
                name,
                Function {
                    at,
                    parameters,
                    body,
                    known: Vec::new(),
                },
            );
        }
    }

    /// Refuses names that hide the record or the parameters, or that not every build can read.
    fn name(&mut self, name: &str, at: At) {
        let own = name.to_owned();
        if name == self.record() || name == PARAMETERS {
            self.refuse(at, Feature::HidingName { name: own });
        } else if !name.is_ascii() {
            self.refuse(at, Feature::ForeignName { name: own });
        }
    }

    fn script(&mut self, statements: &[Stmt]) {
        self.answering = true;
        let answer = self.body(&[], At::default(), statements);
        let last = statements.last().map(|last| At::from(last.position()));
        let mut end = Spot::from(last.unwrap_or_default());
        let mut answers = std::mem::take(&mut self.returns);
        match answers.last() {
            Some((_, spot)) => end = *spot,
            None => answers.push((answer, end)),
        }
        self.mixed_answers(&answers);
        for (answer, spot) in answers {
            self.result(&answer, spot);
        }
        let record = self.record();
        let is_right = !self.out.iter().any(Diagnostic::is_error);
        if is_right && self.reads.facts.is_empty() {
            self.say(end, Complaint::IgnoresRecord { record });
        }
    }

    /// Warns where the longest way through the script is longer than a rule may take. Where it has
    /// errors, its length means nothing.
    fn operations(&mut self, statements: &[Stmt]) {
        self.reads.operations = cost::most(statements, &self.functions);
        let (operations, limit) = (self.reads.operations, OPERATIONS);
        let is_right = !self.out.iter().any(Diagnostic::is_error);
        if is_right && operations > limit {
            let last = statements.last().map(|last| self.statement_spot(last));
            let complaint = Complaint::MayTakeLong { operations, limit };
            self.say(last.unwrap_or_default(), complaint);
        }
    }

    /// A script's or function's statements; the value of the last is the answer.
    fn body(&mut self, parameters: &[(String, Type)], at: At, statements: &[Stmt]) -> Type {
        let parameters = parameters.iter().map(|(name, kind)| {
            let own = Variable {
                kind: kind.clone(),
                at,
                used: false,
                meaning: None,
            };
            (name.clone(), own)
        });
        let outer = std::mem::replace(&mut self.scopes, vec![parameters.collect()]);
        let answer = self.block(statements, true);
        self.close();
        self.scopes = outer;
        answer
    }

    /// Leaves the innermost scope: what nothing read in it stands there for nothing.
    fn close(&mut self) {
        for (name, own) in self.scopes.pop().unwrap_or_default() {
            if !own.used && !name.starts_with('_') {
                self.say(own.at, Complaint::UnusedVariable { name });
            }
        }
    }

    /// Looks at functions that nothing calls, so that nothing in them stays unchecked.
    fn unused_functions(&mut self) {
        let unused: Vec<(String, At, usize)> = self
            .functions
            .iter()
            .filter(|(_, function)| function.known.is_empty())
            .map(|(name, function)| (name.clone(), function.at, function.parameters.len()))
            .collect();
        for (name, at, parameters) in unused {
            let any = Argument {
                kind: Type::Any,
                numbers: None,
            };
            self.call_function(&name, vec![any; parameters], at.into());
            self.say(at, Complaint::UnusedFunction { name });
        }
    }

    /// Notes that a fact is read, and how.
    fn fact(&mut self, name: &str, at: At) -> Option<usize> {
        if let Some((place, _)) = self.judged.fact(name) {
            self.reads.facts.insert(place);
            return Some(place);
        }
        if self.is_full() {
            return None;
        }
        let complaint = Complaint::NoSuchFact {
            record: self.record(),
            name: name.to_owned(),
            among: Among::of_facts(name, self.judged),
        };
        self.say(at, complaint);
        None
    }
}
