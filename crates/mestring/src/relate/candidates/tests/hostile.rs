//! Input that nobody means.

use super::*;

fn search() -> Search {
    Search::new()
        .text(Text::of("title"))
        .text(Text::of("place"))
        .key(Key::of("page"))
}

#[test]
fn nothing_gives_nothing() {
    let none = Rows::default();
    let found = within(&search(), &none.table()).unwrap();
    assert!(found.is_empty() && found.report().possible == 0);
    let some = Rows::titles(["", "  ", "–", "\u{30a}", "."]);
    let found = within(&search(), &some.table()).unwrap();
    assert!(found.is_empty());
    assert_eq!(found.report().texts[0].without, 5);
    assert!(
        between(&search(), &some.table(), &none.table())
            .unwrap()
            .is_empty()
    );
    assert!(within(&Search::new(), &some.table()).unwrap().is_empty());
    let mut index = Index::new(&search(), &none.table()).unwrap();
    let ask = Record {
        id: "",
        texts: &[Some("kols"), None, Some("more than there are")],
        keys: &[],
    };
    assert!(index.candidates_of(&ask).found.is_empty());
    assert!(!index.remove("nobody"));
}

#[test]
fn none_of_the_nearest_still_compares() {
    let mut rows = Rows::titles(["kols skole", "kols", "sorg"]);
    rows.pages = vec![vec!["x".to_owned(), "x".to_owned(), String::new()]; 2];
    rows.pages.push(vec![String::new()]);
    let search = Search::new()
        .text(Text::of("title").top(0))
        .key(Key::of("page"));
    let found = within(&search, &rows.table()).unwrap();
    let all: Vec<Candidate<'_>> = found.iter().collect();
    assert_eq!(all.len(), 1, "an empty value is none");
    let near = all[0].texts[0].unwrap();
    assert!((1..1_000_000).contains(&near.similarity));
    assert_eq!((near.rank, near.margin), ([None; 2], [None; 2]));
}

#[test]
fn all_rows_the_same() {
    let rows = Rows::titles(vec!["Kurs for deg"; 500]);
    let found = within(&search(), &rows.table()).unwrap();
    // Everybody's five nearest are the first five by id, and all know of others as near.
    let report = &found.report().texts[0];
    assert_eq!((report.distinct, report.tied), (1, 500));
    assert_eq!(found.len(), 5 * 495 + 5 * 4 / 2);
    assert!(found.iter().all(|own| own.a < 5));
}

#[test]
fn texts_whose_terms_are_all_cut_find_their_equals() {
    let titles: Vec<String> = (0..40)
        .map(|at| format!("kurs {}", ["en", "to"][at / 38]))
        .collect();
    let rows = Rows::titles(titles.iter().map(String::as_str));
    let search = Search::new().text(Text::of("title").most_in(0).never_cut(0).top(2));
    let found = within(&search, &rows.table()).unwrap();
    assert_eq!(found.report().texts[0].all_cut, 2);
    assert!(found.iter().any(|own| own.a == 38 && own.b == 39));
    assert!(
        found
            .iter()
            .all(|own| own.texts[0].unwrap().similarity == 1_000_000)
    );
}

#[test]
fn a_text_of_a_million_letters() {
    // All different words, so that the sums outgrow 32 bits.
    let long: String = (0..150_000u64)
        .map(|at| format!("{:x} ", at.wrapping_mul(0x9E37_79B9_97F4_A7C1) >> 40))
        .collect();
    assert!(long.len() > 900_000);
    let other = long.get(..long.len() / 2).unwrap().to_owned();
    let rows = Rows::titles([
        long.as_str(),
        other.as_str(),
        "kols",
        long.get(..30).unwrap(),
    ]);
    let search = Search::new().text(Text::of("title").folding(Folding::Plain).grams(4).top(2));
    let found = within(&search, &rows.table()).unwrap();
    let halves = found.iter().find(|own| (own.a, own.b) == (0, 1)).unwrap();
    let similarity = halves.texts[0].unwrap().similarity;
    assert!((500_000..950_000).contains(&similarity), "{similarity}");
    assert!(found.iter().any(|own| (own.a, own.b) == (0, 3)));
}

#[test]
fn letters_from_everywhere() {
    check(
        &["日本語", "日本語", "😀", "ÆØÅ æøå", "æøå"],
        1,
        &[(0, 1), (3, 4)],
    );
}

#[test]
fn what_is_wrong_is_said() {
    let rows = Rows::titles(["a"]);
    let table = rows.table();
    let of = |search: Search| within(&search, &table).unwrap_err();
    let twice = || table.clone().text("title", [None]).unwrap();
    let cases = [
        (
            Table::new(["a", "b", "a"]).unwrap_err(),
            "C055",
            "the records in rows 0 and 2 have the same id",
        ),
        (
            table.clone().text("more", [None, None]).unwrap_err(),
            "C056",
            "the column `more` has 2 values, and there are 1 records",
        ),
        (
            table
                .clone()
                .key("more", Vec::<Vec<&str>>::new())
                .unwrap_err(),
            "C056",
            "the column `more` has 0 values, and there are 1 records",
        ),
        (
            of(Search::new().text(Text::of("page"))),
            "C057",
            "the search asks for one column `page` of texts, and there are 0",
        ),
        (
            within(&Search::new().text(Text::of("title")), &twice()).unwrap_err(),
            "C057",
            "the search asks for one column `title` of texts, and there are 2",
        ),
        (
            of(Search::new().key(Key::of("page").refined_by("topic"))),
            "C057",
            "the search asks for one column `topic` of keys to refine by, and there are 0",
        ),
        (
            of(Search::new().text(Text::of("title").grams(5))),
            "C058",
            "the length of grams is 5; it is from 2 to 4",
        ),
        (
            of(Search::new().text(Text::of("title").at_least(1_000_001))),
            "C058",
            "the least similarity is 1000001; it is from 0 to 1000000",
        ),
    ];
    for (error, code, text) in cases {
        assert_eq!((error.code(), error.to_string().as_str()), (code, text));
        assert!(
            crate::codes::CODES.iter().any(|own| own.0 == code),
            "{code}"
        );
    }
}
