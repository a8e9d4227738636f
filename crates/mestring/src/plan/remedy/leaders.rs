//! What would be enough of leaders.

use mestring_model::id::Slug;
use mestring_model::noun::LeaderState;

use super::again::{Case, Tried, fewer};
use super::{Change, Remedy};
use crate::plan::layout::Sum;
use crate::plan::place::Need;

impl Case<'_> {
    /// Those confirmed who have the competence, by their positions in the desk.
    fn able(&self, competence: &Slug) -> &[usize] {
        let mut needs = self.wanted.leaders.iter();
        let own = needs.find(|(own, _)| own == competence);
        own.map_or(&[], |(_, able)| able)
    }

    /// One more leader.
    pub(super) fn leader(&self, competence: &Slug) -> Tried {
        let need = Need::Leader(competence);
        let Some(slots) = self.sessions_with(need, self.always(), |_| 0)? else {
            return Ok(None);
        };
        let setting = self.with_one_more(&slots, |own, _| own == need);
        let change = Change::Leader {
            competence: competence.clone(),
            slots: self.layout.times(&slots),
        };
        self.verified(change, setting)
    }

    /// The first who was asked, else the first who is wished for.
    pub(super) fn confirm(&self, competence: &Slug) -> Tried {
        let leaders = &self.ledger.desk.leaders;
        for state in [LeaderState::Asked, LeaderState::Wished] {
            for (at, leader) in leaders.iter().enumerate() {
                if leader.state != state || !leader.competences.contains(competence) {
                    continue;
                }
                let mut setting = self.layout.setting.clone();
                let resource = self.layout.leader(at);
                let free = self
                    .layout
                    .free(|slot| self.ledger.leader_holding(at, slot).is_none());
                if let Some(own) = setting.resources.get_mut(resource as usize) {
                    own.free = free;
                }
                self.offer(&mut setting, resource, |need, _| match need {
                    Need::Leader(asked) => leader.competences.contains(asked),
                    Need::Room | Need::Hub(_) => false,
                });
                let change = Change::Confirm {
                    leader: leader.id.clone(),
                    state,
                };
                if let Some(remedy) = self.verified(change, setting)? {
                    return Ok(Some(remedy));
                }
            }
        }
        Ok(None)
    }

    /// A confirmed leader at other times: the one for whom the fewest are enough.
    pub(super) fn leader_then(&self, competence: &Slug) -> Tried {
        let need = Need::Leader(competence);
        let mut best: Option<Remedy> = None;
        for at in self.able(competence) {
            let Some(leader) = self.ledger.desk.leaders.get(*at) else {
                continue;
            };
            let free = self.layout.free(|slot| !self.held.leads_at(*at, slot));
            let change = |slots| Change::LeaderThen {
                leader: leader.id.clone(),
                slots,
            };
            let found = self.then(self.layout.leader(*at), need, free, change)?;
            best = fewer(best, found);
        }
        Ok(best)
    }

    /// A leader's limit, raised no more than is needed: the leader for whom the least is enough.
    pub(super) fn half_days(&self, competence: &Slug) -> Tried {
        let sessions = self.wanted.pattern.sessions();
        for more in 1..=sessions {
            for at in self.able(competence) {
                let sum = self.layout.sums.iter();
                let Some(sum) = sum.clone().position(|own| *own == Sum::HalfDays(*at)) else {
                    continue;
                };
                let Some(leader) = self.ledger.desk.leaders.get(*at) else {
                    continue;
                };
                let setting = self.with_more(sum, i64::from(more));
                let change = Change::HalfDays {
                    leader: leader.id.clone(),
                    more,
                };
                if let Some(remedy) = self.verified(change, setting)? {
                    return Ok(Some(remedy));
                }
            }
        }
        Ok(None)
    }
}
