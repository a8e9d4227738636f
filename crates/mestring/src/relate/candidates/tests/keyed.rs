//! Pairs by keys, and what is left out of them.

use std::collections::BTreeSet;

use super::*;

/// Every pair that shares a value, by hand.
fn sharing(values: &[Vec<String>]) -> BTreeSet<(usize, usize)> {
    let shares = |a: usize, b: usize| {
        values[a]
            .iter()
            .any(|own| !own.is_empty() && values[b].contains(own))
    };
    let all = (0..values.len()).flat_map(|a| (a + 1..values.len()).map(move |b| (a, b)));
    all.filter(|(a, b)| shares(*a, *b)).collect()
}

fn by_rows(found: &Candidates) -> BTreeSet<(usize, usize)> {
    found
        .iter()
        .map(|own| (own.a.min(own.b), own.a.max(own.b)))
        .collect()
}

proptest! {
    #[test]
    fn with_enough_to_spend_all_that_share_are_found(rows in some_rows(30)) {
        let search = Search::new().key(Key::of("page").most_pairs(u64::MAX));
        let found = within(&search, &rows.table()).unwrap();
        prop_assert_eq!(by_rows(&found), sharing(&rows.pages));
        prop_assert!(found.report().keys[0].left_out.is_empty());
    }

    #[test]
    fn with_less_no_more_are_made_and_the_others_are_told(rows in some_rows(30), most in 0u64..80, refine: bool) {
        let mut key = Key::of("page").most_pairs(most);
        if refine {
            key = key.refined_by("topic");
        }
        let search = Search::new().key(key).key(Key::of("topic").most_pairs(0));
        let found = within(&search, &rows.table()).unwrap();
        let told = &found.report().keys[0];
        prop_assert!(told.found <= most);
        prop_assert_eq!(told.found as usize, found.len());
        prop_assert!(by_rows(&found).is_subset(&sharing(&rows.pages)));
        // What a value gives is made or told, in pairs counted for each value.
        let over: u64 = told.left_out.iter().map(|own| own.pairs).sum();
        prop_assert!(told.estimated >= over);
        prop_assert!(told.estimated - over <= most);
        let refined: u64 = told.left_out.iter().map(|own| own.refined).sum();
        prop_assert!(told.estimated - over + refined <= most);
        prop_assert!(refine || refined == 0);
        prop_assert!(told.estimated <= most || !told.left_out.is_empty());
        if !refine && told.left_out.is_empty() {
            prop_assert_eq!(by_rows(&found), sharing(&rows.pages));
        }
    }

    #[test]
    fn between_two_tables_all_that_share_are_found(a in some_rows(20), b in some_rows(20)) {
        let search = Search::new().key(Key::of("page").most_pairs(u64::MAX));
        let found = between(&search, &a.table(), &b.table()).unwrap();
        let pairs: BTreeSet<(usize, usize)> = found.iter().map(|own| (own.a, own.b)).collect();
        let mut expect = BTreeSet::new();
        for (x, one) in a.pages.iter().enumerate() {
            for (y, other) in b.pages.iter().enumerate() {
                if one.iter().any(|own| !own.is_empty() && other.contains(own)) {
                    expect.insert((x, y));
                }
            }
        }
        prop_assert_eq!(pairs, expect);
    }
}

#[test]
fn a_key_shared_by_all_is_left_out_and_told() {
    let mut rows = Rows::titles(vec!["a"; 300]);
    rows.pages = vec![vec!["all".to_owned()]; 300];
    rows.pages[7].push("few".to_owned());
    rows.pages[9].push("few".to_owned());
    rows.topics = (0..300)
        .map(|at| vec![format!("topic {}", at / 3)])
        .collect();
    let found = within(&Search::new().key(Key::of("page")), &rows.table()).unwrap();
    assert_eq!(by_rows(&found), BTreeSet::from([(7, 9)]));
    let told = &found.report().keys[0];
    let all = LeftOut {
        row: 0,
        records: 300,
        pairs: 44_850,
        refined: 0,
    };
    assert_eq!(told.left_out, [all]);
    assert_eq!(
        (told.shared, told.estimated, told.limit, told.skipped()),
        (2, 44_851, 3_000, 44_850)
    );
    // Refined by the topic, each three are candidates.
    let search = Search::new()
        .key(Key::of("page").refined_by("topic"))
        .key(Key::of("topic").most_pairs(0));
    let found = within(&search, &rows.table()).unwrap();
    assert_eq!(found.len(), 301);
    assert_eq!(
        found.report().keys[0].left_out,
        [LeftOut {
            refined: 300,
            ..all
        }]
    );
    assert_eq!(found.report().keys[1].skipped(), 300);
}

#[test]
fn synonyms_meet_by_a_key() {
    let mut rows = Rows::titles(["brystkreft", "mammakarsinom", "sorg"]);
    rows.topics = ["C50", "C50", "Z63"]
        .map(|own| vec![own.to_owned()])
        .to_vec();
    let search = Search::new().text(Text::of("title")).key(Key::of("topic"));
    let found = within(&search, &rows.table()).unwrap();
    let synonyms = found.iter().find(|own| (own.a, own.b) == (0, 1)).unwrap();
    assert!(synonyms.found_by_key(0) && !synonyms.found_by_key(1) && !synonyms.found_by_key(99));
}
