//! How many of the true pairs are among the candidates, out of how few, and in how much CPU time.
//!
//! ```text
//! cargo run --release --example candidates
//! cargo run --release --example candidates -- listings RECORDS [SEED]
//! cargo run --release --example candidates -- offers RECORDS
//! cargo run --release --example candidates -- files A.csv B.csv TRUTH.csv TEXT[=COLUMN+COLUMN…]… [key:COLUMN]…
//! ```
//!
//! Options: `--top K`, `--grams N`, `--most-in BASIS_POINTS`, `--threads N`, `--folding plain`. In files the
//! first column of either table is the id; the truth has two columns, an id of each table. A text
//! is a column, or a name and the columns that are joined. Without arguments a small made-up set.
//!
//! Recall is the share of true pairs that are candidates; reduction is the share of all pairs that
//! need no look. CPU time is the process's own, without reading the files.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]
#![expect(
    clippy::disallowed_methods,
    reason = "it reads the files it is given, its arguments, and what the system says of its time"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::num::NonZeroUsize;
use std::time::Instant;

use mestring::relate::candidates::{
    Candidates, Folding, Index, Key, Mapping, Record, Search, Table, Text, between, links, within,
};
use mestring::synthetic::Listings;

type Outcome<T> = Result<T, Box<dyn Error>>;

struct Options {
    words: Vec<String>,
    top: Option<usize>,
    grams: Option<usize>,
    most_in: Option<u32>,
    folding: Folding,
    threads: NonZeroUsize,
}

fn main() -> Outcome<()> {
    let options = options()?;
    let words: Vec<&str> = options.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => listings(1_000, 1, &options),
        ["listings", records] => listings(records.parse()?, 1, &options),
        ["listings", records, seed] => listings(records.parse()?, seed.parse()?, &options),
        ["offers", records] => offers(records.parse()?, &options),
        ["files", a, b, truth, columns @ ..] => files(a, b, truth, columns, &options),
        _ => Err("see the head of examples/candidates.rs".into()),
    }
}

fn options() -> Outcome<Options> {
    let mut own = Options {
        words: Vec::new(),
        top: None,
        grams: None,
        most_in: None,
        folding: Folding::Norwegian,
        threads: NonZeroUsize::MIN,
    };
    let mut args = std::env::args().skip(1);
    while let Some(word) = args.next() {
        let mut value = || args.next().ok_or("an option lacks its value");
        match word.as_str() {
            "--top" => own.top = Some(value()?.parse()?),
            "--grams" => own.grams = Some(value()?.parse()?),
            "--most-in" => own.most_in = Some(value()?.parse()?),
            "--threads" => own.threads = value()?.parse()?,
            "--folding" => {
                own.folding = match value()?.as_str() {
                    "plain" => Folding::Plain,
                    _ => Folding::Norwegian,
                }
            }
            _ => own.words.push(word),
        }
    }
    Ok(own)
}

impl Options {
    fn text(&self, column: &str) -> Text {
        let mut text = Text::of(column).folding(self.folding);
        if let Some(top) = self.top {
            text = text.top(top);
        }
        if let Some(grams) = self.grams {
            text = text.grams(grams);
        }
        if let Some(most) = self.most_in {
            text = text.most_in(most);
        }
        text
    }
}

/// Two made-up catalogues.
fn listings(records: usize, seed: u64, options: &Options) -> Outcome<()> {
    let own = Listings::new(records, seed);
    let table = |of: &'static str, side| table_of(of, side);
    let (a, b) = (table("first", &own.first)?, table("second", &own.second)?);
    let search = Search::new()
        .text(options.text("title"))
        .text(options.text("description").most_in(500))
        .key(Key::of("subject"))
        .threads(options.threads);
    println!("{records} listings in each of two catalogues, seed {seed}");
    raced(&search, &a, &b, &own.same.into_iter().collect())
}

fn table_of<'a>(_: &str, side: &'a [mestring::synthetic::Listing]) -> Outcome<Table<'a>> {
    Ok(Table::new(side.iter().map(|own| own.id.as_str()))?
        .text("title", side.iter().map(|own| Some(own.title.as_str())))?
        .text(
            "description",
            side.iter().map(|own| own.description.as_deref()),
        )?
        .key("subject", side.iter().map(|own| own.subject.as_deref()))?
        .key("page", side.iter().map(|own| own.page.as_deref()))?)
}

/// One catalogue in itself, then an index of it.
fn offers(records: usize, options: &Options) -> Outcome<()> {
    let own = Listings::new(records.div_ceil(2), 1);
    let all: Vec<_> = own
        .first
        .iter()
        .chain(&own.second)
        .take(records)
        .cloned()
        .collect();
    let table = table_of("all", &all)?;
    let search = Search::new()
        .text(options.text("title"))
        .text(options.text("description").most_in(500))
        .key(Key::of("subject"))
        .key(Key::of("page"))
        .threads(options.threads);
    let started = (Instant::now(), cpu());
    let found = within(&search, &table)?;
    println!("{records} offers in one catalogue");
    told(&found, started);
    let started = (Instant::now(), cpu());
    let mut index = Index::new(&search, &table)?;
    println!("index made in {:.2} CPU s", cpu() - started.1);
    let asking = Listings::new(2_000, 2);
    let mut times: Vec<(u128, u64)> = Vec::new();
    for own in &asking.second {
        let subject: Vec<&str> = own.subject.as_deref().into_iter().collect();
        let page: Vec<&str> = own.page.as_deref().into_iter().collect();
        let record = Record {
            id: "new",
            texts: &[Some(&own.title), own.description.as_deref()],
            keys: &[&subject, &page],
        };
        let started = Instant::now();
        let answer = index.candidates_of(&record);
        times.push((started.elapsed().as_micros(), answer.postings));
    }
    times.sort_unstable();
    let at = |share: usize| {
        times
            .get(times.len() * share / 1000)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "one new offer against them, {} asked: median {} µs, p99 {} µs, most {} µs",
        times.len(),
        at(500).0,
        at(990).0,
        at(999).0
    );
    let started = Instant::now();
    for own in &asking.second {
        let texts = [Some(own.title.as_str()), own.description.as_deref()];
        index.add(&Record {
            id: &own.id,
            texts: &texts,
            keys: &[],
        });
    }
    println!(
        "one added: {} µs in the mean",
        started.elapsed().as_micros() / times.len() as u128
    );
    let started = Instant::now();
    for own in &asking.second {
        index.remove(&own.id);
    }
    println!(
        "one removed: {} µs in the mean",
        started.elapsed().as_micros() / times.len() as u128
    );
    println!("peak memory {} MB", peak());
    Ok(())
}

/// Records of files.
fn files(a: &str, b: &str, truth: &str, columns: &[&str], options: &Options) -> Outcome<()> {
    let (a, b, truth) = (read(a)?, read(b)?, read(truth)?);
    let rows = |of: &Sheet| -> Vec<String> {
        of.rows
            .iter()
            .filter_map(|own| own.first().cloned())
            .collect()
    };
    let (ids_a, ids_b) = (rows(&a), rows(&b));
    let places =
        |ids: &[String]| -> BTreeMap<String, usize> { ids.iter().cloned().zip(0..).collect() };
    let (in_a, in_b) = (places(&ids_a), places(&ids_b));
    let same = truth
        .rows
        .iter()
        .filter_map(|own| Some((*in_a.get(own.first()?)?, *in_b.get(own.get(1)?)?)));
    let same: BTreeSet<(usize, usize)> = same.collect();
    let mut search = Search::new().threads(options.threads);
    let mut joined: Vec<(&str, [Vec<String>; 2])> = Vec::new();
    for column in columns {
        if let Some(key) = column.strip_prefix("key:") {
            search = search.key(Key::of(key));
            joined.push((column, [a.joined(key)?, b.joined(key)?]));
        } else {
            let (name, from) = column.split_once('=').unwrap_or((column, column));
            search = search.text(options.text(name));
            joined.push((column, [a.joined(from)?, b.joined(from)?]));
        }
    }
    let table = |ids, side| -> Outcome<Table<'_>> {
        let mut table = Table::new(strs(ids))?;
        for (column, sides) in &joined {
            let values: &[Vec<String>; 2] = sides;
            let own = values
                .get::<usize>(side)
                .ok_or("a table has no such side")?;
            table = match column.strip_prefix("key:") {
                Some(key) => table.key(key, own.iter().map(|own| Some(own.as_str())))?,
                None => {
                    let name = column.split_once('=').map_or(*column, |(name, _)| name);
                    table.text(name, own.iter().map(|own| Some(own.as_str())))?
                }
            };
        }
        Ok(table)
    };
    println!(
        "{} and {} records, {} true pairs",
        ids_a.len(),
        ids_b.len(),
        same.len()
    );
    let (first, second) = (table(&ids_a, 0)?, table(&ids_b, 1)?);
    raced(&search, &first, &second, &same)
}

fn strs(of: &[String]) -> impl Iterator<Item = &str> {
    of.iter().map(String::as_str)
}

/// A file of comma-separated values.
struct Sheet {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The cells of some columns, by their names with `+` between, joined in each row.
    fn joined(&self, columns: &str) -> Outcome<Vec<String>> {
        let places = columns.split('+').map(|name| {
            let at = self.headings.iter().position(|own| own == name);
            at.ok_or_else(|| format!("no column `{name}`"))
        });
        let places: Vec<usize> = places.collect::<Result<_, _>>()?;
        let rows = self.rows.iter().map(|row| {
            let cells: Vec<&str> = places
                .iter()
                .filter_map(|at| row.get(*at))
                .map(String::as_str)
                .collect();
            cells.join(" ")
        });
        Ok(rows.collect())
    }
}

fn read(path: &str) -> Outcome<Sheet> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let mut rows = cells(&text).into_iter();
    Ok(Sheet {
        headings: rows.next().unwrap_or_default(),
        rows: rows.collect(),
    })
}

/// The cells of comma-separated values, with quotes as RFC 4180 has them.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// Finds the candidates between two tables, and maps them.
fn raced(
    search: &Search,
    a: &Table<'_>,
    b: &Table<'_>,
    same: &BTreeSet<(usize, usize)>,
) -> Outcome<()> {
    let started = (Instant::now(), cpu());
    let found = between(search, a, b)?;
    let hits = found
        .iter()
        .filter(|own| same.contains(&(own.a, own.b)))
        .count();
    told(&found, started);
    println!("recall {:.4}", hits as f64 / same.len().max(1) as f64);
    for mapping in [Mapping::Mutual, Mapping::Unique] {
        let started = cpu();
        let linked = links(&found, mapping);
        let right = linked
            .iter()
            .filter(|own| same.contains(&(own.a, own.b)))
            .count() as f64;
        let (of_linked, of_true) = (linked.len().max(1) as f64, same.len().max(1) as f64);
        println!(
            "{mapping:?}: {} links, precision {:.4}, recall {:.4}, F1 {:.4}, {:.2} CPU s more",
            linked.len(),
            right / of_linked,
            right / of_true,
            2.0 * right / (of_linked + of_true),
            cpu() - started
        );
    }
    println!(
        "whole process {:.2} CPU s, peak memory {} MB",
        cpu(),
        peak()
    );
    Ok(())
}

fn told(found: &Candidates, (clock, used): (Instant, f64)) {
    let (wall, cpu) = (clock.elapsed().as_secs_f64(), cpu() - used);
    let report = found.report();
    let reduction = 1.0 - found.len() as f64 / report.possible.max(1) as f64;
    println!(
        "{} candidates, reduction {reduction:.5}, {cpu:.2} CPU s, {wall:.2} s, peak memory {} MB",
        found.len(),
        peak()
    );
    for own in &report.texts {
        println!(
            "  {}: {} texts, {} terms of which {} cut, {} of the nearest, {} pairs of {} estimated, {} tied, {} entries read, {} compared",
            own.column,
            own.distinct,
            own.terms,
            own.cut,
            own.taken,
            own.found,
            own.estimated,
            own.tied,
            own.postings,
            own.compared
        );
    }
    for own in &report.keys {
        println!(
            "  {}: {} values shared, {} pairs of {} estimated, {} left out",
            own.column,
            own.shared,
            own.found,
            own.estimated,
            own.skipped()
        );
    }
}

/// The CPU seconds of this process; 0 where the system does not say.
fn cpu() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let main: f64 = told
        .split(' ')
        .next()
        .and_then(|own| own.parse().ok())
        .unwrap_or_default();
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    let ticks: f64 = after
        .skip(11)
        .take(2)
        .filter_map(|own| own.parse::<f64>().ok())
        .sum();
    // Hundredths for all threads together, and finer where there is one.
    (ticks / 100.0).max(main / 1e9)
}

/// The most memory that the process held, in megabytes; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|own| own.starts_with("VmHWM"));
    let size = line.and_then(|own| own.split_whitespace().nth(1));
    size.and_then(|own| own.parse::<u64>().ok())
        .unwrap_or_default()
        / 1024
}
