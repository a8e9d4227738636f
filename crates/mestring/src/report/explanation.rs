//! Why a run stands where it does, and what would lift it over another.

mod lift;
mod reason;
mod standing;
mod stated;

use super::run::above;
use super::{Cell, Page, Tone, View};
use crate::decide::{Above, Explanation, RuleTitle, Versus};

/// Why a run stands where it does: its number in the order and what it gets, then every criterion
/// with the clause that fired.
pub fn explanation(view: &View<'_>, own: &Explanation, seed: u64) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    let run = view.run(&own.run);
    page.heading(2, texts.say("explain-title", &[("run", run.into())]));
    staff_only(view, &mut page);
    page.table(standing::standing(view, own, seed));
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
    page.table(standing::both(view, own));
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
    page.append(lift::lifts(view, own, seed));
    page
}

fn staff_only(view: &View<'_>, page: &mut Page) {
    let texts = view.texts;
    page.text(Cell::new(texts.plain("plan-nobody-decided")).tone(Tone::Strong));
    page.text(texts.plain("explain-staff"));
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
