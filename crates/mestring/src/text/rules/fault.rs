//! The texts of faults of a pack's files and of the parser, by the names that they declare.

use mestring_model::verdict::Answer;
use mestring_rules::complaint::{Value, Wording};

use super::among;
use crate::text::{Arg, Texts};

impl Texts {
    /// What was found.
    pub(super) fn fault(&self, own: &Wording<'_>) -> String {
        self.say(&format!("rules-{}", own.name), &self.arguments(own))
    }

    /// What would be right: the names that there are, or the fault's own advice.
    pub(super) fn fault_advice(&self, own: &Wording<'_>) -> String {
        if let Some((id, args)) = own.among.and_then(among) {
            return self.say(id, &args);
        }
        if own.has_help {
            self.say(&format!("rules-{}-help", own.name), &self.arguments(own))
        } else {
            String::new()
        }
    }

    /// Words that every language has its own of.
    pub(super) fn named(&self, name: &str) -> String {
        self.plain(&format!("rules-{name}"))
    }

    fn arguments<'a>(&self, own: &'a Wording<'_>) -> Vec<(&'static str, Arg<'a>)> {
        let said = |value: &'a Value<'_>| match value {
            Value::Text(text) => Arg::Text(text.as_ref().into()),
            Value::Sort(sort) => self.sort(*sort).into(),
            Value::Sorts(sorts) => self.all(sorts.iter().map(|own| self.sort(*own))).into(),
            Value::Values(count) => self
                .say("rules-values", &[("count", (*count).into())])
                .into(),
            Value::Takes(takes) => self.takes(*takes).into(),
            Value::Answer(answer) => self.answered(answer).into(),
            Value::Named(name) => self.named(name).into(),
            Value::Date(date) => self.date(*date).into(),
            Value::Error(error) => self.rule_error(error).into(),
            Value::Said(wording) => self.fault(wording).into(),
        };
        let args = own.args.iter();
        args.map(|(name, value)| (*name, said(value))).collect()
    }

    /// What a rule answered, or was expected to.
    pub(super) fn answered(&self, own: &Answer) -> String {
        match own {
            Answer::Bool(yes) => self.answer(*yes),
            Answer::CannotTell { missing, .. } => {
                let missing: Vec<&str> = missing.iter().map(AsRef::as_ref).collect();
                let missing = missing.join(", ");
                self.say("rules-cannot-tell", &[("missing", missing.into())])
            }
            other => other.to_string(),
        }
    }
}
