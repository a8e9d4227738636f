//! Runs on things that one run at a time can use, in strict order of priority.
//!
//! A [`Problem`] holds runs, the ways to hold each of them, the resources and the sums that they use.
//! [`solve`] places them in an [`Order`], says how good that is by level and why each run without a
//! place has none. [`check()`] verifies all of it from the problem alone. After a change [`replan()`]
//! places them again and moves as few as it can of those that were placed; [`check_moves`] verifies
//! that. [`solve_with`] asks a [`Second`] oracle for what the search leaves open, such as `Pumpkin` with
//! the feature `pumpkin`. The engine knows positions, slots and amounts; rooms, leaders, dates and rules are the
//! caller's.

mod board;
mod bound;
mod capacity;
mod check;
mod crowding;
mod error;
mod exhaust;
mod ladder;
mod oracle;
mod problem;
#[cfg(feature = "pumpkin")]
mod pumpkin;
mod refusal;
mod relaxation;
mod remedy;
mod replan;
mod second;
mod simplex;
mod solve;
mod validate;
mod walk;

pub use check::{check, check_feasible};
pub use crowding::Weights;
pub use error::{Fault, TimetableError};
pub use ladder::Order;
pub use oracle::{Answer, Backtracking, Oracle};
pub use problem::{NEEDS, Pattern, Placement, Problem, Resource, Run, Setting, Standing};
#[cfg(feature = "pumpkin")]
pub use pumpkin::Pumpkin;
pub use refusal::{Reason, Refusal};
pub use relaxation::{Certificate, Cuts};
pub use remedy::{Change, Remedy, remedies};
pub use replan::{Changed, Fate, Moves, Repeated, Replanned, check_moves, replan};
pub use second::Second;
pub use solve::{Level, Limits, Progress, Proof, Solution, Status, solve, solve_with};
