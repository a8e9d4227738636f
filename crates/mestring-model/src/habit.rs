//! What people write out of habit, from spreadsheets and from their own language: yes and no, what is
//! not known, numbers and dates. What is meant is certain, so a message can say what to write instead.

use chrono::NaiveDate;

const YES: &[&str] = &["yes", "ja", "true", "sann", "sant"];
const NO: &[&str] = &["no", "nei", "false", "usann", "usant"];

/// Words for what is not known. `ingen` and `none` are not among them: none is known to be there.
const UNKNOWN: &[&str] = &[
    "unknown",
    "ukjent",
    "ukjend",
    "null",
    "nil",
    "n/a",
    "don't know",
    "vet ikke",
    "veit ikkje",
];

/// What a rule or a case answers where a fact is missing, as people put it and as reports say it.
const CANNOT_TELL: &[&str] = &[
    "cannot tell",
    "can't tell",
    "can not tell",
    "cannot be told",
    "cannot be decided",
    "cannot decide",
    "kan ikke avgj",
    "kan ikkje avgj",
    "kan ikke si",
    "kan ikkje sei",
    "kan ikke vite",
    "kan ikkje vite",
];

/// Yes or no, for a word that says so in any of the languages, in any case.
pub fn yes_no(word: &str) -> Option<bool> {
    let word = word.trim().to_lowercase();
    match word.as_str() {
        own if YES.contains(&own) => Some(true),
        own if NO.contains(&own) => Some(false),
        _ => None,
    }
}

/// How rules and TOML write yes or no.
pub fn written(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

/// True for a word that says that something is not known.
pub fn is_unknown(word: &str) -> bool {
    UNKNOWN.contains(&word.trim().to_lowercase().as_str())
}

/// The facts that a text names which says that something cannot be told, as the text names them; none
/// where it does not say so.
pub fn cannot_tell(text: &str) -> Option<Vec<&str>> {
    let lower = text.trim().to_lowercase();
    let begins = CANNOT_TELL.iter().any(|own| lower.starts_with(own));
    (begins || is_unknown(text)).then(|| {
        let names = text.split_once(':').map(|(_, names)| names);
        let names = names.unwrap_or_default().split([',', ';']).map(str::trim);
        names.filter(|name| !name.is_empty()).collect()
    })
}

/// A number as rules and TOML write it, where a spreadsheet's way of writing it is another: `24,5`,
/// `10 000`, `1.000,5`, `08`, `.5`. None where it is written right, and where it is no number.
pub fn number(text: &str) -> Option<String> {
    let text = text.trim();
    let (sign, rest) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    // A point parts thousands only where a comma parts the decimals.
    let (whole, decimals, groups) = match rest.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals), " .\u{a0}\u{202f}"),
        None => match rest.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals), " \u{a0}\u{202f}"),
            None => (rest, None, " \u{a0}\u{202f}"),
        },
    };
    let digits = |text: &str| text.chars().all(|own| own.is_ascii_digit());
    // `10,000` is ten thousand to some and ten to others: nobody can say which is meant.
    let thousands = decimals.is_some_and(|own| own.len() == 3) && rest.contains(',');
    if thousands && whole != "0" && whole.len() <= 3 && digits(whole) {
        return None;
    }
    if !decimals.is_none_or(digits) {
        return None;
    }
    let mut parts = whole.split(|own| groups.contains(own));
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let is_group = |part: &&str| part.len() == 3 && digits(part);
    if !digits(first) || !rest.iter().all(is_group) || (!rest.is_empty() && first.len() > 3) {
        return None;
    }
    let whole = format!("{first}{}", rest.concat());
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let written = match decimals {
        None if first.is_empty() => return None,
        None => format!("{sign}{whole}"),
        Some("") if first.is_empty() => return None,
        Some("") => format!("{sign}{whole}.0"),
        Some(decimals) => format!("{sign}{whole}.{decimals}"),
    };
    (written != text).then_some(written)
}

/// A number with the unit or sign that stands beside it: `12 personer`, `500 kr`, `50%`. The number as
/// rules write it, and the rest.
pub fn measured(text: &str) -> Option<(String, &str)> {
    let text = text.trim();
    let is_number = |own: char| own.is_ascii_digit() || " .,\u{a0}".contains(own);
    let end = text.find(|own: char| !is_number(own))?;
    let (amount, unit) = (text.get(..end)?.trim(), text.get(end..)?.trim());
    let is_unit = unit.chars().all(|own| own.is_alphabetic() || own == '%');
    let is_plain = !amount.is_empty() && amount.parse::<f64>().is_ok();
    if !is_unit {
        return None;
    }
    let amount = number(amount).or_else(|| is_plain.then(|| amount.to_owned()))?;
    Some((amount, unit))
}

/// A date in an order or with signs that TOML does not have, or in quotes: `01.01.2025`, `1/1/2025`,
/// `2025-1-1`. None where it is no date, and for one that does not exist.
pub fn date(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = parts(text)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// True for what is written as a date and names a day that does not exist.
pub fn is_no_day(text: &str) -> bool {
    parts(text).is_some() && date(text).is_none()
}

/// The months as English, bokmål and nynorsk call them.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar"],
    &["february", "februar"],
    &["march", "mars"],
    &["april"],
    &["may", "mai"],
    &["june", "juni"],
    &["july", "juli"],
    &["august"],
    &["september"],
    &["october", "oktober"],
    &["november"],
    &["december", "desember"],
];

/// `1.1.2027` for a date whose month is a word, whole or cut to three letters or more: `1. januar 2027`.
fn named_month(text: &str) -> Option<String> {
    let is_gap = |own: char| own.is_whitespace() || ".,".contains(own);
    let mut words = text.split(is_gap).filter(|word| !word.is_empty());
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let month = |word: &str| {
        let word = word.to_lowercase();
        let is_own = |name: &&&str| word.len() > 2 && name.starts_with(&word);
        let at = MONTHS
            .iter()
            .position(|names| names.iter().any(|name| is_own(&name)));
        at.map(|at| at + 1)
    };
    let (day, month) = match (month(second), month(first)) {
        (Some(month), _) => (first, month),
        (None, Some(month)) => (second, month),
        (None, None) => return None,
    };
    Some(format!("{day}.{month}.{year}"))
}

fn parts(text: &str) -> Option<(i32, u32, u32)> {
    let text = match named_month(text) {
        Some(text) => text,
        None => text.trim().to_owned(),
    };
    let mut parts = text.split(['.', '/', '-']).map(str::trim);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| {
        (part.len() <= 2)
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let year = |part: &str| {
        let fine = part.len() == 4 && part.chars().all(|own| own.is_ascii_digit());
        fine.then(|| part.parse::<i32>().ok()).flatten()
    };
    if parts.next().is_some() {
        return None;
    }
    match (year(first), year(third)) {
        (Some(year), None) => Some((year, short(second)?, short(third)?)),
        (None, Some(year)) => Some((year, short(second)?, short(first)?)),
        _ => None,
    }
}

/// True for digits that are more than a whole number can hold.
pub fn is_too_large(text: &str) -> bool {
    let digits: String = text.chars().filter(|own| *own != '_').collect();
    let bare = digits.trim_start_matches(['-', '+']);
    let is_whole = !bare.is_empty() && bare.chars().all(|own| own.is_ascii_digit());
    if is_whole {
        digits.parse::<i64>().is_err()
    } else {
        bare.starts_with(|own: char| own.is_ascii_digit())
            && digits.parse::<f64>().is_ok_and(f64::is_infinite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_spreadsheet_are_read_and_right_ones_are_left() {
        for (text, expected) in [
            ("24,5", Some("24.5")),
            ("-24,5", Some("-24.5")),
            ("10 000", Some("10000")),
            ("10\u{a0}000,5", Some("10000.5")),
            ("1.000,5", Some("1000.5")),
            ("1.000.000,5", Some("1000000.5")),
            ("08", Some("8")),
            ("00", Some("0")),
            ("+8", Some("8")),
            (".5", Some("0.5")),
            (",5", Some("0.5")),
            ("5.", Some("5.0")),
            ("8", None),
            ("0", None),
            ("2.5", None),
            ("0.5", None),
            ("1.000", None),
            ("1,2,3", None),
            ("10 00", None),
            ("1000 000", None),
            ("1.2.3", None),
            ("", None),
            (".", None),
            ("a", None),
            ("1e5", None),
        ] {
            assert_eq!(number(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_is_told_from_its_number() {
        for (text, expected) in [
            ("12 personer", Some(("12", "personer"))),
            ("500 kr", Some(("500", "kr"))),
            ("2,5 timer", Some(("2.5", "timer"))),
            ("50%", Some(("50", "%"))),
            ("50 %", Some(("50", "%"))),
            ("12", None),
            ("personer", None),
            ("12-13 uker", None),
            ("1.2.3 x", None),
        ] {
            let found = measured(text);
            let found = found
                .as_ref()
                .map(|(number, unit)| (number.as_str(), *unit));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn dates_are_read_in_every_order_with_four_digits_for_the_year() {
        for (text, expected) in [
            ("01.01.2025", Some("2025-01-01")),
            ("1.2.2025", Some("2025-02-01")),
            ("31/12/2025", Some("2025-12-31")),
            ("2025-1-1", Some("2025-01-01")),
            ("2025.01.31", Some("2025-01-31")),
            ("1. januar 2027", Some("2027-01-01")),
            ("31 des. 2027", Some("2027-12-31")),
            ("May 17, 2027", Some("2027-05-17")),
            ("17. ma 2027", None),
            ("2025-01-31", Some("2025-01-31")),
            ("30.02.2025", None),
            ("1.1.25", None),
            ("1.0.0", None),
            ("2025", None),
            ("01.01.2025.1", None),
        ] {
            let found = date(text).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
        assert!(is_no_day("30.02.2025") && is_no_day("2025-13-01"));
        assert!(!is_no_day("1.0.0") && !is_no_day("01.01.2025"));
    }

    #[test]
    fn words_of_three_languages_are_known() {
        assert_eq!(yes_no("Ja"), Some(true));
        assert_eq!(yes_no("USANN"), Some(false));
        assert_eq!(yes_no("kanskje"), None);
        assert!(is_unknown("Ukjent") && is_unknown("veit ikkje") && !is_unknown("ingen"));
        let names = |text| cannot_tell(text).map(|names| names.join("+"));
        assert_eq!(names("kan ikke avgjøres: a, b").as_deref(), Some("a+b"));
        assert_eq!(names("Kan ikkje avgjere").as_deref(), Some(""));
        assert_eq!(names("cannot be decided").as_deref(), Some(""));
        assert_eq!(names("ukjent").as_deref(), Some(""));
        assert_eq!(names("met"), None);
    }

    #[test]
    fn numbers_end_where_64_bits_do() {
        assert!(!is_too_large("9223372036854775807"));
        assert!(is_too_large("9223372036854775808"));
        assert!(!is_too_large("-9223372036854775808"));
        assert!(is_too_large("9_223_372_036_854_775_808"));
        assert!(is_too_large("1e400") && !is_too_large("1e300") && !is_too_large("inf"));
    }
}
