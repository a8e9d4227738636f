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

#[cfg(test)]
mod tests {
    use mestring_model::{Desk, Lang};

    use super::*;
    use crate::text::Texts;

    fn lift(fact: &'static str, to: FactValue, range: Option<(Option<i64>, Option<i64>)>) -> Lift {
        let end = |end: Option<i64>| end.map(FactValue::Int);
        Lift {
            change: FactChange {
                fact,
                from: Fact::NotStated,
                to,
                range: range.map(|(least, most)| Range {
                    least: end(least),
                    most: end(most),
                }),
                with: Vec::new(),
                verdicts: [].into(),
            },
            by: Above::Points,
            control: Control::Centre,
        }
    }

    fn view<'a>(desk: &'a Desk, texts: &'a Texts) -> View<'a> {
        View {
            desk,
            texts,
            all: false,
        }
    }

    fn check(lifts: &[Lift], expected: [&str; 3]) {
        let desk = Desk::default();
        for (lang, expected) in [Lang::En, Lang::Nb, Lang::Nn].into_iter().zip(expected) {
            let texts = Texts::new(lang);
            assert_eq!(enough(&view(&desk, &texts), lifts), expected);
        }
    }

    #[test]
    fn what_would_be_enough_is_said_with_its_bounds() {
        let months = |range| [lift("months_since_held", FactValue::Int(5), Some(range))];
        check(
            &months((None, Some(24))),
            ["at most 24 months", "høyst 24 måneder", "høgst 24 månader"],
        );
        check(
            &months((Some(1), None)),
            ["at least 1 month", "minst 1 måned", "minst 1 månad"],
        );
        check(
            &months((Some(3), Some(9))),
            [
                "from 3 to 9 months",
                "fra 3 til 9 måneder",
                "frå 3 til 9 månader",
            ],
        );
        check(
            &months((Some(5), Some(5))),
            ["5 months", "5 måneder", "5 månader"],
        );
        check(
            &months((None, None)),
            [
                "any number: it is enough that it is stated",
                "hvilket som helst tall: det er nok at noen oppgir det",
                "kva tal som helst: det er nok at nokon oppgir det",
            ],
        );
        let mut held = lift(
            "months_since_held",
            FactValue::Int(0),
            Some((None, Some(24))),
        );
        held.change.with = vec![("times_held", Fact::Known(FactValue::Int(1)))];
        check(
            &[held],
            [
                "at most 24 months\nand with it times held: 1 run",
                "høyst 24 måneder\nog da også ganger holdt: 1 kursrekke",
                "høgst 24 månader\nog då òg gonger halde: 1 kursrekkje",
            ],
        );
    }

    #[test]
    fn words_that_do_the_same_stand_together() {
        let word = |code: &str| lift("format", FactValue::Text(code.into()), None);
        check(
            &[word("physical"), word("hybrid")],
            [
                "physical or hybrid",
                "fysisk eller hybrid",
                "fysisk eller hybrid",
            ],
        );
        let all = [
            "physical",
            "hybrid",
            "telephone",
            "relayed",
            "anonymous",
            "self_paced",
        ];
        let texts = Texts::new(Lang::Nb);
        let desk = Desk::default();
        let said = enough(&view(&desk, &texts), &all.map(word));
        assert!(said.ends_with("; eller én av 2 andre verdier"), "{said}");
        let mut other = word("hybrid");
        other.by = Above::Draw;
        assert!(alike(&word("physical"), &word("hybrid")) && !alike(&word("physical"), &other));
        let number = || lift("seats", FactValue::Int(5), Some((None, Some(5))));
        assert!(!alike(&number(), &number()));
    }
}
