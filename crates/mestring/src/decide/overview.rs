//! Findings about the desk that follow from its overview.

use mestring_model::finding::{Ids, KeyProblem};
use mestring_model::noun::Asked;
use mestring_model::{Desk, Finding};

use crate::overview::Overview;

/// A finding for each answer of "none" against which an offer of the same organisation is listed.
pub(super) fn contradictions(desk: &Desk, overview: &Overview) -> Vec<Finding> {
    let found = overview.contradictions();
    found
        .into_iter()
        .filter_map(|(row, cell, own)| {
            let group = row.group.as_ref()?;
            let problem = KeyProblem::ContradictsOffers {
                organisation: own.organisation.to_string(),
                date: own.date,
                group: group.to_string(),
                level: cell.level?,
                offers: Ids(own.offers.iter().map(ToString::to_string).collect()),
            };
            let place = desk.cell_place::<Asked>(own.asked, "none");
            Some(Finding::new(place, problem))
        })
        .collect()
}
