//! A small filled-in desk to start from: every row is made up and says so.

use std::collections::BTreeMap;

use mestring_model::desk::PackChoice;
use mestring_model::id::OrganisationId;
use mestring_model::{Desk, Lang, RawTable, Settings};

use crate::desk::to_files;

/// A text in English, bokmål and nynorsk.
type Words = [&'static str; 3];

/// The files of a new desk by path: `desk.toml`, a CSV file for each table in the language, and the
/// packs, each in a folder of its own below `rules`.
///
/// `packs` are the packs that the desk gets a copy of, by name; a centre edits its copy.
pub fn files(
    lang: Lang,
    packs: &BTreeMap<String, BTreeMap<String, String>>,
) -> BTreeMap<String, Vec<u8>> {
    let mut files = to_files(&desk(lang, packs.keys().map(String::as_str)), lang);
    for (name, texts) in packs {
        for (file, text) in texts {
            files.insert(format!("rules/{name}/{file}"), text.clone().into_bytes());
        }
    }
    files
}

/// The desk of the template.
fn desk<'a>(lang: Lang, packs: impl Iterator<Item = &'a str>) -> Desk {
    let say = |[en, nb, nn]: Words| match lang {
        Lang::En => en,
        Lang::Nb => nb,
        Lang::Nn => nn,
    };
    let settings = Settings {
        name: say(["Our centre", "Vårt senter", "Senteret vårt"]).to_owned(),
        lang,
        centre: OrganisationId::new("centre").ok(),
        packs: packs
            .map(|name| (name.to_owned(), PackChoice::Folder(format!("rules/{name}"))))
            .collect(),
        ..Settings::default()
    };
    let note = say([
        "made up: replace it with your own",
        "oppdiktet: bytt den ut med deres egen",
        "oppdikta: byt ho ut med dykkar eiga",
    ]);
    let mut builder = Desk::builder().settings(settings);
    let mut add = |name: &str, headings: &[&str], rows: &[&[&str]]| {
        let all = headings.iter().copied().chain(["illustrative", "note"]);
        let mut table = RawTable::with_headings(name, all);
        for row in rows {
            let cells = row.iter().copied().chain(["yes", note]);
            table.push(cells.map(str::to_owned).collect());
        }
        builder = std::mem::take(&mut builder).table(name, table);
    };
    add(
        "organisations",
        &["id", "name", "kind", "municipality"],
        &[
            &[
                "centre",
                say(["Our centre", "Vårt senter", "Senteret vårt"]),
                "centre",
                "",
            ],
            &[
                "hospital",
                say(["The hospital", "Sykehuset", "Sjukehuset"]),
                "hospital",
                "",
            ],
            &["bergen", "Bergen kommune", "municipality", "4601"],
        ],
    );
    add(
        "area",
        &["municipality", "name"],
        &[&["4601", "Bergen"], &["4631", "Alver"]],
    );
    add(
        "target_groups",
        &["id", "name", "name_nb", "name_nn", "class", "topics"],
        &[
            &[
                "diabetes",
                "diabetes",
                "diabetes",
                "diabetes",
                "large_chronic",
                "diabetes",
            ],
            &[
                "mental_substance",
                "mental health and substance use",
                "psykiske lidelser og rus",
                "psykiske lidingar og rus",
                "focus",
                "mental_substance",
            ],
        ],
    );
    add(
        "offers",
        &[
            "id",
            "title",
            "organisers",
            "level",
            "lifecycle",
            "audience",
            "ages",
            "format",
            "sessions",
            "hours",
            "seats",
            "referral",
            "activity",
            "user_involved",
            "reach",
            "municipalities",
        ],
        &[
            &[
                "DM2",
                say([
                    "Starter course, type 2 diabetes",
                    "Startkurs diabetes type 2",
                    "Startkurs diabetes type 2",
                ]),
                "centre; hospital",
                "specialist",
                "established",
                "patients",
                "18+",
                "physical",
                "2",
                "10",
                "16",
                "yes",
                "yes",
                "yes",
                "trust_area",
                "",
            ],
            &[
                "KID",
                say([
                    "Coping with depression (KiD)",
                    "Mestring av depresjon (KiD)",
                    "Meistring av depresjon (KiD)",
                ]),
                "bergen",
                "municipal",
                "established",
                "patients",
                "18+",
                "physical",
                "10",
                "25",
                "8-12",
                "no",
                "",
                "unknown",
                "municipalities",
                "4601",
            ],
        ],
    );
    add(
        "rooms",
        &["id", "name", "organisation", "seats", "equipment"],
        &[&[
            "R1",
            say(["Course room", "Kursrom", "Kursrom"]),
            "centre",
            "20",
            "screen",
        ]],
    );
    add(
        "leaders",
        &[
            "id",
            "role",
            "organisation",
            "profession",
            "competences",
            "state",
            "weekdays",
        ],
        &[
            &[
                "DN1",
                say([
                    "diabetes nurse 1",
                    "diabetessykepleier 1",
                    "diabetessjukepleiar 1",
                ]),
                "hospital",
                "nurse",
                "diabetes",
                "confirmed",
                "tuesday",
            ],
            &[
                "UR1",
                say([
                    "user representative 1",
                    "brukerrepresentant 1",
                    "brukarrepresentant 1",
                ]),
                "centre",
                "",
                "user_representative",
                "confirmed",
                "",
            ],
        ],
    );
    add(
        "runs",
        &[
            "id",
            "offer",
            "state",
            "starts",
            "sessions",
            "half_days",
            "needs",
            "waiting",
            "participants",
        ],
        &[
            &[
                "DM2-1",
                "DM2",
                "held",
                "2026-02-03",
                "",
                "morning",
                "",
                "",
                "12",
            ],
            &[
                "DM2-2",
                "DM2",
                "wished",
                "",
                "",
                "",
                "diabetes; user_representative",
                "14",
                "12",
            ],
            &["DM2-3", "DM2", "wished", "", "", "", "diabetes", "", "10"],
        ],
    );
    add(
        "agreements",
        &["id", "title", "kind"],
        &[&[
            "act",
            say([
                "Specialist Health Services Act",
                "Spesialisthelsetjenesteloven",
                "Spesialisthelsetenestelova",
            ]),
            "document",
        ]],
    );
    add(
        "obligations",
        &[
            "id",
            "title",
            "kind",
            "agreement",
            "clause",
            "bound",
            "recurrence",
        ],
        &[&[
            "teach",
            say([
                "Teach patients and relatives",
                "Opplæring av pasienter og pårørende",
                "Opplæring av pasientar og pårørande",
            ]),
            "statute",
            "act",
            "§ 3-8",
            "hospital",
            "continuous",
        ]],
    );
    // The tests keep the template free of findings.
    builder.build().0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_a_desk_without_findings_in_every_language() {
        let packs = BTreeMap::from([(
            "priority".to_owned(),
            BTreeMap::from([("pack.toml".to_owned(), "name = \"priority\"".to_owned())]),
        )]);
        for lang in Lang::ALL {
            let files = files(lang, &packs);
            assert!(files.contains_key("rules/priority/pack.toml"));
            let mut builder = Desk::builder();
            let mut rows = 0;
            for (name, bytes) in &files {
                if let Some(stem) = name.strip_suffix(".csv") {
                    let (table, _) = crate::csv_text::read(name, bytes).unwrap();
                    rows += table.rows.len();
                    builder = builder.table(stem, table);
                }
            }
            let (again, findings) = builder.build();
            assert_eq!(findings, []);
            assert!(rows >= 15, "only {rows} rows");
            assert_eq!(
                again.tables(Lang::En),
                desk(lang, ["priority"].into_iter()).tables(Lang::En)
            );
            let marked: usize = again.illustrative().iter().map(|(_, count)| count).sum();
            assert_eq!(marked, rows, "every row says that it is made up");
        }
    }
}
