//! The pages of the tables that people fill in: the desk folder and the person store.

use std::fmt::Write;

use mestring_model::record::{ColumnDecl, Kind, TableDecl};
use mestring_model::term::Word;
use mestring_model::{Desk, PersonStore};

use super::NOTE;

pub(super) fn desk_folder() -> String {
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
         | `lead_weeks` | the weeks that it takes from the decision to the first session of a course that is new in this centre, where its offer states none |\n\
         | `seed` | the seed of draws between runs that all rules hold equal |\n\
         | `[packs]` | for each pack `{{ path = \"FOLDER\" }}` or `{{ shipped = \"NAME\", version = \"1.0.0\" }}` |\n"
    );
    tables(&mut out, Desk::TABLES);
    out
}

/// The tables of a person store, and what keeps persons where they belong.
pub(super) fn person_store() -> String {
    let mut out = format!(
        "{NOTE}\n# The person store\n\n\
         A person store is a folder of CSV files with a `store.toml`. It holds the people who wait for a \
         course, what they are referred to, the places that they were offered and the sessions that \
         they came to. A [desk](desk-folder.md) holds no persons: it is shared, and every version of it \
         is kept.\n\n\
         **What is refused**, with nothing read: a store inside a git work tree, unless `store.toml` \
         says that its people are made up (`synthetic = true`); a store inside a desk; a desk with one \
         of these tables; and a store in which an eleven-digit national number stands anywhere. Each \
         person has an id of the centre's own; keep the way from it to the person elsewhere.\n\n\
         **What is never shown**: what a cell holds. A finding names the file, the row and the column, \
         and writes `…` where it would quote. A column without a declared heading goes by its letter.\n\n\
         Files, headings and cells are read as those of a desk: names in English, bokmål or nynorsk, an \
         empty cell of a *fact* is not stated, `unknown` or `ukjent` means that the person was asked \
         and does not know, `none` or `ingen` in a list means that there are none. Columns marked \\* \
         must be there and filled in. Tables that are not needed can be left out.\n\n\
         ## store.toml\n\n\
         | setting | meaning |\n|---|---|\n\
         | `synthetic` | `true` where everybody in the store is made up |\n\
         | `as_of` | the date of the questions; without it, the desk's |\n\
         | `history_from` | the first day from which every referral is kept, also of those who were served; without it nobody can say how many are referred |\n\
         | `seed` | the seed of the draw between people whom everything else leaves equal; without it \
         there is no draw |\n"
    );
    tables(&mut out, PersonStore::TABLES);
    out
}

/// Each table with its columns, and the lists of words that they take.
fn tables(out: &mut String, tables: &[TableDecl]) {
    for table in tables {
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
    for column in tables.iter().flat_map(TableDecl::columns) {
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
        Kind::BirthYear => "year, four digits".to_owned(),
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
