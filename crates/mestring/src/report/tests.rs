//! What reports say of things that small desks rarely hold, from results made by hand.

use chrono::NaiveDate;
use mestring_model::id::{BudgetId, LeaderId, OfferId, RoomId, RunId, Slug};
use mestring_model::noun::{BudgetKind, HalfDay};
use mestring_model::term::Term;
use mestring_model::{Desk, Lang};

use super::*;
use crate::decide::{Decider, Packs};
use crate::fixture::{desk, desk_with};
use crate::plan::{Holder, Lack, Obstacle, Resource, Shortage, Slot, Why};
use crate::relate::{OfferGroup, Relations};

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One of each thing that a run may lack whatever the calendar says.
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
        Lack::LeadTime {
            weeks: 6,
            from: day("2027-02-01"),
        },
        Lack::Closed,
        Lack::BudgetDays {
            budgets: vec![BudgetId::new("B").unwrap()],
            from: day("2027-01-01"),
            until: day("2027-06-30"),
        },
        Lack::BudgetDays {
            budgets: vec![BudgetId::new("B").unwrap(), BudgetId::new("C").unwrap()],
            from: day("2027-07-01"),
            until: day("2027-06-30"),
        },
        Lack::NoRoom,
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
        Lack::FreedTooSmall {
            needs: 16,
            seats: Some(12),
        },
        Lack::FreedTooSmall {
            needs: 1,
            seats: None,
        },
        Lack::FreedEquipment {
            missing: vec![slug("prosjektor")],
        },
        Lack::NoLeader {
            competence: slug("diabetes"),
            needs: 1,
            confirmed: 0,
            asked: 1,
            wished: 0,
        },
        Lack::NoLeader {
            competence: slug("diabetes"),
            needs: 2,
            confirmed: 1,
            asked: 0,
            wished: 3,
        },
        Lack::SameLeader {
            competences: vec![slug("diabetes"), slug("kid")],
            leaders: vec![LeaderId::new("sykepleier-1").unwrap()],
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
    let plain = lacks().into_iter().map(|lack| short(lack, Vec::new()));
    let all = plain.chain(shortages());
    all.map(|own| view.shortage(&own) + "\n").collect()
}

fn short(lack: Lack, obstacles: Vec<Obstacle>) -> Shortage {
    Shortage {
        lack,
        held_by: Vec::new(),
        obstacles,
    }
}

/// Rooms and leaders that are there and cannot be had, with one of each reason.
fn shortages() -> Vec<Shortage> {
    let holder = |run, class| Holder {
        class,
        run: RunId::new(run).unwrap(),
    };
    let slots = |days: std::ops::Range<u32>| {
        let days = days.map(|n| Slot {
            date: day("2027-01-04") + chrono::Days::new(7 * u64::from(n)),
            half_day: HalfDay::Morning,
        });
        days.collect::<Vec<_>>()
    };
    let room = |why, days| Obstacle {
        at: Resource::Room(RoomId::new("aud").unwrap()),
        why,
        slots: slots(days),
    };
    let leader = |why, days| Obstacle {
        at: Resource::Leader(LeaderId::new("l1").unwrap()),
        why,
        slots: slots(days),
    };
    let lead = || Lack::Leader {
        competence: slug("kid"),
        leaders: 1,
    };
    let at_limit = |leads| Why::AtLimit {
        limit: 6,
        taken: 4,
        needs: 4,
        leads,
    };
    let taken = || Why::Taken(holder("R1", Some(1)));
    vec![
        short(Lack::Room, vec![room(taken(), 0..2)]),
        short(
            Lack::Room,
            vec![room(Why::Away, 0..1), room(Why::NotOpen, 0..9)],
        ),
        short(
            Lack::Room,
            vec![room(taken(), 0..1), room(Why::NotOpen, 1..2)],
        ),
        short(lead(), vec![leader(Why::Taken(holder("D1", None)), 0..2)]),
        short(
            lead(),
            vec![leader(Why::Away, 0..1), leader(Why::NotOpen, 1..3)],
        ),
        short(
            lead(),
            vec![leader(at_limit(vec![holder("R1", Some(1))]), 0..0)],
        ),
        short(lead(), vec![leader(at_limit(Vec::new()), 0..0)]),
        short(lead(), vec![leader(taken(), 0..1), leader(Why::Away, 1..2)]),
    ]
}

#[test]
fn everything_that_can_be_short_has_its_words() {
    insta::assert_snapshot!(say_lacks(Lang::En), @r"
        leder LMS decided on 2026-10-12 that it is not held
        adviser hours not stated for the run
        whenever it starts among the days that it wishes for, there is no time for all sessions within the plan
        the course is new here and takes 6 weeks to make ready: it can begin from 2027-02-01, and then no start is left among the days that it wishes for
        closed days and school breaks leave no start among the days that it wishes for with time for all sessions within the plan
        it can begin only in the days of B, from 2027-01-01 to 2027-06-30, and none of them is a start that it wishes for with time for all sessions within the plan
        it draws on B and C, which have no day in common on which it could begin; name the budgets of one period
        the centre has no room for runs in the list of rooms
        no room is large enough: the run needs 1 seat, the largest has 12
        no room states its seats, and the run needs 16
        no large enough room has prosjektor and kjøkken
        the freed room is too small: the run needs 16 seats, it has 12
        the seats of the freed room are not stated, and the run needs 1
        the freed room has no prosjektor
        no confirmed course leader with `diabetes` (1 asked, none wished for)
        2 course leaders with `diabetes` are needed at the same time, and one is confirmed (none asked, 3 wished for)
        `diabetes` and `kid` need a course leader each, and only sykepleier-1 is free
        the budget B has too little left: the run needs NOK 12,000, and what remains is NOK 9500.50
        the budget B has too little left: the run needs 20.5 hours, and what remains is 0 hours
        no room is free for all sessions: other runs have it
        - aud: R1 (class 1) has it on 2027-01-04 and 2027-01-11 (morning)
        no room is open for all sessions
        - aud is closed by the calendar: 2027-01-04 (morning)
        - aud is not open: 9 days from 2027-01-04 to 2027-03-01 (morning)
        no room is both open and free for all sessions
        - aud: R1 (class 1) has it on 2027-01-04 (morning)
        - aud is not open: 2027-01-11 (morning)
        no course leader with `kid` is free for all sessions (1 confirmed): those who could lead other runs
        - l1 leads D1 (decided before the plan): 2027-01-04 and 2027-01-11 (morning)
        no course leader with `kid` is available for all sessions (1 confirmed)
        - l1 is away by the calendar: 2027-01-04 (morning)
        - l1 does not lead courses then: 2027-01-11 and 2027-01-18 (morning)
        no course leader with `kid` has half-days enough left (1 confirmed)
        - l1 may lead at most 6 half-days and leads 4 already, for R1 (class 1); the run needs 4
        no course leader with `kid` has half-days enough left (1 confirmed)
        - l1 may lead at most 6 half-days, and the run needs 4
        no course leader with `kid` is free for all sessions (1 confirmed)
        - l1 leads R1 (class 1): 2027-01-04 (morning)
        - l1 is away by the calendar: 2027-01-11 (morning)
        ");
    insta::assert_snapshot!(say_lacks(Lang::Nb), @r"
        leder LMS vedtok 12.10.2026 at den ikke skal holdes
        rådgivertimer er ikke oppgitt for kursrekken
        uansett når den starter i ønsket tidsrom, blir det ikke tid til alle samlingene innenfor planen
        kurset er nytt her og det tar 6 uker å gjøre det klart: det kan begynne fra 01.02.2027, og da er ingen start igjen blant dagene det ønsker
        stengte dager og skoleferier lar ingen start være igjen blant dagene det ønsker, med tid til alle samlingene innenfor planen
        den kan bare begynne i dagene til B, fra 01.01.2027 til 30.06.2027, og ingen av dem er en start den ønsker, med tid til alle samlingene innenfor planen
        den trekker på B og C, som ikke har noen felles dag den kunne begynt på; oppgi budsjettene for én periode
        senteret har ikke noe rom for kursrekker i listen over rom
        ikke noe rom er stort nok: kursrekken trenger 1 plass, det største har 12
        ikke noe rom oppgir hvor mange det er plass til, og kursrekken trenger 16
        ikke noe stort nok rom har prosjektor og kjøkken
        rommet som ble ledig, er for lite: kursrekken trenger 16 plasser, og det har 12
        plassene i rommet som ble ledig, er ikke oppgitt, og kursrekken trenger 1
        rommet som ble ledig, mangler prosjektor
        ingen bekreftet kursholder med `diabetes` (1 spurt, ingen ønsket)
        2 kursholdere med `diabetes` trengs samtidig, og én er bekreftet (ingen spurt, 3 ønsket)
        `diabetes` og `kid` krever hver sin kursholder, og bare sykepleier-1 er ledig
        det er for lite igjen på budsjettet B: kursrekken trenger 12 000 kr, og det gjenstår 9500,50 kr
        det er for lite igjen på budsjettet B: kursrekken trenger 20,5 timer, og det gjenstår 0 timer
        ikke noe rom er ledig til alle samlingene, fordi andre kursrekker har det
        - aud brukes av R1 (klasse 1): 04.01.2027 og 11.01.2027 (formiddag)
        ikke noe rom er åpent til alle samlingene
        - aud er stengt ifølge kalenderen: 04.01.2027 (formiddag)
        - aud er ikke åpent: 9 dager fra 04.01.2027 til 01.03.2027 (formiddag)
        ikke noe rom er både åpent og ledig til alle samlingene
        - aud brukes av R1 (klasse 1): 04.01.2027 (formiddag)
        - aud er ikke åpent: 11.01.2027 (formiddag)
        ingen kursholder med `kid` er ledig til alle samlingene (1 bekreftet): de som kan, holder andre kursrekker
        - l1 holder D1 (vedtatt før planen): 04.01.2027 og 11.01.2027 (formiddag)
        ingen kursholder med `kid` er tilgjengelig til alle samlingene (1 bekreftet)
        - l1 er borte ifølge kalenderen: 04.01.2027 (formiddag)
        - l1 holder ikke kurs da: 11.01.2027 og 18.01.2027 (formiddag)
        ingen kursholder med `kid` har nok halvdager igjen (1 bekreftet)
        - l1 kan holde høyst 6 halvdager og har allerede 4, med R1 (klasse 1); kursrekken trenger 4
        ingen kursholder med `kid` har nok halvdager igjen (1 bekreftet)
        - l1 kan holde høyst 6 halvdager, og kursrekken trenger 4
        ingen kursholder med `kid` er ledig til alle samlingene (1 bekreftet)
        - l1 holder R1 (klasse 1): 04.01.2027 (formiddag)
        - l1 er borte ifølge kalenderen: 11.01.2027 (formiddag)
        ");
    insta::assert_snapshot!(say_lacks(Lang::Nn), @r"
        leder LMS vedtok 12.10.2026 at ho ikkje skal haldast
        rådgivartimar er ikkje oppgitt for kursrekkja
        uansett når ho startar i ønskt tidsrom, blir det ikkje tid til alle samlingane innanfor planen
        kurset er nytt her og det tek 6 veker å gjere det klart: det kan ta til frå 01.02.2027, og då er ingen start att blant dagane det ønskjer
        stengde dagar og skuleferiar lèt ingen start vere att blant dagane det ønskjer, med tid til alle samlingane innanfor planen
        ho kan berre byrje i dagane til B, frå 01.01.2027 til 30.06.2027, og ingen av dei er ein start ho ønskjer, med tid til alle samlingane innanfor planen
        ho trekkjer på B og C, som ikkje har nokon felles dag ho kunne byrja på; oppgi budsjetta for éin periode
        senteret har ikkje noko rom for kursrekkjer i lista over rom
        ikkje noko rom er stort nok: kursrekkja treng 1 plass, det største har 12
        ikkje noko rom oppgir kor mange det er plass til, og kursrekkja treng 16
        ikkje noko stort nok rom har prosjektor og kjøkken
        rommet som vart ledig, er for lite: kursrekkja treng 16 plassar, og det har 12
        plassane i rommet som vart ledig, er ikkje oppgjevne, og kursrekkja treng 1
        rommet som vart ledig, manglar prosjektor
        ingen stadfesta kurshaldar med `diabetes` (1 spurt, ingen ønskt)
        2 kurshaldarar med `diabetes` trengst samtidig, og éin er stadfesta (ingen spurt, 3 ønskt)
        `diabetes` og `kid` krev kvar sin kurshaldar, og berre sykepleier-1 er ledig
        det er for lite att på budsjettet B: kursrekkja treng 12 000 kr, og det står att 9500,50 kr
        det er for lite att på budsjettet B: kursrekkja treng 20,5 timar, og det står att 0 timar
        ikkje noko rom er ledig til alle samlingane, fordi andre kursrekkjer har det
        - aud blir brukt av R1 (klasse 1): 04.01.2027 og 11.01.2027 (formiddag)
        ikkje noko rom er ope til alle samlingane
        - aud er stengt ifølgje kalenderen: 04.01.2027 (formiddag)
        - aud er ikkje ope: 9 dagar frå 04.01.2027 til 01.03.2027 (formiddag)
        ikkje noko rom er både ope og ledig til alle samlingane
        - aud blir brukt av R1 (klasse 1): 04.01.2027 (formiddag)
        - aud er ikkje ope: 11.01.2027 (formiddag)
        ingen kurshaldar med `kid` er ledig til alle samlingane (1 stadfesta): dei som kan, held andre kursrekkjer
        - l1 held D1 (vedteken før planen): 04.01.2027 og 11.01.2027 (formiddag)
        ingen kurshaldar med `kid` er tilgjengeleg til alle samlingane (1 stadfesta)
        - l1 er borte ifølgje kalenderen: 04.01.2027 (formiddag)
        - l1 held ikkje kurs då: 11.01.2027 og 18.01.2027 (formiddag)
        ingen kurshaldar med `kid` har nok halvdagar att (1 stadfesta)
        - l1 kan halde høgst 6 halvdagar og har alt 4, med R1 (klasse 1); kursrekkja treng 4
        ingen kurshaldar med `kid` har nok halvdagar att (1 stadfesta)
        - l1 kan halde høgst 6 halvdagar, og kursrekkja treng 4
        ingen kurshaldar med `kid` er ledig til alle samlingane (1 stadfesta)
        - l1 held R1 (klasse 1): 04.01.2027 (formiddag)
        - l1 er borte ifølgje kalenderen: 11.01.2027 (formiddag)
        ");
}

#[test]
fn who_used_a_budget_is_named_by_run() {
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
        lack: lacks().pop().unwrap(),
        held_by: vec![holder("R0", None), holder("R1", Some(1))],
        obstacles: Vec::new(),
    };
    assert_eq!(
        view.shortage(&shortage),
        "the budget B has too little left: the run needs 20.5 hours, and what remains is 0 hours; \
         used by R0 (decided before the plan) and R1 (class 1)"
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

/// Three runs that differ in the deadline and in what is known of the wait.
fn waiting() -> Desk {
    desk_with(
        mestring_model::Settings {
            history_from: Some(day("2024-01-01")),
            ..Default::default()
        },
        "offers
         id | title | sessions | format
         A  | Kurs  | 2        | digital_live

         runs
         id | offer | state  | deadline   | waiting_since
         A1 | A     | wished | 2027-02-01 | 2026-10-01
         A2 | A     | wished |            | 2026-11-12
         A3 | A     | wished |            |",
    )
}

#[test]
fn numbers_classes_and_ranks_are_told_in_words() {
    let desk = waiting();
    let packs = Packs::shipped().unwrap();
    let decider = Decider::new(&desk, &packs, day("2026-11-22"), Some(1));
    let proposal = decider.proposal().unwrap();
    let text = |lang| {
        let texts = Texts::new(lang);
        let view = View {
            desk: &desk,
            texts: &texts,
            all: false,
        };
        let wide = Layout {
            width: 1000,
            ..Layout::plain()
        };
        wide.render(&super::proposal(&view, &proposal))
    };
    let told = |lang, starts: &[&str]| -> String {
        let text = text(lang);
        let lines = text.lines().map(str::trim).filter(|line| {
            let own = starts.iter().any(|start| line.starts_with(start));
            own && !line.ends_with(':')
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(told(Lang::En, &["class 1", "Nearest", "Longest", "Above"]), @r"
        class 1  cannot tell: For one of the four focus groups; For another large group with a chronic condition
        Nearest deadline: 71 days (local choice) [days to deadline: 71 days]
        Longest wait: 52 days (local choice) [longest wait days: 52 days]
        Longest since the course was held: never held here, so before all that have been (local choice) [times held: 0 runs; not stated: months since held]
        Above the next by  Nearest deadline: 71 days; the next: no deadline is stated, so after all that have one
        Nearest deadline: no deadline is stated, so after all that have one (local choice) [not stated: days to deadline]
        Longest wait: 10 days (local choice) [longest wait days: 10 days]
        Longest since the course was held: never held here, so before all that have been (local choice) [times held: 0 runs; not stated: months since held]
        Above the next by  Longest wait: 10 days; the next: cannot tell without longest wait days. What cannot be told goes last.
        Nearest deadline: no deadline is stated, so after all that have one (local choice) [not stated: days to deadline]
        Longest wait: cannot tell without longest wait days (local choice) [not stated: longest wait days]
        Longest since the course was held: never held here, so before all that have been (local choice) [times held: 0 runs; not stated: months since held]
        ");
    insta::assert_snapshot!(told(Lang::Nb, &["klasse 1", "Nærmest", "Lengst", "Foran"]), @"
    klasse 1  kan ikke avgjøres: For en av de fire satsingsgruppene; For en annen stor gruppe med kronisk lidelse
    Nærmeste frist: 71 dager (lokalt valg) [dager til frist: 71 dager]
    Lengst ventetid: 52 dager (lokalt valg) [lengste ventetid: 52 dager]
    Lengst siden kurset ble holdt: aldri holdt her, så foran alle som har vært holdt (lokalt valg) [ganger holdt: 0 kursrekker; ikke oppgitt: måneder siden sist]
    Foran neste på  Nærmeste frist: 71 dager. Neste: ingen frist er oppgitt, så etter alle som har frist
    Nærmeste frist: ingen frist er oppgitt, så etter alle som har frist (lokalt valg) [ikke oppgitt: dager til frist]
    Lengst ventetid: 10 dager (lokalt valg) [lengste ventetid: 10 dager]
    Lengst siden kurset ble holdt: aldri holdt her, så foran alle som har vært holdt (lokalt valg) [ganger holdt: 0 kursrekker; ikke oppgitt: måneder siden sist]
    Foran neste på  Lengst ventetid: 10 dager. Neste: kan ikke avgjøres uten opplysning om lengste ventetid. Det som ikke kan avgjøres, går sist.
    Nærmeste frist: ingen frist er oppgitt, så etter alle som har frist (lokalt valg) [ikke oppgitt: dager til frist]
    Lengst ventetid: kan ikke avgjøres uten opplysning om lengste ventetid (lokalt valg) [ikke oppgitt: lengste ventetid]
    Lengst siden kurset ble holdt: aldri holdt her, så foran alle som har vært holdt (lokalt valg) [ganger holdt: 0 kursrekker; ikke oppgitt: måneder siden sist]
    ");
    insta::assert_snapshot!(told(Lang::Nn, &["klasse 1", "Næraste", "Lengst", "Framfor"]), @r"
        klasse 1  kan ikkje avgjerast: For ei av dei fire satsingsgruppene; For ei anna stor gruppe med kronisk liding
        Næraste frist: 71 dagar (lokalt val) [dagar til frist: 71 dagar]
        Lengst ventetid: 52 dagar (lokalt val) [lengste ventetid: 52 dagar]
        Lengst sidan kurset vart halde: aldri halde her, så framfor alle som har vore haldne (lokalt val) [gonger halde: 0 kursrekkjer; ikkje oppgitt: månader sidan sist]
        Framfor neste på  Næraste frist: 71 dagar. Neste: ingen frist er oppgitt, så etter alle som har frist
        Næraste frist: ingen frist er oppgitt, så etter alle som har frist (lokalt val) [ikkje oppgitt: dagar til frist]
        Lengst ventetid: 10 dagar (lokalt val) [lengste ventetid: 10 dagar]
        Lengst sidan kurset vart halde: aldri halde her, så framfor alle som har vore haldne (lokalt val) [gonger halde: 0 kursrekkjer; ikkje oppgitt: månader sidan sist]
        Framfor neste på  Lengst ventetid: 10 dagar. Neste: kan ikkje avgjerast utan opplysning om lengste ventetid. Det som ikkje kan avgjerast, går sist.
        Næraste frist: ingen frist er oppgitt, så etter alle som har frist (lokalt val) [ikkje oppgitt: dagar til frist]
        Lengst ventetid: kan ikkje avgjerast utan opplysning om lengste ventetid (lokalt val) [ikkje oppgitt: lengste ventetid]
        Lengst sidan kurset vart halde: aldri halde her, så framfor alle som har vore haldne (lokalt val) [gonger halde: 0 kursrekkjer; ikkje oppgitt: månader sidan sist]
        ");
}
