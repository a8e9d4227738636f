//! Planning again after something happened, with as few changes to what was planned as possible.
//!
//! First whoever lost a place, room or leader is placed again, and nobody new comes in: the runs that
//! must change for it are as few, and as light, as can be found. What is decided moves only for what is
//! decided: nobody was told of what is only proposed. Then runs that were refused may come
//! in, by priority, where that moves nothing that is decided and costs nobody a place. A plan made
//! anew could let others in.

mod decided;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::RunId;

use super::layout::{Asks, Layout, Stands};
use super::search::{DECIDED, Search, Turn, asks, turns};
use super::told::Told;
use super::{Ledger, Outcome, Placement, Plan, Ranked, Refusal};
use crate::timetable::{
    self, Moves, Problem, Progress, Replanned, Setting, Standing, TimetableError, check_moves,
};
use decided::standing;

/// What moving a run weighs that was proposed and not decided. One that is decided weighs from ten
/// up, more the less notice there is.
const PROPOSED: i64 = 1;

/// How many steps the checker may take to repeat the proof of the moves.
const CHECKING: u64 = 2_000_000;

/// A plan after something happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Replan {
    /// The plan of the wished runs as it would be now. It has no levels: what is placed keeps its place
    /// whatever its class.
    pub plan: Plan,
    /// Every run that was placed and does not stand where it stood, and every run that comes in:
    /// decided ones first, then by priority.
    pub changes: Vec<RunChange>,
    /// What is proven of those that had to change.
    pub forced: Moves,
    /// What is proven of those that change so that others come in.
    pub opened: Moves,
}

/// A run whose place changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunChange {
    /// The run.
    pub run: RunId,
    /// Its position in [`Desk::runs`].
    pub index: usize,
    /// It is decided: people were told of it.
    pub decided: bool,
    /// What moving it weighs; 0 for a run that comes in.
    pub weight: i64,
    /// Where it stood; `None` for a run that comes in.
    pub before: Option<Placement>,
    /// Where it stands; `None` for a run without a place.
    pub after: Option<Placement>,
    /// What became of it.
    pub fate: Fate,
    /// Why it has no place any more: of a wished run before others came in, of a decided one beside what
    /// else is decided.
    pub refusal: Option<Refusal>,
}

/// What becomes of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its old place is possible, and it stands elsewhere so that another run has a place.
    Moved,
    /// Its old place is gone, and it stands elsewhere.
    Replaced,
    /// It has no place now.
    Dropped,
    /// It had no place and has one.
    Added,
}

impl Fate {
    /// A stable code: `moved`, `replaced`, `dropped`, `added`.
    pub fn code(self) -> &'static str {
        match self {
            Fate::Moved => "moved",
            Fate::Replaced => "replaced",
            Fate::Dropped => "dropped",
            Fate::Added => "added",
        }
    }
}

/// Plans a desk again to which something happened.
///
/// `was` is the desk before, with its plan `before`; `desk` is the desk now, with the `order` of its
/// wished runs. Of the decided runs those can be moved that begin within the plan's days and stood
/// well before; what moving them weighs grows with each week less of notice, and none is moved to
/// begin within two weeks of `as_of`. All others stay.
///
/// # Errors
/// As [`plan`](super::plan()).
pub fn replan(
    (was, before): (&Desk, &Plan),
    (desk, order): (&Desk, &[Ranked]),
    as_of: NaiveDate,
    search: Search,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Replan, TimetableError> {
    let period = before.period;
    let (ledger, decided) = standing(was, desk, period, as_of);
    let turns = turns(desk, order);
    let stood = stood(before);
    let mut asked: Vec<Asks<'_>> = Vec::with_capacity(decided.len() + turns.len());
    let first = decided.len();
    asked.extend(decided);
    asked.extend(turns.iter().map(|turn| {
        let stands = stood.get(&turn.run.id).map(|placement| Stands {
            placement: (*placement).clone(),
            weight: PROPOSED,
        });
        Asks {
            stands: stands.filter(|_| turn.against.is_none()),
            ..asks(&ledger, turn)
        }
    }));
    let mut layout = Layout::new(&ledger, &asked);
    layout.let_stand(first);
    let alone = Problem::new(decided_alone(&layout.setting, first))?;
    let (alone, alone_moves) = checked(&alone, search, watch);
    let forced = Problem::new(stay(&layout.setting, &alone, first))?.keep_out_wishes();
    let (forced, forced_moves) = checked(&forced, search, watch);
    let forced_moves = forced_moves
        .zip(alone_moves)
        .map(|(moves, alone_moves)| both((&alone, alone_moves), (&forced, moves), first));
    let at_once = Told {
        search,
        turns: &turns,
        asks: &asked,
        layout: &layout,
        solution: &forced.solution,
        proven: forced_moves.is_some(),
        keeps_all: false,
    };
    let why = Why {
        plan: at_once.plan(period, ledger.clone()),
        told: &at_once,
        ledger: &ledger,
    };
    let now = moved_to(&layout.setting, &forced, first);
    let opened = Problem::new(now)?;
    let (opened, opened_moves) = checked(&opened, search, watch);
    let told = Told {
        search,
        turns: &turns,
        asks: &asked,
        layout: &layout,
        solution: &opened.solution,
        proven: opened_moves.is_some(),
        keeps_all: true,
    };
    let nothing = Moves::AtLeast { weight: 0, runs: 0 };
    Ok(Replan {
        changes: changes(&told, &forced, why, desk),
        plan: told.plan(period, ledger.clone()),
        forced: forced_moves.unwrap_or(nothing),
        opened: opened_moves.unwrap_or(nothing),
    })
}

/// The first replanning, before others come in, which says why a run has no place any more.
struct Why<'a> {
    plan: Plan,
    told: &'a Told<'a>,
    /// Before any of those that ask.
    ledger: &'a Ledger<'a>,
}

/// Where each run of a plan stands.
fn stood(plan: &Plan) -> BTreeMap<&RunId, &Placement> {
    let runs = plan.runs.iter();
    let placed = runs.filter_map(|own| match &own.outcome {
        Outcome::Placed(placement) => Some((&own.run, placement)),
        Outcome::Refused(_) => None,
    });
    placed.collect()
}

/// Replans, and says what is proven of the moves; nothing where the checker does not accept it.
fn checked(
    problem: &Problem,
    search: Search,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> (Replanned, Option<Moves>) {
    let replanned = timetable::replan(problem, search.order, search.limits, watch);
    let accepted = check_moves(problem, search.order, &replanned, CHECKING).is_ok();
    debug_assert!(accepted, "the checker refuses what the engine claims");
    let moves = accepted.then_some(replanned.moves);
    (replanned, moves)
}

/// The setting with nobody in it but runs that are decided.
fn decided_alone(setting: &Setting, decided: usize) -> Setting {
    let mut setting = setting.clone();
    for run in setting.runs.iter_mut().skip(decided) {
        run.patterns = Vec::new();
        run.standing = Standing::Wished;
    }
    setting
}

/// The setting in which the runs that are decided stay that need not move for each other.
fn stay(setting: &Setting, alone: &Replanned, decided: usize) -> Setting {
    let mut setting = setting.clone();
    let placements = alone.solution.placements.iter();
    for (run, now) in setting.runs.iter_mut().zip(placements).take(decided) {
        if let Standing::Placed { at, .. } = &run.standing
            && now.as_ref() == Some(at)
        {
            run.standing = Standing::Fixed(at.clone());
        }
    }
    setting
}

/// What is proven of both: that what is decided moves least, and then what is proposed.
fn both(
    (alone, alone_moves): (&Replanned, Moves),
    (forced, forced_moves): (&Replanned, Moves),
    decided: usize,
) -> Moves {
    let placed = |own: &Replanned| {
        let placements = own.solution.placements.iter().take(decided);
        placements.map(Option::is_some).collect::<Vec<_>>()
    };
    let moved = |own: &Replanned| {
        let changes = own.changes.iter();
        let moved = changes.filter(|own| own.fate == timetable::Fate::Moved);
        moved.fold((0i128, 0u32), |(weight, runs), own| {
            (
                weight.saturating_add(own.weight.into()),
                runs.saturating_add(1),
            )
        })
    };
    let (weight, runs) = moved(alone);
    match (alone_moves, forced_moves) {
        // The claim about the decided runs is one about those that keep a place.
        _ if placed(alone) != placed(forced) => Moves::AtLeast { weight: 0, runs: 0 },
        // Nothing that is decided moves.
        (Moves::Least, proven) if runs == 0 => proven,
        // Others that are decided could move as little, and fewer proposals with them.
        (Moves::Least, _) if moved(forced) == (weight, runs) => Moves::Least,
        (Moves::Least, _) => Moves::AtLeast { weight, runs },
        (proven, _) => proven,
    }
}

/// The setting in which everybody stands where the first replanning put them: runs that are decided
/// stay there, others may move and keep a place, and whoever has none asks for one after them.
fn moved_to(setting: &Setting, forced: &Replanned, decided: usize) -> Setting {
    let mut setting = setting.clone();
    let placements = forced.solution.placements.iter();
    for (nth, (run, now)) in setting.runs.iter_mut().zip(placements).enumerate() {
        if now.is_some() {
            run.class = DECIDED;
        }
        run.standing = match now {
            None => Standing::Wished,
            Some(at) if nth < decided => Standing::Fixed(at.clone()),
            Some(at) => Standing::Placed {
                at: at.clone(),
                weight: PROPOSED,
            },
        };
    }
    setting
}

/// What became of everybody who stood somewhere, and who comes in.
fn changes(told: &Told<'_>, forced: &Replanned, why: Why<'_>, desk: &Desk) -> Vec<RunChange> {
    let refused = why
        .plan
        .runs
        .into_iter()
        .filter_map(|own| match own.outcome {
            Outcome::Placed(_) => None,
            Outcome::Refused(refusal) => Some((own.run, refusal)),
        });
    let mut refused: BTreeMap<RunId, Refusal> = refused.collect();
    let first = told.asks.len().saturating_sub(told.turns.len());
    let mut all: Vec<(usize, RunChange)> = Vec::new();
    for (nth, asks) in told.asks.iter().enumerate() {
        let before = asks.stands.as_ref();
        let after = told.placement(nth);
        let gone = |change: &&timetable::Changed| {
            change.run as usize == nth && change.fate == timetable::Fate::Replaced
        };
        // What needs nothing at all lost no room or leader, but the centre may be closed.
        let own = told.layout.setting.runs.get(nth);
        let nowhere = own.is_some_and(|own| own.standing == timetable::Standing::Wished);
        let fate = match (before, &after) {
            (None, None) => continue,
            (Some(stands), Some(after)) if same(&stands.placement, after) => continue,
            (Some(_), Some(_)) if nowhere || forced.changes.iter().any(|own| gone(&own)) => {
                Fate::Replaced
            }
            (Some(_), Some(_)) => Fate::Moved,
            (Some(_), None) => Fate::Dropped,
            (None, Some(_)) => Fate::Added,
        };
        let rank = nth.checked_sub(first).and_then(|nth| told.turns.get(nth));
        let index = desk.runs.iter().position(|run| run.id == asks.run.id);
        let change = RunChange {
            run: asks.run.id.clone(),
            index: index.unwrap_or(usize::MAX),
            decided: nth < first,
            weight: before.map_or(0, |stands| stands.weight),
            before: before.map(|stands| stands.placement.clone()),
            after,
            refusal: match fate {
                Fate::Dropped if nth < first => why.told.decided_refusal(why.ledger, nth),
                Fate::Dropped => refused.remove(&asks.run.id),
                Fate::Moved | Fate::Replaced | Fate::Added => None,
            },
            fate,
        };
        all.push((rank.map_or(0, |turn: &Turn<'_>| turn.at + 1), change));
    }
    // Stable: runs that are decided keep the desk's order.
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, change)| change).collect()
}

/// Whether the sessions, the rooms and the leaders are the same.
fn same(one: &Placement, other: &Placement) -> bool {
    let leaders = |own: &Placement| {
        let mut leaders: Vec<_> = own
            .leaders
            .iter()
            .map(|(_, leader)| leader.clone())
            .collect();
        leaders.sort();
        leaders
    };
    // Two groups that change rooms with each other have moved nobody else.
    let hubs = |own: &Placement| {
        let mut hubs = own.hubs.clone();
        hubs.sort();
        hubs
    };
    (&one.sessions, &one.room) == (&other.sessions, &other.room)
        && hubs(one) == hubs(other)
        && leaders(one) == leaders(other)
}
