//! What the facts of one record say of each other.
//!
//! Some facts follow from the same rows of a desk. A record in which one of them is changed and the
//! others are not may be one that no desk can give: a course that was never held, and yet was held
//! last month. What hangs together is declared here once, beside the facts.

use super::{FactRow, FactValue, Judged};
use crate::fact::Fact;

/// What several facts of one record say of each other, by their declared names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// `detail` tells more of what the whole number `count` counts: where that is 0, nobody can tell
    /// it.
    Detail {
        /// How many there are.
        count: &'static str,
        /// What is told of them.
        detail: &'static str,
        /// Whoever counts one or more can tell it too.
        always: bool,
    },
    /// One whole number counts some of what the other counts.
    Among {
        /// The part.
        part: &'static str,
        /// The whole.
        whole: &'static str,
    },
    /// Records of one desk that agree in `by` agree in each of `facts`.
    Determines {
        /// What the others follow from.
        by: &'static str,
        /// What follows.
        facts: &'static [&'static str],
    },
}

/// A record in which one fact was changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The record with the change.
    pub row: FactRow,
    /// What had to change with it, so that the record does not contradict itself.
    pub with: Vec<(&'static str, Fact<FactValue>)>,
}

/// What an agreement says of a record of which some facts were changed.
enum Said {
    Agrees,
    /// This has to change with them.
    Follows(&'static str, Fact<FactValue>),
    Contradicts,
}

impl Judged {
    /// What the facts of one record of this kind say of each other.
    pub fn agreements(self) -> &'static [Agreement] {
        match self {
            Judged::Run => super::run::AGREEMENTS,
            Judged::Person => super::person::AGREEMENTS,
            Judged::Pair | Judged::Obligation | Judged::Choice => &[],
        }
    }
}

impl FactRow {
    /// The record with another value of one fact, and with what has to change then. `beside` is
    /// another record of the same desk.
    ///
    /// None where the value does not fit the fact, and where the record would contradict itself
    /// whatever else were changed, or would need a value that nothing tells. What is said of facts
    /// that stay as they are is not looked at: they may contradict each other already.
    ///
    /// ```
    /// # use mestring_model::Fact;
    /// # use mestring_model::facts::{FactRow, FactValue, Judged};
    /// let other = FactRow::unstated(Judged::Run);
    /// let mut never = other.clone();
    /// never.set("times_held", Fact::Known(FactValue::Int(0)))?;
    /// let changed = never.changed("months_since_held", FactValue::Int(3), &other);
    /// let with = changed.ok_or("such a record exists")?.with;
    /// assert_eq!(with, [("times_held", Fact::Known(FactValue::Int(1)))]);
    /// // Held twice, but nobody says when.
    /// assert_eq!(never.changed("times_held", FactValue::Int(2), &other), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn changed(&self, fact: &str, value: FactValue, beside: &FactRow) -> Option<Changed> {
        let (_, decl) = self.judged.fact(fact)?;
        let mut changed = Changed {
            row: self.clone(),
            with: Vec::new(),
        };
        changed.row.set(fact, Fact::Known(value)).ok()?;
        let mut names = vec![decl.name];
        // Each turn changes one fact more, and none twice.
        for _ in self.values() {
            let agreements = self.judged.agreements().iter();
            let mut said = agreements.map(|own| own.of(&changed.row, beside, &names));
            match said.find(|said| !matches!(said, Said::Agrees)) {
                None => return Some(changed),
                Some(Said::Follows(fact, value)) => {
                    changed.row.set(fact, value.clone()).ok()?;
                    changed.with.push((fact, value));
                    names.push(fact);
                }
                Some(_) => return None,
            }
        }
        None
    }
}

impl Agreement {
    /// The facts of which it says something.
    pub fn facts(&self) -> Vec<&'static str> {
        match *self {
            Agreement::Detail { count, detail, .. } => vec![count, detail],
            Agreement::Among { part, whole } => vec![part, whole],
            Agreement::Determines { by, facts } => {
                let mut all = vec![by];
                all.extend(facts);
                all
            }
        }
    }

    /// True where a record does not contradict it; `beside` is another record of the same desk.
    pub fn holds(&self, row: &FactRow, beside: &FactRow) -> bool {
        matches!(self.of(row, beside, &self.facts()), Said::Agrees)
    }

    /// What it says of a record of which `changed` were changed.
    fn of(&self, row: &FactRow, beside: &FactRow, changed: &[&str]) -> Said {
        if !self.facts().iter().any(|own| changed.contains(own)) {
            return Said::Agrees;
        }
        let unchanged = |fact: &str| !changed.contains(&fact);
        match *self {
            Agreement::Detail {
                count,
                detail,
                always,
            } => match (number(row, count), known(row, detail)) {
                (Some(0), true) if unchanged(count) => {
                    Said::Follows(count, Fact::Known(FactValue::Int(1)))
                }
                (Some(0), true) if unchanged(detail) => Said::Follows(detail, Fact::NotStated),
                (Some(0), true) => Said::Contradicts,
                (Some(1..), false) if always => Said::Contradicts,
                _ => Said::Agrees,
            },
            Agreement::Among { part, whole } => match (number(row, part), number(row, whole)) {
                (Some(part), Some(whole)) if part > whole => Said::Contradicts,
                _ => Said::Agrees,
            },
            Agreement::Determines { by, facts } => {
                if !known(row, by) || row.get(by) != beside.get(by) {
                    return Said::Agrees;
                }
                let mut others = facts.iter().filter(|own| row.get(own) != beside.get(own));
                match others.next() {
                    None => Said::Agrees,
                    Some(fact) if unchanged(fact) => {
                        let theirs = beside.get(fact).cloned();
                        Said::Follows(fact, theirs.unwrap_or(Fact::NotStated))
                    }
                    Some(_) => Said::Contradicts,
                }
            }
        }
    }
}

fn known(row: &FactRow, fact: &str) -> bool {
    row.get(fact).is_some_and(Fact::is_known)
}

fn number(row: &FactRow, fact: &str) -> Option<i64> {
    match row.get(fact) {
        Some(Fact::Known(FactValue::Int(number))) => Some(*number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::FactType;
    use super::*;

    #[test]
    fn every_agreement_is_of_declared_facts_of_the_right_types() {
        let mut seen = 0;
        for judged in Judged::ALL {
            for own in judged.agreements() {
                let kind = |name: &str| judged.fact(name).unwrap().1.kind;
                assert!(own.facts().len() > 1);
                match *own {
                    Agreement::Detail { count, detail, .. } => {
                        assert_eq!(kind(count), FactType::Int);
                        assert_eq!(kind(detail), FactType::Int);
                    }
                    Agreement::Among { part, whole } => {
                        assert_eq!((kind(part), kind(whole)), (FactType::Int, FactType::Int));
                    }
                    Agreement::Determines { by, facts } => {
                        assert_eq!(kind(by), FactType::TextList);
                        assert!(facts.iter().all(|own| kind(own) == FactType::Bool));
                    }
                }
                seen += 1;
            }
        }
        assert!(seen >= 5, "only {seen} agreements were looked at");
    }

    fn row(facts: &[(&str, FactValue)]) -> FactRow {
        let mut row = FactRow::unstated(Judged::Run);
        for (name, value) in facts {
            row.set(name, Fact::Known(value.clone())).unwrap();
        }
        row
    }

    fn groups(ids: &[&str]) -> FactValue {
        FactValue::List(ids.iter().map(|id| (*id).into()).collect())
    }

    /// What has to change with a fact; none where no record agrees.
    fn check(
        facts: &[(&str, FactValue)],
        beside: &[(&str, FactValue)],
        (fact, value): (&str, FactValue),
        expected: Option<&[(&str, Fact<FactValue>)]>,
    ) {
        let changed = row(facts).changed(fact, value.clone(), &row(beside));
        let with = changed.as_ref().map(|own| own.with.as_slice());
        assert_eq!(with, expected, "{facts:?} with {fact}: {value}");
        if let Some(own) = changed {
            assert_eq!(own.row.get(fact), Some(&Fact::Known(value)));
        }
    }

    #[test]
    fn what_hangs_together_changes_together_or_not_at_all() {
        use FactValue::{Bool, Int};
        let never = [
            ("times_held", Int(0)),
            ("usual_per_half_year", Int(0)),
            ("number_in_half_year", Int(1)),
        ];
        let twice = [
            ("times_held", Int(2)),
            ("months_since_held", Int(9)),
            ("usual_per_half_year", Int(1)),
        ];
        let one = Fact::Known(Int(1));
        let months = |number| ("months_since_held", Int(number));
        check(&never, &[], months(0), Some(&[("times_held", one.clone())]));
        check(&twice, &[], months(0), Some(&[]));
        check(&[], &[], months(0), Some(&[]));
        // Nothing tells when.
        check(&never, &[], ("times_held", Int(1)), None);
        check(&twice, &[], ("times_held", Int(5)), Some(&[]));
        // Held in the last full year, and yet never held.
        check(&twice, &[], ("times_held", Int(0)), None);
        check(
            &twice[..2],
            &[],
            ("times_held", Int(0)),
            Some(&[("months_since_held", Fact::NotStated)]),
        );
        check(&twice, &[], ("usual_per_half_year", Int(3)), None);
        check(&twice, &[], ("usual_per_half_year", Int(2)), Some(&[]));
        let waits = [("waiting", Int(0))];
        check(
            &waits,
            &[],
            ("longest_wait_days", Int(40)),
            Some(&[("waiting", one)]),
        );
        check(&waits, &[], ("waiting", Int(3)), Some(&[]));
        // The same target groups are of the same classes.
        let copd = [
            ("target_groups", groups(&["kols"])),
            ("focus_group", Bool(false)),
            ("large_chronic_group", Bool(true)),
        ];
        let frail = [
            ("target_groups", groups(&["frail"])),
            ("focus_group", Bool(true)),
            ("large_chronic_group", Bool(false)),
        ];
        check(
            &copd,
            &frail,
            ("target_groups", groups(&["frail"])),
            Some(&[
                ("focus_group", Fact::Known(Bool(true))),
                ("large_chronic_group", Fact::Known(Bool(false))),
            ]),
        );
        check(&copd, &frail, ("focus_group", Bool(true)), Some(&[]));
        check(&copd, &copd, ("focus_group", Bool(true)), None);
        // What a value of another type would be is nothing.
        check(&[], &[], ("seats", Bool(true)), None);
    }

    #[test]
    fn what_was_contradictory_before_keeps_nothing_else_from_changing() {
        let wrong = row(&[
            ("waiting", FactValue::Int(0)),
            ("longest_wait_days", FactValue::Int(40)),
        ]);
        let other = row(&[]);
        let broken = Judged::Run.agreements().iter();
        assert_eq!(broken.filter(|own| !own.holds(&wrong, &other)).count(), 1);
        assert!(wrong.changed("seats", FactValue::Int(8), &other).is_some());
    }
}
