//! What the tests of candidates share: small tables, and what is found in them by hand.

use std::num::NonZeroUsize;

use proptest::prelude::*;

use super::*;

mod hostile;
mod keyed;
mod linked;
mod live;
mod plain;
mod same;

/// A table that owns its values: for each record an id, two texts and the values of two keys.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub ids: Vec<String>,
    pub titles: Vec<Option<String>>,
    pub places: Vec<Option<String>>,
    pub pages: Vec<Vec<String>>,
    pub topics: Vec<Vec<String>>,
}

impl Rows {
    pub(super) fn titles<'a>(titles: impl IntoIterator<Item = &'a str>) -> Rows {
        let titles: Vec<Option<String>> =
            titles.into_iter().map(|own| Some(own.to_owned())).collect();
        Rows {
            ids: (0..titles.len()).map(|at| format!("id {at:04}")).collect(),
            places: vec![None; titles.len()],
            pages: vec![Vec::new(); titles.len()],
            topics: vec![Vec::new(); titles.len()],
            titles,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn table(&self) -> Table<'_> {
        Table::new(self.ids.iter().map(String::as_str))
            .and_then(|own| own.text("title", self.titles.iter().map(Option::as_deref)))
            .and_then(|own| own.text("place", self.places.iter().map(Option::as_deref)))
            .and_then(|own| {
                own.key(
                    "page",
                    self.pages.iter().map(|own| own.iter().map(String::as_str)),
                )
            })
            .and_then(|own| {
                own.key(
                    "topic",
                    self.topics.iter().map(|own| own.iter().map(String::as_str)),
                )
            })
            .unwrap()
    }

    /// The same records in another order.
    pub(super) fn ordered(&self, order: &[usize]) -> Rows {
        fn of<T: Clone>(values: &[T], order: &[usize]) -> Vec<T> {
            order.iter().map(|at| values[*at].clone()).collect()
        }
        Rows {
            ids: of(&self.ids, order),
            titles: of(&self.titles, order),
            places: of(&self.places, order),
            pages: of(&self.pages, order),
            topics: of(&self.topics, order),
        }
    }
}

/// Words of few letters, so that much is alike, equal, or equally near.
pub(super) fn some_rows(most: usize) -> impl Strategy<Value = Rows> {
    let text = || proptest::option::weighted(0.9, "([abc]{1,4} ){0,3}[abc]{1,4}|-");
    let values = || proptest::collection::vec("[x-z]{0,1}", 0..3);
    let row = (text(), text(), values(), values());
    proptest::collection::vec(row, 0..most).prop_flat_map(|rows| {
        let ids: Vec<String> = (0..rows.len()).map(|at| format!("id {at:04}")).collect();
        (Just(rows), Just(ids).prop_shuffle()).prop_map(|(rows, ids)| {
            let mut all = Rows {
                ids,
                ..Rows::default()
            };
            for (title, place, pages, topics) in rows {
                all.titles.push(title);
                all.places.push(place);
                all.pages.push(pages);
                all.topics.push(topics);
            }
            all
        })
    })
}

/// Searches that cut, keep, and ask for few or many.
pub(super) fn some_search() -> impl Strategy<Value = Search> {
    let text = (
        2usize..5,
        any::<bool>(),
        0usize..5,
        prop_oneof![Just(0u32), 0..600_000u32],
        0u32..40,
    );
    (text.clone(), text, 1usize..4).prop_map(|(title, place, threads)| {
        let of = |column: &str, (grams, words, top, at_least, never_cut)| {
            let text = Text::of(column)
                .folding(Folding::Plain)
                .grams(grams)
                .words(words);
            text.top(top)
                .at_least(at_least)
                .most_in(3_000)
                .never_cut(never_cut)
        };
        Search::new()
            .text(of("title", title))
            .text(of("place", place))
            .threads(NonZeroUsize::new(threads).unwrap())
    })
}

/// The pairs of titles that are found, with each of the nearest `top`.
#[track_caller]
pub(super) fn check(titles: &[&str], top: usize, expect: &[(usize, usize)]) {
    let rows = Rows::titles(titles.iter().copied());
    let search = Search::new().text(Text::of("title").top(top));
    let found = within(&search, &rows.table()).unwrap();
    let pairs: Vec<(usize, usize)> = found.iter().map(|own| (own.a, own.b)).collect();
    assert_eq!(pairs, expect, "{titles:?}");
}

#[test]
fn what_is_worth_comparing() {
    check(&["Hjarteskule", "Hjerteskolen", "Sorggruppe"], 1, &[(0, 1)]);
    check(
        &["diabetesgrunnkurs", "grunnkurs diabetes", "barn", "born"],
        1,
        &[(0, 1), (2, 3)],
    );
    // Without a common letter nothing is found by text.
    check(&["brystkreft", "MS", "multippel"], 3, &[]);
    // An abbreviation is a whole word.
    check(&["MS", "msn"], 3, &[]);
    check(&["KOLS", "kols", "Kols!"], 1, &[(0, 1), (0, 2)]);
    check(&["a", "", "–", "a"], 5, &[(0, 3)]);
}

#[test]
fn what_is_known_of_a_pair() {
    let rows = Rows::titles([
        "grunnkurs diabetes",
        "grunnkurs diabetes",
        "diabetes",
        "smerte",
    ]);
    let search = Search::new().text(Text::of("title").top(1));
    let found = within(&search, &rows.table()).unwrap();
    let all: Vec<Candidate<'_>> = found.iter().collect();
    let [same, part] = all.as_slice() else {
        panic!("{all:?}")
    };
    let near = same.texts[0].unwrap();
    assert_eq!((same.a, same.b, near.similarity), (0, 1, 1_000_000));
    assert_eq!(
        near.rank.map(|own| own.map(NonZeroU32::get)),
        [Some(1), Some(1)]
    );
    let near = part.texts[0].unwrap();
    assert_eq!((part.a, part.b), (0, 2));
    assert_eq!(
        near.rank.map(|own| own.map(NonZeroU32::get)),
        [None, Some(1)]
    );
    // For the first another is nearer; for the third another is as near.
    assert_eq!(
        near.margin,
        [Some(near.similarity as i32 - 1_000_000), Some(0)]
    );
    assert!(part.found_by_text(0) && !part.found_by_text(1) && !part.found_by_key(0));
    assert_eq!(found.report().texts[0].tied, 1);
}

#[test]
fn debug_names_no_record() {
    let mut rows = Rows::titles(["Ola Nordmann", "Kari"]);
    rows.pages = vec![vec!["ola@example.org".to_owned()]; 2];
    let search = Search::new().text(Text::of("title")).key(Key::of("page"));
    let table = rows.table();
    let found = within(&search, &table).unwrap();
    let index = Index::new(&search, &table).unwrap();
    let record = Record {
        id: "id 0009",
        texts: &[Some("Ola")],
        keys: &[&["ola@example.org"]],
    };
    let shown = format!(
        "{table:?}{found:?}{record:?}{index:?}{:?}",
        index.candidates_of(&record)
    );
    for hidden in ["Ola", "Kari", "ola", "000"] {
        assert!(
            !shown.replace("1000000", "").contains(hidden),
            "{hidden}: {shown}"
        );
    }
    assert!(shown.contains("Found"));
}
