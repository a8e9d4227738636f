//! What people have decided, and what studies say.

use chrono::NaiveDate;

use crate::fact::Fact;
use crate::id::Slug;
use crate::noun::DigitalResult;
use crate::{records, terms};

terms! {
    /// What a person's verdict is about.
    VerdictKind "verdict_kind" {
        /// How two offers relate.
        Relation = "relation", "forhold mellom tilbud", "forhold mellom tilbod";
        /// Whether a proposed run is held.
        Run = "run", "kursrekke", "kursrekkje";
    }
}

records! {
    /// What somebody with the right to do so decided; it outranks the rules.
    HumanVerdict of "verdicts" "avgjørelser" "avgjerder" {
        /// What it is about.
        kind: VerdictKind, "type", "type";
        /// The offer or run.
        first: String, "første", "første";
        /// The other offer, of a relation.
        second: Option<String>, "andre", "andre";
        /// A relation (`overlapping/format`), or `held` or `refused` for a run.
        answer: String, "svar", "svar";
        /// The role that decided, never a person's name.
        role: String, "rolle", "rolle";
        /// When.
        on: NaiveDate, "dato", "dato";
        /// Why.
        reason: Option<String>, "begrunnelse", "grunngjeving";
    }

    /// A single fact about a row of another table, with its own source and date; it outranks the cell.
    SingleFact of "facts" "opplysninger" "opplysningar" {
        /// The table, by its English name.
        table: String, "tabell", "tabell";
        /// The row's id.
        row: String, "rad", "rad";
        /// The column, by its English name.
        column: String, "kolonne", "kolonne";
        /// What the cell would say.
        value: String, "verdi", "verdi";
    }

    /// What evidence says of digital against physical courses of a class: pooled over runs and
    /// centres, or a cited study, never one course.
    DigitalEvidence of "digital_evidence" "digital_kunnskap" "digital_kunnskap" {
        /// The topics of the class of courses.
        topics: Vec<Slug>, "tema", "tema";
        /// What the evidence says.
        result: Fact<DigitalResult>, "resultat", "resultat";
        /// The study.
        study: String, "studie", "studie";
        /// How many people took part in it.
        participants: Fact<u32>, "deltakere", "deltakarar";
    }
}
