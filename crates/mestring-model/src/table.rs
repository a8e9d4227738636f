//! A table as text, before anybody has said what its columns mean.
//!
//! CSV files, sheets of a workbook and frames from memory all become this, so that there is one way
//! from cells to nouns.

/// A table of text cells with the place it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawTable {
    /// The file, or the workbook with its sheet (`liste.xlsx [tilbud]`); empty for a table that was
    /// built in memory.
    pub file: String,
    /// The headings as written, trimmed.
    pub headings: Vec<String>,
    /// The rows, without the heading and without rows whose cells are all empty.
    pub rows: Vec<RawRow>,
}

/// A row of text cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawRow {
    /// The row's number as a spreadsheet counts: the first row below the heading is 2.
    pub number: u32,
    /// The cells, trimmed, as many as there are headings; an empty text is an empty cell.
    pub cells: Vec<String>,
}

impl RawTable {
    /// An empty table with headings.
    pub fn with_headings<T: Into<String>>(
        file: impl Into<String>,
        headings: impl IntoIterator<Item = T>,
    ) -> Self {
        RawTable {
            file: file.into(),
            headings: headings.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row below the others.
    pub fn push(&mut self, cells: Vec<String>) {
        let number = self.rows.last().map_or(2, |row| row.number + 1);
        self.rows.push(RawRow { number, cells });
    }

    /// The position of a heading, compared without case or surrounding space.
    pub fn column(&self, heading: &str) -> Option<usize> {
        let heading = heading.trim().to_lowercase();
        self.headings
            .iter()
            .position(|own| own.trim().to_lowercase() == heading)
    }
}

/// The letters of a column as spreadsheets name it: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        for (at, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16383, "XFD"),
        ] {
            assert_eq!(column_letters(at), letters);
        }
    }
}
