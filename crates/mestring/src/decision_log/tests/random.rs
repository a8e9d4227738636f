//! Entries put together at random read back bit by bit, and a changed byte is found.

use chrono::NaiveDate;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zæøå0-9 \"\\\\\n\t;:{}]{0,12}", any::<String>()]
}

fn datum() -> impl Strategy<Value = Datum> {
    prop_oneof![
        Just(Datum::Unknown),
        any::<bool>().prop_map(Datum::Bool),
        any::<i64>().prop_map(Datum::Int),
        number().prop_map(Datum::Number),
        text().prop_map(Datum::Text),
        vec(text(), 0..3).prop_map(Datum::List),
    ]
}

/// Numbers of every bit pattern, and those that people write.
fn number() -> impl Strategy<Value = Exact> {
    prop_oneof![
        any::<u64>().prop_map(|bits| Exact::new(f64::from_bits(bits))),
        any::<i32>().prop_map(|whole| Exact::new(f64::from(whole) / 10.0)),
        Just(Exact::new(-0.0)),
    ]
}

fn given() -> impl Strategy<Value = Given> {
    let plain = prop_oneof![
        any::<bool>().prop_map(Given::Bool),
        number().prop_map(Given::Number),
        text().prop_map(Given::Word),
    ];
    plain.prop_recursive(2, 6, 3, |inner| {
        (
            vec(text(), 0..3),
            vec(inner, 0..3),
            proptest::option::of(text()),
        )
            .prop_map(|(missing, could_be, open)| Given::CannotTell {
                missing,
                could_be,
                open,
            })
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1900..2200_i32, 1..366_u32)
        .prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn said() -> impl Strategy<Value = Said> {
    let parts = (
        0..2_usize,
        text(),
        given(),
        vec(text(), 0..3),
        btree_map(text(), text(), 0..2),
        vec(text(), 0..2),
    );
    parts.prop_map(|(pack, rule, answer, read, assumed, immaterial)| Said {
        pack,
        rule,
        answer,
        read,
        assumed,
        immaterial,
    })
}

fn run_result() -> impl Strategy<Value = RunResult> {
    let decided = (text(), text(), date());
    let decided = decided.prop_map(|(answer, role, on)| Decided { answer, role, on });
    let placed = (
        vec(text(), 0..3),
        proptest::option::of(text()),
        vec(text(), 0..2),
        vec(text(), 0..2),
    );
    let placed = placed.prop_map(|(sessions, room, hubs, leaders)| Placed {
        sessions,
        room,
        hubs,
        leaders,
    });
    let parts = (
        text(),
        any::<usize>(),
        proptest::option::of(decided),
        proptest::option::of(placed),
        vec(text(), 0..2),
    );
    parts.prop_map(|(run, class, decided, placed, lacks)| RunResult {
        run,
        class,
        decided,
        placed,
        lacks,
    })
}

fn result() -> impl Strategy<Value = AnswerResult> {
    let plan = (date(), date(), vec(run_result(), 0..3));
    let pair = (vec(text(), 2), text(), text(), text(), date());
    let pair = pair.prop_map(|(ids, relation, action, role, on)| DecidedPair {
        ids,
        relation,
        action,
        role,
        on,
    });
    let counts = || btree_map(text(), any::<usize>(), 0..3);
    let relations = (counts(), counts(), vec(pair, 0..2));
    prop_oneof![
        plan.prop_map(|(from, until, runs)| AnswerResult::Plan(PlanResult { from, until, runs })),
        relations.prop_map(|(by_relation, by_action, decided)| {
            AnswerResult::Relations(RelationsResult {
                by_relation,
                by_action,
                decided,
            })
        }),
        btree_map(text(), text(), 0..3).prop_map(AnswerResult::Obligations),
    ]
}

fn answer() -> impl Strategy<Value = LoggedAnswer> {
    let engine = (text(), text()).prop_map(|(mestring, scripts)| Engine { mestring, scripts });
    let table = (any::<usize>(), text()).prop_map(|(rows, sha256)| TableHash { rows, sha256 });
    let inputs = (text(), btree_map(text(), table, 0..3))
        .prop_map(|(sha256, tables)| Inputs { sha256, tables });
    let pack = (text(), text(), text(), text());
    let pack = pack.prop_map(|(kind, name, version, sha256)| PackUsed {
        kind,
        name,
        version,
        sha256,
    });
    let case = (btree_map(text(), datum(), 0..4), vec(said(), 0..3))
        .prop_map(|(facts, verdicts)| Case { facts, verdicts });
    let subject = (vec(text(), 1..3), 0..1_usize).prop_map(|(ids, case)| Subject { ids, case });
    (
        (date(), date(), any::<u64>(), engine, text(), inputs),
        vec(pack, 2),
        vec(case, 1..3),
        vec(subject, 0..3),
        result(),
    )
        .prop_map(
            |((made, as_of, seed, engine, desk, inputs), packs, cases, subjects, result)| {
                LoggedAnswer {
                    made,
                    as_of,
                    seed,
                    engine,
                    desk,
                    inputs,
                    packs,
                    cases,
                    subjects,
                    result,
                }
            },
        )
}

fn entry() -> impl Strategy<Value = Entry> {
    let pack = (text(), text(), text(), btree_map(text(), text(), 0..3));
    let pack = pack.prop_map(|(name, version, sha256, files)| {
        Entry::Pack(PackText {
            name,
            version,
            sha256,
            files,
        })
    });
    let outcome = prop_oneof![
        Just(DecisionOutcome::Held),
        Just(DecisionOutcome::Refused),
        Just(DecisionOutcome::Other)
    ];
    let decision = (
        text(),
        text(),
        any::<bool>(),
        outcome,
        text(),
        date(),
        proptest::option::of(text()),
    );
    let decision = decision.prop_map(|(of, run, proposed, outcome, by, on, reason)| {
        Entry::Decision(Decision {
            of,
            run,
            proposed,
            outcome,
            by,
            on,
            reason,
        })
    });
    prop_oneof![pack, decision, answer().prop_map(Entry::Answer)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn entries_read_back_as_they_were_written_bit_by_bit(all in vec(entry(), 1..4)) {
        let mut end = Reader::default();
        let lines: Vec<String> =
            all.iter().map(|entry| end.seal(entry.clone()).unwrap()).collect();
        prop_assert!(lines.iter().all(|line| !line.contains('\n')));
        let (read, problems) = read(&lines);
        prop_assert_eq!(problems, vec![]);
        let read: Vec<Entry> = read.into_iter().map(|line| line.entry).collect();
        prop_assert_eq!(read, all);
    }

    #[test]
    fn a_changed_byte_is_always_found(
        entry in entry(),
        at in any::<prop::sample::Index>(),
        byte in b' '..b'~',
    ) {
        let line = Reader::default().seal(entry).unwrap();
        let mut bytes = line.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let changed = String::from_utf8_lossy(&bytes).into_owned();
        let read = Reader::default().read(&changed, true);
        prop_assert_eq!(read.problem.is_some(), changed != line, "{}", changed);
    }
}
