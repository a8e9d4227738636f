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

use mestring_exchange::folder::{append_lines, each_line};

#[test]
fn lines_are_added_behind_a_torn_one_and_read_back_one_by_one() {
    let folder = std::env::temp_dir().join(format!("mestring-lines-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("log.jsonl");
    let _ = fs::remove_file(&path);
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
