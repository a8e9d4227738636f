//! What a lowered script is made of.

use std::sync::Arc;

use super::value::Value;

/// A statement or expression. Every one has a value, as in Rhai: a statement's is nothing.
#[derive(Debug)]
pub(super) enum Node {
    Constant(Value),
    /// The parameter at a place of the manifest.
    Parameter(usize),
    /// A fact without which the script stops.
    Fact(usize),
    /// A fact left of `??`, nothing where it is not known.
    Assumed {
        fact: usize,
        site: usize,
    },
    /// `known(…)` of a fact.
    Known(usize),
    /// A variable.
    Local(usize),
    /// Statements; the value of the last.
    Block(Box<[Node]>),
    /// Sets a variable.
    Set {
        slot: usize,
        value: Box<Node>,
    },
    /// Changes a variable with an operator.
    Change {
        slot: usize,
        operator: Operator,
        value: Box<Node>,
    },
    If(Box<If>),
    Switch(Box<Switch>),
    /// Leaves the helper, or the script.
    Return(Box<Node>),
    /// A helper's body, in which the variables of its parameters were set before.
    Helper(Box<Node>),
    /// Yes where all are.
    All(Box<[Node]>),
    /// Yes where one is.
    Any(Box<[Node]>),
    Not(Box<Node>),
    /// The first that is not nothing.
    Coalesce(Box<[Node]>),
    Compare(Comparison, Box<(Node, Node)>),
    Calculate(Operator, Box<(Node, Node)>),
    /// A function of one value.
    Call(Function, Box<Node>),
    /// A function of two values.
    CallTwo(FunctionOfTwo, Box<(Node, Node)>),
    /// Whether a value is in a list that the script puts together.
    OneOf(Box<OneOf>),
    /// Whether a value is in a range.
    Within(Box<Within>),
    /// A value that is noted with the number of its place; in copies for explanations alone.
    Note {
        site: u32,
        value: Box<Node>,
    },
}

/// A text or list that the script writes, in a table of the program.
#[derive(Debug)]
pub(super) enum Written {
    Text(Arc<str>),
    Texts(Arc<[Arc<str>]>),
    List(Box<[Value]>),
}

#[derive(Debug)]
pub(super) struct If {
    pub condition: Node,
    pub then: Node,
    pub otherwise: Node,
}

/// Cases by value are looked at before cases by range, as Rhai does.
#[derive(Debug)]
pub(super) struct Switch {
    pub subject: Node,
    /// Each value once, with its arms in the order of the text.
    pub values: Vec<(Value, Vec<usize>)>,
    /// The first and the last number, and the arm.
    pub ranges: Vec<(i64, i64, usize)>,
    pub default: Option<usize>,
    pub arms: Vec<Arm>,
}

#[derive(Debug)]
pub(super) struct Arm {
    /// None where the arm has no guard.
    pub guard: Option<Node>,
    pub value: Node,
}

/// The items are set from a slot on before the item that is looked for is worked out.
#[derive(Debug)]
pub(super) struct OneOf {
    pub slot: usize,
    pub items: Box<[Node]>,
    pub item: Node,
}

#[derive(Debug)]
pub(super) struct Within {
    pub least: Node,
    pub most: Node,
    /// The range holds its end.
    pub inclusive: bool,
    pub item: Node,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Negate,
    Plus,
    Abs,
    Floor,
    Ceiling,
    Round,
    ToInt,
    ToFloat,
    Len,
    IsEmpty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FunctionOfTwo {
    Min,
    Max,
    /// The whole first, then the item.
    Contains,
    StartsWith,
    EndsWith,
}

impl Function {
    /// The function of a name that rules may call with one value.
    pub fn named(name: &str) -> Option<Function> {
        Some(match name {
            "abs" => Function::Abs,
            "floor" => Function::Floor,
            "ceiling" => Function::Ceiling,
            "round" => Function::Round,
            "to_int" => Function::ToInt,
            "to_float" => Function::ToFloat,
            "len" => Function::Len,
            "is_empty" => Function::IsEmpty,
            _ => return None,
        })
    }
}

impl FunctionOfTwo {
    /// The function of a name that rules may call with two values.
    pub fn named(name: &str) -> Option<FunctionOfTwo> {
        Some(match name {
            "min" => FunctionOfTwo::Min,
            "max" => FunctionOfTwo::Max,
            "contains" => FunctionOfTwo::Contains,
            "starts_with" => FunctionOfTwo::StartsWith,
            "ends_with" => FunctionOfTwo::EndsWith,
            _ => return None,
        })
    }
}
