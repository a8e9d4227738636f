//! Whether something happens more often than before: two counts over times of equal length.

/// The share of cases in which the interval does not hold what is true, on each side.
const TAIL: f64 = 0.025;

/// How often something happened, beside how often it did before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The rate now over the rate before: between these where some cases have no date.
    pub ratio: (f64, f64),
    /// The least ratio that agrees with the counts.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

/// What a change shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It happens more often.
    More,
    /// It happens less often.
    Fewer,
    /// The interval holds no change too.
    CannotTell,
}

impl Direction {
    /// A stable code: `more`, `fewer`, `cannot_tell`.
    pub fn code(self) -> &'static str {
        match self {
            Direction::More => "more",
            Direction::Fewer => "fewer",
            Direction::CannotTell => "cannot_tell",
        }
    }
}

impl Change {
    /// The change from `before` to `now`, counted over times of equal length, with the 95 % interval of
    /// the ratio of two Poisson rates: given their sum, the later count is binomial, and the exact
    /// interval of its share (Clopper and Pearson 1934) becomes one of the ratio (Przyborowski and
    /// Wilenski 1940).
    ///
    /// `undated` cases may lie in either time or in none: the interval holds whatever is true of them.
    /// Both counts must be above zero, as those are that are shown.
    pub fn of(now: usize, before: usize, undated: usize) -> Self {
        let ratio = |now: usize, before: usize| now as f64 / before as f64;
        let odds = |share: f64| share / (1.0 - share);
        let least = share_interval(now, now + before + undated).0;
        let most = share_interval(now + undated, now + before + undated).1;
        Change {
            ratio: (ratio(now, before + undated), ratio(now + undated, before)),
            low: odds(least),
            high: odds(most),
        }
    }

    /// What it shows.
    pub fn direction(&self) -> Direction {
        if self.low > 1.0 {
            Direction::More
        } else if self.high < 1.0 {
            Direction::Fewer
        } else {
            Direction::CannotTell
        }
    }
}

/// The exact 95 % interval of a share, by `hits` of `all`.
fn share_interval(hits: usize, all: usize) -> (f64, f64) {
    let upper = |hits: usize| {
        // The share at which so many hits or more are this unlikely.
        let tails = Tails::of(all);
        solve(|share| tails.at_least(hits, share) < TAIL)
    };
    let low = if hits == 0 { 0.0 } else { upper(hits) };
    // So few hits are as unlikely as so many misses.
    let misses = all - hits;
    let high = if misses == 0 {
        1.0
    } else {
        1.0 - upper(misses)
    };
    (low, high)
}

/// The share below which the condition holds, which holds for small shares.
fn solve(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    // Each step halves what is left, to far below what is printed.
    for _ in 0..50 {
        let middle = (low + high) / 2.0;
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// Tails of the binomial distribution of so many cases.
struct Tails {
    /// The logarithms of the factorials of 0 to the number of cases.
    factorials: Vec<f64>,
}

impl Tails {
    fn of(all: usize) -> Self {
        let mut sum = 0.0;
        let logarithms = (1..=all).map(|number| {
            sum += (number as f64).ln();
            sum
        });
        Tails {
            factorials: std::iter::once(0.0).chain(logarithms).collect(),
        }
    }

    /// How likely so many hits or more are.
    fn at_least(&self, hits: usize, share: f64) -> f64 {
        let all = self.factorials.len() - 1;
        let factorial = |of: usize| self.factorials.get(of).copied().unwrap_or(0.0);
        let (hit, miss) = (share.ln(), (1.0 - share).ln());
        let exactly = |hits: usize| {
            let ways = factorial(all) - factorial(hits) - factorial(all - hits);
            (ways + hits as f64 * hit + (all - hits) as f64 * miss).exp()
        };
        (hits..=all).map(exactly).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(now: usize, before: usize, undated: usize, expect: &str) {
        let change = Change::of(now, before, undated);
        let (low, high) = (change.low, change.high);
        assert!(low <= change.ratio.0 && change.ratio.1 <= high);
        let shown = format!("{low:.3} to {high:.3}: {}", change.direction().code());
        assert_eq!(shown, expect, "{now} after {before}, {undated} undated");
    }

    #[test]
    fn the_interval_is_the_exact_one() {
        // The tables of exact limits give 27.20 % to 72.80 % for 10 of 20: odds of 0.374 to 2.677.
        check(10, 10, 0, "0.374 to 2.677: cannot_tell");
        // And 18.71 % to 81.29 % for 5 of 10.
        check(5, 5, 0, "0.230 to 4.345: cannot_tell");
        check(30, 10, 0, "1.427 to 6.879: more");
        check(10, 30, 0, "0.145 to 0.701: fewer");
        // A case without a date lets both be true.
        check(30, 10, 8, "0.899 to 8.552: cannot_tell");
    }

    #[test]
    fn the_tails_sum_to_what_they_must() {
        let tails = Tails::of(12);
        for share in [0.01, 0.3, 0.5, 0.99] {
            assert!((tails.at_least(0, share) - 1.0).abs() < 1e-9);
            for hits in 1..=12 {
                let other = 1.0 - tails.at_least(12 - hits + 1, 1.0 - share);
                assert!((tails.at_least(hits, share) - other).abs() < 1e-9);
            }
        }
        // 6 or more heads of 12: (4096 + 924) / 2 / 4096.
        assert!((tails.at_least(6, 0.5) - 2510.0 / 4096.0).abs() < 1e-12);
    }

    #[test]
    fn large_counts_are_told_too() {
        check(50_500, 50_000, 0, "0.998 to 1.023: cannot_tell");
    }
}
