//! Every table that a desk or a person store can write is read back as the same, in every language.

use mestring_model::record::{ColumnDecl, Kind, TableDecl};
use mestring_model::{Desk, Lang, PersonStore, RawTable};
use proptest::prelude::*;

/// Texts that a cell of a kind can hold.
fn value(kind: Kind) -> BoxedStrategy<String> {
    match kind {
        // No `;`, which separates lists, and no words that mean unknown or none.
        Kind::Text => "[A-ZÆØÅ][a-zæøå ,.'\"-]{1,20}[a-z]x".boxed(),
        Kind::Whole => (0_u32..9999).prop_map(|n| n.to_string()).boxed(),
        Kind::Span => (0_u32..50, 0_u32..50)
            .prop_map(|(a, b)| format!("{a}-{}", a + b))
            .boxed(),
        Kind::Hours => (0_u32..400)
            .prop_map(|q| format!("{},{:02}", q / 4, q % 4 * 25))
            .boxed(),
        Kind::Money => (0_u32..999_999)
            .prop_map(|o| format!("{},{:02}", o / 100, o % 100))
            .boxed(),
        Kind::Price => (0_u32..9999).prop_map(|k| format!("{k}/couple")).boxed(),
        Kind::Share => (0_u32..=10_000)
            .prop_map(|p| format!("{},{:02} %", p / 100, p % 100))
            .boxed(),
        Kind::Date => (2000_i32..2040, 1_u32..13, 1_u32..29)
            .prop_map(|(y, m, d)| format!("{d:02}.{m:02}.{y}"))
            .boxed(),
        Kind::PartialDate => prop_oneof![
            Just("2026-12-31".to_owned()),
            Just("2020-09".to_owned()),
            Just("2010-autumn".to_owned()),
            Just("2024".to_owned()),
            Just("02-29".to_owned()),
        ]
        .boxed(),
        Kind::YesNo => prop_oneof![Just("ja".to_owned()), Just("nei".to_owned())].boxed(),
        Kind::Ages => (1_u8..60, 0_u8..60)
            .prop_map(|(a, b)| format!("{a}-{}", a + b))
            .boxed(),
        Kind::BirthYear => (1900_u16..2200).prop_map(|n| n.to_string()).boxed(),
        Kind::Municipality => (101_u16..=9999).prop_map(|n| format!("{n:04}")).boxed(),
        Kind::OrganisationNumber => Just("974760673".to_owned()).boxed(),
        Kind::Url => "https://[a-z]{3,9}\\.no/[a-z]{0,9}".boxed(),
        Kind::Word(_, words) => proptest::sample::select(words)
            .prop_flat_map(|word| {
                let spellings: Vec<String> = [word.code, word.nb, word.nn]
                    .iter()
                    .map(|text| (*text).to_owned())
                    .collect();
                proptest::sample::select(spellings)
            })
            .boxed(),
        Kind::Id(_) | Kind::Slug => "[a-z]{2,6}-[0-9]{1,4}".boxed(),
    }
}

fn cell(column: &ColumnDecl) -> BoxedStrategy<String> {
    let one = value(column.shape.kind);
    let filled = if column.shape.list {
        proptest::collection::vec(one, 1..4)
            .prop_map(|values| values.join("; "))
            .boxed()
    } else {
        one
    };
    if column.shape.required {
        return filled;
    }
    let mut choices = vec![(3, filled), (1, Just(String::new()).boxed())];
    if column.shape.fact {
        choices.push((1, Just("ukjent".to_owned()).boxed()));
        if column.shape.list {
            choices.push((1, Just("ingen".to_owned()).boxed()));
        }
    }
    proptest::strategy::Union::new_weighted(choices).boxed()
}

/// Every table of a desk, each with a few rows.
fn tables() -> impl Strategy<Value = Vec<(&'static str, RawTable)>> {
    // Single facts change other rows, which has a test of its own.
    filled(Desk::TABLES.iter().filter(|table| table.name != "facts"))
}

/// Tables, each with a few rows.
fn filled(
    tables: impl Iterator<Item = &'static TableDecl>,
) -> impl Strategy<Value = Vec<(&'static str, RawTable)>> {
    tables
        .map(|decl| {
            let row: Vec<_> = decl.columns().map(cell).collect();
            proptest::collection::vec(row, 0..4).prop_map(move |rows| {
                let headings = decl.columns().map(|column| column.nb);
                let mut table = RawTable::with_headings(decl.nb, headings);
                for row in rows {
                    table.push(row);
                }
                (decl.name, table)
            })
        })
        .collect::<Vec<_>>()
}

fn build(tables: impl IntoIterator<Item = (&'static str, RawTable)>) -> Desk {
    let builder = tables
        .into_iter()
        .fold(Desk::builder(), |all, (name, t)| all.table(name, t));
    builder.build().0
}

fn store(tables: impl IntoIterator<Item = (&'static str, RawTable)>) -> PersonStore {
    let tables = tables.into_iter();
    let builder = tables.fold(PersonStore::builder(), |all, (name, t)| all.table(name, t));
    builder.build().0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_table_of_persons_comes_back_in_every_language(
        tables in filled(PersonStore::TABLES.iter()),
    ) {
        let rows: usize = tables.iter().map(|(_, table)| table.rows.len()).sum();
        let first = store(tables);
        let kept: usize = first.tables(Lang::En).iter().map(|table| table.rows.len()).sum();
        prop_assert!(kept <= rows);
        for lang in Lang::ALL {
            let written = first.tables(lang);
            let names = PersonStore::TABLES.iter().map(|decl| decl.name);
            let again = store(names.zip(written.clone()));
            prop_assert_eq!(again.tables(lang), written);
            prop_assert_eq!(again.tables(Lang::En), first.tables(Lang::En));
        }
    }

    #[test]
    fn every_table_comes_back_in_every_language(tables in tables()) {
        let rows: usize = tables.iter().map(|(_, table)| table.rows.len()).sum();
        let desk = build(tables);
        let kept: usize = desk.tables(Lang::En).iter().map(|table| table.rows.len()).sum();
        prop_assert!(kept <= rows);
        for lang in Lang::ALL {
            let written = desk.tables(lang);
            let names = Desk::TABLES.iter().map(|decl| decl.name);
            let again = build(names.zip(written.clone()));
            prop_assert_eq!(again.tables(lang), written);
            prop_assert_eq!(again.tables(Lang::En), desk.tables(Lang::En));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(
        cells in proptest::collection::vec(proptest::collection::vec(".{0,30}", 8), 0..6),
        table in proptest::sample::select(Desk::TABLES),
    ) {
        let headings: Vec<_> = table.columns().take(8).map(|column| column.name).collect();
        let mut raw = RawTable::with_headings("any.csv", headings);
        for row in cells {
            raw.push(row);
        }
        let _ = Desk::builder().table(table.name, raw).build();
    }
}

#[test]
fn valid_cells_give_no_findings_but_dangling_references() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut rows = 0;
    for _ in 0..20 {
        let tables =
            proptest::strategy::ValueTree::current(&tables().new_tree(&mut runner).unwrap());
        rows += tables
            .iter()
            .map(|(_, table)| table.rows.len())
            .sum::<usize>();
        let builder = tables
            .into_iter()
            .fold(Desk::builder(), |all, (name, t)| all.table(name, t));
        let (_, findings) = builder.build();
        // References dangle, periods end before they start, keys repeat, seats are kept for nobody,
        // groups follow what is not sent out and pathways are nobody's, since cells are random.
        let other: Vec<_> = findings
            .iter()
            .filter(|finding| {
                let random = [
                    "D012", "D020", "D021", "D022", "D038", "D039", "D040", "D041", "D042", "D070",
                ];
                !random.contains(&finding.code())
            })
            .collect();
        assert!(other.is_empty(), "{other:#?}");
    }
    assert!(rows > 200, "only {rows} rows were read");
}
