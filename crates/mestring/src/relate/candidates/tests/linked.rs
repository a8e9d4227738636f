//! Each record mapped to at most one other.

use std::collections::BTreeSet;

use super::*;

fn search() -> Search {
    Search::new()
        .text(Text::of("title").folding(Folding::Plain))
        .key(Key::of("page"))
}

#[test]
fn the_best_of_each_is_mapped() {
    let a = Rows::titles(["kols skole", "hjerteskole", "sorg", "uten like"]);
    let b = Rows::titles(["hjerteskolen", "kols skolen", "sorggruppe", "sorg"]);
    let found = between(&search(), &a.table(), &b.table()).unwrap();
    for mapping in [Mapping::Mutual, Mapping::Unique] {
        let pairs: Vec<(usize, usize)> = links(&found, mapping)
            .iter()
            .map(|own| (own.a, own.b))
            .collect();
        assert_eq!(pairs, [(0, 1), (1, 0), (2, 3)], "{mapping:?}");
    }
}

#[test]
fn a_tie_is_told_and_who_is_second_says_so() {
    let a = Rows::titles(["kols", "kols kurs"]);
    let b = Rows::titles(["kols", "kols"]);
    let found = between(&search(), &a.table(), &b.table()).unwrap();
    let mutual = links(&found, Mapping::Mutual);
    assert_eq!(
        mutual
            .iter()
            .map(|own| (own.a, own.b, own.lead))
            .collect::<Vec<_>>(),
        [(0, 0, 0)]
    );
    let unique = links(&found, Mapping::Unique);
    assert_eq!(unique.len(), 2);
    assert!(
        unique[1].lead < 0,
        "the first would suit it better: {unique:?}"
    );
}

proptest! {
    #[test]
    fn nobody_is_mapped_twice_and_mutual_links_are_unique_ones(a in some_rows(25), b in some_rows(25)) {
        let found = between(&search(), &a.table(), &b.table()).unwrap();
        let pairs: BTreeSet<(usize, usize)> = found.iter().map(|own| (own.a, own.b)).collect();
        let of = |mapping| links(&found, mapping);
        let unique: Vec<Link> = of(Mapping::Unique);
        for side in [|own: &Link| own.a, |own: &Link| own.b] {
            prop_assert_eq!(unique.iter().map(side).collect::<BTreeSet<_>>().len(), unique.len());
        }
        prop_assert!(unique.iter().all(|own| pairs.contains(&(own.a, own.b))));
        prop_assert!(of(Mapping::Mutual).iter().all(|own| unique.contains(own)));
        // Of any pair that is not mapped one end is, to one that suits it no less.
        let score = |pair: (usize, usize)| unique.iter().filter(|own| own.a == pair.0 || own.b == pair.1).count();
        prop_assert!(pairs.iter().all(|pair| score(*pair) > 0));
    }

    #[test]
    fn within_one_table_nobody_is_mapped_twice(rows in some_rows(30)) {
        let found = within(&search(), &rows.table()).unwrap();
        for mapping in [Mapping::Mutual, Mapping::Unique] {
            let links = links(&found, mapping);
            let ends: BTreeSet<usize> = links.iter().flat_map(|own| [own.a, own.b]).collect();
            prop_assert_eq!(ends.len(), 2 * links.len());
        }
    }
}
