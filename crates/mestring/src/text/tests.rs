use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use mestring_model::Fact;
use mestring_model::facts::{FactType, FactValue, Judged};
use mestring_model::quantity::Ore;

use super::*;

/// The variables of every text of a language, by id.
fn variables(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (topic, text) in files(lang) {
        let resource = FluentResource::try_new((*text).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{lang}/{topic}.ftl: {errors:?}"));
        assert!(
            resource.entries().next().is_some(),
            "{lang}/{topic}.ftl is empty"
        );
        for message in text.split_inclusive('\n').fold(Vec::new(), messages) {
            let (id, pattern) = message.split_once(" =").unwrap();
            let used = pattern.split('$').skip(1).map(|rest| {
                let end = rest
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(rest.len());
                rest[..end].to_owned()
            });
            let earlier = all.insert(id.to_owned(), used.collect());
            assert!(earlier.is_none(), "{lang}: `{id}` stands twice");
        }
    }
    all
}

/// Gathers lines to messages: one begins where a line begins with a letter.
fn messages(mut all: Vec<String>, line: &str) -> Vec<String> {
    if line.starts_with(|c: char| c.is_ascii_lowercase()) {
        all.push(line.to_owned());
    } else if let Some(last) = all.last_mut()
        && !line.starts_with('#')
    {
        last.push_str(line);
    }
    all
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    let english = variables(Lang::En);
    assert!(
        english.len() > 100,
        "only {} texts were looked at",
        english.len()
    );
    for lang in [Lang::Nb, Lang::Nn] {
        let own = variables(lang);
        let ids = |all: &BTreeMap<String, _>| all.keys().cloned().collect::<BTreeSet<_>>();
        let differ: Vec<_> = ids(&english)
            .symmetric_difference(&ids(&own))
            .cloned()
            .collect();
        assert!(differ.is_empty(), "{lang}: {differ:?}");
        for (id, expect) in &english {
            assert_eq!(&own[id], expect, "{lang}: {id}");
        }
    }
}

#[test]
fn where_a_run_stands_in_the_order_is_never_called_a_place() {
    // A place is a seat, or capacity that a run gets; who reads of the order must not think of it.
    let labels = [
        "plan-column-rank",
        "plan-label-places",
        "explain-label-number",
    ];
    let ranks = ["rank", "best", "worst", "risen", "fallen"];
    for lang in [Lang::En, Lang::Nb, Lang::Nn] {
        let mut seen = 0;
        for (topic, text) in files(lang) {
            for message in text.split_inclusive('\n').fold(Vec::new(), messages) {
                let (id, pattern) = message.split_once(" =").unwrap();
                let says = ranks
                    .iter()
                    .any(|own| pattern.contains(&format!("${own} ")));
                if !says && !labels.contains(&id) {
                    continue;
                }
                let mut words = pattern.split(|c: char| !c.is_alphabetic());
                let place = words.find(|word| {
                    let word = word.to_lowercase();
                    word.starts_with("plass") || word == "place" || word == "places"
                });
                assert_eq!(place, None, "{lang}/{topic}.ftl: {id}");
                seen += 1;
            }
        }
        assert!(
            seen >= labels.len() + 5,
            "{lang}: only {seen} texts were looked at"
        );
    }
}

#[test]
fn numbers_dates_and_money_are_written_as_the_language_writes_them() {
    let [en, nb, nn] = Lang::ALL.map(Texts::new);
    let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
    assert_eq!(
        [en.date(day), nb.date(day), nn.date(day)],
        ["2026-12-31", "31.12.2026", "31.12.2026"]
    );
    assert_eq!(
        [en.number(-1234.5), nb.number(-1234.5)],
        ["-1234.5", "-1234,5"]
    );
    assert_eq!([en.number(-0.001), nb.number(1.0 / 3.0)], ["0", "0,33"]);
    assert_eq!(
        [en.count(45_600), nn.count(45_600)],
        ["45,600", "45\u{a0}600"]
    );
    assert_eq!(en.money(Ore(1_200_050)), "NOK 12,000.50");
    assert_eq!(nb.money(Ore(1_200_050)), "12\u{a0}000,50 kr");
    assert_eq!(
        [en.minutes(810), nb.minutes(810)],
        ["13.5 hours", "13,5 timer"]
    );
    assert_eq!([nb.percent(1652), nb.percent(10_000)], ["16,5 %", "100 %"]);
    // A count inside a text is written the same way.
    assert_eq!(
        nb.say("unit-days", &[("count", 12_345_i64.into())]),
        "12\u{a0}345 dager"
    );
}

#[test]
fn what_is_not_declared_is_printed_in_brackets_and_what_is_missing_shows() {
    let texts = Texts::new(Lang::Nn);
    assert_eq!(texts.plain("plan-no-such-text"), "[plan-no-such-text]");
    assert_eq!(texts.say("unit-days", &[]), "{$count} dagar");
    assert_eq!(texts.list(Vec::<String>::new()), "");
    assert_eq!(texts.list(["a"]), "a");
}

#[test]
fn every_unit_of_a_fact_has_its_words() {
    let texts = Texts::new(Lang::Nb);
    let mut seen = 0;
    for judged in Judged::ALL {
        for fact in judged
            .facts()
            .iter()
            .filter(|fact| fact.kind == FactType::Int)
        {
            let value = texts.fact_value(judged, fact.name, &Fact::Known(FactValue::Int(2)));
            let has_words = value.chars().any(|c| c.is_alphabetic() || c == '%');
            assert_eq!(
                has_words,
                fact.unit.is_some(),
                "{judged}.{}: {value}",
                fact.name
            );
            seen += 1;
        }
    }
    assert!(seen > 10, "only {seen} facts were looked at");
}

#[test]
fn facts_are_named_in_the_language() {
    let check = |lang, judged, name, value: Fact<FactValue>| {
        let texts = Texts::new(lang);
        format!(
            "{}: {}",
            texts.fact_name(judged, name),
            texts.fact_value(judged, name, &value)
        )
    };
    let known = |value| Fact::Known(value);
    let nb = |name, value| check(Lang::Nb, Judged::Run, name, value);
    assert_eq!(
        nb("waiting", known(FactValue::Int(1))),
        "ventende: 1 person"
    );
    assert_eq!(
        nb("level", known(FactValue::Text("municipal".into()))),
        "nivå: kommunalt"
    );
    assert_eq!(
        nb("hours", known(FactValue::Number(13.5))),
        "timer: 13,5 timer"
    );
    assert_eq!(
        nb("referral", Fact::Unknown),
        "henvisning: spurt, ikke kjent"
    );
    assert_eq!(
        nb("professions", known(FactValue::List([].into()))),
        "faggrupper: ingen"
    );
    assert_eq!(
        check(
            Lang::En,
            Judged::Run,
            "user_delivery",
            known(FactValue::List(
                ["peer".into(), "user_representative".into()].into()
            ))
        ),
        "user delivery: peer and user representative"
    );
    assert_eq!(
        check(Lang::Nn, Judged::Pair, "time", Fact::NotStated),
        "tidsforhold: ikkje oppgitt"
    );
}
