//! The fact that a Norwegian term, or a heading of a desk's tables, names.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{FactDecl, Judged};
use crate::Desk;
use crate::term::nearest;

/// Terms, as [`plain`] writes them, with their facts.
type Terms = Vec<(String, &'static FactDecl)>;

/// Those of every kind of record.
static TERMS: OnceLock<BTreeMap<Judged, Terms>> = OnceLock::new();

impl Judged {
    /// The fact that a text names by its bokmål or nynorsk term, or by a heading of a desk's tables:
    /// with `_` or `-` for spaces, with `a` and `o` for å and ø, by a word of a longer term that no
    /// other fact shares, or misspelt by a letter. None where it names none, or several alike.
    ///
    /// ```
    /// # use mestring_model::facts::Judged;
    /// let name = |text| Judged::Run.fact_by_term(text).map(|fact| fact.name);
    /// assert_eq!(name("målgrupper"), Some("target_groups"));
    /// assert_eq!(name("maneder_siden_sist"), Some("months_since_held"));
    /// assert_eq!(name("ventetid"), Some("longest_wait_days"));
    /// assert_eq!(name("antall_plasser"), Some("seats"));
    /// assert_eq!(name("hårfarge"), None);
    /// ```
    pub fn fact_by_term(self, text: &str) -> Option<&'static FactDecl> {
        let asked = plain(text);
        if asked.is_empty() {
            return None;
        }
        let terms = TERMS.get_or_init(|| Judged::ALL.map(|own| (own, own.terms())).into());
        let terms = terms.get(&self)?;
        let of = |term: &str| terms.iter().find(|(own, _)| own == term);
        if let Some((_, fact)) = of(&asked) {
            return Some(fact);
        }
        by_words(&asked, terms).or_else(|| {
            let near = nearest(&asked, terms.iter().map(|(term, _)| term.as_str()));
            near.and_then(of).map(|(_, fact)| *fact)
        })
    }

    /// The terms of every fact, as [`plain`] writes them.
    fn terms(self) -> Terms {
        let mut terms = Terms::new();
        for fact in self.facts() {
            terms.extend([fact.nb, fact.nn].map(|term| (plain(term), fact)));
        }
        let columns = || Desk::TABLES.iter().flat_map(|table| table.columns());
        for fact in self.facts() {
            for column in columns().filter(|column| column.name == fact.name) {
                let headings = [column.nb, column.nn].into_iter();
                let headings = headings.chain(column.aliases.iter().copied());
                terms.extend(headings.map(|heading| (plain(heading), fact)));
            }
        }
        terms
    }
}

impl FactDecl {
    /// True for the fact's bokmål or nynorsk term, as [`Judged::fact_by_term`] reads it.
    pub fn is_called(&self, text: &str) -> bool {
        let text = plain(text);
        [self.nb, self.nn].iter().any(|term| plain(term) == text)
    }
}

/// The one fact whose term shares all its longer words with the text, or the text with it; the fewer
/// words stand beside them the nearer.
fn by_words(asked: &str, terms: &[(String, &'static FactDecl)]) -> Option<&'static FactDecl> {
    /// Shorter ones are `til`, `per` and the like.
    const LETTERS: usize = 4;
    fn words(text: &str) -> Vec<&str> {
        let words = text.split('_');
        words.filter(|word| word.len() >= LETTERS).collect()
    }
    let asked = words(asked);
    let mut best: Option<(usize, &'static FactDecl)> = None;
    let mut is_shared = false;
    for (term, fact) in terms {
        let term = words(term);
        let holds = |all: &[&str], some: &[&str]| {
            !some.is_empty() && some.iter().all(|word| all.contains(word))
        };
        if !holds(&asked, &term) && !holds(&term, &asked) {
            continue;
        }
        let beside = asked.len().abs_diff(term.len());
        match best {
            Some((least, own)) if beside > least || own.name == fact.name => {
                best = Some((beside.min(least), own));
            }
            Some((least, _)) if beside == least => is_shared = true,
            _ => {
                best = Some((beside, fact));
                is_shared = false;
            }
        }
    }
    best.filter(|_| !is_shared).map(|(_, fact)| fact)
}

/// Small letters a to z and digits, with `_` between words.
fn plain(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let letters = lower.replace(['å', 'à'], "a").replace("aa", "a");
    let letters = letters.replace(['ø', 'ö'], "o").replace(['æ', 'ä'], "ae");
    let parts = letters.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    words.join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_found_by_its_own_terms() {
        let mut seen = 0;
        for judged in Judged::ALL {
            for fact in judged.facts() {
                for term in [fact.nb, fact.nn] {
                    let found = judged.fact_by_term(&term.replace(' ', "_"));
                    let found = found.map(|own| [own.nb, own.nn]);
                    // Two facts may share a term: either is right then.
                    assert!(found.is_some_and(|own| own.contains(&term)), "{term}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "only {seen} terms");
    }

    #[test]
    fn what_several_facts_share_names_none() {
        assert_eq!(Judged::Run.fact_by_term("brukerrolle"), None);
        assert_eq!(Judged::Run.fact_by_term("_"), None);
        assert_eq!(Judged::Run.fact_by_term("til"), None);
    }
}
