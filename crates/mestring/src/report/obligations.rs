//! How it stands with duties and promises.

use mestring_model::facts::Judged;
use mestring_model::noun::{Obligation, Status};

use super::{Cell, Page, Table, Tone, View};
use crate::obligations::{Missing, ObligationItem, ObligationReport, Period};

/// The statuses in the order in which a reader needs them.
pub(super) const ORDER: [Status; 8] = [
    Status::Overdue,
    Status::Due,
    Status::CannotTell,
    Status::Met,
    Status::NotYetInForce,
    Status::Proposed,
    Status::Waived,
    Status::Closed,
];

/// Every obligation by status, with its kind, its source, its next date and what is missing.
pub fn obligations(view: &View<'_>, report: &ObligationReport) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(2, texts.plain("obligations-title"));
    if report.items.is_empty() {
        page.text(texts.plain("obligations-none"));
        return page;
    }
    let counts: Vec<String> = ORDER
        .iter()
        .filter_map(|status| Some((status, *report.by_status.get(status).filter(|n| **n > 0)?)))
        .map(|(status, count)| format!("{} {}", texts.count(count), texts.term(*status)))
        .collect();
    page.text(texts.say(
        "obligations-counts",
        &[
            ("count", report.items.len().into()),
            ("statuses", counts.join(", ").into()),
        ],
    ));
    for status in ORDER {
        let items: Vec<&ObligationItem> = report
            .items
            .iter()
            .filter(|item| item.status == status)
            .collect();
        if items.is_empty() {
            continue;
        }
        page.heading(
            3,
            texts.say(
                "obligations-status",
                &[
                    ("status", texts.term(status).into()),
                    ("count", items.len().into()),
                ],
            ),
        );
        let mut table = Table::new([
            texts.plain("obligations-column-obligation"),
            texts.plain("obligations-column-kind"),
            texts.plain("obligations-column-source"),
            texts.plain("obligations-column-due"),
            texts.plain("obligations-column-missing"),
        ]);
        for item in items {
            let obligation = view.desk.obligations.iter().find(|own| own.id == item.id);
            let title = obligation.map_or("", |own| own.title.as_str());
            let due = item
                .next_due
                .map(|date| texts.date(date))
                .unwrap_or_default();
            table.row([
                Cell::new(format!("{title} ({})", item.id)).tone(tone(status)),
                texts.term(item.kind).into(),
                obligation
                    .map(|own| source(view, own))
                    .unwrap_or_default()
                    .into(),
                due.into(),
                missing(view, item).into(),
            ]);
        }
        page.table(table);
    }
    page
}

fn tone(status: Status) -> Tone {
    match status {
        Status::Overdue => Tone::Bad,
        Status::CannotTell => Tone::Unsure,
        Status::Met => Tone::Good,
        Status::Due => Tone::Strong,
        Status::NotYetInForce | Status::Proposed | Status::Waived | Status::Closed => Tone::Plain,
    }
}

/// The agreement, statute or plan with its clause.
fn source(view: &View<'_>, obligation: &Obligation) -> String {
    let agreement = obligation.agreement.as_ref().map(|id| {
        let own = view.desk.agreements.iter().find(|own| own.id == *id);
        own.map_or_else(|| id.to_string(), |own| own.title.clone())
    });
    let parts = agreement.into_iter().chain(obligation.clause.clone());
    parts.collect::<Vec<_>>().join(", ")
}

/// What must be known or done before the status can be told or is met.
fn missing(view: &View<'_>, item: &ObligationItem) -> String {
    let texts = view.texts;
    let mut lines: Vec<String> = item
        .missing
        .iter()
        .map(|missing| match missing {
            Missing::Fact(name) if **name != *"evidence_recorded" => {
                texts.fact_name(Judged::Obligation, name)
            }
            Missing::Fact(_) | Missing::Record => texts.plain("obligations-record"),
            Missing::Party(party) => texts.say(
                "obligations-party",
                &[("party", view.organisation(party).into())],
            ),
        })
        .collect();
    if !item.missed.is_empty() {
        let periods = texts.list(item.missed.iter().map(|period| self::period(view, *period)));
        lines.push(texts.say("obligations-missed", &[("periods", periods.into())]));
    }
    if matches!(item.status, Status::Due | Status::Overdue) {
        lines.push(texts.plain("obligations-no-evidence"));
    }
    if item.status == Status::Waived {
        let obligation = view.desk.obligations.iter().find(|own| own.id == item.id);
        lines.extend(obligation.and_then(|own| own.waived.clone()));
    }
    lines.extend(view.assumptions(Judged::Obligation, &[&item.verdict]));
    lines.join("\n")
}

fn period(view: &View<'_>, period: Period) -> String {
    let (from, until) = (view.texts.date(period.from), view.texts.date(period.until));
    view.texts.say(
        "report-period",
        &[("from", from.into()), ("until", until.into())],
    )
}
