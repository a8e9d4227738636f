//! The decision log: writing what was answered and decided, and answering it again.

mod decide;

use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use mestring::decide::Decider;
use mestring::decision_log::{
    self, DecisionOutcome, Entry, EntryName, Line, LoggedAnswer, ReadLine, Reader, Replay,
    Replayed, SealedAnswer,
};
use mestring::report::{self, Page, Tone, json};
use mestring_exchange::folder::{self, LockedLines};
use mestring_model::id::{LeaderId, RunId};
use mestring_model::noun::RunAnswer;
use mestring_model::term::Term as _;
use serde_json::{Value, json};

use crate::args::{Common, ReplayArgs};
use crate::desk;
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;
use crate::usage::WrongValue;
use crate::{NO_RESULT, RESULT, WRONG};

pub(crate) use decide::decide;

/// Adds answers to a log, after the texts of packs that it lacks.
pub(crate) fn append(
    path: &Path,
    decider: &Decider<'_>,
    answers: Vec<LoggedAnswer>,
) -> Result<Vec<SealedAnswer>, CommandError> {
    let (mut log, file) = end(path, |_| {})?;
    let sealed = decision_log::seal(decider, answers, &mut log)?;
    if !sealed.lines.is_empty() {
        file.append(&sealed.lines)?;
    }
    Ok(sealed.answers)
}

/// Reads a log to its end, for writing behind it. A file that holds something else is refused, and a
/// new one begins where there is none.
fn end(path: &Path, mut visit: impl FnMut(Line)) -> Result<(Reader, LockedLines), CommandError> {
    let mut file = LockedLines::open(path)?;
    let mut log = Reader::default();
    file.each(|text, whole| {
        log.read(text, whole).line.map(&mut visit);
        ControlFlow::Continue(())
    })?;
    match log.no_log() {
        Some(wrong) => Err(CommandError::NotALog {
            path: path.display().to_string(),
            wrong: wrong.clone(),
        }),
        None => Ok((log, file)),
    }
}

/// What was added, for people.
pub(crate) fn added_page(path: &Path, added: &[SealedAnswer], output: &Output<'_>) -> Page {
    let mut page = Page::default();
    for own in added {
        let args = [
            ("number", own.number.to_string().into()),
            ("hash", report::short_hash(&own.sha256).into()),
            ("log", path.display().to_string().into()),
        ];
        page.text(output.texts().say("log-added", &args));
    }
    page
}

/// What was added, for machines.
pub(crate) fn added_json(path: &Path, added: &[SealedAnswer]) -> Value {
    let file = path.display().to_string();
    let entries = added
        .iter()
        .map(|own| json!({ "file": file, "entry": own.number, "sha256": own.sha256 }));
    entries.collect()
}

/// What a replay has come to so far.
#[derive(Default)]
struct Counts {
    same: usize,
    differ: usize,
    failed: usize,
    bad: usize,
}

impl Counts {
    fn add(&mut self, own: &Replayed) {
        match own {
            own if own.failed.is_some() => self.failed += 1,
            own if own.is_same() => self.same += 1,
            _ => self.differ += 1,
        }
    }
}

/// Answers every question of a log again.
pub(crate) fn replay(
    common: &Common,
    surroundings: &Surroundings,
    asked: &ReplayArgs,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let desk = match &asked.on {
        Some(path) => Some(mestring_exchange::desk::read(path)?.0),
        None => None,
    };
    let as_of = match &desk {
        Some(desk) => desk::as_of(common, desk, surroundings),
        None => common.as_of.unwrap_or(surroundings.today),
    };
    let with = desk::read_given(&asked.with, as_of, &common.registered)?;
    let mut replay =
        Replay::new(common.registered.clone()).with(with.into_iter().map(|(_, pack)| pack));
    let mut log = Reader::default();
    let mut counts = Counts::default();
    let (mut replays, mut decisions, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let (mut placed_left_out, mut written) = (false, Ok(()));
    let mut last = None;
    let all = output.all();
    folder::each_line(&asked.log, |text, whole| {
        let ReadLine { line, problem } = log.read(text, whole);
        last = line.as_ref().map(|line| line.number).or(last);
        let mut page = Page::default();
        if let Some(problem) = problem {
            counts.bad += 1;
            if common.json {
                lines.push(json::line_problem(output.texts(), &problem));
            } else {
                let text = report::line_problem(output.texts(), &problem);
                page.text(report::Cell::new(text).tone(Tone::Bad));
            }
        }
        let replayed = line
            .as_ref()
            .and_then(|line| replay.entry(line, desk.as_ref()));
        match (&line, replayed) {
            (_, Some(own)) => {
                counts.add(&own);
                placed_left_out |=
                    own.question == decision_log::Question::Plan && !own.placed_again;
                if common.json {
                    replays.push(json::replayed(output.texts(), &own));
                } else {
                    page.append(report::replayed(output.texts(), &own, all));
                }
            }
            (Some(line), None) => {
                if let Entry::Decision(own) = &line.entry {
                    if common.json {
                        decisions.push(json::decided(line, own));
                    } else {
                        page.text(report::decided(output.texts(), line, own));
                    }
                }
            }
            (None, None) => {}
        }
        written = written_so_far(output, &page, log.count());
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    })?;
    written?;
    output.progress_done()?;
    if log.count() == 0 {
        let path = asked.log.display().to_string();
        return Err(CommandError::EmptyLog { path });
    }
    let last = last.map(|number| (number, log.last()));
    if common.json {
        let last = last.map(|(entry, sha256)| json!({ "entry": entry, "sha256": sha256 }));
        output.json(&json::document([
            ("replayed", Value::Array(replays)),
            ("decisions", Value::Array(decisions)),
            ("lines", Value::Array(lines)),
            ("last", last.into()),
        ]))?;
    } else {
        let page = summary(output, &counts, placed_left_out, last);
        output.page(&page)?;
    }
    Ok(match counts {
        _ if log.entries() == 0 => NO_RESULT,
        Counts {
            differ: 0,
            failed: 0,
            bad: 0,
            ..
        } => RESULT,
        _ => WRONG,
    })
}

fn written_so_far(output: &mut Output<'_>, page: &Page, count: usize) -> io::Result<()> {
    let text = [("number", count.into())];
    let text = output.texts().say("log-progress", &text);
    if page.blocks.is_empty() {
        output.progress(&text)
    } else {
        output.progress_done()?;
        output.page(page)
    }
}

/// What it came to, with the number and hash of the last entry.
fn summary(
    output: &Output<'_>,
    counts: &Counts,
    placed_left_out: bool,
    last: Option<(usize, &str)>,
) -> Page {
    let texts = output.texts();
    let mut page = Page::default();
    let args = [
        (
            "answers",
            (counts.same + counts.differ + counts.failed).into(),
        ),
        ("same", counts.same.into()),
        ("differ", counts.differ.into()),
        ("failed", counts.failed.into()),
        ("bad", counts.bad.into()),
    ];
    page.text(report::Cell::new(texts.say("log-summary", &args)).tone(Tone::Strong));
    if placed_left_out {
        page.text(texts.plain("log-not-placed"));
    }
    if let Some((number, sha256)) = last {
        let args = [
            ("number", number.to_string().into()),
            ("hash", report::short_hash(sha256).into()),
        ];
        page.text(texts.say("log-last", &args));
    }
    page.text(report::Cell::new(texts.plain("log-hashes")).tone(Tone::Faint));
    page
}

/// An entry of a log as people name it.
pub(crate) fn entry_name(text: &str) -> Result<EntryName, String> {
    EntryName::parse(text).ok_or_else(|| {
        "give the number of its line, or the first eight letters of its hash or more".to_owned()
    })
}

/// What was decided, in any of the languages of the desk's table.
pub(crate) fn outcome(text: &str) -> Result<DecisionOutcome, String> {
    match RunAnswer::parse(text) {
        Some(RunAnswer::Held) => Ok(DecisionOutcome::Held),
        Some(RunAnswer::Refused) => Ok(DecisionOutcome::Refused),
        None if ["other", "annet", "anna"].contains(&text.to_lowercase().as_str()) => {
            Ok(DecisionOutcome::Other)
        }
        None => Err("write one of: held, refused, other".to_owned()),
    }
}

/// The id of a run.
pub(crate) fn run_id(text: &str) -> Result<String, WrongValue> {
    let id = RunId::new(text).map_err(WrongValue)?;
    Ok(id.to_string())
}

/// The id of a role.
pub(crate) fn role_id(text: &str) -> Result<String, WrongValue> {
    let id = LeaderId::new(text).map_err(WrongValue)?;
    Ok(id.to_string())
}
