use arrow_array::RecordBatch;

use super::ids::Ids;
use super::{Assigned, AssignedError, Frames, Id};
use crate::assign::{Order, Person};
use crate::frame::{Column, record_batch};

fn text(values: &[&str]) -> Column {
    let values = values
        .iter()
        .map(|own| (!own.is_empty()).then(|| (*own).to_owned()));
    Column::Text(values.collect())
}

fn whole(values: &[i64]) -> Column {
    Column::Whole(values.iter().map(|own| Some(*own)).collect())
}

fn frame(columns: Vec<(&str, Column)>) -> RecordBatch {
    let columns = columns.into_iter();
    record_batch(columns.map(|(name, own)| (name.to_owned(), own)).collect()).unwrap()
}

fn people(ids: Column, classes: Column) -> RecordBatch {
    frame(vec![("person", ids), ("class", classes)])
}

fn runs(ids: Column, seats: Column) -> RecordBatch {
    frame(vec![("run", ids), ("seats", seats)])
}

fn choices(people: Column, runs: Column, costs: Column) -> RecordBatch {
    frame(vec![("person", people), ("run", runs), ("cost", costs)])
}

fn solve(
    people: &[RecordBatch],
    runs: &[RecordBatch],
    choices: &[RecordBatch],
) -> Result<Assigned, AssignedError> {
    let frames = Frames {
        people,
        runs,
        choices,
    };
    Ok(Assigned::problem(frames, Order::default())?.solve()?)
}

#[test]
fn rows_may_come_in_batches() {
    let people = [
        people(text(&["a"]), whole(&[1])),
        people(text(&["b", "c"]), whole(&[1, 2])),
    ];
    let runs = [
        runs(text(&["X"]), whole(&[1])),
        runs(text(&["Y"]), whole(&[2])),
    ];
    let choices = [
        choices(text(&["a", "b"]), text(&["X", "X"]), whole(&[5, 9])),
        choices(text(&["b", "c"]), text(&["Y", "Y"]), whole(&[1, 0])),
    ];
    let assigned = solve(&people, &runs, &choices).unwrap();
    assigned.assignment().check().unwrap();
    let [(_, people), (_, runs), (_, costs)] = &assigned.placements()[..] else {
        panic!("three columns");
    };
    assert_eq!(*people, text(&["a", "b", "c"]));
    assert_eq!(*runs, text(&["X", "Y", "Y"]));
    assert_eq!(*costs, whole(&[5, 1, 0]));
    assert!(assigned.unplaced()[0].1.is_empty());
}

#[test]
fn what_is_wrong_is_named_with_frame_column_and_row() {
    let (somebody, a_run) = (
        people(text(&["a"]), whole(&[1])),
        runs(text(&["X"]), whole(&[1])),
    );
    let chosen = choices(text(&["a"]), text(&["X"]), whole(&[1]));
    let cases: Vec<([RecordBatch; 3], &str)> = vec![
        (
            [
                frame(vec![("persons", text(&["a"]))]),
                a_run.clone(),
                chosen.clone(),
            ],
            "F003: people: the frame has no column `person`",
        ),
        (
            [
                people(text(&["a", ""]), whole(&[1, 1])),
                a_run.clone(),
                chosen.clone(),
            ],
            "F016: people: column `person`, row 1: the cell is empty",
        ),
        (
            [
                people(text(&["a"]), whole(&[0])),
                a_run.clone(),
                chosen.clone(),
            ],
            "F017: people: column `class`, row 0: the number is not from 1 to 4294967295",
        ),
        (
            [
                somebody.clone(),
                runs(text(&["X"]), text(&["many"])),
                chosen.clone(),
            ],
            "F005: runs: column `seats`, row 0: a text is not a whole number",
        ),
        (
            [
                somebody.clone(),
                a_run.clone(),
                choices(text(&["a"]), whole(&[7]), whole(&[1])),
            ],
            "F018: choices: column `run`, row 0: no row of `runs` has this id",
        ),
        (
            [
                people(text(&["a", "a"]), whole(&[1, 2])),
                a_run.clone(),
                chosen.clone(),
            ],
            "A001: the people in rows 0 and 1 have the same id",
        ),
        (
            [
                somebody.clone(),
                a_run.clone(),
                choices(text(&["a", "b"]), text(&["X", "X"]), whole(&[1, 1])),
            ],
            "F018: choices: column `person`, row 1: no row of `people` has this id",
        ),
        (
            [
                people(text(&["a", "b"]), whole(&[1, 1])),
                a_run.clone(),
                choices(
                    text(&["a", "b", "a"]),
                    text(&["X", "X", "X"]),
                    whole(&[1, 1, 2]),
                ),
            ],
            "A006: the choices in rows 0 and 2 are of the same person and run",
        ),
    ];
    for ([people, runs, choices], said) in cases {
        let error = solve(&[people], &[runs], &[choices]).unwrap_err();
        assert_eq!(format!("{}: {error}", error.code()), said);
    }
}

#[test]
fn of_two_who_are_equal_the_patient_stands_before_the_relative() {
    let flags = |own: [Option<bool>; 2]| Column::Bool(own.to_vec());
    let runs = || runs(text(&["X"]), whole(&[1]));
    let served = |relative: Option<Column>| {
        let mut columns = vec![("person", text(&["a", "b"])), ("class", whole(&[1, 1]))];
        columns.extend(relative.map(|own| ("relative", own)));
        let choices = choices(text(&["a", "b"]), text(&["X", "X"]), whole(&[0, 9]));
        solve(&[frame(columns)], &[runs()], &[choices]).map(|own| own.placements()[0].1.clone())
    };
    // Without it cost decides; an empty cell is a patient's.
    assert_eq!(served(None).unwrap(), text(&["a"]));
    assert_eq!(
        served(Some(flags([Some(true), None]))).unwrap(),
        text(&["b"])
    );
    assert_eq!(
        served(Some(flags([Some(true), Some(true)]))).unwrap(),
        text(&["a"])
    );
    let error = served(Some(whole(&[0, 1]))).unwrap_err();
    assert_eq!(error.code(), "F005");
}

#[test]
fn changes_are_named_by_ids() {
    let people = people(whole(&[10, 20]), whole(&[1, 2]));
    let runs = runs(text(&["X"]), whole(&[1]));
    let choices = choices(whole(&[10, 20]), text(&["X", "X"]), whole(&[3, 4]));
    let mut assigned = solve(&[people], &[runs], &[choices]).unwrap();
    let x = Id::Text("X".into());
    let change = assigned.add_seats(&x, 1).unwrap();
    assert_eq!(assigned.moves(&change)[0].1, whole(&[20]));
    let newcomer = Person {
        id: "",
        class: 1,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds: None,
    };
    let change = assigned
        .add_person(Id::Whole(30), newcomer, &[(x, 0)], None)
        .unwrap();
    assert_eq!(assigned.moves(&change)[0].1, whole(&[20, 30]));
    let again = assigned
        .add_person(Id::Whole(30), newcomer, &[], None)
        .unwrap_err();
    assert_eq!(again.code(), "A001");
    let change = assigned.remove_person(&Id::Whole(10)).unwrap();
    assert_eq!(assigned.moves(&change)[0].1, whole(&[10, 20]));
    let gone = assigned.remove_person(&Id::Whole(10)).unwrap_err();
    assert_eq!(gone.code(), "A010");
    let other = assigned.add_seats(&Id::Whole(1), 1).unwrap_err();
    assert_eq!(other.to_string(), "no run has the id `1`");
}

#[test]
fn seats_count_those_who_come_and_places_that_are_held_are_kept() {
    let people = frame(vec![
        ("person", text(&["a", "b", "c", "d"])),
        ("class", whole(&[1, 1, 2, 3])),
        ("holds", text(&["", "", "", "Y"])),
        ("move_cost", whole(&[0, 0, 0, 50])),
    ]);
    let runs = frame(vec![
        ("run", text(&["X", "Y", "Z"])),
        ("seats", whole(&[1, 1, 3])),
        ("minimum", Column::Whole(vec![None, None, Some(2)])),
        ("no_show", Column::Number(vec![Some(0.5), None, Some(0.0)])),
    ]);
    let choices = choices(
        text(&["a", "b", "c", "c", "d"]),
        text(&["X", "X", "Y", "Z", "Y"]),
        whole(&[1, 1, 1, 1, 7]),
    );
    let assigned = solve(&[people], &[runs], &[choices]).unwrap();
    assigned.assignment().check().unwrap();
    // One seat, half of the people come: two places. Whoever holds Y keeps it, and Z needs two.
    assert_eq!(assigned.placements()[0].1, text(&["a", "b", "d"]));
    assert_eq!(assigned.placements()[1].1, text(&["X", "X", "Y"]));
    assert_eq!(assigned.cancelled()[0].1, text(&["Z"]));
}

#[test]
fn a_share_is_from_nothing_and_below_everything() {
    let (people, choices) = (
        people(text(&["a"]), whole(&[1])),
        choices(text(&["a"]), text(&["X"]), whole(&[1])),
    );
    for (no_show, said) in [
        (1.0, "a number outside is not a number from 0 and below 1"),
        (-0.1, "a number outside is not a number from 0 and below 1"),
    ] {
        let runs = frame(vec![
            ("run", text(&["X"])),
            ("seats", whole(&[1])),
            ("no_show", Column::Number(vec![Some(no_show)])),
        ]);
        let error = solve(
            std::slice::from_ref(&people),
            &[runs],
            std::slice::from_ref(&choices),
        );
        let error = error.unwrap_err().to_string();
        assert_eq!(error, format!("runs: column `no_show`, row 0: {said}"));
    }
}

#[test]
fn seats_are_kept_for_groups() {
    let people = people(text(&["a", "b", "c"]), whole(&[1, 1, 2]));
    let runs = runs(text(&["X", "Y"]), whole(&[2, 1]));
    let chosen = choices(
        text(&["a", "b", "c"]),
        text(&["X", "X", "X"]),
        whole(&[1, 2, 3]),
    );
    let reserved = frame(vec![
        ("run", text(&["X", "Y"])),
        ("seats", whole(&[1, 0])),
        ("group", text(&["island", "island"])),
    ]);
    let members = |groups: &[&str], people: &[&str]| {
        frame(vec![("group", text(groups)), ("person", text(people))])
    };
    let problem = |reserved: &RecordBatch, members: RecordBatch| {
        let frames = Frames {
            people: std::slice::from_ref(&people),
            runs: std::slice::from_ref(&runs),
            choices: std::slice::from_ref(&chosen),
        };
        let problem = Assigned::problem(frames, Order::default())?;
        problem.reserve(std::slice::from_ref(reserved), &[members])
    };
    let mut assigned = problem(&reserved, members(&["island", "town"], &["c", "a"]))
        .unwrap()
        .solve()
        .unwrap();
    assigned.assignment().check().unwrap();
    assert_eq!(assigned.placements()[0].1, text(&["a", "c"]));
    let kept = assigned.reserved();
    assert_eq!(kept[0].1, text(&["X", "Y"]));
    assert_eq!(kept[1].1, text(&["island", "island"]));
    assert_eq!((&kept[2].1, &kept[3].1), (&whole(&[1, 0]), &whole(&[1, 0])));
    assert_eq!(kept[6].1, Column::Whole(vec![None, None]));
    let newcomer = Person {
        id: "",
        class: 1,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds: None,
    };
    let (x, island) = (Id::Text("X".into()), Id::Text("island".into()));
    let mut add = |id: &str, groups: Option<&[Id]>| {
        let id = Id::Text(id.into());
        assigned.add_person(id, newcomer, &[(x.clone(), 0)], groups)
    };
    assert_eq!(add("d", None).unwrap_err().code(), "A020");
    let nobody = add("d", Some(&[Id::Text("moon".into())])).unwrap_err();
    assert_eq!(
        nobody.to_string(),
        "no seats are reserved for a group `moon`"
    );
    add("d", Some(&[island])).unwrap();
    add("e", Some(&[])).unwrap();
    // Of the first class now: two, one of the island, and the seat of the last of it is kept.
    assert_eq!(assigned.placements()[0].1.len(), 2);
    assigned.assignment().check().unwrap();
    for (wrong, said) in [
        (
            members(&["island"], &["z"]),
            "members: column `person`, row 0: no row of `people` has this id",
        ),
        (
            frame(vec![("group", text(&["island"]))]),
            "members: the frame has no column `person`",
        ),
    ] {
        assert_eq!(problem(&reserved, wrong).unwrap_err().to_string(), said);
    }
    let much = frame(vec![
        ("run", text(&["Y"])),
        ("seats", whole(&[2])),
        ("group", text(&["island"])),
    ]);
    let error = problem(&much, members(&[], &[])).unwrap_err();
    assert_eq!(error.code(), "A019");
}

#[test]
fn who_comes_with_whom_is_a_frame() {
    let people = people(whole(&[1, 2, 3]), whole(&[2, 1, 3]));
    let runs = runs(text(&["X", "Y"]), whole(&[1, 2]));
    let chosen = choices(
        whole(&[1, 1, 2, 3, 3]),
        text(&["X", "Y", "X", "X", "Y"]),
        whole(&[0, 9, 0, 0, 9]),
    );
    let solve = |with: &[i64], who: &[i64], most| {
        let frames = Frames {
            people: std::slice::from_ref(&people),
            runs: std::slice::from_ref(&runs),
            choices: std::slice::from_ref(&chosen),
        };
        let together = frame(vec![("person", whole(who)), ("with", whole(with))]);
        let problem = Assigned::problem(frames, Order::default())?;
        Ok::<_, AssignedError>(problem.together(&[together], most)?.solve()?)
    };
    let assigned = solve(&[1], &[3], 100).unwrap();
    assigned.assignment().check_together().unwrap().unwrap();
    assert_eq!(assigned.placements()[1].1, text(&["Y", "X", "Y"]));
    let nobody = solve(&[1], &[7], 100).unwrap_err();
    assert_eq!(
        nobody.to_string(),
        "together: column `person`, row 0: no row of `people` has this id"
    );
    let twice = solve(&[1, 2], &[3, 3], 100).unwrap_err();
    assert_eq!(twice.code(), "A024");
}

#[test]
fn nobody_is_named_where_something_prints_itself() {
    let person = Person {
        id: "SOMEBODY",
        class: 1,
        deadline: None,
        waiting_since: None,
        relative: false,
        holds: None,
    };
    let ids = Ids::new("person", vec![Id::Text("SOMEBODY".into())]).unwrap();
    let printed = format!("{person:?} {ids:?}");
    assert!(
        printed.contains("1 ids") && !printed.contains("SOMEBODY"),
        "{printed}"
    );
}
