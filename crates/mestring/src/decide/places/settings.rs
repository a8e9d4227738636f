//! How places are to be given, and what was counted on.

use mestring_model::quantity::Share;

use crate::assign::WithinClass;
use crate::people::NoShowRate;

/// How places are to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceSettings {
    /// What decides between people of one class.
    pub within_class: WithinClass,
    /// Of how many it is expected that they do not come.
    pub no_show: NoShow,
    /// Whether people who have a place can be asked to move.
    pub holders: Holders,
    /// True where runs with too few people are proposed to be cancelled; false where every run is held.
    pub minimum_groups: bool,
    /// True where other ways to give places are worked out too, to compare with.
    pub compare: bool,
}

impl Default for PlaceSettings {
    /// The fair order; minimum groups count whom the store expects to come; nobody is overbooked; people
    /// who have a place are asked to move where that is needed; nothing is compared.
    fn default() -> Self {
        PlaceSettings {
            within_class: WithinClass::default(),
            no_show: NoShow::default(),
            holders: Holders::default(),
            minimum_groups: true,
            compare: false,
        }
    }
}

/// Of how many it is expected that they do not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoShow {
    /// As many as the store records, in minimum groups alone. No run gives more places than it has
    /// seats: overbooking is for somebody to decide.
    #[default]
    MinimumAlone,
    /// As many as the store records, in minimum groups and in the places that a run gives.
    Stored,
    /// This share, in minimum groups and in the places that a run gives; less than the whole.
    Share(Share),
    /// Everybody is expected to come.
    None,
}

impl NoShow {
    /// A stable code: `minimum_alone`, `stored`, `share`, `none`.
    pub fn code(self) -> &'static str {
        match self {
            NoShow::MinimumAlone => "minimum_alone",
            NoShow::Stored => "stored",
            NoShow::Share(_) => "share",
            NoShow::None => "none",
        }
    }

    /// True where runs give more places than they have seats.
    pub fn overbooks(self) -> bool {
        matches!(self, NoShow::Stored | NoShow::Share(_))
    }
}

/// Whether people who have a place already can be asked to move to another run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Holders {
    /// Where somebody else has a place by it, where a run has enough people by it, or where their own
    /// run is cancelled; never because another run suits somebody better.
    #[default]
    WhereNeeded,
    /// Never.
    Stay,
}

impl Holders {
    /// A stable code: `where_needed`, `stay`.
    pub fn code(self) -> &'static str {
        match self {
            Holders::WhereNeeded => "where_needed",
            Holders::Stay => "stay",
        }
    }
}

/// Who was expected to come to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Everybody, as was asked for.
    Everybody,
    /// All but the share that was asked for.
    Asked(Share),
    /// All but the share that the store records.
    Stored(NoShowRate),
    /// Everybody, since the store records so few places that no rate can be told.
    Unknown {
        /// How many places it records.
        places: usize,
    },
}

impl Expected {
    /// A stable code: `everybody`, `asked`, `stored`, `unknown`.
    pub fn code(&self) -> &'static str {
        match self {
            Expected::Everybody => "everybody",
            Expected::Asked(_) => "asked",
            Expected::Stored(_) => "stored",
            Expected::Unknown { .. } => "unknown",
        }
    }

    /// The share that is counted as not coming.
    pub fn no_show(&self) -> Share {
        match self {
            Expected::Asked(share) => *share,
            Expected::Stored(rate) => rate.share,
            Expected::Everybody | Expected::Unknown { .. } => Share::ZERO,
        }
    }
}
