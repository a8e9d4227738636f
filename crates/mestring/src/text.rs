//! Every text that people read, by id, in English, bokmål and nynorsk.
//!
//! The texts stand in `locales/LANG/TOPIC.ftl`, in the Fluent format, so that plural and word order
//! belong to the language and not to the code. The words of closed lists are declared with the
//! lists themselves and come from [`Term::word`].

use std::borrow::Cow;

use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use mestring_model::Lang;
use mestring_model::noun::Weekday;
use mestring_model::record::Cell;
use mestring_model::term::Term;
use unic_langid::LanguageIdentifier;

mod errors;
mod facts;
mod findings;
mod number;
mod rules;
#[cfg(test)]
mod tests;

pub use errors::{FoundAndHelp, followed};
pub use findings::FindingLine;

/// The files of one language, by topic.
macro_rules! files {
    ($lang:literal) => {
        &[
            (
                "cli",
                include_str!(concat!("../locales/", $lang, "/cli.ftl")),
            ),
            (
                "comparison",
                include_str!(concat!("../locales/", $lang, "/comparison.ftl")),
            ),
            (
                "errors",
                include_str!(concat!("../locales/", $lang, "/errors.ftl")),
            ),
            (
                "explanation",
                include_str!(concat!("../locales/", $lang, "/explanation.ftl")),
            ),
            (
                "facts",
                include_str!(concat!("../locales/", $lang, "/facts.ftl")),
            ),
            (
                "faults",
                include_str!(concat!("../locales/", $lang, "/faults.ftl")),
            ),
            (
                "findings",
                include_str!(concat!("../locales/", $lang, "/findings.ftl")),
            ),
            (
                "log",
                include_str!(concat!("../locales/", $lang, "/log.ftl")),
            ),
            (
                "obligations",
                include_str!(concat!("../locales/", $lang, "/obligations.ftl")),
            ),
            (
                "overview",
                include_str!(concat!("../locales/", $lang, "/overview.ftl")),
            ),
            (
                "pathways",
                include_str!(concat!("../locales/", $lang, "/pathways.ftl")),
            ),
            (
                "places",
                include_str!(concat!("../locales/", $lang, "/places.ftl")),
            ),
            (
                "plan",
                include_str!(concat!("../locales/", $lang, "/plan.ftl")),
            ),
            (
                "what_if",
                include_str!(concat!("../locales/", $lang, "/what_if.ftl")),
            ),
            (
                "relations",
                include_str!(concat!("../locales/", $lang, "/relations.ftl")),
            ),
            (
                "report",
                include_str!(concat!("../locales/", $lang, "/report.ftl")),
            ),
            (
                "rules",
                include_str!(concat!("../locales/", $lang, "/rules.ftl")),
            ),
            (
                "stops",
                include_str!(concat!("../locales/", $lang, "/stops.ftl")),
            ),
        ]
    };
}

/// The text of each file of a language, by topic.
fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En => files!("en"),
        Lang::Nb => files!("nb"),
        Lang::Nn => files!("nn"),
    }
}

/// What stands in the place of a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, as it is.
    Text(Cow<'a, str>),
    /// A count: the language chooses the plural and writes the digits.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Arg::Count(count)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Arg::Count(count.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The texts of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

impl Texts {
    /// The texts of a language.
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The marks that part left-to-right from right-to-left text would be noise in a terminal.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| number::formatted(value, Lang::En),
            Lang::Nb => |value, _| number::formatted(value, Lang::Nb),
            Lang::Nn => |value, _| number::formatted(value, Lang::Nn),
        }));
        for (_, text) in files(lang) {
            // A broken message is left out, and a test reads every file without errors.
            let resource = FluentResource::try_new((*text).to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(usable, _)| usable));
        }
        Texts { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text by its id. An id that is not declared is printed in brackets, so that a report still
    /// comes out.
    ///
    /// ```
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    ///
    /// let texts = Texts::new(Lang::Nb);
    /// assert_eq!(texts.say("unit-sessions", &[("count", 1_i64.into())]), "1 samling");
    /// assert_eq!(texts.say("unit-sessions", &[("count", 6_i64.into())]), "6 samlinger");
    /// assert_eq!(texts.say("no-such-text", &[]), "[no-such-text]");
    /// ```
    pub fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return format!("[{id}]");
        };
        self.bundle
            .format_pattern(pattern, Some(&values(args)), &mut Vec::new())
            .into_owned()
    }

    /// A second text of an id, by its attribute; `None` where the id has no such.
    fn attribute(&self, id: &str, attribute: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.get_attribute(attribute)?.value();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values(args)), &mut Vec::new());
        Some(text.into_owned())
    }

    /// A text without variables.
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The word of a closed list.
    pub fn term<T: Term>(&self, value: T) -> String {
        value.word().term(self.lang)
    }

    /// A day of the week as running text writes it: English with a capital.
    ///
    /// ```
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    /// use mestring_model::noun::Weekday;
    /// assert_eq!(Texts::new(Lang::En).weekday(Weekday::Tuesday), "Tuesday");
    /// assert_eq!(Texts::new(Lang::Nn).weekday(Weekday::Tuesday), "tysdag");
    /// ```
    pub fn weekday(&self, day: Weekday) -> String {
        let word = self.term(day);
        let mut letters = word.chars();
        match (self.lang, letters.next()) {
            (Lang::En, Some(first)) => first.to_uppercase().chain(letters).collect(),
            _ => word,
        }
    }

    /// A date as the language writes it: `2026-12-31`, or `31.12.2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        date.write(self.lang)
    }

    /// Several things as running text: `a, b and c`.
    ///
    /// ```
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    /// let texts = Texts::new(Lang::En);
    /// assert_eq!(texts.list(["a", "b", "c"]), "a, b and c");
    /// ```
    pub fn list<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        self.joined("report-list-end", items)
    }

    /// Several things of which one holds, as running text: `a, b or c`.
    pub fn one_of<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        self.joined("report-one-of-end", items)
    }

    fn joined<T: AsRef<str>>(&self, id: &str, items: impl IntoIterator<Item = T>) -> String {
        let items: Vec<T> = items.into_iter().collect();
        match items.as_slice() {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                let first = first.join(", ");
                self.say(
                    id,
                    &[("first", first.into()), ("last", last.as_ref().into())],
                )
            }
        }
    }
}

fn values<'a>(args: &'a [(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Text(text) => values.set(*name, FluentValue::String(text.clone())),
            Arg::Count(count) => values.set(*name, *count),
        }
    }
    values
}
