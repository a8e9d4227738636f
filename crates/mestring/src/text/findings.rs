//! Findings in words: how much each matters, where it stands, what was found and what would be
//! right. Problems carry the names of their texts with their arguments; here a language says them.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::finding::{Effect, Finding, KeyProblem, Problem, Severity, Value};
use mestring_model::{Underline, underline};

use super::{Arg, Texts};

#[cfg(test)]
mod tests;

/// One line about the data: a finding, or several with the same cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingLine {
    /// How much it matters.
    pub severity: Severity,
    /// The whole line.
    pub text: String,
    /// How many findings it stands for.
    pub findings: usize,
}

/// What makes findings one line: the same cause, or the same id that is missing.
type Cause = (&'static str, String, String);

impl Texts {
    /// A finding in one line: its severity, code and place, what was found and what would be right.
    ///
    /// ```
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    /// use mestring_model::finding::{FileProblem, Finding, Place};
    ///
    /// let finding = Finding::new(Place::file("tilbud.csv"), FileProblem::OpenQuote);
    /// assert_eq!(
    ///     Texts::new(Lang::Nb).finding(&finding),
    ///     "feil X105: tilbud.csv: et anførselstegn åpner en celle i denne raden og lukkes aldri; \
    ///      ingenting herfra og nedover ble lest; lukk det eller ta det bort"
    /// );
    /// ```
    pub fn finding(&self, finding: &Finding) -> String {
        let problem = &finding.problem;
        self.finding_line(
            finding,
            &self.finding_place(finding),
            &self.found(problem),
            &self.remedy(problem),
        )
    }

    /// Several lines on a finding at a place of a text: what was found, the line with the place
    /// underlined, and what would be right.
    pub fn finding_at(&self, finding: &Finding, at: &Underline) -> String {
        let problem = &finding.problem;
        let severity = self.severity(finding.severity());
        let head = format!("{severity} {}: {}", finding.code(), self.found(problem));
        let help = match self.remedy(problem) {
            remedy if remedy.is_empty() => remedy,
            remedy => format!("{}: {remedy}", self.plain("rules-help")),
        };
        underline::laid_out(&finding.place.file, Some(at), &head, &[help])
    }

    /// How much a finding matters, in a word.
    pub fn severity(&self, severity: Severity) -> String {
        self.plain(match severity {
            Severity::Error => "finding-severity-error",
            Severity::Warning => "finding-severity-warning",
            Severity::Note => "finding-severity-note",
        })
    }

    /// Where a finding stands: its file with the row and the column, or the line and the setting.
    pub fn finding_place(&self, finding: &Finding) -> String {
        let place = &finding.place;
        // What the rows lack may be named by a setting too, and a setting stands in no row.
        let setting = match &finding.problem {
            // The sheet of a workbook has rows.
            Problem::Setting(_) | Problem::SettingValue(_) => !place.file.ends_with(']'),
            Problem::Toml(_) => true,
            _ => place.row.is_none() && !place.file.is_empty(),
        };
        let (row, column) = if setting {
            ("finding-place-line", "finding-place-setting")
        } else {
            ("finding-place-row", "finding-place-column")
        };
        let file = Arg::from(&place.file);
        let text = match place.row {
            // A row's number names it, and is written without a space for thousands.
            Some(number) => self.say(row, &[("file", file), ("row", number.to_string().into())]),
            None => place.file.clone(),
        };
        match &place.column {
            Some(heading) => self.say(
                column,
                &[("place", text.into()), ("column", heading.into())],
            ),
            None => text,
        }
    }

    /// What was found.
    pub fn found(&self, problem: &Problem) -> String {
        let wording = problem.wording(self.lang());
        let id = format!("finding-{}", wording.name);
        self.say(&id, &args(&wording.args))
    }

    /// What would be right; empty where nothing has to be done.
    pub fn remedy(&self, problem: &Problem) -> String {
        let wording = problem.wording(self.lang());
        let id = format!("finding-{}", wording.name);
        let remedy = self.remedy_of(&id, &args(&wording.args), wording.without);
        let effect = wording.effect.map(|effect| match effect {
            Effect::NotStated => "finding-effect-not-stated",
            Effect::LeftEmpty => "finding-effect-left-empty",
            Effect::RowLeftOut => "finding-effect-row-left-out",
            Effect::TopicLeftOut => "finding-effect-topic-left-out",
        });
        match effect {
            Some(effect) => self.say(
                "finding-with-effect",
                &[
                    ("remedy", remedy.into()),
                    ("effect", self.plain(effect).into()),
                ],
            ),
            None => remedy,
        }
    }

    /// What was found and what would be right, without what became of the cell or the row: why a cell
    /// of a list was left out.
    pub fn reason(&self, problem: &Problem) -> String {
        let wording = problem.wording(self.lang());
        let args = args(&wording.args);
        let id = format!("finding-{}", wording.name);
        let found = self.say(&id, &args);
        let remedy = self.remedy_of(&id, &args, wording.without);
        if remedy.is_empty() {
            found
        } else {
            format!("{found}; {remedy}")
        }
    }

    /// Findings in the order in which somebody should mend them, those that follow from the same
    /// cause in one line. Notes are left out. With `all`, every finding has its own line, and notes
    /// are among them.
    pub fn findings(&self, findings: &[Finding], all: bool) -> Vec<FindingLine> {
        let mut sorted = findings.to_vec();
        mestring_model::finding::sort(&mut sorted);
        if !all {
            sorted.retain(|own| own.severity() > Severity::Note);
        }
        let mut groups: BTreeMap<Cause, Vec<&Finding>> = BTreeMap::new();
        for finding in sorted.iter().filter(|_| !all) {
            if let Some(cause) = cause(&finding.problem) {
                groups.entry(cause).or_default().push(finding);
            }
        }
        let mut lines = Vec::new();
        for finding in &sorted {
            let cause = cause(&finding.problem);
            let group = cause.and_then(|cause| groups.get(&cause));
            let (text, count) = match group.map(Vec::as_slice) {
                Some([first, _, ..]) if *first != finding => continue,
                Some(group @ [_, _, ..]) => (self.group(finding, group), group.len()),
                _ => (self.finding(finding), 1),
            };
            lines.push(FindingLine {
                severity: finding.severity(),
                text,
                findings: count,
            });
        }
        lines
    }

    /// Several findings with the same cause, at the place of the first.
    fn group(&self, first: &Finding, group: &[&Finding]) -> String {
        let rows: BTreeSet<_> = group
            .iter()
            .map(|own| (&own.place.file, own.place.row))
            .collect();
        let wording = first.problem.wording(self.lang());
        let mut args = args(&wording.args);
        args.push(("rows", rows.len().into()));
        let id = format!("finding-group-{}", wording.name);
        self.finding_line(
            first,
            &self.finding_place(first),
            &self.say(&id, &args),
            &self.remedy_of(&id, &args, wording.without),
        )
    }

    fn remedy_of(&self, id: &str, args: &[(&str, Arg<'_>)], without: bool) -> String {
        let lacking = without
            .then(|| self.attribute(id, "without", args))
            .flatten();
        lacking
            .or_else(|| self.attribute(id, "remedy", args))
            .unwrap_or_default()
    }

    fn finding_line(&self, finding: &Finding, place: &str, found: &str, remedy: &str) -> String {
        let args = [
            ("severity", self.severity(finding.severity()).into()),
            ("code", finding.code().into()),
            ("place", place.into()),
            ("found", found.into()),
            ("remedy", remedy.into()),
        ];
        let whole = self.attribute("finding-line", "remedy", &args);
        match whole.filter(|_| !remedy.is_empty()) {
            Some(line) => line,
            None => self.say("finding-line", &args),
        }
    }
}

/// Which findings become one line where there are several.
fn cause(problem: &Problem) -> Option<Cause> {
    let Problem::Key(problem) = problem else {
        return None;
    };
    let (table, rest) = match problem {
        KeyProblem::TableNotRead { table, file, .. } => (table, file.clone()),
        KeyProblem::NoTable { table, .. } => (table, String::new()),
        KeyProblem::RowLeftOut { table, id, .. } | KeyProblem::NoSuchRow { table, id, .. } => {
            (table, id.clone())
        }
        _ => return None,
    };
    Some((problem.name(), table.name().to_owned(), rest))
}

fn args<'a>(values: &'a [(&'static str, Value)]) -> Vec<(&'static str, Arg<'a>)> {
    values
        .iter()
        .map(|(name, value)| match value {
            Value::Text(text) => (*name, text.into()),
            Value::Count(count) => (*name, (*count).into()),
        })
        .collect()
}
