//! What a changed copy of a script is made of, and how it runs.

use std::collections::BTreeMap;
use std::sync::Arc;

use mestring_model::facts::{FactRow, Judged};
use rhai::{AST, ASTNode, Dynamic, Engine, Scope, Stmt};

use super::{Script, register};
use crate::record::{Parameters, Record};
use crate::sandbox::{self, HostError};
use crate::source::At;
use crate::tokens::Tokens;
use crate::walk::PARAMETERS;

/// A function that a script defines.
pub(crate) struct Helper {
    pub name: String,
    pub parameters: Vec<String>,
    pub body: Vec<Stmt>,
}

impl Script {
    /// The script's text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What kind of record it judges.
    pub(crate) fn judged(&self) -> Judged {
        self.judged
    }

    /// The tokens of its text.
    pub(crate) fn tokens(&self) -> Tokens {
        Tokens::read(&self.engine, &self.text)
    }

    /// The parsed script that runs.
    pub(crate) fn ast(&self) -> &AST {
        &self.ast
    }

    /// Another engine with everything that the script may use.
    pub(crate) fn engine(&self) -> Result<Engine, HostError> {
        let mut engine = sandbox::engine()?;
        let parameters = self.parameter_names.iter().map(String::as_str);
        register(&mut engine, self.judged, parameters, &self.reads);
        Ok(engine)
    }

    /// The functions that the script defines, in the order of the text. Rhai shows the statements of
    /// their bodies to a walk, but not whose they are: the place tells.
    pub(crate) fn helpers(&self) -> Vec<Helper> {
        let mut defined = self.tokens().functions();
        defined.sort_by_key(|(_, at)| *at);
        let mut skip = self.ast.statements().len();
        let mut bodies: BTreeMap<At, Vec<Stmt>> = BTreeMap::new();
        self.ast.walk(&mut |path: &[ASTNode]| {
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
        let shapes: Vec<_> = self.ast.iter_functions().collect();
        defined
            .into_iter()
            .filter_map(|(name, at)| {
                let shape = shapes.iter().find(|shape| shape.name == name)?;
                Some(Helper {
                    parameters: shape.params.iter().map(|own| (*own).to_owned()).collect(),
                    body: bodies.remove(&at).unwrap_or_default(),
                    name,
                })
            })
            .collect()
    }

    /// Runs a changed copy on a record, whatever comes of it.
    pub(crate) fn run_copy(
        &self,
        engine: &Engine,
        ast: &AST,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Option<Dynamic> {
        let record = Record::new(Arc::new(row.clone()));
        let mut scope = Scope::new();
        scope.push_constant(self.judged.code(), record);
        scope.push_constant(PARAMETERS, parameters.clone());
        engine.eval_ast_with_scope::<Dynamic>(&mut scope, ast).ok()
    }
}
