//! The pathways, seen with what two other verbs know: who is to be asked, and how offers relate.

use std::collections::BTreeMap;

use mestring_data::{municipality, pathway};
use mestring_model::finding::{Ids, PathwayProblem};
use mestring_model::id::OfferId;
use mestring_model::noun::{Pathway, PathwayCourse, PathwayStep, Relation};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::term::nearest;
use mestring_model::{Desk, Finding};

use super::{DecideError, Decider};
use crate::pathways::{Pathways, Scope, ToAsk, chosen};

/// What is asked about, as somebody wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PathwayQuestion {
    /// The id of a target group or of a pathway; `None`: all pathways.
    pub group: Option<String>,
    /// The number or the name of a municipality of the area; `None`: all of them.
    pub municipality: Option<String>,
}

pub(super) fn pathways(
    decider: &Decider<'_>,
    question: &PathwayQuestion,
) -> Result<Pathways, DecideError> {
    let desk = decider.desk;
    let scope = Scope {
        group: match &question.group {
            Some(group) => Some(group_of(desk, group)?),
            None => None,
        },
        municipality: match &question.municipality {
            Some(own) => Some(municipality_of(desk, own)?),
            None => None,
        },
    };
    Ok(cover(decider, &scope))
}

/// The pathways in a scope, without how offers relate.
pub(super) fn cover(decider: &Decider<'_>, scope: &Scope) -> Pathways {
    let to_ask: ToAsk = decider
        .overview()
        .to_ask
        .into_iter()
        .map(|(level, own)| (level, own.organisations))
        .collect();
    crate::pathways::pathways(decider.desk, &decider.topics, &to_ask, scope, decider.as_of)
}

/// Notes how the offers relate that fit a step both; the rule is asked only where there are any.
pub(super) fn relate(decider: &Decider<'_>, pathways: &mut Pathways) -> Result<(), DecideError> {
    let steps = || pathways.pathways.iter().flat_map(|own| &own.steps);
    if steps().all(|step| step.twice.is_empty()) {
        return Ok(());
    }
    let relations = decider.relations()?;
    let pairs = relations.pairs.iter();
    let known: BTreeMap<(&OfferId, &OfferId), Relation> = pairs
        .map(|pair| ((&pair.a, &pair.b), pair.relation))
        .collect();
    let steps = pathways.pathways.iter_mut().flat_map(|own| &mut own.steps);
    for twice in steps.flat_map(|step| &mut step.twice) {
        let both = [(&twice.a, &twice.b), (&twice.b, &twice.a)];
        twice.relation = both.iter().find_map(|pair| known.get(pair).copied());
    }
    Ok(())
}

/// The group or pathway that somebody means.
fn group_of(desk: &Desk, text: &str) -> Result<mestring_model::id::Slug, DecideError> {
    let all = chosen(desk);
    let listed = all.iter().filter_map(|own| Some((own.group?, own)));
    let listed: Vec<_> = listed.collect();
    let names = listed
        .iter()
        .flat_map(|(group, own)| [group.as_str(), own.pathway.id.as_str()]);
    let names: Vec<&str> = names.collect();
    let asked = text.trim();
    let same = names.iter().find(|own| own.eq_ignore_ascii_case(asked));
    same.and_then(|own| mestring_model::id::Slug::new(own).ok())
        .ok_or_else(|| DecideError::NoSuchPathway {
            name: asked.to_owned(),
            nearest: nearest(asked, names).map(str::to_owned),
        })
}

/// The municipality of the area that somebody means, by number or by name.
fn municipality_of(desk: &Desk, text: &str) -> Result<MunicipalityNo, DecideError> {
    let asked = text.trim().to_lowercase();
    let is_asked = |own: &&mestring_model::noun::AreaMunicipality| {
        own.municipality.to_string() == asked || own.name.to_lowercase() == asked
    };
    let found = desk.area.iter().find(is_asked);
    found.map(|own| own.municipality).ok_or_else(|| {
        let names = desk.area.iter().map(|own| own.name.as_str());
        DecideError::NotInArea {
            municipality: text.trim().to_owned(),
            nearest: nearest(text.trim(), names).map(str::to_owned),
        }
    })
}

/// The name of a municipality: as the area table writes it, else as the register of the country does.
pub(crate) fn municipality_name(desk: &Desk, number: MunicipalityNo) -> String {
    let row = desk.area.iter().find(|own| own.municipality == number);
    row.map_or_else(
        || {
            let known = municipality::find(&number.to_string());
            known.map_or_else(|| number.to_string(), |own| own.name())
        },
        |own| own.name.clone(),
    )
}

/// What is wrong with the desk's own pathways.
pub(super) fn findings(decider: &Decider<'_>) -> Vec<Finding> {
    let desk = decider.desk;
    if desk.pathways.is_empty() && desk.pathway_steps.is_empty() && desk.pathway_courses.is_empty()
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    let shipped = pathway::pathways().iter().map(|own| own.id.as_str());
    let pathways: Vec<&str> = shipped
        .chain(desk.pathways.iter().map(|own| own.id.as_str()))
        .collect();
    let steps = pathway::steps().iter().chain(&desk.pathway_steps);
    let steps: Vec<&str> = steps.map(|own| own.id.as_str()).collect();
    let near = |text: &str, all: &[&str]| nearest(text, all.iter().copied()).map(str::to_owned);
    for (at, row) in desk.pathways.iter().enumerate() {
        let has_steps = desk.pathway_steps.iter().any(|own| own.pathway == row.id);
        if !has_steps && row.left_out != Some(true) {
            let problem = PathwayProblem::NoSteps {
                pathway: row.id.to_string(),
            };
            found.push(Finding::new(desk.cell_place::<Pathway>(at, "id"), problem));
        }
    }
    for (at, row) in desk.pathway_steps.iter().enumerate() {
        let place = |column| desk.cell_place::<PathwayStep>(at, column);
        if !pathways.contains(&row.pathway.as_str()) {
            let problem = PathwayProblem::NoSuchPathway {
                pathway: row.pathway.to_string(),
                nearest: near(row.pathway.as_str(), &pathways),
            };
            found.push(Finding::new(place("pathway"), problem));
        }
        let lexicon = decider.topics.lexicon();
        let unknown = row.topics.iter().filter(|own| {
            // A topic that offers state themselves is known to the desk.
            let stated = desk.offers.iter().filter_map(|offer| offer.topics.known());
            lexicon.id(own.as_str()).is_none() && !stated.flatten().any(|topic| topic == *own)
        });
        let unknown: Vec<String> = unknown.map(ToString::to_string).collect();
        if !unknown.is_empty() {
            let topics = Ids(unknown);
            let problem = PathwayProblem::UnknownTopics { topics };
            found.push(Finding::new(place("topics"), problem));
        }
    }
    for (at, row) in desk.pathway_courses.iter().enumerate() {
        if !steps.contains(&row.step.as_str()) {
            let problem = PathwayProblem::NoSuchStep {
                step: row.step.to_string(),
                nearest: near(row.step.as_str(), &steps),
            };
            let place = desk.cell_place::<PathwayCourse>(at, "step");
            found.push(Finding::new(place, problem));
        }
    }
    for (step, own) in cover(decider, &Scope::default()).named_against() {
        let problem = PathwayProblem::NamedDoesNotFit {
            offer: own.offer.to_string(),
            step: step.id.to_string(),
            fact: own.fact,
        };
        let place = desk.cell_place::<PathwayCourse>(own.row, "offer");
        found.push(Finding::new(place, problem));
    }
    found
}
