//! [`Fact`]: what a source says about one thing, where silence is not an answer.

/// What is known about one thing.
///
/// Sources mostly say yes or nothing at all, so silence ([`Fact::NotStated`]) is kept apart from
/// "we asked and nobody knows" ([`Fact::Unknown`]), and neither is ever read as zero or as no.
///
/// ```
/// use mestring_model::Fact;
/// let sessions: Fact<u32> = Fact::NotStated;
/// assert_eq!(sessions.known(), None);
/// assert_eq!(Fact::Known(6).map(|n| n * 2), Fact::Known(12));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Fact<T> {
    /// No source says anything.
    #[default]
    NotStated,
    /// Somebody was asked, and the answer was that nobody knows.
    Unknown,
    /// A source says this.
    Known(T),
}

impl<T> Fact<T> {
    /// The value, if a source states it.
    pub fn known(&self) -> Option<&T> {
        match self {
            Fact::Known(value) => Some(value),
            Fact::NotStated | Fact::Unknown => None,
        }
    }

    /// The value by move, if a source states it.
    pub fn into_known(self) -> Option<T> {
        match self {
            Fact::Known(value) => Some(value),
            Fact::NotStated | Fact::Unknown => None,
        }
    }

    /// True where a source states a value.
    pub fn is_known(&self) -> bool {
        matches!(self, Fact::Known(_))
    }

    /// The same fact by reference.
    pub fn as_ref(&self) -> Fact<&T> {
        match self {
            Fact::NotStated => Fact::NotStated,
            Fact::Unknown => Fact::Unknown,
            Fact::Known(value) => Fact::Known(value),
        }
    }

    /// Changes a stated value and keeps silence as it is.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Fact::NotStated => Fact::NotStated,
            Fact::Unknown => Fact::Unknown,
            Fact::Known(value) => Fact::Known(change(value)),
        }
    }

    /// Follows a stated value to another fact and keeps silence as it is.
    pub fn and_then<U>(self, follow: impl FnOnce(T) -> Fact<U>) -> Fact<U> {
        match self {
            Fact::NotStated => Fact::NotStated,
            Fact::Unknown => Fact::Unknown,
            Fact::Known(value) => follow(value),
        }
    }

    /// This fact if it is known, else the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_known() { self } else { other }
    }
}

impl<T> From<Option<T>> for Fact<T> {
    /// `None` becomes [`Fact::NotStated`].
    fn from(value: Option<T>) -> Self {
        value.map_or(Fact::NotStated, Fact::Known)
    }
}
