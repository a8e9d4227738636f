//! A plugin in a pack, asked about a record, and again where a fact is missing.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use mestring_model::facts::{FactRow, FactValue};
use mestring_model::verdict::{Answer, Assumption, FactRead, Open, PluginNote};

use super::{Declaration, Facts, Failure, Judge, Opinion, Stop};
use crate::completion::{self, Asked, Completed, Domains};
use crate::error::Given;
use crate::kind::Kind;
use crate::record::bit;
use crate::sandbox;
use crate::script::{Outcome, Ran, Stopped};
use crate::thresholds::{Compared, Lists};

/// A plugin as a pack took it in.
pub(crate) struct Plugged {
    judge: Arc<dyn Judge>,
    /// As it was when the pack was loaded, whatever the plugin says later.
    pub declaration: Arc<Declaration>,
    /// What stands for facts that are missing.
    domains: Domains,
}

/// What a plugin answered, as a verdict has it.
pub(crate) struct Told {
    pub answer: Answer,
    pub read: Vec<FactRead>,
    pub assumed: Vec<Assumption>,
    pub immaterial: Vec<&'static str>,
    pub note: PluginNote,
}

/// Why there is none.
pub(crate) enum Fault {
    Failed(Failure),
    /// An answer that the kind of pack does not take.
    WrongAnswer(Answer),
}

/// A plugin that is asked about one record and, where a fact is missing, about its completions.
struct Asking<'a> {
    plugged: &'a Plugged,
    kind: Kind,
    /// What any of the questions assumed.
    assumed: Mutex<BTreeSet<(usize, Arc<str>)>>,
}

impl Plugged {
    pub fn new(judge: Arc<dyn Judge>) -> Self {
        let declaration = Arc::new(judge.declares().clone());
        Plugged {
            judge,
            domains: domains(&declaration),
            declaration,
        }
    }

    /// Answers about one record.
    pub fn run(&self, row: &FactRow, kind: Kind) -> Result<Told, Fault> {
        let asking = Asking {
            plugged: self,
            kind,
            assumed: Mutex::new(BTreeSet::new()),
        };
        let (done, ran) = asking.put(row);
        let mut because = None;
        let completed = match done {
            Ok(Ok(opinion)) => {
                because = opinion.because;
                Completed {
                    answer: opinion.answer,
                    ran,
                    immaterial: Vec::new(),
                }
            }
            Ok(Err(fact)) if self.declaration.pure => completion::complete(&asking, row, fact, ran),
            Ok(Err(fact)) => {
                let name = row.judged().facts().get(fact).map(|own| own.name);
                Completed {
                    answer: Answer::missing(name),
                    ran,
                    immaterial: Vec::new(),
                }
            }
            Err(fault) => return Err(fault),
        };
        let assumed = asking.assumed;
        let assumed = assumed.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(self.told(row, completed, because, assumed))
    }

    fn told(
        &self,
        row: &FactRow,
        completed: Completed,
        because: Option<Arc<str>>,
        assumed: BTreeSet<(usize, Arc<str>)>,
    ) -> Told {
        let read = self
            .declaration
            .facts()
            .filter(|(at, _)| completed.ran.read & bit(*at) != 0)
            .filter_map(|(at, decl)| Some((decl, row.values().get(at)?)));
        let declared = row.judged().facts();
        let assumed = assumed
            .into_iter()
            .filter_map(|(at, text)| Some((declared.get(at)?, text)));
        Told {
            answer: completed.answer,
            read: read
                .map(|(decl, value)| FactRead {
                    name: decl.name,
                    value: value.clone(),
                })
                .collect(),
            assumed: assumed
                .map(|(decl, assumed)| Assumption {
                    name: decl.name,
                    assumed,
                })
                .collect(),
            immaterial: completed.immaterial,
            note: PluginNote {
                version: self.declaration.version.as_str().into(),
                pure: self.declaration.pure,
                because,
            },
        }
    }
}

impl Asking<'_> {
    /// Asks once: an opinion, the place of the fact that was missing, or why there is neither.
    fn put(&self, row: &FactRow) -> (Result<Result<Opinion, usize>, Fault>, Ran) {
        let Plugged {
            judge, declaration, ..
        } = self.plugged;
        let facts = Facts::new(Arc::new(row.clone()), declaration.clone());
        let ended = sandbox::guard(|| judge.judge(&facts));
        let ended = ended.unwrap_or_else(|| Err("it panicked".into()));
        let mut assumed = self.assumed.lock().unwrap_or_else(PoisonError::into_inner);
        assumed.extend(facts.assumed());
        let mut ran = Ran {
            read: facts.read(),
            assumed: 0,
        };
        let refused = facts.refused().cloned();
        let done = match (ended, refused) {
            // What the plugin says of its own failure says more than what it was refused.
            (Err(Stop::Failed(failure)), _) => Err(Fault::Failed(failure)),
            (_, Some(stop)) | (Err(stop), None) => self.stopped(stop, &mut ran).map(Err),
            (Ok(opinion), None) => self.answered(opinion, &mut ran).map(Ok),
        };
        (done, ran)
    }

    fn stopped(&self, stop: Stop, ran: &mut Ran) -> Result<usize, Fault> {
        match stop {
            Stop::Missing(fact) => self.declared(&fact, ran),
            Stop::Failed(failure) => Err(Fault::Failed(failure)),
            other => Err(failed(other.to_string())),
        }
    }

    /// The place of a fact that the plugin names, which counts as read.
    fn declared(&self, fact: &str, ran: &mut Ran) -> Result<usize, Fault> {
        let mut facts = self.plugged.declaration.facts();
        let Some((at, _)) = facts.find(|(_, own)| own.name == fact) else {
            let text = format!("it cannot tell for want of `{fact}`, which it does not declare");
            return Err(failed(text));
        };
        ran.read |= bit(at);
        Ok(at)
    }

    fn answered(&self, opinion: Opinion, ran: &mut Ran) -> Result<Opinion, Fault> {
        if let Answer::CannotTell { missing, .. } = &opinion.answer {
            if missing.is_empty() {
                let text = "it cannot tell, and names no fact that is missing";
                return Err(failed(text.to_owned()));
            }
            for fact in missing {
                self.declared(fact, ran)?;
            }
        }
        if self.kind.accepts(&opinion.answer) {
            Ok(opinion)
        } else {
            Err(Fault::WrongAnswer(opinion.answer))
        }
    }
}

fn failed(text: String) -> Fault {
    Fault::Failed(text.into())
}

impl Asked for Asking<'_> {
    fn ask(&self, row: &FactRow) -> (Outcome, Ran) {
        let (done, ran) = self.put(row);
        let outcome = match done {
            Ok(Ok(opinion)) => Outcome::Answered(opinion.answer),
            Ok(Err(fact)) => Outcome::Missing(fact),
            Err(_) => Outcome::Stopped(Stopped::NoAnswer(Given::Nothing)),
        };
        (outcome, ran)
    }

    fn values(&self, fact: usize, row: &FactRow) -> Result<Arc<[FactValue]>, Open> {
        self.plugged.domains.values(fact, row, None)
    }
}

/// What stands for the facts that a plugin reads: every word of a list may matter to it, and a number
/// can be told apart from those only with which it says that it compares.
fn domains(declaration: &Declaration) -> Domains {
    let asked = Lists {
        written: BTreeSet::new(),
        counted: true,
        by_facts: true,
    };
    let declared = declaration.judged.facts();
    let facts = declaration.facts().map(|(at, _)| at);
    Domains::of(declaration.judged, facts, &asked, |fact| {
        let name = declared.get(fact).map_or("", |own| own.name);
        let written = declaration.compares.get(name).ok_or(Open::NotAsked)?;
        Ok(Compared {
            facts: BTreeSet::from([fact]),
            parameters: BTreeSet::new(),
            written: written.clone(),
        })
    })
}
