//! A copy of a parsed script that notes which clause answers, and with which numbers it adds up.
//!
//! Around every expression that can be the answer, and around every number that goes into a sum, a
//! call is put that notes its place and value. The helpers of a script become native functions that
//! run their own copy, because the body of a script function cannot be replaced.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

use mestring_model::facts::FactRow;
use rhai::{
    AST, Dynamic, Engine, Expr, FLOAT, FnCallExpr, INT, Module, Position, Stmt, StmtBlock,
    SwitchCasesCollection, Token,
};

use super::text::{Joined, Text};
use super::{Amount, Branch, Change, Clause, Way};
use crate::coverage::{define, template};
use crate::eval::Program;
use crate::record::Parameters;
use crate::sandbox::{HostError, OPERATIONS};
use crate::script::{Helper, Outcome, Ran, Script};
use crate::source::{At, Source};

/// The call that notes. Scripts cannot call it: the check does not know it.
pub(crate) const NOTE: &str = "mestring_note";

thread_local! {
    /// What the copy that runs on this thread has noted so far. A run begins with an empty list and
    /// takes it away at its end.
    static LOG: Cell<Log> = const { Cell::new(Vec::new()) };
}

/// What was noted: the place, and the number that stood there, if it was one.
pub(crate) type Log = Vec<(u32, Option<Amount>)>;

/// A script that notes.
#[derive(Debug)]
pub(crate) struct Traced {
    engine: Engine,
    ast: AST,
    /// The copy without the engine; none where the script has none.
    program: Option<Program>,
    pub(super) sites: Vec<Site>,
    helpers: usize,
    text: String,
}

/// A place that is noted.
#[derive(Debug)]
pub(super) struct Site {
    /// The script is 0, its helpers follow from 1.
    pub owner: usize,
    pub clause: Arc<Clause>,
    pub kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// An answer of its owner.
    Answer {
        /// The helper that it is a call of, by its place.
        calls: Option<usize>,
        /// The variables that it is made of, among those that hold sums.
        of: Vec<Arc<str>>,
        /// It is one of them as it stands, or a sum whose first term is.
        as_it_stands: bool,
        /// What its parts are joined by; their sites stand before it, in order.
        parts: Option<(Joined, usize)>,
    },
    /// A part of the answer that follows among the sites.
    Part {
        /// What is done with it, of a sum.
        change: Change,
    },
    /// A number that goes into a variable.
    Into { variable: Arc<str>, change: Change },
    /// Something else is done with a variable that holds a sum, so that its steps cannot be told.
    Beyond { variable: Arc<str> },
}

impl Traced {
    pub fn of(script: &Script) -> Result<Self, HostError> {
        let mut engine = script.engine()?;
        let helpers = script.helpers();
        let tokens = script.tokens();
        let text = Text::new(script.file(), script.text(), &tokens, script.header());
        let names = helpers.iter().map(|own| own.name.clone()).collect();
        let mut writer = Writer {
            text,
            names,
            note: template(&engine, &format!("{NOTE}(0, true)"))?,
            sites: Vec::new(),
            owner: 0,
            sums: BTreeSet::new(),
            branch: None,
        };
        let mut statements = script.ast().statements().to_vec();
        writer.body(0, &mut statements);
        let copies: Vec<Helper> = helpers
            .into_iter()
            .zip(1..)
            .map(|(mut helper, owner)| {
                writer.body(owner, &mut helper.body);
                helper
            })
            .collect();
        let (sites, helpers) = (writer.sites, copies.len());
        let program = script.lowered_copy(&statements, &copies);
        register(&mut engine);
        // Room for the calls that note; `reason::explain` sees to scripts that are near the limit.
        let limit = OPERATIONS * 4;
        engine.set_max_operations(limit);
        engine.on_progress(move |done| (done > limit).then(|| "too many operations".into()));
        for helper in copies {
            define(&mut engine, helper);
        }
        Ok(Traced {
            engine,
            ast: AST::new(statements, Module::new()),
            program,
            sites,
            helpers,
            text: script.text().to_owned(),
        })
    }

    /// How many helpers the script defines.
    pub fn helpers(&self) -> usize {
        self.helpers
    }

    /// A line of the script.
    pub fn line(&self, line: u32) -> &str {
        let text = &self.text;
        Source { file: "", text }.line(line)
    }

    /// Runs the copy on a record: how it ended, what it did, what it noted. By its program, and by the
    /// interpreter where it has none or that bails.
    pub fn ask(
        &self,
        script: &Script,
        row: &FactRow,
        parameters: &Parameters,
    ) -> (Outcome, Ran, Log) {
        self.ask_program(row, parameters).unwrap_or_else(|| {
            let (outcome, ran, _, log) = self.ask_engine(script, row, parameters);
            (outcome, ran, log)
        })
    }

    pub fn ask_program(
        &self,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Option<(Outcome, Ran, Log)> {
        let program = self.program.as_ref()?;
        let mut log = Vec::with_capacity(self.sites.len());
        let (outcome, ran) = program.ask(row.values(), parameters.lowered()?, &mut log)?;
        Some((outcome, ran, log))
    }

    /// Where the script stops on a record that lacks a fact.
    pub fn stops_at(&self, script: &Script, row: &FactRow, parameters: &Parameters) -> At {
        self.ask_engine(script, row, parameters).2
    }

    pub fn ask_engine(
        &self,
        script: &Script,
        row: &FactRow,
        parameters: &Parameters,
    ) -> (Outcome, Ran, At, Log) {
        LOG.set(Vec::with_capacity(self.sites.len()));
        let (outcome, ran, at) = script.ask_copy(&self.engine, &self.ast, row, parameters);
        (outcome, ran, at, LOG.take())
    }
}

/// Registers the call that notes. One for each usual type of value: one for values of any type is
/// found later, and every note would wait for it.
fn register(engine: &mut Engine) {
    let note = |site: INT, amount: Option<Amount>| {
        let mut log = LOG.take();
        log.push((u32::try_from(site).unwrap_or(u32::MAX), amount));
        LOG.set(log);
    };
    engine.register_fn(NOTE, move |site: INT, value: FLOAT| {
        note(site, Some(Amount::Decimal(value)));
        value
    });
    engine.register_fn(NOTE, move |site: INT, value: INT| {
        note(site, Some(Amount::Whole(value)));
        value
    });
    engine.register_fn(NOTE, move |site: INT, value: bool| {
        note(site, None);
        value
    });
    engine.register_fn(NOTE, move |site: INT, value: Dynamic| {
        note(site, None);
        value
    });
}

/// Puts calls that note into statements.
struct Writer<'a> {
    text: Text<'a>,
    names: Vec<String>,
    note: FnCallExpr,
    sites: Vec<Site>,
    owner: usize,
    /// The variables of the owner that are added to.
    sums: BTreeSet<String>,
    branch: Option<Branch>,
}

impl Writer<'_> {
    /// The statements of the script or of a helper.
    fn body(&mut self, owner: usize, statements: &mut [Stmt]) {
        self.owner = owner;
        self.sums.clear();
        self.branch = None;
        find_sums(statements, &mut self.sums);
        self.statements(statements, true);
    }

    /// `last`: the value of the last statement is the answer.
    fn statements(&mut self, statements: &mut [Stmt], last: bool) {
        let end = statements.len();
        for (at, statement) in statements.iter_mut().enumerate() {
            self.statement(statement, last && at + 1 == end);
        }
    }

    fn block(&mut self, block: &mut StmtBlock, last: bool) {
        self.statements(block.statements_mut(), last);
    }

    /// What stands in a branch.
    fn within(&mut self, branch: Branch, inside: impl FnOnce(&mut Self)) {
        let outer = self.branch.replace(branch);
        inside(self);
        self.branch = outer;
    }

    fn statement(&mut self, statement: &mut Stmt, last: bool) {
        match statement {
            Stmt::If(flow, place) => {
                let at = At::from(*place);
                self.expr(&mut flow.expr);
                let of = self.text.subject(at);
                let branch = |way| Branch {
                    way,
                    line: at.line,
                    column: at.column,
                    of: of.clone(),
                    case: String::new(),
                };
                self.within(branch(Way::Then), |own| own.block(&mut flow.body, last));
                self.within(branch(Way::Else), |own| own.block(&mut flow.branch, last));
            }
            Stmt::Switch(parts, place) => {
                let of = self.text.subject(At::from(*place));
                self.expr(&mut parts.0);
                self.switch(&mut parts.1, &of, last);
            }
            Stmt::Var(parts, _, place) => {
                self.expr(&mut parts.1);
                let name = parts.0.as_str().to_owned();
                self.into(&name, Change::Start, At::from(*place), &mut parts.1);
            }
            Stmt::Assignment(parts) => {
                self.expr(&mut parts.1.rhs);
                let Expr::Variable(variable, _, place) = &parts.1.lhs else {
                    return;
                };
                let (name, at) = (variable.1.to_string(), At::from(*place));
                let change = match parts.0.get_op_assignment_info() {
                    None => Some(Change::Start),
                    Some((.., Token::Plus, _)) => Some(Change::Add),
                    Some((.., Token::Minus, _)) => Some(Change::Subtract),
                    Some((.., Token::Multiply, _)) => Some(Change::Multiply),
                    Some((.., Token::Divide, _)) => Some(Change::Divide),
                    Some(_) => None,
                };
                match change {
                    Some(change) => self.into(&name, change, at, &mut parts.1.rhs),
                    None => {
                        let clause = self.text.clause(at, self.branch.as_ref());
                        let variable = name.as_str().into();
                        self.wrap(clause, Kind::Beyond { variable }, &mut parts.1.rhs);
                    }
                }
            }
            Stmt::FnCall(..) if last => {
                if let Stmt::FnCall(call, place) = std::mem::take(statement) {
                    let mut expr = Expr::FnCall(call, place);
                    self.answer(&mut expr, At::from(place));
                    *statement = Stmt::Expr(expr.into());
                }
            }
            Stmt::FnCall(call, _) => self.arguments(call),
            Stmt::Block(block) => self.block(block, last),
            Stmt::Expr(expr) if last => {
                let at = At::from(expr.start_position());
                self.answer(expr, at);
            }
            Stmt::Expr(expr) => self.expr(expr),
            Stmt::Return(Some(value), _, place) => {
                let at = At::from(*place);
                self.answer(value, at);
            }
            // The check lets nothing else through.
            _ => {}
        }
    }

    fn switch(&mut self, cases: &mut SwitchCasesCollection, of: &str, last: bool) {
        for case in &mut cases.expressions {
            self.expr(&mut case.lhs);
            let at = At::from(case.rhs.start_position());
            let (text, begins) = self.text.case(at);
            let branch = Branch {
                way: Way::Case,
                line: begins.line,
                column: begins.column,
                of: of.to_owned(),
                case: text,
            };
            self.within(branch, |own| match (&mut case.rhs, last) {
                (Expr::Stmt(block), last) => own.block(block, last),
                (answer, true) => own.answer(answer, at),
                (other, false) => own.expr(other),
            });
        }
    }

    /// An expression that is the answer, where it is no block with answers of its own.
    fn answer(&mut self, expr: &mut Expr, at: At) {
        if let Expr::Stmt(block) = expr {
            self.block(block, true);
            return;
        }
        let calls = match &*expr {
            Expr::FnCall(call, _) => {
                let mut names = self.names.iter();
                let own = names.position(|name| *name == call.name.as_str());
                own.map(|own| own + 1)
            }
            _ => None,
        };
        let mut of = BTreeSet::new();
        variables(expr, &mut of);
        of.retain(|name| self.sums.contains(name));
        let begins_with = match first_term(expr) {
            Expr::Variable(parts, ..) => of.contains(parts.1.as_str()),
            _ => false,
        };
        let as_it_stands = of.len() == 1 && begins_with;
        let clause = self.text.clause(at, self.branch.as_ref());
        let parts = self.parts(expr, as_it_stands);
        let of = of.iter().map(|name| name.as_str().into()).collect();
        let kind = Kind::Answer {
            calls,
            of,
            as_it_stands,
            parts,
        };
        self.wrap(clause, kind, expr);
    }

    /// The parts of an answer that are joined by `&&`, `||`, or `+` and `-`.
    fn parts(&mut self, expr: &mut Expr, from_variable: bool) -> Option<(Joined, usize)> {
        let joined = match expr {
            Expr::And(..) => Joined::And,
            Expr::Or(..) => Joined::Or,
            Expr::FnCall(call, _) if sign(call).is_some() => Joined::Sum,
            other => {
                self.expr(other);
                return None;
            }
        };
        let mut parts: Vec<(&mut Expr, Change)> = Vec::new();
        match expr {
            Expr::And(all, _) | Expr::Or(all, _) => {
                parts.extend(all.iter_mut().map(|part| (part, Change::Start)));
            }
            other => terms(other, Change::Start, &mut parts),
        }
        let insides: Vec<At> = parts
            .iter()
            .map(|(part, _)| At::from(part.start_position()))
            .collect();
        let clauses = self.text.parts(&insides, joined, self.branch.as_ref());
        // The sites of the parts stand together, directly before the answer's own.
        parts.iter_mut().for_each(|(part, _)| self.expr(part));
        let mut count = 0;
        for (at, ((part, change), clause)) in parts.into_iter().zip(clauses).enumerate() {
            // What the variable holds is told by its own steps.
            if !(at == 0 && from_variable) {
                self.wrap(clause, Kind::Part { change }, part);
                count += 1;
            }
        }
        Some((joined, count))
    }

    /// A number that goes into a variable that holds a sum.
    fn into(&mut self, name: &str, change: Change, at: At, expr: &mut Expr) {
        if self.sums.contains(name) {
            let clause = self.text.clause(at, self.branch.as_ref());
            let variable = name.into();
            self.wrap(clause, Kind::Into { variable, change }, expr);
        }
    }

    /// An expression with a note around it.
    fn wrap(&mut self, clause: Arc<Clause>, kind: Kind, expr: &mut Expr) {
        let mut call = self.note.clone();
        let number = self.sites.len() as INT;
        self.sites.push(Site {
            owner: self.owner,
            clause,
            kind,
        });
        let place = expr.start_position();
        if let [site, value] = call.args.as_mut_slice() {
            *site = Expr::IntegerConstant(number, Position::NONE);
            *value = std::mem::take(expr);
        }
        *expr = Expr::FnCall(call.into(), place);
    }

    fn arguments(&mut self, call: &mut FnCallExpr) {
        // What `known` asks about is a fact and nothing more.
        if call.name != "known" {
            for argument in &mut call.args {
                self.expr(argument);
            }
        }
    }

    /// Blocks inside an expression: they can change sums, and end the script.
    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) | Expr::Coalesce(parts, _) => {
                parts.iter_mut().for_each(|part| self.expr(part));
            }
            Expr::FnCall(call, _) | Expr::MethodCall(call, _) => self.arguments(call),
            Expr::Dot(parts, ..) => {
                self.expr(&mut parts.lhs);
                self.expr(&mut parts.rhs);
            }
            Expr::Array(items, _) => items.iter_mut().for_each(|item| self.expr(item)),
            Expr::Stmt(block) => self.block(block, false),
            // Constants, names and properties have no parts.
            _ => {}
        }
    }
}

/// What a call of `+` or `-` between two does with the right one.
fn sign(call: &FnCallExpr) -> Option<Change> {
    match (&call.op_token, call.args.len()) {
        (Some(Token::Plus), 2) => Some(Change::Add),
        (Some(Token::Minus), 2) => Some(Change::Subtract),
        _ => None,
    }
}

/// The terms of a sum in the order in which they are added: `a + b - c` is `(a + b) - c`.
fn terms<'e>(expr: &'e mut Expr, change: Change, out: &mut Vec<(&'e mut Expr, Change)>) {
    let next = match &*expr {
        Expr::FnCall(call, _) if change == Change::Start => sign(call),
        _ => None,
    };
    match (expr, next) {
        (Expr::FnCall(call, _), Some(next)) => {
            if let [left, right] = call.args.as_mut_slice() {
                terms(left, Change::Start, out);
                out.push((right, next));
            }
        }
        (term, _) => out.push((term, change)),
    }
}

/// The term that a sum begins with; an expression that is no sum is its own.
fn first_term(expr: &Expr) -> &Expr {
    match expr {
        Expr::FnCall(call, _) if sign(call).is_some() => call.args.first().map_or(expr, first_term),
        _ => expr,
    }
}

/// The variables that an expression reads.
fn variables(expr: &Expr, out: &mut BTreeSet<String>) {
    expr.walk(&mut Vec::new(), &mut |path: &[rhai::ASTNode]| {
        if let Some(rhai::ASTNode::Expr(Expr::Variable(parts, ..))) = path.last() {
            out.insert(parts.1.to_string());
        }
        true
    });
}

/// The variables that statements add to.
fn find_sums(statements: &[Stmt], out: &mut BTreeSet<String>) {
    for statement in statements {
        statement.walk(&mut Vec::new(), &mut |path: &[rhai::ASTNode]| {
            if let Some(rhai::ASTNode::Stmt(Stmt::Assignment(parts))) = path.last()
                && parts.0.is_op_assignment()
                && let Expr::Variable(variable, ..) = &parts.1.lhs
            {
                out.insert(variable.1.to_string());
            }
            true
        });
    }
}
