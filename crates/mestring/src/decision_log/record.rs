//! From an answer to its entries.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::facts::FactRow;
use mestring_model::term::Term;
use mestring_model::verdict::Verdict;
use mestring_rules::{Pack, SCRIPTS};

use super::datum::{self, Datum, Given};
use super::entry::{
    Case, Decided, DecidedPair, Engine, Entry, LoggedAnswer, PackText, PackUsed, Placed,
    PlanResult, RelationsResult, Result as Answered, RunResult, Said, Subject,
};
use super::inputs::inputs;
use super::line::Reader;
use crate::decide::{Decider, Proposal};
use crate::obligations::ObligationReport;
use crate::plan::{Lack, Outcome, PlannedRun};
use crate::relate::Relations;

/// What answers in this build.
pub fn engine() -> Engine {
    Engine {
        mestring: env!("CARGO_PKG_VERSION").to_owned(),
        scripts: SCRIPTS.to_owned(),
    }
}

/// The entries that an answer adds to a log: the texts of packs that it does not hold yet, then the
/// answer.
pub fn entries(decider: &Decider<'_>, answer: LoggedAnswer, log: &Reader) -> Vec<Entry> {
    let packs = decider.pack_set().all().filter(|pack| {
        let used = answer.packs.iter().any(|own| own.sha256 == pack.hash());
        used && !log.has_pack(pack.hash())
    });
    let mut entries: Vec<Entry> = packs.map(|pack| Entry::Pack(text(pack))).collect();
    entries.push(Entry::Answer(answer));
    entries
}

/// The text of a pack.
fn text(pack: &Pack) -> PackText {
    PackText {
        name: pack.manifest().name.clone(),
        version: pack.manifest().version.clone(),
        sha256: pack.hash().to_owned(),
        files: pack.files().clone(),
    }
}

/// The entry of a proposal, written on a day.
pub fn plan(decider: &Decider<'_>, proposal: &Proposal, made: NaiveDate) -> LoggedAnswer {
    let packs = decider.pack_set();
    let used: Vec<&Pack> = [Some(packs.priority()), packs.format()]
        .into_iter()
        .flatten()
        .chain(packs.requirements())
        .collect();
    let mut cases = Cases::new(&used);
    let planned = proposal.plan.runs.iter().zip(&proposal.runs);
    for (run, ranked) in planned {
        let verdicts = ranked.verdicts.iter();
        let verdicts = verdicts.chain(&ranked.format).chain(&ranked.requirements);
        cases.add([run.run.to_string()].into(), &ranked.facts.row(), verdicts);
    }
    let runs = proposal.plan.runs.iter().map(|run| of_run(decider, run));
    let result = PlanResult {
        from: proposal.plan.period.from,
        until: proposal.plan.period.until,
        runs: runs.collect(),
    };
    cases.answer(decider, made, Answered::Plan(result))
}

/// The entry of relations between offers, written on a day.
pub fn relations(decider: &Decider<'_>, relations: &Relations, made: NaiveDate) -> LoggedAnswer {
    let mut cases = Cases::new(&[decider.pack_set().relation()]);
    let mut decided = Vec::new();
    for pair in &relations.pairs {
        let ids = vec![pair.a.to_string(), pair.b.to_string()];
        let human = pair.decided.and_then(|at| decider.desk().verdicts.get(at));
        decided.extend(human.map(|human| DecidedPair {
            ids: ids.clone(),
            relation: pair.relation.code().to_owned(),
            action: pair.action.code().to_owned(),
            role: human.role.clone(),
            on: human.on,
        }));
        cases.add(ids, &pair.facts.row(), [&*pair.verdict]);
    }
    decided.sort_by(|one, other| one.ids.cmp(&other.ids));
    let by_relation = relations.by_relation.iter();
    let by_action = relations.by_action.iter();
    let result = RelationsResult {
        by_relation: by_relation
            .map(|(own, count)| (own.code().to_owned(), *count))
            .collect(),
        by_action: by_action
            .map(|(own, count)| (own.code().to_owned(), *count))
            .collect(),
        decided,
    };
    cases.answer(decider, made, Answered::Relations(result))
}

/// The entry of how it stands with the obligations, written on a day.
pub fn obligations(
    decider: &Decider<'_>,
    report: &ObligationReport,
    made: NaiveDate,
) -> LoggedAnswer {
    let mut cases = Cases::new(&[decider.pack_set().obligation()]);
    let mut statuses = BTreeMap::new();
    for item in &report.items {
        let id = item.id.to_string();
        statuses.insert(id.clone(), item.status.code().to_owned());
        cases.add([id].into(), &item.facts.row(), [&item.verdict]);
    }
    cases.answer(decider, made, Answered::Obligations(statuses))
}

/// The records of an answer while they are gathered.
struct Cases {
    packs: Vec<PackUsed>,
    /// The verdicts by the facts that they rest on: rules answer the same for the same facts.
    by_facts: BTreeMap<BTreeMap<String, Datum>, Vec<Said>>,
    subjects: Vec<(Vec<String>, BTreeMap<String, Datum>)>,
}

impl Cases {
    fn new(packs: &[&Pack]) -> Self {
        let packs = packs.iter().map(|pack| used(pack));
        Cases {
            packs: packs.collect(),
            by_facts: BTreeMap::new(),
            subjects: Vec::new(),
        }
    }

    fn add<'v>(
        &mut self,
        ids: Vec<String>,
        row: &FactRow,
        verdicts: impl IntoIterator<Item = &'v Verdict>,
    ) {
        let facts = datum::facts(row);
        let packs = &self.packs;
        self.by_facts.entry(facts.clone()).or_insert_with(|| {
            let verdicts = verdicts.into_iter();
            verdicts.filter_map(|own| said(packs, own)).collect()
        });
        self.subjects.push((ids, facts));
    }

    fn answer(mut self, decider: &Decider<'_>, made: NaiveDate, result: Answered) -> LoggedAnswer {
        self.subjects.sort();
        let places: BTreeMap<&BTreeMap<String, Datum>, usize> =
            self.by_facts.keys().zip(0..).collect();
        let subjects = self.subjects.into_iter().filter_map(|(ids, facts)| {
            let case = *places.get(&facts)?;
            Some(Subject { ids, case })
        });
        let subjects = subjects.collect();
        let cases = self.by_facts.into_iter();
        LoggedAnswer {
            made,
            as_of: decider.as_of(),
            seed: decider.seed(),
            engine: engine(),
            desk: decider.desk().settings.name.clone(),
            inputs: inputs(decider.desk()),
            packs: self.packs,
            cases: cases
                .map(|(facts, verdicts)| Case { facts, verdicts })
                .collect(),
            subjects,
            result,
        }
    }
}

/// A pack as an answer names it.
pub(super) fn used(pack: &Pack) -> PackUsed {
    PackUsed {
        kind: pack.kind().code().to_owned(),
        name: pack.manifest().name.clone(),
        version: pack.manifest().version.clone(),
        sha256: pack.hash().to_owned(),
    }
}

/// A verdict of one of these packs.
pub(super) fn said(packs: &[PackUsed], verdict: &Verdict) -> Option<Said> {
    let rule = &verdict.rule;
    let pack = packs
        .iter()
        .position(|pack| *pack.sha256 == *rule.hash && *pack.name == *rule.pack)?;
    let names = |names: &[&'static str]| names.iter().map(|name| (*name).to_owned()).collect();
    let assumed = verdict.assumed.iter();
    Some(Said {
        pack,
        rule: rule.rule.to_string(),
        answer: Given::of(&verdict.answer),
        read: verdict.read.iter().map(|own| own.name.to_owned()).collect(),
        assumed: assumed
            .map(|own| (own.name.to_owned(), own.assumed.to_string()))
            .collect(),
        immaterial: names(&verdict.immaterial),
    })
}

fn of_run(decider: &Decider<'_>, planned: &PlannedRun) -> RunResult {
    let human = planned
        .decided
        .and_then(|at| decider.desk().verdicts.get(at));
    let (placed, lacks) = match &planned.outcome {
        Outcome::Placed(own) => {
            let sessions = own.sessions.iter();
            let leaders = own.leaders.iter();
            let placed = Placed {
                sessions: sessions
                    .map(|slot| format!("{} {}", slot.date, slot.half_day.code()))
                    .collect(),
                room: own.room.as_ref().map(ToString::to_string),
                hubs: own
                    .hubs
                    .iter()
                    .map(|(organisation, room)| format!("{organisation}:{room}"))
                    .collect(),
                leaders: leaders
                    .map(|(competence, leader)| format!("{competence}:{leader}"))
                    .collect(),
            };
            (Some(placed), Vec::new())
        }
        Outcome::Refused(own) => {
            let lacks = own.shortages.iter().map(|own| lack(&own.lack));
            (None, lacks.collect())
        }
    };
    RunResult {
        run: planned.run.to_string(),
        class: planned.class,
        decided: human.map(|human| Decided {
            answer: human.answer.clone(),
            role: human.role.clone(),
            on: human.on,
        }),
        placed,
        lacks,
    }
}

/// What a run lacks, in one word and what it is about.
fn lack(lack: &Lack) -> String {
    let joined = |all: &[mestring_model::id::Slug]| {
        let all: Vec<&str> = all.iter().map(|own| own.as_str()).collect();
        all.join("+")
    };
    match lack {
        Lack::DecidedAgainst { .. } => "decided_against".to_owned(),
        Lack::NotStated { column } => format!("not_stated:{column}"),
        Lack::Window => "window".to_owned(),
        Lack::LeadTime { .. } => "lead_time".to_owned(),
        Lack::Closed => "closed".to_owned(),
        Lack::BudgetDays { budgets, .. } => {
            let all: Vec<&str> = budgets.iter().map(|own| own.as_str()).collect();
            format!("budget_days:{}", all.join("+"))
        }
        Lack::NoRoom => "no_room".to_owned(),
        // A plan frees no room, so those two are in no log.
        Lack::RoomTooSmall { .. } | Lack::FreedTooSmall { .. } => "room_too_small".to_owned(),
        Lack::Equipment { missing } | Lack::FreedEquipment { missing } => {
            format!("equipment:{}", joined(missing))
        }
        Lack::Room => "room".to_owned(),
        Lack::NoHubRoom { organisation, .. } => format!("no_hub_room:{organisation}"),
        Lack::HubRoom { organisation } => format!("hub_room:{organisation}"),
        Lack::NoLeader { competence, .. } => format!("no_leader:{competence}"),
        Lack::Leader { competence, .. } => format!("leader:{competence}"),
        Lack::SameLeader { competences, .. } => format!("same_leader:{}", joined(competences)),
        Lack::TooManyNeeds { .. } => "too_many_needs".to_owned(),
        Lack::Budget { budget, .. } => format!("budget:{budget}"),
    }
}
