//! One record at a time is as all at once.

use super::*;

fn search() -> Search {
    Search::new()
        .text(
            Text::of("title")
                .top(3)
                .folding(Folding::Plain)
                .never_cut(5),
        )
        .text(Text::of("place").top(0))
        .key(Key::of("page").most_for_one(1_000).most_pairs(1_000_000))
}

/// What an index says of every record of a table, by ids.
fn asked(index: &Index, rows: &Rows) -> Vec<(String, String, Vec<Option<Seen>>, bool)> {
    let mut all = Vec::new();
    for at in 0..rows.len() {
        let pages: Vec<&str> = rows.pages[at].iter().map(String::as_str).collect();
        let record = Record {
            id: &rows.ids[at],
            texts: &[rows.titles[at].as_deref(), rows.places[at].as_deref()],
            keys: &[&pages],
        };
        for own in index.candidates_of(&record).found {
            let by_key = own.found_by_key(0);
            all.push((rows.ids[at].clone(), own.id.to_owned(), own.texts, by_key));
        }
    }
    all.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    all
}

fn add(index: &mut Index, rows: &Rows, at: usize) {
    let pages: Vec<&str> = rows.pages[at].iter().map(String::as_str).collect();
    index.add(&Record {
        id: &rows.ids[at],
        texts: &[rows.titles[at].as_deref(), rows.places[at].as_deref()],
        keys: &[&pages],
    });
}

proptest! {
    #[test]
    fn an_index_says_of_its_records_what_the_table_says(rows in some_rows(30)) {
        let index = Index::new(&search(), &rows.table()).unwrap();
        let found = within(&search(), &rows.table()).unwrap();
        let mut both = Vec::new();
        for own in found.iter() {
            for (side, one, other) in [(0, own.a, own.b), (1, own.b, own.a)] {
                let texts: Vec<Option<Seen>> = own.texts.iter().map(|near| near.map(|near| Seen {
                    similarity: near.similarity,
                    rank: near.rank[side],
                    margin: near.margin[side],
                })).collect();
                // Somebody who is found from the other side alone is not among one's own nearest.
                if own.found_by_key(0) || texts.iter().flatten().any(|own| own.rank.is_some()) {
                    both.push((rows.ids[one].clone(), rows.ids[other].clone(), texts, own.found_by_key(0)));
                }
            }
        }
        both.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        prop_assert_eq!(asked(&index, &rows), both);
    }

    #[test]
    fn what_was_added_in_any_order_and_settled_is_as_a_new_index(
        (rows, order, kept) in some_rows(30).prop_flat_map(|rows| {
            let order: Vec<usize> = (0..rows.len()).collect();
            let kept = 0..=rows.len();
            (Just(rows), Just(order).prop_shuffle(), kept)
        })
    ) {
        let none = rows.ordered(&[]);
        let mut index = Index::new(&search(), &none.table()).unwrap();
        for at in &order {
            add(&mut index, &rows, *at);
        }
        let unsettled = asked(&index, &rows);
        let mut turned = Index::new(&search(), &none.table()).unwrap();
        for at in order.iter().rev() {
            add(&mut turned, &rows, *at);
        }
        prop_assert_eq!(asked(&turned, &rows), unsettled);
        let (stay, go) = order.split_at(kept);
        for at in go {
            prop_assert!(index.remove(&rows.ids[*at]));
            prop_assert!(!index.remove(&rows.ids[*at]));
        }
        index.settle();
        let stay = rows.ordered(stay);
        let new = Index::new(&search(), &stay.table()).unwrap();
        prop_assert_eq!((index.len(), index.changed()), (stay.len(), 0));
        prop_assert_eq!(asked(&index, &rows), asked(&new, &rows));
    }

    #[test]
    fn what_was_added_and_removed_leaves_no_trace(rows in some_rows(30), more in some_rows(20)) {
        let mut index = Index::new(&search(), &rows.table()).unwrap();
        let before = asked(&index, &rows);
        let mut more = more;
        for id in &mut more.ids {
            *id = format!("more {id}");
        }
        for at in 0..more.len() {
            add(&mut index, &more, at);
        }
        for id in &more.ids {
            index.remove(id);
        }
        prop_assert_eq!(asked(&index, &rows), before);
    }
}

#[test]
fn a_record_that_is_added_again_is_replaced() {
    let rows = Rows::titles(["kols", "sorg"]);
    let mut index = Index::new(&search(), &rows.table()).unwrap();
    let ask = Record {
        id: "new",
        texts: &[Some("sorg")],
        keys: &[],
    };
    index.add(&Record {
        id: "id 0001",
        ..ask
    });
    assert_eq!((index.len(), index.candidates_of(&ask).found.len()), (2, 1));
    index.add(&Record {
        id: "id 0001",
        texts: &[Some("hud")],
        keys: &[],
    });
    assert_eq!((index.len(), index.candidates_of(&ask).found.len()), (2, 0));
}

#[test]
fn a_value_that_too_many_share_is_refined_or_told() {
    let mut rows = Rows::titles(["a", "b", "c", "d"]);
    rows.pages = vec![vec!["x".to_owned()]; 4];
    rows.topics = ["p", "q", "q", "q"]
        .map(|own| vec![own.to_owned()])
        .to_vec();
    let key = Key::of("page").most_for_one(2);
    let ask = Record {
        id: "new",
        texts: &[],
        keys: &[&["x"], &["p"]],
    };
    for (key, found) in [(key.clone(), 0), (key.refined_by("topic"), 1)] {
        let search = Search::new().key(key).key(Key::of("topic").most_for_one(0));
        let index = Index::new(&search, &rows.table()).unwrap();
        let answer = index.candidates_of(&ask);
        assert_eq!(answer.found.len(), found);
        assert_eq!(answer.left_out, [(0, 4 - found), (1, 1)]);
    }
}
