//! `cargo xtask`: see [`xtask::cli`].

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let mut out = std::io::stdout().lock();
    let code = xtask::cli::run(&args, &mut out);
    // A reader that has gone away is no reason to change the verdict.
    let _ = out.flush();
    code
}
