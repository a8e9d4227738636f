//! What is wrong between the rows of a desk.

use chrono::NaiveDate;

use super::argument::{Ids, Percent, Table};
use super::declare::problems;
use crate::noun::{Format, Level};

problems! {
    /// Why rows of a desk do not fit together.
    KeyProblem {
        /// An id stands in two rows of files.
        TakenId {
            /// The id.
            id: String,
            /// The row in which it stands first.
            first: u32,
        } = "D020" Error "taken-id",
        "the id `{id}` stands already in row {first}",
        "give the row an id of its own; the first row was used and this one left out";
        /// An id stands already in a row from memory.
        TakenInMemory {
            /// The id.
            id: String,
        } = "D020" Error "taken-in-memory",
        "the id `{id}` stands already",
        "give the row an id of its own; the first row was used and this one left out";
        /// A cell names a row that its table does not have.
        NoSuchRow {
            /// The table.
            table: Table,
            /// The id as the cell writes it.
            id: String,
            /// The nearest id of that table, if one is near.
            nearest: Option<String>,
        } = "D021" Error "no-such-row",
        "`{table}` has no row `{id}`",
        "did you mean `{nearest}`? add the row, or correct the id",
        without "add the row, or correct the id";
        /// A cell names a row of a table that is not there at all.
        NoTable {
            /// The table.
            table: Table,
            /// The id as the cell writes it.
            id: String,
        } = "D021" Error "no-table",
        "`{table}` has no row `{id}`: the desk has no row of that table",
        "add the table with the row, or leave this empty";
        /// A cell names a row of a table that could not be read, wholly or from some row on.
        TableNotRead {
            /// The table.
            table: Table,
            /// The id as the cell writes it.
            id: String,
            /// The code of the finding that says why.
            cause: &'static str,
            /// The file or sheet of that finding.
            file: String,
        } = "D021" Error "table-not-read",
        "`{table}` has no row `{id}`: `{file}` was not read",
        "mend that first: see {cause}";
        /// A cell names a row that was left out.
        RowLeftOut {
            /// The table.
            table: Table,
            /// The row's id.
            id: String,
            /// The code of the finding that says why.
            cause: &'static str,
            /// The file or sheet of the row.
            file: String,
            /// Where the row stands in it.
            row: u32,
        } = "D021" Error "row-left-out",
        "`{table}` has no row `{id}`: row {row} of `{file}` was left out",
        "mend that first: see {cause}";
        /// Somebody answered that it offers nothing, and offers of its own are listed.
        ContradictsOffers {
            /// The organisation that answered.
            organisation: String,
            /// When it did.
            date: NaiveDate,
            /// The target group that was asked about.
            group: String,
            /// The level that was asked about.
            level: Level,
            /// Its offers for the group at the level.
            offers: Ids,
        } = "D025" Warning "contradicts-offers",
        "`{organisation}` answered on {date} that it offers nothing for `{group}` at the level {level}, and of its own this is listed there: {offers}",
        "ask again; or correct the offer's target groups, level or status";
        /// The shares of an agreement do not sum to the whole.
        SharesSum {
            /// The agreement's id.
            agreement: String,
            /// What they sum to.
            sum: Percent,
        } = "D022" Error "shares-sum",
        "the shares of `{agreement}` sum to {sum}",
        "make them sum to 100 %";
        /// More seats of a run are kept for some than it has.
        ReservedAboveSeats {
            /// The run's id.
            run: String,
            /// Its seats.
            seats: u32,
            /// How many of them are kept, by all rows together.
            reserved: u32,
        } = "D038" Error "reserved-above-seats",
        "`{run}` has {seats} seats, and {reserved} of them are kept for some",
        "keep at most as many as it has; the rows come first that stand first";
        /// Seats are kept for somebody of whom no municipality is known.
        NoMunicipalities
        = "D039" Warning "municipalities-unknown",
        "of those for whom the seats are kept no municipality is known, so that nobody could have them",
        "list the municipalities in the row; until then the seats are open to all";
        /// A group follows a run in a room that belongs to another organisation, or to none.
        HubRoomElsewhere {
            /// The room's id.
            room: String,
            /// The organisation in whose room the group is said to sit.
            organisation: String,
        } = "D040" Error "hub-room-elsewhere",
        "the room `{room}` is not one of `{organisation}`",
        "name a room of that organisation, or correct whose room it is";
        /// A run would have the same room twice at once.
        HubRoomTwice {
            /// The run's id.
            run: String,
            /// The room's id.
            room: String,
        } = "D040" Error "hub-room-twice",
        "`{run}` has the room `{room}` twice at once",
        "give each group a room of its own";
        /// A run is decided, and no room is stated for a group that follows it elsewhere.
        HubWithoutRoom {
            /// The run's id.
            run: String,
            /// In whose room the group sits.
            organisation: String,
        } = "D041" Note "hub-without-room",
        "`{run}` is decided, and no room of `{organisation}` is stated for those who follow it there, so that none is booked",
        "name the room, once it is known";
        /// Groups follow a run elsewhere that is not sent out.
        HubOfFormat {
            /// The run's id.
            run: String,
            /// How it is given.
            format: Format,
        } = "D042" Warning "hub-of-format",
        "the format of `{run}` is {format}, and groups can follow only what is sent out to them",
        "write `hybrid` or `relayed` as the format of the run, or leave the row out; until then the room is planned";
    }
}
