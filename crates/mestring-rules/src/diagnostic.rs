//! What is wrong with a pack's text, where, and what would be right.

use std::cmp::Ordering;
use std::fmt;

use mestring_model::Severity;
pub use mestring_model::Underline;
use mestring_model::underline;

use crate::complaint::{Complaint, PackFault};

/// A stable code of a [`Diagnostic`] or a [`RuleError`](crate::RuleError).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The code, such as `R103`.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it means, one sentence, English.
    pub meaning: &'static str,
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $meaning:literal;)+) => {
        $( #[doc = $meaning] pub const $name: Code =
            Code { id: $id, severity: Severity::$severity, meaning: $meaning }; )+

        /// Every code, in order.
        pub const CODES: &[Code] = &[$($name),+];
    };
}

codes! {
    FILE_MISSING "R001" Error "The pack lacks a file that it needs.";
    NOT_TOML "R002" Error "A TOML file cannot be read.";
    UNKNOWN_KEY "R003" Error "A key is not one that the file may have.";
    WRONG_VALUE "R004" Error "A value in pack.toml is not one that is allowed there.";
    UNUSED_FILE "R005" Warning "No criterion names this file.";
    WRONG_PARAMETER "R006" Error "A parameter's values or dates do not fit together.";
    NO_PLUGIN "R007" Error "A plugin that the pack names is not registered.";
    UNUSED_PARAMETER "R008" Warning "No script reads this parameter.";
    NO_TITLE "R009" Error "A criterion lacks its title or its origin.";
    NOT_PARSED "R101" Error "The script does not parse.";
    NOT_ALLOWED "R102" Error "The script uses something that rules may not use.";
    NO_SUCH_FACT "R103" Error "The record has no fact of this name.";
    NO_SUCH_PARAMETER "R104" Error "The pack has no parameter of this name.";
    NO_SUCH_FUNCTION "R105" Error "There is no function of this name.";
    NO_SUCH_WORD "R106" Error "The word is not in the fact's list.";
    TYPES_DIFFER "R107" Error "The types do not fit together.";
    WRONG_RESULT "R108" Error "The script answers something that its kind of pack does not take.";
    RECORD_USE "R109" Error "The record stands somewhere else than left of a dot.";
    UNKNOWN_USE "R110" Error "`??` or `known` stands beside something that is not a fact.";
    TOO_LARGE "R111" Error "The script is larger than a rule may be.";
    KNOWN_FIRST "R112" Note "A test with `known` comes after the fact was read.";
    NO_HEADER "R113" Warning "The script does not begin with a comment that says what, why and source.";
    UNUSED "R114" Warning "A value or function has no effect.";
    WHOLE_DIVISION "R115" Note "A division of whole numbers drops the remainder.";
    NO_SUCH_NAME "R116" Error "The script uses a name that nothing defines.";
    MISSPELT_KEYWORD "R117" Error "A keyword is misspelt, or is one of another language.";
    ASSIGNMENT "R118" Error "`=` stands where a comparison is meant.";
    NEVER_EQUAL "R119" Error "Two values are compared that can never be equal.";
    NEVER_REACHED "R120" Warning "A statement stands after the end of the rule.";
    ALWAYS_SAME "R121" Warning "A condition is always yes or always no.";
    DECIDED_BEFORE "R122" Warning "What stands before has settled a condition already.";
    CASE_COVERED "R123" Warning "A case of a `switch` is never taken.";
    IGNORES_RECORD "R124" Warning "The rule reads nothing of its record.";
    UNUSED_VARIABLE "R125" Warning "Nothing reads a variable.";
    DECIMALS_EQUAL "R126" Warning "Numbers with decimals are compared for equality.";
    BECOMES_DECIMAL "R127" Warning "A variable that was a whole number gets decimals.";
    MIXED_NUMBERS "R128" Note "A value is whole on one way through the rule and has decimals on another.";
    NO_ELSE "R129" Error "An `if` whose value is used has no `else`.";
    NO_DEFAULT "R130" Error "A `switch` whose value is used has no `_`.";
    NEVER_ASSUMED "R131" Warning "`??` stands after a fact that is known there.";
    WRONG_DEFAULT "R132" Error "What stands in for a fact is of another type than the fact.";
    KNOWN_TEST_LATE "R133" Note "A test that can always be told stands after one that cannot.";
    READ_UNKNOWN "R134" Warning "A fact is read where it is known to be unknown.";
    MAY_TAKE_LONG "R135" Warning "The longest way through the rule is longer than an answer may take.";
    MORE_FAULTS "R136" Error "There is more to say about a file than the check lists.";
    FILE_TOO_LARGE "R137" Error "A TOML file is larger than one of a pack may be.";
    DIVIDED_BY_ZERO "R138" Error "Something is divided by 0.";
    MAY_BE_ZERO "R139" Warning "A divisor can be 0.";
    NUMBER_TOO_LARGE "R140" Error "A whole number is larger than a number of a rule can be.";
    DATE_IN_SCRIPT "R141" Error "A date stands in a script, which has none.";
    RESULT_TOO_LARGE "R142" Error "A calculation between written numbers has no result.";
    MAY_BE_TOO_LARGE "R143" Warning "A calculation has no result where a fact is large.";
    WRONG_CASE "R201" Error "A case does not fit the record, the parameters or the kind of pack.";
    CASE_FAILS "R202" Error "A rule answers something else than its case expects.";
    NO_CASE "R203" Warning "A rule has no cases.";
    ONE_SIDED "R204" Warning "All cases of a rule expect the same answer.";
    UNUSED_EXCUSE "R205" Warning "A case file excuses a change of the rule that is not made or is noticed.";
    STOPPED "R301" Error "A rule stopped while it ran.";
    WRONG_ANSWER "R302" Error "A rule answered something that its kind of pack does not take.";
    PLUGIN_FAILED "R303" Error "A plugin failed.";
    NOT_VALID "R304" Error "A parameter has no value on the date.";
    WRONG_RECORD "R305" Error "A pack was given another kind of record than it judges.";
    HOST "R306" Error "This build changes the script engine in a way that rules cannot stand.";
    SAME_NAME "R307" Warning "Two cases of a rule have the same name.";
    OUT_OF_RANGE "R308" Warning "A case gives a fact a number that the fact can never be.";
    WRONG_ENDING "R309" Warning "A file is not read, since only its ending differs from that of a rule or of cases.";
    WRONG_VALIDITY "R310" Error "The days between which a pack is valid are no days, or the last is before the first.";
    GAP "R311" Warning "A parameter has no value between two of its dates.";
    VALID_WITHOUT_VALUE "R312" Warning "A pack is valid on days on which one of its parameters has no value.";
    WRONG_DECLARATION "R313" Error "A plugin declares what cannot be.";
    NOT_PURE "R314" Error "A plugin depends on more than its facts, and the pack does not let it.";
}

/// How many things the check lists of one file at most: each keeps its line, and a file of nothing but
/// faults would otherwise fill the memory with them.
pub const FAULTS: usize = 200;

/// One thing that is wrong or worth knowing about a pack's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The file, relative to the pack's folder.
    pub file: String,
    /// Where in the file; none where the whole file is meant.
    pub at: Option<Underline>,
    /// A stable code, one of [`CODES`].
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, as data.
    pub complaint: Complaint,
}

impl Diagnostic {
    /// There is more to say about a file than [`FAULTS`].
    pub(crate) fn more(file: &str) -> Self {
        Self::of(file, None, PackFault::MoreFaults { limit: FAULTS }.into())
    }

    /// A diagnostic about a stretch of a file, or the whole of it.
    pub fn of(file: impl Into<String>, at: Option<Underline>, complaint: Complaint) -> Self {
        let code = complaint.code();
        Diagnostic {
            file: file.into(),
            at,
            code: code.id,
            severity: code.severity,
            complaint,
        }
    }

    /// What was found, English, lower case, no full stop.
    pub fn message(&self) -> String {
        self.complaint.to_string()
    }

    /// What would be right, English, lower case, no full stop; empty where nothing is to be added.
    pub fn help(&self) -> String {
        self.complaint.help()
    }

    /// The name that was probably meant, where a misspelt one was found.
    pub fn nearest(&self) -> Option<&str> {
        self.complaint.nearest()
    }

    /// True where the pack cannot be used before this is put right.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Several lines for people: the message, the source line and the place underlined.
    ///
    /// ```
    /// use mestring_rules::Complaint;
    /// use mestring_rules::diagnostic::{Diagnostic, Underline};
    ///
    /// let at = Underline { line: 2, column: 1, length: 4, text: "many = 6;".into() };
    /// let own = Complaint::UnusedVariable { name: "many".to_owned() };
    /// assert_eq!(Diagnostic::of("long.rhai", Some(at), own).render(), "\
    /// warning R125: nothing reads `many`
    ///  --> long.rhai:2:1
    ///   |
    /// 2 | many = 6;
    ///   | ^^^^
    ///   = help: take it away, or use it
    /// ");
    /// ```
    pub fn render(&self) -> String {
        let head = format!("{} {}: {}", self.severity.code(), self.code, self.message());
        let labelled = |label: &str, text: &str| match text {
            "" => String::new(),
            text => format!("{label}: {text}"),
        };
        let because = labelled("because", self.complaint.because());
        self.laid_out(&head, &[because, labelled("help", &self.help())])
    }

    /// The lines of [`render`](Self::render) with another first line and others at the end, such as in
    /// another language; those that are empty are left out.
    pub fn laid_out(&self, head: &str, notes: &[String]) -> String {
        underline::laid_out(&self.file, self.at.as_ref(), head, notes)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.severity.code(), self.code, self.file)?;
        if let Some(at) = &self.at {
            write!(f, ":{}:{}", at.line, at.column)?;
        }
        write!(f, ": {}", self.message())?;
        let help = self.help();
        if !help.is_empty() {
            write!(f, "; {help}")?;
        }
        Ok(())
    }
}

impl Eq for Diagnostic {}

/// By file, place and code, then by what is said.
impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> Ordering {
        let other_place = (other.file.as_str(), other.at.as_ref(), other.code);
        (self.file.as_str(), self.at.as_ref(), self.code)
            .cmp(&other_place)
            .then_with(|| self.message().cmp(&other.message()))
            .then_with(|| self.help().cmp(&other.help()))
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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
    }
}
