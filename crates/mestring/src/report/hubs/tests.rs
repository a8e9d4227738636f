//! What is said of groups that follow a run elsewhere.

use std::ops::ControlFlow;

use mestring_model::id::RoomId;
use mestring_model::noun::HalfDay;
use mestring_model::{Desk, Lang};

use crate::decide::{Decider, Packs};
use crate::fixture::desk_with;
use crate::plan::{Outcome, Slot};
use crate::report::{Layout, View, freed, scarcity};
use crate::text::Texts;

/// One hospital with one room for eight, and one without any.
fn centre() -> Desk {
    desk_with(
        mestring_model::Settings {
            plan_from: "2027-01-04".parse().ok(),
            plan_until: "2027-01-15".parse().ok(),
            ..Default::default()
        },
        "organisations
         id | name | kind
         stord | Stord sjukehus | hospital
         odda | Odda sjukehus | hospital

         rooms
         id | name | seats | organisation | hub_only | weekdays | half_days
         hall | Kurssal | 20 | | | monday; tuesday | morning
         blue | Blåsalen | 8 | stord | yes | monday | morning

         offers
         id | title | sessions | seats | format
         A | Stoffskiftekurs | 2 | 12 | hybrid

         runs
         id | offer | state | weekdays | half_days | needs
         R1 | A | wished | monday | morning |
         R2 | A | wished | tuesday | morning |
         R3 | A | wished | | |
         R4 | A | wished | | | a; a; a; a; a; a; a

         hubs
         run | organisation | seats
         R1 | stord | 8
         R2 | stord | 8
         R3 | odda | 6
         R4 | odda |",
    )
}

/// Where each run is, what it lacks and what would let it in, what is scarce, and who could have the
/// room of the hospital if it were free.
fn said(lang: Lang) -> String {
    let (desk, packs) = (centre(), Packs::shipped().unwrap());
    let texts = Texts::new(lang);
    let decider = Decider::new(&desk, &packs, "2026-11-22".parse().unwrap(), Some(1));
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    let watch = &mut |_, _| ControlFlow::Continue(());
    let mut proposal = decider.proposal().unwrap();
    decider.find_remedies(&mut proposal, watch).unwrap();
    let mut lines: Vec<String> = Vec::new();
    for own in &proposal.plan.runs {
        lines.push(format!("{}:", own.run));
        match &own.outcome {
            Outcome::Placed(placement) => lines.push(view.rooms(placement)),
            Outcome::Refused(refusal) => {
                lines.extend(refusal.shortages.iter().map(|own| view.shortage(own)));
                let remedies = own.remedies().unwrap_or_default();
                lines.extend(remedies.iter().map(|own| view.remedy(own)));
            }
        }
    }
    let scarce = decider.scarcity(&proposal, watch).unwrap();
    let slot = Slot {
        date: "2027-01-05".parse().unwrap(),
        half_day: HalfDay::Morning,
    };
    let room = RoomId::new("blue").unwrap();
    let options = decider.freed(&proposal, &room, slot).unwrap();
    for page in [
        scarcity(&view, &scarce),
        freed(&view, (&room, slot), &[], &options),
    ] {
        let text = Layout::plain().render(&page);
        let about = text
            .lines()
            .filter(|line| line.contains("Stord") || line.contains("R2"));
        lines.extend(about.map(|line| line.trim_end().to_owned()));
    }
    lines.join("\n")
}

#[test]
fn rooms_elsewhere_are_told_in_words() {
    insta::assert_snapshot!("hubs_en", said(Lang::En));
    insta::assert_snapshot!("hubs_nb", said(Lang::Nb));
    insta::assert_snapshot!("hubs_nn", said(Lang::Nn));
}
