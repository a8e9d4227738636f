//! What a report rests on: invented rows, missing facts, and what was found wrong in the data.

use mestring_model::{Finding, Severity};

use super::{Blocked, Cell, Missing, Page, Table, Tone, Unknowns, View};

/// How many missing facts a report names where not all are asked for.
const NAMED: usize = 10;

/// The end of a report; without `unknowns` where no rule was asked.
pub fn ending(view: &View<'_>, unknowns: Option<&Unknowns>, findings: &[Finding]) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("report-rests-on"));
    illustrative(view, &mut page);
    if let Some(unknowns) = unknowns {
        missing(view, &mut page, unknowns);
    }
    let count = |severity| {
        findings
            .iter()
            .filter(|own| own.severity() == severity)
            .count()
    };
    page.text(texts.say(
        "report-findings",
        &[
            ("errors", count(Severity::Error).into()),
            ("warnings", count(Severity::Warning).into()),
            ("notes", count(Severity::Note).into()),
        ],
    ));
    let lines = texts.findings(findings, view.all);
    let (shown, hidden) = view.shown(&lines);
    for line in shown {
        let tone = match line.severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Unsure,
            Severity::Note => Tone::Faint,
        };
        page.item("-", Cell::new(line.text.clone()).tone(tone));
    }
    view.left_out(&mut page, hidden);
    page
}

/// Which tables hold rows that somebody made up.
fn illustrative(view: &View<'_>, page: &mut Page) {
    let texts = view.texts;
    let tables: Vec<String> = view
        .desk
        .illustrative()
        .iter()
        .map(|(table, count)| {
            let name = table.title(texts.lang()).replace('_', " ");
            texts.say(
                "report-rows",
                &[("table", name.into()), ("count", (*count).into())],
            )
        })
        .collect();
    if tables.is_empty() {
        page.text(texts.plain("report-nothing-illustrative"));
    } else {
        let text = texts.say(
            "report-illustrative",
            &[("tables", texts.list(tables).into())],
        );
        page.text(Cell::new(text).tone(Tone::Strong));
    }
}

fn missing(view: &View<'_>, page: &mut Page, unknowns: &Unknowns) {
    let texts = view.texts;
    let all = unknowns.most_first();
    if all.is_empty() {
        page.text(texts.plain("report-nothing-missing"));
        return;
    }
    page.text(texts.say("report-missing", &[("count", all.len().into())]));
    let most = if view.all { all.len() } else { NAMED };
    let mut table = Table::new([
        texts.plain("report-column-fact"),
        texts.plain("report-column-count"),
        texts.plain("report-column-blocked"),
    ]);
    for own in all.iter().take(most) {
        table.row([
            texts.fact_name(own.judged, &own.fact).into(),
            Cell::figure(texts.count(own.count())),
            blocked(view, own).into(),
        ]);
    }
    page.table(table);
    view.left_out(page, all.len().saturating_sub(most));
}

fn blocked(view: &View<'_>, missing: &Missing) -> String {
    let texts = view.texts;
    let parts = missing.blocked.iter().map(|(blocked, count)| {
        let count = (*count).into();
        match blocked {
            Blocked::Rule(..) => {
                let title = blocked.title(texts.lang()).unwrap_or_default();
                texts.say(
                    "report-blocked-rule",
                    &[("rule", title.into()), ("count", count)],
                )
            }
            Blocked::Format => texts.say("report-blocked-format", &[("count", count)]),
            Blocked::Relation => texts.say("report-blocked-relation", &[("count", count)]),
            Blocked::Status => texts.say("report-blocked-status", &[("count", count)]),
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}
