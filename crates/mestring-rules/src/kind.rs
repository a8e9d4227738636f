//! The kinds of pack: what each judges and what its rules answer.

use mestring_model::facts::Judged;
use mestring_model::noun::{Format, Status};
use mestring_model::term::{Term, Word};
use mestring_model::{Answer, terms};

use crate::relation;

terms! {
    /// What a pack decides.
    Kind "kind" {
        /// Ranks runs that want freed capacity, by criteria in order or by points.
        Priority = "priority", "prioritering", "prioritering";
        /// Says whether a run meets a requirement.
        Requirement = "requirement", "krav", "krav";
        /// Says in which format a run should be held.
        Format = "format", "form", "form";
        /// Says how two offers relate.
        Relation = "relation", "forhold", "forhold";
        /// Says whether a person may get a place in a run.
        Eligibility = "eligibility", "rett til plass", "rett til plass";
        /// Says how well a run suits a person; less is better.
        Preference = "preference", "ønske", "ønske";
        /// Sorts people who wait into classes; 1 comes first.
        Class = "class", "klasse", "klasse";
        /// Says how it stands with an obligation.
        Obligation = "obligation", "plikt", "plikt";
        /// Says whether a run may be paid from a source of money.
        Funding = "funding", "finansiering", "finansiering";
    }

    /// How a priority pack weighs its criteria.
    Order "order" {
        /// A later criterion only separates what all earlier ones left equal.
        Criteria = "criteria", "kriterier i rekkefølge", "kriterium i rekkjefølgje";
        /// The criteria's points are added.
        Points = "points", "poengsum", "poengsum";
    }

    /// When a run is held digitally that a format pack says should be.
    Digital "digital" {
        /// Whenever it is held: digital is the first choice.
        First = "first", "først", "først";
        /// Only where a room is not to be had, or another run would go without one.
        RoomShort = "room_short", "når rom mangler", "når rom manglar";
    }

    /// Where a run is placed whose criterion cannot be told.
    Placed "place" {
        /// After every run whose criterion is known.
        Last = "last", "sist", "sist";
        /// Before every run whose criterion is known.
        First = "first", "først", "først";
    }
}

/// What the rules of a kind of pack answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Takes {
    /// Yes or no.
    YesNo,
    /// Yes or no, yes first; or a number, higher first.
    Measure,
    /// A whole number.
    Whole,
    /// One word of a list.
    Word(&'static [Word]),
    /// A relation between two offers, with its kind: `overlapping/format`.
    Relation,
}

impl Takes {
    /// What is taken, for messages.
    pub fn name(self) -> String {
        match self {
            Takes::YesNo => "yes or no".to_owned(),
            Takes::Measure => "yes or no, or a number".to_owned(),
            Takes::Whole => "a whole number".to_owned(),
            Takes::Word(words) => {
                let codes: Vec<_> = words.iter().map(|word| word.code).collect();
                format!("one of `{}`", codes.join("`, `"))
            }
            Takes::Relation => "a relation such as `overlapping/format`".to_owned(),
        }
    }
}

impl std::fmt::Display for Takes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name())
    }
}

impl Kind {
    /// What kind of record its rules judge.
    pub fn judged(self) -> Judged {
        match self {
            Kind::Priority | Kind::Requirement | Kind::Format | Kind::Funding => Judged::Run,
            Kind::Relation => Judged::Pair,
            Kind::Eligibility | Kind::Preference => Judged::Choice,
            Kind::Class => Judged::Person,
            Kind::Obligation => Judged::Obligation,
        }
    }

    /// What its rules answer.
    pub fn takes(self) -> Takes {
        match self {
            Kind::Priority => Takes::Measure,
            Kind::Requirement | Kind::Eligibility | Kind::Funding => Takes::YesNo,
            Kind::Format => Takes::Word(Format::WORDS),
            Kind::Relation => Takes::Relation,
            Kind::Preference | Kind::Class => Takes::Whole,
            Kind::Obligation => Takes::Word(Status::WORDS),
        }
    }

    /// True where the kind takes an answer; one that cannot be told is always taken.
    pub fn accepts(self, answer: &Answer) -> bool {
        match (self.takes(), answer) {
            (_, Answer::CannotTell { .. }) | (Takes::YesNo | Takes::Measure, Answer::Bool(_)) => {
                true
            }
            (Takes::Measure, Answer::Number(number)) => number.is_finite(),
            (Takes::Whole, Answer::Number(number)) => {
                let least = if self == Kind::Class { 1.0 } else { 0.0 };
                number.fract() == 0.0 && *number >= least
            }
            (Takes::Word(words), Answer::Word(word)) => words.iter().any(|own| *own.code == **word),
            (Takes::Relation, Answer::Word(word)) => relation::parse(word).is_ok(),
            _ => false,
        }
    }

    /// True where one rule answers for the whole pack.
    pub fn takes_one_rule(self) -> bool {
        matches!(
            self,
            Kind::Format | Kind::Relation | Kind::Class | Kind::Obligation
        )
    }
}
