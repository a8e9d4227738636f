//! Which parts of the rules were reached: by the cases of a pack, or by the records of a desk.
//!
//! Nothing is counted in production: a second copy of the parsed script, with a counter at every
//! branch and every condition, runs beside it for this alone.

mod instrument;

use mestring_model::facts::FactRow;

use crate::bench::Bench;
use crate::criterion::Criterion;
use crate::diagnostic::Underline;
use crate::error::RuleError;
use crate::pack::{Pack, SCRIPT};
use crate::record::Parameters;
use crate::script::Script;
use crate::source::Source;
use instrument::Counted;
pub(crate) use instrument::{define, template};

/// What a part of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The condition of an `if` holds.
    Then,
    /// The condition of an `if` does not hold, whether or not an `else` is written.
    Else,
    /// An arm of a `switch`.
    Arm,
    /// No arm of a `switch` fits.
    NoArm,
    /// A condition joined by `&&` or `||` holds.
    Yes,
    /// A condition joined by `&&` or `||` does not hold.
    No,
    /// The fact left of `??` is known.
    Stated,
    /// What stands right of `??` is taken.
    Assumed,
}

impl Part {
    /// A stable code: `then`, `else`, `arm`, `no_arm`, `yes`, `no`, `stated`, `assumed`.
    pub fn code(self) -> &'static str {
        match self {
            Part::Then => "then",
            Part::Else => "else",
            Part::Arm => "arm",
            Part::NoArm => "no_arm",
            Part::Yes => "yes",
            Part::No => "no",
            Part::Stated => "stated",
            Part::Assumed => "assumed",
        }
    }

    /// The other way from the same place, where there are two.
    fn opposite(self) -> Option<Part> {
        Some(match self {
            Part::Then => Part::Else,
            Part::Else => Part::Then,
            Part::Yes => Part::No,
            Part::No => Part::Yes,
            Part::Stated => Part::Assumed,
            Part::Assumed => Part::Stated,
            Part::Arm | Part::NoArm => return None,
        })
    }
}

/// A part of a rule with how often it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What it is.
    pub part: Part,
    /// Where it stands.
    pub at: Underline,
    /// How many records reached it.
    pub reached: usize,
}

/// A part that no record reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The part; the first of the two ways from a place where neither was taken.
    pub part: Part,
    /// Where it stands.
    pub at: &'a Underline,
    /// How many records came to the place and went the other way: none where no record came there.
    /// None for the arms of a `switch`, which share what comes there.
    pub tried: Option<usize>,
}

/// The parts of one rule.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleCoverage {
    /// The rule's name.
    pub rule: String,
    /// How many records it was asked about.
    pub records: usize,
    /// How many of them it gave no answer about.
    pub failed: usize,
    /// Why it gave none about the first of those.
    pub failure: Option<RuleError>,
    /// Its parts, in the order of the text.
    pub points: Vec<Point>,
}

impl RuleCoverage {
    /// The file of the rule, relative to the pack's folder.
    pub fn file(&self) -> String {
        format!("{}{SCRIPT}", self.rule)
    }

    /// How many parts were reached by some record.
    pub fn reached(&self) -> usize {
        self.points.iter().filter(|own| own.reached > 0).count()
    }

    /// The parts that no record reached, in the order of the text. A place to which no record came is
    /// one gap, not one for each way from it.
    pub fn gaps(&self) -> Vec<Gap<'_>> {
        let mut gaps: Vec<Gap<'_>> = Vec::new();
        for own in self.points.iter().filter(|own| own.reached == 0) {
            let other = own.part.opposite().and_then(|part| {
                let mut all = self.points.iter();
                all.find(|other| other.part == part && other.at == own.at)
            });
            let tried = other.map(|other| other.reached);
            let said = gaps.last().is_some_and(|gap| {
                *gap.at == own.at && gap.tried == Some(0) && own.part.opposite() == Some(gap.part)
            });
            if !said {
                let (part, at) = (own.part, &own.at);
                gaps.push(Gap { part, at, tried });
            }
        }
        gaps
    }
}

/// The parts of every script of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The rules in the pack's order.
    pub rules: Vec<RuleCoverage>,
    /// The names of the plugins of the pack, into which nobody looked.
    pub plugins: Vec<String>,
}

impl Coverage {
    /// How many parts were reached, and how many there are.
    pub fn total(&self) -> (usize, usize) {
        let reached = self.rules.iter().map(RuleCoverage::reached).sum();
        let all = self.rules.iter().map(|rule| rule.points.len()).sum();
        (reached, all)
    }
}

/// A script with counters, and what they counted so far.
struct Counter<'a> {
    script: &'a Script,
    counted: Counted,
    coverage: RuleCoverage,
}

impl<'a> Counter<'a> {
    fn new(name: &str, script: &'a Script) -> Result<Self, RuleError> {
        let counted = Counted::of(script)?;
        let source = Source {
            file: name,
            text: script.text(),
        };
        let points = counted
            .parts()
            .map(|(part, at)| Point {
                part,
                at: Underline {
                    line: at.line,
                    column: at.column,
                    length: 1,
                    text: source.line(at.line).to_owned(),
                },
                reached: 0,
            })
            .collect();
        Ok(Counter {
            script,
            counted,
            coverage: RuleCoverage {
                rule: name.to_owned(),
                records: 0,
                failed: 0,
                failure: None,
                points,
            },
        })
    }

    fn ask(&mut self, criterion: &Criterion, row: &FactRow, parameters: &Parameters) {
        self.coverage.records += 1;
        if let Err(error) = criterion.answer(row, parameters) {
            self.coverage.failed += 1;
            self.coverage.failure.get_or_insert(error);
        }
        self.counted.run(self.script, row, parameters);
        for (point, hit) in self.coverage.points.iter_mut().zip(self.counted.take()) {
            point.reached += usize::from(hit);
        }
    }

    /// The parts in the order of the text, each with its opposite.
    fn done(mut self) -> RuleCoverage {
        let key = |own: &Point| (own.at.line, own.at.column, own.part);
        self.coverage.points.sort_by_key(key);
        self.coverage
    }
}

/// What each script of a pack reaches when `ask` has put its records to it.
fn of_scripts(
    pack: &Pack,
    ask: impl Fn(&Criterion, &mut Counter<'_>),
) -> Result<Coverage, RuleError> {
    let mut rules = Vec::new();
    for criterion in pack.criteria() {
        if let Some(script) = criterion.script() {
            let mut counter = Counter::new(criterion.name(), script)?;
            ask(criterion, &mut counter);
            rules.push(counter.done());
        }
    }
    let plugins = pack.criteria().iter().filter_map(Criterion::plugin);
    Ok(Coverage {
        rules,
        plugins: plugins.map(|own| own.name.clone()).collect(),
    })
}

impl Pack {
    /// Which parts of its rules the pack's own cases reach.
    ///
    /// # Errors
    /// A build in which rhai's features take a guard away.
    pub fn coverage(&self) -> Result<Coverage, RuleError> {
        of_scripts(self, |criterion, counter| {
            for case in self.cases() {
                if case.criterion == criterion.name()
                    && let Ok(parameters) = case.parameters(self)
                {
                    counter.ask(criterion, case.given(), &parameters);
                }
            }
        })
    }
}

impl Bench {
    /// Which parts of the pack's rules these records reach.
    ///
    /// # Errors
    /// A record of another kind, or a build in which rhai's features take a guard away.
    pub fn coverage(&self, rows: &[FactRow]) -> Result<Coverage, RuleError> {
        for row in rows {
            self.fits(row)?;
        }
        of_scripts(self.pack(), |criterion, counter| {
            for row in rows {
                counter.ask(criterion, row, self.parameters());
            }
        })
    }
}
