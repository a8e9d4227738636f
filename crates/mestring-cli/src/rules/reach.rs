//! What the cases of a pack leave open: parts that they do not reach and changes that they do not
//! notice; and what the records of a desk do not reach.

use std::path::Path;

use chrono::NaiveDate;
use mestring::decide::{Decider, Packs};
use mestring::text::Texts;
use mestring_model::Desk;
use mestring_rules::coverage::{Coverage, Gap, Part, Point};
use mestring_rules::mutation::{Fate, Mutant};
use mestring_rules::{Criterion, Diagnostic, Pack, RuleError};
use serde_json::{Map, Value, json};

use super::Checked;
use crate::args::Common;
use crate::desk;
use crate::error::CommandError;
use crate::output::Output;
use crate::surroundings::Surroundings;

/// What is asked of a pack beside its cases.
pub(super) struct Reach<'a> {
    /// Which branches and conditions the cases reach.
    pub(super) coverage: bool,
    /// Which small changes of the rules no case notices.
    pub(super) changes: bool,
    /// A desk whose records are put to the rules.
    pub(super) on: Option<On<'a>>,
}

/// A desk with what it is asked with.
pub(super) struct On<'a> {
    path: &'a Path,
    desk: Desk,
    packs: Packs,
    as_of: NaiveDate,
}

impl<'a> On<'a> {
    pub(super) fn read(
        path: &'a Path,
        common: &Common,
        surroundings: &Surroundings,
    ) -> Result<Self, CommandError> {
        let (desk, _) = mestring_exchange::desk::read(path)?;
        Ok(On {
            path,
            as_of: desk::as_of(common, &desk, surroundings),
            packs: Packs::shipped()?,
            desk,
        })
    }

    /// The parts of a pack's rules that the desk's records reach; none where a desk holds no records
    /// of the kind that the pack judges.
    fn coverage(&self, pack: &Pack) -> Result<Option<Coverage>, RuleError> {
        let decider = Decider::new(&self.desk, &self.packs, self.as_of, None);
        let rows = decider.facts(pack.judged());
        rows.map(|rows| pack.at(self.as_of)?.coverage(&rows))
            .transpose()
    }
}

impl Reach<'_> {
    /// True where anything is asked beside the cases.
    pub(super) fn is_asked(&self) -> bool {
        self.coverage || self.changes || self.on.is_some()
    }

    /// Adds what was asked to what is said of a pack whose cases hold.
    pub(super) fn add(
        &self,
        pack: &Pack,
        output: &Output<'_>,
        checked: &mut Checked,
    ) -> Result<(), RuleError> {
        let mut parts = Map::new();
        if self.coverage {
            let coverage = pack.coverage()?;
            let (reached, all) = coverage.total();
            checked.right &= reached == all;
            let args = [
                ("pack", pack.id().into()),
                ("reached", reached.into()),
                ("all", all.into()),
            ];
            let said = output.texts().say("cli-coverage-cases", &args);
            unreached(&coverage, said, output.texts(), &mut checked.text);
            parts.insert("coverage".to_owned(), json_of(&coverage));
        }
        if self.changes {
            let mutants = pack.mutants()?;
            let idle = pack.idle_excuses(&mutants);
            checked.right &= !mutants.iter().any(|own| own.fate == Fate::Survived);
            changes(pack, &mutants, &idle, output, &mut checked.text);
            parts.insert("changes".to_owned(), json_of_changes(&mutants));
        }
        if let Some(on) = &self.on {
            let args = |more: &[(&'static str, usize)]| {
                let mut args = vec![
                    ("pack", pack.id().into()),
                    ("desk", on.path.display().to_string().into()),
                ];
                args.extend(more.iter().map(|(name, count)| (*name, (*count).into())));
                args
            };
            match on.coverage(pack)? {
                Some(coverage) => {
                    let (reached, all) = coverage.total();
                    let counts = [("reached", reached), ("all", all)];
                    let said = output.texts().say("cli-coverage-desk", &args(&counts));
                    checked.right &= failures(&coverage, output.texts(), &mut checked.text);
                    unreached(&coverage, said, output.texts(), &mut checked.text);
                    parts.insert("on".to_owned(), json_of(&coverage));
                }
                None => {
                    let said = output.texts().say("cli-coverage-no-records", &args(&[]));
                    checked.text.push_str(&(said + "\n"));
                    parts.insert("on".to_owned(), Value::Null);
                }
            }
        }
        if self.is_asked() {
            let plugins = pack.criteria().iter().filter_map(Criterion::plugin);
            let names: Vec<&str> = plugins.map(|own| own.name.as_str()).collect();
            if !names.is_empty() {
                let args = [
                    ("pack", pack.id().into()),
                    ("plugins", output.texts().list(names.iter().copied()).into()),
                ];
                let said = output.texts().say("cli-not-looked-into", &args);
                checked.text.push_str(&(said + "\n"));
            }
            parts.insert("not_looked_into".to_owned(), json!(names));
        }
        if let Some(document) = checked.json.as_object_mut() {
            document.append(&mut parts);
        }
        Ok(())
    }
}

/// One line for each rule that gave no answer about some records; true where there is none.
fn failures(coverage: &Coverage, texts: &Texts, text: &mut String) -> bool {
    let mut right = true;
    for rule in &coverage.rules {
        let Some(error) = &rule.failure else { continue };
        right = false;
        let args = [
            ("failed", rule.failed.into()),
            ("records", rule.records.into()),
            ("code", error.code().into()),
            ("why", texts.rule_error(error).into()),
        ];
        text.push_str(&(texts.say("cli-coverage-failed", &args) + "\n"));
    }
    right
}

/// One line for all, and one for each part that was not reached.
fn unreached(coverage: &Coverage, said: String, texts: &Texts, text: &mut String) {
    text.push_str(&(said + "\n"));
    for rule in &coverage.rules {
        for gap in rule.gaps() {
            let said = texts.say(
                never(gap),
                &[
                    ("tried", gap.tried.unwrap_or(rule.records).into()),
                    ("records", rule.records.into()),
                ],
            );
            let args = [
                ("file", rule.file().into()),
                ("line", gap.at.line.to_string().into()),
                ("column", gap.at.column.to_string().into()),
                ("never", said.into()),
                ("text", gap.at.text.trim().into()),
            ];
            text.push_str(&(texts.say("cli-coverage-part", &args) + "\n"));
        }
    }
}

/// The text of what was never met in a part.
fn never(gap: Gap<'_>) -> &'static str {
    match gap.part {
        _ if gap.tried == Some(0) => "cli-never-tried",
        Part::Then | Part::Yes => "cli-never-met",
        Part::Else | Part::No => "cli-always-met",
        Part::Arm => "cli-never-arm",
        Part::NoArm => "cli-never-no-arm",
        Part::Stated => "cli-never-stated",
        _ => "cli-always-stated",
    }
}

fn changes(
    pack: &Pack,
    mutants: &[Mutant],
    idle: &[Diagnostic],
    output: &Output<'_>,
    text: &mut String,
) {
    let texts = output.texts();
    let count = |of: fn(&Fate) -> bool| mutants.iter().filter(|own| of(&own.fate)).count();
    let args = [
        ("pack", pack.id().into()),
        ("all", mutants.len().into()),
        (
            "noticed",
            count(|fate| matches!(fate, Fate::Noticed(_))).into(),
        ),
        (
            "excused",
            count(|fate| matches!(fate, Fate::Excused(_))).into(),
        ),
        ("survive", count(|fate| *fate == Fate::Survived).into()),
    ];
    text.push_str(&(texts.say("cli-changes", &args) + "\n"));
    for own in mutants {
        let (id, because) = match &own.fate {
            Fate::Noticed(_) => continue,
            Fate::Survived => ("cli-change-survives", ""),
            Fate::Excused(because) => ("cli-change-excused", because.as_str()),
        };
        let args = [
            ("file", own.file.as_str().into()),
            ("line", own.at.line.to_string().into()),
            ("column", own.at.column.to_string().into()),
            ("from", own.from.as_str().into()),
            ("to", own.to.as_str().into()),
            ("text", own.at.text.trim().into()),
            ("because", because.into()),
        ];
        text.push_str(&(texts.say(id, &args) + "\n"));
    }
    for own in idle {
        text.push_str(&texts.diagnostic(own));
    }
}

fn json_of(coverage: &Coverage) -> Value {
    let point = |own: &Point| {
        json!({
            "part": own.part.code(),
            "line": own.at.line,
            "column": own.at.column,
            "text": own.at.text,
            "reached": own.reached,
        })
    };
    let (reached, all) = coverage.total();
    json!({
        "reached": reached,
        "all": all,
        "rules": coverage.rules.iter().map(|rule| json!({
            "rule": rule.rule,
            "file": rule.file(),
            "records": rule.records,
            "failed": rule.failed,
            "parts": rule.points.iter().map(point).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn json_of_changes(mutants: &[Mutant]) -> Value {
    let change = |own: &Mutant| {
        let (fate, by) = match &own.fate {
            Fate::Noticed(case) => ("noticed", Some(case)),
            Fate::Survived => ("survived", None),
            Fate::Excused(because) => ("excused", Some(because)),
        };
        json!({
            "rule": own.rule,
            "file": own.file,
            "line": own.at.line,
            "column": own.at.column,
            "from": own.from,
            "to": own.to,
            "fate": fate,
            "by": by,
        })
    };
    mutants.iter().map(change).collect()
}
