//! Rooms of groups that follow a run elsewhere, at the same times.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Desk;
use mestring_model::id::{OrganisationId, RoomId, RunId, Slug};
use mestring_model::noun::{Hub, Run};

use super::place::{Wanted, augment, does, rooms_that_do};
use super::{Ledger, Slot};

/// What a group that follows a run elsewhere wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HubWanted {
    /// In whose room it sits.
    pub(super) organisation: OrganisationId,
    /// How many they are; `None` where nobody says.
    pub(super) seats: Option<u32>,
    pub(super) equipment: Vec<Slug>,
    /// The rooms of the organisation that would do, the tightest fit first.
    pub(super) rooms: Vec<usize>,
}

/// The rooms that would do for a run in the place of one that it has, for the run itself or for a group
/// that follows it there, the tightest fit first.
pub(crate) fn rooms_instead(desk: &Desk, run: &Run, lost: &RoomId) -> Vec<usize> {
    let rooms = match run.room.as_ref() == Some(lost) {
        true => rooms_that_do(desk, run),
        false => {
            let mut hubs = hubs_of(desk, &run.id).into_iter();
            let hub = hubs.find(|hub| hub.room.as_ref() == Some(lost));
            hub.map_or_else(Vec::new, |hub| HubWanted::of(desk, hub).rooms)
        }
    };
    let other = |at: &usize| desk.rooms.get(*at).is_some_and(|own| own.id != *lost);
    rooms.into_iter().filter(other).collect()
}

/// The rows of the groups that follow a run elsewhere, in an order that is not that of the desk.
pub(super) fn hubs_of<'a>(desk: &'a Desk, run: &'a RunId) -> Vec<&'a Hub> {
    let mut hubs: Vec<&Hub> = desk.hubs_of(run).collect();
    hubs.sort_by_key(|own| (&own.organisation, own.seats, &own.equipment, &own.room));
    hubs
}

impl HubWanted {
    pub(super) fn of(desk: &Desk, hub: &Hub) -> Self {
        let seats = hub.seats.into_known();
        let mut rooms: Vec<usize> = (0..desk.rooms.len())
            .filter(|at| {
                desk.rooms.get(*at).is_some_and(|room| {
                    room.organisation.as_ref() == Some(&hub.organisation)
                        && does(room, seats, &hub.equipment)
                })
            })
            .collect();
        rooms.sort_by_key(|at| {
            let room = desk.rooms.get(*at);
            room.map(|room| (room.seats, room.id.clone()))
        });
        HubWanted {
            organisation: hub.organisation.clone(),
            seats,
            equipment: hub.equipment.clone(),
            rooms,
        }
    }
}

impl Wanted {
    /// The organisations that have too few rooms which pass for the groups that sit there, each with a
    /// group that gets none.
    pub(super) fn hubs_without(&self, passes: impl Fn(usize) -> bool) -> Vec<&HubWanted> {
        let mut by_organisation: BTreeMap<&OrganisationId, Vec<&HubWanted>> = BTreeMap::new();
        for own in &self.hubs {
            by_organisation
                .entry(&own.organisation)
                .or_default()
                .push(own);
        }
        let without = by_organisation.values().filter_map(|hubs| {
            let options: Vec<Vec<usize>> = hubs
                .iter()
                .map(|own| passing(&own.rooms, &passes))
                .collect();
            hubs.get(unseated(&options)?).copied()
        });
        without.collect()
    }

    /// The groups that get no room of their own at these times: for each organisation with too few that
    /// are free one of its groups; where there are enough for them alone, and one of these is the only
    /// free one for the run itself, that group.
    pub(super) fn hubs_short(&self, ledger: &Ledger<'_>, slots: &[Slot]) -> Vec<&HubWanted> {
        let free = |room: usize| {
            let held = |slot: &Slot| ledger.room_holding(room, *slot).is_some();
            !slots.iter().any(held)
        };
        // What nobody has at any time is another lack.
        let never: BTreeSet<&OrganisationId> = self
            .hubs_without(|_| true)
            .into_iter()
            .map(|own| &own.organisation)
            .collect();
        let mut short = self.hubs_without(free);
        short.retain(|own| !never.contains(&own.organisation));
        let own = self.rooms.iter().map(|rooms| passing(rooms, &free));
        let own: Vec<Vec<usize>> = own.filter(|rooms| !rooms.is_empty()).collect();
        if short.is_empty() && never.is_empty() && !own.is_empty() {
            let hubs = self.hubs.iter().map(|own| passing(&own.rooms, &free));
            let options: Vec<Vec<usize>> = own.into_iter().chain(hubs).collect();
            // The run's own room is seated first, and whoever is seated stays so.
            let left = unseated(&options).and_then(|at| self.hubs.get(at.checked_sub(1)?));
            short.extend(left);
        }
        short
    }
}

fn passing(rooms: &[usize], passes: &impl Fn(usize) -> bool) -> Vec<usize> {
    let rooms = rooms.iter().copied();
    rooms.filter(|room| passes(*room)).collect()
}

/// The first that gets none of its rooms where each before it has one of its own.
fn unseated(options: &[Vec<usize>]) -> Option<usize> {
    let mut holds = BTreeMap::new();
    (0..options.len()).find(|at| !augment(*at, options, &mut holds, &mut Vec::new()))
}
