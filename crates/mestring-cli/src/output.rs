//! Where results, findings and errors go.

use std::io::{self, Write};

use mestring::decide::PacksError;
use mestring::report::json::document;
use mestring::report::{Cell, Layout, Page, Tone, View};
use mestring::text::Texts;
use mestring_exchange::settings::{self, SettingFault};
use mestring_model::finding::Problem;
use mestring_model::{Desk, Finding, Severity};
use mestring_rules::RuleError;
use serde_json::Value;

use crate::args::{Color, Common};
use crate::error::CommandError;
use crate::surroundings::Surroundings;

/// How many findings are printed where not all are asked for.
const LONG: usize = 20;

/// The two writers with how to write to them.
pub(crate) struct Output<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    out_layout: Layout,
    err_layout: Layout,
    texts: Texts,
    all: bool,
    json: bool,
    one_terminal: bool,
    progressing: bool,
}

impl<'a> Output<'a> {
    pub(crate) fn new(
        surroundings: &Surroundings,
        common: &Common,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        let colour = |terminal: bool| match common.color {
            Color::Auto => terminal,
            Color::Always => true,
            Color::Never => false,
        };
        Output {
            out,
            err,
            out_layout: surroundings.layout_out(colour(surroundings.colour_out)),
            err_layout: surroundings.layout_err(colour(surroundings.colour_err)),
            texts: Texts::new(common.lang),
            all: common.all,
            json: common.json,
            one_terminal: surroundings.one_terminal,
            progressing: false,
        }
    }

    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Whether long lists are asked for in full.
    pub(crate) fn all(&self) -> bool {
        self.all
    }

    /// A desk as reports in this output's language see it.
    pub(crate) fn view<'v>(&'v self, desk: &'v Desk) -> View<'v> {
        View {
            desk,
            texts: &self.texts,
            all: self.all,
        }
    }

    /// Writes a result.
    pub(crate) fn page(&mut self, page: &Page) -> io::Result<()> {
        self.out.write_all(self.out_layout.render(page).as_bytes())
    }

    /// Writes a result as JSON.
    pub(crate) fn json(&mut self, value: &Value) -> Result<(), CommandError> {
        let mut text = serde_json::to_string_pretty(value)?;
        text.push('\n');
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Says on the terminal how far a long work has come, over what it said before; nothing where
    /// the messages go to a file.
    pub(crate) fn progress(&mut self, text: &str) -> io::Result<()> {
        if self.one_terminal {
            write!(self.err, "\r\u{1b}[2K{text}")?;
            self.err.flush()?;
            self.progressing = true;
        }
        Ok(())
    }

    /// Takes what [`progress`](Self::progress) said away.
    pub(crate) fn progress_done(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.progressing) {
            write!(self.err, "\r\u{1b}[2K")?;
            self.err.flush()?;
        }
        Ok(())
    }

    /// Writes text as it is.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Writes what was found in the data in the order in which somebody should mend it, and how much
    /// it is in all. Notes are counted and printed only where all is asked for.
    pub(crate) fn findings(&mut self, findings: &[Finding]) -> io::Result<()> {
        let mut page = Page::default();
        let lines = self.texts.findings(findings, self.all);
        let most = if self.all { lines.len() } else { LONG };
        let mut printed = 0;
        for line in lines.into_iter().take(most) {
            printed += line.findings;
            page.text(Cell::new(line.text).tone(tone(line.severity)));
        }
        if !findings.is_empty() {
            let count = |severity| {
                findings
                    .iter()
                    .filter(|own| own.severity() == severity)
                    .count()
            };
            page.text(self.texts.say(
                "report-findings",
                &[
                    ("errors", count(Severity::Error).into()),
                    ("warnings", count(Severity::Warning).into()),
                    ("notes", count(Severity::Note).into()),
                ],
            ));
        }
        let hidden = findings.len().saturating_sub(printed);
        if hidden > 0 {
            let text = self
                .texts
                .say("cli-findings-hidden", &[("count", hidden.into())]);
            page.text(Cell::new(text).tone(Tone::Faint));
        }
        self.err.write_all(self.err_layout.render(&page).as_bytes())
    }

    /// Writes why there is no result. A text with several lines, such as a place in a script, is
    /// not wrapped; JSON is one document a line.
    pub(crate) fn error(&mut self, error: &CommandError) -> io::Result<()> {
        if self.json {
            return json_error(error, &self.texts, self.err);
        }
        // What is wrong in a pack and what a rule stops at is said in the language, as a check says it.
        if let CommandError::Packs(PacksError::Text { errors }) = error {
            for (pack, error) in errors {
                let place = self
                    .texts
                    .say("cli-in-pack", &[("pack", pack.as_str().into())]);
                let said = match error {
                    RuleError::Text(own) => self.texts.diagnostic(own).trim_end().to_owned(),
                    other => self.rule_error(other),
                };
                writeln!(self.err, "{place}\n{said}")?;
            }
            return Ok(());
        }
        if let Some(faults) = error.of_settings() {
            for own in faults {
                let said = match &own.at {
                    Some(at) => self
                        .texts
                        .finding_at(&own.finding, at)
                        .trim_end()
                        .to_owned(),
                    None => self.texts.finding(&own.finding),
                };
                writeln!(self.err, "{said}")?;
            }
            // The settings of a workbook have no place in a text.
            let of_events = |own: &SettingFault| {
                let file = own.finding.place.file.as_str();
                let settings = file == settings::FILE || file == settings::STORE_FILE;
                matches!(own.finding.problem, Problem::Event(_)) || own.at.is_some() && !settings
            };
            let id = match faults.iter().any(of_events) {
                true => "cli-no-events",
                false => "cli-no-settings",
            };
            return writeln!(self.err, "{}", self.texts.plain(id));
        }
        let mark = self.marked(&self.texts.severity(Severity::Error));
        writeln!(self.err, "{mark}: {}", error.line(&self.texts))
    }

    /// A line on a rule's error: `error: R304: parameter …`.
    fn rule_error(&self, error: &RuleError) -> String {
        let mark = self.marked(&self.texts.severity(Severity::Error));
        format!("{mark}: {}: {}", error.code(), self.texts.rule_error(error))
    }

    /// The word before an error, red where there are colours.
    fn marked(&self, word: &str) -> String {
        if self.err_layout.colour {
            format!("\u{1b}[31m{word}\u{1b}[0m")
        } else {
            word.to_owned()
        }
    }
}

/// Writes an error as JSON, one document a line.
pub(crate) fn json_error(
    error: &CommandError,
    texts: &Texts,
    err: &mut dyn Write,
) -> io::Result<()> {
    for error in error.json(texts) {
        writeln!(err, "{}", document([("error", error)]))?;
    }
    Ok(())
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Unsure,
        Severity::Note => Tone::Faint,
    }
}
