//! What a script can answer, against what its kind of pack takes.

use super::Walk;
use super::types::{Texts, Type};
use crate::diagnostic;
use crate::kind::Takes;
use crate::relation;
use crate::source::At;

impl Walk<'_> {
    /// Checks what the script can answer against what its kind of pack takes.
    pub(super) fn result(&mut self, answer: &Type, at: At) {
        let fits = match (self.takes, answer) {
            (_, Type::Any | Type::Never)
            | (Takes::YesNo, Type::Bool)
            | (Takes::Measure, Type::Bool | Type::Int | Type::Number)
            | (Takes::Whole, Type::Int) => true,
            (Takes::Word(list), Type::Text(texts)) => {
                let codes: Vec<_> = list.iter().map(|word| word.code).collect();
                self.result_words(texts, &codes, at);
                true
            }
            (Takes::Relation, Type::Text(texts)) => {
                let words = relation::words();
                let codes: Vec<_> = words.iter().map(String::as_str).collect();
                self.result_words(texts, &codes, at);
                true
            }
            _ => false,
        };
        if !fits {
            let takes = self.takes.name();
            let message = match answer {
                Type::Nothing => format!("the script ends without an answer; it takes {takes}"),
                other => format!("the script answers {}; it takes {takes}", other.name()),
            };
            self.say(
                diagnostic::WRONG_RESULT,
                at,
                message,
                "the last value is the answer",
            );
        }
    }

    fn result_words(&mut self, texts: &Texts, codes: &[&str], at: At) {
        let stray = texts
            .lists
            .iter()
            .flat_map(|list| list.iter())
            .map(|word| word.code);
        let stray = stray.filter(|word| !codes.contains(word)).min();
        if texts.free || stray.is_some() {
            self.say(
                diagnostic::WRONG_RESULT,
                at,
                "the answer can be a text that is not in the list of answers",
                "write each answer out, in quotes",
            );
        }
        for (text, place) in &texts.written {
            if !codes.contains(&text.as_str()) {
                let at = if place.line == 0 { at } else { *place };
                let help = diagnostic::suggest(text, codes.iter().copied());
                self.say(
                    diagnostic::WRONG_RESULT,
                    at,
                    format!("`{text}` is no answer here"),
                    help,
                );
            }
        }
    }
}
