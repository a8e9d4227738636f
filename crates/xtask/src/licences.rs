//! The licences of everything that the workspace is built from, against the list in `deny.toml`.
//!
//! `cargo deny` does this and more, and is not on every machine; what a machine lacks would go
//! unchecked. Licences are expressions of SPDX 2.3, annex D, as `Cargo.toml` holds them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::shop::Shop;
use crate::steps::Done;

/// What `deny.toml` lets in.
#[derive(Debug, Default)]
struct Allowed {
    everywhere: BTreeSet<String>,
    /// More, for single crates.
    of_crate: BTreeMap<String, BTreeSet<String>>,
}

/// Refuses a crate whose licence is not on the list.
///
/// # Errors
/// The crates, with their licences.
pub fn check(shop: &mut Shop<'_>) -> Result<Done, String> {
    let list = shop.read("deny.toml").ok_or("there is no deny.toml")?;
    let allowed = allowed(&list)?;
    let crates = crates(&shop.metadata("--all-features")?);
    if crates.len() < 100 {
        return Err(format!(
            "`cargo metadata` names only {} crates",
            crates.len()
        ));
    }
    let refused: Vec<String> = crates
        .iter()
        .filter_map(|(name, licence)| refusal(&allowed, name, licence.as_deref()))
        .collect();
    if refused.is_empty() {
        Ok(Done::note(format!("{} crates", crates.len())))
    } else {
        Err(format!(
            "{}; take another crate, or add a permissive licence to deny.toml",
            refused.join("; ")
        ))
    }
}

fn allowed(list: &str) -> Result<Allowed, String> {
    let list: toml::Table = list
        .parse()
        .map_err(|e| format!("deny.toml is no TOML: {e}"))?;
    let licences = list.get("licenses");
    let texts = |value: Option<&toml::Value>| -> BTreeSet<String> {
        let all = value.and_then(toml::Value::as_array).into_iter().flatten();
        all.filter_map(|own| own.as_str().map(str::to_owned))
            .collect()
    };
    let key = |name: &str| licences.and_then(|own| own.get(name));
    let mut allowed = Allowed {
        everywhere: texts(key("allow")),
        ..Allowed::default()
    };
    let exceptions = key("exceptions").and_then(toml::Value::as_array);
    for own in exceptions.into_iter().flatten() {
        if let Some(name) = own.get("crate").and_then(toml::Value::as_str) {
            let more = texts(own.get("allow"));
            allowed.of_crate.insert(name.to_owned(), more);
        }
    }
    if allowed.everywhere.is_empty() {
        return Err("deny.toml allows no licence; is `[licenses] allow` still its name?".into());
    }
    Ok(allowed)
}

/// The crates that come from outside, with their licences.
fn crates(metadata: &Value) -> Vec<(String, Option<String>)> {
    let packages = metadata.get("packages").and_then(Value::as_array);
    let outside = packages
        .into_iter()
        .flatten()
        .filter(|own| own.get("source").is_some_and(Value::is_string));
    let text = |own: &Value, key: &str| own.get(key).and_then(Value::as_str).map(str::to_owned);
    outside
        .filter_map(|own| Some((text(own, "name")?, text(own, "license"))))
        .collect()
}

fn refusal(allowed: &Allowed, name: &str, licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else {
        return Some(format!("`{name}` names no licence"));
    };
    let own = allowed.of_crate.get(name);
    let lets =
        |id: &str| allowed.everywhere.contains(id) || own.is_some_and(|more| more.contains(id));
    match fits(licence, &lets) {
        Some(true) => None,
        Some(false) => Some(format!("`{name}` is under {licence}")),
        None => Some(format!(
            "`{name}` has a licence that cannot be read: {licence}"
        )),
    }
}

/// Whether an expression is met by licences that are let in; none where it is no expression.
fn fits(licence: &str, lets: &dyn Fn(&str) -> bool) -> Option<bool> {
    // Older crates write `MIT/Apache-2.0` for either.
    let spaced = licence
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut left = words.as_slice();
    let met = any(&mut left, lets)?;
    left.is_empty().then_some(met)
}

fn any(left: &mut &[&str], lets: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut met = all(left, lets)?;
    while let Some((&"OR", rest)) = left.split_first() {
        *left = rest;
        met |= all(left, lets)?;
    }
    Some(met)
}

fn all(left: &mut &[&str], lets: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut met = one(left, lets)?;
    while let Some((&"AND", rest)) = left.split_first() {
        *left = rest;
        met &= one(left, lets)?;
    }
    Some(met)
}

fn one(left: &mut &[&str], lets: &dyn Fn(&str) -> bool) -> Option<bool> {
    let (first, rest) = left.split_first()?;
    *left = rest;
    match *first {
        "(" => {
            let met = any(left, lets)?;
            let (&")", rest) = left.split_first()? else {
                return None;
            };
            *left = rest;
            Some(met)
        }
        ")" | "OR" | "AND" | "WITH" => None,
        id => match *left {
            ["WITH", exception, rest @ ..] => {
                *left = rest;
                Some(lets(&format!("{id} WITH {exception}")))
            }
            // A plus stands for later versions too; the first is enough.
            _ => Some(lets(id.trim_end_matches('+'))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "[licenses]\n\
        allow = [\"MIT\", \"ISC\", \"Apache-2.0 WITH LLVM-exception\"]\n\
        exceptions = [{ crate = \"smartstring\", allow = [\"MPL-2.0\"] }]";

    #[test]
    fn a_licence_is_let_in_where_the_list_meets_its_expression() {
        let allowed = allowed(LIST).unwrap();
        for (name, licence, refused) in [
            ("a", "MIT", false),
            ("a", "GPL-3.0-only", true),
            ("a", "MIT OR GPL-3.0-only", false),
            ("a", "MIT/GPL-3.0-only", false),
            ("a", "MIT AND GPL-3.0-only", true),
            ("a", "(GPL-3.0-only OR MIT) AND ISC", false),
            ("a", "GPL-3.0-only OR MIT AND ISC", false),
            ("a", "(GPL-3.0-only OR MIT) AND Zlib", true),
            ("a", "Apache-2.0 WITH LLVM-exception", false),
            ("a", "Apache-2.0", true),
            ("smartstring", "MPL-2.0+", false),
            ("a", "MPL-2.0", true),
            ("a", "MIT OR", true),
            ("a", "MIT ISC", true),
            ("a", "(MIT", true),
            ("a", "", true),
        ] {
            let told = refusal(&allowed, name, Some(licence));
            assert_eq!(told.is_some(), refused, "{name}: {licence}: {told:?}");
        }
        assert!(refusal(&allowed, "a", None).is_some());
    }

    #[test]
    fn what_comes_from_outside_is_read_from_the_metadata() {
        let metadata = serde_json::json!({"packages": [
            {"name": "own", "source": null, "license": "Apache-2.0"},
            {"name": "far", "source": "registry+x", "license": "MIT"},
            {"name": "bare", "source": "registry+x", "license": null}]});
        let far = ("far".to_owned(), Some("MIT".to_owned()));
        assert_eq!(crates(&metadata), [far, ("bare".to_owned(), None)]);
        assert!(allowed("[bans]\n").is_err());
    }
}
