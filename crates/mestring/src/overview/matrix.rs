//! Target groups against levels.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::id::{OfferId, TargetGroupId};
use mestring_model::noun::{Level, Lifecycle, Offer};
use mestring_model::term::Term;
use mestring_model::{Desk, Fact};

use super::answers::{Answers, Empty, answers};
use super::{Position, ToAsk, is_over};
use crate::topics::Topics;

/// Offers of one target group, by level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow {
    /// The target group; `None` for offers of which no group is known.
    pub group: Option<TargetGroupId>,
    /// A cell for each level in the order of [`Level`], then one for offers whose level is not known.
    pub cells: Vec<OverviewCell>,
}

/// Offers of one target group at one level. An offer for several groups stands in each of their rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewCell {
    /// The level; `None` where it is not known.
    pub level: Option<Level>,
    /// Offers in reach of the centre's area, by state.
    pub states: StateCounts,
    /// Those offers, in the order of the desk.
    pub offers: Vec<OfferId>,
    /// Offers that people of the area cannot use.
    pub outside: usize,
    /// Offers whose row does not say how far they reach.
    pub reach_not_known: usize,
    /// Why there is nothing that people of the area can use; nothing where there is something, or
    /// where the group or the level is not known.
    pub empty: Option<Empty>,
    /// What was asked and answered; nothing where the group or the level is not known.
    pub answers: Option<Answers>,
}

/// Offers by how far their source says they have come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StateCounts {
    /// Offered already.
    pub established: usize,
    /// Being prepared.
    pub planned: usize,
    /// On the way to a first run.
    pub starting_up: usize,
    /// The source says nothing, or nobody knows.
    pub not_stated: usize,
    /// No longer offered.
    pub discontinued: usize,
}

impl StateCounts {
    fn add(&mut self, offer: &Offer) {
        match offer.lifecycle {
            Fact::Known(Lifecycle::Established) => self.established += 1,
            Fact::Known(Lifecycle::Planned) => self.planned += 1,
            Fact::Known(Lifecycle::StartingUp) => self.starting_up += 1,
            Fact::Known(Lifecycle::Discontinued) => self.discontinued += 1,
            Fact::NotStated | Fact::Unknown => self.not_stated += 1,
        }
    }

    /// All that are not over.
    pub fn current(self) -> usize {
        self.established + self.planned + self.starting_up + self.not_stated
    }
}

pub(super) fn rows(
    desk: &Desk,
    topics: &Topics,
    positions: &[Position],
    to_ask: &BTreeMap<Level, ToAsk>,
    as_of: NaiveDate,
) -> Vec<OverviewRow> {
    let groups = desk.target_groups.iter().map(|group| Some(&group.id));
    groups
        .chain([None])
        .map(|group| {
            let levels = Level::all().iter().copied().map(Some).chain([None]);
            OverviewRow {
                group: group.cloned(),
                cells: levels
                    .map(|level| {
                        let (mut cell, listed) = cell(desk, topics, positions, group, level);
                        let asked = group.zip(level).zip(level.and_then(|own| to_ask.get(&own)));
                        if let Some((about, to_ask)) = asked {
                            let (answers, empty) = answers(desk, about, to_ask, &listed, as_of);
                            cell.empty = (cell.states.current() == 0).then_some(empty);
                            cell.answers = Some(answers);
                        }
                        cell
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The cell, and the offers that may stand in it: current, and not known to be out of reach.
fn cell<'a>(
    desk: &'a Desk,
    topics: &Topics,
    positions: &[Position],
    group: Option<&TargetGroupId>,
    level: Option<Level>,
) -> (OverviewCell, Vec<&'a OfferId>) {
    let mut cell = OverviewCell {
        level,
        states: StateCounts::default(),
        offers: Vec::new(),
        outside: 0,
        reach_not_known: 0,
        empty: None,
        answers: None,
    };
    let mut listed = Vec::new();
    let rows = desk.offers.iter().zip(topics.offers()).zip(positions);
    for ((offer, about), position) in rows {
        let served = match group {
            Some(group) => about.target_groups.contains(group),
            None => about.target_groups.is_empty(),
        };
        if !served || offer.level.into_known() != level {
            continue;
        }
        if *position != Position::Outside && !is_over(offer) {
            listed.push(&offer.id);
        }
        match position {
            Position::InArea => {
                cell.states.add(offer);
                cell.offers.push(offer.id.clone());
            }
            // What is over and out of reach is nobody's offer.
            Position::Outside if !is_over(offer) => cell.outside += 1,
            Position::NotKnown if !is_over(offer) => cell.reach_not_known += 1,
            Position::Outside | Position::NotKnown => {}
        }
    }
    (cell, listed)
}
