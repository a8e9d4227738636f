//! How much is read, so that a slowdown fails a test, and what budgets do.

use super::*;
use crate::synthetic::Listings;

fn titles(records: usize) -> Rows {
    let own = Listings::new(records / 2, 1);
    let titles: Vec<&str> = own
        .first
        .iter()
        .chain(&own.second)
        .map(|own| own.title.as_str())
        .collect();
    Rows::titles(titles)
}

#[test]
fn most_of_the_index_is_not_read() {
    let rows = titles(2_000);
    let found = within(&Search::new().text(Text::of("title")), &rows.table()).unwrap();
    let report = &found.report().texts[0];
    let all = within(
        &Search::new().text(Text::of("title").top(2_000)),
        &rows.table(),
    )
    .unwrap();
    let all = &all.report().texts[0];
    assert!(report.postings * 3 < all.postings, "{report:?} of {all:?}");
    assert!(report.compared < 400 * 2_000, "{report:?}");
}

#[test]
fn what_pairs_and_entries_may_cost_is_kept_and_told() {
    let rows = titles(600);
    let of = |text: Text| within(&Search::new().text(text), &rows.table()).unwrap();
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
fn candidates_hold_what_two_catalogues_share() {
    let own = Listings::new(600, 2);
    let table = |side: &[crate::synthetic::Listing]| {
        let mut rows = Rows::titles(side.iter().map(|own| own.title.as_str()));
        rows.places = side.iter().map(|own| own.description.clone()).collect();
        rows
    };
    let (a, b) = (table(&own.first), table(&own.second));
    let search = Search::new()
        .text(Text::of("title"))
        .text(Text::of("place"));
    let found = between(&search, &a.table(), &b.table()).unwrap();
    assert!(by_ids(&found, &a, &b).len() == found.len());
    let hits = own
        .same
        .iter()
        .filter(|pair| found.iter().any(|own| (own.a, own.b) == **pair))
        .count();
    assert!(own.same.len() > 500);
    assert!(
        hits * 1_000 >= own.same.len() * 990,
        "{hits} of {}",
        own.same.len()
    );
    assert!(found.len() < 600 * 600 / 40, "{}", found.len());
}
