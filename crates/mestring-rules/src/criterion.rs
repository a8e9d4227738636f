//! One criterion of a pack: a rule with its name, title and origin.

use std::sync::Arc;

use mestring_model::facts::FactRow;
use mestring_model::verdict::{FactRead, RuleRef, Verdict};

use crate::error::RuleError;
use crate::kind::Kind;
use crate::manifest::Title;
use crate::plugin::{Judge, Opinion};
use crate::record::Parameters;
use crate::sandbox;
use crate::script::{Script, ScriptAnswer, Stopped};

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
    Plugin(Arc<dyn Judge>),
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

    /// The places of the facts that can matter; none where any can.
    pub(crate) fn reads(&self, facts: &mut std::collections::BTreeSet<usize>) -> bool {
        let Rule::Script(script) = &self.rule else {
            return false;
        };
        facts.extend(script.fact_places());
        true
    }

    /// Answers about one record. Whatever panics below becomes an error here.
    pub(crate) fn judge(
        &self,
        row: &Arc<FactRow>,
        parameters: &Parameters,
    ) -> Result<Verdict, RuleError> {
        let done = sandbox::guard(|| match &self.rule {
            Rule::Script(script) => script
                .run(row, parameters)
                .map_err(|stopped| self.stopped(stopped)),
            Rule::Plugin(judge) => {
                let opinion = judge.judge(row).map_err(|why| self.plugin_failed(why))?;
                self.opinion(row, opinion)
            }
        });
        let done = done.unwrap_or_else(|| match &self.rule {
            Rule::Script(_) => Err(self.stopped(Stopped::At(
                Default::default(),
                "the engine gave up".to_owned(),
            ))),
            Rule::Plugin(_) => Err(self.plugin_failed("it panicked".to_owned())),
        })?;
        if !self.kind.accepts(&done.answer) {
            return Err(self.wrong_answer(done.answer.to_string()));
        }
        Ok(Verdict {
            answer: done.answer,
            rule: self.reference.clone(),
            read: done.read,
            assumed: done.assumed,
            immaterial: done.immaterial,
        })
    }

    fn opinion(&self, row: &FactRow, opinion: Opinion) -> Result<ScriptAnswer, RuleError> {
        let mut places = Vec::new();
        for name in &opinion.read {
            let place = row.judged().fact(name).map(|(place, _)| place);
            places.push(place.ok_or_else(|| {
                self.plugin_failed(format!("`{}` has no fact `{name}`", row.judged()))
            })?);
        }
        places.sort_unstable();
        places.dedup();
        let declared = row.judged().facts();
        let read = places
            .into_iter()
            .filter_map(|place| Some((declared.get(place)?, row.values().get(place)?)))
            .map(|(decl, value)| FactRead {
                name: decl.name,
                value: value.clone(),
            })
            .collect();
        Ok(ScriptAnswer {
            answer: opinion.answer,
            read,
            assumed: Vec::new(),
            immaterial: Vec::new(),
        })
    }

    fn plugin_failed(&self, why: String) -> RuleError {
        RuleError::Plugin {
            plugin: self.name().to_owned(),
            why,
        }
    }

    pub(crate) fn stopped(&self, stopped: Stopped) -> RuleError {
        match stopped {
            Stopped::At(at, why) => RuleError::Stopped {
                rule: self.name().to_owned(),
                line: at.line,
                column: at.column,
                why,
            },
            Stopped::NoAnswer(answer) => self.wrong_answer(answer),
        }
    }

    pub(crate) fn wrong_answer(&self, answer: String) -> RuleError {
        RuleError::WrongAnswer {
            rule: self.name().to_owned(),
            answer,
            kind: mestring_model::term::Term::code(self.kind),
            wanted: self.kind.takes().name(),
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
