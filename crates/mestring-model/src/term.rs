//! Closed lists of words, each with its code and its Norwegian terms, declared once.
//!
//! The code is what tables and rules write; the Norwegian words and their aliases are accepted on
//! reading and printed where the language asks for them.

use std::fmt;
use std::sync::Arc;

/// A language that the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English, the default of the command and of the codes.
    #[default]
    En,
    /// Norwegian bokmål.
    Nb,
    /// Norwegian nynorsk.
    Nn,
}

impl Lang {
    /// Every language, in the order in which words are declared.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Nb, Lang::Nn];

    /// The language code: `en`, `nb` or `nn`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Nb => "nb",
            Lang::Nn => "nn",
        }
    }

    /// Reads a language code.
    pub fn parse(text: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == text)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One word of a closed list, with everything that tables, rules and documents say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What tables and rules write, English, `snake_case`.
    pub code: &'static str,
    /// The bokmål word.
    pub nb: &'static str,
    /// The nynorsk word.
    pub nn: &'static str,
    /// Other spellings accepted on reading, lower case.
    pub aliases: &'static [&'static str],
    /// What the word means, one sentence, English.
    pub meaning: &'static str,
}

impl Word {
    /// The word in a language; the English word is the code with spaces for underscores.
    pub fn term(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.code.replace('_', " "),
            Lang::Nb => self.nb.to_owned(),
            Lang::Nn => self.nn.to_owned(),
        }
    }

    /// True where a cell's text means this word, in any language, in any case.
    pub fn matches(&self, text: &str) -> bool {
        let text = text.trim().to_lowercase();
        text == self.code
            || text == self.code.replace('_', " ")
            || text == self.nb.to_lowercase()
            || text == self.nn.to_lowercase()
            || self.aliases.contains(&text.as_str())
    }
}

/// A closed list of words: an enum declared with [`terms!`](crate::terms).
pub trait Term: Copy + Eq + Ord + fmt::Debug + Send + Sync + 'static {
    /// The list's name, as in documents: `level`.
    const NAME: &'static str;
    /// The words in the order of the enum's variants.
    const WORDS: &'static [Word];
    /// Every value, in order.
    fn all() -> &'static [Self];
    /// This value's word.
    fn word(self) -> &'static Word;

    /// What tables and rules write.
    fn code(self) -> &'static str {
        self.word().code
    }

    /// The code as facts carry it; every value has one that all share.
    fn shared_code(self) -> Arc<str>;

    /// The value whose code, Norwegian word or alias the text is.
    fn parse(text: &str) -> Option<Self> {
        Self::all()
            .iter()
            .copied()
            .find(|value| value.word().matches(text))
    }
}

/// The declared text nearest to a misspelt one, if any is near enough to be worth suggesting.
///
/// ```
/// use mestring_model::term::nearest;
/// assert_eq!(nearest("sesions", ["sessions", "hours"]), Some("sessions"));
/// assert_eq!(nearest("xyz", ["sessions", "hours"]), None);
/// // Where half of the letters are others it is no slip.
/// assert_eq!(nearest("KOLS", ["Sola", "Voss"]), None);
/// ```
pub fn nearest<'a>(text: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text = text.to_lowercase();
    among
        .into_iter()
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            let (distance, length) = (
                strsim::damerau_levenshtein(&text, &lower),
                lower.chars().count(),
            );
            // Of a short word half may be too much or left out, but not half be other letters.
            let continued = lower.starts_with(&text) || text.starts_with(&lower);
            let slip = distance <= 1 || distance * 2 < length || continued;
            let near = slip && distance <= 1 + length / 4;
            near.then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The end of an error about a name that there is not: a question after the nearest one, if any.
///
/// ```
/// use mestring_model::term::did_you_mean;
/// assert_eq!(did_you_mean(Some("sessions")), "; did you mean `sessions`?");
/// assert_eq!(did_you_mean(None), "");
/// ```
pub fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// Declares a closed list of words: an enum with its code, bokmål, nynorsk, aliases and meaning.
///
/// The doc comment of each variant is also the meaning that generated documents print.
#[macro_export]
macro_rules! terms {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident $list:literal {
            $(
                #[doc = $meaning:literal]
                $variant:ident = $code:literal, $nb:literal, $nn:literal $(, [$($alias:literal),* $(,)?])? ;
            )+
        }
    )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( #[doc = $meaning] $variant, )+
        }

        impl $crate::term::Term for $name {
            const NAME: &'static str = $list;
            const WORDS: &'static [$crate::term::Word] = &[$(
                $crate::term::Word {
                    code: $code,
                    nb: $nb,
                    nn: $nn,
                    aliases: &[$($($alias),*)?],
                    meaning: $meaning.trim_ascii(),
                },
            )+];

            fn all() -> &'static [Self] {
                &[$( $name::$variant, )+]
            }

            fn shared_code(self) -> std::sync::Arc<str> {
                static CODES: std::sync::OnceLock<Vec<std::sync::Arc<str>>> =
                    std::sync::OnceLock::new();
                let codes = CODES.get_or_init(|| {
                    let words = <$name as $crate::term::Term>::WORDS.iter();
                    words.map(|word| std::sync::Arc::from(word.code)).collect()
                });
                // The variants have the places of their words.
                let own = codes.get(self as usize).cloned();
                own.unwrap_or_else(|| $crate::term::Term::code(self).into())
            }

            fn word(self) -> &'static $crate::term::Word {
                match self {
                    $( $name::$variant => const { &$crate::term::Word {
                        code: $code,
                        nb: $nb,
                        nn: $nn,
                        aliases: &[$($($alias),*)?],
                        meaning: $meaning.trim_ascii(),
                    } }, )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::term::Term::code(*self))
            }
        }
    )+ };
}
