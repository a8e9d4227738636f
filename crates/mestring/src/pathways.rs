//! Pathways: which offers cover which step for the people of which municipality, where nothing does,
//! who hands over to whom, and what is offered twice.
//!
//! An offer fits a step by facts that its row states or its title says: what it is about, who takes
//! part, where in the health service it stands, how far it reaches, whether it is on offer
//! ([`Fit::checks`]). What kind of teaching it is no row says, so one offer may fit several steps of a
//! pathway ([`Fit::also`]). A fact that nobody states makes it fit only *if* ([`Fit::unknown`]); one
//! that speaks against it rules it out. What is open to the whole country is told apart from what the
//! people of a municipality have near them, whatever its level.
//!
//! A course is an integrated part of a pathway only where a pathway document names it ([`Named`]).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::{OfferId, OrganisationId, Slug};
use mestring_model::noun::{Level, Pathway, PathwayCourse, PathwayStep, Relation, StepFact};
use mestring_model::quantity::MunicipalityNo;

use crate::topics::Topics;

mod chosen;
mod cover;
mod fit;
mod hand_over;
mod silence;

pub use chosen::{Chosen, ChosenStep, chosen};
pub use fit::{Basis, Check, Fit};
pub use hand_over::{Agreed, HandOver, HandOverCell, Side};
pub use silence::Silence;

/// Who has to answer before a level can be said to offer nothing: organisations by level.
pub type ToAsk = BTreeMap<Level, BTreeSet<OrganisationId>>;

/// What is asked about: the pathways and the municipalities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The pathways of this target group, or the pathway of this id; `None`: all.
    pub group: Option<Slug>,
    /// One municipality of the area; `None`: all of them.
    pub municipality: Option<MunicipalityNo>,
}

/// The pathways of a desk, seen from the municipalities of its area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pathways {
    /// The date.
    pub as_of: NaiveDate,
    /// The municipalities, in the order of the area table. Where the desk lists none, one that is not
    /// known stands for all, and every offer counts as in reach of it.
    pub municipalities: Vec<Option<MunicipalityNo>>,
    /// The pathways: shipped ones first, then the desk's own, each in its order.
    pub pathways: Vec<PathwayCover>,
    /// Pathways of target groups that the desk does not list, where all pathways are asked for.
    pub without_group: Vec<Slug>,
    /// Offers that are not over and of which no topic is known: they may fit any step.
    pub without_topic: usize,
}

/// One pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct PathwayCover {
    /// The row, shipped or of the desk.
    pub pathway: Pathway,
    /// Its steps come from the shipped tables; steps that the desk adds are marked at each.
    pub shipped: bool,
    /// Its steps in order.
    pub steps: Vec<StepCover>,
    /// From each step to the next, where those stand at different levels.
    pub hand_overs: Vec<HandOver>,
}

// Rows hold no number that differs from itself.
impl Eq for PathwayCover {}

/// A step and what covers it.
#[derive(Debug, Clone, PartialEq)]
pub struct StepCover {
    /// The row, shipped or of the desk.
    pub step: PathwayStep,
    /// It comes from the shipped tables.
    pub shipped: bool,
    /// A cell for each municipality, in the order of [`Pathways::municipalities`].
    pub cells: Vec<StepCell>,
    /// Offers near the same people that fit the step both, each pair once.
    pub twice: Vec<Twice>,
    /// Courses that a document names for the step and whose facts speak against it.
    pub named_against: Vec<NamedAgainst>,
}

impl Eq for StepCover {}

/// What the people of one municipality have at one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepCell {
    /// The municipality; `None` where the desk lists no area.
    pub municipality: Option<MunicipalityNo>,
    /// Whether the step is covered.
    pub state: Coverage,
    /// The offers that fit or may fit, in the order of the desk.
    pub fits: Vec<Fit>,
    /// What was asked and answered where nothing near fits for certain; `None` where something does.
    pub silence: Option<Silence>,
}

/// Whether a step is covered for the people of a municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// An offer near them fits.
    Covered,
    /// An offer near them fits if what nobody states is so.
    CoveredIf,
    /// Nothing near does; something open to the whole country, digital or national, fits or may fit.
    OpenOnly,
    /// Nothing that is on offer fits.
    NotCovered,
}

impl Coverage {
    /// Every state, the best first.
    pub const ALL: [Coverage; 4] = [
        Coverage::Covered,
        Coverage::CoveredIf,
        Coverage::OpenOnly,
        Coverage::NotCovered,
    ];

    /// The state's code, for machines.
    pub fn code(self) -> &'static str {
        match self {
            Coverage::Covered => "covered",
            Coverage::CoveredIf => "covered_if",
            Coverage::OpenOnly => "open_only",
            Coverage::NotCovered => "not_covered",
        }
    }
}

/// The document that names a course for a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The document.
    pub document: String,
    /// Its date, where the row states one.
    pub date: Option<NaiveDate>,
    /// The row is made up.
    pub illustrative: bool,
}

/// A course that a document names and whose facts speak against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAgainst {
    /// The row's place in `desk.pathway_courses`.
    pub row: usize,
    /// The offer.
    pub offer: OfferId,
    /// The first fact that speaks against it.
    pub fact: StepFact,
}

/// Two offers that fit the same step for the people of the same municipalities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    /// The one, earlier in the desk.
    pub a: OfferId,
    /// The other.
    pub b: OfferId,
    /// For whom, in the order of [`Pathways::municipalities`].
    pub municipalities: Vec<Option<MunicipalityNo>>,
    /// Both fit for certain; else one of them fits only if what nobody states is so.
    pub certain: bool,
    /// How the two relate, once a rule was asked.
    pub relation: Option<Relation>,
}

/// What covers the steps of the pathways in scope, on a date.
///
/// `to_ask` says who has to answer before a level can be said to offer nothing; of the municipal level
/// those of each municipality count for it.
pub fn pathways(
    desk: &Desk,
    topics: &Topics,
    to_ask: &ToAsk,
    scope: &Scope,
    as_of: NaiveDate,
) -> Pathways {
    let chosen = chosen(desk);
    let municipalities = municipalities(desk, scope.municipality);
    let cover = cover::Covering::new(desk, topics, &municipalities, to_ask, as_of);
    let in_scope = |own: &Chosen<'_>| {
        scope.group.as_ref().is_none_or(|group| {
            let of_group = own.group.is_some_and(|own| own.as_str() == group.as_str());
            of_group || own.pathway.id == *group
        })
    };
    let (listed, without): (Vec<_>, Vec<_>) =
        chosen.into_iter().partition(|own| own.group.is_some());
    let listed = listed.into_iter().filter(in_scope);
    // Who asks about one group need not be told of others.
    let without = without.iter().filter(|_| scope.group.is_none());
    Pathways {
        as_of,
        pathways: listed.map(|own| cover.pathway(&own)).collect(),
        without_group: without.map(|own| own.pathway.id.clone()).collect(),
        without_topic: cover.without_topic(),
        municipalities,
    }
}

/// The municipalities to look from, each once; one that is not known where the desk lists no area.
fn municipalities(desk: &Desk, one: Option<MunicipalityNo>) -> Vec<Option<MunicipalityNo>> {
    if let Some(one) = one {
        return vec![Some(one)];
    }
    if desk.area.is_empty() {
        return vec![None];
    }
    let mut seen = BTreeSet::new();
    let numbers = desk.area.iter().map(|own| own.municipality);
    numbers.filter(|own| seen.insert(*own)).map(Some).collect()
}

impl Pathways {
    /// Every course that a document names and whose facts speak against it, with its step.
    pub fn named_against(&self) -> impl Iterator<Item = (&PathwayStep, &NamedAgainst)> {
        let steps = self.pathways.iter().flat_map(|own| &own.steps);
        steps.flat_map(|own| own.named_against.iter().map(|named| (&own.step, named)))
    }
}

impl StepCover {
    /// How many municipalities have each state, the best state first.
    pub fn counts(&self) -> BTreeMap<Coverage, usize> {
        let mut counts = BTreeMap::new();
        for cell in &self.cells {
            *counts.entry(cell.state).or_insert(0) += 1;
        }
        counts
    }

    /// The step is needed, or nobody says, and the people of some municipality have nothing near.
    pub fn has_gap(&self) -> bool {
        let needed = self.step.needed.into_known() != Some(false);
        needed && self.gaps().next().is_some()
    }

    /// The cells in which nothing near fits or may fit.
    pub fn gaps(&self) -> impl Iterator<Item = &StepCell> {
        let gap = |own: &&StepCell| Coverage::OpenOnly <= own.state;
        self.cells.iter().filter(gap)
    }
}

/// The rows of the desk that name courses for a step.
fn named<'a>(
    desk: &'a Desk,
    step: &PathwayStep,
) -> impl Iterator<Item = (usize, &'a PathwayCourse)> {
    let rows = desk.pathway_courses.iter().enumerate();
    let id = step.id.clone();
    rows.filter(move |(_, own)| own.step == id)
}

#[cfg(test)]
mod tests;
