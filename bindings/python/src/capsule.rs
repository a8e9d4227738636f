//! Arrow across the border, by the PyCapsule interface: no copy, and no Arrow package needed on the
//! Python side.
//!
//! A frame comes in as a stream (`__arrow_c_stream__`: pandas, polars, pyarrow tables, DuckDB, …) or
//! as one array (`__arrow_c_array__`: a pyarrow record batch), and goes out as a stream. This is the
//! only module with unsafe code.

use std::ffi::CStr;

use arrow_array::cast::AsArray as _;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{
    Array as _, RecordBatch, RecordBatchIterator, RecordBatchOptions, RecordBatchReader as _,
    make_array,
};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use mestring::frame::FrameError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::errors::Error;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// The batches of one frame, all of one schema.
#[derive(Debug, Clone)]
pub struct Batches {
    /// The columns' names and types.
    pub schema: SchemaRef,
    /// The rows.
    pub batches: Vec<RecordBatch>,
}

impl Batches {
    /// A frame of one batch.
    pub fn one(batch: RecordBatch) -> Self {
        Batches {
            schema: batch.schema(),
            batches: vec![batch],
        }
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

/// The frame that an object exports; nothing where it exports none.
pub fn take(object: &Bound<'_, PyAny>) -> PyResult<Option<Batches>> {
    // A class has the method too, but only its objects have rows.
    if object.is_instance_of::<pyo3::types::PyType>() {
        return Ok(None);
    }
    if let Some(export) = object.getattr_opt("__arrow_c_stream__")? {
        take_stream(&export.call0()?).map(Some)
    } else if let Some(export) = object.getattr_opt("__arrow_c_array__")? {
        take_array(&export.call0()?).map(Some)
    } else {
        Ok(None)
    }
}

fn take_stream(exported: &Bound<'_, PyAny>) -> PyResult<Batches> {
    let capsule = exported.cast::<PyCapsule>()?;
    let stream = capsule
        .pointer_checked(Some(STREAM))?
        .cast::<FFI_ArrowArrayStream>();
    #[expect(
        unsafe_code,
        reason = "a C structure of the Arrow stream interface is taken over"
    )]
    // SAFETY: a capsule of this name holds a valid, aligned stream structure (PyCapsule interface,
    // checked by name above), this thread is attached to Python, so nobody else moves it meanwhile,
    // and `from_raw` leaves an empty structure behind, which the capsule's destructor skips.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) };
    // The producer may be Python itself or a query that runs only now; both may take long, and the
    // stream attaches to Python again where it has to.
    let read = move || -> Result<Batches, ArrowError> {
        let reader = RecordBatchStreamReader::try_new(stream)?;
        let schema = reader.schema();
        let batches = reader.collect::<Result<_, _>>()?;
        Ok(Batches { schema, batches })
    };
    exported
        .py()
        .detach(read)
        .map_err(|error| Error::Frame(error.into()).into())
}

fn take_array(exported: &Bound<'_, PyAny>) -> PyResult<Batches> {
    let pair = exported.cast::<PyTuple>()?;
    let (schema, array) = (pair.get_item(0)?, pair.get_item(1)?);
    let (schema, array) = (schema.cast::<PyCapsule>()?, array.cast::<PyCapsule>()?);
    let schema = schema
        .pointer_checked(Some(SCHEMA))?
        .cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    #[expect(
        unsafe_code,
        reason = "C structures of the Arrow data interface are taken over"
    )]
    // SAFETY: capsules of these names hold valid, aligned structures that describe each other
    // (PyCapsule interface, checked by name above). `pair` keeps both capsules alive, this thread is
    // attached to Python, so nobody else moves the array meanwhile; `from_raw` leaves an empty
    // structure behind, which the capsule's destructor skips. The schema is only borrowed.
    let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
    let batch = data.and_then(|data| {
        let array = make_array(data);
        let Some(rows) = array.as_struct_opt().filter(|rows| rows.null_count() == 0) else {
            let text = "the array is one column, or has missing rows, and is no frame";
            return Err(ArrowError::CDataInterface(text.to_owned()));
        };
        let schema = Schema::new(rows.fields().clone());
        let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
        RecordBatch::try_new_with_options(schema.into(), rows.columns().to_vec(), &options)
    });
    let batch = batch.map_err(|error| Error::Frame(FrameError::from(error)))?;
    Ok(Batches::one(batch))
}

/// The frame as a capsule that holds a stream.
pub fn give_stream<'py>(py: Python<'py>, frame: &Batches) -> PyResult<Bound<'py, PyCapsule>> {
    let batches = frame.batches.clone().into_iter().map(Ok);
    let reader = RecordBatchIterator::new(batches, frame.schema.clone());
    let stream = FFI_ArrowArrayStream::new(Box::new(reader));
    PyCapsule::new_with_value(py, stream, STREAM)
}

/// The frame's schema as a capsule.
pub fn give_schema<'py>(py: Python<'py>, frame: &Batches) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(frame.schema.as_ref());
    let schema = schema.map_err(|error| Error::Frame(FrameError::from(error)))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}
