//! Collects findings, and keeps one kind of mistake from drowning the others.

use std::collections::BTreeMap;

use mestring_model::finding::{Declared, Finding, Place, Problem};

use crate::national_id;

/// So many findings of one kind are kept for each file; the rest are counted.
const KEPT: usize = 20;

/// The findings of one reading.
#[derive(Debug, Default)]
pub(crate) struct Log {
    findings: Vec<Finding>,
    counts: BTreeMap<(String, &'static str), (&'static Declared, usize)>,
}

impl Log {
    /// Adds a finding, or counts it when many of its kind stand already.
    pub(crate) fn add(&mut self, place: Place, problem: impl Into<Problem>) {
        let problem = problem.into();
        let count = self
            .counts
            .entry((place.file.clone(), problem.code()))
            .or_insert((problem.declared(), 0));
        count.1 += 1;
        if count.1 <= KEPT {
            let mut finding = Finding { place, problem };
            national_id::mask(&mut finding);
            self.findings.push(finding);
        }
    }

    /// The findings in the order they were made, then how many of each kind were left out.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        for ((file, _), (of, count)) in self.counts {
            if count > KEPT {
                let count = count - KEPT;
                let problem = Problem::More { of, count };
                self.findings.push(Finding::new(Place::file(file), problem));
            }
        }
        self.findings
    }
}

#[cfg(test)]
mod tests {
    use mestring_model::finding::{FileProblem, GridProblem};

    use super::*;

    #[test]
    fn a_kind_of_finding_is_listed_twenty_times_then_counted() {
        let mut log = Log::default();
        for row in 0..50 {
            let problem = GridProblem::FewCells {
                cells: 1,
                headings: 2,
            };
            log.add(Place::row("a.csv", row), problem);
        }
        log.add(Place::file("a.csv"), FileProblem::NoTable);
        let findings = log.finish();
        assert_eq!(findings.len(), 22);
        assert_eq!(
            findings[21].to_string(),
            "warning X104: a.csv: 30 more of this kind are not listed; mend the ones listed and \
             read again"
        );
    }
}
