//! The nouns of a centre that teaches patients and relatives to live with illness, and the facts a
//! rule may read about them.
//!
//! Read in this order: [`fact`] (what a source says, or does not say), [`term`] (closed lists of
//! words in three languages), [`quantity`] (money, shares, ages, hours with their units), [`record`]
//! (how a row of a table becomes a noun), [`noun`] (the nouns themselves), [`desk`] (all of them
//! together), [`people`] (the persons, who stand in no desk), [`facts`] (what rules see) and [`verdict`] (what rules answer). [`habit`], [`toml_slip`],
//! [`pack_file`] and [`underline`] serve the messages about what people write by hand.
//!
//! Nothing here reads a file, a clock, the environment or a random source.

pub mod desk;
pub mod event;
pub mod fact;
pub mod facts;
pub mod finding;
pub mod habit;
pub mod id;
pub mod noun;
pub mod pack_file;
pub mod people;
pub mod quantity;
pub mod record;
mod rows;
pub mod table;
pub mod term;
pub mod toml_slip;
pub mod underline;
pub mod verdict;

pub use desk::{Desk, DeskBuilder, Settings};
pub use event::Event;
pub use fact::Fact;
pub use finding::{Finding, Place, Severity};
pub use people::{PersonStore, PersonStoreBuilder, StoreSettings};
pub use table::{RawRow, RawTable};
pub use term::Lang;
pub use underline::Underline;
pub use verdict::{Answer, Verdict};
