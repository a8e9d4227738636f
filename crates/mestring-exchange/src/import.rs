//! Somebody's own list becomes rows of a desk.
//!
//! [`guess`] says which table a list is and which column each heading; [`plan`] says what a desk
//! folder's files would become with the list's rows in them. Nothing is written here: what is shown
//! before and what is written after are the same value.
//!
//! What holds of a plan:
//! - **It brings the desk no error.** A cell that cannot be read, or that names a row which is not
//!   there, is left empty; a row that cannot do without it is left out. Both are listed with their
//!   place, text and reason in [`left_out`]'s file beside the tables, so that nothing is lost.
//! - **What it does not change stays as it is, byte for byte**: other rows, the desk's own columns,
//!   the order of columns, separator, line ends and encoding.
//! - A guess is never kept as if somebody had settled it ([`Mapping`]).

mod document;
mod error;
mod guess;
mod judge;
pub mod left_out;
mod mapping;
mod merge;
mod municipality;
mod plan;
mod reading;
mod rows;

pub use error::{Damage, ImportError};
pub use guess::{ColumnGuess, Guess, How, guess};
pub use left_out::LeftOut;
pub use mapping::{ListMapping, Mapping, MappingError, column_named};
pub use plan::{DeskFolder, Plan, PlannedTable, plan};
pub use reading::Reading;
