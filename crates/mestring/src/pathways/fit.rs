//! By which facts an offer fits a step.

use std::collections::BTreeSet;

use mestring_data::topic::{Hints, Lexicon};
use mestring_model::id::{OfferId, Slug, TargetGroupId};
use mestring_model::noun::{
    Audience, Level, Lifecycle, Offer, PathwayStep, Reach, StepFact, StepKind, UserRole,
};
use mestring_model::quantity::Ages;
use mestring_model::{Desk, Fact};

use super::Named;
use crate::reach::Catchment;
use crate::topics::OfferTopics;

/// An offer that fits a step for the people of a municipality, or fits if what nobody states is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The offer.
    pub offer: OfferId,
    /// It is open to the whole country: digital, or national.
    pub open: bool,
    /// It is planned or starting up, so that it covers nothing yet.
    pub coming: bool,
    /// The facts that were looked at, in the order of [`StepFact`]; none of them speaks against it.
    pub checks: Vec<Check>,
    /// The document that names it; `None`: it fits, and no pathway document names it.
    pub named: Option<Named>,
    /// The other steps of the pathway that it may fit in the same municipality, in their order.
    pub also: Vec<Slug>,
}

impl Fit {
    /// The facts that nobody states and on which it depends.
    pub fn unknown(&self) -> impl Iterator<Item = StepFact> {
        let open = self.checks.iter().filter(|own| own.holds.is_none());
        open.map(|own| own.fact)
    }

    /// Every fact that it depends on is known.
    pub fn is_certain(&self) -> bool {
        self.checks.iter().all(|own| own.holds.is_some())
    }

    /// It is on offer near the people: neither open to the whole country nor still to come.
    pub fn is_near(&self) -> bool {
        !self.open && !self.coming
    }
}

/// One fact of an offer, held against a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which.
    pub fact: StepFact,
    /// Whether it fits; `None` where nobody says.
    pub holds: Option<bool>,
    /// What it rests on.
    pub basis: Basis,
    /// It was read from the title, and no row states it.
    pub derived: bool,
}

/// What a fact of an offer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The offer's own topics that the step is about, or of which its topics are parts.
    Topics(Vec<Slug>),
    /// The target group that it serves.
    Group(TargetGroupId),
    /// A pathway document names it.
    Document,
    /// Who takes part.
    Audience(Audience),
    /// The level.
    Level(Level),
    /// How far it reaches.
    Reach(Reach),
    /// The municipalities that its row lists.
    Listed,
    /// The centre whose area it is organises it.
    OwnCentre,
    /// How far it has come.
    Lifecycle(Lifecycle),
    /// Who brings user knowledge into the teaching.
    Roles(Vec<UserRole>),
    /// The step does not ask for it, or the desk lists no area.
    Anything,
    /// No row and no title says.
    Nothing,
}

/// What is needed to hold offers against a step.
pub(super) struct Step<'a> {
    pub(super) row: &'a PathwayStep,
    pub(super) group: &'a TargetGroupId,
    pub(super) lexicon: &'a Lexicon,
}

/// The facts that do not depend on the municipality; `None` where one of topic, audience, or peers
/// speaks against the offer, and the fact that does.
pub(super) fn checks(
    step: &Step<'_>,
    offer: &Offer,
    about: &OfferTopics,
    named: bool,
) -> Result<Vec<Check>, StepFact> {
    let mut all = vec![
        topics(step, about, named),
        audience(step.row, offer),
        status(offer),
    ];
    if step.row.kind == StepKind::Peers {
        all.push(peers(offer));
    }
    let against = all
        .iter()
        .find(|own| own.holds == Some(false) && own.fact != StepFact::Status);
    match against {
        Some(against) => Err(against.fact),
        None if is_over(offer) => Err(StepFact::Status),
        None => Ok(all),
    }
}

fn topics(step: &Step<'_>, about: &OfferTopics, named: bool) -> Check {
    let check = |holds, basis, derived| Check {
        fact: StepFact::Topics,
        holds,
        basis,
        derived,
    };
    if step.row.topics.is_empty() {
        let serves = about.target_groups.contains(step.group);
        return match (serves, named) {
            (true, _) => {
                let basis = Basis::Group(step.group.clone());
                check(Some(true), basis, about.groups_derived)
            }
            (false, true) => check(Some(true), Basis::Document, false),
            (false, false) => check(Some(false), Basis::Nothing, about.groups_derived),
        };
    }
    let own = |keep: &dyn Fn(&Slug) -> bool| -> Vec<Slug> {
        about
            .topics
            .iter()
            .filter(|own| keep(own))
            .cloned()
            .collect()
    };
    let of_step = |topic: &Slug| step.row.topics.contains(topic);
    let inside = own(&|topic| of_step(topic) || is_below(step.lexicon, topic, &step.row.topics));
    if !inside.is_empty() {
        return check(Some(true), Basis::Topics(inside), about.topics_derived);
    }
    if named {
        return check(Some(true), Basis::Document, false);
    }
    let wider = own(&|topic| {
        let topic = std::slice::from_ref(topic);
        let mut asked = step.row.topics.iter();
        asked.any(|asked| is_below(step.lexicon, asked, topic))
    });
    match wider.is_empty() {
        true => check(Some(false), Basis::Nothing, about.topics_derived),
        // A course on all of a field may take in this part of it or not.
        false => check(None, Basis::Topics(wider), about.topics_derived),
    }
}

/// True where a topic is part of one of others.
fn is_below(lexicon: &Lexicon, topic: &Slug, of: &[Slug]) -> bool {
    let mut open: Vec<&str> = vec![topic.as_str()];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let row = lexicon.id(id).and_then(|id| lexicon.row(&id));
        let parents = row.into_iter().flat_map(|row| &row.parents);
        for parent in parents.map(String::as_str) {
            if of.iter().any(|own| own.as_str() == parent) {
                return true;
            }
            if seen.insert(parent) {
                open.push(parent);
            }
        }
    }
    false
}

fn audience(step: &PathwayStep, offer: &Offer) -> Check {
    let title = Hints::of_title(&offer.title);
    let derived = !offer.audience.is_known() && title.audience.is_known();
    let found = offer.audience.or(title.audience).into_known();
    let young = match offer.ages.into_known().map(is_young) {
        Some(of_ages) => of_ages,
        None => title.young.into_known(),
    };
    let holds = match (step.audience.into_known(), found) {
        (None, Some(found)) => Some(!teaches(found)),
        (None, None) => Some(true),
        (Some(_), None) => None,
        (Some(asked), Some(found)) => takes_in(asked, found, young),
    };
    Check {
        fact: StepFact::Audience,
        holds,
        basis: match (step.audience, found) {
            (_, Some(found)) => Basis::Audience(found),
            (Fact::Known(_), None) => Basis::Nothing,
            (_, None) => Basis::Anything,
        },
        derived,
    }
}

/// Whether an offer for some people takes in those whom a step asks for.
fn takes_in(asked: Audience, found: Audience, young: Option<bool>) -> Option<bool> {
    match (asked, found) {
        (asked, found) if asked == found => Some(true),
        (Audience::Patients | Audience::Relatives, Audience::Both) => Some(true),
        (Audience::Children, Audience::Patients | Audience::Both) => young,
        _ => Some(false),
    }
}

/// Whether a band of ages is one of children and young people; unknown where it has both.
fn is_young(ages: Ages) -> Option<bool> {
    /// The oldest who still counts as young in the national guide on transitions, 12 to 25 years.
    const OLDEST: u8 = 25;
    match (ages.from(), ages.to()) {
        (_, Some(to)) if to <= OLDEST => Some(true),
        (Some(from), _) if from >= 18 => Some(false),
        _ => None,
    }
}

/// People who teach or represent are no participants of a pathway.
fn teaches(audience: Audience) -> bool {
    matches!(
        audience,
        Audience::Professionals | Audience::Students | Audience::UserRepresentatives
    )
}

fn status(offer: &Offer) -> Check {
    Check {
        fact: StepFact::Status,
        holds: offer
            .lifecycle
            .into_known()
            .map(|own| own == Lifecycle::Established),
        basis: match offer.lifecycle.into_known() {
            Some(own) => Basis::Lifecycle(own),
            None => Basis::Nothing,
        },
        derived: false,
    }
}

fn peers(offer: &Offer) -> Check {
    let roles = offer.user_delivery.known();
    let none = offer.user_involved == Fact::Known(false);
    Check {
        fact: StepFact::Peers,
        holds: match roles {
            Some(roles) => Some(roles.contains(&UserRole::Peer)),
            None if none => Some(false),
            None => None,
        },
        basis: roles.map_or(Basis::Nothing, |roles| Basis::Roles(roles.clone())),
        derived: false,
    }
}

/// Whether an offer stands at the step's level. What two levels give together is given by each of the
/// public ones.
pub(super) fn level(step: &PathwayStep, offer: &Offer) -> Check {
    let found = offer.level.into_known();
    let both = |found| {
        found == Level::Interlevel && matches!(step.level, Level::Municipal | Level::Specialist)
    };
    Check {
        fact: StepFact::Level,
        holds: found.map(|found| found == step.level || both(found)),
        basis: found.map_or(Basis::Nothing, Basis::Level),
        derived: false,
    }
}

/// Whether people of a municipality can take part; of an offer that the centre itself organises they
/// can, unless its row says otherwise. `holds` is what the catchment says of the municipality.
pub(super) fn reach(
    desk: &Desk,
    offer: &Offer,
    catchment: &Fact<Catchment>,
    holds: Fact<bool>,
) -> Check {
    let own = desk.settings.centre.as_ref();
    let own = own.is_some_and(|centre| offer.organisers.contains(centre));
    let (holds, basis) = match holds {
        Fact::Known(holds) => (Some(holds), Basis::Listed),
        Fact::NotStated | Fact::Unknown if own && !catchment.is_known() => {
            (Some(true), Basis::OwnCentre)
        }
        Fact::NotStated | Fact::Unknown => (None, Basis::Nothing),
    };
    let basis = match (basis, offer.reach.into_known()) {
        (Basis::Listed, Some(reach)) if reach != Reach::Municipalities => Basis::Reach(reach),
        (basis, _) => basis,
    };
    Check {
        fact: StepFact::Reach,
        holds,
        basis,
        derived: false,
    }
}

/// True for an offer that its source says is over.
pub(super) fn is_over(offer: &Offer) -> bool {
    offer.lifecycle == Fact::Known(Lifecycle::Discontinued)
}

/// True for an offer that is planned or starting up.
pub(super) fn is_coming(offer: &Offer) -> bool {
    matches!(
        offer.lifecycle,
        Fact::Known(Lifecycle::Planned | Lifecycle::StartingUp)
    )
}
