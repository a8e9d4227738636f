//! The decision log by the command: written, replayed, decided upon, and found out where it is not
//! in order.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and these change logs, packs and desks of their own"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mestring::decide::{Decider, Packs};
use mestring::decision_log::{self, Entry, Reader};
use mestring_model::{Desk, Lang};
use serde_json::Value;
use support::ask;

const LMS: &str = "tests/fixtures/lms";
const BERGEN: &str = "../../examples/bergen";
const WAITING: &str = "tests/fixtures/regler/lengst_ventetid";

/// A folder of a test's own, made anew.
fn folder(name: &str) -> PathBuf {
    let own = format!("mestring-log-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(own);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What the command says, without the way to the test's folder.
fn said((code, out, err): (u8, String, String), folder: &Path) -> String {
    let folder = format!("{}/", folder.display());
    let text = format!("{code}\n{out}{err}").replace(&folder, "");
    // The hash of the last entry, which holds the version of the engine, stands in brackets.
    let parts = text.split_inclusive('(').map(|part| {
        let hash = part
            .get(..12)
            .filter(|own| own.chars().all(|c| c.is_ascii_hexdigit()));
        match hash.and_then(|hash| part.strip_prefix(hash)) {
            Some(rest) if rest.starts_with(')') => format!("HASH{rest}"),
            _ => part.to_owned(),
        }
    });
    parts.collect()
}

#[test]
fn an_answer_replays_to_the_same_after_its_pack_was_edited() {
    let own = folder("edited");
    let (log, pack) = (own.join("log.jsonl"), own.join("priority"));
    copy(Path::new("../../rules/priority"), &pack);
    let (code, out, _) = ask(&["plan", BERGEN, "--pack", text(&pack), "--log", text(&log)]);
    assert_eq!(code, 0);
    assert!(out.contains("Logged as entry 5 ("), "{out}");
    let rule = pack.join("focus_groups.rhai");
    let edited = fs::read_to_string(&rule).unwrap();
    let edited = edited.replace("run.focus_group", "!run.focus_group");
    fs::write(&rule, edited).unwrap();
    insta::assert_snapshot!(said(ask(&["rules", "replay", text(&log)]), &own), @r#"
    0
    Entry 5, plan of 2026-11-22: the same. 18 records, 162 verdicts.
    1 answer replayed: 1 the same, 0 different, 0 not replayed. All lines are in order.
    Sessions, rooms and leaders were not asked again: they stand in the desk, not in the log. `--on
    DESK` asks them too.
    The last entry is 5 (HASH). That lines were cut off behind it cannot be seen in the file:
    compare the number and the hash with a copy that was kept elsewhere.
    The hashes find what was changed, and what was lost between the first line and the last, by
    accident. They are no signature: who can write the file can write it anew.
    "#);
    // The edited pack, asked about the same facts, is another matter.
    let with = ask(&[
        "rules",
        "replay",
        text(&log),
        "--with",
        text(&pack),
        "--lang",
        "nb",
    ]);
    insta::assert_snapshot!(said(with, &own), @r#"
    1
    Post 5, plan per 22.11.2026: 31 forskjeller.
    - Regler for prioritering: priority 1.0.0 (HASH) da, priority 1.0.0 (HASH) nå.
    - W27-13: nummer 10 (klasse 3) da, nummer 5 (klasse 2) nå.
    - W27-14: nummer 11 (klasse 3) da, nummer 6 (klasse 2) nå.
    - W27-02: nummer 12 (klasse 3) da, nummer 7 (klasse 2) nå.
    - W27-15: nummer 13 (klasse 3) da, nummer 8 (klasse 2) nå.
    - W27-16: nummer 14 (klasse 3) da, nummer 9 (klasse 2) nå.
    - W27-05: nummer 15 (klasse 3) da, nummer 10 (klasse 2) nå.
    - W27-18: nummer 16 (klasse 4) da, nummer 11 (klasse 3) nå.
    - W27-17: nummer 17 (klasse 4) da, nummer 12 (klasse 3) nå.
    - W27-10: nummer 5 (klasse 2) da, nummer 13 (klasse 4) nå.
    - W27-08: nummer 6 (klasse 2) da, nummer 14 (klasse 4) nå.
    - W27-11: nummer 7 (klasse 2) da, nummer 15 (klasse 4) nå.
    - W27-06: nummer 8 (klasse 2) da, nummer 16 (klasse 4) nå.
    - W27-09: nummer 9 (klasse 2) da, nummer 17 (klasse 4) nå.
    - W27-01, `focus_groups`: nei da, ja nå.
    - W27-02, `focus_groups`: nei da, ja nå.
    - W27-03, `focus_groups`: nei da, ja nå.
    - W27-04, `focus_groups`: nei da, ja nå.
    - W27-05, `focus_groups`: nei da, ja nå.
    - W27-06, `focus_groups`: ja da, nei nå.
    11 til er utelatt her. `--all` viser dem.
    1 svar kjørt på nytt: 0 det samme, 1 annerledes, 0 ikke kjørt. Alle linjer er i orden.
    Det ble ikke spurt på nytt om samlinger, rom og kursholdere: de står i arbeidsmappen, ikke i loggen.
    `--on MAPPE` spør om dem også.
    Den siste posten er 5 (HASH). At linjer er kuttet av bak den, kan ikke ses i filen:
    sammenlign nummeret og kontrollsummen med en kopi som er tatt vare på et annet sted.
    Kontrollsummene finner det som er endret, og det som er mistet mellom den første og den siste
    linjen, ved et uhell. De er ingen signatur: den som kan skrive i filen, kan skrive den på nytt.
    "#);
    let all = ask(&["rules", "replay", text(&log), "--on", BERGEN, "--json"]);
    assert_eq!(all.0, 0, "{}", all.1);
    let all: Value = serde_json::from_str(&all.1).unwrap();
    assert_eq!(all["replayed"][0]["same"], true);
    assert_eq!(all["replayed"][0]["placed_again"], true);
    assert_eq!(all["replayed"].as_array().unwrap().len(), 1);
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn a_report_logs_every_answer_and_all_replay() {
    let own = folder("report");
    let log = own.join("log.jsonl");
    let (code, out, _) = ask(&["report", LMS, "--log", text(&log), "--json"]);
    assert_eq!(code, 0);
    let out: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(out["logged"].as_array().unwrap().len(), 3);
    for args in [["relate", LMS], ["obligations", LMS]] {
        assert_eq!(ask(&[args[0], args[1], "--log", text(&log)]).0, 0);
    }
    let (code, out, err) = ask(&["rules", "replay", text(&log)]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("5 answers replayed: 5 the same"), "{out}");
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn changed_and_torn_lines_are_named_and_the_rest_is_replayed() {
    let own = folder("torn");
    let log = own.join("log.jsonl");
    for _ in 0..2 {
        ask(&["plan", LMS, "--log", text(&log)]);
    }
    let whole = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let last = lines[lines.len() - 1];
    assert!(last.contains("\"rank\"") || last.contains("\"class\":1"));
    // Somebody lifts a run in the first answer.
    let at = lines.len() - 2;
    let lifted = whole.replacen(
        lines[at],
        &lines[at].replace("\"class\":2", "\"class\":1"),
        1,
    );
    fs::write(&log, &lifted).unwrap();
    insta::assert_snapshot!(said(ask(&["rules", "replay", text(&log), "--lang", "nn"]), &own), @r#"
    1
    X125: linje 5 er endra etter at ho blei skriven: kontrollsummen stemmer ikkje; hent linja frå ein
    tryggingskopi
    Post 6, plan per 22.11.2026: det same. 4 saker, 36 svar frå reglane.
    1 svar køyrt på nytt: 1 det same, 0 annleis, 0 ikkje køyrt. 1 linje er ikkje i orden.
    Det blei ikkje spurt på nytt om samlingar, rom og kurshaldarar: dei står i arbeidsmappa, ikkje i
    loggen. `--on MAPPE` spør om dei òg.
    Den siste posten er 6 (HASH). At linjer er kutta av bak han, kan ein ikkje sjå i fila:
    samanlikn nummeret og kontrollsummen med ein kopi som er teken vare på ein annan stad.
    Kontrollsummane finn det som er endra, og det som er mista mellom den første og den siste linja, ved
    eit uhell. Dei er ingen signatur: den som kan skrive i fila, kan skrive ho på nytt.
    "#);
    // The machine stops in the middle of the second.
    fs::write(&log, &whole[..whole.len() - last.len() / 2]).unwrap();
    insta::assert_snapshot!(said(ask(&["rules", "replay", text(&log)]), &own), @r#"
    1
    Entry 5, plan of 2026-11-22: the same. 4 records, 36 verdicts.
    X126: line 6 is torn: the file ends in the middle of it; ask the question again
    1 answer replayed: 1 the same, 0 different, 0 not replayed. 1 line is not in order.
    Sessions, rooms and leaders were not asked again: they stand in the desk, not in the log. `--on
    DESK` asks them too.
    The last entry is 5 (HASH). That lines were cut off behind it cannot be seen in the file:
    compare the number and the hash with a copy that was kept elsewhere.
    The hashes find what was changed, and what was lost between the first line and the last, by
    accident. They are no signature: who can write the file can write it anew.
    "#);
    // What is asked next stands on a line of its own, and all but the torn one is replayed.
    assert_eq!(ask(&["plan", LMS, "--log", text(&log)]).0, 0);
    let (code, out, _) = ask(&["rules", "replay", text(&log)]);
    assert_eq!(code, 1);
    assert!(
        out.contains("2 answers replayed: 2 the same, 0 different, 0 not replayed. 1 line"),
        "{out}"
    );
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn another_version_that_answered_is_said() {
    let own = folder("version");
    let log = own.join("log.jsonl");
    ask(&["obligations", LMS, "--log", text(&log)]);
    let (mut reader, mut writer) = (Reader::default(), Reader::default());
    let mut lines = String::new();
    for line in fs::read_to_string(&log).unwrap().lines() {
        let mut entry = reader.read(line, true).line.unwrap().entry;
        if let Entry::Answer(answer) = &mut entry {
            answer.engine.mestring = "0.0.9".to_owned();
        }
        lines += &(writer.seal(entry).unwrap() + "\n");
    }
    fs::write(&log, lines).unwrap();
    insta::assert_snapshot!(said(ask(&["rules", "replay", text(&log)]), &own), @r#"
    0
    Entry 2, obligations of 2026-11-22: the same. 3 records, 3 verdicts.
    It was made by mestring 0.0.9 with rhai 1.27; this is 0.1.0, rhai 1.27.
    1 answer replayed: 1 the same, 0 different, 0 not replayed. All lines are in order.
    The last entry is 2 (HASH). That lines were cut off behind it cannot be seen in the file:
    compare the number and the hash with a copy that was kept elsewhere.
    The hashes find what was changed, and what was lost between the first line and the last, by
    accident. They are no signature: who can write the file can write it anew.
    "#);
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn a_desk_that_changed_is_said_by_its_tables_and_facts() {
    let own = folder("desk");
    let (log, desk) = (own.join("log.jsonl"), own.join("lms"));
    copy(Path::new(LMS), &desk);
    assert_eq!(ask(&["plan", text(&desk), "--log", text(&log)]).0, 0);
    let mut changed = 0;
    for entry in fs::read_dir(&desk).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if ["rom", "rooms"].contains(&name.as_str()) {
            let table = fs::read_to_string(&path).unwrap();
            let heading = table.lines().next().unwrap().to_owned() + "\n";
            fs::write(&path, heading).unwrap();
            changed += 1;
        }
    }
    assert_eq!(changed, 1);
    let on = ask(&["rules", "replay", text(&log), "--on", text(&desk)]);
    insta::assert_snapshot!(said(on, &own), @r#"
    1
    Entry 5, plan of 2026-11-22: 4 differences.
    - Changed in the desk: rooms (2 rows then, 0 now).
    - DM2-V27B: placed then, not placed now.
    - DM2-V27: not placed then and now, for other reasons. Then: too little is left of the budget
      `TIMER`. Now: the centre has no room.
    - SJ-V27: not placed then and now, for other reasons. Then: no confirmed leader with `sjelden`. Now:
      the centre has no room; no confirmed leader with `sjelden`.
    1 answer replayed: 0 the same, 1 different, 0 not replayed. All lines are in order.
    The last entry is 5 (HASH). That lines were cut off behind it cannot be seen in the file:
    compare the number and the hash with a copy that was kept elsewhere.
    The hashes find what was changed, and what was lost between the first line and the last, by
    accident. They are no signature: who can write the file can write it anew.
    "#);
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn decisions_are_noted_by_role_with_a_reason_where_they_differ_and_never_with_a_person() {
    let own = folder("decide");
    let log = own.join("log.jsonl");
    let (_, out, _) = ask(&["plan", LMS, "--log", text(&log), "--json"]);
    let out: Value = serde_json::from_str(&out).unwrap();
    let runs = out["proposal"]["runs"].as_array().unwrap();
    let find = |placed: bool| {
        let mut runs = runs.iter();
        let run = runs.find(|run| run["outcome"]["placed"] == placed).unwrap();
        run["run"].as_str().unwrap()
    };
    let (placed, refused) = (find(true), find(false));
    let entry = out["logged"][0]["entry"].to_string();
    let sha256 = out["logged"][0]["sha256"].as_str().unwrap();
    let hash = &sha256[..8];
    let decide = |entry: &str, run: &str, more: &[&str]| {
        let mut args = vec!["decide", text(&log), entry, "--run", run];
        args.extend(more);
        said(ask(&args), &own).replace(&sha256[..12], "HASH")
    };
    let before = fs::read_to_string(&log).unwrap();
    let held = ["--outcome", "held", "--by", "lms-leder"];
    insta::assert_snapshot!(decide(&entry, "R99", &held), @r#"
    2
    error: C037: entry 5 of the log says nothing of the run `R99`; name one of its runs
    "#);
    insta::assert_snapshot!(decide(&entry, refused, &held), @r#"
    2
    error: C038: the log proposed no sessions for `DM2-V27`, and the decision is another; give a reason
    "#);
    insta::assert_snapshot!(decide("ffffffff", placed, &held), @r#"
    2
    error: C037: `log.jsonl` has no entry `ffffffff`; `mestring rules replay` lists them
    "#);
    insta::assert_snapshot!(decide(&entry, placed, &["--outcome", "held", "--by", "Kari Nordmann"]), @r#"
    2
    error: invalid value 'Kari Nordmann' for '--by <ROLE>': write 1 to 64 letters, digits, `-`, `_` or `.`, without spaces

    For more information, try '--help'.
    "#);
    let person = [
        "--outcome",
        "refused",
        "--by",
        "lms-leder",
        "--reason",
        "01814550016 ringte",
    ];
    insta::assert_snapshot!(decide(&entry, placed, &person), @r#"
    2
    error: X129: an eleven-digit national number would be written into `log.jsonl`; nothing was written; take people out of the desk, the rules and the reason
    "#);
    assert_eq!(fs::read_to_string(&log).unwrap(), before);

    let given = decide(&entry, placed, &[&held[..], &["--lang", "nb"]].concat());
    assert!(given.starts_with("0\n"), "{given}");
    let reason = [
        "--outcome",
        "avslått",
        "--by",
        "lms-leder",
        "--reason",
        "kursholder er syk",
    ];
    let other = decide(
        hash,
        placed,
        &[&reason[..], &["--lang", "nb", "--date", "1.10.2026"]].concat(),
    );
    let shown = other.lines().filter(|line| !line.contains("Ført som post"));
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"), @r#"
    0
    Post 7: lms-leder bestemte 01.10.2026 om DM2-V27B i post HASH: den skal ikke holdes,
    annerledes enn foreslått. Begrunnelse: kursholder er syk
    advarsel C042: det er bestemt noe om denne kursrekken i forslaget én gang før; loggen tar vare på
    alle avgjørelsene, og den nye er den siste; står en tidligere i tabellen avgjørelser i
    arbeidsmappen, endre raden i stedet for å legge til en ny
    - Post 6: lms-leder bestemte 01.10.2026 om DM2-V27B i post HASH: den skal holdes, som
      foreslått.
    det var.
    For at neste plan skal følge dette, legg denne raden til i tabellen avgjørelser i arbeidsmappen:
      type         kursrekke
      første       DM2-V27B
      svar         avslått
      rolle        lms-leder
      dato         01.10.2026
      begrunnelse  kursholder er syk
    "#);
    let (code, out, _) = ask(&["rules", "replay", text(&log), "--json"]);
    assert_eq!(code, 0);
    let out: Value = serde_json::from_str(&out).unwrap();
    let follows: Vec<&Value> = out["decisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| &own["follows"])
        .collect();
    assert_eq!(follows, [true, false]);

    // A third decision is noted with those before it, and none of a day that cannot be.
    let more = ["--date", "1.10.2026", "--json", "--lang", "nn"];
    let (code, out, _) = ask(&[
        &["decide", text(&log), hash, "--run", placed],
        &held[..],
        &more[..],
    ]
    .concat());
    assert_eq!(code, 0);
    let out: Value = serde_json::from_str(&out).unwrap();
    let earlier = out["earlier"].as_array().unwrap();
    let outcomes: Vec<&Value> = earlier.iter().map(|own| &own["outcome"]).collect();
    assert_eq!(outcomes, ["held", "refused"]);
    let warning = &out["warnings"][0];
    assert_eq!(
        (&warning["code"], &warning["severity"]),
        (&"C042".into(), &"warning".into())
    );
    let message = "det er bestemt noko om denne kursrekkja i framlegget 2 gonger før";
    assert_eq!(warning["message"], message);
    let before = fs::read_to_string(&log).unwrap();
    let wrong = [
        ("30.9.2026", "en"),
        ("2.10.2026", "nb"),
        ("30.9.2026", "nn"),
    ];
    let wrong = wrong.map(|(date, lang)| {
        decide(
            hash,
            placed,
            &[&held[..], &["--date", date, "--lang", lang]].concat(),
        )
    });
    insta::assert_snapshot!(wrong.join(""), @r#"
    2
    error: C050: the decision is dated 2026-09-30, and entry 5 was proposed 2026-10-01; give the day on which it was decided with `--date`, or name the entry that it is about
    2
    feil: C050: avgjørelsen er datert 02.10.2026, og i dag er det 01.10.2026; før den når den er tatt, eller rett `--date`
    2
    feil: C050: avgjerda er datert 30.09.2026, og post 5 blei foreslått 01.10.2026; gi dagen det blei bestemt, med `--date`, eller nemn posten ho handlar om
    "#);
    assert_eq!(fs::read_to_string(&log).unwrap(), before);
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn a_pack_with_a_national_number_in_its_text_is_not_logged() {
    let own = folder("person");
    let (log, pack) = (own.join("log.jsonl"), own.join("pack"));
    copy(Path::new(WAITING), &pack);
    let manifest = pack.join("pack.toml");
    let edited = fs::read_to_string(&manifest).unwrap() + "\n# Spør 018145 50016.\n";
    fs::write(&manifest, edited).unwrap();
    let (code, out, err) = ask(&["plan", LMS, "--pack", text(&pack), "--log", text(&log)]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("X129") && !err.contains("50016"), "{err}");
    assert_eq!(std::fs::read_to_string(&log).unwrap(), "");
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn a_log_that_is_empty_or_was_cut_off_is_not_called_whole() {
    let own = folder("cut");
    let log = own.join("log.jsonl");
    fs::write(&log, "").unwrap();
    let (code, out, err) = ask(&["rules", "replay", text(&log)]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("error: C051: "), "{err}");
    for _ in 0..2 {
        assert_eq!(ask(&["obligations", LMS, "--log", text(&log)]).0, 0);
    }
    let last = |named: &str| {
        let (code, out, _) = ask(&["rules", "replay", text(&log)]);
        assert_eq!(code, 0);
        let all: Vec<&str> = out.split_whitespace().collect();
        let all = all.join(" ");
        assert!(
            all.contains(&format!("The last entry is {named} (")),
            "{all}"
        );
        assert!(all.contains("cannot be seen in the file"), "{all}");
        let (_, out, _) = ask(&["rules", "replay", text(&log), "--json"]);
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(json["last"]["entry"].to_string(), named);
        json["last"]["sha256"].to_string()
    };
    let whole = last("3");
    let kept: Vec<String> = fs::read_to_string(&log)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    fs::write(&log, kept[..2].join("\n") + "\n").unwrap();
    assert_ne!(last("2"), whole);
    fs::remove_dir_all(&own).unwrap();
}

#[test]
fn another_file_is_never_written_into() {
    let own = folder("other");
    let list = own.join("liste.csv");
    fs::write(&list, "id;tittel\nDM2;Diabetes\n").unwrap();
    let (code, out, err) = ask(&["plan", LMS, "--log", text(&list)]);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err.replace(&format!("{}/", own.display()), ""), @r#"error: X124: `liste.csv` is no decision log: its line 1 is no entry of one; name another file"#);
    assert_eq!(
        fs::read_to_string(&list).unwrap(),
        "id;tittel\nDM2;Diabetes\n"
    );
    assert_eq!(ask(&["rules", "replay", text(&list)]).0, 2);
    assert_eq!(ask(&["rules", "replay", text(&own.join("no"))]).0, 2);
    fs::remove_dir_all(&own).unwrap();
}

/// Neither the order of rows where it means nothing, nor the language, nor the form of the files
/// changes what is logged of the example: not the hash of what was read, and not an answer.
#[test]
fn the_same_desk_in_another_form_gives_the_same_entries() {
    let own = folder("form");
    let workbook = own.join("bergen.xlsx");
    assert_eq!(ask(&["export", BERGEN, text(&workbook)]).0, 0);
    let (first, _) = mestring_exchange::desk::read(Path::new(BERGEN)).unwrap();
    let (second, _) = mestring_exchange::desk::read(&workbook).unwrap();
    let mut desks = vec![("workbook", second)];
    for (lang, turn) in [(Lang::En, 1), (Lang::Nn, 7)] {
        let mut builder = Desk::builder().settings(first.settings.clone());
        for (decl, mut table) in Desk::TABLES.iter().zip(first.tables(lang)) {
            let ordered = ["topics", "leaders", "verdicts", "facts"];
            if !ordered.contains(&decl.name) && !table.rows.is_empty() {
                let by = turn % table.rows.len();
                table.rows.rotate_left(by);
                table.rows.reverse();
            }
            builder = builder.table(decl.name, table);
        }
        desks.push((lang.code(), builder.build().0));
    }
    let packs = Packs::shipped().unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let entries = |desk: &Desk| {
        let decider = Decider::new(desk, &packs, day, None);
        [
            decision_log::plan(&decider, &decider.proposal().unwrap(), day),
            decision_log::relations(&decider, &decider.relations().unwrap(), day),
            decision_log::obligations(&decider, &decider.obligations().unwrap(), day),
        ]
    };
    let expect = entries(&first);
    assert!(expect[0].inputs.tables.len() > 15 && expect[1].subjects.len() > 8000);
    for (form, desk) in &desks {
        for (own, expect) in entries(desk).iter().zip(&expect) {
            assert_eq!(own.inputs, expect.inputs, "{form}");
            assert!(own == expect, "{form}: {:?}", own.question());
        }
    }
    fs::remove_dir_all(&own).unwrap();
}
