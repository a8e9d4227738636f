//! One criterion of a pack: a rule with its name, title and origin.

use std::sync::Arc;

use mestring_model::facts::{FactDecl, FactRow};
use mestring_model::verdict::{Answer, RuleRef, Verdict};

use crate::error::{Given, RuleError, StopCause};
use crate::kind::Kind;
use crate::manifest::Title;
use crate::plugin::{Declaration, Failure, Fault, Plugged};
use crate::record::Parameters;
use crate::sandbox;
use crate::script::{Script, Stopped};

/// One criterion of a pack.
pub struct Criterion {
    pub(crate) reference: Arc<RuleRef>,
    pub(crate) title: Title,
    pub(crate) kind: Kind,
    pub(crate) rule: Rule,
}

/// How a criterion answers.
pub(crate) enum Rule {
    Script(Box<Script>),
    Plugin(Box<Plugged>),
}

impl Criterion {
    /// The criterion's name: its script's file without the ending, or the plugin's name.
    pub fn name(&self) -> &str {
        &self.reference.rule
    }

    /// Where it comes from: `plan P72`, or `local choice`.
    pub fn origin(&self) -> &str {
        &self.reference.origin
    }

    /// What reports call it.
    pub fn title(&self) -> &Title {
        &self.title
    }

    /// The version of the rule that stands in verdicts.
    pub fn reference(&self) -> &Arc<RuleRef> {
        &self.reference
    }

    /// The script; none where the criterion is a plugin.
    pub fn script(&self) -> Option<&Script> {
        match &self.rule {
            Rule::Script(script) => Some(script),
            Rule::Plugin(_) => None,
        }
    }

    /// What the plugin declares; none where the criterion is a script.
    pub fn plugin(&self) -> Option<&Declaration> {
        match &self.rule {
            Rule::Script(_) => None,
            Rule::Plugin(plugged) => Some(&plugged.declaration),
        }
    }

    /// The facts that it can read, in the declared order.
    pub fn facts(&self) -> Vec<&'static FactDecl> {
        match &self.rule {
            Rule::Script(script) => script.facts(),
            Rule::Plugin(plugged) => plugged.declaration.facts().map(|(_, own)| own).collect(),
        }
    }

    /// The places of the facts that it can read.
    pub(crate) fn fact_places(&self) -> Vec<usize> {
        match &self.rule {
            Rule::Script(script) => script.fact_places().collect(),
            Rule::Plugin(plugged) => plugged.declaration.facts().map(|(at, _)| at).collect(),
        }
    }

    /// Answers about one record.
    pub(crate) fn judge(
        &self,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Result<Verdict, RuleError> {
        let verdict = match &self.rule {
            Rule::Script(script) => self.of_script(script, row, parameters)?,
            Rule::Plugin(plugged) => self.of_plugin(plugged, row)?,
        };
        self.accept(&verdict.answer)?;
        Ok(verdict)
    }

    /// The answer of [`Self::judge`] alone.
    pub(crate) fn answer(
        &self,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Result<Answer, RuleError> {
        let answer = match &self.rule {
            Rule::Script(script) => self.guarded(|| script.answer(row, parameters))?,
            Rule::Plugin(plugged) => self.of_plugin(plugged, row)?.answer,
        };
        self.accept(&answer)?;
        Ok(answer)
    }

    /// Refuses an answer that this kind of pack does not take.
    pub(crate) fn accept(&self, answer: &Answer) -> Result<(), RuleError> {
        if self.kind.accepts(answer) {
            return Ok(());
        }
        Err(self.wrong_answer(Given::Answer(answer.clone())))
    }

    /// Runs a script of this criterion. Whatever panics below becomes an error here.
    pub(crate) fn guarded<T>(
        &self,
        run: impl FnOnce() -> Result<T, Stopped>,
    ) -> Result<T, RuleError> {
        let gave_up = || Err(Stopped::At(Default::default(), StopCause::GaveUp));
        let done = sandbox::guard(run).unwrap_or_else(gave_up);
        done.map_err(|stopped| self.stopped(stopped))
    }

    fn of_script(
        &self,
        script: &Script,
        row: &FactRow,
        parameters: &Parameters,
    ) -> Result<Verdict, RuleError> {
        let done = self.guarded(|| script.run(row, parameters))?;
        Ok(Verdict {
            answer: done.answer,
            rule: self.reference.clone(),
            read: done.read,
            assumed: done.assumed,
            immaterial: done.immaterial,
            plugin: None,
        })
    }

    fn of_plugin(&self, plugged: &Plugged, row: &FactRow) -> Result<Verdict, RuleError> {
        let told = plugged.run(row, self.kind).map_err(|fault| match fault {
            Fault::Failed(failure) => self.plugin_failed(plugged, failure),
            Fault::WrongAnswer(answer) => self.wrong_answer(Given::Answer(answer)),
        })?;
        Ok(Verdict {
            answer: told.answer,
            rule: self.reference.clone(),
            read: told.read,
            assumed: told.assumed,
            immaterial: told.immaterial,
            plugin: Some(Arc::new(told.note)),
        })
    }

    fn plugin_failed(&self, plugged: &Plugged, failure: Failure) -> RuleError {
        RuleError::Plugin {
            plugin: self.name().to_owned(),
            version: plugged.declaration.version.clone(),
            judged: plugged.declaration.judged,
            failure,
        }
    }

    fn stopped(&self, stopped: Stopped) -> RuleError {
        match stopped {
            Stopped::At(at, why) => RuleError::Stopped {
                pack: self.reference.pack.to_string(),
                rule: self.name().to_owned(),
                line: at.line,
                column: at.column,
                why,
            },
            Stopped::NoAnswer(given) => self.wrong_answer(given),
        }
    }

    fn wrong_answer(&self, answer: Given) -> RuleError {
        RuleError::WrongAnswer {
            pack: self.reference.pack.to_string(),
            rule: self.name().to_owned(),
            answer,
            kind: mestring_model::term::Term::code(self.kind),
            wanted: self.kind.takes(),
        }
    }
}

impl std::fmt::Debug for Criterion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Criterion")
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}
