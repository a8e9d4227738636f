//! Who hands over to whom, and what binds them.

use mestring_model::id::Slug;
use mestring_model::noun::Level;

use super::super::{Page, View};
use super::{grouped, who};
use crate::pathways::{Agreed, HandOver, HandOverCell, PathwayCover, Side};

/// How many organisations of a side are named.
const SIDE: usize = 3;

/// Every hand-over of a pathway below what binds both its sides; what is the same for several
/// municipalities is said once.
pub(super) fn hand_overs(view: &View<'_>, page: &mut Page, own: &PathwayCover) {
    let texts = view.texts;
    if own.hand_overs.is_empty() {
        return;
    }
    page.heading(4, texts.plain("pathways-hand-overs"));
    let at = |id: &Slug| own.steps.iter().position(|step| step.step.id == *id);
    // What binds both sides, in the order in which it is met, with the lines to which it belongs.
    let mut bound: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for own in &own.hand_overs {
        let (Some(from), Some(to)) = (at(&own.from), at(&own.to)) else {
            continue;
        };
        let key = |cell: &HandOverCell| (binding(view, cell), sides(view, own, cell));
        for cells in grouped(own.cells.iter(), key) {
            let Some(first) = cells.first() else { continue };
            let numbers: Vec<_> = cells.iter().map(|cell| cell.municipality).collect();
            let (binding, (giver, taker)) = key(first);
            let text = texts.say(
                "pathways-hand-over",
                &[
                    ("from", texts.term(own.from_level).into()),
                    ("to", texts.term(own.to_level).into()),
                    ("who", who(view, &numbers, own.cells.len()).into()),
                    ("giver", giver.into()),
                    ("taker", taker.into()),
                ],
            );
            let line = (format!("{} → {}", from + 1, to + 1), text);
            match bound.iter_mut().find(|(own, _)| *own == binding) {
                Some((_, lines)) => lines.push(line),
                None => bound.push((binding, vec![line])),
            }
        }
    }
    for (binding, lines) in bound {
        page.text(binding);
        for (mark, text) in lines {
            page.item(mark, text);
        }
    }
}

fn sides(view: &View<'_>, own: &HandOver, cell: &HandOverCell) -> (String, String) {
    let giver = side(view, own.from_level, &cell.from);
    (giver, side(view, own.to_level, &cell.to))
}

/// Whether an agreement has parties on both sides, and the duties that bind both.
fn binding(view: &View<'_>, cell: &HandOverCell) -> String {
    let texts = view.texts;
    let titles = cell.agreements.iter().map(|id| {
        let agreement = view.desk.agreements.iter().find(|own| own.id == *id);
        agreement.map_or_else(|| id.to_string(), |own| format!("{} ({id})", own.title))
    });
    let titles = texts.list(titles.collect::<Vec<_>>());
    let agreements = [("agreements", titles.into())];
    let agreed = match cell.agreed {
        Agreed::Yes => texts.say("pathways-agreed-yes", &agreements),
        Agreed::CannotTell => texts.say("pathways-agreed-cannot-tell", &agreements),
        Agreed::Proposed => texts.say("pathways-agreed-proposed", &agreements),
        Agreed::No => texts.plain("pathways-agreed-no"),
    };
    let duties = cell.obligations.iter().map(|id| {
        let duty = view.desk.obligations.iter().find(|own| own.id == *id);
        duty.map_or_else(|| id.to_string(), |own| format!("{} ({id})", own.title))
    });
    let duties: Vec<String> = duties.collect();
    let duties = match duties.is_empty() {
        true => texts.plain("pathways-no-duties"),
        false => texts.say("pathways-duties", &[("duties", duties.join("; ").into())]),
    };
    format!("{agreed} {duties}")
}

/// The organisations of a side; the municipality itself where nothing that it offers is known.
fn side(view: &View<'_>, level: Level, side: &Side) -> String {
    let texts = view.texts;
    if side.organisations.is_empty() {
        return texts.plain("pathways-side-nobody");
    }
    if level == Level::Municipal && !side.by_offers && side.organisations.len() == 1 {
        return texts.plain("pathways-side-municipality");
    }
    let names = side.organisations.iter().map(|own| view.organisation(own));
    let names: Vec<String> = names.collect();
    match names.get(..SIDE) {
        Some(first) if names.len() > SIDE + 1 => texts.say(
            "pathways-side-more",
            &[
                ("names", first.join(", ").into()),
                ("count", (names.len() - SIDE).into()),
            ],
        ),
        _ => texts.list(names),
    }
}
