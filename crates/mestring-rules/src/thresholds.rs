//! What a script does with the numbers it reads.
//!
//! Where a number is only compared, values beside the thresholds can stand for all numbers: nothing
//! in the script can tell two numbers apart that lie between the same thresholds. Where it is
//! calculated with, handed to a helper or answered, no list of values stands for all. Of a list of
//! words, only those that the script writes can be told apart, and how many others there are.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};

use mestring_model::facts::{FactType, Judged};
use rhai::{AST, ASTNode, Dynamic, Expr, FlowControl, FnCallExpr, INT, RangeCase, Stmt, Token};

use crate::parameter::Samples;
use crate::walk::PARAMETERS;

/// What a script compares its numbers with.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Thresholds {
    /// Numbers that are compared with each other, in groups that share no fact.
    groups: Vec<Compared>,
    /// The facts of numbers with which more is done than comparing them as they stand.
    calculated: BTreeSet<usize>,
    /// What the script asks of lists of words.
    pub lists: Lists,
    /// The numbers that the script writes, wherever they stand, in order.
    pub written: Vec<f64>,
}

/// What a script asks of lists of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lists {
    /// The texts that it writes.
    pub written: BTreeSet<String>,
    /// It asks how long a list is.
    pub counted: bool,
    /// It asks for words that it does not write, such as another fact's.
    pub by_facts: bool,
}

/// Numbers as they stand: facts and parameters by their places, and numbers that the script writes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Compared {
    pub facts: BTreeSet<usize>,
    pub parameters: BTreeSet<usize>,
    pub written: Vec<f64>,
}

/// The numbers that an expression hands on as they stand; none for one that was calculated.
type Flow = Option<Compared>;

struct Reader<'a> {
    judged: Judged,
    parameters: &'a Samples,
    found: Thresholds,
    scopes: Vec<BTreeMap<String, Flow>>,
}

impl Thresholds {
    /// Reads a script that passed the check.
    pub(crate) fn of(ast: &AST, judged: Judged, parameters: &Samples) -> Thresholds {
        let mut reader = Reader {
            judged,
            parameters,
            found: Thresholds::default(),
            scopes: Vec::new(),
        };
        let answer = reader.block(ast.statements());
        reader.keep_from(answer);
        reader.found.lists = Lists::of(ast);
        reader.found.written = written(ast);
        reader.found
    }

    /// What a fact is compared with, itself included, whatever else is done with it.
    pub(crate) fn compared_with(&self, fact: usize) -> Compared {
        let group = self.groups.iter().find(|own| own.facts.contains(&fact));
        group.cloned().unwrap_or_else(|| Compared::fact(fact))
    }

    /// What a fact is compared with, itself included; none where more is done with it.
    pub(crate) fn around(&self, fact: usize) -> Option<Compared> {
        let group = self.compared_with(fact);
        group.facts.is_disjoint(&self.calculated).then_some(group)
    }

    /// Notes that numbers were compared with each other.
    fn compared(&mut self, mut numbers: Compared) {
        if numbers.facts.is_empty() {
            return;
        }
        self.groups.retain(|own| {
            let apart = own.facts.is_disjoint(&numbers.facts);
            if !apart {
                numbers.join(own.clone());
            }
            apart
        });
        self.groups.push(numbers);
    }
}

/// The numbers that a script writes, in order.
fn written(ast: &AST) -> Vec<f64> {
    let mut all = Compared::default();
    ast.walk(&mut |path: &[ASTNode]| {
        match path.last() {
            Some(ASTNode::Expr(Expr::IntegerConstant(number, _))) => {
                all.written.push(*number as f64);
            }
            Some(ASTNode::Expr(Expr::FloatConstant(number, _))) => all.written.push(**number),
            Some(ASTNode::Expr(Expr::DynamicConstant(value, _))) => {
                all.written.extend(Compared::written(value).written);
            }
            _ => {}
        }
        true
    });
    all.join(Compared::default());
    all.written
}

impl Lists {
    fn of(ast: &AST) -> Lists {
        let mut lists = Lists::default();
        ast.walk(&mut |path: &[ASTNode]| {
            match path.last() {
                Some(ASTNode::Expr(Expr::StringConstant(text, _))) => {
                    lists.written.insert(text.to_string());
                }
                Some(ASTNode::Expr(Expr::DynamicConstant(value, _))) => {
                    let items = value.read_lock::<rhai::Array>();
                    let texts = items.iter().flat_map(|items| items.iter());
                    let texts = texts.filter_map(|own| own.clone().into_string().ok());
                    lists.written.extend(texts);
                }
                Some(ASTNode::Expr(Expr::MethodCall(call, _))) => lists.call(call, None),
                Some(
                    ASTNode::Expr(Expr::FnCall(call, _)) | ASTNode::Stmt(Stmt::FnCall(call, _)),
                ) => lists.call(call, call.args.first()),
                _ => {}
            }
            true
        });
        lists
    }

    fn call(&mut self, call: &FnCallExpr, whole: Option<&Expr>) {
        self.counted |= call.name == "len";
        let item = call.args.last();
        let told = matches!(item, Some(Expr::StringConstant(..)))
            || matches!(whole, Some(Expr::DynamicConstant(..) | Expr::Array(..)));
        self.by_facts |= call.name == "contains" && !told;
    }
}

impl Compared {
    fn fact(place: usize) -> Compared {
        Compared {
            facts: BTreeSet::from([place]),
            ..Compared::default()
        }
    }

    fn join(&mut self, other: Compared) {
        self.facts.extend(other.facts);
        self.parameters.extend(other.parameters);
        self.written.extend(other.written);
        self.written.sort_by(f64::total_cmp);
        self.written.dedup();
    }

    fn number(number: f64) -> Compared {
        Compared {
            written: vec![number],
            ..Compared::default()
        }
    }

    /// The numbers of a constant: one, those of a list, or the ends of a range.
    fn written(value: &Dynamic) -> Compared {
        let mut all = Compared::default();
        if let Ok(number) = value.as_int() {
            all.written.push(number as f64);
        } else if let Ok(number) = value.as_float() {
            all.written.push(number);
        } else if let Some(range) = value.read_lock::<Range<INT>>() {
            all.written.extend([range.start as f64, range.end as f64]);
        } else if let Some(range) = value.read_lock::<RangeInclusive<INT>>() {
            let ends = [*range.start() as f64, *range.end() as f64];
            all.written.extend(ends);
        } else if let Some(items) = value.read_lock::<rhai::Array>() {
            for item in items.iter() {
                all.join(Compared::written(item));
            }
        }
        all
    }
}

impl Reader<'_> {
    fn block(&mut self, statements: &[Stmt]) -> Flow {
        self.scopes.push(BTreeMap::new());
        let mut last = nothing();
        for statement in statements {
            last = self.statement(statement);
        }
        self.scopes.pop();
        last
    }

    fn statement(&mut self, statement: &Stmt) -> Flow {
        match statement {
            Stmt::Expr(expr) => self.value(expr),
            Stmt::FnCall(call, _) => self.call(call),
            Stmt::Block(block) => self.block(block.statements()),
            Stmt::If(flow, _) => self.if_else(flow),
            Stmt::Switch(switch, _) => {
                let (subject, cases) = &**switch;
                let mut compared = self.value(subject);
                let values: Vec<&Dynamic> = cases.cases.values().map(|case| &case.value).collect();
                for value in values {
                    compared = self.either(compared, Some(Compared::written(value)));
                }
                for range in &cases.ranges {
                    let ends = match range {
                        RangeCase::ExclusiveInt(range, _) => [range.start, range.end],
                        RangeCase::InclusiveInt(range, _) => [*range.start(), *range.end()],
                    };
                    let ends = Compared {
                        written: ends.map(|end| end as f64).to_vec(),
                        ..Compared::default()
                    };
                    compared = self.either(compared, Some(ends));
                }
                self.compare(compared);
                let mut all = nothing();
                for case in &cases.expressions {
                    self.value(&case.lhs);
                    let branch = self.value(&case.rhs);
                    all = self.either(all, branch);
                }
                all
            }
            Stmt::Var(parts, ..) => {
                let flow = self.value(&parts.1);
                if let Some(scope) = self.scopes.last_mut() {
                    scope.insert(parts.0.as_str().to_owned(), flow);
                }
                nothing()
            }
            Stmt::Assignment(parts) => {
                let new = self.value(&parts.1.rhs);
                let Expr::Variable(variable, ..) = &parts.1.lhs else {
                    self.keep_from(new);
                    return None;
                };
                let name = variable.1.as_str();
                let old = self.variable(name);
                let flow = if parts.0.is_op_assignment() {
                    self.keep_from(old);
                    self.keep_from(new);
                    None
                } else {
                    self.either(old, new)
                };
                let mut scopes = self.scopes.iter_mut().rev();
                if let Some(own) = scopes.find_map(|scope| scope.get_mut(name)) {
                    *own = flow;
                }
                nothing()
            }
            Stmt::Return(Some(value), ..) => {
                let answer = self.value(value);
                self.keep_from(answer);
                nothing()
            }
            // The check lets nothing else through that reads a fact.
            _ => nothing(),
        }
    }

    fn if_else(&mut self, flow: &FlowControl) -> Flow {
        self.value(&flow.expr);
        let then = self.block(flow.body.statements());
        let other = self.block(flow.branch.statements());
        self.either(then, other)
    }

    fn value(&mut self, expr: &Expr) -> Flow {
        match expr {
            Expr::IntegerConstant(number, _) => Some(Compared::number(*number as f64)),
            Expr::FloatConstant(number, _) => Some(Compared::number(**number)),
            Expr::DynamicConstant(value, _) => Some(Compared::written(value)),
            Expr::BoolConstant(..) | Expr::StringConstant(..) => nothing(),
            Expr::Array(items, _) => self.one_of(items),
            Expr::Variable(parts, ..) => self.variable(parts.1.as_str()),
            Expr::And(parts, _) | Expr::Or(parts, _) => {
                for part in parts.iter() {
                    self.value(part);
                }
                nothing()
            }
            Expr::Coalesce(parts, _) => self.one_of(parts),
            Expr::Stmt(block) => self.block(block.statements()),
            Expr::FnCall(call, _) => self.call(call),
            Expr::Dot(parts, ..) => match (&parts.lhs, &parts.rhs) {
                (Expr::Variable(variable, ..), Expr::Property(property, _)) => {
                    Some(self.property(variable.1.as_str(), property.2.as_str()))
                }
                _ => self.lost(expr),
            },
            _ => self.lost(expr),
        }
    }

    fn call(&mut self, call: &FnCallExpr) -> Flow {
        use Token as T;
        let name = call.name.as_str();
        match (&call.op_token, call.args.as_slice()) {
            (
                Some(
                    T::EqualsTo
                    | T::NotEqualsTo
                    | T::LessThan
                    | T::LessThanEqualsTo
                    | T::GreaterThan
                    | T::GreaterThanEqualsTo
                    | T::In
                    | T::NotIn,
                ),
                [left, right],
            ) => {
                let (left, right) = (self.value(left), self.value(right));
                let both = self.either(left, right);
                self.compare(both);
                nothing()
            }
            (Some(T::Bang), [part]) => {
                self.value(part);
                nothing()
            }
            (Some(T::UnaryMinus), [Expr::IntegerConstant(number, _)]) => {
                Some(Compared::number(-(*number as f64)))
            }
            (Some(T::UnaryMinus), [Expr::FloatConstant(number, _)]) => {
                Some(Compared::number(-**number))
            }
            (Some(T::ExclusiveRange | T::InclusiveRange), ends) => self.one_of(ends),
            (None, _) if name == "known" => nothing(),
            (None, parts) if name == "min" || name == "max" => self.one_of(parts),
            (_, parts) => {
                for part in parts {
                    let flow = self.value(part);
                    self.keep_from(flow);
                }
                None
            }
        }
    }

    /// A value that is one of several.
    fn one_of(&mut self, parts: &[Expr]) -> Flow {
        let mut all = nothing();
        for part in parts {
            let flow = self.value(part);
            all = self.either(all, flow);
        }
        all
    }

    fn either(&mut self, left: Flow, right: Flow) -> Flow {
        match (left, right) {
            (Some(mut left), Some(right)) => {
                left.join(right);
                Some(left)
            }
            (left, right) => {
                self.keep_from(left);
                self.keep_from(right);
                None
            }
        }
    }

    /// An expression of which nothing is handed on as it stands: methods of values.
    fn lost(&mut self, expr: &Expr) -> Flow {
        let mut variables = Vec::new();
        expr.walk(&mut Vec::new(), &mut |path: &[ASTNode]| {
            match path.last() {
                Some(ASTNode::Expr(Expr::Property(property, _))) => {
                    self.found
                        .calculated
                        .extend(self.number(property.2.as_str()));
                }
                Some(ASTNode::Expr(Expr::Variable(parts, ..))) => {
                    variables.push(parts.1.as_str().to_owned());
                }
                _ => {}
            }
            true
        });
        for name in variables {
            let flow = self.variable(&name);
            self.keep_from(flow);
        }
        None
    }

    fn compare(&mut self, flow: Flow) {
        if let Some(numbers) = flow {
            self.found.compared(numbers);
        }
    }

    /// Notes that more is done with facts than comparing them.
    fn keep_from(&mut self, flow: Flow) {
        let facts = flow.into_iter().flat_map(|own| own.facts);
        self.found.calculated.extend(facts);
    }

    /// `run.seats` or `p.least`.
    fn property(&self, owner: &str, name: &str) -> Compared {
        if owner == PARAMETERS {
            let place = self.parameters.keys().position(|own| own == name);
            return Compared {
                parameters: place.into_iter().collect(),
                ..Compared::default()
            };
        }
        self.number(name).map(Compared::fact).unwrap_or_default()
    }

    /// The place of a fact of this name, where it is a number.
    fn number(&self, name: &str) -> Option<usize> {
        let (place, decl) = self.judged.fact(name)?;
        matches!(decl.kind, FactType::Int | FactType::Number).then_some(place)
    }

    fn variable(&self, name: &str) -> Flow {
        let mut scopes = self.scopes.iter().rev();
        let own = scopes.find_map(|scope| scope.get(name)).cloned();
        own.unwrap_or_else(nothing)
    }
}

fn nothing() -> Flow {
    Some(Compared::default())
}
