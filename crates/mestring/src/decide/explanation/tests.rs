use mestring_model::facts::{Changed, FactValue};
use mestring_model::{Desk, Settings};

use super::*;
use crate::decide::Packs;
use crate::fixture::desk_with;
use crate::plan::{Derivation, Statement};

/// Made up: three courses of which one is established, and a single fact that outranks a cell.
const LISTS: &str = "
offers
id | title | target_groups | sessions | source | source_date
DM2 | Startkurs diabetes type 2 | dm | 4 | example.no | 2026-01-15
KID | Mestring av depresjon | psyk | 8 | |
UNG | Kurs i noe | | | |
SYV | Kurs om noe annet | andre | | |

target_groups
id | name | name_nb | name_nn | class
dm | Diabetes | Diabetes | Diabetes | large_chronic
psyk | Mental illness | Psykisk sykdom | Psykisk sjukdom | focus
andre | Others | Andre | Andre | other

runs
id | offer | state | starts | waiting_since | seats | source
H1 | DM2 | held | 2026-03-02 | | |
H2 | DM2 | held | 2025-09-02 | | |
D1 | DM2 | wished | | 2026-09-01 | 12 | leder
D2 | DM2 | wished | | 2026-08-01 | |
K1 | KID | wished | | 2026-10-02 | |
K2 | KID | wished | | 2026-10-02 | |
U1 | UNG | wished | | | |
S1 | SYV | wished | | 2026-10-01 | |

facts
table | row | column | value | source | source_date
runs | D1 | waiting_since | 2026-07-01 | telephone | 2026-11-01
";

fn made() -> Desk {
    let settings = Settings {
        history_from: "2024-01-01".parse().ok(),
        seed: Some(7),
        ..Settings::default()
    };
    desk_with(settings, LISTS)
}

fn id(text: &str) -> RunId {
    RunId::new(text).unwrap()
}

/// Asks the shipped packs about the made-up desk.
fn ask<T>(question: impl FnOnce(&Decider<'_>) -> T) -> T {
    let (desk, packs) = (made(), Packs::shipped().unwrap());
    let as_of = "2026-11-22".parse().unwrap();
    question(&Decider::new(&desk, &packs, as_of, None))
}

#[test]
fn every_criterion_has_a_reason_and_agrees_with_the_proposal() {
    ask(|decider| {
        let proposal = decider.proposal().unwrap();
        assert_eq!(proposal.runs.len(), 6);
        for (planned, ranked) in proposal.plan.runs.iter().zip(&proposal.runs) {
            let own = decider.explain(&planned.run).unwrap();
            let verdicts: Vec<_> = own
                .criteria
                .iter()
                .map(|(_, reason)| reason.verdict.clone())
                .collect();
            assert_eq!(verdicts, ranked.verdicts);
            assert_eq!(own.before.map(|(_, by)| by), ranked.above_next);
            for (rule, reason) in &own.criteria {
                let told = !reason.fired.is_empty();
                assert_ne!(told, reason.stopped.is_some(), "{}", rule.name);
            }
            let read = own.criteria.iter().flat_map(|(_, own)| &own.verdict.read);
            for read in read {
                assert!(own.facts.iter().any(|own| own.name == read.name));
            }
        }
    });
}

#[test]
fn a_fact_says_where_it_is_stated() {
    let own = ask(|decider| decider.explain(&id("D1")).unwrap());
    let ground = |name: &str| {
        let fact = own.facts.iter().find(|own| own.name == name).unwrap();
        fact.ground.clone()
    };
    let cells = |cells: &[Statement]| -> Vec<String> {
        let told = cells.iter().map(|own| {
            let source = own.source.as_deref().unwrap_or("-");
            format!("{}: {source}", own.place)
        });
        told.collect()
    };
    // The single fact outranks the cell, with its own source and date.
    let Ground::Derived(Derivation::Days, waited) = ground("longest_wait_days") else {
        panic!("{:?}", ground("longest_wait_days"));
    };
    assert_eq!(cells(&waited), ["facts.csv, row 2: telephone"]);
    assert_eq!(waited[0].place.file, "facts.csv");
    assert_eq!(waited[0].date, "2026-11-01".parse().ok());
    let Ground::Derived(Derivation::HeldRuns, held) = ground("months_since_held") else {
        panic!("{:?}", ground("months_since_held"));
    };
    assert_eq!(cells(&held), ["runs.csv, row 2, column `starts`: -"]);
    let Ground::Derived(Derivation::GroupClasses, classes) = ground("focus_group") else {
        panic!("{:?}", ground("focus_group"));
    };
    assert_eq!(
        cells(&classes),
        [
            "offers.csv, row 2, column `target_groups`: example.no",
            "target_groups.csv, row 2, column `class`: -"
        ]
    );
    let Ground::Silent { cells: could, .. } = ground("days_to_deadline") else {
        panic!("{:?}", ground("days_to_deadline"));
    };
    assert_eq!(cells(&could), ["runs.csv, row 4, column `deadline`: leder"]);
}

#[test]
fn every_declared_fact_has_a_ground() {
    ask(|decider| {
        let at = decider
            .desk
            .runs
            .iter()
            .position(|run| run.id == id("D1"))
            .unwrap();
        let all = run_grounds(decider.desk, &decider.topics, at, decider.as_of).unwrap();
        let silent = Ground::Silent {
            cells: Vec::new(),
            setting: None,
        };
        let lost: Vec<_> = all.iter().filter(|(_, own)| *own == silent).collect();
        // No study is listed, so no row could state this one.
        let names: Vec<_> = lost.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["digital_result"]);
        assert!(all.len() > 20);
    });
}

#[test]
fn two_runs_are_held_against_each_other_whichever_is_named_first() {
    let by = Above::Criterion;
    for (one, two) in [("D1", "K1"), ("K1", "D1")] {
        let own = ask(|decider| decider.explain_over(&id(one), &id(two)).unwrap());
        assert_eq!(
            (own.upper.run.as_str(), own.lower.run.as_str()),
            ("D1", "K1")
        );
        assert_eq!(own.above, by(0));
    }
    // Equal in all rules: the draw decides, and any day of waiting more would.
    let own = ask(|decider| decider.explain_over(&id("K1"), &id("K2")).unwrap());
    assert_eq!(own.above, Above::Draw);
    let wait = own
        .lifts
        .iter()
        .find(|own| own.change.fact == "longest_wait_days");
    assert_eq!(
        wait.map(|own| (own.change.to.clone(), own.control)),
        Some((FactValue::Int(52), Control::Need))
    );
    // One that cannot be told stands last, and stating the fact lifts it.
    let own = ask(|decider| decider.explain_over(&id("U1"), &id("S1")).unwrap());
    assert_eq!((own.upper.run.as_str(), &own.above), ("S1", &by(1)));
    assert!(own.lower.places.is_some());
    let stated: Vec<_> = own
        .lifts
        .iter()
        .map(|own| (own.change.fact, &own.change.from))
        .collect();
    assert!(
        stated.contains(&("focus_group", &Fact::NotStated)),
        "{stated:?}"
    );
}

#[test]
fn a_lifted_run_stands_above_when_the_rules_are_run_again() {
    ask(|decider| {
        let proposal = decider.proposal().unwrap();
        let bench = decider.packs.priority().at(decider.as_of).unwrap();
        let ranking = bench.pack().ranking();
        let (mut lifted, mut ends) = (0, 0);
        for upper in &proposal.plan.runs {
            for lower in &proposal.plan.runs {
                if upper.run == lower.run {
                    continue;
                }
                let own = decider.explain_over(&upper.run, &lower.run).unwrap();
                let row = |run: &RunId| {
                    let at = proposal.plan.runs.iter().position(|own| own.run == *run);
                    proposal.runs[at.unwrap()].facts.row()
                };
                let standing = |row: &FactRow, run: &RunId| {
                    let draw = draw(decider.seed, run.as_str());
                    Standing::of_row(ranking, &bench.judge(row).unwrap(), row, draw)
                };
                let high = standing(&row(&own.upper.run), &own.upper.run);
                for lift in &own.lifts {
                    let (lower, upper) = (row(&own.lower.run), row(&own.upper.run));
                    let changed = lift.change.applied(&lower);
                    assert!(standing(&changed, &own.lower.run) < high, "{lift:?}");
                    for agreement in Judged::Run.agreements() {
                        assert!(agreement.holds(&changed, &upper), "{agreement:?}: {lift:?}");
                    }
                    lifted += 1;
                    let Some(range) = &lift.change.range else {
                        continue;
                    };
                    // Each end lifts it, and the next number beyond it does not.
                    for (end, beyond) in [(&range.least, -1), (&range.most, 1)] {
                        let Some(FactValue::Int(end)) = end else {
                            continue;
                        };
                        let lifts = |to: i64| {
                            let to = FactValue::Int(to);
                            let changed = lower.changed(lift.change.fact, to, &upper);
                            let above =
                                |changed: Changed| standing(&changed.row, &own.lower.run) < high;
                            changed.is_some_and(above)
                        };
                        assert!(lifts(*end) && !lifts(end + beyond), "{end}: {lift:?}");
                        ends += 1;
                    }
                }
            }
        }
        assert!(lifted > 30, "only {lifted} changes were looked at");
        assert!(ends > 20, "only {ends} ends were looked at");
    });
}

#[test]
fn the_facts_of_runs_agree_as_they_are_declared_to() {
    ask(|decider| {
        let proposal = decider.proposal().unwrap();
        let rows: Vec<FactRow> = proposal.runs.iter().map(|own| own.facts.row()).collect();
        let mut seen = 0;
        for (row, beside) in rows
            .iter()
            .flat_map(|row| rows.iter().map(move |own| (row, own)))
        {
            for agreement in Judged::Run.agreements() {
                assert!(agreement.holds(row, beside), "{agreement:?}: {row:?}");
                seen += 1;
            }
        }
        assert_eq!(seen, 6 * 6 * Judged::Run.agreements().len());
    });
}

#[test]
fn all_that_would_be_enough_is_told_and_a_course_held_last_month_was_held() {
    // The course of K1 was never held: held within two years it was held once.
    let own = ask(|decider| decider.explain_over(&id("D1"), &id("K1")).unwrap());
    let lift = |fact: &str| {
        let mut lifts = own.lifts.iter();
        lifts
            .find(|own| own.change.fact == fact)
            .map(|own| &own.change)
    };
    let since = lift("months_since_held").unwrap();
    let held = vec![("times_held", Fact::Known(FactValue::Int(1)))];
    assert_eq!((&since.from, &since.with), (&Fact::NotStated, &held));
    let range = since.range.as_ref().unwrap();
    assert_eq!(
        (&range.least, &range.most),
        (&None, &Some(FactValue::Int(24)))
    );
    assert_eq!(lift("times_held"), None);
}

#[test]
fn what_a_run_gets_is_told_beside_its_number() {
    ask(|decider| {
        let proposal = decider.proposal().unwrap();
        for planned in &proposal.plan.runs {
            let own = decider.explain(&planned.run).unwrap();
            assert_eq!(
                (&own.outcome, own.decided),
                (&planned.outcome, planned.decided)
            );
        }
        // Its number of sessions is not stated, so nothing was weighed.
        let own = decider.explain(&id("U1")).unwrap();
        let Outcome::Refused(refusal) = own.outcome else {
            panic!("{:?}", own.outcome);
        };
        assert!(!refusal.is_considered(), "{refusal:?}");
    });
}

#[test]
fn a_run_that_is_in_no_order_says_so() {
    let texts = ask(|decider| {
        [
            decider.explain(&id("K9")).map(|_| ()),
            decider.explain(&id("H1")).map(|_| ()),
            decider.explain_over(&id("D1"), &id("D1")).map(|_| ()),
        ]
        .map(|own| {
            own.map_err(|error| format!("{}: {error}", error.code()))
                .unwrap_err()
        })
    });
    assert_eq!(
        texts,
        [
            "C027: the desk has no run `K9`; did you mean `K1`?",
            "C028: the run `H1` stands in no order of priority: it is held; name a run that is wished \
             for",
            "C029: the run `D1` is held against itself; name another run",
        ]
    );
}
