//! The parameters of `pack.toml`: names, types and dates that fit together.

use std::collections::BTreeSet;
use std::mem::discriminant;

use toml::Spanned;

use super::Reading;
use super::wire::{self, date, fact_value, not_finite, written_date};
use crate::complaint::PackFault;
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
                let name = id.clone();
                self.at(&own.id, PackFault::ParameterName { name });
            }
            if !seen.insert(id) {
                let name = id.clone();
                self.at(&own.id, PackFault::ParameterTwice { name });
                continue;
            }
            self.filled(&own.source, PackFault::EmptySource);
            let values = self.values(own);
            if own.values.get_ref().is_empty() {
                let name = id.clone();
                self.at(&own.values, PackFault::ParameterEmpty { name });
            }
            if values.is_empty() {
                continue;
            }
            parameters.push(Parameter {
                id: id.clone(),
                unit: own.unit.clone(),
                source: own.source.get_ref().clone(),
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
                let date = |own: &Spanned<toml::Value>, such| PackFault::NotADate {
                    such: written_date(own.get_ref(), such),
                };
                match (from, value, &written.until) {
                    (None, ..) => self.at(&written.from, date(&written.from, "2026-01-01")),
                    (_, None, _) => {
                        let text = not_finite(written.value.get_ref());
                        let number = text.map(|text| PackFault::NotFinite { text });
                        self.at(&written.value, number.unwrap_or(PackFault::NotAValue));
                    }
                    (_, _, Some(until)) => self.at(until, date(until, "2026-12-31")),
                    _ => {}
                }
                continue;
            };
            let until = until.flatten();
            if let Some(until) = until.filter(|until| *until < from) {
                self.at(&written.from, PackFault::EndsFirst { until, from });
            }
            if let Some(before) = values.last() {
                if before.from >= from || before.until.is_some_and(|until| until >= from) {
                    self.at(&written.from, PackFault::StillHolds { from });
                }
                if let Some(until) = before.until
                    && until < from
                    && until.succ_opt() != Some(from)
                {
                    self.at(&written.from, PackFault::NoValueBetween { until, from });
                }
                if discriminant(&before.value) != discriminant(&value) {
                    self.at(&written.value, PackFault::ValuesDiffer);
                }
            }
            values.push(DatedValue { from, until, value });
        }
        values
    }
}
