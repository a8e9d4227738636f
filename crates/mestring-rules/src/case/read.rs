//! From the text of a case file to cases, with every complaint at once.

use std::collections::BTreeMap;

use mestring_model::facts::{FactDecl, FactRow, FactRowError, FactType, FactValue, Judged};
use mestring_model::term::Term as _;
use mestring_model::verdict::Answer;
use mestring_model::{Fact, term};
use serde::Deserialize;
use toml::Spanned;

use super::{Case, Excuse, from_to};
use crate::complaint::{Among, CaseFault, Sort};
use crate::diagnostic::{Diagnostic, FAULTS};
use crate::kind::Takes;
use crate::manifest::{
    Manifest, Reading, date, fact_value, not_finite, toml_error, toml_text, too_large, written_date,
};
use crate::parameter::{Sample, Samples};
use crate::relation;
use crate::source::Source;
use mestring_model::habit;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireFile {
    #[serde(default)]
    case: Vec<WireCase>,
    #[serde(default)]
    survivor: Vec<WireSurvivor>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSurvivor {
    line: String,
    change: Spanned<String>,
    because: String,
}

/// What a case file holds.
#[derive(Debug, Default)]
pub(crate) struct CaseFile {
    pub cases: Vec<Case>,
    pub excuses: Vec<Excuse>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireCase {
    name: Spanned<String>,
    #[serde(default)]
    given: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    #[serde(default)]
    params: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    as_of: Option<Spanned<toml::Value>>,
    expect: Spanned<toml::Value>,
    #[serde(default)]
    because: String,
}

/// Reads a case file.
pub(crate) fn read(
    source: Source,
    criterion: &str,
    manifest: &Manifest,
) -> (CaseFile, Vec<Diagnostic>) {
    if let Some(large) = too_large(source) {
        return (CaseFile::default(), vec![large]);
    }
    let wire: WireFile = match toml::from_str(source.text) {
        Ok(wire) => wire,
        Err(error) => return (CaseFile::default(), vec![toml_error(source, &error)]),
    };
    let mut reading = Reading {
        source,
        out: Vec::new(),
    };
    let sample = manifest.sample();
    let names: Vec<Spanned<String>> = wire.case.iter().map(|own| own.name.clone()).collect();
    let cases = wire
        .case
        .into_iter()
        .filter_map(|case| reading.case(case, criterion, manifest, &sample))
        .collect();
    reading.same_names(&names);
    let survivors = wire.survivor.into_iter();
    let excuses = survivors.filter_map(|own| reading.excuse(own, criterion));
    let excuses = excuses.collect();
    (CaseFile { cases, excuses }, reading.out)
}

impl Reading<'_> {
    fn excuse(&mut self, own: WireSurvivor, criterion: &str) -> Option<Excuse> {
        let change = own.change.get_ref();
        let Some((from, to)) = from_to(change) else {
            let given = change.clone();
            self.at(&own.change, CaseFault::NotAChange { given });
            return None;
        };
        Some(Excuse {
            criterion: criterion.to_owned(),
            file: self.source.file.to_owned(),
            line: own.line.trim().to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            at: self.source.underline(own.change.span()),
            change: change.clone(),
            because: own.because,
        })
    }

    /// Says of each name that it stands further up already.
    fn same_names(&mut self, names: &[Spanned<String>]) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for own in names {
            let name = own.get_ref().trim();
            let start = *first.entry(name).or_insert(own.span().start);
            // What is no error never takes the place of one.
            if start != own.span().start && self.out.len() < FAULTS {
                let line = self.source.place(start).line.to_string();
                let name = name.to_owned();
                self.at(own, CaseFault::SameName { name, line });
            }
        }
    }

    fn case(
        &mut self,
        wire: WireCase,
        criterion: &str,
        manifest: &Manifest,
        sample: &Samples,
    ) -> Option<Case> {
        let before = self.out.len();
        let mut given = FactRow::unstated(manifest.judges());
        for (key, value) in &wire.given {
            self.given(&mut given, key, value);
        }
        let mut params = BTreeMap::new();
        for (key, value) in &wire.params {
            let name = key.get_ref();
            let Some(Sample { value: own, .. }) = sample.get(name) else {
                if manifest.spoilt.contains(name) {
                    continue;
                }
                let fault = CaseFault::NoSuchParameter {
                    name: name.clone(),
                    among: Among::of(name, sample.keys().map(String::as_str)),
                };
                self.at(key, fault);
                continue;
            };
            match fact_value(value.get_ref()) {
                Some(other) if std::mem::discriminant(&other) == std::mem::discriminant(own) => {
                    params.insert(name.clone(), other);
                }
                _ => {
                    let otherwise = written_otherwise(value.get_ref(), Sort::of(own));
                    let fault = otherwise.unwrap_or_else(|| CaseFault::OtherType {
                        name: name.clone(),
                        own: toml_text(own),
                    });
                    self.at(value, fault);
                }
            }
        }
        let as_of = wire.as_of.as_ref().and_then(|as_of| {
            let read = date(as_of.get_ref());
            if read.is_none() {
                let such = written_date(as_of.get_ref(), "2026-01-15");
                self.at(as_of, CaseFault::NotADate { such });
            }
            read
        });
        let expect = self.expect(&wire.expect, manifest);
        let place = self.source.underline(wire.expect.span());
        let wrong = self.out.iter().skip(before).any(Diagnostic::is_error);
        (!wrong).then_some(())?;
        Some(Case {
            criterion: criterion.to_owned(),
            name: wire.name.into_inner(),
            file: self.source.file.to_owned(),
            at: place,
            given,
            params,
            as_of,
            expect: expect?,
            because: wire.because,
        })
    }

    fn given(&mut self, row: &mut FactRow, key: &Spanned<String>, value: &Spanned<toml::Value>) {
        let judged = row.judged();
        let Some((_, decl)) = judged.fact(key.get_ref()) else {
            // What a misspelt name means is looked for only while it is listed.
            if self.out.len() <= FAULTS {
                self.at(key, no_such_fact(judged, key.get_ref()));
            }
            return;
        };
        let wanted = sort(decl.kind);
        let fact = match value.get_ref() {
            toml::Value::String(text) if text == "unknown" => Fact::Unknown,
            toml::Value::String(text) if habit::is_unknown(text) => {
                let word = text.clone();
                return self.at(value, CaseFault::UnknownWord { word });
            }
            toml::Value::Integer(whole) if decl.kind == FactType::Number => {
                Fact::Known(FactValue::Number(*whole as f64))
            }
            other => match fact_value(other) {
                Some(value) => Fact::Known(value),
                None => {
                    let number = not_finite(other).map(|text| CaseFault::NotFinite { text });
                    return self.at(value, number.unwrap_or(CaseFault::NotAFact));
                }
            },
        };
        // What is no error never takes the place of one.
        if self.out.len() < FAULTS
            && let Some(fault) = out_of_range(decl, &fact)
        {
            self.at(value, fault);
        }
        if let Err(FactRowError::WrongType { value: given, .. }) = row.set(decl.name, fact) {
            let fault = written_otherwise(value.get_ref(), wanted);
            let fault = fault.unwrap_or_else(|| CaseFault::FactTakes {
                name: decl.name.to_owned(),
                wanted,
                such: such(decl.kind, &given),
                among: stray(decl.kind, &given).unwrap_or_default(),
                given: toml_text(&given),
            });
            self.at(value, fault);
        }
    }

    fn expect(&mut self, expect: &Spanned<toml::Value>, manifest: &Manifest) -> Option<Answer> {
        let answer = match expect.get_ref() {
            toml::Value::Boolean(yes) => Answer::Bool(*yes),
            toml::Value::Integer(number) => Answer::Number(*number as f64),
            toml::Value::Float(number) if number.is_finite() => Answer::Number(*number),
            toml::Value::Float(number) => {
                let text = toml::Value::Float(*number).to_string();
                self.at(expect, CaseFault::NotFinite { text });
                return None;
            }
            toml::Value::String(text) => match text.strip_prefix("cannot tell:") {
                Some(names) if !names.trim().is_empty() => {
                    let missing: Vec<&str> = names.split(',').map(str::trim).collect();
                    let judged = manifest.judges();
                    let stray = missing.iter().find(|name| judged.fact(name).is_none());
                    if let Some(name) = stray {
                        self.at(expect, no_such_fact(judged, name));
                        return None;
                    }
                    Answer::missing(missing)
                }
                _ => Answer::Word(text.as_str().into()),
            },
            _ => {
                self.at(expect, CaseFault::NotAnAnswer);
                return None;
            }
        };
        if manifest.kind.accepts(&answer) {
            return Some(answer);
        }
        let takes = manifest.kind.takes();
        if let Answer::Word(word) = &answer
            && let Some(fault) = said_otherwise(word, manifest.judges(), takes)
        {
            self.at(expect, fault);
            return None;
        }
        let nearest = match (&answer, takes) {
            (Answer::Word(word), Takes::Word(words)) => {
                let words: Vec<_> = words.iter().collect();
                Among::of_words(word, &words).nearest
            }
            (Answer::Word(word), Takes::Relation) => {
                let words = relation::words();
                term::nearest(word, words.iter().map(String::as_str)).map(str::to_owned)
            }
            _ => None,
        };
        let given = match expect.get_ref() {
            toml::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let kind = manifest.kind.code();
        let fault = match takes {
            Takes::YesNo => CaseFault::NeverAnswersThis { kind, given },
            _ => CaseFault::NeverAnswers {
                kind,
                given,
                takes,
                among: Among {
                    nearest,
                    all: Vec::new(),
                },
            },
        };
        self.at(expect, fault);
        None
    }
}

fn no_such_fact(judged: Judged, name: &str) -> CaseFault {
    CaseFault::NoSuchFact {
        record: judged.code(),
        name: name.to_owned(),
        among: Among::of_facts(name, judged),
    }
}

/// Of so many names and letters of an answer in other words it is said what they mean.
const NAMES: usize = 16;
const LETTERS: usize = 200;

/// What an answer means that is said in other words than those of cases.
fn said_otherwise(word: &str, judged: Judged, takes: Takes) -> Option<CaseFault> {
    if let Some(names) = habit::cannot_tell(word) {
        let names = names.into_iter().take(NAMES).map(|name| {
            let known = judged.fact(name).map(|(_, fact)| fact);
            let fact = known.or_else(|| judged.fact_by_term(name));
            fact.map_or(name, |fact| fact.name)
        });
        let names: Vec<&str> = names.collect();
        let names = if names.is_empty() {
            "…".to_owned()
        } else {
            names.join(", ")
        };
        return Some(CaseFault::CannotTellWords {
            given: word.chars().take(LETTERS).collect(),
            write: format!("\"cannot tell: {names}\""),
        });
    }
    let value = toml::Value::String(word.to_owned());
    let wanted = match takes {
        Takes::YesNo => [Some(Sort::YesNo), None],
        Takes::Measure => [Some(Sort::YesNo), Some(Sort::Number)],
        Takes::Whole => [Some(Sort::Whole), None],
        Takes::Word(_) | Takes::Relation => [None, None],
    };
    let mut wanted = wanted.into_iter().flatten();
    wanted.find_map(|wanted| written_otherwise(&value, wanted))
}

/// What a text in quotes means where yes or no, or a number, is wanted.
fn written_otherwise(value: &toml::Value, wanted: Sort) -> Option<CaseFault> {
    let word = value.as_str()?.to_owned();
    match wanted {
        Sort::YesNo => {
            let write = habit::written(habit::yes_no(&word)?);
            Some(CaseFault::TextForYesNo { word, write })
        }
        Sort::Whole | Sort::Number => {
            let is_right = word.parse::<f64>().is_ok_and(f64::is_finite);
            let measured = || habit::measured(&word).map(|(number, _)| number);
            let write = habit::number(&word).or_else(measured);
            let write = write.or_else(|| is_right.then(|| word.clone()))?;
            Some(CaseFault::TextForNumber { word, write })
        }
        _ => None,
    }
}

/// The words among which a text, or the first of a list that is none of them, was looked for. None
/// where the words are right and stand without the brackets of a list, or the other way round.
fn stray(kind: FactType, given: &FactValue) -> Option<Among> {
    let words: Vec<_> = kind.words().iter().collect();
    let is_word = |text: &str| words.iter().any(|word| word.code == text);
    let text = match given {
        FactValue::Text(text) => Some(text).filter(|text| !is_word(text)),
        FactValue::List(texts) => texts.iter().find(|text| !is_word(text)),
        _ => None,
    };
    text.filter(|_| !words.is_empty())
        .map(|text| Among::of_words(text, &words))
}

/// A value of the fact's type as TOML writes it: the given one in the brackets that it lacks, where
/// that is all.
fn such(kind: FactType, given: &FactValue) -> String {
    let listed = |text: &str| FactValue::List([text.into()].into());
    let bracketed = match given {
        FactValue::Text(text) => Some(listed(text)).filter(|own| kind.accepts(own)),
        _ => None,
    };
    let first = kind.words().first().map_or("…", |word| word.code);
    let value = bracketed.unwrap_or_else(|| match kind {
        FactType::Bool => FactValue::Bool(true),
        FactType::Int => FactValue::Int(8),
        FactType::Number => FactValue::Number(2.5),
        FactType::Text | FactType::Listed(_) => FactValue::Text(first.into()),
        FactType::TextList | FactType::ListedList(_) => listed(first),
    });
    toml_text(&value)
}

/// What there is to say of a number that its fact can never be.
fn out_of_range(decl: &FactDecl, fact: &Fact<FactValue>) -> Option<CaseFault> {
    let given = match fact {
        Fact::Known(FactValue::Int(whole)) => *whole as f64,
        Fact::Known(FactValue::Number(number)) => *number,
        _ => return None,
    };
    let (least, most) = decl.range();
    let name = decl.name;
    if given < least {
        let (least, given) = (least.to_string(), given.to_string());
        Some(CaseFault::BelowLeast { name, least, given })
    } else if given > most {
        let (most, given) = (most.to_string(), given.to_string());
        Some(CaseFault::AboveMost { name, most, given })
    } else {
        None
    }
}

/// A fact's type as messages name it.
fn sort(kind: FactType) -> Sort {
    match kind {
        FactType::Bool => Sort::YesNo,
        FactType::Int => Sort::Whole,
        FactType::Number => Sort::Number,
        FactType::Text => Sort::Text,
        FactType::Listed(_) => Sort::Word,
        FactType::TextList | FactType::ListedList(_) => Sort::Texts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{self, assert_read};

    #[test]
    fn the_listed_keys_are_those_that_are_read() {
        assert_read::<WireFile>(keys::CASES);
        assert_read::<WireCase>(keys::CASE);
        assert_read::<WireSurvivor>(keys::SURVIVOR);
    }
}
