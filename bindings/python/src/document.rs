//! Documents and pages of the library as Python has them.

use mestring::report::{Layout, Page};
use pyo3::prelude::*;

/// JSON text as dicts and lists.
pub fn loaded<'py>(py: Python<'py>, text: String) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (text,))
}

/// A page as plain text, in lines of at most `width` characters.
pub fn rendered(page: &Page, width: usize) -> String {
    let layout = Layout {
        width,
        colour: false,
    };
    layout.render(page)
}
