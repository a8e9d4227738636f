//! Who changes rank and gains or loses capacity, and what becomes of each group.

use mestring_data::municipality;
use mestring_model::id::RunId;

use super::from_to;
use crate::decide::compare::{Counts, Dimension, Effects, Group, RunsCompared, Sum};
use crate::plan::Outcome;
use crate::report::{Cell, Page, Table, Tone, View, moved};

/// The runs that move, and the effect by each dimension.
pub(super) fn runs(view: &View<'_>, compared: &RunsCompared) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("plan-title"));
    page.text(texts.plain("comparison-nobody-decided"));
    let total = &compared.total;
    if compared.moved.is_empty() {
        page.text(texts.plain("plan-moved-none"));
        return page;
    }
    let args = [
        ("moved", compared.moved.len().into()),
        ("runs", total.runs.into()),
    ];
    page.text(texts.say("plan-moved-counts", &args));
    let args = [
        ("before", total.placed_before.into()),
        ("after", total.placed_after.into()),
        ("gained", total.gained.into()),
        ("lost", total.lost.into()),
    ];
    page.text(texts.say("comparison-placed", &args));
    page.table(moved::table(view, &compared.after, &compared.moved));
    losers(view, &mut page, compared);
    page.heading(2, texts.plain("comparison-effects"));
    page.text(texts.plain("comparison-effects-note"));
    for own in &compared.effects {
        effects(view, &mut page, compared, own);
    }
    page
}

/// What the runs lack that lose their places.
fn losers(view: &View<'_>, page: &mut Page, compared: &RunsCompared) {
    let texts = view.texts;
    let lost = compared
        .moved
        .iter()
        .filter(|own| own.placed_before && !own.placed_after);
    let lost: Vec<&RunId> = lost.map(|own| &own.run).collect();
    if lost.is_empty() {
        return;
    }
    page.heading(3, texts.plain("comparison-losers"));
    let planned = compared.after.plan.runs.iter();
    for own in planned.filter(|own| lost.contains(&&own.run)) {
        if let Outcome::Refused(refusal) = &own.outcome {
            let lacks = refusal.shortages.iter().map(|own| view.shortage(own));
            let lacks = lacks.collect::<Vec<_>>().join("; ");
            page.item("-", format!("{}: {lacks}", view.run(&own.run)));
        }
    }
}

fn effects(view: &View<'_>, page: &mut Page, compared: &RunsCompared, own: &Effects) {
    let texts = view.texts;
    let by = dimension(view, own.by);
    page.heading(
        3,
        texts.say("comparison-effect-by", &[("dimension", by.clone().into())]),
    );
    if own.by == Dimension::TargetGroup && compared.groups_read > 0 {
        let args = [
            ("count", compared.groups_read.into()),
            ("runs", compared.total.runs.into()),
        ];
        page.text(Cell::new(texts.say("comparison-groups-read", &args)).tone(Tone::Unsure));
    }
    let mut table = Table::new([
        by,
        texts.plain("comparison-column-runs"),
        texts.plain("comparison-column-placed"),
        texts.plain("comparison-column-gained"),
        texts.plain("comparison-column-lost"),
        texts.plain("comparison-column-seats"),
        texts.plain("comparison-column-expected"),
        texts.plain("comparison-column-risen"),
        texts.plain("comparison-column-fallen"),
    ]);
    let mut left_out = 0;
    for (groups, counts) in rows(own) {
        if counts.unchanged() && !view.all {
            left_out += groups.len();
            continue;
        }
        let names = groups.iter().map(|group| view.group(group));
        table.row(row(view, texts.list(names), &counts));
    }
    if table.rows.is_empty() {
        page.text(texts.plain("comparison-effect-none"));
        return;
    }
    table.row(row(
        view,
        texts.plain("comparison-all-runs"),
        &compared.total,
    ));
    page.table(table);
    if left_out > 0 {
        let text = texts.say("comparison-unchanged", &[("count", left_out.into())]);
        page.text(Cell::new(text).tone(Tone::Faint));
    }
}

/// The rows of a dimension: municipalities with the same runs share one.
fn rows(own: &Effects) -> Vec<(Vec<&Group>, Counts)> {
    let mut rows: Vec<(Vec<&Group>, &[RunId], Counts)> = Vec::new();
    for effect in &own.groups {
        let shared = matches!(effect.group, Group::Municipality(_));
        let same = rows.iter_mut().find(|(groups, runs, _)| {
            let municipalities = matches!(groups.first(), Some(Group::Municipality(_)));
            shared && municipalities && **runs == *effect.runs
        });
        match same {
            Some((groups, ..)) => groups.push(&effect.group),
            None => rows.push((vec![&effect.group], &effect.runs, effect.counts)),
        }
    }
    let rows = rows.into_iter();
    rows.map(|(groups, _, counts)| (groups, counts)).collect()
}

fn row(view: &View<'_>, name: String, counts: &Counts) -> Vec<Cell> {
    let texts = view.texts;
    let count = |count: usize| Cell::figure(texts.count(count));
    // Nothing gained is told by an empty cell, so that what is gained stands out.
    let some = |own: usize, mark: &str| {
        Cell::figure(if own == 0 {
            String::new()
        } else {
            format!("{mark}{}", texts.count(own))
        })
    };
    let placed = (counts.placed_before, counts.placed_after);
    vec![
        name.into(),
        count(counts.runs),
        Cell::figure(from_to(view, texts.count(placed.0), texts.count(placed.1))),
        some(counts.gained, "+"),
        some(counts.lost, "−"),
        Cell::figure(sums(view, counts.seats_before, counts.seats_after)),
        Cell::figure(sums(view, counts.expected_before, counts.expected_after)),
        some(counts.risen, "+"),
        some(counts.fallen, "−"),
    ]
}

fn sums(view: &View<'_>, before: Sum, after: Sum) -> String {
    from_to(view, sum(view, before), sum(view, after))
}

/// A sum: with a plus where some runs state nothing, and a question mark where none states anything.
fn sum(view: &View<'_>, own: Sum) -> String {
    let known = view.texts.count(usize::try_from(own.known).unwrap_or(0));
    match own {
        Sum { without: 0, .. } => known,
        Sum { known: 0, .. } => "?".to_owned(),
        _ => format!("{known}+"),
    }
}

/// What runs are grouped by, as a heading names it.
fn dimension(view: &View<'_>, by: Dimension) -> String {
    view.texts.plain(match by {
        Dimension::TargetGroup => "comparison-by-target-group",
        Dimension::Organiser => "comparison-by-organiser",
        Dimension::Lender => "comparison-by-lender",
        Dimension::Municipality => "comparison-by-municipality",
        Dimension::Level => "comparison-by-level",
    })
}

impl View<'_> {
    /// A group that runs belong to.
    fn group(&self, group: &Group) -> String {
        match group {
            Group::TargetGroup(id) => self.target_group(id),
            Group::Organisation(id) => self.organisation(id),
            Group::Unit(id) => {
                let unit = self.desk.units.iter().find(|own| own.id == *id);
                unit.map_or_else(|| id.to_string(), |own| own.name.clone())
            }
            Group::Municipality(number) => {
                let found = municipality::find(number);
                found.map_or_else(|| (*number).to_owned(), |own| own.name())
            }
            Group::Level(level) => self.texts.term(*level),
            Group::Everyone => self.texts.plain("comparison-everyone"),
            Group::NotStated => self.texts.plain("facts-not-stated"),
            Group::Unknown => self.texts.plain("facts-unknown"),
        }
    }
}
