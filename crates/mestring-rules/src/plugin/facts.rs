//! What a plugin sees of a record: the facts that it declares, and what it did with them.

use std::error::Error;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactRow, FactRowError, FactValue, Judged};
use mestring_model::term::nearest;

use super::Declaration;
use crate::record::bit;

/// One record for one plugin. Only facts that the plugin declares can be read, and each that is read
/// stands in the verdict.
///
/// What it refused once decides how the rule ends, also where the plugin goes on: after a fact that
/// is not known the answer is "cannot tell", after another refusal it is an error.
///
/// Cheap to clone; what is read of a clone counts too.
#[derive(Debug, Clone)]
pub struct Facts(Arc<Seen>);

#[derive(Debug)]
struct Seen {
    row: Arc<FactRow>,
    declaration: Arc<Declaration>,
    /// Bit `n`: the fact at `n` was read.
    read: AtomicU64,
    refused: OnceLock<Stop>,
    assumed: Mutex<Vec<(usize, Arc<str>)>>,
}

/// Why a plugin gives no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Stop {
    /// It read a fact that is not known: the rule cannot tell.
    #[error("`{0}` is not known")]
    Missing(String),
    /// It asked for a fact that the record does not have, or of another type.
    #[error(transparent)]
    NoSuchFact(#[from] FactRowError),
    /// It asked for a fact that it does not declare.
    #[error(
        "`{judged}.{fact}` is not among the facts that `{plugin}` declares; add it to those it reads"
    )]
    NotDeclared {
        /// The plugin.
        plugin: String,
        /// The kind of record.
        judged: Judged,
        /// The fact.
        fact: &'static str,
    },
    /// It failed.
    #[error(transparent)]
    Failed(#[from] Failure),
}

/// Why a plugin failed: a text, and where there is one the error of its own language.
#[derive(Debug, Clone)]
pub struct Failure {
    text: String,
    cause: Option<Arc<dyn Error + Send + Sync>>,
}

impl Failure {
    /// A failure with the error behind it, which a host gets back from [`cause`](Self::cause).
    pub fn caused(text: impl Into<String>, cause: Arc<dyn Error + Send + Sync>) -> Self {
        Failure {
            text: text.into(),
            cause: Some(cause),
        }
    }

    /// The error behind it.
    pub fn cause(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.cause.as_deref()
    }
}

impl PartialEq for Failure {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Failure {}

impl From<String> for Failure {
    fn from(text: String) -> Self {
        Failure { text, cause: None }
    }
}

impl From<String> for Stop {
    fn from(text: String) -> Self {
        Failure::from(text).into()
    }
}

impl From<&str> for Stop {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Facts {
    pub(super) fn new(row: Arc<FactRow>, declaration: Arc<Declaration>) -> Self {
        Facts(Arc::new(Seen {
            row,
            declaration,
            read: AtomicU64::new(0),
            refused: OnceLock::new(),
            assumed: Mutex::new(Vec::new()),
        }))
    }

    /// A record of which every fact may be read, to try a plugin without a pack.
    ///
    /// ```
    /// use mestring_model::Fact;
    /// use mestring_model::facts::{FactRow, FactValue, Judged};
    /// use mestring_rules::Facts;
    ///
    /// let mut run = FactRow::unstated(Judged::Run);
    /// run.set("seats", Fact::Known(FactValue::Int(13)))?;
    /// let run = Facts::of(run);
    /// assert_eq!(run.whole("seats"), Ok(13));
    /// assert_eq!(run.yes("referral").unwrap_err().to_string(), "`referral` is not known");
    /// # Ok::<(), mestring_model::facts::FactRowError>(())
    /// ```
    pub fn of(row: FactRow) -> Self {
        let names = row.judged().facts().iter().map(|own| own.name);
        let declaration = Declaration::new("a plugin", "1", row.judged()).reading(names);
        Facts::new(Arc::new(row), Arc::new(declaration))
    }

    /// The kind of record.
    pub fn judged(&self) -> Judged {
        self.0.row.judged()
    }

    /// What the plugin declares.
    pub fn declaration(&self) -> &Declaration {
        &self.0.declaration
    }

    /// A fact's value.
    ///
    /// # Errors
    /// [`Stop::Missing`] where it is not known, and a fact that there is not or that is not declared.
    pub fn value(&self, fact: &str) -> Result<&FactValue, Stop> {
        let (_, decl, value) = self.reach(fact)?;
        let missing = || self.refuse(Stop::Missing(decl.name.to_owned()));
        value.ok_or_else(missing)
    }

    /// A yes or no.
    ///
    /// # Errors
    /// As [`value`](Self::value), and a fact of another type.
    pub fn yes(&self, fact: &str) -> Result<bool, Stop> {
        match self.value(fact)? {
            FactValue::Bool(yes) => Ok(*yes),
            other => Err(self.wrong_type(fact, "yes/no", other)),
        }
    }

    /// A whole number.
    ///
    /// # Errors
    /// As [`value`](Self::value), and a fact of another type.
    pub fn whole(&self, fact: &str) -> Result<i64, Stop> {
        match self.value(fact)? {
            FactValue::Int(number) => Ok(*number),
            other => Err(self.wrong_type(fact, "whole number", other)),
        }
    }

    /// A number, with decimals or whole.
    ///
    /// # Errors
    /// As [`value`](Self::value), and a fact of another type.
    pub fn number(&self, fact: &str) -> Result<f64, Stop> {
        match self.value(fact)? {
            FactValue::Number(number) => Ok(*number),
            FactValue::Int(number) => Ok(*number as f64),
            other => Err(self.wrong_type(fact, "number", other)),
        }
    }

    /// A text, or the code of a word.
    ///
    /// # Errors
    /// As [`value`](Self::value), and a fact of another type.
    pub fn text(&self, fact: &str) -> Result<&str, Stop> {
        match self.value(fact)? {
            FactValue::Text(text) => Ok(text),
            other => Err(self.wrong_type(fact, "text", other)),
        }
    }

    /// Several texts or codes of words.
    ///
    /// # Errors
    /// As [`value`](Self::value), and a fact of another type.
    pub fn list(&self, fact: &str) -> Result<&[Arc<str>], Stop> {
        match self.value(fact)? {
            FactValue::List(texts) => Ok(texts),
            other => Err(self.wrong_type(fact, "list", other)),
        }
    }

    /// True where a fact is known: `known(…)` of scripts.
    ///
    /// # Errors
    /// A fact that there is not or that is not declared.
    pub fn known(&self, fact: &str) -> Result<bool, Stop> {
        Ok(self.reach(fact)?.2.is_some())
    }

    /// A fact's value, or another where it is not known: `??` of scripts. The verdict then says what
    /// was assumed.
    ///
    /// # Errors
    /// A fact that there is not or that is not declared, and a value that it cannot have.
    pub fn value_or(&self, fact: &str, otherwise: FactValue) -> Result<FactValue, Stop> {
        let (at, decl, value) = self.reach(fact)?;
        if !decl.kind.accepts(&otherwise) {
            return Err(self.refuse(Stop::NoSuchFact(FactRowError::WrongType {
                name: decl.name,
                wanted: decl.kind.name(),
                value: otherwise,
            })));
        }
        if let Some(value) = value {
            return Ok(value.clone());
        }
        let mut assumed = self
            .0
            .assumed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        assumed.push((at, literal(&otherwise).into()));
        Ok(otherwise)
    }

    /// A yes or no, or another where it is not known.
    ///
    /// # Errors
    /// As [`value_or`](Self::value_or).
    pub fn yes_or(&self, fact: &str, otherwise: bool) -> Result<bool, Stop> {
        match self.value_or(fact, FactValue::Bool(otherwise))? {
            FactValue::Bool(yes) => Ok(yes),
            other => Err(self.wrong_type(fact, "yes/no", &other)),
        }
    }

    /// A whole number, or another where it is not known.
    ///
    /// # Errors
    /// As [`value_or`](Self::value_or).
    pub fn whole_or(&self, fact: &str, otherwise: i64) -> Result<i64, Stop> {
        match self.value_or(fact, FactValue::Int(otherwise))? {
            FactValue::Int(number) => Ok(number),
            other => Err(self.wrong_type(fact, "whole number", &other)),
        }
    }

    /// The first refusal.
    pub(super) fn refused(&self) -> Option<&Stop> {
        self.0.refused.get()
    }

    /// The facts that were read, a bit each.
    pub(super) fn read(&self) -> u64 {
        self.0.read.load(Ordering::Relaxed)
    }

    /// What was assumed, with the places of the facts.
    pub(super) fn assumed(&self) -> Vec<(usize, Arc<str>)> {
        let assumed = self
            .0
            .assumed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        assumed.clone()
    }

    /// A declared fact with its place, noted as read.
    fn reach(&self, fact: &str) -> Result<(usize, &'static FactDecl, Option<&FactValue>), Stop> {
        let judged = self.judged();
        let Some((at, decl)) = judged.fact(fact) else {
            let facts = judged.facts().iter().map(|own| own.name);
            return Err(self.refuse(Stop::NoSuchFact(FactRowError::NoSuchFact {
                judged,
                name: fact.to_owned(),
                nearest: nearest(fact, facts).map(str::to_owned),
            })));
        };
        if !self.0.declaration.reads.contains(fact) {
            return Err(self.refuse(Stop::NotDeclared {
                plugin: self.0.declaration.name.clone(),
                judged,
                fact: decl.name,
            }));
        }
        self.0.read.fetch_or(bit(at), Ordering::Relaxed);
        Ok((at, decl, self.0.row.values().get(at).and_then(Fact::known)))
    }

    fn wrong_type(&self, fact: &str, asked: &str, value: &FactValue) -> Stop {
        let kind = self
            .judged()
            .fact(fact)
            .map_or("", |(_, own)| own.kind.name());
        self.refuse(Stop::from(format!(
            "`{fact}` is a {kind}, such as `{value}`, and was asked for as a {asked}"
        )))
    }

    fn refuse(&self, stop: Stop) -> Stop {
        // Only the first counts.
        let _ = self.0.refused.set(stop.clone());
        stop
    }
}

/// A value as scripts write it.
fn literal(value: &FactValue) -> String {
    match value {
        FactValue::Bool(yes) => yes.to_string(),
        FactValue::Int(number) => number.to_string(),
        FactValue::Number(number) => format!("{number:?}"),
        FactValue::Text(text) => format!("{text:?}"),
        FactValue::List(texts) => format!("{texts:?}"),
    }
}
