//! The public face: joins a desk, its packs and a date, and answers the coordinator's questions.
//!
//! The verbs know nothing of scripts, and the rules nothing of verbs; this is where verdicts meet
//! facts. Everything here is `Send` and `Sync`, holds no global state and does not block.

use std::ops::ControlFlow;

use chrono::{Datelike, NaiveDate};
use mestring_model::facts::{FactRow, Judged};
use mestring_model::id::{RoomId, RunId};
use mestring_model::noun::{Status, TopicTerm};
use mestring_model::term::Term;
use mestring_model::{Answer, Desk, Finding, PersonStore};
use mestring_rules::{Pack, RowError};

use crate::obligations::{ObligationReport, obligation_facts};
use crate::overview::Overview;
use crate::pathways::Pathways;
use crate::plan::{
    Bottleneck, DigitalPlan, OneLeader, Order, Period, Progress, Search, Slot, run_facts,
};
use crate::relate::score::{self, Score, score};
use crate::relate::{Relations, pair_facts};
use crate::synthetic::Draws;
use crate::topics::Topics;

#[cfg(feature = "arrow")]
pub mod assigned;
pub mod compare;
mod error;
mod event;
mod explanation;
mod freed;
mod live;
pub mod need;
mod order;
mod overview;
mod packs;
mod pathways;
mod places;
mod proposal;
mod related;
mod what_if;

pub use compare::{CompareError, Comparison, GivenPack};
pub use error::DecideError;
pub use event::{
    BudgetLeft, Draw, Event, EventError, GivenBack, LeaderGap, Less, NoSeat, OpenSeat, OpenSlot,
    Opened, Outlook, RoomGap, Shifted, Substitute, apply,
};
pub use explanation::{Control, ExplainedFact, Explanation, Lift, Versus};
pub use freed::{FreedNote, FreedOption};
pub use live::{LivePacks, OfferProblem, Offered, Refusal, Swap};
pub use need::Need;
pub(crate) use order::{Standing, draw};
pub use packs::{PackFiles, Packs, PacksError};
pub use pathways::PathwayQuestion;
pub(crate) use pathways::municipality_name;
pub use places::{
    Ask, Asked, Blocked, BlockedGroup, BlockingRun, ChainStep, ChoiceRows, ComparedGroup,
    Comparison as PlaceComparison, DistanceBand, Expected, Group, GroupCompared, GroupState,
    Holders, LanguageGroup, MoreSeats, MoveReason, NextInLine, NoShow, Outcome, Overlap, Parted,
    PersonPlace, PersonRows, PlaceSettings, Places, ReservedPlaces, ReservedState, RunPlaces,
    RunWorth, Step, TogetherPlaces, WayToGive,
};
pub use proposal::{Above, Moved, PackRef, Proposal, RankedRun, RuleTitle, moved};
pub use what_if::{WhatIf, WhatIfError};

/// What is scarcest in a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scarcity {
    /// What one more leader, room or budget would give, what gives most first.
    pub bottlenecks: Vec<Bottleneck>,
    /// The competences that one confirmed leader alone has, those with most runs first.
    pub one_leader: Vec<OneLeader>,
}

/// A desk with its packs on a date, ready to answer.
///
/// ```
/// use mestring::decide::{Decider, Packs};
/// use mestring::model::{Desk, RawTable};
///
/// let mut offers = RawTable::with_headings("offers.csv", ["id", "title", "sessions"]);
/// offers.push(vec!["DM2".into(), "Startkurs diabetes type 2".into(), "2".into()]);
/// let mut runs = RawTable::with_headings("runs.csv", ["id", "offer", "state", "format"]);
/// runs.push(vec!["R1".into(), "DM2".into(), "wished".into(), "digital_live".into()]);
/// let (desk, findings) = Desk::builder().table("offers", offers).table("runs", runs).build();
/// assert!(findings.is_empty());
///
/// let packs = Packs::shipped()?;
/// let proposal = Decider::new(&desk, &packs, "2026-11-22".parse()?, None).proposal()?;
/// assert_eq!(proposal.plan.runs[0].run.as_str(), "R1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Decider<'a> {
    desk: &'a Desk,
    as_of: NaiveDate,
    seed: u64,
    topics: Topics,
    /// Each question fixes the parameters of the packs that it asks, and of no other, so that a
    /// parameter without a value on the date stops only what needs it.
    packs: Packs,
}

impl<'a> Decider<'a> {
    /// Questions to a desk on a date, answered by the packs with their parameters of that date.
    ///
    /// `seed` is the seed of draws between runs that all rules hold equal: the argument, else the
    /// desk's, else the date as eight digits.
    pub fn new(desk: &'a Desk, packs: &Packs, as_of: NaiveDate, seed: Option<u64>) -> Self {
        let date_digits = i64::from(as_of.year()) * 10_000
            + i64::from(as_of.month()) * 100
            + i64::from(as_of.day());
        Decider {
            desk,
            as_of,
            seed: seed
                .or(desk.settings.seed)
                .unwrap_or(date_digits.unsigned_abs()),
            topics: Topics::of(desk),
            packs: packs.clone(),
        }
    }

    /// The desk.
    pub fn desk(&self) -> &'a Desk {
        self.desk
    }

    /// The date of the questions.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The seed of draws.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The topics and target groups of every offer, stated or derived from titles.
    pub fn topics(&self) -> &Topics {
        &self.topics
    }

    /// What reference data and the topic list say is wrong with the desk: municipality numbers that
    /// do not stand on the date, own topic words that cannot be used, and answers that nothing is
    /// offered by those of whom an offer is listed; and which packs are not in force on the date.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = mestring_data::check::check(self.desk, self.as_of);
        findings.extend(self.topics.problems().iter().map(|problem| {
            let place = self.desk.place::<TopicTerm>(problem.row);
            Finding::new(place, problem.error.clone())
        }));
        findings.extend(overview::contradictions(self.desk, &self.overview()));
        findings.extend(pathways::findings(self));
        findings.extend(self.packs.outside_validity(self.as_of));
        findings
    }

    /// The packs in use, with their texts.
    pub fn pack_set(&self) -> &Packs {
        &self.packs
    }

    /// The packs by which the desk is judged, in the order: priority, format, requirements, relation,
    /// obligation. Those by which people are judged are [`Packs::of_people`].
    pub fn packs(&self) -> Vec<PackRef> {
        self.packs.of_desk().map(pack_ref).collect()
    }

    /// The days that the plan may use: the desk's, but never before the day after the date of the
    /// question; without an end in the desk, the half-year that follows.
    ///
    /// # Errors
    /// The desk's plan ends before it starts.
    pub fn period(&self) -> Result<Period, DecideError> {
        let tomorrow = self.as_of.succ_opt().unwrap_or(self.as_of);
        let from = self
            .desk
            .settings
            .plan_from
            .map_or(tomorrow, |from| from.max(tomorrow));
        let until = self.desk.settings.plan_until.unwrap_or_else(|| {
            from.checked_add_months(chrono::Months::new(6))
                .unwrap_or(from)
        });
        if until < from {
            Err(DecideError::EmptyPeriod { from, until })
        } else {
            Ok(Period { from, until })
        }
    }

    /// Who offers what to whom at which level, and how much of it is known.
    pub fn overview(&self) -> Overview {
        crate::overview::overview(self.desk, &self.topics, self.as_of)
    }

    /// Which offers cover which step of which pathway, for whom: gaps, hand-overs, and what is offered
    /// twice, with how those offers relate.
    ///
    /// # Errors
    /// The desk has no such target group, pathway or municipality; and where offers are to be related,
    /// what [`relations`](Self::relations) may say.
    pub fn pathways(&self, question: &PathwayQuestion) -> Result<Pathways, DecideError> {
        let mut found = pathways::pathways(self, question)?;
        pathways::relate(self, &mut found)?;
        Ok(found)
    }

    /// All pathways for the whole area, without how offers relate: what no rule is asked for.
    pub fn pathway_cover(&self) -> Pathways {
        pathways::cover(self, &crate::pathways::Scope::default())
    }

    /// Which runs get the capacity, in the order of priority, and why.
    ///
    /// # Errors
    /// A rule that stops, a parameter that has no value on the date, and a plan without days.
    pub fn proposal(&self) -> Result<Proposal, DecideError> {
        order::proposal(self)
    }

    /// The same in an order of one's own: run by run, as [`proposal`](Self::proposal), or class by class
    /// with the most participants in each, where a run may yield to one that ranks below it in its
    /// class. `watch` is told how far the search has come; when it breaks, the plan can be used, but
    /// less was tried.
    ///
    /// # Errors
    /// As [`proposal`](Self::proposal).
    pub fn proposal_in(
        &self,
        order: Order,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Proposal, DecideError> {
        let period = self.period()?;
        order::proposal_by(self, |ranked| {
            crate::plan::plan_with(self.desk, period, ranked, Search::of(order), watch)
        })
    }

    /// What is scarcest in a proposal: what one more leader, room or budget would give, and what hangs on
    /// one leader. `watch` is told how many things are looked at and of how many; when it breaks, the
    /// rest are left out.
    ///
    /// # Errors
    /// The desk is too large for the planner.
    pub fn scarcity(
        &self,
        proposal: &Proposal,
        watch: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Scarcity, DecideError> {
        let plan = &proposal.plan;
        let search = Search::of(plan.order);
        Ok(Scarcity {
            bottlenecks: crate::plan::bottlenecks(self.desk, plan, search, watch)?,
            one_leader: crate::plan::one_leader(self.desk, plan),
        })
    }

    /// What it gives in a proposal that the format pack lets runs be held digitally: which rooms that
    /// frees and which runs have a place by it, beside the plan in which none may; `None` where it lets
    /// no run that was asked for in a room. `watch` is told how far planning again has come; when it
    /// breaks, less was tried.
    ///
    /// # Errors
    /// The desk is too large for the planner.
    pub fn digital(
        &self,
        proposal: &Proposal,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Option<DigitalPlan>, DecideError> {
        let plan = &proposal.plan;
        let search = Search::of(plan.order);
        Ok(crate::plan::digital(self.desk, plan, search, watch)?)
    }

    /// Need beside capacity: who waits and how many are referred, by course and target group, beside the
    /// seats of a proposal and those who came last year. Without a store, what the desk states.
    pub fn need(&self, proposal: &Proposal, store: Option<&PersonStore>) -> Need {
        need::need(self, proposal, store)
    }

    /// How often relations agree with labels. The samples of the interval are drawn by a seed.
    pub fn score(judged: &[score::Judged], seed: u64) -> Score {
        let mut draws = Draws::new(seed);
        score(judged, &mut |bound| draws.below(bound))
    }

    /// Notes with each refused run of a proposal the single changes that would let it in, each verified
    /// by planning again. `watch` is told how many refused runs are done and of how many; when it
    /// breaks, those that are left have none noted.
    ///
    /// # Errors
    /// The desk is too large for the planner.
    pub fn find_remedies(
        &self,
        proposal: &mut Proposal,
        watch: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<(), DecideError> {
        let plan = &mut proposal.plan;
        let search = Search::of(plan.order);
        Ok(crate::plan::find_remedies(self.desk, plan, search, watch)?)
    }

    /// Why a wished run stands where it does: every criterion with the clause that fired, what was
    /// added up, and where the facts are stated. For the staff of the centre.
    ///
    /// # Errors
    /// The desk has no such run, the run is not wished for, and what keeps a
    /// [`proposal`](Self::proposal) away.
    pub fn explain(&self, run: &RunId) -> Result<Explanation, DecideError> {
        explanation::explain(self, run)
    }

    /// What separates two wished runs, and the least changes of one fact of the lower run after which
    /// the rules place it above the upper one, each found by judging. For the staff of the centre.
    ///
    /// # Errors
    /// As [`explain`](Self::explain), and the same run twice.
    pub fn explain_over(&self, run: &RunId, other: &RunId) -> Result<Versus, DecideError> {
        explanation::versus(self, run, other)
    }

    /// The runs that could use a room that became free, in the order of a proposal.
    ///
    /// # Errors
    /// The desk has no such room, or the plan may not use the day.
    pub fn freed(
        &self,
        proposal: &Proposal,
        room: &RoomId,
        slot: Slot,
    ) -> Result<Vec<FreedOption>, DecideError> {
        if self.desk.room(room).is_none() {
            return Err(DecideError::no_such_room(self.desk, room));
        }
        self.plans_on(proposal.plan.period, slot.date)?;
        Ok(freed::freed(self.desk, &proposal.plan, room, slot))
    }

    /// What keeps sessions away from a room at a time, whatever is free: a decided run that has it, a
    /// public holiday, a closed day, the days on which the room is open. Empty where nothing does.
    ///
    /// # Errors
    /// The desk has no such room.
    pub fn freed_notes(&self, room: &RoomId, slot: Slot) -> Result<Vec<FreedNote>, DecideError> {
        match self.desk.room(room) {
            Some(_) => Ok(freed::notes(self.desk, room, slot)),
            None => Err(DecideError::no_such_room(self.desk, room)),
        }
    }

    /// The plan may use the day.
    fn plans_on(&self, period: Period, date: NaiveDate) -> Result<(), DecideError> {
        let Period { from, until } = period;
        if date <= self.as_of {
            let as_of = self.as_of;
            return Err(DecideError::NotAfter { date, as_of });
        }
        match (from..=until).contains(&date) {
            true => Ok(()),
            false => Err(DecideError::outside(period, date)),
        }
    }

    /// The desk after an event, with what the event opens: which runs could use a time that became
    /// free, what a new proposal would move, who could lead instead, whose list has a seat.
    ///
    /// The desk of this decider stays as it is.
    ///
    /// # Errors
    /// The event names what the desk does not have or what cannot have happened to it, and what
    /// [`proposal`](Self::proposal) may say.
    pub fn after(&self, event: &Event) -> Result<Outlook, EventError> {
        event::outlook(self, event)
    }

    /// What the plan would become if these events happened, one after the other, with as little change
    /// as can be found: whoever loses a place, room or leader is placed again, and then others come in
    /// where that moves nothing that is decided. The desk of this decider stays as it is.
    ///
    /// # Errors
    /// An event that names what the desk does not have or what cannot have happened to it, and what
    /// keeps a [`proposal`](Self::proposal) away.
    pub fn what_if(&self, events: &[Event]) -> Result<WhatIf, WhatIfError> {
        what_if::what_if(self, events)
    }

    /// The same questions to another desk: same packs, date and seed.
    fn on<'b>(&self, desk: &'b Desk) -> Decider<'b> {
        Decider::new(desk, &self.packs, self.as_of, Some(self.seed))
    }

    /// The records of a kind as rules see them: the wished runs, every two offers, or the
    /// obligations, in the order of the desk's rows. None for kinds of which a desk holds none.
    pub fn facts(&self, judged: Judged) -> Option<Vec<FactRow>> {
        match judged {
            Judged::Run => {
                let runs = run_facts(self.desk, &self.topics, self.as_of);
                Some(runs.iter().map(|(_, facts)| facts.row()).collect())
            }
            Judged::Pair => {
                let pairs = pair_facts(self.desk, &self.topics);
                Some(pairs.iter().map(|pair| pair.facts.row()).collect())
            }
            Judged::Obligation => {
                let all = obligation_facts(self.desk, self.as_of);
                Some(all.iter().map(|facts| facts.row()).collect())
            }
            Judged::Person | Judged::Choice => None,
        }
    }

    /// The error of a rule with the record on which it came, one of [`Self::facts`].
    pub(super) fn on_record(&self, judged: Judged, wrong: RowError) -> DecideError {
        let RowError { row, error } = wrong;
        let offer = |at: usize| self.desk.offers.get(at).map(|own| own.id.as_str());
        let record = match judged {
            Judged::Run => {
                let runs = run_facts(self.desk, &self.topics, self.as_of);
                let run = runs.get(row).and_then(|(at, _)| self.desk.runs.get(*at));
                run.map(|own| own.id.to_string())
            }
            Judged::Pair => {
                let pairs = pair_facts(self.desk, &self.topics);
                let pair = pairs.get(row);
                pair.and_then(|own| Some(format!("{} + {}", offer(own.a)?, offer(own.b)?)))
            }
            Judged::Obligation => {
                let obligation = self.desk.obligations.get(row);
                obligation.map(|own| own.id.to_string())
            }
            Judged::Person | Judged::Choice => None,
        };
        match record {
            Some(record) => DecideError::Record {
                judged,
                record,
                error,
            },
            None => error.into(),
        }
    }

    /// How every two offers relate, and what to do about it.
    ///
    /// # Errors
    /// A rule that stops, and a parameter that has no value on the date.
    pub fn relations(&self) -> Result<Relations, DecideError> {
        related::relations(self)
    }

    /// Who gets a place in which run, of the people who wait in a store, and what has to be asked of
    /// those who could not be judged.
    ///
    /// The draw between people who are equal in all else is by the store's seed; without one, cost
    /// decides between them. Whoever has a place stands before all who have none.
    ///
    /// # Errors
    /// A rule that stops, a parameter that has no value on the date, and more than can be counted.
    pub fn places(
        &self,
        store: &PersonStore,
        settings: PlaceSettings,
    ) -> Result<Places, DecideError> {
        places::places(self, store, settings)
    }

    /// What rules read of each person of a store who waits or has a place: what the class pack judges.
    pub fn person_rows(&self, store: &PersonStore) -> PersonRows {
        places::person_rows(self, store)
    }

    /// What rules read of each of those people with each run that they are considered for: what the
    /// packs of eligibility and preference judge. A run whose seats nobody states is considered for
    /// nobody.
    ///
    /// # Errors
    /// The format pack names each run's first format: its rule stops, or a parameter of it has no value
    /// on the date.
    pub fn choice_rows(&self, store: &PersonStore) -> Result<ChoiceRows, DecideError> {
        places::choice_rows(self, store)
    }

    /// How it stands with every duty and promise.
    ///
    /// # Errors
    /// A rule that stops, and a parameter that has no value on the date.
    pub fn obligations(&self) -> Result<ObligationReport, DecideError> {
        let facts = obligation_facts(self.desk, self.as_of);
        let rows: Vec<FactRow> = facts.iter().map(|facts| facts.row()).collect();
        let bench = self.packs.obligation().at(self.as_of)?;
        let judgements = bench
            .judge_all(&rows)
            .map_err(|wrong| self.on_record(bench.judged(), wrong))?;
        let statuses = judgements.iter().filter_map(|judgement| {
            let verdict = judgement.first()?.clone();
            let status = match &verdict.answer {
                Answer::Word(word) => Status::parse(word).unwrap_or(Status::CannotTell),
                _ => Status::CannotTell,
            };
            Some((status, verdict))
        });
        Ok(crate::obligations::report(
            self.desk,
            self.as_of,
            statuses.collect(),
        )?)
    }
}

fn pack_ref(pack: &Pack) -> PackRef {
    PackRef {
        name: pack.manifest().name.clone(),
        version: pack.manifest().version.clone(),
        hash: pack.hash().to_owned(),
    }
}
