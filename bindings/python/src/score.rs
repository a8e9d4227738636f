//! A frame judged row by row: the answers as a frame, and the reasons as another.

use std::collections::BTreeSet;

use arrow_array::RecordBatch;
use arrow_schema::{FieldRef, Schema};
use mestring::frame::{Column, FactColumns, FrameError, IgnoredColumn, record_batch};
use mestring_model::facts::{FactDecl, FactRow};
use mestring_model::term::{Term as _, nearest};
use mestring_model::verdict::Verdict;
use mestring_model::{Answer, Fact};
use mestring_rules::kind::Takes;
use mestring_rules::{Bench, Judgement, Kind, RuleError};

use crate::capsule::Batches;
use crate::errors::Error;

/// A frame of which every row was judged. Rows that agree in all that the rules can read were judged
/// once; what was told about them stands once.
pub struct Judged<T> {
    columns: FactColumns,
    /// For each row the position of what was told about it.
    places: Vec<usize>,
    told: Vec<T>,
}

/// A frame with the answers about each row.
pub type Answered = Judged<Vec<Answer>>;
/// A frame with the verdicts on each row.
pub type Reasoned = Judged<Judgement>;

impl Answered {
    /// Asks for the answers alone: what was read of each row is not kept.
    ///
    /// # Errors
    /// A column that does not fit its fact, and a rule that stopped.
    pub fn answered(bench: &Bench, input: &Batches) -> Result<Self, Error> {
        Judged::of(bench, input, |row| bench.answers(row))
    }

    /// A column for each criterion, then `cannot_tell`, then what the kind of pack adds: `class` and
    /// `rank` for priority, `action` for relations.
    pub fn answers(&self, bench: &Bench) -> Result<RecordBatch, Error> {
        let kind = bench.pack().kind();
        let mut columns = Vec::new();
        for (at, criterion) in bench.pack().criteria().iter().enumerate() {
            let answers = self.rows().map(|own| own.get(at));
            columns.push((
                criterion.name().to_owned(),
                answers_as(kind.takes(), answers),
            ));
        }
        let missing = self.rows().map(|own| Some(missing(own)));
        columns.push(("cannot_tell".to_owned(), Column::Texts(missing.collect())));
        match kind {
            Kind::Priority => {
                let (classes, ranks) = self.ranks(bench);
                columns.push(("class".to_owned(), classes));
                columns.push(("rank".to_owned(), ranks));
            }
            Kind::Relation => {
                let actions = self.rows().map(|own| {
                    let (_, action) = bench.related(own.first()?);
                    Some(action.code().to_owned())
                });
                columns.push(("action".to_owned(), Column::Text(actions.collect())));
            }
            _ => {}
        }
        Ok(record_batch(columns)?)
    }

    /// The class of each row, and its rank in the order of priority, 1 first; tied rows share the
    /// best rank.
    fn ranks(&self, bench: &Bench) -> (Column, Column) {
        let mut times = vec![0; self.told.len()];
        for at in &self.places {
            if let Some(times) = times.get_mut(*at) {
                *times += 1;
            }
        }
        let ranks = bench.pack().ranking().ranks(&self.told, &times);
        let rows = || self.places.iter().map(|at| ranks.get(*at));
        let class = rows().map(|own| Some(i64::from(own?.class)));
        let rank = rows().map(|own| i64::try_from(own?.rank).ok());
        (
            Column::Whole(class.collect()),
            Column::Whole(rank.collect()),
        )
    }
}

impl<T> Judged<T> {
    fn of(
        bench: &Bench,
        input: &Batches,
        judge: impl Fn(&FactRow) -> Result<T, RuleError>,
    ) -> Result<Self, Error> {
        let columns = FactColumns::of(bench.judged(), &input.schema)?;
        let criteria = bench.pack().criteria().iter();
        let facts = criteria.flat_map(|own| own.facts());
        let read: BTreeSet<&str> = facts.map(|own| own.name).collect();
        let mut told = Vec::new();
        let reads = |own: &FactDecl| read.contains(own.name);
        let places = columns.each_distinct(&input.batches, reads, |number, row| {
            told.push(judge(row).map_err(|error| Error::row(error, number))?);
            Ok::<(), Error>(())
        })?;
        Ok(Judged {
            columns,
            places,
            told,
        })
    }

    /// What was told about each row of the frame.
    fn rows(&self) -> impl Iterator<Item = &T> + Clone {
        self.places.iter().filter_map(|at| self.told.get(*at))
    }

    /// The columns that no rule saw and that nobody asked to keep.
    pub fn ignored(&self, keep: &[String]) -> Vec<&IgnoredColumn> {
        let ignored = self.columns.ignored().iter();
        ignored
            .filter(|column| !keep.contains(&column.name))
            .collect()
    }
}

impl Reasoned {
    /// Asks for the verdicts, with all that was read of each row.
    ///
    /// # Errors
    /// A column that does not fit its fact, and a rule that stopped.
    pub fn reasoned(bench: &Bench, input: &Batches) -> Result<Self, Error> {
        Judged::of(bench, input, |row| bench.judge(row))
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
        for (row, judgement) in self.rows().enumerate() {
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
pub fn missing<'a, A: AsRef<Answer> + 'a>(answers: impl IntoIterator<Item = &'a A>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for answer in answers {
        if let Answer::CannotTell { missing, .. } = answer.as_ref() {
            for name in missing {
                if !names.iter().any(|own| **own == **name) {
                    names.push(name.to_string());
                }
            }
        }
    }
    names
}
