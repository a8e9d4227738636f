//! What is wrong with a setting or a timetable.

/// Why a [`Setting`](super::Setting) is no problem that can be solved.
///
/// Positions count from 0 in the order in which the setting lists things.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimetableError {
    /// A slot at or beyond the number of slots.
    #[error("{place} names slot {slot}, but slots end before {slots}; leave it out")]
    NoSuchSlot {
        /// Where it is named.
        place: String,
        /// The slot.
        slot: u32,
        /// The number of slots.
        slots: u32,
    },
    /// A resource that is not listed.
    #[error("{place} names resource {resource}, which is not listed; list it or leave it out")]
    NoSuchResource {
        /// Where it is named.
        place: String,
        /// The position.
        resource: u32,
    },
    /// A sum that is not listed.
    #[error("{place} draws from sum {sum}, which is not listed; list it or leave it out")]
    NoSuchSum {
        /// Where it is named.
        place: String,
        /// The position.
        sum: u32,
    },
    /// A value or an amount below zero.
    #[error("{place} has the amount {amount}; give 0 or more")]
    Negative {
        /// Where it stands.
        place: String,
        /// The amount.
        amount: i64,
    },
    /// A pattern without slots or one that names a slot twice.
    #[error("pattern {pattern} of run {run} has no slot or one slot twice; name each slot once")]
    Sessions {
        /// The run.
        run: u32,
        /// The pattern.
        pattern: u32,
    },
    /// More needs in a pattern than the engine holds.
    #[error("pattern {pattern} of run {run} has {needs} needs; the most is {most}")]
    TooManyNeeds {
        /// The run.
        run: u32,
        /// The pattern.
        pattern: u32,
        /// How many it has.
        needs: usize,
        /// The most.
        most: usize,
    },
    /// More things than positions of 32 bits can count.
    #[error(
        "there are more slots, resources, sums, runs or patterns than can be counted; split the problem"
    )]
    TooLarge,
    /// The values of a class do not add up in 64 bits.
    #[error("the values of class {class} add up to more than 64 bits hold; use a larger unit")]
    Overflow {
        /// The class.
        class: u32,
    },
    /// A run is placed in a way that it does not have.
    #[error("run {run} is placed in a way that it does not have; list that way as a pattern")]
    Placed {
        /// The run.
        run: u32,
    },
    /// Runs that are fixed cannot stand so.
    #[error("runs are fixed where they cannot stand: {0}; free one of them, or what it uses")]
    Fixed(Fault),
}

/// Why a timetable is not feasible, or a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The timetable does not list every run once.
    #[error("the timetable lists {listed} runs of {runs}")]
    Length {
        /// How many it lists.
        listed: usize,
        /// How many there are.
        runs: usize,
    },
    /// The pattern, or the number of resources, is not one that the run has.
    #[error("run {run} is placed in a way that it does not have")]
    NoSuchWay {
        /// The run.
        run: u32,
    },
    /// A resource that is no option of the need, or one for two needs.
    #[error(
        "run {run} uses resource {resource}, which is no option for its need or taken by another need"
    )]
    NoOption {
        /// The run.
        run: u32,
        /// The resource.
        resource: u32,
    },
    /// A resource that is not free at the slot.
    #[error("run {run} uses resource {resource} at slot {slot}, where it is not free")]
    NotFree {
        /// The run.
        run: u32,
        /// The resource.
        resource: u32,
        /// The slot.
        slot: u32,
    },
    /// Two runs on one resource at once.
    #[error("runs {first} and {second} both use resource {resource} at slot {slot}")]
    Twice {
        /// One run.
        first: u32,
        /// The other.
        second: u32,
        /// The resource.
        resource: u32,
        /// The slot.
        slot: u32,
    },
    /// More drawn from a sum than its limit.
    #[error("{drawn} is drawn from sum {sum}, whose limit is {limit}")]
    Overdrawn {
        /// The sum.
        sum: u32,
        /// What is drawn.
        drawn: i128,
        /// The limit.
        limit: i64,
    },
    /// A fixed run that does not stand where it is fixed.
    #[error("run {run} is fixed and does not stand where it was fixed")]
    Moved {
        /// The run.
        run: u32,
    },
    /// A level says another value than the timetable gives.
    #[error("class {class} claims the value {claimed}; the timetable gives {found}")]
    Value {
        /// The class.
        class: u32,
        /// The claim.
        claimed: i64,
        /// The value.
        found: i64,
    },
    /// A proof that does not prove what it claims.
    #[error("the proof of {of} does not hold")]
    Proof {
        /// The level or refusal.
        of: String,
    },
    /// The timetable and the refusals do not tell of each run once.
    #[error("run {run} is placed and refused, or neither")]
    Untold {
        /// The run.
        run: u32,
    },
}
