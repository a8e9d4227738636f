//! Candidates among made-up listings: what is found, what is read for it, and what budgets do.

use std::num::NonZeroUsize;

use mestring::relate::candidates::{
    CandidateError, Index, Key, Record, Search, Table, Text, between, within,
};
use mestring::synthetic::{Listing, Listings};

fn table(side: &[Listing]) -> Result<Table<'_>, CandidateError> {
    Table::new(side.iter().map(|own| own.id.as_str()))?
        .text("title", side.iter().map(|own| Some(own.title.as_str())))?
        .text(
            "description",
            side.iter().map(|own| own.description.as_deref()),
        )?
        .key("subject", side.iter().map(|own| own.subject.as_deref()))
}

/// One catalogue of so many listings.
fn listings(records: usize) -> Vec<Listing> {
    let own = Listings::new(records / 2, 1);
    own.first.into_iter().chain(own.second).collect()
}

fn search() -> Search {
    let texts = Search::new()
        .text(Text::of("title"))
        .text(Text::of("description"));
    texts.key(Key::of("subject"))
}

#[test]
fn candidates_hold_what_two_catalogues_share() {
    for seed in [1, 2] {
        let own = Listings::new(1_000, seed);
        let found = between(
            &search(),
            &table(&own.first).unwrap(),
            &table(&own.second).unwrap(),
        )
        .unwrap();
        let hits = own.same.iter().filter(|pair| {
            let mut found = found.iter();
            found.any(|own| (own.a, own.b) == **pair)
        });
        let hits = hits.count();
        assert!(own.same.len() > 850);
        assert!(
            hits * 1_000 >= own.same.len() * 990,
            "{hits} of {}",
            own.same.len()
        );
        let possible = found.report().possible;
        assert!(
            found.len() as u64 * 1_000 <= possible * 15,
            "{} pairs",
            found.len()
        );
    }
}

#[test]
fn most_of_the_index_is_not_read() {
    let own = listings(2_000);
    let of = |top| {
        let search = Search::new().text(Text::of("title").top(top));
        let found = within(&search, &table(&own).unwrap()).unwrap();
        found.report().texts.first().cloned().unwrap()
    };
    let (few, all) = (of(5), of(2_000));
    assert!(all.postings > 5_000_000, "{all:?}");
    assert!(few.postings * 5 < all.postings * 2, "{few:?} of {all:?}");
    assert!(few.compared < 100 * 2_000, "{few:?}");
}

#[test]
fn what_pairs_and_entries_may_cost_is_kept_and_told() {
    let own = listings(600);
    let of = |text: Text| within(&Search::new().text(text), &table(&own).unwrap()).unwrap();
    let full = of(Text::of("title"));
    let told = &full.report().texts[0];
    assert_eq!((told.asked, told.taken, told.cut_for_cost), (5, 5, 0));
    assert!(told.found <= told.estimated && told.found as usize == full.len());
    let few = of(Text::of("title").most_pairs(1_300));
    let told = &few.report().texts[0];
    assert_eq!((told.asked, told.taken, told.estimated), (5, 2, 1_200));
    assert!(told.found <= 1_300 && told.found > 0);
    let none = of(Text::of("title").most_pairs(599));
    assert_eq!((none.len(), none.report().texts[0].taken), (0, 0));
    let cheap = of(Text::of("title").most_postings(20_000));
    let told = &cheap.report().texts[0];
    assert!(
        told.cut_for_cost > 0 && told.postings <= 20_000 && told.found > 0,
        "{told:?}"
    );
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let own = listings(1_000);
    let on = |threads| {
        let threads = NonZeroUsize::new(threads).unwrap();
        within(&search().threads(threads), &table(&own).unwrap()).unwrap()
    };
    let one = on(1);
    assert!(one.len() > 3_000, "{}", one.len());
    for threads in [2, 3, 8] {
        assert_eq!(on(threads), one, "{threads} threads");
    }
}

#[test]
fn one_more_is_asked_for_by_a_small_part_of_the_index() {
    let own = listings(4_000);
    let index = Index::new(&search(), &table(&own).unwrap()).unwrap();
    let new = Listings::new(100, 9).second;
    let mut found = 0;
    for own in &new {
        let answer = index.candidates_of(&Record {
            id: "new",
            texts: &[Some(&own.title), own.description.as_deref()],
            keys: &[&[]],
        });
        // Titles and descriptions have some 90 terms, half of the records some of these.
        assert!(answer.postings < 40_000, "{} entries", answer.postings);
        found += answer.found.len();
    }
    assert!(found >= 500, "{found} for {}", new.len());
}
