//! What `pack.toml` says of the pack, its criteria and its parameters, key by key, from one version to
//! another.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Lang;
use mestring_model::noun::Relation;
use mestring_model::term::Term;

use super::Setting;
use crate::kind::Kind;
use crate::manifest::{Declared, Manifest};

/// The settings that differ: those of the pack, then of its criteria, then of its parameters, in the
/// order of the new pack, then those that only the old one has. What belongs to a criterion or a
/// parameter that only one of the two has is not repeated: that it is new or gone is told elsewhere.
pub(super) fn settings(before: &Manifest, after: &Manifest) -> Vec<Setting> {
    let (old, new) = (said(before, after), said(after, before));
    let by_key: BTreeMap<&String, &String> = old.iter().map(|(key, value)| (key, value)).collect();
    let kept: BTreeSet<&String> = new.iter().map(|(key, _)| key).collect();
    let all = new.iter().map(|(key, value)| Setting {
        key: key.clone(),
        before: by_key.get(key).map(|value| (*value).clone()),
        after: Some(value.clone()),
    });
    let gone = old.iter().filter(|(key, _)| !kept.contains(key));
    let gone = gone.map(|(key, value)| Setting {
        key: key.clone(),
        before: Some(value.clone()),
        after: None,
    });
    all.filter(|own| own.before != own.after)
        .chain(gone)
        .collect()
}

/// What a manifest says that another one can say too: keys and values as the file writes them. What it
/// leaves out is left out.
fn said(own: &Manifest, other: &Manifest) -> Vec<(String, String)> {
    let classes = own.class_criteria.and_then(|count| count.checked_sub(1));
    let classes = classes.and_then(|last| own.criteria.get(last));
    let day = |day: Option<chrono::NaiveDate>| day.map(|own| own.to_string());
    let digital = (own.kind == Kind::Format).then_some(own.digital.code());
    let sources = own.sources.join("; ");
    let pack = [
        ("name", Some(own.name.clone())),
        ("kind", Some(own.kind.code().to_owned())),
        ("valid_from", day(own.validity.from)),
        ("valid_until", day(own.validity.until)),
        ("order", Some(own.order.code().to_owned())),
        ("unknown", Some(own.unknown.code().to_owned())),
        ("classes_until", classes.map(|own| own.name.clone())),
        ("digital", digital.map(|own| own.to_owned())),
        ("sources", Some(sources).filter(|own| !own.is_empty())),
    ];
    let mut all: Vec<(String, String)> = pack
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)))
        .collect();
    if own.kind == Kind::Relation && other.kind == Kind::Relation {
        all.extend(Relation::all().iter().map(|relation| {
            let action = own.actions.of(*relation).code().to_owned();
            (format!("action.{}", relation.code()), action)
        }));
    }
    for criterion in &own.criteria {
        if other.criteria.iter().any(|own| own.name == criterion.name) {
            all.extend(of_criterion(criterion));
        }
    }
    for parameter in &own.parameters {
        if other.parameters.iter().any(|own| own.id == parameter.id) {
            let key = format!("parameter.{}.source", parameter.id);
            all.push((key, parameter.source.clone()));
        }
    }
    all
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
