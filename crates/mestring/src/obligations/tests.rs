//! What the tests of obligations share.

use chrono::NaiveDate;
use mestring_model::Desk;

use crate::fixture::desk;

mod facts;
mod reported;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A desk with one obligation in one agreement of two parties.
fn one(agreement: &str, obligation: &str, parties: &str, evidence: &str) -> Desk {
    desk(&format!(
        "organisations
         id | name | kind
         hb | Helse Bergen | hospital
         alver | Alver kommune | municipality
         voss | Voss herad | municipality

         agreements
         id | title | kind | from | until | proposed
         A | Avtale | {agreement}

         parties
         agreement | organisation | state | since
         {parties}

         obligations
         id | title | kind | agreement | bound | from | until | due | recurrence | evidence_recorded | waived
         O | Plikt | {obligation}

         evidence
         obligation | on | kind | what
         {evidence}"
    ))
}

const PARTIES: &str = "A | hb | joined | \n A | alver | joined | ";
const SERVICE: &str = "service | 2022-08-01 | | ";
const YEARLY: &str = "standing_duty | A | | | | | yearly | yes | ";
