//! A pack on a date, judging records.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::facts::{FactRow, FactValue, Judged};
use mestring_model::noun::{Action, Relation};
use mestring_model::verdict::{Answer, Verdict};

use crate::criterion::Criterion;
use crate::error::{RowError, RuleError};
use crate::pack::Pack;
use crate::parameter::Params;
use crate::record::Parameters;
use crate::relation::{self, Related};

/// The verdicts on one record, one for each criterion of the pack, in the pack's order.
pub type Judgement = Arc<[Verdict]>;

/// A pack with its parameters of a date. It can be shared between threads.
#[derive(Debug, Clone)]
pub struct Bench {
    pack: Pack,
    params: Params,
    parameters: Parameters,
    /// The places of the facts that can matter.
    read: Vec<usize>,
}

impl Bench {
    pub(crate) fn new(pack: Pack, params: Params) -> Self {
        let parameters = values(&params);
        let read: BTreeSet<usize> = pack
            .criteria()
            .iter()
            .flat_map(Criterion::fact_places)
            .collect();
        Bench {
            pack,
            params,
            parameters,
            read: read.into_iter().collect(),
        }
    }

    /// The same bench with every script run by the interpreter, the reference to which the compiled
    /// scripts are held: the same answers, an order of magnitude slower. For comparing the two.
    #[must_use]
    pub fn interpreted(self) -> Self {
        Bench {
            parameters: self.parameters.interpreted(),
            ..self
        }
    }

    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The date of the parameters.
    pub fn as_of(&self) -> NaiveDate {
        self.params.as_of
    }

    /// The parameters on the date.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// What kind of record it judges.
    pub fn judged(&self) -> Judged {
        self.pack.judged()
    }

    /// Judges one record: a verdict for each criterion.
    ///
    /// # Errors
    /// A record of another kind, a script that stopped, a plugin that failed. A fact that is not
    /// known is no error: the verdict then says what could not be told.
    pub fn judge(&self, row: &FactRow) -> Result<Judgement, RuleError> {
        self.fits(row)?;
        let mut verdicts = Vec::with_capacity(self.pack.criteria().len());
        for own in self.pack.criteria() {
            verdicts.push(own.judge(row, &self.parameters)?);
        }
        Ok(verdicts.into())
    }

    /// The answers of [`Bench::judge`] alone, for records of which there are so many that nobody asks
    /// what was read of each. [`crate::priority::Ranking`] ranks by them as by verdicts.
    ///
    /// # Errors
    /// As [`Bench::judge`].
    pub fn answers(&self, row: &FactRow) -> Result<Vec<Answer>, RuleError> {
        self.fits(row)?;
        let criteria = self.pack.criteria().iter();
        criteria
            .map(|own| own.answer(row, &self.parameters))
            .collect()
    }

    /// Refuses a record of another kind than the pack judges.
    pub(crate) fn fits(&self, row: &FactRow) -> Result<(), RuleError> {
        if row.judged() == self.judged() {
            return Ok(());
        }
        Err(RuleError::WrongRecord {
            pack: self.pack.manifest().name.clone(),
            wanted: self.judged(),
            got: row.judged(),
        })
    }

    /// The values of the parameters as scripts see them.
    pub(crate) fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// Judges many records. Records that agree in every fact that the rules can read are judged
    /// once and share their verdicts; the answers are the same as one by one. A plugin that is not
    /// pure answers once for equal records too, so that one call never tells them apart.
    ///
    /// # Errors
    /// The first record that cannot be judged ends it, and is named by its place.
    pub fn judge_all(&self, rows: &[FactRow]) -> Result<Vec<Judgement>, RowError> {
        // Only looked up, never walked: its order cannot show.
        let mut seen: HashMap<Vec<u8>, Judgement> = HashMap::new();
        let mut out = Vec::with_capacity(rows.len());
        let mut key = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            key.clear();
            self.key(row, &mut key);
            let judgement = match seen.get(key.as_slice()) {
                Some(known) if row.judged() == self.judged() => known.clone(),
                _ => {
                    let fresh = self
                        .judge(row)
                        .map_err(|error| RowError { row: at, error })?;
                    seen.insert(key.clone(), fresh.clone());
                    fresh
                }
            };
            out.push(judgement);
        }
        Ok(out)
    }

    /// How two offers relate by the verdict of a relation pack, or by its answer, and what to do about
    /// it.
    ///
    /// What could not be told is [`Relation::CannotTell`].
    pub fn related(&self, answer: impl AsRef<Answer>) -> (Related, Action) {
        let unknown = Related {
            relation: Relation::CannotTell,
            kind: None,
        };
        let related = match answer.as_ref() {
            Answer::Word(word) => relation::parse(word).unwrap_or(unknown),
            _ => unknown,
        };
        (related, self.pack.manifest().actions.of(related.relation))
    }

    /// The facts that can matter, as bytes: equal exactly where the facts are.
    fn key(&self, row: &FactRow, key: &mut Vec<u8>) {
        for place in &self.read {
            if let Some(value) = row.values().get(*place) {
                write_key(value, key);
            }
        }
    }
}

/// The values of parameters as scripts see them.
pub(crate) fn values(params: &Params) -> Parameters {
    let values = params.values.iter().map(|own| own.value.clone());
    Parameters::new(values.collect())
}

/// A fact's bytes: a tag first, and a length before every text, so that no two rows run together.
fn write_key(value: &Fact<FactValue>, key: &mut Vec<u8>) {
    match value {
        Fact::NotStated => key.push(0),
        Fact::Unknown => key.push(1),
        Fact::Known(FactValue::Bool(yes)) => key.push(2 + u8::from(*yes)),
        Fact::Known(FactValue::Int(number)) => {
            key.push(4);
            key.extend(number.to_be_bytes());
        }
        Fact::Known(FactValue::Number(number)) => {
            key.push(5);
            key.extend(number.to_bits().to_be_bytes());
        }
        Fact::Known(FactValue::Text(text)) => {
            key.push(6);
            write_text(text, key);
        }
        Fact::Known(FactValue::List(texts)) => {
            key.push(7);
            key.extend(texts.len().to_be_bytes());
            texts.iter().for_each(|text| write_text(text, key));
        }
    }
}

fn write_text(text: &str, key: &mut Vec<u8>) {
    key.extend(text.len().to_be_bytes());
    key.extend(text.as_bytes());
}
