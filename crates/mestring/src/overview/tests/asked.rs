//! Who is to be asked, what was answered, and what an empty cell says.

use mestring_model::noun::Level;
use mestring_model::term::Term;

use super::{cell, day, settings, view};
use crate::fixture::desk_with;
use crate::overview::{Empty, Overview, overview};
use crate::topics::Topics;

/// Two municipalities in the area, one elsewhere; a hospital with its centre, one far away.
const ASKED: &str = "organisations
    id | name | kind | parent | municipality
    trust | Helse Bergen HF | hospital | | 4601
    lms | LMS i Bergen | centre | trust | 4601
    helse | Helse Bergen HF | hospital | |
    unn | Universitetssykehuset Nord-Norge | hospital | | 5501
    partner | Solli DPS | hospital | |
    bergen | Bergen kommune | municipality | | 4601
    bydel | Fyllingsdalen bydel | municipality | bergen | 4601
    alver | Alver kommune | municipality | | 4631
    oslo | Oslo kommune | municipality | | 0301
    lag | Et lag | user_organisation | |
    fjernlag | Lag i Oslo | user_organisation | | 0301

    target_groups
    id | name | name_nb | name_nn | class | topics
    heart | Heart | Hjerte | Hjarte | large_chronic | heart

    area
    municipality | name
    4601 | Bergen
    4631 | Alver
    4635 | Gulen

    agreements
    id | title | kind
    sam | Samarbeidsavtale | cooperation

    parties
    agreement | organisation | state
    sam | alver | joined
    sam | partner | joined";

fn asked(offers: &str, rows: &str, as_of: &str) -> Overview {
    let heading = "target_group | level | organisation | asked | answered | none";
    let offers = format!(
        "offers\nid | title | organisers | level | reach | municipalities | lifecycle\n{offers}"
    );
    let desk = desk_with(
        settings(),
        &format!("{ASKED}\n\n{offers}\n\nasked\n{heading}\n{rows}"),
    );
    overview(&desk, &Topics::of(&desk), day(as_of))
}

#[test]
fn who_is_to_be_asked_follows_from_the_level_and_the_area() {
    let view = asked("", "", "2026-11-22");
    let check = |level, expect: &str, unlisted| {
        let to_ask = &view.to_ask[&level];
        let ids: Vec<&str> = to_ask.organisations.iter().map(|id| id.as_str()).collect();
        assert_eq!(
            (ids.join(" ").as_str(), to_ask.unlisted),
            (expect, unlisted),
            "{level:?}"
        );
    };
    // A district answers with its municipality. Gulen has no row, and is to be asked all the same.
    check(Level::Municipal, "alver bergen", 1);
    // By place, by the area of the trust, by an agreement with a municipality.
    check(Level::Specialist, "helse partner trust", 0);
    check(Level::Interlevel, "alver bergen helse partner trust", 1);
    check(Level::Voluntary, "lag", 0);
    check(Level::Private, "", 0);
    assert_eq!(view.to_ask.len(), Level::all().len());

    // Whoever has an offer for people of the area is to be asked, wherever it lies.
    let view = asked(
        "A | Kols | unn; fjernlag | specialist | national | |",
        "",
        "2026-11-22",
    );
    assert!(
        view.to_ask[&Level::Specialist]
            .organisations
            .iter()
            .any(|id| id.as_str() == "unn")
    );
    assert_eq!(view.to_ask[&Level::Voluntary].count(), 2);
}

#[test]
fn without_an_area_everybody_of_the_kind_is_to_be_asked() {
    let text = ASKED.replace("4601 | Bergen\n    4631 | Alver\n    4635 | Gulen", "");
    let desk = desk_with(settings(), &text);
    let view = overview(&desk, &Topics::of(&desk), day("2026-11-22"));
    assert_eq!(view.to_ask[&Level::Municipal].count(), 3);
    assert_eq!(view.to_ask[&Level::Specialist].count(), 4);
}

#[test]
fn an_empty_cell_says_why() {
    #[track_caller]
    fn check(rows: &str, as_of: &str, expect: Empty, counts: [usize; 4]) {
        let view = asked("", rows, as_of);
        let cell = cell(&view, "heart", Some(Level::Municipal));
        assert_eq!(cell.empty, Some(expect), "{rows}");
        let own = cell.answers.as_ref().unwrap();
        assert_eq!(own.to_ask, 3);
        let found = [own.asked, own.answered, own.none, own.others_none];
        assert_eq!(found, counts, "{rows}");
        assert_eq!(own.contradicted, []);
    }
    let now = "2026-11-22";
    let partly = |text| Empty::NonePartly { latest: day(text) };
    let waits = |text| Empty::AskedNoAnswer { date: day(text) };
    check("", now, Empty::NotAsked, [0, 0, 0, 0]);
    let waiting = "heart | municipal | alver | 2026-10-01 | |";
    check(waiting, now, waits("2026-10-01"), [1, 0, 0, 0]);
    check(waiting, "2026-09-30", Empty::NotAsked, [0, 0, 0, 0]);
    // One answer is one answer, whatever the others would say.
    let answered = "heart | municipal | alver | 2026-10-01 | 2026-10-05 | yes";
    check(answered, now, partly("2026-10-05"), [1, 1, 1, 0]);
    check(answered, "2026-10-04", waits("2026-10-01"), [1, 0, 0, 0]);
    let two = format!("{answered} \n heart | municipal | bergen | 2026-10-01 | |");
    check(&two, now, partly("2026-10-05"), [2, 1, 1, 0]);
    // Everybody who can answer did, and Gulen cannot: it has no row.
    let both = format!("{answered} \n heart | municipal | bergen | 2026-10-01 | 2026-10-02 | yes");
    check(&both, now, partly("2026-10-05"), [2, 2, 2, 0]);
    // A later answer takes the place of an earlier one of the same organisation.
    let later = format!("{answered} \n heart | municipal | alver | 2026-11-01 | 2026-11-02 | yes");
    check(&later, now, partly("2026-11-02"), [1, 1, 1, 0]);
    // A part of a municipality, one elsewhere and nobody named answer for no municipality to be asked.
    let others = "heart | municipal | bydel | 2026-10-01 | 2026-10-02 | yes
                  heart | municipal | oslo | 2026-10-01 | 2026-10-02 | yes
                  heart | municipal | | 2026-10-01 | 2026-10-02 | yes";
    check(others, now, partly("2026-10-02"), [0, 0, 0, 3]);
    // Somebody says that there is something, and nothing is listed.
    let there = format!("{answered} \n heart | municipal | bergen | 2026-10-01 | 2026-10-02 | no");
    let not_entered = Empty::AnswerNotEntered {
        date: day("2026-10-02"),
    };
    check(&there, now, not_entered, [2, 2, 1, 0]);
    let gone = "heart | municipal | alver | 2025-10-01 | 2025-10-02 | no
                heart | municipal | alver | 2026-10-01 | 2026-10-02 | yes";
    check(gone, now, partly("2026-10-02"), [1, 1, 1, 0]);
    // Another cell's question says nothing here.
    check(
        "heart | specialist | trust | 2026-10-01 | 2026-10-05 | yes",
        now,
        Empty::NotAsked,
        [0; 4],
    );

    let view = view("", now);
    assert_eq!(cell(&view, "heart", Some(Level::Municipal)).empty, None);
    assert_eq!(cell(&view, "heart", None).answers, None);
    assert_eq!(cell(&view, "", Some(Level::Private)).empty, None);
}

#[test]
fn only_all_who_are_to_be_asked_confirm_that_there_is_nothing() {
    let rows = |last: &str| {
        format!(
            "heart | specialist | trust | 2026-09-01 | 2026-09-02 | yes
             heart | specialist | helse | 2026-10-01 | 2026-10-02 | yes
             heart | specialist | partner | 2026-10-01 | {last}"
        )
    };
    let empty = |text: &str| {
        let view = asked("", text, "2026-11-22");
        cell(&view, "heart", Some(Level::Specialist)).empty
    };
    let all = Empty::NoneConfirmed {
        oldest: day("2026-09-02"),
        latest: day("2026-10-08"),
    };
    assert_eq!(empty(&rows("2026-10-08 | yes")), Some(all));
    assert_eq!(
        empty(&rows("|")),
        Some(Empty::NonePartly {
            latest: day("2026-10-02")
        })
    );
    // Where nobody is known who should be asked, nobody can confirm.
    let private = "heart | private | lag | 2026-09-01 | 2026-09-02 | yes";
    let view = asked("", private, "2026-11-22");
    let private = cell(&view, "heart", Some(Level::Private));
    assert_eq!(
        private.empty,
        Some(Empty::NonePartly {
            latest: day("2026-09-02")
        })
    );
    assert_eq!(private.answers.as_ref().map(|own| own.to_ask), Some(0));
}

#[test]
fn an_answer_of_none_against_an_own_offer_is_a_contradiction() {
    #[track_caller]
    fn check(offers: &str, rows: &str, expect: &str, empty: Option<Empty>) {
        let view = asked(offers, rows, "2026-11-22");
        let cell = cell(&view, "heart", Some(Level::Municipal));
        let own = cell.answers.as_ref().unwrap();
        let found: Vec<String> = own
            .contradicted
            .iter()
            .map(|own| {
                let offers: Vec<&str> = own.offers.iter().map(|id| id.as_str()).collect();
                format!("{} {}: {}", own.asked, own.organisation, offers.join(" "))
            })
            .collect();
        assert_eq!(found.join("; "), expect, "{offers} / {rows}");
        assert_eq!(cell.empty, empty, "{offers} / {rows}");
        assert_eq!(view.contradictions().len(), own.contradicted.len());
    }
    let none = "heart | municipal | bergen | 2026-10-01 | 2026-10-05 | yes";
    let partly = Some(Empty::NonePartly {
        latest: day("2026-10-05"),
    });
    check(
        "A | Hjerteskole | bergen | municipal | | 4601 |",
        none,
        "0 bergen: A",
        None,
    );
    // What a part of it offers is its own; what the whole offers is not its part's.
    check(
        "A | Hjerteskole | bydel | municipal | | 4601 |",
        none,
        "0 bergen: A",
        None,
    );
    let district = none.replace("bergen", "bydel");
    check(
        "A | Hjerteskole | bergen | municipal | | 4601 |",
        &district,
        "",
        None,
    );
    // Others' offers, other groups, other levels, and what is over or elsewhere.
    check(
        "A | Hjerteskole | alver | municipal | | 4631 |",
        none,
        "",
        None,
    );
    check("A | Kols | bergen | municipal | | 4601 |", none, "", partly);
    check(
        "A | Hjerteskole | bergen | private | | 4601 |",
        none,
        "",
        partly,
    );
    check(
        "A | Hjerteskole | bergen | municipal | | 4601 | discontinued",
        none,
        "",
        partly,
    );
    check(
        "A | Hjerteskole | bergen | municipal | | 0301 |",
        none,
        "",
        partly,
    );
    // Nobody knows how far it reaches: the cell is empty, and not confirmed.
    let contradicted = Some(Empty::Contradicted {
        date: day("2026-10-05"),
    });
    check(
        "A | Hjerteskole | bergen | municipal | | |",
        none,
        "0 bergen: A",
        contradicted,
    );
    // A later answer settles it.
    let settled = format!("{none} \n heart | municipal | bergen | 2026-11-01 | 2026-11-02 | no");
    check(
        "A | Hjerteskole | bergen | municipal | | 4601 |",
        &settled,
        "",
        None,
    );
}
