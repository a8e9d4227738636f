//! What rules may read about a person who waits, and about that person with a run.
//! No identifier is among them: a rule never needs to know who somebody is.

use std::sync::Arc;

use super::{Agreement, facts};
use crate::noun::{Format, Language};

facts! {
    /// A person who waits for a place.
    PersonFacts, Person {
        /// Days until the deadline on the referral, negative where it has passed; not stated where the referral has none.
        days_to_deadline: i64, Some("days"), "dager til frist", "dagar til frist";
        /// Days since the referral.
        days_waited: i64, Some("days"), "dager ventet", "dagar venta";
        /// The person comes as a relative.
        relative: bool, None, "pårørende", "pårørande";
        /// The age that the person reaches in the year of the question; only the year of birth is kept.
        age: i64, Some("years"), "alder", "alder";
        /// The target groups the person belongs to, by their ids.
        target_groups: Vec<Arc<str>>, None, "målgrupper", "målgrupper";
        /// One of them is a focus group.
        focus_group: bool, None, "satsingsgruppe", "satsingsgruppe";
        /// A referral exists.
        referred: bool, None, "henvist", "tilvist";
    }
}

facts! {
    /// A person together with a run that could serve them.
    ChoiceFacts, Choice {
        /// The person belongs to a target group of the run, or is referred to its offer.
        in_target_group: bool, None, "i målgruppen", "i målgruppa";
        /// The run is meant for people in the person's role (patient or relative).
        audience_fits: bool, None, "rollen passer", "rolla passar";
        /// The run is for people of certain ages; not stated where nobody says so.
        age_limit: bool, None, "aldersgrense", "aldersgrense";
        /// The person's age lies in the run's age band; not stated where the year of birth leaves it open.
        age_fits: bool, None, "alderen passer", "alderen passar";
        /// The run requires a referral and the person has one, or it requires none.
        referral_fits: bool, None, "henvisning i orden", "tilvising i orden";
        /// The person lives in the run's catchment.
        in_catchment: bool, None, "i opptaksområdet", "i opptaksområdet";
        /// Travel time one way, to the nearest place where a group follows the run if that is nearer; none where nobody has to come.
        travel_minutes: i64, Some("minutes"), "reisetid", "reisetid";
        /// The way is no longer than the person can manage.
        within_travel_limit: bool, None, "innenfor reisegrensen", "innanfor reisegrensa";
        /// The run's format.
        format: Format, None, "form", "form";
        /// The format that the rules of format name for the run; not stated where they cannot tell.
        first_format: Format, None, "førstevalgt form", "førstevald form";
        /// The person can take part digitally.
        can_attend_digitally: bool, None, "kan delta digitalt", "kan delta digitalt";
        /// The language the run is held in.
        language: Language, None, "språk", "språk";
        /// The run is held in a language that the person follows.
        language_fits: bool, None, "språket passer", "språket passar";
        /// The run lies at a time that the person asked for.
        time_fits: bool, None, "tiden passer", "tida passar";
        /// The run starts by the deadline on the referral; not stated where the referral has none.
        starts_by_deadline: bool, None, "starter innen fristen", "startar innan fristen";
    }
}

/// What follows from the target groups that a person belongs to.
pub(super) const AGREEMENTS: &[Agreement] = &[Agreement::Determines {
    by: "target_groups",
    facts: &["focus_group"],
}];
