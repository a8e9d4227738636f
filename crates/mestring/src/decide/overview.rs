//! Findings about the desk that follow from its overview.

use mestring_model::noun::Asked;
use mestring_model::term::Term;
use mestring_model::{Desk, Finding, Severity};

use crate::overview::Overview;

/// A finding for each answer of "none" against which an offer of the same organisation is listed.
pub(super) fn contradictions(desk: &Desk, overview: &Overview) -> Vec<Finding> {
    let found = overview.contradictions();
    found
        .into_iter()
        .map(|(row, cell, own)| {
            let group = row.group.as_ref().map_or("", |id| id.as_str());
            let level = cell.level.map_or("", Term::code);
            let offers: Vec<String> = own.offers.iter().map(|id| format!("`{id}`")).collect();
            Finding {
                severity: Severity::Warning,
                code: "D025",
                place: desk.place::<Asked>(own.asked).column("none"),
                found: format!(
                    "`{}` answered on {} that it offers nothing for `{group}` at the level \
                     `{level}`, and {} of its own {} listed there",
                    own.organisation,
                    own.date,
                    offers.join(", "),
                    if own.offers.len() == 1 { "is" } else { "are" },
                ),
                remedy: "ask again; or correct the offer's target groups, level or status"
                    .to_owned(),
            }
        })
        .collect()
}
