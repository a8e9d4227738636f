//! Folding: one form for the two written forms of Norwegian.

use super::words::{ABBREVIATIONS, KEPT, PARTS, WHOLE};

/// Endings that are taken off, longest first, with how many letters must be left.
const ENDINGS: &[(&str, usize)] = &[
    ("erne", 3),
    ("ane", 3),
    ("ene", 3),
    ("ar", 3),
    ("er", 3),
    ("en", 3),
    ("et", 4),
    ("a", 4),
    ("e", 3),
];

/// Bytes of the longest abbreviation and of the shortest replaced part; a test holds them to the
/// tables.
const LONGEST_ABBREVIATION: usize = 4;
const SHORTEST_PART: usize = 4;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// The word with nynorsk parts replaced and its ending in place: `hjertepasienter`. An
    /// abbreviation is in capitals.
    pub plain: String,
    /// The word as [`fold`] writes it: `hjertepasient`.
    pub folded: String,
    /// True for an abbreviation, which is compared as a whole word only.
    pub abbreviation: bool,
}

/// Brings a text to one form for comparing: its folded words with single spaces between.
///
/// Folding a folded text changes nothing.
///
/// ```
/// use mestring_data::text::fold;
/// assert_eq!(fold("Pårørandeskule – hausten 2026"), fold("Pårørendeskole høsten 2026"));
/// assert_eq!(fold("Mestringskurs for ungdom - DU"), "mestringskurs for ungdom DU");
/// ```
pub fn fold(text: &str) -> String {
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.folded).collect();
    words.join(" ")
}

/// The words of a text in order; numbers are words, everything else parts them.
pub fn tokens(text: &str) -> Vec<Token> {
    let text = compose(text);
    // In a text that is written in capitals throughout, capitals mark no abbreviation.
    let shouted = !text.chars().any(char::is_lowercase)
        && text
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| {
                word.chars().count() > 3 && !ABBREVIATIONS.iter().any(|(short, _)| *short == word)
            });
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| token(word, shouted))
        .collect()
}

fn token(word: &str, shouted: bool) -> Token {
    if let Some(short) = abbreviation(word, shouted) {
        return Token {
            plain: short.to_owned(),
            folded: short.to_owned(),
            abbreviation: true,
        };
    }
    let lower: String = word.to_lowercase().chars().filter_map(letter).collect();
    let plain = canonical(lower);
    let mut folded = plain.clone();
    // Until nothing changes, so that folding twice is folding once. What is left grows shorter or
    // stays, but for a few whole words; the bound is never met and keeps a cycle finite.
    for _ in 0..8 {
        let stem = strip_all(&folded);
        if stem == folded {
            break;
        }
        // A stem begins a word whose parts are replaced already, so only whole words can be left.
        folded = match whole(&stem) {
            Some(word) => canonical(word.to_owned()),
            None => stem,
        };
    }
    Token {
        plain,
        folded,
        abbreviation: false,
    }
}

/// The abbreviation that a word is, in capitals.
fn abbreviation(word: &str, shouted: bool) -> Option<&'static str> {
    if word.len() > LONGEST_ABBREVIATION {
        return None;
    }
    let upper = word.to_uppercase();
    let (short, any_case) = ABBREVIATIONS.iter().find(|(short, _)| **short == upper)?;
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    (*any_case || (capitals >= 2 && !shouted)).then_some(*short)
}

/// Replaces nynorsk words and parts of words until none is left.
fn canonical(mut word: String) -> String {
    for _ in 0..4 {
        let mut changed = false;
        if let Some(to) = whole(&word).filter(|to| **to != word) {
            word = to.to_owned();
            changed = true;
        }
        if word.len() >= SHORTEST_PART {
            for (from, to) in PARTS {
                if word.contains(from) {
                    word = word.replace(from, to);
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    word
}

/// The bokmål word for a whole nynorsk one.
fn whole(word: &str) -> Option<&'static str> {
    let at = WHOLE.binary_search_by(|(from, _)| (*from).cmp(word)).ok()?;
    WHOLE.get(at).map(|(_, to)| *to)
}

/// Takes endings off until none comes off any more.
fn strip_all(word: &str) -> String {
    let mut word = word.to_owned();
    loop {
        let next = strip(&word);
        if next == word {
            return word;
        }
        word = next;
    }
}

/// Takes one ending off, if enough of the word is left.
fn strip(word: &str) -> String {
    if KEPT.contains(&word) || word.chars().any(|letter| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    ENDINGS
        .iter()
        .find_map(|(ending, left)| {
            let stem = word.strip_suffix(ending)?;
            let enough = stem.chars().count() >= *left && stem.chars().any(is_vowel);
            // No word ends in two m: sykdom, sykdommer.
            let single = if stem.ends_with("mm") {
                stem.strip_suffix('m')
            } else {
                None
            };
            enough.then(|| single.unwrap_or(stem).to_owned())
        })
        .unwrap_or_else(|| word.to_owned())
}

fn is_vowel(letter: char) -> bool {
    "aeiouyæøå".contains(letter)
}

/// Joins a letter with a loose accent that follows it (Unicode's decomposed form), as far as
/// Norwegian, Swedish, Sámi and French words need.
pub(super) fn compose(text: &str) -> String {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    for next in text.chars() {
        let joined = match (out.last(), next) {
            (Some('a'), '\u{30a}') => Some('å'),
            (Some('A'), '\u{30a}') => Some('Å'),
            (Some('o'), '\u{308}') => Some('ö'),
            (Some('O'), '\u{308}') => Some('Ö'),
            (Some('a'), '\u{308}') => Some('ä'),
            (Some('A'), '\u{308}') => Some('Ä'),
            _ => None,
        };
        match joined {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            // Other accents (é, ê, ò, á) are dropped below in either form.
            None if ('\u{300}'..='\u{36f}').contains(&next) => {}
            None => out.push(next),
        }
    }
    out.into_iter().collect()
}

/// A lower-case letter without the accents that Norwegian words carry or leave out at will.
fn letter(letter: char) -> Option<char> {
    Some(match letter {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ó' | 'ò' | 'ô' => 'o',
        'á' | 'à' | 'â' => 'a',
        'ú' | 'ù' | 'ü' => 'u',
        'í' | 'ì' | 'ï' => 'i',
        'ö' => 'ø',
        'ä' => 'æ',
        other if ('\u{300}'..='\u{36f}').contains(&other) => return None,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pairs of spellings that fold alike, and what they fold to.
    const VOCABULARY: &str = include_str!("../../data/vocabulary.csv");

    #[test]
    fn the_vocabulary_folds_as_pinned() {
        let mut seen = 0;
        for line in VOCABULARY.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split(';').collect();
            let [nb, nn, folded] = cells[..] else {
                panic!("three cells: {line}")
            };
            assert_eq!(fold(nb), folded, "bokmål {nb}");
            assert_eq!(fold(nn), folded, "nynorsk {nn}");
            seen += 1;
        }
        assert!(seen >= 80, "only {seen} pairs");
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for (a, b) in [
            ("barn", "bein"),
            ("lever", "leve"),
            ("rus", "russisk"),
            ("DU", "du"),
            ("ME", "me"),
            ("astma", "angst"),
            ("nyre", "nytt"),
            ("hud", "hode"),
            ("pårørende", "pasient"),
            ("hjerneslag", "hjertesvikt"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn abbreviations_are_whole_words() {
        for (text, expected) in [
            ("KiD", "KID"),
            ("KID-kurs", "KID kurs"),
            ("MS", "MS"),
            ("ms-skule", "MS skol"),
            ("CFS/ME", "CFS ME"),
            ("Lær mer om deg, du og jeg", "lær mer om deg du og jeg"),
            ("msn", "msn"),
            ("KURS FOR DU SOM HAR KOLS", "kurs for du som har KOLS"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn loose_accents_are_joined() {
        assert_eq!(fold("pa\u{30a}rørende"), fold("pårørende"));
        assert_eq!(fold("kafe\u{301}"), fold("kafé"));
        assert_eq!(fold("kafé"), fold("kafe"));
    }

    #[test]
    fn no_word_of_the_tables_folds_in_a_circle() {
        let words = WHOLE.iter().flat_map(|(a, b)| [*a, *b]);
        let parts = PARTS.iter().flat_map(|(a, b)| [*a, *b]);
        let mut seen = 0;
        for word in words.chain(parts) {
            assert_eq!(fold(&fold(word)), fold(word), "{word}");
            seen += 1;
        }
        assert!(seen > 100);
        assert!(ABBREVIATIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let longest = ABBREVIATIONS.iter().map(|(short, _)| short.len()).max();
        assert_eq!(longest, Some(LONGEST_ABBREVIATION));
        let shortest = PARTS.iter().map(|(from, _)| from.len()).min();
        assert_eq!(shortest, Some(SHORTEST_PART));
        assert!(WHOLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn folding_norwegian_twice_is_folding_once(
            text in "([a-zæøå]{1,12}|meistr|skule|veke|sjuk|ane|ene|DU|ME|[A-ZÆØÅ]{2,4}| |-){0,12}"
        ) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
