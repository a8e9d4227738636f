//! Tables from frames, and back.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Date64Array, ListArray, Time64MicrosecondArray,
    TimestampMillisecondArray, TimestampNanosecondArray, UInt8Array,
};
use arrow_schema::{Field, Schema};
use mestring_model::Desk;
use mestring_model::noun::Room;
use proptest::prelude::*;

use super::*;

fn cells(array: ArrayRef) -> Vec<String> {
    let id = Field::new("id", array.data_type().clone(), true);
    let schema = Arc::new(Schema::new(vec![id]));
    let batch = RecordBatch::try_new(schema, vec![array]).unwrap();
    let table = raw_table("t", &[batch]).unwrap();
    table.rows.into_iter().flat_map(|row| row.cells).collect()
}

#[test]
fn cells_are_written_as_tables_write_them() {
    let day = 24 * 60 * 60 * 1000;
    let half = day / 2 + 90_000;
    let moments = TimestampMillisecondArray::from(vec![20_468 * day, 20_468 * day + half]);
    assert_eq!(
        cells(Arc::new(moments)),
        ["2026-01-15", "2026-01-15 12:01:30"]
    );
    let pandas = TimestampNanosecondArray::from(vec![20_468 * day * 1_000_000]);
    assert_eq!(cells(Arc::new(pandas)), ["2026-01-15"]);
    assert_eq!(
        cells(Arc::new(Date32Array::from(vec![20_468]))),
        ["2026-01-15"]
    );
    assert_eq!(
        cells(Arc::new(Date64Array::from(vec![20_468 * day]))),
        ["2026-01-15"]
    );
    let times = Time64MicrosecondArray::from(vec![66_600_000_000]);
    assert_eq!(cells(Arc::new(times)), ["18:30"]);
    assert_eq!(
        cells(Column::Bool(vec![Some(true), Some(false)]).into_array()),
        ["yes", "no"]
    );
    assert_eq!(
        cells(Column::Number(vec![Some(6.0), Some(0.1)]).into_array()),
        ["6", "0.1"]
    );
    assert_eq!(cells(Arc::new(UInt8Array::from(vec![255]))), ["255"]);
    let lists = ListArray::from_iter_primitive::<arrow_array::types::Int64Type, _, _>([
        Some(vec![Some(1), Some(2)]),
        Some(vec![]),
    ]);
    assert_eq!(cells(Arc::new(lists)), ["1; 2", "none"]);
}

#[test]
fn moments_of_a_time_zone_are_refused() {
    let array: ArrayRef = Arc::new(TimestampMillisecondArray::from(vec![0]).with_timezone("UTC"));
    let schema = Schema::new(vec![Field::new("from", array.data_type().clone(), true)]);
    let batch = RecordBatch::try_new(Arc::new(schema), vec![array]).unwrap();
    assert_eq!(
        raw_table("calendar", &[batch]).unwrap_err().to_string(),
        "column `from` is of type Timestamp(ms, \"UTC\"), which cannot be read"
    );
}

#[test]
fn empty_rows_are_left_out_and_still_counted() {
    let texts = |values: &[Option<&str>]| {
        let values = values
            .iter()
            .map(|value| value.map(str::to_owned))
            .collect();
        record_batch(vec![("id".to_owned(), Column::Text(values))]).unwrap()
    };
    let table = raw_table("t", &[texts(&[Some("a"), None]), texts(&[Some(" b ")])]).unwrap();
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|r| (r.number, r.cells[0].as_str()))
        .collect();
    assert_eq!(rows, [(2, "a"), (4, "b")]);
    let other = record_batch(vec![("name".to_owned(), Column::Text(vec![None]))]).unwrap();
    let error = raw_table("t", &[texts(&[None]), other]).unwrap_err();
    assert_eq!(error.to_string(), "the frame has no column `id`");
}

#[test]
fn a_desk_is_built_from_frames() {
    let rooms = record_batch(vec![
        (
            "id".to_owned(),
            Column::Text(vec![Some("R1".to_owned()), Some("R2".to_owned())]),
        ),
        (
            "name".to_owned(),
            Column::Text(vec![Some("Aud".to_owned()), Some("B".to_owned())]),
        ),
        ("seats".to_owned(), Column::Number(vec![Some(30.0), None])),
    ]);
    let table = raw_table("rooms", &[rooms.unwrap()]).unwrap();
    let (desk, findings) = Desk::builder().table("rooms", table).build();
    assert_eq!(findings, []);
    let ids: Vec<&str> = desk
        .rooms
        .iter()
        .map(|room: &Room| room.id.as_str())
        .collect();
    assert_eq!(ids, ["R1", "R2"]);
}

proptest! {
    #[test]
    fn tables_come_back(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zæ0-9;.]{0,5}", 3), 0..9)
    ) {
        let mut table = RawTable::with_headings("t", ["a", "b", "c"]);
        rows.into_iter().for_each(|cells| table.push(cells));
        table.rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let back = raw_table("t", &[text_batch(&table).unwrap()]).unwrap();
        let cells = |table: &RawTable| -> Vec<Vec<String>> {
            table.rows.iter().map(|row| row.cells.clone()).collect()
        };
        prop_assert_eq!(cells(&back), cells(&table));
        prop_assert_eq!(back.headings, table.headings);
    }
}
