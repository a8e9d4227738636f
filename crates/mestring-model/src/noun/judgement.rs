//! What people have decided, and what studies say.

use chrono::NaiveDate;

use crate::fact::Fact;
use crate::finding::{RowProblem, Words};
use crate::id::Slug;
use crate::noun::{DigitalResult, Relation};
use crate::term::Term;
use crate::{records, terms};

terms! {
    /// What a person's verdict is about.
    VerdictKind "verdict_kind" {
        /// How two offers relate.
        Relation = "relation", "forhold mellom tilbud", "forhold mellom tilbod";
        /// Whether a proposed run is held.
        Run = "run", "kursrekke", "kursrekkje", ["kurs"];
    }

    /// What somebody decided about a run.
    RunAnswer "run_answer" {
        /// It is to be held: it is placed before all that nobody decided.
        Held = "held", "skal holdes", "skal haldast", ["holdes", "blir halden", "ja"];
        /// It is not to be held.
        Refused = "refused", "avslått", "avslått", ["skal ikke holdes", "skal ikkje haldast", "nei"];
    }
}

records! {
    /// What somebody with the right to do so decided; it outranks the rules.
    HumanVerdict of "verdicts" "avgjørelser" "avgjerder" check answer_fits_kind; {
        /// What it is about.
        kind: VerdictKind, "type", "type";
        /// The offer or run.
        first: String, "første", "første";
        /// The other offer, of a relation.
        second: Option<String>, "andre", "andre";
        /// A relation (`overlapping/format`), or for a run `held` (`skal holdes`) or `refused` (`avslått`).
        answer: String, "svar", "svar";
        /// The role that decided, never a person's name.
        role: String, "rolle", "rolle";
        /// When.
        on: NaiveDate, "dato", "dato";
        /// Why.
        reason: Option<String>, "begrunnelse", "grunngjeving";
    }

    /// How two entries of a catalogue relate, as somebody labelled them to judge the answers of rules. No
    /// table of a desk: what somebody decided stands in the verdicts.
    LabelledPair of "pairs" "par" "par" {
        /// The one offer.
        a: String, "første", "første", ["offer_id_a"];
        /// The other.
        b: String, "andre", "andre", ["offer_id_b"];
        /// How they relate.
        relation: Relation, "forhold", "forhold";
        /// The kind of relation, in words of the annotator.
        kind: Option<String>, "type", "type";
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

fn answer_fits_kind(verdict: &HumanVerdict) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = Vec::new();
    let (fits, words) = match verdict.kind {
        VerdictKind::Run => (
            RunAnswer::parse(&verdict.answer).is_some(),
            Words::of::<RunAnswer>(),
        ),
        VerdictKind::Relation => {
            let relation = verdict.answer.split('/').next().unwrap_or_default();
            (Relation::parse(relation).is_some(), Words::of::<Relation>())
        }
    };
    if !fits {
        wrong.push((
            "answer",
            RowProblem::NoAnswer {
                answer: verdict.answer.clone(),
                kind: verdict.kind,
                words,
            },
        ));
    }
    if (verdict.kind == VerdictKind::Relation) != verdict.second.is_some() {
        wrong.push(("second", RowProblem::OneOrTwo));
    }
    wrong
}
