//! From what a copy noted to the clause that fired and the steps of its sum.

use std::sync::Arc;

use mestring_model::verdict::Answer;

use super::text::Joined;
use super::trace::{Kind, Log, Site, Traced};
use super::{Amount, Change, Fired, Step, replay};

/// An answer: its place in the log, and its number among the sites.
#[derive(Clone, Copy)]
struct Answered {
    at: usize,
    number: usize,
}

impl Traced {
    /// The clause that gave an answer, and what was added up to it.
    pub(super) fn read(&self, log: &Log, answer: &Answer) -> (Option<Fired>, Vec<Step>) {
        let mut called_by = Vec::new();
        let (mut owner, mut end) = (0, log.len());
        let (answered, site) = loop {
            let Some((at, number, site)) = self.last_answer(log, owner, end) else {
                return (None, Vec::new());
            };
            let Kind::Answer {
                calls: Some(helper),
                ..
            } = site.kind
            else {
                break (Answered { at, number }, site);
            };
            // The last call of the helper is this one: what it was handed was asked before.
            called_by.push(site.clause.clone());
            (owner, end) = (helper, at);
        };
        let fired = Fired {
            clause: site.clause.clone(),
            called_by,
            decided_by: self.decided_by(log, answered, site, answer),
        };
        (Some(fired), self.steps(log, answered, site, answer))
    }

    /// The last answer that the script or a helper gave: its place in the log, its number among the
    /// sites, and its site.
    fn last_answer(&self, log: &Log, owner: usize, end: usize) -> Option<(usize, usize, &Site)> {
        let noted = log.iter().enumerate().take(end).rev();
        let mut answers = noted.filter_map(|(at, (number, _))| {
            let number = *number as usize;
            let site = self.sites.get(number)?;
            let answers = site.owner == owner && matches!(site.kind, Kind::Answer { .. });
            answers.then_some((at, number, site))
        });
        answers.next()
    }

    /// The parts of an answer that were reached, in order, with their numbers.
    fn parts<'a>(
        &'a self,
        log: &'a Log,
        answered: Answered,
        count: usize,
    ) -> impl Iterator<Item = (&'a Site, Option<Amount>)> {
        let Answered { at, number } = answered;
        let before = log.get(..at).unwrap_or_default();
        // A helper that was called before gave this answer before, of other parts.
        let earlier = before.iter().rposition(|(own, _)| *own as usize == number);
        let since = earlier.map_or(0, |earlier| earlier + 1);
        let since = before.get(since..).unwrap_or_default();
        let parts = number.saturating_sub(count)..number;
        since.iter().filter_map(move |(own, amount)| {
            let own = *own as usize;
            let site = self.sites.get(own).filter(|_| parts.contains(&own))?;
            Some((site, *amount))
        })
    }

    fn decided_by(
        &self,
        log: &Log,
        answered: Answered,
        site: &Site,
        answer: &Answer,
    ) -> Option<Arc<super::Clause>> {
        let Kind::Answer {
            parts: Some((joined, count)),
            ..
        } = site.kind
        else {
            return None;
        };
        let decides = match joined {
            Joined::And => *answer == Answer::Bool(false),
            Joined::Or => *answer == Answer::Bool(true),
            Joined::Sum => false,
        };
        let last = self.parts(log, answered, count).last()?;
        decides.then(|| last.0.clause.clone())
    }

    /// The steps of the sum that an answer is; none where it is no sum, or their replay would not be
    /// the answer.
    fn steps(&self, log: &Log, answered: Answered, site: &Site, answer: &Answer) -> Vec<Step> {
        let (
            Answer::Number(result),
            Kind::Answer {
                of,
                as_it_stands,
                parts,
                ..
            },
        ) = (answer, &site.kind)
        else {
            return Vec::new();
        };
        let mut sum = Sum {
            steps: Vec::with_capacity(log.len()),
            broken: false,
        };
        for (own, amount) in log {
            let Some(own) = self.sites.get(*own as usize) else {
                continue;
            };
            if own.owner != site.owner {
                continue;
            }
            match &own.kind {
                Kind::Into { variable, change } if of.contains(variable) => {
                    sum.step(own, Some(variable), *change, *amount);
                }
                Kind::Beyond { variable } if of.contains(variable) => sum.broken = true,
                _ => {}
            }
        }
        match parts {
            Some((Joined::Sum, count)) if of.is_empty() || *as_it_stands => {
                let variable = of.first();
                for (own, amount) in self.parts(log, answered, *count) {
                    if let Kind::Part { change } = own.kind {
                        sum.step(own, variable, change, amount);
                    }
                }
            }
            _ if of.is_empty() => return Vec::new(),
            _ if !as_it_stands => {
                let amount = log.get(answered.at).and_then(|(_, amount)| *amount);
                sum.step(site, None, Change::Answer, amount);
            }
            _ => {}
        }
        if !sum.broken && replay(&sum.steps).map(f64::to_bits) == Some(result.to_bits()) {
            sum.steps
        } else {
            Vec::new()
        }
    }
}

struct Sum {
    steps: Vec<Step>,
    broken: bool,
}

impl Sum {
    fn step(
        &mut self,
        site: &Site,
        variable: Option<&Arc<str>>,
        change: Change,
        by: Option<Amount>,
    ) {
        let Some(by) = by else {
            self.broken = true;
            return;
        };
        let own = |step: &&Step| step.variable.as_ref() == variable;
        let before = self.steps.iter().rev().find(own).map(|step| step.after);
        if change == Change::Start {
            // What the variable held before is gone.
            self.steps.retain(|step| step.variable.as_ref() != variable);
        }
        // A sum that was handed to a helper begins where nothing is noted.
        let begins = matches!(change, Change::Start | Change::Answer);
        let before = before.or(begins.then_some(Amount::Whole(0)));
        match before.and_then(|before| change.apply(before, by)) {
            Some(after) => self.steps.push(Step {
                clause: site.clause.clone(),
                variable: variable.cloned(),
                change,
                by,
                after,
            }),
            None => self.broken = true,
        }
    }
}
