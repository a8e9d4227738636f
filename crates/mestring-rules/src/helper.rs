//! The functions that a script defines, taken out of the parsed script.

use std::collections::BTreeMap;

use rhai::{AST, ASTNode, Stmt};

use crate::source::At;
use crate::tokens::Tokens;

/// The name, place and statements of each function, in the order of the text.
///
/// Rhai shows the statements of functions to a walk, but not whose they are: the place tells.
pub(crate) fn bodies(ast: &AST, tokens: &Tokens) -> Vec<(String, At, Vec<Stmt>)> {
    let mut defined = tokens.functions();
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
    let with_body = |(name, at)| {
        let body = bodies.remove(&at).unwrap_or_default();
        (name, at, body)
    };
    defined.into_iter().map(with_body).collect()
}
