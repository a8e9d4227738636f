//! What rules may read about a duty or promise. Dates are counted natively; rules see days.

use super::facts;
use crate::noun::{ObligationKind, Recurrence};

facts! {
    /// A duty or promise, seen from the date of the report.
    ObligationFacts, Obligation {
        /// What kind of obligation it is.
        kind: ObligationKind, None, "type", "type";
        /// Days until it takes effect; zero or less where it is in force.
        days_to_start: i64, Some("days"), "dager til ikrafttreden", "dagar til ikraftsetjing";
        /// Days since it ended; not stated where it has no end or has not ended.
        days_since_end: i64, Some("days"), "dager siden slutt", "dagar sidan slutt";
        /// How often it comes back.
        recurrence: Recurrence, None, "hyppighet", "kor ofte";
        /// Days until the present period's due date, negative where it has passed; not stated where it has none.
        days_to_due: i64, Some("days"), "dager til frist", "dagar til frist";
        /// Whether the evidence was looked for: somebody keeps a record of it, so that none means none.
        evidence_recorded: bool, None, "dokumentasjon føres", "dokumentasjon blir ført";
        /// How many pieces of evidence lie in the present period.
        evidence_in_period: i64, Some("pieces"), "dokumentasjon i perioden", "dokumentasjon i perioden";
        /// Days since the last piece of evidence; not stated where there is none.
        days_since_evidence: i64, Some("days"), "dager siden dokumentasjon", "dagar sidan dokumentasjon";
        /// Somebody with the right to do so waived it, with a reason.
        waived: bool, None, "frafalt", "fråfallen";
        /// Every party that it binds has joined the agreement it stands in.
        parties_joined: bool, None, "partene har sluttet seg til", "partane har slutta seg til";
    }
}
