//! Reference data that every desk needs and none should have to type.
//!
//! - [`municipality`]: Norwegian municipalities and counties since 2016, with what each became, and which
//!   municipalities adjoin.
//! - [`area`]: the municipalities around Bergen and their committees.
//! - [`region`]: the four health regions and their counties.
//! - [`trust`]: hospital trusts, the areas of those in western Norway, and which areas adjoin.
//! - [`clock`]: what day it is in Norway, from a time that the caller read.
//! - [`holiday`]: public holidays, computed for any year.
//! - [`pathway`]: what people of a target group are to be taught, step by step, with sources.
//! - [`text`]: titles in bokmål and nynorsk brought to one form, and compared.
//! - [`topic`]: what a course is about, derived from its title, and whom such a course serves.
//!
//! All of it is compiled in; nothing is read at run time. Where a table is silent the answer is
//! [`Fact::NotStated`](mestring_model::Fact::NotStated) or an empty list, never a guess.
//!
//! ```
//! use mestring_data::topic::Lexicon;
//! use mestring_model::{Fact, noun::TopicRelation};
//!
//! let lexicon = Lexicon::shipped();
//! let breast = lexicon.topics_of("Kurs for deg med brystkreft");
//! let mamma = lexicon.topics_of("Meistringskurs ved mammakreft");
//! assert_eq!(lexicon.relation(&breast, &mamma), Fact::Known(TopicRelation::Same));
//! ```

pub mod area;
pub mod check;
pub mod clock;
pub mod holiday;
pub mod municipality;
pub mod pathway;
pub mod region;
pub mod text;
pub mod topic;
pub mod trust;
