//! A case of a pack that fails, as a problem names it.

use super::argument::{Argument, Value};
use crate::term::Lang;
use crate::verdict::Answer;

/// A case of a pack that fails, with what it expects and what the rule answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailingCase {
    case: String,
    /// What is expected, then what was answered; none where the rule gave no answer.
    answers: Option<[Said; 2]>,
}

/// An answer as far as a text says it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    YesNo(bool),
    /// A number or a word, the same in every language.
    Written(String),
    /// The facts that are missing.
    CannotTell(String),
}

impl FailingCase {
    /// A case whose rule answered something else.
    ///
    /// ```
    /// use mestring_model::finding::FailingCase;
    /// use mestring_model::{Answer, Lang};
    ///
    /// let case = FailingCase::answered("six", &Answer::Bool(true), &Answer::missing(["seats"]));
    /// assert_eq!(case.text(Lang::En), "`six` expects yes, and the rule answers cannot tell: seats");
    /// assert_eq!(case.text(Lang::Nb), "`six` venter ja, og regelen svarer kan ikke avgjøres: seats");
    /// ```
    pub fn answered(case: impl Into<String>, expected: &Answer, got: &Answer) -> Self {
        FailingCase {
            case: case.into(),
            answers: Some([expected, got].map(Said::of)),
        }
    }

    /// A case whose rule gave no answer.
    pub fn stopped(case: impl Into<String>) -> Self {
        FailingCase {
            case: case.into(),
            answers: None,
        }
    }

    /// What it expects and what was answered, in a language.
    pub fn text(&self, lang: Lang) -> String {
        let case = &self.case;
        let Some(answers) = &self.answers else {
            return match lang {
                Lang::En => format!("`{case}` gives no answer"),
                Lang::Nb => format!("`{case}` får ikke noe svar"),
                Lang::Nn => format!("`{case}` får ikkje noko svar"),
            };
        };
        let [expected, got] = answers.each_ref().map(|own| own.text(lang));
        match lang {
            Lang::En => format!("`{case}` expects {expected}, and the rule answers {got}"),
            Lang::Nb => format!("`{case}` venter {expected}, og regelen svarer {got}"),
            Lang::Nn => format!("`{case}` ventar {expected}, og regelen svarer {got}"),
        }
    }
}

impl Said {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Bool(yes) => Said::YesNo(*yes),
            Answer::CannotTell { missing, .. } => Said::CannotTell(missing.join(", ")),
            Answer::Number(_) | Answer::Word(_) => Said::Written(answer.to_string()),
        }
    }

    fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Said::Written(text), _) => text.clone(),
            (Said::YesNo(true), Lang::En) => "yes".to_owned(),
            (Said::YesNo(false), Lang::En) => "no".to_owned(),
            (Said::YesNo(true), _) => "ja".to_owned(),
            (Said::YesNo(false), _) => "nei".to_owned(),
            (Said::CannotTell(missing), Lang::En) => format!("cannot tell: {missing}"),
            (Said::CannotTell(missing), Lang::Nb) => format!("kan ikke avgjøres: {missing}"),
            (Said::CannotTell(missing), Lang::Nn) => format!("kan ikkje avgjerast: {missing}"),
        }
    }
}

impl Argument for FailingCase {
    fn value(&self, lang: Lang) -> Option<Value> {
        Some(Value::Text(self.text(lang)))
    }

    fn edit(&mut self, edit: &dyn Fn(&mut String)) {
        edit(&mut self.case);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_case_is_said_in_each_language() {
        let (yes, no, number) = (Answer::Bool(true), Answer::Bool(false), Answer::Number(2.5));
        for (case, said) in [
            (
                FailingCase::answered("a", &yes, &no),
                [
                    "`a` expects yes, and the rule answers no",
                    "`a` venter ja, og regelen svarer nei",
                    "`a` ventar ja, og regelen svarer nei",
                ],
            ),
            (
                FailingCase::answered("a", &number, &Answer::missing(["seats", "hours"])),
                [
                    "`a` expects 2.5, and the rule answers cannot tell: seats, hours",
                    "`a` venter 2.5, og regelen svarer kan ikke avgjøres: seats, hours",
                    "`a` ventar 2.5, og regelen svarer kan ikkje avgjerast: seats, hours",
                ],
            ),
            (
                FailingCase::stopped("a"),
                [
                    "`a` gives no answer",
                    "`a` får ikke noe svar",
                    "`a` får ikkje noko svar",
                ],
            ),
        ] {
            assert_eq!(Lang::ALL.map(|lang| case.text(lang)), said);
        }
    }
}
