use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::{Desk, Settings};
use mestring_rules::{Pack, Plugins};
use proptest::prelude::*;

use super::gate::{Broken, FORMS, GateError, Look, SUBJECTS, read};
use super::*;
use crate::decide::{Moved, Packs};
use crate::fixture::desk_with;

const AS_OF: &str = "2026-11-22";

/// A pack of one rule.
fn pack(kind: &str, rule: &str, script: &str) -> GivenPack {
    pack_with(kind, &[(rule, script)], "")
}

fn pack_with(kind: &str, rules: &[(&str, &str)], more: &str) -> GivenPack {
    let names: Vec<String> = rules
        .iter()
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    let mut toml = format!(
        "name = \"{kind}\"\nversion = \"1.0.0\"\nkind = \"{kind}\"\ncriteria = [{}]\n",
        names.join(", ")
    );
    for (name, _) in rules {
        toml += &format!(
            "origin.{name} = \"local choice\"\n\
             title.{name} = {{ en = \"The {name}\", nb = \"Det {name}\", nn = \"{name}\" }}\n"
        );
    }
    if kind == "relation" {
        for relation in mestring_model::term::Term::all() {
            let relation: &mestring_model::noun::Relation = relation;
            let action = crate::relate::default_action(*relation);
            toml += &format!("action.{relation} = \"{action}\"\n");
        }
    }
    toml += more;
    let mut files: BTreeMap<String, String> = [("pack.toml".to_owned(), toml)].into();
    files.extend(
        rules
            .iter()
            .map(|(name, script)| (format!("{name}.rhai"), (*script).to_owned())),
    );
    match Pack::load(&files, &Plugins::default()) {
        Ok(pack) => (pack.id(), pack),
        Err(errors) => panic!("{errors:?}"),
    }
}

/// Rules of priority by which long courses, referred ones and long waits come first, in an order.
fn priority(order: &[&str]) -> GivenPack {
    let rules: Vec<(&str, &str)> = order
        .iter()
        .map(|name| match *name {
            "long" => ("long", "run.sessions >= 2"),
            "referred" => ("referred", "run.referral"),
            _ => ("waiting", "run.longest_wait_days"),
        })
        .collect();
    pack_with("priority", &rules, "classes_until = \"long\"\n")
}

/// Six courses that want a room which is free on few days. Whether F needs a referral nobody says,
/// and its title is none that a page may take for markup.
fn rows(seats: [&str; 6]) -> String {
    let [a, b, c, d, e, f] = seats;
    format!(
        "organisations\n\
         id | name | kind\n\
         lms | Senteret | centre\n\
         hb | Sykehuset | hospital\n\
         \n\
         units\n\
         id | name | kind | organisation | parent\n\
         med | Medisinsk klinikk | clinic | hb |\n\
         lunge | Lungeavdelingen | department | hb | med\n\
         \n\
         target_groups\n\
         id | name | name_nb | name_nn | class\n\
         lung | Lung disease | Lungesykdom | Lungesjukdom | large_chronic\n\
         heart | Heart | Hjerte | Hjarte | large_chronic\n\
         \n\
         leaders\n\
         id | role | organisation | unit | competences | state\n\
         l1 | lungesykepleier | hb | lunge | kols | confirmed\n\
         l2 | rådgiver | lms | | hjerte | confirmed\n\
         \n\
         offers\n\
         id | title | organisers | level | target_groups | referral | municipalities | reach\n\
         A | Kurs om pust | lms | specialist | lung | yes | 4601 |\n\
         B | Kurs om pust og bevegelse | lms | specialist | lung; heart | no | 4601; 4626 |\n\
         C | Kurs om hjerte | lms; hb | specialist | heart | yes | 4601 |\n\
         D | Kurs om hjertesvikt | hb | municipal | heart | no | | national\n\
         E | Samtalegruppe | lms | | | yes | 4626 |\n\
         F | Søvn & <b>hvile</b> | | | | | unknown |\n\
         \n\
         rooms\n\
         id | name | seats | weekdays | half_days\n\
         R | Rommet | 40 | monday | morning\n\
         \n\
         runs\n\
         id | offer | state | sessions | needs | seats | waiting_since\n\
         R1 | A | wished | 1 | kols | {a} | 2026-01-01\n\
         R2 | B | wished | 2 | kols; hjerte | {b} | 2026-05-01\n\
         R3 | C | wished | 1 | hjerte | {c} | 2026-03-01\n\
         R4 | D | wished | 2 | hjerte | {d} | 2026-02-01\n\
         R5 | E | wished | 1 | samtale | {e} | 2026-06-01\n\
         R6 | F | wished | 1 | | {f} | 2026-04-01\n\
         \n\
         obligations\n\
         id | title | kind | waived\n\
         O1 | Årsmøte | standing_duty |\n\
         O2 | Rapport | standing_duty | avtalt\n"
    )
}

pub(crate) fn a_desk(seats: [&str; 6]) -> Desk {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let settings = Settings {
        name: "Lite <senter>".to_owned(),
        plan_from: day("2027-01-04"),
        plan_until: day("2027-01-27"),
        ..Settings::default()
    };
    desk_with(settings, &rows(seats))
}

pub(crate) const SEATS: [&str; 6] = ["10", "12", "14", "16", "18", ""];

pub(crate) fn compare(
    desk: &Desk,
    old: &[GivenPack],
    new: &[GivenPack],
) -> Result<Comparison, CompareError> {
    let packs = Packs::shipped().unwrap();
    Decider::new(desk, &packs, AS_OF.parse().unwrap(), Some(7)).compare(old, new)
}

/// Packs of every kind that a desk judges, as they are and as they would be: all of it changes.
pub(crate) fn every_kind() -> (Vec<GivenPack>, Vec<GivenPack>) {
    let format = |least: u32| {
        let script =
            format!("if run.sessions >= {least} {{ \"physical\" }} else {{ \"digital_live\" }}");
        pack("format", "format", &script)
    };
    let relation = |least: u32| {
        let script = format!(
            "if pair.title_similarity >= {least} {{ \"same_offer\" }} else {{ \"different/theme\" }}"
        );
        pack("relation", "relation", &script)
    };
    let obligation = |open: &str| {
        let script = format!("if obligation.waived {{ \"waived\" }} else {{ \"{open}\" }}");
        pack("obligation", "obligation", &script)
    };
    let old = vec![
        priority(&["long", "referred", "waiting"]),
        pack("requirement", "enough", "run.sessions >= 1"),
        format(1),
        relation(75),
        obligation("due"),
    ];
    let new = vec![
        priority(&["waiting", "referred", "long"]),
        pack(
            "requirement",
            "enough",
            "run.sessions >= 2 && (run.referral || run.hours >= 1)",
        ),
        format(2),
        relation(30),
        obligation("overdue"),
    ];
    (old, new)
}

#[test]
fn a_pack_compared_with_itself_changes_nothing() {
    let desk = a_desk(SEATS);
    let (old, new) = every_kind();
    for packs in [old, new] {
        let same = compare(&desk, &packs, &packs).unwrap();
        assert_eq!(same.packs.len(), 5);
        for pair in &same.packs {
            assert!(pair.revision.is_empty() && !pair.revision.version_kept);
            assert!(pair.revision.criteria.is_empty() && pair.revision.settings.is_empty());
        }
        let runs = same.runs.as_ref().unwrap();
        assert!(runs.moved.is_empty() && runs.total.unchanged());
        assert_eq!(runs.total.runs, 6);
        assert!(
            same.answers
                .iter()
                .all(|own| own.rules.iter().all(|rule| rule.changed.is_empty()))
        );
        let relations = same.relations.as_ref().unwrap();
        assert_eq!((relations.pairs, relations.changed.len()), (15, 0));
        assert!(relations.merged.is_empty() && relations.split.is_empty());
        assert_eq!(same.obligations.as_ref().unwrap().changed, []);
        // So every gate holds, and each looked at something.
        for form in FORMS {
            let look = look(&desk, &same, &form.phrase.replace('X', "any"));
            assert!(look.passed(), "{look:?}");
            assert_eq!(look.records, form.looks_at);
        }
    }
}

#[test]
fn everything_that_changes_is_found_and_every_phrase_notices_it() {
    let desk = a_desk(["1", "20", "1", "20", "1", "1"]);
    let (old, new) = every_kind();
    let changed = compare(&desk, &old, &new).unwrap();
    for form in FORMS {
        // Offers can come together or apart, not both by one change of a threshold.
        let comparison = if form.phrase == "listings split" {
            &compare(&desk, &new, &old).unwrap()
        } else {
            &changed
        };
        let look = look(&desk, comparison, &form.phrase.replace('X', "any"));
        assert!(!look.passed() && !look.violations.is_empty(), "{look:?}");
    }
    let obligations = changed.obligations.unwrap();
    assert_eq!(obligations.changed.len(), 1, "what is waived stays waived");
    assert!(changed.packs.iter().all(|pair| pair.revision.version_kept));
}

/// What a gate looked at and what breaks it, in one line.
fn said(look: &Look) -> String {
    let broken = look.violations.iter().map(|own| {
        let what = match &own.what {
            Broken::Run(run) => run.to_string(),
            Broken::Pair(a, b) => format!("{a}-{b}"),
            Broken::Offers(offers) => {
                let offers: Vec<_> = offers.iter().map(ToString::to_string).collect();
                offers.join("=")
            }
            Broken::Obligation(id) => id.to_string(),
        };
        if own.sure { what } else { format!("{what}?") }
    });
    let broken: Vec<String> = broken.collect();
    format!(
        "{}: {} {} ({} unsure): {}",
        look.phrase,
        look.looked_at,
        look.records.code(),
        look.unsure,
        broken.join(" ")
    )
}

pub(crate) fn look(desk: &Desk, comparison: &Comparison, phrase: &str) -> Look {
    match read(phrase, desk, comparison) {
        Ok(rule) => rule.look(comparison),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_phrase_looks_at_the_runs_that_it_names() {
    let desk = a_desk(SEATS);
    let (old, new) = every_kind();
    let comparison = compare(&desk, &old, &new).unwrap();
    let phrases = [
        "any loses place",
        "long loses place",
        "The LONG   loses place",
        "criterion referred loses rank",
        "target group lungesjukdom loses place",
        "heart loses seats",
        "Senteret loses place",
        "organiser hb loses place",
        "lender hb loses place",
        "Medisinsk klinikk loses place",
        "partner hb loses place",
        "Bergen loses place",
        "municipality 4626 loses rank",
        "level not stated loses rank",
        "municipality unknown loses rank",
        "level kommunalt loses place",
        "Bodø loses place",
        "Requirement FAILS",
        "listings merge",
        "cannot tell grows",
        "status changes",
    ];
    let all = phrases.map(|phrase| said(&look(&desk, &comparison, phrase)));
    insta::assert_snapshot!(all.join("\n"));
    // What stands in the reference has been read above, or is the word `any`.
    for (subject, _) in SUBJECTS {
        let word = subject.trim_end_matches("NAME");
        assert!(phrases.iter().any(|own| own.starts_with(word)), "{subject}");
    }
}

#[test]
fn seats_that_nobody_states_are_in_doubt() {
    let (old, new) = every_kind();
    let seats = |seats| {
        let desk = a_desk(seats);
        let comparison = compare(&desk, &old, &new).unwrap();
        let runs = comparison.runs.as_ref().unwrap();
        let of = |gained: bool| {
            let moved = runs
                .moved
                .iter()
                .filter(|own| (own.placed_before, own.placed_after) == (!gained, gained));
            moved
                .map(|own| own.run.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let look = said(&look(&desk, &comparison, "any loses seats"));
        format!("{look}; lost {}, gained {}", of(false), of(true))
    };
    let all = [
        seats(["1", "20", "1", "20", "1", "1"]),
        seats(["20", "1", "20", "1", "20", "20"]),
        seats(["20", "1", "20", "", "20", "20"]),
        seats(["", "20", "", "20", "", ""]),
        seats(["", "", "", "", "", ""]),
    ];
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn a_phrase_that_is_none_is_told_what_was_meant() {
    let desk = a_desk(SEATS);
    let (old, new) = every_kind();
    let comparison = compare(&desk, &old, &new).unwrap();
    let errors = [
        "",
        "loses place",
        "long loses plase",
        "relation change",
        "prioritise long courses",
        "lang loses place",
        "criterion hart loses place",
        "target group hart loses place",
        "waiting loses place",
        "zzz loses place",
    ]
    .map(|phrase| {
        let error = read(phrase, &desk, &comparison).unwrap_err();
        assert_eq!(error.code(), "C031");
        error.to_string()
    });
    insta::assert_snapshot!(errors.join("\n"));

    let old = [pack_with("priority", &[("heart", "run.referral")], "")];
    let both = compare(&desk, &old, &old).unwrap();
    let error = read("heart loses place", &desk, &both).unwrap_err();
    assert!(matches!(error, GateError::Ambiguous { .. }));
    insta::assert_snapshot!(error, @"`heart loses place`: `heart` is a name of several things; write `criterion heart` or `target group heart`");
}

/// Nothing to look at is not passed: an empty desk, or packs of another kind.
#[test]
fn a_gate_with_nothing_to_look_at_is_not_passed() {
    let (old, new) = every_kind();
    let desk = Desk::default();
    let comparison = compare(&desk, &old, &new).unwrap();
    for form in FORMS {
        let look = look(&desk, &comparison, &form.phrase.replace('X', "any"));
        assert_eq!(
            (look.looked_at, look.passed()),
            (0, false),
            "{}",
            form.phrase
        );
    }
    let desk = a_desk(SEATS);
    let (relation, obligation) = (&old[3..4], &old[4..5]);
    let comparison = compare(&desk, relation, relation).unwrap();
    assert!(!look(&desk, &comparison, "any loses place").passed());
    assert!(look(&desk, &comparison, "relation changes").passed());
    let comparison = compare(&desk, obligation, obligation).unwrap();
    assert!(!look(&desk, &comparison, "relation changes").passed());
}

#[test]
fn packs_find_their_partners_by_what_they_decide() {
    let desk = a_desk(SEATS);
    let (old, new) = every_kind();
    let some = compare(&desk, &old[..2], &new[1..]).unwrap();
    let kinds: Vec<_> = some
        .packs
        .iter()
        .map(|pair| pair.kind.to_string())
        .collect();
    assert_eq!(kinds, ["requirement"]);
    assert_eq!((some.only_before.len(), some.only_after.len()), (1, 3));

    let error = |old: &[GivenPack], new: &[GivenPack]| {
        let error = compare(&desk, old, new).unwrap_err();
        format!("{}: {error}", error.code())
    };
    let class = pack(
        "class",
        "class",
        "if person.days_waited >= 30 { 1 } else { 2 }",
    );
    let errors = [
        error(&old[..1], &new[3..4]),
        error(&[], &new[..1]),
        error(&[old[0].clone(), new[0].clone()], &new[..1]),
        error(&[old[1].clone(), new[1].clone()], &new[1..2]),
        error(std::slice::from_ref(&class), std::slice::from_ref(&class)),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

/// A run's ranks and outcomes, the second of each first.
fn turned(own: &Moved) -> (usize, usize, usize, usize, bool, bool) {
    (
        own.rank_after,
        own.rank_before,
        own.class_after,
        own.class_before,
        own.placed_after,
        own.placed_before,
    )
}

fn turned_counts(own: &Counts) -> Counts {
    Counts {
        runs: own.runs,
        placed_before: own.placed_after,
        placed_after: own.placed_before,
        gained: own.lost,
        lost: own.gained,
        seats_before: own.seats_after,
        seats_after: own.seats_before,
        expected_before: own.expected_after,
        expected_after: own.expected_before,
        risen: own.fallen,
        fallen: own.risen,
    }
}

fn an_order() -> impl Strategy<Value = Vec<&'static str>> {
    let all = vec!["long", "referred", "waiting"];
    Just(all).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The other way round everything is turned, and what becomes of the groups adds up.
    #[test]
    fn the_other_way_round_is_the_mirror(
        first in an_order(),
        second in an_order(),
        least in (0_u32..100, 0_u32..100),
        seats in prop::array::uniform6(prop::option::of(1_u32..30)),
    ) {
        let seats = seats.map(|own| own.map_or_else(String::new, |own| own.to_string()));
        let seats: [&str; 6] = std::array::from_fn(|at| seats[at].as_str());
        let desk = a_desk(seats);
        let relation = |least: u32| {
            let script = format!(
                "if pair.title_similarity >= {least} {{ \"rerun\" }} else {{ \"competing\" }}"
            );
            pack("relation", "relation", &script)
        };
        let (old, new) = (
            [priority(&first), relation(least.0)],
            [priority(&second), relation(least.1)],
        );
        let there = compare(&desk, &old, &new).unwrap();
        let back = compare(&desk, &new, &old).unwrap();

        let (runs, mirror) = (there.runs.unwrap(), back.runs.unwrap());
        let straight: BTreeMap<_, _> = mirror.moved.iter().map(|own| {
            let (a, b, c, d, e, f) = turned(own);
            (own.run.clone(), (b, a, d, c, f, e))
        }).collect();
        let turned: BTreeMap<_, _> =
            runs.moved.iter().map(|own| (own.run.clone(), turned(own))).collect();
        prop_assert_eq!(turned, straight);
        prop_assert_eq!(turned_counts(&runs.total), mirror.total);
        for (own, other) in runs.effects.iter().zip(&mirror.effects) {
            prop_assert_eq!(own.by, other.by);
            let turned: Vec<_> = own.groups.iter()
                .map(|effect| (effect.group.clone(), turned_counts(&effect.counts))).collect();
            let straight: Vec<_> = other.groups.iter()
                .map(|effect| (effect.group.clone(), effect.counts)).collect();
            prop_assert_eq!(turned, straight);
        }
        let (relations, mirror) = (there.relations.unwrap(), back.relations.unwrap());
        prop_assert_eq!(&relations.merged, &mirror.split);
        prop_assert_eq!(&relations.split, &mirror.merged);
        prop_assert_eq!(relations.changed.len(), mirror.changed.len());
        for (own, other) in relations.changed.iter().zip(&mirror.changed) {
            prop_assert_eq!((&own.a, &own.before, &own.after), (&other.a, &other.after, &other.before));
        }
        let counted: usize = relations.by_change.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(counted, relations.changed.len());

        // Every run stands in a group of each dimension, and in one alone where it has one level.
        let total = &runs.total;
        prop_assert_eq!(total.risen, total.fallen);
        prop_assert_eq!(total.placed_before + total.gained, total.placed_after + total.lost);
        for own in &runs.effects {
            let members: BTreeSet<_> = own.groups.iter().flat_map(|own| &own.runs).collect();
            prop_assert_eq!(members.len(), total.runs);
            for effect in &own.groups {
                prop_assert_eq!(effect.runs.len(), effect.counts.runs);
            }
            let sum = |of: fn(&Counts) -> usize| -> usize {
                own.groups.iter().map(|own| of(&own.counts)).sum()
            };
            let seats: i64 = own.groups.iter().map(|own| own.counts.seats_after.known).sum();
            if own.by == Dimension::Level {
                prop_assert_eq!(sum(|own| own.placed_before), total.placed_before);
                prop_assert_eq!(sum(|own| own.placed_after), total.placed_after);
                prop_assert_eq!(sum(|own| own.gained), total.gained);
                prop_assert_eq!(sum(|own| own.fallen), total.fallen);
                prop_assert_eq!(seats, total.seats_after.known);
            } else {
                prop_assert!(sum(|own| own.placed_after) >= total.placed_after);
            }
        }
    }
}
