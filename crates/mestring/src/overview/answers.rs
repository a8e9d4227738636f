//! What those who were asked have answered about a cell, and why the cell is empty.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::{OfferId, OrganisationId, TargetGroupId};
use mestring_model::noun::{Asked, Level};

use super::to_ask::{ToAsk, above};

/// Why no offer stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// All who are to be asked have answered that there is none.
    NoneConfirmed {
        /// The oldest of the answers that count: the cell is confirmed as of this day.
        oldest: NaiveDate,
        /// The latest.
        latest: NaiveDate,
    },
    /// Somebody has answered that there is none, and not all have ([`Answers`] counts them).
    NonePartly {
        /// The latest such answer.
        latest: NaiveDate,
    },
    /// Somebody answered and did not say that there is none, yet no offer is listed: the answer is
    /// still to be entered.
    AnswerNotEntered {
        /// The latest such answer.
        date: NaiveDate,
    },
    /// Whoever answered "none" has an offer listed of which it is not known how far it reaches.
    Contradicted {
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

/// The answers about a cell up to a date. Of each organisation its latest answer counts; of two
/// answers of one day, the one that says that there is something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// How many are to be asked at this level ([`ToAsk::count`]).
    pub to_ask: usize,
    /// How many of those were asked.
    pub asked: usize,
    /// How many of those have answered.
    pub answered: usize,
    /// How many of those answered "none" while none of their offers is listed.
    pub none: usize,
    /// How many others, or nobody who is named, answered "none" in the same way.
    pub others_none: usize,
    /// Answers of "none" against which an offer of the same organisation is listed.
    pub contradicted: Vec<Contradiction>,
}

/// An answer of "none" by an organisation of which an offer is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The answer's place in `desk.asked`.
    pub asked: usize,
    /// Who answered.
    pub organisation: OrganisationId,
    /// When.
    pub date: NaiveDate,
    /// The offers that are listed, of the organisation itself or of a part of it, in the order of
    /// the desk.
    pub offers: Vec<OfferId>,
}

/// The latest word of one organisation about a cell.
#[derive(Debug, Clone, Copy)]
struct Word {
    row: usize,
    asked: NaiveDate,
    /// When the answer came and whether it was "none".
    answer: Option<(NaiveDate, bool)>,
}

/// What questions up to a date say about a target group at a level, and why the cell is empty if
/// nothing stands in it. `listed` are the offers that may stand in the cell: current, and in reach of
/// the area or not known to be out of it.
pub(super) fn answers(
    desk: &Desk,
    (group, level): (&TargetGroupId, Level),
    to_ask: &ToAsk,
    listed: &[&OfferId],
    as_of: NaiveDate,
) -> (Answers, Empty) {
    let words = words(desk, group, level, as_of);
    let mut answers = Answers {
        to_ask: to_ask.count(),
        ..Answers::default()
    };
    let mut none = Vec::new();
    let mut something = Vec::new();
    for (organisation, word) in &words {
        let own = organisation.is_some_and(|id| to_ask.organisations.contains(id));
        answers.asked += usize::from(own);
        let Some((date, said_none)) = word.answer else {
            continue;
        };
        answers.answered += usize::from(own);
        if !said_none {
            something.push(date);
            continue;
        }
        let offers = organisation.map_or_else(Vec::new, |id| offers_of(desk, id, listed));
        match organisation.filter(|_| !offers.is_empty()) {
            Some(organisation) => answers.contradicted.push(Contradiction {
                asked: word.row,
                organisation: organisation.clone(),
                date,
                offers,
            }),
            None => {
                none.push(date);
                answers.none += usize::from(own);
                answers.others_none += usize::from(!own);
            }
        }
    }
    let latest = |dates: &[NaiveDate]| dates.iter().max().copied();
    let conflicts: Vec<_> = answers.contradicted.iter().map(|own| own.date).collect();
    let asked: Vec<_> = words.values().map(|word| word.asked).collect();
    let oldest = none.iter().min().copied();
    let empty = if let Some(date) = latest(&something) {
        Empty::AnswerNotEntered { date }
    } else if let (Some(oldest), Some(latest)) = (oldest, latest(&none)) {
        // Nothing is confirmed where nobody is known who should be asked.
        if answers.none == answers.to_ask && answers.to_ask > 0 {
            Empty::NoneConfirmed { oldest, latest }
        } else {
            Empty::NonePartly { latest }
        }
    } else if let Some(date) = latest(&conflicts) {
        Empty::Contradicted { date }
    } else if let Some(date) = latest(&asked) {
        Empty::AskedNoAnswer { date }
    } else {
        Empty::NotAsked
    };
    (answers, empty)
}

/// The latest word of each organisation, and of those who are not named together.
fn words<'a>(
    desk: &'a Desk,
    group: &TargetGroupId,
    level: Level,
    as_of: NaiveDate,
) -> BTreeMap<Option<&'a OrganisationId>, Word> {
    let mut words: BTreeMap<Option<&OrganisationId>, Word> = BTreeMap::new();
    let of_cell =
        |own: &Asked| own.target_group == *group && own.level == level && own.asked <= as_of;
    for (row, asked) in desk
        .asked
        .iter()
        .enumerate()
        .filter(|(_, own)| of_cell(own))
    {
        let answered = asked.answered.filter(|answered| *answered <= as_of);
        let word = Word {
            row,
            asked: asked.asked,
            answer: answered.map(|date| (date, asked.none == Some(true))),
        };
        let by_day = |word: &Word| word.answer.map(|(date, none)| (date, !none));
        words
            .entry(asked.organisation.as_ref())
            .and_modify(|earlier| {
                let asked = earlier.asked.max(word.asked);
                if by_day(earlier) <= by_day(&word) {
                    *earlier = word;
                }
                earlier.asked = asked;
            })
            .or_insert(word);
    }
    words
}

/// Those of the offers that an organisation or a part of it organises.
fn offers_of(desk: &Desk, organisation: &OrganisationId, listed: &[&OfferId]) -> Vec<OfferId> {
    let by = |id: &OfferId| {
        let organisers: BTreeSet<_> = desk
            .offer(id)
            .into_iter()
            .flat_map(|offer| &offer.organisers)
            .flat_map(|organiser| above(desk, organiser))
            .collect();
        organisers.contains(organisation)
    };
    let offers = listed.iter().filter(|id| by(id));
    offers.map(|id| (*id).clone()).collect()
}
