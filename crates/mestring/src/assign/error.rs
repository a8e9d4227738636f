//! What can be wrong with people, runs and choices, with stable codes.

/// Why people cannot be assigned to runs.
///
/// Rows are counted from 0. No error repeats a person's id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AssignError {
    /// Two people have the same id.
    #[error("the people in rows {first} and {second} have the same id")]
    SamePerson {
        /// The first row.
        first: usize,
        /// The second row.
        second: usize,
    },
    /// Two runs have the same id.
    #[error("the runs in rows {first} and {second} have the same id `{run}`")]
    SameRun {
        /// The id.
        run: String,
        /// The first row.
        first: usize,
        /// The second row.
        second: usize,
    },
    /// A person's class is 0.
    #[error("the person in row {row} is of class 0; the first class is 1")]
    NoClass {
        /// The person's row.
        row: usize,
    },
    /// A choice names a person who is not among the people.
    #[error("the choice in row {row} is of person {person}, and there are {people} people")]
    NoPerson {
        /// The choice's row.
        row: usize,
        /// The position that it names.
        person: usize,
        /// How many people there are.
        people: usize,
    },
    /// A choice names a run that is not among the runs.
    #[error("the choice in row {row} is of run {run}, and there are {runs} runs")]
    NoRun {
        /// The choice's row.
        row: usize,
        /// The position that it names.
        run: usize,
        /// How many runs there are.
        runs: usize,
    },
    /// Two choices are of the same person and the same run.
    #[error("the choices in rows {first} and {second} are of the same person and run")]
    SameChoice {
        /// The first row.
        first: usize,
        /// The second row.
        second: usize,
    },
    /// A preference cost is out of bounds.
    #[error("the choice in row {row} costs {cost}; a cost is from -{limit} to {limit}")]
    Cost {
        /// The choice's row.
        row: usize,
        /// Its cost.
        cost: i64,
        /// The bound.
        limit: i64,
    },
    /// There are too many people, runs or seats to count, or costs too far apart for so many runs.
    #[error("{what} are too many: {found}, and at most {limit} can be handled")]
    TooMany {
        /// What is too many.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there may be.
        limit: u64,
    },
    /// A run loses more seats than it has.
    #[error("run {run} has {seats} seats, and {removed} were to be removed")]
    NoSeats {
        /// The run's position.
        run: usize,
        /// Its seats.
        seats: u64,
        /// How many were to go.
        removed: u32,
    },
    /// A person who was removed, or never was, was asked for.
    #[error("there is no person {person}")]
    Gone {
        /// The position.
        person: usize,
    },
    /// A run needs more people than it takes.
    #[error("the run in row {row} needs {minimum} people, and takes {seats}")]
    Minimum {
        /// The run's row.
        row: usize,
        /// How many people it needs.
        minimum: u32,
        /// Its seats.
        seats: u32,
    },
    /// A person has a place in a run that is not among the choices.
    #[error("the person in row {row} has a place in a run that is not among the choices")]
    HoldsNoChoice {
        /// The person's row.
        row: usize,
    },
    /// What it costs to move a person is out of bounds.
    #[error(
        "to move the person in row {row} costs {cost}; with the cost of the run it is from -{limit} to {limit}"
    )]
    MoveCost {
        /// The person's row.
        row: usize,
        /// What a move costs.
        cost: i64,
        /// The bound.
        limit: i64,
    },
    /// Seats or people are to be changed where runs may be cancelled for want of people.
    #[error("runs have a minimum group, so that a change can cancel one or bring one back")]
    MinimumGroups,
    /// Seats are reserved in a run that is not among the runs.
    #[error("the reservation in row {row} is of run {run}, and there are {runs} runs")]
    ReservedRun {
        /// The reservation's row.
        row: usize,
        /// The position that it names.
        run: usize,
        /// How many runs there are.
        runs: usize,
    },
    /// Seats are reserved for a person who is not among the people.
    #[error("the reservation in row {row} is for person {person}, and there are {people} people")]
    ReservedPerson {
        /// The reservation's row.
        row: usize,
        /// The position that it names.
        person: usize,
        /// How many people there are.
        people: usize,
    },
    /// More seats of a run are reserved than it has.
    #[error("run {run} has {seats} seats that are not reserved, and {reserved} are to be")]
    ReservedSeats {
        /// The run's position.
        run: usize,
        /// Its seats that were not reserved before.
        seats: u32,
        /// How many are to be reserved.
        reserved: u64,
    },
    /// Somebody comes who could go to a run with reserved seats, and nobody said for whom.
    #[error("seats of run {run} are reserved, and nobody said whether they are for the person")]
    GroupsNotSaid {
        /// The run's position.
        run: usize,
    },
    /// A reservation was asked for that is not there.
    #[error("there is no reservation {reservation} among the {reservations}")]
    NoReservation {
        /// The place that was asked for.
        reservation: usize,
        /// How many there are.
        reservations: usize,
    },
    /// A party of one, or of too many.
    #[error("the party in row {row} has {people} people; a party has from 2 to {most}")]
    PartySize {
        /// The party's row.
        row: usize,
        /// How many people it has.
        people: usize,
        /// The most.
        most: usize,
    },
    /// A party has somebody who is not among the people.
    #[error("the party in row {row} names person {person}, and there are {people} people")]
    PartyPerson {
        /// The party's row.
        row: usize,
        /// The position that it names.
        person: usize,
        /// How many people there are.
        people: usize,
    },
    /// Somebody is in two parties, or twice in one.
    #[error("the party in row {row} names person {person}, who is in a party already")]
    TwoParties {
        /// The party's row.
        row: usize,
        /// The person's position.
        person: usize,
    },
    /// Somebody of a party has a place already, which a party could cost them.
    #[error("the party in row {row} names person {person}, who has a place already")]
    PartyHolds {
        /// The party's row.
        row: usize,
        /// The person's position.
        person: usize,
    },
    /// Seats or people are to be changed where people come together.
    #[error("people come together, so that a change can alter where all of them are")]
    Parties,
    /// A change did not pass the check: a fault of this library.
    #[error("the result of a change did not pass its check, which is a fault in mestring: {0}")]
    Broken(#[from] super::check::Violation),
    /// Whoever asked for it wanted it stopped.
    #[error("stopped before there was a result")]
    Stopped,
}

impl AssignError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            AssignError::SamePerson { .. } => "A001",
            AssignError::SameRun { .. } => "A002",
            AssignError::NoClass { .. } => "A003",
            AssignError::NoPerson { .. } => "A004",
            AssignError::NoRun { .. } => "A005",
            AssignError::SameChoice { .. } => "A006",
            AssignError::Cost { .. } => "A007",
            AssignError::TooMany { .. } => "A008",
            AssignError::NoSeats { .. } => "A009",
            AssignError::Gone { .. } => "A010",
            AssignError::Stopped => "A011",
            AssignError::Broken(_) => "A012",
            AssignError::Minimum { .. } => "A013",
            AssignError::MinimumGroups => "A014",
            AssignError::HoldsNoChoice { .. } => "A015",
            AssignError::MoveCost { .. } => "A016",
            AssignError::ReservedRun { .. } => "A017",
            AssignError::ReservedPerson { .. } => "A018",
            AssignError::ReservedSeats { .. } => "A019",
            AssignError::GroupsNotSaid { .. } => "A020",
            AssignError::NoReservation { .. } => "A021",
            AssignError::PartySize { .. } => "A022",
            AssignError::PartyPerson { .. } => "A023",
            AssignError::TwoParties { .. } => "A024",
            AssignError::PartyHolds { .. } => "A025",
            AssignError::Parties => "A026",
        }
    }
}
