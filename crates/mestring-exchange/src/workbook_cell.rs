//! A typed cell of a workbook as the text that a person would have typed.

use calamine::{Data, ExcelDateTime};

/// How a number is shown, where that says more than the number does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// As a share of a hundred: 0.85 is shown as 85 %.
    Percent,
    /// With leading zeros, so many digits in all: 301 is shown as 0301.
    Padded(usize),
    /// As a month of a year: 2026-09-01 is shown as Sep 26.
    YearMonth,
    /// As a day of a month: 2026-12-08 is shown as 8 Dec. Spreadsheets make this of a typed `8-12`.
    NoYear,
}

impl Look {
    /// What a number format's code says, if anything. Text in quotation marks, in brackets and
    /// after a backslash is not part of the format.
    pub(crate) fn of(format: &str) -> Option<Look> {
        let format = format.split(';').next().unwrap_or_default();
        let mut signs = String::new();
        let mut letters = format.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => letters
                    .by_ref()
                    .take_while(|letter| *letter != '"')
                    .for_each(drop),
                '[' => letters
                    .by_ref()
                    .take_while(|letter| *letter != ']')
                    .for_each(drop),
                '\\' | '_' | '*' => {
                    letters.next();
                }
                letter => signs.extend(letter.to_lowercase()),
            }
        }
        if signs == "general" || signs == "@" {
            return None;
        }
        if signs.contains('%') {
            return Some(Look::Percent);
        }
        if signs.len() > 1 && signs.chars().all(|sign| sign == '0') {
            return Some(Look::Padded(signs.len()));
        }
        if signs.contains(['h', 's']) || !signs.contains('m') {
            return None;
        }
        match (signs.contains('y'), signs.contains('d')) {
            (true, false) => Some(Look::YearMonth),
            (false, true) => Some(Look::NoYear),
            _ => None,
        }
    }
}

/// The text of a cell; an error value has none.
pub(crate) fn text(value: &Data, look: Option<Look>) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(true) => "yes".into(),
        Data::Bool(false) => "no".into(),
        Data::Int(number) => number_text(*number as f64, look),
        Data::Float(number) => number_text(*number, look),
        Data::DateTime(date) if date.is_duration() => duration_text(date.as_f64()),
        Data::DateTime(date) => date_text(date, look),
    }
}

/// A number as a spreadsheet shows it: fifteen significant digits, a point before the decimals, no
/// needless zeros.
fn number_text(number: f64, look: Option<Look>) -> String {
    match look {
        // Shares are kept in hundredths of a percent.
        Some(Look::Percent) => format!("{} %", plain((number * 10_000.0).round() / 100.0)),
        Some(Look::Padded(digits)) if number >= 0.0 && number.fract() == 0.0 => {
            format!("{:0>digits$}", plain(number))
        }
        _ => plain(number),
    }
}

fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 {
        "0".into()
    } else {
        rounded.to_string()
    }
}

/// `2026-12-31`, with the time only if there is one: `2026-12-31T14:30`; a time alone: `14:30`.
fn date_text(date: &ExcelDateTime, look: Option<Look>) -> String {
    /// Where the calendar of spreadsheets ends: the day after 9999-12-31.
    const END: f64 = 2_958_466.0;
    const SECONDS: f64 = 86_400.0;
    let serial = date.as_f64();
    if !(0.0..END).contains(&serial) {
        return plain(serial);
    }
    // Rounded to whole seconds first, so that 14:29:59.9999 is 14:30.
    let serial = (serial * SECONDS).round() / SECONDS + 1e-9;
    let rounded = with_serial(date, serial);
    let (year, month, day, hour, minute, second, _) = rounded.to_ymd_hms_milli();
    let time = match (hour, minute, second) {
        (0, 0, 0) => String::new(),
        (hour, minute, 0) => format!("{hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if serial < 1.0 {
        return if time.is_empty() {
            "00:00".into()
        } else {
            time
        };
    }
    if look == Some(Look::YearMonth) {
        return format!("{year:04}-{month:02}");
    }
    let joint = if time.is_empty() { "" } else { "T" };
    format!("{year:04}-{month:02}-{day:02}{joint}{time}")
}

/// The same calendar (1900 or 1904) with another serial number.
fn with_serial(date: &ExcelDateTime, serial: f64) -> ExcelDateTime {
    let plain = |is_1904| {
        ExcelDateTime::new(
            date.as_f64(),
            calamine::ExcelDateTimeType::DateTime,
            is_1904,
        )
    };
    ExcelDateTime::new(
        serial,
        calamine::ExcelDateTimeType::DateTime,
        *date == plain(true),
    )
}

/// Hours and minutes, as many hours as there are: `36:15`.
fn duration_text(days: f64) -> String {
    let minutes = (days * 24.0 * 60.0).round();
    if !(0.0..1e9).contains(&minutes) {
        return plain(days);
    }
    format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};
    use proptest::prelude::*;

    #[test]
    fn numbers() {
        for (number, look, expected) in [
            (12.0, None, "12"),
            (0.1 + 0.2, None, "0.3"),
            (1.5, None, "1.5"),
            (-0.0, None, "0"),
            (1234567890123.0, None, "1234567890123"),
            (1e20, None, "100000000000000000000"),
            (1.0 / 3.0, None, "0.333333333333333"),
            (0.85, Some(Look::Percent), "85 %"),
            (0.075, Some(Look::Percent), "7.5 %"),
            (5.0 / 6.0, Some(Look::Percent), "83.33 %"),
            (301.0, Some(Look::Padded(4)), "0301"),
            (4601.0, Some(Look::Padded(4)), "4601"),
            (1.5, Some(Look::Padded(4)), "1.5"),
            (f64::NAN, None, "NaN"),
        ] {
            assert_eq!(text(&Data::Float(number), look), expected);
        }
        assert_eq!(text(&Data::Int(-3), None), "-3");
        assert_eq!(text(&Data::Bool(true), None), "yes");
    }

    #[test]
    fn dates() {
        for (serial, is_1904, look, expected) in [
            (46387.0, false, None, "2026-12-31"),
            (46387.0 - 1462.0, true, None, "2026-12-31"),
            (46387.604166666664, false, None, "2026-12-31T14:30"),
            (46387.60417824, false, None, "2026-12-31T14:30:01"),
            (0.604166666666667, false, None, "14:30"),
            (0.0, false, None, "00:00"),
            (46266.0, false, Some(Look::YearMonth), "2026-09"),
            (46364.0, false, Some(Look::NoYear), "2026-12-08"),
            (-1.0, false, None, "-1"),
            (3e6, false, None, "3000000"),
        ] {
            let date = ExcelDateTime::new(serial, DateTime, is_1904);
            assert_eq!(text(&Data::DateTime(date), look), expected, "{serial}");
        }
        let hours = ExcelDateTime::new(1.510416666666667, TimeDelta, false);
        assert_eq!(text(&Data::DateTime(hours), None), "36:15");
    }

    #[test]
    fn looks() {
        for (format, look) in [
            ("General", None),
            ("@", None),
            ("0", None),
            ("0.00", None),
            ("#,##0", None),
            ("0%", Some(Look::Percent)),
            ("0.00\\ %", Some(Look::Percent)),
            ("0000", Some(Look::Padded(4))),
            ("mmm\\-yy", Some(Look::YearMonth)),
            ("[$-414]mmm. yyyy;@", Some(Look::YearMonth)),
            ("d\\-mmm", Some(Look::NoYear)),
            ("d/m;@", Some(Look::NoYear)),
            ("dd.mm.yyyy", None),
            ("hh:mm", None),
            ("mm:ss", None),
            ("0 \"dagar med\"", None),
        ] {
            assert_eq!(Look::of(format), look, "{format}");
        }
    }

    proptest! {
        #[test]
        fn any_number_has_a_text(number in any::<f64>(), is_1904 in any::<bool>()) {
            let date = ExcelDateTime::new(number, DateTime, is_1904);
            let span = ExcelDateTime::new(number, TimeDelta, is_1904);
            for value in [Data::Float(number), Data::DateTime(date), Data::DateTime(span)] {
                prop_assert!(!text(&value, None).is_empty());
            }
        }

        #[test]
        fn whole_minutes_of_a_century_are_exact(day in 18264u32..54788, minute in 1u32..1440) {
            let serial = f64::from(day) + f64::from(minute) / 1440.0;
            let date = ExcelDateTime::new(serial, DateTime, false);
            let shown = text(&Data::DateTime(date), None);
            let time = format!("T{:02}:{:02}", minute / 60, minute % 60);
            prop_assert!(shown.ends_with(&time), "{} {}", shown, time);
        }
    }
}
