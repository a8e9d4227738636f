//! Numbers in titles: parts, types, ages and years, which tell like titles apart.

use super::fold::{Token, tokens};

/// What a number in a title counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// The part, step, module or phase of a course: `del 2`, `fase 2b`, `modul II`.
    Part,
    /// The type of a condition: `type 1`, `DMT-2`.
    Type,
    /// Years of age: `60+`, `over 65 år`, `13-18 år`.
    Age,
    /// A calendar year, 1900 to 2199.
    Year,
    /// Anything else.
    Other,
}

/// A number in a title.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// What it counts.
    pub kind: NumberKind,
    /// The number as written, Roman numerals in digits, with a letter that belongs to it: `2`, `2b`.
    pub text: String,
}

/// Folded words before a number that make it a part.
const PART_WORDS: &[&str] = &[
    "del", "part", "trinn", "steg", "modul", "fas", "nivå", "bolk",
];

/// Folded words before a number that make it a type.
const TYPE_WORDS: &[&str] = &["typ", "DM", "DMT", "diabetes"];

/// Roman numerals as they stand after a part word.
const ROMAN: &[(&str, &str)] = &[
    ("i", "1"),
    ("ii", "2"),
    ("iii", "3"),
    ("iv", "4"),
    ("v", "5"),
];

/// The numbers of a title, ascending by kind and text, each once.
///
/// ```
/// use mestring_data::text::{NumberKind, numbers};
/// let found = numbers("Diabetes type 2, del II (13-18 år)");
/// let text: Vec<_> = found.iter().map(|number| (number.kind, number.text.as_str())).collect();
/// assert_eq!(text, [
///     (NumberKind::Part, "2"), (NumberKind::Type, "2"), (NumberKind::Age, "13"), (NumberKind::Age, "18"),
/// ]);
/// ```
pub fn numbers(title: &str) -> Vec<Number> {
    let words = tokens(title);
    let mut found: Vec<Number> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .map(|word| word.folded.as_str());
        let roman = before
            .filter(|before| PART_WORDS.contains(before))
            .and_then(|_| ROMAN.iter().find(|(roman, _)| *roman == word.plain));
        if let Some((_, digits)) = roman {
            found.push(Number {
                kind: NumberKind::Part,
                text: (*digits).to_owned(),
            });
        } else if let Some(text) = number_in(word) {
            let aged = is_age(title, &words, at, &text);
            found.push(Number {
                kind: kind(before, &word.plain, &text, aged),
                text,
            });
        }
    }
    found.sort();
    found.dedup();
    found
}

/// True where two titles carry different numbers of a kind that both have: part 1 against part 2,
/// type 1 against type 2, children against adults. Years do not count: the same course next year has
/// another one.
pub fn numbers_conflict(a: &str, b: &str) -> bool {
    let (a, b) = (numbers(a), numbers(b));
    [
        NumberKind::Part,
        NumberKind::Type,
        NumberKind::Age,
        NumberKind::Other,
    ]
    .into_iter()
    .any(|kind| {
        let of = |list: &[Number]| -> Vec<Number> {
            list.iter()
                .filter(|number| number.kind == kind)
                .cloned()
                .collect()
        };
        let (a, b) = (of(&a), of(&b));
        !a.is_empty() && !b.is_empty() && a != b
    })
}

/// The number that a word is, with one letter after it, or that ends an abbreviation (`DMT2`).
fn number_in(word: &Token) -> Option<String> {
    let text = word.plain.as_str();
    if word.abbreviation {
        let digits = text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        return (!digits.is_empty()).then(|| digits.to_owned());
    }
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let letters = text.len().checked_sub(digits.len())?;
    let is_number = !digits.is_empty() && digits.chars().all(|letter| letter.is_ascii_digit());
    (is_number && letters <= 1).then(|| text.to_owned())
}

fn kind(before: Option<&str>, word: &str, text: &str, aged: bool) -> NumberKind {
    let year = text
        .parse()
        .is_ok_and(|year: u32| (1900..2200).contains(&year));
    match before {
        Some(before) if PART_WORDS.contains(&before) => NumberKind::Part,
        _ if aged => NumberKind::Age,
        _ if word.starts_with("DM") => NumberKind::Type,
        Some(before) if TYPE_WORDS.contains(&before) && !year => NumberKind::Type,
        _ if year => NumberKind::Year,
        _ => NumberKind::Other,
    }
}

/// True where `år` follows the number, at once or after the end of a span, or a plus sign does.
fn is_age(title: &str, words: &[Token], at: usize, text: &str) -> bool {
    let follows = |steps: usize| {
        at.checked_add(steps)
            .and_then(|at| words.get(at))
            .map(|word| word.plain.as_str())
    };
    let years = |word: Option<&str>| matches!(word, Some("år" | "åringer" | "åringar" | "åring"));
    let span_ends = || {
        let number = |word: Option<&str>| word.is_some_and(|word| word.parse::<u32>().is_ok());
        (number(follows(1)) && years(follows(2)))
            || (matches!(follows(1), Some("til" | "og")) && number(follows(2)) && years(follows(3)))
    };
    years(follows(1)) || span_ends() || title.contains(&format!("{text}+"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_give_their_numbers() {
        #[track_caller]
        fn check(title: &str, expected: &str) {
            let found: Vec<String> = numbers(title)
                .iter()
                .map(|number| format!("{:?} {}", number.kind, number.text).to_lowercase())
                .collect();
            assert_eq!(found.join(", "), expected, "{title}");
        }
        check("Hjerteskole (over 65 år)", "age 65");
        check("Hverdagsglede 60+", "age 60");
        check("Hjerterehabilitering fase 2b", "part 2b");
        check("Startkurs for DMT-2 til urdutalende", "type 2");
        check("Diabetes type 1", "type 1");
        check("DM2-kurs", "type 2");
        check("Landskurs 2024", "year 2024");
        check("Pårørendeskule (hausten 2010)", "year 2010");
        check("Pilegrimsvandring (kurs 37b-22)", "other 22, other 37b");
        check("Ungdom 13 til 18 år", "age 13, age 18");
        check("Kurs i mestring", "");
    }

    #[test]
    fn numbers_tell_titles_apart() {
        #[track_caller]
        fn check(a: &str, b: &str, expected: bool) {
            assert_eq!(numbers_conflict(a, b), expected, "{a} / {b}");
            assert_eq!(numbers_conflict(b, a), expected, "{b} / {a}");
        }
        check("Diabeteskurs del 1", "Diabeteskurs del 2", true);
        check("Diabetes type 1", "Diabetes type 2", true);
        check("Rehabilitering fase 2a", "Rehabilitering fase 2b", true);
        check("Landskurs 2024", "Landskurs 2025", false);
        check("Hjerteskole", "Hjerteskole (over 65 år)", false);
        check("Diabetes type 2", "DMT-2", false);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_agrees_with_itself(text in "\\PC{0,40}") {
            prop_assert!(!numbers_conflict(&text, &text));
            prop_assert!(numbers(&text).windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
