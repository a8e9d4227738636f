//! The parameters of `pack.toml`: names, types and dates that fit together.

use std::collections::BTreeSet;
use std::mem::discriminant;

use toml::Spanned;

use super::Reading;
use super::wire::{self, date, fact_value};
use crate::diagnostic;
use crate::parameter::{DatedValue, Parameter};

impl Reading<'_> {
    pub(super) fn parameters(&mut self, wire: &wire::Pack) -> Vec<Parameter> {
        let mut seen = BTreeSet::new();
        let mut parameters = Vec::new();
        for own in &wire.parameter {
            let id = own.id.get_ref();
            let fine = id.starts_with(|first: char| first.is_ascii_lowercase())
                && id
                    .chars()
                    .all(|l| l.is_ascii_lowercase() || l.is_ascii_digit() || l == '_');
            if !fine {
                let message = format!("`{id}` is no name of a parameter");
                let help = "use small letters a to z, digits and `_`".to_owned();
                self.at(diagnostic::WRONG_PARAMETER, &own.id, message, help);
            }
            if !seen.insert(id) {
                let message = format!("the parameter `{id}` stands here twice");
                let help = "give it several values instead".to_owned();
                self.at(diagnostic::WRONG_PARAMETER, &own.id, message, help);
                continue;
            }
            let values = self.values(own);
            if own.values.get_ref().is_empty() {
                let message = format!("the parameter `{id}` has no value");
                self.at(
                    diagnostic::WRONG_PARAMETER,
                    &own.values,
                    message,
                    String::new(),
                );
            }
            if values.is_empty() {
                continue;
            }
            parameters.push(Parameter {
                id: id.clone(),
                unit: own.unit.clone(),
                source: own.source.clone(),
                values,
            });
        }
        parameters.sort_by(|a, b| a.id.cmp(&b.id));
        parameters
    }

    fn values(&mut self, own: &wire::Parameter) -> Vec<DatedValue> {
        let mut values: Vec<DatedValue> = Vec::new();
        for written in own.values.get_ref() {
            let from = date(written.from.get_ref());
            let until = written.until.as_ref().map(|until| date(until.get_ref()));
            let value = fact_value(written.value.get_ref());
            let (Some(from), None | Some(Some(_)), Some(value)) = (from, until, value.clone())
            else {
                let (place, what) = match (from, value) {
                    (None, _) => (written.from.span(), "a date, such as 2026-01-01"),
                    (_, None) => (written.value.span(), "yes/no, a number, a text or texts"),
                    _ => {
                        let until = written.until.as_ref();
                        (
                            until.map_or(0..0, Spanned::span),
                            "a date, such as 2026-12-31",
                        )
                    }
                };
                let message = format!("this must be {what}");
                self.out.push(
                    self.source
                        .bytes(diagnostic::WRONG_PARAMETER, place, message, ""),
                );
                continue;
            };
            let until = until.flatten();
            if let Some(until) = until.filter(|until| *until < from) {
                let message = format!("the value holds until {until}, before it begins on {from}");
                self.at(
                    diagnostic::WRONG_PARAMETER,
                    &written.from,
                    message,
                    String::new(),
                );
            }
            if let Some(before) = values.last() {
                if before.from >= from || before.until.is_some_and(|until| until >= from) {
                    let message = format!("a value from {from} stands after one that still holds");
                    let help = "put the earliest first, each after the end of the one before";
                    self.at(
                        diagnostic::WRONG_PARAMETER,
                        &written.from,
                        message,
                        help.to_owned(),
                    );
                }
                if let Some(until) = before.until
                    && until < from
                    && until.succ_opt() != Some(from)
                {
                    let message = format!("no value holds between {until} and {from}");
                    let help =
                        "let the earlier value hold until the day before, or take its `until` away";
                    self.at(diagnostic::GAP, &written.from, message, help.to_owned());
                }
                if discriminant(&before.value) != discriminant(&value) {
                    let message = "the values of a parameter are of one type".to_owned();
                    let help = "write whole numbers with `.0` where others have decimals";
                    self.at(
                        diagnostic::WRONG_PARAMETER,
                        &written.value,
                        message,
                        help.to_owned(),
                    );
                }
            }
            values.push(DatedValue { from, until, value });
        }
        values
    }
}
