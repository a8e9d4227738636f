//! Sums, one step at a time.

use std::sync::Arc;

use super::Clause;

/// A number as rules calculate with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A whole number.
    Whole(i64),
    /// A number with decimals.
    Decimal(f64),
}

impl Amount {
    /// The number as answers hold it.
    pub fn number(self) -> f64 {
        match self {
            Amount::Whole(number) => number as f64,
            Amount::Decimal(number) => number,
        }
    }
}

/// What a step does to a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The sum begins with this number, or begins anew.
    Start,
    /// It is added.
    Add,
    /// It is taken away.
    Subtract,
    /// The sum is multiplied by it.
    Multiply,
    /// The sum is divided by it; between whole numbers the remainder is dropped.
    Divide,
    /// The rule made this number of the sums so far, in a way that is no single step:
    /// `min(points, 100)`.
    Answer,
}

impl Change {
    /// A stable code: `start`, `add`, `subtract`, `multiply`, `divide`, `answer`.
    pub fn code(self) -> &'static str {
        match self {
            Change::Start => "start",
            Change::Add => "add",
            Change::Subtract => "subtract",
            Change::Multiply => "multiply",
            Change::Divide => "divide",
            Change::Answer => "answer",
        }
    }

    /// The sum after a step; none where a rule would have stopped.
    pub fn apply(self, sum: Amount, by: Amount) -> Option<Amount> {
        use Amount::{Decimal, Whole};
        if let (Whole(sum), Whole(by)) = (sum, by) {
            let whole = match self {
                Change::Start | Change::Answer => Some(by),
                Change::Add => sum.checked_add(by),
                Change::Subtract => sum.checked_sub(by),
                Change::Multiply => sum.checked_mul(by),
                Change::Divide => sum.checked_div(by),
            };
            return whole.map(Whole);
        }
        let (sum, number) = (sum.number(), by.number());
        Some(match self {
            Change::Start | Change::Answer => by,
            Change::Add => Decimal(sum + number),
            Change::Subtract => Decimal(sum - number),
            Change::Multiply => Decimal(sum * number),
            Change::Divide => Decimal(sum / number),
        })
    }
}

/// A change of a sum that ran.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The part of the rule that changed it.
    pub clause: Arc<Clause>,
    /// The variable that holds the sum; none where the terms of one expression are added.
    pub variable: Option<Arc<str>>,
    /// What was done to it.
    pub change: Change,
    /// With which number.
    pub by: Amount,
    /// The sum after it.
    pub after: Amount,
}

/// The answer that steps lead to, calculated again from their numbers alone: every variable holds a
/// sum of its own, and the last step's is the answer. None without steps.
///
/// It is the answer of the verdict to the last bit, and a property test holds it to that.
pub fn replay(steps: &[Step]) -> Option<f64> {
    let mut sums: Vec<(Option<&Arc<str>>, Amount)> = Vec::new();
    for step in steps {
        let variable = step.variable.as_ref();
        // The sum that changed last stands last.
        let held = sums.iter().position(|(own, _)| *own == variable);
        let before = held.map_or(Amount::Whole(0), |at| sums.remove(at).1);
        sums.push((variable, step.change.apply(before, step.by)?));
    }
    sums.last().map(|(_, sum)| sum.number())
}
