//! The words of a title that say what a course is about, and how those of two titles relate.
//!
//! Titles of one organiser are often alike for the greater part and say in one word what sets the
//! courses apart. No measure of likeness sees that: `Digitalt kostholdskurs: vekttap` and
//! `…: vektoppgang` share four letters in five and are opposites. So the words are compared one by
//! one, and what does not say what the course is about is set apart first: where it is held, when,
//! for which round, and that it is a course.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use mestring_model::Fact;
use mestring_model::noun::TitleRelation;

use super::fold::{Token, compose, tokens};
use super::words::{is_edition, is_generic, without_generic_end};
use crate::municipality;

/// A part of a title that names topics: letters of one word, or whole words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// What it names; nothing where the words only look like a term.
    pub(crate) names: Vec<String>,
    /// The places of its words among the [`tokens`] of the title.
    pub(crate) words: RangeInclusive<usize>,
    /// The letters of its word: from the first of the folded word, or until one of the word before endings
    /// come off. All of them where it is whole words.
    pub(crate) letters: Range<usize>,
}

/// A word shorter than this is not looked for inside longer ones.
const SHORTEST_PART: usize = 4;

/// The words of a title that say what the course is about, each in a form for comparing.
///
/// Set apart are numbers (which [`numbers_conflict`](super::numbers_conflict) compares), years,
/// seasons, months and days, words such as *kurs*, *gruppe* or *mestring*, also at the end of a
/// compound, and names of municipalities and counties. A name counts as one where it is written with
/// a capital and is not the title's first word, since *Time* and *Sola* are also ordinary words.
/// Other place names are words like any other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContentWords(BTreeSet<String>);

impl ContentWords {
    /// The words of a title.
    pub fn of(title: &str) -> Self {
        Self::with_spans(title, &[])
    }

    /// The words of a title, with the names of what its parts name in place of these parts.
    pub(crate) fn with_spans(title: &str, spans: &[Span]) -> Self {
        let text = compose(title);
        // `tokens` parts words in the same way, so that each has its written form beside it.
        let written = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let words = tokens(title).into_iter().zip(written).enumerate();
        let words = words.filter(|(at, (token, written))| {
            let name = *at > 0 && written.chars().next().is_some_and(char::is_uppercase);
            !(name && places().contains(&token.folded))
        });
        let mut found = BTreeSet::new();
        for (at, (token, _)) in words {
            let mut own = spans
                .iter()
                .filter(|span| span.words.contains(&at) && !span.names.is_empty())
                .peekable();
            if own.peek().is_none() {
                found.extend(content(&token));
                continue;
            }
            for span in own {
                // The marks keep a name from being taken for a part of a compound.
                found.extend(span.names.iter().map(|name| format!("<{name}>")));
                found.extend(rest(&token, &span.letters).and_then(|word| content(&word)));
            }
        }
        ContentWords(found)
    }

    /// How the words of two titles relate; the order does not matter. Not stated where neither holds
    /// any.
    ///
    /// A word is in the other title too where it stands there, where it is a part of a compound
    /// there, or where it is put together of words that do.
    ///
    /// ```
    /// use mestring_data::text::ContentWords;
    /// use mestring_model::{Fact, noun::TitleRelation};
    /// let relation = |a, b| ContentWords::of(a).relation(&ContentWords::of(b));
    /// let (loss, gain) = ("Digitalt kostholdskurs: vekttap", "Digitalt kostholdskurs: vektoppgang");
    /// assert_eq!(relation(loss, gain), Fact::Known(TitleRelation::EachOwn));
    /// assert_eq!(
    ///     relation("Pårørandeskule", "Pårørendeskole (høsten 2010)"),
    ///     Fact::Known(TitleRelation::Same),
    /// );
    /// ```
    pub fn relation(&self, other: &Self) -> Fact<TitleRelation> {
        if self.0.is_empty() && other.0.is_empty() {
            return Fact::NotStated;
        }
        Fact::Known(match (self.adds_to(other), other.adds_to(self)) {
            (false, false) => TitleRelation::Same,
            (true, true) => TitleRelation::EachOwn,
            _ => TitleRelation::OneAdds,
        })
    }

    /// True where a word of this title is not in the other.
    fn adds_to(&self, other: &Self) -> bool {
        self.0.iter().any(|word| !other.holds(word))
    }

    fn holds(&self, word: &str) -> bool {
        self.0.contains(word) || self.has_compound_of(word) || self.puts_together(word)
    }

    fn has_compound_of(&self, word: &str) -> bool {
        word.chars().count() >= SHORTEST_PART
            && self
                .0
                .iter()
                .any(|own| own.starts_with(word) || own.ends_with(word))
    }

    fn puts_together(&self, word: &str) -> bool {
        let long = |own: &&String| own.chars().count() >= SHORTEST_PART;
        let rests = self
            .0
            .iter()
            .filter(long)
            .filter_map(|own| word.strip_prefix(own.as_str()));
        // A letter may join the two: `kosthold-s-råd`, `barn-e-diabetes`.
        rests
            .map(|rest| rest.strip_prefix(['s', 'e']).unwrap_or(rest))
            .any(|rest| self.0.contains(&comparable(rest)))
    }
}

/// What a word says about the course; nothing where it says nothing.
fn content(token: &Token) -> Option<String> {
    let folded = token.folded.as_str();
    if token.abbreviation {
        return (!is_generic(folded)).then(|| folded.to_owned());
    }
    let numeral = folded.chars().any(|letter| letter.is_ascii_digit())
        || folded
            .chars()
            .all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    if numeral || is_generic(folded) || is_edition(folded) {
        return None;
    }
    let rest = without_generic_end(folded);
    let whole = comparable(rest);
    let bare = is_generic(&whole) || is_edition(&whole);
    (!bare).then_some(whole)
}

/// The longer part of a word that a span leaves, as a word of its own; nothing where that is an ending, or a
/// word for being ill or a patient.
fn rest(token: &Token, letters: &Range<usize>) -> Option<Token> {
    let before = token.folded.get(..letters.start).unwrap_or_default();
    let after = token.plain.get(letters.end..).unwrap_or_default();
    let rest = if before.len() > after.len() {
        before
    } else {
        after
    };
    let word = tokens(rest.trim_matches(['s', 'e'])).into_iter().next()?;
    let says = word.folded.chars().count() >= SHORTEST_PART
        && !ILL.iter().any(|start| word.folded.starts_with(start));
    says.then_some(word)
}

/// Beginnings of words for being ill: `parkinsonsyke`, `kreftrammede`, `astmaplager`.
const ILL: [&str; 6] = ["syk", "ramm", "lidels", "plag", "diagnos", "pasient"];

/// The one form in which a word and the same word in front of another are compared: folded, without
/// the letter that joins it to the next.
fn comparable(word: &str) -> String {
    let folded = tokens(word).into_iter().map(|token| token.folded);
    let folded: String = folded.collect();
    match folded.strip_suffix('s') {
        Some(rest) if rest.chars().count() >= SHORTEST_PART => rest.to_owned(),
        _ => folded,
    }
}

/// The folded words of the names of municipalities and counties since 2016.
fn places() -> &'static BTreeSet<String> {
    static PLACES: OnceLock<BTreeSet<String>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let municipalities = municipality::all().iter().flat_map(|own| &own.names);
        let counties = municipality::counties().iter().map(|own| &own.name);
        let names = municipalities.chain(counties);
        names
            .flat_map(|name| tokens(name))
            .map(|token| token.folded)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_compared_by_what_they_say() {
        use TitleRelation::{EachOwn, OneAdds, Same};
        #[track_caller]
        fn check(a: &str, b: &str, expected: impl Into<Option<TitleRelation>>) {
            let (one, other) = (ContentWords::of(a), ContentWords::of(b));
            let found = one.relation(&other);
            assert_eq!(found, other.relation(&one), "{a} / {b}");
            assert_eq!(
                found.into_known(),
                expected.into(),
                "{a} / {b}: {one:?} {other:?}"
            );
        }
        // The head is common; one word makes the difference.
        check("Kurs i søvn: barn", "Kurs i søvn: voksne", EachOwn);
        check(
            "Mestringskurs ved brystkreft",
            "Mestringskurs ved tarmkreft",
            EachOwn,
        );
        check(
            "Høreapparat: tilvenning",
            "Høreapparat: vedlikehold",
            EachOwn,
        );
        check("KOLS-skole", "Astmaskole", EachOwn);
        check("Ung og pårørende", "Voksen og pårørende", EachOwn);
        // The same said otherwise.
        check(
            "Meistringskurs for hjartesjuke",
            "Mestringskurs for hjertesyke",
            Same,
        );
        check("Diabetesgrunnkurs", "Grunnkurs diabetes", Same);
        check("Diabetesskolen", "Kurs om diabetes", Same);
        check("Hjerteskole", "Kurs for hjertepasienter", Same);
        check("Kostholdskurs", "Kurs om kosthold", Same);
        check("Tankevirus", "Tanke-virus", Same);
        // Place, season, year, day and round say nothing of the content.
        check("Hjerteskole i Askøy", "Hjerteskole i Voss", Same);
        check("Tid til søvn? (Tjøme)", "Tid til søvn? (Selbu)", Same);
        check(
            "Pårørandeskule våren 2025",
            "Pårørendeskole (høst 2026)",
            Same,
        );
        check(
            "Lungekurs, mandager i mars",
            "Lungekurs, onsdager i september",
            Same,
        );
        check("Landskurs Vestland", "Landskurs Møre og Romsdal", Same);
        // A name that begins the title may be an ordinary word, and other places are not known.
        check("Time for smerte", "Smerte", OneAdds);
        check("Hjerteskole Haukeland", "Hjerteskole Ullevål", EachOwn);
        // One says more.
        check("Hjerteskole", "Hjerteskole (yngre pasienter)", OneAdds);
        check("Kosthold", "Kosthold og trening", OneAdds);
        check("Kurs om kreft", "Kurs om brystkreft", OneAdds);
        check("Kurs", "Kurs om kols", OneAdds);
        // Numbers are compared elsewhere.
        check("Kols 1", "Kols 2", Same);
        check("Kurs", "Samling 2", None);
        check("", "–", None);
    }

    #[test]
    fn edition_words_are_written_as_titles_fold() {
        let mut seen = 0;
        for word in [
            "desember",
            "februar",
            "fredager",
            "halvåret",
            "hausten",
            "høsten",
            "januar",
            "lørdag",
            "mandag",
            "november",
            "oktober",
            "oppstart",
            "semesteret",
            "september",
            "sommeren",
            "søndag",
            "tirsdager",
            "torsdag",
            "uke",
            "vinteren",
            "våren",
            "veke",
            "ettermiddag",
            "formiddag",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "mars",
            "onsdag",
        ] {
            assert_eq!(ContentWords::of(word), ContentWords::default(), "{word}");
            seen += 1;
        }
        assert_eq!(seen, 31);
        assert!(places().len() > 300);
    }

    proptest! {
        #[test]
        fn any_text_relates_to_itself_and_the_order_does_not_matter(
            a in "\\PC{0,40}", b in "([a-zæøåA-Z ]|kurs|kols|skole){0,12}"
        ) {
            let (one, other) = (ContentWords::of(&a), ContentWords::of(&b));
            prop_assert!(matches!(
                one.relation(&one),
                Fact::NotStated | Fact::Known(TitleRelation::Same)
            ));
            prop_assert_eq!(one.relation(&other), other.relation(&one));
        }
    }
}
