//! People who wait: what rules may read of each, and of each together with the runs that could serve
//! them.
//!
//! [`waiting`] says who waits, since when and for what; [`open_runs`] which runs take people;
//! [`choices`] pairs the two. A person is considered for the runs of the offers and target groups that
//! they wait for, or for those that somebody chose by hand, and for no others: 100,000 people and 200
//! runs are not 20 million questions. Pairs that agree in every fact share one row of facts, so that
//! rules are asked once for all of them. [`Attended`] counts how often people who had a place stayed
//! away.
//!
//! Nothing here holds a name or a number of the register, and nothing prints who somebody is.

mod attendance;
mod choices;
mod due;
mod home;
mod open;
mod suits;
mod waiting;

pub use attendance::{Attended, FEWEST_PLACES, NoShowRate};
pub use choices::{Choices, Pair, choices};
pub use open::{OpenRun, open_runs};
pub use waiting::{Waiting, Wish, waiting};

#[cfg(test)]
mod tests;
