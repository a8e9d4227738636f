//! Prices for a relaxation: the simplex method on a dense tableau, where every run may be in by part.
//!
//! Nothing depends on these prices being best: any prices of 0 or more bound the level, and the bound
//! is worked out again from them in integers. Levels are maximised one after another; each that is
//! done becomes a row that keeps its value, so there is always a feasible choice to start from.

/// What is taken for 0.
const ZERO: f64 = 1e-9;

/// Pivots before a phase is given up; the prices so far then serve.
const PIVOTS: usize = 4_000;

/// Columns between 0 and 1 and a slack for each row; the rows hold with equality.
pub(super) struct Tableau {
    rows: Vec<Row>,
    /// What one more of each column is worth.
    gains: Vec<f64>,
    /// The column is counted down from 1 instead of up from 0.
    flipped: Vec<bool>,
    columns: usize,
}

struct Row {
    /// The column that this row determines.
    basic: usize,
    of: Vec<f64>,
    right: f64,
}

fn at(of: &[f64], column: usize) -> f64 {
    of.get(column).copied().unwrap_or(0.0)
}

/// Takes `times` the row from the other.
fn less(of: &mut Vec<f64>, row: &[f64], times: f64) {
    of.resize(of.len().max(row.len()), 0.0);
    for (of, row) in of.iter_mut().zip(row) {
        *of -= times * row;
    }
}

impl Tableau {
    /// Columns with what they draw of each row, and the rows' limits of 0 or more.
    pub(super) fn new(draws: &[Vec<(usize, f64)>], limits: &[f64]) -> Self {
        let columns = draws.len();
        let mut tableau = Tableau {
            rows: Vec::with_capacity(limits.len()),
            gains: Vec::new(),
            flipped: vec![false; columns],
            columns,
        };
        for (nth, limit) in limits.iter().enumerate() {
            let mut of = vec![0.0; columns + limits.len()];
            for (column, draws) in draws.iter().enumerate() {
                for (_, amount) in draws.iter().filter(|(row, _)| *row == nth) {
                    if let Some(of) = of.get_mut(column) {
                        *of += amount;
                    }
                }
            }
            if let Some(slack) = of.get_mut(columns + nth) {
                *slack = 1.0;
            }
            tableau.rows.push(Row {
                basic: columns + nth,
                of,
                right: limit.max(0.0),
            });
        }
        tableau
    }

    /// Maximises what the columns are worth.
    pub(super) fn maximise(&mut self, gains: &[f64]) {
        self.gains = vec![0.0; self.columns + self.rows.len()];
        for ((own, gain), flipped) in self.gains.iter_mut().zip(gains).zip(&self.flipped) {
            *own = if *flipped { -gain } else { *gain };
        }
        for row in &self.rows {
            let times = at(&self.gains, row.basic);
            less(&mut self.gains, &row.of, times);
        }
        for _ in 0..PIVOTS {
            let entering = self
                .gains
                .iter()
                .enumerate()
                .filter(|(_, gain)| **gain > ZERO);
            // The first of the largest: `max_by` would give the last.
            let entering = entering.fold(None, |best: Option<(usize, f64)>, (column, gain)| {
                Some(
                    best.filter(|(_, most)| most >= gain)
                        .unwrap_or((column, *gain)),
                )
            });
            let Some((column, _)) = entering else {
                break;
            };
            self.enter(column);
        }
    }

    /// Keeps at least `value` of what the columns are worth, which the choice at hand has.
    pub(super) fn keep(&mut self, gains: &[f64], value: f64) {
        let slack = self.columns + self.rows.len();
        let mut of = vec![0.0; slack + 1];
        let mut right = -value;
        for ((own, gain), flipped) in of.iter_mut().zip(gains).zip(&self.flipped) {
            *own = if *flipped { *gain } else { -gain };
            right += if *flipped { *gain } else { 0.0 };
        }
        if let Some(slack) = of.get_mut(slack) {
            *slack = 1.0;
        }
        for row in &self.rows {
            let times = at(&of, row.basic);
            less(&mut of, &row.of, times);
            right -= times * row.right;
        }
        self.rows.push(Row {
            basic: slack,
            of,
            right: right.max(0.0),
        });
    }

    /// What the choice at hand is worth by the gains.
    pub(super) fn value(&self, gains: &[f64]) -> f64 {
        let flipped = gains.iter().zip(&self.flipped);
        let mut value: f64 = flipped
            .filter(|(_, flipped)| **flipped)
            .map(|(gain, _)| gain)
            .sum();
        for row in &self.rows {
            if let Some(gain) = gains.get(row.basic) {
                let sign = match self.flipped.get(row.basic) {
                    Some(true) => -1.0,
                    _ => 1.0,
                };
                value += sign * gain * row.right;
            }
        }
        value
    }

    /// The price of one more unit of each row.
    pub(super) fn prices(&self) -> Vec<f64> {
        let slacks = self.columns..self.columns + self.rows.len();
        slacks
            .map(|slack| (-at(&self.gains, slack)).max(0.0))
            .collect()
    }

    fn most(&self, column: usize) -> f64 {
        if column < self.columns {
            1.0
        } else {
            f64::INFINITY
        }
    }

    /// Lets the column grow until a row, or its own limit, stops it.
    fn enter(&mut self, column: usize) {
        let mut step = self.most(column);
        let mut stop: Option<(usize, bool)> = None;
        for (nth, row) in self.rows.iter().enumerate() {
            let slope = at(&row.of, column);
            let (room, down) = match slope {
                slope if slope > ZERO => (row.right / slope, true),
                slope if slope < -ZERO => ((self.most(row.basic) - row.right) / -slope, false),
                _ => continue,
            };
            if room < step {
                (step, stop) = (room.max(0.0), Some((nth, down)));
            }
        }
        let Some((nth, down)) = stop else {
            self.flip(column);
            return;
        };
        let Some(row) = self.rows.get_mut(nth) else {
            return;
        };
        if !down {
            let basic = row.basic;
            row.of.iter_mut().for_each(|of| *of = -*of);
            if let Some(of) = row.of.get_mut(basic) {
                *of = 1.0;
            }
            row.right = 1.0 - row.right;
            if let Some(flipped) = self.flipped.get_mut(basic) {
                *flipped = !*flipped;
            }
        }
        let pivot = at(&row.of, column);
        row.of.iter_mut().for_each(|of| *of /= pivot);
        row.right /= pivot;
        row.basic = column;
        let (of, right) = (row.of.clone(), row.right);
        for (_, other) in self
            .rows
            .iter_mut()
            .enumerate()
            .filter(|(at, _)| *at != nth)
        {
            let times = at(&other.of, column);
            if times != 0.0 {
                less(&mut other.of, &of, times);
                other.right = (other.right - times * right).max(0.0);
            }
        }
        let times = at(&self.gains, column);
        less(&mut self.gains, &of, times);
    }

    /// Counts the column from its other end.
    fn flip(&mut self, column: usize) {
        for row in &mut self.rows {
            if let Some(of) = row.of.get_mut(column) {
                row.right = (row.right - *of).max(0.0);
                *of = -*of;
            }
        }
        if let Some(gain) = self.gains.get_mut(column) {
            *gain = -*gain;
        }
        if let Some(flipped) = self.flipped.get_mut(column) {
            *flipped = !*flipped;
        }
    }
}
