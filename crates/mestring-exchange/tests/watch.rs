//! Folders of rules that are followed while they change, on a real file system.
//!
//! No test waits for a time to pass: each waits for what must come, and fails after a time that is
//! long beside it. What must not come is asked after something later has come.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests write the files that are followed"
)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a helper of tests fails the test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use mestring_exchange::ExchangeError;
use mestring_exchange::watch::{Pace, PackFiles, PackWatcher};

const LONG: Duration = Duration::from_secs(20);

const FAST: Pace = Pace {
    quiet: Duration::from_millis(30),
    poll: Duration::from_millis(150),
    notices: true,
};

type Handed = Receiver<Result<PackFiles, ExchangeError>>;

/// A new folder with a pack of two files.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("watch")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    pack(&folder);
    folder
}

fn pack(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("rule.rhai"), "1").unwrap();
    fs::write(folder.join("pack.toml"), "version = \"1\"").unwrap();
}

/// Writes a file so that nobody can see a part of it.
fn put(folder: &Path, name: &str, text: &str) {
    let beside = folder.join(".new");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, folder.join(name)).unwrap();
}

fn follow(folders: &[&Path], pace: Pace) -> (PackWatcher, Handed) {
    let named = folders.iter().map(|folder| {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        (name, folder.to_path_buf())
    });
    let (send, receive) = channel();
    let watcher = PackWatcher::start(named.collect(), pace, move |read| {
        let _ = send.send(read);
    });
    (watcher.unwrap(), receive)
}

/// The next texts of the only pack.
fn next(handed: &Handed) -> BTreeMap<String, String> {
    let files = handed.recv_timeout(LONG).expect("nothing was handed over");
    files.unwrap().into_values().next().unwrap()
}

/// What comes once the rule says `text`, with how many other readings came before.
fn until(handed: &Handed, text: &str) -> usize {
    (0..50)
        .position(|_| next(handed)["rule.rhai"] == text)
        .unwrap_or_else(|| panic!("`{text}` never came"))
}

#[test]
fn what_is_there_is_handed_over_first_and_then_each_change_once() {
    for (name, notices) in [("notices", true), ("polling", false)] {
        let folder = fresh(name);
        let (watcher, handed) = follow(&[&folder], Pace { notices, ..FAST });
        assert_eq!(next(&handed)["rule.rhai"], "1");
        for text in ["2", "3", "4"] {
            put(&folder, "rule.rhai", text);
            assert_eq!(until(&handed, text), 0, "{name}: one change, one reading");
        }
        // The same text written again is no change, nor is a file that is no part of a pack.
        put(&folder, "rule.rhai", "4");
        put(&folder, "notes.txt", "x");
        put(&folder, "pack.toml", "version = \"2\"");
        assert_eq!(next(&handed)["pack.toml"], "version = \"2\"");
        assert!(watcher.is_following());
    }
}

#[test]
fn a_file_that_is_renamed_into_place_is_seen_whole() {
    let folder = fresh("rename");
    let (_watcher, handed) = follow(&[&folder], FAST);
    next(&handed);
    let long = "// a long rule\n".repeat(20_000);
    put(&folder, "rule.rhai", &long);
    assert_eq!(until(&handed, &long), 0, "never half, never none");
}

#[test]
fn a_file_written_in_pieces_is_handed_over_once_it_has_settled() {
    use std::io::Write;
    let folder = fresh("pieces");
    let pace = Pace {
        quiet: Duration::from_millis(400),
        ..FAST
    };
    let (_watcher, handed) = follow(&[&folder], pace);
    next(&handed);
    let mut file = fs::File::create(folder.join("rule.rhai")).unwrap();
    let mut whole = String::new();
    for number in 0..20 {
        let piece = format!("// {number}\n");
        file.write_all(piece.as_bytes()).unwrap();
        file.flush().unwrap();
        whole.push_str(&piece);
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(file);
    // A machine that stood still for longer than the quiet may have shown a piece; what counts is
    // that the whole comes, and last.
    until(&handed, &whole);
    put(&folder, "rule.rhai", "after");
    assert_eq!(until(&handed, "after"), 0);
}

#[test]
fn several_packs_are_handed_over_together() {
    let (one, two) = (fresh("set-a"), fresh("set-b"));
    let (_watcher, handed) = follow(&[&one, &two], FAST);
    handed.recv_timeout(LONG).unwrap().unwrap();
    put(&two, "rule.rhai", "2");
    let files = handed.recv_timeout(LONG).unwrap().unwrap();
    let rules: Vec<&str> = files
        .values()
        .map(|own| own["rule.rhai"].as_str())
        .collect();
    assert_eq!(
        rules,
        ["1", "2"],
        "the pack that did not change is there too"
    );
}

#[test]
fn a_folder_that_goes_away_is_one_error_and_is_followed_again_when_it_comes_back() {
    let folder = fresh("gone");
    let (_watcher, handed) = follow(&[&folder], FAST);
    next(&handed);
    fs::remove_dir_all(&folder).unwrap();
    // Between the files and the folder itself, the folder may be seen without `pack.toml`.
    let mut codes: Vec<&str> = Vec::new();
    while codes.last() != Some(&"X001") {
        codes.push(handed.recv_timeout(LONG).unwrap().unwrap_err().code());
        assert!(codes.len() <= 2, "{codes:?}");
    }
    // Several polls later nothing more was said.
    std::thread::sleep(FAST.poll * 6);
    assert!(handed.try_recv().is_err(), "an error is said once");

    // It comes back in pieces, with a change.
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("rule.rhai"), "back").unwrap();
    std::thread::sleep(FAST.quiet);
    fs::write(folder.join("pack.toml"), "version = \"1\"").unwrap();
    let back = loop {
        if let Ok(files) = handed.recv_timeout(LONG).expect("it never came back") {
            break files;
        }
    };
    assert_eq!(back["gone"]["rule.rhai"], "back");
    fs::write(folder.join("rule.rhai"), "followed").unwrap();
    until(&handed, "followed");
}

#[test]
fn a_watcher_that_is_dropped_has_ended() {
    let folder = fresh("dropped");
    let (watcher, handed) = follow(&[&folder], FAST);
    next(&handed);
    drop(watcher);
    // The thread owned the sending end.
    assert!(
        handed
            .recv_timeout(LONG)
            .is_err_and(|own| own == std::sync::mpsc::RecvTimeoutError::Disconnected)
    );
}

#[test]
fn a_watcher_may_be_dropped_from_its_own_thread_and_says_when_it_has_panicked() {
    let folder = fresh("own-thread");
    let folders = BTreeMap::from([("p".to_owned(), folder)]);
    let slot: std::sync::Arc<std::sync::Mutex<Option<PackWatcher>>> = Default::default();
    let (send, receive) = channel();
    let own = slot.clone();
    let watcher = PackWatcher::start(folders.clone(), FAST, move |_| {
        let dropped = own.lock().unwrap().take().is_some();
        let _ = send.send(dropped);
    });
    *slot.lock().unwrap() = Some(watcher.unwrap());
    // The first call may come before the watcher stands in its slot.
    if !receive.recv_timeout(LONG).unwrap() {
        slot.lock().unwrap().take();
    }
    assert!(receive.recv_timeout(LONG).is_err());

    let watcher = PackWatcher::start(folders, FAST, |_| panic!("on purpose")).unwrap();
    let ended = (0..2000).any(|_| {
        std::thread::sleep(Duration::from_millis(5));
        !watcher.is_following()
    });
    assert!(ended);
}
