//! Collects findings, and keeps one kind of mistake from drowning the others.

use std::collections::BTreeMap;

use mestring_model::{Finding, Place, Severity};

/// So many findings of one kind are kept for each file; the rest are counted.
const KEPT: usize = 20;

/// The findings of one reading.
#[derive(Debug, Default)]
pub(crate) struct Log {
    findings: Vec<Finding>,
    counts: BTreeMap<(String, &'static str), (Severity, usize)>,
}

impl Log {
    /// Adds a finding, or counts it when many of its kind stand already.
    pub(crate) fn add(
        &mut self,
        severity: Severity,
        code: &'static str,
        place: Place,
        found: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let count = self
            .counts
            .entry((place.file.clone(), code))
            .or_insert((severity, 0));
        count.1 += 1;
        if count.1 <= KEPT {
            let (found, remedy) = (found.into(), remedy.into());
            self.findings.push(Finding {
                severity,
                code,
                place,
                found,
                remedy,
            });
        }
    }

    /// The findings in the order they were made, then how many of each kind were left out.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        for ((file, code), (severity, count)) in self.counts {
            if count > KEPT {
                let left = count - KEPT;
                self.findings.push(Finding {
                    severity,
                    code,
                    place: Place::file(file),
                    found: format!("{left} more of this kind are not listed"),
                    remedy: "mend the ones listed and read again".into(),
                });
            }
        }
        self.findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_finding_is_listed_twenty_times_then_counted() {
        let mut log = Log::default();
        for row in 0..50 {
            log.add(
                Severity::Warning,
                "X104",
                Place::row("a.csv", row),
                "short",
                "",
            );
        }
        log.add(Severity::Note, "X101", Place::file("a.csv"), "read", "");
        let findings = log.finish();
        assert_eq!(findings.len(), 22);
        assert_eq!(findings[21].found, "30 more of this kind are not listed");
        assert_eq!(findings[21].severity, Severity::Warning);
    }
}
