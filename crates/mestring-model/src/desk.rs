//! The desk: everything a centre keeps lists of, in one value, and how it is built.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::finding::{Finding, Place};
use crate::id::{OfferId, OrganisationId, RoomId, RunId, TargetGroupId};
use crate::noun::*;
use crate::record::{Record, TableDecl};
use crate::rows::{self, Keys, Missing, Places};
use crate::table::RawTable;
use crate::term::Lang;

mod build;
mod hubs;
mod reserved;
mod verify;

pub use build::DeskBuilder;

/// Where a pack comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackChoice {
    /// A folder, relative to the desk folder.
    Folder(String),
    /// A shipped pack, and the version that the desk was written for.
    Shipped {
        /// The pack's name.
        name: String,
        /// The version; `None` takes the shipped one.
        version: Option<String>,
    },
}

/// What `desk.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The centre's name, as reports print it.
    pub name: String,
    /// The language in which the desk's files are written.
    pub lang: Lang,
    /// The date that reports are of, where the desk fixes one.
    pub as_of: Option<NaiveDate>,
    /// Which organisation this centre is.
    pub centre: Option<OrganisationId>,
    /// The first day from which every run of this centre is listed; without it, a course that was
    /// never listed as held is one of which nothing is known.
    pub history_from: Option<NaiveDate>,
    /// The first day that the plan may use.
    pub plan_from: Option<NaiveDate>,
    /// The last day that the plan may use.
    pub plan_until: Option<NaiveDate>,
    /// The weeks that it takes from the decision to the first session of a course that is new in this
    /// centre, where its offer states none.
    pub lead_weeks: Option<u32>,
    /// The seed of draws between runs that all rules hold equal; without it, the date of the report
    /// written as eight digits.
    pub seed: Option<u64>,
    /// The packs the desk chose, by kind (`priority`, `relation`, …).
    pub packs: BTreeMap<String, PackChoice>,
}

impl Settings {
    /// The keys of `desk.toml`, in order.
    pub const KEYS: [&str; 10] = [
        "name",
        "language",
        "as_of",
        "centre",
        "history_from",
        "plan_from",
        "plan_until",
        "lead_weeks",
        "seed",
        "packs",
    ];
}

/// A noun that the desk keeps.
pub trait InDesk: Record {
    /// The desk's rows of this noun.
    fn rows(desk: &Desk) -> &Vec<Self>;
    /// The desk's rows of this noun, to be changed while the desk is built.
    fn rows_mut(desk: &mut Desk) -> &mut Vec<Self>;
}

/// Declares the desk's tables once.
macro_rules! desk {
    ($( $(#[doc = $doc:literal])+ $field:ident: $noun:ident; )+) => {
        /// Everything a centre keeps lists of.
        ///
        /// A desk is built by [`Desk::builder`], which checks keys and references. It holds no
        /// persons: leaders are roles, waiting people are numbers.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Desk {
            /// What `desk.toml` says.
            pub settings: Settings,
            $( $(#[doc = $doc])+ pub $field: Vec<$noun>, )+
            /// Where each row was read.
            places: Places,
        }

        $( impl InDesk for $noun {
            fn rows(desk: &Desk) -> &Vec<Self> {
                &desk.$field
            }

            fn rows_mut(desk: &mut Desk) -> &mut Vec<Self> {
                &mut desk.$field
            }
        } )+

        impl Desk {
            /// The declarations of every table, in the order in which documents list them.
            pub const TABLES: &'static [TableDecl] = &[$( <$noun as Record>::TABLE, )+];

            /// Every table as text in a language, empty ones too, in the order of [`Desk::TABLES`].
            pub fn tables(&self, lang: Lang) -> Vec<RawTable> {
                vec![$( rows::as_table(&self.$field, lang), )+]
            }

            /// How many rows of each table are illustrative, for the tables that have any.
            pub fn illustrative(&self) -> Vec<(&'static TableDecl, usize)> {
                let counts = [$( illustrative(&self.$field), )+];
                Desk::TABLES.iter().zip(counts).filter(|(_, count)| *count > 0).collect()
            }
        }

        /// Reads the rows of a raw table into the desk.
        fn read_table(
            name: &str,
            reader: &mut build::Reader<'_>,
            table: &RawTable,
        ) {
            match name {
                $( name if name == <$noun as Record>::TABLE.name => reader.read::<$noun>(table), )+
                _ => {}
            }
        }

        fn pad_places(desk: &mut Desk) {
            $( desk.places.pad::<$noun>(desk.$field.len()); )+
        }

        fn drop_all_duplicates(desk: &mut Desk, findings: &mut Vec<Finding>) {
            let lang = desk.settings.lang;
            $( rows::drop_duplicates(&mut desk.$field, &mut desk.places, lang, findings); )+
        }

        fn collect_all_keys(desk: &Desk, keys: &mut Keys) {
            $( rows::collect_keys(&desk.$field, keys); )+
        }

        fn verify_all(desk: &Desk, missing: &mut Missing<'_>, findings: &mut Vec<Finding>) {
            let lang = desk.settings.lang;
            $(
                rows::check_fields(&desk.$field, &desk.places, lang, findings);
                rows::check_references(&desk.$field, &desk.places, lang, missing, findings);
            )+
        }
    };
}

desk! {
    /// Who offers, owns, lends and agrees.
    organisations: Organisation;
    /// Their parts.
    units: Unit;
    /// Where they meet.
    bodies: Body;
    /// Who sits where, by role.
    members: Member;
    /// The municipalities of the area.
    area: AreaMunicipality;
    /// The target groups.
    target_groups: TargetGroup;
    /// The centre's own words for topics.
    topics: TopicTerm;
    /// What is offered.
    offers: Offer;
    /// Where it is shown.
    listings: Listing;
    /// When it was held, is decided, or is wished for.
    runs: Run;
    /// Which seats of runs are kept for whom.
    reservations: ReservedSeats;
    /// Where groups follow runs that are held elsewhere.
    hubs: Hub;
    /// The rooms.
    rooms: Room;
    /// The roles that lead.
    leaders: Leader;
    /// When rooms and leaders are taken.
    calendar: Busy;
    /// Money and hours.
    budgets: Budget;
    /// Agreements, statutes and plans.
    agreements: Agreement;
    /// Their parties.
    parties: Party;
    /// What they oblige to.
    obligations: Obligation;
    /// The evidence that it was met.
    evidence: Evidence;
    /// Who was asked what they offer.
    asked: Asked;
    /// The pathways of target groups, beside the shipped ones.
    pathways: Pathway;
    /// Their steps, and steps added to the shipped ones.
    pathway_steps: PathwayStep;
    /// Which courses pathway documents name.
    pathway_courses: PathwayCourse;
    /// What is known of digital courses.
    digital_evidence: DigitalEvidence;
    /// What people decided.
    verdicts: HumanVerdict;
    /// Single facts with their own source.
    facts: SingleFact;
}

fn illustrative<T: Record>(rows: &[T]) -> usize {
    rows.iter().filter(|row| row.origin().illustrative).count()
}

impl Desk {
    /// Starts building a desk from memory or from tables.
    pub fn builder() -> DeskBuilder {
        DeskBuilder::default()
    }

    /// The declaration of a table by its English, bokmål or nynorsk name.
    pub fn table(name: &str) -> Option<&'static TableDecl> {
        Desk::TABLES.iter().find(|table| table.is_named(name))
    }

    /// Where a row of a table was read; an empty place for a row from memory.
    pub fn place<T: InDesk>(&self, index: usize) -> Place {
        self.places.row::<T>(index)
    }

    /// Where a cell of a row was read, its column by the heading that stands in the file. A column
    /// that the file does not have goes by its heading in the desk's language.
    pub fn cell_place<T: InDesk>(&self, index: usize, column: &str) -> Place {
        self.places.cell::<T>(index, column, self.settings.lang)
    }

    /// Puts rows in the place of one, none or several; each keeps the place where that one was read.
    /// A position that no row has changes nothing.
    ///
    /// Keys and references are not checked again: replace a row by rows with the same key.
    pub fn replace_row<T: InDesk>(&mut self, index: usize, with: Vec<T>) {
        if index >= T::rows(self).len() {
            return;
        }
        // Rows that were added without a place have an empty one.
        let count = T::rows(self).len();
        self.places.pad::<T>(count);
        self.places.replace::<T>(index, with.len());
        T::rows_mut(self).splice(index..=index, with);
    }

    /// An offer by id.
    pub fn offer(&self, id: &OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == *id)
    }

    /// A run by id.
    pub fn run(&self, id: &RunId) -> Option<&Run> {
        self.runs.iter().find(|run| run.id == *id)
    }

    /// A room by id.
    pub fn room(&self, id: &RoomId) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == *id)
    }

    /// An organisation by id.
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.organisations
            .iter()
            .find(|organisation| organisation.id == *id)
    }

    /// A target group by id.
    pub fn target_group(&self, id: &TargetGroupId) -> Option<&TargetGroup> {
        self.target_groups.iter().find(|group| group.id == *id)
    }
}
