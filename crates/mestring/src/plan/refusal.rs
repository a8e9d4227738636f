//! Why a run gets no sessions: what is short, and who holds it.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::Fact;
use mestring_model::id::Slug;
use mestring_model::noun::{LeaderState, Run};

use super::facts::sessions;
use super::place::{Wanted, rooms_that_do, seats_needed};
use super::{Holder, Holding, Lack, Ledger, Pattern, Refusal, Shortage, Slot};

/// What a run lacks whatever the calendar says: facts, a large enough room, leaders, money.
pub(crate) fn lacks_of(ledger: &Ledger<'_>, run: &Run) -> Vec<Shortage> {
    let desk = ledger.desk;
    let mut shortages = Vec::new();
    let mut lack = |lack: Lack, held_by: Vec<Holder>| shortages.push(Shortage { lack, held_by });
    let offer = desk.offer(&run.offer);
    if !offer.is_some_and(|offer| sessions(run, offer).is_known()) {
        lack(Lack::NotStated { column: "sessions" }, Vec::new());
    }
    if let Some(wanted) = Wanted::of(ledger, run)
        && wanted.rooms.as_ref().is_some_and(Vec::is_empty)
    {
        lack(room_lack(ledger, run), Vec::new());
    }
    let mut seen = BTreeSet::new();
    for need in run.needs.iter().filter(|need| seen.insert((*need).clone())) {
        let able = desk
            .leaders
            .iter()
            .filter(|leader| leader.competences.contains(need));
        let states: Vec<LeaderState> = able.map(|leader| leader.state).collect();
        let count = |state| states.iter().filter(|own| **own == state).count();
        let wanted = run.needs.iter().filter(|other| *other == need).count();
        if count(LeaderState::Confirmed) < wanted {
            let (asked, wished) = (count(LeaderState::Asked), count(LeaderState::Wished));
            lack(
                Lack::NoLeader {
                    competence: need.clone(),
                    asked,
                    wished,
                },
                Vec::new(),
            );
        }
    }
    for (at, needs) in ledger.needs(run) {
        let Some(budget) = desk.budgets.get(at) else {
            continue;
        };
        let left = ledger.left(at);
        match needs {
            Fact::Known(needs) if needs > left => lack(
                Lack::Budget {
                    budget: budget.id.clone(),
                    kind: budget.kind,
                    needs,
                    left,
                },
                sorted(ledger.spent_by(at).iter().cloned()),
            ),
            Fact::Known(_) => {}
            Fact::NotStated | Fact::Unknown => {
                let column = match budget.kind {
                    mestring_model::noun::BudgetKind::Money => "cost",
                    mestring_model::noun::BudgetKind::AdviserHours => "adviser_hours",
                };
                lack(Lack::NotStated { column }, Vec::new());
            }
        }
    }
    shortages
}

fn room_lack(ledger: &Ledger<'_>, run: &Run) -> Lack {
    let desk = ledger.desk;
    let plain = Run {
        equipment: Vec::new(),
        ..run.clone()
    };
    let large_enough = rooms_that_do(desk, &plain);
    if large_enough.is_empty() {
        let seats = desk.rooms.iter().filter_map(|room| room.seats.into_known());
        return Lack::RoomTooSmall {
            needs: seats_needed(desk, run).unwrap_or(0),
            largest: seats.max(),
        };
    }
    let missing = run.equipment.iter().filter(|wanted| {
        !large_enough
            .iter()
            .filter_map(|at| desk.rooms.get(*at))
            .any(|room| room.equipment.contains(wanted))
    });
    Lack::Equipment {
        missing: missing.cloned().collect(),
    }
}

/// Why no way to lay the sessions fits. A shortage is named alone where the run would fit without
/// it; where no single one is enough, those of the way that lacks least are named together.
pub(super) fn refuse(ledger: &Ledger<'_>, wanted: &Wanted) -> Refusal {
    let ways: Vec<Vec<Slot>> = wanted.pattern.all().collect();
    if ways.is_empty() {
        let shortage = Shortage {
            lack: Lack::Window,
            held_by: Vec::new(),
        };
        return Refusal {
            shortages: vec![shortage],
            each_enough_alone: true,
        };
    }
    let short: Vec<BTreeSet<Lack>> = ways
        .iter()
        .map(|slots| lacks_at(ledger, wanted, slots))
        .collect();
    let alone: BTreeSet<Lack> = short
        .iter()
        .filter(|lacks| lacks.len() == 1)
        .flatten()
        .cloned()
        .collect();
    let each_enough_alone = !alone.is_empty();
    let named = if each_enough_alone {
        alone
    } else {
        short
            .iter()
            .min_by_key(|lacks| lacks.len())
            .cloned()
            .unwrap_or_default()
    };
    let shortages = named
        .into_iter()
        .map(|lack| Shortage {
            held_by: holders(ledger, wanted, &ways, &lack),
            lack,
        })
        .collect();
    Refusal {
        shortages,
        each_enough_alone,
    }
}

/// What one way to lay the sessions lacks.
pub(super) fn lacks_at(ledger: &Ledger<'_>, wanted: &Wanted, slots: &[Slot]) -> BTreeSet<Lack> {
    let mut lacks = BTreeSet::new();
    if let Some(rooms) = &wanted.rooms
        && wanted.free_room(ledger, rooms, slots).is_none()
    {
        lacks.insert(Lack::RoomTaken);
    }
    if wanted.free_leaders(ledger, slots).is_some() {
        return lacks;
    }
    let wants = |competence: &Slug| {
        let same = wanted
            .leaders
            .iter()
            .filter(|(other, _)| other == competence);
        same.count()
    };
    let too_few = |(competence, able): &&(Slug, Vec<usize>)| {
        let free = able
            .iter()
            .filter(|leader| ledger.leader_free(**leader, slots));
        free.count() < wants(competence)
    };
    let mut short: Vec<_> = wanted.leaders.iter().filter(too_few).collect();
    if short.is_empty() {
        // Each competence has somebody, but the same somebody: they are short together.
        short = wanted.leaders.iter().collect();
    }
    // A competence that nobody has is a lack whatever the time; nobody is "taken" then.
    let taken = short.into_iter().filter(|(_, able)| !able.is_empty());
    lacks.extend(taken.map(|(competence, able)| leader_taken(competence, able)));
    lacks
}

/// What a run lacks to have one of its sessions in a room at a time: the way to lay its sessions that
/// lacks least, earliest first. `None` where the run needs no room or its pattern cannot use the
/// time.
pub(crate) fn freed_lacks(
    ledger: &Ledger<'_>,
    run: &Run,
    room: usize,
    slot: Slot,
) -> Option<(Vec<Slot>, BTreeSet<Lack>)> {
    let Some(mut wanted) = Wanted::of(ledger, run) else {
        // Without a number of sessions nobody can lay them, but the first could stand here.
        let pattern = Pattern::of(run, 1, ledger.period);
        let only = pattern.through(slot).next();
        return only.map(|slots| (slots, BTreeSet::new()));
    };
    let does = wanted.rooms.take()?.contains(&room);
    wanted.rooms = Some(vec![room]);
    let ways = wanted.pattern.through(slot);
    let (mut lacks, slots) = ways
        .map(|slots| (lacks_at(ledger, &wanted, &slots), slots))
        .min_by(|(a, first), (b, second)| a.len().cmp(&b.len()).then_with(|| first.cmp(second)))?;
    if !does && let Some(own) = ledger.desk.rooms.get(room) {
        let needs = seats_needed(ledger.desk, run);
        let missing: Vec<Slug> = run
            .equipment
            .iter()
            .filter(|wanted| !own.equipment.contains(wanted))
            .cloned()
            .collect();
        lacks.insert(if missing.is_empty() {
            Lack::RoomTooSmall {
                needs: needs.unwrap_or(0),
                largest: own.seats.into_known(),
            }
        } else {
            Lack::Equipment { missing }
        });
    }
    Some((slots, lacks))
}

fn leader_taken(competence: &Slug, able: &[usize]) -> Lack {
    Lack::LeaderTaken {
        competence: competence.clone(),
        leaders: able.len(),
    }
}

/// The runs that hold what is short, over every way that lacks it.
fn holders(ledger: &Ledger<'_>, wanted: &Wanted, ways: &[Vec<Slot>], lack: &Lack) -> Vec<Holder> {
    let mut found: BTreeMap<Holder, ()> = BTreeMap::new();
    for slot in ways.iter().flatten().collect::<BTreeSet<_>>() {
        let holdings: Vec<Option<Holding>> = match lack {
            Lack::RoomTaken => {
                let rooms = wanted.rooms.as_deref().unwrap_or_default();
                rooms
                    .iter()
                    .map(|room| ledger.room_holding(*room, *slot))
                    .collect()
            }
            Lack::LeaderTaken { competence, .. } => wanted
                .leaders
                .iter()
                .filter(|(own, _)| own == competence)
                .flat_map(|(_, able)| able)
                .map(|leader| ledger.leader_holding(*leader, *slot))
                .collect(),
            _ => Vec::new(),
        };
        for holding in holdings.into_iter().flatten() {
            if let Holding::Run(holder) = holding {
                found.insert(holder, ());
            }
        }
    }
    sorted(found.into_keys())
}

fn sorted(holders: impl Iterator<Item = Holder>) -> Vec<Holder> {
    let unique: BTreeSet<Holder> = holders.collect();
    unique.into_iter().collect()
}
