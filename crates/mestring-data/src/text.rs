//! Titles in bokmål and nynorsk brought to one form, and compared.
//!
//! [`fold`] makes `Meistringskurs for hjartepasientar` and `Mestringskurs for hjertepasienter` the
//! same text. It lower-cases, joins letters with loose accents, replaces nynorsk stems and small
//! words by bokmål ones, and takes endings off. Abbreviations stay whole words in capitals (`MS`,
//! `KOLS`, `KID`), so that the youth course DU is not the word *du*. The result is for comparing,
//! not for reading.
//!
//! The tables are short and of our own making; no stemmer merges the two written forms (measured on
//! Snowball's Norwegian one: *meistring*, *sjukdom*, *hjarteskule* and *kurset* all stay apart). A
//! vocabulary file pins the behaviour in the tests.
//!
//! ```
//! use mestring_data::text::{fold, similarity_percent};
//! use mestring_model::Fact;
//! assert_eq!(fold("Hjarteskulen"), fold("Hjerteskole"));
//! assert_eq!(similarity_percent("Diabeteskurs", "diabeteskurset"), Fact::Known(100));
//! assert_eq!(similarity_percent("KOLS", ""), Fact::NotStated);
//! ```

mod content;
mod fold;
mod number;
mod similarity;
mod words;

pub use content::ContentWords;
pub(crate) use content::Span;
pub use fold::{Token, fold, tokens};
pub use number::{Number, NumberKind, numbers, numbers_conflict};
pub use similarity::{Trigram, cosine_percent, similarity_percent, trigrams};
pub use words::{is_generic, only_generic};
