//! Whether people begin by the deadline on their referral.

use mestring_model::{Desk, Fact};

use super::judge::{Judging, Suit};
use super::outcome::{Outcome, PersonPlace};
use crate::people::Waiting;
use crate::topics::Topics;

/// Writes down who begins in time, or could.
pub(super) fn write(
    desk: &Desk,
    topics: &Topics,
    waiting: &[Waiting],
    judging: &Judging,
    people: &mut [PersonPlace],
) {
    for (at, (own, person)) in waiting.iter().zip(people).enumerate() {
        person.starts_by_deadline = match &person.outcome {
            Outcome::Kept { run, .. } | Outcome::Given { run, .. } | Outcome::Moved { run, .. } => {
                let run = desk.run(run);
                let run = run.and_then(|run| Some((run, topics.offer(&run.offer)?)));
                match run {
                    Some((run, about)) => Fact::from(run.starts).and_then(|starts| {
                        own.starts_by_deadline(&run.offer, &about.target_groups, starts)
                    }),
                    None => Fact::NotStated,
                }
            }
            Outcome::Full { .. } | Outcome::Lost { .. } => best(judging, at),
            Outcome::NoRun { .. } | Outcome::Ask { .. } => Fact::NotStated,
        };
    }
}

/// Whether some run that would do for a person starts by the deadline: no only where all start after it.
fn best(judging: &Judging, person: usize) -> Fact<bool> {
    let fits = judging.pairs(person);
    let fits = fits.filter(|(_, suit)| matches!(suit, Suit::Fits { .. }));
    let mut all = fits.map(|(run, _)| judging.starts_by_deadline(person, run));
    let Some(first) = all.next() else {
        return Fact::NotStated;
    };
    all.fold(first, |best, next| match (best, next) {
        (Fact::Known(true), _) | (_, Fact::Known(true)) => Fact::Known(true),
        // To a run that a deadline is not stated for, none has to be kept.
        (Fact::NotStated, _) | (_, Fact::NotStated) => Fact::NotStated,
        (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
        (Fact::Known(false), Fact::Known(false)) => Fact::Known(false),
    })
}
