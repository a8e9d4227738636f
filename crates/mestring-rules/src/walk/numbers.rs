//! Which numbers an expression can be, as far as the script and the units of the facts say.

use mestring_model::facts::Agreement;
use rhai::{ASTFlags, Expr, FnCallExpr, Token};

use super::arithmetic::Number;
use super::flow::{Range, Values, common, united, without};
use super::key::{comparison, key};
use super::{PARAMETERS, Walk};

const ZERO: Range = (0.0, 0.0);
const COUNT: Range = (0.0, f64::INFINITY);

/// True for the range that holds 0 and nothing else.
pub(super) fn is_zero(range: &Range) -> bool {
    *range == ZERO
}

impl Walk<'_> {
    /// Ranges outside of which an expression never lies at this place; none where that cannot be
    /// followed, or where what it is has no order.
    pub(super) fn numbers(&self, expr: &Expr) -> Option<Vec<Range>> {
        let own = self.own_numbers(expr);
        match key(expr) {
            Some(key) => self.bounded(&key, own),
            None => own,
        }
    }

    /// What is left of the ranges of an expression by what comparisons before have settled.
    fn bounded(&self, key: &str, own: Option<Vec<Range>>) -> Option<Vec<Range>> {
        let Some((bounds, _)) = self.flow.bounds.get(key) else {
            return own;
        };
        let Some(own) = own else {
            return Some(bounds.clone());
        };
        let left = common(&own, bounds);
        // A way on which nothing is left is never taken; it is not said here that it is none.
        Some(if left.is_empty() { own } else { left })
    }

    fn own_numbers(&self, expr: &Expr) -> Option<Vec<Range>> {
        if let Some(number) = Number::of(expr) {
            let number = number.decimal();
            return Some(vec![(number, number)]);
        }
        let settled = key(expr).and_then(|key| self.flow.values.get(&key));
        if let Some((Values::Numbers(ranges), _)) = settled {
            return Some(ranges.clone());
        }
        match expr {
            Expr::Coalesce(parts, _) => {
                let all: Option<Vec<Vec<Range>>> =
                    parts.iter().map(|part| self.numbers(part)).collect();
                Some(united(all?.concat()))
            }
            Expr::FnCall(call, _) => self.calculated(call),
            Expr::Dot(parts, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                self.dotted(&parts.lhs, &parts.rhs)
            }
            _ => None,
        }
    }

    /// `run.seats`, `p.least`, `run.seats.max(1)`, `x.max(1)`.
    fn dotted(&self, receiver: &Expr, rhs: &Expr) -> Option<Vec<Range>> {
        let Expr::Variable(own, ..) = receiver else {
            return self.after(self.numbers(receiver)?, rhs);
        };
        let (head, calls) = match rhs {
            Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                (&inner.lhs, Some(&inner.rhs))
            }
            other => (other, None),
        };
        let Expr::Property(property, _) = head else {
            return self.after(self.numbers(receiver)?, rhs);
        };
        let field = property.2.as_str();
        let key = format!("{}.{field}", own.1);
        let settled = self.flow.values.get(&key);
        let own = match settled {
            Some((Values::Numbers(ranges), _)) => ranges.clone(),
            _ if own.1 == PARAMETERS => self.parameter_numbers(field)?,
            _ => self.fact_numbers(field)?,
        };
        let own = self.bounded(&key, Some(own))?;
        match calls {
            Some(calls) => self.after(own, calls),
            None => Some(own),
        }
    }

    /// What a fact can be: by its unit, and at least 1 where it counts what a known fact tells more of.
    fn fact_numbers(&self, name: &str) -> Option<Vec<Range>> {
        let (least, most) = self.judged.fact(name)?.1.range();
        let told = self.judged.agreements().iter().any(|own| match own {
            Agreement::Detail { count, detail, .. } if *count == name => {
                let detail = self.judged.fact(detail);
                detail.is_some_and(|(place, _)| self.flow.known.contains_key(&place))
            }
            _ => false,
        });
        Some(vec![(if told { least.max(1.0) } else { least }, most)])
    }

    /// What the calls behind a dot make of something.
    fn after(&self, own: Vec<Range>, rhs: &Expr) -> Option<Vec<Range>> {
        match rhs {
            Expr::MethodCall(call, _) => self.called(&call.name, own, &call.args),
            Expr::Dot(inner, flags, _) if !flags.intersects(ASTFlags::NEGATED) => {
                self.after(self.after(own, &inner.lhs)?, &inner.rhs)
            }
            _ => None,
        }
    }

    /// The values that a parameter has on all dates.
    fn parameter_numbers(&self, name: &str) -> Option<Vec<Range>> {
        let numbers = &self.parameters.get(name)?.numbers;
        let points = numbers.iter().map(|number| (*number, *number)).collect();
        (!numbers.is_empty()).then(|| united(points))
    }

    /// What an operator or function gives.
    fn calculated(&self, call: &FnCallExpr) -> Option<Vec<Range>> {
        match (&call.op_token, call.args.as_slice()) {
            (Some(Token::UnaryMinus | Token::Minus), [only]) => Some(turned(self.numbers(only)?)),
            (Some(Token::Plus), [left, right]) => {
                Some(sums(&self.numbers(left)?, &self.numbers(right)?))
            }
            (Some(Token::Minus), [left, right]) => {
                let all = sums(&self.numbers(left)?, &turned(self.numbers(right)?));
                Some(if self.differ(left, right) {
                    without(&all, ZERO, false)
                } else {
                    all
                })
            }
            (Some(Token::Multiply), [left, right]) => {
                Some(products(&self.numbers(left)?, &self.numbers(right)?))
            }
            (Some(token @ (Token::Divide | Token::Modulo)), [left, right]) => {
                let divisor = Number::of(right)?.decimal().abs();
                let own = self.numbers(left)?;
                let whole = own.iter().all(|(least, _)| *least >= 0.0);
                let most = own.iter().fold(0.0, |most: f64, (_, own)| most.max(*own));
                // What a part is at least cannot be told without its kind: 1 / 2 is 0 or 0.5.
                let most = match token {
                    Token::Divide if divisor >= 1.0 => most,
                    Token::Modulo => divisor,
                    _ => f64::INFINITY,
                };
                whole.then(|| vec![(0.0, most)])
            }
            (None, [_]) if call.name == "len" => Some(vec![COUNT]),
            (None, [first, rest @ ..]) => self.called(&call.name, self.numbers(first)?, rest),
            _ => None,
        }
    }

    /// What a function gives whose first argument lies in ranges.
    fn called(&self, name: &str, own: Vec<Range>, rest: &[Expr]) -> Option<Vec<Range>> {
        let each = |change: fn(f64) -> f64| {
            let ranges = own
                .iter()
                .map(|(least, most)| (change(*least), change(*most)));
            Some(ranges.collect())
        };
        match (name, rest) {
            ("to_float", []) => Some(own),
            ("len", []) => Some(vec![COUNT]),
            ("floor", []) => each(f64::floor),
            ("ceiling", []) => each(f64::ceil),
            ("round", []) => each(f64::round),
            ("to_int", []) => each(f64::trunc),
            ("abs", []) => {
                let ranges = own.iter().map(|(least, most)| {
                    let (one, other) = (least.abs(), most.abs());
                    let nearest = if *least <= 0.0 && *most >= 0.0 {
                        0.0
                    } else {
                        one.min(other)
                    };
                    (nearest, one.max(other))
                });
                Some(ranges.collect())
            }
            ("min", [other]) => Some(pairs(&own, &self.numbers(other)?, f64::min)),
            ("max", [other]) => Some(pairs(&own, &self.numbers(other)?, f64::max)),
            _ => None,
        }
    }

    /// True where a comparison before has settled that two numbers are not the same.
    fn differ(&self, left: &Expr, right: &Expr) -> bool {
        let (Some(left), Some(right)) = (key(left), key(right)) else {
            return false;
        };
        let settled = |token: Token, left: &str, right: &str, answer: bool| {
            let asked = comparison(&token, left, right);
            let known = asked.and_then(|(key, _)| self.flow.answered.get(&key));
            known.is_some_and(|(yes, _)| *yes == answer)
        };
        settled(Token::LessThan, &left, &right, true)
            || settled(Token::LessThan, &right, &left, true)
            || settled(Token::EqualsTo, &left, &right, false)
    }
}

/// The ranges of what is put together of two numbers, each of which lies in ranges of its own, by
/// something that grows with both.
fn pairs(own: &[Range], other: &[Range], join: impl Fn(f64, f64) -> f64) -> Vec<Range> {
    let pair = |one: &Range, other: &Range| (join(one.0, other.0), join(one.1, other.1));
    let pairs = own
        .iter()
        .flat_map(|one| other.iter().map(move |two| (one, two)));
    united(pairs.map(|(one, two)| pair(one, two)).collect())
}

fn sums(own: &[Range], other: &[Range]) -> Vec<Range> {
    pairs(own, other, |one, other| one + other)
}

fn turned(ranges: Vec<Range>) -> Vec<Range> {
    ranges
        .into_iter()
        .map(|(least, most)| (-most, -least))
        .collect()
}

fn products(own: &[Range], other: &[Range]) -> Vec<Range> {
    // 0 of something that can be any number is 0.
    let product = |one: f64, other: f64| {
        if one == 0.0 || other == 0.0 {
            0.0
        } else {
            one * other
        }
    };
    let mut out = Vec::new();
    for one in own {
        for other in other {
            let ends = [
                product(one.0, other.0),
                product(one.0, other.1),
                product(one.1, other.0),
                product(one.1, other.1),
            ];
            let least = ends.iter().copied().fold(f64::INFINITY, f64::min);
            let most = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            out.push((least, most));
        }
    }
    united(out)
}
