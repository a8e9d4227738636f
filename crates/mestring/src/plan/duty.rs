//! What a leader does in a run, and who else could do it.

use mestring_model::Desk;
use mestring_model::id::Slug;
use mestring_model::noun::{Leader, LeaderState, Run};

/// What a run has a leader for.
pub(crate) struct Duty {
    /// What the run needs of the leader; where it states no need, what the leader has.
    pub(crate) needed: Vec<Slug>,
    /// Of what the run needs that which none of its other leaders has.
    only: Vec<Slug>,
}

impl Duty {
    pub(crate) fn of(desk: &Desk, run: &Run, leader: &Leader) -> Self {
        let own = leader.competences.iter();
        let needed: Vec<Slug> = own
            .filter(|own| run.needs.is_empty() || run.needs.contains(own))
            .cloned()
            .collect();
        let beside = desk.leaders.iter();
        let beside = beside.filter(|own| own.id != leader.id && run.leaders.contains(&own.id));
        let covered: Vec<&Slug> = beside.flat_map(|own| &own.competences).collect();
        let only = needed
            .iter()
            .filter(|need| run.needs.contains(need) && !covered.contains(need));
        Duty {
            only: only.cloned().collect(),
            needed,
        }
    }

    /// Whether somebody else could do it: whoever is confirmed and has all that nobody beside them has and
    /// the run needs, and something of what it needs of the leader.
    pub(crate) fn is_for(&self, other: &Leader) -> bool {
        let has = |need: &Slug| other.competences.contains(need);
        other.state == LeaderState::Confirmed
            && self.only.iter().all(has)
            && self.needed.iter().any(has)
    }
}
