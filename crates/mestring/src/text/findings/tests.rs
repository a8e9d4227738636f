use mestring_model::finding::{CellError, Declared, Place, SettingProblem, Table, declared};
use mestring_model::{Desk, Lang, RawTable};

use super::*;

/// The three texts of a kind of problem, each argument standing as its name in angle brackets.
fn said(texts: &Texts, own: &Declared) -> [Option<String>; 3] {
    let shown: Vec<String> = own.args.iter().map(|arg| format!("<{arg}>")).collect();
    let args: Vec<(&str, Arg<'_>)> = own
        .args
        .iter()
        .zip(&shown)
        .map(|(arg, shown)| (*arg, shown.into()))
        .collect();
    let id = format!("finding-{}", own.name);
    [
        Some(texts.say(&id, &args)),
        texts.attribute(&id, "remedy", &args),
        texts.attribute(&id, "without", &args),
    ]
}

#[test]
fn every_problem_is_said_in_every_language_with_all_its_arguments() {
    let [en, nb, nn] = Lang::ALL.map(Texts::new);
    let mut seen = 0;
    for own in declared() {
        let expect = |pattern: &str| {
            own.args.iter().fold(pattern.to_owned(), |text, arg| {
                text.replace(&format!("{{{arg}}}"), &format!("<{arg}>"))
            })
        };
        let english = said(&en, own);
        let remedy = Some(own.remedy).filter(|remedy| !remedy.is_empty());
        let model = [Some(own.found), remedy, own.without].map(|text| text.map(expect));
        assert_eq!(english, model, "the model says {} otherwise", own.name);
        for (lang, texts) in [(Lang::Nb, &nb), (Lang::Nn, &nn)] {
            let theirs = said(texts, own);
            for (theirs, english) in theirs.iter().zip(&english) {
                assert_eq!(theirs.is_some(), english.is_some(), "{lang}: {}", own.name);
                let (theirs, english) = (theirs.as_deref(), english.as_deref());
                let (theirs, english) = (theirs.unwrap_or(" "), english.unwrap_or(""));
                assert_ne!(theirs, english, "{lang}: {} is not translated", own.name);
                assert!(!theirs.starts_with('['), "{lang}: {theirs}");
                for arg in own.args {
                    let shown = format!("<{arg}>");
                    let both = [theirs, english].map(|text| text.contains(&shown));
                    assert_eq!(both[0], both[1], "{lang}: {}: {arg}", own.name);
                }
            }
        }
        seen += 1;
    }
    assert!(seen > 90, "only {seen} problems were looked at");
}

/// A desk in which a table is misspelt, a row left out and an id misspelt.
fn messy() -> Vec<Finding> {
    let table = |file: &str, rows: &[&[&str]]| {
        let mut table = RawTable::with_headings(file, rows[0].iter().copied());
        for row in &rows[1..] {
            table.push(row.iter().map(|cell| (*cell).to_owned()).collect());
        }
        table
    };
    let runs = table(
        "kursrekker.csv",
        &[
            &["id", "tilbud", "status", "rom"],
            &["R1", "KOLS", "ønsket", "STOR"],
            &["R2", "KOSL", "ønsket", "LITE"],
            &["R3", "DM2", "ønsket", "STOR"],
            &["R4", "DM2", "kanskje", ""],
            &["R5", "DM2", "ønsket", ""],
            &["R6", "KOSL", "ønsket", ""],
        ],
    );
    let offers = table(
        "tilbud.csv",
        &[&["id", "tittel"], &["KOLS", "KOLS-skole"], &["DM2", ""]],
    );
    let rooms = table("romm.csv", &[&["id", "navn"], &["STOR", "Store kurssal"]]);
    let builder = Desk::builder()
        .table("kursrekker", runs)
        .table("tilbud", offers)
        .table("romm", rooms);
    builder.build().1
}

/// The lines of findings, with how many each stands for.
fn lines(lang: Lang, all: bool) -> String {
    let lines = Texts::new(lang).findings(&messy(), all);
    let lines = lines
        .iter()
        .map(|own| format!("{} {}", own.findings, own.text));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn causes_come_first_and_what_follows_from_them_is_one_line() {
    insta::assert_snapshot!(lines(Lang::En, false), @"
    1 warning D001: romm.csv: `romm` is not a table of a desk; did you mean `rom`? the table was not read
    1 error D010: tilbud.csv, row 3, column `tittel`: the cell is empty; this column must be filled in; the row was left out
    1 error D011: kursrekker.csv, row 5, column `status`: `kanskje` is not a word that can stand here; write one of: wished, decided, held, cancelled; the row was left out
    2 error D021: kursrekker.csv, row 3, column `tilbud`: the first of 2 rows that refer to `KOSL`, but `offers` has no such row; did you mean `KOLS`? add the row, or correct the id
    3 error D021: kursrekker.csv, row 2, column `rom`: the first of 3 rows that refer to `rooms`, but `romm.csv` was not read; mend that first: see D001 above
    2 error D021: kursrekker.csv, row 4, column `tilbud`: the first of 2 rows that refer to `DM2` in `offers`, but row 3 of `tilbud.csv` was left out; mend that first: see D010 above
    ");
    insta::assert_snapshot!(lines(Lang::Nb, false), @"
    1 advarsel D001: romm.csv: `romm` er ikke en tabell i arbeidsmappen; mente du `rom`? tabellen ble ikke lest
    1 feil D010: tilbud.csv, rad 3, kolonne `tittel`: cellen er tom; denne kolonnen må fylles ut; raden ble utelatt
    1 feil D011: kursrekker.csv, rad 5, kolonne `status`: `kanskje` er ikke et ord som kan stå her; skriv ett av: ønsket, vedtatt, holdt, avlyst; raden ble utelatt
    2 feil D021: kursrekker.csv, rad 3, kolonne `tilbud`: den første av 2 rader som viser til `KOSL`, men `tilbud` har ingen slik rad; mente du `KOLS`? legg til raden, eller rett id-en
    3 feil D021: kursrekker.csv, rad 2, kolonne `rom`: den første av 3 rader som viser til `rom`, men `romm.csv` ble ikke lest; rett det først: se D001 ovenfor
    2 feil D021: kursrekker.csv, rad 4, kolonne `tilbud`: den første av 2 rader som viser til `DM2` i `tilbud`, men rad 3 i `tilbud.csv` ble utelatt; rett det først: se D010 ovenfor
    ");
    insta::assert_snapshot!(lines(Lang::Nn, false), @"
    1 åtvaring D001: romm.csv: `romm` er ikkje ein tabell i arbeidsmappa; meinte du `rom`? tabellen blei ikkje lesen
    1 feil D010: tilbud.csv, rad 3, kolonne `tittel`: cella er tom; denne kolonnen må fyllast ut; rada blei utelaten
    1 feil D011: kursrekker.csv, rad 5, kolonne `status`: `kanskje` er ikkje eit ord som kan stå her; skriv eitt av: ønskt, vedteken, halden, avlyst; rada blei utelaten
    2 feil D021: kursrekker.csv, rad 3, kolonne `tilbud`: den første av 2 rader som viser til `KOSL`, men `tilbod` har inga slik rad; meinte du `KOLS`? legg til rada, eller rett id-en
    3 feil D021: kursrekker.csv, rad 2, kolonne `rom`: den første av 3 rader som viser til `rom`, men `romm.csv` blei ikkje lesen; rett det først: sjå D001 ovanfor
    2 feil D021: kursrekker.csv, rad 4, kolonne `tilbud`: den første av 2 rader som viser til `DM2` i `tilbod`, men rad 3 i `tilbud.csv` blei utelaten; rett det først: sjå D010 ovanfor
    ");
}

#[test]
fn all_are_listed_where_all_are_asked_for() {
    let all = lines(Lang::Nb, true);
    assert_eq!(all.lines().count(), messy().len());
    assert!(all.lines().all(|line| line.starts_with("1 ")), "{all}");
    let counted = Texts::new(Lang::Nb).findings(&messy(), false);
    let counted: usize = counted.iter().map(|own| own.findings).sum();
    assert_eq!(counted, messy().len());
}

#[test]
fn a_setting_stands_on_a_line_and_a_cell_in_a_row() {
    let check = |place: Place, problem: Problem, expect: [&str; 3]| {
        let finding = Finding::new(place, problem);
        let said = Lang::ALL.map(|lang| Texts::new(lang).finding(&finding));
        assert_eq!(said, expect);
    };
    check(
        Place::file("desk.toml").column("seed"),
        SettingProblem::NotWhole { value: "x".into() }.into(),
        [
            "error D031: desk.toml, setting `seed`: `x` is not a whole number, zero or more; write \
             digits without quotation marks",
            "feil D031: desk.toml, innstilling `seed`: `x` er ikke et helt tall, null eller mer; \
             skriv sifre uten anførselstegn",
            "feil D031: desk.toml, innstilling `seed`: `x` er ikkje eit heilt tal, null eller meir; \
             skriv siffer utan hermeteikn",
        ],
    );
    check(
        Place::file("desk.toml").column("centre"),
        KeyProblem::NoTable {
            table: Table::of(Desk::table("organisations").unwrap()),
            id: "LMS".into(),
        }
        .into(),
        [
            "error D021: desk.toml, setting `centre`: `organisations` has no row `LMS`: the desk has \
             no row of that table; add the table with the row, or leave this empty",
            "feil D021: desk.toml, innstilling `centre`: `organisasjoner` har ingen rad `LMS`: \
             arbeidsmappen har ingen rader i den tabellen; legg til tabellen med raden, eller la \
             dette stå tomt",
            "feil D021: desk.toml, innstilling `centre`: `organisasjonar` har inga rad `LMS`: \
             arbeidsmappa har ingen rader i den tabellen; legg til tabellen med rada, eller la dette \
             stå tomt",
        ],
    );
    check(
        Place::row("rom.csv", 1234).column("plasser"),
        Problem::Cell {
            error: CellError::NotWhole {
                text: "tolv".into(),
            },
            effect: Effect::NotStated,
        },
        [
            "error D011: rom.csv, row 1234, column `plasser`: `tolv` is not a whole number; write \
             digits, such as `12`, or leave the cell empty where nobody says; the cell was read as \
             not stated",
            "feil D011: rom.csv, rad 1234, kolonne `plasser`: `tolv` er ikke et helt tall; skriv \
             sifre, for eksempel `12`, eller la cellen stå tom når ingen oppgir det; cellen ble \
             lest som ikke oppgitt",
            "feil D011: rom.csv, rad 1234, kolonne `plasser`: `tolv` er ikkje eit heilt tal; skriv \
             siffer, til dømes `12`, eller la cella stå tom når ingen oppgir det; cella blei lesen \
             som ikkje oppgitt",
        ],
    );
}
