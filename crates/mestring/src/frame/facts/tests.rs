//! Facts from frames of every type, and back.

use std::sync::Arc;

use arrow_array::builder::{LargeListBuilder, StringViewBuilder};
use arrow_array::types::Int8Type;
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Decimal128Array, DictionaryArray, Float32Array,
    Float64Array, Int8Array, Int64Array, LargeStringArray, NullArray, StringArray, UInt64Array,
};
use arrow_schema::Field;
use mestring_model::Fact;
use mestring_model::facts::{FactType, FactValue};
use mestring_model::noun::Format;
use mestring_model::term::{Term as _, Word};
use proptest::prelude::*;

use super::*;
use crate::frame::fact_batch;

fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let fields: Vec<_> = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}

/// The texts of one fact of a run in every row, `-` where not stated, `?` where unknown.
fn read(fact: &str, array: ArrayRef) -> Result<Vec<String>, String> {
    let rows = fact_rows(Judged::Run, &[batch(vec![(fact, array)])]);
    let rows = rows.map_err(|error| format!("{error}; {}", error.help()))?;
    let texts = rows.iter().map(|row| match row.get(fact).unwrap() {
        Fact::NotStated => "-".to_owned(),
        Fact::Unknown => "?".to_owned(),
        Fact::Known(value) => value.to_string(),
    });
    Ok(texts.collect())
}

fn check(fact: &str, array: impl Array + 'static, expect: &[&str]) {
    let expect: Vec<_> = expect.iter().map(|text| (*text).to_owned()).collect();
    assert_eq!(read(fact, Arc::new(array)), Ok(expect), "{fact}");
}

fn refuse(fact: &str, array: impl Array + 'static, expect: &str) {
    assert_eq!(
        read(fact, Arc::new(array)),
        Err(expect.to_owned()),
        "{fact}"
    );
}

#[test]
fn whole_numbers_come_from_every_type_of_number() {
    check(
        "sessions",
        Int8Array::from(vec![Some(6), None]),
        &["6", "-"],
    );
    check("sessions", UInt64Array::from(vec![6]), &["6"]);
    check(
        "sessions",
        Float64Array::from(vec![6.0, f64::NAN]),
        &["6", "-"],
    );
    check("sessions", Float32Array::from(vec![6.0]), &["6"]);
    let decimal = Decimal128Array::from(vec![600]).with_precision_and_scale(10, 2);
    check("sessions", decimal.unwrap(), &["6"]);
    let texts = StringArray::from(vec![" 6 ", "ukjent", ""]);
    check("sessions", texts, &["6", "?", "-"]);
    check("sessions", NullArray::new(2), &["-", "-"]);
    let cast = "cast the column, and leave the cell empty where nobody says";
    refuse(
        "sessions",
        Float64Array::from(vec![6.0, 6.5]),
        &format!("column `sessions`, row 1: a number with decimals is not a whole number; {cast}"),
    );
    refuse(
        "sessions",
        UInt64Array::from(vec![u64::MAX]),
        &format!(
            "column `sessions`, row 0: a number of 20 digits or more is not a whole number; {cast}"
        ),
    );
    refuse(
        "sessions",
        BooleanArray::from(vec![true]),
        &format!("column `sessions`, row 0: yes/no is not a whole number; {cast}"),
    );
}

#[test]
fn yes_and_no_come_from_yes_no_from_zero_and_one_and_from_texts() {
    check(
        "referral",
        BooleanArray::from(vec![Some(true), None]),
        &["yes", "-"],
    );
    check("referral", Int64Array::from(vec![0, 1]), &["no", "yes"]);
    check("referral", Float64Array::from(vec![1.0]), &["yes"]);
    let texts = LargeStringArray::from(vec!["Ja", "nei", "unknown"]);
    check("referral", texts, &["yes", "no", "?"]);
    refuse(
        "referral",
        Int64Array::from(vec![2]),
        "column `referral`, row 0: a whole number is not a yes/no; cast the column, and leave the \
         cell empty where nobody says",
    );
}

#[test]
fn numbers_keep_their_shortest_decimals() {
    check("hours", Float32Array::from(vec![13.1]), &["13.1"]);
    check("hours", Int64Array::from(vec![12]), &["12"]);
    check("hours", StringArray::from(vec!["13,5"]), &["13.5"]);
    let decimal = Decimal128Array::from(vec![1350]).with_precision_and_scale(10, 2);
    check("hours", decimal.unwrap(), &["13.5"]);
    refuse(
        "hours",
        Float64Array::from(vec![f64::INFINITY]),
        "column `hours`, row 0: a number with decimals is not a number; cast the column, and leave \
         the cell empty where nobody says",
    );
}

#[test]
fn words_come_as_codes_or_norwegian_words_plain_or_in_a_dictionary() {
    let word = Format::all()[0].word();
    check(
        "format",
        StringArray::from(vec![word.code, word.nn]),
        &[word.code; 2],
    );
    let words: DictionaryArray<Int8Type> =
        [Some(word.nb), None, Some(word.nb)].into_iter().collect();
    check("format", words, &[word.code, "-", word.code]);
    let none: DictionaryArray<Int8Type> = [None::<&str>, None].into_iter().collect();
    check("format", none, &["-", "-"]);
    let codes: Vec<_> = Format::WORDS.iter().map(|word| word.code).collect();
    let mut misspelt = word.code.to_owned();
    misspelt.pop();
    refuse(
        "format",
        StringArray::from(vec![misspelt]),
        &format!(
            "column `format`, row 0: the text is not a word of the list; did you mean `{}`? one \
             of: {}",
            word.code,
            codes.join(", ")
        ),
    );
}

#[test]
fn lists_come_as_lists_or_as_tables_write_them() {
    let mut lists = LargeListBuilder::new(StringViewBuilder::new());
    lists.append_value([Some("kols"), Some("pårørende")]);
    lists.append_value([] as [Option<&str>; 0]);
    lists.append_null();
    check(
        "target_groups",
        lists.finish().slice(0, 3),
        &["kols, pårørende", "none", "-"],
    );
    let texts = StringArray::from(vec!["kols; ms", "ingen", "ukjent"]);
    check("target_groups", texts, &["kols, ms", "none", "?"]);
    let mut holes = LargeListBuilder::new(StringViewBuilder::new());
    holes.append_value([Some("kols"), None]);
    refuse(
        "target_groups",
        holes.finish(),
        "column `target_groups`, row 0: a list is not a list of texts; cast the column, and leave \
         the cell empty where nobody says",
    );
}

#[test]
fn a_slice_of_lists_reads_its_own_rows() {
    let mut lists = LargeListBuilder::new(StringViewBuilder::new());
    for name in ["a", "b", "c"] {
        lists.append_value([Some(name)]);
    }
    check("target_groups", lists.finish().slice(1, 2), &["b", "c"]);
}

#[test]
fn bytes_are_no_fact() {
    refuse(
        "title",
        BinaryArray::from(vec![b"x".as_slice()]),
        "column `title` is of type Binary, which cannot be read; cast it to a text, a number, \
         yes/no, a date, a date and time without time zone, or a list of texts",
    );
}

#[test]
fn other_columns_are_left_alone_and_reported() {
    let ids: ArrayRef = Arc::new(StringArray::from(vec!["K1"]));
    let numbers: ArrayRef = Arc::new(Int64Array::from(vec![6]));
    let columns = |names: [&'static str; 3]| {
        let frame = batch(names.map(|name| (name, numbers.clone())).to_vec());
        FactColumns::of(Judged::Run, frame.schema_ref())
    };
    let found = columns(["run_id", "hours", "sesions"]).unwrap();
    let near: Vec<_> = found
        .ignored()
        .iter()
        .map(|c| (c.name.as_str(), c.nearest))
        .collect();
    assert_eq!(near, [("run_id", None), ("sesions", Some("sessions"))]);
    assert_eq!(
        found.facts().map(|fact| fact.name).collect::<Vec<_>>(),
        ["hours"]
    );
    // A fact that the frame has is not what was meant by another column.
    let found = columns(["run_id", "sessions", "sesions"]).unwrap();
    assert_eq!(found.ignored()[1].nearest, None);
    let error = columns(["hours", "waiting", "hours"]).unwrap_err();
    assert_eq!(error.to_string(), "two columns are named `hours`");

    let error = fact_rows(
        Judged::Run,
        &[batch(vec![("run_id", ids.clone()), ("sesions", ids)])],
    );
    let error = error.unwrap_err();
    assert_eq!(
        error.to_string(),
        "no column has the name of a fact of `run`"
    );
    assert_eq!(
        error.help(),
        "did you mean `sessions` where you wrote `sesions`?"
    );
}

#[test]
fn rows_that_state_the_same_are_read_once() {
    let sessions: ArrayRef = Arc::new(Int64Array::from(vec![Some(6), None, Some(6), Some(5)]));
    let titles: ArrayRef = Arc::new(StringArray::from(vec!["a", "b", "c", "d"]));
    let frame = batch(vec![("sessions", sessions), ("title", titles)]);
    let columns = FactColumns::of(Judged::Run, frame.schema_ref()).unwrap();
    let parts = [frame.slice(0, 3), frame.slice(3, 1)];
    let read = |own: &FactDecl| own.name == "sessions";
    assert_eq!(columns.distinct(&parts, read).unwrap().places, [0, 1, 0, 2]);
    assert_eq!(
        columns.distinct(&parts, |_| true).unwrap().places,
        [0, 1, 2, 3]
    );
    assert_eq!(
        columns.distinct(&parts, |_| false).unwrap().places,
        [0, 0, 0, 0]
    );
}

#[test]
fn work_is_done_once_for_each_distinct_row_and_told_its_number() {
    let sessions: ArrayRef = Arc::new(Int64Array::from(vec![Some(6), None, Some(6), Some(5)]));
    let formats: ArrayRef = Arc::new(StringArray::from(vec![
        Some("digital live"),
        None,
        Some("digital_live"),
        None,
    ]));
    let frame = batch(vec![("sessions", sessions), ("format", formats)]);
    let columns = FactColumns::of(Judged::Run, frame.schema_ref()).unwrap();
    let parts = [frame.slice(0, 2), frame.slice(2, 2)];
    let mut seen = Vec::new();
    let read = |own: &FactDecl| own.name == "sessions";
    let places = columns
        .each_distinct(&parts, read, |number, row| {
            // A row never keeps what the row before it stated.
            let texts = ["sessions", "format"].map(|name| match row.get(name) {
                Some(Fact::Known(value)) => value.to_string(),
                _ => "-".to_owned(),
            });
            seen.push((number, texts.join(" ")));
            Ok::<(), FrameError>(())
        })
        .unwrap();
    assert_eq!(places, [0, 1, 0, 2]);
    let expect = [(0, "6 digital_live"), (1, "- -"), (3, "5 -")];
    assert_eq!(seen, expect.map(|(number, text)| (number, text.to_owned())));
    let stopped = columns.each_distinct(&parts, read, |number, _| {
        if number < 3 {
            return Ok(());
        }
        Err(FrameError::TwoColumns {
            column: number.to_string(),
        })
    });
    assert_eq!(stopped.unwrap_err().place(), (Some("3"), None));
}

#[test]
fn what_no_rule_reads_must_fit_too() {
    let sessions: ArrayRef = Arc::new(Int64Array::from(vec![6, 6]));
    let hours: ArrayRef = Arc::new(StringArray::from(vec!["8", "many"]));
    let frame = batch(vec![("sessions", sessions), ("hours", hours)]);
    let columns = FactColumns::of(Judged::Run, frame.schema_ref()).unwrap();
    let error = columns
        .distinct(&[frame], |own| own.name == "sessions")
        .unwrap_err();
    assert_eq!(error.place(), (Some("hours"), Some(1)));
}

#[test]
fn rows_are_counted_over_all_batches() {
    let ok: ArrayRef = Arc::new(Int64Array::from(vec![1, 2, 3]));
    let bad: ArrayRef = Arc::new(StringArray::from(vec!["many"]));
    let batches = [
        batch(vec![("sessions", ok)]),
        batch(vec![("sessions", bad)]),
    ];
    let error = fact_rows(Judged::Run, &batches).unwrap_err();
    assert_eq!(error.place(), (Some("sessions"), Some(3)));
    assert!(
        !error.to_string().contains("many"),
        "an error repeats a value"
    );
}

fn fact_value(kind: FactType) -> BoxedStrategy<FactValue> {
    // Texts are trimmed on reading, and the words for "unknown" mean something else.
    let text = || "[a-zæøå]{3,6}!";
    let word =
        |words: &'static [Word]| proptest::sample::select(words).prop_map(|w| Arc::from(w.code));
    match kind {
        FactType::Bool => any::<bool>().prop_map(FactValue::Bool).boxed(),
        FactType::Int => any::<i64>().prop_map(FactValue::Int).boxed(),
        FactType::Number => (-1e9..1e9).prop_map(FactValue::Number).boxed(),
        FactType::Text => text().prop_map(|t| FactValue::Text(t.into())).boxed(),
        FactType::Listed(words) => word(words).prop_map(FactValue::Text).boxed(),
        FactType::TextList => proptest::collection::vec(text(), 0..3)
            .prop_map(|texts| FactValue::List(texts.into_iter().map(Arc::from).collect()))
            .boxed(),
        FactType::ListedList(words) => proptest::collection::vec(word(words), 0..3)
            .prop_map(|words| FactValue::List(words.into()))
            .boxed(),
    }
}

fn fact_row(judged: Judged) -> impl Strategy<Value = FactRow> {
    let values: Vec<_> = judged
        .facts()
        .iter()
        .map(|fact| proptest::option::of(fact_value(fact.kind)))
        .collect();
    values.prop_map(move |values| {
        let mut row = FactRow::unstated(judged);
        for (fact, value) in judged.facts().iter().zip(values) {
            row.set(fact.name, value.into()).unwrap();
        }
        row
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn facts_come_back(
        rows in proptest::sample::select(Judged::ALL.as_slice())
            .prop_flat_map(|judged| proptest::collection::vec(fact_row(judged), 1..8))
    ) {
        let judged = rows[0].judged();
        let frame = fact_batch(judged, &rows).unwrap();
        prop_assert_eq!(frame.num_columns(), judged.facts().len());
        prop_assert_eq!(fact_rows(judged, &[frame]).unwrap(), rows);
    }

    #[test]
    fn distinct_rows_stand_for_all_rows(
        kinds in proptest::collection::vec(fact_row(Judged::Choice), 1..4),
        order in proptest::collection::vec(0_usize..4, 1..20),
        cut in 0_usize..20,
    ) {
        let rows: Vec<_> = order.iter().map(|at| kinds[at % kinds.len()].clone()).collect();
        let frame = fact_batch(Judged::Choice, &rows).unwrap();
        let cut = cut.min(rows.len());
        let parts = [frame.slice(0, cut), frame.slice(cut, rows.len() - cut)];
        let columns = FactColumns::of(Judged::Choice, frame.schema_ref()).unwrap();
        let distinct = columns.distinct(&parts, |_| true).unwrap();
        prop_assert!(distinct.rows.len() <= kinds.len());
        let back: Vec<_> = distinct.places.iter().map(|at| distinct.rows[*at].clone()).collect();
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn where_a_frame_is_cut_into_batches_does_not_matter(
        rows in proptest::collection::vec(fact_row(Judged::Run), 1..12),
        cut in 0_usize..12,
    ) {
        let frame = fact_batch(Judged::Run, &rows).unwrap();
        let cut = cut.min(rows.len());
        let parts = [frame.slice(0, cut), frame.slice(cut, rows.len() - cut)];
        prop_assert_eq!(fact_rows(Judged::Run, &parts).unwrap(), rows);
    }
}
