//! `switch`: its cases against what it looks at, and against each other.

use rhai::{Dynamic, Expr, SwitchCasesCollection, Token};

use super::Walk;
use super::condition::Ways;
use super::flow::Flow;
use super::question::{Constant, Question, Subject};
use super::span::Spot;
use super::stmt::range;
use super::types::{Texts, Type};
use crate::complaint::{Complaint, Feature};
use crate::source::At;

/// A value of a case, with its place.
struct Value {
    value: Dynamic,
    spot: Spot,
}

impl Walk<'_> {
    pub(super) fn switch(
        &mut self,
        subject: &Expr,
        cases: &SwitchCasesCollection,
        at: At,
        wanted: bool,
    ) -> Type {
        let kind = self.value(subject);
        let spot = self.span(subject);
        if Constant::of(subject).is_some() {
            self.say(spot, Complaint::ConstantSwitch);
        }
        if kind == Type::Number {
            self.refuse(spot, Feature::DecimalSwitch);
        }
        let about = self.subject(subject);
        let values = self.case_values(cases, at);
        // What is left for the cases that follow.
        let mut rest = std::mem::take(&mut self.flow);
        let before = rest.clone();
        let mut after = Flow {
            over: true,
            ..Flow::default()
        };
        let mut kinds = Vec::new();
        for (index, case) in cases.expressions.iter().enumerate() {
            let own = values.get(index).map(Vec::as_slice).unwrap_or_default();
            self.flow = if cases.def_case == Some(index) {
                rest.clone()
            } else {
                self.case(&kind, &about, own, &rest)
            };
            if matches!(case.lhs, Expr::BoolConstant(true, _)) {
                for value in own {
                    let line = value.spot.at.line;
                    rest = question(&about, &value.value).assume(rest, false, line);
                }
            } else {
                let Ways { yes, .. } = self.condition(&case.lhs);
                self.flow = yes;
            }
            kinds.push(self.last_value(&case.rhs, wanted));
            after = after.join(std::mem::take(&mut self.flow));
        }
        if cases.def_case.is_none() {
            self.flow = after.join(rest.clone());
            if wanted {
                let open = self.open_words(&about, &before, &rest);
                self.say(at, Complaint::NoDefault { open });
                return Type::Any;
            }
            return Type::Nothing;
        }
        self.flow = after;
        if !wanted {
            let over = kinds.iter().all(|kind| *kind == Type::Never);
            return if over { Type::Never } else { Type::Nothing };
        }
        self.branches(kinds, at)
    }

    /// Checks the values of one case; the flow of those that take it.
    fn case(&mut self, kind: &Type, about: &Subject, values: &[Value], rest: &Flow) -> Flow {
        let mut left = rest.clone();
        let mut taken = Flow {
            over: true,
            ..Flow::default()
        };
        for Value { value, spot } in values {
            self.case_type(kind, value, *spot);
            if range(value).is_some_and(|(least, most)| least > most) {
                self.say(*spot, Complaint::EmptyRange);
                continue;
            }
            let question = question(about, value);
            if let (Question::Words { words, .. }, Some(all)) = (&question, &about.words)
                && !all.is_superset(words)
            {
                continue;
            }
            match question.answer(&left).filter(|_| !left.over) {
                Some((false, 0)) => self.case_beyond_unit(about, *spot),
                Some((false, line)) => self.say(*spot, Complaint::ArmCovered { line }),
                _ => {}
            }
            let line = spot.at.line;
            taken = taken.join(question.assume(left.clone(), true, line));
            left = question.assume(left, false, line);
        }
        taken
    }

    /// A number that the subject's unit does not allow. A word that its list lacks was complained
    /// about already.
    fn case_beyond_unit(&mut self, about: &Subject, spot: Spot) {
        if let Some((least, most)) = about.range {
            let most = most.is_finite().then_some(most as i64);
            let bounds = crate::complaint::Bounds {
                least: least as i64,
                most,
            };
            let subject = about.key.clone();
            let yes = false;
            let complaint = Complaint::AlwaysByUnit {
                subject,
                bounds,
                yes,
            };
            self.say(spot, complaint);
        }
    }

    fn case_type(&mut self, subject: &Type, value: &Dynamic, spot: Spot) {
        if let Some(text) = value.read_lock::<rhai::ImmutableString>() {
            let case = Type::Text(Texts::written(&text, spot.at));
            self.comparable(subject, &case, spot, true);
        } else if value.is_bool() {
            self.comparable(subject, &Type::Bool, spot, true);
        } else if value.is_int() || range(value).is_some() {
            // A number with decimals was complained about as a whole.
            if *subject != Type::Number {
                self.comparable(subject, &Type::Int, spot, true);
            }
        } else {
            self.refuse(spot, Feature::Case);
        }
    }

    /// The words that no case names, where the subject has a list.
    fn open_words(&self, about: &Subject, before: &Flow, rest: &Flow) -> Vec<String> {
        let Some(all) = &about.words else {
            return Vec::new();
        };
        let possible = |word: &String, flow: &Flow| {
            let words = [word.clone()].into();
            let about = about.clone();
            !flow.over
                && !matches!(
                    Question::Words { about, words }.answer(flow),
                    Some((false, _))
                )
        };
        all.iter()
            .filter(|word| possible(word, before) && possible(word, rest))
            .cloned()
            .collect()
    }

    /// The values of each case with their places. The parsed script keeps them in a hash map and
    /// without places, so both come from the tokens.
    fn case_values(&self, cases: &SwitchCasesCollection, at: At) -> Vec<Vec<Value>> {
        let tokens = self.tokens.cases(at);
        (0..cases.expressions.len())
            .map(|index| {
                let own = tokens.get(index).copied().unwrap_or_default();
                let mut values: Vec<Value> = own
                    .split(|(token, _)| *token == Token::Pipe)
                    .filter_map(|written| self.case_value(written))
                    .collect();
                // What the tokens do not show is still looked at, at the place of the case.
                let shown: Vec<String> = values.iter().map(|own| own.value.to_string()).collect();
                let spot = Spot::from(own.first().map_or(at, |(_, at)| *at));
                let mut hidden: Vec<Value> = cases
                    .cases
                    .values()
                    .filter(|own| own.blocks.contains(&index))
                    .map(|own| own.value.clone())
                    .filter(|value| !shown.contains(&value.to_string()))
                    .map(|value| Value { value, spot })
                    .collect();
                hidden.sort_by_key(|own| own.value.to_string());
                values.append(&mut hidden);
                values
            })
            .collect()
    }

    /// A word, number, yes/no or range as the tokens of a case write it.
    fn case_value(&self, written: &[(Token, At)]) -> Option<Value> {
        let (first, last) = (written.first()?.1, written.last()?.1);
        let tokens: Vec<&Token> = written.iter().map(|(token, _)| token).collect();
        let (start, rest) = number(&tokens);
        let value: Dynamic = match (start, rest) {
            (Some(number), []) => number.into(),
            (Some(start), [Token::ExclusiveRange, end @ ..]) => match number(end) {
                (Some(end), []) => Dynamic::from(start..end),
                _ => return None,
            },
            (Some(start), [Token::InclusiveRange, end @ ..]) => match number(end) {
                (Some(end), []) => Dynamic::from(start..=end),
                _ => return None,
            },
            (None, [Token::StringConstant(text)]) => text.as_str().into(),
            (None, [Token::True]) => true.into(),
            (None, [Token::False]) => false.into(),
            _ => return None,
        };
        let spot = Spot {
            at: first,
            last: Some(last),
        };
        Some(Value { value, spot })
    }
}

/// A whole number, with or without a sign, and what follows it.
fn number<'a, 'b>(tokens: &'b [&'a Token]) -> (Option<rhai::INT>, &'b [&'a Token]) {
    match tokens {
        [Token::IntegerConstant(number), rest @ ..] => (Some(*number), rest),
        [
            Token::UnaryMinus | Token::Minus,
            Token::IntegerConstant(number),
            rest @ ..,
        ] => (number.checked_neg(), rest),
        other => (None, other),
    }
}

/// Whether the subject is a case's value.
fn question(about: &Subject, value: &Dynamic) -> Question {
    let about = about.clone();
    if about.key.is_empty() {
        return Question::Unclear;
    }
    match Constant::value(value) {
        Some(Constant::Text(word)) => Question::Words {
            about,
            words: [word].into(),
        },
        Some(Constant::Number(number)) => {
            let key = format!("{}={number}", about.key);
            Question::Range {
                about,
                range: (number, number),
                key,
            }
        }
        Some(Constant::Range(least, most)) => {
            let key = format!("{} in {least}..{most}", about.key);
            Question::Range {
                about,
                range: (least, most),
                key,
            }
        }
        Some(Constant::Bool(yes)) => Question::Words {
            about,
            words: [yes.to_string()].into(),
        },
        Some(Constant::List(_)) | None => Question::Unclear,
    }
}
