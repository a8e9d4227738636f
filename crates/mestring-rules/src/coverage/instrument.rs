//! A copy of a parsed script with a counter at every branch and condition.
//!
//! Counters are calls that are put into the tree. The helpers of a script become native functions
//! that run their own counted body, because the body of a script function cannot be replaced.

use std::any::TypeId;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mestring_model::facts::FactRow;
use rhai::{
    AST, Dynamic, Engine, Expr, FnCallExpr, INT, Module, Position, Scope, Stmt, StmtBlock,
    SwitchCasesCollection,
};

use super::Part;
use crate::record::Parameters;
use crate::sandbox::{HostEffect, HostError};
use crate::script::{Helper, Script};
use crate::source::At;

/// The calls that count. Scripts cannot call them: the check does not know them.
const REACHED: &str = "mestring_reached";
const ASKED: &str = "mestring_asked";
const TAKEN: &str = "mestring_taken";

/// A script with counters.
pub(super) struct Counted {
    engine: Engine,
    ast: AST,
    parts: Vec<(Part, At)>,
    hits: Arc<[AtomicBool]>,
}

/// Puts counters into statements.
struct Writer {
    parts: Vec<(Part, At)>,
    reached: FnCallExpr,
    asked: FnCallExpr,
    taken: FnCallExpr,
}

impl Counted {
    pub fn of(script: &Script) -> Result<Self, HostError> {
        let mut engine = script.engine()?;
        let mut writer = Writer::new(&engine)?;
        let mut statements = script.ast().statements().to_vec();
        writer.statements(&mut statements);
        let helpers: Vec<Helper> = script
            .helpers()
            .into_iter()
            .map(|mut helper| {
                writer.statements(&mut helper.body);
                helper
            })
            .collect();
        let hits: Arc<[AtomicBool]> = writer
            .parts
            .iter()
            .map(|_| AtomicBool::new(false))
            .collect();
        count(&mut engine, &hits);
        for helper in helpers {
            define(&mut engine, helper);
        }
        Ok(Counted {
            engine,
            ast: AST::new(statements, Module::new()),
            parts: writer.parts,
            hits,
        })
    }

    /// The parts in the order of their counters.
    pub fn parts(&self) -> impl Iterator<Item = (Part, At)> {
        self.parts.iter().copied()
    }

    /// Runs the script on a record; how it ends does not matter here.
    pub fn run(&self, script: &Script, row: &FactRow, parameters: &Parameters) {
        script.run_copy(&self.engine, &self.ast, row, parameters);
    }

    /// What was reached since this was asked last.
    pub fn take(&self) -> impl Iterator<Item = bool> {
        self.hits
            .iter()
            .map(|hit| hit.swap(false, Ordering::Relaxed))
    }
}

/// Registers the calls that count.
fn count(engine: &mut Engine, hits: &Arc<[AtomicBool]>) {
    let mark = |hits: &[AtomicBool], at: INT| {
        let hit = usize::try_from(at).ok().and_then(|at| hits.get(at));
        if let Some(hit) = hit {
            hit.store(true, Ordering::Relaxed);
        }
    };
    let own = hits.clone();
    engine.register_fn(REACHED, move |at: INT| mark(&own, at));
    let own = hits.clone();
    // The counter for yes stands before the one for no.
    engine.register_fn(ASKED, move |at: INT, value: Dynamic| {
        if let Ok(yes) = value.as_bool() {
            mark(&own, at + INT::from(!yes));
        }
        value
    });
    let own = hits.clone();
    engine.register_fn(TAKEN, move |at: INT, value: Dynamic| {
        if !value.is_unit() {
            mark(&own, at);
        }
        value
    });
}

/// Registers a helper of the script as a function that runs its counted body.
pub(crate) fn define(engine: &mut Engine, helper: Helper) {
    let kinds = vec![TypeId::of::<Dynamic>(); helper.parameters.len()];
    let ast = AST::new(helper.body, Module::new());
    let names = helper.parameters;
    engine.register_raw_fn(helper.name, kinds, move |context, arguments| {
        let mut scope = Scope::new();
        for (name, value) in names.iter().zip(arguments.iter_mut()) {
            // A copy: a native function may be handed the caller's variable itself.
            scope.push_dynamic(name.as_str(), value.clone());
        }
        let engine = context.engine();
        engine.eval_ast_with_scope::<Dynamic>(&mut scope, &ast)
    });
}

impl Writer {
    fn new(engine: &Engine) -> Result<Self, HostError> {
        let call = |text: &str| template(engine, text);
        Ok(Writer {
            parts: Vec::new(),
            reached: call(&format!("{REACHED}(0)"))?,
            asked: call(&format!("{ASKED}(0, true)"))?,
            taken: call(&format!("{TAKEN}(0, true)"))?,
        })
    }

    fn point(&mut self, part: Part, at: At) -> INT {
        self.parts.push((part, at));
        self.parts.len() as INT - 1
    }

    /// A statement that counts.
    fn hit(&mut self, part: Part, at: At) -> Stmt {
        let number = self.point(part, at);
        let mut call = self.reached.clone();
        set_number(&mut call, number);
        Stmt::FnCall(call.into(), Position::NONE)
    }

    /// An expression with a counter around it.
    fn around(call: &FnCallExpr, number: INT, expr: &mut Expr) {
        let mut call = call.clone();
        set_number(&mut call, number);
        let place = expr.start_position();
        if let Some(argument) = call.args.get_mut(1) {
            *argument = std::mem::take(expr);
        }
        *expr = Expr::FnCall(call.into(), place);
    }

    fn statements(&mut self, statements: &mut [Stmt]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    fn block(&mut self, block: &mut StmtBlock) {
        self.statements(block.statements_mut());
    }

    fn statement(&mut self, statement: &mut Stmt) {
        match statement {
            Stmt::If(flow, place) => {
                let at = At::from(*place);
                self.expr(&mut flow.expr);
                self.block(&mut flow.body);
                self.block(&mut flow.branch);
                let hit = self.hit(Part::Then, at);
                flow.body.statements_mut().insert(0, hit);
                let hit = self.hit(Part::Else, at);
                flow.branch.statements_mut().insert(0, hit);
            }
            Stmt::Switch(parts, place) => {
                let at = At::from(*place);
                self.expr(&mut parts.0);
                self.switch(&mut parts.1, at);
            }
            Stmt::Var(parts, ..) => self.expr(&mut parts.1),
            Stmt::Assignment(parts) => self.expr(&mut parts.1.rhs),
            Stmt::FnCall(call, _) => self.arguments(call),
            Stmt::Block(block) => self.block(block),
            Stmt::Expr(expr) => self.expr(expr),
            Stmt::Return(Some(value), ..) => self.expr(value),
            // The check lets nothing else through.
            _ => {}
        }
    }

    fn switch(&mut self, cases: &mut SwitchCasesCollection, at: At) {
        let default = cases.def_case;
        for (index, case) in cases.expressions.iter_mut().enumerate() {
            if !matches!(case.lhs, Expr::BoolConstant(true, _)) {
                self.expr(&mut case.lhs);
            }
            self.expr(&mut case.rhs);
            let place = At::from(case.rhs.start_position());
            let hit = match default {
                Some(own) if own == index => self.hit(Part::NoArm, at),
                _ => self.hit(Part::Arm, place),
            };
            let answer = std::mem::take(&mut case.rhs);
            let position = answer.start_position();
            let statements = [hit, Stmt::Expr(answer.into())];
            case.rhs = Expr::Stmt(StmtBlock::new(statements, position, position).into());
        }
    }

    fn arguments(&mut self, call: &mut FnCallExpr) {
        // What `known` asks about is a fact and nothing more.
        if call.name != "known" {
            for argument in &mut call.args {
                self.expr(argument);
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::And(parts, _) | Expr::Or(parts, _) => {
                for part in parts.iter_mut() {
                    let joined = matches!(part, Expr::And(..) | Expr::Or(..));
                    let at = At::from(part.start_position());
                    self.expr(part);
                    if !joined {
                        let yes = self.point(Part::Yes, at);
                        self.point(Part::No, at);
                        Self::around(&self.asked, yes, part);
                    }
                }
            }
            Expr::Coalesce(parts, _) => {
                let last = parts.len().saturating_sub(1);
                for (index, part) in parts.iter_mut().enumerate() {
                    let at = At::from(part.start_position());
                    let kind = if index == last {
                        self.expr(part);
                        Part::Assumed
                    } else {
                        Part::Stated
                    };
                    let number = self.point(kind, at);
                    Self::around(&self.taken, number, part);
                }
            }
            Expr::FnCall(call, _) | Expr::MethodCall(call, _) => self.arguments(call),
            Expr::Dot(parts, ..) => {
                self.expr(&mut parts.lhs);
                self.expr(&mut parts.rhs);
            }
            Expr::Array(items, _) => items.iter_mut().for_each(|item| self.expr(item)),
            Expr::Stmt(block) => self.block(block),
            // Constants, names and properties have no parts.
            _ => {}
        }
    }
}

/// The tree of a call, to be filled in.
pub(crate) fn template(engine: &Engine, text: &str) -> Result<FnCallExpr, HostError> {
    let ast = engine.compile(text).ok();
    let call = ast.and_then(|ast| match ast.statements().first() {
        Some(Stmt::FnCall(call, _)) => Some((**call).clone()),
        Some(Stmt::Expr(expr)) => match &**expr {
            Expr::FnCall(call, _) => Some((**call).clone()),
            _ => None,
        },
        _ => None,
    });
    call.ok_or(HostError {
        feature: "internals",
        effect: HostEffect::OtherCalls,
    })
}

fn set_number(call: &mut FnCallExpr, number: INT) {
    if let Some(argument) = call.args.get_mut(0) {
        *argument = Expr::IntegerConstant(number, Position::NONE);
    }
}

#[cfg(test)]
mod tests {
    use mestring_model::Fact;
    use mestring_model::facts::FactValue::{Bool, Int};
    use mestring_model::facts::{FactRow, Judged};

    use super::*;
    use crate::kind::Takes;
    use crate::script::Outcome;
    use crate::source::Source;

    /// Counting changes no answer, and where the script stops, the copy stops too.
    #[test]
    fn the_copy_answers_as_the_script() {
        let text = "fn big(n) { if n > 3 { return n; } n * 2 }\n\
                    let a = run.waiting ?? big(run.sessions);\n\
                    if run.activity && a != 8 || known(run.format) { a += big(a); }\n\
                    switch a { 4 => 40, 5..9 if a > 6 => big(a) + 1, _ => max(a, 2) }";
        let source = Source { file: "x", text };
        let (script, wrong) =
            Script::compile(source, Judged::Run, &Default::default(), Takes::Measure);
        let script = script.unwrap_or_else(|| panic!("{wrong:?}"));
        let counted = Counted::of(&script).unwrap();
        let parameters = Parameters::new(Vec::new().into());
        let (mut answered, mut stopped) = (0, 0);
        for sessions in 0..12 {
            for activity in [None, Some(true), Some(false)] {
                let mut row = FactRow::unstated(Judged::Run);
                if sessions > 0 {
                    row.set("sessions", Fact::Known(Int(sessions))).unwrap();
                }
                if let Some(activity) = activity {
                    row.set("activity", Fact::Known(Bool(activity))).unwrap();
                }
                let (outcome, _) = script.ask(&Arc::new(row.clone()), &parameters);
                let copy = script.run_copy(&counted.engine, &counted.ast, &row, &parameters);
                match outcome {
                    Outcome::Answered(answer) => {
                        assert_eq!(copy.map(|own| own.to_string()), Some(answer.to_string()));
                        answered += 1;
                    }
                    Outcome::Missing(_) | Outcome::Stopped(_) => {
                        assert!(copy.is_none());
                        stopped += 1;
                    }
                }
            }
        }
        assert!(answered > 10 && stopped > 3, "{answered} {stopped}");
        let hits = || counted.take().filter(|hit| *hit).count();
        assert!(hits() > 5);
        assert_eq!(hits(), 0, "what was taken starts anew");
    }
}
