//! A made-up catalogue of a whole country.

use mestring_data::municipality::{self, Municipality};
use mestring_data::topic::{Lexicon, TopicId, TopicKind};
use mestring_data::trust::{TRUSTS, Trust};
use mestring_model::{Lang, RawTable};

use super::Draws;

/// The columns, those that a catalogue of courses is read by.
const HEADINGS: [&str; 15] = [
    "offer_id",
    "organiser",
    "organiser_kind",
    "catchment",
    "municipality_no",
    "title",
    "target_group",
    "age_group",
    "format",
    "sessions",
    "start_dates",
    "source_url",
    "retrieved",
    "level",
    "status",
];

/// How courses are named; `{}` is the topic.
const FORMS: [&str; 10] = [
    "{}kurs",
    "Kurs om {}",
    "Mestringskurs: {}",
    "{} - gruppebasert opplæring",
    "Lærings- og mestringskurs ({})",
    "{}: kurs for deg og dine nærmeste",
    "Startkurs {}",
    "Samtalegruppe: {}",
    "Temakveld om {}",
    "Kurs om {}, del 2",
];

/// Who courses are for; patients most.
const AUDIENCES: [&str; 8] = [
    "patients",
    "patients",
    "patients",
    "both",
    "both",
    "relatives",
    "children/youth",
    "",
];

const AGES: [&str; 5] = ["adults", "adults", "", "18+", "60+"];
const COURSE_FORMATS: [&str; 5] = ["physical", "physical", "physical", "digital", ""];

/// So many offers of all municipalities, hospital trusts and some associations, in the columns of a catalogue. Six in
/// ten are municipal; topics are those of the shipped list, the first of them more often. The organisers carry the
/// names of places, and none of the offers exists.
///
/// ```
/// let table = mestring::synthetic::catalogue(50, 7);
/// assert_eq!(table.rows.len(), 50);
/// assert_eq!(table, mestring::synthetic::catalogue(50, 7));
/// ```
pub fn catalogue(offers: usize, seed: u64) -> RawTable {
    let mut draws = Draws::new(seed);
    let lexicon = Lexicon::shipped();
    let topics: Vec<&TopicId> = lexicon
        .ids()
        .filter(|id| {
            let row = lexicon.row(id);
            row.is_some_and(|row| row.kind == TopicKind::Topic)
        })
        .collect();
    let standing = municipality::all().iter();
    let municipalities: Vec<&Municipality> =
        standing.filter(|own| own.valid_until.is_none()).collect();
    let trusts: Vec<&Trust> = TRUSTS.iter().filter(|own| own.within.is_none()).collect();
    let mut table = RawTable::with_headings("made-up.csv", HEADINGS);
    for at in 0..offers {
        // The first topics are three times as frequent as the last.
        let place = draws.share().powf(1.5) * topics.len() as f64;
        let Some(topic) = topics.get(place as usize) else {
            continue;
        };
        let lang = if draws.chance(0.25) {
            Lang::Nn
        } else {
            Lang::Nb
        };
        let name = lexicon.name(topic, lang).unwrap_or_default();
        let place = one(&mut draws, &municipalities);
        let (organiser, kind, catchment, number, level) = match draws.below(10) {
            0..=5 => {
                let name = place.map_or_else(String::new, |own| own.name());
                let number = place.map_or("", |own| own.number);
                (
                    format!("{name} kommune"),
                    "municipality",
                    name,
                    number,
                    "municipal",
                )
            }
            6..=7 => {
                let name = one(&mut draws, &trusts).map_or("", |own| own.name);
                (
                    format!("{name} HF"),
                    "hospital",
                    name.to_owned(),
                    "",
                    "specialist",
                )
            }
            8 => {
                let association = format!("Foreningen for {name}");
                let chapter = place.map_or_else(String::new, |own| own.name());
                (
                    format!("{association}, lokallag {chapter}"),
                    "user_organisation",
                    chapter,
                    place.map_or("", |own| own.number),
                    "voluntary",
                )
            }
            _ => {
                // One in ten of these is for the whole country.
                let national = draws.chance(0.1);
                let name = place.map_or_else(String::new, |own| own.name());
                let catchment = if national {
                    "national".to_owned()
                } else {
                    name
                };
                let number = place.map_or("", |own| own.number);
                (
                    "Senteret for mestring".to_owned(),
                    "private",
                    catchment,
                    number,
                    "private",
                )
            }
        };
        let form = one(&mut draws, &FORMS).unwrap_or_default();
        let year = 2022 + draws.below(5);
        let month = 1 + draws.below(12);
        table.push(vec![
            format!("N{at:06}"),
            organiser,
            kind.to_owned(),
            catchment,
            number.to_owned(),
            form.replace("{}", name),
            one(&mut draws, &AUDIENCES).unwrap_or_default().to_owned(),
            one(&mut draws, &AGES).unwrap_or_default().to_owned(),
            one(&mut draws, &COURSE_FORMATS)
                .unwrap_or_default()
                .to_owned(),
            (2 + draws.below(8)).to_string(),
            format!("{year}-{month:02}-01"),
            format!("https://tilbud.example/{at}"),
            "2026-11-01".to_owned(),
            level.to_owned(),
            "established".to_owned(),
        ]);
    }
    table
}

/// One of several; nothing of none.
fn one<T: Copy>(draws: &mut Draws, of: &[T]) -> Option<T> {
    let at = usize::try_from(draws.below(of.len() as u64)).unwrap_or_default();
    of.get(at).copied()
}
