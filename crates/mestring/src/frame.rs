//! Frames in and out: Arrow record batches on one side, facts and tables on the other.
//!
//! Five small doors, each one way:
//!
//! | from | to | by |
//! |---|---|---|
//! | a frame with a column for each fact | rows that rules judge | [`fact_rows`], [`FactColumns`] |
//! | rows that rules judge | a frame | [`fact_batch`], [`fact_columns`] |
//! | a frame of any columns | a table of a desk | [`raw_table`] |
//! | a column of any type | its cells | [`Cells`] |
//! | typed columns, or a table of a desk | a frame | [`record_batch`], [`text_batch`] |
//!
//! A missing value is "not stated", never zero and never no. A text that means "asked, and nobody
//! knows" in a table (`unknown`, `ukjent`) means the same in a frame. Errors name the column and the
//! row, counted from 0 as frames do, and never repeat a value, since a frame may be about people.
//!
//! ```
//! use mestring::frame::{Column, fact_rows, record_batch};
//! use mestring_model::Fact;
//! use mestring_model::facts::{FactValue, Judged};
//!
//! let frame = record_batch(vec![
//!     ("run".to_owned(), Column::Text(vec![Some("K1".to_owned()), Some("K2".to_owned())])),
//!     ("sessions".to_owned(), Column::Whole(vec![Some(8), None])),
//! ])?;
//! let rows = fact_rows(Judged::Run, &[frame])?;
//! assert_eq!(rows[0].get("sessions"), Some(&Fact::Known(FactValue::Int(8))));
//! assert_eq!(rows[1].get("sessions"), Some(&Fact::NotStated));
//! # Ok::<(), mestring::frame::FrameError>(())
//! ```

mod cell;
mod column;
mod error;
mod fact_columns;
mod facts;
mod table;
mod value;

pub use cell::{Cell, Cells};
pub use column::{Column, record_batch};
pub use error::FrameError;
pub use fact_columns::{fact_batch, fact_columns};
pub use facts::{Distinct, FactColumns, IgnoredColumn, fact_rows};
pub use table::{raw_table, text_batch};
