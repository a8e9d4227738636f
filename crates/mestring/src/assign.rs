//! Who gets a place in which run.
//!
//! People stand in a fair order: those first who have a place already, then by class, then by the deadline on the referral, then by how long
//! they have waited, then by a recorded draw. Runs have seats, and each person could go to some of
//! the runs, at a preference cost. [`Problem::solve`] finds the set of people to serve that is best by
//! the order, and for that set the places of least cost; both exactly, in whole numbers, and with
//! prices that prove it ([`Assignment::check`]).
//!
//! How it works, from the order to the places:
//!
//! | module | question |
//! |---|---|
//! | `levels` | who gets a place, whatever it costs? |
//! | `parts` | which runs and people depend on each other? |
//! | `auction` | within a part, which run does each person get? |
//! | `path` | what is the cheapest chain of moves when one seat or person changes? |
//! | `change` | seats and people that come and go |
//! | `minimum` | which runs are held, where some need a minimum group? |
//! | `reserve` | which seats are kept for some people? |
//! | `together` | where are people who come together? |
//! | `check` | do the prices prove the result? |
//! | `explain` | why has somebody no place, and what would one more seat do? |
//! | `modes` | what would other ways of giving places reach? |
//!
//! A result is a proposal until somebody decided; nobody's place is decided by a programme.

mod assignment;
mod at;
mod auction;
mod change;
mod check;
mod equal_cost;
mod error;
mod exits;
mod expected;
mod explain;
mod levels;
mod minimum;
mod modes;
mod order;
mod parts;
mod path;
mod price;
mod problem;
mod reserve;
#[cfg(test)]
mod tests;
mod together;
mod watch;

pub use assignment::{Assignment, ClassServed, Objective, Work};
pub use change::{Change, Moved};
pub use check::{Checked, Violation};
pub use error::AssignError;
pub use expected::{minimum_places, places};
pub use explain::{FullRun, Hop, MoreSeats, NoPlace, SeatChain};
pub use minimum::Cancellations;
pub use modes::Mode;
pub use order::{Order, Separates, WithinClass, lot};
pub use price::Price;
pub use problem::{Choice, Holds, MOST_COST, Person, Problem, Seats};
#[cfg(feature = "arrow")]
pub(crate) use problem::{PeopleInOrder, Visit};
pub use reserve::{Reservation, Reserved};
pub use together::{MOST_BRANCHES, Party, Together, TogetherBound, TogetherChecked, TogetherState};
pub use watch::{OnProgress, Progress, Step};
