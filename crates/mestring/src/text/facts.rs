//! Facts that rules read, in words.

use mestring_model::Fact;
use mestring_model::facts::{FactDecl, FactValue, Judged};

use super::Texts;

impl Texts {
    /// What a fact is called: its declared Norwegian term, or its name with spaces.
    pub fn fact_name(&self, judged: Judged, name: &str) -> String {
        match judged.fact(name) {
            Some((_, decl)) => self.decl_name(decl),
            None => name.replace('_', " "),
        }
    }

    fn decl_name(&self, decl: &FactDecl) -> String {
        match self.lang() {
            mestring_model::Lang::En => decl.name.replace('_', " "),
            mestring_model::Lang::Nb => decl.nb.to_owned(),
            mestring_model::Lang::Nn => decl.nn.to_owned(),
        }
    }

    /// What is known of a fact: its value with its unit, or that nobody says.
    pub fn fact_value(&self, judged: Judged, name: &str, value: &Fact<FactValue>) -> String {
        let decl = judged.fact(name).map(|(_, decl)| decl);
        match value {
            Fact::NotStated => self.plain("facts-not-stated"),
            Fact::Unknown => self.plain("facts-unknown"),
            Fact::Known(value) => self.known_value(decl, value),
        }
    }

    fn known_value(&self, decl: Option<&FactDecl>, value: &FactValue) -> String {
        let unit = decl.and_then(|decl| decl.unit);
        let listed = |code: &str| {
            let words = decl.map_or(&[][..], |decl| decl.kind.words());
            let word = words.iter().find(|word| word.code == code);
            word.map_or_else(|| code.to_owned(), |word| word.term(self.lang()))
        };
        match value {
            FactValue::Bool(yes) => self.yes_no(*yes),
            FactValue::Int(number) => self.with_unit(unit, *number),
            FactValue::Number(number) => self.measure(unit, *number),
            FactValue::Text(text) => listed(text),
            FactValue::List(texts) if texts.is_empty() => self.plain("facts-none"),
            FactValue::List(texts) => self.list(texts.iter().map(|text| listed(text))),
        }
    }

    /// A number with its unit: `144 days`. The plural goes by the number where it is whole.
    pub fn measure(&self, unit: Option<&str>, number: f64) -> String {
        // Every whole number that a float counts exactly is one of i64.
        let whole = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
        match unit {
            Some("hours") => self.say("unit-hours-text", &[("amount", self.number(number).into())]),
            _ if whole => self.with_unit(unit, number as i64),
            _ => self.number(number),
        }
    }

    /// Yes or no.
    pub fn yes_no(&self, yes: bool) -> String {
        self.plain(if yes { "facts-yes" } else { "facts-no" })
    }

    fn with_unit(&self, unit: Option<&str>, number: i64) -> String {
        let id = match unit {
            Some("days") => "unit-days",
            Some("years") => "unit-years",
            Some("hours") => "unit-hours",
            Some("minutes") => "unit-minutes",
            Some("months") => "unit-months",
            Some("runs") => "unit-runs",
            Some("persons") => "unit-persons",
            Some("sessions") => "unit-sessions",
            Some("seats") => "unit-seats",
            Some("pieces") => "unit-pieces",
            Some("percent") => "unit-percent",
            _ => "unit-none",
        };
        self.say(id, &[("count", number.into())])
    }
}
