//! The comment at the top of a script: what it decides, why, and where that comes from.

use crate::complaint::Complaint;
use crate::diagnostic::Diagnostic;
use crate::source::{At, Source};

/// The comment lines at the top, without their slashes.
pub(crate) fn read(text: &str) -> String {
    let lines = text
        .lines()
        .map_while(|line| line.trim_start().strip_prefix("//"));
    let lines: Vec<&str> = lines
        .map(|line| line.trim_start_matches('/').trim())
        .collect();
    lines.join("\n").trim().to_owned()
}

/// The parts of a header, each in the three languages.
const PARTS: [(&str, [&str; 3]); 3] = [
    ("What", ["what:", "hva:", "kva:"]),
    ("Why", ["why:", "hvorfor:", "kvifor:"]),
    ("Source", ["source:", "kilde:", "kjelde:"]),
];

/// What the comment at the top lacks.
pub(crate) fn complaint(source: Source, header: &str) -> Option<Diagnostic> {
    let lower = header.to_lowercase();
    let lacks: Vec<&str> = PARTS
        .iter()
        .filter(|(_, words)| !words.iter().any(|word| lower.contains(word)))
        .map(|(name, _)| *name)
        .collect();
    let complaint = match lacks.as_slice() {
        [] => return None,
        _ if header.is_empty() => Complaint::NoHeader,
        _ => Complaint::HeaderLacks { lacks },
    };
    let length = source.line(1).trim_end().chars().count() as u32;
    Some(source.stretch(At { line: 1, column: 1 }, length, complaint))
}
