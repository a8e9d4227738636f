//! For whom seats are kept, and how many there are to keep.

use std::collections::BTreeSet;

use super::Desk;
use crate::fact::Fact;
use crate::id::RunId;
use crate::noun::{OrganisationKind, ReservedSeats};
use crate::quantity::MunicipalityNo;

impl Desk {
    /// The municipalities whose people may have reserved seats, as rows write them: those that the
    /// reservation lists, those of its committee, and those of its partner. Empty where the desk knows of
    /// none.
    pub fn reserved_for(&self, reserved: &ReservedSeats) -> BTreeSet<MunicipalityNo> {
        let mut all: BTreeSet<MunicipalityNo> = reserved.municipalities.iter().copied().collect();
        if let Some(committee) = &reserved.committee {
            let area = self.area.iter();
            let area = area.filter(|own| own.committee.as_ref() == Some(committee));
            all.extend(area.map(|own| own.municipality));
            let seats = self.members.iter().filter(|own| own.body == *committee);
            all.extend(seats.flat_map(|own| own.municipalities.iter().copied()));
        }
        if let Some(partner) = &reserved.organisation {
            // Where a hospital lies says nothing of whom it serves.
            let municipal = |own: &&crate::noun::Organisation| {
                own.kind == OrganisationKind::Municipality
                    && (own.id == *partner || own.parent.as_ref() == Some(partner))
            };
            let own = self.organisations.iter().filter(municipal);
            all.extend(own.filter_map(|own| own.municipality));
            let seats = self.members.iter();
            let seats = seats.filter(|own| own.organisation == *partner);
            all.extend(seats.flat_map(|own| own.municipalities.iter().copied()));
        }
        all
    }

    /// The seats of a run: its own, else the most that its offer states.
    pub fn seats_of(&self, run: &RunId) -> Fact<u32> {
        let Some(run) = self.run(run) else {
            return Fact::NotStated;
        };
        let offer = self.offer(&run.offer);
        let stated = offer.map_or(Fact::NotStated, |own| own.seats.map(|seats| seats.most()));
        if run.seats.is_known() {
            run.seats
        } else {
            stated.or(run.seats)
        }
    }
}
