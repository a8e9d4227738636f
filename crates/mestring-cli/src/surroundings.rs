//! What the command knows of the machine it runs on: the date, the terminal, one wish about colour.
//!
//! The clock and the environment are read here and nowhere else.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use mestring::report::Layout;

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
    let utc = DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .naive_utc();
    in_norway(utc)
}

/// The date in Norway at a time in UTC: one hour ahead, two in summer, from the last Sunday of March
/// to the last Sunday of October, each at one o'clock UTC (forskrift om sommertid).
fn in_norway(utc: NaiveDateTime) -> NaiveDate {
    let change = |month: u32| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let sunday = last.week(Weekday::Sun).first_day();
        sunday.and_hms_opt(1, 0, 0)
    };
    let summer = change(3)
        .zip(change(10))
        .is_some_and(|(from, until)| from <= utc && utc < until);
    let ahead = TimeDelta::hours(if summer { 2 } else { 1 });
    utc.checked_add_signed(ahead).unwrap_or(utc).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(utc: &str, expect: &str) {
        let utc = NaiveDateTime::parse_from_str(utc, "%Y-%m-%d %H:%M").unwrap();
        assert_eq!(in_norway(utc).to_string(), expect, "{utc}");
    }

    #[test]
    fn midnight_is_norways() {
        check("2026-01-15 22:59", "2026-01-15");
        check("2026-01-15 23:00", "2026-01-16");
        check("2026-07-15 21:59", "2026-07-15");
        check("2026-07-15 22:00", "2026-07-16");
        // 29 March and 25 October 2026 are the last Sundays.
        check("2026-03-28 22:30", "2026-03-28");
        check("2026-03-29 22:30", "2026-03-30");
        check("2026-10-24 22:30", "2026-10-25");
        check("2026-10-25 22:30", "2026-10-25");
    }
}
