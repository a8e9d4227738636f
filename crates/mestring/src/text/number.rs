//! Numbers as the language writes them.

use fluent_bundle::FluentValue;
use mestring_model::Lang;
use mestring_model::quantity::Ore;

use super::Texts;

/// A number in a text: how Fluent's own numbers are written.
pub(super) fn formatted(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(&number.value.to_string(), lang)),
        _ => None,
    }
}

/// Digits with the language's decimal mark, and in groups of three from five digits on: numbers of
/// four digits are written together in Norwegian.
fn written(number: &str, lang: Lang) -> String {
    let (mark, gap) = match lang {
        Lang::En => (".", ","),
        // A space that does not break the line.
        Lang::Nb | Lang::Nn => (",", "\u{a0}"),
    };
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(at);
        if whole.len() > 4 && at > 0 && left.is_multiple_of(3) {
            text.push_str(gap);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push_str(mark);
        text.push_str(fraction);
    }
    text
}

impl Texts {
    /// A number with as many decimals as it has, at most two.
    pub fn number(&self, number: f64) -> String {
        let rounded = (number * 100.0).round() / 100.0;
        // Minus zero would print its sign.
        written(&(rounded + 0.0).to_string(), self.lang())
    }

    /// A number with a fixed count of decimals: `0.40`.
    pub fn decimal(&self, number: f64, decimals: usize) -> String {
        written(&format!("{number:.decimals$}"), self.lang())
    }

    /// A count.
    pub fn count(&self, count: usize) -> String {
        written(&count.to_string(), self.lang())
    }

    /// An amount in kroner.
    pub fn money(&self, amount: Ore) -> String {
        let amount = written(&amount.to_string(), self.lang());
        self.say("unit-kroner", &[("amount", amount.into())])
    }

    /// A length of time, given in minutes, in hours.
    pub fn minutes(&self, minutes: i64) -> String {
        // Minutes of a budget lie far below the 2^53 that a float counts exactly.
        self.measure(Some("hours"), minutes as f64 / 60.0)
    }

    /// A share given in basis points, in percent, with at most one decimal.
    pub fn percent(&self, basis_points: u32) -> String {
        let tenths = (basis_points + 5) / 10;
        let text = match tenths % 10 {
            0 => (tenths / 10).to_string(),
            rest => format!("{}.{rest}", tenths / 10),
        };
        let amount = written(&text, self.lang());
        self.say("unit-percent-text", &[("amount", amount.into())])
    }
}
