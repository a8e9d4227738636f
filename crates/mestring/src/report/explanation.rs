//! Why a run stands where it does, and what would lift it over another.

mod reason;
mod stated;

use mestring_model::Fact;
use mestring_model::facts::Judged;
use mestring_model::id::RunId;

use super::run::{above, readings};
use super::{Cell, Page, Table, Tone, View};
use crate::decide::{Above, Control, Explanation, Lift, RuleTitle, Versus};

/// Why a run stands where it does: its place, then every criterion with the clause that fired.
pub fn explanation(view: &View<'_>, own: &Explanation, seed: u64) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let run = view.run(&own.run);
    page.heading(2, texts.say("explain-title", &[("run", run.into())]));
    staff_only(view, &mut page);
    place(view, &mut page, own, seed);
    for (at, (rule, reason)) in own.criteria.iter().enumerate() {
        let mark = format!("{}.", at + 1);
        page.append(reason::criterion(view, &mark, rule, reason));
    }
    if let Some(points) = own.points {
        let points = texts.number(points);
        let text = texts.say("explain-points", &[("points", points.into())]);
        page.text(Cell::new(text).tone(Tone::Strong));
    }
    page.append(stated::facts(view, own));
    page
}

/// Two runs: what separates them, and what would lift the lower over the upper.
pub fn versus(view: &View<'_>, own: &Versus, seed: u64) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let (upper, lower) = (view.run(&own.upper.run), view.run(&own.lower.run));
    let title = [("upper", upper.into()), ("lower", lower.clone().into())];
    page.heading(2, texts.say("explain-over-title", &title));
    staff_only(view, &mut page);
    page.text(texts.say(
        "explain-over-places",
        &[
            ("upper", own.upper.rank.into()),
            ("lower", own.lower.rank.into()),
            ("runs", own.upper.runs.into()),
        ],
    ));
    page.text(Cell::new(separates(view, own, seed)).tone(Tone::Strong));
    if let Above::Criterion(at) = own.above {
        for side in [&own.upper, &own.lower] {
            if let Some((rule, reason)) = side.criteria.get(at) {
                let mark = format!("{}:", side.run);
                page.append(reason::criterion(view, &mark, rule, reason));
            }
        }
    }
    page.heading(3, texts.say("explain-lift-title", &[("run", lower.into())]));
    lifts(view, &mut page, own, seed);
    page
}

fn staff_only(view: &View<'_>, page: &mut Page) {
    let texts = view.texts;
    page.text(Cell::new(texts.plain("plan-nobody-decided")).tone(Tone::Strong));
    page.text(texts.plain("explain-staff"));
}

fn place(view: &View<'_>, page: &mut Page, own: &Explanation, seed: u64) {
    let texts = view.texts;
    let mut table = Table::labels(0);
    let place = texts.say(
        "explain-place",
        &[
            ("rank", own.rank.into()),
            ("runs", own.runs.into()),
            ("class", own.class.into()),
        ],
    );
    table.label(texts.plain("explain-label-place"), place);
    let places = match own.places {
        None => texts.plain("explain-place-sure"),
        Some(places) => texts.say(
            if places.best == places.worst {
                "plan-place-sure"
            } else {
                "plan-places"
            },
            &[
                ("best", places.best.into()),
                ("worst", places.worst.into()),
                ("runs", own.runs.into()),
            ],
        ),
    };
    table.label(texts.plain("plan-label-places"), places);
    let neighbour = |(run, by): &(RunId, Above)| {
        let (run, by) = (view.run(run), by_words(view, own, by, seed));
        texts.say("explain-by", &[("run", run.into()), ("by", by.into())])
    };
    if let Some(after) = &own.after {
        table.label(texts.plain("explain-label-after"), neighbour(after));
    }
    if let Some(before) = &own.before {
        table.label(texts.plain("explain-label-before"), neighbour(before));
    }
    let readings = readings(view, &own.readings);
    if !readings.is_empty() {
        let cell = Cell::new(readings.join("\n")).tone(Tone::Unsure);
        table.label(texts.plain("plan-label-reading"), cell);
    }
    page.table(table);
}

fn by_words(view: &View<'_>, own: &Explanation, by: &Above, seed: u64) -> String {
    let rules: Vec<&RuleTitle> = own.criteria.iter().map(|(rule, _)| rule).collect();
    above(view, &rules, seed, by)
}

/// What separates two runs, with what was answered of each.
fn separates(view: &View<'_>, own: &Versus, seed: u64) -> String {
    let texts = view.texts;
    let by = by_words(view, &own.upper, &own.above, seed);
    let answers = match own.above {
        Above::Criterion(at) => {
            let answer = |side: &Explanation| {
                let (rule, reason) = side.criteria.get(at)?;
                let told = !reason.verdict.answer.cannot_tell();
                Some((view.criterion(rule, &reason.verdict), told))
            };
            answer(&own.upper).zip(answer(&own.lower))
        }
        Above::Points => {
            let sum = |side: &Explanation| match side.points {
                Some(points) => (texts.number(points), true),
                None => (texts.plain("explain-no-sum"), false),
            };
            Some((sum(&own.upper), sum(&own.lower)))
        }
        Above::LongestSinceHeld | Above::Draw => None,
    };
    let Some(((upper, upper_told), (lower, lower_told))) = answers else {
        return texts.say("explain-over-tie", &[("by", by.into())]);
    };
    let id = match (upper_told, lower_told) {
        (true, false) => "explain-over-unknown-last",
        (false, true) => "explain-over-unknown-first",
        _ => "explain-over-by",
    };
    texts.say(
        id,
        &[
            ("by", by.into()),
            ("upper", upper.into()),
            ("lower", lower.into()),
        ],
    )
}

fn lifts(view: &View<'_>, page: &mut Page, own: &Versus, seed: u64) {
    let texts = view.texts;
    let (tried, facts) = (own.tried.into(), own.facts.len().into());
    let counts = [("tried", tried), ("facts", facts)];
    if own.lifts.is_empty() {
        page.text(texts.say("explain-lift-none", &counts));
        return;
    }
    page.text(texts.say("explain-lift-some", &counts));
    let mut table = Table::new([
        texts.plain("explain-column-fact"),
        texts.plain("explain-column-now"),
        texts.plain("explain-column-needed"),
        texts.plain("explain-column-above"),
        texts.plain("explain-column-whose"),
    ]);
    table.spaced = true;
    for lift in &own.lifts {
        let name = lift.change.fact;
        let value = |value: &Fact<_>| Cell::new(view.fact_value(Judged::Run, name, value));
        let whose = texts.plain(match lift.control {
            Control::Centre => "explain-whose-centre",
            Control::Course => "explain-whose-course",
            Control::Need => "explain-whose-need",
            Control::Past => "explain-whose-past",
            Control::Evidence => "explain-whose-evidence",
            Control::Undeclared => "explain-whose-undeclared",
        });
        table.row([
            texts.fact_name(Judged::Run, name).into(),
            value(&lift.change.from),
            value(&Fact::Known(lift.change.to.clone())),
            by_words(view, &own.lower, &lift.by, seed).into(),
            whose.into(),
        ]);
    }
    page.table(table);
    page.text(texts.plain("explain-lift-record"));
    if own.lifts.iter().any(|lift: &Lift| lift.by == Above::Draw) {
        page.text(texts.plain("explain-lift-draw"));
    }
}
