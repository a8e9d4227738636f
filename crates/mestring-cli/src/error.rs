//! Why there is no result.

mod said;

use mestring::decide::compare::gate::GateError;
use mestring::decide::{CompareError, DecideError, PacksError, WhatIfError};
use mestring::decision_log::{DecisionError, LineError};
use mestring::text::{FoundAndHelp, Texts, followed};
use mestring_exchange::ExchangeError;
use mestring_exchange::import::{ImportError, MappingError};
use mestring_exchange::settings::SettingFault;
use mestring_model::Place;
use mestring_model::facts::Judged;
use mestring_model::term::nearest;
use mestring_rules::RuleError;
use serde_json::{Value, json};

/// Every code of the command's own errors with what it stands for and what would be right, in the
/// order of the codes. A code never gets a second meaning.
pub const CODES: &[(&str, &str, &str)] = &[
    (
        "C013",
        "something stands where a new folder, workbook or page was to be made",
        "give another name",
    ),
    (
        "C014",
        "a workbook's name lacks its ending",
        "end it in `.xlsx`",
    ),
    (
        "C015",
        "a list was to be taken into a workbook",
        "name a desk folder",
    ),
    (
        "C022",
        "the arguments are not understood",
        "call the command as its `--help` says",
    ),
    (
        "C024",
        "a list has no rows",
        "write rows below its headings, or take another list",
    ),
    (
        "C025",
        "no list has the sheet, heading or column that the arguments name",
        "write one of those that there are",
    ),
    (
        "C033",
        "packs were to be compared, and a name is that of no folder and of no shipped pack",
        "give a pack's folder, the name of a shipped pack, or `desk`",
    ),
    (
        "C040",
        "`--plugin` was given to a command that runs no Python",
        "run `python -m mestring` with the same arguments",
    ),
    (
        "C041",
        "a rule that `--plugin` names cannot be used",
        "correct its name, or the module",
    ),
    (
        "C051",
        "a decision log that is to be replayed is empty",
        "name another file; where the log had entries, take it from a copy that was kept",
    ),
    (
        "C092",
        "a picture shows one pathway, and none or several were asked for",
        "name one with `--group`",
    ),
    (
        "C093",
        "a result was to be written into a desk, where it would be read as one of its lists",
        "name a file outside the desk",
    ),
];

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum CommandError {
    /// A file or folder cannot be read or written.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// Packs do not load, or do not go together.
    #[error("{}", packs(.0))]
    Packs(#[from] PacksError),
    /// Something stands where a new folder, workbook or page was to be made.
    #[error("C013: `{path}` is there already; {remedy}")]
    Taken {
        /// The path as given.
        path: String,
        /// What would be right.
        remedy: Remedy,
    },
    /// A workbook's name lacks its ending.
    #[error("C014: `{path}` does not end in `.xlsx`; give the workbook that ending")]
    NotXlsx {
        /// The path as given.
        path: String,
    },
    /// A picture of none or several pathways was asked for.
    #[error("C092: a picture shows one pathway, not {count}; name one with `--group`: {pathways}")]
    NotOnePathway {
        /// How many.
        count: usize,
        /// Their ids.
        pathways: String,
    },
    /// A result was to be written into a desk.
    #[error(
        "C093: `{path}` lies in the desk `{desk}` and would be read with it; name a file outside"
    )]
    InDesk {
        /// The path as given.
        path: String,
        /// The desk's folder.
        desk: String,
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
    #[error("C024: `{path}` has no rows below its headings; nothing was written")]
    NoRows {
        /// The path as given.
        path: String,
    },
    /// What the arguments name is not in the list, or not in a table.
    #[error(
        "C025: `{name}` is no {what}; {}",
        .nearest.as_deref().map_or_else(
            || format!("there are: {there}"),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NotThere {
        /// The name in the arguments.
        name: String,
        /// What it should be one of.
        what: Missing,
        /// The nearest of them.
        nearest: Option<String>,
        /// All of them.
        there: String,
    },
    /// A plugin is named to a command that has none.
    #[error(
        "C040: this command runs no Python, so it has no plugin `{name}`; run `python -m mestring` \
         with the same arguments"
    )]
    NoPlugins {
        /// The plugin as given.
        name: String,
    },
    /// A plugin cannot be used.
    #[error("C041: the plugin `{name}` cannot be used: {why}")]
    Plugin {
        /// The plugin as given.
        name: String,
        /// What the host of the command said, with what would be right.
        why: String,
    },
    /// A list cannot be taken in.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// `mapping.toml` cannot be read.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// The file is no decision log.
    #[error("{}: `{path}` is no decision log: its line {} is no entry of one; name another file",
        .wrong.code(), .wrong.number()
    )]
    NotALog {
        /// The path as given.
        path: String,
        /// What is wrong with its first line that is.
        wrong: LineError,
    },
    /// The decision log holds nothing.
    #[error(
        "C051: `{path}` is empty; name another file, or take the log from a copy that was kept"
    )]
    EmptyLog {
        /// The path as given.
        path: String,
    },
    /// The log has no such entry, or several.
    #[error(
        "C037: `{path}` has {} `{entry}`; {}",
        if *.several { "several entries" } else { "no entry" },
        if *.several { "give more letters of the hash" } else { "`mestring rules replay` lists them" },
    )]
    NoEntry {
        /// The path as given.
        path: String,
        /// What was named.
        entry: String,
        /// There are several.
        several: bool,
    },
    /// A decision cannot be noted.
    #[error("{}: {_0}", .0.code())]
    Decision(#[from] DecisionError),
    /// A question has no answer.
    #[error("{}: {_0}", .0.code())]
    Decide(#[from] DecideError),
    /// An event cannot have happened, or the desk gives no proposal.
    #[error("{}: {_0}", .0.code())]
    WhatIf(#[from] WhatIfError),
    /// Packs cannot be compared.
    #[error("{}: {_0}", .0.code())]
    Compare(#[from] CompareError),
    /// A phrase of a gate is not understood.
    #[error("{}: {_0}", .0.code())]
    Gate(#[from] GateError),
    /// A name of packs to compare is that of no folder and of no shipped pack.
    #[error(
        "C033: `{name}` is no folder and no shipped pack; {}",
        .nearest.as_deref().map_or_else(
            || format!("give a pack's folder, or one of: {shipped}"),
            |near| format!("did you mean `{near}`?"),
        )
    )]
    NoSuchPack {
        /// The name in the arguments.
        name: String,
        /// The nearest folder or pack.
        nearest: Option<String>,
        /// The words that stand for packs without a folder.
        shipped: String,
    },
    /// An option that every command takes and this one does not use.
    #[error("C022: `mestring {command}` does not use `{option}`; {instead}")]
    NotUsed {
        /// The command.
        command: &'static str,
        /// The option.
        option: &'static str,
        /// What would be right.
        instead: Instead,
    },
    /// The arguments are not understood.
    #[error("{found}; {help}")]
    Usage {
        /// What is not, in the language of the texts.
        found: String,
        /// What would be right, such as how the command is called.
        help: String,
    },
    /// The result cannot be written.
    #[error("the result cannot be written: {0}")]
    Output(#[from] std::io::Error),
    /// The result cannot be made into JSON.
    #[error("the result cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// What would be right where something stands already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Remedy {
    /// A folder is made, and none is written over.
    #[error("give the name of a new folder; nothing was written")]
    NewFolder,
    /// A file is written, over another where that is said.
    #[error("give another name, or `--overwrite`; nothing was written")]
    Overwrite,
}

/// What to do instead of giving an option that a command does not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Instead {
    /// There is nothing that it could mean.
    #[error("leave it out")]
    LeaveOut,
    /// A pack is given as an argument.
    #[error("name the pack's folder after the command")]
    NameFolder,
    /// A date is that of a question to a desk.
    #[error("name a desk with `--on`, or leave it out")]
    NameDesk,
    /// A replay has an option of its own for packs.
    #[error("write `--with` and the pack's folder")]
    With,
    /// An entry of a log is asked with its own seed.
    #[error("each entry is asked with its own seed")]
    OwnSeed,
    /// An entry of a log is asked on its own date.
    #[error("each entry is asked on the date that it was answered for")]
    OwnDate,
    /// A decision has an option of its own for its day.
    #[error("write `--date` for the day of the decision")]
    Date,
}

/// What a name in the arguments should be one of.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Missing {
    /// The sheets of a workbook.
    #[error("sheet of `{file}`")]
    Sheet {
        /// The workbook.
        file: String,
    },
    /// The headings of the list.
    #[error("heading of the list")]
    Heading,
    /// The columns of a table, by its title.
    #[error("column of `{table}`")]
    Column {
        /// The table.
        table: String,
    },
    /// The columns of all tables.
    #[error("column of any table")]
    AnyColumn,
}

/// A rule that keeps a question from being answered.
struct RuleStop<'a> {
    /// Where its pack is, where it is one of several.
    pack: Option<&'a str>,
    /// The record about which it gave no answer.
    record: Option<(Judged, &'a str)>,
    /// Why not.
    error: &'a RuleError,
}

impl RuleStop<'_> {
    fn place(&self) -> Value {
        let (file, line, column) = match self.error {
            RuleError::Stopped {
                rule, line, column, ..
            } => (Some(format!("{rule}.rhai")), Some(line), Some(column)),
            RuleError::WrongAnswer { rule, .. } => (Some(format!("{rule}.rhai")), None, None),
            _ => (None, None, None),
        };
        let name = match self.error {
            RuleError::Stopped { pack, .. }
            | RuleError::WrongAnswer { pack, .. }
            | RuleError::NotYetValid { pack, .. }
            | RuleError::Expired { pack, .. }
            | RuleError::WrongRecord { pack, .. } => Some(pack.as_str()),
            _ => None,
        };
        json!({
            "pack": self.pack.or(name),
            "file": file,
            "line": line.filter(|line| **line > 0),
            "column": column.filter(|column| **column > 0),
            "record": self.record.map(|(judged, id)| json!({ "kind": judged.code(), "id": id })),
        })
    }
}

/// One thing that is wrong, for machines.
struct Problem {
    /// The stable code; `None` for what only the operating system names.
    code: Option<&'static str>,
    /// What was found.
    message: String,
    /// Where, as far as it has a place.
    place: Value,
    /// What would be right; empty where nothing is to be added.
    help: String,
}

impl CommandError {
    /// That `name` is none of `there`.
    pub(crate) fn not_there<'a>(
        name: &str,
        what: Missing,
        there: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let all: Vec<&str> = there.into_iter().collect();
        CommandError::NotThere {
            name: name.to_owned(),
            what,
            nearest: nearest(name, all.iter().copied()).map(str::to_owned),
            there: all.join(", "),
        }
    }

    /// The error of a rule that keeps a question from being answered.
    fn of_rule(&self) -> Option<RuleStop<'_>> {
        let (pack, error) = match self {
            CommandError::Decide(error) | CommandError::WhatIf(WhatIfError::Decide(error)) => {
                (None, error)
            }
            CommandError::Compare(CompareError::With { place, error }) => (Some(&**place), error),
            _ => return None,
        };
        let (record, error) = match error {
            DecideError::Rule(error) => (None, error),
            DecideError::Record {
                judged,
                record,
                error,
            } => (Some((*judged, &**record)), error),
            _ => return None,
        };
        Some(RuleStop {
            pack,
            record,
            error,
        })
    }

    /// All that is wrong with the settings of a desk, where that is why.
    pub(crate) fn of_settings(&self) -> Option<&[SettingFault]> {
        match self {
            CommandError::Exchange(ExchangeError::Settings { faults })
            | CommandError::Import(ImportError::Exchange(ExchangeError::Settings { faults })) => {
                Some(faults)
            }
            _ => None,
        }
    }

    /// The stable code; `None` for what only the operating system names.
    fn code(&self) -> Option<&'static str> {
        Some(match self {
            CommandError::Exchange(own) => own.code(),
            CommandError::Import(own) => own.code(),
            CommandError::Packs(own) => own.code(),
            CommandError::Mapping(_) => "X015",
            CommandError::Decide(own) => own.code(),
            CommandError::WhatIf(own) => own.code(),
            CommandError::Compare(own) => own.code(),
            CommandError::Gate(own) => own.code(),
            CommandError::Decision(own) => own.code(),
            CommandError::NotALog { wrong, .. } => wrong.code(),
            CommandError::EmptyLog { .. } => "C051",
            CommandError::NoEntry { .. } => "C037",
            CommandError::NoSuchPack { .. } => "C033",
            CommandError::Taken { .. } => "C013",
            CommandError::NotXlsx { .. } => "C014",
            CommandError::NotOnePathway { .. } => "C092",
            CommandError::InDesk { .. } => "C093",
            CommandError::IntoWorkbook { .. } => "C015",
            CommandError::NoRows { .. } => "C024",
            CommandError::NotThere { .. } => "C025",
            CommandError::NoPlugins { .. } => "C040",
            CommandError::Plugin { .. } => "C041",
            CommandError::NotUsed { .. } | CommandError::Usage { .. } => "C022",
            CommandError::Output(_) | CommandError::Json(_) => return None,
        })
    }

    /// In one line what is wrong, with its code and what would be right, in the language of the texts.
    pub(crate) fn line(&self, texts: &Texts) -> String {
        let text = followed(said::said(texts, self));
        match self.code() {
            Some(code) => format!("{code}: {text}"),
            None => text,
        }
    }

    /// What is wrong, an object `{ code, message, place, help }` for each thing, in the language of the
    /// texts; `place` and `help` are `null` where there is none.
    pub(crate) fn json(&self, texts: &Texts) -> Vec<Value> {
        let problems = self.problems(texts).into_iter().map(|own| {
            let help = (!own.help.is_empty()).then_some(own.help);
            json!({
                "code": own.code,
                "message": own.message,
                "place": own.place,
                "help": help,
            })
        });
        problems.collect()
    }

    fn problems(&self, texts: &Texts) -> Vec<Problem> {
        if let Some(faults) = self.of_settings() {
            return faults.iter().map(|own| in_settings(own, texts)).collect();
        }
        match self {
            CommandError::Exchange(own) | CommandError::Import(ImportError::Exchange(own)) => {
                in_file(own, said::said(texts, self), texts)
            }
            CommandError::Packs(PacksError::Text { errors }) => {
                let errors = errors.iter();
                errors
                    .map(|(pack, error)| in_pack(pack, error, texts))
                    .collect()
            }
            _ => {
                let (message, help) = said::said(texts, self);
                let place = self.of_rule().map_or(Value::Null, |stop| stop.place());
                vec![Problem {
                    code: self.code(),
                    message,
                    place,
                    help,
                }]
            }
        }
    }
}

/// Each finding of a file that has some, else the error itself.
fn in_file(error: &ExchangeError, said: FoundAndHelp, texts: &Texts) -> Vec<Problem> {
    let problem = |place: &Place, (message, help): FoundAndHelp| Problem {
        code: Some(error.code()),
        message,
        place: json!({
            "file": place.file,
            "row": place.row,
            "column": place.column,
        }),
        help,
    };
    match error.findings() {
        Some(findings) => findings
            .iter()
            .map(|own| {
                let said = (texts.found(&own.problem), texts.remedy(&own.problem));
                problem(&own.place, said)
            })
            .collect(),
        None => vec![problem(&error.place(), said)],
    }
}

fn in_settings(own: &SettingFault, texts: &Texts) -> Problem {
    let (finding, place) = (&own.finding, &own.finding.place);
    let place = match &own.at {
        Some(at) => json!({
            "file": place.file,
            "line": at.line,
            "column": at.column,
            "setting": place.column,
        }),
        None => json!({ "file": place.file, "row": place.row, "setting": place.column }),
    };
    Problem {
        code: Some(finding.code()),
        message: texts.found(&finding.problem),
        place,
        help: texts.remedy(&finding.problem),
    }
}

fn in_pack(pack: &str, error: &RuleError, texts: &Texts) -> Problem {
    let place = match error {
        RuleError::Text(diagnostic) => {
            let at = diagnostic.at.as_ref();
            json!({
                "pack": pack,
                "file": diagnostic.file,
                "line": at.map(|at| at.line),
                "column": at.map(|at| at.column),
            })
        }
        _ => json!({ "pack": pack }),
    };
    of_rule(error, place, texts)
}

fn of_rule(error: &RuleError, place: Value, texts: &Texts) -> Problem {
    let (message, help) = texts.rule_error_parts(error);
    Problem {
        code: Some(error.code()),
        message,
        place,
        help,
    }
}

fn packs(error: &PacksError) -> String {
    let PacksError::Text { errors } = error else {
        return format!("{}: {error}", error.code());
    };
    let all = errors
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
