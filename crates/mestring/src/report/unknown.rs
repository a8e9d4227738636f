//! Which unknown facts kept rules from answering, and what they kept them from.

use std::collections::BTreeMap;

use mestring_model::facts::Judged;
use mestring_model::{Answer, Lang, Verdict};

use crate::decide::Proposal;
use crate::obligations::ObligationReport;
use crate::relate::Relations;

/// What a missing fact kept from being told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blocked {
    /// A criterion or requirement, by its name and its titles in English, bokmål and nynorsk.
    Rule(String, [String; 3]),
    /// The format of a run.
    Format,
    /// The relation between two offers.
    Relation,
    /// How it stands with an obligation.
    Status,
}

impl Blocked {
    /// The rule's title, where it is a rule of its own.
    pub(super) fn title(&self, lang: Lang) -> Option<&str> {
        let Blocked::Rule(_, [en, nb, nn]) = self else {
            return None;
        };
        Some(match lang {
            Lang::En => en,
            Lang::Nb => nb,
            Lang::Nn => nn,
        })
    }
}

/// A fact that was missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What kind of record it is a fact of.
    pub judged: Judged,
    /// Its declared name.
    pub fact: String,
    /// How many answers it kept back, by what they would have told.
    pub blocked: BTreeMap<Blocked, usize>,
}

impl Missing {
    /// How many answers it kept back in all.
    pub fn count(&self) -> usize {
        self.blocked.values().sum()
    }
}

/// The facts that were missing, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unknowns(BTreeMap<(Judged, String), BTreeMap<Blocked, usize>>);

impl Unknowns {
    /// What was missing in the answers of a report; a part that was not asked for is left out.
    pub fn of(
        proposal: Option<&Proposal>,
        relations: Option<&Relations>,
        obligations: Option<&ObligationReport>,
    ) -> Self {
        let mut all = Unknowns::default();
        if let Some(proposal) = proposal {
            all.add_proposal(proposal);
        }
        for pair in relations.iter().flat_map(|relations| &relations.pairs) {
            all.add(Judged::Pair, &Blocked::Relation, &pair.verdict);
        }
        for item in obligations.iter().flat_map(|report| &report.items) {
            all.add(Judged::Obligation, &Blocked::Status, &item.verdict);
        }
        all
    }

    fn add_proposal(&mut self, proposal: &Proposal) {
        for run in &proposal.runs {
            let criteria = proposal.criteria.iter().zip(&run.verdicts);
            let requirements = proposal.requirements.iter().zip(&run.requirements);
            for (rule, verdict) in criteria.chain(requirements) {
                let blocked = Blocked::Rule(rule.name.clone(), rule.titles.clone());
                self.add(Judged::Run, &blocked, verdict);
            }
            if let Some(verdict) = &run.format {
                self.add(Judged::Run, &Blocked::Format, verdict);
            }
        }
    }

    fn add(&mut self, judged: Judged, blocked: &Blocked, verdict: &Verdict) {
        let Answer::CannotTell { missing, .. } = &verdict.answer else {
            return;
        };
        for fact in missing {
            let of_fact = self.0.entry((judged, fact.to_string())).or_default();
            *of_fact.entry(blocked.clone()).or_default() += 1;
        }
    }

    /// The facts that kept back most answers first.
    pub fn most_first(&self) -> Vec<Missing> {
        let mut all: Vec<Missing> = self
            .0
            .iter()
            .map(|((judged, fact), blocked)| Missing {
                judged: *judged,
                fact: fact.clone(),
                blocked: blocked.clone(),
            })
            .collect();
        all.sort_by_key(|missing| std::cmp::Reverse(missing.count()));
        all
    }
}
