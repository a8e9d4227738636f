//! From the text of `pack.toml` to a [`Manifest`], with every complaint at once.

use mestring_model::noun::{Action, Relation};
use mestring_model::term::Term;
use toml::Spanned;

use super::wire;
use super::{Declared, Manifest, Title, Written};
use crate::diagnostic::{self, Code, Diagnostic, suggest};
use crate::kind::{Kind, Order, Placed};
use crate::relation::Actions;
use crate::source::Source;

/// How a criterion names a rule in another language.
const PLUGIN: &str = "plugin:";

/// A file that is being read, with what was found wrong so far.
pub(crate) struct Reading<'a> {
    pub source: Source<'a>,
    pub out: Vec<Diagnostic>,
}

impl Reading<'_> {
    pub fn at<T>(&mut self, code: Code, place: &Spanned<T>, message: String, help: String) {
        self.out
            .push(self.source.bytes(code, place.span(), message, help));
    }

    /// A word of a closed list; the default where the key is absent or wrong.
    fn term<T: Term>(&mut self, text: Option<&Spanned<String>>) -> Option<T> {
        let text = text?;
        let found = T::all()
            .iter()
            .copied()
            .find(|term| term.code() == text.get_ref());
        if found.is_none() {
            let help = suggest(text.get_ref(), T::WORDS.iter().map(|word| word.code));
            let message = format!("`{}` is no {}", text.get_ref(), T::NAME);
            self.at(diagnostic::WRONG_VALUE, text, message, help);
        }
        found
    }
}

/// Reads `pack.toml`. The manifest is there wherever its parts could be read, so that scripts are
/// checked in the same round.
pub(crate) fn read(source: Source) -> (Option<Manifest>, Vec<Diagnostic>) {
    let mut reading = Reading {
        source,
        out: Vec::new(),
    };
    let wire: wire::Pack = match toml::from_str(source.text) {
        Ok(wire) => wire,
        Err(error) => return (None, vec![toml_error(source, &error)]),
    };
    let manifest = reading.manifest(&wire);
    (manifest, reading.out)
}

/// What the TOML reader says, with a suggestion for a misspelt key.
pub(crate) fn toml_error(source: Source, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().lines().collect::<Vec<_>>().join(" ");
    // serde names the key and then the keys there may be, each in backticks.
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match (message.starts_with("unknown field"), quoted.split_first()) {
        (true, Some((key, known))) => source.bytes(
            diagnostic::UNKNOWN_KEY,
            span,
            format!("there is no key `{key}` here"),
            suggest(key, known.iter().copied()),
        ),
        _ => source.bytes(diagnostic::NOT_TOML, span, message, ""),
    }
}

impl Reading<'_> {
    fn manifest(&mut self, wire: &wire::Pack) -> Option<Manifest> {
        for (what, text) in [("name", &wire.name), ("version", &wire.version)] {
            let fine = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
            if text.get_ref().is_empty() || !text.get_ref().chars().all(fine) {
                let message = format!("`{}` is no {what} of a pack", text.get_ref());
                let help = "use letters, digits, `.`, `_` and `-`".to_owned();
                self.at(diagnostic::WRONG_VALUE, text, message, help);
            }
        }
        let kind: Option<Kind> = self.term(Some(&wire.kind));
        let order = self.term(wire.order.as_ref()).unwrap_or(Order::Criteria);
        let unknown = self.term(wire.unknown.as_ref()).unwrap_or(Placed::Last);
        let criteria = self.criteria(wire, kind);
        let parameters = self.parameters(wire);
        let kind = kind?;
        self.numbers_rank(wire, kind);
        if let Some(judges) = &wire.judges
            && judges.get_ref() != kind.judged().code()
        {
            let message = format!("a pack of kind `{kind}` does not judge that");
            let help = format!("write `judges = \"{}\"`", kind.judged());
            self.at(diagnostic::WRONG_VALUE, judges, message, help);
        }
        if kind.takes_one_rule() && criteria.len() > 1 {
            let message = format!("a pack of kind `{kind}` has one criterion");
            let help = "one rule answers for the whole pack".to_owned();
            self.at(diagnostic::WRONG_VALUE, &wire.criteria, message, help);
        }
        let class_criteria = self.class_criteria(wire, kind, order, &criteria);
        if kind != Kind::Priority {
            for text in [&wire.order, &wire.unknown].into_iter().flatten() {
                let message = "only a pack of kind `priority` says this".to_owned();
                self.at(
                    diagnostic::WRONG_VALUE,
                    text,
                    message,
                    "take it away".to_owned(),
                );
            }
        }
        let actions = self.actions(wire, kind);
        Some(Manifest {
            name: wire.name.get_ref().clone(),
            version: wire.version.get_ref().clone(),
            kind,
            order,
            unknown,
            criteria,
            class_criteria,
            sources: wire.sources.clone(),
            parameters,
            actions,
        })
    }

    fn criteria(&mut self, wire: &wire::Pack, kind: Option<Kind>) -> Vec<Declared> {
        let mut criteria: Vec<Declared> = Vec::new();
        for text in wire.criteria.get_ref() {
            let (name, written) = match text.get_ref().strip_prefix(PLUGIN) {
                Some(name) => (name, Written::Plugin),
                None => (text.get_ref().as_str(), Written::Script),
            };
            if criteria.iter().any(|own| own.name == name) {
                let message = format!("the criterion `{name}` stands here twice");
                self.at(
                    diagnostic::WRONG_VALUE,
                    text,
                    message,
                    "name it once".to_owned(),
                );
                continue;
            }
            let origin = wire.origin.iter().find(|(own, _)| own.get_ref() == name);
            let title = wire.title.iter().find(|(own, _)| own.get_ref() == name);
            if origin.is_none() {
                let help =
                    format!("add `{name} = \"local choice\"`, or its source, under [origin]");
                let message = format!("the criterion `{name}` has no origin");
                self.at(diagnostic::NO_TITLE, text, message, help);
            }
            if title.is_none() {
                let help = format!("add [title.{name}] with en, nb and nn");
                let message = format!("the criterion `{name}` has no title");
                self.at(diagnostic::NO_TITLE, text, message, help);
            }
            let number = wire.number.iter().find(|(own, _)| own.get_ref() == name);
            let number = number.map(|(_, own)| self.number(own, kind.map(Kind::judged)));
            criteria.push(Declared {
                name: name.to_owned(),
                written,
                origin: origin
                    .map(|(_, own)| own.get_ref().clone())
                    .unwrap_or_default(),
                title: title.map_or_else(Title::default, |(_, own)| own.into()),
                number,
                may_be_impure: wire
                    .impure
                    .iter()
                    .any(|own| own.get_ref() == text.get_ref()),
            });
        }
        self.impure(wire);
        if wire.criteria.get_ref().is_empty() {
            let message = "a pack has at least one criterion".to_owned();
            self.at(
                diagnostic::WRONG_VALUE,
                &wire.criteria,
                message,
                String::new(),
            );
        }
        for (table, keys) in [
            ("origin", wire.origin.keys().collect::<Vec<_>>()),
            ("title", wire.title.keys().collect()),
            ("number", wire.number.keys().collect()),
        ] {
            for key in keys {
                if !criteria.iter().any(|own| own.name == *key.get_ref()) {
                    let message =
                        format!("[{table}] names `{}`, which is no criterion", key.get_ref());
                    let help = suggest(key.get_ref(), criteria.iter().map(|own| own.name.as_str()));
                    self.at(diagnostic::WRONG_VALUE, key, message, help);
                }
            }
        }
        criteria
    }

    /// Only plugins among the criteria may be let in as impure.
    fn impure(&mut self, wire: &wire::Pack) {
        for own in &wire.impure {
            let criteria = wire.criteria.get_ref().iter().map(|own| own.get_ref());
            let mut plugins = criteria.filter(|own| own.starts_with(PLUGIN));
            if !plugins.clone().any(|plugin| plugin == own.get_ref()) {
                let message = format!("`{}` is no plugin among the criteria", own.get_ref());
                let help = suggest(own.get_ref(), plugins.by_ref().map(String::as_str));
                self.at(diagnostic::WRONG_VALUE, own, message, help);
            }
        }
    }

    fn class_criteria(
        &mut self,
        wire: &wire::Pack,
        kind: Kind,
        order: Order,
        criteria: &[Declared],
    ) -> Option<usize> {
        let last = wire.classes_until.as_ref()?;
        if kind != Kind::Priority || order != Order::Criteria {
            let message = "only criteria in order form classes".to_owned();
            self.at(
                diagnostic::WRONG_VALUE,
                last,
                message,
                "take it away".to_owned(),
            );
            return None;
        }
        let place = criteria.iter().position(|own| own.name == *last.get_ref());
        if place.is_none() {
            let message = format!("`{}` is no criterion of this pack", last.get_ref());
            let help = suggest(last.get_ref(), criteria.iter().map(|own| own.name.as_str()));
            self.at(diagnostic::WRONG_VALUE, last, message, help);
        }
        place.map(|place| place + 1)
    }

    fn actions(&mut self, wire: &wire::Pack, kind: Kind) -> Actions {
        let mut actions = Vec::new();
        for (key, text) in &wire.action {
            if kind != Kind::Relation {
                let message = "only a pack of kind `relation` has actions".to_owned();
                self.at(
                    diagnostic::WRONG_VALUE,
                    key,
                    message,
                    "take [action] away".to_owned(),
                );
                return Actions(Vec::new());
            }
            let relation: Option<Relation> = self.term(Some(key));
            let action: Option<Action> = self.term(Some(text));
            actions.extend(relation.zip(action));
        }
        if kind == Kind::Relation {
            for relation in Relation::all() {
                if !wire
                    .action
                    .keys()
                    .any(|key| key.get_ref() == relation.code())
                {
                    let message = format!("[action] says nothing about `{relation}`");
                    let help = format!("add `{relation} = \"look_at\"`, or another action");
                    self.at(diagnostic::WRONG_VALUE, &wire.kind, message, help);
                }
            }
        }
        actions.sort();
        Actions(actions)
    }
}
