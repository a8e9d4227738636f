use mestring_model::Settings;
use mestring_model::noun::{Audience, Lifecycle, StepKind};
use mestring_model::term::Term;
use mestring_model::{Fact, Lang};
use proptest::prelude::*;

use super::*;
use crate::fixture::desk_with;
use crate::reach::Catchment;

mod reference;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn settings() -> Settings {
    Settings {
        centre: Some(OrganisationId::new("lms").unwrap()),
        ..Settings::default()
    }
}

/// A centre and its trust, two municipalities, an association, and a pathway of five steps that takes
/// the place of the shipped one.
const BASE: &str = "organisations
    id | name | kind | parent | municipality
    lms | LMS i Bergen | centre | trust | 4601
    trust | Helse Bergen | hospital | | 4601
    bergen | Bergen kommune | municipality | | 4601
    alver | Alver kommune | municipality | | 4631
    lag | Et lag | user_organisation | | 4601

    target_groups
    id | name | name_nb | name_nn | topics
    lung | Lung | Lunge | Lunge | lung_disease

    area
    municipality | name
    4601 | Bergen
    4631 | Alver

    pathways
    id | name | target_group
    copd | Own COPD | lung

    pathway_steps
    id | pathway | order | level | kind | topics | audience | needed
    first | copd | 1 | municipal | early_information | copd | patients | yes
    course | copd | 2 | specialist | group_course | copd | patients | yes
    life | copd | 3 | municipal | coping | physical_activity; smoking | patients | no
    kin | copd | 4 | specialist | relatives | copd | relatives |
    peers | copd | 5 | voluntary | peers | copd | patients | no";

const HEADINGS: &str = "offers
    id | title | organisers | level | lifecycle | audience | topics | reach | municipalities | user_delivery";

fn desk(offers: &str, rest: &str) -> Desk {
    let text = format!("{BASE}\n\n{HEADINGS}\n{offers}\n\n{rest}");
    desk_with(settings(), text.trim_end())
}

fn to_ask() -> ToAsk {
    let ids = |all: &[&str]| {
        all.iter()
            .map(|id| OrganisationId::new(id).unwrap())
            .collect()
    };
    BTreeMap::from([
        (Level::Municipal, ids(&["bergen", "alver"])),
        (Level::Specialist, ids(&["trust"])),
        (Level::Voluntary, ids(&["lag"])),
    ])
}

fn seen(desk: &Desk) -> Pathways {
    let scope = Scope {
        group: Some(Slug::new("copd").unwrap()),
        municipality: None,
    };
    pathways(
        desk,
        &Topics::of(desk),
        &to_ask(),
        &scope,
        day("2026-11-22"),
    )
}

fn step<'a>(view: &'a Pathways, id: &str) -> &'a StepCover {
    let steps = view.pathways.iter().flat_map(|own| &own.steps);
    let mut steps = steps.filter(|own| own.step.id.as_str() == id);
    steps.next().unwrap()
}

/// The states of a step in Bergen and Alver.
fn states(view: &Pathways, id: &str) -> Vec<&'static str> {
    step(view, id)
        .cells
        .iter()
        .map(|own| own.state.code())
        .collect()
}

/// One offer, a step, and what it covers in Bergen and Alver; unknown facts of the first of them.
fn check(offer: &str, id: &str, expect: &[&str], unknown: &[StepFact]) {
    let desk = desk(offer, "");
    let view = seen(&desk);
    assert_eq!(states(&view, id), expect, "{offer}");
    let fits = step(&view, id).cells.iter().flat_map(|own| &own.fits);
    let found: BTreeSet<StepFact> = fits.flat_map(Fit::unknown).collect();
    assert_eq!(found, unknown.iter().copied().collect(), "{offer}");
}

#[test]
fn an_offer_fits_by_topic_people_level_reach_and_status() {
    use StepFact::{Audience, Level, Reach, Status, Topics};
    let both = ["covered", "covered"];
    let bergen = ["covered", "not_covered"];
    let perhaps = ["covered_if", "covered_if"];
    let none = ["not_covered", "not_covered"];
    let cases: &[(&str, &str, &[&str], &[StepFact])] = &[
        (
            "A | Kurs | bergen | municipal | established | patients | copd | | 4601; 4631 |",
            "first",
            &both,
            &[],
        ),
        (
            "A | Kurs | bergen | municipal | established | both | copd | | 4601 |",
            "first",
            &bergen,
            &[],
        ),
        // The topic is read from the title.
        (
            "A | Kols-kurs | bergen | municipal | established | patients | | | 4601 |",
            "first",
            &bergen,
            &[],
        ),
        // A course on all lung disease may take in COPD or not.
        (
            "A | Kurs | bergen | municipal | established | patients | lung_disease | | 4601; 4631 |",
            "first",
            &perhaps,
            &[Topics],
        ),
        (
            "A | Kurs | bergen | municipal | established | patients | asthma | | 4601 |",
            "first",
            &none,
            &[],
        ),
        (
            "A | Kurs | bergen | municipal | established | relatives | copd | | 4601 |",
            "first",
            &none,
            &[],
        ),
        (
            "A | Kurs | bergen | municipal | established | professionals | copd | | 4601 |",
            "first",
            &none,
            &[],
        ),
        (
            "A | Kols | bergen | municipal | established | | copd | | 4601; 4631 |",
            "first",
            &perhaps,
            &[Audience],
        ),
        (
            "A | Kols | lms | specialist | established | patients | copd | | 4601 |",
            "first",
            &none,
            &[],
        ),
        (
            "A | Kols | lms | | established | patients | copd | | 4601; 4631 |",
            "first",
            &perhaps,
            &[Level],
        ),
        // What two levels give together is given by each of them.
        (
            "A | Kols | lms; bergen | interlevel | established | patients | copd | | 4601 |",
            "first",
            &bergen,
            &[],
        ),
        (
            "A | Kols | bergen | municipal | established | patients | copd | | |",
            "first",
            &perhaps,
            &[Reach],
        ),
        // The centre's own offer is for its area unless its row says otherwise.
        (
            "A | Kols | lms | specialist | established | patients | copd | | |",
            "course",
            &both,
            &[],
        ),
        (
            "A | Kols | bergen | municipal | | patients | copd | | 4601; 4631 |",
            "first",
            &perhaps,
            &[Status],
        ),
        (
            "A | Kols | bergen | municipal | unknown | patients | copd | | 4601; 4631 |",
            "first",
            &perhaps,
            &[Status],
        ),
        (
            "A | Kols | bergen | municipal | discontinued | patients | copd | | 4601 |",
            "first",
            &none,
            &[],
        ),
        (
            "A | Kols | bergen | municipal | planned | patients | copd | | 4601; 4631 |",
            "first",
            &none,
            &[],
        ),
        // Of what is open to the whole country the level does not matter.
        (
            "A | Kols | lag | voluntary | established | patients | copd | national | |",
            "first",
            &["open_only", "open_only"],
            &[],
        ),
        (
            "A | Kols | lag | voluntary | | patients | copd | national | |",
            "first",
            &["open_only", "open_only"],
            &[Status],
        ),
        // Peers meet where peers teach.
        (
            "A | Kols | lag | voluntary | established | patients | copd | | 4601 | peer",
            "peers",
            &bergen,
            &[],
        ),
        (
            "A | Kols | lag | voluntary | established | patients | copd | | 4601 | user_representative",
            "peers",
            &none,
            &[],
        ),
        (
            "A | Kols | lag | voluntary | established | patients | copd | | 4601; 4631 |",
            "peers",
            &perhaps,
            &[StepFact::Peers],
        ),
    ];
    for (offer, id, expect, unknown) in cases {
        let cells = offer.matches('|').count();
        let offer = format!("{offer}{}", " |".repeat(9 - cells));
        check(offer.trim_end(), id, expect, unknown);
    }
    assert!(cases.len() > 20);
}

#[test]
fn what_is_planned_or_fits_other_steps_is_noted() {
    let desk = desk(
        "A | Kols | bergen | municipal | planned | both | copd; smoking | | 4601 |
        B | Temakafé | bergen | municipal | established | patients | | | 4601 |",
        "",
    );
    let view = seen(&desk);
    let fit = &step(&view, "first").cells[0].fits[0];
    assert!(fit.coming && !fit.is_near());
    assert_eq!(
        fit.also.iter().map(Slug::as_str).collect::<Vec<_>>(),
        ["life"]
    );
    assert_eq!(view.without_topic, 1);
}

#[test]
fn a_course_is_integrated_only_where_a_document_names_it() {
    let offers = "A | Pustekurs | lms | specialist | established | patients | | | |
        B | Kols | lms | specialist | established | patients | copd | | |
        C | Pustekurs | lms | municipal | established | relatives | copd | | |";
    let named = "pathway_courses
        step | offer | document | document_date
        course | A | Forløp for KOLS, side 3 | 2025-05-01
        course | C | Forløp for KOLS, side 4 |";
    let without = seen(&desk(offers, ""));
    let fits = |view: &Pathways| -> Vec<(String, Option<String>)> {
        let fits = &step(view, "course").cells[0].fits;
        let named = |own: &Fit| own.named.as_ref().map(|own| own.document.clone());
        fits.iter()
            .map(|own| (own.offer.to_string(), named(own)))
            .collect()
    };
    assert_eq!(fits(&without), [("B".into(), None)]);
    let with = seen(&desk(offers, named));
    let document = Some("Forløp for KOLS, side 3".to_owned());
    assert_eq!(fits(&with), [("A".into(), document), ("B".into(), None)]);
    // What its facts say against the document is told and covers nobody.
    let against = &step(&with, "course").named_against;
    assert_eq!(against.len(), 1);
    assert_eq!(
        (against[0].offer.as_str(), against[0].fact),
        ("C", StepFact::Audience)
    );
    assert_eq!(with.named_against().count(), 1);
}

#[test]
fn an_uncovered_step_says_what_was_asked() {
    let asked = |rows: &str| {
        let head = "asked\n target_group | level | organisation | asked | answered | none";
        seen(&desk("", &format!("{head}\n{rows}")))
    };
    let why = |view: &Pathways, id: &str| -> Vec<&'static str> {
        let cells = &step(view, id).cells;
        cells
            .iter()
            .map(|own| own.silence.unwrap().code())
            .collect()
    };
    let view = asked(
        "lung | municipal | bergen | 2026-10-01 | 2026-10-20 | yes
        lung | municipal | alver | 2026-10-01 | |
        lung | specialist | trust | 2026-10-01 | 2026-10-05 | no
        lung | voluntary | | 2026-10-01 | 2026-10-02 | yes",
    );
    // Each municipality answers for itself.
    assert_eq!(why(&view, "first"), ["none_confirmed", "no_answer"]);
    assert_eq!(why(&view, "course"), ["answered", "answered"]);
    assert_eq!(why(&view, "peers"), ["none_partly", "none_partly"]);
    let first = step(&view, "first").cells[0].silence.unwrap();
    assert_eq!(first.date(), Some(day("2026-10-20")));
    // A later answer counts before an earlier one, and one after the date not at all.
    let view = asked(
        "lung | municipal | bergen | 2026-10-01 | 2026-10-20 | yes
        lung | municipal | bergen | 2026-11-01 | 2026-11-02 | no
        lung | municipal | alver | 2026-11-23 | 2026-11-23 | yes",
    );
    assert_eq!(why(&view, "first"), ["answered", "not_asked"]);
    // Whoever has something for certain need not be asked.
    let covered = seen(&desk(
        "A | Kols | bergen | municipal | established | patients | copd | | 4601 |",
        "",
    ));
    assert_eq!(step(&covered, "first").cells[0].silence, None);
}

const AGREEMENTS: &str = "agreements
    id | title | kind | from | proposed
    whole | Samarbeidsavtale | cooperation | 2022-08-01 |
    later | Særavtale | special | | yes

    parties
    agreement | organisation | state
    whole | trust | joined
    whole | bergen | joined
    whole | alver |
    later | trust |
    later | alver |

    obligations
    id | title | kind | agreement | bound
    all | Et helhetlig tilbud | standing_duty | whole |
    both | Veileder | standing_duty | | trust; bergen
    one | Lov | statute | | trust
    past | Før | history | | trust; bergen";

#[test]
fn hand_overs_say_who_and_by_which_agreement() {
    let offers = "A | Kols | lms | specialist | established | patients | copd | | |";
    let view = seen(&desk(offers, AGREEMENTS));
    let all = &view.pathways[0].hand_overs;
    let ends: Vec<_> = all
        .iter()
        .map(|own| (own.from.as_str(), own.to.as_str()))
        .collect();
    assert_eq!(
        ends,
        [
            ("first", "course"),
            ("course", "life"),
            ("life", "kin"),
            ("kin", "peers")
        ]
    );
    let [bergen, alver] = all[0].cells.as_slice() else {
        panic!()
    };
    let ids = |own: &Side| {
        own.organisations
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (ids(&bergen.from), bergen.from.by_offers),
        (vec!["bergen".into()], false)
    );
    assert_eq!(
        (ids(&bergen.to), bergen.to.by_offers),
        (vec!["lms".into()], true)
    );
    // The centre is bound with its trust.
    assert_eq!(bergen.agreed, Agreed::Yes);
    assert_eq!(bergen.agreements[0].as_str(), "whole");
    let duties: Vec<_> = bergen.obligations.iter().map(ToString::to_string).collect();
    assert_eq!(duties, ["all", "both"]);
    // Nobody says whether Alver joined; the proposal is worth less.
    assert_eq!(alver.agreed, Agreed::CannotTell);
    assert_eq!(alver.agreements[0].as_str(), "whole");
    assert!(alver.obligations.is_empty());
    // Which association would take over, no offer says.
    assert!(all[3].cells[0].to.organisations.is_empty());
    assert_eq!(all[3].cells[0].agreed, Agreed::No);
}

#[test]
fn two_offers_for_the_same_people_are_covered_twice() {
    let view = seen(&desk(
        "A | Kols | bergen | municipal | established | patients | copd | | 4601; 4631 |
        B | Kols | bergen | municipal | established | both | copd | | 4601 |
        C | Kols | alver | municipal | | patients | copd | | 4631 |
        D | Kols | lag | voluntary | established | patients | copd | national | |",
        "",
    ));
    let twice = &step(&view, "first").twice;
    let pairs: Vec<_> = twice
        .iter()
        .map(|own| {
            (
                own.a.as_str(),
                own.b.as_str(),
                own.certain,
                own.municipalities.len(),
            )
        })
        .collect();
    // What is open to the whole country is not near anybody.
    assert_eq!(pairs, [("A", "B", true, 1), ("A", "C", false, 1)]);
}

#[test]
fn a_desk_replaces_extends_or_leaves_out_what_is_shipped() {
    let text = "target_groups
        id | name | name_nb | name_nn | topics
        lung | Lung | Lunge | Lunge | lung_disease
        own | Own | Eget | Eige | asthma

        pathways
        id | name | target_group | left_out
        copd | | | yes
        asthma | Astma | own |

        pathway_steps
        id | pathway | order | level | kind | topics
        a | asthma | 1 | municipal | coping | asthma
        stroke_new | stroke | 25 | municipal | coping | stroke
        stroke_course | stroke | 20 | private | group_course | stroke";
    let desk = desk_with(Settings::default(), text);
    let chosen = chosen(&desk);
    let of = |id: &str| chosen.iter().find(|own| own.pathway.id.as_str() == id);
    assert!(of("copd").is_none());
    assert!(of("asthma").is_some_and(|own| !own.shipped && own.steps.len() == 1));
    let stroke = of("stroke").unwrap();
    assert!(stroke.shipped && stroke.group.is_none());
    let steps: Vec<_> = stroke
        .steps
        .iter()
        .map(|own| (own.step.id.as_str(), own.shipped))
        .collect();
    assert_eq!(steps[1], ("stroke_course", false));
    assert_eq!(steps[2], ("stroke_new", false));
    assert!(steps[0].1 && steps.len() == 6);
    let scope = Scope::default();
    let view = pathways(
        &desk,
        &Topics::of(&desk),
        &to_ask(),
        &scope,
        day("2026-11-22"),
    );
    // Whose group the desk does not list is left out and named; without an area all is in reach.
    assert_eq!(view.pathways.len(), 1);
    assert!(
        view.without_group
            .iter()
            .any(|own| own.as_str() == "stroke")
    );
    assert_eq!(view.municipalities, [None]);
    assert_eq!(view.pathways[0].pathway.title(Lang::Nn), "Astma");
}

/// The cells of an offer's row: level, lifecycle, audience, topics, reach, municipalities, roles.
fn offers() -> impl Strategy<Value = Vec<[usize; 7]>> {
    proptest::collection::vec(
        [0_usize..6, 0..5, 0..5, 0..5, 0..3, 0..4, 0..3].prop_map(|row| row),
        0..7,
    )
}

const CELLS: [&[&str]; 7] = [
    &[
        "specialist",
        "municipal",
        "voluntary",
        "private",
        "interlevel",
        "",
    ],
    &["established", "planned", "discontinued", "unknown", ""],
    &["patients", "relatives", "both", "professionals", ""],
    &["copd", "lung_disease", "smoking", "asthma", ""],
    &["national", "municipalities", ""],
    &["4601", "4601; 4631", "5047", ""],
    &["peer", "none", ""],
];

proptest! {
    #[test]
    fn the_states_are_those_of_the_slow_reference(rows in offers(), named in 0_usize..7) {
        let lines: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let cell = |of: usize| CELLS[of][row[of]];
                format!(
                    "O{at} | Kurs | bergen | {} | {} | {} | {} | {} | {} | {}",
                    cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6)
                )
            })
            .collect();
        let rest = match rows.get(named) {
            Some(_) => format!("pathway_courses\n step | offer | document\n course | O{named} | Forløp"),
            None => String::new(),
        };
        let desk = desk(&lines.join("\n"), &rest);
        let topics = Topics::of(&desk);
        let view = seen(&desk);
        let mut looked = 0;
        for step in &view.pathways[0].steps {
            for (at, cell) in step.cells.iter().enumerate() {
                let number = view.municipalities[at].unwrap();
                let slow = reference::state(&desk, &topics, &step.step, number);
                prop_assert_eq!(cell.state, slow, "{} {}", step.step.id, number);
                prop_assert_eq!(cell.silence.is_some(), slow != Coverage::Covered);
                looked += 1;
            }
        }
        prop_assert_eq!(looked, 10);
    }

    #[test]
    fn the_order_of_the_rows_changes_no_state(rows in offers()) {
        let line = |(at, row): (usize, &[usize; 7])| {
            let cell = |of: usize| CELLS[of][row[of]];
            format!(
                "O{at} | Kurs | bergen | {} | {} | {} | {} | {} | {} | {}",
                cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6)
            )
        };
        let lines: Vec<String> = rows.iter().enumerate().map(line).collect();
        let reversed: Vec<String> = lines.iter().rev().cloned().collect();
        let one = seen(&desk(&lines.join("\n"), ""));
        let other = seen(&desk(&reversed.join("\n"), ""));
        let all = |view: &Pathways| -> Vec<Vec<Coverage>> {
            let steps = view.pathways[0].steps.iter();
            steps.map(|own| own.cells.iter().map(|cell| cell.state).collect()).collect()
        };
        prop_assert_eq!(all(&one), all(&other));
    }
}
