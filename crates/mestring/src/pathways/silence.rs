//! What was asked and answered about a level where no offer near fits for certain.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::{OrganisationId, TargetGroupId};
use mestring_model::noun::{Asked, Level};

/// Why nothing is known to cover a step. Questions are put about a target group and a level, so that
/// every step of a pathway at a level has the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// All who are to be asked answered that they offer nothing for the group at the level.
    NoneConfirmed {
        /// The oldest of the answers that count.
        oldest: NaiveDate,
    },
    /// Somebody did, and not all have.
    NonePartly {
        /// How many of those who are to be asked.
        none: usize,
        /// How many are to be asked.
        of: usize,
        /// The latest such answer.
        latest: NaiveDate,
    },
    /// Somebody answered, and not that there is nothing; no offer that fits is listed for certain.
    Answered {
        /// The latest such answer.
        latest: NaiveDate,
    },
    /// Somebody was asked and has not answered.
    NoAnswer {
        /// The latest question.
        latest: NaiveDate,
    },
    /// Nobody has been asked.
    NotAsked,
}

impl Silence {
    /// The code of the state, for machines.
    pub fn code(self) -> &'static str {
        match self {
            Silence::NoneConfirmed { .. } => "none_confirmed",
            Silence::NonePartly { .. } => "none_partly",
            Silence::Answered { .. } => "answered",
            Silence::NoAnswer { .. } => "no_answer",
            Silence::NotAsked => "not_asked",
        }
    }

    /// The day that it speaks of.
    pub fn date(self) -> Option<NaiveDate> {
        match self {
            Silence::NoneConfirmed { oldest: date }
            | Silence::NonePartly { latest: date, .. }
            | Silence::Answered { latest: date }
            | Silence::NoAnswer { latest: date } => Some(date),
            Silence::NotAsked => None,
        }
    }
}

/// What up to a date was asked of those who are to be asked about a group at a level. Of each the
/// latest answer counts; of two answers of one day, the one that says that there is something.
/// A question that names nobody counts as asked, and its answer never as a confirmation.
pub(super) fn silence(
    desk: &Desk,
    (group, level): (&TargetGroupId, Level),
    to_ask: &BTreeSet<&OrganisationId>,
    as_of: NaiveDate,
) -> Silence {
    let about =
        |own: &&Asked| own.target_group == *group && own.level == level && own.asked <= as_of;
    let concerns = |own: &&Asked| {
        let asked = own.organisation.as_ref();
        asked.is_none_or(|asked| to_ask.contains(asked))
    };
    let rows: Vec<&Asked> = desk.asked.iter().filter(about).filter(concerns).collect();
    let mut words: BTreeMap<Option<&OrganisationId>, (NaiveDate, bool)> = BTreeMap::new();
    for row in &rows {
        let Some(answered) = row.answered.filter(|day| *day <= as_of) else {
            continue;
        };
        let word = (answered, row.none != Some(true));
        let latest = words.entry(row.organisation.as_ref()).or_insert(word);
        *latest = (*latest).max(word);
    }
    let something = words.values().filter(|(_, something)| *something);
    if let Some((latest, _)) = something.max() {
        return Silence::Answered { latest: *latest };
    }
    let named: Vec<NaiveDate> = words
        .iter()
        .filter(|(own, _)| own.is_some())
        .map(|(_, (day, _))| *day)
        .collect();
    let latest = words.values().map(|(day, _)| *day).max();
    match (named.iter().min(), latest) {
        // Where nobody is known who should be asked, nothing is confirmed.
        (Some(oldest), Some(_)) if named.len() == to_ask.len() => {
            Silence::NoneConfirmed { oldest: *oldest }
        }
        (_, Some(latest)) => Silence::NonePartly {
            none: named.len(),
            of: to_ask.len(),
            latest,
        },
        _ => match rows.iter().map(|own| own.asked).max() {
            Some(latest) => Silence::NoAnswer { latest },
            None => Silence::NotAsked,
        },
    }
}
