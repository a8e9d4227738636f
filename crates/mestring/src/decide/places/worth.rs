//! What more seats would reach: one more in a run, and a further run like it.

use mestring_model::id::RunId;

use super::Places;
use crate::decide::DecideError;

/// For how many runs it is worked out at most.
const MOST_RUNS: usize = 20;

/// How many people and choices are gone through at most, so that a large store takes seconds: a further
/// run is tried on a copy of everything.
const MOST_WORK: usize = 40_000_000;

/// What more seats would reach, for the runs that most people without a place could go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoreSeats {
    /// The runs, the one that most people without a place could go to first.
    pub runs: Vec<RunWorth>,
    /// How many more runs there are in which one more seat would serve somebody.
    pub left_out: usize,
}

/// What more seats in a run would reach, each answer by itself: two together may serve fewer than
/// both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunWorth {
    /// The run.
    pub run: RunId,
    /// How many people without a place could go there.
    pub waiting: u32,
    /// The class of the person whom one more seat would serve.
    pub class: u32,
    /// Who would take that seat, who the seat that is left by that, and so on to whoever had none; empty where
    /// `moves` is `None`.
    pub chain: Vec<ChainStep>,
    /// How many people would move for that seat; `None` where somebody is drawn into a minimum group,
    /// since that settles who moves.
    pub moves: Option<usize>,
    /// How many places a further run like it would give.
    pub places: u32,
    /// How many more the further run would serve, for each class of which it would serve somebody, class
    /// 1 first.
    pub served: Vec<(u32, usize)>,
    /// How many people would move from another run for it; `None` as for `moves`, and where a run would
    /// have too few then.
    pub further_moves: Option<usize>,
}

/// A move that one more seat would start. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainStep {
    /// The class of the person; `None` where it cannot be told.
    pub class: Option<u32>,
    /// The run that they leave; `None` without a place.
    pub from: Option<RunId>,
    /// The run that they enter.
    pub to: RunId,
}

impl RunWorth {
    /// How many more a further run like this would serve.
    pub fn served(&self) -> usize {
        self.served.iter().map(|(_, count)| count).sum()
    }
}

impl Places {
    /// What one more seat in each run would reach, and a further run like it, on the same days for the
    /// same people at the same cost; given the runs that are held.
    ///
    /// It is worked out for the runs that most people without a place could go to, at most twenty, and
    /// fewer where the store is large.
    ///
    /// # Errors
    /// More than can be counted.
    pub fn more_seats(&self) -> Result<MoreSeats, DecideError> {
        let runs = self.solved.runs.iter().enumerate();
        let mut runs: Vec<_> = runs
            .filter_map(|(column, at)| Some((column, self.runs.get(*at)?)))
            .filter(|(_, run)| run.next_class.is_some() && !run.is_cancelled())
            .collect();
        // Stable, so that equal counts stay in the order of the desk.
        runs.sort_by_key(|(_, run)| std::cmp::Reverse(run.waiting));
        let size = self.solved.people.len() + self.solved.choices;
        let most = (MOST_WORK / size.max(1)).clamp(1, MOST_RUNS);
        let left_out = runs.len().saturating_sub(most);
        runs.truncate(most);
        let open = self.solved.open();
        // Searches note down what they learn.
        let mut noted = open.clone();
        let is_open = self.solved.is_open();
        // Where nobody is drawn into a minimum group before or after, the best moves are the best with
        // minimum groups too.
        let stay_enough = |fewer: &[(usize, usize)]| {
            fewer.iter().all(|(column, fewer)| {
                let run = self.solved.runs.get(*column);
                let run = run.and_then(|at| self.runs.get(*at));
                run.is_none_or(|run| run.people() >= run.needs() + *fewer as u64)
            })
        };
        let worth = runs.into_iter().map(|(column, run)| {
            let chain = noted.chain_of_seat(column)?;
            let id = |column: usize| {
                let at = self.solved.runs.get(column)?;
                self.runs.get(*at).map(|run| run.run.clone())
            };
            let hops = chain.hops.iter().filter(|_| is_open);
            let hops = hops.filter_map(|hop| {
                Some(ChainStep {
                    class: (hop.class < u32::MAX).then_some(hop.class),
                    from: hop.from.and_then(id),
                    to: id(hop.to)?,
                })
            });
            let places = run.places.unwrap_or(0);
            let more = open.with_more_seats(column, places)?;
            Ok(RunWorth {
                run: run.run.clone(),
                waiting: run.waiting,
                class: run.next_class.unwrap_or(u32::MAX),
                chain: hops.collect(),
                // The last of the chain moves from nowhere.
                moves: is_open.then(|| chain.hops.len().saturating_sub(1)),
                places,
                further_moves: (is_open && stay_enough(&more.fewer)).then_some(more.moved),
                served: more
                    .classes
                    .into_iter()
                    .filter(|(_, served)| *served > 0)
                    .collect(),
            })
        });
        Ok(MoreSeats {
            runs: worth.collect::<Result<_, DecideError>>()?,
            left_out,
        })
    }
}
