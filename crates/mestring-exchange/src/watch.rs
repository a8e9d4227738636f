//! Follows folders of rules while a service runs, and hands over their texts once they have settled.
//! Feature `watch`.
//!
//! Editors write by renaming, other programs in pieces, and a change may touch several files. So the
//! folders are read when nothing has moved for a while, and again until two readings agree; a folder
//! that is away for a moment is waited for. What the texts are worth is the receiver's question.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::ExchangeError;
use crate::folder::read_pack;

/// The texts of several packs: by the key of each pack, its files by name.
pub type PackFiles = BTreeMap<String, BTreeMap<String, String>>;

/// How often two readings may differ before that is an error, and how often a folder may be
/// unreadable before that is one.
const DIFFERING: u32 = 100;
const FAILING: u32 = 4;

/// How fast changes are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// For so long nothing may move before the folders are read, and between two readings.
    pub quiet: Duration,
    /// So often the folders are read without any notice: for network drives, which give none of what
    /// other machines write, and for folders that were deleted and made again.
    pub poll: Duration,
    /// Ask the operating system for notices. Without them, changes are found at the next poll.
    pub notices: bool,
}

impl Default for Pace {
    /// A fifth of a second of quiet, a poll every two seconds, with notices.
    fn default() -> Self {
        Pace {
            quiet: Duration::from_millis(200),
            poll: Duration::from_secs(2),
            notices: true,
        }
    }
}

/// Follows folders of rules in a thread of its own until it is dropped.
///
/// ```
/// use std::collections::BTreeMap;
/// use std::sync::mpsc;
/// use mestring_exchange::watch::{Pace, PackWatcher};
///
/// let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/priority");
/// let folders = BTreeMap::from([("priority".to_owned(), rules.into())]);
/// let (send, receive) = mpsc::channel();
/// let watcher = PackWatcher::start(folders, Pace::default(), move |read| {
///     let _ = send.send(read); // the receiver may be gone
/// })?;
/// let files = receive.recv()??; // the first reading is handed over in any case
/// assert!(files["priority"].contains_key("pack.toml"));
/// drop(watcher); // the thread has ended
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PackWatcher {
    stopping: Arc<AtomicBool>,
    wake: SyncSender<()>,
    thread: Option<JoinHandle<()>>,
}

impl PackWatcher {
    /// Starts to follow folders, each under the key that its texts are handed over by.
    ///
    /// `hand_over` is called in the watcher's thread: once with the first reading, then whenever the
    /// texts have changed and settled. An error is handed over once, and again only after a reading
    /// that succeeded or with another error; the folders are followed all the same.
    ///
    /// # Errors
    /// X130: the operating system gives no notices, or no thread.
    pub fn start(
        folders: BTreeMap<String, PathBuf>,
        pace: Pace,
        hand_over: impl FnMut(Result<PackFiles, ExchangeError>) + Send + 'static,
    ) -> Result<Self, ExchangeError> {
        let cannot = |reason: String| ExchangeError::CannotWatch { reason };
        // One waiting notice is enough: it says that something moved, not what.
        let (wake, notices) = sync_channel(1);
        let notify = wake.clone();
        let noticed = move |event: notify::Result<Event>| {
            // Reading is no change; an error, such as too many events at once, may hide one.
            if !event.is_ok_and(|own| matches!(own.kind, EventKind::Access(_))) {
                let _ = notify.try_send(());
            }
        };
        let system = pace
            .notices
            .then(|| notify::recommended_watcher(noticed))
            .transpose()
            .map_err(|error| cannot(error.to_string()))?;
        let stopping = Arc::new(AtomicBool::new(false));
        let follower = Follower {
            folders,
            pace,
            system,
            notices,
            stopping: stopping.clone(),
        };
        let thread = thread::Builder::new()
            .name("mestring-packs".to_owned())
            .spawn(move || follower.follow(hand_over))
            .map_err(|error| cannot(error.to_string()))?;
        Ok(PackWatcher {
            stopping,
            wake,
            thread: Some(thread),
        })
    }

    /// True while the folders are followed: false once `hand_over` has panicked.
    pub fn is_following(&self) -> bool {
        self.thread.as_ref().is_some_and(|own| !own.is_finished())
    }
}

impl Drop for PackWatcher {
    /// Ends the thread, after a call of `hand_over` that has begun.
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Release);
        // A full channel wakes it as well.
        let _ = self.wake.try_send(());
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != thread::current().id()
        {
            // It ends early only if `hand_over` panicked, and that thread has said so.
            let _ = thread.join();
        }
    }
}

/// What the thread works with.
struct Follower {
    folders: BTreeMap<String, PathBuf>,
    pace: Pace,
    system: Option<RecommendedWatcher>,
    notices: Receiver<()>,
    stopping: Arc<AtomicBool>,
}

impl Follower {
    fn follow(mut self, mut hand_over: impl FnMut(Result<PackFiles, ExchangeError>)) {
        let mut last: Option<PackFiles> = None;
        let mut failed: Option<String> = None;
        loop {
            self.subscribe();
            match self.settled(last.as_ref()) {
                Reading::Same => failed = None,
                Reading::Stopping => return,
                Reading::New(files) => {
                    failed = None;
                    last = Some(files.clone());
                    hand_over(Ok(files));
                }
                Reading::Failed(error) => {
                    let said = error.to_string();
                    if failed.as_ref() != Some(&said) {
                        failed = Some(said);
                        hand_over(Err(error));
                    }
                }
            }
            if !self.wait() {
                return;
            }
        }
    }

    /// Asks for notices of every folder. A folder that was made again needs it anew, and for one that
    /// is away the poll remains.
    fn subscribe(&mut self) {
        if let Some(system) = &mut self.system {
            for folder in self.folders.values() {
                let _ = system.watch(folder, RecursiveMode::NonRecursive);
            }
        }
    }

    /// Waits for a notice or the next poll, then until nothing has moved for a while; false when it
    /// is time to stop.
    fn wait(&self) -> bool {
        let noticed = self.pause(self.pace.poll);
        // Something that never rests is read all the same, and settles or not.
        for _ in 0..DIFFERING {
            if !noticed || !self.pause(self.pace.quiet) {
                break;
            }
        }
        !self.stopping.load(Ordering::Acquire)
    }

    /// True where a notice came before the time was over.
    fn pause(&self, time: Duration) -> bool {
        match self.notices.recv_timeout(time) {
            Ok(()) => !self.stopping.load(Ordering::Acquire),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Reads the folders until two readings agree. Where the first is as the last one handed over,
    /// that is all: nothing has changed.
    fn settled(&self, last: Option<&PackFiles>) -> Reading {
        let mut before = self.read();
        if before.as_ref().is_ok_and(|files| Some(files) == last) {
            return Reading::Same;
        }
        let mut failing = 0;
        for _ in 0..DIFFERING {
            self.pause(self.pace.quiet);
            if self.stopping.load(Ordering::Acquire) {
                return Reading::Stopping;
            }
            let now = self.read();
            match (&before, now) {
                (Ok(old), Ok(new)) if *old == new && Some(&new) == last => return Reading::Same,
                (Ok(old), Ok(new)) if *old == new => return Reading::New(new),
                (_, Err(error)) => {
                    failing += 1;
                    if failing >= FAILING {
                        return Reading::Failed(error);
                    }
                    before = Err(error);
                }
                (_, now) => before = now,
            }
        }
        Reading::Failed(ExchangeError::Unsettled {
            folders: self.folders.keys().cloned().collect(),
        })
    }

    fn read(&self) -> Result<PackFiles, ExchangeError> {
        let folders = self.folders.iter();
        folders
            .map(|(key, folder)| Ok((key.clone(), read_pack(folder)?)))
            .collect()
    }
}

/// What came of reading the folders.
enum Reading {
    /// They are as they were.
    Same,
    /// They have changed.
    New(PackFiles),
    /// They cannot be read.
    Failed(ExchangeError),
    /// Nobody wants to know any more.
    Stopping,
}
