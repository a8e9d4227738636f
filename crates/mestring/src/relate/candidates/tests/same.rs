//! The same result for any order of the rows and any number of threads.

use super::*;

fn search(threads: usize) -> Search {
    Search::new()
        .text(Text::of("title").top(3).folding(Folding::Plain))
        .text(Text::of("place").top(2).never_cut(3))
        .key(Key::of("page").most_pairs(20).refined_by("topic"))
        .key(Key::of("topic").most_pairs(5))
        .threads(NonZeroUsize::new(threads).unwrap())
}

/// A result by ids, with what was read on the way.
type Told = (
    Vec<(String, String, Vec<Option<Nearness>>, Vec<bool>)>,
    Report,
);

fn told(found: &Candidates, a: &Rows, b: &Rows) -> Told {
    let pairs = found.iter().map(|own| {
        let keys = (0..2).map(|key| own.found_by_key(key)).collect();
        (
            a.ids[own.a].clone(),
            b.ids[own.b].clone(),
            own.texts.to_vec(),
            keys,
        )
    });
    let mut report = found.report().clone();
    // A row is where a record stands; its id is what counts.
    for left_out in report.keys.iter_mut().flat_map(|own| &mut own.left_out) {
        left_out.row = a.ids[left_out.row][3..].parse().unwrap();
    }
    (pairs.collect(), report)
}

proptest! {
    #[test]
    fn in_any_order(
        (rows, order) in some_rows(40).prop_flat_map(|rows| {
            let order: Vec<usize> = (0..rows.len()).collect();
            (Just(rows), Just(order).prop_shuffle())
        })
    ) {
        let moved = rows.ordered(&order);
        let one = within(&search(1), &rows.table()).unwrap();
        let other = within(&search(1), &moved.table()).unwrap();
        prop_assert_eq!(told(&one, &rows, &rows), told(&other, &moved, &moved));
        let one = between(&search(1), &rows.table(), &moved.table()).unwrap();
        let other = between(&search(1), &moved.table(), &rows.table()).unwrap();
        prop_assert_eq!(told(&one, &rows, &moved), told(&other, &moved, &rows));
    }
}

#[test]
fn on_any_number_of_threads() {
    let word = |at: usize, of: [&'static str; 4]| of[at % 4];
    let titles: Vec<String> = (0..700)
        .map(|at| {
            let form = word(at, ["Kurs", "Skole", "Gruppe", "Temadag"]);
            let topic = word(at / 4, ["kols", "hjertesvikt", "brystkreft", "sorg"]);
            format!("{form} om {topic} nummer {}", at * at % 251)
        })
        .collect();
    let mut rows = Rows::titles(titles.iter().map(String::as_str));
    rows.places = (0..700)
        .map(|at| Some(format!("plass {}", at % 97)))
        .collect();
    rows.pages = (0..700)
        .map(|at| vec![format!("/{}", at * 7 % 690)])
        .collect();
    let one = within(&search(1), &rows.table()).unwrap();
    assert!(one.len() > 1_000, "{}", one.len());
    assert!(one.iter().any(|own| own.found_by_key(0)));
    for threads in 2..=8 {
        let more = within(&search(threads), &rows.table()).unwrap();
        assert_eq!(more, one, "{threads} threads");
    }
}
