//! What is wrong between the cells of one row.

use super::argument::Words;
use super::declare::problems;
use crate::noun::{RunState, VerdictKind};

problems! {
    /// Why cells of a row do not fit together.
    RowProblem {
        /// A period that ends before it starts.
        EndsBeforeStart
        = "D012" Error "ends-before-start",
        "the last day is before the first",
        "check both dates";
        /// A wished run whose latest start is before its earliest.
        LatestBeforeEarliest
        = "D012" Error "latest-before-earliest",
        "the latest start is before the earliest",
        "check both dates";
        /// A run that is decided, held or cancelled, without a start.
        NoStart {
            /// How far the run has come.
            state: RunState,
        } = "D012" Error "no-start",
        "a run that is {state} has no start",
        "write the date of its first session";
        /// A decided run with several parts of the day.
        SeveralHalfDays
        = "D012" Error "several-half-days",
        "a decided run names several parts of the day",
        "name the one that was decided";
        /// A run that could be cancelled for want of people after it began.
        CancelledAfterStart
        = "D012" Error "cancelled-after-start",
        "the last day to cancel is after the first session",
        "check both dates";
        /// A minimum group that is larger than the seats.
        MinimumAboveSeats
        = "D012" Error "minimum-above-seats",
        "the minimum is more than the seats",
        "check both numbers";
        /// No session at all, or more than a day each for a year.
        ImpossibleSessions {
            /// The most that there can be.
            most: u32,
        } = "D012" Error "impossible-sessions",
        "nothing has so many sessions",
        "write a number from 1 to {most}, or leave it empty; until then it counts as not known";
        /// Seats that are kept, and nobody said for whom.
        ReservedForNobody
        = "D012" Error "reserved-for-nobody",
        "the row names no organisation, no committee and no municipality",
        "write for whom the seats are kept";
        /// A row of the calendar about nothing, or about a room and a leader at once.
        RoomOrLeader
        = "D012" Error "room-or-leader",
        "the row names neither a room nor a leader, or both",
        "name one room or one leader in each row";
        /// A leader of whom the calendar says that they are closed.
        ClosedLeader
        = "D012" Error "closed-leader",
        "a course leader is not closed",
        "write `taken`, or name a room, or nobody where the whole centre is closed";
        /// A school break of a single room or leader.
        BreakOfOne
        = "D012" Error "break-of-one",
        "a school break is one for the whole centre, and the row names a room or a course leader",
        "leave both empty, or write `taken`";
        /// A budget of money without an amount, or with hours.
        BudgetOfMoney
        = "D012" Error "budget-of-money",
        "a budget of money states its `amount` and nothing else",
        "fill in `amount` only";
        /// A budget of adviser hours without hours, or with an amount.
        BudgetOfHours
        = "D012" Error "budget-of-hours",
        "a budget of adviser hours states its `hours` and nothing else",
        "fill in `hours` only";
        /// An answer that came before the question.
        AnswerBeforeQuestion
        = "D012" Error "answer-before-question",
        "the answer came before the question",
        "check both dates";
        /// An answer without its date.
        AnswerWithoutDate
        = "D012" Error "answer-without-date",
        "there is an answer without a date",
        "write when the answer came";
        /// A due date of an obligation that comes back.
        DueOfRecurring
        = "D012" Error "due-of-recurring",
        "an obligation that comes back has a single due date",
        "leave `due` empty, or write `once`";
        /// A verdict that no question of its kind takes.
        NoAnswer {
            /// The verdict's text.
            answer: String,
            /// What it is about.
            kind: VerdictKind,
            /// The words that would be right.
            words: Words,
        } = "D012" Error "no-answer",
        "`{answer}` is no answer about a {kind}",
        "write one of: {words}";
        /// A verdict about one offer, or about two runs.
        OneOrTwo
        = "D012" Error "one-or-two",
        "a relation names two offers, and a run stands alone",
        "fill in `second` for relations only";
        /// Somebody who comes as a patient, with the patient whose relative they are.
        PatientOfPatient
        = "D012" Error "patient-of-patient",
        "somebody who comes as a patient is said to be somebody's relative",
        "write `relative` as the role, or take the patient's id away";
        /// A person who is their own relative.
        OwnRelative
        = "D012" Error "own-relative",
        "the row names itself as the patient",
        "write the id of the patient, or leave it empty";
        /// Somebody who wants to come with a patient whom the row does not name.
        TogetherWithNobody
        = "D012" Error "together-with-nobody",
        "the row says that they come together with somebody, and not with whom",
        "write the patient's id in `relative_of`, or take the word away";
        /// A referral to nothing.
        ReferredToNothing
        = "D012" Error "referred-to-nothing",
        "the referral names neither an offer nor a target group",
        "name the offer or the target group that the person waits for";
        /// A deadline that had passed when the referral came.
        DeadlineBeforeReferral
        = "D012" Error "deadline-before-referral",
        "the deadline is before the referral",
        "check both dates";
        /// Somebody was told before the place was theirs.
        ToldBeforePlaced
        = "D012" Error "told-before-placed",
        "the person was told before the day of the placement",
        "check both dates";
        /// A cost of a choice that leaves no room to weigh anything against it.
        CostTooHigh {
            /// The highest cost.
            most: u32,
        } = "D012" Error "cost-too-high",
        "a cost is at most {most}, which it now counts as",
        "write a smaller number; to rule the run out, leave the row out";
        /// A pathway whose people nobody names.
        PathwayForNobody
        = "D070" Error "pathway-for-nobody",
        "the pathway names no target group, so that it is nobody's",
        "write the id of the target group";
    }
}
