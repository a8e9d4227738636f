//! Which packs were compared, what their cases came to, and what changed in their text.

use chrono::NaiveDate;
use mestring_model::facts::FactValue;
use mestring_rules::revision::{Change, CriterionRevision, FileRevision, Period, ValueOnDate};

use super::{from_to, name, place};
use crate::decide::PackRef;
use crate::decide::compare::{Comparison, PackPair, PackTested};
use crate::report::{Cell, Page, Table, Tone, View};

/// Letters of a pack's hash that are printed; the whole hash stands in the JSON.
const SHORT_HASH: usize = 12;

/// The packs with their cases, and those that have no partner.
pub(super) fn table(view: &View<'_>, page: &mut Page, comparison: &Comparison) {
    let texts = view.texts;
    let mut table = Table::new([
        texts.plain("comparison-column-kind"),
        texts.plain("plan-column-before"),
        texts.plain("plan-column-after"),
    ])
    .caption(texts.plain("comparison-packs"));
    let pack = |own: &PackTested| {
        let hash: String = own.pack.hash.chars().take(SHORT_HASH).collect();
        let cases = texts.say(
            "comparison-cases",
            &[
                ("cases", own.cases.into()),
                ("failed", own.failed.len().into()),
            ],
        );
        let tone = if own.failed.is_empty() {
            Tone::Plain
        } else {
            Tone::Bad
        };
        Cell::new(format!("{} ({hash})\n{cases}", place(own))).tone(tone)
    };
    for own in &comparison.packs {
        table.row([
            view.decides(own.kind, &own.after.pack).into(),
            pack(&own.before),
            pack(&own.after),
        ]);
    }
    page.table(table);
    for (id, packs) in [
        ("comparison-only-before", &comparison.only_before),
        ("comparison-only-after", &comparison.only_after),
    ] {
        if !packs.is_empty() {
            let names = packs.iter().map(|own: &PackRef| name(own));
            let names = texts.list(names);
            page.text(texts.say(id, &[("packs", names.into())]));
        }
    }
    let packs = comparison.packs.iter();
    for own in packs.flat_map(|pair| [&pair.before, &pair.after]) {
        for failed in &own.failed {
            let Some(diagnostic) = failed.diagnostic() else {
                continue;
            };
            let args = [
                ("pack", place(own).into()),
                ("file", failed.file.as_str().into()),
                ("case", texts.complaint(&diagnostic.complaint).into()),
            ];
            let text = texts.say("comparison-case-fails", &args);
            page.item("!", Cell::new(text).tone(Tone::Bad));
        }
    }
}

/// What changed in the text of a pack.
pub(super) fn revision(view: &View<'_>, page: &mut Page, pair: &PackPair, as_of: NaiveDate) {
    let texts = view.texts;
    let decides = view.decides(pair.kind, &pair.after.pack);
    page.heading(2, texts.say("comparison-text", &[("pack", decides.into())]));
    let revision = &pair.revision;
    if revision.is_empty() {
        page.text(texts.plain("comparison-same-text"));
        return;
    }
    if revision.version_kept {
        let args = [("version", (&pair.after.pack.version).into())];
        let text = texts.say("comparison-version-kept", &args);
        page.text(Cell::new(text).tone(Tone::Unsure));
    }
    for own in &revision.criteria {
        for line in criterion(view, own) {
            page.item("-", line);
        }
    }
    for own in &revision.settings {
        // Keys and their values are as the file has them, whatever the language.
        let value = |value: &Option<String>| match value {
            Some(value) => format!("`{value}`"),
            None => texts.plain("comparison-none"),
        };
        let change = from_to(view, value(&own.before), value(&own.after));
        page.item("-", format!("`{}`: {change}", own.key));
    }
    for own in &revision.parameters {
        for period in &own.periods {
            page.item("-", parameter(view, &own.id, period, as_of));
        }
    }
    let days: Vec<NaiveDate> = revision.later_days(as_of).collect();
    if let Some(text) = later_days(view, as_of, &days) {
        page.text(Cell::new(text).tone(Tone::Unsure));
    }
    let files = revision.files.iter().map(|own| {
        let args = [
            ("file", own.file.as_str().into()),
            ("added", own.added.into()),
            ("removed", own.removed.into()),
        ];
        texts.say("comparison-file", &args)
    });
    let files = texts.list(files);
    page.text(texts.say("comparison-files", &[("files", files.into())]));
    // What pack.toml decides stands above in words, and cases decide nothing.
    let shown = revision.files.iter();
    for own in shown.filter(|own| view.all || own.file.ends_with(".rhai")) {
        lines(page, own);
    }
}

/// What differs in a period, which is named unless it is the one of the questions and goes on.
fn parameter(view: &View<'_>, id: &str, period: &Period, as_of: NaiveDate) -> String {
    let texts = view.texts;
    let value = |value: &Option<ValueOnDate>| match value {
        Some(ValueOnDate { value, unit }) => match value {
            FactValue::Int(number) => amount(view, unit.as_deref(), *number as f64),
            FactValue::Number(number) => amount(view, unit.as_deref(), *number),
            other => other.to_string(),
        },
        None => texts.plain("comparison-none"),
    };
    let change = from_to(view, value(&period.before), value(&period.after));
    let name = format!("`p.{id}`");
    let from = texts.date(period.from);
    match period.until {
        None if period.holds(as_of) => format!("{name}: {change}"),
        None => {
            let args = [
                ("name", name.into()),
                ("from", from.into()),
                ("change", change.into()),
            ];
            texts.say("comparison-parameter-from", &args)
        }
        Some(until) => {
            let until = texts.date(until);
            let args = [
                ("name", name.into()),
                ("from", from.into()),
                ("until", until.into()),
                ("change", change.into()),
            ];
            texts.say("comparison-parameter-between", &args)
        }
    }
}

/// That the packs change on later days, which the answers of a day do not show, and how to ask of each;
/// none where they do not.
pub(super) fn later_days(view: &View<'_>, as_of: NaiveDate, days: &[NaiveDate]) -> Option<String> {
    days.first()?;
    let ask = days.iter().map(|day| format!("`--as-of {day}`"));
    let named = days.iter().map(|day| view.texts.date(*day));
    let args = [
        ("as_of", view.texts.date(as_of).into()),
        ("days", view.texts.list(named).into()),
        ("ask", view.texts.list(ask).into()),
    ];
    Some(view.texts.say("comparison-later-days", &args))
}

/// A number with its unit in words; a unit of the pack's own as it is written.
fn amount(view: &View<'_>, unit: Option<&str>, number: f64) -> String {
    let text = view.texts.measure(unit, number);
    match unit {
        Some(unit) if text == view.texts.number(number) => format!("{text} {unit}"),
        _ => text,
    }
}

fn criterion(view: &View<'_>, own: &CriterionRevision) -> Vec<String> {
    let texts = view.texts;
    let say = |id: &str, more: &[(&'static str, usize)]| {
        let mut args = vec![("name", own.name.as_str().into())];
        args.extend(more.iter().map(|(name, count)| (*name, (*count).into())));
        texts.say(id, &args)
    };
    match (own.before, own.after) {
        (None, Some(at)) => vec![say("comparison-criterion-new", &[("at", at)])],
        (Some(at), None) => vec![say("comparison-criterion-gone", &[("at", at)])],
        (Some(before), Some(after)) => {
            let places = [("before", before), ("after", after)];
            let moved = own
                .moved
                .then(|| say("comparison-criterion-moved", &places));
            let written = own
                .rewritten
                .then(|| say("comparison-criterion-rewritten", &[]));
            moved.into_iter().chain(written).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// The lines that differ, as a unified diff.
fn lines(page: &mut Page, own: &FileRevision) {
    page.heading(3, own.file.clone());
    let mut lines = Vec::new();
    for hunk in &own.hunks {
        let head = format!("@@ -{} +{} @@", hunk.before, hunk.after);
        lines.push(Cell::new(head).tone(Tone::Faint));
        lines.extend(hunk.lines.iter().map(|line| {
            let tone = match line.change {
                Change::Kept => Tone::Plain,
                Change::Removed => Tone::Bad,
                Change::Added => Tone::Good,
            };
            Cell::new(format!("{}{}", line.change.mark(), line.text)).tone(tone)
        }));
    }
    page.lines(lines);
}
