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

/// What the comment at the top says that the rule decides: what follows `What:`, up to the next part.
pub(crate) fn what(header: &str) -> Option<String> {
    let lower = header.to_lowercase();
    // Letters whose small form is longer move what follows; then no part is cut out.
    if lower.len() != header.len() {
        return None;
    }
    let found = |words: &[&str]| {
        let places = words.iter();
        let places = places.filter_map(|word| Some((lower.find(word)?, word.len())));
        places.min()
    };
    let [(_, what), others @ ..] = &PARTS;
    let (at, length) = found(what)?;
    let start = at + length;
    let ends = others.iter().filter_map(|(_, words)| found(words));
    let end = ends.map(|(at, _)| at).filter(|at| *at >= start).min();
    let text = header.get(start..end.unwrap_or(header.len()))?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::what;

    #[test]
    fn what_a_rule_decides_ends_where_the_next_part_begins() {
        let cases = [
            ("What: a test. Why: it is one. Source: x.", Some("a test.")),
            (
                "Hva:  en test\n  over to linjer.\nHvorfor: x",
                Some("en test over to linjer."),
            ),
            ("Why: x. Source: y. What: last.", Some("last.")),
            ("Kva: berre dette", Some("berre dette")),
            ("nothing of the kind", None),
            ("What:\nWhy: x", None),
        ];
        for (header, expected) in cases {
            assert_eq!(what(header).as_deref(), expected, "{header}");
        }
    }
}
