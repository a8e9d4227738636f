//! Why an event cannot be applied, in each language.

use mestring_model::noun::BudgetKind;

use super::FoundAndHelp;
use crate::decide::{EventError, NoSeat, WhatIfError};
use crate::text::Texts;

impl Texts {
    /// Why an event cannot be applied to a desk.
    pub fn event_error(&self, own: &EventError) -> FoundAndHelp {
        match own {
            EventError::Decide(error) => self.decide_error(error),
            EventError::NoSuchLeader { leader, nearest } => {
                let args = [("leader", leader.as_str().into())];
                self.error_near("no-such-leader", &args, nearest.as_deref())
            }
            EventError::NotDecided { run, state } => {
                let state = self.term(*state);
                let args = [("run", run.as_str().into()), ("state", state.into())];
                self.error("not-decided", &args)
            }
            EventError::HeldByRun { room, date, run } => {
                let args = [
                    ("room", room.as_str().into()),
                    ("date", self.date(*date).into()),
                    ("run", run.as_str().into()),
                ];
                self.error("held-by-run", &args)
            }
            EventError::NoSeat { run, why } => {
                let run = ("run", run.as_str().into());
                match why {
                    NoSeat::State(state) => {
                        let state = self.term(*state);
                        self.error("no-seat-state", &[run, ("state", state.into())])
                    }
                    NoSeat::Nobody => self.error("no-seat-nobody", &[run]),
                }
            }
            EventError::EndsBeforeStart { from, until } => {
                let args = [
                    ("from", self.date(*from).into()),
                    ("until", self.date(*until).into()),
                ];
                self.error("ends-before-start", &args)
            }
            EventError::NoSuchBudget { budget, nearest } => {
                let args = [("budget", budget.as_str().into())];
                self.error_near("no-such-budget", &args, nearest.as_deref())
            }
            EventError::OtherUnit { budget, kind } => {
                let id = match kind {
                    BudgetKind::Money => "other-unit-money",
                    BudgetKind::AdviserHours => "other-unit-hours",
                };
                self.error(id, &[("budget", budget.as_str().into())])
            }
            EventError::CutOutOfBounds { budget, cut, holds } => {
                let args = [
                    ("budget", budget.as_str().into()),
                    ("cut", cut.into()),
                    ("holds", holds.into()),
                ];
                self.error("cut-out-of-bounds", &args)
            }
            EventError::AlreadyConfirmed { leader } => {
                self.error("already-confirmed", &[("leader", leader.as_str().into())])
            }
        }
    }

    /// Why nobody can say what would become of a plan; the number of the event stands before it.
    pub fn what_if_error(&self, own: &WhatIfError) -> FoundAndHelp {
        match own {
            WhatIfError::Decide(error) => self.decide_error(error),
            WhatIfError::Event { number, error } => {
                let (found, help) = self.event_error(error);
                let args = [
                    ("number", number.to_string().into()),
                    ("found", found.into()),
                ];
                (self.say("error-event", &args), help)
            }
        }
    }
}
