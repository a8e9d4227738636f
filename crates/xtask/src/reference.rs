//! The pages of docs/reference that are written from declarations: `cargo xtask reference` writes
//! them, and a test says when one is behind.

use std::fmt::Write;
use std::path::Path;

use mestring_exchange::code::CODES;
use mestring_model::facts::{FactDecl, Judged};
use mestring_model::record::{ColumnDecl, Kind};
use mestring_model::term::Word;
use mestring_model::{Desk, finding};

/// A page: its path from the root, and what writes it.
type Page = (&'static str, fn() -> String);

/// The pages.
pub const PAGES: [Page; 3] = [
    ("docs/reference/desk-folder.md", desk_folder),
    ("docs/reference/facts.md", facts),
    ("docs/reference/findings.md", findings),
];

const NOTE: &str =
    "<!-- Written by `cargo xtask reference` from the declarations; do not edit. -->\n";

/// Writes every page below the root.
///
/// # Errors
/// The system's reason, with the path.
#[expect(
    clippy::disallowed_methods,
    reason = "this task writes documents into the tree"
)]
pub fn write(root: &Path) -> Result<(), String> {
    for (path, page) in PAGES {
        let full = root.join(path);
        let failed = |error: std::io::Error| format!("cannot write {path}: {error}");
        if let Some(folder) = full.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(&full, page()).map_err(failed)?;
    }
    Ok(())
}

fn desk_folder() -> String {
    let mut out = format!(
        "{NOTE}\n# The desk folder\n\n\
         A desk is a folder of CSV files with a `desk.toml`, or one workbook with a sheet for each \
         table. It holds no persons: course leaders are roles, and people who wait are numbers. A \
         table that holds an eleven-digit national number is refused whole.\n\n\
         A file or sheet is known by its table's name in English, bokmål or nynorsk, and a column by \
         any of its headings. Tables and columns that are not needed can be left out; columns marked \
         \\* must be there and filled in.\n\n\
         **Empty is not no.** An empty cell of a column marked *fact* means that no source says \
         anything; `unknown`, `ukjent` or `ukjend` means that somebody was asked and nobody knows; \
         `none` or `ingen` in a list means that there are none. Lists part their values by `;`.\n\n\
         CSV is read as spreadsheets in Norway write it: semicolons or commas, UTF-8, UTF-16 or \
         Windows-1252, decimal comma, dates as `31.12.2026` or `2026-12-31`.\n\n\
         ## What imports leave beside the tables\n\n\
         `mestring import LIST --into DESK` shows what it would write; with `--yes` it writes. It \
         adds rows below those that stand, changes a cell only with `--update`, and leaves every \
         other byte of a file as it was. Municipalities, and rows of tables with ids, may be written \
         by name.\n\n\
         `import-left-out.csv` holds the cells that could not become part of the desk, each with its \
         list, row, heading and reason. No question reads it. Mend the list and import it again, or \
         remove the file.\n\n\
         `mapping.toml` says under `[list.NAME]` what somebody settled about a list (its `table`, and \
         under `columns` the column of each heading; an empty text leaves it out), and under \
         `[guess.NAME]` what the last import guessed, which is never obeyed.\n\n\
         ## desk.toml\n\n\
         | setting | meaning |\n|---|---|\n\
         | `name` | the centre's name, as reports print it |\n\
         | `language` | `nb`, `nn` or `en`: the language of the desk's files |\n\
         | `as_of` | the date that reports are of; without it, today |\n\
         | `centre` | the id of this centre in `organisations` |\n\
         | `history_from` | the first day from which every run of this centre is listed |\n\
         | `plan_from`, `plan_until` | the days that the plan may use |\n\
         | `seed` | the seed of draws between runs that all rules hold equal |\n\
         | `[packs]` | for each pack `{{ path = \"FOLDER\" }}` or `{{ shipped = \"NAME\", version = \"1.0.0\" }}` |\n"
    );
    for table in Desk::TABLES {
        let _ = write!(
            out,
            "\n## {} (`{}`, `{}`)\n\n{}\n\n\
             | column | bokmål | nynorsk | cell | meaning |\n|---|---|---|---|---|\n",
            table.name, table.nb, table.nn, table.meaning
        );
        for column in table.columns() {
            let star = if column.shape.required { "\\*" } else { "" };
            let _ = writeln!(
                out,
                "| `{}`{star} | {} | {} | {} | {} |",
                column.name,
                column.nb,
                column.nn,
                cell(column),
                column.meaning
            );
        }
    }
    out.push_str("\n# Words\n");
    let mut seen: Vec<&str> = Vec::new();
    for column in Desk::TABLES.iter().flat_map(|table| table.columns()) {
        if let Kind::Word(name, words) = column.shape.kind
            && !seen.contains(&name)
        {
            seen.push(name);
            let _ = write!(
                out,
                "\n## {}\n\n{}",
                name.replace('_', " "),
                word_table(words)
            );
        }
    }
    out
}

fn word_table(words: &[Word]) -> String {
    let mut out =
        "| word | bokmål | nynorsk | also read | meaning |\n|---|---|---|---|---|\n".to_owned();
    for word in words {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} | {} |",
            word.code,
            word.nb,
            word.nn,
            word.aliases.join(", "),
            word.meaning
        );
    }
    out
}

/// What a column's cells look like, in words.
fn cell(column: &ColumnDecl) -> String {
    let one = match column.shape.kind {
        Kind::Text => "text".to_owned(),
        Kind::Whole => "whole number".to_owned(),
        Kind::Span => "whole number or range, `8-12`".to_owned(),
        Kind::Hours => "hours, `13,5`".to_owned(),
        Kind::Money => "kroner, `1 200,50`".to_owned(),
        Kind::Price => "kroner, or `1000/par`".to_owned(),
        Kind::Share => "percentage, `85 %`".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::PartialDate => "date or part of one, `2026-09`, `2026-høst`".to_owned(),
        Kind::YesNo => "`ja` or `nei`".to_owned(),
        Kind::Ages => "age band, `18+`, `<65`, `14-20`".to_owned(),
        Kind::Municipality => "municipality number, four digits".to_owned(),
        Kind::OrganisationNumber => "organisation number, nine digits".to_owned(),
        Kind::Url => "web address".to_owned(),
        Kind::Word(name, _) => format!("[{}](#{})", name.replace('_', " "), name.replace('_', "-")),
        Kind::Id(table) => format!("id in `{table}`"),
        Kind::Slug => "short word".to_owned(),
    };
    let several = if column.shape.list { "several: " } else { "" };
    let fact = if column.shape.fact { ", *fact*" } else { "" };
    format!("{several}{one}{fact}")
}

fn facts() -> String {
    let mut out = format!(
        "{NOTE}\n# The facts that a rule may read\n\n\
         A script reads a fact as `run.sessions`. Reading one that is not known stops the script with \
         \"cannot tell\"; `known(run.sessions)` asks, and `run.sessions ?? 6` assumes, which the \
         verdict then says.\n"
    );
    for judged in Judged::ALL {
        let _ = write!(
            out,
            "\n## `{judged}`\n\n| fact | type | bokmål | nynorsk | meaning |\n|---|---|---|---|---|\n"
        );
        for fact in judged.facts() {
            let _ = writeln!(
                out,
                "| `{}` | {} | {} | {} | {} |",
                fact.name,
                fact_type(fact),
                fact.nb,
                fact.nn,
                fact.meaning
            );
        }
    }
    out
}

fn fact_type(fact: &FactDecl) -> String {
    let words: Vec<String> = fact
        .kind
        .words()
        .iter()
        .map(|word| format!("`\"{}\"`", word.code))
        .collect();
    let unit = fact
        .unit
        .map(|unit| format!(" ({unit})"))
        .unwrap_or_default();
    if words.is_empty() {
        format!("{}{unit}", fact.kind.name())
    } else {
        format!("{}: {}", fact.kind.name(), words.join(", "))
    }
}

fn findings() -> String {
    let mut out = format!(
        "{NOTE}\n# Codes of findings and errors\n\n\
         A code never gets a second meaning. `D` is about the rows of a desk, `X` about files.\n\n\
         | code | meaning |\n|---|---|\n"
    );
    for (code, meaning) in finding::CODES.iter().chain(CODES) {
        let _ = writeln!(out, "| {code} | {meaning} |");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the test reads the tree's documents"
    )]
    fn every_page_is_as_the_declarations_say() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut seen = 0;
        for (path, page) in PAGES {
            let written = std::fs::read_to_string(root.join(path)).unwrap_or_default();
            assert!(
                written == page(),
                "{path} is behind: run `cargo xtask reference`"
            );
            seen += page().lines().count();
        }
        assert!(seen > 300, "only {seen} lines were compared");
    }
}
