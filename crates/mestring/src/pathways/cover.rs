//! Holds every offer against every step, for every municipality.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::id::{OrganisationId, Slug};
use mestring_model::noun::{Level, Offer};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Fact};

use super::fit::{self, Step, checks, level, reach};
use super::hand_over::HandOvers;
use super::silence::silence;
use super::{
    Chosen, ChosenStep, Coverage, Fit, Named, NamedAgainst, PathwayCover, StepCell, StepCover,
    ToAsk, Twice, named,
};
use crate::reach::{Area, Catchment};
use crate::topics::Topics;

/// What is worked out once for all steps.
pub(super) struct Covering<'a> {
    desk: &'a Desk,
    topics: &'a Topics,
    municipalities: &'a [Option<MunicipalityNo>],
    to_ask: &'a ToAsk,
    as_of: NaiveDate,
    /// Of each offer, whose people can take part, and whether each municipality's can.
    catchments: Vec<(Fact<Catchment>, Vec<Fact<bool>>)>,
    hand_overs: HandOvers<'a>,
}

/// An offer that fits a step as far as it does not depend on the municipality.
struct Candidate<'a> {
    at: usize,
    offer: &'a Offer,
    checks: Vec<fit::Check>,
    named: Option<Named>,
}

impl<'a> Covering<'a> {
    pub(super) fn new(
        desk: &'a Desk,
        topics: &'a Topics,
        municipalities: &'a [Option<MunicipalityNo>],
        to_ask: &'a ToAsk,
        as_of: NaiveDate,
    ) -> Self {
        let catchments = desk.offers.iter().map(|offer| {
            let catchment = Catchment::of(desk, offer);
            let holds = municipalities.iter().map(|own| match (own, &catchment) {
                // Without an area everything counts as in reach.
                (None, _) => Fact::Known(true),
                (Some(own), Fact::Known(catchment)) => catchment.holds(*own),
                (_, Fact::NotStated) => Fact::NotStated,
                (_, Fact::Unknown) => Fact::Unknown,
            });
            let holds = holds.collect();
            (catchment, holds)
        });
        Covering {
            desk,
            topics,
            municipalities,
            to_ask,
            as_of,
            catchments: catchments.collect(),
            hand_overs: HandOvers::new(desk, as_of),
        }
    }

    /// How many offers that are not over have no topic.
    pub(super) fn without_topic(&self) -> usize {
        let offers = self.desk.offers.iter().zip(self.topics.offers());
        let silent =
            offers.filter(|(offer, about)| !fit::is_over(offer) && about.topics.is_empty());
        silent.count()
    }

    pub(super) fn pathway(&self, chosen: &Chosen<'_>) -> PathwayCover {
        let mut steps: Vec<StepCover> = chosen
            .steps
            .iter()
            .map(|own| self.step(chosen, own))
            .collect();
        note_other_steps(&mut steps);
        let mut hand_overs = Vec::new();
        for pair in steps.windows(2) {
            if let [from, to] = pair {
                hand_overs.extend(self.hand_overs.between(from, to, |cell, step| {
                    self.to_be_asked(step.level, cell.municipality)
                }));
            }
        }
        PathwayCover {
            pathway: chosen.pathway.clone(),
            shipped: chosen.shipped,
            steps,
            hand_overs,
        }
    }

    fn step(&self, chosen: &Chosen<'_>, own: &ChosenStep<'_>) -> StepCover {
        let (candidates, named_against) = self.candidates(chosen, own);
        let numbered = self.municipalities.iter().enumerate();
        let cells: Vec<StepCell> = numbered
            .map(|(at, municipality)| {
                let fits: Vec<Fit> = candidates
                    .iter()
                    .filter_map(|candidate| self.fit(candidate, at))
                    .collect();
                let state = state(&fits);
                let group = chosen.group.filter(|_| state != Coverage::Covered);
                let silence = group.map(|group| {
                    let level = own.step.level;
                    let to_ask = self.to_be_asked(level, *municipality);
                    let to_ask = to_ask.into_iter().collect();
                    silence(self.desk, (group, level), &to_ask, self.as_of)
                });
                StepCell {
                    municipality: *municipality,
                    state,
                    fits,
                    silence,
                }
            })
            .collect();
        StepCover {
            step: own.step.clone(),
            shipped: own.shipped,
            twice: twice(&cells),
            cells,
            named_against,
        }
    }

    /// The offers that fit a step wherever they reach, and those that a document names in spite of
    /// their facts.
    fn candidates(
        &self,
        chosen: &Chosen<'_>,
        own: &ChosenStep<'_>,
    ) -> (Vec<Candidate<'a>>, Vec<NamedAgainst>) {
        let Some(group) = chosen.group else {
            return (Vec::new(), Vec::new());
        };
        let step = Step {
            row: own.step,
            group,
            lexicon: self.topics.lexicon(),
        };
        let mut rows = BTreeMap::new();
        for (row, named) in named(self.desk, own.step) {
            rows.entry(&named.offer).or_insert((row, named));
        }
        let (mut found, mut against) = (Vec::new(), Vec::new());
        let offers = self.desk.offers.iter().zip(self.topics.offers());
        for (at, (offer, about)) in offers.enumerate() {
            let row = rows.get(&offer.id);
            let mut result = checks(&step, offer, about, row.is_some());
            let near = self.catchments.get(at).is_some_and(|own| !is_open(&own.0));
            let level = level(own.step, offer);
            if near && level.holds == Some(false) {
                result = result.and(Err(level.fact));
            }
            match (result, row) {
                (Ok(mut checks), _) => {
                    if near {
                        checks.push(level);
                    }
                    let named = row.map(|(_, row)| Named {
                        document: row.document.clone(),
                        date: row.document_date.into_known(),
                        illustrative: row.origin.illustrative,
                    });
                    found.push(Candidate {
                        at,
                        offer,
                        checks,
                        named,
                    });
                }
                (Err(fact), Some((row, named))) => against.push(NamedAgainst {
                    row: *row,
                    offer: named.offer.clone(),
                    fact,
                }),
                (Err(_), None) => {}
            }
        }
        (found, against)
    }

    /// A candidate for the people of one municipality; nothing where they cannot take part.
    fn fit(&self, candidate: &Candidate<'_>, at: usize) -> Option<Fit> {
        let (catchment, holds) = self.catchments.get(candidate.at)?;
        let open = is_open(catchment);
        let mut checks = candidate.checks.clone();
        if !open {
            let check = reach(self.desk, candidate.offer, catchment, *holds.get(at)?);
            let without_area = self.municipalities.get(at)?.is_none();
            match without_area {
                true => checks.push(fit::Check {
                    basis: fit::Basis::Anything,
                    ..check
                }),
                false if check.holds == Some(false) => return None,
                false => checks.push(check),
            }
        }
        checks.sort_by_key(|own| own.fact);
        let coming = fit::is_coming(candidate.offer);
        Some(Fit {
            offer: candidate.offer.id.clone(),
            open,
            coming,
            checks,
            named: candidate.named.clone(),
            also: Vec::new(),
        })
    }

    /// Who has to answer for a level before the people of a municipality are said to have nothing: of
    /// the municipal level, that municipality.
    fn to_be_asked(
        &self,
        level: Level,
        municipality: Option<MunicipalityNo>,
    ) -> Vec<&'a OrganisationId> {
        let all = self.to_ask.get(&level).into_iter().flatten();
        let Some(number) = municipality.filter(|_| level == Level::Municipal) else {
            return all.collect();
        };
        let home = Area::of_numbers([number]);
        let there = |id: &&OrganisationId| {
            let own = self.desk.organisation(id).and_then(|own| own.municipality);
            own.is_some_and(|own| home.holds(own))
        };
        all.filter(there).collect()
    }
}

fn is_open(catchment: &Fact<Catchment>) -> bool {
    *catchment == Fact::Known(Catchment::Everyone)
}

/// Whether a step is covered: by what is near for certain, then perhaps, then by what is open to the
/// whole country.
fn state(fits: &[Fit]) -> Coverage {
    let near = || fits.iter().filter(|own| own.is_near());
    if near().any(Fit::is_certain) {
        Coverage::Covered
    } else if near().next().is_some() {
        Coverage::CoveredIf
    } else if fits.iter().any(|own| !own.coming) {
        Coverage::OpenOnly
    } else {
        Coverage::NotCovered
    }
}

/// Notes with each fit the other steps that the same offer may fit for the same people.
fn note_other_steps(steps: &mut [StepCover]) {
    let mut of: BTreeMap<(usize, String), Vec<Slug>> = BTreeMap::new();
    for step in steps.iter() {
        for (at, cell) in step.cells.iter().enumerate() {
            for fit in &cell.fits {
                let key = (at, fit.offer.to_string());
                of.entry(key).or_default().push(step.step.id.clone());
            }
        }
    }
    for step in steps {
        let id = step.step.id.clone();
        for (at, cell) in step.cells.iter_mut().enumerate() {
            for fit in &mut cell.fits {
                let all = of.get(&(at, fit.offer.to_string()));
                let others = all.into_iter().flatten().filter(|own| **own != id);
                fit.also = others.cloned().collect();
            }
        }
    }
}

/// Every two offers that are near and fit for the same people, in the order of the desk.
fn twice(cells: &[StepCell]) -> Vec<Twice> {
    let mut found: Vec<Twice> = Vec::new();
    for cell in cells {
        let near: Vec<&Fit> = cell.fits.iter().filter(|own| own.is_near()).collect();
        for (at, a) in near.iter().enumerate() {
            for b in near.iter().skip(at + 1) {
                let certain = a.is_certain() && b.is_certain();
                let same = |own: &&mut Twice| {
                    own.a == a.offer && own.b == b.offer && own.certain == certain
                };
                match found.iter_mut().find(same) {
                    Some(own) => own.municipalities.push(cell.municipality),
                    None => found.push(Twice {
                        a: a.offer.clone(),
                        b: b.offer.clone(),
                        municipalities: vec![cell.municipality],
                        certain,
                        relation: None,
                    }),
                }
            }
        }
    }
    found
}
