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

faults! {
    /// Types that do not fit together.
    TypeFault {
        /// Two types between which there is no order or equality.
        NotComparable { left: Sort, right: Sort } = TYPES_DIFFER "not-comparable",
            "{left} cannot be compared with {right}",
            "only numbers have an order; use `==`, `in` or `contains`";
        /// An operator between types it does not take.
        NotCalculated { left: Sort, right: Sort } = TYPES_DIFFER "not-calculated",
            "this cannot calculate with {left} and {right}", "";
        /// A condition that is not yes or no.
        NoCondition { kind: Sort } = TYPES_DIFFER "no-condition",
            "a condition is yes or no, and this is {kind}", "";
        /// A part of `&&` or `||` that is not yes or no.
        NotYesNo { kind: Sort } = TYPES_DIFFER "not-yes-no",
            "this must be yes or no, and is {kind}", "";
        /// `!` before something else.
        NotTurned { kind: Sort } = TYPES_DIFFER "not-turned",
            "`!` turns yes and no, and this is {kind}", "";
        /// A sign before something that is no number.
        SignBefore { kind: Sort } = TYPES_DIFFER "sign-before", "a sign before {kind}", "";
        /// Branches of different types.
        BranchesDiffer { one: Sort, other: Sort } = TYPES_DIFFER "branches-differ",
            "one branch gives {one}, another {other}", "";
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
        ArgumentCount { name: String, takes: usize, given: usize } = TYPES_DIFFER "argument-count",
            "`{name}` takes {takes} values, not {given}", "";
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
