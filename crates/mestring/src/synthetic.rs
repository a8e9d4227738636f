//! Made-up regions and queues, for examples, tests and benches. Everything comes from a seed: the
//! same seed gives the same values, on any machine and in any version that does not say otherwise.
//!
//! Nobody in them exists.

mod draws;
mod queue;

pub use draws::Draws;
pub use queue::{OpenRun, Queue, Shape, Waiting};
