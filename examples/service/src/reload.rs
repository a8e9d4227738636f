//! Folders of rules that are followed: what changes there is offered to the packs in use.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use mestring::decide::{LivePacks, Offered};
use mestring_exchange::ExchangeError;
use mestring_exchange::watch::{Pace, PackFiles, PackWatcher};
use tracing::{info, warn};

/// Follows folders, each under the key by which [`LivePacks::start`] had its files, until the watcher
/// is dropped. `today` gives the date on which a pack's parameters must have values.
///
/// # Errors
/// X130: the operating system does not tell when files change.
pub fn follow(
    folders: BTreeMap<String, PathBuf>,
    pace: Pace,
    packs: Arc<LivePacks>,
    today: impl Fn() -> chrono::NaiveDate + Send + 'static,
) -> Result<PackWatcher, ExchangeError> {
    PackWatcher::start(folders, pace, move |read| match read {
        Ok(files) => offer(&packs, &files, today()),
        // The path is the host's own; which pack cannot be read is what matters.
        Err(error) => warn!(
            code = error.code(),
            "rules cannot be read; the last good ones stay"
        ),
    })
}

/// Texts of rules stay out of the trace: codes and places tell enough to look at `/health`.
fn offer(packs: &LivePacks, files: &PackFiles, as_of: chrono::NaiveDate) {
    match packs.offer(files, as_of) {
        Offered::Swapped(swap) => {
            for pack in swap.changed() {
                info!(
                    pack = pack.name,
                    version = pack.version,
                    hash = pack.hash,
                    "rules taken up"
                );
            }
        }
        Offered::Refused(refusal) => {
            for problem in &refusal.problems {
                warn!(
                    code = problem.code(),
                    "rules refused; the last good ones stay"
                );
            }
        }
        _ => {}
    }
}
