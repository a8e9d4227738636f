//! A page as lines of text of a given width.

use super::page::{Block, Cell, Page, Table, Tone};

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The greatest number of characters in a line.
    pub width: usize,
    /// Colours, as escape sequences that a terminal reads.
    pub colour: bool,
}

impl Layout {
    /// The width of text that does not go to a terminal.
    pub const PLAIN_WIDTH: usize = 100;
    /// A page is never laid out narrower than this.
    const LEAST: usize = 40;
    /// A column is never made narrower than this.
    const LEAST_COLUMN: usize = 6;
    /// A word that is longer than this, such as a web address, is broken before others are.
    const LONG_WORD: usize = 30;
    /// Spaces between columns.
    const GAP: usize = 2;

    /// Plain text for a file or a pipe.
    pub fn plain() -> Self {
        Layout {
            width: Layout::PLAIN_WIDTH,
            colour: false,
        }
    }

    /// The page as text, each line ended.
    ///
    /// ```
    /// use mestring::report::{Layout, Page, Table};
    ///
    /// let mut page = Page::default();
    /// page.heading(2, "Rom");
    /// let mut table = Table::new(["navn", "plasser"]);
    /// table.row(["Store kurssal".into(), "30".into()]);
    /// page.table(table);
    /// assert_eq!(Layout::plain().render(&page), "\
    /// Rom
    /// ---
    /// navn           plasser
    /// Store kurssal  30
    /// ");
    /// ```
    pub fn render(self, page: &Page) -> String {
        let width = self.width.max(Layout::LEAST);
        let mut out = Lines {
            text: String::new(),
            colour: self.colour,
            owes_line: false,
        };
        for block in &page.blocks {
            // Rows that empty lines part need one below the last too.
            if std::mem::take(&mut out.owes_line) && !matches!(block, Block::Heading(..)) {
                out.text.push('\n');
            }
            match block {
                Block::Heading(level, text) => out.heading(*level, text, width),
                Block::Text(cell) => {
                    for line in wrap(&cell.text, width) {
                        out.line(&[(0, &line, cell.tone)]);
                    }
                }
                Block::Item { mark, text } => {
                    let indent = chars(mark) + 1;
                    for (at, line) in wrap(&text.text, width - indent.min(width / 2))
                        .iter()
                        .enumerate()
                    {
                        let mark = if at == 0 { mark } else { "" };
                        out.line(&[(0, mark, Tone::Faint), (indent, line, text.tone)]);
                    }
                }
                Block::Table(table) => {
                    out.table(table, width);
                    out.owes_line = table.spaced;
                }
                Block::Lines(lines) => {
                    for line in lines {
                        out.line(&[(0, line.text.trim_end(), line.tone)]);
                    }
                }
            }
        }
        out.text
    }
}

struct Lines {
    text: String,
    colour: bool,
    owes_line: bool,
}

impl Lines {
    fn heading(&mut self, level: u8, text: &str, width: usize) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let mut longest = 0;
        for line in wrap(text, width) {
            longest = longest.max(chars(&line));
            self.line(&[(0, &line, Tone::Strong)]);
        }
        match level {
            1 => self.line(&[(0, &"=".repeat(longest), Tone::Faint)]),
            2 => self.line(&[(0, &"-".repeat(longest), Tone::Faint)]),
            _ => {}
        }
    }

    /// Writes one line: each part at its column, with nothing but the last letter at its end.
    fn line(&mut self, parts: &[(usize, &str, Tone)]) {
        let mut at = 0;
        for (column, part, tone) in parts.iter().filter(|(_, part, _)| !part.is_empty()) {
            self.text.push_str(&" ".repeat(column.saturating_sub(at)));
            at = at.max(*column) + chars(part);
            match escape(*tone).filter(|_| self.colour) {
                Some(code) => self
                    .text
                    .push_str(&format!("\u{1b}[{code}m{part}\u{1b}[0m")),
                None => self.text.push_str(part),
            }
        }
        self.text.push('\n');
    }

    fn table(&mut self, table: &Table, width: usize) {
        let widths = widths(table, width.saturating_sub(table.indent));
        if !table.headings.is_empty() {
            let figures = |at: usize| {
                let cells = table.rows.iter().filter_map(|row| row.get(at));
                cells.clone().any(|cell| cell.right)
                    && cells.clone().all(|cell| cell.right || cell.text.is_empty())
            };
            let headings = table.headings.iter().enumerate().map(|(at, heading)| Cell {
                text: heading.clone(),
                tone: Tone::Faint,
                right: figures(at),
            });
            self.row(&headings.collect::<Vec<_>>(), &widths, table.indent);
        }
        for (at, row) in table.rows.iter().enumerate() {
            if table.spaced && at > 0 {
                self.text.push('\n');
            }
            self.row(row, &widths, table.indent);
        }
    }

    fn row(&mut self, row: &[Cell], widths: &[usize], indent: usize) {
        let wrapped: Vec<(Vec<String>, &Cell)> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| (wrap(&cell.text, *width), cell))
            .collect();
        let height = wrapped
            .iter()
            .map(|(lines, _)| lines.len())
            .max()
            .unwrap_or(0);
        for at in 0..height {
            let mut column = indent;
            let mut parts = Vec::with_capacity(row.len());
            for ((lines, cell), width) in wrapped.iter().zip(widths) {
                let line = lines.get(at).map_or("", String::as_str);
                let lead = if cell.right {
                    width.saturating_sub(chars(line))
                } else {
                    0
                };
                parts.push((column + lead, line, cell.tone));
                column += width + Layout::GAP;
            }
            self.line(&parts);
        }
    }
}

/// The width of each column: what its longest line needs, the widest cut down until all fit; first
/// as far as no word is broken, then further.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    let columns = table
        .rows
        .iter()
        .map(Vec::len)
        .chain([table.headings.len()])
        .max()
        .unwrap_or(0);
    let mut columns = vec![Column::default(); columns];
    let headings = table.headings.iter().map(String::as_str).enumerate();
    let cells = table
        .rows
        .iter()
        .flat_map(|row| row.iter().map(|cell| cell.text.as_str()).enumerate());
    for (at, text) in headings.chain(cells) {
        if let Some(own) = columns.get_mut(at) {
            let longest =
                |parts: &mut dyn Iterator<Item = &str>| parts.map(chars).max().unwrap_or(0);
            own.width = own.width.max(longest(&mut text.lines()));
            own.word = own
                .word
                .max(longest(&mut words(text)).min(Layout::LONG_WORD));
        }
    }
    let room = width.saturating_sub(Layout::GAP * columns.len().saturating_sub(1));
    for whole_words in [true, false] {
        while columns.iter().map(|own| own.width).sum::<usize>() > room {
            let least = |own: &Column| {
                if whole_words {
                    own.word
                } else {
                    Layout::LEAST_COLUMN
                }
            };
            let wide = columns.iter_mut().filter(|own| own.width > least(own));
            match wide.max_by_key(|own| own.width) {
                Some(widest) => widest.width -= 1,
                None => break,
            }
        }
    }
    columns.into_iter().map(|own| own.width).collect()
}

/// A column's width, and the length of its longest word.
#[derive(Debug, Clone, Copy, Default)]
struct Column {
    width: usize,
    word: usize,
}

/// The parts between which a line may break. A space that does not break stays inside its word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n', '\r'])
        .filter(|word| !word.is_empty())
}

/// The text in lines of at most so many characters, broken between words; its own line breaks are
/// kept. A word that is longer than a line is broken within.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in words(paragraph) {
            let mut word: Vec<char> = word.chars().collect();
            if !line.is_empty() && chars(&line) + 1 + word.len() > width {
                lines.push(std::mem::take(&mut line));
            }
            while line.is_empty() && word.len() > width {
                lines.push(word.drain(..width).collect());
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word);
        }
        lines.push(line);
    }
    lines
}

/// Columns that a text takes: one for each letter, æ, ø and å as the others.
fn chars(text: &str) -> usize {
    text.chars().count()
}

fn escape(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("1"),
        Tone::Good => Some("32"),
        Tone::Bad => Some("31"),
        Tone::Unsure => Some("33"),
        Tone::Faint => Some("2"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page() -> Page {
        let mut page = Page::default();
        page.heading(1, "Forslag");
        page.text("Dette er et forslag. Ingen har vedtatt det.");
        let mut table = Table::new(["plass", "kurs", "utfall"]);
        table.row([
            Cell::figure("1"),
            "Lærings- og mestringskurs for pårørende til personer med følgetilstander".into(),
            Cell::new("plassert").tone(Tone::Good),
        ]);
        table.row([
            Cell::figure("10"),
            "KOLS".into(),
            Cell::new("ikke plassert").tone(Tone::Bad),
        ]);
        page.table(table);
        page
    }

    #[test]
    fn long_titles_wrap_in_their_column() {
        insta::assert_snapshot!(Layout { width: 50, colour: false }.render(&page()), @r"
        Forslag
        =======
        Dette er et forslag. Ingen har vedtatt det.
        plass  kurs                          utfall
            1  Lærings- og mestringskurs     plassert
               for pårørende til personer
               med følgetilstander
           10  KOLS                          ikke plassert
        ");
    }

    #[test]
    fn colour_adds_nothing_but_escapes() {
        let plain = Layout {
            width: 60,
            colour: false,
        }
        .render(&page());
        let mut coloured = Layout {
            width: 60,
            colour: true,
        }
        .render(&page());
        assert!(coloured.contains("\u{1b}[32mplassert\u{1b}[0m"));
        for code in ["0", "1", "2", "31", "32", "33"] {
            coloured = coloured.replace(&format!("\u{1b}[{code}m"), "");
        }
        assert_eq!(coloured, plain);
        assert!(!plain.contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_word_is_lost(
            words in prop::collection::vec("[a-zæøå]{1,12}", 1..40),
            width in 12_usize..60,
        ) {
            let text = words.join(" ");
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| chars(line) <= width));
            prop_assert!(lines.iter().all(|line| line.trim_end() == line));
            prop_assert_eq!(lines.join(" "), text);
        }
    }
}
