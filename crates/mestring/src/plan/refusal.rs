//! Why a run gets no sessions: what is short, and who holds it.

use std::collections::BTreeSet;

use mestring_model::Fact;
use mestring_model::id::{BudgetId, Slug};
use mestring_model::noun::{LeaderState, Room, Run};

use super::facts::sessions;
use super::hub::HubWanted;
use super::place::{TooFew, Wanted, does, is_for_runs, rooms_that_do, seats_needed};
use super::{
    Certainty, Holder, Lack, Lead, Ledger, Pattern, Period, Refusal, Shortage, Slot, Ways,
};

/// What a run lacks whatever the calendar says: facts, a large enough room, leaders, money.
pub(crate) fn lacks_of(ledger: &Ledger<'_>, run: &Run, ways: Ways) -> Vec<Shortage> {
    let desk = ledger.desk;
    let mut shortages = Vec::new();
    let mut lack = |lack: Lack, held_by: Vec<Holder>| {
        shortages.push(Shortage {
            held_by,
            ..Shortage::of(lack)
        });
    };
    let offer = desk.offer(&run.offer);
    if !offer.is_some_and(|offer| sessions(run, offer).is_known()) {
        lack(Lack::NotStated { column: "sessions" }, Vec::new());
    }
    if let Some(wanted) = Wanted::of(ledger, run, ways) {
        if wanted.needs_room() && wanted.rooms.as_ref().is_some_and(Vec::is_empty) {
            lack(room_lack(ledger, run), Vec::new());
        }
        if wanted.needs_hubs() {
            for hub in wanted.hubs_without(|_| true) {
                lack(no_hub_room(hub), Vec::new());
            }
        }
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
        let confirmed = count(LeaderState::Confirmed);
        if confirmed < wanted {
            let (asked, wished) = (count(LeaderState::Asked), count(LeaderState::Wished));
            lack(
                Lack::NoLeader {
                    competence: need.clone(),
                    needs: wanted,
                    confirmed,
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

fn no_hub_room(hub: &HubWanted) -> Lack {
    Lack::NoHubRoom {
        organisation: hub.organisation.clone(),
        needs: hub.seats,
    }
}

fn room_lack(ledger: &Ledger<'_>, run: &Run) -> Lack {
    let desk = ledger.desk;
    if !desk.rooms.iter().any(is_for_runs) {
        return Lack::NoRoom;
    }
    let plain = Run {
        equipment: Vec::new(),
        ..run.clone()
    };
    let large_enough = rooms_that_do(desk, &plain);
    if large_enough.is_empty() {
        let rooms = desk.rooms.iter().filter(|room| is_for_runs(room));
        let seats = rooms.filter_map(|room| room.seats.into_known());
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
/// it, with what stands in its way at all times; where no single one is enough, those of the way
/// that lacks least are named together, with what stands in that way.
pub(super) fn refuse(ledger: &Ledger<'_>, wanted: &Wanted, ways: Ways) -> Refusal {
    let all: Vec<Vec<Slot>> = wanted.pattern.all().collect();
    let short: Vec<(&[Slot], BTreeSet<Lack>)> = all
        .iter()
        .map(|slots| (slots.as_slice(), lacks_at(ledger, wanted, slots)))
        .collect();
    let shortage =
        |lack: &Lack, ways: &[&[Slot]]| Shortage::over(ledger, wanted, lack.clone(), ways);
    let only = short.iter().filter(|(_, lacks)| lacks.len() == 1);
    let alone: BTreeSet<&Lack> = only.flat_map(|(_, lacks)| lacks).collect();
    if !alone.is_empty() {
        let all_ways = |lack: &Lack| -> Vec<&[Slot]> {
            let own = short.iter().filter(|(_, lacks)| lacks.contains(lack));
            own.map(|(slots, _)| *slots).collect()
        };
        let shortages = alone.iter().map(|lack| shortage(lack, &all_ways(lack)));
        return Refusal {
            shortages: shortages.collect(),
            each_enough_alone: true,
            certainty: Certainty::NotProven,
            remedies: None,
        };
    }
    match short.iter().min_by_key(|(_, lacks)| lacks.len()) {
        Some((slots, lacks)) => Refusal {
            shortages: lacks.iter().map(|lack| shortage(lack, &[slots])).collect(),
            each_enough_alone: false,
            certainty: Certainty::NotProven,
            remedies: None,
        },
        None => no_time(&wanted.pattern, &wanted.budgets, ways),
    }
}

/// Why there is no way at all: the lead time, the days on which nothing is held, the days of its budgets,
/// where the run would have one without; as few of them together as are enough; else its window.
fn no_time(pattern: &Pattern, budgets: &[BudgetId], ways: Ways) -> Refusal {
    type Without = fn(&Pattern) -> Pattern;
    let mut all: Vec<(Lack, Without)> = Vec::new();
    if let Some(Lead { weeks, from }) = ways.lead {
        all.push((Lack::LeadTime { weeks, from }, Pattern::without_lead));
    }
    all.push((Lack::Closed, Pattern::without_closed));
    if let Some(Period { from, until }) = pattern.paid() {
        let budgets = budgets.to_vec();
        let lack = Lack::BudgetDays {
            budgets,
            from,
            until,
        };
        all.push((lack, Pattern::without_budget_days));
    }
    let has_ways = |some: &[&(Lack, Without)]| {
        let start = pattern.clone();
        let without = |pattern: Pattern, own: &&(Lack, Without)| (own.1)(&pattern);
        some.iter().fold(start, without).has_ways()
    };
    let alone: Vec<&(Lack, Without)> = all.iter().filter(|own| has_ways(&[*own])).collect();
    let pairs = all.iter().enumerate().flat_map(|(at, one)| {
        let others = all.iter().skip(at + 1);
        others.map(move |other| vec![one, other])
    });
    let together = pairs.chain([all.iter().collect()]);
    let (found, each_enough_alone) = match alone.is_empty() {
        false => (alone, true),
        true => (
            together
                .into_iter()
                .find(|own| has_ways(own))
                .unwrap_or_default(),
            false,
        ),
    };
    let mut lacks: Vec<Lack> = found.into_iter().map(|(lack, _)| lack.clone()).collect();
    if lacks.is_empty() {
        lacks.push(Lack::Window);
    }
    Refusal {
        each_enough_alone: each_enough_alone || lacks.len() == 1,
        shortages: lacks.into_iter().map(Shortage::of).collect(),
        certainty: Certainty::NoWay,
        remedies: None,
    }
}

/// What one way to lay the sessions lacks.
fn lacks_at(ledger: &Ledger<'_>, wanted: &Wanted, slots: &[Slot]) -> BTreeSet<Lack> {
    let mut lacks = BTreeSet::new();
    if let Some(rooms) = &wanted.rooms
        && wanted.needs_room()
        && wanted.free_room(ledger, rooms, slots).is_none()
    {
        lacks.insert(Lack::Room);
    }
    if wanted.needs_hubs() {
        let short = wanted.hubs_short(ledger, slots).into_iter();
        lacks.extend(short.map(|own| Lack::HubRoom {
            organisation: own.organisation.clone(),
        }));
    }
    let Err(too_few) = wanted.free_leaders(ledger, slots) else {
        return lacks;
    };
    let wants = |competence: &Slug| {
        let same = wanted
            .leaders
            .iter()
            .filter(|(other, _)| other == competence);
        same.count()
    };
    let alone = |(competence, able): &&(Slug, Vec<usize>)| {
        let free = able
            .iter()
            .filter(|leader| ledger.leader_free(**leader, slots));
        free.count() < wants(competence)
    };
    let mut alone = wanted.leaders.iter().filter(alone).peekable();
    if alone.peek().is_none() {
        // Each competence has somebody, but the same somebody.
        lacks.insert(same_leader(ledger, wanted, &too_few));
    }
    // A competence that nobody has is a lack whatever the time; nobody is "taken" then.
    let short = alone.filter(|(_, able)| !able.is_empty());
    lacks.extend(short.map(|(competence, able)| Lack::Leader {
        competence: competence.clone(),
        leaders: able.len(),
    }));
    lacks
}

fn same_leader(ledger: &Ledger<'_>, wanted: &Wanted, too_few: &TooFew) -> Lack {
    let competences: BTreeSet<Slug> = too_few
        .needs
        .iter()
        .filter_map(|need| wanted.leaders.get(*need))
        .map(|(competence, _)| competence.clone())
        .collect();
    let leaders = too_few
        .leaders
        .iter()
        .filter_map(|at| ledger.desk.leaders.get(*at));
    Lack::SameLeader {
        competences: competences.into_iter().collect(),
        leaders: leaders.map(|leader| leader.id.clone()).collect(),
    }
}

/// How a run could use a room at a time.
pub(crate) struct FreedUse {
    /// For a group that follows it there, not as the room in which it is held.
    pub(crate) as_hub: bool,
    /// The sessions that it would have, that time among them.
    pub(crate) sessions: Vec<Slot>,
    pub(crate) shortages: Vec<Shortage>,
}

/// What a run lacks to have one of its sessions in a room at a time, or one of the groups that follow it
/// elsewhere there: the way to lay its sessions that lacks least, earliest first, and of equals the one
/// in which it is held there itself. `None` where it can do without the room or its pattern cannot use
/// the time.
pub(crate) fn freed_lacks(
    ledger: &Ledger<'_>,
    ways: Ways,
    run: &Run,
    room: usize,
    slot: Slot,
) -> Option<FreedUse> {
    let Some(wanted) = Wanted::of(ledger, run, ways) else {
        // Without a number of sessions nobody can lay them, but the first could stand here.
        let pattern = Pattern::of(ledger.desk, run, 1, ledger.period, ways.lead);
        let only = pattern.through(slot).next();
        return only.map(|sessions| FreedUse {
            as_hub: false,
            sessions,
            shortages: Vec::new(),
        });
    };
    let own = ledger.desk.rooms.get(room)?;
    let mut uses = Vec::new();
    if wanted.needs_room() && is_for_runs(own) {
        let needs = seats_needed(ledger.desk, run);
        let found = with_freed(ledger, run, ways, slot, |wanted| {
            wanted.rooms = Some(vec![room]);
        });
        let unfit = unfit(own, needs, &run.equipment);
        uses.extend(found.map(|found| (false, found, unfit)));
    }
    for (nth, hub) in wanted.hubs.iter().enumerate() {
        if !wanted.needs_hubs() || own.organisation.as_ref() != Some(&hub.organisation) {
            continue;
        }
        let found = with_freed(ledger, run, ways, slot, |wanted| {
            if let Some(hub) = wanted.hubs.get_mut(nth) {
                hub.rooms = vec![room];
            }
        });
        let unfit = unfit(own, hub.seats, &hub.equipment);
        uses.extend(found.map(|found| (true, found, unfit)));
    }
    let uses = uses.into_iter().map(|(as_hub, found, unfit)| {
        let (sessions, mut shortages) = found;
        shortages.extend(unfit.map(Shortage::of));
        FreedUse {
            as_hub,
            sessions,
            shortages,
        }
    });
    // The first of equals.
    uses.min_by_key(|own| own.shortages.len())
}

/// The way that lacks least of those through a time, with what it lacks, where `only` says what the
/// room is used for.
fn with_freed(
    ledger: &Ledger<'_>,
    run: &Run,
    ways: Ways,
    slot: Slot,
    only: impl Fn(&mut Wanted),
) -> Option<(Vec<Slot>, Vec<Shortage>)> {
    let mut wanted = Wanted::of(ledger, run, ways)?;
    only(&mut wanted);
    let ways = wanted.pattern.through(slot);
    let (lacks, slots) = ways
        .map(|slots| (lacks_at(ledger, &wanted, &slots), slots))
        .min_by(|(a, first), (b, second)| a.len().cmp(&b.len()).then_with(|| first.cmp(second)))?;
    let shortages = lacks
        .into_iter()
        .map(|lack| Shortage::over(ledger, &wanted, lack, &[&slots]))
        .collect();
    Some((slots, shortages))
}

/// What a room that became free lacks for so many people and this equipment.
fn unfit(room: &Room, needs: Option<u32>, equipment: &[Slug]) -> Option<Lack> {
    if does(room, needs, equipment) {
        return None;
    }
    let missing = equipment.iter().filter(|own| !room.equipment.contains(own));
    let missing: Vec<Slug> = missing.cloned().collect();
    Some(match missing.is_empty() {
        false => Lack::FreedEquipment { missing },
        true => Lack::FreedTooSmall {
            // Where nobody says how many are needed, every room is large enough.
            needs: needs.unwrap_or(0),
            seats: room.seats.into_known(),
        },
    })
}

fn sorted(holders: impl Iterator<Item = Holder>) -> Vec<Holder> {
    let unique: BTreeSet<Holder> = holders.collect();
    unique.into_iter().collect()
}
