//! Who gets a place, who is next, and what one person may be told, by the command.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

mod support;

use serde_json::Value;
use support::ask;

const BERGEN: &str = "../../examples/bergen";
const PEOPLE: &str = "../../examples/bergen_people";

fn json(args: &[&str]) -> Value {
    let (code, out, err) = ask(&[args, &["--json"]].concat());
    assert_eq!(code, 0, "{err}{out}");
    serde_json::from_str(&out).unwrap()
}

/// A copy of the people with rows added to a table.
#[expect(
    clippy::disallowed_methods,
    reason = "the test writes what it asks about"
)]
fn with_rows(name: &str, table: &str, rows: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let mut copied = 0;
    for file in std::fs::read_dir(PEOPLE).unwrap() {
        let path = file.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap();
        if !file.ends_with(".csv") && !file.ends_with(".toml") {
            continue;
        }
        let mut text = std::fs::read_to_string(&path).unwrap();
        if file == table {
            text.push_str(rows);
            copied += 1;
        }
        std::fs::write(folder.join(file), text).unwrap();
    }
    assert_eq!(copied, 1, "{table}");
    folder.to_str().unwrap().to_owned()
}

/// The part of a text between two headings.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn everybody_is_proposed_a_place_or_told_why_not() {
    let (code, text, err) = ask(&["assign", BERGEN, "--people", PEOPLE]);
    assert_eq!((code, err.as_str()), (0, ""));
    insta::assert_snapshot!(
        "assign_en",
        between(&text, "Places: a proposal", "What this report")
    );
    let (_, text, _) = ask(&["assign", BERGEN, "--people", PEOPLE, "--lang", "nn"]);
    insta::assert_snapshot!(
        "assign_nn",
        between(&text, "Plassar: eit framlegg", "Kva rapporten")
    );
}

#[test]
fn the_places_keep_to_the_seats_and_the_fair_order() {
    let all = json(&["assign", BERGEN, "--people", PEOPLE]);
    let places = &all["places"];
    assert_eq!(places["decided"], false);
    let people = places["people"].as_array().unwrap();
    assert_eq!(people.len(), 100);
    let mut given = 0;
    for run in places["runs"].as_array().unwrap() {
        let (kept, own) = (
            run["kept"].as_u64().unwrap(),
            run["given"].as_u64().unwrap(),
        );
        assert!(kept + own <= run["seats"].as_u64().unwrap_or(0), "{run}");
        let of_run = |is: &str| {
            let own = people.iter().filter(|person| {
                person["outcome"]["is"] == is && person["outcome"]["run"] == run["run"]
            });
            own.count() as u64
        };
        assert_eq!((of_run("kept"), of_run("given")), (kept, own), "{run}");
        given += own;
    }
    assert!(given > 30, "only {given} places were given");
    // Where cost decides within a class as many of each class are served, for no more minutes.
    let by_cost = json(&["assign", BERGEN, "--people", PEOPLE, "--by-cost"]);
    assert_eq!(by_cost["places"]["by_class"], places["by_class"]);
    let cost = |all: &Value| all["cost"].as_i64().unwrap();
    assert!(cost(&by_cost["places"]) < cost(places));
    // Another draw among people who are equal in all else serves as many of each class.
    let drawn = json(&["assign", BERGEN, "--people", PEOPLE, "--seed", "1"]);
    assert_eq!(drawn["places"]["by_class"], places["by_class"]);
    assert_eq!(drawn["places"]["seed"], "1");
}

#[test]
fn kept_seats_and_people_who_come_together_are_told_in_counts() {
    let all = json(&["assign", BERGEN, "--people", PEOPLE]);
    let together = &all["places"]["together"];
    assert_eq!(
        (&together["wanted"], &together["parties"]),
        (&3.into(), &3.into())
    );
    assert_eq!(together["proven"], true);
    assert!(together["placed"].as_u64().unwrap() > 0, "{together}");
    let shown = together.to_string();
    assert!(!shown.contains("\"P0"), "{shown}");
    let runs = all["places"]["runs"].as_array().unwrap();
    let kept: Vec<&Value> = runs
        .iter()
        .flat_map(|run| run["reserved"].as_array().unwrap())
        .collect();
    let [kept] = kept[..] else {
        panic!("one row: {kept:?}");
    };
    assert_eq!(kept["committee"], "omradeutval-nordhordland");
    assert_eq!(
        (&kept["seats"], &kept["state"]),
        (&2.into(), &"kept".into())
    );
    // Everybody of a party is in one run, or has no place.
    let run_of = |id: &str| {
        let people = all["places"]["people"].as_array().unwrap();
        let own = people.iter().find(|own| own["person"] == id).unwrap();
        own["outcome"]["run"].clone()
    };
    for (patient, relative) in [("P010", "P011"), ("P068", "P069"), ("P082", "P083")] {
        assert_eq!(run_of(patient), run_of(relative));
    }
}

#[test]
fn nobody_is_overbooked_unless_that_is_asked_for() {
    let base = ["assign", BERGEN, "--people", PEOPLE];
    for (option, no_show, by, more) in [
        (&[][..], "minimum_alone", "unknown", false),
        (&["--no-show", "none"][..], "none", "everybody", false),
        (&["--no-show", "stored"][..], "stored", "unknown", false),
        (&["--no-show", "15 %"][..], "share", "asked", true),
    ] {
        let all = json(&[&base[..], option].concat());
        let places = &all["places"];
        assert_eq!(places["no_show"], no_show);
        assert_eq!(places["cancellations_proven"], true);
        let runs = places["runs"].as_array().unwrap();
        let run = runs.iter().find(|run| run["run"] == "D27-02").unwrap();
        assert_eq!(run["expected"]["by"], by, "{run}");
        assert_eq!(run["group"]["proposal"], "enough");
        let [seats, places] = ["seats", "places"].map(|own| run[own].as_u64().unwrap());
        assert_eq!(places > seats, more, "{run}");
        // By chains of moves a further run may serve more than could go there, and never more than it has.
        let worth = all["more_seats"]["runs"].as_array().unwrap();
        assert!(!worth.is_empty());
        for own in worth {
            let [places, served] = ["places", "served"].map(|name| &own["further_run"][name]);
            assert!(
                served.as_u64().unwrap() <= places.as_u64().unwrap(),
                "{own}"
            );
            assert!(served.as_u64().unwrap() > 0, "{own}");
        }
    }
    for wrong in ["100%", "15", "lagret"] {
        let (code, _, err) = ask(&[&base[..], &["--no-show", wrong]].concat());
        assert_eq!(code, 2);
        assert!(
            err.contains("`stored`, `none` or a share below `100%`"),
            "{err}"
        );
    }
}

#[test]
fn a_freed_seat_goes_to_who_is_next_and_few_move() {
    let (code, text, _) = ask(&["next", BERGEN, "D27-02", "--people", PEOPLE]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("next_en", between(&text, "If a seat", "What this report"));
    let all = json(&["next", BERGEN, "D27-02", "--people", PEOPLE]);
    let steps = all["next"]["steps"].as_array().unwrap();
    // The last of the chain had no place, the others one.
    let from: Vec<bool> = steps.iter().map(|step| step["from"].is_null()).collect();
    assert_eq!(from.iter().filter(|none| **none).count(), 1);
    assert_eq!(from.last(), Some(&true));
    assert_eq!(steps[0]["to"], "D27-02");
}

#[test]
fn a_letter_says_what_becomes_of_one_person_and_never_who_holds_a_place() {
    let all = json(&["assign", BERGEN, "--people", PEOPLE]);
    let people = all["places"]["people"].as_array().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for person in people {
        let (id, is) = (
            person["person"].as_str().unwrap(),
            person["outcome"]["is"].as_str().unwrap(),
        );
        if !seen.insert(is) {
            continue;
        }
        for lang in ["en", "nb", "nn"] {
            let asked = [
                "assign", BERGEN, "--people", PEOPLE, "--letter", id, "--lang", lang,
            ];
            let (code, text, _) = ask(&asked);
            assert_eq!(code, 0);
            for other in people {
                let other = other["person"].as_str().unwrap();
                assert!(!text.contains(other), "{is}: `{other}` in {text}");
            }
        }
        let letter = json(&["assign", BERGEN, "--people", PEOPLE, "--letter", id]);
        assert_eq!(letter["letter"]["wishes"][0]["outcome"]["is"], is);
        assert_eq!(letter.as_object().unwrap().len(), 2, "{letter}");
    }
    assert_eq!(
        seen.into_iter().collect::<Vec<_>>(),
        ["ask", "full", "given", "kept", "no_run"]
    );
}

#[test]
fn what_cannot_be_asked_is_told_with_what_to_do() {
    let said = |args: &[&str]| {
        let (code, out, err) = ask(args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        err
    };
    let people = ["--people", PEOPLE];
    let errors = [
        said(&[&["assign", BERGEN, "--letter", "NOBODY"], &people[..]].concat()),
        said(&[&["next", BERGEN, "W27-01"], &people[..]].concat()),
        said(&[&["next", BERGEN, "D27-01"], &people[..]].concat()),
        said(&[&["next", BERGEN, "D27-20"], &people[..]].concat()),
        said(&["assign", BERGEN, "--people", BERGEN]),
        said(&["assign", BERGEN, "--people", "../../examples"]),
    ];
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = std::path::absolute(root).unwrap();
    let root = root
        .components()
        .fold(std::path::PathBuf::new(), |mut all, part| {
            if part == std::path::Component::ParentDir {
                all.pop();
            } else {
                all.push(part);
            }
            all
        });
    let said = errors.concat().replace(&root.display().to_string(), "ROOT");
    insta::assert_snapshot!("wrong_questions", said);
}

#[test]
fn need_is_told_beside_capacity_without_few_people() {
    let plan = |more: &[&str]| {
        let (code, text, err) = ask(&[&["plan", BERGEN][..], more].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        text
    };
    let (title, ending) = ("Need beside capacity", "What this report");
    insta::assert_snapshot!("need_en", between(&plan(&[]), title, ending));
    let text = plan(&["--people", PEOPLE]);
    insta::assert_snapshot!("need_people_en", between(&text, title, ending));
    let text = plan(&["--people", PEOPLE, "--lang", "nb"]);
    let (title, ending) = ("Behov ved siden av kapasitet", "Hva rapporten");
    insta::assert_snapshot!("need_people_nb", between(&text, title, ending));

    let all = json(&["plan", BERGEN, "--people", PEOPLE]);
    let need = &all["need"];
    assert_eq!(need["people"]["synthetic"], true);
    let rows = ["offers", "groups"].map(|rows| need[rows].as_array().unwrap());
    let mut told = 0;
    for row in rows.into_iter().flatten() {
        for key in ["waiting", "not_digital", "digital_not_known"] {
            let count = &row["people"][key];
            assert!(count.is_null() || count.as_u64().unwrap() >= 5, "{row}");
            told += usize::from(!count.is_null());
        }
    }
    assert!(told > 5, "only {told} counts were told");
    // Nobody's id stands anywhere in the plan.
    assert!(!all.to_string().contains("\"P0"));
    assert_eq!(json(&["plan", BERGEN])["need"]["people"], Value::Null);
}

#[test]
fn who_begins_after_the_deadline_is_told_to_the_staff_and_to_the_person() {
    let all = json(&["assign", BERGEN, "--people", PEOPLE]);
    let people = all["places"]["people"].as_array().unwrap();
    let late = |is: &str| {
        let own = people
            .iter()
            .find(|own| own["starts_by_deadline"]["value"] == false && own["outcome"]["is"] == is);
        own.unwrap()["person"].as_str().unwrap()
    };
    for (is, said) in [
        (
            "given",
            "The course starts after the deadline on your referral.",
        ),
        (
            "full",
            "The courses that would suit you start after the deadline",
        ),
    ] {
        let asked = ["assign", BERGEN, "--people", PEOPLE, "--letter", late(is)];
        let (_, text, _) = ask(&asked);
        assert!(text.contains(said), "{text}");
        let letter = json(&asked);
        assert_eq!(
            letter["letter"]["wishes"][0]["starts_by_deadline"]["value"],
            false
        );
    }
    let none = people.iter().find(|own| {
        own["starts_by_deadline"]["state"] == "not_stated" && own["outcome"]["is"] == "given"
    });
    let none = none.unwrap()["person"].as_str().unwrap();
    let (_, text, _) = ask(&["assign", BERGEN, "--people", PEOPLE, "--letter", none]);
    assert!(!text.contains("deadline"), "{text}");
}

#[test]
fn a_letter_asks_the_person_for_nothing_that_only_others_know() {
    let all = json(&["assign", BERGEN, "--people", PEOPLE]);
    let asks = all["places"]["asks"].as_array().unwrap();
    let of = |who: &str, fact: &str| {
        let mut own = asks.iter();
        let own = own.find(|ask| ask["of"] == who && ask["fact"] == fact);
        own.map(|ask| ask["person"].as_str().unwrap().to_owned())
    };
    // Nobody asks a patient for the referral, nor a run for anybody's year of birth.
    assert_eq!(of("person", "referral_fits"), None);
    assert_eq!(of("run", "age_fits"), None);
    let referral = of("clinic", "referral_fits").unwrap();
    let born = of("person", "age_fits").unwrap();
    for (person, lang, said, never) in [
        (
            &referral,
            "en",
            "need to know this from whoever referred you",
            "need to know more",
        ),
        (
            &referral,
            "nb",
            "få vite dette av den som henviste deg",
            "trengs henvisning",
        ),
        (&born, "nn", "fødselsåret", "tilvising"),
    ] {
        let asked = [
            "assign", BERGEN, "--people", PEOPLE, "--letter", person, "--lang", lang,
        ];
        let (_, text, _) = ask(&asked);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(said) && !text.contains(never), "{text}");
    }
}

#[test]
fn who_wanted_to_come_together_and_would_not_is_named_to_the_staff() {
    let row = "P011;D27-05;takket nei;13.11.2026;13.11.2026\n";
    let store = with_rows("parted", "plasseringer.csv", row);
    let all = json(&["assign", BERGEN, "--people", &store]);
    let parted = all["places"]["parted"].as_array().unwrap();
    let [parted] = parted.as_slice() else {
        panic!("one pair: {parted:?}");
    };
    assert_eq!(
        (&parted["patient"], &parted["relative"]),
        (&"P010".into(), &"P011".into())
    );
    assert_eq!(
        (&parted["patient_in"], &parted["relative_in"]),
        (&"D27-05".into(), &Value::Null)
    );
    for (lang, said) in [
        ("en", "These want to come together"),
        ("nb", "Disse vil komme sammen"),
        ("nn", "Desse vil kome saman"),
    ] {
        let (_, text, _) = ask(&["assign", BERGEN, "--people", &store, "--lang", lang]);
        let (_, after) = text.split_once(said).unwrap();
        let table = after.split("\n\n").next().unwrap();
        assert!(table.contains("P010") && table.contains("P011"), "{table}");
    }
    let whole = json(&["assign", BERGEN, "--people", PEOPLE]);
    assert_eq!(whole["places"]["parted"], serde_json::json!([]));
}

#[test]
fn whoever_waits_for_several_courses_is_told_of_each() {
    // Referred to the course for several conditions with a deadline, and to the one for the heart without.
    let rows = "P018;IL03;;04.10.2025;12.09.2027\nP018;IL05;;05.10.2025;\n";
    let store = with_rows("several", "henvisninger.csv", rows);
    let all = json(&["assign", BERGEN, "--people", &store]);
    let people = all["places"]["people"].as_array().unwrap();
    let own: Vec<&Value> = people
        .iter()
        .filter(|own| own["person"] == "P018")
        .collect();
    let several = own.len();
    assert!(several >= 2, "{own:?}");
    assert!(own.iter().all(|own| own["wishes"] == several), "{own:?}");
    let of = |offer: &str| {
        let mut own = own.iter();
        let own = own.find(|own| own["waits_for"]["offer"] == offer).unwrap();
        own["deadline"]["state"].clone()
    };
    assert_eq!(
        (of("IL03"), of("IL05")),
        ("known".into(), "not_stated".into())
    );
    for (lang, said) in [
        ("en", "1 person waits for several courses"),
        ("nb", "1 person venter på flere kurs"),
        ("nn", "1 person ventar på fleire kurs"),
    ] {
        let asked = ["assign", BERGEN, "--people", &store, "--lang", lang];
        let (_, text, _) = ask(&[&asked[..], &["--all"]].concat());
        assert!(text.contains(said), "{text}");
        assert!(text.contains("P018 (KOLS-skole"), "{text}");
        let (_, letter, _) = ask(&[&asked[..], &["--letter", "P018"]].concat());
        assert!(
            letter.contains("KOLS-skole") && !letter.contains("P018"),
            "{letter}"
        );
    }
    let letter = json(&["assign", BERGEN, "--people", &store, "--letter", "P018"]);
    assert_eq!(
        letter["letter"]["wishes"].as_array().unwrap().len(),
        several
    );
}

#[test]
fn what_other_ways_cost_is_told_by_class_distance_and_language() {
    let base = ["assign", BERGEN, "--people", PEOPLE];
    assert_eq!(json(&base)["places"]["comparison"], Value::Null);
    let all = json(&[&base[..], &["--compare"]].concat());
    let own = &all["places"]["comparison"];
    let ways = [
        "fair_order",
        "cost",
        "arrival",
        "greedy",
        "deferred_acceptance",
    ];
    assert_eq!(own["ways"], serde_json::json!(ways));
    let groups = own["groups"].as_array().unwrap();
    let sum = |by: &str, of: &dyn Fn(&Value) -> u64| -> u64 {
        groups.iter().filter(|own| own["by"] == by).map(of).sum()
    };
    let people = |own: &Value| own["people"].as_u64().unwrap();
    assert!(sum("everybody", &people) > 50);
    for by in ["class", "distance", "language"] {
        // Everybody is in one group of each kind.
        assert_eq!(sum(by, &people), sum("everybody", &people), "{by}");
        for way in ways {
            let without = |own: &Value| own["without_place"][way].as_u64().unwrap();
            assert_eq!(sum(by, &without), sum("everybody", &without), "{by} {way}");
        }
    }
    // Nothing serves more of all than the two objectives, and both serve as many.
    let of_all = |way: &str| {
        sum("everybody", &|own: &Value| {
            own["without_place"][way].as_u64().unwrap()
        })
    };
    assert_eq!(of_all("fair_order"), of_all("cost"));
    let is = |is: &str| {
        let people = all["places"]["people"].as_array().unwrap().iter();
        people.filter(|own| own["outcome"]["is"] == is).count() as u64
    };
    assert_eq!(of_all("fair_order"), is("full"));
    assert_eq!(sum("everybody", &people), is("full") + is("given"));
    let by_cost = json(&[&base[..], &["--compare", "--by-cost"]].concat());
    let other = &by_cost["places"]["comparison"];
    assert_eq!(other["ways"][0], "cost");
    let table = |own: &Value| {
        let groups = own["groups"].as_array().unwrap().iter();
        groups
            .map(|own| (own["group"].clone(), own["without_place"].clone()))
            .collect::<Vec<_>>()
    };
    // Whichever is the proposal, the same ways leave out the same.
    assert_eq!(table(own), table(other));
    for (lang, heading, end) in [
        ("en", "Without a place, by other ways", "People\n"),
        ("nb", "Uten plass, etter andre måter", "Personer\n"),
        ("nn", "Utan plass, etter andre måtar", "Personar\n"),
    ] {
        let asked = [&base[..], &["--compare", "--lang", lang]].concat();
        let (_, text, _) = ask(&asked);
        insta::assert_snapshot!(format!("compare_{lang}"), between(&text, heading, end));
    }
    let (code, _, _) = ask(&[&base[..], &["--compare", "--letter", "P001"]].concat());
    assert_eq!(code, 2);
}

#[test]
fn why_people_have_no_place_is_told_without_naming_them() {
    let all = json(&["assign", BERGEN, "--people", PEOPLE]);
    let blocked = &all["blocked"];
    let groups = blocked["groups"].as_array().unwrap();
    assert!(groups.len() > 2, "{blocked}");
    let full = all["places"]["people"].as_array().unwrap().iter();
    let full = full.filter(|own| own["outcome"]["is"] == "full").count() as u64;
    let told: u64 = groups
        .iter()
        .map(|own| own["people"].as_u64().unwrap())
        .sum();
    let left_out = blocked["left_out"].as_u64().unwrap();
    // Those who come together wait for seats for all of them.
    assert!(
        told + left_out <= full && told + left_out + 6 >= full,
        "{told} {full}"
    );
    for group in groups {
        let runs = group["runs"].as_array().unwrap();
        assert!(!runs.is_empty(), "{group}");
        for run in runs {
            let classes = run["by_class"].as_array().unwrap().iter();
            let people: u64 = classes.map(|own| own["people"].as_u64().unwrap()).sum();
            assert_eq!(people, run["seats"].as_u64().unwrap(), "{run}");
        }
    }
    let shown = format!("{blocked}{}", all["more_seats"]);
    assert!(!shown.contains("\"P0"), "{shown}");
}
