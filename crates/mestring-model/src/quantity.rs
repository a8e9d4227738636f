//! Money, shares, hours, ages, ranges and dates, each with its unit.

mod ages;
mod birth_year;
mod date;
mod money;
mod number;
mod place;

pub use ages::Ages;
pub use birth_year::BirthYear;
pub use date::PartialDate;
pub use money::{Ore, Price, PriceUnit, Share};
pub(crate) use number::whole;
pub use number::{Hours, Span};
pub use place::{MunicipalityNo, OrganisationNo};
