//! What changes on a desk when some packs take the places of others.

use mestring_model::Verdict;
use mestring_model::facts::Judged;
use mestring_rules::Kind;

use super::relations::kind as kind_of_relation;
use super::{Cell, Page, Table, Tone, View};
use crate::decide::PackRef;
use crate::decide::compare::{
    AnswersCompared, Comparison, ObligationsCompared, PackTested, PairState, Regrouped,
    RelationsCompared, RuleCompared,
};

mod gate;
mod packs;
mod runs;
#[cfg(test)]
mod tests;

pub use gate::gate;

/// What changes between two sets of packs.
pub fn comparison(view: &View<'_>, comparison: &Comparison) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("comparison-title"));
    page.text(Cell::new(texts.plain("comparison-nothing-takes-effect")).tone(Tone::Strong));
    packs::table(view, &mut page, comparison);
    for pair in &comparison.packs {
        packs::revision(view, &mut page, pair, comparison.as_of);
    }
    if let Some(compared) = &comparison.runs {
        page.append(runs::runs(view, compared));
    }
    for compared in &comparison.answers {
        answers(view, &mut page, compared);
    }
    if let Some(compared) = &comparison.relations {
        relations(view, &mut page, compared);
    }
    if let Some(compared) = &comparison.obligations {
        obligations(view, &mut page, compared);
    }
    page
}

/// A pack by its name and version.
fn name(pack: &PackRef) -> String {
    format!("{} {}", pack.name, pack.version)
}

/// A pack's name, where the place it was given with says no more.
fn place(own: &PackTested) -> String {
    let id = name(&own.pack);
    if own.place == id || own.place == own.pack.name {
        id
    } else {
        format!("{id}, {}", own.place)
    }
}

/// `a → b`, or the one that both are.
fn from_to(view: &View<'_>, before: String, after: String) -> String {
    if before == after {
        return after;
    }
    let args = [("before", before.into()), ("after", after.into())];
    view.texts.say("comparison-from-to", &args)
}

/// The runs about which a pack answers differently, rule by rule.
fn answers(view: &View<'_>, page: &mut Page, compared: &AnswersCompared) {
    let texts = view.texts;
    let kind = texts.term(compared.kind);
    let args = [("pack", (&compared.pack).into()), ("kind", kind.into())];
    page.heading(2, texts.say("comparison-answers", &args));
    let changed: Vec<&RuleCompared> = compared.rules.iter().filter(|own| says(own)).collect();
    if changed.is_empty() {
        let args = [("runs", compared.runs.into())];
        page.text(texts.say("comparison-answers-none", &args));
        return;
    }
    for own in changed {
        let rule = &own.rule;
        page.heading(3, rule.title(texts.lang()));
        let open = |runs: &Option<Vec<_>>| runs.as_ref().map(Vec::len);
        match (open(&own.open_before), open(&own.open_after)) {
            (None, _) => page.text(texts.plain("comparison-rule-new")),
            (_, None) => page.text(texts.plain("comparison-rule-gone")),
            (Some(before), Some(after)) => {
                let args = [
                    ("changed", own.changed.len().into()),
                    ("runs", compared.runs.into()),
                    ("before", before.into()),
                    ("after", after.into()),
                ];
                page.text(texts.say("comparison-answers-counts", &args));
            }
        }
        let mut table = Table::new([
            texts.plain("plan-column-run"),
            texts.plain("plan-column-before"),
            texts.plain("plan-column-after"),
        ]);
        let (shown, left_out) = view.shown(&own.changed);
        for change in shown {
            let said = [&change.before, &change.after].map(|own| view.criterion(rule, own));
            // Words may stand for two numbers, which then tell them apart.
            let same = said.first() == said.last();
            let answer = |verdict: &Verdict, said: &String| {
                let number = view.answer(Judged::Run, &verdict.answer);
                let text = if same {
                    format!("{said} ({number})")
                } else {
                    said.clone()
                };
                Cell::new(text).tone(View::answer_tone(&verdict.answer))
            };
            let [before, after] = &said;
            table.row([
                view.run(&change.run).into(),
                answer(&change.before, before),
                answer(&change.after, after),
            ]);
        }
        page.table(table);
        view.left_out(page, left_out);
    }
}

/// True where there is something to say of a rule.
fn says(own: &RuleCompared) -> bool {
    !own.changed.is_empty() || own.open_before.is_none() || own.open_after.is_none()
}

fn relations(view: &View<'_>, page: &mut Page, compared: &RelationsCompared) {
    let texts = view.texts;
    page.heading(2, texts.plain("relations-title"));
    let args = [
        ("changed", compared.changed.len().into()),
        ("pairs", compared.pairs.into()),
        ("before", compared.open_before.len().into()),
        ("after", compared.open_after.len().into()),
    ];
    page.text(texts.say("comparison-relations-counts", &args));
    let counts = compared.by_change.iter();
    let counts = counts.map(|((before, after), count)| {
        let [before, after] = [before, after].map(|own| state(view, own));
        Change {
            what: texts.count(*count),
            before,
            after,
        }
    });
    let table = changes(view, "comparison-column-pairs", Cell::figure, counts);
    page.table(table.caption(texts.plain("comparison-by-change")));
    regrouped(view, page, "comparison-merged", &compared.merged);
    regrouped(view, page, "comparison-split", &compared.split);
    if compared.changed.is_empty() {
        return;
    }
    page.heading(3, texts.plain("comparison-pairs"));
    let (shown, left_out) = view.shown(&compared.changed);
    let pairs = shown.iter().map(|own| {
        let (a, b) = (view.offer(&own.a), view.offer(&own.b));
        let args = [("a", a.into()), ("b", b.into())];
        Change {
            what: texts.say("relations-pair", &args),
            before: state(view, &own.before),
            after: state(view, &own.after),
        }
    });
    page.table(changes(view, "comparison-column-offers", Cell::new, pairs));
    view.left_out(page, left_out);
}

/// Something that is not the same before and after.
struct Change {
    what: String,
    before: String,
    after: String,
}

/// A table of what changes, under a heading of its own.
fn changes(
    view: &View<'_>,
    heading: &str,
    what: impl Fn(String) -> Cell,
    all: impl Iterator<Item = Change>,
) -> Table {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain(heading),
        texts.plain("plan-column-before"),
        texts.plain("plan-column-after"),
    ]);
    for own in all {
        table.row([what(own.what), own.before.into(), own.after.into()]);
    }
    table
}

/// A relation with its kind, and what to do about it.
fn state(view: &View<'_>, own: &PairState) -> String {
    let relation = view.texts.term(own.relation);
    let relation = match &own.kind {
        Some(kind) => format!("{relation}: {}", kind_of_relation(view.texts, kind)),
        None => relation,
    };
    format!("{relation} ({})", view.texts.term(own.action))
}

fn regrouped(view: &View<'_>, page: &mut Page, id: &str, all: &[Regrouped]) {
    let texts = view.texts;
    if all.is_empty() {
        return;
    }
    page.heading(3, texts.say(id, &[("count", all.len().into())]));
    let (shown, left_out) = view.shown(all);
    for own in shown {
        let parts = own.parts.iter().map(|part| {
            let offers = part.iter().map(|id| view.offer(id));
            offers.collect::<Vec<_>>().join(", ")
        });
        page.item("-", parts.collect::<Vec<_>>().join(" | "));
    }
    view.left_out(page, left_out);
}

fn obligations(view: &View<'_>, page: &mut Page, compared: &ObligationsCompared) {
    let texts = view.texts;
    page.heading(2, texts.plain("obligations-title"));
    let args = [
        ("changed", compared.changed.len().into()),
        ("obligations", compared.obligations.into()),
        ("before", compared.open_before.len().into()),
        ("after", compared.open_after.len().into()),
    ];
    page.text(texts.say("comparison-obligations-counts", &args));
    let counts = compared.by_change.iter();
    let counts = counts.map(|((before, after), count)| Change {
        what: texts.count(*count),
        before: texts.term(*before),
        after: texts.term(*after),
    });
    let table = changes(view, "comparison-column-obligations", Cell::figure, counts);
    page.table(table.caption(texts.plain("comparison-by-change")));
    if compared.changed.is_empty() {
        return;
    }
    page.heading(3, texts.plain("comparison-statuses"));
    let (shown, left_out) = view.shown(&compared.changed);
    let statuses = shown.iter().map(|own| Change {
        what: view.obligation(&own.id),
        before: texts.term(own.before),
        after: texts.term(own.after),
    });
    let heading = "obligations-column-obligation";
    page.table(changes(view, heading, Cell::new, statuses));
    view.left_out(page, left_out);
}

impl View<'_> {
    /// An obligation by its title and id.
    fn obligation(&self, id: &mestring_model::id::ObligationId) -> String {
        let own = self.desk.obligations.iter().find(|own| own.id == *id);
        own.map_or_else(|| id.to_string(), |own| format!("{} ({id})", own.title))
    }

    /// What a pack decides, with its name where several decide the same.
    fn decides(&self, kind: Kind, pack: &PackRef) -> String {
        let term = self.texts.term(kind);
        match kind {
            Kind::Requirement | Kind::Funding => format!("{term}: {}", pack.name),
            _ => term,
        }
    }
}
