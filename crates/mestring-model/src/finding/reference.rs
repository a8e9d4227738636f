//! What reference data say is wrong: municipalities' numbers, and a desk's own words for topics.

use chrono::NaiveDate;

use super::declare::problems;
use crate::Lang;
use crate::quantity::MunicipalityNo;

problems! {
    /// Why a municipality's number does not stand on a date.
    MunicipalityProblem {
        /// A number that comes into force later.
        NotYet {
            /// The number.
            number: MunicipalityNo,
            /// Its first day.
            from: NaiveDate,
        } = "D023" Warning "municipality-not-yet",
        "`{number}` stands only from {from}",
        "write the number that stood on the date";
        /// A number that is out of use.
        Ended {
            /// The number.
            number: MunicipalityNo,
            /// The first day on which it no longer stood.
            ended: NaiveDate,
            /// The numbers that took its place.
            successors: Vec<MunicipalityNo>,
        } = "D023" Warning "municipality-ended",
        "`{number}` does not stand since {ended}",
        "write {successors}",
        without "look it up in Statistics Norway's list of municipalities";
        /// A number that no municipality ever had.
        NoSuch {
            /// The number.
            number: MunicipalityNo,
            /// The nearest that stands on the date, if one is near.
            nearest: Option<MunicipalityNo>,
        } = "D023" Warning "municipality-no-such",
        "`{number}` is not a municipality's number",
        "did you mean `{nearest}`?",
        without "look it up in Statistics Norway's list of municipalities";
    }
}

problems! {
    /// Why a row of a desk's own topics cannot be used.
    LexiconError {
        /// An id that tables cannot carry.
        BadId {
            /// The id.
            id: String,
        } = "D024" Error "topic-bad-id",
        "topic `{id}`: that is no id",
        "write lower-case English letters, digits and underscores";
        /// A new topic without a name.
        NoName {
            /// The topic.
            topic: String,
            /// The language.
            language: Lang,
        } = "D024" Error "topic-no-name",
        "topic `{topic}` is new and has no name in {language}",
        "give it one in all three languages";
        /// A parent that no topic has as its id.
        UnknownParent {
            /// The topic.
            topic: String,
            /// The parent asked for.
            parent: String,
        } = "D024" Error "topic-unknown-parent",
        "topic `{topic}` is part of `{parent}`, which does not exist",
        "add that topic or correct the id";
        /// A topic that is part of itself.
        Circle {
            /// The topic.
            topic: String,
        } = "D024" Error "topic-circle",
        "topic `{topic}` is part of itself through its parents",
        "take one of them out";
        /// A target group that does not exist.
        UnknownGroup {
            /// The topic.
            topic: String,
            /// The group asked for.
            group: String,
            /// The groups there are.
            known: String,
        } = "D024" Error "topic-unknown-group",
        "topic `{topic}` serves `{group}`, which is no target group",
        "use one of: {known}";
        /// A term that holds no word, or a star where none can stand.
        BadTerm {
            /// The topic.
            topic: String,
            /// The term.
            term: String,
        } = "D024" Error "topic-bad-term",
        "topic `{topic}`: the term `{term}` cannot be matched",
        "write words, with a star before or after a single one";
        /// A term that two topics have.
        TermTaken {
            /// The topic that comes second.
            topic: String,
            /// The term.
            term: String,
            /// The topic that has it.
            other: String,
        } = "D024" Error "topic-term-taken",
        "topic `{topic}`: the term `{term}` belongs to topic `{other}` already",
        "keep it in one of them";
    }
}
