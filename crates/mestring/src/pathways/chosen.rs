//! Which pathways a desk uses: the shipped ones, its own in their place, and steps that it adds.

use mestring_data::pathway;
use mestring_model::Desk;
use mestring_model::id::{Slug, TargetGroupId};
use mestring_model::noun::{Pathway, PathwayStep};

/// A pathway in use with its steps in order.
#[derive(Debug, Clone)]
pub struct Chosen<'a> {
    /// The row, shipped or of the desk.
    pub pathway: &'a Pathway,
    /// The row is shipped.
    pub shipped: bool,
    /// The desk's target group; nothing where the desk lists no such group.
    pub group: Option<&'a TargetGroupId>,
    /// Its steps by order, then by id.
    pub steps: Vec<ChosenStep<'a>>,
}

/// A step in use.
#[derive(Debug, Clone, Copy)]
pub struct ChosenStep<'a> {
    /// The row, shipped or of the desk.
    pub step: &'a PathwayStep,
    /// The row is shipped.
    pub shipped: bool,
}

/// The pathways that a desk uses: shipped ones in their order, then its own in the order of its table.
///
/// A row of the desk with the id of a shipped pathway takes its place with all its steps, or leaves it
/// out. Without such a row the desk's steps of the pathway are added, each in the place of a shipped
/// one where it has its id.
pub fn chosen(desk: &Desk) -> Vec<Chosen<'_>> {
    let own = |id: &Slug| desk.pathways.iter().find(|row| row.id == *id);
    let shipped = pathway::pathways().iter();
    let shipped = shipped.map(|row| own(&row.id).map_or((row, true), |own| (own, false)));
    let is_shipped = |id: &Slug| pathway::pathways().iter().any(|row| row.id == *id);
    let added = desk.pathways.iter().filter(|row| !is_shipped(&row.id));
    let all = shipped.chain(added.map(|row| (row, false)));
    let used = all.filter(|(row, _)| row.left_out != Some(true));
    used.map(|(pathway, shipped)| Chosen {
        pathway,
        shipped,
        group: group(desk, pathway),
        steps: steps(desk, pathway, shipped),
    })
    .collect()
}

/// The desk's target group of a pathway: the one of its id, else one that names that id among its
/// topics, as a desk that gives groups ids of its own does.
fn group<'a>(desk: &'a Desk, pathway: &Pathway) -> Option<&'a TargetGroupId> {
    let id = pathway.target_group.as_ref()?;
    let groups = || desk.target_groups.iter();
    let same = groups().find(|own| own.id == *id);
    let named =
        || groups().find(|own| own.topics.iter().any(|topic| topic.as_str() == id.as_str()));
    same.or_else(named).map(|own| &own.id)
}

fn steps<'a>(desk: &'a Desk, pathway: &Pathway, shipped: bool) -> Vec<ChosenStep<'a>> {
    let own: Vec<&PathwayStep> = desk
        .pathway_steps
        .iter()
        .filter(|step| step.pathway == pathway.id)
        .collect();
    let replaced = |step: &PathwayStep| own.iter().any(|own| own.id == step.id);
    let kept = pathway::steps()
        .iter()
        .filter(|step| shipped && step.pathway == pathway.id && !replaced(step));
    let kept = kept.map(|step| ChosenStep {
        step,
        shipped: true,
    });
    let added = own.iter().map(|step| ChosenStep {
        step,
        shipped: false,
    });
    let mut all: Vec<ChosenStep<'a>> = kept.chain(added).collect();
    all.sort_by_key(|own| (own.step.order, &own.step.id));
    all
}
