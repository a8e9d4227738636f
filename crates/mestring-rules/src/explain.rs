//! What each code means, with a wrong example and the right one.
//!
//! The texts stand here once; the command prints them, and the reference page is written from them.

mod cases;
mod pack;
mod script;
mod settled;

use mestring_model::Lang;

use crate::diagnostic::Code;

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// Why it is said and what to do, English, bokmål and nynorsk.
    pub text: [&'static str; 3],
    /// An example; none where no text of a pack shows it.
    pub example: Option<Example>,
}

/// A wrong text and the right one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example {
    /// What the texts are.
    pub shows: Shows,
    /// The text about which the code is said.
    pub wrong: &'static str,
    /// The text about which nothing is said.
    pub right: &'static str,
}

/// What an example's texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// A script without its header, of this kind of pack.
    Script(&'static str),
    /// A script with its header, of a requirement.
    Whole,
    /// `pack.toml`, beside a script `rule.rhai`.
    Manifest,
    /// The cases beside a script `run.sessions >= 6`.
    Cases,
    /// A script of this kind of pack that fails about a record whose numbers are all 0.
    Running(&'static str),
}

impl Explanation {
    /// The text in a language.
    pub fn text(&self, lang: Lang) -> &'static str {
        let [en, nb, nn] = self.text;
        match lang {
            Lang::En => en,
            Lang::Nb => nb,
            Lang::Nn => nn,
        }
    }
}

/// Every code's explanation, in order of the codes.
///
/// ```
/// use mestring_rules::{diagnostic, explain};
/// let codes: Vec<_> = explain::explanations().map(|own| own.code.id).collect();
/// assert_eq!(codes, diagnostic::CODES.iter().map(|code| code.id).collect::<Vec<_>>());
/// ```
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let parts = [pack::ALL, script::ALL, settled::ALL, cases::ALL];
    parts.into_iter().flatten()
}

/// The explanation of a code such as `R103`, in small letters or capitals.
pub fn explain(code: &str) -> Option<&'static Explanation> {
    explanations().find(|own| own.code.id.eq_ignore_ascii_case(code.trim()))
}

/// An explanation with an example.
const fn shown(
    code: Code,
    shows: Shows,
    wrong: &'static str,
    right: &'static str,
    text: [&'static str; 3],
) -> Explanation {
    let example = Some(Example {
        shows,
        wrong,
        right,
    });
    Explanation {
        code,
        text,
        example,
    }
}

/// An explanation of what no text of a pack shows.
const fn told(code: Code, text: [&'static str; 3]) -> Explanation {
    Explanation {
        code,
        text,
        example: None,
    }
}
