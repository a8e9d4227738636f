//! What rules may not use, and what they use instead.

use std::fmt;

/// Something of the script language that rules may not use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Feature {
    /// `while`, `for`, `loop`, `do`.
    Loop,
    /// `try`.
    Try,
    /// `throw`.
    Throw,
    /// `export`.
    Export,
    /// A `let` without a value.
    EmptyLet,
    /// A `return` without a value.
    EmptyReturn,
    /// The value `()`.
    Unit,
    /// `#{…}`.
    Map,
    /// `a[0]`.
    Index,
    /// `${…}` in a text.
    Interpolation,
    /// A letter in single quotes.
    Letter,
    /// `?.`.
    SafeDot,
    /// `a::b`.
    Module,
    /// A function that is not called.
    FunctionValue {
        /// The function.
        name: String,
    },
    /// A function called as `a::f()` or `f!()`.
    StrangeCall,
    /// A method called on the record or the parameters.
    RecordCall {
        /// `run`, `pair`, … or `p`.
        name: String,
    },
    /// A helper called as a method.
    HelperMethod {
        /// The helper.
        name: String,
    },
    /// A property of a value that is no record.
    Property {
        /// The property.
        name: String,
    },
    /// A helper called by itself or by one above it.
    CallAhead {
        /// The helper.
        name: String,
    },
    /// A second function of the same name.
    SecondFunction,
    /// A function that belongs to a type.
    TypedFunction,
    /// A helper with the name of a function that rules have.
    OwnFunction {
        /// The name.
        name: String,
    },
    /// A variable or helper that hides the record or the parameters.
    HidingName {
        /// The name.
        name: String,
    },
    /// A name with letters beyond a to z.
    ForeignName {
        /// The name.
        name: String,
    },
    /// A change of something that is no variable.
    Change,
    /// A change of the record or the parameters.
    RecordChange,
    /// `&`, `|`, `^`, `<<`, `>>` and their like.
    Operator {
        /// What was probably meant.
        instead: Option<&'static str>,
    },
    /// A case of a `switch` that is no word, whole number or range.
    Case,
    /// A `switch` on a number with decimals.
    DecimalSwitch,
    /// A list of something else than texts and numbers.
    OtherList,
    /// Another constant.
    Constant,
    /// Another statement.
    Statement,
    /// Another expression.
    Expression,
    /// Something else after a dot.
    AfterDot,
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Feature::Loop => f.write_str("a loop"),
            Feature::Try => f.write_str("`try`"),
            Feature::Throw => f.write_str("`throw`"),
            Feature::Export => f.write_str("`export`"),
            Feature::EmptyLet => f.write_str("a `let` without a value"),
            Feature::EmptyReturn => f.write_str("a `return` without a value"),
            Feature::Unit => f.write_str("`()`"),
            Feature::Map => f.write_str("`#{…}`"),
            Feature::Index => f.write_str("`[…]` after a value"),
            Feature::Interpolation => f.write_str("`${…}` in a text"),
            Feature::Letter => f.write_str("a single letter"),
            Feature::SafeDot => f.write_str("`?.`"),
            Feature::Module => f.write_str("a name with `::`"),
            Feature::FunctionValue { .. } => f.write_str("a function as a value"),
            Feature::StrangeCall => f.write_str("this way to call a function"),
            Feature::RecordCall { name } => write!(f, "a call on `{name}`"),
            Feature::HelperMethod { .. } => f.write_str("a function of the rule after a dot"),
            Feature::Property { .. } => f.write_str("a property of a value"),
            Feature::CallAhead { name } => write!(f, "calling `{name}` here"),
            Feature::SecondFunction => f.write_str("a second function of the same name"),
            Feature::TypedFunction => f.write_str("a function that belongs to a type"),
            Feature::OwnFunction { name } => write!(f, "a function called `{name}`"),
            Feature::HidingName { name } => write!(f, "another `{name}`"),
            Feature::ForeignName { name } => write!(f, "the name `{name}`"),
            Feature::Change => f.write_str("a change of anything but a variable"),
            Feature::RecordChange => f.write_str("a change of the record or the parameters"),
            Feature::Operator { .. } => f.write_str("this operator"),
            Feature::Case => f.write_str("this kind of `switch` case"),
            Feature::DecimalSwitch => f.write_str("a `switch` on a number with decimals"),
            Feature::OtherList => f.write_str("this kind of list"),
            Feature::Constant => f.write_str("this constant"),
            Feature::Statement => f.write_str("this statement"),
            Feature::Expression => f.write_str("this expression"),
            Feature::AfterDot => f.write_str("this after a dot"),
        }
    }
}

impl Feature {
    /// What a rule writes instead, English; empty where there is nothing.
    pub fn help(&self) -> String {
        match self {
            Feature::Loop => "a rule answers about one record".to_owned(),
            Feature::Try => "it would hide that a fact is not known; use `known(…)`".to_owned(),
            Feature::Throw => "return an answer instead".to_owned(),
            Feature::EmptyLet => {
                "give it a value: a variable without one would pass for a value".to_owned()
            }
            Feature::EmptyReturn => "return an answer".to_owned(),
            Feature::Unit => "it would pass for a value".to_owned(),
            Feature::Index => "use `in` or `contains`".to_owned(),
            Feature::Interpolation => "write it out".to_owned(),
            Feature::Letter => "use double quotes".to_owned(),
            Feature::SafeDot => "use `known(…)` or `??`".to_owned(),
            Feature::FunctionValue { name } => format!("call it: `{name}(…)`"),
            Feature::RecordCall { name } => format!("a fact stands right of the dot: `{name}.…`"),
            Feature::HelperMethod { name } => format!("write `{name}(…)`"),
            Feature::Property { name } => format!("call it: `.{name}()`"),
            Feature::CallAhead { .. } => {
                "a function may only call functions that stand above it".to_owned()
            }
            Feature::SecondFunction => "give each its own name".to_owned(),
            Feature::TypedFunction => "write a plain function".to_owned(),
            Feature::OwnFunction { .. } | Feature::HidingName { .. } => {
                "choose another name".to_owned()
            }
            Feature::ForeignName { .. } => "use the letters a to z, digits and _".to_owned(),
            Feature::Change => "records never change".to_owned(),
            Feature::Operator {
                instead: Some(instead),
            } => format!("write `{instead}`"),
            Feature::Case => "use words, whole numbers or ranges".to_owned(),
            Feature::DecimalSwitch => "use `if` with `<` and `>=`".to_owned(),
            Feature::OtherList => "list texts or numbers".to_owned(),
            Feature::Export
            | Feature::Map
            | Feature::Module
            | Feature::StrangeCall
            | Feature::RecordChange
            | Feature::Operator { instead: None }
            | Feature::Constant
            | Feature::Statement
            | Feature::Expression
            | Feature::AfterDot => String::new(),
        }
    }
}
