//! The command as tests call it.

use chrono::NaiveDate;
use mestring_cli::{Surroundings, run_in};

/// Calls the command on a fixed day, in no terminal: its exit code, result and messages.
pub fn ask(args: &[&str]) -> (u8, String, String) {
    let surroundings = Surroundings {
        one_terminal: false,
        today: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default(),
        width: None,
        colour_out: false,
        colour_err: false,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["mestring"].into_iter().chain(args.iter().copied());
    let code = run_in(&surroundings, args, &mut out, &mut err);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (code, text(out), text(err))
}
