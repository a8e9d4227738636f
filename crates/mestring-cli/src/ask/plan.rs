//! The plan, with what stands beside it.

use std::path::Path;

use mestring::decide::{Decider, Proposal};
use mestring::plan::Order;
use mestring::report::{self, Unknowns, json};
use mestring_exchange::person_store;
use mestring_model::PersonStore;

use super::{Answer, Answered, add_proposal, decider, find_remedies, watched};
use crate::args::Common;
use crate::desk::load;
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;

/// The proposal for the capacity.
pub(crate) fn plan(
    common: &Common,
    surroundings: &Surroundings,
    (path, people): (&Path, Option<&Path>),
    log: Option<&Path>,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    // A store that may not be read gives no plan either.
    let store = people.map(person_store::read).transpose()?;
    let loaded = load(common, surroundings, path)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    if let Some((store, found)) = &store {
        answer.findings.extend(found.iter().cloned());
        let about = store.check(&loaded.desk, decider.as_of());
        answer.findings.extend(about);
        let about = mestring_data::check::check_people(store, decider.as_of());
        answer.findings.extend(about);
    }
    let mut proposal = decider.proposal()?;
    find_remedies(&decider, &mut proposal, output)?;
    add_proposal(&mut answer, &proposal, output)?;
    add_digital(&mut answer, &decider, &proposal, output)?;
    add_scarcity(&mut answer, &decider, &proposal, output)?;
    add_need(
        &mut answer,
        &decider,
        &proposal,
        store.as_ref().map(|(store, _)| store),
        output,
    );
    let answered = Answered {
        proposal: Some(&proposal),
        ..Answered::default()
    };
    answer.log(log, &decider, surroundings, &answered, output)?;
    answer.unknowns = Some(Unknowns::of(Some(&proposal), None, None));
    answer.finish(output)
}

/// The plan with the most participants in each class, and what that costs.
pub(crate) fn most_participants(
    common: &Common,
    surroundings: &Surroundings,
    path: &Path,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    let loaded = load(common, surroundings, path)?;
    let decider = decider(common, &loaded);
    let mut answer = Answer::new(common, &loaded, &decider, output);
    let strict = decider.proposal()?;
    let mut proposal = watched(output, "cli-progress-plan", |watch| {
        decider.proposal_in(Order::MostValue, &mut |progress| {
            watch(progress.level as usize + 1, progress.levels as usize)
        })
    })?;
    find_remedies(&decider, &mut proposal, output)?;
    let view = output.view(&loaded.desk);
    answer.add(
        "price",
        || report::price(&view, &strict, &proposal),
        || json::price(&strict, &proposal),
    );
    add_proposal(&mut answer, &proposal, output)?;
    answer.unknowns = Some(Unknowns::of(Some(&proposal), None, None));
    answer.finish(output)
}

/// What it gives that runs may be held digitally.
fn add_digital(
    answer: &mut Answer<'_>,
    decider: &Decider<'_>,
    proposal: &Proposal,
    output: &mut Output<'_>,
) -> Result<(), CommandError> {
    let found = watched(output, "cli-progress-digital", |watch| {
        decider.digital(proposal, &mut |progress| {
            watch(progress.level as usize + 1, progress.levels as usize)
        })
    })?;
    let view = output.view(decider.desk());
    answer.add(
        "digital",
        || report::digital(&view, proposal, found.as_ref()),
        || json::digital(found.as_ref()),
    );
    Ok(())
}

/// What is scarcest.
fn add_scarcity(
    answer: &mut Answer<'_>,
    decider: &Decider<'_>,
    proposal: &Proposal,
    output: &mut Output<'_>,
) -> Result<(), CommandError> {
    let found = watched(output, "cli-progress-scarcity", |watch| {
        decider.scarcity(proposal, watch)
    })?;
    let view = output.view(decider.desk());
    answer.add(
        "scarcity",
        || report::scarcity(&view, &found),
        || json::scarcity(&found),
    );
    Ok(())
}

/// Need beside capacity, with the people of a store where one is given.
fn add_need(
    answer: &mut Answer<'_>,
    decider: &Decider<'_>,
    proposal: &Proposal,
    store: Option<&PersonStore>,
    output: &Output<'_>,
) {
    let need = decider.need(proposal, store);
    let view = output.view(decider.desk());
    answer.add("need", || report::need(&view, &need), || json::need(&need));
}
