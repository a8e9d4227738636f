//! What a plugin says of itself, and whether that can be.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::facts::{FactDecl, FactType, Judged};

use crate::complaint::{Among, PackFault};

/// What a plugin says of itself. Packs that use it take this into their hash.
#[derive(Debug, Clone, PartialEq)]
pub struct Declaration {
    /// The name that packs use after `plugin:`.
    pub name: String,
    /// The version: another one is another rule. Letters, digits, `.`, `_` and `-`.
    pub version: String,
    /// The kind of record that it judges.
    pub judged: Judged,
    /// The names of the facts that it may read.
    pub reads: BTreeSet<String>,
    /// For a fact that is a number: the numbers with which it is compared, where nothing else is
    /// done with it. A missing number is then completed with values on both sides of each.
    pub compares: BTreeMap<String, Vec<f64>>,
    /// True where the answer depends on nothing but the facts.
    pub pure: bool,
}

impl Declaration {
    /// A pure plugin that reads nothing yet.
    pub fn new(name: impl Into<String>, version: impl Into<String>, judged: Judged) -> Self {
        Declaration {
            name: name.into(),
            version: version.into(),
            judged,
            reads: BTreeSet::new(),
            compares: BTreeMap::new(),
            pure: true,
        }
    }

    /// The same, reading these facts too.
    #[must_use]
    pub fn reading<'a>(mut self, facts: impl IntoIterator<Item = &'a str>) -> Self {
        self.reads.extend(facts.into_iter().map(str::to_owned));
        self
    }

    /// The same, reading a number too, of which it asks nothing but how it compares with these.
    #[must_use]
    pub fn comparing(mut self, fact: &str, with: impl IntoIterator<Item = f64>) -> Self {
        self.reads.insert(fact.to_owned());
        let own = self.compares.entry(fact.to_owned()).or_default();
        own.extend(with);
        self
    }

    /// The same, whose answer depends on more than the facts: a clock, a file, a service, chance.
    ///
    /// Only packs that name it under `impure` take it, its verdicts say so, and it is never asked
    /// again for facts that are missing.
    #[must_use]
    pub fn impure(mut self) -> Self {
        self.pure = false;
        self
    }

    /// The declarations of the facts that it reads, with their places, in the declared order.
    pub(crate) fn facts(&self) -> impl Iterator<Item = (usize, &'static FactDecl)> {
        let all = self.judged.facts().iter().enumerate();
        all.filter(|(_, fact)| self.reads.contains(fact.name))
    }

    /// Everything about it that cannot be.
    pub(crate) fn wrong(&self, judged: Judged) -> Vec<PackFault> {
        let Declaration { name, version, .. } = self;
        if self.judged != judged {
            return vec![PackFault::PluginJudges {
                name: name.clone(),
                judges: self.judged.code(),
                wanted: judged.code(),
            }];
        }
        let mut out = Vec::new();
        let fine = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
        if version.is_empty() || !version.chars().all(fine) {
            out.push(PackFault::PluginVersion {
                name: name.clone(),
                version: version.clone(),
            });
        }
        for fact in self.reads.iter().filter(|own| judged.fact(own).is_none()) {
            let facts = judged.facts().iter().map(|own| own.name);
            out.push(PackFault::PluginReads {
                name: name.clone(),
                fact: fact.clone(),
                judges: judged.code(),
                among: Among::of(fact, facts),
            });
        }
        for (fact, with) in &self.compares {
            let kind = judged.fact(fact).map(|(_, own)| own.kind);
            let number = matches!(kind, None | Some(FactType::Int | FactType::Number));
            if !number || !self.reads.contains(fact) || with.iter().any(|own| !own.is_finite()) {
                out.push(PackFault::PluginCompares {
                    name: name.clone(),
                    fact: fact.clone(),
                });
            }
        }
        out
    }
}
