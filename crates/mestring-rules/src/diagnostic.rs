//! What is wrong with a pack's text, where, and what would be right.

use std::fmt;

use mestring_model::Severity;

/// A stable code of a [`Diagnostic`] or a [`RuleError`](crate::RuleError).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The code, such as `R103`.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it means, one sentence, English.
    pub meaning: &'static str,
    /// What would be right in general, one sentence, English; a diagnostic's own help knows more.
    pub remedy: &'static str,
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $meaning:literal $remedy:literal;)+) => {
        $( #[doc = $meaning] pub const $name: Code =
            Code { id: $id, severity: Severity::$severity, meaning: $meaning, remedy: $remedy }; )+

        /// Every code, in order.
        pub const CODES: &[Code] = &[$($name),+];
    };
}

codes! {
    FILE_MISSING "R001" Error "The pack lacks a file that it needs."
        "Add the file, or take its name out of pack.toml.";
    NOT_TOML "R002" Error "A TOML file cannot be read."
        "Correct the line that is named; texts stand between quotation marks.";
    UNKNOWN_KEY "R003" Error "A key is not one that the file may have."
        "Correct the key to one of those that are listed.";
    WRONG_VALUE "R004" Error "A value in pack.toml is not one that is allowed there."
        "Write one of the values that are listed.";
    UNUSED_FILE "R005" Warning "No criterion names this file."
        "Name it in pack.toml, or remove it.";
    WRONG_PARAMETER "R006" Error "A parameter's values or dates do not fit together."
        "Order the values by date, and let no two hold on the same day.";
    NO_PLUGIN "R007" Error "A plugin that the pack names is not registered."
        "Register the plugin in the program, or name a script.";
    UNUSED_PARAMETER "R008" Warning "No script reads this parameter."
        "Read it in a script, or remove it.";
    NO_TITLE "R009" Error "A criterion lacks its title or its origin."
        "Write a title in all three languages and where the rule comes from.";
    NOT_PARSED "R101" Error "The script does not parse."
        "Correct the place that is underlined.";
    NOT_ALLOWED "R102" Error "The script uses something that rules may not use."
        "Write it with comparisons, `if`, `switch` and the functions that the guide to rules lists.";
    NO_SUCH_FACT "R103" Error "The record has no fact of this name."
        "Write the name of a fact that docs/reference/facts.md lists for the record.";
    NO_SUCH_PARAMETER "R104" Error "The pack has no parameter of this name."
        "Declare the parameter in pack.toml, or correct its name.";
    NO_SUCH_FUNCTION "R105" Error "There is no function of this name."
        "Write one of the functions that are listed, or declare it above.";
    NO_SUCH_WORD "R106" Error "The word is not in the fact's list."
        "Write one of the fact's words.";
    TYPES_DIFFER "R107" Error "The types do not fit together."
        "Compare and compute with values of one type.";
    WRONG_RESULT "R108" Error "The script answers something that its kind of pack does not take."
        "Let the script end with an answer that its kind of pack takes.";
    RECORD_USE "R109" Error "The record stands somewhere else than left of a dot."
        "Write the record's name only before a dot and a fact.";
    UNKNOWN_USE "R110" Error "`??` or `known` stands beside something that is not a fact."
        "Write `??` and `known` with a fact: `run.sessions ?? 6`, `known(run.sessions)`.";
    TOO_LARGE "R111" Error "The script is larger than a rule may be."
        "Divide the rule into several.";
    KNOWN_FIRST "R112" Note "A test with `known` comes after the fact was read."
        "Put the test with `known` first.";
    NO_HEADER "R113" Warning "The script does not begin with a comment that says what, why and source."
        "Begin the script with a comment.";
    UNUSED "R114" Warning "A value, function or statement has no effect."
        "Use it, or remove it.";
    WHOLE_DIVISION "R115" Warning "A division of whole numbers drops the remainder."
        "Write one of the numbers with a decimal, or compare without dividing.";
    WRONG_CASE "R201" Error "A case does not fit the record, the parameters or the kind of pack."
        "Correct the case as it says.";
    CASE_FAILS "R202" Error "A rule answers something else than its case expects."
        "Correct the rule, or the case if the rule is right.";
    NO_CASE "R203" Warning "A rule has no cases."
        "Write at least one case for each answer.";
    ONE_SIDED "R204" Warning "All cases of a rule expect the same answer."
        "Add a case that expects another answer.";
    UNUSED_EXCUSE "R205" Warning "A case file excuses a change of the rule that is not made or is noticed."
        "Take the [[survivor]] away.";
    STOPPED "R301" Error "A rule stopped while it ran."
        "Correct the rule at the place that is named.";
    WRONG_ANSWER "R302" Error "A rule answered something that its kind of pack does not take."
        "Let the rule answer what its kind of pack takes.";
    PLUGIN_FAILED "R303" Error "A plugin failed."
        "Ask who wrote the plugin.";
    NOT_VALID "R304" Error "A parameter has no value on the date."
        "Add a value to pack.toml that holds on the date.";
    WRONG_RECORD "R305" Error "A pack was given another kind of record than it judges."
        "Give the pack the kind of record that it judges.";
    HOST "R306" Error "This build changes the script engine in a way that rules cannot stand."
        "Build the program without the feature that the message names.";
}

/// A stretch of text on one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Underline {
    /// The line, 1 for the first.
    pub line: u32,
    /// The column in characters, 1 for the first.
    pub column: u32,
    /// How many characters, at least 1.
    pub length: u32,
    /// The whole line.
    pub text: String,
}

/// One thing that is wrong or worth knowing about a pack's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the pack's folder.
    pub file: String,
    /// Where in the file; none where the whole file is meant.
    pub at: Option<Underline>,
    /// A stable code, one of [`CODES`].
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, lower case, no full stop.
    pub message: String,
    /// What would be right, lower case, no full stop; empty where nothing is to be added.
    pub help: String,
}

impl Diagnostic {
    /// A diagnostic about a whole file.
    pub fn whole_file(
        code: Code,
        file: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Diagnostic {
            file: file.into(),
            at: None,
            code: code.id,
            severity: code.severity,
            message: message.into(),
            help: help.into(),
        }
    }

    /// True where the pack cannot be used before this is put right.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Several lines for people: the message, the source line and the place underlined.
    ///
    /// ```
    /// use mestring_rules::diagnostic::{Diagnostic, NO_SUCH_FACT, Underline};
    /// let mut it = Diagnostic::whole_file(
    ///     NO_SUCH_FACT, "long.rhai", "`run` has no fact `sesions`", "did you mean `sessions`?");
    /// it.at = Some(Underline { line: 2, column: 5, length: 7, text: "run.sesions >= 6".into() });
    /// assert_eq!(it.render(), "\
    /// error R103: `run` has no fact `sesions`
    ///  --> long.rhai:2:5
    ///   |
    /// 2 | run.sesions >= 6
    ///   |     ^^^^^^^
    ///   = help: did you mean `sessions`?
    /// ");
    /// ```
    pub fn render(&self) -> String {
        let mut out = format!("{} {}: {}\n", self.severity.code(), self.code, self.message);
        let mut margin = String::from(" ");
        match &self.at {
            None => out.push_str(&format!(" --> {}\n", self.file)),
            Some(at) => {
                let number = at.line.to_string();
                margin = " ".repeat(number.len());
                let lead: String = at
                    .text
                    .chars()
                    .take(at.column.saturating_sub(1) as usize)
                    .map(|letter| if letter == '\t' { '\t' } else { ' ' })
                    .collect();
                let carets = "^".repeat(at.length.max(1) as usize);
                out.push_str(&format!(
                    "{margin}--> {}:{}:{}\n",
                    self.file, at.line, at.column
                ));
                out.push_str(&format!("{margin} |\n{number} | {}\n", at.text));
                out.push_str(&format!("{margin} | {lead}{carets}\n"));
            }
        }
        if !self.help.is_empty() {
            out.push_str(&format!("{margin} = help: {}\n", self.help));
        }
        out
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.severity.code(), self.code, self.file)?;
        if let Some(at) = &self.at {
            write!(f, ":{}:{}", at.line, at.column)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.help.is_empty() {
            write!(f, "; {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

/// `did you mean ...?` where a near name exists, else the names that exist, where they are few.
pub(crate) fn suggest<'a>(text: &str, among: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = among.into_iter().collect();
    match mestring_model::term::nearest(text, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if names.is_empty() => String::new(),
        None if names.len() <= 12 => format!("one of `{}`", names.join("`, `")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_ordered() {
        let ids: Vec<_> = CODES.iter().map(|code| code.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted);
        assert!(ids.len() > 20);
        assert!(CODES.iter().all(|code| code.meaning.ends_with('.')));
        assert!(CODES.iter().all(|code| code.remedy.ends_with('.')));
    }
}
