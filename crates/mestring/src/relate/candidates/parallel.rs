//! The same work for many, on several threads, with results in order.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many are taken at a time: enough that taking costs nothing, few enough that no thread is left
/// with the long ones.
const AT_A_TIME: usize = 64;

/// What `work` makes of each number below `count`, in order; every thread has a state of its own.
///
/// The results are the same on any number of threads as long as `work` depends on the number alone.
pub(super) fn each<S, T: Send>(
    count: usize,
    threads: NonZeroUsize,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut own = state();
        let mut done: Vec<(usize, Vec<T>)> = Vec::new();
        loop {
            let from = next.fetch_add(AT_A_TIME, Ordering::Relaxed);
            if from >= count {
                return done;
            }
            let until = count.min(from + AT_A_TIME);
            done.push((from, (from..until).map(|at| work(&mut own, at)).collect()));
        }
    };
    let helpers = threads
        .get()
        .min(count.div_ceil(AT_A_TIME))
        .saturating_sub(1);
    let mut parts = thread::scope(|scope| {
        let others: Vec<_> = (0..helpers).map(|_| scope.spawn(take)).collect();
        let mut parts = take();
        // A thread that panics takes the whole work with it, as on one thread.
        for other in others {
            match other.join() {
                Ok(own) => parts.extend(own),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        parts
    });
    parts.sort_unstable_by_key(|(from, _)| *from);
    parts.into_iter().flat_map(|(_, own)| own).collect()
}
