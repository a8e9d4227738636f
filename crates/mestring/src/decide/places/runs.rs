//! How many places each run gives, and how many people it needs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mestring_model::Desk;
use mestring_model::id::RunId;
use mestring_model::noun::Run;

use super::outcome::{Group, GroupState, Outcome, PersonPlace, RunPlaces};
use super::settings::{Expected, NoShow, PlaceSettings};
use crate::assign::{minimum_places, places};
use crate::people::{Attended, OpenRun};

/// The open runs, with those in them who have a place already; `taken` are the runs in which
/// somebody has a place besides the one that is asked about, once for each seat.
pub(super) fn of(
    desk: &Desk,
    open: &[OpenRun],
    people: &[PersonPlace],
    taken: &[&RunId],
    attended: &Attended<'_>,
    settings: PlaceSettings,
    as_of: NaiveDate,
) -> Vec<RunPlaces> {
    let mut holders: BTreeMap<&RunId, u32> = BTreeMap::new();
    for own in people {
        if let Outcome::Kept { run, .. } = &own.outcome {
            *holders.entry(run).or_default() += 1;
        }
    }
    for run in taken {
        *holders.entry(run).or_default() += 1;
    }
    let runs = open.iter().filter_map(|own| {
        let run = desk.runs.get(own.run)?;
        let kept = holders.get(&run.id).copied().unwrap_or(0);
        let expected = expected(run, attended, settings.no_show);
        let seats = own.seats.into_known();
        let gives = seats.map(|seats| {
            let overbooked = settings.no_show.overbooks();
            let more = overbooked.then(|| places(seats, expected.no_show()));
            more.flatten().unwrap_or(seats)
        });
        // Who has a place was promised one, with or without a seat.
        let places = gives.map(|gives| gives.max(kept));
        let minimum = own.minimum.into_known().filter(|minimum| *minimum > 0);
        let group = minimum.map(|minimum| group(run, minimum, places, &expected, settings, as_of));
        let counted = group.is_some() || (settings.no_show.overbooks() && seats.is_some());
        Some(RunPlaces {
            run: run.id.clone(),
            starts: own.starts,
            seats,
            places,
            kept,
            over: gives.map_or(0, |gives| kept.saturating_sub(gives)),
            given: 0,
            moved_in: 0,
            moved_out: 0,
            waiting: 0,
            expected: counted.then_some(expected),
            group,
            next_class: None,
            reserved: Vec::new(),
        })
    });
    runs.collect()
}

fn expected(run: &Run, attended: &Attended<'_>, no_show: NoShow) -> Expected {
    match no_show {
        NoShow::None => Expected::Everybody,
        NoShow::Share(share) => Expected::Asked(share),
        NoShow::MinimumAlone | NoShow::Stored => match attended.no_show(&run.offer) {
            Ok(rate) => Expected::Stored(rate),
            Err(places) => Expected::Unknown { places },
        },
    }
}

fn group(
    run: &Run,
    minimum: u32,
    places: Option<u32>,
    expected: &Expected,
    settings: PlaceSettings,
    as_of: NaiveDate,
) -> Group {
    let needs = minimum_places(minimum, expected.no_show()).unwrap_or(minimum);
    let state = if !settings.minimum_groups || places.is_none() {
        GroupState::NotCounted
    } else if run.cancel_by.is_some_and(|last| last < as_of) {
        GroupState::TooLate
    } else {
        GroupState::Enough
    };
    Group {
        minimum,
        // A run that is full has as many as it can have.
        needs: places.map_or(needs, |places| needs.min(places)),
        cancel_by: run.cancel_by,
        decided_by: run.cancelled_by.clone(),
        would_do: 0,
        state,
    }
}
