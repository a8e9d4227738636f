//! A frame judged row by row: the answers as a frame, and the reasons as another.

use std::collections::BTreeSet;

use arrow_array::RecordBatch;
use arrow_schema::{FieldRef, Schema};
use mestring::frame::{Column, FactColumns, FrameError, IgnoredColumn, record_batch};
use mestring_model::term::{Term as _, nearest};
use mestring_model::verdict::Verdict;
use mestring_model::{Answer, Fact};
use mestring_rules::kind::Takes;
use mestring_rules::{Bench, Judgement, Kind};

use crate::capsule::Batches;
use crate::errors::Error;

/// A judged frame.
pub struct Judged {
    columns: FactColumns,
    judgements: Vec<Judgement>,
}

impl Judged {
    /// Judges every row of a frame.
    ///
    /// # Errors
    /// A column that does not fit its fact, and a rule that stopped.
    pub fn of(bench: &Bench, input: &Batches) -> Result<Self, Error> {
        let columns = FactColumns::of(bench.judged(), &input.schema)?;
        let criteria = bench.pack().criteria().iter();
        let facts = criteria.flat_map(|own| own.facts());
        let read: BTreeSet<&str> = facts.map(|own| own.name).collect();
        let distinct = columns.distinct(&input.batches, |own| read.contains(own.name))?;
        let answers = bench.judge_all(&distinct.rows)?;
        let judgements = distinct
            .places
            .iter()
            .filter_map(|at| answers.get(*at).cloned());
        Ok(Judged {
            columns,
            judgements: judgements.collect(),
        })
    }

    /// The columns that no rule saw and that nobody asked to keep.
    pub fn ignored(&self, keep: &[String]) -> Vec<&IgnoredColumn> {
        let ignored = self.columns.ignored().iter();
        ignored
            .filter(|column| !keep.contains(&column.name))
            .collect()
    }

    /// A column for each criterion, then `cannot_tell`, then what the kind of pack adds: `class` and
    /// `rank` for priority, `action` for relations.
    pub fn answers(&self, bench: &Bench) -> Result<RecordBatch, Error> {
        let kind = bench.pack().kind();
        let mut columns = Vec::new();
        for (at, criterion) in bench.pack().criteria().iter().enumerate() {
            let answers = self
                .judgements
                .iter()
                .map(|own| own.get(at).map(|v| &v.answer));
            columns.push((
                criterion.name().to_owned(),
                answers_as(kind.takes(), answers),
            ));
        }
        let missing = self.judgements.iter().map(|own| Some(missing(own.iter())));
        columns.push(("cannot_tell".to_owned(), Column::Texts(missing.collect())));
        match kind {
            Kind::Priority => {
                let ranking = bench.pack().ranking();
                let classes = ranking.classes(&self.judgements);
                let classes = classes.into_iter().map(|class| Some(class.into()));
                columns.push(("class".to_owned(), Column::Whole(classes.collect())));
                columns.push(("rank".to_owned(), self.ranks(bench)));
            }
            Kind::Relation => {
                let actions = self.judgements.iter().map(|own| {
                    let (_, action) = bench.related(own.first()?);
                    Some(action.code().to_owned())
                });
                columns.push(("action".to_owned(), Column::Text(actions.collect())));
            }
            _ => {}
        }
        Ok(record_batch(columns)?)
    }

    /// The place of each row in the order of priority, 1 first; tied rows share the best place.
    fn ranks(&self, bench: &Bench) -> Column {
        let ranking = bench.pack().ranking();
        let keys: Vec<_> = self.judgements.iter().map(|own| ranking.key(own)).collect();
        let mut order: Vec<_> = keys.iter().collect();
        order.sort_unstable();
        let ranks = keys.iter().map(|key| {
            let before = order.partition_point(|other| *other < key);
            i64::try_from(before + 1).ok()
        });
        Column::Whole(ranks.collect())
    }

    /// A row for each fact that a rule read: the row of the input from 0, the criterion, its answer,
    /// the fact, its value and what was assumed in its place. A rule that read nothing has one row.
    pub fn reasons(&self) -> Result<RecordBatch, Error> {
        let mut rows = Vec::new();
        let (mut criteria, mut answers) = (Vec::new(), Vec::new());
        let (mut facts, mut values, mut assumed) = (Vec::new(), Vec::new(), Vec::new());
        let mut push = |row: usize, verdict: &Verdict, read: Option<(&str, Option<String>)>| {
            rows.push(i64::try_from(row).ok());
            criteria.push(Some(verdict.rule.rule.to_string()));
            answers.push(Some(verdict.answer.to_string()));
            let assumption = read.as_ref().and_then(|(name, _)| {
                let own = verdict.assumed.iter().find(|own| own.name == *name)?;
                Some(own.assumed.to_string())
            });
            assumed.push(assumption);
            facts.push(read.as_ref().map(|(name, _)| (*name).to_owned()));
            values.push(read.and_then(|(_, value)| value));
        };
        for (row, judgement) in self.judgements.iter().enumerate() {
            for verdict in judgement.iter() {
                if verdict.read.is_empty() {
                    push(row, verdict, None);
                }
                for read in &verdict.read {
                    let value = match &read.value {
                        Fact::Known(value) => Some(value.to_string()),
                        Fact::Unknown => Some("unknown".to_owned()),
                        Fact::NotStated => None,
                    };
                    push(row, verdict, Some((read.name, value)));
                }
            }
        }
        Ok(record_batch(vec![
            ("row".to_owned(), Column::Whole(rows)),
            ("criterion".to_owned(), Column::Text(criteria)),
            ("answer".to_owned(), Column::Text(answers)),
            ("fact".to_owned(), Column::Text(facts)),
            ("value".to_owned(), Column::Text(values)),
            ("assumed".to_owned(), Column::Text(assumed)),
        ])?)
    }
}

/// Columns of the input before the columns of the answers, which are cut where the input is.
///
/// # Errors
/// A column that the input lacks, or whose name an answer or another kept column has.
pub fn beside(input: &Batches, keep: &[String], answers: &RecordBatch) -> Result<Batches, Error> {
    let mut kept = Vec::new();
    for name in keep {
        let names = || input.schema.fields().iter().map(|field| field.name());
        let Some(at) = names().position(|own| own == name) else {
            let near = nearest(name, names().map(String::as_str)).map(str::to_owned);
            return Err(FrameError::NoColumn {
                column: name.clone(),
                nearest: near,
            }
            .into());
        };
        kept.push(at);
    }
    let own = kept.iter().filter_map(|at| input.schema.fields().get(*at));
    let fields: Vec<FieldRef> = own.chain(answers.schema_ref().fields()).cloned().collect();
    let mut seen = BTreeSet::new();
    if let Some(twice) = fields.iter().find(|field| !seen.insert(field.name())) {
        return Err(FrameError::TwoColumns {
            column: twice.name().clone(),
        }
        .into());
    }
    let schema = std::sync::Arc::new(Schema::new(fields));
    let mut from = 0;
    let batches = input.batches.iter().map(|batch| {
        let part = answers.slice(from, batch.num_rows());
        from += batch.num_rows();
        let own = kept.iter().filter_map(|at| batch.columns().get(*at));
        let columns = own.chain(part.columns()).cloned().collect();
        RecordBatch::try_new(schema.clone(), columns).map_err(FrameError::from)
    });
    let batches = batches.collect::<Result<_, _>>()?;
    Ok(Batches {
        schema: schema.clone(),
        batches,
    })
}

/// The answers of one rule as a column of the type that its kind of pack answers; a criterion that
/// answers yes or no to some rows and a number to others is a number.
pub fn answers_as<'a>(
    takes: Takes,
    answers: impl Iterator<Item = Option<&'a Answer>> + Clone,
) -> Column {
    match takes {
        Takes::YesNo => yes_no(answers),
        Takes::Measure if answers.clone().any(is_number) => numbers(answers),
        Takes::Measure => yes_no(answers),
        Takes::Whole => whole(answers),
        Takes::Word(_) | Takes::Relation => words(answers),
    }
}

fn is_number(answer: Option<&Answer>) -> bool {
    matches!(answer, Some(Answer::Number(_)))
}

fn number(answer: &Answer) -> Option<f64> {
    match answer {
        Answer::Bool(yes) => Some(f64::from(u8::from(*yes))),
        Answer::Number(number) => Some(*number),
        Answer::Word(_) | Answer::CannotTell { .. } => None,
    }
}

fn yes_no<'a>(answers: impl Iterator<Item = Option<&'a Answer>>) -> Column {
    Column::Bool(
        answers
            .map(|answer| Some(number(answer?)? != 0.0))
            .collect(),
    )
}

fn numbers<'a>(answers: impl Iterator<Item = Option<&'a Answer>>) -> Column {
    Column::Number(answers.map(|answer| number(answer?)).collect())
}

fn whole<'a>(answers: impl Iterator<Item = Option<&'a Answer>>) -> Column {
    Column::Whole(
        answers
            .map(|answer| Some(number(answer?)? as i64))
            .collect(),
    )
}

fn words<'a>(answers: impl Iterator<Item = Option<&'a Answer>>) -> Column {
    let words = answers.map(|answer| match answer? {
        Answer::Word(word) => Some(word.to_string()),
        _ => None,
    });
    Column::Text(words.collect())
}

/// The facts that were missing to any criterion, each once, in the order in which they were met.
pub fn missing<'a>(judgement: impl IntoIterator<Item = &'a Verdict>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for verdict in judgement {
        if let Answer::CannotTell { missing, .. } = &verdict.answer {
            for name in missing {
                if !names.iter().any(|own| **own == **name) {
                    names.push(name.to_string());
                }
            }
        }
    }
    names
}
