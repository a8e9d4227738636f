//! Rules in other languages behind one trait: native Rust, or Python through the bindings.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use mestring_model::facts::{FactRow, Judged};
use mestring_model::verdict::Answer;

/// A rule that is not a script. `criteria = ["plugin:NAME"]` in `pack.toml` names it.
///
/// A judge must answer the same for the same facts: no clock, no randomness, no memory of earlier
/// records. Equal records are judged once.
pub trait Judge: Send + Sync {
    /// The name that packs use after `plugin:`.
    fn name(&self) -> &str;

    /// The kind of record it judges.
    fn judged(&self) -> Judged;

    /// Answers about one record.
    ///
    /// # Errors
    /// A text that says why there is no answer. A fact that is not known is no error: answer
    /// [`Answer::missing`].
    fn judge(&self, facts: &FactRow) -> Result<Opinion, String>;
}

/// What a judge answered, and which facts it read.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// The answer.
    pub answer: Answer,
    /// The names of the facts that it read.
    pub read: Vec<String>,
}

/// The judges that packs may name.
///
/// ```
/// use std::sync::Arc;
/// use mestring_model::facts::{FactRow, FactValue, Judged};
/// use mestring_model::{Answer, Fact};
/// use mestring_rules::{Judge, Opinion, Plugins};
///
/// struct ManySeats;
///
/// impl Judge for ManySeats {
///     fn name(&self) -> &str { "many_seats" }
///     fn judged(&self) -> Judged { Judged::Run }
///     fn judge(&self, facts: &FactRow) -> Result<Opinion, String> {
///         let answer = match facts.get("seats") {
///             Some(Fact::Known(FactValue::Int(seats))) => Answer::Bool(*seats > 12),
///             _ => Answer::missing(["seats"]),
///         };
///         Ok(Opinion { answer, read: vec!["seats".to_owned()] })
///     }
/// }
///
/// let plugins = Plugins::default().with(Arc::new(ManySeats));
/// assert_eq!(plugins.names().collect::<Vec<_>>(), ["many_seats"]);
/// ```
#[derive(Clone, Default)]
pub struct Plugins(BTreeMap<String, Arc<dyn Judge>>);

impl Plugins {
    /// The same judges and one more; it takes the place of one of the same name.
    #[must_use]
    pub fn with(mut self, judge: Arc<dyn Judge>) -> Self {
        self.0.insert(judge.name().to_owned(), judge);
        self
    }

    /// A judge by name.
    pub fn get(&self, name: &str) -> Option<&Arc<dyn Judge>> {
        self.0.get(name)
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl fmt::Debug for Plugins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
