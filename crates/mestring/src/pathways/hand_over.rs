//! From one step to the next at another level: who hands over to whom, and what binds them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::id::{AgreementId, ObligationId, OrganisationId, Slug};
use mestring_model::noun::{
    Agreement, AgreementKind, Level, Obligation, ObligationKind, PartyState, PathwayStep,
};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Fact};

use super::{StepCell, StepCover};

/// Two steps that follow each other and stand at different levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// The earlier step.
    pub from: Slug,
    /// The later one.
    pub to: Slug,
    /// The earlier step's level.
    pub from_level: Level,
    /// The later step's level.
    pub to_level: Level,
    /// A cell for each municipality.
    pub cells: Vec<HandOverCell>,
}

/// A hand-over for the people of one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverCell {
    /// The municipality; `None` where the desk lists no area.
    pub municipality: Option<MunicipalityNo>,
    /// Who hands over.
    pub from: Side,
    /// Who takes over.
    pub to: Side,
    /// Whether an agreement has parties on both sides.
    pub agreed: Agreed,
    /// The agreements that say so, in the order of the desk.
    pub agreements: Vec<AgreementId>,
    /// Duties that bind somebody on both sides, or that stand in one of those agreements and bind all of
    /// its parties; in the order of the desk.
    pub obligations: Vec<ObligationId>,
}

/// One side of a hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// The organisations, ascending.
    pub organisations: Vec<OrganisationId>,
    /// They organise offers that fit, or may fit, the step; else they stand for its level.
    pub by_offers: bool,
}

/// Whether an agreement has parties on both sides. What it says of the hand-over, its text tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreed {
    /// Both sides have joined one that is in force.
    Yes,
    /// One names both sides, and nobody says whether they joined or since when it holds.
    CannotTell,
    /// One was proposed to both sides, or will be in force later.
    Proposed,
    /// None names both sides.
    No,
}

impl Agreed {
    /// The code of the answer, for machines.
    pub fn code(self) -> &'static str {
        match self {
            Agreed::Yes => "yes",
            Agreed::CannotTell => "cannot_tell",
            Agreed::Proposed => "proposed",
            Agreed::No => "no",
        }
    }
}

/// The agreements and duties of a desk.
pub(super) struct HandOvers<'a> {
    desk: &'a Desk,
    as_of: NaiveDate,
    /// The parties of each agreement with where each stands on the date.
    parties: BTreeMap<&'a AgreementId, BTreeMap<&'a OrganisationId, Fact<PartyState>>>,
    /// Each organisation with all that it is part of.
    above: BTreeMap<&'a OrganisationId, BTreeSet<&'a OrganisationId>>,
}

impl<'a> HandOvers<'a> {
    pub(super) fn new(desk: &'a Desk, as_of: NaiveDate) -> Self {
        let mut parties: BTreeMap<_, BTreeMap<_, (Option<NaiveDate>, Fact<PartyState>)>> =
            BTreeMap::new();
        for row in &desk.parties {
            let since = row.since.into_known();
            if since.is_some_and(|since| as_of < since) {
                continue;
            }
            let of = parties.entry(&row.agreement).or_default();
            // Of several rows the latest counts, one without a date before all others.
            let latest = of.entry(&row.organisation).or_insert((since, row.state));
            if latest.0 <= since {
                *latest = (since, row.state);
            }
        }
        let states = parties.into_iter().map(|(agreement, of)| {
            let of = of.into_iter().map(|(id, (_, state))| (id, state));
            (agreement, of.collect())
        });
        let organisations = desk.organisations.iter();
        HandOvers {
            desk,
            as_of,
            parties: states.collect(),
            above: organisations
                .map(|own| (&own.id, above(desk, &own.id)))
                .collect(),
        }
    }

    /// The hand-over between two steps; nothing where they stand at the same level, or where one is given
    /// by levels together.
    pub(super) fn between(
        &self,
        from: &StepCover,
        to: &StepCover,
        at_level: impl Fn(&StepCell, &PathwayStep) -> Vec<&'a OrganisationId>,
    ) -> Option<HandOver> {
        let (from_level, to_level) = (from.step.level, to.step.level);
        if from_level == to_level || [from_level, to_level].contains(&Level::Interlevel) {
            return None;
        }
        let cells = from.cells.iter().zip(&to.cells).map(|(before, after)| {
            let side = |cell: &StepCell, step: &PathwayStep| {
                let offers = self.organisers(cell, step.level);
                let by_offers = !offers.is_empty();
                let organisations = match (by_offers, step.level) {
                    (true, _) => offers,
                    // Whoever stands for a level of the public service has to hand over in any case;
                    // which associations and firms would, only offers say.
                    (_, Level::Municipal | Level::Specialist) => at_level(cell, step),
                    (_, Level::Voluntary | Level::Private | Level::Interlevel) => Vec::new(),
                };
                let organisations: BTreeSet<_> = organisations.into_iter().cloned().collect();
                Side {
                    organisations: organisations.into_iter().collect(),
                    by_offers,
                }
            };
            self.cell(
                before.municipality,
                side(before, &from.step),
                side(after, &to.step),
            )
        });
        Some(HandOver {
            from: from.step.id.clone(),
            to: to.step.id.clone(),
            from_level,
            to_level,
            cells: cells.collect(),
        })
    }

    /// Who organises what is near and fits, or may fit, the step; of associations and firms also what
    /// is open to the whole country.
    fn organisers(&self, cell: &StepCell, level: Level) -> Vec<&'a OrganisationId> {
        let public = matches!(level, Level::Municipal | Level::Specialist);
        let near = cell.fits.iter();
        let near = near.filter(|own| own.is_near() || (!public && !own.coming));
        let offers = near.filter_map(|own| self.desk.offer(&own.offer));
        offers.flat_map(|offer| &offer.organisers).collect()
    }

    fn cell(&self, municipality: Option<MunicipalityNo>, from: Side, to: Side) -> HandOverCell {
        let (givers, takers) = (self.with_above(&from), self.with_above(&to));
        let answers = self.desk.agreements.iter().filter_map(|agreement| {
            let agreed = self.agreed(agreement, &givers, &takers)?;
            Some((agreed, &agreement.id))
        });
        let answers: Vec<_> = answers.collect();
        let agreed = answers.iter().map(|(agreed, _)| *agreed).min();
        let agreed = agreed.unwrap_or(Agreed::No);
        let said = answers.into_iter().filter(|(own, _)| *own == agreed);
        let agreements: Vec<AgreementId> = said.map(|(_, id)| id.clone()).collect();
        let obligations = self.desk.obligations.iter().filter(|own| {
            self.binds(own) && {
                let names = |side: &BTreeSet<&OrganisationId>| {
                    own.bound.iter().any(|bound| side.contains(bound))
                };
                let stands = own
                    .agreement
                    .as_ref()
                    .is_some_and(|id| agreements.contains(id));
                let of_all = own.bound.is_empty() && agreed == Agreed::Yes && stands;
                of_all || (names(&givers) && names(&takers))
            }
        });
        HandOverCell {
            municipality,
            agreed,
            obligations: obligations.map(|own| own.id.clone()).collect(),
            agreements,
            from,
            to,
        }
    }

    /// The organisations of a side with all that they are parts of: a centre is bound with its trust.
    fn with_above<'s>(&'s self, side: &'s Side) -> BTreeSet<&'s OrganisationId> {
        let mut all: BTreeSet<&OrganisationId> = side.organisations.iter().collect();
        for own in &side.organisations {
            all.extend(self.above.get(own).into_iter().flatten().copied());
        }
        all
    }

    /// What an agreement says of two sides; nothing where it does not name both, or is over, or is one
    /// that nobody joins.
    fn agreed(
        &self,
        agreement: &Agreement,
        givers: &BTreeSet<&OrganisationId>,
        takers: &BTreeSet<&OrganisationId>,
    ) -> Option<Agreed> {
        let kinds = [
            AgreementKind::Cooperation,
            AgreementKind::Service,
            AgreementKind::Special,
        ];
        let over = agreement
            .until
            .into_known()
            .is_some_and(|until| until < self.as_of);
        if over || !kinds.contains(&agreement.kind) {
            return None;
        }
        let parties = self.parties.get(&agreement.id)?;
        let joined = |side: &BTreeSet<&OrganisationId>| -> Option<Option<bool>> {
            let states = parties.iter().filter(|(id, _)| side.contains(**id));
            let states: Vec<Option<bool>> = states
                .filter(|(_, state)| **state != Fact::Known(PartyState::Left))
                .map(|(_, state)| state.into_known().map(|own| own == PartyState::Joined))
                .collect();
            // One who joined is enough, then one of whom nobody says.
            states.into_iter().max_by_key(|own| match own {
                Some(true) => 2,
                None => 1,
                Some(false) => 0,
            })
        };
        let (from, to) = (joined(givers)?, joined(takers)?);
        let begun = agreement.from.into_known().map(|from| from <= self.as_of);
        if agreement.proposed == Some(true) || begun == Some(false) {
            return Some(Agreed::Proposed);
        }
        Some(match (from, to, begun) {
            (Some(true), Some(true), Some(true)) => Agreed::Yes,
            (Some(false), _, _) | (_, Some(false), _) => Agreed::Proposed,
            _ => Agreed::CannotTell,
        })
    }

    /// True for a duty that binds on the date, as far as its row says.
    fn binds(&self, obligation: &Obligation) -> bool {
        let kind = !matches!(
            obligation.kind,
            ObligationKind::History | ObligationKind::Proposal
        );
        let begun = obligation.from.is_none_or(|from| from <= self.as_of);
        let goes_on = obligation.until.is_none_or(|until| self.as_of <= until);
        let agreement = obligation.agreement.as_ref();
        let agreement =
            agreement.and_then(|id| self.desk.agreements.iter().find(|own| own.id == *id));
        let holds = agreement.is_none_or(|own| {
            let over = own
                .until
                .into_known()
                .is_some_and(|until| until < self.as_of);
            let later = own.from.into_known().is_some_and(|from| self.as_of < from);
            own.proposed != Some(true) && !over && !later
        });
        kind && begun && goes_on && holds && obligation.waived.is_none()
    }
}

/// An organisation with all that it is part of.
fn above<'a>(desk: &'a Desk, id: &'a OrganisationId) -> BTreeSet<&'a OrganisationId> {
    let mut found = BTreeSet::new();
    let mut next = Some(id);
    // A loop of parents ends where it was before.
    while let Some(id) = next.filter(|id| found.insert(*id)) {
        next = desk.organisation(id).and_then(|own| own.parent.as_ref());
    }
    found
}
