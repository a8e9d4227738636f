//! Finds Norwegian national identity numbers, so that a table with people in it is refused.
//!
//! All have eleven digits: six for a date of birth, three more, and two control digits. Found are
//! the birth number (fødselsnummer), the D-number (day of birth + 40), the emergency number of a
//! health institution (hjelpenummer, month + 40), the common emergency number (FH-nummer, which
//! begins with 8 or 9 and holds no date), and the synthetic numbers of test populations (month + 40,
//! + 65 or + 80): a desk holds no persons, not even invented ones.
//!
//! The control digits are sums modulo 11 by the registry's weights. From 2032 the first control
//! digit may leave a remainder of 0 to 3 (Skatteetaten, "Nytt fødselsnummer fra 2032"), which is
//! accepted already: to refuse one list too many costs a look, to let one through costs a person.
//! By chance one eleven-digit number of about 100 passes; a Norwegian bank account number passes
//! the second control always and is therefore refused about one time in ten.
//!
//! A number of the same form whose control digits are wrong may be a person's with a slip of the
//! finger. [`resembles_national_id`] finds those, to warn and never to show; what else has eleven
//! digits is kept apart as far as the digits tell (bank accounts, telephone numbers, longer codes).

use std::borrow::Cow;
use std::ops::Range;

use mestring_model::Finding;

/// Whether eleven digits are a national identity number.
///
/// ```
/// use mestring_exchange::national_id::is_national_id;
///
/// // Invented: months above 80 belong to the tax administration's synthetic population.
/// assert!(is_national_id("01814550016"));
/// assert!(!is_national_id("01814550017"));
/// assert!(!is_national_id("975 50 000"));
/// ```
pub fn is_national_id(text: &str) -> bool {
    digits_of(text).is_some_and(|digits| passes(&digits))
}

/// Whether a text holds a national identity number anywhere: eleven digits together, or with one
/// space, hyphen or full stop after the first six, that are not part of a longer number.
///
/// A text that is ten digits and nothing else is tried with the leading zero that spreadsheets
/// drop.
pub fn holds_national_id(text: &str) -> bool {
    first_in(text, 0).is_some() || lost_its_zero(text)
}

/// Whether a text holds eleven digits that may be a national identity number with a slip of the
/// finger: they begin with a date of birth, written as any of the kinds writes it, and the control
/// digits are wrong.
///
/// Not taken for one: digits beside a letter, `+`, `/`, `_` or another digit (codes, web addresses,
/// telephone numbers with a country code), a number whose second control digit is right (a slip
/// makes it wrong; a bank account's is right), and a D-number with a synthetic month, which Swedish
/// mobile numbers resemble.
///
/// ```
/// use mestring_exchange::national_id::resembles_national_id;
///
/// assert!(resembles_national_id("ring 018145 50017"));
/// assert!(!resembles_national_id("+46 70 123 45 67 og 974 760 673"));
/// ```
pub fn resembles_national_id(text: &str) -> bool {
    first_where(text, 0, resembles).is_some()
}

/// The text with `[national number]` in place of each national identity number, and of each number
/// that resembles one, for texts that are shown, such as a file's name.
///
/// ```
/// use mestring_exchange::national_id::masked;
///
/// assert_eq!(masked("liste 018145 50016.csv"), "liste [national number].csv");
/// assert_eq!(masked("liste.csv"), "liste.csv");
/// ```
pub fn masked(text: &str) -> Cow<'_, str> {
    const MASK: &str = "[national number]";
    if lost_its_zero(text) {
        return Cow::Borrowed(MASK);
    }
    let mut shown = String::new();
    let mut from = 0;
    let either = |text: &str, range: &Range<usize>| holds(text, range) || resembles(text, range);
    while let Some(found) = first_where(text, from, either) {
        shown.push_str(text.get(from..found.start).unwrap_or_default());
        shown.push_str(MASK);
        from = found.end;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(shown)
}

/// Masks every text of a finding that came from the user's files: its file, its column, and what it
/// quotes.
///
/// ```
/// use mestring_exchange::national_id::mask;
/// use mestring_model::finding::{Finding, KeyProblem, Place};
///
/// let id = "01014550001".to_owned();
/// let mut finding = Finding::new(Place::row("rom.csv", 3), KeyProblem::TakenId { id, first: 2 });
/// mask(&mut finding);
/// assert_eq!(finding.found(), "the id `[national number]` stands already in row 2");
/// ```
pub fn mask(finding: &mut Finding) {
    finding.edit_texts(&mask_text);
}

/// Masks a text in place.
pub(crate) fn mask_text(text: &mut String) {
    let shown = masked(text);
    if shown != text.as_str() {
        *text = shown.into_owned();
    }
}

/// The first national number at or after a byte position.
fn first_in(text: &str, from: usize) -> Option<Range<usize>> {
    first_where(text, from, holds)
}

/// The first eleven digits, at or after a byte position, of which a test holds.
fn first_where(
    text: &str,
    from: usize,
    test: impl Fn(&str, &Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut start = from;
    while start < bytes.len() {
        if !digit(start) {
            start += 1;
            continue;
        }
        let run = (start..bytes.len()).take_while(|&at| digit(at)).count();
        let found = match run {
            11 => Some(start..start + 11),
            6 => separated(text, start),
            _ => None,
        };
        let found =
            found.filter(|range| !follows_decimal_mark(bytes, range.start) && test(text, range));
        if found.is_some() {
            return found;
        }
        start += run;
    }
    None
}

/// Whether the digits at a range are a national number.
fn holds(text: &str, range: &Range<usize>) -> bool {
    let digits = text.get(range.clone()).and_then(digits_of);
    digits.is_some_and(|digits| passes(&digits))
}

/// Whether the digits at a range may be a national number with a slip of the finger.
fn resembles(text: &str, range: &Range<usize>) -> bool {
    let (Some(before), Some(own), Some(after)) = (
        text.get(..range.start),
        text.get(range.clone()),
        text.get(range.end..),
    ) else {
        return false;
    };
    let part_of_more = |letter: char| letter.is_alphanumeric() || "+/_".contains(letter);
    // Six digits, a full stop and five more are a number with decimals as often as a person.
    if before.ends_with(part_of_more) || after.starts_with(part_of_more) || own.contains('.') {
        return false;
    }
    let Some(digits) = digits_of(own) else {
        return false;
    };
    let [d1, _, m1, m2, ..] = digits;
    let is_two_kinds = d1 >= 4 && m1 * 10 + m2 > 12;
    let (_, second) = remainders(&digits);
    date_is_possible(&digits) && !is_two_kinds && second != 0
}

/// Six digits, one separator, five digits.
fn separated(text: &str, start: usize) -> Option<Range<usize>> {
    let separator = text.get(start + 6..)?.chars().next()?;
    if !matches!(
        separator,
        ' ' | '\u{a0}' | '\u{202f}' | '-' | '.' | '\u{2011}' | '\u{2013}'
    ) {
        return None;
    }
    let second = start + 6 + separator.len_utf8();
    let tail = text.as_bytes().get(second..)?;
    (tail.iter().take_while(|byte| byte.is_ascii_digit()).count() == 5).then_some(start..second + 5)
}

/// Whether the digits are the decimals of a number below one, as in `0.12345678901`. Decimals of
/// larger numbers are not told apart from lists such as `01.09.26,...`.
fn follows_decimal_mark(bytes: &[u8], start: usize) -> bool {
    let head = bytes.get(..start).unwrap_or_default();
    let Some(rest) = head
        .strip_suffix(b"0.")
        .or_else(|| head.strip_suffix(b"0,"))
    else {
        return false;
    };
    !rest
        .last()
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-./,".contains(byte))
}

/// A number of ten digits may have begun with a zero that a spreadsheet dropped. Telephone numbers
/// with a country code (47 55 ...) look alike, so the month must be an ordinary one and both
/// control digits exact.
fn lost_its_zero(text: &str) -> bool {
    let text = text.trim();
    if text.len() != 10 {
        return false;
    }
    let Some(digits) = digits_of(&format!("0{text}")) else {
        return false;
    };
    let [_, _, m1, m2, ..] = digits;
    (1..=12).contains(&(m1 * 10 + m2)) && date_is_possible(&digits) && remainders(&digits) == (0, 0)
}

fn digits_of(text: &str) -> Option<[u32; 11]> {
    let mut digits = [0; 11];
    let mut slots = digits.iter_mut();
    for letter in text.chars().filter(|letter| !is_separator(*letter)) {
        *slots.next()? = letter.to_digit(10)?;
    }
    slots.next().is_none().then_some(digits)
}

fn is_separator(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\u{a0}' | '\u{202f}' | '-' | '.' | '\u{2011}' | '\u{2013}'
    )
}

fn passes(digits: &[u32; 11]) -> bool {
    let [first, ..] = *digits;
    match remainders(digits) {
        // The common emergency numbers hold no date.
        (0, 0) if first >= 8 => true,
        (0..=3, 0) => date_is_possible(digits),
        _ => false,
    }
}

/// What the weighted sums leave modulo 11; the digits are right when both leave 0.
fn remainders(digits: &[u32; 11]) -> (u32, u32) {
    const FIRST: [u32; 11] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum = |weights: [u32; 11]| -> u32 {
        digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum::<u32>()
            % 11
    };
    (sum(FIRST), sum(SECOND))
}

fn date_is_possible(digits: &[u32; 11]) -> bool {
    let [d1, d2, m1, m2, y1, y2, ..] = *digits;
    let day = if d1 >= 4 {
        (d1 - 4) * 10 + d2
    } else {
        d1 * 10 + d2
    };
    let month = match m1 * 10 + m2 {
        month @ 1..=12 => month,
        month @ 41..=52 => month - 40,
        month @ 66..=77 => month - 65,
        month @ 81..=92 => month - 80,
        _ => return false,
    };
    let days = match month {
        // The century is not known: a year that could be a leap year is one.
        2 if (y1 * 10 + y2) % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=days).contains(&day)
}

/// Numbers for tests, with control digits worked out one by one. The dates lie in years and
/// individual numbers that were never given out (1940 to 1953 with individual numbers 500 to 749).
#[cfg(test)]
pub(crate) mod invented {
    /// The nine digits with both control digits, or none where a control digit would be 10.
    pub(crate) fn with_controls(nine: &str) -> Option<String> {
        let digit = |text: &str, at: usize| text.as_bytes()[at] as u32 - 48;
        let control = |text: &str, weights: &[u32]| {
            let sum: u32 = weights
                .iter()
                .enumerate()
                .map(|(at, weight)| digit(text, at) * weight)
                .sum();
            match 11 - sum % 11 {
                11 => Some(0),
                10 => None,
                control => Some(control),
            }
        };
        let first = control(nine, &[3, 7, 6, 1, 8, 9, 4, 5, 2])?;
        let ten = format!("{nine}{first}");
        let second = control(&ten, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2])?;
        Some(format!("{ten}{second}"))
    }

    /// The first number that such a date can have.
    pub(crate) fn born(six: &str) -> String {
        (500..750)
            .find_map(|n| with_controls(&format!("{six}{n}")))
            .unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::invented::{born, with_controls};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_of_number_is_found() {
        let kinds = [
            ("birth number", born("010145")),
            ("birth number on a leap day", born("290248")),
            ("D-number", born("410145")),
            ("emergency number of an institution", born("014145")),
            ("synthetic, month + 65", born("016645")),
            ("synthetic, month + 80", born("018145")),
            ("synthetic D-number", born("718145")),
            (
                "common emergency number",
                with_controls("800000001").unwrap(),
            ),
        ];
        for (kind, number) in kinds {
            assert!(is_national_id(&number), "{kind}");
            for text in [
                number.clone(),
                format!("{} {}", &number[..6], &number[6..]),
                format!("{}\u{a0}{}", &number[..6], &number[6..]),
                format!("{}-{}", &number[..6], &number[6..]),
                format!("ring fnr{number}, takk"),
                format!("{number}.0"),
                format!("2026-09-01,{number}"),
                format!("{number},{number}"),
            ] {
                assert!(holds_national_id(&text), "{kind}: {text}");
                assert!(!holds_national_id(&masked(&text)), "{kind}: {text}");
            }
        }
    }

    #[test]
    fn other_numbers_are_not() {
        let number = born("010145");
        for text in [
            String::new(),
            "55975000".into(),
            "4755975000".into(),
            "004755975000".into(),
            "900000000".into(),
            "2026-09-01 12:30".into(),
            "01.09.2026 2026-09-01".into(),
            "12345678901".into(),
            format!("0.{number}"),
            format!("{number}7"),
            format!("7{number}"),
            born("010145").replace("0101", "0113"),
        ] {
            assert!(!holds_national_id(&text), "{text}");
            assert_eq!(masked(&text), text);
        }
    }

    /// A right number with its last digit, or another, off by one.
    fn slipped(number: &str, at: usize) -> String {
        let mut digits = number.to_owned().into_bytes();
        digits[at] = b'0' + (digits[at] - b'0' + 1) % 10;
        String::from_utf8(digits).unwrap()
    }

    #[test]
    fn a_slip_of_the_finger_is_seen_in_every_kind_and_never_shown() {
        let mut tried = 0;
        for six in ["010145", "290248", "410145", "014145", "016645", "018145"] {
            for at in 6..11 {
                let wrong = slipped(&born(six), at);
                for text in [
                    wrong.clone(),
                    format!("{} {}", &wrong[..6], &wrong[6..]),
                    format!("{}-{}", &wrong[..6], &wrong[6..]),
                    format!("ring {wrong}, takk"),
                    format!("({wrong})"),
                ] {
                    assert!(!holds_national_id(&text), "{text}");
                    assert!(resembles_national_id(&text), "{text}");
                    assert!(!masked(&text).contains(&wrong[7..]), "{text}");
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 150);
    }

    #[test]
    fn other_long_numbers_are_no_slip() {
        for (what, text) in [
            ("organisation number", "974 760 673"),
            ("organisation number with its prefix", "NO974760673MVA"),
            ("number of a subunit in an address", "0192:974760673"),
            ("telephone", "55 97 50 00"),
            ("telephone with country code", "+47 55 97 50 00"),
            ("telephone with country code", "4755975000"),
            ("telephone with country code", "004755975000"),
            ("Swedish mobile", "+46 70 123 45 67"),
            ("Swedish mobile", "46701234567"),
            ("Swedish mobile", "+46701234567"),
            ("Danish telephone", "+4533121212"),
            ("British telephone", "+442079460000"),
            ("municipality numbers", "4601; 4627; 4624"),
            ("municipality numbers", "460146274624"),
            ("basic statistical unit", "46010101"),
            ("bank account", "12025678905"),
            ("bank account as written", "1202.56.78905"),
            ("article number", "7038010009457"),
            ("date and time", "20261122051"),
            ("dates", "01.09.2026 08.09.2026"),
            ("id", "KURS-2026-01"),
            ("id of letters and digits", "A01014550017"),
            ("web address", "https://example.no/kurs/01014550017"),
            ("coordinates", "297123.45678"),
            ("decimals", "0.01014550017"),
            ("month thirteen", "01134550017"),
            ("day thirty-two", "32014550017"),
        ] {
            assert!(!resembles_national_id(text), "{what}: {text}");
        }
    }

    #[test]
    fn a_number_that_a_spreadsheet_shortened_is_found() {
        let number = born("010145");
        assert!(holds_national_id(number.strip_prefix('0').unwrap()));
        assert!(holds_national_id(&format!(
            " {} ",
            number.strip_prefix('0').unwrap()
        )));
    }

    #[test]
    fn the_first_control_digit_of_2032_is_accepted() {
        let old = born("010145");
        let digit = old.as_bytes()[9] - b'0';
        let found = (0..10)
            .filter(|first| *first != digit)
            .filter_map(|first| {
                let ten = format!("{}{first}", &old[..9]);
                (0..10)
                    .map(|second| format!("{ten}{second}"))
                    .find(|number| is_national_id(number))
            })
            .count();
        assert!((1..=3).contains(&found), "{found}");
    }

    #[test]
    fn one_digit_wrong_is_not_found_as_the_old_kind() {
        // Each control sum has a weight for every digit it covers, so a single wrong digit among
        // the first nine is always seen by the second sum.
        let number = born("010145");
        let mut tried = 0;
        for at in 0..9 {
            for digit in b'0'..=b'9' {
                let mut wrong = number.clone().into_bytes();
                if wrong[at] != digit {
                    wrong[at] = digit;
                    assert!(!is_national_id(std::str::from_utf8(&wrong).unwrap()));
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 81);
    }

    proptest! {
        #[test]
        fn a_planted_number_is_found_and_masked(
            before in "[^0-9.,]{0,8}",
            after in "[^0-9]{0,8}",
            day in 1u32..=28, month in 1u32..=12, offset in prop::sample::select(vec![0u32, 40, 65, 80]),
            d_number in any::<bool>(),
        ) {
            let day = if d_number { day + 40 } else { day };
            let number = born(&format!("{day:02}{:02}45", month + offset));
            let text = format!("{before}{number}{after}");
            prop_assert!(holds_national_id(&text));
            prop_assert!(!masked(&text).contains(&number));
        }

        #[test]
        fn any_text_is_masked_without_panic(text in any::<String>()) {
            prop_assert!(!holds_national_id(&masked(&text)));
        }
    }
}
