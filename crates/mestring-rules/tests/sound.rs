//! The check is sound: what it lets through has the types it says, and an unknown fact never passes
//! for a value. Scripts are put together at random; most are refused, and the rest are run.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::cell::Cell;

use mestring_model::facts::{FactRow, FactType, FactValue, Judged};
use mestring_model::{Answer, Fact};
use mestring_rules::{Pack, Plugins};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::files;

/// What an expression is meant to be; now and then another is put in its place.
#[derive(Clone, Copy)]
enum Meant {
    Bool,
    Number,
    Text,
    List,
}

/// Writes a script from a row of choices.
struct Writer<'a> {
    choices: std::slice::Iter<'a, u8>,
}

impl Writer<'_> {
    fn choose(&mut self, among: usize) -> usize {
        usize::from(self.choices.next().copied().unwrap_or(0)) % among
    }

    fn pick(&mut self, among: &[&str]) -> String {
        among[self.choose(among.len())].to_owned()
    }

    fn leaf(&mut self, meant: Meant) -> String {
        self.pick(match meant {
            Meant::Bool => &[
                "run.activity",
                "run.referral",
                "true",
                "known(run.seats)",
                "(run.activity ?? false)",
                "known(run.format)",
            ],
            Meant::Number => &[
                "run.sessions",
                "run.seats",
                "run.hours",
                "3",
                "2.5",
                "p.least",
                "a",
                "(run.seats ?? 4)",
                "(run.hours ?? run.sessions)",
            ],
            Meant::Text => &[
                "run.format",
                "run.format",
                "\"physical\"",
                "\"hybrid\"",
                "(run.format ?? \"hybrid\")",
                "run.title",
            ],
            Meant::List => &[
                "run.target_groups",
                "p.formats",
                "[\"physical\", \"hybrid\"]",
                "[]",
                "(run.target_groups ?? [])",
            ],
        })
    }

    fn write(&mut self, meant: Meant, depth: u32) -> String {
        use Meant::{Bool, List, Number, Text};
        let meant = match self.choose(40) {
            0 => [Bool, Number, Text, List][self.choose(4)],
            1 => return self.pick(&["()", "1..=4", "run", "p", "f", "{ let b = 1; }", "'x'"]),
            _ => meant,
        };
        if depth == 0 {
            return self.leaf(meant);
        }
        let below = depth - 1;
        match self.choose(5) {
            0 => {
                let condition = self.write(Bool, below);
                let then = self.write(meant, below);
                match self.choose(12) {
                    0 => format!("(if {condition} {{ {then} }})"),
                    1 => format!("({{ if {condition} {{ return a; }} {then} }})"),
                    _ => {
                        let other = self.write(meant, below);
                        format!("(if {condition} {{ {then} }} else {{ {other} }})")
                    }
                }
            }
            1 => {
                let (on, case) = match self.choose(2) {
                    0 => (self.write(Text, below), "\"physical\""),
                    _ => (self.write(Number, below), "2..5"),
                };
                let then = self.write(meant, below);
                let other = self.write(meant, below);
                format!("(switch {on} {{ {case} => {then}, _ => {other} }})")
            }
            2 => {
                let start = self.write(meant, below);
                format!("({{ let b{depth} = {start}; f(b{depth}) }})")
            }
            _ => self.operation(meant, below),
        }
    }

    fn operation(&mut self, meant: Meant, depth: u32) -> String {
        use Meant::{Bool, List, Number, Text};
        match meant {
            Bool => {
                let (left, operator, right) = match self.choose(5) {
                    0 => (Bool, "&&", Bool),
                    1 => (Bool, "||", Bool),
                    2 => (Text, "in", List),
                    3 => (Text, "==", Text),
                    _ => (Number, ["<", ">=", "==", "!="][self.choose(4)], Number),
                };
                let (left, right) = (self.write(left, depth), self.write(right, depth));
                let not = self.pick(&["", "!"]);
                format!("{not}({left} {operator} {right})")
            }
            Number => {
                let left = self.write(Number, depth);
                match self.choose(8) {
                    0 => format!("abs({left})"),
                    1 => format!("(-{left})"),
                    2 => format!("{}.len()", self.write(List, depth)),
                    3 => format!("min({left}, {})", self.write(Number, depth)),
                    _ => {
                        let operator = self.pick(&["+", "-", "*", "/", "%"]);
                        format!("({left} {operator} {})", self.write(Number, depth))
                    }
                }
            }
            Text | List => self.leaf(meant),
        }
    }
}

fn record() -> impl Strategy<Value = FactRow> {
    let fact = |name: &'static str| {
        let (_, decl) = Judged::Run.fact(name).unwrap();
        let value = match decl.kind {
            FactType::Bool => any::<bool>().prop_map(FactValue::Bool).boxed(),
            FactType::Int => (0..9_i64).prop_map(FactValue::Int).boxed(),
            FactType::Number => (0.0..9.0_f64).prop_map(FactValue::Number).boxed(),
            FactType::Listed(words) => prop::sample::select(words.to_vec())
                .prop_map(|word| FactValue::Text(word.code.into()))
                .boxed(),
            FactType::Text => Just(FactValue::Text("physical".into())).boxed(),
            FactType::TextList => Just(FactValue::List(["x".into()].into())).boxed(),
            FactType::ListedList(_) => Just(FactValue::List(["nurse".into()].into())).boxed(),
        };
        prop_oneof![1 => Just(Fact::NotStated), 3 => value.prop_map(Fact::Known)]
            .prop_map(move |value| (name, value))
            .boxed()
    };
    let names = [
        "sessions",
        "seats",
        "hours",
        "activity",
        "referral",
        "format",
        "title",
        "professions",
        "target_groups",
    ];
    names.map(fact).to_vec().prop_map(|facts| {
        let mut row = FactRow::unstated(Judged::Run);
        for (name, value) in facts {
            row.set(name, value).unwrap();
        }
        row
    })
}

#[test]
fn what_the_check_lets_through_keeps_its_types() {
    let (accepted, answered, told_nothing) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let config = Config {
        cases: 1_500,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = (
        prop::collection::vec(any::<u8>(), 10..120),
        prop::collection::vec(record(), 6),
    );
    TestRunner::new(config)
        .run(&strategy, |(choices, rows)| {
            for (kind, meant) in [("priority", Meant::Number), ("requirement", Meant::Bool)] {
                let mut writer = Writer {
                    choices: choices.iter(),
                };
                let start = writer.pick(&["1", "2.5", "run.sessions ?? 3"]);
                let expression = writer.write(meant, 3);
                let script = format!("fn f(x) {{ x }}\nlet a = {start};\n{expression}");
                let Ok(pack) = Pack::load(&files(kind, &script), &Plugins::default()) else {
                    continue;
                };
                accepted.set(accepted.get() + 1);
                let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
                for row in &rows {
                    match bench.judge(row).map(|own| own[0].clone()) {
                        Ok(verdict) => {
                            if let Answer::CannotTell { missing, .. } = &verdict.answer {
                                prop_assert!(!row.get(&missing[0]).unwrap().is_known());
                                told_nothing.set(told_nothing.get() + 1);
                            } else {
                                // What was read and not known was asked or assumed in the text, or makes
                                // no difference.
                                for read in verdict.read.iter().filter(|own| !own.value.is_known())
                                {
                                    let asked = format!("known(run.{})", read.name);
                                    let assumed = format!("run.{} ??", read.name);
                                    prop_assert!(
                                        script.contains(&asked)
                                            || script.contains(&assumed)
                                            || verdict.immaterial.contains(&read.name),
                                        "{script}"
                                    );
                                }
                                answered.set(answered.get() + 1);
                            }
                        }
                        Err(error) => {
                            let text = error.to_string();
                            let fine =
                                ["overflow", "division", "larger", "`inf`", "`-inf`", "`NaN`"];
                            prop_assert!(
                                fine.iter().any(|why| text.contains(why)),
                                "{script}\n{text}"
                            );
                        }
                    }
                }
            }
            Ok(())
        })
        .unwrap();
    let seen = (accepted.get(), answered.get(), told_nothing.get());
    assert!(
        seen.0 > 200 && seen.1 > 200 && seen.2 > 200,
        "too little was seen: {seen:?}"
    );
}
