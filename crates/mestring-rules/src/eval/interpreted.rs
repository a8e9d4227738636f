//! Why a script stays with the interpreter, as data.

use crate::worded::worded;

worded! {
    /// Why a script is run by the interpreter and not compiled. The answers are the same.
    Interpreted {
        /// It puts a text together, whose size only the interpreter watches.
        TextBuilt = "interpreted-text-built", "it puts a text together";
        /// Its longest way has more operations than an answer may take.
        ManyOperations = "interpreted-many-operations", "it may take too many operations";
        /// Its helpers, written out where they are called, make it too long.
        TooLong = "interpreted-too-long", "it is too long with its helpers written out";
        /// It is nested too deep.
        TooDeep = "interpreted-too-deep", "it is nested too deep";
        /// It has too many variables at a time.
        ManyVariables = "interpreted-many-variables", "it has too many variables at a time";
        /// Its helpers call each other too deep.
        HelpersTooDeep = "interpreted-helpers-too-deep", "its helpers call each other too deep";
        /// It keeps a list or a range in a variable, or puts one together.
        KeptList = "interpreted-kept-list", "a list or range that is kept";
        /// A range without an end.
        OpenRange = "interpreted-open-range", "a range that is open";
        /// `known` about something that is no fact.
        KnownOfOther = "interpreted-known-of-other", "`known` of something that is no fact";
        /// A change of something that is no variable.
        ChangeOfOther = "interpreted-change-of-other", "a change of something that is no variable";
        /// A helper that is called with another number of values than it takes.
        HelperValues = "interpreted-helper-values", "a helper with another number of values";
        /// A function that is called with another number of values than it takes.
        FunctionValues = "interpreted-function-values", "a function with another number of values";
        /// A call without values.
        EmptyCall = "interpreted-empty-call", "a call without values";
        /// A call of the record itself.
        RecordCall = "interpreted-record-call", "a call of the record";
        /// A property of a value.
        Property = "interpreted-property", "a property of a value";
        /// A statement that the lowering does not know.
        Statement = "interpreted-statement", "a statement that only the interpreter knows";
        /// An expression that it does not know.
        Expression = "interpreted-expression", "an expression that only the interpreter knows";
        /// A call that it does not know.
        Call = "interpreted-call", "a call that only the interpreter knows";
        /// A function that it does not know.
        Function = "interpreted-function", "a function that only the interpreter knows";
        /// An operator that it does not know.
        Operator = "interpreted-operator", "an operator that only the interpreter knows";
        /// A name that it does not know.
        Name = "interpreted-name", "a name that only the interpreter knows";
        /// A fact that it does not know.
        Fact = "interpreted-fact", "a fact that only the interpreter knows";
        /// A parameter that it does not know.
        Parameter = "interpreted-parameter", "a parameter that only the interpreter knows";
        /// It was not looked at.
        NotLookedAt = "interpreted-not-looked-at", "it was not looked at";
    }
}
