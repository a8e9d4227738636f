//! Where a row comes from.

use chrono::NaiveDate;

use super::{Column, ColumnDecl, Row};
use crate::Lang;

/// Where a row comes from: the four columns that end every table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The page, document and line, or person's role that says so.
    pub source: Option<String>,
    /// When the source was read or the answer given.
    pub date: Option<NaiveDate>,
    /// The row is made up to show how the system works; every report that uses it says so.
    pub illustrative: bool,
    /// Anything else.
    pub note: Option<String>,
}

impl Origin {
    /// The declared columns.
    pub const COLUMNS: &'static [ColumnDecl] = &[
        ColumnDecl {
            name: "source",
            nb: "kilde",
            nn: "kjelde",
            aliases: &["url", "source_url", "nettside"],
            meaning: "The page, document and line, or role that says so.",
            shape: <Option<String> as Column>::SHAPE,
            reads: <Option<String> as Column>::READS,
        },
        ColumnDecl {
            name: "source_date",
            nb: "kildedato",
            nn: "kjeldedato",
            aliases: &["retrieved", "hentet", "henta", "lest", "lese"],
            meaning: "When the source was read or the answer given.",
            shape: <Option<NaiveDate> as Column>::SHAPE,
            reads: <Option<NaiveDate> as Column>::READS,
        },
        ColumnDecl {
            name: "illustrative",
            nb: "illustrasjon",
            nn: "illustrasjon",
            aliases: &["oppdiktet", "oppdikta"],
            meaning: "Yes where the row is made up to show how the system works.",
            shape: <Option<bool> as Column>::SHAPE,
            reads: <Option<bool> as Column>::READS,
        },
        ColumnDecl {
            name: "note",
            nb: "merknad",
            nn: "merknad",
            aliases: &["notes", "notat", "kommentar"],
            meaning: "Anything else.",
            shape: <Option<String> as Column>::SHAPE,
            reads: <Option<String> as Column>::READS,
        },
    ];

    /// A row that somebody made up, and says so.
    pub fn illustrative() -> Self {
        Origin {
            illustrative: true,
            ..Origin::default()
        }
    }

    /// Reads the four columns of a row.
    pub fn read(row: &mut Row<'_>) -> Self {
        let [source, date, illustrative, note] = Origin::COLUMNS else {
            return Origin::default();
        };
        Origin {
            source: row.column(source).flatten(),
            date: row.column(date).flatten(),
            illustrative: row.column::<Option<bool>>(illustrative).flatten() == Some(true),
            note: row.column(note).flatten(),
        }
    }

    /// Writes the four cells.
    pub fn write(&self, lang: Lang) -> [String; 4] {
        [
            self.source.to_cell(lang),
            self.date.to_cell(lang),
            self.illustrative.then_some(true).to_cell(lang),
            self.note.to_cell(lang),
        ]
    }
}
