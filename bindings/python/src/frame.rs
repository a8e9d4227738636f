//! The class `Frame`.

use mestring::frame::{Cell, Cells, FrameError};
use mestring::report::escaped;
use mestring_model::term::nearest;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use pyo3::{type_hint_identifier, type_hint_subscript};

use crate::arguments::IntoFrame;
use crate::capsule::{self, Batches};
use crate::errors::Error;
use crate::plain;

/// Rows and columns, as results come and as frames of other packages can be given.
///
/// A frame is made from anything that speaks Arrow's PyCapsule interface (pandas, polars, pyarrow,
/// DuckDB, …) without copying, or from a dict of lists, for which no other package is needed. It
/// cannot be changed.
///
/// It goes out the same way: `polars.DataFrame(frame)`, `pyarrow.table(frame)`,
/// `pandas.DataFrame.from_arrow(frame)`, or `from frame` in DuckDB's SQL. (`polars.from_arrow` makes
/// a series of structs of it; use `polars.DataFrame`.)
///
/// >>> from mestring import Frame
/// >>> frame = Frame({"run": ["K1", "K2"], "sessions": [8, None]})
/// >>> frame
/// <Frame: 2 rows, 2 columns: run, sessions>
/// >>> len(frame), frame.columns
/// (2, ['run', 'sessions'])
#[pyclass(frozen, module = "mestring")]
pub struct Frame(pub Batches);

/// The types of columns by name, in the columns' order.
struct Types(Vec<(String, String)>);

impl<'py> IntoPyObject<'py> for Types {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "str")
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let types = PyDict::new(py);
        for (name, kind) in self.0 {
            types.set_item(name, kind)?;
        }
        Ok(types)
    }
}

#[pymethods]
impl Frame {
    /// A frame of another package, or a dict of lists.
    #[new]
    fn py_new(data: IntoFrame) -> Self {
        Frame(data.0)
    }

    /// The names of the columns, in order.
    ///
    /// >>> Frame({"run": ["K1"], "sessions": [8]}).columns
    /// ['run', 'sessions']
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.0
            .schema
            .fields()
            .iter()
            .map(|field| field.name().as_str())
            .collect()
    }

    /// The Arrow types of the columns by name.
    ///
    /// >>> Frame({"run": ["K1"], "sessions": [8]}).types
    /// {'run': 'Utf8', 'sessions': 'Int64'}
    #[getter]
    fn types(&self) -> Types {
        let fields = self.0.schema.fields().iter();
        Types(
            fields
                .map(|own| (own.name().clone(), own.data_type().to_string()))
                .collect(),
        )
    }

    /// The values of one column as a list, None where missing.
    ///
    /// >>> Frame({"sessions": [8, None]}).column("sessions")
    /// [8, None]
    ///
    /// Raises FrameError for a name that no column has and for a type that Python has no value for.
    #[pyo3(signature = (name) -> "list[Any]")]
    fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        let fields = self.0.schema.fields();
        let Some(at) = fields.iter().position(|field| field.name() == name) else {
            let names = fields.iter().map(|field| field.name().as_str());
            let nearest = nearest(name, names).map(str::to_owned);
            let error = FrameError::NoColumn {
                column: name.to_owned(),
                nearest,
            };
            return Err(Error::Frame(error).into());
        };
        let values = PyList::empty(py);
        for array in self
            .0
            .batches
            .iter()
            .filter_map(|batch| batch.columns().get(at))
        {
            let cells = Cells::of(array.as_ref()).ok_or_else(|| {
                let found = array.data_type().to_string();
                Error::Frame(FrameError::ColumnType {
                    column: name.to_owned(),
                    found,
                })
            })?;
            for row in 0..array.len() {
                values.append(plain::give(py, &cells.get(row))?)?;
            }
        }
        Ok(values)
    }

    /// All columns as lists, by name.
    ///
    /// >>> Frame({"run": ["K1"], "sessions": [8]}).to_dict()
    /// {'run': ['K1'], 'sessions': [8]}
    #[pyo3(signature = () -> "dict[str, list[Any]]")]
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let all = PyDict::new(py);
        for name in self.columns() {
            all.set_item(name, self.column(py, name)?)?;
        }
        Ok(all)
    }

    /// The frame as a pandas DataFrame with Arrow types; pandas must be installed.
    ///
    /// >>> Frame({"sessions": [8, None]}).to_pandas()["sessions"].sum()
    /// 8
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let pandas = slf.py().import("pandas")?;
        // Arrow types keep whole numbers with missing values whole.
        let table = Self::to_arrow(slf)?;
        let kwargs = PyDict::new(slf.py());
        kwargs.set_item("types_mapper", pandas.getattr("ArrowDtype")?)?;
        table.call_method("to_pandas", (), Some(&kwargs))
    }

    /// The frame as a polars DataFrame; polars must be installed.
    ///
    /// >>> Frame({"sessions": [8, None]}).to_polars().shape
    /// (2, 1)
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.call_method1("DataFrame", (slf,))
    }

    /// The frame as a pyarrow Table; pyarrow must be installed.
    ///
    /// >>> Frame({"sessions": [8, None]}).to_arrow().num_rows
    /// 2
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))
    }

    /// The rows as a stream of Arrow's C interface, for other packages.
    ///
    /// >>> type(Frame({"sessions": [8]}).__arrow_c_stream__()).__name__
    /// 'PyCapsule'
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer answer with its own schema.
        let _ = requested_schema;
        capsule::give_stream(py, &self.0)
    }

    /// The columns' names and types in Arrow's C interface, for other packages.
    ///
    /// >>> type(Frame({"sessions": [8]}).__arrow_c_schema__()).__name__
    /// 'PyCapsule'
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::give_schema(py, &self.0)
    }

    fn __len__(&self) -> usize {
        self.0.rows()
    }

    /// Names and counts, never a value: a frame may be about people.
    fn __repr__(&self) -> String {
        let columns = self.columns();
        let (rows, count) = (self.0.rows(), columns.len());
        format!(
            "<Frame: {rows} rows, {count} columns: {}>",
            columns.join(", ")
        )
    }

    /// The number of rows, and the names and types of the columns with how many values are there.
    fn _repr_html_(&self) -> String {
        let rows = self.0.rows();
        let mut html = format!(
            "<table><caption>{rows} rows</caption><tr><th>column</th><th>type</th>\
             <th>values</th></tr>"
        );
        for (at, field) in self.0.schema.fields().iter().enumerate() {
            let columns = self
                .0
                .batches
                .iter()
                .filter_map(|batch| batch.columns().get(at));
            let there: usize = columns.map(|column| values(column.as_ref())).sum();
            html.push_str(&format!(
                "<tr><td>{}</td><td>{}</td><td>{there}</td></tr>",
                escaped(field.name()),
                escaped(&field.data_type().to_string())
            ));
        }
        html.push_str("</table>");
        html
    }
}

fn values(column: &dyn arrow_array::Array) -> usize {
    match Cells::of(column) {
        Some(cells) => (0..column.len())
            .filter(|row| cells.get(*row) != Cell::Empty)
            .count(),
        None => column.len() - column.null_count(),
    }
}
