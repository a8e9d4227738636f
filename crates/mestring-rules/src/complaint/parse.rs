//! What the parser of scripts stops at.

use std::fmt;

use super::declare::{Argument, Value, faults};

/// What a sign that is missing would end or part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Purpose {
    /// It ends a statement.
    Statement,
    /// It begins the statements of a branch or function.
    BlockStart,
    /// It ends them.
    BlockEnd,
    /// It stands in a `switch`.
    Switch,
    /// It stands between or after what a function is called with.
    Call,
    /// It stands between or after what a function takes.
    Function,
    /// It stands in a list.
    List,
    /// It closes a bracket.
    Bracket,
    /// Anything else.
    Here,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Purpose::Statement => "parse-for-statement",
            Purpose::BlockStart => "parse-for-block-start",
            Purpose::BlockEnd => "parse-for-block-end",
            Purpose::Switch => "parse-for-switch",
            Purpose::Call => "parse-for-call",
            Purpose::Function => "parse-for-function",
            Purpose::List => "parse-for-list",
            Purpose::Bracket => "parse-for-bracket",
            Purpose::Here => "parse-for-here",
        }
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Purpose::Statement => "to end this statement",
            Purpose::BlockStart => "to begin what is done",
            Purpose::BlockEnd => "to end what is done",
            Purpose::Switch => "in this `switch`",
            Purpose::Call => "in this call of a function",
            Purpose::Function => "in what this function takes",
            Purpose::List => "in this list",
            Purpose::Bracket => "to close a bracket",
            Purpose::Here => "here",
        })
    }
}

impl Argument for Purpose {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Named(self.name()))
    }
}

faults! {
    /// What the parser of scripts stops at.
    ParseFault {
        /// A loop.
        Loop { word: String } = NOT_PARSED "parse-loop",
            "`{word}` is not allowed in a rule", "rules have no loops";
        /// A function without a name.
        NoName = NOT_PARSED "parse-no-name",
            "unexpected `|`", "rules have no functions without a name";
        /// `eval`.
        Eval = NOT_PARSED "parse-eval", "`eval` is not allowed in a rule", "rules run no text";
        /// `print` or `debug`.
        Print { word: String } = NOT_PARSED "parse-print",
            "`{word}` is not allowed in a rule", "rules print nothing; the verdict carries the reasons";
        /// `import`.
        Import = NOT_PARSED "parse-import",
            "`import` is not allowed in a rule", "a pack's rules do not share code";
        /// `this`.
        This = NOT_PARSED "parse-this",
            "`this` is not allowed in a rule", "write the record's name";
        /// Another word that rules may not use.
        Reserved { word: String } = NOT_PARSED "parse-reserved",
            "`{word}` is not allowed in a rule", "choose another name, or take it away";
        /// The end of the script in the midst of something.
        Incomplete = NOT_PARSED "parse-incomplete", "the script ends in the midst of something",
            "look for a bracket that is never closed";
        /// Something that cannot stand where it does.
        Unexpected { text: String } = NOT_PARSED "parse-unexpected", "unexpected `{text}`",
            "take it away, or write what is missing before it";
        /// A text whose quotes are not closed on its line.
        OpenText = NOT_PARSED "parse-open-text", "a text begins here whose quotes are never closed",
            "close it with `\"` on the same line";
        /// A comment that is never closed.
        OpenComment = NOT_PARSED "parse-open-comment", "a comment begins here that is never closed",
            "close it with `*/`, or write `//` before each of its lines";
        /// A bracket that is never closed.
        NeverClosed { sign: String, close: String } = NOT_PARSED "parse-never-closed",
            "`{sign}` is never closed", "write `{close}` where it ends";
        /// A bracket that closes nothing.
        ClosesNothing { sign: String } = NOT_PARSED "parse-closes-nothing",
            "`{sign}` closes nothing", "take it away, or write what it closes";
        /// A quotation mark that is not the straight one.
        Quotes { sign: String } = NOT_PARSED "parse-quotes",
            "`{sign}` is no quotation mark of the rule language",
            "write `\"`; word processors change it, a plain text editor does not";
        /// A blank that is not the ordinary one.
        Blank = NOT_PARSED "parse-blank",
            "a blank stands here that only looks like one, such as one that keeps words on a line",
            "take it away and press the space bar";
        /// A letter outside a text that names cannot have.
        Letter { sign: String } = NOT_PARSED "parse-letter",
            "`{sign}` stands outside a text, and names have the letters a to z",
            "write the fact's name as docs/reference/facts.md has it, or a text as `\"…\"`";
        /// A text in single quotes.
        SingleQuotes = NOT_PARSED "parse-single-quotes",
            "a text stands between double quotes", "write `\"…\"`";
        /// A backslash before something that it does not change.
        Escape { text: String } = NOT_PARSED "parse-escape",
            "`{text}` means nothing in a text", "write `\\\\` for a backslash";
        /// A number that is written wrong.
        Number { text: String } = NOT_PARSED "parse-number",
            "`{text}` is no number", "use digits, with a point before the decimals";
        /// The same, where it is plain which number was meant.
        NumberInstead { text: String, instead: String } = NOT_PARSED "parse-number-instead",
            "`{text}` is no number", "write `{instead}`";
        /// A whole number with more digits than a number can have: it would become one with decimals,
        /// and lose its last digits.
        NumberTooLarge { text: String } = NUMBER_TOO_LARGE "parse-number-too-large",
            "`{text}` is larger than a number can be", "the largest is 9223372036854775807; write a smaller one";
        /// A date, which a script would calculate with.
        Date { text: String, record: &'static str } = DATE_IN_SCRIPT "parse-date",
            "`{text}` is no date here: rules have no dates",
            "use a fact that counts days, such as `{record}.days_to_…`, or a parameter whose values begin on a date";
        /// `%` for per cent.
        Percent = NOT_PARSED "parse-percent",
            "`%` gives the remainder of a division; it does not mean per cent",
            "write the number alone where the fact is in per cent, else a part of one, such as `0.5`";
        /// A unit, or another word, beside a number.
        Unit { word: String, number: String } = NOT_PARSED "parse-unit",
            "`{word}` stands beside the number `{number}`",
            "write the number alone; docs/reference/facts.md has the unit of each fact";
        /// An operator that rules do not have.
        Operator { sign: String } = NOT_PARSED "parse-operator",
            "`{sign}` is no sign of the rule language", "docs/reference/rules.md lists those that are";
        /// The same, where it is plain what was meant.
        OperatorInstead { sign: String, instead: String } = NOT_PARSED "parse-operator-instead",
            "`{sign}` is no sign of the rule language", "write `{instead}`";
        /// Something that is written otherwise.
        WriteInstead { text: String, instead: String } = NOT_PARSED "parse-write-instead",
            "`{text}` does not belong here", "write `{instead}`";
        /// Something that is too much.
        Surplus { text: String } = NOT_PARSED "parse-surplus",
            "`{text}` does not belong here", "take it away";
        /// `? :` of other languages.
        Ternary = NOT_PARSED "parse-ternary", "rules do not choose with `? :`",
            "write `if … {{ … }} else {{ … }}`";
        /// Half a condition beside `&&` or `||`: `x == "a" || "b"`.
        HalfCondition { operator: String, form: String } = NOT_PARSED "parse-half-condition",
            "each side of `{operator}` is a whole condition", "write `{form}`";
        /// A list without its brackets, or in round ones.
        ListBrackets = NOT_PARSED "parse-list-brackets",
            "a list stands in square brackets", "write `in [\"…\", \"…\"]`";
        /// A function of a spreadsheet, with semicolons between its values.
        SpreadsheetCall { name: String, form: String } = NO_SUCH_FUNCTION "parse-spreadsheet-call",
            "rules have no function `{name}`", "write `{form}`";
        /// A sign that is missing.
        Missing { sign: String, purpose: Purpose } = NOT_PARSED "parse-missing",
            "`{sign}` is missing {purpose}", "write `{sign}` here";
        /// A statement that does not end where the next thing begins.
        NoEnd = NOT_PARSED "parse-no-end", "`;` is missing to end this statement",
            "write `;` behind the statement before, or the operator that is missing, such as `&&`";
        /// A branch without braces.
        NoBlock = NOT_PARSED "parse-no-block", "`{{` is missing before what is to be done",
            "write `if … {{ … }} else {{ … }}`";
        /// An `if` without a condition.
        NoCondition = NOT_PARSED "parse-no-condition", "`if` has no condition",
            "write it before `{{`; where nothing is asked any more, write `else {{ … }}`";
        /// Nothing behind an operator.
        NothingBehind { sign: String } = NOT_PARSED "parse-nothing-behind",
            "nothing stands behind `{sign}`", "write what belongs there, or take `{sign}` away";
        /// A value that is missing.
        NoValue = NOT_PARSED "parse-no-value", "a value is missing here",
            "write a fact, a number, a text, `true` or `false`";
        /// The name that is missing after a dot.
        NoFact = NOT_PARSED "parse-no-fact", "the name of a fact or function is missing after the dot",
            "write the name, or take the dot away";
        /// The name that is missing after `let`.
        NoVariable = NOT_PARSED "parse-no-variable", "the name of a variable is missing here",
            "use the letters a to z, digits and _";
        /// The name that is missing after `fn`.
        NoFunction = NOT_PARSED "parse-no-function", "the name of a function is missing after `fn`",
            "write `fn name(…) {{ … }}`";
        /// A function without brackets.
        NoParameters { name: String } = NOT_PARSED "parse-no-parameters",
            "`{name}` does not say in brackets what it takes", "write `fn {name}(…) {{ … }}`";
        /// A function without statements.
        NoBody { name: String } = NOT_PARSED "parse-no-body",
            "`{name}` does not say what it gives", "write `fn {name}(…) {{ … }}`";
        /// A function that takes the same name twice.
        ParameterTwice { function: String, name: String } = NOT_PARSED "parse-parameter-twice",
            "`{function}` takes `{name}` twice", "choose another name";
        /// Two functions of one name.
        FunctionTwice { name: String } = NOT_PARSED "parse-function-twice",
            "there are two functions `{name}`", "choose another name";
        /// A function in a block or another function.
        FunctionInside = NOT_PARSED "parse-function-inside",
            "a function stands inside something else", "put it at the top of the script";
        /// A name that is taken.
        Defined { name: String } = NOT_PARSED "parse-defined",
            "`{name}` is defined already", "choose another name";
        /// A change of a constant.
        Constant { name: String } = NOT_PARSED "parse-constant",
            "`{name}` never changes", "define it with `let`";
        /// A change of something that is no variable.
        NoChange = NOT_PARSED "parse-no-change", "this cannot be given a value",
            "a variable can: `let name = …`";
        /// A single number after a range in a `switch`.
        NumberAfterRange = NOT_PARSED "parse-number-after-range",
            "a number stands after a range",
            "put the cases of single numbers before those of ranges";
        /// `_` before other cases.
        DefaultNotLast = NOT_PARSED "parse-default-not-last",
            "`_` is not the last case", "put it last";
        /// A condition on a case that cannot have one.
        CaseCondition = NOT_PARSED "parse-case-condition", "this case cannot have a condition",
            "take `if` and the condition away";
        /// Too deep an expression.
        TooDeep { limit: usize } = NOT_PARSED "parse-too-deep",
            "this is nested more than {limit} deep", "give a part of it a name with `let`";
        /// Too many functions.
        TooManyFunctions { limit: usize } = NOT_PARSED "parse-too-many-functions",
            "a script may define {limit} functions", "split the rule";
        /// Too large a text or list.
        LiteralTooLarge = NOT_PARSED "parse-literal-too-large", "this is too large", "write less, or split the rule";
        /// Anything else.
        Unread = NOT_PARSED "parse-unread", "this cannot be read",
            "docs/reference/rules.md shows what a rule may be made of";
        /// A text at which the parser itself failed.
        GaveUp = NOT_PARSED "parse-gave-up", "the parser gave up on this text",
            "write it in smaller steps";
    }
}
