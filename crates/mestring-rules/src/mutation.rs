//! Do the cases notice when a rule is changed? Every small change that still passes the check is
//! tried: a comparison turned, a number moved, a word or parameter replaced. A change that no case
//! notices survives, and shows what the cases leave open.

mod change;

use mestring_model::verdict::Answer;

use crate::case::{Case, Excuse, same};
use crate::complaint::CaseFault;
use crate::criterion::{Criterion, Rule};
use crate::diagnostic::{Diagnostic, Underline};
use crate::error::RuleError;
use crate::pack::{MANIFEST, Pack};
use crate::record::Parameters;
use crate::script::Script;
use crate::source::Source;
use change::Change;
pub(crate) use change::Nudge;

/// What became of a changed rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A case answers otherwise, or gives no answer: its name.
    Noticed(String),
    /// Every case answers as before.
    Survived,
    /// Every case answers as before, and the case file says why that is right.
    Excused(String),
}

/// A changed rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// The criterion.
    pub rule: String,
    /// The file: the script, or `pack.toml` for a parameter.
    pub file: String,
    /// Where the change is made.
    pub at: Underline,
    /// What stands there.
    pub from: String,
    /// What was put in its place.
    pub to: String,
    /// What became of it.
    pub fate: Fate,
}

impl Mutant {
    /// The change in English, as a case file may name it: "`<=` to `<`".
    pub fn change(&self) -> String {
        format!("`{}` to `{}`", self.from, self.to)
    }
}

impl Pack {
    /// Tries every small change of every script and of the parameters that it reads, and tells which
    /// of them the pack's cases notice. Changes that do not pass the check are left out.
    ///
    /// # Errors
    /// A pack whose own cases fail, or end in an error: first they must pass.
    pub fn mutants(&self) -> Result<Vec<Mutant>, RuleError> {
        if let Some(failed) = self.test().iter().find_map(|own| own.diagnostic()) {
            return Err(failed.into());
        }
        let mut all = Vec::new();
        for criterion in self.criteria() {
            if let Some(script) = criterion.script() {
                let cases: Vec<&Case> = self
                    .cases()
                    .iter()
                    .filter(|case| case.criterion == criterion.name())
                    .collect();
                let trial = Trial {
                    pack: self,
                    criterion,
                    cases,
                };
                trial.scripts(script, &mut all);
                trial.parameters(script, &mut all)?;
            }
        }
        Ok(all)
    }

    /// Excuses in case files that excuse nothing: the change is noticed by now, or stands no more.
    pub fn idle_excuses(&self, mutants: &[Mutant]) -> Vec<Diagnostic> {
        let used = |own: &Excuse| {
            mutants.iter().any(|mutant| {
                mutant.rule == own.criterion
                    && own.fits(&mutant.at.text, &mutant.from, &mutant.to)
                    && matches!(mutant.fate, Fate::Excused(_))
            })
        };
        let idle = self.excuses().iter().filter(|own| !used(own));
        idle.map(|own| {
            let fault = CaseFault::IdleExcuse {
                change: own.change.clone(),
                line: own.line.clone(),
            };
            Diagnostic::of(&own.file, own.at.clone(), fault.into())
        })
        .collect()
    }
}

/// A criterion with its cases.
struct Trial<'a> {
    pack: &'a Pack,
    criterion: &'a Criterion,
    cases: Vec<&'a Case>,
}

impl Trial<'_> {
    fn scripts(&self, script: &Script, all: &mut Vec<Mutant>) {
        let manifest = self.pack.manifest();
        let sample = manifest.sample();
        let file = format!("{}.rhai", self.criterion.name());
        let source = Source {
            file: &file,
            text: script.text(),
        };
        for change in change::of_script(script, manifest.kind) {
            let text = change.apply(source.text);
            let changed = Source {
                file: &file,
                text: &text,
            };
            let takes = manifest.kind.takes();
            let (compiled, _) = Script::compile(changed, manifest.judges(), &sample, takes);
            let Some(compiled) = compiled else {
                continue;
            };
            let criterion = Criterion {
                reference: self.criterion.reference.clone(),
                title: self.criterion.title.clone(),
                kind: manifest.kind,
                rule: Rule::Script(Box::new(compiled)),
            };
            let noticed = self.cases.iter().find(|case| {
                let parameters = case.parameters(self.pack);
                let answer = parameters.map(|own| answer(&criterion, case, &own));
                !matches!(answer, Ok(Some(answer)) if same(&answer, &case.expect))
            });
            all.push(self.mutant(&source, &change, noticed.map(|case| case.name())));
        }
    }

    /// Moves each parameter that the script reads, for the cases that do not set it themselves.
    fn parameters(&self, script: &Script, all: &mut Vec<Mutant>) -> Result<(), RuleError> {
        let text = self.pack.text(MANIFEST);
        let source = Source {
            file: MANIFEST,
            text,
        };
        let sample = self.pack.manifest().sample();
        let read = script.parameters().iter();
        for (name, value) in read.filter_map(|name| Some((name, &sample.get(name)?.value))) {
            for (nudge, change) in change::of_parameter(&source, name, value) {
                let mut noticed = None;
                for case in &self.cases {
                    let parameters = case.parameters_with(self.pack, Some((name, nudge)))?;
                    let answer = answer(self.criterion, case, &parameters);
                    if !answer.is_some_and(|answer| same(&answer, &case.expect)) {
                        noticed = Some(case.name());
                        break;
                    }
                }
                all.push(self.mutant(&source, &change, noticed));
            }
        }
        Ok(())
    }

    fn mutant(&self, source: &Source, change: &Change, noticed: Option<&str>) -> Mutant {
        let at = change.underline(source);
        let mut mutant = Mutant {
            rule: self.criterion.name().to_owned(),
            file: source.file.to_owned(),
            at,
            from: change.from.clone(),
            to: change.to.clone(),
            fate: Fate::Survived,
        };
        mutant.fate = match noticed {
            Some(case) => Fate::Noticed(case.to_owned()),
            None => {
                let excuse = self.pack.excuses().iter().find(|own| {
                    own.criterion == mutant.rule
                        && own.fits(&mutant.at.text, &mutant.from, &mutant.to)
                });
                excuse.map_or(Fate::Survived, |own| Fate::Excused(own.because.clone()))
            }
        };
        mutant
    }
}

/// What a changed rule answers to a case; none where it gives no answer.
fn answer(criterion: &Criterion, case: &Case, parameters: &Parameters) -> Option<Answer> {
    let row = std::sync::Arc::new(case.given().clone());
    let verdict = criterion.judge(&row, parameters).ok()?;
    Some(verdict.answer)
}
