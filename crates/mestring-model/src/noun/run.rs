//! Dated instances of offers: held, decided, and wished for.

use chrono::NaiveDate;

use crate::fact::Fact;
use crate::finding::RowProblem;
use crate::id::{BodyId, BudgetId, LeaderId, OfferId, OrganisationId, RoomId, RunId, Slug};
use crate::noun::{Format, HalfDay, Weekday};
use crate::quantity::{Hours, MunicipalityNo, Ore};
use crate::{records, terms};

terms! {
    /// How far a run has come.
    RunState "run_state" {
        /// Somebody wants it; it competes for capacity.
        Wished = "wished", "ønsket", "ønskt", ["ønska"];
        /// Somebody decided it; its room and leaders are taken.
        Decided = "decided", "vedtatt", "vedteken", ["planlagt", "bestemt"];
        /// It was held.
        Held = "held", "holdt", "halden", ["gjennomført", "avholdt"];
        /// It was cancelled.
        Cancelled = "cancelled", "avlyst", "avlyst";
    }

    /// How far apart the sessions of a run lie.
    Interval "interval" {
        /// On days that follow each other.
        Daily = "daily", "daglig", "dagleg";
        /// Once a week.
        Weekly = "weekly", "ukentlig", "kvar veke", ["hver uke"];
        /// Every second week.
        Fortnightly = "fortnightly", "annenhver uke", "annakvar veke";
        /// Every fourth week.
        FourWeekly = "four_weekly", "hver fjerde uke", "kvar fjerde veke", ["månedlig", "månadleg"];
    }
}

impl Interval {
    /// Days from one session to the next.
    pub fn days(self) -> u64 {
        match self {
            Interval::Daily => 1,
            Interval::Weekly => 7,
            Interval::Fortnightly => 14,
            Interval::FourWeekly => 28,
        }
    }
}

records! {
    /// A dated instance of an offer in this centre: held, decided, or wished for.
    Run[RunId] of "runs" "kursrekker" "kursrekkjer" check run_cells; {
        /// The offer.
        offer: OfferId, "tilbud", "tilbod";
        /// How far it has come.
        state: RunState, "status", "status";
        /// Who held it, where it was not this centre.
        held_by: Option<OrganisationId>, "holdt av", "halden av";
        /// The first session, of a run that was held, cancelled or decided.
        starts: Option<NaiveDate>, "start", "start";
        /// The earliest first session, of a run that is wished for.
        earliest: Option<NaiveDate>, "tidligst", "tidlegast";
        /// The latest first session, of a run that is wished for.
        latest: Option<NaiveDate>, "senest", "seinast";
        /// The day by which it must have started.
        deadline: Fact<NaiveDate>, "frist", "frist";
        /// Number of sessions, where it differs from the offer's.
        sessions: Fact<u32>, "samlinger", "samlingar";
        /// How far apart the sessions lie; empty: once a week.
        interval: Option<Interval>, "intervall", "intervall";
        /// The days it can be held on; empty: Monday to Friday.
        weekdays: Vec<Weekday>, "ukedager", "vekedagar";
        /// The parts of the day it can be held in; empty: morning or afternoon. A decided run has one.
        half_days: Vec<HalfDay>, "deler av dagen", "delar av dagen";
        /// Its sessions may lie in school breaks; empty: they do not.
        in_breaks: Option<bool>, "i skoleferier", "i skuleferiar";
        /// The room, of a run that is decided or was held.
        room: Option<RoomId>, "rom", "rom";
        /// The leaders, of a run that is decided or was held.
        leaders: Vec<LeaderId>, "kursholdere", "kurshaldarar";
        /// The competences it needs, one leader for each.
        needs: Vec<Slug>, "trenger", "treng";
        /// What the room must be equipped with.
        equipment: Vec<Slug>, "utstyr", "utstyr";
        /// How it is given, where it differs from the offer's.
        format: Fact<Format>, "form", "form";
        /// Seats, where they differ from the offer's.
        seats: Fact<u32>, "plasser", "plassar";
        /// How many must be expected to come for it to be held, where that differs from the offer's.
        minimum: Fact<u32>, "minste antall", "minste tal";
        /// The last day on which it can be cancelled because too few are expected.
        cancel_by: Option<NaiveDate>, "avlyses senest", "blir avlyst seinast";
        /// The role that decides whether it is cancelled, never a person's name.
        cancelled_by: Option<String>, "avlyses av", "blir avlyst av";
        /// Participants: who came, or who are expected.
        participants: Fact<u32>, "deltakere", "deltakarar";
        /// How many people wait for the course.
        waiting: Fact<u32>, "ventende", "ventande";
        /// Since when the one who has waited longest has waited.
        waiting_since: Fact<NaiveDate>, "ventet siden", "venta sidan";
        /// Kroner that it draws from its budget of money.
        cost: Fact<Ore>, "kostnad", "kostnad";
        /// Hours that it draws from its budget of adviser hours.
        adviser_hours: Fact<Hours>, "rådgivertimer", "rådgivartimar";
        /// The budgets it draws on: its whole cost from each of money, its hours from each of adviser hours. It begins in their days.
        budgets: Vec<BudgetId>, "budsjett", "budsjett";
    }

    /// Seats of a run that are kept for the people of some municipalities: those of a partner, of a committee, or those that are listed. They may have its other seats too. A ceiling on one group is written as seats that are kept for all others.
    ReservedSeats of "reservations" "forbeholdte_plasser" "reserverte_plassar" check for_somebody; {
        /// The run.
        run: RunId, "kursrekke", "kursrekkje";
        /// The partner: a municipality, or an organisation for the municipalities that its seats in bodies represent and those that are part of it.
        organisation: Option<OrganisationId>, "organisasjon", "organisasjon";
        /// The committee, for the municipalities that belong to it.
        committee: Option<BodyId>, "områdeutvalg", "områdeutval";
        /// Municipalities, beside those of the partner and the committee.
        municipalities: Vec<MunicipalityNo>, "kommuner", "kommunar";
        /// How many seats.
        seats: u32, "plasser", "plassar";
        /// The last day on which they are kept; after it all may have them. Empty: as long as the run takes people.
        until: Option<NaiveDate>, "til", "til";
    }

    /// A group that follows a hybrid or relayed run elsewhere, at the same times, in a room of another organisation: a row for each group, and two rows where two groups follow it in rooms of the same organisation.
    Hub of "hubs" "mottakssteder" "mottaksstader" {
        /// The run.
        run: RunId, "kursrekke", "kursrekkje";
        /// In whose room the group sits.
        organisation: OrganisationId, "organisasjon", "organisasjon";
        /// The room, of a run that is decided or was held; for a run that is wished for the plan finds one.
        room: Option<RoomId>, "rom", "rom";
        /// How many follow it there; where nobody says, any room is large enough. They are no ceiling for who gets a place; seats that are reserved can be one.
        seats: Fact<u32>, "plasser", "plassar";
        /// What the room must be equipped with.
        equipment: Vec<Slug>, "utstyr", "utstyr";
    }
}

fn for_somebody(reserved: &ReservedSeats) -> Vec<(&'static str, RowProblem)> {
    let nobody = reserved.organisation.is_none()
        && reserved.committee.is_none()
        && reserved.municipalities.is_empty();
    if nobody {
        return vec![("organisation", RowProblem::ReservedForNobody)];
    }
    Vec::new()
}

/// The most sessions that anything has: one each day of a year. A larger number is a slip of the pen.
pub const MOST_SESSIONS: u32 = 366;

fn run_cells(run: &Run) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = Vec::new();
    if let Fact::Known(sessions) = run.sessions
        && !(1..=MOST_SESSIONS).contains(&sessions)
    {
        let most = MOST_SESSIONS;
        wrong.push(("sessions", RowProblem::ImpossibleSessions { most }));
    }
    match run.state {
        RunState::Wished => {
            if let (Some(earliest), Some(latest)) = (run.earliest, run.latest)
                && latest < earliest
            {
                wrong.push(("latest", RowProblem::LatestBeforeEarliest));
            }
        }
        RunState::Decided | RunState::Held | RunState::Cancelled => {
            if run.starts.is_none() {
                wrong.push(("starts", RowProblem::NoStart { state: run.state }));
            }
            if run.state == RunState::Decided && run.half_days.len() > 1 {
                wrong.push(("half_days", RowProblem::SeveralHalfDays));
            }
        }
    }
    if let (Some(last), Some(starts)) = (run.cancel_by, run.starts)
        && last > starts
    {
        wrong.push(("cancel_by", RowProblem::CancelledAfterStart));
    }
    if let (Fact::Known(minimum), Fact::Known(seats)) = (run.minimum, run.seats)
        && minimum > seats
    {
        wrong.push(("minimum", RowProblem::MinimumAboveSeats));
    }
    wrong
}
