//! What can be wrong with a frame, with stable codes.

use arrow_schema::ArrowError;
use mestring_model::facts::Judged;

/// Why a frame could not be read or made.
///
/// Rows are counted from 0, as frames count them. No error repeats a cell's value.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// No column has the name of a fact.
    #[error("no column has the name of a fact of `{judged}`")]
    NoFactColumn {
        /// What the frame was to be read as.
        judged: Judged,
        /// The first column that nearly has a fact's name, with that name.
        nearest: Option<(String, &'static str)>,
    },
    /// Two columns have the same name.
    #[error("two columns are named `{column}`")]
    TwoColumns {
        /// The name.
        column: String,
    },
    /// A column was named that the frame does not have.
    #[error("the frame has no column `{column}`")]
    NoColumn {
        /// The name that was asked for.
        column: String,
        /// The nearest column.
        nearest: Option<String>,
    },
    /// A column is of a type that stands for no fact and no cell.
    #[error("column `{column}` is of type {found}, which cannot be read")]
    ColumnType {
        /// The column.
        column: String,
        /// Its Arrow type.
        found: String,
    },
    /// A cell is of another type than the fact.
    #[error("column `{column}`, row {row}: {found} is not a {wanted}")]
    CellType {
        /// The column, which is the fact's name.
        column: &'static str,
        /// The row, from 0.
        row: usize,
        /// What kind of value stands there.
        found: &'static str,
        /// The fact's type.
        wanted: &'static str,
    },
    /// A cell holds a word that is not in the fact's list.
    #[error("column `{column}`, row {row}: the text is not a word of the list")]
    NotListed {
        /// The column, which is the fact's name.
        column: &'static str,
        /// The row, from 0.
        row: usize,
        /// The nearest word of the list.
        nearest: Option<&'static str>,
        /// The words of the list.
        words: Vec<&'static str>,
    },
    /// Columns of a frame to be made differ in length.
    #[error("column `{column}` has {found} rows, and the first column {wanted}")]
    Lengths {
        /// The column.
        column: String,
        /// Its length.
        found: usize,
        /// The length of the first column.
        wanted: usize,
    },
    /// A cell is empty where a value is needed.
    #[error("column `{column}`, row {row}: the cell is empty")]
    EmptyCell {
        /// The column.
        column: &'static str,
        /// The row, from 0.
        row: usize,
    },
    /// A number is out of its bounds.
    #[error("column `{column}`, row {row}: the number is not from {least} to {most}")]
    OutOfRange {
        /// The column.
        column: &'static str,
        /// The row, from 0.
        row: usize,
        /// The least that is allowed.
        least: i64,
        /// The most that is allowed.
        most: i64,
    },
    /// A cell names somebody or something that another frame does not have.
    #[error("column `{column}`, row {row}: no row of `{among}` has this id")]
    NoSuchId {
        /// The column.
        column: &'static str,
        /// The row, from 0.
        row: usize,
        /// The frame that should have it.
        among: &'static str,
    },
    /// Arrow itself refused.
    #[error("the frame could not be read: {0}")]
    Arrow(#[from] ArrowError),
}

impl FrameError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            FrameError::NoFactColumn { .. } => "F001",
            FrameError::TwoColumns { .. } => "F002",
            FrameError::NoColumn { .. } => "F003",
            FrameError::ColumnType { .. } => "F004",
            FrameError::CellType { .. } => "F005",
            FrameError::NotListed { .. } => "F006",
            FrameError::Lengths { .. } => "F007",
            FrameError::Arrow(_) => "F008",
            FrameError::EmptyCell { .. } => "F016",
            FrameError::OutOfRange { .. } => "F017",
            FrameError::NoSuchId { .. } => "F018",
        }
    }

    /// The column and the row, where the error is about one.
    pub fn place(&self) -> (Option<&str>, Option<usize>) {
        match self {
            FrameError::NoFactColumn { .. } | FrameError::Arrow(_) => (None, None),
            FrameError::TwoColumns { column }
            | FrameError::NoColumn { column, .. }
            | FrameError::ColumnType { column, .. }
            | FrameError::Lengths { column, .. } => (Some(column), None),
            FrameError::CellType { column, row, .. }
            | FrameError::NotListed { column, row, .. }
            | FrameError::EmptyCell { column, row }
            | FrameError::OutOfRange { column, row, .. }
            | FrameError::NoSuchId { column, row, .. } => (Some(column), Some(*row)),
        }
    }

    /// What would be right, lower case, no full stop.
    pub fn help(&self) -> String {
        match self {
            FrameError::NoFactColumn { nearest, .. } => match nearest {
                Some((column, fact)) => format!("did you mean `{fact}` where you wrote `{column}`?"),
                None => "name the columns as the facts are named in the rules reference".to_owned(),
            },
            FrameError::TwoColumns { .. } => "rename or drop one of them".to_owned(),
            FrameError::NoColumn { nearest, .. } => match nearest {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a column of the frame".to_owned(),
            },
            FrameError::ColumnType { .. } => {
                "cast it to a text, a number, yes/no, a date, a date and time without time zone, or \
                 a list of texts"
                    .to_owned()
            }
            FrameError::CellType { .. } => {
                "cast the column, and leave the cell empty where nobody says".to_owned()
            }
            FrameError::NotListed { nearest, words, .. } => match nearest {
                Some(near) => format!("did you mean `{near}`? one of: {}", words.join(", ")),
                None => format!("write one of: {}", words.join(", ")),
            },
            FrameError::Lengths { .. } => "give every column the same number of rows".to_owned(),
            FrameError::Arrow(_) => "check what made the frame".to_owned(),
            FrameError::EmptyCell { .. } => "write the value, or leave the row out".to_owned(),
            FrameError::OutOfRange { least, most, .. } => {
                format!("write a whole number from {least} to {most}")
            }
            FrameError::NoSuchId { among, .. } => {
                format!("add the row to `{among}`, or leave this one out")
            }
        }
    }
}
