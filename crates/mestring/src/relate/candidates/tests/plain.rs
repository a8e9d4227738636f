//! All pairs, compared one by one: slow, and written for reading.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The terms of a text as words say them.
fn terms(text: &str, grams: usize, words: bool) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for word in text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|own| !own.is_empty())
    {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        let short = letters.len().min(grams);
        all.extend(
            letters
                .windows(short)
                .map(|gram| gram.iter().collect::<String>()),
        );
        if words {
            all.insert(format!("the word {word}"));
        }
    }
    all
}

fn folded(text: &str) -> Option<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|own| !own.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// How near every record of the first column is to every one of the second.
fn similarities(
    how: &Text,
    a: &[Option<String>],
    b: Option<&[Option<String>]>,
) -> Vec<Vec<Option<u32>>> {
    let texts = |side: &[Option<String>]| -> Vec<Option<String>> {
        side.iter()
            .map(|own| own.as_deref().and_then(folded))
            .collect()
    };
    let (a, b) = (texts(a), b.map(texts));
    let distinct =
        |side: &[Option<String>]| side.iter().flatten().cloned().collect::<BTreeSet<_>>();
    let mut all: Vec<String> = distinct(&a).into_iter().collect();
    all.extend(b.iter().flat_map(|own| distinct(own)));
    let mut having: BTreeMap<String, u32> = BTreeMap::new();
    for text in &all {
        for term in terms(text, how.grams, how.words) {
            *having.entry(term).or_default() += 1;
        }
    }
    let most = how
        .never_cut
        .max((how.most_in as usize * all.len() / 10_000) as u32);
    let weigh = |shared: &BTreeSet<String>| -> u64 {
        let weights = shared
            .iter()
            .filter(|term| having[*term] <= most)
            .map(|term| {
                let count = f64::from(having[term]);
                ((1.0 + all.len() as f64 / count).log2() * 32.0).floor() as u64
            });
        weights.map(|weight| weight * weight).sum()
    };
    let near = |one: &str, other: &str| {
        if one == other {
            return 1_000_000;
        }
        let (one, other) = (
            terms(one, how.grams, how.words),
            terms(other, how.grams, how.words),
        );
        let shared = one.intersection(&other).cloned().collect();
        match weigh(&shared) {
            0 => 0,
            sum => (sum as f64 / (weigh(&one) as f64 * weigh(&other) as f64).sqrt() * 1e6).round()
                as u32,
        }
    };
    a.iter()
        .map(|one| {
            let others = b.as_ref().unwrap_or(&a).iter();
            others
                .map(|other| Some(near(one.as_deref()?, other.as_deref()?)))
                .collect()
        })
        .collect()
}

/// What the engine has to find by the texts of a search: for each pair how near it is by each.
pub(super) fn found(
    search: &Search,
    a: &Rows,
    b: Option<&Rows>,
) -> BTreeMap<(String, String), Vec<Option<Nearness>>> {
    let other = b.unwrap_or(a);
    let columns = |rows: &Rows, column: &str| match column {
        "title" => rows.titles.clone(),
        _ => rows.places.clone(),
    };
    let mut all: BTreeMap<(String, String), Vec<Option<Nearness>>> = BTreeMap::new();
    let mut wanted = BTreeSet::new();
    for how in search.texts() {
        let theirs = b.map(|own| columns(own, how.column()));
        let near = similarities(how, &columns(a, how.column()), theirs.as_deref());
        // Everybody's list: the nearest first, then by id.
        let list = |of: usize, side: usize| {
            let count = if side == 0 { other.len() } else { a.len() };
            let mut list: Vec<(i64, String)> = (0..count)
                .filter(|at| b.is_some() || *at != of)
                .filter_map(|at| {
                    let near = if side == 0 {
                        near[of][at]
                    } else {
                        near[at][of]
                    }?;
                    let id = if side == 0 {
                        &other.ids[at]
                    } else {
                        &a.ids[at]
                    };
                    (near >= how.at_least.max(1)).then(|| (-i64::from(near), id.clone()))
                })
                .collect();
            list.sort();
            list
        };
        for (x, one) in a.ids.iter().enumerate() {
            for (y, two) in other.ids.iter().enumerate() {
                if b.is_none() && one >= two {
                    continue;
                }
                let known = near[x][y].map(|similarity| {
                    let (of_x, of_y) = (list(x, 0), list(y, 1));
                    let rank = |list: &[(i64, String)], id: &String| {
                        let at = list.iter().take(how.top).position(|own| own.1 == *id)?;
                        NonZeroU32::new(at as u32 + 1)
                    };
                    let margin = |list: &[(i64, String)], id: &String| {
                        let best = list.iter().find(|own| own.1 != *id).map_or(0, |own| -own.0);
                        (how.top > 0).then(|| (i64::from(similarity) - best) as i32)
                    };
                    Nearness {
                        similarity,
                        rank: [rank(&of_x, two), rank(&of_y, one)],
                        margin: [margin(&of_x, two), margin(&of_y, one)],
                    }
                });
                let pair = (one.clone(), two.clone());
                if known.is_some_and(|own| own.rank.iter().any(Option::is_some)) {
                    wanted.insert(pair.clone());
                }
                all.entry(pair).or_default().push(known);
            }
        }
    }
    all.retain(|pair, _| wanted.contains(pair));
    all
}

/// What the engine finds.
fn engine(
    search: &Search,
    a: &Rows,
    b: Option<&Rows>,
) -> BTreeMap<(String, String), Vec<Option<Nearness>>> {
    let (first, second) = (a.table(), b.map(Rows::table));
    let found = match &second {
        None => within(search, &first).unwrap(),
        Some(second) => between(search, &first, second).unwrap(),
    };
    let other = b.unwrap_or(a);
    let all = found.iter().map(|own| {
        let pair = (a.ids[own.a].clone(), other.ids[own.b].clone());
        (pair, own.texts.to_vec())
    });
    let all: Vec<_> = all.collect();
    assert!(
        all.is_sorted_by(|a, b| a.0 < b.0),
        "each once, in the order of the ids"
    );
    all.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn one_table_is_as_all_pairs_say(rows in some_rows(25), search in some_search()) {
        prop_assert_eq!(engine(&search, &rows, None), found(&search, &rows, None));
    }

    #[test]
    fn two_tables_are_as_all_pairs_say(a in some_rows(18), b in some_rows(18), search in some_search()) {
        prop_assert_eq!(engine(&search, &a, Some(&b)), found(&search, &a, Some(&b)));
    }
}

/// The same on titles whose words are as long and as frequent as in a catalogue.
#[test]
fn titles_are_as_all_pairs_say() {
    let mut titles = Vec::new();
    for (at, form) in ["kurs", "grunnkurs", "skole", "nettkurs", "temadag"]
        .iter()
        .enumerate()
    {
        for topic in [
            "kols",
            "hjertesvikt",
            "diabetes",
            "astma og kols",
            "brystkreft",
            "kreft",
        ] {
            for audience in ["pasienter", "pårørende", "unge voksne", "barn"]
                .iter()
                .skip(at % 2)
            {
                titles.push(format!("{form} om {topic} for {audience}"));
            }
        }
    }
    let rows = Rows::titles(titles.iter().map(String::as_str));
    let text = Text::of("title").folding(Folding::Plain).never_cut(10);
    let search = Search::new().text(text);
    let (engine, plain) = (engine(&search, &rows, None), found(&search, &rows, None));
    assert!(plain.len() > 200, "{}", plain.len());
    assert_eq!(engine, plain);
}
