//! Identifiers: short texts that a person chose, checked once and trusted after.

use std::fmt;
use std::sync::Arc;

use crate::record::{Cell, CellError, Kind, Shape};

/// The greatest number of characters in an identifier.
pub const MAX_CHARS: usize = 64;

/// Checks an identifier: 1 to [`MAX_CHARS`] letters, digits, `-`, `_` or `.`, and not eleven digits
/// in a row, which would be a national identity number.
fn check(text: &str) -> Result<Arc<str>, CellError> {
    let fits = (1..=MAX_CHARS).contains(&text.chars().count())
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // The digits themselves must not reach any message.
        return Err(CellError::ElevenDigits);
    }
    if fits {
        Ok(text.into())
    } else {
        Err(CellError::NotAnId {
            text: text.to_owned(),
            most: MAX_CHARS,
        })
    }
}

/// Declares identifier types, each with the table that it belongs to.
macro_rules! ids {
    ($( $(#[doc = $doc:literal])+ $name:ident of $table:literal; )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads an identifier.
            ///
            /// # Errors
            /// Says what an identifier may look like.
            pub fn new(text: &str) -> Result<Self, CellError> {
                check(text.trim()).map($name)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, shared.
            pub fn shared(&self) -> Arc<str> {
                self.0.clone()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Cell for $name {
            const SHAPE: Shape = Shape::of(Kind::Id($table));

            fn read(text: &str) -> Result<Self, CellError> {
                $name::new(text)
            }

            fn write(&self, _: crate::Lang) -> String {
                self.0.to_string()
            }

            fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>) {
                to.push(($table, self.0.clone()));
            }
        }
    )+ };
}

ids! {
    /// An organisation's id.
    OrganisationId of "organisations";
    /// The id of a unit of an organisation.
    UnitId of "units";
    /// The id of a committee, expert group or network.
    BodyId of "bodies";
    /// A target group's id.
    TargetGroupId of "target_groups";
    /// An offer's id.
    OfferId of "offers";
    /// A run's id.
    RunId of "runs";
    /// A room's id.
    RoomId of "rooms";
    /// The id of a role that leads courses, never of a person.
    LeaderId of "leaders";
    /// A budget's id.
    BudgetId of "budgets";
    /// An agreement's id.
    AgreementId of "agreements";
    /// An obligation's id.
    ObligationId of "obligations";
}

/// The id of a person in a person store: the centre's own, never a national number and never a name.
///
/// It prints nothing of itself, and has no `Display`, so that it cannot slip into an error, a log or
/// an explanation; [`as_str`](Self::as_str) is asked for where the id itself is the answer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(Arc<str>);

impl PersonId {
    /// Reads an id.
    ///
    /// # Errors
    /// Says what an id may look like.
    pub fn new(text: &str) -> Result<Self, CellError> {
        check(text.trim()).map(PersonId)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonId(…)")
    }
}

impl Cell for PersonId {
    const SHAPE: Shape = Shape::of(Kind::Id("people"));

    fn read(text: &str) -> Result<Self, CellError> {
        PersonId::new(text)
    }

    fn write(&self, _: crate::Lang) -> String {
        self.0.to_string()
    }

    fn refers(&self, to: &mut Vec<(&'static str, Arc<str>)>) {
        to.push(("people", self.0.clone()));
    }
}

/// A short word that a centre chose: a topic, a competence, a piece of equipment.
///
/// Lower case, so that `Diabetes` and `diabetes` are one; it refers to no table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Reads a short word; capitals become lower case and inner spaces become `_`.
    ///
    /// # Errors
    /// Says what a short word may look like.
    pub fn new(text: &str) -> Result<Self, CellError> {
        let text = text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join("_")
            .to_lowercase();
        check(&text).map(Slug)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, shared.
    pub fn shared(&self) -> Arc<str> {
        self.0.clone()
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Cell for Slug {
    const SHAPE: Shape = Shape::of(Kind::Slug);

    fn read(text: &str) -> Result<Self, CellError> {
        Slug::new(text)
    }

    fn write(&self, _: crate::Lang) -> String {
        self.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_checked_and_never_shows_a_national_number() {
        assert_eq!(OfferId::new(" KOLS-1 ").unwrap().as_str(), "KOLS-1");
        assert_eq!(
            Slug::new("Brukar  representant").unwrap().as_str(),
            "brukar_representant"
        );
        for bad in ["", "two words", "a;b", &"x".repeat(65)] {
            assert!(OfferId::new(bad).is_err(), "{bad:?}");
        }
        let error = OfferId::new("01010012345").unwrap_err();
        assert!(!error.to_string().contains("0101"));
    }
}
