//! From the text of `pack.toml` to a [`Manifest`], with every complaint at once.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use mestring_model::noun::{Action, Relation};
use mestring_model::term::Term;
use toml::Spanned;

use super::{Declared, Manifest, Title, Written, toml_error, wire};
use crate::complaint::{Among, Complaint, PackFault};
use crate::diagnostic::{Diagnostic, FAULTS};
use crate::kind::{Digital, Kind, Order, Placed};
use crate::parameter::Parameter;
use crate::relation::Actions;
use crate::sandbox::TOML_BYTES;
use crate::source::Source;

/// How a criterion names a rule in another language.
const PLUGIN: &str = "plugin:";

/// A file that is being read, with what was found wrong so far.
pub(crate) struct Reading<'a> {
    pub source: Source<'a>,
    pub out: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Notes a complaint about a value.
    pub fn at<T>(&mut self, place: &Spanned<T>, complaint: impl Into<Complaint>) {
        self.bytes(place.span(), complaint);
    }

    /// Notes a complaint about a stretch of the file.
    pub fn bytes(&mut self, span: std::ops::Range<usize>, complaint: impl Into<Complaint>) {
        match self.out.len().cmp(&FAULTS) {
            Ordering::Less => self.out.push(self.source.bytes(span, complaint)),
            Ordering::Equal => self.out.push(Diagnostic::more(self.source.file)),
            Ordering::Greater => {}
        }
    }

    /// Notes that nothing stands between the quotation marks of a text.
    pub(super) fn filled(&mut self, text: &Spanned<String>, fault: PackFault) {
        if text.get_ref().trim().is_empty() {
            self.at(text, fault);
        }
    }

    /// The same of a text in the three languages.
    pub(super) fn filled_title(&mut self, title: &wire::Title) {
        for text in [&title.en, &title.nb, &title.nn] {
            self.filled(text, PackFault::EmptyTitle);
        }
    }

    fn filled_texts(&mut self, wire: &wire::Pack) {
        for (name, origin) in &wire.origin {
            let name = name.get_ref().clone();
            self.filled(origin, PackFault::EmptyOrigin { name });
        }
        for title in wire.title.values() {
            self.filled_title(title);
        }
        for source in &wire.sources {
            self.filled(source, PackFault::EmptySource);
        }
    }

    /// A word of a closed list; the default where the key is absent or wrong.
    fn term<T: Term>(&mut self, key: &'static str, text: Option<&Spanned<String>>) -> Option<T> {
        let text = text?;
        let found = T::all()
            .iter()
            .copied()
            .find(|term| term.code() == text.get_ref());
        if found.is_none() {
            let among = Among::of(text.get_ref(), T::WORDS.iter().map(|word| word.code));
            let word = text.get_ref().clone();
            self.at(text, PackFault::NoSuchWord { word, key, among });
        }
        found
    }
}

/// Reads `pack.toml`. The manifest is there wherever its parts could be read, so that scripts are
/// checked in the same round.
pub(crate) fn read(source: Source) -> (Option<Manifest>, Vec<Diagnostic>) {
    if let Some(large) = too_large(source) {
        return (None, vec![large]);
    }
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

/// The parameters that the file names and that are not among those that could be read.
fn spoilt(wire: &wire::Pack, parameters: &[Parameter]) -> BTreeSet<String> {
    let named = wire.parameter.iter().map(|own| own.id.get_ref());
    let is_read = |id: &&String| parameters.iter().any(|own| own.id == **id);
    named.filter(|id| !is_read(id)).cloned().collect()
}

/// What there is to say about a file that is not read at all.
pub(crate) fn too_large(source: Source) -> Option<Diagnostic> {
    let (bytes, limit) = (source.text.len(), TOML_BYTES);
    let fault = PackFault::FileTooLarge { bytes, limit };
    (bytes > limit).then(|| Diagnostic::of(source.file, None, fault.into()))
}

impl Reading<'_> {
    fn manifest(&mut self, wire: &wire::Pack) -> Option<Manifest> {
        let fine = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
        let is_fine = |text: &str| !text.is_empty() && text.chars().all(fine);
        if !is_fine(wire.name.get_ref()) {
            let text = wire.name.get_ref().clone();
            self.at(&wire.name, PackFault::NotAName { text });
        }
        if !is_fine(wire.version.get_ref()) {
            let text = wire.version.get_ref().clone();
            self.at(&wire.version, PackFault::NotAVersion { text });
        }
        let kind: Option<Kind> = self.term("kind", Some(&wire.kind));
        let order = self.term("order", wire.order.as_ref());
        let order = order.unwrap_or(Order::Criteria);
        let unknown = self.term("unknown", wire.unknown.as_ref());
        let unknown = unknown.unwrap_or(Placed::Last);
        let digital = self.term("digital", wire.digital.as_ref());
        let digital = digital.unwrap_or(Digital::First);
        self.filled_texts(wire);
        let criteria = self.criteria(wire, kind);
        let parameters = self.parameters(wire);
        let validity = self.validity(wire);
        self.valid_with_values(wire, validity, &parameters);
        let kind = kind?;
        self.numbers_rank(wire, kind);
        if let Some(judges) = &wire.judges
            && judges.get_ref() != kind.judged().code()
        {
            let fault = PackFault::OtherJudges {
                kind: kind.code(),
                judges: kind.judged().code(),
            };
            self.at(judges, fault);
        }
        if kind.takes_one_rule() && criteria.len() > 1 {
            let kind = kind.code();
            self.at(&wire.criteria, PackFault::OneCriterion { kind });
        }
        let class_criteria = self.class_criteria(wire, kind, order, &criteria);
        if kind != Kind::Priority {
            for text in [&wire.order, &wire.unknown].into_iter().flatten() {
                self.at(text, PackFault::PriorityOnly);
            }
        }
        if let Some(text) = wire.digital.as_ref().filter(|_| kind != Kind::Format) {
            self.at(text, PackFault::FormatOnly);
        }
        let actions = self.actions(wire, kind);
        Some(Manifest {
            name: wire.name.get_ref().clone(),
            version: wire.version.get_ref().clone(),
            validity,
            kind,
            order,
            unknown,
            digital,
            criteria,
            class_criteria,
            sources: wire
                .sources
                .iter()
                .map(|own| own.get_ref().clone())
                .collect(),
            actions,
            spoilt: spoilt(wire, &parameters),
            parameters,
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
                let name = name.to_owned();
                self.at(text, PackFault::CriterionTwice { name });
                continue;
            }
            let origin = wire.origin.iter().find(|(own, _)| own.get_ref() == name);
            let title = wire.title.iter().find(|(own, _)| own.get_ref() == name);
            if origin.is_none() {
                let name = name.to_owned();
                self.at(text, PackFault::NoOrigin { name });
            }
            if title.is_none() {
                let name = name.to_owned();
                self.at(text, PackFault::NoTitle { name });
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
            self.at(&wire.criteria, PackFault::NoCriteria);
        }
        for (table, keys) in [
            ("origin", wire.origin.keys().collect::<Vec<_>>()),
            ("title", wire.title.keys().collect()),
            ("number", wire.number.keys().collect()),
        ] {
            for key in keys {
                if !criteria.iter().any(|own| own.name == *key.get_ref()) {
                    let names = criteria.iter().map(|own| own.name.as_str());
                    let fault = PackFault::StrayTable {
                        table,
                        name: key.get_ref().clone(),
                        among: Among::of(key.get_ref(), names),
                    };
                    self.at(key, fault);
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
                let fault = PackFault::NoImpurePlugin {
                    name: own.get_ref().clone(),
                    among: Among::of(own.get_ref(), plugins.by_ref().map(String::as_str)),
                };
                self.at(own, fault);
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
            self.at(last, PackFault::NoClasses);
            return None;
        }
        let place = criteria.iter().position(|own| own.name == *last.get_ref());
        if place.is_none() {
            let names = criteria.iter().map(|own| own.name.as_str());
            let fault = PackFault::NotACriterion {
                name: last.get_ref().clone(),
                among: Among::of(last.get_ref(), names),
            };
            self.at(last, fault);
        }
        place.map(|place| place + 1)
    }

    fn actions(&mut self, wire: &wire::Pack, kind: Kind) -> Actions {
        let mut actions = Vec::new();
        for (key, text) in &wire.action {
            if kind != Kind::Relation {
                self.at(key, PackFault::RelationOnly);
                return Actions(Vec::new());
            }
            let relation: Option<Relation> = self.term("action", Some(key));
            let action: Option<Action> = self.term("action", Some(text));
            actions.extend(relation.zip(action));
        }
        if kind == Kind::Relation {
            for relation in Relation::all() {
                if !wire
                    .action
                    .keys()
                    .any(|key| key.get_ref() == relation.code())
                {
                    let relation = relation.code();
                    self.at(&wire.kind, PackFault::NoAction { relation });
                }
            }
        }
        actions.sort();
        Actions(actions)
    }
}
