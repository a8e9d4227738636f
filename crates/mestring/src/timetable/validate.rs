//! Whether a setting is consistent: every position listed, no amount below zero, nobody fixed where
//! they cannot stand.

use super::check::check_placements;
use super::error::TimetableError;
use super::problem::{NEEDS, Placement, Run, Setting, Standing, position};

/// The slot is listed; `place` says where it is named.
pub(super) fn known_slot(
    setting: &Setting,
    slot: u32,
    place: impl Fn() -> String,
) -> Result<(), TimetableError> {
    if slot < setting.slots {
        return Ok(());
    }
    Err(TimetableError::NoSuchSlot {
        place: place(),
        slot,
        slots: setting.slots,
    })
}

/// The sum is listed; `place` says where it is named.
pub(super) fn known_sum(
    setting: &Setting,
    sum: u32,
    place: impl Fn() -> String,
) -> Result<(), TimetableError> {
    if (sum as usize) < setting.sums.len() {
        return Ok(());
    }
    Err(TimetableError::NoSuchSum {
        place: place(),
        sum,
    })
}

/// The run's amounts, sums, patterns and present place.
pub(super) fn check_run(setting: &Setting, at: usize, run: &Run) -> Result<(), TimetableError> {
    let place = || format!("run {at}");
    let position_of_run = position(at).ok_or(TimetableError::TooLarge)?;
    let weight = match run.standing {
        Standing::Placed { weight, .. } => weight,
        _ => 0,
    };
    let amounts = run.draws.iter().map(|(_, amount)| *amount);
    if let Some(amount) = amounts
        .chain([run.value, weight])
        .find(|amount| *amount < 0)
    {
        return Err(TimetableError::Negative {
            place: place(),
            amount,
        });
    }
    for (sum, _) in &run.draws {
        known_sum(setting, *sum, place)?;
    }
    for (nth, pattern) in run.patterns.iter().enumerate() {
        let nth = position(nth).ok_or(TimetableError::TooLarge)?;
        let place = || format!("pattern {nth} of run {at}");
        for slot in &pattern.slots {
            known_slot(setting, *slot, place)?;
        }
        let mut slots = pattern.slots.clone();
        slots.sort_unstable();
        slots.dedup();
        if slots.is_empty() || slots.len() < pattern.slots.len() {
            return Err(TimetableError::Sessions {
                run: position_of_run,
                pattern: nth,
            });
        }
        let needs = pattern.needs.len();
        if needs > NEEDS {
            let run = position_of_run;
            return Err(TimetableError::TooManyNeeds {
                run,
                pattern: nth,
                needs,
                most: NEEDS,
            });
        }
        let options = pattern.needs.iter().flatten();
        for resource in options.copied() {
            if resource as usize >= setting.resources.len() {
                return Err(TimetableError::NoSuchResource {
                    place: place(),
                    resource,
                });
            }
        }
    }
    if let Standing::Placed { at: placement, .. } = &run.standing {
        let pattern = run.patterns.get(placement.pattern as usize);
        if pattern.is_none_or(|pattern| pattern.needs.len() != placement.resources.len()) {
            return Err(TimetableError::Placed {
                run: position_of_run,
            });
        }
    }
    Ok(())
}

/// The values of each class add up.
pub(super) fn check_values(setting: &Setting) -> Result<(), TimetableError> {
    let mut totals = std::collections::BTreeMap::new();
    for run in &setting.runs {
        let total: &mut i64 = totals.entry(run.class).or_default();
        let class = run.class;
        *total = total
            .checked_add(run.value)
            .ok_or(TimetableError::Overflow { class })?;
    }
    Ok(())
}

/// Fixed runs stand where they can, together.
pub(super) fn check_fixed(setting: &Setting) -> Result<(), TimetableError> {
    let fixed = setting.runs.iter().map(|run| match &run.standing {
        Standing::Fixed(at) => Some(at.clone()),
        _ => None,
    });
    let fixed: Vec<Option<Placement>> = fixed.collect();
    check_placements(setting, &fixed).map_err(TimetableError::Fixed)
}
