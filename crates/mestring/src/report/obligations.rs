//! How it stands with duties and promises.

use mestring_model::facts::Judged;
use mestring_model::id::{AgreementId, OrganisationId};
use mestring_model::noun::{Evidence, Obligation, Status};
use mestring_model::record::Record;

use super::{Cell, Page, Table, Tone, View};
use crate::obligations::{Missing, ObligationItem, ObligationReport, Period};
use crate::text::Texts;

/// The column that says whether evidence is recorded.
const RECORDED: &str = "evidence_recorded";

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
        // What holds for many is said once.
        let unrecorded = items
            .iter()
            .filter(|item| nobody_says_whether_recorded(item))
            .count();
        if unrecorded > 0 {
            page.text(record_asked_for(texts, unrecorded, items.len()));
        }
        for (agreement, items) in by_agreement(view, &items) {
            let title = agreement.map_or_else(
                || texts.plain("obligations-no-agreement"),
                |own| agreement_title(view, own),
            );
            let mut who = items
                .iter()
                .filter_map(|item| obligation(view, item))
                .map(|own| &own.bound);
            let first = who.next();
            // The same for all is said once, above the table.
            let bound = first.filter(|first| who.all(|own| own == *first));
            let title = match bound {
                Some(bound) => texts.say(
                    "obligations-stands-in",
                    &[
                        ("agreement", title.into()),
                        ("who", self::bound(view, bound).into()),
                    ],
                ),
                None => title,
            };
            page.heading(4, title);
            page.table(table(view, &items, bound.is_none()));
        }
    }
    page
}

/// The obligations of each agreement, statute or plan, in the order in which the first of each stands.
fn by_agreement<'a>(
    view: &View<'a>,
    items: &[&'a ObligationItem],
) -> Vec<(Option<&'a AgreementId>, Vec<&'a ObligationItem>)> {
    let mut groups: Vec<(Option<&AgreementId>, Vec<&ObligationItem>)> = Vec::new();
    for item in items {
        let agreement = obligation(view, item).and_then(|own| own.agreement.as_ref());
        match groups.iter_mut().find(|(own, _)| *own == agreement) {
            Some((_, group)) => group.push(item),
            None => groups.push((agreement, vec![item])),
        }
    }
    groups
}

/// What is to be done, by whom and when, and what is missing; a column that says nothing is left out.
fn table(view: &View<'_>, items: &[&ObligationItem], with_bound: bool) -> Table {
    let texts = view.texts;
    let rows: Vec<[Cell; 6]> = items
        .iter()
        .map(|item| {
            let own = obligation(view, item);
            let title = own.map_or("", |own| own.title.as_str());
            let clause = own.and_then(|own| own.clause.clone());
            [
                Cell::new(format!("{title} ({})", item.id)).tone(tone(item.status)),
                texts.term(item.kind).into(),
                clause.unwrap_or_default().into(),
                own.filter(|_| with_bound)
                    .map(|own| bound(view, &own.bound))
                    .unwrap_or_default()
                    .into(),
                date(view, item),
                missing(view, item).into(),
            ]
        })
        .collect();
    let headings = [
        "obligations-column-obligation",
        "obligations-column-kind",
        "obligations-column-clause",
        "obligations-column-bound",
        "obligations-column-due",
        "obligations-column-missing",
    ];
    let says = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at));
        cells.any(|cell| !cell.text.is_empty())
    };
    let kept: Vec<bool> = (0..headings.len()).map(says).collect();
    let shown = headings.iter().zip(&kept).filter(|(_, kept)| **kept);
    let mut table = Table::new(shown.map(|(id, _)| texts.plain(id)));
    for row in rows {
        let cells = row.into_iter().zip(&kept).filter(|(_, kept)| **kept);
        table.row(cells.map(|(cell, _)| cell));
    }
    table
}

fn obligation<'a>(view: &View<'a>, item: &ObligationItem) -> Option<&'a Obligation> {
    view.desk.obligations.iter().find(|own| own.id == item.id)
}

/// Who is bound, by name where they are few; nobody named means the parties of the agreement.
fn bound(view: &View<'_>, bound: &[OrganisationId]) -> String {
    /// More names than this would fill the column.
    const NAMED: usize = 2;
    let texts = view.texts;
    match bound.len() {
        0 => texts.plain("obligations-bound-parties"),
        1..=NAMED => texts.list(bound.iter().map(|id| view.organisation(id))),
        count => texts.say("obligations-bound-count", &[("count", count.into())]),
    }
}

/// The next date; one that has passed says so.
fn date(view: &View<'_>, item: &ObligationItem) -> Cell {
    let texts = view.texts;
    match (item.next_due, item.passed_due) {
        (Some(next), _) => texts.date(next).into(),
        (None, Some(passed)) => {
            let passed = texts.date(passed);
            let text = texts.say("obligations-passed", &[("date", passed.into())]);
            Cell::new(text).tone(Tone::Bad)
        }
        (None, None) => Cell::new(String::new()),
    }
}

/// True where the status cannot be told because nobody has said whether evidence is recorded.
fn nobody_says_whether_recorded(item: &ObligationItem) -> bool {
    let asked = |own: &Missing| matches!(own, Missing::Fact(name) if **name == *RECORDED);
    item.missing.iter().any(asked)
}

/// Asks once for what is missing of many, with where to write it.
fn record_asked_for(texts: &Texts, count: usize, of: usize) -> String {
    let lang = texts.lang();
    let column = Obligation::TABLE.columns().find(|own| own.name == RECORDED);
    let column = column.map_or(RECORDED, |own| own.heading(lang));
    let args = [
        ("count", count.into()),
        ("of", of.into()),
        ("column", column.into()),
        ("table", Obligation::TABLE.title(lang).into()),
        ("evidence", Evidence::TABLE.title(lang).into()),
    ];
    texts.say("obligations-unrecorded", &args)
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

fn agreement_title(view: &View<'_>, id: &AgreementId) -> String {
    let own = view.desk.agreements.iter().find(|own| own.id == *id);
    own.map_or_else(|| id.to_string(), |own| own.title.clone())
}

/// What must be known or done before the status can be told or is met.
fn missing(view: &View<'_>, item: &ObligationItem) -> String {
    let texts = view.texts;
    let mut lines: Vec<String> = item
        .missing
        .iter()
        // Whether evidence is recorded is asked once, above the tables.
        .filter(|missing| !matches!(missing, Missing::Fact(name) if **name == *RECORDED))
        .map(|missing| match missing {
            Missing::Fact(name) if **name == *"recurrence" => texts.plain("obligations-recurrence"),
            Missing::Fact(name) if **name == *"parties_joined" => {
                texts.plain("obligations-parties")
            }
            Missing::Fact(name) => texts.fact_name(Judged::Obligation, name),
            Missing::Record => texts.plain("obligations-record"),
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
        lines.extend(obligation(view, item).and_then(|own| own.waived.clone()));
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
