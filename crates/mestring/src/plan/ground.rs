//! Where the facts of a wished run are stated: in which cell, by which source, on which date.

use chrono::NaiveDate;
use mestring_model::desk::InDesk;
use mestring_model::facts::RunFacts;
use mestring_model::noun::{DigitalEvidence, Offer, Run, SingleFact, TargetGroup};
use mestring_model::{Desk, Fact, Place};

use super::facts::{held_runs, in_half_year, run_facts};
use crate::topics::{OfferTopics, Topics};

/// A cell that states something, or could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Where it was read; a file without a name for a row from memory.
    pub place: Place,
    /// The table, by its English name.
    pub table: &'static str,
    /// The row's id; empty in tables without ids.
    pub row: String,
    /// The column, by its English name.
    pub column: &'static str,
    /// The page, document or role that says so; none where the row does not name one.
    pub source: Option<String>,
    /// When the source was read or the answer given.
    pub date: Option<NaiveDate>,
    /// The row is made up to show how the system works.
    pub illustrative: bool,
}

/// What the value of a fact rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A cell states it.
    Stated(Statement),
    /// It follows from what cells state.
    Derived(Derivation, Vec<Statement>),
    /// Nobody states it. These cells could, or this setting of desk.toml.
    Silent {
        /// The cells, the run's own first.
        cells: Vec<Statement>,
        /// The key of desk.toml.
        setting: Option<&'static str>,
    },
}

/// How a fact follows from what cells state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derivation {
    /// From the runs of the course that were held in the centre.
    HeldRuns,
    /// From the other runs of the course in the same half-year.
    RunsInHalfYear,
    /// From a date, counted from or to the date of the question.
    Days,
    /// From the classes of the target groups that the offer states.
    GroupClasses,
    /// From the title, topics and people of the offer, which states no target group.
    Reading,
    /// From what studies say of courses on the topics.
    Evidence,
}

impl Derivation {
    /// A stable code: `held_runs`, `runs_in_half_year`, `days`, `group_classes`, `reading`, `evidence`.
    pub fn code(self) -> &'static str {
        match self {
            Derivation::HeldRuns => "held_runs",
            Derivation::RunsInHalfYear => "runs_in_half_year",
            Derivation::Days => "days",
            Derivation::GroupClasses => "group_classes",
            Derivation::Reading => "reading",
            Derivation::Evidence => "evidence",
        }
    }
}

/// What each fact of a wished run rests on, in the declared order; none where the run at the place
/// is not wished for, or its offer is not in the desk.
pub fn run_grounds(
    desk: &Desk,
    topics: &Topics,
    index: usize,
    as_of: NaiveDate,
) -> Option<Vec<(&'static str, Ground)>> {
    let all = run_facts(desk, topics, as_of);
    let (_, facts) = all.into_iter().find(|(at, _)| *at == index)?;
    let run = desk.runs.get(index)?;
    let offer_at = desk.offers.iter().position(|own| own.id == run.offer)?;
    let asked = Asked {
        desk,
        run,
        index,
        offer: desk.offers.get(offer_at)?,
        offer_at,
        about: topics.offer(&run.offer)?,
        facts: &facts,
        as_of,
    };
    let declared = RunFacts::DECLARED.iter();
    Some(
        declared
            .map(|decl| (decl.name, asked.ground(decl.name)))
            .collect(),
    )
}

struct Asked<'a> {
    desk: &'a Desk,
    run: &'a Run,
    index: usize,
    offer: &'a Offer,
    offer_at: usize,
    about: &'a OfferTopics,
    facts: &'a RunFacts,
    as_of: NaiveDate,
}

impl Asked<'_> {
    fn ground(&self, fact: &'static str) -> Ground {
        let (run, offer, facts) = (self.run, self.offer, self.facts);
        match fact {
            "target_groups" => match &offer.target_groups {
                Fact::NotStated => self.read(facts.target_groups == Fact::NotStated),
                _ => Ground::Stated(self.offer("target_groups")),
            },
            "focus_group" => self.classes(facts.focus_group == Fact::NotStated),
            "large_chronic_group" => self.classes(facts.large_chronic_group == Fact::NotStated),
            "times_held" | "usual_per_half_year" | "months_since_held" => self.history(fact),
            "number_in_half_year" => {
                let others = in_half_year(self.desk, run, self.as_of);
                let others = others.map(|at| self.run_at(at, "state"));
                Ground::Derived(Derivation::RunsInHalfYear, others.collect())
            }
            "days_to_deadline" => self.days(&run.deadline, "deadline"),
            "longest_wait_days" => self.days(&run.waiting_since, "waiting_since"),
            "waiting" => self.own(&run.waiting, "waiting"),
            "expected_participants" => self.own(&run.participants, "participants"),
            "format" => self.own_or_offer(&run.format, &offer.format, "format"),
            "sessions" => self.own_or_offer(&run.sessions, &facts.sessions, "sessions"),
            "seats" => self.own_or_offer(&run.seats, &offer.seats, "seats"),
            "digital_result" => self.evidence(),
            "title" => Ground::Stated(self.offer("title")),
            "level" => self.of_offer(&offer.level, "level"),
            "lifecycle" => self.of_offer(&offer.lifecycle, "lifecycle"),
            "audience" => self.of_offer(&offer.audience, "audience"),
            "hours" => self.of_offer(&offer.hours, "hours"),
            "referral" => self.of_offer(&offer.referral, "referral"),
            "activity" => self.of_offer(&offer.activity, "activity"),
            "activity_appropriate" => {
                self.of_offer(&offer.activity_appropriate, "activity_appropriate")
            }
            "user_involved" => self.of_offer(&offer.user_involved, "user_involved"),
            "user_planning" => self.of_offer(&offer.user_planning, "user_planning"),
            "user_delivery" => self.of_offer(&offer.user_delivery, "user_delivery"),
            "user_evaluation" => self.of_offer(&offer.user_evaluation, "user_evaluation"),
            "professions" => self.of_offer(&offer.professions, "professions"),
            // A test asks about every declared fact.
            _ => silent(Vec::new()),
        }
    }

    fn offer(&self, column: &'static str) -> Statement {
        statement::<Offer>(self.desk, self.offer_at, self.offer.id.as_str(), column)
    }

    fn run_at(&self, index: usize, column: &'static str) -> Statement {
        let id = self.desk.runs.get(index).map_or("", |run| run.id.as_str());
        statement::<Run>(self.desk, index, id, column)
    }

    fn of_offer<T>(&self, cell: &Fact<T>, column: &'static str) -> Ground {
        stated(cell, self.offer(column))
    }

    fn own<T>(&self, cell: &Fact<T>, column: &'static str) -> Ground {
        stated(cell, self.run_at(self.index, column))
    }

    /// The run's own cell first, then the offer's.
    fn own_or_offer<A, B>(&self, own: &Fact<A>, other: &Fact<B>, column: &'static str) -> Ground {
        let (here, there) = (self.run_at(self.index, column), self.offer(column));
        match (own, other) {
            (Fact::Known(_), _) => Ground::Stated(here),
            (_, Fact::Known(_) | Fact::Unknown) => Ground::Stated(there),
            (Fact::Unknown, Fact::NotStated) => Ground::Stated(here),
            (Fact::NotStated, Fact::NotStated) => silent(vec![here, there]),
        }
    }

    fn days(&self, cell: &Fact<NaiveDate>, column: &'static str) -> Ground {
        match self.own(cell, column) {
            Ground::Stated(cell) => Ground::Derived(Derivation::Days, vec![cell]),
            other => other,
        }
    }

    /// Target groups that are read from the offer's other cells.
    fn read(&self, nothing: bool) -> Ground {
        if nothing {
            return silent(vec![self.offer("target_groups")]);
        }
        Ground::Derived(Derivation::Reading, vec![self.offer("title")])
    }

    /// Whether a target group is of a class: by the offer's groups and the rows of those.
    fn classes(&self, nothing: bool) -> Ground {
        let groups = self.desk.target_groups.iter().enumerate();
        let rows = groups
            .filter(|(_, group)| self.about.target_groups.contains(&group.id))
            .map(|(at, group)| statement::<TargetGroup>(self.desk, at, group.id.as_str(), "class"));
        let own = if self.about.groups_derived {
            self.offer("title")
        } else {
            self.offer("target_groups")
        };
        if nothing {
            return silent(
                [self.offer("target_groups")]
                    .into_iter()
                    .chain(rows)
                    .collect(),
            );
        }
        let how = if self.about.groups_derived {
            Derivation::Reading
        } else {
            Derivation::GroupClasses
        };
        Ground::Derived(how, [own].into_iter().chain(rows).collect())
    }

    fn history(&self, fact: &str) -> Ground {
        let facts = self.facts;
        let held: Vec<(usize, NaiveDate)> = held_runs(self.desk, self.run, self.as_of).collect();
        let cells = |at: Vec<usize>| at.into_iter().map(|at| self.run_at(at, "starts")).collect();
        let all = || held.iter().map(|(at, _)| *at).collect();
        let never = facts.times_held == Fact::Known(0);
        let (silent, from): (bool, Vec<usize>) = match fact {
            "months_since_held" => {
                let last = held.iter().max_by_key(|(_, starts)| *starts);
                let from = last.map(|(at, _)| *at).into_iter().collect();
                (!never && held.is_empty(), from)
            }
            "usual_per_half_year" => (facts.usual_per_half_year == Fact::NotStated, all()),
            _ => (facts.times_held == Fact::NotStated, all()),
        };
        if silent {
            return Ground::Silent {
                cells: Vec::new(),
                setting: Some("history_from"),
            };
        }
        Ground::Derived(Derivation::HeldRuns, cells(from))
    }

    fn evidence(&self) -> Ground {
        let rows = self.desk.digital_evidence.iter().enumerate();
        let cells: Vec<Statement> = rows
            .filter(|(_, own)| own.topics.iter().any(|own| self.about.topics.contains(own)))
            .map(|(at, _)| statement::<DigitalEvidence>(self.desk, at, "", "result"))
            .collect();
        if self.facts.digital_result == Fact::NotStated {
            silent(cells)
        } else {
            Ground::Derived(Derivation::Evidence, cells)
        }
    }
}

fn stated<T>(cell: &Fact<T>, own: Statement) -> Ground {
    match cell {
        Fact::NotStated => silent(vec![own]),
        Fact::Known(_) | Fact::Unknown => Ground::Stated(own),
    }
}

fn silent(cells: Vec<Statement>) -> Ground {
    Ground::Silent {
        cells,
        setting: None,
    }
}

/// A cell of a row, or the single fact that stands in its place.
fn statement<T: InDesk>(desk: &Desk, index: usize, id: &str, column: &'static str) -> Statement {
    let place = desk.cell_place::<T>(index, column);
    let table = T::TABLE.name;
    let declared = T::TABLE.columns().find(|own| own.name == column);
    let is_column = |text: &str| {
        let text = text.to_lowercase();
        declared.is_some_and(|own| [own.name, own.nb, own.nn].contains(&text.as_str()))
    };
    // Single facts are put into rows that were read from a table; the last one stands.
    let mut single = desk.facts.iter().enumerate().rev().filter(|(_, own)| {
        !place.file.is_empty()
            && own.row == id
            && Desk::table(&own.table).is_some_and(|own| own.name == table)
            && is_column(&own.column)
    });
    let (place, origin) = match single.next() {
        Some((at, own)) => (desk.place::<SingleFact>(at), Some(&own.origin)),
        None => (place, T::rows(desk).get(index).map(|row| row.origin())),
    };
    Statement {
        place,
        table,
        row: id.to_owned(),
        column,
        source: origin.and_then(|own| own.source.clone()),
        date: origin.and_then(|own| own.date),
        illustrative: origin.is_some_and(|own| own.illustrative),
    }
}
