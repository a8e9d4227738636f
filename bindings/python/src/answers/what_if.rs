//! What would change if something happened, and what is scarce, as columns.

use mestring::decide::{Scarcity, WhatIf};
use mestring::plan::{Fate, Placement, RunChange};
use mestring_model::Fact;
use mestring_model::noun::BudgetKind;

use super::plan::{hubs, lack, leaders, sessions};
use super::{Columns, count, text, texts, whole, yes_no};

/// The runs that stand elsewhere, have no place any more or come in, of these fates; all without one.
pub fn changes(found: &WhatIf, fates: &[Fate]) -> Columns {
    let runs = found.changes.iter();
    let runs = runs.filter(|own| fates.is_empty() || fates.contains(&own.fate));
    let runs: Vec<&RunChange> = runs.collect();
    let all = || runs.iter().copied();
    let title = |own: &RunChange| {
        let run = found.desk.runs.get(own.index)?;
        Some(found.desk.offer(&run.offer)?.title.clone())
    };
    let at = |own: &Option<Placement>| Some(sessions(&own.as_ref()?.sessions));
    let room = |own: &Option<Placement>| Some(own.as_ref()?.room.as_ref()?.to_string());
    let followed = |own: &Option<Placement>| Some(hubs(own.as_ref()?));
    let by = |own: &Option<Placement>| Some(leaders(own.as_ref()?));
    let lacks = all().map(|own| {
        let refusal = own.refusal.as_ref()?;
        Some(refusal.shortages.iter().map(lack).collect())
    });
    vec![
        text("run", all().map(|own| Some(own.run.to_string()))),
        text("title", all().map(title)),
        text("fate", all().map(|own| Some(own.fate.code().to_owned()))),
        yes_no("decided", all().map(|own| Some(own.decided))),
        whole("weight", all().map(|own| Some(own.weight))),
        texts("sessions_before", all().map(|own| at(&own.before))),
        texts("sessions_after", all().map(|own| at(&own.after))),
        text("room_before", all().map(|own| room(&own.before))),
        text("room_after", all().map(|own| room(&own.after))),
        texts("hubs_before", all().map(|own| followed(&own.before))),
        texts("hubs_after", all().map(|own| followed(&own.after))),
        texts("leaders_before", all().map(|own| by(&own.before))),
        texts("leaders_after", all().map(|own| by(&own.after))),
        texts("lacks", lacks),
    ]
}

/// The runs that a plan made anew would treat otherwise.
pub fn anew(found: &WhatIf) -> Columns {
    vec![
        text(
            "run",
            found.anew.iter().map(|(run, _)| Some(run.to_string())),
        ),
        yes_no("placed", found.anew.iter().map(|(_, placed)| Some(*placed))),
    ]
}

/// The decided runs that lose a leader and cannot be moved or have no place, with who could step in.
pub fn without_leader(found: &WhatIf) -> Columns {
    let gaps = || found.without_leader.iter();
    let substitutes = gaps().map(|own| {
        let all = own.substitutes.iter();
        Some(all.map(|own| own.leader.to_string()).collect())
    });
    vec![
        text("run", gaps().map(|own| Some(own.run.to_string()))),
        texts("sessions", gaps().map(|own| Some(sessions(&own.sessions)))),
        texts("substitutes", substitutes),
    ]
}

/// The decided runs that lose a room and cannot be moved, with the rooms that would do.
pub fn without_room(found: &WhatIf) -> Columns {
    let gaps = || found.without_room.iter();
    let substitutes = gaps().map(|own| Some(ids(&own.substitutes)));
    vec![
        text("run", gaps().map(|own| Some(own.run.to_string()))),
        text("room", gaps().map(|own| Some(own.room.to_string()))),
        texts("sessions", gaps().map(|own| Some(sessions(&own.sessions)))),
        texts("substitutes", substitutes),
    ]
}

/// The decided runs whose sessions move.
pub fn shifted(found: &WhatIf) -> Columns {
    let all = || found.shifted.iter();
    vec![
        text("run", all().map(|own| Some(own.run.to_string()))),
        texts(
            "sessions_before",
            all().map(|own| Some(sessions(&own.from))),
        ),
        texts("sessions_after", all().map(|own| Some(sessions(&own.to)))),
        texts("not_free", all().map(|own| Some(sessions(&own.not_free)))),
    ]
}

/// What decided runs draw on the budgets that were cut.
pub fn budgets(found: &WhatIf) -> Columns {
    let rows = found.budgets.iter().flat_map(|own| {
        let draws = own.draws.iter().map(Some);
        let none = own.draws.is_empty().then_some(None);
        draws.chain(none).map(move |draw| (own, draw))
    });
    let rows: Vec<_> = rows.collect();
    let all = || rows.iter().copied();
    vec![
        text("budget", all().map(|(own, _)| Some(own.budget.to_string()))),
        text(
            "unit",
            all().map(|(own, _)| Some(unit(own.kind).to_owned())),
        ),
        whole("holds", all().map(|(own, _)| Some(own.holds))),
        whole("left", all().map(|(own, _)| Some(own.left))),
        text("run", all().map(|(_, draw)| Some(draw?.run.to_string()))),
        whole("needs", all().map(|(_, draw)| draw?.needs.into_known())),
        yes_no("overdraws", all().map(|(_, draw)| Some(draw?.overdraws))),
    ]
}

/// What the runs that were cancelled had.
pub fn given_back(found: &WhatIf) -> Columns {
    let all = || found.given_back.iter();
    let budgets = all().map(|own| {
        let budgets = own.budgets.iter().map(|(id, kind, needs)| {
            let amount = needs.into_known();
            let amount = amount.map_or_else(|| "?".to_owned(), |needs| needs.to_string());
            format!("{id}: {amount} {}", unit(*kind))
        });
        Some(budgets.collect())
    });
    vec![
        text("run", all().map(|own| Some(own.run.to_string()))),
        texts("rooms", all().map(|own| Some(ids(&own.rooms)))),
        texts("sessions", all().map(|own| Some(sessions(&own.sessions)))),
        texts("leaders", all().map(|own| Some(ids(&own.leaders)))),
        texts("budgets", budgets),
    ]
}

/// The runs in which a seat was declined.
pub fn seats(found: &WhatIf) -> Columns {
    let all = || found.seats.iter();
    let known = |own: Fact<u32>| own.into_known().map(i64::from);
    vec![
        text("run", all().map(|own| Some(own.run.to_string()))),
        whole("seats", all().map(|own| known(own.seats))),
        whole("expected", all().map(|own| known(own.expected))),
        whole("free", all().map(|own| known(own.free))),
    ]
}

fn ids<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn unit(kind: BudgetKind) -> &'static str {
    match kind {
        BudgetKind::Money => "ore",
        BudgetKind::AdviserHours => "minutes",
    }
}

/// What one more of each thing would give.
pub fn bottlenecks(found: &Scarcity) -> Columns {
    let all = || found.bottlenecks.iter();
    let runs = |runs: &[mestring_model::id::RunId]| {
        let runs = runs.iter().map(ToString::to_string);
        Some(runs.collect())
    };
    vec![
        text("what", all().map(|own| Some(own.of.code().to_owned()))),
        text("of", all().map(|own| own.of.of().map(str::to_owned))),
        texts("gains", all().map(|own| runs(&own.gains))),
        texts("loses", all().map(|own| runs(&own.loses))),
        whole("participants", all().map(|own| Some(own.participants))),
        whole("participants_unknown", all().map(|own| count(own.unknown))),
    ]
}

/// The competences that one leader alone has.
pub fn one_leader(found: &Scarcity) -> Columns {
    let all = || found.one_leader.iter();
    let runs = all().map(|own| {
        let runs = own.runs.iter().map(ToString::to_string);
        Some(runs.collect())
    });
    vec![
        text(
            "competence",
            all().map(|own| Some(own.competence.to_string())),
        ),
        text("leader", all().map(|own| Some(own.leader.to_string()))),
        texts("runs", runs),
        whole("refused", all().map(|own| count(own.refused))),
    ]
}
