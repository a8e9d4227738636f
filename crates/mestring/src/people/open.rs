//! The runs that take people.

use chrono::NaiveDate;
use mestring_model::noun::{Format, RunState};
use mestring_model::{Desk, Fact};

/// A run of this centre that somebody decided and that has not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenRun {
    /// Its place in `desk.runs`.
    pub run: usize,
    /// Its first day, after the date of the question.
    pub starts: NaiveDate,
    /// Its seats: its own, else the most that its offer states.
    pub seats: Fact<u32>,
    /// How many must be expected to come for it to be held: its own minimum, else its offer's.
    pub minimum: Fact<u32>,
    /// The format that the rules name for it; not stated until somebody asked them.
    pub first_format: Fact<Format>,
}

/// The runs that take people on a date, in the order of `desk.runs`: decided, held by this centre, and
/// not begun. One that states no seats is among them, so that somebody can be asked.
pub fn open_runs(desk: &Desk, as_of: NaiveDate) -> Vec<OpenRun> {
    let runs = desk.runs.iter().enumerate();
    runs.filter(|(_, run)| run.state == RunState::Decided)
        .filter(|(_, run)| run.held_by.is_none() || run.held_by == desk.settings.centre)
        .filter_map(|(at, run)| {
            let starts = run.starts.filter(|starts| *starts > as_of)?;
            let offer = desk.offer(&run.offer);
            let minimum = offer.map_or(Fact::NotStated, |own| own.minimum);
            Some(OpenRun {
                run: at,
                starts,
                seats: desk.seats_of(&run.id),
                minimum: own_or(run.minimum, minimum),
                first_format: Fact::NotStated,
            })
        })
        .collect()
}

/// What a run states, else its offer.
fn own_or(run: Fact<u32>, offer: Fact<u32>) -> Fact<u32> {
    if run.is_known() { run } else { offer.or(run) }
}
