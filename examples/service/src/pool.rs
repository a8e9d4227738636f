//! Where the work is done: on threads of their own, a bounded number at a time, so that no request
//! keeps the network from being served.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tracing::Span;

use crate::problem::Problem;

/// So many requests wait for each one that is worked on, before more are turned away.
const WAITING_FOR_EACH: usize = 16;

/// A bounded number of threads for work, with a bounded queue.
#[derive(Debug, Clone)]
pub struct Pool {
    /// One permit for each request that is worked on or waits.
    places: Arc<Semaphore>,
    /// One permit for each request that is worked on.
    threads: Arc<Semaphore>,
}

impl Pool {
    /// A pool that works on so many requests at a time, at least one.
    pub fn new(threads: usize) -> Self {
        let threads = threads.max(1);
        Pool {
            places: Arc::new(Semaphore::new(threads * (1 + WAITING_FOR_EACH))),
            threads: Arc::new(Semaphore::new(threads)),
        }
    }

    /// Does work on a thread of the pool, within the caller's span.
    ///
    /// # Errors
    /// S005 where the queue is full, S006 where the work panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let places = self.places.clone();
        let place = places.try_acquire_owned().map_err(|_| Problem::busy())?;
        let threads = self.threads.clone();
        // Nobody closes the semaphore.
        let thread = threads.acquire_owned().await.map_err(|_| Problem::busy())?;
        let span = Span::current();
        let done = tokio::task::spawn_blocking(move || {
            // Held to the end of the work, even if whoever asked has gone.
            let _held = (place, thread);
            span.in_scope(work)
        });
        done.await.unwrap_or_else(|_| Err(Problem::failed()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .build()
            .unwrap()
    }

    #[test]
    fn a_full_queue_turns_away_and_a_panic_is_an_error() {
        runtime().block_on(async {
            let pool = Pool::new(1);
            let all = pool.places.available_permits();
            assert_eq!(all, 1 + WAITING_FOR_EACH);
            let held = pool
                .places
                .clone()
                .acquire_many_owned(all as u32)
                .await
                .unwrap();
            let turned = pool.run(|| Ok(1)).await.unwrap_err();
            assert_eq!((turned.code(), turned.status().as_u16()), ("S005", 503));
            drop(held);
            assert_eq!(pool.run(|| Ok(1)).await.unwrap(), 1);
            let panicked = pool
                .run(|| -> Result<(), Problem> { panic!("on purpose") })
                .await;
            assert_eq!(panicked.unwrap_err().code(), "S006");
            // What panicked gave its place and its thread back.
            assert_eq!(pool.run(|| Ok(2)).await.unwrap(), 2);
            assert_eq!(pool.places.available_permits(), all);
        });
    }
}
