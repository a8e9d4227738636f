//! By when a person must have begun, for each thing that they wait for.

use chrono::NaiveDate;
use mestring_model::Fact;
use mestring_model::id::{OfferId, TargetGroupId};
use mestring_model::noun::Referral;

/// What a referral asks for, and the last day on which that must have begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Due {
    offer: Option<OfferId>,
    group: Option<TargetGroupId>,
    deadline: Fact<NaiveDate>,
}

impl Due {
    pub(super) fn of(referral: &Referral) -> Self {
        Due {
            offer: referral.offer.clone(),
            group: referral.target_group.clone(),
            deadline: referral.deadline,
        }
    }

    /// Whether a run of this offer, for these groups, is what the referral asks for.
    fn asks_for(&self, offer: &OfferId, groups: &[TargetGroupId]) -> bool {
        match (&self.offer, &self.group) {
            (Some(own), _) => own == offer,
            (None, Some(own)) => groups.contains(own),
            (None, None) => false,
        }
    }
}

/// Whether a run that starts on a day starts by the deadlines that it has to keep: of the referrals that ask
/// for it or, where none does because somebody chose the run by hand, of all. Not stated where none
/// of them has a deadline.
pub(super) fn starts_by_deadline(
    dues: &[Due],
    offer: &OfferId,
    groups: &[TargetGroupId],
    starts: NaiveDate,
) -> Fact<bool> {
    let is_asked_for = dues.iter().any(|due| due.asks_for(offer, groups));
    let own = dues
        .iter()
        .filter(|due| !is_asked_for || due.asks_for(offer, groups));
    // One that has passed is enough for no, and one that nobody knows to leave a yes open.
    own.fold(Fact::NotStated, |all, due| {
        let own = due.deadline.map(|deadline| starts <= deadline);
        match (all, own) {
            (Fact::Known(false), _) | (_, Fact::Known(false)) => Fact::Known(false),
            (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
            (Fact::Known(true), _) | (_, Fact::Known(true)) => Fact::Known(true),
            (Fact::NotStated, Fact::NotStated) => Fact::NotStated,
        }
    })
}
