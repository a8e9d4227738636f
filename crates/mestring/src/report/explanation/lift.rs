//! What would lift a run over another: each change of one fact that would be enough.

use mestring_model::Fact;
use mestring_model::facts::{FactValue, Judged};
use mestring_rules::counterfactual::{FactChange, Range};

use super::super::{Cell, Page, Table, View};
use super::by_words;
use crate::decide::{Above, Control, Lift, Versus};
use crate::text::Texts;

/// How many values of one fact are named at most where any of them would be enough.
const MOST_VALUES: usize = 4;

/// What would lift the lower run over the upper one.
pub(super) fn lifts(view: &View<'_>, own: &Versus, seed: u64) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let (tried, facts) = (own.tried.into(), own.facts.len().into());
    let counts = [("tried", tried), ("facts", facts)];
    if own.lifts.is_empty() {
        page.text(texts.say("explain-lift-none", &counts));
        return page;
    }
    page.text(texts.say("explain-lift-some", &counts));
    let mut table = Table::new([
        texts.plain("explain-column-fact"),
        texts.plain("explain-column-now"),
        texts.plain("explain-column-enough"),
        texts.plain("explain-column-above"),
        texts.plain("explain-column-whose"),
    ]);
    table.spaced = true;
    for alike in own.lifts.chunk_by(alike) {
        let Some(lift) = alike.first() else { continue };
        let name = lift.change.fact;
        let now = Cell::new(view.fact_value(Judged::Run, name, &lift.change.from));
        table.row([
            texts.fact_name(Judged::Run, name).into(),
            now,
            enough(view, alike).into(),
            by_words(view, &own.lower, &lift.by, seed).into(),
            texts.plain(whose(lift.control)).into(),
        ]);
    }
    page.table(table);
    page.text(texts.plain("explain-lift-record"));
    if own.lifts.iter().any(|lift: &Lift| lift.by == Above::Draw) {
        page.text(texts.plain("explain-lift-draw"));
    }
    page
}

/// Words and yes or no of one fact, any of which does the same.
fn alike(one: &Lift, other: &Lift) -> bool {
    let words = |own: &Lift| own.change.range.is_none();
    words(one)
        && words(other)
        && one.change.fact == other.change.fact
        && one.change.with == other.change.with
        && one.by == other.by
}

/// What would be enough, with what has to change with it.
fn enough(view: &View<'_>, alike: &[Lift]) -> String {
    let texts = view.texts;
    let Some(first) = alike.first().map(|own| &own.change) else {
        return String::new();
    };
    let mut lines = vec![match &first.range {
        Some(range) => numbers(view, first, range),
        None => values(view, alike),
    }];
    lines.extend(first.with.iter().map(|(fact, value)| {
        let fact = view.fact(Judged::Run, fact, value);
        texts.say("explain-enough-with", &[("fact", fact.into())])
    }));
    lines.join("\n")
}

fn numbers(view: &View<'_>, change: &FactChange, range: &Range) -> String {
    let texts = view.texts;
    let number = |value: &FactValue| {
        let value = Fact::Known(value.clone());
        view.fact_value(Judged::Run, change.fact, &value)
    };
    match (&range.least, &range.most) {
        (None, None) => texts.plain("explain-enough-any"),
        (Some(least), None) => {
            texts.say("explain-enough-least", &[("least", number(least).into())])
        }
        (None, Some(most)) => texts.say("explain-enough-most", &[("most", number(most).into())]),
        (Some(least), Some(most)) if least == most => number(most),
        (Some(least), Some(most)) => texts.say(
            "explain-enough-between",
            &[
                ("least", bare(texts, least).into()),
                ("most", number(most).into()),
            ],
        ),
    }
}

/// A number without its unit.
fn bare(texts: &Texts, value: &FactValue) -> String {
    match value {
        // No fact is counted beyond the 2^53 that a float counts exactly.
        FactValue::Int(number) => texts.number(*number as f64),
        FactValue::Number(number) => texts.number(*number),
        other => other.to_string(),
    }
}

fn values(view: &View<'_>, alike: &[Lift]) -> String {
    let texts = view.texts;
    let value = |own: &Lift| {
        let value = Fact::Known(own.change.to.clone());
        view.fact_value(Judged::Run, own.change.fact, &value)
    };
    let shown: Vec<String> = alike.iter().take(MOST_VALUES).map(value).collect();
    match alike.len().checked_sub(MOST_VALUES) {
        Some(more @ 1..) => texts.say(
            "explain-enough-more",
            &[("values", shown.join("; ").into()), ("count", more.into())],
        ),
        _ => texts.one_of(shown),
    }
}

fn whose(control: Control) -> &'static str {
    match control {
        Control::Centre => "explain-whose-centre",
        Control::Course => "explain-whose-course",
        Control::Need => "explain-whose-need",
        Control::Past => "explain-whose-past",
        Control::Evidence => "explain-whose-evidence",
        Control::Undeclared => "explain-whose-undeclared",
    }
}
