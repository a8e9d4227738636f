use mestring_model::id::OfferId;

use super::*;
use crate::fixture::desk;

/// Offers of several organisers, named after what they reach.
fn sample() -> Desk {
    desk(
        "organisations
         id | name | kind | parent | municipality
         hb | Helse Bergen HF | hospital | |
         lms | LMS i Bergen | centre | hb | 4601
         hds | Haraldsplass Diakonale Sykehus | hospital | | 4601
         hf | Helse Fonna HF | hospital | |
         ahus | Akershus universitetssykehus HF | hospital | |
         ous | Oslo universitetssykehus HF | hospital | |
         hv | Helse Vest RHF | regional_trust | |
         vest | Vestland fylkeskommune | county | |
         bergen | Bergen kommune | municipality | | 4601
         odda | Ullensvang kommune | municipality | | 4618
         lag | Et lag | user_organisation | |

         offers
         id | title | organisers | reach | municipalities | format
         bergen | A | bergen | municipalities | 4601 |
         askoy | A | bergen | | 4627 |
         austevoll | A | bergen | | 4625 |
         both | A | bergen | | 4601; 4627 |
         sund | A | bergen | | 1245 |
         sveio | A | lag | | 4612 |
         overhalla | A | lag | | 5047 |
         namsos | A | lag | | 5007 |
         trust | A | lms | trust_area | |
         hds | A | hds | trust_area | |
         fonna | A | hf | trust_area | |
         ahus | A | ahus | trust_area | |
         ous | A | ous | trust_area | |
         oslo | A | ous | municipalities | 0301 |
         served | A | bergen | trust_area | |
         county | A | vest | county | |
         ourcounty | A | bergen | county | |
         region | A | hv | region | |
         ourregion | A | lag | region | 1103 |
         national | A | lag | national | |
         online | A | lag | | | digital_live
         local_online | A | lag | | 4612 | digital_live
         hybrid | A | lag | | | hybrid
         asked | A | lag | unknown | | digital_live
         never | A | lag | | 9998 |
         silent | A | bergen | | |
         nowhere | A | lag | trust_area | |",
    )
}

fn catchment(desk: &Desk, id: &str) -> Fact<Catchment> {
    Catchment::of(desk, desk.offer(&OfferId::new(id).unwrap()).unwrap())
}

#[test]
fn catchments_follow_what_rows_state() {
    let desk = sample();
    let check = |id: &str, expect: &str| {
        let shown = match catchment(&desk, id) {
            Fact::Known(Catchment::Everyone) => "everyone".to_owned(),
            Fact::Known(Catchment::Area(area)) if area.municipalities.len() > 3 => {
                format!("{} municipalities", area.municipalities.len())
            }
            Fact::Known(Catchment::Area(area)) => {
                let parts: Vec<_> = area
                    .municipalities
                    .iter()
                    .chain(&area.trusts)
                    .copied()
                    .collect();
                parts.join(" ")
            }
            Fact::NotStated => "not stated".to_owned(),
            Fact::Unknown => "unknown".to_owned(),
        };
        assert_eq!(shown, expect, "{id}");
    };
    check("bergen", "4601 bergen");
    // Sund became a part of Øygarden.
    check("sund", "4626 bergen");
    check("trust", "18 municipalities");
    check("hds", "18 municipalities");
    check("served", "18 municipalities");
    check("ahus", "21 municipalities");
    check("oslo", "0301 oslo");
    check("county", "43 municipalities");
    check("ourcounty", "43 municipalities");
    check("region", "66 municipalities");
    check("ourregion", "66 municipalities");
    check("national", "everyone");
    check("online", "everyone");
    check("local_online", "4612 fonna");
    check("hybrid", "not stated");
    check("asked", "unknown");
    check("never", "not stated");
    check("silent", "not stated");
    check("nowhere", "not stated");
}

#[test]
fn catchments_lie_to_each_other_as_maps_say() {
    use CatchmentRelation::{Adjoins, Contains, Disjoint, Equal, National, Overlaps};
    let desk = sample();
    let check = |a: &str, b: &str, expect: Option<CatchmentRelation>| {
        let of = |id| catchment(&desk, id).into_known().unwrap();
        let (one, other) = (of(a), of(b));
        assert_eq!(one.relation(&other).into_known(), expect, "{a} {b}");
        assert_eq!(other.relation(&one).into_known(), expect, "{b} {a}");
    };
    check("bergen", "bergen", Some(Equal));
    check("trust", "hds", Some(Equal));
    check("bergen", "both", Some(Contains));
    check("bergen", "trust", Some(Contains));
    check("trust", "county", Some(Contains));
    check("bergen", "askoy", Some(Adjoins));
    check("bergen", "austevoll", Some(Disjoint));
    check("trust", "fonna", Some(Adjoins));
    check("ahus", "ous", Some(Adjoins));
    check("oslo", "ous", Some(Equal));
    check("oslo", "ahus", Some(Adjoins));
    check("trust", "ahus", Some(Disjoint));
    check("bergen", "ahus", Some(Disjoint));
    check("overhalla", "bergen", Some(Disjoint));
    check("national", "ahus", Some(National));
    check("online", "bergen", Some(National));
    check("local_online", "online", Some(National));
    check("overhalla", "namsos", Some(Adjoins));
    check("sveio", "bergen", Some(Disjoint));
    check("overhalla", "ahus", Some(Disjoint));
    check("fonna", "county", Some(Overlaps));
}

#[test]
fn people_of_two_catchments_may_be_referred_to_one_trust() {
    let desk = sample();
    let check = |a: &str, b: &str, expect: Fact<bool>| {
        let of = |id| catchment(&desk, id).into_known().unwrap();
        assert_eq!(of(a).same_trust(&of(b)), expect, "{a} {b}");
        assert_eq!(of(b).same_trust(&of(a)), expect, "{b} {a}");
    };
    check("bergen", "austevoll", Fact::Known(true));
    check("overhalla", "namsos", Fact::Known(true));
    check("sveio", "fonna", Fact::Known(true));
    check("bergen", "sveio", Fact::Known(false));
    check("county", "sveio", Fact::Known(true));
    check("national", "bergen", Fact::NotStated);
}

#[test]
fn an_offer_is_in_reach_of_an_area_that_it_shares_people_with() {
    let mut desk = sample();
    let area = "area
        municipality | name
        4601 | Bergen
        1259 | Øygarden";
    desk.area = crate::fixture::desk(area).area;
    let area = Area::of_centre(&desk);
    assert_eq!(
        area.municipalities.iter().copied().collect::<Vec<_>>(),
        ["4601", "4626"]
    );
    let check = |id: &str, expect: Fact<bool>| {
        let found = catchment(&desk, id).and_then(|catchment| catchment.reaches(&area));
        assert_eq!(found, expect, "{id}");
    };
    for inside in [
        "bergen", "both", "sund", "trust", "county", "region", "national", "online",
    ] {
        check(inside, Fact::Known(true));
    }
    for outside in [
        "askoy",
        "austevoll",
        "sveio",
        "fonna",
        "ahus",
        "oslo",
        "local_online",
    ] {
        check(outside, Fact::Known(false));
    }
    check("silent", Fact::NotStated);
    check("asked", Fact::Unknown);
    assert_eq!(
        Catchment::Everyone.reaches(&Area::default()),
        Fact::Known(true)
    );
    let bergen = catchment(&desk, "bergen").into_known().unwrap();
    assert_eq!(bergen.reaches(&Area::default()), Fact::NotStated);
}
