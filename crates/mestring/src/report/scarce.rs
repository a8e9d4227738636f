//! What is scarcest in a plan, and what hangs on one leader.

use mestring_model::id::RunId;

use super::{Cell, Page, Table, Tone, View};
use crate::decide::Scarcity;
use crate::plan::{Bottleneck, Scarce};

/// What one more leader, room or budget would give, and the competences that one leader alone has.
pub fn scarcity(view: &View<'_>, found: &Scarcity) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("scarce-title"));
    if found.bottlenecks.is_empty() {
        page.text(texts.plain("scarce-nothing"));
    } else {
        page.text(texts.plain("scarce-how"));
        let mut table = Table::new([
            texts.plain("scarce-column-more"),
            texts.plain("scarce-column-gains"),
            texts.plain("scarce-column-loses"),
            texts.plain("scarce-column-participants"),
        ]);
        for own in &found.bottlenecks {
            table.row([
                thing(view, &own.of).into(),
                runs(view, &own.gains).into(),
                runs(view, &own.loses).into(),
                participants(view, own),
            ]);
        }
        page.table(table);
    }
    if found.one_leader.is_empty() {
        return page;
    }
    page.heading(3, texts.plain("scarce-one-leader"));
    for own in &found.one_leader {
        let args = [
            ("competence", own.competence.as_str().into()),
            ("leader", view.leader(&own.leader).into()),
            ("count", own.runs.len().into()),
            ("runs", runs(view, &own.runs).into()),
            ("refused", own.refused.into()),
        ];
        let id = match own.runs.is_empty() {
            true => "scarce-hangs-refused",
            false => "scarce-hangs",
        };
        page.item("-", texts.say(id, &args));
    }
    page
}

fn thing(view: &View<'_>, of: &Scarce) -> String {
    let texts = view.texts;
    match of {
        Scarce::Leader(competence) => texts.say(
            "scarce-leader",
            &[("competence", competence.as_str().into())],
        ),
        Scarce::Room => texts.plain("scarce-room"),
        Scarce::HubRoom(id) => texts.say(
            "scarce-hub-room",
            &[("organisation", view.organisation(id).into())],
        ),
        Scarce::Budget(id) => texts.say("scarce-budget", &[("budget", view.budget(id).into())]),
    }
}

fn runs(view: &View<'_>, runs: &[RunId]) -> String {
    view.texts.list(runs.iter().map(|run| run.as_str()))
}

/// The participants more; unsure where runs do not say how many they expect.
fn participants(view: &View<'_>, own: &Bottleneck) -> Cell {
    let number = view.texts.number(own.participants as f64);
    if own.unknown == 0 {
        return Cell::figure(number);
    }
    let unknown = [("count", own.unknown.into())];
    let unknown = view.texts.say("plan-level-unknown", &unknown);
    Cell::figure(format!("{number} {unknown}")).tone(Tone::Unsure)
}
