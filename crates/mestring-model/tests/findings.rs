//! What a bad cell, row or table says, and that nothing else is lost.
#![expect(clippy::unwrap_used, reason = "a helper of tests fails the test")]

use mestring_model::{Desk, RawTable};

/// A table from lines of text, cells separated by `|`, the heading first.
fn table(file: &str, text: &str) -> RawTable {
    let cells = |line: &str| {
        line.split('|')
            .map(|cell| cell.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut table = RawTable::with_headings(file, cells(lines.next().unwrap()));
    for line in lines {
        table.push(cells(line));
    }
    table
}

/// Builds a desk and gives its findings as text.
fn check(tables: &[(&str, &str)], expect: &[&str]) -> Desk {
    let builder = tables.iter().fold(Desk::builder(), |all, (name, text)| {
        all.table(name, table(&format!("{name}.csv"), text))
    });
    let (desk, findings) = builder.build();
    let texts: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(texts, expect);
    desk
}

#[test]
fn each_bad_row_gives_one_finding_and_the_good_rows_are_kept() {
    let desk = check(
        &[
            (
                "kursrekker",
                "id | tilbud | status | start
             R1 | KOLS | holdt | 01.02.2026
             R2 | KOLS | holdt | 30.02.2026
             R3 | KOLS | kanskje | 01.03.2026
             R4 |      | holdt | 01.04.2026
             R5 | KOLS | avlyst | 01.05.2026
             R6 | KOLS | avlyst |",
            ),
            (
                "tilbud",
                "id | tittel
             KOLS | KOLS-skole",
            ),
        ],
        &[
            "error D010: kursrekker.csv, row 5, column `tilbud`: the cell is empty; this column \
             must be filled in; the row was left out",
            "error D011: kursrekker.csv, row 3, column `start`: `30.02.2026` is a date that does \
             not exist; check the day and the month; the cell was read as not stated",
            "error D011: kursrekker.csv, row 4, column `status`: `kanskje` is not a word that \
             can stand here; write one of: wished, decided, held, cancelled; the row was left out",
            "error D012: kursrekker.csv, row 7, column `start`: a run that is cancelled has no start; \
             write the date of its first session",
        ],
    );
    assert_eq!(desk.runs.len(), 4);
}

#[test]
fn tables_headings_keys_and_references() {
    check(
        &[
            (
                "tilbod",
                "id | tittel | nivå | referal
             A | Hjarteskule | kommunalt | ja
             A | Hjarteskule igjen | kommunalt |",
            ),
            (
                "listings",
                "offer | url
             B | https://lms.no/a",
            ),
            ("tilbudd", "id"),
            (
                "rom",
                "id | plasser
             R1 | 12",
            ),
        ],
        &[
            "warning D001: tilbudd.csv: `tilbudd` is not a table of a desk; did you mean `tilbud`? \
             the table was not read",
            "error D006: rom.csv, row 1: the column `name` is missing; add a column with the \
             heading `name`, `navn` or `namn`",
            "error D020: tilbod.csv, row 3, column `id`: the id `A` stands already in row 2; give \
             the row an id of its own; the first row was used and this one left out",
            "error D021: listings.csv, row 2, column `offer`: `offers` has no row `B`; did you mean \
             `A`? add the row, or correct the id",
            "warning D005: tilbod.csv, row 1, column `referal`: `referal` is not a column of \
             `offers`; did you mean `referral`? the column was not read",
        ],
    );
}

#[test]
fn shares_that_do_not_sum() {
    check(
        &[
            (
                "avtaler",
                "id | tittel | type
             LMS | Drift av LMS | ownership",
            ),
            (
                "organisasjoner",
                "id | navn | type
             HBE | Helse Bergen | hospital
             HDS | Haraldsplass | hospital",
            ),
            (
                "parter",
                "avtale | organisasjon | andel
             LMS | HBE | 85 %
             LMS | HDS | 12,5 %",
            ),
        ],
        &[
            "error D022: parter.csv, row 2, column `andel`: the shares of `LMS` sum to 97.5 %; make \
           them sum to 100 %",
        ],
    );
}

#[test]
fn a_single_fact_outranks_the_cell_and_keeps_its_source() {
    let desk = check(
        &[
            (
                "tilbud",
                "id | tittel | samlinger
             KOLS | KOLS-skole | 6",
            ),
            (
                "opplysninger",
                "tabell | rad | kolonne | verdi | kilde
             offers | KOLS | sessions | 8 | telefon med enheten
             offers | KOLS | henvisning | ja | telefon med enheten
             offers | COPD | sessions | 8 |
             offers | KOLS | sesions | 8 |",
            ),
        ],
        &[
            "error D013: opplysninger.csv, row 4: `offers` has no row `COPD`; write the id of a row \
             that stands in a table of this desk",
            "error D013: opplysninger.csv, row 5: `sesions` is not a column of `offers` that can be \
             set; did you mean `sessions`?",
        ],
    );
    let offer = desk.offers.first().unwrap();
    assert_eq!(
        offer.sessions.known().map(ToString::to_string).as_deref(),
        Some("8")
    );
    assert_eq!(offer.referral.known(), Some(&true));
    assert_eq!(
        desk.facts.first().unwrap().origin.source.as_deref(),
        Some("telefon med enheten")
    );
}

#[test]
fn what_is_missing_because_of_something_else_says_so_and_comes_after_it() {
    check(
        &[
            (
                "kursrekker",
                "id | tilbud | status | rom
             R1 | KOLS | ønsket | STOR
             R2 | KOSL | ønsket | LITE
             R3 | DM2 | ønsket | STOR",
            ),
            (
                "tilbud",
                "id | tittel
             KOLS | KOLS-skole
             DM2 | ",
            ),
            (
                "romm",
                "id | navn
             STOR | Store kurssal",
            ),
            (
                "enheter",
                "id | navn | type | organisasjon
             LUNGE | Lungeavdelingen | department | HBE",
            ),
        ],
        &[
            "warning D001: romm.csv: `romm` is not a table of a desk; did you mean `rom`? the table \
             was not read",
            "error D010: tilbud.csv, row 3, column `tittel`: the cell is empty; this column must be \
             filled in; the row was left out",
            "error D021: enheter.csv, row 2, column `organisasjon`: `organisations` has no row \
             `HBE`: the desk has no row of that table; add the table with the row, or leave this \
             empty",
            "error D021: kursrekker.csv, row 3, column `tilbud`: `offers` has no row `KOSL`; did you \
             mean `KOLS`? add the row, or correct the id",
            "error D021: kursrekker.csv, row 2, column `rom`: `rooms` has no row `STOR`: `romm.csv` \
             was not read; mend that first: see D001",
            "error D021: kursrekker.csv, row 3, column `rom`: `rooms` has no row `LITE`: `romm.csv` \
             was not read; mend that first: see D001",
            "error D021: kursrekker.csv, row 4, column `rom`: `rooms` has no row `STOR`: `romm.csv` \
             was not read; mend that first: see D001",
            "error D021: kursrekker.csv, row 4, column `tilbud`: `offers` has no row `DM2`: row 3 of \
             `tilbud.csv` was left out; mend that first: see D010",
        ],
    );
}

#[test]
fn a_table_without_its_ids_is_why_they_are_missing() {
    check(
        &[
            (
                "runs",
                "id | offer | state
             R1 | KOLS | wished",
            ),
            (
                "offers",
                "nøkkelord | title
             KOLS | KOLS-skole",
            ),
        ],
        &[
            "error D006: offers.csv, row 1: the column `id` is missing; add a column with the \
             heading `id`",
            "error D021: runs.csv, row 2, column `offer`: `offers` has no row `KOLS`: `offers.csv` \
             was not read; mend that first: see D006",
            "warning D005: offers.csv, row 1, column `nøkkelord`: `nøkkelord` is not a column of \
             `offers`; the column was not read; `offers` has: id, title, \
             organisers, level, lifecycle, target_groups, audience, ages, topics, format, sessions, \
             hours, seats, minimum, lead_weeks, referral, activity, activity_appropriate, user_involved, user_planning, \
             user_delivery, user_evaluation, user_paid, professions, reach, municipalities, \
             language, dates, price, source, source_date, illustrative, note",
        ],
    );
}

#[test]
fn a_minimum_fits_into_the_seats_and_is_decided_before_the_start() {
    check(
        &[
            (
                "runs",
                "id | offer | state | starts | seats | minimum | cancel_by
             R1 | KOLS | decided | 2027-02-02 | 8 | 8 | 2027-02-02
             R2 | KOLS | decided | 2027-02-02 | 8 | 9 | 2027-01-10
             R3 | KOLS | decided | 2027-02-02 | | 9 | 2027-02-03",
            ),
            (
                "offers",
                "id | title | seats | minimum
             KOLS | KOLS-skole | 6-8 | 8
             PUST | Pustekurs | 6-8 | 9",
            ),
        ],
        &[
            "error D012: offers.csv, row 3, column `minimum`: the minimum is more than the seats; \
             check both numbers",
            "error D012: runs.csv, row 3, column `minimum`: the minimum is more than the seats; \
             check both numbers",
            "error D012: runs.csv, row 4, column `cancel_by`: the last day to cancel is after the first \
             session; check both dates",
        ],
    );
}

#[test]
fn sessions_are_a_number_that_somebody_could_come_to() {
    let remedy = "nothing has so many sessions; write a number from 1 to 366, or leave it empty; until \
                  then it counts as not known";
    let at = |file: &str, row: usize| {
        format!("error D012: {file}.csv, row {row}, column `sessions`: {remedy}")
    };
    let expected = [at("offers", 3), at("runs", 2), at("runs", 4)];
    check(
        &[
            (
                "runs",
                "id | offer | state | sessions
             R1 | KOLS | wished | 0
             R2 | KOLS | wished | 366
             R3 | KOLS | wished | 400000000",
            ),
            (
                "offers",
                "id | title | sessions
             KOLS | KOLS-skole | 1-6
             PUST | Pustekurs | 0-2",
            ),
        ],
        &expected.each_ref().map(String::as_str),
    );
}

#[test]
fn seats_that_are_kept_are_there_and_for_somebody() {
    let (runs, offers) = (
        "id | tilbud | status | start | plasser
         R1 | KOLS | vedtatt | 01.02.2027 | 4
         R2 | KOLS | vedtatt | 01.03.2027 |",
        "id | tittel | plasser
         KOLS | KOLS-skole | 6-8",
    );
    check(
        &[
            ("kursrekker", runs),
            ("tilbud", offers),
            (
                "organisasjoner",
                "id | navn | type | kommunenummer
             kvam | Kvam herad | kommune | 4622
             hus | Sjukehuset | sykehus | 4601",
            ),
            (
                "forbeholdte_plasser",
                "kursrekke | organisasjon | områdeutvalg | kommuner | plasser | til
             R1 | kvam | | | 3 | 10.01.2027
             R1 | | | 4601; 4622 | 2 |
             R2 | hus | | | 8 |
             R2 | | | | 1 |
             R9 | kvam | | | 1 |",
            ),
        ],
        &[
            "error D012: forbeholdte_plasser.csv, row 5, column `organisasjon`: the row names no \
             organisation, no committee and no municipality; write for whom the seats are kept",
            "error D021: forbeholdte_plasser.csv, row 6, column `kursrekke`: `runs` has no row `R9`; \
             did you mean `R1`? add the row, or correct the id",
            "error D038: forbeholdte_plasser.csv, row 3, column `plasser`: `R1` has 4 seats, and 5 of \
             them are kept for some; keep at most as many as it has; the rows come first that stand first",
            "error D038: forbeholdte_plasser.csv, row 5, column `plasser`: `R2` has 8 seats, and 9 of \
             them are kept for some; keep at most as many as it has; the rows come first that stand first",
            "warning D039: forbeholdte_plasser.csv, row 4, column `organisasjon`: of those for whom the \
             seats are kept no municipality is known, so that nobody could have them; list the \
             municipalities in the row; until then the seats are open to all",
        ],
    );
}

#[test]
fn who_follows_a_run_elsewhere_sits_in_a_room_of_that_organisation() {
    check(
        &[
            (
                "kursrekker",
                "id | tilbud | status | start | rom | form
                 R1 | STOFF | vedtatt | 01.02.2027 | sal |
                 R2 | STOFF | ønsket | | | fysisk
                 R3 | STOFF | ønsket | | | overført til møtested",
            ),
            (
                "tilbud",
                "id | tittel | form\nSTOFF | Stoffskiftekurs | hybrid",
            ),
            (
                "organisasjoner",
                "id | navn | type
                 lms | Senteret | lms
                 stord | Sjukehuset på Stord | sykehus
                 voss | Sjukehuset på Voss | sykehus",
            ),
            (
                "rom",
                "id | navn | organisasjon | bare mottak
                 sal | Kurssal | lms |
                 stord1 | Møterom Stord | stord | ja
                 voss1 | Møterom Voss | voss | ja",
            ),
            (
                "mottakssteder",
                "kursrekke | organisasjon | rom | plasser
                 R1 | stord | stord1 | 8
                 R1 | voss | stord1 |
                 R1 | lms | sal |
                 R1 | voss | | 5
                 R2 | voss | |
                 R3 | voss | |
                 R3 | haugesund | |
                 R9 | voss | voss9 |",
            ),
        ],
        &[
            "error D021: mottakssteder.csv, row 8, column `organisasjon`: `organisations` has no row \
             `haugesund`; add the row, or correct the id",
            "error D021: mottakssteder.csv, row 9, column `kursrekke`: `runs` has no row `R9`; did you \
             mean `R1`? add the row, or correct the id",
            "error D021: mottakssteder.csv, row 9, column `rom`: `rooms` has no row `voss9`; did you mean \
             `voss1`? add the row, or correct the id",
            "error D040: mottakssteder.csv, row 3, column `rom`: `R1` has the room `stord1` twice at \
             once; give each group a room of its own",
            "error D040: mottakssteder.csv, row 3, column `rom`: the room `stord1` is not one of `voss`; \
             name a room of that organisation, or correct whose room it is",
            "error D040: mottakssteder.csv, row 4, column `rom`: `R1` has the room `sal` twice at once; \
             give each group a room of its own",
            "warning D042: mottakssteder.csv, row 6, column `kursrekke`: the format of `R2` is \
             physical, and groups can follow only what is sent out to them; write `hybrid` or \
             `relayed` as the format of the run, or leave the row out; until then the room is planned",
            "note D041: mottakssteder.csv, row 5, column `rom`: `R1` is decided, and no room of `voss` \
             is stated for those who follow it there, so that none is booked; name the room, once it \
             is known",
        ],
    );
}
