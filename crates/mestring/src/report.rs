//! Results as text for people and as JSON for machines.
//!
//! A section of a report is a [`Page`]: headings, lines and tables in the language of the
//! [`Texts`], without a width. [`Layout`] makes lines of text of it, for a terminal or a file, and
//! [`html()`] a document for a browser or a printer.
//! [`json`] has the same results without words of a language.
//!
//! A report says where every rule comes from, what was unknown and what was assumed, and that a
//! proposal has not been decided. It never says more than the result does.

use mestring_model::Desk;

use crate::text::Texts;

mod badly_placed;
mod comparison;
mod digital;
mod ending;
mod explanation;
mod freed;
mod head;
mod html;
mod hubs;
pub mod json;
mod layout;
mod moved;
mod need;
mod obligations;
mod overview;
mod page;
mod pathways;
mod places;
mod plan;
mod price;
mod relations;
mod remedy;
mod replay;
mod run;
mod scarce;
mod score;
mod shortage;
#[cfg(test)]
pub(crate) mod strict;
#[cfg(test)]
mod tests;
mod unknown;
mod what_if;
mod words;

pub use comparison::{comparison, gate};
pub use digital::digital;
pub use ending::ending;
pub use explanation::{explanation, versus};
pub use freed::{freed, freed_note};
pub use head::head;
pub use html::{escaped, html};
pub use layout::Layout;
pub use moved::moved;
pub use need::need;
pub use obligations::obligations;
pub use overview::overview;
pub use page::{Block, Cell, Page, Table, Tone};
pub use pathways::{Detail, pathway_gaps, pathway_rows, pathways, picture};
pub use places::{blocked, letter, more_seats, next_in_line, places};
pub use plan::{classes, proposal};
pub use price::price;
pub use relations::relations;
pub use replay::{decided, line_problem, replayed, short_hash};
pub use scarce::scarcity;
pub use score::score;
pub use unknown::{Blocked, Missing, Unknowns};
pub use what_if::what_if;

/// For whom a report is written.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The desk that the results are about.
    pub desk: &'a Desk,
    /// The language.
    pub texts: &'a Texts,
    /// Long lists are printed in full.
    pub all: bool,
}

impl View<'_> {
    /// How many entries of a long list are printed where not all are asked for.
    const LONG: usize = 10;

    /// The first entries of a long list, or all of them where all are asked for, and how many are
    /// left out.
    fn shown<'t, T>(&self, items: &'t [T]) -> (&'t [T], usize) {
        let most = if self.all { items.len() } else { View::LONG };
        match items.get(..most) {
            Some(first) => (first, items.len() - most),
            None => (items, 0),
        }
    }

    /// Says how many entries were left out, if any were.
    fn left_out(&self, page: &mut Page, count: usize) {
        if count > 0 {
            let text = self
                .texts
                .say("report-left-out", &[("count", count.into())]);
            page.text(Cell::new(text).tone(Tone::Faint));
        }
    }
}
