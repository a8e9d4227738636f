//! Who waits for a place, what they are referred to, and what became of it. These rows stand in a
//! person store, never in a desk.

use chrono::NaiveDate;

use crate::fact::Fact;
use crate::finding::RowProblem;
use crate::id::{OfferId, PersonId, RunId, TargetGroupId};
use crate::noun::{HalfDay, Language, Weekday};
use crate::quantity::{BirthYear, MunicipalityNo};
use crate::{records, terms};

terms! {
    /// In which role somebody comes to a course.
    PersonRole "person_role" {
        /// Has the condition that the course is about.
        Patient = "patient", "pasient", "pasient", ["bruker", "brukar"];
        /// Comes because of somebody who has it.
        Relative = "relative", "pårørende", "pårørande";
    }

    /// How far a place that was offered to somebody has come.
    PlacementState "placement_state" {
        /// It was offered, and they have not answered.
        Offered = "offered", "tilbudt", "tilbode", ["tilbydd"];
        /// They said yes.
        Accepted = "accepted", "takket ja", "takka ja", ["ja"];
        /// They said no.
        Declined = "declined", "takket nei", "takka nei", ["nei"];
    }
}

records! {
    /// Somebody who waits for a course, or has taken one. No name, no date of birth, no number of the register.
    Person[PersonId, "person"] of "people" "personer" "personar" about person; check whose_relative; {
        /// In which role they come.
        role: Fact<PersonRole>, "rolle", "rolle";
        /// The patient whose relative they are. A relative belongs to the patient's target groups and waits with the patient's referral; one patient may have several.
        relative_of: Option<PersonId>, "pårørende til", "pårørande til";
        /// They want to come in the same run as the patient, or not at all: the patient and all who want that are placed together. Empty or unknown: by themselves.
        together: Fact<bool>, "sammen", "saman";
        /// The year of birth, and nothing more of the date.
        birth_year: Fact<BirthYear>, "fødselsår", "fødselsår";
        /// The municipality they live in.
        municipality: Fact<MunicipalityNo>, "kommunenummer", "kommunenummer", ["municipality_no", "kommune"];
        /// The courses they can follow, by the language that those are held in.
        languages: Fact<Vec<Language>>, "språk", "språk", ["language"];
        /// They can take part digitally: they have what it takes, and want to.
        digital: Fact<bool>, "digitalt", "digitalt", ["kan delta digitalt"];
        /// The target groups they belong to.
        target_groups: Fact<Vec<TargetGroupId>>, "målgrupper", "målgrupper", ["målgruppe", "target_group"];
        /// The days of the week they asked for; `none` where any day will do.
        weekdays: Fact<Vec<Weekday>>, "ukedager", "vekedagar";
        /// The parts of the day they asked for; `none` where any will do.
        half_days: Fact<Vec<HalfDay>>, "deler av dagen", "delar av dagen";
        /// The longest way to a course that they can manage, in minutes one way.
        travel_limit: Fact<u32>, "reisegrense", "reisegrense";
        /// A referral exists. Where `referrals` has a row for the person, that says yes.
        referred: Fact<bool>, "henvist", "tilvist";
    }

    /// Something that a person waits for.
    Referral of "referrals" "henvisninger" "tilvisingar" about person; check referred_to_something; {
        /// The person.
        person: PersonId, "person", "person";
        /// The offer, where the referral names one.
        offer: Option<OfferId>, "tilbud", "tilbod";
        /// The target group, where the referral names one instead of an offer.
        target_group: Option<TargetGroupId>, "målgruppe", "målgruppe";
        /// The day of the referral: the person has waited since.
        referred_on: Fact<NaiveDate>, "henvist dato", "tilvist dato";
        /// The last day on which the person must have begun, as the referral states it; never computed.
        deadline: Fact<NaiveDate>, "frist", "frist";
    }

    /// A run that somebody at the centre has judged right for a person. A person with such rows is considered for these runs and no others.
    Choice of "choices" "valg" "val" about person; check cost_in_reach; {
        /// The person.
        person: PersonId, "person", "person";
        /// The run.
        run: RunId, "kursrekke", "kursrekkje";
        /// How ill the run suits the person, less is better, at most 100000; empty: the rules say.
        cost: Option<u32>, "kostnad", "kostnad";
    }

    /// A place that was offered to a person, and the answer. The latest row of a person and a run holds, of one
    /// day the lowest.
    Placement of "placements" "plasseringer" "plasseringar" about person; check told_after; {
        /// The person.
        person: PersonId, "person", "person";
        /// The run.
        run: RunId, "kursrekke", "kursrekkje";
        /// How far it has come.
        state: PlacementState, "status", "status";
        /// Since which day that holds.
        on: NaiveDate, "dato", "dato";
        /// The day on which the person was told of the place; empty while they were not.
        told: Option<NaiveDate>, "varslet", "varsla";
    }

    /// Whether a person came to a session. What is recorded of a relative belongs to the patient's record.
    Attendance of "attendance" "oppmøte" "oppmøte" about person; {
        /// The person.
        person: PersonId, "person", "person";
        /// The run.
        run: RunId, "kursrekke", "kursrekkje";
        /// The day of the session.
        session: NaiveDate, "samling", "samling", ["dato"];
        /// They came.
        came: Fact<bool>, "møtte", "møtte";
    }

    /// How long the way is from one municipality to courses in another, or in the same. No row is about a person.
    Travel of "travel" "reisetid" "reisetid" {
        /// Where people live.
        from: MunicipalityNo, "fra", "frå";
        /// Where the room lies.
        to: MunicipalityNo, "til", "til";
        /// Minutes one way.
        minutes: u32, "minutter", "minutt";
    }
}

fn whose_relative(person: &Person) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = Vec::new();
    if let Some(patient) = &person.relative_of {
        if person.role == Fact::Known(PersonRole::Patient) {
            wrong.push(("relative_of", RowProblem::PatientOfPatient));
        }
        if *patient == person.id {
            wrong.push(("relative_of", RowProblem::OwnRelative));
        }
    }
    if person.together == Fact::Known(true) && person.relative_of.is_none() {
        wrong.push(("together", RowProblem::TogetherWithNobody));
    }
    wrong
}

fn referred_to_something(referral: &Referral) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = Vec::new();
    if referral.offer.is_none() && referral.target_group.is_none() {
        wrong.push(("offer", RowProblem::ReferredToNothing));
    }
    if let (Fact::Known(on), Fact::Known(deadline)) = (referral.referred_on, referral.deadline)
        && deadline < on
    {
        wrong.push(("deadline", RowProblem::DeadlineBeforeReferral));
    }
    wrong
}

/// The highest cost of a choice by hand: above all travel and weekdays, and far below what would outweigh
/// moving somebody who has a place.
pub const MOST_CHOICE_COST: u32 = 100_000;

fn cost_in_reach(choice: &Choice) -> Vec<(&'static str, RowProblem)> {
    let most = MOST_CHOICE_COST;
    match choice.cost {
        Some(cost) if cost > most => vec![("cost", RowProblem::CostTooHigh { most })],
        _ => Vec::new(),
    }
}

fn told_after(placement: &Placement) -> Vec<(&'static str, RowProblem)> {
    match placement.told {
        // An answer comes after the telling, so only the day of an offer bounds it.
        Some(told) if placement.state == PlacementState::Offered && told < placement.on => {
            vec![("told", RowProblem::ToldBeforePlaced)]
        }
        _ => Vec::new(),
    }
}
