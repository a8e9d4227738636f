//! What calls from Python take: frames, tables of frames, names, packs, dates, languages.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring::decide::NoShow;
use mestring_cli::Surroundings;
use mestring_model::Lang;
use mestring_model::quantity::Share;
use mestring_model::term::nearest;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PySequence, PyString};
use pyo3::{PyTypeInfo as _, type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::capsule::{self, Batches};
use crate::errors::Error;
use crate::frame::Frame;
use crate::pack::Pack;
use crate::plain;

/// The type `str`, for stubs.
pub const TEXT: PyStaticExpr = type_hint_identifier!("builtins", "str");
/// The type `Sequence`, for stubs.
pub const SEQUENCE: PyStaticExpr = type_hint_identifier!("collections.abc", "Sequence");

/// Any frame that Python knows, taken over without a copy.
pub struct IntoFrame(pub Batches);

impl<'py> FromPyObject<'_, 'py> for IntoFrame {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!("mestring.typing", "IntoFrame");

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(frame) = object.cast::<Frame>() {
            return Ok(IntoFrame(frame.get().0.clone()));
        }
        if let Some(batches) = capsule::take(&object)? {
            return Ok(IntoFrame(batches));
        }
        if let Ok(columns) = object.cast::<PyMapping>() {
            return Ok(IntoFrame(Batches::one(plain::take(&columns)?)));
        }
        let hint = if object.hasattr("collect")? {
            "it is a plan of one: give the result of its `.collect()`"
        } else {
            "give a pandas, polars, pyarrow or DuckDB frame, or a dict of lists"
        };
        let name = object.get_type().name()?;
        Err(Error::Type(format!("a {name} is no frame; {hint}")).into())
    }
}

/// Frames by the names of a desk's tables.
pub struct Tables(pub BTreeMap<String, IntoFrame>);

impl<'py> FromPyObject<'_, 'py> for Tables {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        TEXT,
        IntoFrame::INPUT_TYPE
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let tables = object.cast::<PyMapping>()?.items()?.into_iter();
        Ok(Tables(
            tables.map(|item| item.extract()).collect::<PyResult<_>>()?,
        ))
    }
}

/// The files of a pack by name.
pub struct Files(pub BTreeMap<String, String>);

impl<'py> FromPyObject<'_, 'py> for Files {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        TEXT,
        TEXT
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let files = object.cast::<PyMapping>()?.items()?.into_iter();
        Ok(Files(
            files.map(|item| item.extract()).collect::<PyResult<_>>()?,
        ))
    }
}

/// Names of columns.
#[derive(Default)]
pub struct Names(pub Vec<String>);

impl<'py> FromPyObject<'_, 'py> for Names {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(SEQUENCE, TEXT);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // A text is a sequence of texts too, for Python, and never what was meant.
        if object.is_instance_of::<PyString>() {
            let text = "give a list of names, such as [\"run\"], not one text";
            return Err(Error::Type(text.to_owned()).into());
        }
        let names = object.cast::<PySequence>()?.try_iter()?;
        Ok(Names(
            names.map(|name| name?.extract()).collect::<PyResult<_>>()?,
        ))
    }
}

/// Packs that take the places of a desk's own.
#[derive(Default)]
pub struct OtherPacks(pub Vec<mestring_rules::Pack>);

impl<'py> FromPyObject<'_, 'py> for OtherPacks {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(SEQUENCE, Pack::TYPE_HINT);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let packs = object.cast::<PySequence>()?.try_iter()?;
        let packs = packs.map(|pack| Ok(pack?.cast::<Pack>()?.get().inner().clone()));
        Ok(OtherPacks(packs.collect::<PyResult<_>>()?))
    }
}

/// A language by its code.
pub fn language(code: &str) -> Result<Lang, Error> {
    Lang::parse(code)
        .ok_or_else(|| Error::Value(format!("`{code}` is no language; give en, nb or nn")))
}

/// The date in Norway, where a caller gives none.
pub fn today() -> NaiveDate {
    Surroundings::of_pipe().today
}

/// Of how many it is expected that they do not come.
pub struct AbsentShare(pub NoShow);

impl<'py> FromPyObject<'_, 'py> for AbsentShare {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(TEXT, type_hint_identifier!("builtins", "float"));

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(word) = object.extract::<String>() {
            let all = [NoShow::Stored, NoShow::None];
            return Ok(AbsentShare(one_of("no_show", &word, all, NoShow::code)?));
        }
        let number = object.extract::<f64>().map_err(|_| {
            let text = "`no_show` is a share, as 0.15, or `stored` or `none`";
            Error::Type(text.to_owned())
        })?;
        if !(0.0..1.0).contains(&number) {
            let text = "`no_show` is a share from 0 up to, but not, 1, as 0.15; not a percentage";
            return Err(Error::Value(text.to_owned()).into());
        }
        // Within 0 and 10,000, by the range above.
        let share = Share::from_basis_points((number * 10_000.0).round() as u16);
        let share = share.filter(|share| *share < Share::WHOLE);
        let whole = || Error::Value("`no_show` is so near 1 that nobody would come".to_owned());
        Ok(AbsentShare(NoShow::Share(share.ok_or_else(whole)?)))
    }
}

/// What an argument names by a code.
///
/// # Errors
/// Another text; the error says which there are, and which was probably meant.
pub fn one_of<T, const N: usize>(
    argument: &str,
    given: &str,
    all: [T; N],
    code: fn(T) -> &'static str,
) -> Result<T, Error>
where
    T: Copy,
{
    if let Some(own) = all.into_iter().find(|own| code(*own) == given) {
        return Ok(own);
    }
    let codes = all.map(code);
    let near = nearest(given, codes);
    let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
    let text = format!("`{argument}` is one of {}{near}", codes.join(", "));
    Err(Error::Value(text))
}
