//! What a script can answer, against what its kind of pack takes.

use super::Walk;
use super::span::Spot;
use super::types::{Texts, Type};
use crate::complaint::{Among, Complaint, TypeFault};
use crate::kind::Takes;
use crate::relation;
use crate::source::At;
use mestring_model::habit;

impl Walk<'_> {
    /// Complains where one way answers yes or no and another a number: a yes would rank below 2.
    pub(super) fn mixed_answers(&mut self, answers: &[(Type, Spot)]) {
        if self.takes != Takes::Measure {
            return;
        }
        let yes_no = answers.iter().find(|(kind, _)| *kind == Type::Bool);
        let number = answers.iter().find(|(kind, _)| kind.is_number());
        if let (Some((_, one)), Some((_, other))) = (yes_no, number) {
            let later = if one.at > other.at { *one } else { *other };
            self.say(later, TypeFault::AnswersMixed);
        }
    }

    /// Checks what the script can answer against what its kind of pack takes.
    pub(super) fn result(&mut self, answer: &Type, spot: Spot) {
        let fits = match (self.takes, answer) {
            (_, Type::Any | Type::Never)
            | (Takes::YesNo, Type::Bool)
            | (Takes::Measure, Type::Bool | Type::Int | Type::Number)
            | (Takes::Whole, Type::Int) => true,
            (Takes::Word(list), Type::Text(texts)) => {
                let codes: Vec<_> = list.iter().map(|word| word.code).collect();
                self.result_words(texts, &codes, spot);
                true
            }
            (Takes::Relation, Type::Text(texts)) => {
                let words = relation::words();
                let codes: Vec<_> = words.iter().map(String::as_str).collect();
                self.result_words(texts, &codes, spot);
                true
            }
            _ => false,
        };
        let wants_yes_no = matches!(self.takes, Takes::YesNo | Takes::Measure);
        if let Type::Text(texts) = answer
            && wants_yes_no
            && self.says_yes_or_no(texts)
        {
            return;
        }
        if !fits {
            let takes = self.takes;
            let complaint = match answer {
                Type::Nothing => Complaint::NoAnswer { takes },
                other => Complaint::WrongAnswer {
                    gives: other.sort(),
                    takes,
                },
            };
            self.say(spot, complaint);
        }
    }

    /// True where the texts are all words for yes and no, which is then said of each.
    fn says_yes_or_no(&mut self, texts: &Texts) -> bool {
        let word = |(text, at): &(String, At)| {
            let write = habit::written(habit::yes_no(text)?);
            let word = text.clone();
            (at.line > 0).then_some((*at, TypeFault::TextAnswer { word, write }))
        };
        let is_closed = !texts.free && texts.lists.is_empty() && !texts.written.is_empty();
        let words: Option<Vec<_>> = texts.written.iter().map(word).collect();
        let Some(words) = words.filter(|_| is_closed) else {
            return false;
        };
        for (at, fault) in words {
            self.say(at, fault);
        }
        true
    }

    fn result_words(&mut self, texts: &Texts, codes: &[&str], spot: Spot) {
        let listed = texts.lists.iter().flat_map(|list| list.iter());
        let stray = listed
            .map(|word| word.code)
            .any(|word| !codes.contains(&word));
        if texts.free || stray {
            self.say(spot, Complaint::FreeAnswer);
        }
        for (text, place) in &texts.written {
            if !codes.contains(&text.as_str()) {
                let spot = if place.line == 0 {
                    spot
                } else {
                    Spot::from(*place)
                };
                let word = text.clone();
                let among = Among::of(text, codes.iter().copied());
                self.say(spot, Complaint::NoSuchAnswer { word, among });
            }
        }
    }
}
