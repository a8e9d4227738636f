//! What the tests of pairs share.

use mestring_model::{Desk, Fact};

use super::*;
use crate::fixture::desk;

mod facts;
mod judged;
mod plain;

const ORGANISATIONS: &str = "organisations
    id | name | kind | parent
    trust | Helse Bergen HF | hospital |
    lms | LMS i Bergen | centre | trust
    clinic | Klinikken | hospital | trust
    alver | Alver kommune | municipality |
    lag | Et lag | user_organisation |";

pub(super) const HEADINGS: &str = "id | title | organisers | audience | ages | level | format | sessions | \
                        dates | reach | municipalities";

pub(super) fn desk_of(offers: &str, rest: &str) -> Desk {
    desk(&text_of(offers, rest))
}

pub(super) fn text_of(offers: &str, rest: &str) -> String {
    format!("{ORGANISATIONS}\n\noffers\n{HEADINGS}\n{offers}\n\n{rest}")
}

pub(super) fn facts_of(desk: &Desk) -> PairFacts {
    let rows = pair_facts(desk, &Topics::of(desk));
    assert_eq!(rows.len(), 1);
    rows[0].facts.clone()
}

/// Compares two offers in both orders.
#[track_caller]
pub(super) fn check<T: PartialEq + std::fmt::Debug>(
    one: &str,
    other: &str,
    rest: &str,
    fact: impl Fn(&PairFacts) -> Fact<T>,
    expect: impl Into<Option<T>>,
) {
    let there = facts_of(&desk_of(&format!("A | {one}\nB | {other}"), rest));
    let back = facts_of(&desk_of(&format!("B | {other}\nA | {one}"), rest));
    assert_eq!(there, back, "{one} / {other}");
    assert_eq!(fact(&there).into_known(), expect.into(), "{one} / {other}");
}

/// A row whose cells after the title are empty but for one.
pub(super) fn row(heading: &str, cell: &str) -> String {
    let cells = HEADINGS
        .split('|')
        .map(str::trim)
        .skip(1)
        .map(|own| match own {
            "title" => "Kurs om kols",
            own if own == heading => cell,
            _ => "",
        });
    cells.collect::<Vec<_>>().join(" | ")
}
