//! Whether a step is covered, as somebody would find out with a pencil: offer by offer, for one step and
//! one municipality, with words for what is known.

use super::*;

/// Yes, perhaps or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Maybe {
    No,
    Perhaps,
    Yes,
}

fn yes(holds: bool) -> Maybe {
    if holds { Maybe::Yes } else { Maybe::No }
}

pub fn state(desk: &Desk, topics: &Topics, step: &PathwayStep, number: MunicipalityNo) -> Coverage {
    let mut best = Coverage::NotCovered;
    for (at, offer) in desk.offers.iter().enumerate() {
        let about = topics.at(at).unwrap();
        let rows = &desk.pathway_courses;
        let named = rows
            .iter()
            .any(|own| own.step == step.id && own.offer == offer.id);

        let words: Vec<&str> = about.topics.iter().map(Slug::as_str).collect();
        let asked: Vec<&str> = step.topics.iter().map(Slug::as_str).collect();
        // Of the topics in these tests, only COPD and asthma are part of another.
        let topic = if named || words.iter().any(|own| asked.contains(own)) {
            Maybe::Yes
        } else if words.contains(&"lung_disease") && asked.contains(&"copd") {
            Maybe::Perhaps
        } else {
            Maybe::No
        };

        let audience = match (step.audience, offer.audience) {
            (Fact::Known(Audience::Patients), Fact::Known(own)) => {
                yes(matches!(own, Audience::Patients | Audience::Both))
            }
            (Fact::Known(Audience::Relatives), Fact::Known(own)) => {
                yes(matches!(own, Audience::Relatives | Audience::Both))
            }
            (Fact::Known(_), _) => Maybe::Perhaps,
            (_, Fact::Known(own)) => yes(own != Audience::Professionals),
            _ => Maybe::Yes,
        };

        let peers = if step.kind != StepKind::Peers {
            Maybe::Yes
        } else {
            match &offer.user_delivery {
                Fact::Known(roles) => yes(roles.iter().any(|own| own.code() == "peer")),
                _ => Maybe::Perhaps,
            }
        };

        let on_offer = match offer.lifecycle {
            Fact::Known(Lifecycle::Established) => Maybe::Yes,
            Fact::Known(_) => Maybe::No,
            _ => Maybe::Perhaps,
        };

        let catchment = Catchment::of(desk, offer);
        let fits = topic.min(audience).min(peers).min(on_offer);
        if catchment == Fact::Known(Catchment::Everyone) {
            if fits != Maybe::No {
                best = best.min(Coverage::OpenOnly);
            }
            continue;
        }

        let level = match offer.level {
            Fact::Known(Level::Interlevel) => {
                yes(matches!(step.level, Level::Municipal | Level::Specialist))
            }
            Fact::Known(own) => yes(own == step.level),
            _ => Maybe::Perhaps,
        };
        let reach = match catchment {
            Fact::Known(own) => yes(own.holds(number) == Fact::Known(true)),
            _ => Maybe::Perhaps,
        };
        best = best.min(match fits.min(level).min(reach) {
            Maybe::Yes => Coverage::Covered,
            Maybe::Perhaps => Coverage::CoveredIf,
            Maybe::No => Coverage::NotCovered,
        });
    }
    best
}
