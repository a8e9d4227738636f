//! What a run needs: rooms, leaders, calendar, budgets.

use chrono::{Datelike, NaiveDate};

use crate::fact::Fact;
use crate::finding::RowProblem;
use crate::id::{BudgetId, LeaderId, OrganisationId, RoomId, Slug, UnitId};
use crate::noun::Profession;
use crate::quantity::{Hours, MunicipalityNo, Ore};
use crate::{records, terms};

terms! {
    /// A part of a day in which a session is held.
    HalfDay "half_day" {
        /// Before noon.
        Morning = "morning", "formiddag", "formiddag", ["fm"];
        /// After noon.
        Afternoon = "afternoon", "ettermiddag", "ettermiddag", ["em"];
        /// In the evening.
        Evening = "evening", "kveld", "kveld", ["aften"];
    }

    /// A day of the week.
    Weekday "weekday" {
        /// Monday.
        Monday = "monday", "mandag", "måndag", ["man", "mån", "mon"];
        /// Tuesday.
        Tuesday = "tuesday", "tirsdag", "tysdag", ["tir", "tys", "tue"];
        /// Wednesday.
        Wednesday = "wednesday", "onsdag", "onsdag", ["ons", "wed"];
        /// Thursday.
        Thursday = "thursday", "torsdag", "torsdag", ["tor", "thu"];
        /// Friday.
        Friday = "friday", "fredag", "fredag", ["fre", "fri"];
        /// Saturday.
        Saturday = "saturday", "lørdag", "laurdag", ["lør", "lau", "sat"];
        /// Sunday.
        Sunday = "sunday", "søndag", "sundag", ["søn", "sun"];
    }

    /// How sure it is that somebody will lead.
    LeaderState "leader_state" {
        /// Somebody would like to have them.
        Wished = "wished", "ønsket", "ønskt", ["ønska"];
        /// The unit that lends them was asked.
        Asked = "asked", "spurt", "spurt";
        /// The unit has said yes.
        Confirmed = "confirmed", "bekreftet", "stadfesta", ["bekrefta"];
    }

    /// Why a time of the calendar is no time for courses.
    BusyKind "busy_kind" {
        /// The room is used otherwise, or the leader is away.
        Taken = "taken", "opptatt", "oppteken";
        /// The room is closed, or where none is named the whole centre: no session is held.
        Closed = "closed", "stengt", "stengd";
        /// A school break: the centre lays no session then but of runs that say so.
        SchoolBreak = "school_break", "skoleferie", "skuleferie";
    }

    /// What a budget counts.
    BudgetKind "budget_kind" {
        /// Kroner.
        Money = "money", "penger", "pengar";
        /// Hours of the centre's advisers.
        AdviserHours = "adviser_hours", "rådgivertimer", "rådgivartimar";
    }
}

/// A part of a day on which a session is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub half_day: HalfDay,
}

impl Weekday {
    /// The day of the week of a date.
    pub fn of(date: NaiveDate) -> Self {
        match date.weekday() {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }

    /// Monday to Friday.
    pub fn is_workday(self) -> bool {
        self < Weekday::Saturday
    }
}

records! {
    /// A room in which sessions can be held.
    Room[RoomId] of "rooms" "rom" "rom" check ends_after_start_room; {
        /// Its name.
        name: String, "navn", "namn";
        /// Whose room it is.
        organisation: Option<OrganisationId>, "organisasjon", "organisasjon";
        /// The municipality it lies in.
        municipality: Option<MunicipalityNo>, "kommunenummer", "kommunenummer", ["kommune"];
        /// How many people it takes.
        seats: Fact<u32>, "plasser", "plassar";
        /// What it is equipped with.
        equipment: Vec<Slug>, "utstyr", "utstyr";
        /// Groups follow runs there that are held elsewhere, and no run is held there itself; empty: runs can be held there.
        hub_only: Option<bool>, "bare mottak", "berre mottak";
        /// The days on which it can be used; empty: Monday to Friday.
        weekdays: Vec<Weekday>, "ukedager", "vekedagar";
        /// The parts of the day in which it can be used; empty: morning and afternoon.
        half_days: Vec<HalfDay>, "deler av dagen", "delar av dagen";
        /// The first day.
        from: Option<NaiveDate>, "fra", "frå";
        /// The last day.
        until: Option<NaiveDate>, "til", "til";
    }

    /// A role that leads or represents users in courses. Never a person: a position, with the unit
    /// that lends it.
    Leader[LeaderId] of "leaders" "kursholdere" "kurshaldarar" check ends_after_start_leader; {
        /// What the role is called, such as `diabetessykepleier 1`.
        role: String, "rolle", "rolle";
        /// Whose position it is.
        organisation: Option<OrganisationId>, "organisasjon", "organisasjon";
        /// The unit that lends it.
        unit: Option<UnitId>, "enhet", "eining";
        /// The profession.
        profession: Fact<Profession>, "faggruppe", "faggruppe";
        /// What the role can lead; a run names what it needs by the same words.
        competences: Vec<Slug>, "kompetanse", "kompetanse";
        /// How sure it is.
        state: LeaderState, "status", "status";
        /// The days on which it is free to lead; empty: Monday to Friday.
        weekdays: Vec<Weekday>, "ukedager", "vekedagar";
        /// The parts of the day; empty: morning and afternoon.
        half_days: Vec<HalfDay>, "deler av dagen", "delar av dagen";
        /// The first day.
        from: Option<NaiveDate>, "fra", "frå";
        /// The last day.
        until: Option<NaiveDate>, "til", "til";
        /// At most so many half-days from `plan_from` to `plan_until`, those that are past included.
        half_day_limit: Option<u32>, "maks halvdager", "maks halvdagar";
    }

    /// A time in which a room or a leader is taken, or on which the centre lays no session. Titles are
    /// neutral: a course's name is a diagnosis, and an absence has no reason.
    Busy of "calendar" "kalender" "kalender" check ends_after_start_busy; {
        /// The room that is taken.
        room: Option<RoomId>, "rom", "rom";
        /// The leader who is taken.
        leader: Option<LeaderId>, "kursholder", "kurshaldar";
        /// Why it is no time for courses; empty: the room or the leader is taken.
        kind: Option<BusyKind>, "type", "type";
        /// The first day.
        from: NaiveDate, "fra", "frå", ["dato"];
        /// The last day; empty: one day only.
        until: Option<NaiveDate>, "til", "til";
        /// Only on these days of the week; empty: every day.
        weekdays: Vec<Weekday>, "ukedager", "vekedagar";
        /// Only in these parts of the day; empty: the whole day.
        half_days: Vec<HalfDay>, "deler av dagen", "delar av dagen";
        /// A neutral title, such as `opptatt`.
        title: Option<String>, "tittel", "tittel";
    }

    /// Money or hours that runs draw on.
    Budget[BudgetId] of "budgets" "budsjett" "budsjett" check budget_has_its_amount; {
        /// Its name.
        name: String, "navn", "namn";
        /// What it counts.
        kind: BudgetKind, "type", "type";
        /// Whose it is.
        owner: Option<OrganisationId>, "eier", "eigar";
        /// Kroner, in a budget of money.
        amount: Option<Ore>, "beløp", "beløp";
        /// Hours, in a budget of adviser hours.
        hours: Option<Hours>, "timer", "timar";
        /// The first day on which a run that draws on it can begin.
        from: NaiveDate, "fra", "frå";
        /// The last day on which one can.
        until: NaiveDate, "til", "til";
        /// What the money may be used for.
        purpose: Option<String>, "formål", "føremål";
    }
}

/// What is wrong with a period that ends before it starts.
pub(super) fn period(
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Vec<(&'static str, RowProblem)> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => {
            vec![("until", RowProblem::EndsBeforeStart)]
        }
        _ => Vec::new(),
    }
}

fn ends_after_start_room(room: &Room) -> Vec<(&'static str, RowProblem)> {
    period(room.from, room.until)
}

fn ends_after_start_leader(leader: &Leader) -> Vec<(&'static str, RowProblem)> {
    period(leader.from, leader.until)
}

fn ends_after_start_busy(busy: &Busy) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = period(Some(busy.from), busy.until);
    match busy.kind {
        None | Some(BusyKind::Taken) if busy.room.is_none() == busy.leader.is_none() => {
            wrong.push(("room", RowProblem::RoomOrLeader));
        }
        Some(BusyKind::Closed) if busy.leader.is_some() => {
            wrong.push(("leader", RowProblem::ClosedLeader));
        }
        Some(BusyKind::SchoolBreak) if busy.leader.is_some() || busy.room.is_some() => {
            wrong.push(("kind", RowProblem::BreakOfOne));
        }
        None | Some(_) => {}
    }
    wrong
}

fn budget_has_its_amount(budget: &Budget) -> Vec<(&'static str, RowProblem)> {
    let mut wrong = period(Some(budget.from), Some(budget.until));
    let (column, stated, other, problem) = match budget.kind {
        BudgetKind::Money => (
            "amount",
            budget.amount.is_some(),
            budget.hours.is_some(),
            RowProblem::BudgetOfMoney,
        ),
        BudgetKind::AdviserHours => (
            "hours",
            budget.hours.is_some(),
            budget.amount.is_some(),
            RowProblem::BudgetOfHours,
        ),
    };
    if !stated || other {
        wrong.push((column, problem));
    }
    wrong
}
