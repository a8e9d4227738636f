//! What changes between two sets of packs, as columns of frames.

use chrono::NaiveDate;
use mestring::decide::Comparison;
use mestring::decide::compare::gate::{Broken, Look};
use mestring::decide::compare::{Counts, Effect, Group, PackPair};
use mestring_model::Answer;
use mestring_model::id::RunId;
use mestring_model::term::Term;
use mestring_rules::revision::{Period, ValueOnDate};

use super::plan::moved;
use super::{Columns, count, dates, text, texts, whole, yes_no};

/// The frames of a comparison, by name; those of what was not compared have no rows.
pub fn compare(comparison: &Comparison, looks: &[Look]) -> Vec<(&'static str, Columns)> {
    vec![
        ("packs", packs(&comparison.packs)),
        ("parameters", parameters(comparison)),
        ("later_days", later_days(comparison)),
        ("runs", moved(comparison.runs.as_ref())),
        ("effects", effects(comparison)),
        ("answers", answers(comparison)),
        ("relations", relations(comparison)),
        ("obligations", obligations(comparison)),
        ("gate", gate(looks)),
    ]
}

fn packs(pairs: &[PackPair]) -> Columns {
    let word =
        |name, of: &dyn Fn(&PackPair) -> String| text(name, pairs.iter().map(|own| Some(of(own))));
    vec![
        word("kind", &|own| own.kind.code().to_owned()),
        word("name_before", &|own| own.before.pack.name.clone()),
        word("name_after", &|own| own.after.pack.name.clone()),
        word("version_before", &|own| own.before.pack.version.clone()),
        word("version_after", &|own| own.after.pack.version.clone()),
        word("hash_before", &|own| own.before.pack.hash.clone()),
        word("hash_after", &|own| own.after.pack.hash.clone()),
        whole(
            "failed_before",
            pairs.iter().map(|own| count(own.before.failed.len())),
        ),
        whole(
            "failed_after",
            pairs.iter().map(|own| count(own.after.failed.len())),
        ),
        yes_no(
            "in_force_before",
            pairs.iter().map(|own| Some(own.before.outside.is_none())),
        ),
        yes_no(
            "in_force_after",
            pairs.iter().map(|own| Some(own.after.outside.is_none())),
        ),
    ]
}

/// The periods in which a parameter differs, a row each.
fn parameters(comparison: &Comparison) -> Columns {
    let pairs = comparison.packs.iter();
    let rows: Vec<(&PackPair, &str, &Period)> = pairs
        .flat_map(|pair| {
            let parameters = pair.revision.parameters.iter();
            parameters.flat_map(move |own| {
                let periods = own.periods.iter();
                periods.map(move |period| (pair, own.id.as_str(), period))
            })
        })
        .collect();
    let value = |name, side: fn(&Period) -> &Option<ValueOnDate>| {
        let values = rows.iter().map(|(.., own)| side(own).as_ref());
        text(name, values.map(|own| Some(own?.value.to_string())))
    };
    let unit = |name, side: fn(&Period) -> &Option<ValueOnDate>| {
        let values = rows.iter().map(|(.., own)| side(own).as_ref());
        text(name, values.map(|own| own?.unit.clone()))
    };
    vec![
        text(
            "kind",
            rows.iter()
                .map(|(pair, ..)| Some(pair.kind.code().to_owned())),
        ),
        text(
            "name",
            rows.iter()
                .map(|(pair, ..)| Some(pair.after.pack.name.clone())),
        ),
        text(
            "parameter",
            rows.iter().map(|(_, id, _)| Some((*id).to_owned())),
        ),
        dates("from", rows.iter().map(|(.., own)| Some(own.from))),
        dates("until", rows.iter().map(|(.., own)| own.until)),
        value("before", |own| &own.before),
        value("after", |own| &own.after),
        unit("unit_before", |own| &own.before),
        unit("unit_after", |own| &own.after),
        yes_no(
            "asked",
            rows.iter()
                .map(|(.., own)| Some(own.holds(comparison.as_of))),
        ),
    ]
}

/// The days after that of the questions on which a pack of either side changes, a row for each pack.
fn later_days(comparison: &Comparison) -> Columns {
    let pairs = comparison.packs.iter();
    let rows: Vec<(&PackPair, NaiveDate)> = pairs
        .flat_map(|pair| {
            let days = pair.revision.later_days(comparison.as_of);
            days.map(move |day| (pair, day))
        })
        .collect();
    vec![
        text(
            "kind",
            rows.iter()
                .map(|(pair, _)| Some(pair.kind.code().to_owned())),
        ),
        text(
            "name",
            rows.iter()
                .map(|(pair, _)| Some(pair.after.pack.name.clone())),
        ),
        dates("day", rows.iter().map(|(_, day)| Some(*day))),
    ]
}

fn effects(comparison: &Comparison) -> Columns {
    let runs = comparison.runs.iter();
    let rows: Vec<(&'static str, &Effect)> = runs
        .flat_map(|runs| &runs.effects)
        .flat_map(|by| by.groups.iter().map(|group| (by.by.code(), group)))
        .collect();
    let number = |name, of: fn(&Counts) -> usize| {
        whole(name, rows.iter().map(|(_, own)| count(of(&own.counts))))
    };
    let sum = |name, of: fn(&Counts) -> i64| {
        whole(name, rows.iter().map(|(_, own)| Some(of(&own.counts))))
    };
    vec![
        text("by", rows.iter().map(|(by, _)| Some((*by).to_owned()))),
        text("group", rows.iter().map(|(_, own)| Some(group(&own.group)))),
        number("runs", |own| own.runs),
        number("placed_before", |own| own.placed_before),
        number("placed_after", |own| own.placed_after),
        number("gained", |own| own.gained),
        number("lost", |own| own.lost),
        sum("seats_before", |own| own.seats_before.known),
        sum("seats_after", |own| own.seats_after.known),
        number("without_seats_before", |own| own.seats_before.without),
        number("without_seats_after", |own| own.seats_after.without),
        sum("expected_before", |own| own.expected_before.known),
        sum("expected_after", |own| own.expected_after.known),
        number("without_expected_before", |own| own.expected_before.without),
        number("without_expected_after", |own| own.expected_after.without),
        number("ranks_up", |own| own.risen),
        number("ranks_down", |own| own.fallen),
        texts("members", {
            let members = rows.iter().map(|(_, own)| &own.runs);
            members.map(|runs| Some(runs.iter().map(RunId::to_string).collect()))
        }),
    ]
}

/// A group's id; organisations and units say which they are.
fn group(own: &Group) -> String {
    match own {
        Group::TargetGroup(id) => id.to_string(),
        Group::Organisation(id) => format!("organisation:{id}"),
        Group::Unit(id) => format!("unit:{id}"),
        Group::Municipality(number) => (*number).to_owned(),
        Group::Level(level) => level.code().to_owned(),
        Group::Everyone => "everyone".to_owned(),
        Group::NotStated => "not_stated".to_owned(),
        Group::Unknown => "unknown".to_owned(),
    }
}

fn answers(comparison: &Comparison) -> Columns {
    let rows: Vec<_> = comparison
        .answers
        .iter()
        .flat_map(|pack| pack.rules.iter().map(move |rule| (pack, rule)))
        .flat_map(|(pack, rule)| rule.changed.iter().map(move |own| (pack, rule, own)))
        .collect();
    let answer = |answer: &Answer| Some(answer.to_string());
    vec![
        text(
            "pack",
            rows.iter().map(|(pack, ..)| Some(pack.pack.clone())),
        ),
        text(
            "rule",
            rows.iter().map(|(_, own, _)| Some(own.rule.name.clone())),
        ),
        text(
            "run",
            rows.iter().map(|(.., own)| Some(own.run.to_string())),
        ),
        text(
            "before",
            rows.iter().map(|(.., own)| answer(&own.before.answer)),
        ),
        text(
            "after",
            rows.iter().map(|(.., own)| answer(&own.after.answer)),
        ),
    ]
}

fn relations(comparison: &Comparison) -> Columns {
    let compared = comparison.relations.iter();
    let rows: Vec<_> = compared.flat_map(|own| &own.changed).collect();
    let relation = |relation: mestring_model::noun::Relation| Some(relation.code().to_owned());
    let action = |action: mestring_model::noun::Action| Some(action.code().to_owned());
    vec![
        text("a", rows.iter().map(|own| Some(own.a.to_string()))),
        text("b", rows.iter().map(|own| Some(own.b.to_string()))),
        text(
            "relation_before",
            rows.iter().map(|own| relation(own.before.relation)),
        ),
        text(
            "relation_after",
            rows.iter().map(|own| relation(own.after.relation)),
        ),
        text(
            "kind_before",
            rows.iter().map(|own| own.before.kind.clone()),
        ),
        text("kind_after", rows.iter().map(|own| own.after.kind.clone())),
        text(
            "action_before",
            rows.iter().map(|own| action(own.before.action)),
        ),
        text(
            "action_after",
            rows.iter().map(|own| action(own.after.action)),
        ),
    ]
}

fn obligations(comparison: &Comparison) -> Columns {
    let compared = comparison.obligations.iter();
    let rows: Vec<_> = compared.flat_map(|own| &own.changed).collect();
    vec![
        text(
            "obligation",
            rows.iter().map(|own| Some(own.id.to_string())),
        ),
        text(
            "before",
            rows.iter().map(|own| Some(own.before.code().to_owned())),
        ),
        text(
            "after",
            rows.iter().map(|own| Some(own.after.code().to_owned())),
        ),
    ]
}

fn gate(looks: &[Look]) -> Columns {
    let broken = |own: &Broken| match own {
        Broken::Run(run) => run.to_string(),
        Broken::Pair(a, b) => format!("{a} {b}"),
        Broken::Offers(offers) => {
            let offers: Vec<String> = offers.iter().map(ToString::to_string).collect();
            offers.join(" ")
        }
        Broken::Obligation(id) => id.to_string(),
    };
    let named = |sure: bool| {
        looks.iter().map(move |own| {
            let own = own.violations.iter().filter(|own| own.sure == sure);
            Some(own.map(|own| broken(&own.what)).collect())
        })
    };
    vec![
        text("phrase", looks.iter().map(|own| Some(own.phrase.clone()))),
        yes_no("passed", looks.iter().map(|own| Some(own.passed()))),
        text(
            "records",
            looks.iter().map(|own| Some(own.records.code().to_owned())),
        ),
        whole("looked_at", looks.iter().map(|own| count(own.looked_at))),
        texts("broken", named(true)),
        texts("in_doubt", named(false)),
    ]
}
