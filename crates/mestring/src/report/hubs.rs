//! Where a run is held, and where groups follow it at the same times.

use mestring_model::id::{OrganisationId, RoomId};

use super::View;
use crate::plan::Placement;

impl View<'_> {
    /// The room of a run, and below it those in which groups follow it; empty without any.
    pub(super) fn rooms(&self, own: &Placement) -> String {
        self.in_rooms(own.room.as_ref(), &own.hubs, "\n")
    }

    /// A room and those in which groups follow what is held there, with this between both parts.
    pub(super) fn in_rooms(
        &self,
        room: Option<&RoomId>,
        hubs: &[(OrganisationId, RoomId)],
        between: &str,
    ) -> String {
        let room = room.map(|room| self.room(room));
        let followed = (!hubs.is_empty()).then(|| {
            let rooms = self.texts.list(self.hubs(hubs));
            self.texts
                .say("plan-followed-in", &[("rooms", rooms.into())])
        });
        let parts = room.into_iter().chain(followed);
        parts.collect::<Vec<_>>().join(between)
    }

    /// Each room with the organisation whose it is.
    pub(super) fn hubs(&self, hubs: &[(OrganisationId, RoomId)]) -> Vec<String> {
        let hubs = hubs.iter().map(|(organisation, room)| {
            format!("{} ({})", self.room(room), self.organisation(organisation))
        });
        hubs.collect()
    }
}

#[cfg(test)]
mod tests;
