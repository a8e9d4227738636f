//! Conditions: what they ask, what is settled on either way behind them, and which ask in vain.

use rhai::{Expr, FnCallExpr, Token};

use super::flow::{Flow, Known};
use super::question::Question;
use super::types::Type;
use super::{MEANT, Spot, Walk};
use crate::complaint::{Bounds, Complaint, TypeFault};

/// What is settled where a condition says yes, and where it says no.
pub(super) struct Ways {
    pub yes: Flow,
    pub no: Flow,
}

impl Ways {
    pub fn joined(self) -> Flow {
        self.yes.join(self.no)
    }
}

impl Walk<'_> {
    /// A condition that must be yes or no: what it settles.
    pub(super) fn condition(&mut self, expr: &Expr) -> Ways {
        let (kind, ways) = self.logic(expr);
        if kind != Type::Bool && !kind.is_quiet() {
            let spot = self.span(expr);
            self.say(spot, TypeFault::NoCondition { kind: kind.sort() });
        }
        ways
    }

    /// An expression's type, and what is settled on its two ways where it is yes or no.
    pub(super) fn logic(&mut self, expr: &Expr) -> (Type, Ways) {
        let (kind, (question, positive)) = match expr {
            Expr::And(parts, _) => return (Type::Bool, self.chain(parts, true)),
            Expr::Or(parts, _) => return (Type::Bool, self.chain(parts, false)),
            // `a !in b` is one question, though the parser makes a `!` and a call of it.
            Expr::FnCall(call, _) if let Some((inner, own)) = not_in(call) => {
                (self.function_call(inner, own), self.question(expr))
            }
            Expr::FnCall(call, _) if is_not(call) => {
                let (kind, Ways { yes, no }) = match call.args.first() {
                    Some(inner) => self.logic(inner),
                    None => (Type::Any, self.unsettled()),
                };
                if kind != Type::Bool && !kind.is_quiet() {
                    let spot = self.span(expr);
                    self.say(spot, TypeFault::NotTurned { kind: kind.sort() });
                }
                return (Type::Bool, Ways { yes: no, no: yes });
            }
            Expr::FnCall(call, _) => {
                let kind = self.function_call(call, expr);
                (kind, self.question(expr))
            }
            Expr::Variable(parts, ..) if let Some(meaning) = self.meaning(parts.1.as_str()) => {
                let kind = self.value(expr);
                return (kind, self.meant(&meaning));
            }
            other => (self.value(other), self.question(other)),
        };
        let question = if kind == Type::Bool {
            question
        } else {
            Question::Unclear
        };
        let spot = self.span(expr);
        (kind, self.ask(&question, positive, spot))
    }

    /// The yes or no that a variable stands for, where that can be followed.
    fn meaning(&mut self, name: &str) -> Option<Expr> {
        let mut scopes = self.scopes.iter().rev();
        let own = scopes.find_map(|scope| scope.get(name))?;
        let meaning = own.meaning.as_ref()?.expr.clone();
        self.meant += 1;
        (self.meant <= MEANT).then_some(meaning)
    }

    /// What is settled on the two ways behind a variable by the condition that it stands for. All
    /// there is to say of that was said where the variable got it.
    fn meant(&mut self, meaning: &Expr) -> Ways {
        let (out, reads) = (self.out.clone(), self.reads.clone());
        let counts = (self.calls, self.varied);
        let (_, ways) = self.logic(meaning);
        (self.out, self.reads) = (out, reads);
        (self.calls, self.varied) = counts;
        ways
    }

    /// Both ways are as far as this one was.
    fn unsettled(&mut self) -> Ways {
        Ways {
            yes: self.flow.clone(),
            no: self.flow.clone(),
        }
    }

    /// `a && b && …` or `a || b || …`, left to right.
    fn chain(&mut self, parts: &[Expr], and: bool) -> Ways {
        let before = self.flow.clone();
        let mut ended = Flow {
            over: true,
            ..Flow::default()
        };
        for part in parts {
            let (kind, Ways { yes, no }) = self.logic(part);
            if kind != Type::Bool && !kind.is_quiet() {
                let spot = self.span(part);
                self.say(spot, TypeFault::NotYesNo { kind: kind.sort() });
            }
            let (goes_on, ends) = if and { (yes, no) } else { (no, yes) };
            ended = ended.join(ends);
            self.flow = goes_on;
        }
        self.known_tests_late(parts, &before, if and { "&&" } else { "||" });
        let through = std::mem::take(&mut self.flow);
        if and {
            Ways {
                yes: through,
                no: ended,
            }
        } else {
            Ways {
                yes: ended,
                no: through,
            }
        }
    }

    /// Parts a way at a question, and says where it is asked in vain.
    pub(super) fn ask(&mut self, question: &Question, positive: bool, spot: Spot) -> Ways {
        let flow = std::mem::take(&mut self.flow);
        let answer = question.answer(&flow).filter(|_| !flow.over);
        if let Some((answer, line)) = answer {
            self.asked_in_vain(question, &flow, answer == positive, line, spot);
        }
        let line = spot.at.line;
        let mut yes = question.assume(flow.clone(), positive, line);
        let mut no = question.assume(flow, !positive, line);
        if let Some((answer, _)) = answer {
            yes.over |= answer != positive;
            no.over |= answer == positive;
        }
        Ways { yes, no }
    }

    fn asked_in_vain(&mut self, asks: &Question, flow: &Flow, yes: bool, line: u32, spot: Spot) {
        if let Question::Known(fact) = asks
            && let Some((Known::Read, _)) = flow.known.get(fact)
            && let Some(decl) = self.judged.facts().get(*fact)
        {
            let (record, name) = (self.record(), decl.name.to_owned());
            return self.say(spot, Complaint::AskedAfterRead { record, name });
        }
        let by_itself = asks.answer(&Flow::default()).is_some();
        let complaint = match asks {
            Question::Constant(_) => Complaint::AlwaysByConstants { yes },
            Question::Itself(_) => Complaint::AlwaysByItself { yes },
            Question::Words { about, .. } if by_itself => Complaint::AlwaysByWords {
                subject: about.key.clone(),
                yes,
            },
            Question::Range { about, .. } if by_itself => {
                let (least, most) = about.range.unwrap_or_default();
                let most = most.is_finite().then_some(most as i64);
                let least = least as i64;
                Complaint::AlwaysByUnit {
                    subject: about.key.clone(),
                    bounds: Bounds { least, most },
                    yes,
                }
            }
            _ => Complaint::DecidedBefore { yes, line },
        };
        self.say(spot, complaint);
    }
}

fn is_not(call: &FnCallExpr) -> bool {
    call.op_token == Some(Token::Bang)
}

/// The call of `contains` that `a !in b` turns, as a call and as an expression.
fn not_in(call: &FnCallExpr) -> Option<(&FnCallExpr, &Expr)> {
    let own = call.args.first().filter(|_| is_not(call))?;
    match own {
        Expr::FnCall(inner, _) if inner.op_token == Some(Token::NotIn) => Some((inner, own)),
        _ => None,
    }
}

/// True where an expression is looked at as a condition, also where its value is used otherwise.
pub(super) fn is_logic(expr: &Expr) -> bool {
    use Token as T;
    match expr {
        Expr::And(..) | Expr::Or(..) => true,
        Expr::FnCall(call, _) => match &call.op_token {
            None => call.name == "known" || call.name == "contains",
            Some(token) => matches!(
                token,
                T::Bang
                    | T::EqualsTo
                    | T::NotEqualsTo
                    | T::LessThan
                    | T::LessThanEqualsTo
                    | T::GreaterThan
                    | T::GreaterThanEqualsTo
            ),
        },
        _ => false,
    }
}
