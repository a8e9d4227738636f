//! What the command takes. The texts of `--help` stand here.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use mestring::decide::NoShow;
use mestring::decide::compare::gate;
use mestring::decision_log::{DecisionOutcome, EntryName};
use mestring_model::id::{PersonId, RoomId, RunId};
use mestring_model::noun::HalfDay;
use mestring_model::quantity::Share;
use mestring_model::record::{Cell as _, TableDecl};
use mestring_model::term::{Term as _, nearest};
use mestring_model::{Desk, Lang};
use mestring_rules::Plugins;

use crate::decision_log::{entry_name, outcome, role_id, run_id};
use crate::rules::code::Code;
use crate::usage::WrongValue;

/// Plans, relations, obligations and overviews for centres that teach patients and relatives
#[derive(Debug, Parser)]
#[command(
    name = "mestring",
    version,
    after_help = "Everything it prints about capacity is a proposal until somebody has decided.\n\
                  Exit codes: 0 a result; 1 a result, and something is wrong beside it; 2 no result."
)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every subcommand takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Common {
    /// The date of the question, such as 2026-12-31; else the desk's own, else today
    #[arg(long, global = true, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Print JSON instead of text
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Use the rule pack in this folder instead of the desk's; may be repeated
    #[arg(long = "pack", global = true, value_name = "DIR")]
    pub(crate) packs: Vec<PathBuf>,
    /// A rule in Python, as MODULE:NAME, for the packs that name it; may be repeated; needs
    /// `python -m mestring`
    #[arg(long = "plugin", global = true, value_name = "M:N")]
    pub(crate) plugins: Vec<String>,
    /// What `--plugin` named, once it was found.
    #[arg(skip)]
    pub(crate) registered: Plugins,
    /// The language of the texts
    #[arg(long, global = true, value_name = "LANG", default_value = "en", value_parser = lang())]
    pub(crate) lang: Lang,
    /// The seed of draws between runs that all rules hold equal
    #[arg(long, global = true, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Whether to use colours; `auto` means in a terminal
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// Print long lists in full
    #[arg(long, global = true)]
    pub(crate) all: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    // Without a text for each, `--help` stays on one line.
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Everything: overview, proposal, relations, obligations, and what they rest on
    Report {
        /// The desk: a folder or a workbook
        #[arg(default_value = ".")]
        desk: PathBuf,
        /// Also write the answer into this decision log, with its facts and the text of its rules
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
    },
    /// Who offers what, to whom, at which level
    Overview {
        /// The desk: a folder or a workbook
        #[arg(default_value = ".")]
        desk: PathBuf,
    },
    /// Which wished runs could have the capacity, in order of priority, and why
    Plan {
        /// The desk: a folder or a workbook
        #[arg(default_value = ".")]
        desk: PathBuf,
        /// Place the most participants in each class instead of run by run, and show whom that costs
        #[arg(long, conflicts_with_all = ["log", "what_if"])]
        most_participants: bool,
        /// Say what would change least if the events of this TOML file happened
        #[arg(long, value_name = "FILE", conflicts_with = "log")]
        what_if: Option<PathBuf>,
        /// Also count who waits and is referred, of the people in this store: a folder outside the desk
        /// and outside every git work tree. No count below five is told
        #[arg(long, value_name = "STORE", conflicts_with_all = ["most_participants", "what_if"])]
        people: Option<PathBuf>,
        /// Also write the answer into this decision log, with its facts and the text of its rules
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
    },
    /// Which runs could use a room that became free
    Freed(Freed),
    /// Why a wished run stands where it does, for the staff: clauses, facts, sources
    Explain(Explain),
    /// Who gets a place in which decided run, of the people in a person store: a proposal
    Assign(Assign),
    /// Who is next for a seat that becomes free in a run, and who moves, for the staff
    Next(Next),
    /// How the offers relate, and what to do about each pair
    Relate {
        /// The desk: a folder or a workbook; or a catalogue, a CSV file with a row for each entry
        #[arg(default_value = ".")]
        desk: PathBuf,
        /// Say how often the answers agree with the pairs that this CSV file labels: offer_id_a,
        /// offer_id_b, relation
        #[arg(long, value_name = "PAIRS", conflicts_with = "log")]
        score: Option<PathBuf>,
        /// Also write the answer into this decision log, with its facts and the text of its rules
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
    },
    /// How it stands with duties and promises
    Obligations {
        /// The desk: a folder or a workbook
        #[arg(default_value = ".")]
        desk: PathBuf,
        /// Also write the answer into this decision log, with its facts and the text of its rules
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
    },
    /// Which offers cover which step of the pathways, for whom: gaps, hand-overs, doubles
    Pathways(Pathways),
    /// Note in a decision log what somebody decided about a run that it proposed
    Decide(Decide),
    /// Check, test or compare rule packs, explain what the check says, or replay a decision log
    Rules {
        #[command(subcommand)]
        command: Rules,
    },
    /// Make a folder with a small desk to start from, every row made up, with copies of the rule packs
    New {
        /// The folder to make; the desk's language is that of `--lang`, and it keeps a date of `--as-of`
        folder: PathBuf,
    },
    /// Take a list of your own into a desk: shows what each heading is taken for, writes with `--yes`
    Import(Import),
    /// Write a desk as one workbook, a sheet for each table, in the desk's language
    Export {
        /// The desk: a folder or a workbook
        desk: PathBuf,
        /// The workbook to write, with the ending `.xlsx`
        workbook: PathBuf,
        /// Write over a workbook that is there
        #[arg(long)]
        overwrite: bool,
    },
    /// Print a script that completes this command in a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Freed {
    /// The desk: a folder or a workbook
    #[arg(default_value = ".")]
    pub(crate) desk: PathBuf,
    /// The room's id
    #[arg(long, value_name = "ROOM", value_parser = room)]
    pub(crate) room: RoomId,
    /// The day on which it is free
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: NaiveDate,
    /// The part of the day; else each part in which the room can be used
    #[arg(long, value_name = "PART", value_parser = half_day)]
    pub(crate) half_day: Option<HalfDay>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Pathways {
    /// The desk: a folder or a workbook
    #[arg(default_value = ".")]
    pub(crate) desk: PathBuf,
    /// Only the pathways of this target group, or the pathway of this id, in full
    #[arg(long, value_name = "GROUP")]
    pub(crate) group: Option<String>,
    /// Only for the people of this municipality of the area, by number or name, in full
    #[arg(long, value_name = "MUNICIPALITY")]
    pub(crate) municipality: Option<String>,
    /// Also write a picture of the one pathway that is asked for, as SVG on a page of A4
    #[arg(long, value_name = "FILE")]
    pub(crate) svg: Option<PathBuf>,
    /// Also write a list with a row for each step and municipality, as CSV
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long)]
    pub(crate) overwrite: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Assign {
    /// The desk: a folder or a workbook
    #[arg(default_value = ".")]
    pub(crate) desk: PathBuf,
    /// The person store: a folder outside the desk and outside every git work tree
    #[arg(long, value_name = "STORE")]
    pub(crate) people: PathBuf,
    /// Only what this person may be told, by the id in the store; never who holds a place
    #[arg(long, value_name = "PERSON", value_parser = person, conflicts_with = "all")]
    pub(crate) letter: Option<PersonId>,
    /// Within a class, let what suits best decide who gets a place, and not the deadline and the wait
    #[arg(long)]
    pub(crate) by_cost: bool,
    /// Of how many it is expected that they do not come: `stored`, what the store records; a share, as
    /// `15%`; `none`. It counts for minimum groups, and runs give more places than they have seats.
    /// Without it minimum groups alone count what the store records, and nobody is overbooked
    #[arg(long, value_name = "stored|SHARE|none", value_parser = no_show)]
    pub(crate) no_show: Option<NoShow>,
    /// Ask nobody who has a place to move to another run
    #[arg(long)]
    pub(crate) keep_places: bool,
    /// Also say how many would have no place by other ways to give places, by class, by the way to
    /// courses and by language
    #[arg(long, conflicts_with = "letter")]
    pub(crate) compare: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Next {
    /// The desk: a folder or a workbook
    pub(crate) desk: PathBuf,
    /// The run's id
    #[arg(value_parser = run)]
    pub(crate) run: RunId,
    /// The person store: a folder outside the desk and outside every git work tree
    #[arg(long, value_name = "STORE")]
    pub(crate) people: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// The desk: a folder or a workbook
    pub(crate) desk: PathBuf,
    /// The run's id
    #[arg(value_parser = run)]
    pub(crate) run: RunId,
    /// Say what separates it from this run, and which change of one fact would lift the lower one
    #[arg(long, value_name = "RUN", value_parser = run)]
    pub(crate) over: Option<RunId>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// The list: a workbook (`.xlsx`), or a CSV file as spreadsheets save it
    pub(crate) list: PathBuf,
    /// The desk folder to take it into
    #[arg(long, value_name = "DESK")]
    pub(crate) into: Option<PathBuf>,
    /// The table of the desk that the list is; else it is guessed
    #[arg(long = "as", value_name = "TABLE", value_parser = table)]
    pub(crate) table: Option<&'static TableDecl>,
    /// What a heading is: `"Kurs=tittel"`; `"Telefon="` leaves it out; may be repeated
    #[arg(long = "column", value_name = "HEADING=COLUMN", value_parser = heading)]
    pub(crate) columns: Vec<(String, String)>,
    /// Take in this sheet of the workbook alone; may be repeated
    #[arg(long = "sheet", value_name = "NAME")]
    pub(crate) sheets: Vec<String>,
    /// Write: without it, what would be written is shown, and nothing is
    #[arg(long, requires = "into")]
    pub(crate) yes: bool,
    /// Where a row is in both, take what the list says instead of what the desk says
    #[arg(long)]
    pub(crate) update: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Decide {
    /// The decision log
    pub(crate) log: PathBuf,
    /// The entry with the proposal: the number of its line, or the first letters of its hash
    #[arg(value_parser = entry_name)]
    pub(crate) entry: EntryName,
    /// The run that the decision is about
    #[arg(long, value_name = "RUN", value_parser = run_id)]
    pub(crate) run: String,
    /// What was decided: `held`, `refused` or `other`
    #[arg(long, value_name = "WHAT", value_parser = outcome)]
    pub(crate) outcome: DecisionOutcome,
    /// The id of the role that decided, never a person's name
    #[arg(long, value_name = "ROLE", value_parser = role_id)]
    pub(crate) by: String,
    /// Why; needed where the decision is not what was proposed
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// When it was decided; else today
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: Option<NaiveDate>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ReplayArgs {
    /// The decision log
    pub(crate) log: PathBuf,
    /// Answer from this desk instead of the log's own facts, and say what has changed in it
    #[arg(long, value_name = "DESK")]
    pub(crate) on: Option<PathBuf>,
    /// Answer by the rule pack in this folder instead of the log's; may be repeated
    #[arg(long = "with", value_name = "DIR")]
    pub(crate) with: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Rules {
    /// Say everything that is wrong with the text of packs
    Check {
        /// The folders of the packs, or folders of packs
        #[arg(required = true, value_name = "PACK_DIR")]
        folders: Vec<PathBuf>,
    },
    /// Run the cases of packs
    Test {
        /// The folders of the packs, or folders of packs
        #[arg(required = true, value_name = "PACK_DIR")]
        folders: Vec<PathBuf>,
        /// Also list the branches and conditions that no case reaches; 1 where there are any
        #[arg(long)]
        coverage: bool,
        /// Also list the small changes of the rules that no case notices; 1 where there are any
        #[arg(long)]
        changes: bool,
        /// Also list the branches and conditions that no record of this desk reaches
        #[arg(long, value_name = "DESK")]
        on: Option<PathBuf>,
    },
    /// Show what other rules would change on a desk, in text and in effect; nothing takes effect
    Diff(Diff),
    /// Answer every question of a decision log again: 0 where all is the same, 1 where something differs
    Replay(ReplayArgs),
    /// Say what a code means, with a wrong example and the right one where it is about rules
    ExplainCode {
        /// The code, such as R103; without one, the list of all codes
        #[arg(value_parser = code)]
        code: Option<Code>,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// The rules as they are: a pack's folder, a folder of packs, the name of a shipped pack, or
    /// `desk` for those of the desk
    pub(crate) old: PathBuf,
    /// The rules as they would be, the same way
    pub(crate) new: PathBuf,
    /// The desk on which they are compared
    #[arg(long, value_name = "DESK")]
    pub(crate) on: PathBuf,
    /// Also write the result as a page for a browser or a printer
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Write over a page that is there
    #[arg(long, requires = "html")]
    pub(crate) overwrite: bool,
    /// What must not happen, such as "established loses place": exit code 1 where it does; may be
    /// repeated
    #[arg(long, value_name = "PHRASE", long_help = forbid_help())]
    pub(crate) forbid: Vec<String>,
}

/// What `--forbid` takes, from the declarations of the gate.
fn forbid_help() -> String {
    let mut help = "What must not happen, such as \"established loses place\"; may be repeated. \
                    Exit code 1 where it does, and where there is nothing to look at\n\nPhrases:\n"
        .to_owned();
    for form in gate::FORMS {
        help.push_str(&format!("  {:<20} {}\n", form.phrase, form.broken));
    }
    help.push_str("\nX is one of these, or a NAME alone where only one thing has it:\n");
    for (subject, meaning) in gate::SUBJECTS {
        help.push_str(&format!("  {subject:<20} {meaning}\n"));
    }
    help
}

/// A code of a finding or an error.
fn code(text: &str) -> Result<Code, String> {
    Code::parse(text).ok_or_else(|| {
        let codes = Code::all();
        let near = nearest(text, codes.iter().map(Code::id));
        let near = near.map_or(String::new(), |near| format!("did you mean `{near}`? "));
        format!("there is no such code; {near}`mestring rules explain-code` lists them all")
    })
}

/// A date as tables write it: `2026-12-31` or `31.12.2026`.
fn date(text: &str) -> Result<NaiveDate, WrongValue> {
    NaiveDate::read(text).map_err(WrongValue)
}

fn room(text: &str) -> Result<RoomId, WrongValue> {
    RoomId::new(text).map_err(WrongValue)
}

fn person(text: &str) -> Result<PersonId, WrongValue> {
    PersonId::new(text).map_err(WrongValue)
}

fn run(text: &str) -> Result<RunId, WrongValue> {
    RunId::new(text).map_err(WrongValue)
}

/// Of how many it is expected that they do not come.
fn no_show(text: &str) -> Result<NoShow, String> {
    match text {
        "stored" => Ok(NoShow::Stored),
        "none" => Ok(NoShow::None),
        _ => {
            let share = Share::read(text.trim()).ok();
            let share = share.filter(|share| *share < Share::WHOLE);
            let wrong = || "write `stored`, `none` or a share below `100%`, as `15%`".to_owned();
            share.map(NoShow::Share).ok_or_else(wrong)
        }
    }
}

/// A part of the day, in any of the languages.
fn half_day(text: &str) -> Result<HalfDay, String> {
    HalfDay::parse(text).ok_or_else(|| {
        let words: Vec<&str> = HalfDay::WORDS.iter().map(|word| word.code).collect();
        format!("write one of: {}", words.join(", "))
    })
}

/// A table of a desk by its name in any language.
fn table(text: &str) -> Result<&'static TableDecl, String> {
    Desk::table(text).ok_or_else(|| {
        let names = Desk::TABLES
            .iter()
            .flat_map(|table| [table.name, table.nb, table.nn]);
        match nearest(text, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let all: Vec<&str> = Desk::TABLES.iter().map(|table| table.name).collect();
                format!("a desk has: {}", all.join(", "))
            }
        }
    })
}

/// A heading with the column it is.
fn heading(text: &str) -> Result<(String, String), String> {
    // A heading may hold the sign too; the name of a column never does.
    let (heading, column) = text
        .rsplit_once('=')
        .ok_or("write the heading, `=` and the column: `\"Kurs=tittel\"`")?;
    Ok((heading.trim().to_owned(), column.trim().to_owned()))
}

fn lang() -> impl clap::builder::TypedValueParser<Value = Lang> {
    // The parser has let only these codes through.
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::parse(&code).unwrap_or_default())
}
