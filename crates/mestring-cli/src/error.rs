//! Why there is no result.

use mestring::decide::{DecideError, PacksError};
use mestring_exchange::ExchangeError;
use mestring_exchange::import::{ImportError, MappingError};
use mestring_model::term::nearest;
use mestring_rules::RuleError;

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum CommandError {
    /// A file or folder cannot be read or written.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// Packs do not load.
    #[error("{}", packs(.0))]
    Packs(#[from] PacksError),
    /// The desk chose a shipped pack that does not exist.
    #[error(
        "C010: desk.toml chooses the shipped pack `{name}`, and there is none; {}",
        .nearest.as_deref().map_or_else(
            || format!("the shipped packs are {shipped}"),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NoSuchPack {
        /// The name in desk.toml.
        name: String,
        /// The nearest name that exists.
        nearest: Option<String>,
        /// All that exist.
        shipped: String,
    },
    /// Something stands where a new folder or workbook was to be made.
    #[error("C013: `{path}` is there already; {remedy}")]
    Taken {
        /// The path as given.
        path: String,
        /// What would be right.
        remedy: &'static str,
    },
    /// A workbook's name lacks its ending.
    #[error("C014: `{path}` does not end in `.xlsx`; give the workbook that ending")]
    NotXlsx {
        /// The path as given.
        path: String,
    },
    /// A list was to be taken into a workbook.
    #[error(
        "C015: `{path}` is a workbook; a list is taken into a desk folder, such as one that \
         `mestring new FOLDER` makes"
    )]
    IntoWorkbook {
        /// The path as given.
        path: String,
    },
    /// A list has no rows.
    #[error("C016: `{path}` has no rows below its headings; nothing was written")]
    NoRows {
        /// The path as given.
        path: String,
    },
    /// What the arguments name is not in the list, or not in a table.
    #[error(
        "C017: `{name}` is no {what}; {}",
        .nearest.as_deref().map_or_else(
            || format!("there are: {there}"),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NotThere {
        /// The name in the arguments.
        name: String,
        /// What it should be one of.
        what: String,
        /// The nearest of them.
        nearest: Option<String>,
        /// All of them.
        there: String,
    },
    /// A list cannot be taken in.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// `mapping.toml` cannot be read.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// A question has no answer.
    #[error("{}: {_0}", .0.code())]
    Decide(#[from] DecideError),
    /// The result cannot be written.
    #[error("the result cannot be written: {0}")]
    Output(#[from] std::io::Error),
    /// The result cannot be made into JSON.
    #[error("the result cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl CommandError {
    /// That `name` is none of `there`.
    pub(crate) fn not_there<'a>(
        name: &str,
        what: impl Into<String>,
        there: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let all: Vec<&str> = there.into_iter().collect();
        CommandError::NotThere {
            name: name.to_owned(),
            what: what.into(),
            nearest: nearest(name, all.iter().copied()).map(str::to_owned),
            there: all.join(", "),
        }
    }
}

fn packs(error: &PacksError) -> String {
    let all = error
        .errors
        .iter()
        .map(|(pack, error)| format!("pack `{pack}`: {}", rule(error)));
    all.collect::<Vec<_>>().join("\n")
}

fn rule(error: &RuleError) -> String {
    match error {
        RuleError::Text(diagnostic) => diagnostic.render().trim_end().to_owned(),
        other => format!("{}: {other}", other.code()),
    }
}
