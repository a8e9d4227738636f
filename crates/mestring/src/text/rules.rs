//! What the check of rules says, in each language.
//!
//! A complaint is data: its kind and what it is about. What the walk over a script finds is said in
//! `rules.ftl`; what is wrong with a pack's files, and where the parser stops, in `faults.ftl`, by
//! the names that the faults declare; why a rule gives no answer, in `stops.ftl`.

mod advice;
mod case;
mod error;
mod fault;
mod feature;
mod message;

use mestring_model::finding::Problem;
use mestring_rules::complaint::{Among, Sort};
use mestring_rules::kind::Takes;
use mestring_rules::{Complaint, Diagnostic};

use super::{Arg, Texts};

/// A text's id with what stands in it.
type Said<'a> = (&'static str, Vec<(&'static str, Arg<'a>)>);

impl Texts {
    /// What was found: lower case, no full stop.
    ///
    /// ```
    /// use mestring::text::Texts;
    /// use mestring_model::Lang;
    /// use mestring_rules::Complaint;
    ///
    /// let complaint = Complaint::UnusedVariable { name: "many".to_owned() };
    /// assert_eq!(complaint.to_string(), "nothing reads `many`");
    /// assert_eq!(Texts::new(Lang::Nb).complaint(&complaint), "ingenting leser `many`");
    /// assert_eq!(Texts::new(Lang::Nn).advice(&complaint), "ta det bort, eller bruk det");
    /// ```
    pub fn complaint(&self, own: &Complaint) -> String {
        if let Complaint::TomlSlip(slip) = own {
            return self.found(&Problem::Toml(slip.clone()));
        }
        if let Some(wording) = own.wording() {
            return self.fault(&wording);
        }
        match message::of(self, own) {
            Some((id, args)) => self.say(id, &args),
            None => own.to_string(),
        }
    }

    /// What would be right: lower case, no full stop; empty where nothing is to be added.
    pub fn advice(&self, own: &Complaint) -> String {
        if let Complaint::TomlSlip(slip) = own {
            return self.remedy(&Problem::Toml(slip.clone()));
        }
        if let Some(wording) = own.wording() {
            return self.fault_advice(&wording);
        }
        match advice::of(self, own) {
            Some((id, args)) => self.say(id, &args),
            None => own.help(),
        }
    }

    /// Several lines on a diagnostic, as [`Diagnostic::render`] lays them out.
    pub fn diagnostic(&self, own: &Diagnostic) -> String {
        let severity = self.severity(own.severity);
        let head = format!(
            "{severity} {}: {}",
            own.code,
            self.complaint(&own.complaint)
        );
        let advice = self.advice(&own.complaint);
        let labelled = |id: &str, text: &str| match text {
            "" => String::new(),
            text => format!("{}: {text}", self.plain(id)),
        };
        let because = labelled("rules-because", own.complaint.because());
        own.laid_out(&head, &[because, labelled("rules-help", &advice)])
    }

    fn sort(&self, sort: Sort) -> String {
        self.plain(match sort {
            Sort::YesNo => "rules-sort-yes-no",
            Sort::Whole => "rules-sort-whole",
            Sort::Number => "rules-sort-number",
            Sort::Word => "rules-sort-word",
            Sort::Text => "rules-sort-text",
            Sort::Numbers => "rules-sort-numbers",
            Sort::Texts => "rules-sort-texts",
            Sort::List => "rules-sort-list",
            Sort::Range => "rules-sort-range",
            Sort::Nothing => "rules-sort-nothing",
        })
    }

    fn takes(&self, takes: Takes) -> String {
        match takes {
            Takes::YesNo => self.plain("rules-takes-yes-no"),
            Takes::Measure => self.plain("rules-takes-measure"),
            Takes::Whole => self.plain("rules-takes-whole"),
            Takes::Word(words) => {
                let words: Vec<&str> = words.iter().map(|word| word.code).collect();
                let words = words.join("`, `");
                self.say("rules-takes-word", &[("words", words.into())])
            }
            Takes::Relation => self.plain("rules-takes-relation"),
        }
    }

    fn answer(&self, yes: bool) -> String {
        let answer = if yes { "yes" } else { "no" };
        self.say("rules-answer", &[("answer", answer.into())])
    }

    /// `a and b and c`.
    fn all(&self, items: impl IntoIterator<Item = String>) -> String {
        let joined = items.into_iter().reduce(|first, last| {
            let args = [("first", first.into()), ("last", last.into())];
            self.say("rules-and", &args)
        });
        joined.unwrap_or_default()
    }
}

/// The name that was probably meant, or those that there are.
fn among(among: &Among) -> Option<Said<'_>> {
    match &among.nearest {
        Some(near) => Some(("rules-near", vec![("near", near.into())])),
        None if among.all.is_empty() => None,
        None => Some(("rules-one-of", vec![("all", among.all.join("`, `").into())])),
    }
}

#[cfg(test)]
mod tests;
