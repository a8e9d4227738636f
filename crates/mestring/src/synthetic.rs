//! Made-up regions, queues and catalogues, for examples, tests and benches. Everything comes from a seed: the
//! same seed gives the same values, on any machine and in any version that does not say otherwise.
//!
//! Nobody in them exists.

mod catalogue;
mod draws;
mod listings;
mod queue;

pub use catalogue::catalogue;
pub use draws::Draws;
pub use listings::{Listing, Listings};
pub use queue::{OpenRun, Queue, Shape, Waiting};
