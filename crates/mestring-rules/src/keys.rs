//! The keys of `pack.toml` and of case files, declared once for the reference and for the JSON Schemas
//! that editors read. A test holds them to what is read.

use mestring_model::noun::Action;
use mestring_model::term::{Term as _, Word};

use crate::kind::{Digital, Kind, Order, Placed};

/// A key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// What stands right of it.
    pub takes: Shape,
    /// It must be there.
    pub required: bool,
    /// The one kind of pack that may have it; none where every kind may.
    pub only: Option<Kind>,
    /// What it says, English.
    pub meaning: &'static str,
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Letters, digits, `.`, `_` and `-`.
    Name,
    /// Small letters, digits and `_`, a letter first.
    Id,
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A list of the names of criteria, at least one, each once.
    Criteria,
    /// `true` or `false`.
    YesNo,
    /// A date.
    Date,
    /// One of these words.
    Word(&'static [Word]),
    /// The name of a kind of record.
    Record,
    /// A unit that facts have.
    Unit,
    /// Yes or no, a number, a text or a list of texts.
    Value,
    /// What a rule answers, or `cannot tell: FACT`.
    Answer,
    /// Facts of the record with their values.
    Facts,
    /// A table with these keys.
    Table(&'static [Key]),
    /// Several tables with these keys.
    Several(&'static [Key]),
    /// One for each of something: what, and what each takes.
    Each(Each, &'static Shape),
}

/// What there is one of for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Each {
    /// A criterion of the pack.
    Criterion,
    /// A fact of the record.
    Fact,
    /// A relation between two offers; all of them must be there.
    Relation,
    /// A parameter of the pack.
    Parameter,
}

impl Each {
    /// What stands for the name in documents: `CRITERION`.
    pub fn placeholder(self) -> &'static str {
        match self {
            Each::Criterion => "CRITERION",
            Each::Fact => "FACT",
            Each::Relation => "RELATION",
            Each::Parameter => "PARAMETER",
        }
    }
}

const fn key(name: &'static str, takes: Shape, meaning: &'static str) -> Key {
    Key {
        name,
        takes,
        required: false,
        only: None,
        meaning,
    }
}

const fn must(name: &'static str, takes: Shape, meaning: &'static str) -> Key {
    Key {
        required: true,
        ..key(name, takes, meaning)
    }
}

const fn only(kind: Kind, name: &'static str, takes: Shape, meaning: &'static str) -> Key {
    Key {
        only: Some(kind),
        ..key(name, takes, meaning)
    }
}

/// The keys of `pack.toml`.
pub const PACK: &[Key] = &[
    must("name", Shape::Name, "What the pack is called."),
    must(
        "version",
        Shape::Name,
        "Its version, which every report prints; raise it with every change.",
    ),
    must("kind", Shape::Word(Kind::WORDS), "What the pack decides."),
    key(
        "judges",
        Shape::Record,
        "The record that its rules judge; may be left out, since the kind says it.",
    ),
    only(
        Kind::Priority,
        "order",
        Shape::Word(Order::WORDS),
        "How the criteria are weighed; left out: `criteria`.",
    ),
    only(
        Kind::Priority,
        "unknown",
        Shape::Word(Placed::WORDS),
        "Where a run goes of which a criterion cannot be told; left out: `last`.",
    ),
    only(
        Kind::Priority,
        "classes_until",
        Shape::Text,
        "The last criterion that makes classes: runs that are equal so far form one. Left out: a strict \
         rank.",
    ),
    only(
        Kind::Format,
        "digital",
        Shape::Word(Digital::WORDS),
        "When a run is held digitally that should be, and may be held in a room too; left out: `first`.",
    ),
    must(
        "criteria",
        Shape::Criteria,
        "The rules in order: `x` for the file `x.rhai`, or `plugin:x` for a rule in another language.",
    ),
    key(
        "impure",
        Shape::Texts,
        "Plugins whose answers depend on more than the facts they read and that are let in all the \
         same: `plugin:x`.",
    ),
    key(
        "valid_from",
        Shape::Date,
        "The first day on which the pack is in force; left out: there is none.",
    ),
    key(
        "valid_until",
        Shape::Date,
        "The last day on which the pack is in force; left out: there is none.",
    ),
    key(
        "sources",
        Shape::Texts,
        "What the pack as a whole rests on.",
    ),
    must(
        "origin",
        Shape::Each(Each::Criterion, &Shape::Text),
        "Where each criterion comes from: `plan P72`, or `local choice`.",
    ),
    must(
        "title",
        Shape::Each(Each::Criterion, &Shape::Table(TITLE)),
        "What reports call each criterion.",
    ),
    only(
        Kind::Priority,
        "number",
        Shape::Each(Each::Criterion, &Shape::Table(NUMBER)),
        "How people read the numbers that a criterion answers.",
    ),
    only(
        Kind::Relation,
        "action",
        Shape::Each(Each::Relation, &Shape::Word(Action::WORDS)),
        "What a centre does about each relation; a pack of the kind has all of them.",
    ),
    key(
        "parameter",
        Shape::Several(PARAMETER),
        "Numbers and words that the rules read as `p.ID`, so that they can change without the rules.",
    ),
];

/// The keys of a text in three languages.
pub const TITLE: &[Key] = &[
    must("en", Shape::Text, "English."),
    must("nb", Shape::Text, "Bokmål."),
    must("nn", Shape::Text, "Nynorsk."),
];

/// The keys of `[number.CRITERION]`.
pub const NUMBER: &[Key] = &[
    key("unit", Shape::Unit, "The unit of the number."),
    key(
        "negated",
        Shape::YesNo,
        "The rule turns the sign to put the least first, and people read it turned back.",
    ),
    key(
        "without",
        Shape::Each(Each::Fact, &Shape::Table(TITLE)),
        "What people read instead of the number that the rule answers where a fact is not known.",
    ),
];

/// The keys of `[[parameter]]`.
pub const PARAMETER: &[Key] = &[
    must("id", Shape::Id, "The name by which rules read it."),
    key("unit", Shape::Text, "Its unit."),
    must(
        "source",
        Shape::Text,
        "Who says so: the plan, a decision, or `local choice: why`.",
    ),
    must(
        "values",
        Shape::Several(VALUE),
        "Its values, the earliest first, all of one type. Add one rather than change one, so that \
         earlier decisions can be explained.",
    ),
];

/// The keys of a dated value.
pub const VALUE: &[Key] = &[
    must("from", Shape::Date, "The first day on which it holds."),
    key(
        "until",
        Shape::Date,
        "The last day; left out: until the next value begins, or for ever.",
    ),
    must("value", Shape::Value, "The value."),
];

/// The keys of a case file, `x.test.toml`.
pub const CASES: &[Key] = &[
    key(
        "case",
        Shape::Several(CASE),
        "Cases: what a rule must answer.",
    ),
    key(
        "survivor",
        Shape::Several(SURVIVOR),
        "Small changes of the rule that no case notices, since they make no difference.",
    ),
];

/// The keys of `[[case]]`.
pub const CASE: &[Key] = &[
    must(
        "name",
        Shape::Text,
        "What the case is about, in a few words.",
    ),
    key(
        "given",
        Shape::Facts,
        "What is known of the record. A fact that is left out is not stated; `\"unknown\"` was asked and \
         nobody knows.",
    ),
    key(
        "params",
        Shape::Each(Each::Parameter, &Shape::Value),
        "Values of parameters, instead of those of `pack.toml`.",
    ),
    key(
        "as_of",
        Shape::Date,
        "The day of the question; left out: the first on which every parameter has a value.",
    ),
    must(
        "expect",
        Shape::Answer,
        "What the rule must answer: `true` or `false`, a number, a word, or `\"cannot tell: FACT, FACT\"`.",
    ),
    key("because", Shape::Text, "Why; a failed case prints it."),
];

/// The keys of `[[survivor]]`.
pub const SURVIVOR: &[Key] = &[
    must("line", Shape::Text, "The line of the rule that is changed."),
    must(
        "change",
        Shape::Text,
        "The change, as `rules test --changes` prints it.",
    ),
    must("because", Shape::Text, "Why it makes no difference."),
];

/// Holds a list of keys to what a type reads: it reads each of them and no other, and needs none but
/// those that must be there.
#[cfg(test)]
pub(crate) fn assert_read<T: serde::de::DeserializeOwned + std::fmt::Debug>(keys: &[Key]) {
    use std::collections::BTreeSet;

    let error = toml::from_str::<T>("no_such_key = 1").unwrap_err();
    let message = error.message().to_owned();
    // The key itself is quoted first.
    let quoted = message.split('`').skip(1).step_by(2).skip(1);
    let read: BTreeSet<&str> = quoted.collect();
    let listed: BTreeSet<&str> = keys.iter().map(|key| key.name).collect();
    assert_eq!(read, listed);
    let value = |key: &Key| match key.takes {
        Shape::YesNo | Shape::Answer => "true",
        Shape::Date => "2025-01-01",
        Shape::Value => "1",
        Shape::Texts | Shape::Criteria | Shape::Several(_) => "[]",
        Shape::Facts | Shape::Table(_) | Shape::Each(..) => "{}",
        _ => "\"a\"",
    };
    let needed = keys.iter().filter(|key| key.required);
    let lines: Vec<String> = needed
        .map(|key| format!("{} = {}", key.name, value(key)))
        .collect();
    let least = toml::from_str::<T>(&lines.join("\n"));
    assert!(least.is_ok(), "{least:?}");
}
