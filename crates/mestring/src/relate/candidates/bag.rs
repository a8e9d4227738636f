//! A text as the set of its terms: the character n-grams of each word, a border before and after it,
//! and the words themselves.

use mestring_data::text::tokens;

use super::search::{Folding, Text};

/// A text in its folded form, with the set of its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bag {
    /// The folded words with single spaces between; texts that are equal so are the same text.
    pub(super) folded: String,
    /// Ascending.
    pub(super) grams: Vec<u128>,
    /// Ascending.
    pub(super) words: Vec<String>,
}

impl Bag {
    /// The terms of a text; `None` where it holds no word.
    pub(super) fn of(text: &str, how: &Text) -> Option<Bag> {
        let mut grams = Vec::new();
        let mut words = match how.folding {
            Folding::Norwegian => {
                let tokens = tokens(text).into_iter();
                let words = tokens.filter(|own| !own.folded.is_empty());
                let words = words.map(|own| {
                    // An abbreviation is compared as a whole word only.
                    if !own.abbreviation || !how.words {
                        grams_of(&own.folded, how.grams, &mut grams);
                    }
                    own.folded
                });
                words.collect::<Vec<_>>()
            }
            Folding::Plain => {
                let lower = text.to_lowercase();
                let words = lower.split(|letter: char| !letter.is_alphanumeric());
                let words = words.filter(|word| !word.is_empty()).map(|word| {
                    grams_of(word, how.grams, &mut grams);
                    word.to_owned()
                });
                words.collect()
            }
        };
        if words.is_empty() {
            return None;
        }
        let folded = words.join(" ");
        grams.sort_unstable();
        grams.dedup();
        if how.words {
            words.sort_unstable();
            words.dedup();
        } else {
            words.clear();
        }
        Some(Bag {
            folded,
            grams,
            words,
        })
    }
}

/// Adds the n-grams of a word, each as its letters in one number, 21 bits a letter. A word that is
/// shorter with its borders is one gram.
fn grams_of(word: &str, letters: usize, into: &mut Vec<u128>) {
    let all = (1u128 << (21 * letters)) - 1;
    let bordered = [' '].into_iter().chain(word.chars()).chain([' ']);
    let (mut gram, mut seen) = (0u128, 0);
    for letter in bordered {
        gram = ((gram << 21) | u128::from(u32::from(letter))) & all;
        seen += 1;
        if seen >= letters {
            into.push(gram);
        }
    }
    if seen < letters {
        into.push(gram);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_a_text() {
        let how = Text::of("t").folding(Folding::Plain);
        let bag = Bag::of("Å, du du!", &how).unwrap();
        assert_eq!(bag.folded, "å du du");
        assert_eq!(bag.words, ["du", "å"]);
        assert_eq!(bag.grams.len(), 3, "_å_, _du and du_");
        assert_eq!(Bag::of(" -- ", &how), None);
        let long = Bag::of("abc", &how.clone().grams(4)).unwrap();
        assert_eq!(long.grams.len(), 2, "_abc and abc_");
        let short = Bag::of("a", &how.grams(4).words(false)).unwrap();
        assert_eq!((short.grams.len(), short.words.len()), (1, 0));
        let norwegian = Bag::of("KOLS-skulen", &Text::of("t")).unwrap();
        assert_eq!(norwegian, Bag::of("kols skole", &Text::of("t")).unwrap());
        assert_eq!(norwegian.words, ["KOLS", "skol"]);
    }
}
