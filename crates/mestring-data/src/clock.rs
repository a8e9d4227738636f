//! What day it is in Norway, from a time that the caller read. Nothing here reads a clock.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// The date in Norway so many seconds after the start of 1970 in UTC.
///
/// ```
/// use mestring_data::clock::date_in_norway;
/// assert_eq!(date_in_norway(0).to_string(), "1970-01-01");
/// assert_eq!(date_in_norway(1_768_604_400).to_string(), "2026-01-17"); // 16 January, 23:00 UTC
/// ```
pub fn date_in_norway(unix_seconds: i64) -> NaiveDate {
    let utc = DateTime::from_timestamp(unix_seconds, 0)
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
