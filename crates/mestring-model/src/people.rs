//! The person store: who waits for a place, and what became of it.
//!
//! A desk holds no persons and is meant for version control; a store is neither. It lies in a folder
//! of its own, and nothing that is said about it quotes a cell: findings name the file, the row and
//! the column. What a store prints of itself is how much it holds.

use std::fmt;

use chrono::NaiveDate;

use crate::finding::{Finding, Place};
use crate::noun::{Attendance, Choice, Person, Placement, Referral, Travel};
use crate::record::{Record, TableDecl, named};
use crate::rows::{self, Places};
use crate::table::RawTable;
use crate::term::Lang;

mod build;
mod check;

pub use build::PersonStoreBuilder;

/// What `store.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoreSettings {
    /// Everybody in the store is made up. Only such a store may lie where versions are kept.
    pub synthetic: bool,
    /// The date of the questions; without it, the desk's.
    pub as_of: Option<NaiveDate>,
    /// The first day from which the store keeps every referral, also of those who have been served;
    /// without it nobody can say how many are referred.
    pub history_from: Option<NaiveDate>,
    /// The seed of the draw between people whom everything else leaves equal; without it there is no
    /// draw.
    pub seed: Option<u64>,
}

impl StoreSettings {
    /// The keys of `store.toml`, in order.
    pub const KEYS: [&str; 4] = ["synthetic", "as_of", "history_from", "seed"];
}

/// A noun that a person store keeps.
pub trait InPersonStore: Record {
    /// The store's rows of this noun.
    fn rows(store: &PersonStore) -> &Vec<Self>;
    /// The store's rows of this noun, to be changed while the store is built.
    fn rows_mut(store: &mut PersonStore) -> &mut Vec<Self>;
}

/// Declares the store's tables once.
macro_rules! store {
    ($( $(#[doc = $doc:literal])+ $field:ident: $noun:ident; )+) => {
        /// People who wait for a place, what they are referred to, and what became of it.
        ///
        /// A store is built by [`PersonStore::builder`], which checks keys and references; what
        /// only a desk can tell is said by [`PersonStore::check`].
        #[derive(Clone, Default, PartialEq)]
        pub struct PersonStore {
            /// What `store.toml` says.
            pub settings: StoreSettings,
            $( $(#[doc = $doc])+ pub $field: Vec<$noun>, )+
            /// Where each row was read.
            places: Places,
        }

        $( impl InPersonStore for $noun {
            fn rows(store: &PersonStore) -> &Vec<Self> {
                &store.$field
            }

            fn rows_mut(store: &mut PersonStore) -> &mut Vec<Self> {
                &mut store.$field
            }
        } )+

        impl PersonStore {
            /// The declarations of every table, in the order in which documents list them.
            pub const TABLES: &'static [TableDecl] = &[$( <$noun as Record>::TABLE, )+];

            /// Every table as text in a language, empty ones too, in the order of
            /// [`PersonStore::TABLES`].
            pub fn tables(&self, lang: Lang) -> Vec<RawTable> {
                vec![$( rows::as_table(&self.$field, lang), )+]
            }
        }

        impl fmt::Debug for PersonStore {
            /// How many rows each table has.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct("PersonStore")
                    .field("settings", &self.settings)
                    $( .field(stringify!($field), &self.$field.len()) )+
                    .finish_non_exhaustive()
            }
        }

        /// Reads the rows of a raw table into the store.
        fn read_table(name: &str, reader: &mut build::Reader<'_>, table: &RawTable) {
            match name {
                $( name if name == <$noun as Record>::TABLE.name => reader.read::<$noun>(table), )+
                _ => {}
            }
        }

        fn pad_places(store: &mut PersonStore) {
            $( store.places.pad::<$noun>(store.$field.len()); )+
        }

        fn check_all_fields(store: &PersonStore, findings: &mut Vec<Finding>) {
            $( rows::check_fields(&store.$field, &store.places, Lang::En, findings); )+
        }

        fn check_all_references(
            store: &PersonStore,
            missing: &mut rows::Missing<'_>,
            findings: &mut Vec<Finding>,
        ) {
            $( rows::check_references(
                &store.$field, &store.places, Lang::En, missing, findings,
            ); )+
        }
    };
}

store! {
    /// Who waits, or has waited.
    people: Person;
    /// What they wait for.
    referrals: Referral;
    /// The runs that somebody judged right for them.
    choices: Choice;
    /// The places that they were offered.
    placements: Placement;
    /// The sessions that they came to.
    attendance: Attendance;
    /// How long the ways are.
    travel: Travel;
}

impl PersonStore {
    /// Starts building a store from memory or from tables.
    pub fn builder() -> PersonStoreBuilder {
        PersonStoreBuilder::default()
    }

    /// The declaration of a table by its English, bokmål or nynorsk name.
    pub fn table(name: &str) -> Option<&'static TableDecl> {
        PersonStore::TABLES
            .iter()
            .find(|table| table.is_named(name))
    }

    /// True for what may be shown as a column: a heading that some table declares, in any language, or
    /// the letter by which spreadsheets name a column. Any other heading may be a cell of a file
    /// without headings.
    pub fn is_heading(text: &str) -> bool {
        if let [letter] = text.as_bytes() {
            return letter.is_ascii_uppercase();
        }
        let mut tables = PersonStore::TABLES.iter();
        tables.any(|table| named(table, text).is_some())
    }

    /// Where a row of a table was read; an empty place for a row from memory.
    pub fn place<T: InPersonStore>(&self, index: usize) -> Place {
        self.places.row::<T>(index)
    }

    /// Where a cell of a row was read, its column by the heading that stands in the file.
    pub fn cell_place<T: InPersonStore>(&self, index: usize, column: &str) -> Place {
        self.places.cell::<T>(index, column, Lang::En)
    }
}
