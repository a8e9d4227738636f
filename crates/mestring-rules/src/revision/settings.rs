//! What `pack.toml` says of the pack, its criteria and its parameters, key by key, from one version to
//! another.

use std::collections::BTreeMap;

use mestring_model::Lang;
use mestring_model::noun::Relation;
use mestring_model::term::Term;

use super::Setting;
use crate::kind::Kind;
use crate::manifest::{Declared, Manifest};

/// The settings that differ: those of the pack, then of its criteria, then of its parameters, in the
/// order of the new pack. What belongs to a criterion or a parameter that only one of the two has is
/// not repeated: that it is new or gone is told elsewhere.
pub(super) fn settings(before: &Manifest, after: &Manifest) -> Vec<Setting> {
    let relations = before.kind == Kind::Relation && after.kind == Kind::Relation;
    let shared = |own: &(Scope, String, String)| match &own.0 {
        Scope::Pack => true,
        Scope::Relations => relations,
        Scope::Criterion(name) => [before, after]
            .iter()
            .all(|pack| pack.criteria.iter().any(|own| own.name == *name)),
        Scope::Parameter(id) => [before, after]
            .iter()
            .all(|pack| pack.parameters.iter().any(|own| own.id == *id)),
    };
    let old: Vec<_> = said(before).into_iter().filter(shared).collect();
    let new: Vec<_> = said(after).into_iter().filter(shared).collect();
    let by_key = |all: &[(Scope, String, String)]| -> BTreeMap<String, String> {
        all.iter()
            .map(|(_, key, value)| (key.clone(), value.clone()))
            .collect()
    };
    let (old_by_key, new_by_key) = (by_key(&old), by_key(&new));
    let gone = old
        .iter()
        .filter(|(_, key, _)| !new_by_key.contains_key(key));
    let all = new.iter().chain(gone).map(|(_, key, _)| Setting {
        key: key.clone(),
        before: old_by_key.get(key).cloned(),
        after: new_by_key.get(key).cloned(),
    });
    all.filter(|own| own.before != own.after).collect()
}

/// What a line of `pack.toml` speaks of.
enum Scope {
    Pack,
    Relations,
    Criterion(String),
    Parameter(String),
}

/// What a manifest says, as the file writes it: what it speaks of, key and value. What it leaves out is
/// left out.
fn said(own: &Manifest) -> Vec<(Scope, String, String)> {
    let classes = own.class_criteria.and_then(|count| count.checked_sub(1));
    let classes = classes.and_then(|last| own.criteria.get(last));
    let day = |day: Option<chrono::NaiveDate>| day.map(|own| own.to_string());
    let pack = [
        ("name", Some(own.name.clone())),
        ("kind", Some(own.kind.code().to_owned())),
        ("valid_from", day(own.validity.from)),
        ("valid_until", day(own.validity.until)),
        ("order", Some(own.order.code().to_owned())),
        ("unknown", Some(own.unknown.code().to_owned())),
        ("classes_until", classes.map(|own| own.name.clone())),
        ("sources", some(own.sources.join("; "))),
    ];
    let pack = pack.into_iter().filter_map(|(key, value)| {
        let value = value?;
        Some((Scope::Pack, key.to_owned(), value))
    });
    let actions = Relation::all().iter().map(|relation| {
        let action = own.actions.of(*relation).code().to_owned();
        (
            Scope::Relations,
            format!("action.{}", relation.code()),
            action,
        )
    });
    let criteria = own.criteria.iter().flat_map(|criterion| {
        let said = of_criterion(criterion).into_iter();
        said.map(|(key, value)| (Scope::Criterion(criterion.name.clone()), key, value))
    });
    let parameters = own.parameters.iter().map(|parameter| {
        let key = format!("parameter.{}.source", parameter.id);
        (
            Scope::Parameter(parameter.id.clone()),
            key,
            parameter.source.clone(),
        )
    });
    pack.chain(actions)
        .chain(criteria)
        .chain(parameters)
        .collect()
}

fn of_criterion(own: &Declared) -> Vec<(String, String)> {
    let name = &own.name;
    let titles = Lang::ALL.map(|lang| {
        (
            format!("title.{name}.{lang}"),
            own.title.text(lang).to_owned(),
        )
    });
    let mut all = vec![(format!("origin.{name}"), own.origin.clone())];
    all.extend(titles);
    if let Some(number) = &own.number {
        all.extend(
            number
                .unit
                .iter()
                .map(|unit| (format!("number.{name}.unit"), unit.clone())),
        );
        all.push((format!("number.{name}.negated"), number.negated.to_string()));
        for (fact, words) in &number.without {
            all.extend(Lang::ALL.map(|lang| {
                let key = format!("number.{name}.without.{fact}.{lang}");
                (key, words.text(lang).to_owned())
            }));
        }
    }
    all
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
