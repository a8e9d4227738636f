//! How an answer differs from what a case expects, in each language.

use mestring_model::Fact;
use mestring_model::facts::FactValue;
use mestring_rules::{CaseOutcome, CaseResult};

use crate::text::Texts;

impl Texts {
    /// Several lines on what a case expects, what the rule answered, and what it read and assumed on
    /// the way; why there is no answer where the rule stopped; empty where the case passed. Facts and
    /// words stand as the files of the pack write them.
    pub fn case_difference(&self, own: &CaseResult) -> String {
        match &own.outcome {
            CaseOutcome::Passed => String::new(),
            CaseOutcome::Stopped(error) => format!("  {}\n", self.rule_error(error)),
            CaseOutcome::Failed { expected, got } => {
                let mut text = format!(
                    "- {}\n+ {}\n",
                    self.answered(expected),
                    self.answered(&got.answer)
                );
                let mut line = |id: &str, name: &str, value: String| {
                    let args = [("name", name.into()), ("value", value.into())];
                    text.push_str(&format!("  {}\n", self.say(id, &args)));
                };
                for read in &got.read {
                    line("rules-difference-read", read.name, self.given(&read.value));
                }
                for assumed in &got.assumed {
                    let value = assumed.assumed.to_string();
                    line("rules-difference-assumed", assumed.name, value);
                }
                text
            }
        }
    }

    /// A fact's value as the files of cases write it, but for yes and no.
    fn given(&self, own: &Fact<FactValue>) -> String {
        match own {
            Fact::NotStated => self.plain("rules-difference-not-stated"),
            Fact::Unknown => self.plain("rules-difference-unknown"),
            Fact::Known(FactValue::Bool(yes)) => self.answer(*yes),
            Fact::Known(FactValue::List(texts)) if texts.is_empty() => {
                self.plain("rules-difference-none")
            }
            Fact::Known(value) => value.to_string(),
        }
    }
}
