//! A catalogue: one row for each entry as a page or list shows it, with organisers by name and places in
//! words, as somebody who looked around writes it down. It becomes a desk of offers, organisations and
//! listings.
//!
//! The headings that the table of offers knows are read as there (`offer_id`, `title`, `format`, …).
//! Besides there are
//!
//! | heading | meaning |
//! |---|---|
//! | `organiser` | who organises it, by name (below) |
//! | `organiser_kind` | what kind of organisation that is |
//! | `catchment` | whose people it is for, in words: a municipality, a trust, a county, `national` |
//! | `municipality_no` | the municipalities, where `catchment` names no area |
//! | `target_group` | who takes part: `patients`, `relatives`, `both`, … |
//! | `age_group` | their ages, an age band or `adults` |
//! | `status` | how far it has come |
//! | `source_url`, `source_type`, `page_language`, `year_of_page` | the page that shows it |
//! | `retrieved` | when it was looked at |
//!
//! Other columns are not read: what an annotator adds says nothing of what a centre could know.
//!
//! An organiser's text may name several: `A with B`, `A; B`. `A, B` is a part and what it is a part of,
//! the one that names a trust, a municipality or has a legal form being the whole, else the first; `A (B)`
//! is a part of B.

use std::path::Path;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::finding::{KeyProblem, Table};
use mestring_model::noun::{LabelledPair, Offer};
use mestring_model::record::{Record as _, of_table};
use mestring_model::term::nearest;
use mestring_model::{Desk, Finding, RawTable};

use crate::{ExchangeError, csv_text, folder};

mod organisers;
mod places;

use organisers::Organisers;

/// What the heading of a catalogue becomes in the table of offers.
const OFFERS: [(&str, &str); 20] = [
    ("offer_id", "id"),
    ("title", "title"),
    ("level", "level"),
    ("status", "lifecycle"),
    ("target_group", "audience"),
    ("age_group", "ages"),
    ("topics", "topics"),
    ("format", "format"),
    ("sessions", "sessions"),
    ("hours_total", "hours"),
    ("capacity", "seats"),
    ("referral_required", "referral"),
    ("has_physical_activity", "activity"),
    ("user_representative_involved", "user_involved"),
    ("language", "language"),
    ("start_dates", "dates"),
    ("price_nok", "price"),
    ("source_url", "source"),
    ("retrieved", "source_date"),
    ("note", "note"),
];

/// What the heading of a catalogue becomes in the table of listings.
const LISTINGS: [(&str, &str); 5] = [
    ("offer_id", "offer"),
    ("source_url", "url"),
    ("source_type", "kind"),
    ("page_language", "page_language"),
    ("year_of_page", "year"),
];

/// Whether a path is that of a catalogue: a CSV file.
pub fn is_one(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|own| own.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("csv" | "tsv"))
}

/// Reads a catalogue from a CSV file. `as_of` says which municipalities stood when it was written.
///
/// What cannot be used becomes a finding that names file, row and column; the rest is read.
///
/// # Errors
/// The file cannot be read, is not text, or holds what resembles a national identity number.
pub fn read(path: &Path, as_of: NaiveDate) -> Result<(Desk, Vec<Finding>), ExchangeError> {
    let (table, mut findings) = read_table(path)?;
    let (desk, own) = from_table(table, as_of);
    findings.extend(own);
    Ok((desk, findings))
}

/// The desk of a catalogue that was read already.
pub fn from_table(table: RawTable, as_of: NaiveDate) -> (Desk, Vec<Finding>) {
    let cell = |row: &mestring_model::RawRow, heading: &str| -> String {
        let at = table.column(heading);
        let text = at.and_then(|at| row.cells.get(at));
        text.map_or_else(String::new, |text| text.trim().to_owned())
    };
    let mut offers = RawTable::with_headings(
        &table.file,
        OFFERS
            .iter()
            .map(|(_, own)| *own)
            .chain(["organisers", "reach", "municipalities"]),
    );
    let mut listings = RawTable::with_headings(&table.file, LISTINGS.iter().map(|(_, own)| *own));
    let mut organisers = Organisers::default();
    for row in &table.rows {
        let organiser = cell(row, "organiser");
        let ids = organisers.add(&organiser, &cell(row, "organiser_kind"));
        let place = places::of(
            &cell(row, "catchment"),
            &cell(row, "municipality_no"),
            &organiser,
            as_of,
        );
        let mut cells: Vec<String> = Vec::with_capacity(offers.headings.len());
        cells.extend(
            OFFERS
                .iter()
                .map(|(heading, own)| plain(own, cell(row, heading))),
        );
        cells.extend([ids.join("; "), place.reach.to_owned(), place.municipalities]);
        offers.rows.push(mestring_model::RawRow {
            number: row.number,
            cells,
        });
        if !cell(row, "source_url").is_empty() {
            let cells = LISTINGS
                .iter()
                .map(|(heading, own)| plain(own, cell(row, heading)));
            let cells = cells.collect();
            listings.rows.push(mestring_model::RawRow {
                number: row.number,
                cells,
            });
        }
    }
    Desk::builder()
        .table("organisations", organisers.table(&table.file))
        .table("offers", offers)
        .table("listings", listings)
        .build()
}

/// Reads labelled pairs of offers of a desk from a CSV file with the columns `offer_id_a`, `offer_id_b`,
/// `relation` and, if there is one, `kind`; others are passed over. A pair of which an offer is not there
/// is a finding and left out, as is the second of two rows about the same pair.
///
/// # Errors
/// As [`read`].
pub fn read_pairs(
    path: &Path,
    desk: &Desk,
) -> Result<(Vec<LabelledPair>, Vec<Finding>), ExchangeError> {
    let (table, mut findings) = read_table(path)?;
    let (rows, own) = of_table::<LabelledPair>(&table);
    findings.extend(own);
    let ids: BTreeSet<&str> = desk.offers.iter().map(|offer| offer.id.as_str()).collect();
    let mut first: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (place, pair) in rows {
        let missing = [("a", &pair.a), ("b", &pair.b)];
        let missing = missing
            .into_iter()
            .find(|(_, id)| !ids.contains(id.as_str()));
        if let Some((column, id)) = missing {
            let nearest = nearest(id, ids.iter().copied()).map(str::to_owned);
            let id = id.clone();
            let table = Table::of(&Offer::TABLE);
            let problem = KeyProblem::NoSuchRow { table, id, nearest };
            findings.push(Finding::new(place.column(column), problem));
            continue;
        }
        let key = match pair.a <= pair.b {
            true => (pair.a.clone(), pair.b.clone()),
            false => (pair.b.clone(), pair.a.clone()),
        };
        match first.get(&key) {
            Some(first) => {
                let id = format!("{}–{}", key.0, key.1);
                let first = *first;
                findings.push(Finding::new(place, KeyProblem::TakenId { id, first }));
            }
            None => {
                first.insert(key, place.row.unwrap_or_default());
                pairs.push(pair);
            }
        }
    }
    Ok((pairs, findings))
}

fn read_table(path: &Path) -> Result<(RawTable, Vec<Finding>), ExchangeError> {
    let name = path.file_name().map(|name| name.to_string_lossy());
    csv_text::read(&name.unwrap_or_default(), &folder::read_file(path)?)
}

/// A cell as the desk's column reads it, where a catalogue writes it in another way.
fn plain(column: &str, text: String) -> String {
    let lower = text.to_lowercase();
    match column {
        "audience" => lower.replace(' ', "_"),
        "ages" => ages(&lower).map_or(text, str::to_owned),
        "language" if lower.starts_with("interpreted") => "interpreted".to_owned(),
        "language" if lower.starts_with("adapted") => "adapted".to_owned(),
        "language" if foreign(&lower) => "other".to_owned(),
        _ => text,
    }
}

/// Ages that a catalogue writes in words, as the table of offers writes them; `None` for what that table reads
/// itself. Whose children somebody has says nothing of their own age.
fn ages(lower: &str) -> Option<&str> {
    let first = lower.split([';', '(']).next().unwrap_or_default().trim();
    match first {
        "children" | "children and youth" => Some("minors"),
        // Young people as health statistics count them, from lower secondary school on.
        "youth" | "young people" => Some("13-24"),
        "working age" => Some("18-67"),
        "seniors" | "elderly" => Some("65+"),
        words if words.starts_with("adults") => Some("adults"),
        words if words.starts_with("parents") || words.starts_with("all") => Some(""),
        words => (words != lower).then_some(words),
    }
}

/// Codes of languages of which none is Norwegian: `ur;ta`.
fn foreign(text: &str) -> bool {
    let is_code = |code: &str| code.len() == 2 && code.chars().all(|own| own.is_ascii_lowercase());
    let norwegian = |code: &str| matches!(code, "nb" | "nn" | "no");
    let mut codes = text.split(';').map(str::trim).peekable();
    codes.peek().is_some() && codes.all(|code| is_code(code) && !norwegian(code))
}

#[cfg(test)]
mod tests;
