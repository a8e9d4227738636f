//! The walk over a parsed script: what it may contain, what it reads, what it can answer.
//!
//! The walk is an allow-list. A statement, expression or function that no arm below names is
//! refused, so that what rhai adds in a later version stays out until somebody has looked at it.

mod answer;
mod call;
mod compare;
mod expr;
mod function;
mod stmt;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::facts::{FactValue, Judged};
use rhai::{AST, ASTNode, Stmt};

use crate::diagnostic::{self, Code, Diagnostic};
use crate::kind::Takes;
use crate::record::{BITS, Reading};
use crate::source::{At, Source};
use crate::tokens::Tokens;
pub(crate) use function::forms;
use types::Type;

/// How many times helper functions are looked at, once for each combination of argument types.
const CALLS: usize = 512;
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
    pub sites: Vec<(usize, String)>,
    /// No text is put together, so that columns of word codes can stand for every value.
    pub columnar: bool,
}

/// A helper function of the script.
struct Function {
    at: At,
    parameters: Vec<String>,
    body: Vec<Stmt>,
    /// What it returned for the argument types it was called with so far.
    known: Vec<(Vec<Type>, Type)>,
}

/// A variable in sight.
struct Variable {
    kind: Type,
}

pub(crate) struct Walk<'a> {
    source: Source<'a>,
    tokens: &'a Tokens,
    judged: Judged,
    parameters: &'a BTreeMap<String, FactValue>,
    takes: Takes,
    functions: BTreeMap<String, Function>,
    /// The helper that is looked at, by the place of its name; none at the top level.
    inside: Option<At>,
    scopes: Vec<BTreeMap<String, Variable>>,
    returns: Vec<(Type, At)>,
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
    parameters: &BTreeMap<String, FactValue>,
    takes: Takes,
) -> (Reads, Vec<Diagnostic>) {
    let mut walk = Walk {
        source,
        tokens,
        judged,
        parameters,
        takes,
        functions: BTreeMap::new(),
        inside: None,
        scopes: Vec::new(),
        returns: Vec::new(),
        calls: 0,
        reads: Reads {
            columnar: true,
            ..Reads::default()
        },
        out: BTreeSet::new(),
    };
    walk.collect_functions(ast);
    walk.script(ast.statements());
    walk.unused_functions();
    (walk.reads, walk.out.into_iter().collect())
}

impl Walk<'_> {
    fn say(&mut self, code: Code, at: At, message: impl Into<String>, help: impl Into<String>) {
        let diagnostic = self.source.word(code, at, message, help);
        self.out.insert(diagnostic);
    }

    fn refuse(&mut self, at: At, what: &str, help: impl Into<String>) -> Type {
        self.say(
            diagnostic::NOT_ALLOWED,
            at,
            format!("{what} is not allowed in a rule"),
            help,
        );
        Type::Any
    }

    /// The record's name in scripts.
    fn record(&self) -> &'static str {
        self.judged.code()
    }

    /// Takes the bodies of helper functions out of the parsed script. Rhai shows their statements
    /// to a walk, but not whose they are: the place tells.
    fn collect_functions(&mut self, ast: &AST) {
        let mut defined = self.tokens.functions();
        defined.sort_by_key(|(_, at)| *at);
        let mut skip = ast.statements().len();
        let mut bodies: BTreeMap<At, Vec<Stmt>> = BTreeMap::new();
        ast.walk(&mut |path: &[ASTNode]| {
            if let [ASTNode::Stmt(statement)] = path {
                if skip > 0 {
                    skip -= 1;
                } else {
                    let at = At::from(statement.position());
                    let owner = defined.iter().rev().find(|(_, start)| *start < at);
                    if let Some((_, owner)) = owner {
                        bodies.entry(*owner).or_default().push((*statement).clone());
                    }
                }
            }
            true
        });
        let mut shapes: Vec<_> = ast.iter_functions().collect();
        shapes.sort_by(|a, b| (a.name, a.params.len()).cmp(&(b.name, b.params.len())));
        for (name, at) in defined {
            let mut same = shapes.iter().filter(|shape| shape.name == name);
            let (Some(shape), another) = (same.next(), same.next()) else {
                continue;
            };
            if another.is_some() {
                self.refuse(
                    at,
                    "a second function of the same name",
                    "give each its own name",
                );
            }
            if shape.this_type.is_some() {
                self.refuse(
                    at,
                    "a function that belongs to a type",
                    "write a plain function",
                );
            }
            if function::FUNCTIONS
                .iter()
                .any(|function| function.name == name)
                || name == "known"
            {
                self.refuse(
                    at,
                    &format!("a function called `{name}`"),
                    "choose another name",
                );
            }
            self.name(&name, at);
            let parameters: Vec<String> = shape.params.iter().map(|p| (*p).to_owned()).collect();
            for parameter in &parameters {
                self.name(parameter, at);
            }
            let body = bodies.remove(&at).unwrap_or_default();
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
        if name == self.record() || name == PARAMETERS {
            self.refuse(at, &format!("another `{name}`"), "choose another name");
        }
        if !name.is_ascii() {
            self.refuse(
                at,
                &format!("the name `{name}`"),
                "use the letters a to z, digits and _",
            );
        }
    }

    fn script(&mut self, statements: &[Stmt]) {
        let answer = self.body(&[], statements);
        let end = statements
            .last()
            .map(|last| At::from(last.position()))
            .unwrap_or_default();
        let mut answers = std::mem::take(&mut self.returns);
        answers.push((answer, end));
        for (answer, at) in answers {
            self.result(&answer, at);
        }
    }

    /// A script's or function's statements; the value of the last is the answer.
    fn body(&mut self, parameters: &[(String, Type)], statements: &[Stmt]) -> Type {
        let scope = parameters
            .iter()
            .map(|(name, kind)| (name.clone(), Variable { kind: kind.clone() }))
            .collect();
        let outer = std::mem::replace(&mut self.scopes, vec![scope]);
        let answer = self.block(statements, true);
        self.scopes = outer;
        answer
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
            self.call_function(&name, vec![Type::Any; parameters], at);
            let message = format!("nothing calls the function `{name}`");
            self.say(diagnostic::UNUSED, at, message, "");
        }
    }

    /// Notes that a fact is read, and how.
    fn fact(&mut self, name: &str, at: At) -> Option<usize> {
        if let Some((place, _)) = self.judged.fact(name) {
            self.reads.facts.insert(place);
            return Some(place);
        }
        let declared = self.judged.facts().iter().map(|fact| fact.name);
        let mut help = diagnostic::suggest(name, declared);
        if help.is_empty() {
            help = format!("the rules reference lists the facts of `{}`", self.record());
        }
        let message = format!("`{}` has no fact `{name}`", self.record());
        self.say(diagnostic::NO_SUCH_FACT, at, message, help);
        None
    }

    /// Notes a place where a fact may be unknown.
    fn optional(&mut self, name: &str, at: At, ask: bool) -> Type {
        let Some(fact) = self.fact(name, at) else {
            return Type::Any;
        };
        if !self.reads.optional.contains_key(&at) {
            let reading = if ask {
                Reading::Ask
            } else {
                let site = self.reads.sites.len();
                if site >= BITS {
                    let message = format!("a rule may write `??` {BITS} times");
                    self.say(diagnostic::TOO_LARGE, at, message, "split the rule");
                    return Type::Any;
                }
                self.reads
                    .sites
                    .push((fact, self.tokens.fallback(&self.source, at)));
                Reading::Assume(site)
            };
            self.reads.optional.insert(at, (fact, reading));
        }
        self.judged
            .facts()
            .get(fact)
            .map_or(Type::Any, |decl| Type::of_fact(decl.kind))
    }
}
