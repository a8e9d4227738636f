//! Why a rule gave no answer or why it is not compiled, in each language.

use mestring_model::facts::Judged;
use mestring_rules::complaint::Wording;
use mestring_rules::script::Interpreted;
use mestring_rules::{Diagnostic, RuleError};

use crate::text::Texts;

impl Texts {
    /// Why a pack cannot be used or a rule gave no answer: what was found and, after a semicolon, what
    /// would be right. What a plugin says of its own failure is left as it is.
    ///
    /// ```
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    /// use mestring_model::facts::Judged;
    /// use mestring_rules::RuleError;
    ///
    /// let error = RuleError::WrongRecord {
    ///     pack: "room".to_owned(),
    ///     wanted: Judged::Run,
    ///     got: Judged::Pair,
    /// };
    /// assert_eq!(error.to_string(), "pack `room` judges a run, not a pair");
    /// assert_eq!(
    ///     Texts::new(Lang::Nb).rule_error(&error),
    ///     "pakken `room` vurderer poster av typen `run`, ikke `pair`"
    /// );
    /// ```
    pub fn rule_error(&self, own: &RuleError) -> String {
        let (found, help) = self.rule_error_parts(own);
        match own {
            RuleError::Text(own) => followed(format!("{}: {found}", self.place(own)), &help),
            _ => followed(found, &help),
        }
    }

    /// What was found, and what would be right, which is empty where nothing is to be added.
    pub fn rule_error_parts(&self, own: &RuleError) -> (String, String) {
        let said = |wording: &Wording<'_>| (self.fault(wording), self.fault_advice(wording));
        match own {
            RuleError::Text(own) => (self.complaint(&own.complaint), self.advice(&own.complaint)),
            // Every other kind has a text of its own.
            other => other
                .wording()
                .map_or_else(|| (other.to_string(), String::new()), |own| said(&own)),
        }
    }

    /// The record that a rule was asked about: ``run `walk-h26-2` ``.
    pub fn on_record(&self, judged: Judged, id: &str) -> String {
        let name = match judged {
            Judged::Run => "rules-on-run",
            Judged::Pair => "rules-on-pair",
            Judged::Obligation => "rules-on-obligation",
            Judged::Person => "rules-on-person",
            Judged::Choice => "rules-on-choice",
        };
        self.say(name, &[("id", id.into())])
    }

    /// Why a script is run by the interpreter and not compiled: lower case, no full stop.
    pub fn interpreted(&self, own: Interpreted) -> String {
        self.named(own.name())
    }

    /// What a diagnostic is, and where: `error R103: long.rhai:2:5`.
    fn place(&self, own: &Diagnostic) -> String {
        let place = format!("{} {}: {}", self.severity(own.severity), own.code, own.file);
        match &own.at {
            Some(at) => format!("{place}:{}:{}", at.line, at.column),
            None => place,
        }
    }
}

fn followed(found: String, help: &str) -> String {
    match help {
        "" => found,
        help => format!("{found}; {help}"),
    }
}

#[cfg(test)]
mod tests;
