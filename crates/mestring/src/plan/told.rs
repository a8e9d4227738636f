//! What the timetable engine found, in the desk's words.

use super::layout::{Asks, LEADERS, Layout, expected};
use super::refusal::{lacks_of, refuse};
use super::search::{DECIDED, HELD, Search, Turn, holder, level};
use super::{
    Certainty, Holder, Lack, Ledger, Outcome, Period, Plan, PlanLevel, PlannedRun, Refusal,
    Shortage, Sureness, Ways,
};
use crate::timetable::{self, Order, Reason, Solution, Status};

/// A solution with everything that its positions stand for. Of those that ask, runs that are decided
/// come first, then the turns.
pub(super) struct Told<'a> {
    pub(super) search: Search,
    pub(super) turns: &'a [Turn<'a>],
    pub(super) asks: &'a [Asks<'a>],
    pub(super) layout: &'a Layout<'a>,
    pub(super) solution: &'a Solution,
    pub(super) proven: bool,
    /// Whatever is placed counts before what is refused.
    pub(super) keeps_all: bool,
}

impl Told<'_> {
    /// How many runs that are decided ask before the turns.
    fn decided(&self) -> usize {
        self.asks.len().saturating_sub(self.turns.len())
    }

    /// Who holds what the run at a position of the engine has.
    fn holder(&self, at: usize) -> Option<Holder> {
        match at.checked_sub(self.decided()) {
            Some(nth) => self.turns.get(nth).map(holder),
            None => self.asks.get(at).map(|own| Holder {
                class: None,
                run: own.run.id.clone(),
            }),
        }
    }

    /// The plan; `ledger` is as it was before it, and is filled on the way.
    pub(super) fn plan(&self, period: Period, mut ledger: Ledger<'_>) -> Plan {
        let mut runs: Vec<(usize, PlannedRun)> = Vec::with_capacity(self.turns.len());
        let mut refused: Vec<(usize, &Turn<'_>)> = Vec::new();
        let decided = self.decided();
        self.take_decided(&mut ledger);
        for (nth, turn) in self.turns.iter().enumerate() {
            match self.placement(decided + nth) {
                Some(placement) => {
                    ledger.take_placed(&holder(turn), turn.run, &placement);
                    runs.push(planned(turn, Outcome::Placed(placement)));
                }
                None => refused.push((nth, turn)),
            }
            let next = self.turns.get(nth + 1);
            // Whoever counts before or beside a refused run is in the ledger when it is told why.
            let ready = |(at, refused): &(usize, &Turn<'_>)| match (self.search.order, next) {
                (_, None) => true,
                _ if self.keeps_all => false,
                (Order::Strict, Some(_)) => *at == nth,
                // A run worth nothing waits until all others are placed.
                (Order::MostValue, Some(next)) => {
                    level(refused) < level(next) && expected(refused.run).unwrap_or(0) > 0
                }
            };
            let (now, later) = refused.into_iter().partition(ready);
            refused = later;
            runs.extend(now.into_iter().map(|(at, turn): (usize, &Turn<'_>)| {
                let refusal = self.refusal(&ledger, at, turn);
                planned(turn, Outcome::Refused(refusal))
            }));
        }
        runs.sort_by_key(|(at, _)| *at);
        Plan {
            period,
            order: self.search.order,
            levels: self.levels(),
            stopped: self.solution.stopped,
            runs: runs.into_iter().map(|(_, planned)| planned).collect(),
        }
    }

    /// Books what the decided runs among those that ask have.
    fn take_decided(&self, ledger: &mut Ledger<'_>) {
        for (at, asks) in self.asks.iter().enumerate().take(self.decided()) {
            if let (Some(holder), Some(placement)) = (self.holder(at), self.placement(at)) {
                ledger.take_placed(&holder, asks.run, &placement);
            }
        }
    }

    /// Why a decided run has no place; `ledger` is as it was before any of those that ask, of which only
    /// the decided ones count before it.
    pub(super) fn decided_refusal(&self, ledger: &Ledger<'_>, nth: usize) -> Option<Refusal> {
        let wanted = self.asks.get(nth)?.wanted.as_ref()?;
        let mut ledger = ledger.clone();
        self.take_decided(&mut ledger);
        Some(Refusal {
            certainty: self.certainty(nth, true),
            ..refuse(&ledger, wanted, Ways::default())
        })
    }

    pub(super) fn placement(&self, nth: usize) -> Option<super::Placement> {
        let at = self.solution.placements.get(nth)?.as_ref()?;
        self.layout.placement(nth, at)
    }

    fn refusal(&self, ledger: &Ledger<'_>, nth: usize, turn: &Turn<'_>) -> Refusal {
        if let Some(verdict) = turn.against {
            let lack = Lack::DecidedAgainst {
                role: verdict.role.clone(),
                on: verdict.on,
            };
            return Refusal {
                shortages: vec![Shortage::of(lack)],
                each_enough_alone: true,
                certainty: Certainty::NotWeighed,
                remedies: None,
            };
        }
        let mut missing = lacks_of(ledger, turn.run, turn.ranked.ways);
        let hubs = ledger.desk.hubs_of(&turn.run.id).count();
        let needs = turn.run.needs.len() + hubs;
        if needs > LEADERS {
            missing.push(Shortage::of(Lack::TooManyNeeds {
                needs,
                hubs,
                most: LEADERS,
            }));
        }
        let nth = self.decided() + nth;
        let weighed = self.asks.get(nth).and_then(|own| own.wanted.as_ref());
        let certainty = self.certainty(nth, weighed.is_some());
        match weighed.filter(|_| missing.is_empty()) {
            Some(wanted) => Refusal {
                certainty,
                ..refuse(ledger, wanted, turn.ranked.ways)
            },
            None => Refusal {
                shortages: missing,
                each_enough_alone: false,
                certainty,
                remedies: None,
            },
        }
    }

    fn certainty(&self, nth: usize, weighed: bool) -> Certainty {
        if !weighed {
            return Certainty::NotWeighed;
        }
        let own = |refusal: &&timetable::Refusal| refusal.run as usize == nth;
        let reason = self.solution.refusals.iter().find(own);
        let holders = |runs: &[u32]| {
            let mut runs = runs.to_vec();
            runs.sort_unstable();
            let holders = runs.iter().filter_map(|at| self.holder(*at as usize));
            holders.collect()
        };
        match reason.map(|refusal| &refusal.reason) {
            Some(Reason::NoWay { .. }) if self.proven => Certainty::NoWay,
            Some(Reason::Sum {
                sum, holders: by, ..
            }) if self.proven => match self.layout.drawn(*sum) {
                Some(on) => Certainty::Drawn {
                    on,
                    by: holders(by),
                },
                None => Certainty::NotProven,
            },
            Some(Reason::Capacity {
                resources,
                holders: by,
                missing,
            }) if self.proven => Certainty::Full {
                of: resources
                    .iter()
                    .filter_map(|at| self.layout.resource(*at))
                    .collect(),
                by: holders(by),
                missing: *missing,
            },
            // With nobody beside it either: one leader would have to be in two places at a session.
            Some(Reason::Conflict { with }) if self.proven && with.is_empty() => Certainty::NoWay,
            Some(Reason::Conflict { with }) if self.proven => Certainty::Conflict {
                with: holders(with),
            },
            _ => Certainty::NotProven,
        }
    }

    fn levels(&self) -> Vec<PlanLevel> {
        if self.keeps_all {
            return Vec::new();
        }
        let level_of = |told: &timetable::Level| {
            let own = self
                .asks
                .iter()
                .zip(&self.solution.placements)
                .filter(|(asks, _)| asks.class == told.class);
            let mut level = PlanLevel {
                class: told
                    .class
                    .checked_sub(HELD)
                    .filter(|class| *class > 0)
                    .map(|class| class as usize),
                runs: 0,
                placed: 0,
                participants: 0,
                unknown: 0,
                not_weighed: 0,
                refused_unknown: 0,
                sureness: match &told.status {
                    _ if !self.proven => Sureness::NotProven,
                    Status::Proven(_) => Sureness::Proven,
                    Status::ProvenGiven(_) => Sureness::ProvenGiven,
                    Status::Gap { bound, .. } => Sureness::AtMost {
                        participants: *bound,
                    },
                    Status::Unproven => Sureness::NotProven,
                },
            };
            for (asks, placement) in own {
                level.runs += 1;
                if placement.is_some() {
                    level.placed += 1;
                    match expected(asks.run) {
                        Some(expected) => level.participants += u64::from(expected),
                        None => level.unknown += 1,
                    }
                } else if asks.wanted.is_none() {
                    level.not_weighed += 1;
                } else if expected(asks.run).is_none() {
                    level.refused_unknown += 1;
                }
            }
            level
        };
        let levels = self.solution.levels.iter();
        let asked = levels.filter(|level| level.class != DECIDED);
        asked.map(level_of).collect()
    }
}

fn planned(turn: &Turn<'_>, outcome: Outcome) -> (usize, PlannedRun) {
    let planned = PlannedRun {
        run: turn.run.id.clone(),
        index: turn.ranked.run,
        class: turn.ranked.class,
        ways: turn.ranked.ways,
        outcome,
        decided: turn.decided,
    };
    (turn.at, planned)
}
