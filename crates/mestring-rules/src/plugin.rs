//! Rules in other languages behind one trait: native Rust, or Python through the bindings.
//!
//! A plugin says in its [`Declaration`] which facts it reads, and gets [`Facts`], which hand out
//! those and no other and note each that is read. A fact that is not known ends the rule, as in a
//! script, and the rule is then asked again for every value that the fact can have.

mod ask;
mod declaration;
mod facts;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use mestring_model::verdict::Answer;

pub(crate) use ask::{Fault, Plugged};
pub use declaration::Declaration;
pub use facts::{Facts, Failure, Stop};

/// A rule that is not a script. `criteria = ["plugin:NAME"]` in `pack.toml` names it.
///
/// ```
/// use mestring_model::facts::Judged;
/// use mestring_rules::plugin::{Declaration, Facts, Judge, Opinion, Stop};
///
/// struct ManySeats(Declaration);
///
/// impl Judge for ManySeats {
///     fn declares(&self) -> &Declaration {
///         &self.0
///     }
///
///     fn judge(&self, run: &Facts) -> Result<Opinion, Stop> {
///         Ok((run.whole("seats")? > 12).into())
///     }
/// }
///
/// let declaration = Declaration::new("many_seats", "1.0.0", Judged::Run).reading(["seats"]);
/// let plugins = mestring_rules::Plugins::default().with(std::sync::Arc::new(ManySeats(declaration)));
/// assert_eq!(plugins.names().collect::<Vec<_>>(), ["many_seats"]);
/// ```
pub trait Judge: Send + Sync {
    /// What it says of itself. A pack reads this once, when it is loaded.
    fn declares(&self) -> &Declaration;

    /// Answers about one record. A pure plugin answers the same for the same facts, whatever it was
    /// asked before and in whatever order; [`Declaration::impure`] is for one that does not.
    ///
    /// # Errors
    /// What [`Facts`] refused, to be handed on with `?`: a fact that is not known becomes "cannot
    /// tell". Or a text that says why there is no answer.
    fn judge(&self, facts: &Facts) -> Result<Opinion, Stop>;
}

/// What a plugin answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// The answer; [`Answer::missing`] where it cannot be told for want of several facts at once.
    pub answer: Answer,
    /// Why, in the plugin's own words; explanations show it as it stands.
    pub because: Option<Arc<str>>,
}

impl Opinion {
    /// The same opinion with its reason.
    #[must_use]
    pub fn because(mut self, text: impl Into<Arc<str>>) -> Self {
        self.because = Some(text.into());
        self
    }
}

impl From<Answer> for Opinion {
    fn from(answer: Answer) -> Self {
        Opinion {
            answer,
            because: None,
        }
    }
}

impl From<bool> for Opinion {
    fn from(yes: bool) -> Self {
        Answer::Bool(yes).into()
    }
}

impl From<f64> for Opinion {
    fn from(number: f64) -> Self {
        Answer::Number(number).into()
    }
}

impl From<i32> for Opinion {
    fn from(number: i32) -> Self {
        Answer::Number(number.into()).into()
    }
}

impl From<&str> for Opinion {
    fn from(word: &str) -> Self {
        Answer::Word(word.into()).into()
    }
}

/// The plugins that packs may name.
#[derive(Clone, Default)]
pub struct Plugins(BTreeMap<String, Arc<dyn Judge>>);

impl Plugins {
    /// The same plugins and one more; it takes the place of one of the same name.
    #[must_use]
    pub fn with(mut self, judge: Arc<dyn Judge>) -> Self {
        self.0.insert(judge.declares().name.clone(), judge);
        self
    }

    /// The same plugins and a function as one more.
    ///
    /// ```
    /// use mestring_model::facts::Judged;
    /// use mestring_rules::{Declaration, Plugins};
    ///
    /// let declared = Declaration::new("many_seats", "1.0.0", Judged::Run).reading(["seats"]);
    /// let plugins = Plugins::default()
    ///     .with_fn(declared, |run| Ok((run.whole("seats")? > 12).into()));
    /// assert!(plugins.get("many_seats").is_some());
    /// ```
    #[must_use]
    pub fn with_fn(
        self,
        declaration: Declaration,
        judge: impl Fn(&Facts) -> Result<Opinion, Stop> + Send + Sync + 'static,
    ) -> Self {
        self.with(Arc::new(Function { declaration, judge }))
    }

    /// A plugin by name.
    pub fn get(&self, name: &str) -> Option<&Arc<dyn Judge>> {
        self.0.get(name)
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// A function as a plugin.
struct Function<F> {
    declaration: Declaration,
    judge: F,
}

impl<F: Fn(&Facts) -> Result<Opinion, Stop> + Send + Sync> Judge for Function<F> {
    fn declares(&self) -> &Declaration {
        &self.declaration
    }

    fn judge(&self, facts: &Facts) -> Result<Opinion, Stop> {
        (self.judge)(facts)
    }
}

/// The Rust examples of the guide run as the examples here do.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/plugins.md")]
struct Guide;

impl fmt::Debug for Plugins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
