//! Files of lines that only grow.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and these write files of their own"
)]

use std::fs;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use mestring_exchange::ExchangeError;
use mestring_exchange::folder::{LockedLines, each_line};

fn append_lines(path: &Path, lines: &[String]) -> Result<(), ExchangeError> {
    LockedLines::open(path)?.append(lines)
}

/// A folder of a test's own.
fn own(name: &str) -> PathBuf {
    let name = format!("mestring-lines-{name}-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn who_writes_waits_for_who_writes_and_counts_on() {
    let folder = own("many");
    let path = folder.join("log.jsonl");
    let (writers, each) = (4_usize, 25_usize);
    std::thread::scope(|scope| {
        for _ in 0..writers {
            scope.spawn(|| {
                for _ in 0..each {
                    let mut file = LockedLines::open(&path).unwrap();
                    let mut count = 0;
                    file.each(|_, whole| {
                        assert!(whole);
                        count += 1;
                        ControlFlow::Continue(())
                    })
                    .unwrap();
                    file.append(&[count.to_string()]).unwrap();
                }
            });
        }
    });
    let text = fs::read_to_string(&path).unwrap();
    let expect: String = (0..writers * each).map(|own| format!("{own}\n")).collect();
    assert_eq!(text, expect);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn lines_are_added_behind_a_torn_one_and_read_back_one_by_one() {
    let folder = own("torn");
    let path = folder.join("log.jsonl");
    append_lines(&path, &["{\"a\":1}".to_owned()]).unwrap();
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"{\"tor").unwrap();
    drop(file);
    let read = || {
        let mut lines = Vec::new();
        each_line(&path, |line, whole| {
            lines.push((line.to_owned(), whole));
            ControlFlow::Continue(())
        })
        .unwrap();
        lines
    };
    assert_eq!(read()[1], ("{\"tor".to_owned(), false));
    append_lines(&path, &["{\"b\":\"æ\"}".to_owned()]).unwrap();
    let lines: Vec<String> = read().into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, ["{\"a\":1}", "{\"tor", "{\"b\":\"æ\"}"]);
    let person = append_lines(&path, &["\"01814550016\"".to_owned()]).unwrap_err();
    assert_eq!(person.code(), "X129");
    assert!(!person.to_string().contains("01814550016"));
    assert_eq!(read().len(), 3);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_line() {
    let folder = own("mark");
    let path = folder.join("log.jsonl");
    fs::write(&path, "\u{feff}{\"a\":1}\r\n\u{feff}b\n").unwrap();
    let mut lines = Vec::new();
    each_line(&path, |line, _| {
        lines.push(line.to_owned());
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(lines, ["{\"a\":1}", "\u{feff}b"]);
    fs::remove_dir_all(&folder).unwrap();
}
