//! What a code means: one of the check of rules with its example, any other with what would be right;
//! without a code, the list of all.

use mestring::report::json;
use mestring_model::{Lang, Severity, finding};
use mestring_rules::diagnostic;
use mestring_rules::explain::{Explanation, explain, explanations};
use serde_json::{Value, json};

use crate::RESULT;
use crate::args::Common;
use crate::error::CommandError;
use crate::output::Output;

/// The letters that codes begin with, and the text of what each is about.
const FAMILIES: [(char, &str); 6] = [
    ('A', "cli-codes-people"),
    ('C', "cli-codes-questions"),
    ('D', "cli-codes-desk"),
    ('F', "cli-codes-frames"),
    ('R', "cli-codes-rules"),
    ('X', "cli-codes-files"),
];

/// A code of the product.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Code {
    /// Of the check of rules, which explains it in three languages.
    Rule(&'static Explanation),
    /// Another, of which the lists say in English what it means.
    Other(Other),
}

/// A code of a finding or an error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Other {
    id: &'static str,
    severity: Severity,
    meaning: &'static str,
    /// What would be right; none where findings of the code differ in that.
    remedy: Option<&'static str>,
}

impl Code {
    /// The code that somebody names, in small letters or capitals.
    pub(crate) fn parse(text: &str) -> Option<Code> {
        let asked = text.trim();
        let other = || {
            others()
                .into_iter()
                .find(|own| own.id.eq_ignore_ascii_case(asked))
        };
        explain(asked)
            .map(Code::Rule)
            .or_else(|| other().map(Code::Other))
    }

    /// Every code, in order.
    pub(crate) fn all() -> Vec<Code> {
        let rules = explanations().map(Code::Rule);
        let mut all: Vec<Code> = rules.chain(others().into_iter().map(Code::Other)).collect();
        all.sort_by_key(Code::id);
        all
    }

    /// The code itself, such as `R103`.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Code::Rule(own) => own.code.id,
            Code::Other(own) => own.id,
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Code::Rule(own) => own.code.severity,
            Code::Other(own) => own.severity,
        }
    }

    /// One line on what it means: of rules in the language, of others in English.
    fn line(&self, lang: Lang) -> &'static str {
        match self {
            Code::Rule(own) if lang == Lang::En => own.code.meaning.trim_end_matches('.'),
            Code::Rule(own) => {
                let text = own.text(lang);
                text.split_once(". ")
                    .map_or(text, |(first, _)| first)
                    .trim_end_matches('.')
            }
            Code::Other(own) => own.meaning,
        }
    }
}

/// Every code that is not of the check of rules.
fn others() -> Vec<Other> {
    let findings = finding::CODES.iter().map(|(id, meaning)| {
        let own: Vec<_> = finding::declared().filter(|own| own.code == *id).collect();
        let one = match own.as_slice() {
            [one] => Some(one.without.unwrap_or(one.remedy)).filter(|text| !text.contains('{')),
            _ => None,
        };
        Other {
            id,
            severity: own.first().map_or(Severity::Note, |own| own.severity),
            meaning,
            remedy: one.filter(|text| !text.is_empty()),
        }
    });
    let mut all: Vec<Other> = findings.collect();
    let errors = [
        mestring_exchange::code::CODES,
        mestring::codes::CODES,
        crate::CODES,
    ];
    for (id, meaning, remedy) in errors.into_iter().flatten() {
        match all.iter_mut().find(|own| own.id == *id) {
            Some(own) => own.remedy = own.remedy.or(Some(remedy)),
            None => all.push(Other {
                id,
                severity: Severity::Error,
                meaning,
                remedy: Some(remedy),
            }),
        }
    }
    all.retain(|own| diagnostic::CODES.iter().all(|rule| rule.id != own.id));
    all
}

/// Prints what a code means, or the list of all.
pub(super) fn run(
    common: &Common,
    code: Option<Code>,
    output: &mut Output<'_>,
) -> Result<u8, CommandError> {
    match code {
        None => list(common, output)?,
        Some(Code::Rule(own)) => rule(common, own, output)?,
        Some(Code::Other(own)) => other(common, own, output)?,
    }
    Ok(RESULT)
}

fn list(common: &Common, output: &mut Output<'_>) -> Result<(), CommandError> {
    let codes = Code::all();
    if common.json {
        let codes = codes.iter().map(|own| {
            json!({
                "code": own.id(),
                "severity": own.severity().code(),
                "meaning": own.line(common.lang),
            })
        });
        let codes = Value::Array(codes.collect());
        output.json(&json::document([("codes", codes)]))?;
        return Ok(());
    }
    let mut out = String::new();
    for (letter, title) in FAMILIES {
        let title = output.texts().say(title, &[]);
        out.push_str(&format!("{letter}: {title}\n"));
        for own in codes.iter().filter(|own| own.id().starts_with(letter)) {
            let severity = output.texts().severity(own.severity());
            out.push_str(&format!(
                "  {} {severity}: {}\n",
                own.id(),
                own.line(common.lang)
            ));
        }
        out.push('\n');
    }
    out.push_str(&(output.texts().say("cli-codes-next", &[]) + "\n"));
    output.bytes(out.as_bytes())?;
    Ok(())
}

/// A code of the check of rules, with its example.
fn rule(common: &Common, own: &Explanation, output: &mut Output<'_>) -> Result<(), CommandError> {
    let (id, text) = (own.code.id, own.text(common.lang));
    if common.json {
        let example = own
            .example
            .map(|example| json!({ "wrong": example.wrong, "right": example.right }));
        let explained = json!({
            "code": id,
            "severity": own.code.severity.code(),
            "meaning": own.code.meaning,
            "text": text,
            "example": example,
        });
        output.json(&json::document([("explained", explained)]))?;
        return Ok(());
    }
    let mut out = format!("{id}: {text}\n");
    if let Some(example) = own.example {
        for (title, text) in [
            ("cli-example-wrong", example.wrong),
            ("cli-example-right", example.right),
        ] {
            out.push_str(&format!("\n{}\n", output.texts().say(title, &[])));
            for line in text.lines() {
                let indent = if line.is_empty() { "" } else { "    " };
                out.push_str(&format!("{indent}{line}\n"));
            }
        }
    }
    output.bytes(out.as_bytes())?;
    Ok(())
}

/// Another code: what it means, what it is about, and where more is said.
fn other(common: &Common, own: Other, output: &mut Output<'_>) -> Result<(), CommandError> {
    let texts = output.texts();
    let remedy = own.remedy.unwrap_or_default();
    let family = FAMILIES
        .iter()
        .find(|(letter, _)| own.id.starts_with(*letter));
    let family = family
        .map(|(_, title)| texts.say(title, &[]))
        .unwrap_or_default();
    if common.json {
        let explained = json!({
            "code": own.id,
            "severity": own.severity.code(),
            "meaning": own.meaning,
            "text": own.meaning,
            "remedy": own.remedy,
            "example": null,
        });
        output.json(&json::document([("explained", explained)]))?;
        return Ok(());
    }
    let mut out = format!("{}: {}\n", own.id, own.meaning);
    if !remedy.is_empty() {
        let args = [("remedy", remedy.into())];
        out.push_str(&format!("\n{}\n", texts.say("cli-code-remedy", &args)));
    }
    let args = [
        ("code", own.id.into()),
        ("severity", texts.severity(own.severity).into()),
        ("family", family.into()),
    ];
    out.push_str(&format!("\n{}\n", texts.say("cli-code-more", &args)));
    output.bytes(out.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_every_crate_is_explained() {
        let all = Code::all();
        let mut ids: Vec<&str> = all.iter().map(Code::id).collect();
        assert!(ids.len() > 150, "only {} codes", ids.len());
        for own in &all {
            assert_eq!(Code::parse(own.id()).map(|own| own.id()), Some(own.id()));
            assert!(
                FAMILIES
                    .iter()
                    .any(|(letter, _)| own.id().starts_with(*letter)),
                "{}",
                own.id()
            );
            for lang in Lang::ALL {
                assert!(own.line(lang).len() > 10, "{}", own.id());
            }
        }
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "a code stands twice");
        for id in ["c031", " X124", "C037", "D011", "F001", "R201"] {
            assert!(Code::parse(id).is_some(), "{id}");
        }
        assert!(Code::parse("R999").is_none());
    }
}
