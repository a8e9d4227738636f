//! One pathway in full: who covers each step where, and what is covered twice.

use mestring_model::noun::StepFact;

use super::super::{Cell, Page, Table, Tone, View};
use super::{OPEN, about, grouped, needed, number, numbers, sign, silence, state, step_name, who};
use crate::pathways::{Coverage, Fit, PathwayCover, Pathways, StepCell, StepCover};

/// A row for each step: what it is, and below each other who has what.
pub(super) fn table(view: &View<'_>, pathways: &Pathways, own: &PathwayCover) -> Table {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain("pathways-column-number"),
        texts.plain("pathways-column-step"),
        texts.plain("pathways-column-cover"),
    ]);
    table.spaced = true;
    for (at, step) in own.steps.iter().enumerate() {
        let what = [
            step_name(texts, &step.step),
            about(view, &step.step),
            needed(texts, &step.step),
        ];
        table.row([
            Cell::figure(number(at, step)),
            what.join("\n").into(),
            Cell::new(lines(view, pathways, own, step).join("\n")).tone(super::worst(step)),
        ]);
    }
    table
}

/// What municipalities share, each group with its offers, then what is open to the whole country.
fn lines(
    view: &View<'_>,
    pathways: &Pathways,
    own: &PathwayCover,
    step: &StepCover,
) -> Vec<String> {
    let texts = view.texts;
    let key = |cell: &StepCell| {
        let near = cell.fits.iter().filter(|own| !own.open);
        let near: Vec<String> = near.map(|fit| offer(view, own, fit)).collect();
        let silence = cell.silence.map(|own| silence(texts, own));
        (cell.state, near, silence)
    };
    let mut lines = Vec::new();
    for cells in grouped(step.cells.iter(), key) {
        let Some(first) = cells.first() else { continue };
        let (state_of, near, silence) = key(first);
        let who = who(view, &numbers(&cells), pathways.municipalities.len());
        let mut line = format!("{} {who}: {}", sign(state_of), state(texts, state_of));
        // Whoever has something for certain need not be asked.
        if let Some(silence) = silence.filter(|_| state_of != Coverage::Covered) {
            line.push_str(&format!("; {silence}"));
        }
        lines.push(line);
        lines.extend(near.into_iter().map(|own| format!("· {own}")));
    }
    let open = step.cells.first().into_iter().flat_map(|own| &own.fits);
    let open: Vec<String> = open
        .filter(|own| own.open)
        .map(|fit| offer(view, own, fit))
        .collect();
    if !open.is_empty() {
        let most = if view.all { open.len() } else { OPEN };
        let more = open.len().saturating_sub(most);
        let mut shown: String = open.into_iter().take(most).collect::<Vec<_>>().join("; ");
        if more > 0 {
            let args = [("offers", shown.into()), ("count", more.into())];
            shown = texts.say("pathways-open-more", &args);
        }
        lines.push(texts.say("pathways-open", &[("offers", shown.into())]));
    }
    lines
}

/// An offer with on what it depends, which document names it, and what else it may fit.
fn offer(view: &View<'_>, own: &PathwayCover, fit: &Fit) -> String {
    let texts = view.texts;
    let unknown: Vec<String> = fit
        .unknown()
        .filter(|own| !(fit.coming && *own == StepFact::Status))
        .map(|own| texts.term(own))
        .collect();
    let id = match (fit.coming, unknown.is_empty()) {
        (false, true) => "pathways-fits",
        (false, false) => "pathways-fits-if",
        (true, true) => "pathways-coming",
        (true, false) => "pathways-coming-if",
    };
    let mut parts = vec![texts.say(
        id,
        &[
            ("offer", view.offer(&fit.offer).into()),
            ("facts", texts.list(unknown).into()),
        ],
    )];
    parts.extend(fit.named.as_ref().map(|own| super::named(texts, own)));
    let also = own.steps.iter().enumerate();
    let also: Vec<String> = also
        .filter(|(_, step)| fit.also.contains(&step.step.id))
        .map(|(at, _)| (at + 1).to_string())
        .collect();
    if !also.is_empty() && !fit.open {
        parts.push(texts.say("pathways-also", &[("steps", texts.list(also).into())]));
    }
    parts.join("; ")
}

/// Where each step that is not made up comes from.
pub(super) fn sources(view: &View<'_>, page: &mut Page, own: &PathwayCover) {
    let texts = view.texts;
    let steps = own.steps.iter().enumerate();
    let sourced: Vec<_> = steps
        .filter_map(|(at, step)| Some((at, step.step.origin.source.as_ref()?)))
        .collect();
    if sourced.is_empty() {
        return;
    }
    page.heading(4, texts.plain("pathways-step-sources"));
    for (at, source) in sourced {
        let mark = (at + 1).to_string();
        page.item(mark, Cell::new(source).tone(Tone::Faint));
    }
}

/// Courses that a document names and whose facts speak against it.
pub(super) fn against(view: &View<'_>, page: &mut Page, own: &PathwayCover) {
    let texts = view.texts;
    let steps = own.steps.iter().enumerate();
    let all = steps.flat_map(|(at, step)| {
        step.named_against.iter().map(move |own| {
            texts.say(
                "pathways-against-one",
                &[
                    ("offer", view.offer(&own.offer).into()),
                    ("step", (at + 1).into()),
                    ("fact", texts.term(own.fact).into()),
                ],
            )
        })
    });
    let all: Vec<String> = all.collect();
    if !all.is_empty() {
        page.text(texts.say("pathways-against", &[("offers", texts.list(all).into())]));
    }
}

/// Steps that several offers near the same people fit, with how those relate.
pub(super) fn twice(view: &View<'_>, page: &mut Page, own: &PathwayCover) {
    let texts = view.texts;
    let steps = own.steps.iter().enumerate();
    let pairs: Vec<String> = steps
        .flat_map(|(at, step)| step.twice.iter().map(move |own| (at, step, own)))
        .map(|(at, step, own)| {
            let relation = own.relation.map_or_else(
                || texts.plain("pathways-twice-not-related"),
                |own| texts.term(own),
            );
            let pair = texts.say(
                "pathways-twice-pair",
                &[
                    ("step", (at + 1).into()),
                    (
                        "who",
                        who(view, &own.municipalities, step.cells.len()).into(),
                    ),
                    ("a", view.offer(&own.a).into()),
                    ("b", view.offer(&own.b).into()),
                    ("relation", relation.into()),
                ],
            );
            match own.certain {
                true => pair,
                false => texts.say("pathways-twice-if", &[("pair", pair.into())]),
            }
        })
        .collect();
    if pairs.is_empty() {
        return;
    }
    page.heading(4, texts.plain("pathways-twice"));
    let (shown, hidden) = view.shown(&pairs);
    for pair in shown {
        page.item("-", pair.as_str());
    }
    view.left_out(page, hidden);
    page.text(texts.plain("pathways-twice-how"));
}
