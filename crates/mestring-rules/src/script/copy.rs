//! What a changed copy of a script is made of, and how it runs.

use std::sync::Arc;

use mestring_model::facts::{FactRow, Judged};
use rhai::{AST, Dynamic, Engine, Scope, Stmt};

use super::{Outcome, Ran, Script, answer, register, stopped};
use crate::eval::{self, Program};
use crate::helper;
use crate::reason::Traced;
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

    /// The file that it was read from, relative to the pack's folder.
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The copy that notes which clause answers; made once.
    pub(crate) fn traced(&self) -> Result<&Traced, HostError> {
        let traced = self
            .traced
            .get_or_init(|| Traced::of(self).map(Box::new))
            .as_ref();
        traced.map(|own| &**own).map_err(|error| *error)
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

    /// The functions that the script defines, in the order of the text.
    pub(crate) fn helpers(&self) -> Vec<Helper> {
        let shapes: Vec<_> = self.ast.iter_functions().collect();
        helper::bodies(&self.ast, &self.tokens())
            .into_iter()
            .filter_map(|(name, _, body)| {
                let shape = shapes.iter().find(|shape| shape.name == name)?;
                let parameters = shape.params.iter().map(|own| (*own).to_owned()).collect();
                Some(Helper {
                    name,
                    parameters,
                    body,
                })
            })
            .collect()
    }

    /// The program of a changed copy; none where the script itself has none.
    pub(crate) fn lowered_copy(&self, statements: &[Stmt], helpers: &[Helper]) -> Option<Program> {
        self.program.as_ref().ok()?;
        eval::lower(statements, helpers, self.judged, &self.parameter_names).ok()
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

    /// Runs a changed copy on a record: how it ended, what it did, and where it stopped, if it did.
    pub(crate) fn ask_copy(
        &self,
        engine: &Engine,
        ast: &AST,
        row: &FactRow,
        parameters: &Parameters,
    ) -> (Outcome, Ran, At) {
        let record = Record::new(Arc::new(row.clone()));
        let mut scope = Scope::new();
        scope.push_constant(self.judged.code(), record.clone());
        scope.push_constant(PARAMETERS, parameters.clone());
        let value = engine.eval_ast_with_scope::<Dynamic>(&mut scope, ast);
        let (outcome, at) = match value.map(|value| answer(&value)) {
            Ok(Ok(answer)) => (Outcome::Answered(answer), At::default()),
            Ok(Err(why)) => (Outcome::Stopped(why), At::default()),
            Err(error) => {
                let at = At::from(error.unwrap_inner().position());
                (stopped(&error), at)
            }
        };
        (outcome, record.ran(), at)
    }
}
