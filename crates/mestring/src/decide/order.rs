//! From verdicts to an order of priority, and from that to a plan.

use std::cmp::Reverse;

use mestring_model::facts::{FactRow, FactValue, Judged, RunFacts};
use mestring_model::noun::{Format, Run};
use mestring_model::term::Term;
use mestring_model::verdict::Verdict;
use mestring_model::{Answer, Fact};
use mestring_rules::kind;
use mestring_rules::priority::{RankKey, Separates};
use mestring_rules::{Judgement, Pack, Ranking};

use super::{Above, DecideError, Decider, Proposal, RankedRun, RuleTitle, pack_ref};
use crate::plan::{
    Digital, Lead, Plan, Ranked, TimetableError, Ways, badly_placed, needs_room, plan, run_facts,
};

/// Ranks every wished run and places what fits.
pub(super) fn proposal(decider: &Decider<'_>) -> Result<Proposal, DecideError> {
    let period = decider.period()?;
    proposal_by(decider, |order| plan(decider.desk, period, order))
}

/// Ranks every wished run, and has somebody place them.
pub(super) fn proposal_by(
    decider: &Decider<'_>,
    place: impl FnOnce(&[Ranked]) -> Result<Plan, TimetableError>,
) -> Result<Proposal, DecideError> {
    let facts = run_facts(decider.desk, &decider.topics, decider.as_of);
    let rows: Vec<FactRow> = facts.iter().map(|(_, facts)| facts.row()).collect();
    let (pack, as_of) = (decider.packs.priority(), decider.as_of);
    let judge = |pack: &Pack| -> Result<Vec<Judgement>, DecideError> {
        let judged = pack.at(as_of)?.judge_all(&rows);
        judged.map_err(|wrong| decider.on_record(Judged::Run, wrong))
    };
    let judgements = judge(pack)?;
    let ranking = pack.ranking();
    let classes = ranking.classes(&judgements);
    let places = ranking.places(&judgements);

    let mut formats = match decider.packs.format() {
        Some(pack) => judge(pack)?
            .into_iter()
            .map(|own| own.first().cloned())
            .collect(),
        None => vec![None; rows.len()],
    };
    let mut requirements: Vec<Vec<Verdict>> = vec![Vec::new(); rows.len()];
    for required in decider.packs.requirements() {
        let judged = judge(required)?;
        for (all, own) in requirements.iter_mut().zip(judged) {
            all.extend(own.iter().cloned());
        }
    }

    let mut runs: Vec<Candidate> = facts
        .into_iter()
        .zip(judgements)
        .zip(classes)
        .zip(places)
        .zip(requirements)
        .zip(formats.drain(..))
        .map(
            |((((((index, facts), judgement), class), places), requirements), format)| {
                let told = judgement.iter().all(|own| !own.answer.cannot_tell());
                let run = decider.desk.runs.get(index);
                let id = run.map_or("", |run| run.id.as_str());
                let about = run.and_then(|run| decider.topics.offer(&run.offer));
                let readings = about.map(|about| about.readings.clone());
                Candidate {
                    index,
                    class: usize::try_from(class).unwrap_or(usize::MAX),
                    standing: Standing::new(
                        ranking,
                        &judgement,
                        facts.months_since_held.into_known(),
                        draw(decider.seed, id),
                    ),
                    run: RankedRun {
                        facts,
                        readings: readings.unwrap_or_default(),
                        verdicts: judgement.to_vec(),
                        above_next: None,
                        places: (!told).then_some(places),
                        requirements,
                        format,
                    },
                }
            },
        )
        .collect();
    runs.sort_by_cached_key(|own| own.standing.clone());

    for at in 1..runs.len() {
        let Some([upper, lower]) = runs.get_mut(at - 1..=at) else {
            continue;
        };
        let by = above(
            ranking,
            (&upper.run.verdicts, &upper.standing),
            (&lower.run.verdicts, &lower.standing),
        );
        upper.run.above_next = Some(by);
    }
    let order: Vec<Ranked> = runs
        .iter()
        .map(|own| Ranked {
            run: own.index,
            class: own.class,
            ways: ways(decider, own.index, &own.run),
        })
        .collect();
    let plan = place(&order)?;
    Ok(Proposal {
        pack: pack_ref(pack),
        criteria: titles(pack),
        classifying: pack
            .manifest()
            .class_criteria
            .unwrap_or(pack.criteria().len()),
        requirements: decider.packs.requirements().flat_map(titles).collect(),
        seed: decider.seed,
        badly_placed: badly_placed(decider.desk, plan.period, as_of),
        plan,
        runs: runs.into_iter().map(|own| own.run).collect(),
    })
}

/// How, and from when, a run may be held: what the format pack answers, and the time that a new course
/// takes.
fn ways(decider: &Decider<'_>, index: usize, ranked: &RankedRun) -> Ways {
    let Some(run) = decider.desk.runs.get(index) else {
        return Ways::default();
    };
    let offer = decider.desk.offer(&run.offer);
    let own = offer.map_or(Fact::NotStated, |offer| offer.lead_weeks);
    let desk = decider.desk.settings.lead_weeks;
    let RunFacts {
        times_held,
        lifecycle,
        ..
    } = ranked.facts;
    Ways {
        digital: digital(decider, run, ranked),
        lead: Lead::of(decider.as_of, (own, desk), times_held, lifecycle),
    }
}

/// A run that was asked for in a room may be held digitally where the format pack says that it should
/// be. What the run itself states was chosen for it and stands, and what cannot be told is no yes.
fn digital(decider: &Decider<'_>, run: &Run, ranked: &RankedRun) -> Digital {
    let answer = ranked.format.as_ref().map(|own| &own.answer);
    let should =
        matches!(answer, Some(Answer::Word(word)) if **word == *Format::DigitalLive.code());
    if !should || run.format.is_known() || !needs_room(ranked.facts.format) {
        return Digital::No;
    }
    let pack = decider.packs.format();
    match pack.map_or(kind::Digital::First, |pack| pack.manifest().digital) {
        kind::Digital::First => Digital::First,
        kind::Digital::RoomShort => Digital::RoomShort,
    }
}

struct Candidate {
    index: usize,
    class: usize,
    standing: Standing,
    run: RankedRun,
}

/// Where a run stands in the order: less comes first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standing {
    key: RankKey,
    /// Longest since it was held comes first, and never held before all: `None` is less than any
    /// `Some`.
    since_held: Option<Reverse<i64>>,
    draw: [u8; 32],
}

impl Standing {
    /// Where a run with these verdicts stands whose course was held last so many months ago.
    pub fn new(
        ranking: Ranking,
        verdicts: &[Verdict],
        months_since_held: Option<i64>,
        draw: [u8; 32],
    ) -> Self {
        Standing {
            key: ranking.key(verdicts),
            since_held: months_since_held.map(Reverse),
            draw,
        }
    }

    /// The same for a run as rules see it.
    pub fn of_row(ranking: Ranking, verdicts: &[Verdict], row: &FactRow, draw: [u8; 32]) -> Self {
        let months = match row.get("months_since_held") {
            Some(Fact::Known(FactValue::Int(months))) => Some(*months),
            _ => None,
        };
        Standing::new(ranking, verdicts, months, draw)
    }
}

/// What puts one run above another that stands lower.
pub(super) fn above(
    ranking: Ranking,
    (upper, high): (&[Verdict], &Standing),
    (lower, low): (&[Verdict], &Standing),
) -> Above {
    match ranking.separates(upper, lower) {
        Some((Separates::Criterion(at), _)) => Above::Criterion(at),
        Some((Separates::Points(..), _)) => Above::Points,
        None if high.since_held != low.since_held => Above::LongestSinceHeld,
        None => Above::Draw,
    }
}

/// A run's lot: it depends on the seed and the run's id alone, so neither the order of the file nor
/// the other runs change it.
pub(crate) fn draw(seed: u64, run: &str) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update(run.as_bytes());
    hash.finalize().into()
}

pub(super) fn titles(pack: &Pack) -> Vec<RuleTitle> {
    let declared = pack.manifest().criteria.iter();
    declared
        .map(|own| RuleTitle {
            name: own.name.clone(),
            titles: [
                own.title.en.clone(),
                own.title.nb.clone(),
                own.title.nn.clone(),
            ],
            origin: own.origin.clone(),
            number: own.number.clone(),
        })
        .collect()
}
