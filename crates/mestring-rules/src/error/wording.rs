//! The names of an error's texts, with what stands in them.

use super::{Given, RuleError};
use crate::complaint::{Sort, Value, Wording};
use crate::sandbox::HostError;

impl RuleError {
    /// The names of the texts of every kind of error; [`RuleError::Text`] has those of its diagnostic.
    pub const NAMES: &'static [&'static str] = &[
        "error-host",
        "error-not-yet-valid",
        "error-expired",
        "error-wrong-record",
        "error-stopped",
        "error-stopped-somewhere",
        "error-wrong-answer",
        "error-plugin",
    ];

    /// The name of its texts with what stands in them; none for a diagnostic, which has its own.
    pub fn wording(&self) -> Option<Wording<'_>> {
        Some(match self {
            RuleError::Text(_) => return None,
            RuleError::Host(own) => own.wording(),
            RuleError::NotYetValid {
                pack,
                parameter,
                as_of,
                from,
            } => Wording::helped(
                "error-not-yet-valid",
                vec![
                    ("parameter", text(parameter)),
                    ("pack", text(pack)),
                    ("date", Value::Date(*as_of)),
                    ("from", Value::Date(*from)),
                ],
            ),
            RuleError::Expired {
                pack,
                parameter,
                as_of,
                until,
            } => Wording::helped(
                "error-expired",
                vec![
                    ("parameter", text(parameter)),
                    ("pack", text(pack)),
                    ("date", Value::Date(*as_of)),
                    ("until", Value::Date(*until)),
                ],
            ),
            RuleError::WrongRecord { pack, wanted, got } => Wording::plain(
                "error-wrong-record",
                vec![
                    ("pack", text(pack)),
                    ("wanted", text(wanted.code())),
                    ("got", text(got.code())),
                ],
            ),
            RuleError::Stopped {
                pack,
                rule,
                line,
                column,
                why,
            } => {
                let mut args = vec![
                    ("pack", text(pack)),
                    ("rule", text(rule)),
                    ("why", Value::Said(why.wording())),
                ];
                let name = match line {
                    0 => "error-stopped-somewhere",
                    _ => {
                        args.push(("line", Value::Text(line.to_string().into())));
                        args.push(("column", Value::Text(column.to_string().into())));
                        "error-stopped"
                    }
                };
                match why.remedy() {
                    Some(remedy) => {
                        args.push(("remedy", Value::Named(remedy.name())));
                        Wording::helped(name, args)
                    }
                    None => Wording::plain(name, args),
                }
            }
            RuleError::WrongAnswer {
                pack,
                rule,
                answer,
                kind,
                wanted,
            } => {
                let args = vec![
                    ("pack", text(pack)),
                    ("rule", text(rule)),
                    ("answer", given(answer)),
                    ("kind", text(kind)),
                    ("takes", Value::Takes(*wanted)),
                ];
                match answer.is_no_number() {
                    true => Wording::helped("error-wrong-answer", args),
                    false => Wording::plain("error-wrong-answer", args),
                }
            }
            RuleError::Plugin {
                plugin,
                version,
                judged,
                failure,
            } => Wording::plain(
                "error-plugin",
                vec![
                    ("plugin", text(plugin)),
                    ("version", text(version)),
                    ("judged", text(judged.code())),
                    ("failure", Value::Text(failure.to_string().into())),
                ],
            ),
        })
    }
}

impl HostError {
    /// The name of its texts with what stands in them.
    pub(crate) fn wording(&self) -> Wording<'_> {
        let HostError { feature, effect } = self;
        let args = vec![
            ("feature", text(feature)),
            ("effect", Value::Named(effect.name())),
        ];
        Wording::helped("error-host", args)
    }
}

fn text(own: &str) -> Value<'_> {
    Value::Text(own.into())
}

fn given(own: &Given) -> Value<'_> {
    match own {
        Given::Answer(answer) => Value::Answer(answer),
        Given::Nothing => Value::Sort(Sort::Nothing),
        Given::Other(other) => text(other),
    }
}
