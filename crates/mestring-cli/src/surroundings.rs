//! What the command knows of the machine it runs on: the date, the terminal, one wish about colour.
//!
//! The clock and the environment are read here and nowhere else.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::NaiveDate;
use mestring::report::Layout;
use mestring_data::clock::date_in_norway;

/// The machine as the command sees it. Tests state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
    /// The date in Norway.
    pub today: NaiveDate,
    /// The width of the terminal in characters; `None` where the output goes to a file or a pipe.
    pub width: Option<usize>,
    /// Results go to a terminal that shows colours.
    pub colour_out: bool,
    /// Findings and errors go to a terminal that shows colours.
    pub colour_err: bool,
    /// Results and findings go to the same terminal, so that nothing has to be said in both.
    pub one_terminal: bool,
}

impl Surroundings {
    /// The surroundings of this process.
    pub fn of_process() -> Self {
        let wanted = colour_wanted();
        let width = terminal_size::terminal_size_of(io::stdout())
            .map(|(width, _)| usize::from(width.0))
            .filter(|width| *width > 0);
        Surroundings {
            today: today(),
            width,
            colour_out: wanted && io::stdout().is_terminal(),
            colour_err: wanted && io::stderr().is_terminal(),
            one_terminal: io::stdout().is_terminal() && io::stderr().is_terminal(),
        }
    }

    /// Writers that are no terminal, on the date of today.
    pub fn of_pipe() -> Self {
        Surroundings {
            today: today(),
            width: None,
            colour_out: false,
            colour_err: false,
            one_terminal: false,
        }
    }

    /// How results are laid out, with or without colour.
    pub(crate) fn layout_out(&self, colour: bool) -> Layout {
        Layout {
            width: self.width.unwrap_or(Layout::PLAIN_WIDTH),
            colour,
        }
    }

    /// How findings are laid out: one on each line where no terminal breaks lines, for tools that
    /// read line by line.
    pub(crate) fn layout_err(&self, colour: bool) -> Layout {
        Layout {
            width: self.width.unwrap_or(usize::from(u16::MAX)),
            colour,
        }
    }
}

/// False where `NO_COLOR` is set (no-color.org), or the terminal says that it is dumb.
fn colour_wanted() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb")
}

/// The date in Norway, from the machine's clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read; everything else takes a date"
)]
fn today() -> NaiveDate {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or(Duration::ZERO);
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    date_in_norway(seconds)
}
