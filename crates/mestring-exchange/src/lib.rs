//! The files of a centre: cells out of CSV files, workbooks and folders, and cells into them.
//!
//! This is the only crate that touches the file system, and it does so in one module, [`folder`];
//! everything else works on bytes. A reader either returns what it read together with the
//! [`Finding`](mestring_model::Finding)s a person should know about, or an [`ExchangeError`] when
//! nothing could be read at all.
//!
//! - [`csv_text`] reads a CSV file as spreadsheets and registers write it, [`csv_write`] writes one.
//! - [`workbook`] reads an `.xlsx` workbook as people really make them, [`workbook_write`] writes
//!   one.
//! - [`desk`] reads a whole desk from a folder or a workbook, and writes it as one.
//! - [`person_store`] reads persons from a folder that is no desk, and refuses to where they may not
//!   lie.
//! - [`import`] makes a table of a desk from somebody's own list; [`template`] is a desk to start
//!   from.
//! - [`national_id`] finds Norwegian national identity numbers. **A table that holds one is never
//!   returned**: reading it is [`ExchangeError::NationalNumber`].
//! - `watch` (feature `watch`) follows folders of rules while a service runs.
//! - [`code`] lists the stable codes of all errors and findings.
//!
//! ```
//! let bytes = "tilbud;plasser\nLivsstil;12\n".as_bytes();
//! let (table, findings) = mestring_exchange::csv_text::read("tilbud.csv", bytes)?;
//! assert_eq!(table.headings, ["tilbud", "plasser"]);
//! assert_eq!(table.rows[0].number, 2);
//! assert_eq!(findings[0].found(), "read as UTF-8, separated by semicolons");
//! # Ok::<(), mestring_exchange::ExchangeError>(())
//! ```

pub mod catalogue;
pub mod code;
pub mod csv_text;
pub mod csv_write;
pub mod desk;
mod encoding;
pub mod error;
pub mod events;
pub mod folder;
mod grid;
pub mod import;
mod log;
pub mod national_id;
mod package;
pub mod person_store;
mod records;
pub mod settings;
pub mod template;
#[cfg(feature = "watch")]
pub mod watch;
pub mod workbook;
mod workbook_cell;
pub mod workbook_write;

pub use error::ExchangeError;

/// The largest file that is read, in bytes (50 MiB).
///
/// A desk holds thousands of rows, not millions: a file above this is an export that should be cut
/// down first, or an attack.
pub const MAX_FILE_BYTES: u64 = 50 * 1024 * 1024;
