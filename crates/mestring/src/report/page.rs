//! What a report says, in order, before anybody has chosen a width: headings, lines and tables.

/// How something is meant, for a terminal that shows colours. Plain text says the same in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// As the rest.
    #[default]
    Plain,
    /// What a reader looks for first.
    Strong,
    /// Placed, met.
    Good,
    /// Refused, not met, overdue.
    Bad,
    /// Cannot be told, not known.
    Unsure,
    /// Beside the matter.
    Faint,
}

/// A text in a table or list; a line break in it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// Figures stand right in their column.
    pub right: bool,
}

impl Cell {
    /// A text.
    pub fn new(text: impl Into<String>) -> Self {
        Cell {
            text: text.into(),
            ..Cell::default()
        }
    }

    /// A figure, which stands right.
    pub fn figure(text: impl Into<String>) -> Self {
        Cell {
            text: text.into(),
            right: true,
            ..Cell::default()
        }
    }

    /// The same text, meant differently.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::new(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::new(text)
    }
}

/// Rows below headings. Without headings it is a list of labels with their texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Spaces left of it.
    pub indent: usize,
    /// What the table shows, for pages that name their tables; empty: what the heading above it says.
    pub caption: String,
    /// The headings; empty: none are printed.
    pub headings: Vec<String>,
    /// An empty line parts the rows, where cells have several lines.
    pub spaced: bool,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without rows.
    pub fn new<T: Into<String>>(headings: impl IntoIterator<Item = T>) -> Self {
        let headings = headings.into_iter().map(Into::into).collect();
        Table {
            headings,
            ..Table::default()
        }
    }

    /// A list of labels, without rows.
    pub fn labels(indent: usize) -> Self {
        Table {
            indent,
            ..Table::default()
        }
    }

    /// The same table with a caption.
    #[must_use]
    pub fn caption(mut self, caption: String) -> Self {
        self.caption = caption;
        self
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Adds a label with its text.
    pub fn label(&mut self, label: String, cell: impl Into<Cell>) {
        self.rows
            .push(vec![Cell::new(label).tone(Tone::Faint), cell.into()]);
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 of the page, 2 of a section, 3 within it.
    Heading(u8, String),
    /// A paragraph.
    Text(Cell),
    /// A paragraph behind a mark, such as a number.
    Item {
        /// The mark.
        mark: String,
        /// The text.
        text: Cell,
    },
    /// A table.
    Table(Table),
    /// Lines of a file, as they are: never wrapped.
    Lines(Vec<Cell>),
}

/// What a report says, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The parts.
    pub blocks: Vec<Block>,
}

impl Page {
    /// Adds a heading: 1 of the page, 2 of a section, 3 within it.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// Adds a paragraph.
    pub fn text(&mut self, text: impl Into<Cell>) {
        self.blocks.push(Block::Text(text.into()));
    }

    /// Adds a paragraph behind a mark.
    pub fn item(&mut self, mark: impl Into<String>, text: impl Into<Cell>) {
        self.blocks.push(Block::Item {
            mark: mark.into(),
            text: text.into(),
        });
    }

    /// Adds a table, unless it has no rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Adds lines of a file, unless there are none.
    pub fn lines(&mut self, lines: Vec<Cell>) {
        if !lines.is_empty() {
            self.blocks.push(Block::Lines(lines));
        }
    }

    /// Adds another page below.
    pub fn append(&mut self, other: Page) {
        self.blocks.extend(other.blocks);
    }
}
