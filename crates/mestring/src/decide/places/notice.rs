//! What it weighs to move somebody who has a place already.

use crate::assign::MOST_COST;

/// How much more it weighs to move somebody at the shortest notice than with plenty of it.
const MOST_WEIGHT: i64 = 8;

/// How much it weighs to move somebody so many days before the run begins in which they have a place,
/// beside moving somebody four weeks before.
///
/// ```text
/// less than a week 8, less than two weeks 4, less than four weeks 2, otherwise 1
/// ```
fn weight(days: i64) -> i64 {
    match days {
        ..7 => MOST_WEIGHT,
        7..14 => 4,
        14..28 => 2,
        _ => 1,
    }
}

/// What moves cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MoveCost {
    /// The cost of a move that weighs 1.
    one: i64,
    /// True where no saving can be worth a move.
    pub(super) comes_first: bool,
}

impl MoveCost {
    /// `most` is the highest cost of a place, `all` the sum of what each person's dearest place costs:
    /// no assignment costs more, so none saves more than that. Costs start from 0.
    pub(super) fn above(most: i64, all: i64, runs: usize) -> Self {
        // As far apart as the engine lets costs lie, which falls with the square of the runs.
        let runs = i64::try_from(runs).unwrap_or(i64::MAX).saturating_add(3);
        let limit = (1_i64 << 56) / runs.saturating_mul(runs);
        let room = (limit.min(MOST_COST) - most).max(0) / MOST_WEIGHT;
        let enough = all.saturating_add(1);
        MoveCost {
            one: enough.min(room),
            comes_first: enough <= room,
        }
    }

    /// What it costs to move somebody who has so many days.
    pub(super) fn at(self, days: i64) -> i64 {
        self.one.saturating_mul(weight(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_costs_more_than_all_that_it_could_save_and_more_at_short_notice() {
        let cost = MoveCost::above(120, 5000, 20);
        assert!(cost.comes_first);
        let days = [90, 28, 27, 14, 13, 7, 6, 0];
        let costs = days.map(|days| cost.at(days));
        assert_eq!(costs, [1, 1, 2, 2, 4, 4, 8, 8].map(|times| 5001 * times));
    }

    #[test]
    fn costs_stay_within_what_the_engine_takes() {
        for (most, all, runs) in [
            (200, i64::MAX, 2000),
            (200, 1 << 40, 200_000),
            (MOST_COST, 1 << 40, 3),
            (0, i64::MAX, usize::MAX),
        ] {
            let cost = MoveCost::above(most, all, runs);
            assert!(!cost.comes_first, "{most} {all} {runs}");
            assert!((0..=MOST_COST).contains(&(cost.at(0) + most)));
        }
    }
}
