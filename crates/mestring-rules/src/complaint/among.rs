//! The names among which a misspelt one was looked for.

use mestring_model::facts::Judged;
use mestring_model::term::Word;

/// The names among which a misspelt one was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Among {
    /// The nearest, if any is near enough to be meant.
    pub nearest: Option<String>,
    /// All of them, where none is near and they are few; empty else.
    pub all: Vec<String>,
}

impl Among {
    /// Looks for a name among others.
    pub(crate) fn of<'a>(text: &str, among: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = among.into_iter().collect();
        let near = mestring_model::term::nearest(text, names.iter().copied());
        // One letter is near to every other.
        match near.filter(|near| near.len() > 1 || text.eq_ignore_ascii_case(near)) {
            Some(near) => Among {
                nearest: Some(near.to_owned()),
                all: Vec::new(),
            },
            None if names.len() <= 12 => Among {
                nearest: None,
                all: names.into_iter().map(str::to_owned).collect(),
            },
            None => Among::default(),
        }
    }

    /// Looks for a fact by its name, its Norwegian term or a heading of a desk.
    pub(crate) fn of_facts(text: &str, judged: Judged) -> Self {
        let mut facts = judged.facts().iter();
        if let Some(fact) = facts.find(|fact| fact.is_called(text)) {
            return Among::only(fact.name);
        }
        let names = judged.facts().iter().map(|fact| fact.name);
        let near = Among::of(text, names);
        let term = || judged.fact_by_term(text);
        match near.nearest.is_none().then(term).flatten() {
            Some(fact) => Among::only(fact.name),
            None => near,
        }
    }

    /// Looks for a word by its code, its Norwegian word or another spelling that tables may have; lists
    /// the codes where none is near.
    pub(crate) fn of_words(text: &str, words: &[&Word]) -> Self {
        if let Some(word) = words.iter().find(|word| word.matches(text)) {
            return Among::only(word.code);
        }
        let codes = || words.iter().map(|word| word.code);
        let near = Among::of(text, codes());
        if near.nearest.is_some() {
            return near;
        }
        let terms = || words.iter().flat_map(|word| [word.nb, word.nn]);
        let term = mestring_model::term::nearest(text, terms());
        match words
            .iter()
            .find(|word| term == Some(word.nb) || term == Some(word.nn))
        {
            Some(word) => Among::only(word.code),
            None => Among {
                nearest: None,
                all: codes().map(str::to_owned).collect(),
            },
        }
    }

    /// The one that is meant for certain.
    pub(crate) fn only(name: &str) -> Self {
        Among {
            nearest: Some(name.to_owned()),
            all: Vec::new(),
        }
    }
}

impl Among {
    /// `did you mean …?`, or the names that there are; empty where neither is known.
    pub(super) fn help(&self) -> String {
        match &self.nearest {
            Some(near) => format!("did you mean `{near}`?"),
            None if self.all.is_empty() => String::new(),
            None => format!("one of `{}`", self.all.join("`, `")),
        }
    }

    /// The same, or other advice.
    pub(super) fn help_or(&self, other: impl FnOnce() -> String) -> String {
        match self.nearest {
            Some(_) => self.help(),
            None if self.all.is_empty() => other(),
            None => self.help(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_their_terms_in_both_norwegian_languages() {
        let mut seen = 0;
        for judged in Judged::ALL {
            for fact in judged.facts() {
                for term in [fact.nb, fact.nn] {
                    let found = Among::of_facts(&term.replace(' ', "_"), judged).nearest;
                    let found = found.and_then(|name| judged.fact(&name));
                    let found = found.map(|(_, own)| [own.nb, own.nn]);
                    assert!(found.is_some_and(|own| own.contains(&term)), "{term}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "only {seen} terms");
    }

    #[test]
    fn words_are_found_by_their_norwegian_words() {
        let words: Vec<&Word> = [("physical", "fysisk"), ("hybrid", "hybrid")]
            .map(|(code, nb)| Word {
                code,
                nb,
                nn: nb,
                aliases: &[],
                meaning: "",
            })
            .map(|word| &*Box::leak(Box::new(word)))
            .to_vec();
        let found = |text| Among::of_words(text, &words);
        assert_eq!(found("Fysisk").nearest.as_deref(), Some("physical"));
        assert_eq!(found("fysysk").nearest.as_deref(), Some("physical"));
        assert_eq!(found("phisical").nearest.as_deref(), Some("physical"));
        assert_eq!(found("webinar").all, ["physical", "hybrid"]);
    }
}
