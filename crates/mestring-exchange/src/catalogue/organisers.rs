//! Who organises an offer, from the text that names them.

use std::collections::{BTreeMap, BTreeSet};

use mestring_data::{municipality, trust};
use mestring_model::RawTable;

/// Words that end or begin the name of a whole: a legal form or a public body.
const WHOLE: [&str; 6] = [
    "hf",
    "rhf",
    "kommune",
    "kommunar",
    "kommuner",
    "fylkeskommune",
];

/// Words in brackets that say what an organiser is and not of whom it is a part.
const KINDS: [&str; 3] = ["private", "privat", "pilot"];

/// The organisations of a catalogue, each once, by ids made of their names.
#[derive(Default)]
pub(super) struct Organisers {
    ids: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    rows: Vec<[String; 4]>,
}

impl Organisers {
    /// The ids of those that a text names; empty where it names nobody.
    pub(super) fn add(&mut self, text: &str, kind: &str) -> Vec<String> {
        let mut ids = Vec::new();
        for name in several(text) {
            let id = self.one(&name, kind);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The organisation of a name, which may say of what it is a part.
    fn one(&mut self, name: &str, kind: &str) -> String {
        let (own, whole) = part_and_whole(name);
        let parent = whole.map(|whole| self.one(whole, kind)).unwrap_or_default();
        // Two parts of different wholes may have the same name.
        let key = format!("{}|{parent}", own.to_lowercase());
        if let Some(id) = self.ids.get(&key) {
            return id.clone();
        }
        let id = self.new_id(own);
        self.ids.insert(key, id.clone());
        let kind = if kind.is_empty() { "other" } else { kind };
        self.rows
            .push([id.clone(), own.to_owned(), kind.to_owned(), parent]);
        id
    }

    /// Letters and digits of a name, with a number behind where that is taken.
    fn new_id(&mut self, name: &str) -> String {
        let letter = |own: char| match own.to_ascii_lowercase() {
            own if own.is_ascii_alphanumeric() => own,
            'æ' | 'Æ' => 'a',
            'ø' | 'Ø' => 'o',
            'å' | 'Å' => 'a',
            _ => '-',
        };
        let plain: String = name.chars().map(letter).take(40).collect();
        let words: Vec<&str> = plain.split('-').filter(|own| !own.is_empty()).collect();
        let stem = match words.as_slice() {
            [] => "organiser".to_owned(),
            words => words.join("-"),
        };
        let mut id = stem.clone();
        let mut nth = 2_u32;
        while !self.taken.insert(id.clone()) {
            id = format!("{stem}-{nth}");
            nth += 1;
        }
        id
    }

    /// The table of organisations.
    pub(super) fn table(self, file: &str) -> RawTable {
        let mut table = RawTable::with_headings(file, ["id", "name", "kind", "parent"]);
        for row in self.rows {
            table.push(row.to_vec());
        }
        table
    }
}

/// Those that a text names: `A with B`, `A; B`, `A / B`, `Askøy og Fjell kommunar`.
fn several(text: &str) -> Vec<String> {
    let marks = [";", " / ", " with ", " med ", " i samarbeid "];
    let parts = split_outside_brackets(text, &marks);
    let parts = parts
        .into_iter()
        .map(|part| part.trim().trim_start_matches("with ").trim());
    parts
        .filter(|part| !part.is_empty())
        .flat_map(|part| municipalities(part).unwrap_or_else(|| vec![part.to_owned()]))
        .collect()
}

/// The municipalities of a list such as `Askøy, Fjell og Øygarden kommunar` or `Sveio, Tysvær`; `None` where
/// it is another text.
fn municipalities(text: &str) -> Option<Vec<String>> {
    let many = ["kommunar", "kommuner"];
    let list = many.iter().find_map(|word| text.strip_suffix(word));
    let names = list.unwrap_or(text).split(',');
    let names = names.flat_map(|part| part.split(" og "));
    let names: Vec<&str> = names.map(str::trim).filter(|own| !own.is_empty()).collect();
    let known = |name: &&str| {
        municipality::all()
            .iter()
            .any(|row| row.names.iter().any(|own| own.eq_ignore_ascii_case(name)))
    };
    let is_list = names.len() > 1 && names.iter().all(known) && !text.contains('(');
    is_list.then(|| names.iter().map(|name| format!("{name} kommune")).collect())
}

/// A name, with that of which it is a part.
fn part_and_whole(name: &str) -> (&str, Option<&str>) {
    let name = name.trim();
    if let Some((own, rest)) = name.split_once('(') {
        let (own, inside) = (own.trim(), rest.trim_end_matches(')').trim());
        let inside = inside.trim_start_matches("with ").trim();
        let is_kind = KINDS
            .iter()
            .any(|kind| inside.to_lowercase().contains(kind));
        return match own.is_empty() || inside.is_empty() {
            true => (name, None),
            // What a bracket says that is no other organiser stays out of the name.
            false if is_kind || !names_a_whole(inside) => (own, None),
            false => (own, Some(inside)),
        };
    }
    let Some((first, rest)) = name.split_once(',') else {
        return (name, None);
    };
    let (first, rest) = (first.trim(), rest.trim());
    match (names_a_whole(first), names_a_whole(rest)) {
        _ if first.is_empty() || rest.is_empty() => (name, None),
        // `Askøy, Fjell og Øygarden kommunar`: a list, and no part of anything.
        (false, true) if rest.contains(" og ") => (name, None),
        (false, true) => (first, Some(rest)),
        (true, _) | (false, false) => (rest, Some(first)),
    }
}

fn names_a_whole(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|own: char| !own.is_alphanumeric());
    words.any(|word| WHOLE.contains(&word)) || !trust::named_in(text).is_empty()
}

/// Splits at marks that stand outside brackets.
fn split_outside_brackets<'a>(text: &'a str, marks: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(letter) = rest.chars().next() else {
            break;
        };
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match marks
            .iter()
            .find(|mark| depth == 0 && rest.starts_with(**mark))
        {
            Some(mark) => {
                parts.extend(text.get(from..at));
                at += mark.len();
                from = at;
            }
            None => at += letter.len_utf8(),
        }
    }
    parts.extend(text.get(from..));
    parts
}
