//! Which runs have too few people, who is expected to come, who would be asked to move, and what more
//! seats would reach.

use mestring_model::id::RunId;

use crate::assign::Cancellations;
use crate::decide::{
    Expected, Group, GroupState, MoreSeats, MoveReason, Outcome, Places, RunPlaces, RunWorth,
};
use crate::people::FEWEST_PLACES;
use crate::report::{Cell, Page, Table, Tone, View};

/// The runs with a minimum group, and what is proposed for each.
pub(super) fn groups(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let runs = places.runs.iter();
    let runs: Vec<(&RunPlaces, &Group)> = runs
        .filter_map(|run| Some((run, run.group.as_ref()?)))
        .collect();
    if runs.is_empty() {
        return;
    }
    page.heading(3, texts.plain("places-groups"));
    let mut table = Table::new([
        texts.plain("places-column-run"),
        texts.plain("places-column-minimum"),
        texts.plain("places-column-needs"),
        texts.plain("places-column-have"),
        texts.plain("places-column-would-do"),
        texts.plain("places-column-cancel-by"),
        texts.plain("places-column-decides"),
        texts.plain("places-column-proposal"),
    ]);
    let not_stated = || Cell::new(texts.plain("facts-not-stated")).tone(Tone::Unsure);
    for (run, group) in runs {
        let count = |count: u32| Cell::figure(texts.count(count as usize));
        let (proposal, tone) = match group.state {
            GroupState::Enough => ("places-group-enough", Tone::Good),
            GroupState::Cancelled => ("places-group-cancelled", Tone::Bad),
            GroupState::TooLate => ("places-group-too-late", Tone::Unsure),
            GroupState::NotCounted => ("places-group-not-counted", Tone::Unsure),
        };
        table.row([
            view.run(&run.run).into(),
            count(group.minimum),
            count(group.needs),
            Cell::figure(texts.count(run.people() as usize)),
            count(group.would_do),
            match group.cancel_by {
                Some(day) => texts.date(day).into(),
                None => not_stated(),
            },
            match &group.decided_by {
                Some(role) => role.as_str().into(),
                None => not_stated(),
            },
            Cell::new(texts.plain(proposal)).tone(tone),
        ]);
    }
    page.table(table);
    if places.runs.iter().any(RunPlaces::is_cancelled) {
        page.text(Cell::new(texts.plain("places-groups-proposal")).tone(Tone::Strong));
    }
    page.text(texts.plain(match places.cancellations() {
        Some(Cancellations::Proven) => "places-groups-proven",
        Some(Cancellations::Bound(_)) => "places-groups-bound",
        None => "places-groups-not-counted",
    }));
}

/// The share of people that is expected not to come to each run, and what that rests on.
pub(super) fn expected(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let runs = places.runs.iter();
    let runs: Vec<(&RunPlaces, &Expected)> = runs
        .filter_map(|run| Some((run, run.expected.as_ref()?)))
        .collect();
    if runs.is_empty() {
        return;
    }
    page.heading(3, texts.plain("places-expected"));
    let mut table = Table::new([
        texts.plain("places-column-run"),
        texts.plain("places-column-no-show"),
        texts.plain("places-column-rests-on"),
        texts.plain("places-column-seats"),
        texts.plain("places-column-gives"),
    ]);
    for (run, expected) in runs {
        let share = u32::from(expected.no_show().basis_points());
        let count = |count: Option<u32>| match count {
            Some(count) => Cell::figure(texts.count(count as usize)),
            None => Cell::new(texts.plain("facts-not-stated")).tone(Tone::Unsure),
        };
        table.row([
            view.run(&run.run).into(),
            match expected {
                Expected::Unknown { .. } => Cell::figure("?"),
                _ => Cell::figure(texts.percent(share)),
            },
            rests_on(view, expected).into(),
            count(run.seats),
            count(run.places),
        ]);
    }
    page.table(table);
    let mut all = places.runs.iter().filter_map(|run| run.expected.as_ref());
    if all.any(|own| matches!(own, Expected::Unknown { .. })) {
        let args = [("fewest", FEWEST_PLACES.into())];
        page.text(texts.say("places-expected-fewest", &args));
    }
    let both = places.settings.no_show.overbooks();
    page.text(texts.plain(match both {
        true => "places-expected-both",
        false => "places-expected-minimum",
    }));
}

fn rests_on(view: &View<'_>, expected: &Expected) -> String {
    let texts = view.texts;
    match expected {
        Expected::Everybody => texts.plain("places-expected-everybody"),
        Expected::Asked(_) => texts.plain("places-expected-asked"),
        Expected::Stored(rate) => {
            let id = match rate.of_offer {
                true => "places-expected-stored-offer",
                false => "places-expected-stored-all",
            };
            let args = [
                ("missed", rate.missed.into()),
                ("sessions", rate.sessions.into()),
                ("places", rate.places.into()),
            ];
            texts.say(id, &args)
        }
        Expected::Unknown { places } => {
            texts.say("places-expected-unknown", &[("places", (*places).into())])
        }
    }
}

/// Who has a place and would be asked to move, or would lose it, and why.
pub(super) fn moves(view: &View<'_>, places: &Places, page: &mut Page) {
    let texts = view.texts;
    let mut rows: Vec<[Cell; 5]> = Vec::new();
    let run = |run: &RunId| -> Cell { view.run(run).into() };
    for own in &places.people {
        let (from, to, notice, because) = match &own.outcome {
            Outcome::Moved {
                from,
                run: to,
                notice,
                because,
                ..
            } => (from, Some(to), Some(*notice), *because),
            Outcome::Lost { run, .. } => (run, None, None, MoveReason::Cancelled),
            _ => continue,
        };
        rows.push([
            own.person.as_str().into(),
            run(from),
            match to {
                Some(to) => run(to),
                None => Cell::new(texts.plain("places-without")).tone(Tone::Bad),
            },
            notice.map_or_else(|| Cell::from(""), |days| Cell::figure(days.to_string())),
            texts.plain(reason(because)).into(),
        ]);
    }
    if rows.is_empty() {
        return;
    }
    page.heading(3, texts.plain("places-moves"));
    let mut table = Table::new([
        texts.plain("places-column-person"),
        texts.plain("places-column-from"),
        texts.plain("places-column-to"),
        texts.plain("places-column-notice"),
        texts.plain("places-column-because"),
    ]);
    let (shown, left_out) = view.shown(&rows);
    for row in shown {
        table.row(row.clone());
    }
    page.table(table);
    view.left_out(page, left_out);
    page.text(texts.plain("places-moves-weight"));
    if !places.moves_come_first() {
        page.text(texts.plain("places-moves-capped"));
    }
}

/// The text of why somebody would be asked to move.
pub(super) fn reason(because: MoveReason) -> &'static str {
    match because {
        MoveReason::Cancelled => "places-moved-cancelled",
        MoveReason::ForOthers => "places-moved-for-others",
    }
}

/// What one more seat in each run would reach, and a further run like it, for the staff of the centre.
pub fn more_seats(view: &View<'_>, more: &MoreSeats) -> Page {
    let texts = view.texts;
    let mut page = Page::default();
    page.heading(3, texts.plain("places-more-seats"));
    if more.runs.is_empty() {
        page.text(texts.plain("places-more-none"));
        return page;
    }
    let mut table = Table::new([
        texts.plain("places-column-run"),
        texts.plain("places-column-waiting"),
        texts.plain("places-column-next"),
        texts.plain("places-column-further"),
        texts.plain("places-column-further-classes"),
        texts.plain("places-column-further-moves"),
    ]);
    for own in &more.runs {
        table.row(more_row(view, own));
    }
    page.table(table);
    page.text(texts.plain("places-more-by-itself"));
    if more.runs.iter().any(|own| own.further_moves.is_none()) {
        page.text(texts.plain("places-more-groups"));
    }
    if more.left_out > 0 {
        let args = [("count", more.left_out.into())];
        page.text(texts.say("places-more-left-out", &args));
    }
    page
}

fn more_row(view: &View<'_>, own: &RunWorth) -> [Cell; 6] {
    let texts = view.texts;
    let classes = own.served.iter().map(|(class, count)| {
        let args = [
            ("class", class.to_string().into()),
            ("count", (*count).into()),
        ];
        texts.say("places-more-class", &args)
    });
    let classes: Vec<String> = classes.collect();
    let class = [("class", own.class.to_string().into())];
    let mut one = texts.say("places-next-class", &class);
    if let Some(moves) = own.moves.filter(|moves| *moves > 0) {
        one.push_str(&format!(
            "\n{}",
            texts.say("places-more-moves", &[("count", moves.into())])
        ));
        for step in &own.chain {
            let class = step
                .class
                .map_or_else(|| "?".to_owned(), |class| class.to_string());
            let to = ("to", step.to.as_str().into());
            let hop = match &step.from {
                Some(from) => {
                    let args = [("class", class.into()), ("from", from.as_str().into()), to];
                    texts.say("places-more-hop", &args)
                }
                None => texts.say("places-more-last-hop", &[("class", class.into()), to]),
            };
            one.push_str(&format!("\n{hop}"));
        }
    }
    let args = [
        ("places", (own.places as usize).into()),
        ("served", own.served().into()),
    ];
    [
        view.run(&own.run).into(),
        Cell::figure(texts.count(own.waiting as usize)),
        one.into(),
        texts.say("places-more-served", &args).into(),
        classes.join("; ").into(),
        match own.further_moves {
            Some(count) => Cell::figure(texts.count(count)),
            None => Cell::figure("?"),
        },
    ]
}
