//! The command `mestring`.

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use mestring_cli::{Surroundings, run_in};

fn main() -> ExitCode {
    let surroundings = Surroundings::of_process();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = BufWriter::new(io::stderr().lock());
    let code = run_in(&surroundings, std::env::args_os(), &mut out, &mut err);
    // Whoever closed the pipe does not want the rest.
    let _ = out.flush();
    let _ = err.flush();
    ExitCode::from(code)
}
