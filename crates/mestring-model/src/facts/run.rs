//! What rules may read about a run that wants capacity.

use std::sync::Arc;

use super::{Agreement, facts};
use crate::noun::{Audience, DigitalResult, Format, Level, Lifecycle, Profession, UserRole};

facts! {
    /// A run that wants capacity, with what its offer and the centre's history say.
    RunFacts, Run {
        /// The offer's title.
        title: Arc<str>, None, "tittel", "tittel";
        /// Where in the health service the offer stands.
        level: Level, None, "nivå", "nivå";
        /// The offer's state as its source states it; whether a course counts as established in the centre is read from the history of runs instead.
        lifecycle: Lifecycle, None, "status", "status";
        /// Who the course is for.
        audience: Audience, None, "deltakere", "deltakarar";
        /// The target groups the course serves, by their ids.
        target_groups: Vec<Arc<str>>, None, "målgrupper", "målgrupper";
        /// One of the target groups is among the plan's focus groups (their relatives included).
        focus_group: bool, None, "satsingsgruppe", "satsingsgruppe";
        /// One of the target groups is a large patient population with a chronic condition.
        large_chronic_group: bool, None, "stor kronikergruppe", "stor kronikargruppe";
        /// How many runs of this course were held in this centre in the recorded history.
        times_held: i64, Some("runs"), "ganger holdt", "gonger halde";
        /// Whole months since a run of this course was last held in this centre; not stated where it never was.
        months_since_held: i64, Some("months"), "måneder siden sist", "månader sidan sist";
        /// Runs of this course per half-year in the last full calendar year, rounded up.
        usual_per_half_year: i64, Some("runs"), "vanlig antall per halvår", "vanleg tal per halvår";
        /// Which run of this course this would be in its half-year, 1 for the first, runs already decided counted first.
        number_in_half_year: i64, Some("runs"), "nummer i halvåret", "nummer i halvåret";
        /// Days from the date of the plan to the date by which the run must have started; not stated where there is none.
        days_to_deadline: i64, Some("days"), "dager til frist", "dagar til frist";
        /// How many people wait for this course.
        waiting: i64, Some("persons"), "ventende", "ventande";
        /// How long the one who has waited longest has waited.
        longest_wait_days: i64, Some("days"), "lengste ventetid", "lengste ventetid";
        /// How many people are expected to attend.
        expected_participants: i64, Some("persons"), "ventede deltakere", "venta deltakarar";
        /// The format the run asks for.
        format: Format, None, "form", "form";
        /// What the evidence says of digital against physical courses of this class.
        digital_result: DigitalResult, None, "resultat digitalt", "resultat digitalt";
        /// Number of sessions.
        sessions: i64, Some("sessions"), "samlinger", "samlingar";
        /// Teaching hours in all.
        hours: f64, Some("hours"), "timer", "timar";
        /// Seats in the course.
        seats: i64, Some("seats"), "plasser", "plassar";
        /// A referral is required.
        referral: bool, None, "henvisning", "tilvising";
        /// Physical activity is part of the course.
        activity: bool, None, "fysisk aktivitet", "fysisk aktivitet";
        /// Somebody has judged that physical activity is appropriate in this course.
        activity_appropriate: bool, None, "aktivitet er hensiktsmessig", "aktivitet er føremålstenleg";
        /// Users take part in the course in some way that the source does not detail.
        user_involved: bool, None, "brukermedvirkning", "brukarmedverknad";
        /// Who brings user knowledge into the planning.
        user_planning: Vec<UserRole>, None, "brukerrolle i planlegging", "brukarrolle i planlegging";
        /// Who brings user knowledge into the teaching.
        user_delivery: Vec<UserRole>, None, "brukerrolle i gjennomføring", "brukarrolle i gjennomføring";
        /// Who brings user knowledge into the evaluation.
        user_evaluation: Vec<UserRole>, None, "brukerrolle i evaluering", "brukarrolle i evaluering";
        /// The professions that teach.
        professions: Vec<Profession>, None, "faggrupper", "faggrupper";
    }
}

/// What follows from the same rows of a desk: the runs of the course that were held, the people who
/// wait for it, and its target groups with their classes.
pub(super) const AGREEMENTS: &[Agreement] = &[
    Agreement::Detail {
        count: "times_held",
        detail: "months_since_held",
        always: true,
    },
    Agreement::Among {
        part: "usual_per_half_year",
        whole: "times_held",
    },
    Agreement::Detail {
        count: "waiting",
        detail: "longest_wait_days",
        always: false,
    },
    Agreement::Determines {
        by: "target_groups",
        facts: &["focus_group", "large_chronic_group"],
    },
];
