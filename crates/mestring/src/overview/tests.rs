use mestring_model::Settings;
use mestring_model::id::OrganisationId;
use mestring_model::noun::OrganisationKind;
use mestring_model::term::Term;
use proptest::prelude::*;

use super::*;
use crate::fixture::desk_with;

mod asked;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn settings() -> Settings {
    Settings {
        centre: Some(OrganisationId::new("lms").unwrap()),
        ..Settings::default()
    }
}

const BASE: &str = "organisations
    id | name | kind
    lms | LMS i Bergen | centre
    alver | Alver kommune | municipality
    lag | Et lag | user_organisation

    target_groups
    id | name | name_nb | name_nn | class | topics
    lung | Lung | Lunge | Lunge | large_chronic | lung_disease
    heart | Heart | Hjerte | Hjarte | large_chronic | heart

    area
    municipality | name
    4601 | Bergen
    4631 | Alver";

const OFFERS: &str = "offers
    id | title | organisers | level | lifecycle | reach | municipalities | referral | dates | activity | user_delivery | source_date
    A | Kols | lms | specialist | established | trust_area | | yes | 2026-02-01 | yes | peer | 2026-11-21
    B | Kols | alver | municipal | planned | | 4631 | no | | | | 2025-11-22
    C | Hjerteskole | alver; lag | municipal | starting_up | national | | unknown | 2026 | no | none | 2025-11-21
    D | Hjerteskole | lag | municipal | discontinued | | 4601 | | | | |
    E | Kols | lag | voluntary | | | 5047 | | | | unknown | 2027-01-01
    F | Temakafé | lms | | | | | | | | |
    G | Kols og hjerte | lag | specialist | | | | | | yes | |";

fn view(rest: &str, as_of: &str) -> Overview {
    let desk = desk_with(settings(), &format!("{BASE}\n\n{OFFERS}\n\n{rest}"));
    overview(&desk, &Topics::of(&desk), day(as_of))
}

fn cell<'a>(view: &'a Overview, group: &str, level: Option<Level>) -> &'a OverviewCell {
    let same = |row: &&OverviewRow| row.group.as_ref().map_or("", |id| id.as_str()) == group;
    let row = view.rows.iter().find(same).unwrap();
    row.cells.iter().find(|cell| cell.level == level).unwrap()
}

#[test]
fn offers_are_counted_by_state_within_reach_of_the_area() {
    let view = view("", "2026-11-22");
    assert_eq!(view.rows.len(), 3);
    assert!(
        view.rows
            .iter()
            .all(|row| row.cells.len() == Level::all().len() + 1)
    );
    let states = |group: &str, level| cell(&view, group, level).states;
    let specialist = cell(&view, "lung", Some(Level::Specialist));
    assert_eq!(
        specialist.states,
        StateCounts {
            established: 1,
            ..StateCounts::default()
        }
    );
    assert_eq!(specialist.offers[0].as_str(), "A");
    // G does not say how far it reaches.
    assert_eq!((specialist.outside, specialist.reach_not_known), (0, 1));
    assert_eq!(states("lung", Some(Level::Municipal)).planned, 1);
    let heart = states("heart", Some(Level::Municipal));
    assert_eq!(
        (heart.starting_up, heart.discontinued, heart.current()),
        (1, 1, 1)
    );
    assert_eq!(cell(&view, "lung", Some(Level::Voluntary)).outside, 1);
    // The centre's own offer is in reach of its area, though its row does not say so.
    assert_eq!(states("", None).not_stated, 1);
    assert_eq!(
        view.places,
        PlaceCounts {
            in_area: 5,
            outside: 1,
            not_known: 1
        }
    );
    assert!(view.area_stated);
}

#[test]
fn without_an_area_every_offer_is_in_reach() {
    let text = format!(
        "{}\n\n{OFFERS}",
        BASE.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n")
    );
    let desk = desk_with(settings(), &text);
    let view = overview(&desk, &Topics::of(&desk), day("2026-11-22"));
    assert!(!view.area_stated);
    assert_eq!(view.places.in_area, 7);
}

#[test]
fn columns_are_filled_in_or_silent_and_shares_are_bounds() {
    let fill = view("", "2026-11-22").fill;
    let of =
        |fills: &[ColumnFill], name: &str| *fills.iter().find(|fill| fill.column == name).unwrap();
    let count = |name: &str| {
        let fill = of(&fill.all, name);
        (fill.known, fill.unknown, fill.not_stated)
    };
    assert_eq!(count("referral"), (2, 1, 4));
    assert_eq!(count("level"), (6, 0, 1));
    assert_eq!(count("user_delivery"), (2, 1, 4));
    assert_eq!(count("language"), (0, 0, 7));
    assert_eq!(of(&fill.all, "level").answers, None);
    let activity = of(&fill.all, "activity").answers.unwrap();
    assert_eq!(
        activity,
        ShareBounds {
            yes: 2,
            no: 1,
            rows: 7
        }
    );
    assert_eq!(activity.lower().unwrap().basis_points(), 2857);
    assert_eq!(activity.upper().unwrap().basis_points(), 8572);
    let users = of(&fill.all, "user_delivery").answers.unwrap();
    assert_eq!(
        users,
        ShareBounds {
            yes: 1,
            no: 1,
            rows: 7
        }
    );
    // Every fact column of the table, and nothing else.
    assert!(
        fill.all
            .iter()
            .all(|fill| fill.column != "title" && fill.column != "source_date")
    );
    assert!(fill.all.len() > 20);

    let municipality = &fill.by_organiser[&Some(OrganisationKind::Municipality)];
    assert_eq!(of(municipality, "activity").answers.unwrap().rows, 2);
    let users = &fill.by_organiser[&Some(OrganisationKind::UserOrganisation)];
    assert_eq!(of(users, "activity").answers.unwrap().rows, 4);
    assert!(!fill.by_organiser.contains_key(&None));
    assert_eq!(ShareBounds::default().lower(), None);
}

#[test]
fn sources_and_listings_grow_old() {
    let listings = "listings
        offer | url | year
        A | https://a.no/1 | 2026
        A | https://a.no/2 | 2025
        B | https://a.no/3 | 2024
        B | https://a.no/6 | 2024
        E | https://a.no/4 |
        F | https://a.no/5 | 2027";
    let view = view(listings, "2026-11-22");
    let expect = AgeSummary {
        stated: 3,
        not_stated: 3,
        later: 1,
        oldest: Some(366),
        median: Some(365),
        old: 1,
    };
    assert_eq!(view.sources, expect);
    let expect = AgeSummary {
        stated: 4,
        not_stated: 1,
        later: 1,
        oldest: Some(2),
        median: Some(1),
        old: 2,
    };
    assert_eq!(view.listing_years, expect);
    let by_level: Vec<_> = view
        .listings
        .iter()
        .map(|(level, count)| (*level, *count))
        .collect();
    let expect = [
        (None, 1),
        (Some(Level::Specialist), 2),
        (Some(Level::Municipal), 2),
        (Some(Level::Voluntary), 1),
    ];
    assert_eq!(by_level, expect);
}

#[test]
fn a_way_in_needs_referral_dates_and_a_page() {
    let listings = "listings
        offer | url
        A | https://a.no/1
        A | https://a.no/2
        B | https://a.no/3
        D | https://a.no/4";
    let way_in = view(listings, "2026-11-22").way_in;
    assert_eq!(
        way_in,
        WayIn {
            offers: 6,
            referral: 2,
            dates: 2,
            page: 2,
            complete: 1
        }
    );
    // Without its page the first is known to those only who know of it.
    let unseen = listings.lines().filter(|line| !line.contains("A |"));
    let way_in = view(&unseen.collect::<Vec<_>>().join("\n"), "2026-11-22").way_in;
    assert_eq!((way_in.page, way_in.complete), (1, 0));
}

#[test]
fn derived_topics_are_counted() {
    let topics = view("", "2026-11-22").topics;
    assert_eq!(
        (
            topics.topics_stated,
            topics.topics_derived,
            topics.topics_none
        ),
        (0, 6, 1)
    );
    assert_eq!(
        (
            topics.groups_stated,
            topics.groups_derived,
            topics.groups_none
        ),
        (0, 6, 1)
    );
}

proptest! {
    #[test]
    fn bounds_hold_whatever_the_silent_rows_would_say(
        yes in 0_usize..50, no in 0_usize..50, silent in 0_usize..50, said in 0_usize..50
    ) {
        let rows = yes + no + silent;
        prop_assume!(rows > 0);
        let bounds = ShareBounds { yes, no, rows };
        let truth = (yes + said.min(silent)) as f64 / rows as f64 * 10_000.0;
        let (lower, upper) = (bounds.lower().unwrap(), bounds.upper().unwrap());
        prop_assert!(f64::from(lower.basis_points()) <= truth + 1e-9);
        prop_assert!(truth <= f64::from(upper.basis_points()) + 1e-9);
        prop_assert!(f64::from(upper.basis_points()) < (rows - no) as f64 / rows as f64 * 1e4 + 1.0);
    }

    #[test]
    fn every_offer_within_reach_stands_somewhere(levels in proptest::collection::vec(0_usize..6, 0..8)) {
        let words = ["specialist", "municipal", "voluntary", "private", "interlevel", ""];
        let rows: Vec<_> = levels
            .iter()
            .enumerate()
            .map(|(at, level)| format!("O{at} | Kols | {} | 4601", words[*level]))
            .collect();
        let text = format!("{BASE}\n\noffers\nid | title | level | municipalities\n{}", rows.join("\n"));
        let desk = desk_with(settings(), &text);
        let view = overview(&desk, &Topics::of(&desk), day("2026-11-22"));
        let cells = view.rows.iter().flat_map(|row| &row.cells);
        prop_assert_eq!(cells.map(|cell| cell.offers.len()).sum::<usize>(), levels.len());
        prop_assert_eq!(view.places.in_area, levels.len());
    }
}
