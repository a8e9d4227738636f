//! What a choice of packs comes to, and what is said of it.

use std::collections::BTreeMap;

use mestring_model::Settings;
use mestring_model::desk::PackChoice;
use mestring_rules::{Pack, Plugins};

use super::Packs;

/// A pack of one rule that answers a constant, with a case that expects `expect`.
fn files(name: &str, kind: &str, answers: &str, expect: &str) -> BTreeMap<String, String> {
    let manifest = format!(
        "name = \"{name}\"\nversion = \"2.0.0\"\nkind = \"{kind}\"\ncriteria = [\"rule\"]\n\
         origin.rule = \"local choice\"\ntitle.rule = {{ en = \"Rule\", nb = \"Regel\", nn = \"Regel\" }}\n"
    );
    let case =
        format!("[[case]]\nname = \"a case\"\nexpect = {expect}\nbecause = \"somebody said so\"\n");
    [
        ("pack.toml", manifest),
        ("rule.rhai", format!("// What: a constant.\n{answers}\n")),
        ("rule.test.toml", case),
    ]
    .map(|(file, text)| (file.to_owned(), text))
    .into()
}

fn shipped(name: &str) -> BTreeMap<String, String> {
    mestring_packs::files(name).unwrap()
}

fn folder(path: &str) -> PackChoice {
    PackChoice::Folder(path.to_owned())
}

fn by_name(name: &str, version: Option<&str>) -> PackChoice {
    PackChoice::Shipped {
        name: name.to_owned(),
        version: version.map(str::to_owned),
    }
}

type Given<'a> = (&'a str, PackChoice, Option<BTreeMap<String, String>>);

/// What a desk.toml with these keys comes to: the packs in use and what was found, or the error.
fn chosen(given: Vec<Given<'_>>) -> Result<String, String> {
    let mut settings = Settings::default();
    let mut folders = BTreeMap::new();
    for (key, choice, files) in given {
        settings.packs.insert(key.to_owned(), choice);
        folders.extend(files.map(|files| (key.to_owned(), files)));
    }
    let chosen = Packs::chosen(&settings, &folders, &Plugins::default());
    let (packs, findings) = chosen.map_err(|error| format!("{}: {error}", error.code()))?;
    let mut said: Vec<String> = packs.all().map(Pack::id).collect();
    said.extend(findings.iter().map(ToString::to_string));
    Ok(said.join("\n"))
}

#[test]
fn a_choice_of_packs_is_taken_with_what_is_worth_knowing_about_it() {
    let plain = "priority 1.0.0
format 1.0.0
activity 1.0.1
user_knowledge 1.0.1
relation 1.2.0
obligation 1.0.0
class 1.0.0
eligibility 1.0.0
preference 1.1.0";
    assert_eq!(chosen(Vec::new()).unwrap(), plain);
    let copy = (
        "priority",
        folder("rules/priority"),
        Some(shipped("priority")),
    );
    assert_eq!(chosen(vec![copy]).unwrap(), plain);

    // A requirement under a shipped one's key takes its place, under another key it stands beside.
    let own = files("moving", "requirement", "true", "true");
    let instead = chosen(vec![("activity", folder("x"), Some(own.clone()))]).unwrap();
    assert_eq!(instead, plain.replace("activity 1.0.1", "moving 2.0.0"));
    let beside = chosen(vec![("bevegelse", folder("x"), Some(own))]).unwrap();
    assert!(
        beside.contains("activity 1.0.1\nmoving 2.0.0\n"),
        "{beside}"
    );

    let older = by_name("priority", Some("0.9.0"));
    let unused = files("who_pays", "funding", "true", "true");
    let wrong = files("turned", "priority", "false", "true");
    insta::assert_snapshot!(
        chosen(vec![
            ("priority", folder("rules/turned"), Some(wrong)),
            ("relation", by_name("relation", Some("0.9.0")), None),
            ("pay", folder("rules/pay"), Some(unused)),
        ]).unwrap(),
        @r"
        turned 2.0.0
        format 1.0.0
        activity 1.0.1
        user_knowledge 1.0.1
        relation 1.2.0
        obligation 1.0.0
        class 1.0.0
        eligibility 1.0.0
        preference 1.1.0
        warning C011: desk.toml: the desk was written for relation 0.9.0, and 1.2.0 is shipped; read what changed, then write `1.2.0`; or keep the old pack in a folder of your own
        warning C012: rules/pay: no question uses a pack of kind `funding`, such as `who_pays 2.0.0`; leave it out here
        error C021: rules/turned/rule.test.toml, row 3: the pack turned 2.0.0 does not answer as its own cases expect, so its answers may be wrong: 1 of 1 fail, the first `a case` expects yes, and the rule answers no; run `mestring rules test rules/turned`, then mend the rule or the case
        "
    );
    assert!(
        chosen(vec![("priority", older, None)])
            .unwrap()
            .contains("C011")
    );
}

#[test]
fn a_choice_that_cannot_be_meant_is_refused() {
    let relation = || Some(shipped("relation"));
    let priority = || Some(files("own", "priority", "true", "true"));
    let requirement = || Some(files("own", "requirement", "true", "true"));
    let cases: [(&str, Vec<Given<'_>>); 8] = [
        (
            "no such name",
            vec![("priority", by_name("priorty", None), None)],
        ),
        (
            "nothing near",
            vec![("priority", by_name("xyz", None), None)],
        ),
        (
            "a folder that was not read",
            vec![("priority", folder("rules/p"), None)],
        ),
        (
            "a relation pack as priority",
            vec![("priority", folder("r"), relation())],
        ),
        (
            "a key in Norwegian",
            vec![("prioritering", folder("r"), relation())],
        ),
        (
            "a relation pack in the place of a requirement",
            vec![("activity", folder("r"), relation())],
        ),
        (
            "two priority packs",
            vec![
                ("first", folder("rules/a"), priority()),
                ("second", folder("rules/b"), priority()),
            ],
        ),
        (
            "two requirements of one name",
            vec![
                ("first", folder("rules/a"), requirement()),
                ("second", folder("rules/b"), requirement()),
            ],
        ),
    ];
    let said = cases.map(|(what, given)| format!("{what}\n  {}\n", chosen(given).unwrap_err()));
    insta::assert_snapshot!(said.concat(), @r"
        no such name
          C010: desk.toml chooses the shipped pack `priorty` under `priority`, and there is none; did you mean `priority`?
        nothing near
          C010: desk.toml chooses the shipped pack `xyz` under `priority`, and there is none; the shipped packs are activity, class, eligibility, format, obligation, preference, priority, relation, user_knowledge
        a folder that was not read
          C016: desk.toml takes the pack `priority` from the folder `rules/p`, and its files were not given; read the folder first
        a relation pack as priority
          C017: desk.toml gives `priority` a pack of kind `relation`, and `priority` takes one of kind `priority`; choose another pack there, or choose this one under `relation`
        a key in Norwegian
          C017: desk.toml gives `prioritering` a pack of kind `relation`, and `prioritering` takes one of kind `priority`; choose another pack there, or choose this one under `relation`
        a relation pack in the place of a requirement
          C017: desk.toml gives `activity` a pack of kind `relation`, and `activity` takes one of kind `requirement`; choose another pack there, or choose this one under `relation`
        two priority packs
          C018: `rules/a` and `rules/b` are both packs of kind `priority`, and only one can decide; leave one out
        two requirements of one name
          C019: `rules/a` and `rules/b` are both requirements by the name `own`; give one of them another `name` in its pack.toml
        ");
}

#[test]
fn a_pack_given_to_one_question_takes_the_place_of_its_kind() {
    let pack = |files| Pack::load(&files, &Plugins::default()).unwrap();
    let packs = Packs::shipped().unwrap();
    let own = pack(files("own", "priority", "true", "true"));
    let given = vec![("rules/own".to_owned(), own.clone())];
    let (with, findings) = packs.clone().with_given(given).unwrap();
    assert_eq!(
        (with.priority().id(), findings.len()),
        ("own 2.0.0".to_owned(), 0)
    );
    let twice = vec![("a".to_owned(), own.clone()), ("b".to_owned(), own)];
    assert_eq!(packs.clone().with_given(twice).unwrap_err().code(), "C018");
    let unused = pack(files("who_pays", "funding", "true", "true"));
    assert_eq!(packs.with(unused).unwrap_err().code(), "C012");
}

/// A requirement by the name `r` that is in force between two days, in a folder.
fn dated(
    place: &str,
    from: Option<&str>,
    until: Option<&str>,
) -> (String, BTreeMap<String, String>) {
    let mut files = files("r", "requirement", "true", "true");
    let day = |key: &str, day: Option<&str>| {
        day.map_or_else(String::new, |day| format!("{key} = {day}\n"))
    };
    let days = format!("{}{}", day("valid_from", from), day("valid_until", until));
    let manifest = files["pack.toml"].replacen("kind =", &format!("{days}kind ="), 1);
    files.insert("pack.toml".to_owned(), manifest);
    (place.to_owned(), files)
}

#[test]
fn of_several_packs_by_one_name_the_one_in_force_is_taken() {
    let old = || dated("old", None, Some("2025-12-31"));
    let new = || dated("new", Some("2026-01-01"), Some("2026-12-31"));
    let later = || dated("later", Some("2028-01-01"), None);
    let always = || dated("always", None, None);
    let check = |packs: Vec<(String, BTreeMap<String, String>)>, on: &str, expect: &str| {
        let on = on.parse().unwrap();
        let chosen = Packs::given_in_force(packs.clone(), on, &Plugins::default());
        let said = match &chosen {
            Ok(all) => all.iter().map(|(place, _)| place.as_str()).collect(),
            Err(error) => format!("{}: {error}", error.code()),
        };
        assert_eq!(said, expect, "{on}");
        // The same by a key of desk.toml.
        let folders = [("r".to_owned(), packs)].into();
        let by_key = Packs::in_force(folders, Some(on), &Plugins::default());
        assert_eq!(by_key.is_ok(), chosen.is_ok());
        if let (Ok(by_key), Ok(chosen)) = (by_key, chosen) {
            let pack = Pack::load(&by_key["r"], &Plugins::default()).unwrap();
            assert_eq!(pack.hash(), chosen[0].1.hash());
        }
    };
    check(vec![old(), new(), later()], "2025-12-31", "old");
    check(vec![later(), new(), old()], "2026-01-01", "new");
    check(vec![old(), new(), later()], "2027-03-01", "new");
    check(
        vec![later(), dated("x", Some("2029-01-01"), None)],
        "2027-03-01",
        "later",
    );
    check(
        vec![new(), always()],
        "2026-06-01",
        "C036: `new` and `always` are both in force on 2026-06-01; let one of them end before the \
         other begins, with `valid_until` and `valid_from` in pack.toml",
    );
    check(vec![new(), always()], "2027-06-01", "always");
}

#[test]
fn a_folder_of_packs_needs_one_that_its_key_means() {
    let packs = vec![dated("a", None, None), dated("b", None, None)];
    let chosen = |key: &str, packs: &[_], on: Option<&str>| {
        let folders = [(key.to_owned(), packs.to_vec())].into();
        let on = on.map(|on| on.parse().unwrap());
        match Packs::in_force(folders, on, &Plugins::default()) {
            Ok(all) => format!("{:?}", all.keys()),
            Err(error) => format!("{}: {error}", error.code()),
        }
    };
    insta::assert_snapshot!(chosen("priority", &packs, None), @"C035: desk.toml takes the pack `priority` from a folder of several, and none of them is called so or of that kind; they are r 2.0.0, r 2.0.0");
    insta::assert_snapshot!(chosen("requirement", &packs, None), @"C036: `a` and `b` are both in force; let one of them end before the other begins, with `valid_until` and `valid_from` in pack.toml");
    insta::assert_snapshot!(chosen("priority", &packs[..1], None), @r#"["priority"]"#);
}

#[test]
fn a_pack_outside_its_validity_is_said_with_its_date_and_what_to_do() {
    let (place, files) = dated("old", Some("2025-01-01"), Some("2025-12-31"));
    let pack = Pack::load(&files, &Plugins::default()).unwrap();
    let packs = Packs::shipped()
        .unwrap()
        .with_given(vec![(place, pack)])
        .unwrap()
        .0;
    let said = |on: &str| {
        let found = packs.outside_validity(on.parse().unwrap());
        found
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(said("2025-06-01"), "");
    insta::assert_snapshot!(said("2024-12-31"), @"warning C034: r/pack.toml: the pack r 2.0.0 is in force from 2025-01-01, and the question is of 2024-12-31: its answers do not hold yet; use the pack that is in force on the day, or correct `valid_from` in its pack.toml");
    insta::assert_snapshot!(said("2026-01-01"), @"warning C034: r/pack.toml: the pack r 2.0.0 was in force until 2025-12-31, and the question is of 2026-01-01: its answers hold no longer; use the pack that is in force on the day, or correct `valid_until` in its pack.toml");
}
