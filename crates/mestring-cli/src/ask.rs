//! The questions about a desk.

use std::ops::ControlFlow;
use std::path::Path;

use mestring::decide::{DecideError, Decider, Event, Proposal, WhatIfError, moved};
use mestring::decision_log;
use mestring::obligations::ObligationReport;
use mestring::plan::Slot;
use mestring::relate::Relations;
use mestring::relate::score::{Judged, Labelled, of_labels};
use mestring::report::{self, Cell, Page, Tone, Unknowns, json};
use mestring_exchange::catalogue;
use mestring_model::finding::{self, PackProblem, Problem, SettingProblem};
use mestring_model::noun::{HalfDay, Room};
use mestring_model::{Finding, Place, Severity};
use mestring_rules::RuleError;
use serde_json::Value;

use crate::args::{Common, Explain, Freed};
use crate::decision_log::{added_json, added_page};
use crate::desk::{Loaded, load};
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;
use crate::{RESULT, WRONG};

mod pathways;
mod plan;

pub(crate) use pathways::pathways;
pub(crate) use plan::{most_participants, plan};

/// What was answered of what a log can hold.
#[derive(Default)]
struct Answered<'a> {
    proposal: Option<&'a Proposal>,
    relations: Option<&'a Relations>,
    obligations: Option<&'a ObligationReport>,
}

/// A result in the making: its parts for people and for machines.
struct Answer<'a> {
    common: &'a Common,
    loaded: &'a Loaded,
    page: Page,
    parts: Vec<(&'static str, Value)>,
    /// `None` where no rule was asked.
    unknowns: Option<Unknowns>,
    /// What was found while the desk was read, and by the reference data.
    findings: Vec<Finding>,
}

impl<'a> Answer<'a> {
    /// Begins with what every result says first.
    fn new(
        common: &'a Common,
        loaded: &'a Loaded,
        decider: &Decider<'_>,
        output: &Output<'_>,
    ) -> Self {
        let (as_of, packs, seed) = (decider.as_of(), decider.packs(), Some(decider.seed()));
        let mut page = report::head(&output.view(&loaded.desk), as_of, &packs, seed);
        for pack in &loaded.failing {
            let text = output
                .texts()
                .say("cli-pack-fails", &[("pack", pack.into())]);
            page.text(Cell::new(text).tone(Tone::Bad));
        }
        Answer {
            common,
            loaded,
            page,
            parts: vec![("head", json::head(&loaded.desk, as_of, &packs, seed))],
            unknowns: None,
            findings: [loaded.findings.as_slice(), &decider.findings()].concat(),
        }
    }

    /// Adds a part; only what is asked for is made.
    fn add(
        &mut self,
        name: &'static str,
        page: impl FnOnce() -> Page,
        json: impl FnOnce() -> Value,
    ) {
        if self.common.json {
            self.parts.push((name, json()));
        } else {
            self.page.append(page());
        }
    }

    /// A part of a report. Where the date alone keeps it away (a plan that is over, or a number of
    /// its rules without a value then), that is a finding, and keeps nobody from asking the rest.
    fn part<T>(&mut self, part: Result<T, DecideError>) -> Result<Option<T>, CommandError> {
        let (file, problem): (_, Problem) = match part {
            Err(DecideError::EmptyPeriod { from, until }) => {
                let problem = SettingProblem::EmptyPeriod { from, until };
                ("desk.toml", problem.into())
            }
            Err(DecideError::Rule(RuleError::NotYetValid {
                pack,
                parameter,
                as_of,
                from,
            })) => {
                let problem = PackProblem::NotYetValid {
                    pack,
                    parameter,
                    as_of,
                    from,
                };
                ("pack.toml", problem.into())
            }
            Err(DecideError::Rule(RuleError::Expired {
                pack,
                parameter,
                as_of,
                until,
            })) => {
                let problem = PackProblem::Expired {
                    pack,
                    parameter,
                    as_of,
                    until,
                };
                ("pack.toml", problem.into())
            }
            part => return Ok(Some(part?)),
        };
        self.findings.push(Finding::new(Place::file(file), problem));
        Ok(None)
    }

    /// Writes what was answered into a log, where one is named, and says so.
    fn log(
        &mut self,
        path: Option<&Path>,
        decider: &Decider<'_>,
        surroundings: &Surroundings,
        answered: &Answered<'_>,
        output: &Output<'_>,
    ) -> Result<(), CommandError> {
        let Some(path) = path else { return Ok(()) };
        let made = surroundings.today;
        let plan = answered.proposal;
        let plan = plan.map(|own| decision_log::plan(decider, own, made));
        let relations = answered.relations;
        let relations = relations.map(|own| decision_log::relations(decider, own, made));
        let obligations = answered.obligations;
        let obligations = obligations.map(|own| decision_log::obligations(decider, own, made));
        let answers = [plan, relations, obligations].into_iter().flatten();
        let added = crate::decision_log::append(path, decider, answers.collect())?;
        self.add(
            "logged",
            || added_page(path, &added, output),
            || added_json(path, &added),
        );
        Ok(())
    }

    /// Ends with what the result rests on, and writes it.
    fn finish(mut self, output: &mut Output<'_>) -> Result<u8, CommandError> {
        let desk = &self.loaded.desk;
        finding::sort(&mut self.findings);
        let findings = &self.findings;
        if self.common.json {
            let missing = self.unknowns.as_ref().map(json::missing);
            self.parts.extend(missing.map(|part| ("missing", part)));
            self.parts.push(("illustrative", json::illustrative(desk)));
            self.parts.push(("findings", json::findings(findings)));
            // The document holds the findings, and the stream of errors nothing but JSON.
            output.json(&json::document(self.parts))?;
        } else {
            self.page.append(report::ending(
                &output.view(desk),
                self.unknowns.as_ref(),
                findings,
            ));
            output.page(&self.page)?;
        }
        Ok(code(findings))
    }
}

/// The exit code of a result beside these findings.
pub(crate) fn code(findings: &[Finding]) -> u8 {
    let wrong = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    if wrong { WRONG } else { RESULT }
}

fn decider<'a>(common: &Common, loaded: &'a Loaded) -> Decider<'a> {
    Decider::new(&loaded.desk, &loaded.packs, loaded.as_of, common.seed)
}

/// Everything.
pub(crate) fn report(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    log: Option<&Path>,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    add_overview(&mut answer, &decider, output);
    pathways::add_gaps(&mut answer, &decider, output);
    let mut proposal = answer.part(decider.proposal())?;
    if let Some(proposal) = &mut proposal {
        find_remedies(&decider, proposal, output)?;
        add_proposal(&mut answer, proposal, output)?;
    }
    let view = output.view(&loaded.desk);
    let relations = answer.part(decider.relations())?;
    if let Some(relations) = &relations {
        answer.add(
            "relations",
            || report::relations(&view, relations),
            || json::relations(&loaded.desk, relations, common.all),
        );
    }
    let obligations = answer.part(decider.obligations())?;
    if let Some(obligations) = &obligations {
        answer.add(
            "obligations",
            || report::obligations(&view, obligations),
            || json::obligations(&loaded.desk, obligations),
        );
    }
    let answered = Answered {
        proposal: proposal.as_ref(),
        relations: relations.as_ref(),
        obligations: obligations.as_ref(),
    };
    answer.log(log, &decider, surroundings, &answered, output)?;
    answer.unknowns = Some(Unknowns::of(
        proposal.as_ref(),
        relations.as_ref(),
        obligations.as_ref(),
    ));
    answer.finish(output)
}

/// Who offers what, to whom, at which level.
pub(crate) fn overview(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    add_overview(&mut answer, &decider, output);
    answer.finish(output)
}

/// What the plan would become if something happened.
pub(crate) fn what_if(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    events: &Path,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let events = mestring_exchange::events::read(events)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    let found = decider.what_if(&events)?;
    // Names are those of the desk as it would be.
    let view = output.view(&found.desk);
    answer.add(
        "what_if",
        || report::what_if(&view, &found),
        || json::what_if(&found),
    );
    answer.unknowns = Some(Unknowns::of(Some(&found.after), None, None));
    answer.finish(output)
}

/// Who could use a room that became free.
pub(crate) fn freed(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Freed,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, &asked.desk)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    let proposal = decider.proposal()?;
    let half_days = match asked.half_day {
        Some(half_day) => vec![half_day],
        None => usable(loaded.desk.room(&asked.room)),
    };
    let view = output.view(&loaded.desk);
    let mut parts = Vec::new();
    let mut events = Vec::new();
    for half_day in half_days {
        let slot = Slot {
            date: asked.date,
            half_day,
        };
        let options = decider.freed(&proposal, &asked.room, slot)?;
        let notes = decider.freed_notes(&asked.room, slot)?;
        let at = (&asked.room, slot);
        let room = asked.room.clone();
        events.push(Event::RoomFreed { room, slot });
        if common.json {
            parts.push(json::freed(&loaded.desk, at, &notes, &options));
        } else {
            answer
                .page
                .append(report::freed(&view, at, &notes, &options));
        }
    }
    if common.json {
        answer.parts.push(("freed", Value::Array(parts)));
    } else {
        answer.page.append(report::classes(&view, &proposal));
    }
    // A room that a decided run holds is asked about too; it becomes free when that run is cancelled.
    let found = match decider.what_if(&events) {
        Err(WhatIfError::Event { .. }) => None,
        found => Some(found?),
    };
    if let Some(found) = &found {
        let view = output.view(&found.desk);
        answer.add(
            "what_if",
            || report::what_if(&view, found),
            || json::what_if(found),
        );
    }
    answer.unknowns = Some(Unknowns::of(Some(&proposal), None, None));
    answer.finish(output)
}

/// The parts of the day in which a room can be used; one that says nothing, or that does not exist,
/// is asked about as tables mean it.
fn usable(room: Option<&Room>) -> Vec<HalfDay> {
    let stated = room
        .map(|room| room.half_days.clone())
        .filter(|stated| !stated.is_empty());
    stated.unwrap_or_else(|| vec![HalfDay::Morning, HalfDay::Afternoon])
}

/// Why a run stands where it does, or what separates it from another.
pub(crate) fn explain(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Explain,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, &asked.desk)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    let (view, seed) = (output.view(&loaded.desk), decider.seed());
    match &asked.over {
        None => {
            let own = decider.explain(&asked.run)?;
            answer.add(
                "explanation",
                || report::explanation(&view, &own, seed),
                || json::explanation(&loaded.desk, &own),
            );
        }
        Some(other) => {
            let own = decider.explain_over(&asked.run, other)?;
            answer.add(
                "versus",
                || report::versus(&view, &own, seed),
                || json::versus(&loaded.desk, &own),
            );
        }
    }
    answer.finish(output)
}

/// How the offers relate.
pub(crate) fn relate(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    log: Option<&Path>,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    let relations = decider.relations()?;
    let view = output.view(&loaded.desk);
    answer.add(
        "relations",
        || report::relations(&view, &relations),
        || json::relations(&loaded.desk, &relations, common.all),
    );
    let answered = Answered {
        relations: Some(&relations),
        ..Answered::default()
    };
    answer.log(log, &decider, surroundings, &answered, output)?;
    answer.unknowns = Some(Unknowns::of(None, Some(&relations), None));
    answer.finish(output)
}

/// How often the relations agree with labelled pairs.
pub(crate) fn score(
    common: &Common,
    surroundings: &Surroundings,
    (path, pairs): (&Path, &Path),
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let (labels, about) = catalogue::read_pairs(pairs, &loaded.desk)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    answer.findings.extend(about);
    let relations = decider.relations()?;
    let labelled = of_labels(&relations, &labels);
    let judged: Vec<Judged> = labelled.iter().map(Labelled::judged).collect();
    let found = Decider::score(&judged, common.seed.unwrap_or(1));
    if common.json {
        answer.parts.extend(json::score(&found, &labelled));
    } else {
        let view = output.view(&loaded.desk);
        answer.page.append(report::score(&view, &found, &labelled));
    }
    answer.finish(output)
}

/// How it stands with duties and promises.
pub(crate) fn obligations(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    log: Option<&Path>,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    let obligations = decider.obligations()?;
    let view = output.view(&loaded.desk);
    answer.add(
        "obligations",
        || report::obligations(&view, &obligations),
        || json::obligations(&loaded.desk, &obligations),
    );
    let answered = Answered {
        obligations: Some(&obligations),
        ..Answered::default()
    };
    answer.log(log, &decider, surroundings, &answered, output)?;
    answer.unknowns = Some(Unknowns::of(None, None, Some(&obligations)));
    answer.finish(output)
}

fn add_overview(answer: &mut Answer<'_>, decider: &Decider<'_>, output: &Output<'_>) {
    let overview = decider.overview();
    let view = output.view(&answer.loaded.desk);
    answer.add(
        "overview",
        || report::overview(&view, &overview),
        || json::overview(&overview),
    );
}

/// Notes with each refused run what would let it in, and says on the terminal how far that has come.
fn find_remedies(
    decider: &Decider<'_>,
    proposal: &mut Proposal,
    output: &mut Output<'_>,
) -> Result<(), CommandError> {
    watched(output, "cli-progress-remedies", |watch| {
        decider.find_remedies(proposal, watch)
    })
}

/// Does something long, and says on the terminal how far it has come by a text with `done` and `all`.
fn watched<T>(
    output: &mut Output<'_>,
    text: &str,
    work: impl FnOnce(&mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Result<T, DecideError>,
) -> Result<T, CommandError> {
    let mut written = Ok(());
    let found = work(&mut |done, all| {
        let args = [("done", done.into()), ("all", all.into())];
        let text = output.texts().say(text, &args);
        written = output.progress(&text);
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    })?;
    written?;
    output.progress_done()?;
    Ok(found)
}

/// The proposal, and with `--pack` what moved against the desk's own packs.
fn add_proposal(
    answer: &mut Answer<'_>,
    proposal: &Proposal,
    output: &Output<'_>,
) -> Result<(), CommandError> {
    let Loaded {
        desk, as_of, own, ..
    } = answer.loaded;
    let view = output.view(desk);
    answer.add(
        "proposal",
        || report::proposal(&view, proposal),
        || json::proposal(desk, proposal),
    );
    if let Some(own) = own {
        let before = Decider::new(desk, own, *as_of, answer.common.seed).proposal()?;
        let moves = moved(&before, proposal);
        answer.add(
            "moved",
            || report::moved(&view, &before, proposal, &moves),
            || json::moved(&before, proposal, &moves),
        );
    }
    Ok(())
}
