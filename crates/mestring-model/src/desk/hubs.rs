//! Where groups follow runs that are held elsewhere, and what must hold of those rows.

use std::collections::BTreeSet;

use super::Desk;
use crate::fact::Fact;
use crate::finding::{Finding, KeyProblem};
use crate::id::{RoomId, RunId};
use crate::noun::{Format, Hub, Run, RunState};

impl Desk {
    /// The groups that follow a run elsewhere, in the order of their rows.
    pub fn hubs_of<'a>(&'a self, run: &'a RunId) -> impl Iterator<Item = &'a Hub> {
        self.hubs.iter().filter(move |own| own.run == *run)
    }

    /// The rooms that stand in the rows of a run: its own, then those of the groups that follow it
    /// elsewhere, as far as they are stated. Of a run that is wished for they are no bookings.
    pub fn rooms_of<'a>(&'a self, run: &'a Run) -> impl Iterator<Item = &'a RoomId> {
        let elsewhere = self.hubs_of(&run.id).filter_map(|own| own.room.as_ref());
        run.room.iter().chain(elsewhere)
    }

    /// How a run is given: as it states itself, else as its offer does.
    pub fn format_of(&self, run: &Run) -> Fact<Format> {
        let offer = self.offer(&run.offer);
        run.format
            .or(offer.map_or(Fact::NotStated, |own| own.format))
    }
}

/// A group sits in a room of the organisation that is named, no room is had twice at once, and only a
/// run that is sent out can be followed elsewhere. References that lead nowhere were said already.
pub(super) fn verify(desk: &Desk, findings: &mut Vec<Finding>) {
    let mut booked: BTreeSet<(&RunId, &RoomId)> = BTreeSet::new();
    for (at, own) in desk.hubs.iter().enumerate() {
        let Some(run) = desk.run(&own.run) else {
            continue;
        };
        let place = |column| desk.cell_place::<Hub>(at, column);
        match &own.room {
            Some(id) => {
                let owner = desk.room(id).map(|room| room.organisation.as_ref());
                if owner.is_some_and(|owner| owner != Some(&own.organisation)) {
                    let problem = KeyProblem::HubRoomElsewhere {
                        room: id.to_string(),
                        organisation: own.organisation.to_string(),
                    };
                    findings.push(Finding::new(place("room"), problem));
                }
                let first = booked.insert((&own.run, id)) && run.room.as_ref() != Some(id);
                if !first {
                    let problem = KeyProblem::HubRoomTwice {
                        run: own.run.to_string(),
                        room: id.to_string(),
                    };
                    findings.push(Finding::new(place("room"), problem));
                }
            }
            None if run.state == RunState::Decided => {
                let problem = KeyProblem::HubWithoutRoom {
                    run: own.run.to_string(),
                    organisation: own.organisation.to_string(),
                };
                findings.push(Finding::new(place("room"), problem));
            }
            None => {}
        }
        if let Fact::Known(format) = desk.format_of(run)
            && !matches!(format, Format::Hybrid | Format::Relayed)
        {
            let problem = KeyProblem::HubOfFormat {
                run: own.run.to_string(),
                format,
            };
            findings.push(Finding::new(place("run"), problem));
        }
    }
}
