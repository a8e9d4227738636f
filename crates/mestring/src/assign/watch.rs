//! How far the work has come, and whether to go on.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::AssignError;

/// A part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Finding who gets a place, in people.
    Order,
    /// Finding which run each of them gets, in people.
    Cost,
    /// Finding what one more seat in each run is worth, in runs.
    Prices,
    /// Finding people for minimum groups, in runs.
    Minimum,
}

impl Step {
    /// A stable code: `order`, `cost`, `prices`, `minimum`.
    pub fn code(self) -> &'static str {
        match self {
            Step::Order => "order",
            Step::Cost => "cost",
            Step::Prices => "prices",
            Step::Minimum => "minimum",
        }
    }
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Progress {
    /// The step.
    pub step: Step,
    /// How much of it is done.
    pub done: usize,
    /// How much there is to do.
    pub of: usize,
}

/// Called with the progress now and then, from any thread; breaking off stops the work.
pub type OnProgress<'a> = dyn Fn(Progress) -> ControlFlow<()> + Sync + 'a;

/// Passes progress on, and remembers that the work is to stop.
pub(super) struct Watch<'a> {
    tell: &'a OnProgress<'a>,
    stop: AtomicBool,
    /// How many people have their run in the step of costs, and of how many.
    placed: AtomicUsize,
    to_place: AtomicUsize,
}

impl<'a> Watch<'a> {
    pub(super) fn new(tell: &'a OnProgress<'a>) -> Self {
        Watch {
            tell,
            stop: AtomicBool::new(false),
            placed: AtomicUsize::new(0),
            to_place: AtomicUsize::new(0),
        }
    }

    /// Says how far a step has come.
    ///
    /// # Errors
    /// [`AssignError::Stopped`] once somebody has asked for it.
    pub(super) fn at(&self, step: Step, done: usize, of: usize) -> Result<(), AssignError> {
        let progress = Progress { step, done, of };
        if self.stop.load(Ordering::Relaxed) || (self.tell)(progress).is_break() {
            self.stop.store(true, Ordering::Relaxed);
            return Err(AssignError::Stopped);
        }
        Ok(())
    }

    /// Begins to find which run each of so many people gets.
    pub(super) fn begin_placing(&self, people: usize) {
        self.placed.store(0, Ordering::Relaxed);
        self.to_place.store(people, Ordering::Relaxed);
    }

    /// Says that so many more people have their run, from any thread.
    ///
    /// # Errors
    /// As [`at`](Self::at).
    pub(super) fn placed(&self, more: usize) -> Result<(), AssignError> {
        let before = self.placed.fetch_add(more, Ordering::Relaxed);
        let of = self.to_place.load(Ordering::Relaxed);
        self.at(Step::Cost, before + more, of)
    }
}
