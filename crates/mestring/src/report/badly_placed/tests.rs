//! What is said of decided runs that stand badly.

use mestring_model::Lang;
use mestring_model::id::{BudgetId, LeaderId, RoomId, RunId};
use mestring_model::noun::HalfDay;

use super::*;
use crate::fixture::desk;
use crate::text::Texts;

/// One of each thing that can be wrong.
fn faults() -> Vec<Misplaced> {
    let hall = || RoomId::new("hall").unwrap();
    let nurse = || LeaderId::new("nurse").unwrap();
    let other = || RunId::new("R2").unwrap();
    let date = "2027-02-02".parse().unwrap();
    let half_day = HalfDay::Morning;
    let slots = || vec![Slot { date, half_day }];
    let mut all = vec![Misplaced::WholeDay { days: vec![date] }];
    for at in [Resource::Room(hall()), Resource::Leader(nurse())] {
        let (one, two) = (at.clone(), at.clone());
        all.extend([
            Misplaced::Taken {
                at,
                by: other(),
                slots: slots(),
            },
            Misplaced::Away {
                at: one,
                slots: slots(),
            },
            Misplaced::NotOpen {
                at: two,
                slots: slots(),
            },
        ]);
    }
    all.push(Misplaced::RoomTwice { room: hall() });
    for state in [LeaderState::Asked, LeaderState::Wished] {
        let leader = nurse();
        all.push(Misplaced::NotConfirmed { leader, state });
    }
    all.extend([
        Misplaced::OverLimit {
            leader: nurse(),
            limit: 6,
            taken: 8,
        },
        Misplaced::TooSmall {
            room: hall(),
            seats: 12,
            expected: 15,
        },
        Misplaced::HubOnly { room: hall() },
    ]);
    for why in [ClosedBy::Holiday, ClosedBy::Closed, ClosedBy::SchoolBreak] {
        let slots = slots();
        all.push(Misplaced::Closed { why, slots });
    }
    for others in [Vec::new(), vec![other()]] {
        all.push(Misplaced::Overdrawn {
            budget: BudgetId::new("pot").unwrap(),
            kind: match others.is_empty() {
                true => BudgetKind::Money,
                false => BudgetKind::AdviserHours,
            },
            over: 90_000,
            others,
        });
    }
    all
}

/// What is wrong and what would mend it, of one of each.
fn said(lang: Lang) -> Vec<String> {
    let desk = desk(
        "rooms\nid | name | seats\nhall | Kurssal | 12\n\n\
         leaders\nid | role | state\nnurse | sykepleier 1 | confirmed\n\n\
         budgets\nid | name | kind | amount | from | until\n\
         pot | Kurs 2027 | money | 900 | 2027-01-01 | 2027-12-31",
    );
    let texts = Texts::new(lang);
    let view = View {
        desk: &desk,
        texts: &texts,
        all: false,
    };
    let faults = faults();
    let codes: std::collections::BTreeSet<&str> = faults.iter().map(Misplaced::code).collect();
    assert_eq!(codes.len(), 11, "one of each");
    let lines = faults.iter();
    lines
        .map(|own| format!("{} -> {}", wrong(&view, own), mend(&view, own)))
        .collect()
}

#[test]
fn what_is_wrong_is_said_with_what_would_mend_it() {
    insta::assert_snapshot!("said_en", said(Lang::En).join("\n"));
    insta::assert_snapshot!("said_nb", said(Lang::Nb).join("\n"));
    insta::assert_snapshot!("said_nn", said(Lang::Nn).join("\n"));
}

#[test]
fn a_desk_in_which_all_stand_well_shows_nothing() {
    let texts = Texts::new(Lang::En);
    let desk = desk("rooms\nid | name\nhall | Kurssal");
    let view = View {
        desk: &desk,
        texts: &texts,
        all: true,
    };
    let page = badly_placed(&view, &[]);
    assert_eq!(crate::report::Layout::plain().render(&page), "");
}
