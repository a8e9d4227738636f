//! The type that the walk gives an expression: what the reference says of operators and functions.

use mestring_model::facts::Judged;
use rhai::{Expr, Stmt};

use super::Walk;
use crate::complaint::Sort;
use crate::diagnostic::Diagnostic;
use crate::kind::Takes;
use crate::parameter::Samples;
use crate::sandbox;
use crate::script::names;
use crate::source::Source;
use crate::tokens::Tokens;

/// What an expression over a run and these parameters is; none where the walk refuses it.
pub(crate) fn sort_of(text: &str, parameters: &Samples) -> Option<Sort> {
    let mut engine = sandbox::engine().ok()?;
    engine.set_strict_variables(false);
    let tokens = Tokens::read(&engine, text);
    let ast = engine.compile_with_scope(&names(Judged::Run), text).ok()?;
    let source = Source { file: "", text };
    let mut walk = Walk::new(source, &tokens, Judged::Run, parameters, Takes::Measure);
    let kind = match ast.statements() {
        [Stmt::Expr(expr)] => walk.value(expr),
        [Stmt::FnCall(call, at)] => walk.value(&Expr::FnCall(call.clone(), *at)),
        _ => return None,
    };
    let refused = walk.out.iter().any(Diagnostic::is_error);
    (!refused).then(|| kind.sort())
}
