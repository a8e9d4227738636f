//! `pack.toml`: what a pack is, which criteria it has, where they come from.
//!
//! | key | what it says |
//! |---|---|
//! | `name`, `version` | letters, digits, `.`, `_` and `-` |
//! | `valid_from`, `valid_until` | the first and the last day on which it is in force; may be left out |
//! | `kind` | what it decides, a [`Kind`] |
//! | `judges` | the record it judges; may be left out, since the kind says it |
//! | `criteria` | the rules in order: a script's file without its ending, or `plugin:NAME` |
//! | `impure` | the plugins among them that may depend on more than the facts they read |
//! | `origin.CRITERION` | where it comes from: `plan P72`, or `local choice` |
//! | `title.CRITERION` | what reports call it, in `en`, `nb` and `nn` |
//! | `number.CRITERION` | how people read its numbers, a [`Number`]; `priority` only, may be left out |
//! | `order` | `criteria` or `points`; `priority` only |
//! | `classes_until` | the last criterion that makes classes; `priority` only |
//! | `unknown` | `last` or `first`: where a run goes that cannot be told; `priority` only |
//! | `digital` | `first` or `room_short`: when a run is held digitally that should be; `format` only |
//! | `action.RELATION` | what to do about each relation; `relation` only |
//! | `sources` | what the pack as a whole rests on |
//! | `[[parameter]]` | a number or word that the rules read, with its dated values |

mod number;
mod parameters;
mod read;
mod toml_error;
mod validity;
mod wire;

use std::collections::BTreeSet;

use mestring_model::Lang;
use mestring_model::facts::Judged;

use crate::kind::{Digital, Kind, Order, Placed};
use crate::parameter::{Parameter, Sample, Samples};
use crate::relation::Actions;

pub use number::{Measure, Number};
pub(crate) use read::{Reading, read, too_large};
pub(crate) use toml_error::toml_error;
pub use validity::{InForce, Validity};
pub(crate) use wire::{date, fact_value, not_finite, toml_text, written_date};

/// A text in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Title {
    /// English.
    pub en: String,
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
}

impl Title {
    /// The text in a language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
        }
    }
}

impl From<&wire::Title> for Title {
    fn from(own: &wire::Title) -> Self {
        Title {
            en: own.en.get_ref().clone(),
            nb: own.nb.get_ref().clone(),
            nn: own.nn.get_ref().clone(),
        }
    }
}

/// How a criterion is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// As a script: `NAME.rhai`.
    Script,
    /// In another language, registered under the criterion's name.
    Plugin,
}

/// A criterion as the manifest declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Its name: the script's file without the ending, or the plugin's name.
    pub name: String,
    /// How it is written.
    pub written: Written,
    /// Where it comes from: `plan P72`, or `local choice`.
    pub origin: String,
    /// What reports call it.
    pub title: Title,
    /// How people read its numbers; none where it says nothing of that.
    pub number: Option<Number>,
    /// A plugin that may depend on more than the facts it reads.
    pub may_be_impure: bool,
}

/// What `pack.toml` says.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// The pack's name.
    pub name: String,
    /// The pack's version.
    pub version: String,
    /// The days on which it is in force.
    pub validity: Validity,
    /// What it decides.
    pub kind: Kind,
    /// How criteria are weighed; only priority packs have more than one way.
    pub order: Order,
    /// Where a run is placed whose criterion cannot be told.
    pub unknown: Placed,
    /// When a run is held digitally that should be; only format packs have more than one way.
    pub digital: Digital,
    /// The criteria in order.
    pub criteria: Vec<Declared>,
    /// Runs that are equal in this many first criteria form one class; none for a strict rank.
    pub class_criteria: Option<usize>,
    /// What the pack as a whole rests on.
    pub sources: Vec<String>,
    /// Numbers and words that the rules read.
    pub parameters: Vec<Parameter>,
    /// What a centre does about each relation; empty for other kinds of pack.
    pub actions: Actions,
    /// Parameters that the file names and that could not be read: rules that name them are not wrong.
    pub(crate) spoilt: BTreeSet<String>,
}

impl Manifest {
    /// What kind of record the rules judge.
    pub fn judges(&self) -> Judged {
        self.kind.judged()
    }

    /// What the check of scripts knows of each parameter, by name.
    pub(crate) fn sample(&self) -> Samples {
        let sample = |own: &Parameter| {
            let values = own.values.iter().map(|dated| &dated.value);
            Some((own.id.clone(), Sample::of(values)?))
        };
        self.parameters.iter().filter_map(sample).collect()
    }
}
