//! A page as one HTML file that needs nothing else: no script, font or picture from elsewhere.

use super::page::{Block, Cell, Page, Table, Tone};
use mestring_model::Lang;

/// What the page looks like, on a screen and on paper. Colours only repeat what the words say.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem}\
h1,h2,h3{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid}\
.scroll{overflow-x:auto}\
table{border-collapse:collapse;margin:1rem 0}\
caption{text-align:left;font-style:italic;padding:.25rem 0}\
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8886}\
tbody th{font-weight:normal}\
.n{text-align:right;font-variant-numeric:tabular-nums}\
pre{overflow-x:auto;padding:.5rem;border:1px solid #8886}\
ins,del{text-decoration:none;display:inline-block;min-width:100%}\
ins{background:#2a82}del{background:#c332}\
@media print{body{max-width:none;font-size:10pt}h2,h3{break-after:avoid}tr{break-inside:avoid}\
.scroll,pre{overflow:visible}pre{white-space:pre-wrap}}";

/// The page as one HTML document in a language.
///
/// ```
/// use mestring::report::{Page, html};
/// use mestring_model::Lang;
///
/// let mut page = Page::default();
/// page.heading(1, "Kurs <1>");
/// let html = html(&page, Lang::Nb);
/// assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"nb\">"));
/// assert!(html.contains("<title>Kurs &lt;1&gt;</title>"));
/// ```
pub fn html(page: &Page, lang: Lang) -> String {
    let mut out = Html {
        text: String::new(),
        heading: String::new(),
        list: false,
    };
    for block in &page.blocks {
        out.block(block);
    }
    out.end_list();
    let title = page.blocks.iter().find_map(|block| match block {
        Block::Heading(_, text) => Some(escaped(text)),
        _ => None,
    });
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n\
         </html>\n",
        title.unwrap_or_default(),
        out.text,
    )
}

struct Html {
    text: String,
    /// The text of the last heading, which names a table without a caption.
    heading: String,
    /// A list is open.
    list: bool,
}

impl Html {
    fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Item { .. }) {
            self.end_list();
        }
        match block {
            Block::Heading(level, text) => {
                let level = (*level).clamp(1, 6);
                let text = escaped(text);
                self.text
                    .push_str(&format!("<h{level}>{text}</h{level}>\n"));
                self.heading = text;
            }
            Block::Text(cell) => {
                let text = inline(cell);
                self.text.push_str(&format!("<p>{text}</p>\n"));
            }
            Block::Item { mark, text } => {
                if !std::mem::replace(&mut self.list, true) {
                    self.text.push_str("<ul>\n");
                }
                // Dashes and spaces are what a list has instead of bullets in plain text.
                let mark = match mark.trim() {
                    "" | "-" => String::new(),
                    mark => escaped(mark) + " ",
                };
                let text = inline(text);
                self.text.push_str(&format!("<li>{mark}{text}</li>\n"));
            }
            Block::Table(table) => self.table(table),
            Block::Lines(lines) => {
                self.text.push_str("<pre><code>");
                for line in lines {
                    let text = escaped(&line.text);
                    let line = match line.tone {
                        Tone::Good => format!("<ins>{text}</ins>\n"),
                        Tone::Bad => format!("<del>{text}</del>\n"),
                        _ => text + "\n",
                    };
                    self.text.push_str(&line);
                }
                self.text.push_str("</code></pre>\n");
            }
        }
    }

    fn end_list(&mut self) {
        if std::mem::take(&mut self.list) {
            self.text.push_str("</ul>\n");
        }
    }

    fn table(&mut self, table: &Table) {
        let caption = if table.caption.is_empty() {
            self.heading.clone()
        } else {
            escaped(&table.caption)
        };
        let out = &mut self.text;
        // What is wider than the page is reached by keyboard too.
        out.push_str(&format!(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">\n\
             <table>\n<caption>{caption}</caption>\n"
        ));
        if !table.headings.is_empty() {
            out.push_str("<thead>\n<tr>");
            for (at, heading) in table.headings.iter().enumerate() {
                let class = if figures(table, at) {
                    " class=\"n\""
                } else {
                    ""
                };
                let heading = escaped(heading);
                out.push_str(&format!("<th scope=\"col\"{class}>{heading}</th>"));
            }
            out.push_str("</tr>\n</thead>\n");
        }
        out.push_str("<tbody>\n");
        for row in &table.rows {
            out.push_str("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let class = if cell.right { " class=\"n\"" } else { "" };
                let text = inline(cell);
                out.push_str(&if at == 0 {
                    format!("<th scope=\"row\"{class}>{text}</th>")
                } else {
                    format!("<td{class}>{text}</td>")
                });
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
    }
}

/// True where a column holds figures and nothing else.
fn figures(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    cells.all(|cell| cell.right)
}

/// A text with its line breaks; what a reader looks for first in bold.
fn inline(cell: &Cell) -> String {
    let text = escaped(&cell.text).replace('\n', "<br/>");
    match cell.tone {
        Tone::Strong => format!("<strong>{text}</strong>"),
        _ => text,
    }
}

/// The text with everything replaced that HTML reads as something else. Characters that no document
/// may hold, such as those of control, become the mark of what cannot be shown.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::strict::faults;

    #[test]
    fn every_block_has_its_element() {
        let mut page = Page::default();
        page.heading(2, "Rom & tid");
        page.text(Cell::new("Viktig").tone(Tone::Strong));
        page.item("-", "ett");
        page.item("!", "to\nlinjer");
        let mut table = Table::new(["navn", "plasser"]).caption("Alle \"rom\"".to_owned());
        table.row(["Sal".into(), Cell::figure("30")]);
        page.table(table);
        let mut labels = Table::labels(0);
        labels.label("Dato".to_owned(), "i dag");
        page.table(labels);
        page.lines(vec![
            Cell::new("-a < 1").tone(Tone::Bad),
            Cell::new("+a < 2").tone(Tone::Good),
        ]);
        let html = html(&page, Lang::Nb);
        assert_eq!(faults(&html), Vec::<String>::new());
        let body = html.split("<main>\n").nth(1).unwrap_or_default();
        insta::assert_snapshot!(body);
    }

    proptest! {
        /// Whatever stands in a text, it is a text.
        #[test]
        fn no_text_is_markup(text in any::<String>(), code in "[<>&\"' a-z]{0,20}") {
            let mut page = Page::default();
            page.heading(1, &*text);
            page.text(&*code);
            page.item(&*text, &*code);
            let mut table = Table::new([&*code, &*text]).caption(code.clone());
            table.row([Cell::new(&*text).tone(Tone::Strong), code.as_str().into()]);
            page.table(table);
            page.lines(vec![Cell::new(&*code).tone(Tone::Good), Cell::new(&*text)]);
            prop_assert_eq!(faults(&html(&page, Lang::En)), Vec::<String>::new());
        }
    }
}
