//! Making desks, taking lists in, and writing workbooks.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use std::collections::BTreeMap;
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

/// The files of a desk folder, those in its own folders left out.
fn all_of(desk: &str) -> BTreeMap<String, Vec<u8>> {
    folder::read_folder(Path::new(desk), &["csv", "toml"]).unwrap()
}

fn write(own: &Own, name: &str, text: &str) -> String {
    let path = own.at(name);
    folder::write_file(Path::new(&path), text.as_bytes()).unwrap();
    path
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
        out.starts_with("TEMP/desk/alt.xlsx: 27 tabellar, "),
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

    let before = all_of(&desk);
    let (code, out, err) = ask(&own, &["import", &list, "--into", &desk, "--lang", "nb"]);
    assert_eq!(code, 1, "{err}");
    let plain = |text: &str| -> String {
        let lines = text.lines().filter(|line| !line.starts_with("--"));
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(plain(&out), @"
    kurs.csv: leses som tabellen tilbud
    overskrift          kolonne     hvorfor              kan ikke leses  eksempel
    Kursnavn            tittel      et annet navn                0 av 2  Hjerteskole
    Antall samlinger:   samlinger   et annet navn                1 av 2  6
    Krever henvisning?  henvisning  del av overskriften          0 av 2  ja
    Telefon             leses ikke

    Dette blir skrevet i TEMP/desk
    tilbud.csv: 2 rader legges til, 0 celler endres
    1 celle kommer ikke med i arbeidsmappen. Grunnene står nedenfor. Med `--yes` tar TEMP/desk/import-left-out.csv vare på det listen sier.
    Ingenting er skrevet ennå. Stemmer dette, gi kommandoen på nytt med `--yes`. Er en overskrift lest som noe annet enn den er, si hva den er med `--column \"OVERSKRIFT=KOLONNE\"`; `--column \"OVERSKRIFT=\"` holder den utenfor.
    ");
    assert_eq!(all_of(&desk), before, "nothing is written without --yes");

    let yes = ["import", &list, "--into", &desk, "--yes", "--lang", "nb"];
    let (code, out, err) = ask(&own, &yes);
    assert_eq!(code, 1, "{err}");
    insta::assert_snapshot!(plain(out.split_once("\n\n").unwrap().1), @"
    Skrevet i TEMP/desk
    tilbud.csv: 2 rader lagt til, 0 celler endret
    1 celle kom ikke med i arbeidsmappen. TEMP/desk/import-left-out.csv tar vare på det listen sier, med grunnen: rett listen, og importer den på nytt.
    Neste: `mestring report TEMP/desk`
    ");
    insta::assert_snapshot!(err, @"
    feil X119: kurs.csv, rad 3, kolonne `Antall samlinger:`: `fire` er verken et helt tall eller et spenn; skriv `8`, eller `8-12` med det minste tallet først; cellen ble stående tom
    Funnet i dataene: 1 feil, 0 advarsler, 1 merknad.
    1 av dem vises ikke her. `--all` viser alt.
    ");
    let read = |name: &str| {
        String::from_utf8(folder::read_file(&Path::new(&desk).join(name)).unwrap()).unwrap()
    };
    let mapping = read("mapping.toml");
    let (_, mapping) = mapping.split_once("\n\n").unwrap();
    insta::assert_snapshot!(mapping, @r#"
    [guess.kurs]
    table = "offers"

    [guess.kurs.columns]
    "Antall samlinger:" = "sessions"
    "Krever henvisning?" = "referral"
    Kursnavn = "title"
    Telefon = ""
    "#);
    assert!(
        read("import-left-out.csv")
            .contains("kurs.csv;3;Antall samlinger:;tilbud;lungeskole;samlinger;fire;\"`fire` er verken et helt tall"),
    );
    // What stood stands, byte for byte, and no later command is told of the list's mistake.
    assert!(
        read("tilbud.csv")
            .as_bytes()
            .starts_with(&before["tilbud.csv"])
    );
    let (code, out, err) = ask(&own, &["report", &desk, "--as-of", "2026-11-22", "--all"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("1 cell that an import left out waits here"),
        "{out}"
    );

    // A guess is a guess the second time too, and a row is not added twice.
    let (_, out, _) = ask(&own, &yes);
    assert!(out.contains("del av overskriften"), "{out}");
    assert!(!out.contains("bestemt av dere"), "{out}");
    let (_, out, _) = ask(&own, &["import", &list, "--into", &desk, "--yes", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["tables"][0]["added"], 0);
    assert_eq!(json["left_out"][0]["cell"], "fire");
    assert_eq!(json["written"], true);

    // The list is mended: the cell is taken in, and nothing waits any more.
    let mended = text.replace("fire", "4");
    folder::write_file(Path::new(&list), mended.as_bytes()).unwrap();
    let mut update = yes.to_vec();
    update.push("--update");
    let (code, out, err) = ask(&own, &update);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("tilbud.csv: 0 rader lagt til, 1 celle endret"),
        "{out}"
    );
    assert!(!all_of(&desk).contains_key("import-left-out.csv"));

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
        out.contains("tilbud.csv: 3 rader lagt til, 0 celler endret"),
        "{out}"
    );
    assert!(err.contains("`#DIV/0!` og ble lest som tom"), "{err}");
    assert_eq!(
        ask(&own, &["export", &desk, &workbook, "--lang", "nb"]).0,
        0
    );
    let rows = |path: &str| {
        let (desk, _) = mestring_exchange::desk::read(Path::new(path)).unwrap();
        // A row whose title a merge took away is told, and kept beside the tables.
        assert_eq!(desk.offers.len(), 3);
        (desk.settings.lang, desk.tables(mestring_model::Lang::En))
    };
    assert_eq!(rows(&desk), rows(&workbook));
}

#[test]
fn without_yes_nothing_is_made_and_with_it_a_desk_is() {
    let own = Own::new("fresh");
    assert_eq!(ask(&own, &["new", &own.at("other")]).0, 0);
    let list = write(&own, "kurs.csv", "Kursnavn;Plasser\nHjerteskole;12\n");
    let desk = own.at("fresh");
    let asked = ["import", &list, "--into", &desk, "--lang", "nn"];
    let (code, out, err) = ask(&own, &asked);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("TEMP/fresh blir ei ny arbeidsmappe"), "{out}");
    assert!(out.contains("Ingenting er skrive enno."), "{out}");
    assert!(folder::kind(Path::new(&desk)).is_err());
    let (code, out, _) = ask(&own, &[&asked[..], &["--yes"]].concat());
    assert_eq!(code, 0);
    assert!(out.contains("TEMP/fresh er ei ny arbeidsmappe"), "{out}");
    assert!(out.contains("tilbod.csv: 1 rad lagde til"), "{out}");
    let made: Vec<String> = all_of(&desk).into_keys().collect();
    assert_eq!(made, ["desk.toml", "mapping.toml", "tilbod.csv"]);

    // A folder that is no desk is not made one.
    folder::create(
        Path::new(&own.at("docs")),
        &BTreeMap::from([("a.txt".to_owned(), vec![])]),
    )
    .unwrap();
    let (code, _, err) = ask(&own, &["import", &list, "--into", &own.at("docs"), "--yes"]);
    assert_eq!(code, 2);
    assert!(err.contains("X014"), "{err}");
}

#[test]
fn a_list_that_nothing_can_be_made_of_is_an_error_with_a_remedy() {
    let own = Own::new("misfit");
    let desk = own.at("desk");
    assert_eq!(ask(&own, &["new", &desk]).0, 0);
    let check = |text: &str, more: &[&str], expect: &str| {
        let list = write(&own, "liste.csv", text);
        let args = [&["import", &list, "--into", &desk, "--yes"][..], more].concat();
        let before = all_of(&desk);
        let (code, _, err) = ask(&own, &args);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains(expect), "{err}");
        assert_eq!(all_of(&desk), before);
    };
    check(
        "farge;smak\n1;2\n",
        &[],
        "error X120: liste.csv: no table of a desk fits the list; say which it is with `--as TABLE`: \
         organisations, ",
    );
    check(
        "hva vi gjør;Plasser\nHjerteskole;8\n",
        &["--as", "tilbud"],
        "error X120: liste.csv: the list was taken for `offers`, and no heading of it is `title`, \
         which must be there; say which it is with `--column \"HEADING=title\"`",
    );
    check(
        "Kursnavn;Plasser\n",
        &[],
        "error: C024: `TEMP/liste.csv` has no rows",
    );
    check(
        "Kursnavn;Plasser\na;8\n",
        &["--column", "Kursnamn=title"],
        "error: C025: `Kursnamn` is no heading of the list; did you mean `Kursnavn`?",
    );
    check(
        "Kursnavn;Plasser\na;8\n",
        &["--column", "Kursnavn=titel"],
        "error: C025: `titel` is no column of any table; did you mean `title`?",
    );
    check(
        "Kursnavn;Plasser\na;8\n",
        &["--as", "tilbud", "--column", "Kursnavn=titel"],
        "error: C025: `titel` is no column of `offers`; did you mean `title`?",
    );
    check(
        "Kursnavn;Plasser\na;8\n",
        &["--sheet", "Ark1"],
        "error: C025: `Ark1` is no sheet of `liste.csv`; there are: liste",
    );

    // What the heading is, is said, and stays said.
    let list = write(
        &own,
        "liste.csv",
        "hva vi gjør;Plasser;Rom\nHjerteskole;8;A\n",
    );
    let asked = [
        "import", &list, "--into", &desk, "--as", "offers", "--yes", "--column",
    ];
    let (code, _, err) = ask(
        &own,
        &[&asked[..], &["hva vi gjør=tittel", "--column", "Rom="]].concat(),
    );
    assert_eq!(code, 0, "{err}");
    let (code, out, err) = ask(&own, &["import", &list, "--into", &desk]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("settled by you"), "{out}");
    assert!(
        out.contains("offers.csv: 0 rows to add, 0 cells to change"),
        "{out}"
    );
}

#[test]
fn the_columns_rows_and_letters_of_the_desk_stay_as_they_are() {
    let own = Own::new("stay");
    let desk = own.at("desk");
    let before = b"id,navn,Kontakt,plasser\nR1,\"Stua\",resepsjonen,12\nR2,Sal\xE5s,,\n".to_vec();
    let files = BTreeMap::from([
        ("desk.toml".to_owned(), b"language = \"nb\"\n".to_vec()),
        ("rom.csv".to_owned(), before.clone()),
    ]);
    folder::create(Path::new(&desk), &files).unwrap();
    let list = write(
        &own,
        "rom.csv",
        "id;navn;plasser;kommune\nR2;Salås;8;\nR3;Loft;6;Voss herad\n",
    );
    let (code, out, err) = ask(
        &own,
        &["import", &list, "--into", &desk, "--yes", "--update"],
    );
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Read by name: Voss herad = 4621."), "{out}");
    assert_eq!(
        all_of(&desk)["rom.csv"],
        b"id,navn,Kontakt,plasser,kommunenummer\nR1,\"Stua\",resepsjonen,12,\nR2,Sal\xE5s,,8,\n\
          R3,Loft,,6,4621\n"
    );
}

#[test]
fn a_workbook_finds_its_rules_wherever_it_lies() {
    let own = Own::new("packs");
    let desk = own.at("desk");
    assert_eq!(ask(&own, &["new", &desk]).0, 0);
    let deep = own.at("a/b");
    folder::create(Path::new(&deep), &BTreeMap::new()).unwrap();
    let question = |desk: &str| {
        let (code, out, err) = ask(&own, &["plan", desk, "--as-of", "2026-11-22"]);
        assert_eq!(code, 0, "{err}");
        out.split("Found in the data")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let first = own.at("a/b/first.xlsx");
    let (code, _, err) = ask(&own, &["export", &desk, &first]);
    assert_eq!((code, err.contains("C026")), (0, false), "{err}");
    assert_eq!(question(&first), question(&desk));

    // Rules of one's own are found from where the workbook lies, and a warning says that they are.
    let rule = own.at("desk/rules/priority/deadline.rhai");
    let text = String::from_utf8(folder::read_file(Path::new(&rule)).unwrap()).unwrap();
    folder::write_file(Path::new(&rule), format!("// Our own.\n{text}").as_bytes()).unwrap();
    let second = own.at("a/b/second.xlsx");
    let (code, _, err) = ask(&own, &["export", &desk, &second]);
    assert_eq!(code, 0, "{err}");
    assert!(
        err.contains(
            "the rules for `priority` are your own and lie in `../../desk/rules/priority`"
        ),
        "{err}"
    );
    assert_eq!(question(&second), question(&desk));
    assert_ne!(
        question(&second),
        question(&first),
        "the pack's hash is another"
    );

    // The workbook becomes a desk again, with its settings and rules.
    let again = own.at("c/again");
    let (code, out, err) = ask(&own, &["import", &second, "--into", &again, "--yes"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("second.xlsx [offers]: taken for the table offers, all "),
        "{out}"
    );
    assert!(
        out.contains(" sheets have no rows and were passed over."),
        "{out}"
    );
    assert!(!out.contains("[desk]"), "{out}");
    assert_eq!(question(&again), question(&desk));
}

#[test]
fn a_number_that_may_be_a_persons_is_told_and_never_shown() {
    let own = Own::new("likely");
    let desk = own.at("desk");
    assert_eq!(ask(&own, &["new", &desk]).0, 0);
    // Control digits that no number of that day has.
    let number = "01014550001";
    // Where a finding quotes what is wrong: cells, ids, references, headings, settings, names.
    let text = format!("id,name,seats,note,{number}\nR1,Course room,{number} pl,{number},\n");
    write(&own, "desk/rooms.csv", &text);
    let text = format!("organisation,parent {number}\nring {number},x\n");
    write(&own, "desk/members.csv", &text);
    write(&own, &format!("desk/{number}.csv"), "id,name\nA,B\n");
    let text = format!("name = \"LMS\"\ncentre = \"ring {number}\"\nseed = \"{number}\"\n");
    write(&own, "desk/desk.toml", &text);
    let ask = |args: &[&str]| {
        let (_, out, err) = ask(&own, args);
        assert!(!out.contains(number), "{args:?}: {out}");
        assert!(!err.contains(number), "{args:?}: {err}");
        (out, err)
    };
    for lang in ["en", "nb", "nn"] {
        // The settings alone keep the desk from being read, and are shown with their lines.
        let (_, err) = ask(&["report", &desk, "--lang", lang]);
        assert_eq!(err.matches("[national number]").count(), 4, "{err}");
        let (_, err) = ask(&["report", &desk, "--lang", lang, "--json"]);
        assert_eq!(err.matches("[national number]").count(), 2, "{err}");
    }
    write(&own, "desk/desk.toml", "name = \"LMS\"\n");
    for lang in ["en", "nb", "nn"] {
        let asked = ["report", &desk, "--as-of", "2026-11-22", "--lang", lang];
        let (out, _) = ask(&[&asked[..], &["--all"]].concat());
        assert!(out.contains("X122: rooms.csv, "), "{out}");
        assert!(out.matches("[national number]").count() > 3, "{out}");
        let (out, _) = ask(&[&asked[..], &["--json"]].concat());
        assert!(out.matches("[national number]").count() > 3, "{out}");
    }
    let (findings, debug) = {
        let (_, findings) = mestring_exchange::desk::read(Path::new(&desk)).unwrap();
        (findings.len(), format!("{findings:?}"))
    };
    assert!(findings > 3 && !debug.contains(number), "{debug}");

    // A list that is taken in: what it leaves out, and where it differs from the desk.
    let list = write(
        &own,
        "liste.csv",
        &format!("id;navn;plasser;{number}\nR1;ring {number};9;\nR2;Sal;ring {number};\n"),
    );
    for more in [&[][..], &["--json"]] {
        let asked = [
            "import", &list, "--as", "rom", "--into", &desk, "--lang", "nb",
        ];
        let (out, err) = ask(&[&asked[..], more].concat());
        assert!(out.contains("[national number]") || err.contains("[national number]"));
        assert!(format!("{out}{err}").contains("X119"));
    }
}

#[test]
fn with_json_an_import_says_everything_as_json() {
    let own = Own::new("json");
    let desk = own.at("desk");
    assert_eq!(ask(&own, &["new", &desk]).0, 0);
    let check = |text: &str, more: &[&str], expect: (u8, &str)| {
        let list = write(&own, "liste.csv", text);
        let args = [&["import", &list, "--into", &desk, "--json"][..], more].concat();
        let (code, out, err) = ask(&own, &args);
        let lines = err.lines().map(serde_json::from_str::<serde_json::Value>);
        let errors: Vec<_> = lines.map(|line| line.unwrap()["error"].clone()).collect();
        let findings = match out.as_str() {
            "" => Vec::new(),
            out => {
                let document: serde_json::Value = serde_json::from_str(out).unwrap();
                document["findings"].as_array().unwrap().clone()
            }
        };
        let last = errors.iter().chain(&findings).next_back().unwrap();
        assert_eq!((code, last["code"].as_str().unwrap()), expect, "{out}{err}");
        assert_ne!(code == 2 && out.is_empty(), errors.is_empty(), "{out}{err}");
    };
    check(
        "Kursnavn;Plasser\nA;ti\nB;8\n",
        &["--as", "tilbud"],
        (1, "X119"),
    );
    check("farge;smak\n1;2\n", &[], (2, "X120"));
    check("Kursnavn;Plasser\n", &[], (2, "C024"));
    check("Kursnavn;Plasser\na;8\n", &["--sheet", "Ark1"], (2, "C025"));
    write(&own, "desk/offers.csv", "id;title\n\"A;B\n");
    check("Kursnavn;Plasser\na;8\n", &["--as", "tilbud"], (2, "X017"));
}
