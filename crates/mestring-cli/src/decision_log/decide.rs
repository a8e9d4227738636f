//! Noting what somebody decided about a run of a proposal.

use mestring::decision_log::{self, Decision, DecisionOutcome, Entry, Line};
use mestring::report::{self, Page, Tone, json};
use mestring::text::{FoundAndHelp, Texts, followed};
use mestring_exchange::folder;
use mestring_model::Severity;
use mestring_model::noun::{HumanVerdict, RunAnswer, VerdictKind};
use mestring_model::record::{Cell, Origin, Record as _};
use serde_json::{Value, json};

use super::end;
use crate::RESULT;
use crate::args::{Common, Decide};
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;

/// The code of the warning that a run of a proposal was decided before.
const AGAIN: &str = "C042";

/// Notes what somebody decided about a run of a proposal.
pub(crate) fn decide(
    common: &Common,
    surroundings: &Surroundings,
    asked: &Decide,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    folder::kind(&asked.log)?;
    let (mut named, mut decided): (Vec<Line>, Vec<(Line, Decision)>) = Default::default();
    let (mut log, file) = end(&asked.log, |line| {
        if let Entry::Decision(own) = &line.entry
            && own.run == asked.run
        {
            let own = own.clone();
            decided.push((line.clone(), own));
        }
        if asked.entry.names(&line) {
            named.push(line);
        }
    })?;
    let [line] = named.as_slice() else {
        return Err(CommandError::NoEntry {
            path: asked.log.display().to_string(),
            entry: asked.entry.to_string(),
            several: !named.is_empty(),
        });
    };
    let on = asked.date.unwrap_or(surroundings.today);
    let decision = decision_log::decision(
        line,
        &asked.run,
        asked.outcome,
        &asked.by,
        on,
        surroundings.today,
        asked.reason.as_deref(),
    )?;
    decided.retain(|(_, own)| own.of == line.sha256);
    let sealed = log.seal(Entry::Decision(decision.clone()))?;
    file.append(&[sealed])?;
    let noted = Line {
        number: log.count(),
        sha256: log.last().to_owned(),
        entry: Entry::Decision(decision.clone()),
    };
    if common.json {
        let earlier = decided.iter().map(|(line, own)| json::decided(line, own));
        output.json(&json::document([
            ("decisions", json!([json::decided(&noted, &decision)])),
            ("earlier", earlier.collect()),
            ("warnings", again_json(&decided, output.texts())),
        ]))?;
        return Ok(RESULT);
    }
    let texts = output.texts();
    let mut page = Page::default();
    page.text(report::decided(texts, &noted, &decision));
    page.append(again(&decided, texts));
    let args = [
        ("number", noted.number.to_string().into()),
        ("hash", report::short_hash(&noted.sha256).into()),
        ("log", asked.log.display().to_string().into()),
    ];
    page.text(texts.say("log-noted", &args));
    page.append(row(&decision, texts));
    output.page(&page)?;
    Ok(RESULT)
}

/// The row that would let the next plan follow a decision; nothing where no row could.
fn row(decision: &Decision, texts: &Texts) -> Page {
    let (mut page, lang) = (Page::default(), texts.lang());
    let answer = match decision.outcome {
        DecisionOutcome::Held => RunAnswer::Held,
        DecisionOutcome::Refused => RunAnswer::Refused,
        DecisionOutcome::Other => return page,
    };
    let row = HumanVerdict {
        kind: VerdictKind::Run,
        first: decision.run.clone(),
        second: None,
        answer: Cell::write(&answer, lang),
        role: decision.by.clone(),
        on: decision.on,
        reason: decision.reason.clone(),
        origin: Origin::default(),
    };
    let table = HumanVerdict::TABLE.title(lang);
    page.text(texts.say("log-row", &[("table", table.into())]));
    let headings = HumanVerdict::TABLE.columns().map(|own| own.heading(lang));
    let mut shown = report::Table::labels(2);
    for (heading, cell) in headings.zip(row.write(lang)) {
        if !cell.is_empty() {
            shown.label(heading.to_owned(), cell);
        }
    }
    page.table(shown);
    page
}

/// That a run was decided before, by whom and when; nothing where it was not.
fn again(decided: &[(Line, Decision)], texts: &Texts) -> Page {
    let mut page = Page::default();
    let Some(said) = decided_before(decided, texts) else {
        return page;
    };
    let mark = texts.severity(Severity::Warning);
    let text = format!("{mark} {AGAIN}: {}", followed(said));
    page.text(report::Cell::new(text).tone(Tone::Unsure));
    for (line, own) in decided {
        page.item("-", report::decided(texts, line, own));
    }
    page
}

/// The same for machines.
fn again_json(decided: &[(Line, Decision)], texts: &Texts) -> Value {
    let warning = decided_before(decided, texts).map(|(message, help)| {
        json!({
            "code": AGAIN,
            "severity": Severity::Warning.code(),
            "message": message,
            "help": help,
        })
    });
    warning.into_iter().collect()
}

fn decided_before(decided: &[(Line, Decision)], texts: &Texts) -> Option<FoundAndHelp> {
    let table = HumanVerdict::TABLE.title(texts.lang());
    let args = [("count", decided.len().into()), ("table", table.into())];
    (!decided.is_empty()).then(|| texts.error("decided-before", &args))
}
