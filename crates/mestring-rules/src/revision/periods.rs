//! In which periods a parameter has another value or unit from one version of a pack to another.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::facts::FactValue;

use crate::manifest::Manifest;
use crate::parameter::Parameter;

/// A parameter whose value or unit differs, on whatever day.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterRevision {
    /// Its name.
    pub id: String,
    /// The periods in which it differs, the earliest first; never empty. Two that follow each other
    /// differ in different ways.
    pub periods: Vec<Period>,
}

/// Days that follow each other on which a parameter differs in one way.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` where it never ends.
    pub until: Option<NaiveDate>,
    /// The value and unit in the old pack; `None` where it has none on these days.
    pub before: Option<ValueOnDate>,
    /// The value and unit in the new pack.
    pub after: Option<ValueOnDate>,
}

/// A parameter's value on a date, with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueOnDate {
    /// The value.
    pub value: FactValue,
    /// The unit, where it has one.
    pub unit: Option<String>,
}

impl ParameterRevision {
    /// The period that a day lies in; `None` where the parameter does not differ on that day.
    pub fn on(&self, day: NaiveDate) -> Option<&Period> {
        self.periods.iter().find(|own| own.holds(day))
    }
}

impl Period {
    /// True where a day lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The days from which a pack answers by other values, or is in force or no longer.
pub(super) fn days(own: &Manifest) -> BTreeSet<NaiveDate> {
    let next = |day: Option<NaiveDate>| day.and_then(|day| day.succ_opt());
    let validity = own.validity.from.into_iter();
    let validity = validity.chain(next(own.validity.until));
    let values = own.parameters.iter().flat_map(|own| {
        let periods = periods(None, Some(own));
        let ends = periods.iter().filter_map(|own| next(own.until));
        ends.chain(periods.iter().map(|own| own.from))
            .collect::<Vec<_>>()
    });
    validity.chain(values).collect()
}

/// The parameters that differ on some day, by name.
pub(super) fn parameters(before: &Manifest, after: &Manifest) -> Vec<ParameterRevision> {
    let by_id = |own: &'_ Manifest| -> BTreeMap<String, Parameter> {
        let declared = own.parameters.iter();
        declared.map(|own| (own.id.clone(), own.clone())).collect()
    };
    let (before, after) = (by_id(before), by_id(after));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let all = ids.into_iter().map(|id| ParameterRevision {
        id: id.clone(),
        periods: periods(before.get(id), after.get(id)),
    });
    all.filter(|own| !own.periods.is_empty()).collect()
}

fn periods(before: Option<&Parameter>, after: Option<&Parameter>) -> Vec<Period> {
    // A value can only change on the first day of one and on the day after the last of one.
    let values = before.into_iter().chain(after).flat_map(|own| &own.values);
    let days = values.flat_map(|own| {
        let ended = own.until.and_then(|until| until.succ_opt());
        std::iter::once(own.from).chain(ended)
    });
    let days: BTreeSet<NaiveDate> = days.collect();
    let mut all: Vec<Period> = Vec::new();
    for from in days {
        let (before, after) = (on(before, from), on(after, from));
        match all.last_mut() {
            Some(last) if (&last.before, &last.after) == (&before, &after) => {}
            last => {
                if let Some(last) = last {
                    last.until = from.pred_opt();
                }
                all.push(Period {
                    from,
                    until: None,
                    before,
                    after,
                });
            }
        }
    }
    all.retain(|own| own.before != own.after);
    all
}

fn on(parameter: Option<&Parameter>, day: NaiveDate) -> Option<ValueOnDate> {
    let own = parameter?;
    Some(ValueOnDate {
        value: own.on(day)?.clone(),
        unit: own.unit.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameter::DatedValue;
    use proptest::prelude::*;

    fn day(number: u64) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        first + chrono::Days::new(number)
    }

    fn parameter(values: &[(u64, Option<u64>, i64)]) -> Parameter {
        let values = values.iter().map(|(from, until, value)| DatedValue {
            from: day(*from),
            until: until.map(day),
            value: FactValue::Int(*value),
        });
        Parameter {
            id: "months".to_owned(),
            unit: None,
            source: "local choice".to_owned(),
            values: values.collect(),
        }
    }

    fn told(own: &Period) -> String {
        let value = |own: &Option<ValueOnDate>| match own {
            Some(own) => own.value.to_string(),
            None => "none".to_owned(),
        };
        let until = own.until.map_or("on".to_owned(), |own| own.to_string());
        let (before, after) = (value(&own.before), value(&own.after));
        format!("{} to {until}: {before} → {after}", own.from)
    }

    #[test]
    fn each_period_that_differs_stands_with_its_days() {
        let check = |before: Option<&[_]>, after: Option<&[_]>, expect: &[&str]| {
            let (before, after) = (before.map(parameter), after.map(parameter));
            let periods = periods(before.as_ref(), after.as_ref());
            let told: Vec<String> = periods.iter().map(told).collect();
            assert_eq!(told, expect);
        };
        let old: &[_] = &[(0, None, 24)];
        check(Some(old), Some(old), &[]);
        check(Some(old), None, &["2026-01-01 to on: 24 → none"]);
        check(None, Some(old), &["2026-01-01 to on: none → 24"]);
        let later: &[_] = &[(0, None, 24), (31, None, 12)];
        check(Some(old), Some(later), &["2026-02-01 to on: 24 → 12"]);
        // The same value said twice is one.
        let twice: &[_] = &[(0, None, 24), (31, None, 24)];
        check(Some(old), Some(twice), &[]);
        let ends: &[_] = &[(0, Some(30), 12), (59, None, 24)];
        check(
            Some(old),
            Some(ends),
            &[
                "2026-01-01 to 2026-01-31: 24 → 12",
                "2026-02-01 to 2026-02-28: 24 → none",
            ],
        );
    }

    proptest! {
        #[test]
        fn a_day_lies_in_a_period_exactly_when_the_two_values_of_that_day_differ(
            before in dated(), after in dated(),
        ) {
            let periods = periods(Some(&before), Some(&after));
            for at in 0..40 {
                let day = day(at);
                let holding: Vec<&Period> = periods.iter().filter(|own| own.holds(day)).collect();
                let values = (on(Some(&before), day), on(Some(&after), day));
                if values.0 == values.1 {
                    prop_assert!(holding.is_empty());
                } else {
                    prop_assert_eq!(holding.len(), 1);
                    prop_assert_eq!((&holding[0].before, &holding[0].after), (&values.0, &values.1));
                }
            }
        }
    }

    fn dated() -> impl Strategy<Value = Parameter> {
        let steps = prop::collection::vec((1..9_u64, prop::option::of(0..4_u64), 0..3_i64), 1..4);
        steps.prop_map(|steps| {
            let mut from = 0;
            let values = steps.into_iter().map(|(step, lasts, value)| {
                from += step;
                (from, lasts.map(|lasts| from + lasts.min(step)), value)
            });
            parameter(&values.collect::<Vec<_>>())
        })
    }
}
