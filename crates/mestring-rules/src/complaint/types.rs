//! Types that do not fit together.

use std::fmt;

use super::Sort;
use super::declare::{Argument, Value, faults};

/// The types of several values, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorts(pub Vec<Sort>);

impl fmt::Display for Sorts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.0.iter().map(Sort::to_string).collect();
        f.write_str(&names.join(" and "))
    }
}

impl Argument for Sorts {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Sorts(&self.0))
    }
}

/// How many values a function takes or is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Values(pub usize);

impl fmt::Display for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 value"),
            count => write!(f, "{count} values"),
        }
    }
}

impl Argument for Values {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Values(self.0))
    }
}

faults! {
    /// Types that do not fit together.
    TypeFault {
        /// Two types between which there is no order or equality.
        NotComparable { left: Sort, right: Sort } = TYPES_DIFFER "not-comparable",
            "{left} cannot be compared with {right}",
            "only numbers have an order; use `==`, `in` or `contains`";
        /// A comparison with three sides: `10 < x < 20`.
        ThreeSides { form: String } = TYPES_DIFFER "three-sides",
            "a comparison has two sides, and this has three", "write `{form}`";
        /// A text that says yes or no, beside something that is yes or no.
        TextForYesNo { word: String, write: &'static str } = NEVER_EQUAL "text-for-yes-no",
            "`\"{word}\"` is a text, and is never equal to yes or no", "write `{write}`, without quotes";
        /// A text that is a number, beside a number.
        TextForNumber { word: String, write: String } = NEVER_EQUAL "text-for-number",
            "`\"{word}\"` is a text, and is never equal to a number", "write `{write}`, without quotes";
        /// A text that says that something is not known: a fact that is not known equals nothing.
        TextForUnknown { word: String, record: &'static str } = NEVER_EQUAL "text-for-unknown",
            "`\"{word}\"` is a text like any other; a fact that is not known equals nothing",
            "write `!known({record}.…)`";
        /// The same as the rule's answer.
        TextAnswer { word: String, write: &'static str } = WRONG_RESULT "text-answer",
            "the script answers the text `\"{word}\"`, and should answer yes or no",
            "write `{write}`, without quotes";
        /// An operator between types it does not take.
        NotCalculated { left: Sort, right: Sort } = TYPES_DIFFER "not-calculated",
            "this cannot calculate with {left} and {right}", "";
        /// A condition that is not yes or no.
        NoCondition { kind: Sort } = TYPES_DIFFER "no-condition",
            "a condition is yes or no, and this is {kind}",
            "compare it with something: `… == …`";
        /// A part of `&&` or `||` that is not yes or no.
        NotYesNo { kind: Sort } = TYPES_DIFFER "not-yes-no",
            "this must be yes or no, and is {kind}",
            "compare it with something: `… == …`";
        /// `!` before something else.
        NotTurned { kind: Sort } = TYPES_DIFFER "not-turned",
            "`!` turns yes and no, and this is {kind}", "";
        /// A sign before something that is no number.
        SignBefore { kind: Sort } = TYPES_DIFFER "sign-before", "a sign before {kind}", "";
        /// Branches of different types.
        BranchesDiffer { one: Sort, other: Sort } = TYPES_DIFFER "branches-differ",
            "one branch gives {one}, another {other}", "";
        /// Answers that are yes or no on one way and a number on another.
        AnswersMixed = TYPES_DIFFER "answers-mixed",
            "one way answers yes or no, and another a number",
            "write a number on every way, such as `1` for yes and `0` for no";
        /// A branch that gives nothing, where its value is used.
        EmptyBranch = TYPES_DIFFER "empty-branch",
            "one branch gives no value", "end it with a value";
        /// Something that gives nothing, where its value is used.
        NoValue = TYPES_DIFFER "no-value", "this gives no value", "";
        /// A helper that gives nothing.
        FunctionWithoutValue { name: String } = TYPES_DIFFER "function-without-value",
            "`{name}` gives no value", "";
        /// A helper whose `return`s differ in type.
        FunctionDiffers { name: String, one: Sort, other: Sort } = TYPES_DIFFER "function-differs",
            "`{name}` gives {one} or {other}", "";
        /// Arguments that a function does not take; `form` is how it is called.
        WrongArguments { name: String, given: Sorts, form: &'static str }
            = TYPES_DIFFER "wrong-arguments",
            "`{name}` does not take {given}", "it is called so: `{form}`";
        /// A wrong number of arguments for a helper.
        ArgumentCount { name: String, takes: Values, given: Values } = TYPES_DIFFER "argument-count",
            "`{name}` takes {takes}, not {given}", "write as many as the function says after `fn`";
        /// A wrong number of arguments for a function of rules; `form` is how it is called.
        FormCount { name: &'static str, takes: Values, given: Values, form: &'static str }
            = TYPES_DIFFER "form-count",
            "`{name}` takes {takes}, not {given}", "it is called so: `{form}`";
        /// A list whose items differ in type.
        ListMixed { before: Sort, now: Sort } = TYPES_DIFFER "list-mixed",
            "a list of one kind: before {before}, now {now}", "";
        /// A variable that gets a value of another type.
        VariableDiffers { name: String, own: Sort, given: Sort } = TYPES_DIFFER "variable-differs",
            "`{name}` is {own}, and this is {given}", "use another variable";
        /// A range between something else than whole numbers.
        RangeOfOther = TYPES_DIFFER "range-of-other", "a range goes between whole numbers", "";
    }
}
