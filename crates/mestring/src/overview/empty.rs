//! Why a cell of the overview is empty.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::TargetGroupId;
use mestring_model::noun::{Asked, Level};

/// Why no offer stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// Somebody answered that there is none; nobody who was asked answered otherwise.
    NoneConfirmed {
        /// The latest such answer.
        date: NaiveDate,
        /// How many of those who were asked have answered so.
        answered: usize,
        /// How many were asked.
        asked: usize,
    },
    /// Somebody answered and did not say that there is none, yet no offer is listed: the answer is
    /// still to be entered.
    AnswerNotEntered {
        /// The latest such answer.
        date: NaiveDate,
    },
    /// Somebody was asked and has not answered.
    AskedNoAnswer {
        /// The latest question.
        date: NaiveDate,
    },
    /// Nobody has been asked.
    NotAsked,
}

impl Empty {
    /// What questions up to a date say about a target group at a level. Of each organisation its
    /// latest answer counts.
    pub(super) fn of(desk: &Desk, group: &TargetGroupId, level: Level, as_of: NaiveDate) -> Self {
        let mut latest: BTreeMap<_, Vec<&Asked>> = BTreeMap::new();
        for asked in &desk.asked {
            if asked.target_group == *group && asked.level == level && asked.asked <= as_of {
                latest.entry(&asked.organisation).or_default().push(asked);
            }
        }
        let answer = |asked: &Asked| {
            let answered = asked.answered.filter(|answered| *answered <= as_of);
            answered.map(|date| (date, asked.none == Some(true)))
        };
        // Of two answers of one day, the one that says that there is something.
        let by_day = |(date, none): &(NaiveDate, bool)| (*date, !none);
        let answers: Vec<(NaiveDate, bool)> = latest
            .values()
            .filter_map(|rows| rows.iter().filter_map(|row| answer(row)).max_by_key(by_day))
            .collect();
        let latest_day = |none: bool| {
            let same = answers.iter().filter(|(_, own)| *own == none);
            same.map(|(date, _)| *date).max()
        };
        if let Some(date) = latest_day(false) {
            return Empty::AnswerNotEntered { date };
        }
        if let Some(date) = latest_day(true) {
            return Empty::NoneConfirmed {
                date,
                answered: answers.len(),
                asked: latest.len(),
            };
        }
        let questions = latest.values().flatten().map(|row| row.asked);
        questions
            .max()
            .map_or(Empty::NotAsked, |date| Empty::AskedNoAnswer { date })
    }
}
