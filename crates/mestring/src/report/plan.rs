//! The proposal for the capacity, in the order of priority.

use std::collections::BTreeSet;

use mestring_model::{Answer, Verdict};

use super::badly_placed::badly_placed;
use super::run::run;
use super::{Cell, Page, Table, Tone, View};
use crate::decide::{Proposal, RankedRun};
use crate::plan::{Certainty, Order, Outcome, PlanLevel, PlannedRun, Sureness};

/// The proposal: a table of all runs in their order, and below it every run with its reasons.
pub fn proposal(view: &View<'_>, proposal: &Proposal) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("plan-title"));
    page.text(Cell::new(texts.plain("plan-nobody-decided")).tone(Tone::Strong));
    let period = proposal.plan.period;
    page.text(texts.say(
        "plan-period",
        &[
            ("from", texts.date(period.from).into()),
            ("until", texts.date(period.until).into()),
        ],
    ));
    if proposal.plan.runs.is_empty() {
        page.text(texts.plain("plan-no-runs"));
        page.append(badly_placed(view, &proposal.badly_placed));
        return page;
    }
    let placed = proposal
        .plan
        .runs
        .iter()
        .filter(|run| run.is_placed())
        .count();
    page.text(texts.say(
        "plan-counts",
        &[
            ("placed", placed.into()),
            ("runs", proposal.plan.runs.len().into()),
        ],
    ));
    let order = match proposal.plan.order {
        Order::Strict => "plan-order",
        Order::MostValue => "plan-order-most",
    };
    let mut order = texts.say(order, &[("criteria", criteria(view, proposal).into())]);
    if bare_numbers(proposal) {
        order.push(' ');
        order.push_str(&texts.plain("plan-order-numbers"));
    }
    page.text(order);
    page.append(classes(view, proposal));
    page.append(levels(view, proposal));

    if proposal
        .plan
        .runs
        .iter()
        .any(|run| run.remedies().is_some())
    {
        page.text(texts.plain("plan-remedies-note"));
        let left = proposal.plan.runs.iter().filter(|run| is_left_out(run));
        let count = left.count();
        if count > 0 {
            let text = texts.say("plan-remedies-left", &[("count", count.into())]);
            page.text(Cell::new(text).tone(Tone::Unsure));
        }
    }
    page.append(badly_placed(view, &proposal.badly_placed));
    page.heading(3, texts.plain("plan-summary"));
    let mut table = Table::new([
        texts.plain("plan-column-rank"),
        texts.plain("plan-column-class"),
        texts.plain("plan-column-run"),
        texts.plain("plan-column-outcome"),
        texts.plain("plan-column-start"),
        texts.plain("plan-column-room"),
    ]);
    for (at, planned) in proposal.plan.runs.iter().enumerate() {
        let (start, room) = match &planned.outcome {
            Outcome::Placed(placement) => (
                placement
                    .sessions
                    .first()
                    .map(|slot| view.slot(*slot))
                    .unwrap_or_default(),
                view.rooms(placement),
            ),
            Outcome::Refused(_) => Default::default(),
        };
        table.row([
            Cell::figure(texts.count(at + 1)),
            Cell::figure(texts.count(planned.class)),
            view.run(&planned.run).into(),
            outcome(view, planned),
            start.into(),
            room.into(),
        ]);
    }
    page.table(table);

    for (at, (planned, ranked)) in proposal.plan.runs.iter().zip(&proposal.runs).enumerate() {
        page.append(run(view, proposal, at, planned, ranked));
    }
    page
}

/// Whether a run was weighed and refused, and nobody looked for what would let it in.
fn is_left_out(run: &PlannedRun) -> bool {
    match &run.outcome {
        Outcome::Placed(_) => false,
        Outcome::Refused(refusal) => {
            refusal.remedies.is_none() && refusal.certainty != Certainty::NotWeighed
        }
    }
}

/// How far each class came, and how sure it is that it can have no more.
fn levels(view: &View<'_>, proposal: &Proposal) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if proposal.plan.levels.is_empty() {
        return page;
    }
    page.heading(3, texts.plain("plan-levels"));
    if proposal.plan.stopped {
        page.text(Cell::new(texts.plain("plan-stopped")).tone(Tone::Unsure));
    }
    let mut table = Table::new([
        texts.plain("plan-column-class"),
        texts.plain("plan-column-runs"),
        texts.plain("plan-column-placed"),
        texts.plain("plan-column-participants"),
        texts.plain("plan-column-sureness"),
    ]);
    for level in &proposal.plan.levels {
        let class = match level.class {
            Some(class) => Cell::figure(texts.count(class)),
            None => texts.plain("plan-level-held").into(),
        };
        let mut participants =
            texts.count(usize::try_from(level.participants).unwrap_or(usize::MAX));
        if level.unknown > 0 {
            let unknown = [("count", level.unknown.into())];
            participants = format!(
                "{participants} {}",
                texts.say("plan-level-unknown", &unknown)
            );
        }
        table.row([
            class,
            Cell::figure(texts.count(level.runs)),
            Cell::figure(texts.count(level.placed)),
            Cell::figure(participants),
            sureness(view, proposal.plan.order, level),
        ]);
    }
    page.table(table);
    page
}

fn sureness(view: &View<'_>, order: Order, level: &PlanLevel) -> Cell {
    let texts = view.texts;
    if level.placed == level.runs {
        return Cell::new(texts.plain("plan-sure-all")).tone(Tone::Good);
    }
    let own = level.sureness;
    let (id, bound) = match (own, order) {
        _ if level.placed + level.not_weighed == level.runs => ("plan-sure-all-weighed", 0),
        (Sureness::Proven, Order::Strict) => ("plan-sure-strict", 0),
        (Sureness::Proven, Order::MostValue) => ("plan-sure-most", 0),
        (Sureness::ProvenGiven, _) => ("plan-sure-given", 0),
        (Sureness::AtMost { participants }, _) => ("plan-sure-at-most", participants),
        (Sureness::NotProven, _) => ("plan-sure-not", 0),
    };
    let mut said = vec![texts.say(id, &[("bound", bound.into())])];
    let most = order == Order::MostValue;
    for (id, count) in [
        ("plan-sure-not-weighed", level.not_weighed),
        (
            "plan-sure-unknown",
            if most { level.refused_unknown } else { 0 },
        ),
    ] {
        if count > 0 {
            said.push(texts.say(id, &[("count", count.into())]));
        }
    }
    let tone = match own {
        Sureness::Proven if said.len() == 1 => Tone::Good,
        _ => Tone::Unsure,
    };
    Cell::new(said.join("; ")).tone(tone)
}

/// Whether a run is placed, in a word.
pub(super) fn outcome(view: &View<'_>, planned: &PlannedRun) -> Cell {
    outcome_word(view, planned.is_placed())
}

/// Placed or not, in a word.
pub(super) fn outcome_word(view: &View<'_>, placed: bool) -> Cell {
    if placed {
        Cell::new(view.texts.plain("plan-placed")).tone(Tone::Good)
    } else {
        Cell::new(view.texts.plain("plan-refused")).tone(Tone::Bad)
    }
}

/// True where a criterion answers numbers of which its pack does not say how people read them.
fn bare_numbers(proposal: &Proposal) -> bool {
    let number = |verdict: &Verdict| matches!(verdict.answer, Answer::Number(_));
    let criteria = proposal.criteria.iter().enumerate();
    let mut bare = criteria.filter(|(_, rule)| rule.number.is_none());
    bare.any(|(at, _)| {
        let mut runs = proposal.runs.iter();
        runs.any(|run| run.verdicts.get(at).is_some_and(number))
    })
}

/// What makes the classes of a proposal, and what each class is.
pub fn classes(view: &View<'_>, proposal: &Proposal) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    if proposal.classifying >= proposal.criteria.len() {
        page.text(texts.plain("plan-classes-rank"));
        return page;
    }
    page.text(texts.say("plan-classes", &[("count", proposal.classifying.into())]));
    let mut table = Table::labels(0);
    let mut seen = BTreeSet::new();
    for (planned, ranked) in proposal.plan.runs.iter().zip(&proposal.runs) {
        if seen.insert(planned.class) {
            let label = texts.say("plan-class", &[("class", planned.class.into())]);
            table.label(label, class(view, proposal, ranked));
        }
    }
    page.table(table);
    page
}

/// What a class is, told by one of its runs: what holds of it, and what cannot be told.
fn class(view: &View<'_>, proposal: &Proposal, run: &RankedRun) -> String {
    let texts = view.texts;
    let rules = proposal.criteria.iter().zip(&run.verdicts);
    let mut holds = Vec::new();
    let mut unknown = Vec::new();
    for (rule, verdict) in rules.take(proposal.classifying) {
        let title = rule.title(texts.lang());
        match &verdict.answer {
            Answer::Bool(true) => holds.push(title.to_owned()),
            Answer::Bool(false) => {}
            Answer::CannotTell { .. } => unknown.push(title),
            Answer::Number(_) | Answer::Word(_) => {
                holds.push(format!("{title}: {}", view.criterion(rule, verdict)));
            }
        }
    }
    if !unknown.is_empty() {
        let rules = unknown.join("; ");
        holds.push(texts.say("plan-class-unknown", &[("criteria", rules.into())]));
    }
    if holds.is_empty() {
        texts.plain("plan-class-none")
    } else {
        holds.join("; ")
    }
}

/// The criteria in their order, each with where it comes from.
fn criteria(view: &View<'_>, proposal: &Proposal) -> String {
    let lang = view.texts.lang();
    let criteria = proposal.criteria.iter().enumerate().map(|(at, rule)| {
        format!(
            "{}. {} ({})",
            at + 1,
            rule.title(lang),
            view.origin(&rule.origin)
        )
    });
    criteria.collect::<Vec<_>>().join("; ")
}
