//! What reports say of things that small desks rarely hold, from results made by hand.

use chrono::NaiveDate;
use mestring_model::id::{BudgetId, OfferId, RunId, Slug};
use mestring_model::noun::{BudgetKind, HalfDay};
use mestring_model::term::Term;
use mestring_model::{Desk, Lang};

use super::*;
use crate::decide::{Decider, Packs};
use crate::fixture::{desk, desk_with};
use crate::plan::{Holder, Lack, Shortage, Slot};
use crate::relate::{OfferGroup, Relations};

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One of each thing that a run may lack.
fn lacks() -> Vec<Lack> {
    vec![
        Lack::DecidedAgainst {
            role: "leder LMS".to_owned(),
            on: day("2026-10-12"),
        },
        Lack::NotStated {
            column: "adviser_hours",
        },
        Lack::Window,
        Lack::RoomTooSmall {
            needs: 1,
            largest: Some(12),
        },
        Lack::RoomTooSmall {
            needs: 16,
            largest: None,
        },
        Lack::Equipment {
            missing: vec![slug("prosjektor"), slug("kjøkken")],
        },
        Lack::RoomTaken,
        Lack::NoLeader {
            competence: slug("diabetes"),
            asked: 1,
            wished: 0,
        },
        Lack::LeaderTaken {
            competence: slug("kid"),
            leaders: 2,
        },
        Lack::Budget {
            budget: BudgetId::new("B").unwrap(),
            kind: BudgetKind::Money,
            needs: 1_200_000,
            left: 950_050,
        },
        Lack::Budget {
            budget: BudgetId::new("B").unwrap(),
            kind: BudgetKind::AdviserHours,
            needs: 1230,
            left: 0,
        },
    ]
}

fn say_lacks(lang: Lang) -> String {
    let desk = Desk::default();
    let texts = Texts::new(lang);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    lacks().iter().map(|lack| view.lack(lack) + "\n").collect()
}

#[test]
fn everything_that_can_be_short_has_its_words() {
    insta::assert_snapshot!(say_lacks(Lang::En), @r"
        leder LMS decided on 2026-10-12 that it is not held
        the run does not state adviser hours
        no start in its window leaves time for all sessions within the plan
        no room is large enough: it needs 1 seat, the largest has 12
        no room that states its seats: it needs 16
        no large enough room has prosjektor and kjøkken
        room taken at every time that fits
        no confirmed course leader with `diabetes`: 1 asked, 0 wished for
        course leaders with `kid` are taken, away or at their limit (2 confirmed)
        the budget B has too little left: it needs NOK 12,000, NOK 9500.50 is left
        the budget B has too little left: it needs 20.5 hours, 0 hours is left
        ");
    insta::assert_snapshot!(say_lacks(Lang::Nb), @r"
        leder LMS vedtok 12.10.2026 at den ikke skal holdes
        kursrekken oppgir ikke rådgivertimer
        ingen start i vinduet gir tid til alle samlingene innenfor planen
        ikke noe rom er stort nok: den trenger 1 plass, det største har 12
        ikke noe rom oppgir plassene sine: den trenger 16
        ikke noe stort nok rom har prosjektor og kjøkken
        rommet er opptatt på alle tider som passer
        ingen bekreftet kursholder med `diabetes`: 1 spurt, 0 ønsket
        kursholdere med `kid` er opptatt, borte eller har nådd grensen sin (2 bekreftet)
        budsjettet B har for lite igjen: den trenger 12 000 kr, 9500,50 kr er igjen
        budsjettet B har for lite igjen: den trenger 20,5 timer, 0 timer er igjen
        ");
    insta::assert_snapshot!(say_lacks(Lang::Nn), @r"
        leder LMS vedtok 12.10.2026 at ho ikkje skal haldast
        kursrekkja oppgir ikkje rådgivartimar
        ingen start i vindauget gir tid til alle samlingane innanfor planen
        ikkje noko rom er stort nok: ho treng 1 plass, det største har 12
        ikkje noko rom oppgir plassane sine: ho treng 16
        ikkje noko stort nok rom har prosjektor og kjøkken
        rommet er opptatt på alle tider som passar
        ingen stadfesta kurshaldar med `diabetes`: 1 spurt, 0 ønskt
        kurshaldarar med `kid` er opptatt, borte eller har nådd grensa si (2 stadfesta)
        budsjettet B har for lite att: ho treng 12 000 kr, 9500,50 kr er att
        budsjettet B har for lite att: ho treng 20,5 timar, 0 timar er att
        ");
}

#[test]
fn who_holds_what_is_short_is_named_by_run() {
    let desk = Desk::default();
    let texts = Texts::new(Lang::En);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    let holder = |run, class| Holder {
        class,
        run: RunId::new(run).unwrap(),
    };
    let shortage = Shortage {
        lack: Lack::RoomTaken,
        held_by: vec![holder("R0", None), holder("R1", Some(1))],
    };
    assert_eq!(
        view.shortage(&shortage),
        "room taken at every time that fits, held by R0 (decided before the plan) and R1 (class 1)"
    );
}

#[test]
fn parts_of_the_day_are_named_once_where_they_are_the_same() {
    let desk = Desk::default();
    let texts = Texts::new(Lang::Nb);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    let slot = |date, half_day| Slot {
        date: day(date),
        half_day,
    };
    let (first, second) = (
        slot("2027-01-11", HalfDay::Morning),
        slot("2027-01-18", HalfDay::Morning),
    );
    assert_eq!(
        view.slots(&[first, second]),
        "11.01.2027, 18.01.2027, formiddag"
    );
    let second = slot("2027-01-18", HalfDay::Evening);
    assert_eq!(
        view.slots(&[first, second]),
        "11.01.2027 formiddag, 18.01.2027 kveld"
    );
    assert_eq!(view.slots(&[]), "");
}

/// A desk in which somebody decided about two of three runs.
fn decided() -> Desk {
    desk(
        "offers
         id | title            | sessions | format       | topics
         A  | Hjerteskole      | 2        | digital_live | heart
         B  | Kurs om hjertet  | 2        | digital_live | heart

         runs
         id | offer | state  | needs
         A1 | A     | wished | heart
         A2 | A     | wished |
         B1 | B     | wished |

         verdicts
         kind     | first | second | answer     | role      | on         | reason
         run      | A1    |        | held       | leder LMS | 2026-10-12 | lovet i vår
         run      | B1    |        | refused    | leder LMS | 2026-10-13 |
         relation | A     | B      | same_offer | rådgiver  | 2026-10-14 | samme side",
    )
}

#[test]
fn what_a_role_decided_is_said_and_the_rest_is_a_proposal() {
    let desk = decided();
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, day("2026-11-22"), Some(1));
    let texts = Texts::new(Lang::Nb);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    let proposal = decider.proposal().unwrap();
    let text = Layout::plain().render(&super::proposal(&view, &proposal));
    for said in [
        "Dette er et forslag. Ingen har vedtatt det,",
        "Vedtatt         leder LMS vedtok 12.10.2026 at den skal holdes. Begrunnelse: lovet i vår",
        "Vedtatt         leder LMS vedtok 13.10.2026 at den ikke skal holdes.",
        "Mangler         leder LMS vedtok 13.10.2026 at den ikke skal holdes",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let json = json::proposal(&desk, &proposal);
    let decided = json["runs"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|run| !run["decided_by"].is_null());
    assert_eq!(decided.count(), 2);
    assert_eq!(json["decided"], false);

    let related = decider.relations().unwrap();
    let text = Layout::plain().render(&relations(&view, &related));
    assert!(text.contains("bestemt av rådgiver 14.10.2026"), "{text}");
    assert!(
        text.contains(
            "Oppføringer som er ett tilbud (1)\n- Hjerteskole (A) og Kurs om hjertet (B)"
        )
    );
}

#[test]
fn long_lists_are_cut_with_a_count_unless_all_is_asked_for() {
    let desk = Desk::default();
    let texts = Texts::new(Lang::En);
    let ids: Vec<OfferId> = (10..40)
        .map(|n| OfferId::new(&format!("O{n}")).unwrap())
        .collect();
    let groups = ids.chunks(2).map(|pair| OfferGroup {
        offers: pair.to_vec(),
        joined_by: Vec::new(),
        doubtful: vec![0],
    });
    let mut related = Decider::new(
        &decided(),
        &Packs::shipped().unwrap(),
        day("2026-11-22"),
        None,
    )
    .relations()
    .unwrap();
    related.groups = groups.collect();
    let text = |all| {
        let view = View {
            desk: &desk,
            texts: &texts,
            all,
        };
        Layout::plain().render(&relations(&view, &related))
    };
    assert!(text(false).contains("Entries that are one offer (15)"));
    assert!(
        text(false).contains("5 more are left out here; `--all` prints them."),
        "{}",
        text(false)
    );
    assert!(text(false).contains("O10 and O11. 1 pair within it is judged otherwise"));
    assert!(!text(false).contains("O38") && text(true).contains("O38"));
    assert!(!text(true).contains("left out"));
}

#[test]
fn a_desk_without_rows_has_a_report_too() {
    let desk = desk_with(mestring_model::Settings::default(), "");
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, day("2026-11-22"), None);
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let view = View {
            desk: &desk,
            texts: &texts,
            all: true,
        };
        let proposal = decider.proposal().unwrap();
        let related: Relations = decider.relations().unwrap();
        let duties = decider.obligations().unwrap();
        let unknowns = Unknowns::of(Some(&proposal), Some(&related), Some(&duties));
        let mut page = head(&view, day("2026-11-22"), &[], None);
        page.append(overview(&view, &decider.overview()));
        page.append(super::proposal(&view, &proposal));
        page.append(relations(&view, &related));
        page.append(obligations(&view, &duties));
        page.append(ending(&view, Some(&unknowns), &[]));
        let text = Layout::plain().render(&page);
        if lang == Lang::Nn {
            insta::assert_snapshot!(text, @r"
        Arbeidsmappe utan namn
        ======================
        Per dato  22.11.2026

        Kartlegging: målgrupper og nivå
        -------------------------------
        Arbeidsmappa oppgir ikkje kommunane i området. Difor blir alle tilbod rekna som innanfor rekkjevidd.
        Arbeidsmappa har ingen tilbod.
        0 tilbod er innanfor rekkjevidd av området, 0 er utanfor, og for 0 er rekkjevidda ikkje kjend.
        Målgruppa er oppgitt for 0 tilbod, utleidd av tittel, tema og deltakarar for 0, og ikkje kjend for
        0.

        Framlegg til bruk av kapasiteten
        --------------------------------
        Dette er eit framlegg. Ingen har vedteke det, bortsett frå der det står kva rolle som har vedteke
        det.
        Planen kan bruke dagane frå 23.11.2026 til 23.05.2027.
        Ingen kursrekkjer er ønskte.

        Tilbod side om side
        -------------------
        Det finst ikkje to tilbod å samanlikne.

        Plikter
        -------
        Arbeidsmappa har ingen plikter.

        Kva rapporten byggjer på
        ------------------------
        Ingen rader er merkte som oppdikta.
        Ingen regel stansa fordi ei opplysning manglar.
        Funne i dataa: 0 feil, 0 åtvaringar, 0 merknader.
        ");
        }
        assert!(!text.contains('[') && !text.contains("{$"), "{text}");
    }
}

#[test]
fn every_status_and_action_has_its_place_in_a_report() {
    // A word that is added to a list must not vanish from the report.
    let statuses = mestring_model::noun::Status::all();
    assert_eq!(obligations::ORDER.len(), statuses.len());
    assert!(
        statuses
            .iter()
            .all(|status| obligations::ORDER.contains(status))
    );
}
