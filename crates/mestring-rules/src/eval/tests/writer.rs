//! Scripts put together from a row of choices, nearly all of which the check accepts.

use super::{DECIMAL, WHOLE};

/// The facts that the scripts read.
pub const FACTS: &[&str] = &[
    "activity",
    "referral",
    "focus_group",
    "sessions",
    "seats",
    "waiting",
    "longest_wait_days",
    "hours",
    "format",
    "level",
    "title",
    "professions",
];

/// The type of an expression.
#[derive(Clone, Copy, PartialEq)]
pub enum Of {
    Bool,
    Int,
    Number,
    Format,
    Title,
}

pub struct Writer<'a> {
    choices: std::slice::Iter<'a, u8>,
    /// The variables in sight.
    variables: Vec<(String, Of)>,
    named: usize,
    /// Inside a helper, which sees no record.
    helper: bool,
}

impl<'a> Writer<'a> {
    pub fn new(choices: &'a [u8]) -> Self {
        Writer {
            choices: choices.iter(),
            variables: Vec::new(),
            named: 0,
            helper: false,
        }
    }

    /// A script of points, with three helpers.
    pub fn script(mut self) -> String {
        let mut out = String::from("// What: a test. Why: it is one. Source: local choice.\n");
        for (name, of) in [("f", Of::Number), ("g", Of::Int), ("h", Of::Bool)] {
            self.helper = true;
            self.variables = vec![("x".to_owned(), Of::Int), ("y".to_owned(), Of::Number)];
            let body = self.body(of, 2);
            out += &format!("fn {name}(x, y) {{\n{body}}}\n");
        }
        self.helper = false;
        self.variables.clear();
        let body = self.body(Of::Number, 3);
        out += &body;
        out
    }

    fn choose(&mut self, among: usize) -> usize {
        usize::from(self.choices.next().copied().unwrap_or(0)) % among
    }

    fn pick(&mut self, among: &[&str]) -> String {
        among[self.choose(among.len())].to_owned()
    }

    fn kind(&mut self, among: &[Of]) -> Of {
        among[self.choose(among.len())]
    }

    fn name(&mut self) -> String {
        self.named += 1;
        format!("v{}", self.named)
    }

    /// Statements, and a value at the end.
    fn body(&mut self, of: Of, depth: u32) -> String {
        let outer = self.variables.len();
        let mut out = String::new();
        for _ in 0..self.choose(4) {
            out += &self.statement(of, depth);
        }
        out += &self.value(of, depth);
        out.push('\n');
        self.variables.truncate(outer);
        out
    }

    /// A statement; `of` is what a `return` gives.
    fn statement(&mut self, of: Of, depth: u32) -> String {
        match self.choose(8) {
            0 | 1 => {
                let own = self.kind(&[Of::Bool, Of::Int, Of::Number, Of::Number, Of::Format]);
                let value = self.value(own, depth);
                let name = self.name();

                self.variables.push((name.clone(), own));
                format!("let {name} = {value};\n")
            }
            2 | 3 => self.change(depth),
            4 if depth > 0 => {
                let condition = self.value(Of::Bool, depth - 1);
                let answer = self.value(of, depth - 1);
                format!("if {condition} {{ return {answer}; }}\n")
            }
            5 | 6 if depth > 0 => {
                let condition = self.value(Of::Bool, depth - 1);
                let outer = self.variables.len();
                let then = self.statement(of, depth - 1);
                self.variables.truncate(outer);
                let otherwise = self.statement(of, depth - 1);
                self.variables.truncate(outer);
                format!("if {condition} {{ {then} }} else {{ {otherwise} }}\n")
            }
            7 if depth > 0 => {
                let subject = self.value(Of::Int, depth - 1);
                let outer = self.variables.len();
                let one = self.change(depth - 1);
                let other = self.change(depth - 1);
                self.variables.truncate(outer);
                format!("switch {subject} {{ 3 | 7 => {{ {one} }}, 0..=60 => {{ {other} }} }}\n")
            }
            _ => self.change(depth),
        }
    }

    /// A change of a variable, where one is in sight.
    fn change(&mut self, depth: u32) -> String {
        if self.variables.is_empty() {
            return String::new();
        }
        let at = self.choose(self.variables.len());
        let (name, of) = self.variables[at].clone();
        let operator = match of {
            Of::Int | Of::Number => self.pick(&["=", "+=", "-=", "*=", "/=", "%="]),
            _ => "=".to_owned(),
        };
        let with = match of {
            // A whole number is taken into one with decimals.
            Of::Number if operator != "=" && self.choose(2) == 0 => Of::Int,
            // Now and then a whole number gets decimals; what the check allows is compared.
            Of::Int if self.choose(6) == 0 => Of::Number,
            other => other,
        };
        let value = self.value(with, depth);
        format!("{name} {operator} {value};\n")
    }

    fn leaf(&mut self, of: Of) -> String {
        let own: Vec<String> = self
            .variables
            .iter()
            .filter(|(_, kind)| *kind == of)
            .map(|(name, _)| name.clone())
            .collect();
        if !own.is_empty() && self.choose(3) == 0 {
            return own[self.choose(own.len())].clone();
        }
        if self.helper || self.choose(6) == 0 {
            return match of {
                Of::Bool => self.pick(&["true", "false"]),
                Of::Int => whole(WHOLE[self.choose(WHOLE.len())]),
                Of::Number => decimal(DECIMAL[self.choose(DECIMAL.len())]),
                Of::Format => self.pick(&["\"physical\"", "\"hybrid\""]),
                Of::Title => self.pick(&["\"\"", "\"Lunge\"", "\"ol\""]),
            };
        }
        self.pick(match of {
            Of::Bool => &[
                "run.activity",
                "run.referral",
                "run.focus_group",
                "known(run.seats)",
                "(run.activity ?? false)",
                "known(run.hours)",
                "run.professions.is_empty()",
            ],
            Of::Int => &[
                "run.sessions",
                "run.seats",
                "run.waiting",
                "run.longest_wait_days",
                "p.least",
                "(run.seats ?? 4)",
                "(run.sessions ?? run.waiting ?? 3)",
                "run.professions.len()",
                "run.title.len()",
            ],
            Of::Number => &["run.hours", "p.share", "(run.hours ?? 0.15)", "run.hours"],
            Of::Format => &["run.format", "(run.format ?? \"hybrid\")"],
            Of::Title => &["run.title", "(run.title ?? \"Lunge\")"],
        })
    }

    fn value(&mut self, of: Of, depth: u32) -> String {
        if depth == 0 {
            return self.leaf(of);
        }
        let below = depth - 1;
        match self.choose(8) {
            0 => {
                let condition = self.value(Of::Bool, below);
                let (then, other) = (self.value(of, below), self.value(of, below));
                format!("(if {condition} {{ {then} }} else {{ {other} }})")
            }
            1 => self.switch(of, below),
            2 => {
                let outer = self.variables.len();
                let first = self.statement(of, 0);
                let value = self.value(of, below);
                self.variables.truncate(outer);
                format!("({{ {first} {value} }})")
            }
            3 => self.leaf(of),
            _ => self.operation(of, below),
        }
    }

    fn switch(&mut self, of: Of, depth: u32) -> String {
        let (subject, cases) = match self.choose(3) {
            0 => (Of::Format, ["\"physical\" | \"relayed\"", "\"hybrid\""]),
            1 => (Of::Int, ["3 | 4", "0..60"]),
            _ => (Of::Int, ["1..=7", "2..61"]),
        };
        let subject = self.value(subject, depth);
        let guard = match self.choose(2) {
            0 => format!(" if {}", self.value(Of::Bool, depth)),
            _ => String::new(),
        };
        let values: Vec<String> = (0..3).map(|_| self.value(of, depth)).collect();
        let [one, other] = cases;
        format!(
            "(switch {subject} {{ {one}{guard} => {}, {other} => {}, _ => {} }})",
            values[0], values[1], values[2]
        )
    }

    fn operation(&mut self, of: Of, depth: u32) -> String {
        let two = |own: &mut Self, of: Of| (own.value(of, depth), own.value(of, depth));
        match of {
            Of::Bool => match self.choose(9) {
                0 => {
                    let (left, right) = two(self, Of::Bool);
                    format!("({left} && {right})")
                }
                1 => {
                    let (left, right) = two(self, Of::Bool);
                    format!("({left} || !{right})")
                }
                2 => {
                    let (left, right) = two(self, Of::Format);
                    let sign = self.pick(&["==", "!="]);
                    format!("({left} {sign} {right})")
                }
                3 => {
                    let word = self.value(Of::Format, depth);
                    let list = self.pick(&["[\"physical\", \"relayed\"]", "p.formats"]);
                    match (self.helper, self.choose(2)) {
                        (true, _) => format!("({word} in [\"physical\"])"),
                        (false, 0) => format!("({word} in {list})"),
                        (false, _) => format!("({word} in [run.format, \"hybrid\"])"),
                    }
                }
                4 => {
                    let (item, most) = two(self, Of::Int);
                    let range = self.pick(&["1..", "0..="]);
                    format!("({item} in {range}{most})")
                }
                5 => {
                    let (left, right) = two(self, Of::Title);
                    let call = self.pick(&["contains", "starts_with", "ends_with"]);
                    format!("{left}.{call}({right})")
                }
                6 => self.helper_call("h", depth),
                _ => {
                    let sign = self.pick(&["<", "<=", ">", ">=", "==", "!="]);
                    let kinds = &[Of::Int, Of::Number, Of::Number];
                    let (left, right) = (self.kind(kinds), self.kind(kinds));
                    let (left, right) = (self.value(left, depth), self.value(right, depth));
                    format!("({left} {sign} {right})")
                }
            },
            Of::Int => match self.choose(6) {
                0 => format!("abs({})", self.value(Of::Int, depth)),
                1 => format!("{}.to_int()", self.value(Of::Number, depth)),
                2 => {
                    let (left, right) = two(self, Of::Int);
                    let call = self.pick(&["min", "max"]);
                    match self.choose(2) {
                        0 => format!("{call}({left}, {right})"),
                        _ => format!("{left}.{call}({right}).max(1)"),
                    }
                }
                3 => self.helper_call("g", depth),
                4 => format!("(-{})", self.value(Of::Int, depth)),
                _ => {
                    let (left, right) = two(self, Of::Int);
                    let sign = self.pick(&["+", "-", "*", "/", "%", "**"]);
                    format!("({left} {sign} {right})")
                }
            },
            Of::Number => match self.choose(7) {
                0 => {
                    let call = self.pick(&["abs", "floor", "ceiling", "round", "to_float"]);
                    format!("{call}({})", self.value(Of::Number, depth))
                }
                1 => format!("{}.to_float()", self.value(Of::Int, depth)),
                2 => {
                    let call = self.pick(&["min", "max"]);
                    let (left, right) = (self.value(Of::Number, depth), self.value(Of::Int, depth));
                    match self.choose(3) {
                        0 => format!("{call}({left}, {right})"),
                        1 => format!("{right}.{call}({left})"),
                        _ => {
                            let third = self.value(Of::Number, depth);
                            format!("{right}.{call}({left}).{call}({third})")
                        }
                    }
                }
                3 => self.helper_call("f", depth),
                4 => format!("(-{})", self.value(Of::Number, depth)),
                _ => {
                    let sign = self.pick(&["+", "-", "*", "/", "%", "**"]);
                    let other = self.kind(&[Of::Int, Of::Number]);
                    let (left, right) = (self.value(Of::Number, depth), self.value(other, depth));
                    match self.choose(2) {
                        0 => format!("({left} {sign} {right})"),
                        _ => format!("({right} {sign} {left})"),
                    }
                }
            },
            Of::Format | Of::Title => self.leaf(of),
        }
    }

    /// A call of one of the helpers; helpers call none.
    fn helper_call(&mut self, name: &str, depth: u32) -> String {
        if self.helper {
            return match name {
                "h" => self.leaf(Of::Bool),
                "g" => self.leaf(Of::Int),
                _ => self.leaf(Of::Number),
            };
        }
        let (x, y) = (self.value(Of::Int, depth), self.value(Of::Number, depth));
        format!("{name}({x}, {y})")
    }
}

fn whole(number: i64) -> String {
    match number {
        // The least whole number cannot be written as it stands.
        i64::MIN => "(-9223372036854775807 - 1)".to_owned(),
        number if number < 0 => format!("({number})"),
        number => number.to_string(),
    }
}

fn decimal(number: f64) -> String {
    format!("{number:?}")
}
