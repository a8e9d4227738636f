//! One cell of a column, whatever Arrow type the column has.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{
    ArrowPrimitiveType, ArrowTemporalType, Date32Type, Date64Type, Decimal32Type, Decimal64Type,
    Decimal128Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, Time32MillisecondType, Time32SecondType, Time64MicrosecondType,
    Time64NanosecondType, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, OffsetSizeTrait};
use arrow_schema::{DataType, TimeUnit};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing; also a number that is not a number, which is how some tools write nothing.
    Empty,
    /// Yes or no.
    Bool(bool),
    /// A whole number of any width; decimals without a fraction too.
    Whole(i128),
    /// A number with decimals.
    Number(f64),
    /// A text, plain or from a dictionary.
    Text(&'a str),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A date and time, without a time zone.
    Moment(NaiveDateTime),
    /// Several cells.
    List(Vec<Cell<'a>>),
}

impl Cell<'_> {
    /// What kind of value this is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Cell::Empty => "an empty cell",
            Cell::Bool(_) => "yes/no",
            Cell::Whole(number) if i64::try_from(*number).is_err() => {
                "a number of 20 digits or more"
            }
            Cell::Whole(_) => "a whole number",
            Cell::Number(_) => "a number with decimals",
            Cell::Text(_) => "a text",
            Cell::Date(_) => "a date",
            Cell::Time(_) => "a time of day",
            Cell::Moment(_) => "a date and time",
            Cell::List(_) => "a list",
        }
    }
}

type Read<'a> = Box<dyn Fn(usize) -> Cell<'a> + 'a>;

/// The cells of one column, its type resolved once.
///
/// ```
/// use mestring::frame::{Cell, Cells, Column};
/// let column = Column::Number(vec![Some(0.5), None, Some(f64::NAN)]).into_array();
/// let cells = Cells::of(column.as_ref()).ok_or("this type has no cells")?;
/// assert_eq!(cells.get(0), Cell::Number(0.5));
/// assert_eq!((cells.get(1), cells.get(2)), (Cell::Empty, Cell::Empty));
/// # Ok::<(), &str>(())
/// ```
pub struct Cells<'a> {
    array: &'a dyn Array,
    read: Read<'a>,
}

impl<'a> Cells<'a> {
    /// The cells of a column; `None` for a type that no cell has (bytes, structs, intervals, moments
    /// of a time zone, whose local date would be a guess).
    pub fn of(array: &'a dyn Array) -> Option<Self> {
        reader(array).map(|read| Cells { array, read })
    }

    /// The cell of a row; empty outside the column.
    pub fn get(&self, row: usize) -> Cell<'a> {
        if row >= self.array.len() || self.array.is_null(row) {
            return Cell::Empty;
        }
        match (self.read)(row) {
            Cell::Number(number) if number.is_nan() => Cell::Empty,
            cell => cell,
        }
    }
}

fn reader<'a>(array: &'a dyn Array) -> Option<Read<'a>> {
    match array.data_type() {
        DataType::Null => Some(Box::new(|_| Cell::Empty)),
        DataType::Boolean => {
            let values = array.as_boolean_opt()?;
            Some(Box::new(move |row| Cell::Bool(values.value(row))))
        }
        DataType::Int8 => whole::<Int8Type>(array),
        DataType::Int16 => whole::<Int16Type>(array),
        DataType::Int32 => whole::<Int32Type>(array),
        DataType::Int64 => whole::<Int64Type>(array),
        DataType::UInt8 => whole::<UInt8Type>(array),
        DataType::UInt16 => whole::<UInt16Type>(array),
        DataType::UInt32 => whole::<UInt32Type>(array),
        DataType::UInt64 => whole::<UInt64Type>(array),
        DataType::Float16 => short_float::<Float16Type>(array),
        DataType::Float32 => short_float::<Float32Type>(array),
        DataType::Float64 => {
            let values = array.as_primitive_opt::<Float64Type>()?;
            Some(Box::new(move |row| Cell::Number(values.value(row))))
        }
        DataType::Decimal32(_, scale) => decimal::<Decimal32Type>(array, *scale),
        DataType::Decimal64(_, scale) => decimal::<Decimal64Type>(array, *scale),
        DataType::Decimal128(_, scale) => decimal::<Decimal128Type>(array, *scale),
        DataType::Utf8 => text::<i32>(array),
        DataType::LargeUtf8 => text::<i64>(array),
        DataType::Utf8View => {
            let values = array.as_string_view_opt()?;
            Some(Box::new(move |row| Cell::Text(values.value(row))))
        }
        DataType::Date32 => date::<Date32Type>(array),
        DataType::Date64 => date::<Date64Type>(array),
        DataType::Time32(TimeUnit::Second) => time::<Time32SecondType>(array),
        DataType::Time32(_) => time::<Time32MillisecondType>(array),
        DataType::Time64(TimeUnit::Microsecond) => time::<Time64MicrosecondType>(array),
        DataType::Time64(_) => time::<Time64NanosecondType>(array),
        DataType::Timestamp(TimeUnit::Second, None) => moment::<TimestampSecondType>(array),
        DataType::Timestamp(TimeUnit::Millisecond, None) => {
            moment::<TimestampMillisecondType>(array)
        }
        DataType::Timestamp(TimeUnit::Microsecond, None) => {
            moment::<TimestampMicrosecondType>(array)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, None) => moment::<TimestampNanosecondType>(array),
        DataType::Dictionary(..) => dictionary(array),
        DataType::List(_) => list::<i32>(array),
        DataType::LargeList(_) => list::<i64>(array),
        DataType::FixedSizeList(_, length) => {
            let lists = array.as_fixed_size_list_opt()?;
            let length = usize::try_from(*length).ok()?;
            let inner = Cells::of(lists.values().as_ref())?;
            Some(Box::new(move |row| {
                let from = row * length;
                Cell::List((from..from + length).map(|at| inner.get(at)).collect())
            }))
        }
        _ => None,
    }
}

fn whole<T>(array: &dyn Array) -> Option<Read<'_>>
where
    T: ArrowPrimitiveType<Native: Into<i128>>,
{
    let values = array.as_primitive_opt::<T>()?;
    Some(Box::new(move |row| Cell::Whole(values.value(row).into())))
}

/// A short float is read by its shortest decimal: 0.1 stays 0.1, not 0.100000001.
fn short_float<T>(array: &dyn Array) -> Option<Read<'_>>
where
    T: ArrowPrimitiveType<Native: std::fmt::Display>,
{
    let values = array.as_primitive_opt::<T>()?;
    Some(Box::new(move |row| {
        let number = values.value(row).to_string().parse();
        number.map_or(Cell::Empty, Cell::Number)
    }))
}

fn decimal<T>(array: &dyn Array, scale: i8) -> Option<Read<'_>>
where
    T: ArrowPrimitiveType<Native: Into<i128>>,
{
    let values = array.as_primitive_opt::<T>()?;
    let unit = 10_i128.checked_pow(scale.unsigned_abs().into())?;
    Some(Box::new(move |row| {
        let value: i128 = values.value(row).into();
        if scale < 0 {
            value
                .checked_mul(unit)
                .map_or(Cell::Number(value as f64 * unit as f64), Cell::Whole)
        } else if value % unit == 0 {
            Cell::Whole(value / unit)
        } else {
            Cell::Number(value as f64 / unit as f64)
        }
    }))
}

fn text<O: OffsetSizeTrait>(array: &dyn Array) -> Option<Read<'_>> {
    let values = array.as_string_opt::<O>()?;
    Some(Box::new(move |row| Cell::Text(values.value(row))))
}

fn date<T>(array: &dyn Array) -> Option<Read<'_>>
where
    T: ArrowTemporalType,
    i64: From<T::Native>,
{
    let values = array.as_primitive_opt::<T>()?;
    Some(Box::new(move |row| {
        values.value_as_date(row).map_or(Cell::Empty, Cell::Date)
    }))
}

fn time<T>(array: &dyn Array) -> Option<Read<'_>>
where
    T: ArrowTemporalType,
    i64: From<T::Native>,
{
    let values = array.as_primitive_opt::<T>()?;
    Some(Box::new(move |row| {
        values.value_as_time(row).map_or(Cell::Empty, Cell::Time)
    }))
}

fn moment<T>(array: &dyn Array) -> Option<Read<'_>>
where
    T: ArrowTemporalType,
    i64: From<T::Native>,
{
    let values = array.as_primitive_opt::<T>()?;
    Some(Box::new(move |row| {
        values
            .value_as_datetime(row)
            .map_or(Cell::Empty, Cell::Moment)
    }))
}

fn dictionary(array: &dyn Array) -> Option<Read<'_>> {
    let words = array.as_any_dictionary_opt()?;
    let inner = Cells::of(words.values().as_ref())?;
    if words.values().is_empty() {
        return Some(Box::new(|_| Cell::Empty));
    }
    let keys = words.normalized_keys();
    Some(Box::new(move |row| {
        keys.get(row).map_or(Cell::Empty, |key| inner.get(*key))
    }))
}

fn list<O: OffsetSizeTrait>(array: &dyn Array) -> Option<Read<'_>> {
    let lists = array.as_list_opt::<O>()?;
    let inner = Cells::of(lists.values().as_ref())?;
    let offsets = lists.value_offsets();
    Some(Box::new(move |row| {
        let at = |row: usize| offsets.get(row).map_or(0, |offset| offset.as_usize());
        Cell::List((at(row)..at(row + 1)).map(|at| inner.get(at)).collect())
    }))
}
