//! From the text of a case file to cases, with every complaint at once.

use std::collections::BTreeMap;

use mestring_model::facts::{FactRow, FactRowError, FactType, FactValue, Judged};
use mestring_model::term::Term as _;
use mestring_model::verdict::Answer;
use mestring_model::{Fact, term};
use serde::Deserialize;
use toml::Spanned;

use super::{Case, Excuse};
use crate::complaint::{Among, CaseFault, Sort};
use crate::diagnostic::Diagnostic;
use crate::kind::Takes;
use crate::manifest::{Manifest, Reading, date, fact_value, toml_error, too_large};
use crate::relation;
use crate::source::Source;

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
    change: String,
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
    let cases = wire
        .case
        .into_iter()
        .filter_map(|case| reading.case(case, criterion, manifest, &sample))
        .collect();
    let excuse = |own: WireSurvivor| Excuse {
        criterion: criterion.to_owned(),
        file: source.file.to_owned(),
        line: own.line.trim().to_owned(),
        change: own.change,
        because: own.because,
    };
    let excuses = wire.survivor.into_iter().map(excuse).collect();
    (CaseFile { cases, excuses }, reading.out)
}

impl Reading<'_> {
    fn case(
        &mut self,
        wire: WireCase,
        criterion: &str,
        manifest: &Manifest,
        sample: &BTreeMap<String, FactValue>,
    ) -> Option<Case> {
        let before = self.out.len();
        let mut given = FactRow::unstated(manifest.judges());
        for (key, value) in &wire.given {
            self.given(&mut given, key, value);
        }
        let mut params = BTreeMap::new();
        for (key, value) in &wire.params {
            let name = key.get_ref();
            let Some(own) = sample.get(name) else {
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
                    let fault = CaseFault::OtherType {
                        name: name.clone(),
                        own: own.to_string(),
                    };
                    self.at(value, fault);
                }
            }
        }
        let as_of = wire.as_of.as_ref().and_then(|as_of| {
            let read = date(as_of.get_ref());
            if read.is_none() {
                self.at(as_of, CaseFault::NotADate);
            }
            read
        });
        let expect = self.expect(&wire.expect, manifest);
        let place = self.source.underline(wire.expect.span());
        (self.out.len() == before).then_some(())?;
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
            self.at(key, no_such_fact(judged, key.get_ref()));
            return;
        };
        let fact = match value.get_ref() {
            toml::Value::String(text) if text == "unknown" => Fact::Unknown,
            toml::Value::Integer(whole) if decl.kind == FactType::Number => {
                Fact::Known(FactValue::Number(*whole as f64))
            }
            other => match fact_value(other) {
                Some(value) => Fact::Known(value),
                None => {
                    self.at(value, CaseFault::NotAFact);
                    return;
                }
            },
        };
        if let Err(FactRowError::WrongType { value: given, .. }) = row.set(decl.name, fact) {
            let words: Vec<_> = decl.kind.words().iter().map(|word| word.code).collect();
            let stray = match &given {
                FactValue::Text(text) => Some(text),
                FactValue::List(texts) => texts.iter().find(|text| !words.contains(&&***text)),
                _ => None,
            };
            let among = stray.map(|text| Among::of(text, words.iter().copied()));
            let fault = CaseFault::FactTakes {
                name: decl.name.to_owned(),
                wanted: sort(decl.kind),
                given: given.to_string(),
                among: among.unwrap_or_default(),
            };
            self.at(value, fault);
        }
    }

    fn expect(&mut self, expect: &Spanned<toml::Value>, manifest: &Manifest) -> Option<Answer> {
        let answer = match expect.get_ref() {
            toml::Value::Boolean(yes) => Answer::Bool(*yes),
            toml::Value::Integer(number) => Answer::Number(*number as f64),
            toml::Value::Float(number) => Answer::Number(*number),
            toml::Value::String(text) => match text.strip_prefix("cannot tell: ") {
                Some(names) => {
                    let missing: Vec<&str> = names.split(',').map(str::trim).collect();
                    let judged = manifest.judges();
                    let stray = missing.iter().find(|name| judged.fact(name).is_none());
                    if let Some(name) = stray {
                        self.at(expect, no_such_fact(judged, name));
                        return None;
                    }
                    Answer::missing(missing)
                }
                None => Answer::Word(text.as_str().into()),
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
        let nearest = match (&answer, takes) {
            (Answer::Word(word), Takes::Word(words)) => {
                term::nearest(word, words.iter().map(|own| own.code)).map(str::to_owned)
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
        let fault = CaseFault::NeverAnswers {
            kind: manifest.kind.code(),
            given,
            takes,
            among: Among {
                nearest,
                all: Vec::new(),
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
        among: Among::of(name, judged.facts().iter().map(|fact| fact.name)),
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
