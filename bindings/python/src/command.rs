//! The command `mestring`, which the wheel carries.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write as _};

use mestring_cli::{Surroundings, run_with};
use pyo3::prelude::*;

use crate::plugin::find;

/// Runs the command `mestring` with its arguments, the program's name first, and gives its exit
/// code: 0 for a result, 1 for a result beside which something is wrong, 2 for no result.
///
/// What it says goes to the process's own output, not to `sys.stdout`.
///
/// >>> from mestring._core import command
/// >>> command(["mestring", "check", "no/such/folder"])
/// 2
#[pyfunction]
pub fn command(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| {
        let surroundings = Surroundings::of_process();
        let mut out = BufWriter::new(io::stdout().lock());
        let mut err = BufWriter::new(io::stderr().lock());
        let code = run_with(&surroundings, Some(&find), args, &mut out, &mut err);
        // Whoever closed the pipe does not want the rest.
        let _ = out.flush();
        let _ = err.flush();
        code
    })
}
