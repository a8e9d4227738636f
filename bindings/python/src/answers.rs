//! A desk's answers as columns of frames.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use mestring::decide::Decider;
use mestring::frame::{Column, fact_columns};
use mestring::obligations::{Missing, obligation_facts};
use mestring::plan::run_facts;
use mestring::relate::pair_facts;
use mestring_model::facts::{FactRow, Judged};
use mestring_model::id::ObligationId;
use mestring_model::term::Term;

use crate::errors::Error;
use crate::score::missing;

mod badly_placed;
mod compare;
pub mod people;
mod plan;
pub mod what_if;

pub use badly_placed::badly_placed;
pub use compare::compare;
pub use plan::{freed, plan};

/// Named columns of one length.
pub type Columns = Vec<(String, Column)>;

/// Every pair of offers, those first that ask for most.
pub fn relations(decider: &Decider<'_>) -> Result<Columns, Error> {
    let desk = decider.desk();
    let pairs = decider.relations()?.pairs;
    let title = |id| desk.offer(id).map(|offer| offer.title.clone());
    Ok(vec![
        text("a", pairs.iter().map(|own| Some(own.a.to_string()))),
        text("b", pairs.iter().map(|own| Some(own.b.to_string()))),
        text("title_a", pairs.iter().map(|own| title(&own.a))),
        text("title_b", pairs.iter().map(|own| title(&own.b))),
        text(
            "relation",
            pairs.iter().map(|own| Some(own.relation.code().to_owned())),
        ),
        text("kind", pairs.iter().map(|own| own.kind.clone())),
        text(
            "action",
            pairs.iter().map(|own| Some(own.action.code().to_owned())),
        ),
        yes_no(
            "decided",
            pairs.iter().map(|own| Some(own.decided.is_some())),
        ),
        texts(
            "cannot_tell",
            pairs.iter().map(|own| Some(missing([&*own.verdict]))),
        ),
    ])
}

/// Every duty and promise, in the order of the desk.
pub fn obligations(decider: &Decider<'_>) -> Result<Columns, Error> {
    let desk = decider.desk();
    let items = decider.obligations()?.items;
    let row = |id: &ObligationId| desk.obligations.iter().find(|own| own.id == *id);
    let lacking = items.iter().map(|own| {
        let parts = own.missing.iter().map(|missing| match missing {
            Missing::Fact(name) => name.to_string(),
            Missing::Party(party) => format!("party: {party}"),
            Missing::Record => "record of evidence".to_owned(),
        });
        Some(parts.collect())
    });
    Ok(vec![
        text(
            "obligation",
            items.iter().map(|own| Some(own.id.to_string())),
        ),
        text(
            "title",
            items.iter().map(|own| Some(row(&own.id)?.title.clone())),
        ),
        text(
            "agreement",
            items
                .iter()
                .map(|own| Some(row(&own.id)?.agreement.as_ref()?.to_string())),
        ),
        text(
            "kind",
            items.iter().map(|own| Some(own.kind.code().to_owned())),
        ),
        text(
            "status",
            items.iter().map(|own| Some(own.status.code().to_owned())),
        ),
        dates("next_due", items.iter().map(|own| own.next_due)),
        dates(
            "period_from",
            items.iter().map(|own| Some(own.period?.from)),
        ),
        dates(
            "period_until",
            items.iter().map(|own| Some(own.period?.until)),
        ),
        whole(
            "missed_periods",
            items.iter().map(|own| count(own.missed.len())),
        ),
        texts("missing", lacking),
    ])
}

/// The offers of each target group at each level, by how far they have come.
pub fn overview(decider: &Decider<'_>) -> Columns {
    let overview = decider.overview();
    let cells: Vec<_> = overview
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)))
        .collect();
    let offers = cells
        .iter()
        .map(|(_, own)| Some(own.offers.iter().map(|offer| offer.to_string()).collect()));
    vec![
        text(
            "target_group",
            cells
                .iter()
                .map(|(row, _)| Some(row.group.as_ref()?.to_string())),
        ),
        text(
            "level",
            cells
                .iter()
                .map(|(_, own)| Some(own.level?.code().to_owned())),
        ),
        whole(
            "established",
            cells.iter().map(|(_, own)| count(own.states.established)),
        ),
        whole(
            "planned",
            cells.iter().map(|(_, own)| count(own.states.planned)),
        ),
        whole(
            "starting_up",
            cells.iter().map(|(_, own)| count(own.states.starting_up)),
        ),
        whole(
            "not_stated",
            cells.iter().map(|(_, own)| count(own.states.not_stated)),
        ),
        whole(
            "discontinued",
            cells.iter().map(|(_, own)| count(own.states.discontinued)),
        ),
        whole("outside", cells.iter().map(|(_, own)| count(own.outside))),
        whole(
            "reach_not_known",
            cells.iter().map(|(_, own)| count(own.reach_not_known)),
        ),
        texts("offers", offers),
    ]
}

/// The facts that rules read about each run, pair of offers or obligation, after the ids.
pub fn facts(decider: &Decider<'_>, judged: Judged) -> Result<Columns, Error> {
    let (desk, as_of) = (decider.desk(), decider.as_of());
    let (ids, rows): (Columns, Vec<FactRow>) = match judged {
        Judged::Run => {
            let runs = run_facts(desk, decider.topics(), as_of);
            let own = |at: usize| desk.runs.get(at);
            let ids = vec![
                text(
                    "run",
                    runs.iter().map(|(at, _)| Some(own(*at)?.id.to_string())),
                ),
                text(
                    "offer",
                    runs.iter().map(|(at, _)| Some(own(*at)?.offer.to_string())),
                ),
            ];
            (ids, runs.iter().map(|(_, facts)| facts.row()).collect())
        }
        Judged::Pair => {
            let pairs = pair_facts(desk, decider.topics());
            let id = |at: usize| desk.offers.get(at).map(|offer| offer.id.to_string());
            let ids = vec![
                text("a", pairs.iter().map(|pair| id(pair.a))),
                text("b", pairs.iter().map(|pair| id(pair.b))),
            ];
            (ids, pairs.iter().map(|pair| pair.facts.row()).collect())
        }
        Judged::Obligation => {
            let ids = desk.obligations.iter().map(|own| Some(own.id.to_string()));
            let rows = obligation_facts(desk, as_of);
            (
                vec![text("obligation", ids)],
                rows.iter().map(|facts| facts.row()).collect(),
            )
        }
        Judged::Person | Judged::Choice => {
            let text = format!(
                "a desk holds no facts of a {judged}: `People.facts` has them; ask for run, pair or \
                 obligation"
            );
            return Err(Error::Value(text));
        }
    };
    Ok(ids.into_iter().chain(fact_columns(judged, &rows)).collect())
}

/// What is scarce in the plan.
pub fn scarcity(decider: &Decider<'_>) -> Result<Vec<(&'static str, Columns)>, Error> {
    let proposal = decider.proposal()?;
    let found = decider.scarcity(&proposal, &mut |_, _| ControlFlow::Continue(()))?;
    Ok(vec![
        ("bottlenecks", what_if::bottlenecks(&found)),
        ("one_leader", what_if::one_leader(&found)),
    ])
}

fn count(number: usize) -> Option<i64> {
    i64::try_from(number).ok()
}

fn text(name: &str, values: impl Iterator<Item = Option<String>>) -> (String, Column) {
    (name.to_owned(), Column::Text(values.collect()))
}

fn texts(name: &str, values: impl Iterator<Item = Option<Vec<String>>>) -> (String, Column) {
    (name.to_owned(), Column::Texts(values.collect()))
}

fn whole(name: &str, values: impl Iterator<Item = Option<i64>>) -> (String, Column) {
    (name.to_owned(), Column::Whole(values.collect()))
}

fn yes_no(name: &str, values: impl Iterator<Item = Option<bool>>) -> (String, Column) {
    (name.to_owned(), Column::Bool(values.collect()))
}

fn dates(name: &str, values: impl Iterator<Item = Option<NaiveDate>>) -> (String, Column) {
    (name.to_owned(), Column::Date(values.collect()))
}
