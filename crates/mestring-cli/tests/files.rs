//! Making desks, taking lists in, and writing workbooks.

use std::path::{Path, PathBuf};

use mestring_cli::{Surroundings, run_in};
use mestring_exchange::folder;

/// A folder of a test's own, which is removed when the test is done.
struct Own(PathBuf);

impl Own {
    fn new(name: &str) -> Self {
        let name = format!("mestring-cli-{name}-{}", std::process::id());
        let own = Own(std::env::temp_dir().join(name));
        let _ = std::fs::remove_dir_all(&own.0);
        own
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Calls the command; the folder is left out of what it printed.
fn ask(own: &Own, args: &[&str]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["mestring"].into_iter().chain(args.iter().copied());
    // Wide, since the length of the folder's name must not move line breaks.
    let wide = Surroundings {
        width: Some(1000),
        ..Surroundings::of_pipe()
    };
    let code = run_in(&wide, args, &mut out, &mut err);
    let folder = own.0.display().to_string();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace(&folder, "TEMP");
    (code, text(out), text(err))
}

#[test]
fn a_new_desk_reports_at_once_in_every_language() {
    let own = Own::new("new");
    for lang in ["en", "nb", "nn"] {
        let desk = own.at(lang);
        let (code, out, err) = ask(&own, &["new", &desk, "--lang", lang]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(
            out.contains(&format!("`mestring report TEMP/{lang}`")),
            "{out}"
        );
        assert!(folder::read_pack(Path::new(&desk).join("rules/priority").as_path()).is_ok());

        let (code, out, err) = ask(&own, &["report", &desk, "--lang", lang]);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("DM2-2"), "{out}");
        let (code, _, err) = ask(&own, &["rules", "test", &format!("{desk}/rules/priority")]);
        assert_eq!(code, 0, "{err}");
    }
    let (code, out, err) = ask(&own, &["new", &own.at("nb")]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err, @"error: C013: `TEMP/nb` is there already; give the name of a new folder; nothing was written");
}

#[test]
fn a_desk_becomes_a_workbook_that_says_the_same() {
    let own = Own::new("export");
    let (desk, workbook) = (own.at("desk"), own.at("desk/alt.xlsx"));
    assert_eq!(ask(&own, &["new", &desk, "--lang", "nn"]).0, 0);
    let (code, out, _) = ask(&own, &["export", &desk, &workbook, "--lang", "nn"]);
    assert_eq!(code, 0);
    assert!(
        out.starts_with("TEMP/desk/alt.xlsx: 22 tabellar, "),
        "{out}"
    );
    let question = |desk: &str| {
        let out = ask(&own, &["report", desk, "--as-of", "2026-11-22"]).1;
        // CSV files have a note each on how they were read; a workbook's sheets need none.
        out.split("Found in the data")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(question(&workbook), question(&desk));

    let (code, _, err) = ask(&own, &["export", &desk, &workbook]);
    assert_eq!(code, 2);
    insta::assert_snapshot!(err, @"error: C013: `TEMP/desk/alt.xlsx` is there already; give another name, or `--overwrite`; nothing was written");
    assert_eq!(ask(&own, &["export", &desk, &workbook, "--overwrite"]).0, 0);
    let (code, _, err) = ask(&own, &["export", &desk, &own.at("alt.ods")]);
    assert_eq!(code, 2);
    assert!(err.contains("C014"), "{err}");
}

#[test]
fn a_list_is_shown_first_and_taken_in_when_asked() {
    let own = Own::new("import");
    let (desk, list) = (own.at("desk"), own.at("desk/../kurs.csv"));
    assert_eq!(ask(&own, &["new", &desk, "--lang", "nb"]).0, 0);
    let text = "Kursnavn;Antall samlinger:;Krever henvisning?;Telefon\n\
                Hjerteskole;6;ja;\nLungeskole;fire;nei;55 00 00 00\n";
    folder::write_file(Path::new(&list), text.as_bytes()).unwrap();

    let (code, out, _) = ask(&own, &["import", &list, "--into", &desk, "--lang", "nb"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(out, @r"
        kurs.csv: leses som tabellen tilbud
        -----------------------------------
        overskrift          kolonne     hvorfor              kan ikke leses  eksempel
        Kursnavn            tittel      et annet navn                0 av 2  Hjerteskole
        Antall samlinger:   samlinger   et annet navn                1 av 2  6
        Krever henvisning?  henvisning  del av overskriften          0 av 2  ja
        Telefon             leses ikke
        Ingenting er skrevet i arbeidsmappen. Gjetningen ligger i TEMP/desk/mapping.toml: rett den der, og importer på nytt med `--yes`.
        ");
    let read = |name: &str| {
        String::from_utf8(folder::read_file(&Path::new(&desk).join(name)).unwrap()).unwrap()
    };
    assert!(!read("tilbud.csv").contains("Hjerteskole"));
    assert!(
        read("mapping.toml").contains("Telefon = \"\""),
        "{}",
        read("mapping.toml")
    );

    let (code, out, err) = ask(
        &own,
        &["import", &list, "--into", &desk, "--yes", "--lang", "nb"],
    );
    assert_eq!(code, 1, "{err}");
    assert!(out.contains("avgjort før"), "{out}");
    assert!(
        out.contains("TEMP/desk/tilbud.csv: 2 rader lagt til, 0 celler endret"),
        "{out}"
    );
    assert!(
        err.contains("`fire` er verken et helt tall eller et spenn"),
        "{err}"
    );
    assert!(read("tilbud.csv").contains("Hjerteskole"));
    let (_, out, _) = ask(&own, &["import", &list, "--into", &desk, "--yes", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["written"][0]["added"], 0, "a row is not added twice");

    let (code, _, err) = ask(&own, &["import", &list, "--as", "tilbod", "--into", &list]);
    assert_eq!(code, 2);
    assert!(err.contains("C015"), "{err}");
    let (code, _, err) = ask(&own, &["import", &list, "--as", "tilbot"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `tilbod`?"), "{err}");
}

/// A workbook as a spreadsheet saved it, with a title above the headings, becomes a desk; the
/// workbook that the desk is written to, taken in again, gives the same desk.
#[test]
fn a_kept_workbook_becomes_a_desk_and_comes_back() {
    const KEPT: &str = "../mestring-exchange/tests/fixtures/term_list.xlsx";
    let own = Own::new("kept");
    let (desk, workbook) = (own.at("desk"), own.at("out.xlsx"));
    let (code, out, err) = ask(
        &own,
        &["import", KEPT, "--into", &desk, "--yes", "--lang", "nb"],
    );
    assert_eq!(code, 1, "{err}");
    assert!(
        out.contains("TEMP/desk/tilbud.csv: 4 rader lagt til, 0 celler endret"),
        "{out}"
    );
    assert!(err.contains("`#DIV/0!` og ble lest som tom"), "{err}");
    assert_eq!(
        ask(&own, &["export", &desk, &workbook, "--lang", "nb"]).0,
        1
    );
    let rows = |path: &str| {
        let (desk, _) = mestring_exchange::desk::read(Path::new(path)).unwrap();
        // A row whose title a merge took away is told, and stays in the list's CSV file.
        assert_eq!(desk.offers.len(), 3);
        (desk.settings.lang, desk.tables(mestring_model::Lang::En))
    };
    assert_eq!(rows(&desk), rows(&workbook));
}
