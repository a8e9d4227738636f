//! Which offers cover which step of the pathways, as the command tells it.

mod support;

use support::ask;

const BERGEN: &str = "../../examples/bergen";

/// The answer from its title to what the report rests on: no pack and no hash is in it.
fn told(args: &[&str], lang: &str) -> String {
    let asked = [&["pathways", BERGEN, "--lang", lang], args].concat();
    let (code, text, err) = ask(&asked);
    assert_eq!((code, err.as_str()), (0, ""), "{args:?}");
    let long = text.lines().find(|line| line.chars().count() > 100);
    assert_eq!(long, None, "{args:?} {lang}");
    assert!(
        !text.contains("[pathways-") && !text.contains("{$"),
        "{text}"
    );
    let starts = ["Pathways: ", "Forløp: "];
    let ends = ["What this report", "Hva rapporten", "Kva rapporten"];
    let lines = text.lines();
    let lines = lines.skip_while(|line| !starts.iter().any(|own| line.starts_with(own)));
    let lines = lines.take_while(|line| !ends.iter().any(|own| line.starts_with(own)));
    let told: String = lines.map(|line| format!("{line}\n")).collect();
    assert!(told.lines().count() > 20, "{told}");
    told
}

#[test]
fn all_pathways_in_three_languages() {
    for lang in ["en", "nb", "nn"] {
        insta::assert_snapshot!(format!("all_{lang}"), told(&[], lang));
    }
}

#[test]
fn one_group_is_told_in_full() {
    for lang in ["en", "nb", "nn"] {
        let text = told(&["--group", "heart"], lang);
        insta::assert_snapshot!(format!("heart_{lang}"), text);
    }
}

#[test]
fn one_municipality_is_told_by_number_or_by_name() {
    let by_name = told(
        &["--group", "dementia_relatives", "--municipality", "askøy"],
        "nb",
    );
    let by_number = told(&["--group", "dementia", "--municipality", "4627"], "nb");
    assert_eq!(by_name, by_number);
    insta::assert_snapshot!("askoy_nb", by_name);
}

#[test]
fn a_name_that_is_nobodys_says_which_is_near() {
    let cases = [
        (["--group", "hart"], "C090", "did you mean `heart`?"),
        (["--group", "zzzzzzz"], "C090", "no pathway, `zzzzzzz`"),
        (["--municipality", "Askoy"], "C091", "did you mean `Askøy`?"),
        (["--municipality", "0301"], "C091", "no municipality `0301`"),
        (["--svg", "/nowhere/x.svg"], "C092", "--group"),
        (
            ["--csv", "../../examples/bergen/ny.csv"],
            "C093",
            "name a file outside",
        ),
    ];
    for (args, code, says) in cases {
        let (exit, out, err) = ask(&[&["pathways", BERGEN], &args[..]].concat());
        assert_eq!((exit, out.as_str()), (2, ""), "{args:?}");
        assert!(err.contains(code) && err.contains(says), "{err}");
        for lang in ["nb", "nn"] {
            let (_, _, err) = ask(&[&["pathways", BERGEN, "--lang", lang], &args[..]].concat());
            assert!(err.contains(code) && !err.contains("[error-"), "{err}");
        }
    }
}

#[test]
fn the_answer_for_machines_has_every_step_for_every_municipality_with_its_reasons() {
    let (code, text, _) = ask(&["pathways", BERGEN, "--json", "--group", "lung"]);
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let own = &json["pathways"]["pathways"][0];
    assert_eq!(own["id"], "copd");
    assert_eq!(own["shipped"], true);
    let steps = own["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 5);
    for step in steps {
        assert_eq!(step["cells"].as_array().unwrap().len(), 18);
        let made_up = step["origin"]["illustrative"] == true;
        assert_eq!(made_up, step["origin"]["source"].is_null());
    }
    let fit = &steps[1]["cells"][0]["fits"][0];
    assert_eq!(
        (&fit["offer"], &fit["certain"]),
        (&"IL05".into(), &true.into())
    );
    assert_eq!(
        (&fit["integrated"], &fit["named"]),
        (&false.into(), &serde_json::Value::Null)
    );
    let facts: Vec<_> = fit["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| &own["fact"])
        .collect();
    assert_eq!(facts, ["topics", "audience", "level", "reach", "status"]);
    assert_eq!(steps[0]["cells"][0]["silence"]["why"], "not_asked");
    assert_eq!(own["hand_overs"][0]["cells"][0]["agreed"], "yes");

    // The report of everything has its gaps.
    let (_, text, _) = ask(&["report", BERGEN, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let gaps = json["pathway_gaps"].as_array().unwrap();
    let stroke = gaps
        .iter()
        .find(|own| own["step"] == "stroke_follow_up")
        .unwrap();
    assert_eq!(stroke["where"].as_array().unwrap().len(), 18);
}

#[test]
fn a_picture_and_a_list_are_written_and_none_is_written_over() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = |name: &str| folder.join(name).display().to_string();
    let (svg, csv) = (path("kols.svg"), path("kols.csv"));
    for file in [&svg, &csv] {
        // A run before this one may have left its files.
        let path: &std::path::Path = file.as_ref();
        if !mestring_exchange::folder::is_free(path).unwrap() {
            mestring_exchange::folder::remove_file(path).unwrap();
        }
    }
    let asked = [
        "pathways", BERGEN, "--group", "copd", "--svg", &svg, "--csv", &csv, "--lang", "nb",
    ];
    let (code, text, _) = ask(&asked);
    assert_eq!(code, 0);
    assert!(text.contains("Skrevet:"), "{text}");
    let read = |path: &str| {
        let bytes = mestring_exchange::folder::read_file(path.as_ref()).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let picture = read(&svg);
    assert!(
        picture.starts_with("<svg ")
            && picture.contains("<title id=\"title\">Forløp: KOLS</title>")
    );
    let (rows, _) = mestring_exchange::csv_text::read("kols.csv", read(&csv).as_bytes()).unwrap();
    assert_eq!((rows.rows.len(), rows.headings.len()), (5 * 18, 16));
    assert_eq!(rows.headings[8], "dekning");
    let (code, out, err) = ask(&asked);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("C013"), "{err}");
    let again: Vec<&str> = asked.iter().copied().chain(["--overwrite"]).collect();
    assert_eq!(ask(&again).0, 0);
    assert_eq!(read(&svg), picture);
}
