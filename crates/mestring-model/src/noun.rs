//! The nouns: what a centre keeps lists of. Each is a row of a table of the desk folder, or of a person
//! store.

mod agreement;
mod capacity;
mod judgement;
mod offer;
mod organisation;
mod pathway;
mod person;
mod run;
mod words;

pub use agreement::*;
pub use capacity::*;
pub use judgement::*;
pub use offer::*;
pub use organisation::*;
pub use pathway::*;
pub use person::*;
pub use run::*;
pub use words::*;
