//! Lines that are not in order, replays, decisions, and the hash of a desk.

mod random;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::{Desk, Lang, Settings};
use mestring_rules::{Pack, Plugins};

use super::*;
use crate::decide::{Decider, Packs};
use crate::fixture::desk_with;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const DESK: &str = "offers\nid | title | sessions | hours\nDM2 | Diabetes | 2 | 5,5\nHJ | Hjerte | 3 |\n\
    KOLS | Kols | unknown |\n\n\
    rooms\nid | name | seats\nR1 | Sal | 20\n\n\
    runs\nid | offer | state | seats | format\nA | DM2 | wished | 10 | physical\nB | HJ | wished | 10 | physical\n\
    C | KOLS | wished | 10 | digital_live\n\n\
    verdicts\ntype | first | second | answer | role | on\n\
    relation | DM2 | HJ | different | lms-leder | 2026-01-01";

fn desk() -> Desk {
    let settings = Settings {
        plan_from: Some(day("2027-01-04")),
        ..Settings::default()
    };
    desk_with(settings, DESK)
}

/// The log of every answer about a desk.
fn log(desk: &Desk, packs: &Packs) -> Vec<String> {
    let today = day("2026-11-22");
    let decider = Decider::new(desk, packs, today, None);
    let answers = [
        plan(&decider, &decider.proposal().unwrap(), today),
        relations(&decider, &decider.relations().unwrap(), today),
        obligations(&decider, &decider.obligations().unwrap(), today),
    ];
    let mut end = Reader::default();
    let sealed = seal(&decider, answers, &mut end).unwrap();
    let (entries, _) = read(&sealed.lines);
    let answers = entries
        .iter()
        .filter(|own| matches!(own.entry, Entry::Answer(_)));
    let named = answers.map(|own| (own.number, own.sha256.as_str()));
    let said = sealed
        .answers
        .iter()
        .map(|own| (own.number, own.sha256.as_str()));
    assert!(named.eq(said) && sealed.answers.len() == 3);
    sealed.lines
}

/// The entries of lines, and what is wrong with them.
fn read(lines: &[String]) -> (Vec<Line>, Vec<LineError>) {
    let mut reader = Reader::default();
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let whole = at + 1 < lines.len();
        let own = reader.read(line, whole);
        entries.extend(own.line);
        problems.extend(own.problem);
    }
    (entries, problems)
}

fn replays(mut replay: Replay, lines: &[String], desk: Option<&Desk>) -> Vec<Replayed> {
    let (entries, _) = read(lines);
    let all = entries.iter();
    all.filter_map(|line| replay.entry(line, desk)).collect()
}

#[test]
fn every_answer_replays_to_the_same_from_the_log_and_from_the_desk() {
    let desk = desk();
    let lines = log(&desk, &Packs::shipped().unwrap());
    let (entries, problems) = read(&lines);
    assert_eq!(problems, []);
    let kinds: Vec<Question> = entries
        .iter()
        .filter_map(|line| match &line.entry {
            Entry::Answer(answer) => Some(answer.question()),
            _ => None,
        })
        .collect();
    assert_eq!(kinds, Question::ALL);
    for on in [None, Some(&desk)] {
        let all = replays(Replay::default(), &lines, on);
        assert_eq!(all.len(), 3);
        for own in &all {
            assert!(own.is_same(), "{own:#?}");
            assert_eq!((own.placed_again, &own.engine), (on.is_some(), &None));
        }
        assert!(all[0].verdicts > 10 && all[1].subjects == 3);
    }
}

#[test]
fn a_pack_is_written_once() {
    let desk = desk();
    let packs = Packs::shipped().unwrap();
    let mut reader = Reader::default();
    let decider = Decider::new(&desk, &packs, day("2026-11-22"), None);
    let counts: Vec<usize> = (0..2)
        .map(|_| {
            let answer = obligations(&decider, &decider.obligations().unwrap(), day("2026-11-22"));
            let all = entries(&decider, answer, &reader);
            let count = all.len();
            for entry in all {
                reader.seal(entry).unwrap();
            }
            count
        })
        .collect();
    assert_eq!(counts, [2, 1]);
}

#[test]
fn lines_that_are_not_in_order_are_named_and_the_rest_is_read() {
    let lines = log(&desk(), &Packs::shipped().unwrap());
    let count = lines.len();
    let check = |change: &dyn Fn(&mut Vec<String>), left: usize, expect: &[(&str, usize)]| {
        let mut changed = lines.clone();
        change(&mut changed);
        let (entries, problems) = read(&changed);
        let found: Vec<_> = problems
            .iter()
            .map(|own| (own.code(), own.number()))
            .collect();
        assert_eq!(found, expect);
        assert_eq!(entries.len(), left);
    };
    check(&|_| {}, count, &[]);
    let edit = |all: &mut Vec<String>| all[2] = all[2].replace("version", "vershun");
    check(&edit, count - 1, &[("X125", 3)]);
    let tear = |all: &mut Vec<String>| {
        all.pop_if(|last| {
            last.truncate(last.len() / 2);
            false
        });
    };
    check(&tear, count - 1, &[("X126", count)]);
    check(&|all| drop(all.remove(1)), count - 1, &[("X128", 2)]);
    check(
        &|all| all.swap(1, 2),
        count,
        &[("X128", 2), ("X128", 3), ("X128", 4)],
    );
    check(
        &|all| all[0] = "id;title".to_owned(),
        count - 1,
        &[("X124", 1)],
    );
    check(&|all| all.push(String::new()), count, &[]);
    let newer = |all: &mut Vec<String>| {
        let json = "{\"format\":2,\"forecast\":{}}";
        let sha256 = {
            use sha2::{Digest, Sha256};
            let mut sha = Sha256::new();
            sha.update(FIRST);
            sha.update(json);
            line::hex(&sha.finalize())
        };
        all[0] = format!("{{\"entry\":{json},\"previous\":\"{FIRST}\",\"sha256\":\"{sha256}\"}}");
    };
    check(&newer, count - 1, &[("X127", 1), ("X128", 2)]);
}

#[test]
fn a_line_behind_a_torn_one_follows_the_last_whole_one() {
    let mut lines = log(&desk(), &Packs::shipped().unwrap());
    let entry = match read(&lines).0.pop() {
        Some(line) => line.entry,
        None => panic!("the log has entries"),
    };
    let cut = lines.last().unwrap().len() / 2;
    lines.last_mut().unwrap().truncate(cut);
    let mut reader = Reader::default();
    let count = lines.len();
    for (at, line) in lines.iter().enumerate() {
        reader.read(line, at + 1 < count);
    }
    lines.push(reader.seal(entry).unwrap());
    let (entries, problems) = read(&lines);
    assert_eq!(entries.len(), count);
    // Closed by the line end before the new line, it can no longer be told from any other text.
    let codes: Vec<_> = problems
        .iter()
        .map(|own| (own.code(), own.number()))
        .collect();
    assert_eq!(codes, [("X124", count)]);
}

/// The priority pack with one of its numbers changed.
fn other_priority() -> Pack {
    let mut files = mestring_packs::files("priority").unwrap();
    let text = files.get_mut("focus_groups.rhai").unwrap();
    *text = text.replace("run.focus_group", "!run.focus_group");
    Pack::load(&files, &Plugins::default()).unwrap_or_else(|all| panic!("{}", all[0]))
}

#[test]
fn other_packs_and_another_desk_are_said_with_what_they_change() {
    let text = format!(
        "{DESK}\n\ntarget_groups\nid | name | name_nb | name_nn | class\ndm | Diabetes | Diabetes | Diabetes | focus\nhj | Heart | Hjerte | Hjarte | other",
    );
    let text = text.replace("sessions | hours\n", "sessions | hours | target_groups\n");
    let text = text
        .replace("2 | 5,5\n", "2 | 5,5 | dm\n")
        .replace("3 |\n", "3 | | hj\n")
        .replace("unknown |\n", "unknown | | hj\n");
    let settings = desk().settings;
    let before = desk_with(settings.clone(), &text);
    let lines = log(&before, &Packs::shipped().unwrap());
    let said = |replayed: &Replayed| {
        let codes = replayed.differences.iter().map(Difference::code);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        codes.for_each(|code| *counts.entry(code).or_default() += 1);
        counts.into_iter().collect::<Vec<_>>()
    };
    let other = Replay::default().with([other_priority()]);
    let all = replays(other, &lines, None);
    assert_eq!(said(&all[0]), [("pack", 1), ("rank", 3), ("verdict", 3)]);
    assert!(all[1].is_same() && all[2].is_same());

    let after = desk_with(settings, &text.replace("R1 | Sal | 20", "R1 | Sal | 5"));
    let all = replays(Replay::default(), &lines, Some(&after));
    assert_eq!(said(&all[0]), [("outcome", 2), ("table", 1)]);
    assert_eq!(said(&all[1]), [("table", 1)]);
}

#[test]
fn what_a_log_lacks_keeps_its_answer_from_being_replayed_and_says_why() {
    let lines = log(&desk(), &Packs::shipped().unwrap());
    let without = |lines: &[String]| {
        let (mut entries, _) = read(lines);
        entries.retain(|line| !matches!(&line.entry, Entry::Pack(own) if own.name == "priority"));
        entries
    };
    let mut replay = Replay::default();
    let all: Vec<Replayed> = without(&lines)
        .iter()
        .filter_map(|line| replay.entry(line, None))
        .collect();
    let failed: Vec<_> = all.iter().map(|own| own.failed.is_some()).collect();
    assert_eq!(failed, [true, false, false]);
    insta::assert_snapshot!(all[0].failed.as_ref().unwrap(), @"the log does not hold the text of the pack priority 1.0.0 before this entry");

    // A fact that this version does not know, and another version that answered.
    let (mut entries, _) = read(&lines);
    for line in &mut entries {
        if let Entry::Answer(answer) = &mut line.entry {
            answer.engine.mestring = "0.0.9".to_owned();
            if answer.question() == Question::Obligations {
                continue;
            }
            for case in &mut answer.cases {
                case.facts.insert("shoe_size".to_owned(), Datum::Int(42));
            }
        }
    }
    let mut replay = Replay::default();
    let all: Vec<Replayed> = entries
        .iter()
        .filter_map(|line| replay.entry(line, None))
        .collect();
    assert!(all[2].is_same());
    assert_eq!(all[2].engine.as_ref().unwrap().mestring, "0.0.9");
    insta::assert_snapshot!(all[0].failed.as_ref().unwrap(), @"the log holds the fact `shoe_size`, which this version does not have");
}

#[test]
fn a_decision_names_its_proposal_and_says_why_where_it_differs() {
    let lines = log(&desk(), &Packs::shipped().unwrap());
    let (entries, _) = read(&lines);
    let line = entries
        .iter()
        .find(|line| matches!(line.entry, Entry::Answer(_)))
        .unwrap();
    let on = day("2026-12-01");
    let decide = |line: &Line, run: &str, outcome, by: &str, reason| {
        decision(line, run, outcome, by, on, day("2026-12-31"), reason)
            .map(|own| own.follows())
            .map_err(|error| format!("{}: {error}", error.code()))
    };
    use DecisionOutcome::{Held, Other, Refused};
    assert_eq!(decide(line, "A", Held, "lms-leder", None), Ok(true));
    assert_eq!(decide(line, "C", Refused, "lms-leder", None), Ok(true));
    assert_eq!(
        decide(line, "A", Refused, "lms-leder", Some("syk leder")),
        Ok(false)
    );
    let wrong = [
        decide(line, "A", Refused, "lms-leder", Some("  ")),
        decide(line, "A", Other, "lms-leder", None),
        decide(line, "AA", Held, "lms-leder", None),
        decide(line, "A", Held, "Kari Nordmann", None),
        decide(&entries[0], "A", Held, "lms-leder", None),
    ];
    let wrong: Vec<String> = wrong.into_iter().map(Result::unwrap_err).collect();
    insta::assert_snapshot!(wrong.join("\n"), @r#"
    C038: the log proposed sessions for `A`, and the decision is another; give a reason
    C038: the log proposed sessions for `A`, and the decision is another; give a reason
    C037: entry 5 of the log says nothing of the run `AA`; did you mean `A`?
    C039: `Kari Nordmann` is no id of a role; give one of letters, digits, `-`, `_` and `.`, such as `lms-leder`, and no person's name
    C037: entry 1 of the log proposes no plan; name the entry of a plan
    "#);
}

#[test]
fn a_hash_names_a_desk_whatever_the_order_of_its_rows_and_the_language_of_its_headings() {
    let own = desk();
    let first = inputs(&own);
    assert!(first.tables.len() >= 4);
    for lang in Lang::ALL {
        let mut builder = Desk::builder().settings(Settings {
            lang,
            ..own.settings.clone()
        });
        for (decl, mut table) in Desk::TABLES.iter().zip(own.tables(lang)) {
            if decl.name != "verdicts" {
                table.rows.reverse();
            }
            // Columns in another order, too.
            table.headings.reverse();
            table.rows.iter_mut().for_each(|row| row.cells.reverse());
            builder = builder.table(decl.name, table);
        }
        let (other, findings) = builder.build();
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(inputs(&other), first, "{lang}");
    }
    let changed = desk_with(own.settings.clone(), &DESK.replace("5,5", "5,25"));
    let second = inputs(&changed);
    let differ = |name: &str| first.tables[name] != second.tables[name];
    assert!(differ("offers") && !differ("runs") && first.sha256 != second.sha256);
}

#[test]
fn a_decision_is_no_older_than_its_proposal_and_not_of_a_day_to_come() {
    let (desk, packs) = (desk(), Packs::shipped().unwrap());
    let said = |as_of: &str, made: &str, on: &str, today: &str| {
        let decider = Decider::new(&desk, &packs, day(as_of), None);
        let answer = plan(&decider, &decider.proposal().unwrap(), day(made));
        let mut end = Reader::default();
        let sealed = seal(&decider, [answer], &mut end).unwrap();
        let (entries, _) = read(&sealed.lines);
        let line = entries.last().unwrap();
        let (held, by) = (DecisionOutcome::Held, "lms-leder");
        let own = decision(line, "A", held, by, day(on), day(today), None);
        own.map(|own| own.on.to_string())
            .map_err(|error| format!("{}: {error}", error.code()))
    };
    let (asked, today) = ("2026-11-22", "2026-11-30");
    for on in ["2026-11-22", "2026-11-25", "2026-11-30"] {
        assert_eq!(said(asked, asked, on, today), Ok(on.to_owned()));
    }
    // Asked about a day to come, it can be decided from the day on which it was written.
    assert!(said("2026-12-31", asked, asked, today).is_ok());
    // Asked about a day that has passed, it can have been decided since then.
    assert!(said("2026-11-01", asked, "2026-11-02", today).is_ok());
    let wrong = [
        said(asked, asked, "2026-11-21", today),
        said("2026-12-31", asked, "2026-11-21", today),
        said(asked, asked, "2026-12-01", today),
    ];
    let wrong = wrong.map(|own| own.unwrap_err());
    insta::assert_snapshot!(wrong.join("\n"), @r#"
    C050: the decision is dated 2026-11-21, and entry 5 was proposed 2026-11-22; give the day on which it was decided with `--date`, or name the entry that it is about
    C050: the decision is dated 2026-11-21, and entry 5 was proposed 2026-11-22; give the day on which it was decided with `--date`, or name the entry that it is about
    C050: the decision is dated 2026-12-01, and today is 2026-11-30; note it once it is made, or correct `--date`
    "#);
}
