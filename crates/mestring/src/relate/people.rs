//! How the people of two offers relate.

use mestring_model::Fact;
use mestring_model::noun::{Audience, AudienceRelation};
use mestring_model::quantity::Ages;

use super::profile::{Profile, both};

/// How the audiences of two offers relate.
///
/// Children are patients of their age, so that children against patients depends on the ages of the
/// latter; where these are not stated, so is the relation.
pub(super) fn audiences(a: &Profile, b: &Profile) -> Fact<AudienceRelation> {
    both(&a.audience, &b.audience).and_then(|(one, other)| {
        // One order for both ways round.
        if one <= other {
            relation((*one, a.ages), (*other, b.ages))
        } else {
            relation((*other, b.ages), (*one, a.ages))
        }
    })
}

/// The relation of two audiences of which the first comes first in the list of [`Audience`].
fn relation(a: (Audience, Fact<Ages>), b: (Audience, Fact<Ages>)) -> Fact<AudienceRelation> {
    use Audience::{Both, Children, Patients, Professionals, Relatives, UserRepresentatives};
    let takes_part = |audience| matches!(audience, Patients | Relatives | Both | Children);
    let trains = |audience| matches!(audience, Professionals | UserRepresentatives);
    let known = match (a.0, b.0) {
        (one, other) if one == other => AudienceRelation::Same,
        (Patients | Relatives, Both) => AudienceRelation::Includes,
        (Patients, Relatives) | (Relatives, Children) => AudienceRelation::PatientRelative,
        (Patients | Both, Children) => return with_children(a.1, b.1),
        (one, other) if takes_part(one) && trains(other) => AudienceRelation::TrainerParticipant,
        _ => AudienceRelation::Disjoint,
    };
    Fact::Known(known)
}

/// Patients, or patients with relatives, against children. A course from the day people come of age is for
/// adults, also where the young are counted a few years longer.
fn with_children(patients: Fact<Ages>, children: Fact<Ages>) -> Fact<AudienceRelation> {
    let children = children.into_known().unwrap_or(Ages::MINORS);
    patients.map(|ages| {
        let adults = ages.from() >= Ages::ADULTS.from();
        if !adults && ages.overlaps(children) {
            AudienceRelation::Includes
        } else {
            AudienceRelation::Disjoint
        }
    })
}
