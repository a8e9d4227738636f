//! From Rhai's tree to a [`Program`]: statements, variables and helpers.
//!
//! Variables become slots, and a slot is free again where its block ends. Helpers are written out
//! where they are called: they cannot call themselves, so that comes to an end, and [`NODES`] keeps
//! it short. Rhai works out some arguments before what stands left of them; [`Lower::ahead`] keeps
//! that order, since the order in which facts are read is part of the answer.

mod call;
mod expr;
mod switch;

use std::collections::BTreeMap;

use mestring_model::facts::Judged;
use rhai::{ASTFlags, Expr, FlowControl, OpAssignment, Stmt, Token};

use super::node::{If, Node, Operator, Written};
use super::{Bar, Interpreted, Program, SLOTS};
use crate::script::Helper;
use crate::source::At;

/// How many nodes a program may have, helpers written out.
const NODES: usize = 4_096;
/// How deep nodes may be nested.
const DEPTH: usize = 128;
/// How deep helpers may call each other; the interpreter stops at twice as many.
const CALLS: usize = 16;

type Lowered = Result<Node, Bar>;

struct Lower<'a> {
    judged: Judged,
    parameters: &'a [String],
    helpers: BTreeMap<&'a str, &'a Helper>,
    /// The names in sight with their slots, the innermost block last.
    scopes: Vec<Vec<(String, usize)>>,
    /// The first slot that is free.
    free: usize,
    written: Vec<Written>,
    nodes: usize,
    depth: usize,
    calls: usize,
    /// The place that is looked at.
    at: At,
}

/// Lowers a script that passed the check.
pub(crate) fn lower(
    statements: &[Stmt],
    helpers: &[Helper],
    judged: Judged,
    parameters: &[String],
) -> Result<Program, Bar> {
    let mut lower = Lower {
        judged,
        parameters,
        helpers: helpers.iter().map(|own| (own.name.as_str(), own)).collect(),
        scopes: Vec::new(),
        free: 0,
        written: Vec::new(),
        nodes: 0,
        depth: 0,
        calls: 0,
        at: At::default(),
    };
    let body = lower.block(statements)?;
    let written = lower.written;
    Ok(Program { body, written })
}

impl Lower<'_> {
    fn bar<T>(&self, why: Interpreted) -> Result<T, Bar> {
        Err(Bar { at: self.at, why })
    }

    /// Counts a node and a step down; [`Self::leave`] goes up again.
    fn enter(&mut self, at: At) -> Result<(), Bar> {
        if at.line > 0 {
            self.at = at;
        }
        self.nodes += 1;
        self.depth += 1;
        if self.nodes > NODES {
            return self.bar(Interpreted::TooLong);
        }
        if self.depth > DEPTH {
            return self.bar(Interpreted::TooDeep);
        }
        Ok(())
    }

    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn slot(&mut self) -> Result<usize, Bar> {
        let slot = self.free;
        self.free += 1;
        if self.free > SLOTS {
            return self.bar(Interpreted::ManyVariables);
        }
        Ok(slot)
    }

    fn all<'e>(&mut self, parts: impl IntoIterator<Item = &'e Expr>) -> Result<Box<[Node]>, Bar> {
        parts.into_iter().map(|part| self.expr(part)).collect()
    }

    /// Statements in braces, with a scope of their own.
    fn block(&mut self, statements: &[Stmt]) -> Lowered {
        let free = self.free;
        self.scopes.push(Vec::new());
        let nodes: Vec<Node> = statements
            .iter()
            .map(|own| self.statement(own))
            .collect::<Result<_, _>>()?;
        self.scopes.pop();
        self.free = free;
        Ok(match <[Node; 1]>::try_from(nodes) {
            Ok([only]) => only,
            Err(nodes) => Node::Block(nodes.into()),
        })
    }

    fn statement(&mut self, own: &Stmt) -> Lowered {
        self.enter(own.position().into())?;
        let node = match own {
            Stmt::Noop(_) => Node::Block(Box::default()),
            Stmt::Expr(expr) => self.expr(expr)?,
            Stmt::FnCall(call, _) => self.call(call)?,
            Stmt::Block(block) => self.block(block.statements())?,
            Stmt::If(flow, _) => self.if_else(flow)?,
            Stmt::Switch(switch, _) => self.switch(&switch.0, &switch.1)?,
            Stmt::Var(parts, flags, _) if !flags.intersects(ASTFlags::EXPORTED) => {
                let value = Box::new(self.expr(&parts.1)?);
                let slot = self.slot()?;
                if let Some(scope) = self.scopes.last_mut() {
                    scope.push((parts.0.as_str().to_owned(), slot));
                }
                Node::Set { slot, value }
            }
            Stmt::Assignment(parts) => self.assignment(&parts.0, &parts.1.lhs, &parts.1.rhs)?,
            Stmt::Return(Some(value), flags, _) if !flags.intersects(ASTFlags::BREAK) => {
                Node::Return(Box::new(self.expr(value)?))
            }
            _ => return self.bar(Interpreted::Statement),
        };
        self.leave();
        Ok(node)
    }

    fn if_else(&mut self, flow: &FlowControl) -> Lowered {
        Ok(Node::If(Box::new(If {
            condition: self.expr(&flow.expr)?,
            then: self.block(flow.body.statements())?,
            otherwise: self.block(flow.branch.statements())?,
        })))
    }

    fn assignment(&mut self, operator: &OpAssignment, target: &Expr, value: &Expr) -> Lowered {
        let value = Box::new(self.expr(value)?);
        let Expr::Variable(parts, ..) = target else {
            return self.bar(Interpreted::ChangeOfOther);
        };
        let slot = self.local(parts.1.as_str())?;
        Ok(match operator.get_op_assignment_info() {
            None => Node::Set { slot, value },
            Some((.., token, _)) => match self::operator(token) {
                Some(operator) => Node::Change {
                    slot,
                    operator,
                    value,
                },
                None => return self.bar(Interpreted::Operator),
            },
        })
    }

    /// The slot of a variable in sight.
    fn local(&self, name: &str) -> Result<usize, Bar> {
        let in_sight = self
            .scopes
            .iter()
            .rev()
            .flat_map(|scope| scope.iter().rev());
        let found = in_sight.into_iter().find(|(own, _)| own == name);
        match found {
            Some((_, slot)) => Ok(*slot),
            None => self.bar(Interpreted::Name),
        }
    }

    /// A helper, written out: its parameters are set in the order in which Rhai works them out.
    fn helper(&mut self, helper: &Helper, arguments: &[Expr]) -> Lowered {
        if helper.parameters.len() != arguments.len() {
            return self.bar(Interpreted::HelperValues);
        }
        self.calls += 1;
        if self.calls > CALLS {
            return self.bar(Interpreted::HelpersTooDeep);
        }
        let free = self.free;
        let mut scope = Vec::new();
        for name in &helper.parameters {
            scope.push((name.clone(), self.slot()?));
        }
        let mut steps = Vec::new();
        for (argument, (_, slot)) in arguments.iter().zip(&scope) {
            let value = Box::new(self.expr(argument)?);
            steps.push(Node::Set { slot: *slot, value });
        }
        // A variable in the first place is only looked up after the others were worked out.
        if matches!(arguments.first(), Some(Expr::Variable(..))) {
            steps.rotate_left(1);
        }
        let outer = std::mem::replace(&mut self.scopes, vec![scope]);
        let body = self.block(&helper.body)?;
        self.scopes = outer;
        self.free = free;
        self.calls -= 1;
        steps.push(Node::Helper(Box::new(body)));
        Ok(Node::Block(steps.into()))
    }
}

/// The operator of a token, with or without an assignment.
fn operator(token: &Token) -> Option<Operator> {
    Some(match token {
        Token::Plus => Operator::Add,
        Token::Minus => Operator::Subtract,
        Token::Multiply => Operator::Multiply,
        Token::Divide => Operator::Divide,
        Token::Modulo => Operator::Remainder,
        Token::PowerOf => Operator::Power,
        _ => return None,
    })
}
