//! The fair order in which people stand: class, deadline, waiting, patients before relatives, and the draw.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Person;

/// What decides between two people of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum WithinClass {
    /// The nearest deadline, then the longest wait, then patients before relatives, then the draw. Preference cost decides only
    /// which run somebody gets.
    #[default]
    FairOrder,
    /// Preference cost: of one class those are served whose places cost least. People far from every run
    /// are left out first. Deadlines, waiting and the draw decide only between sets of people who cost the
    /// same, and that for a whole problem: with minimum groups between those sets alone that the runs which
    /// were chosen to be held can serve, with parties and after changes between none.
    Cost,
}

impl WithinClass {
    /// A stable code: `fair_order`, `cost`.
    pub fn code(self) -> &'static str {
        match self {
            WithinClass::FairOrder => "fair_order",
            WithinClass::Cost => "cost",
        }
    }
}

/// How people are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order {
    /// What decides between people of one class.
    pub within_class: WithinClass,
    /// The seed of the draw between people who are equal in all else; `None` draws no lots, so that
    /// cost decides between them.
    pub seed: Option<u64>,
}

/// What is known of where a person stands: less is served first. Whoever has a place already stands
/// before all who have none, whoever has a deadline stands before
/// those of the class who have none, and whose waiting is known before those of whom it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    holds_none: bool,
    pub(super) class: u32,
    deadline: NoneLast,
    waiting_since: NoneLast,
    relative: bool,
    lot: u64,
}

/// A date as days, with nothing known after all that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct NoneLast(Reverse<Option<Reverse<i32>>>);

impl NoneLast {
    fn of(date: Option<NaiveDate>) -> Self {
        NoneLast(Reverse(date.map(|date| Reverse(date.to_epoch_days()))))
    }
}

/// What puts one person before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Separates {
    /// A place that the person has already.
    Holds,
    /// An earlier class.
    Class,
    /// A nearer deadline, or a deadline where the other has none.
    Deadline,
    /// A longer wait, or one that is known where the other's is not.
    Waiting,
    /// A patient before a relative.
    Patient,
    /// The draw.
    Draw,
    /// Nothing in the order: a lower preference cost.
    Cost,
}

impl Separates {
    /// A stable code: `holds`, `class`, `deadline`, `waiting`, `patient`, `draw`, `cost`.
    pub fn code(self) -> &'static str {
        match self {
            Separates::Holds => "holds",
            Separates::Class => "class",
            Separates::Deadline => "deadline",
            Separates::Waiting => "waiting",
            Separates::Patient => "patient",
            Separates::Draw => "draw",
            Separates::Cost => "cost",
        }
    }
}

impl Standing {
    pub(super) fn of(person: &Person<'_>, order: Order) -> Self {
        Standing {
            holds_none: person.holds.is_none(),
            class: person.class,
            deadline: NoneLast::of(person.deadline),
            waiting_since: NoneLast::of(person.waiting_since),
            relative: person.relative,
            lot: order.seed.map_or(0, |seed| lot(seed, person.id)),
        }
    }

    /// True for people who have a place already.
    pub(super) fn holds(self) -> bool {
        !self.holds_none
    }

    /// As much of it as the order looks at.
    pub(super) fn within(self, order: Order) -> Self {
        match order.within_class {
            WithinClass::FairOrder => self,
            WithinClass::Cost => Standing {
                deadline: NoneLast::of(None),
                waiting_since: NoneLast::of(None),
                relative: false,
                lot: 0,
                ..self
            },
        }
    }

    /// By arrival alone: the day of the referral, then patients before relatives, then the draw.
    pub(super) fn by_arrival(self) -> Self {
        Standing {
            class: 0,
            deadline: NoneLast::of(None),
            ..self
        }
    }

    /// What puts this one before the other.
    pub(super) fn before(self, other: Self, order: Order) -> Separates {
        let (own, other) = (self.within(order), other.within(order));
        if own.holds_none != other.holds_none {
            Separates::Holds
        } else if own.class != other.class {
            Separates::Class
        } else if own.deadline != other.deadline {
            Separates::Deadline
        } else if own.waiting_since != other.waiting_since {
            Separates::Waiting
        } else if own.relative != other.relative {
            Separates::Patient
        } else if own.lot != other.lot {
            Separates::Draw
        } else {
            Separates::Cost
        }
    }
}

/// A person's lot in a draw: it depends on the seed and the id alone, so neither the order of the
/// list nor the other people change it. Less stands first.
///
/// The first eight bytes of SHA-256 over the seed (eight bytes, least first) and the id.
///
/// ```
/// use mestring::assign::lot;
///
/// assert_eq!(lot(1, "a"), lot(1, "a"));
/// assert_ne!(lot(1, "a"), lot(2, "a"));
/// ```
pub fn lot(seed: u64, id: &str) -> u64 {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update(id.as_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    let (first, _) = digest.split_first_chunk::<8>().unwrap_or((&[0; 8], &[]));
    u64::from_be_bytes(*first)
}
