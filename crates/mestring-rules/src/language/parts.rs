//! The tables of the language: what a script is made of, what it may not hold, and operators.

use super::{Operator, Part};

const fn part(name: &'static str, meaning: &'static str, example: &'static str) -> Part {
    Part {
        name,
        meaning,
        example,
    }
}

/// What a script may be made of. The parameters are `least` (4) and `formats` (two formats).
pub(super) const PARTS: &[Part] = &[
    part(
        "the answer",
        "The value of the last expression, without `;` behind it.",
        "run.sessions >= p.least",
    ),
    part(
        "a fact",
        "A fact of the record, right of a dot.",
        "run.referral",
    ),
    part(
        "a parameter",
        "A value of `pack.toml`, as it holds on the date of the question.",
        "run.format in p.formats",
    ),
    part(
        "yes and no",
        "`true` and `false`.",
        "(run.referral ?? false) == true",
    ),
    part(
        "numbers",
        "Whole, or with a decimal point; `1_000` is 1000.",
        "run.hours > 7.5 && run.seats < 1_000",
    ),
    part(
        "texts",
        "In double quotes, or between `` ` `` over several lines.",
        "run.title in [\"Heart school\", `Hjerteskole`]",
    ),
    part(
        "lists",
        "Of texts or of numbers.",
        "run.sessions in [4, 6, 8]",
    ),
    part(
        "ranges",
        "Whole numbers: `4..8` without the last, `4..=8` with it.",
        "run.sessions in 4..=8",
    ),
    part(
        "a variable",
        "`let` names a value.",
        "let half_days = run.sessions * 2;\nhalf_days <= 12",
    ),
    part(
        "a change",
        "Of a variable, with `=`, `+=`, `-=`, `*=`, `/=`, `%=` or `**=`.",
        "let points = 0;\nif run.referral { points += 2; }\npoints > 1",
    ),
    part(
        "`if`",
        "With `else if` and `else`; where its value is used, `else` must be there.",
        "if run.sessions > 8 { false } else if run.referral { true } else { run.seats > 10 }",
    ),
    part(
        "`switch`",
        "With words, whole numbers or ranges as cases, several parted by `|`, and conditions behind \
         `if`; where its value is used, `_` must be there.",
        "switch run.format { \"physical\" | \"hybrid\" => true, \"telephone\" if run.referral => true, _ => false }",
    ),
    part(
        "`return`",
        "Answers at once.",
        "if run.sessions < 2 { return false; }\nrun.referral",
    ),
    part(
        "a block",
        "Statements in braces; the last is its value.",
        "let enough = { let least = p.least; run.sessions >= least };\nenough",
    ),
    part(
        "a function",
        "Called before its arguments or behind a dot.",
        "run.title.contains(\"KiD\") && max(run.sessions, 4) > 4",
    ),
    part(
        "a helper",
        "A function of the script's own; it sees only its arguments, and calls only helpers above it.",
        "fn few(number) { number < 4 }\nfew(run.sessions)",
    ),
    part(
        "`known(…)`",
        "Asks whether a fact is known, and never stops.",
        "known(run.seats) && run.seats > 12",
    ),
    part(
        "`??`",
        "Assumes a value where a fact is not known; the verdict says so.",
        "(run.sessions ?? 6) > 4",
    ),
    part(
        "a comment",
        "From `//` to the end of the line, or between `/*` and `*/`. A script begins with one that says \
         what, why and source.",
        "run.sessions > 4 /* more than a talk */ && run.referral // and asked for",
    ),
];

/// Scripts that are refused, one for each thing that rules may not hold.
pub(super) const REFUSED: &[&str] = &[
    "let n = 0; while n < 3 { n += 1; } run.sessions > n",
    "for n in [1, 2] { run.sessions > n }",
    "try { run.sessions > 4 } catch { false }",
    "if run.sessions > 4 { throw \"no\"; } true",
    "export let a = run.sessions; a > 4",
    "let a; a = run.sessions; a > 4",
    "if run.sessions > 4 { return; } true",
    "run.sessions == ()",
    "#{ a: run.sessions }.a > 4",
    "let groups = run.target_groups; groups[0] == \"copd\"",
    "`${run.sessions} sessions` == \"6 sessions\"",
    "run.title == 'H'",
    "run?.sessions > 4",
    "m::limit < run.sessions",
    "fn few(n) { n < 4 } few(run.sessions) && few",
    "m::few(run.sessions)",
    "run.few(4) && run.sessions > 4",
    "fn few(n) { n < 4 } run.sessions.few()",
    "run.title.len > 4",
    "fn few(n) { if n < 1 { true } else { few(n - 1) } } few(run.sessions)",
    "fn few(n) { n < 4 } fn few(n, m) { n < m } few(run.sessions)",
    "fn int.few(n) { n < 4 } run.sessions > 4",
    "fn min(n) { n < 4 } min(run.sessions)",
    "let p = 4; run.sessions > p",
    "let størst = 4; run.sessions > størst",
    "p = 4; run.sessions > p",
    "run.sessions += 1; run.sessions > 4",
    "run.referral & run.activity",
    "switch run.sessions { 4.5 => true, _ => false }",
    "switch run.hours { 4 => true, _ => false }",
    "import \"other\" as m; run.sessions > 4",
    "|n| n > run.sessions",
    "this.sessions > 4",
    "eval(\"run.sessions > 4\")",
    "print(run.title); true",
];

const fn operator(
    shape: &'static str,
    meaning: &'static str,
    example: &'static str,
    gives: &'static str,
) -> Operator {
    Operator {
        shape,
        meaning,
        example,
        gives,
    }
}

/// The operators, `A` and `B` for what they stand between. `??` stands among [`PARTS`].
pub(super) const OPERATORS: &[Operator] = &[
    operator(
        "A == B",
        "Equal; numbers within one rounding.",
        "0.1 + 0.2 == 0.3",
        "true",
    ),
    operator("A != B", "Not equal.", "\"copd\" != \"heart\"", "true"),
    operator("A < B", "Less.", "3 < 3.5", "true"),
    operator("A <= B", "Less or equal.", "4 <= 3", "false"),
    operator("A > B", "Greater.", "4 > 3", "true"),
    operator("A >= B", "Greater or equal.", "4 >= 4", "true"),
    operator("A + B", "The sum, or two texts as one.", "4 + 0.5", "4.5"),
    operator("A - B", "The difference.", "4 - 6", "-2"),
    operator("A * B", "The product.", "4 * 6", "24"),
    operator(
        "A / B",
        "The quotient; of two whole numbers without the remainder.",
        "7 / 2",
        "3",
    ),
    operator("A % B", "The remainder.", "7 % 2", "1"),
    operator("A ** B", "The power.", "2 ** 3", "8"),
    operator(
        "A..B",
        "A range without its last number.",
        "8 in 4..8",
        "false",
    ),
    operator(
        "A..=B",
        "A range with its last number.",
        "8 in 4..=8",
        "true",
    ),
    operator(
        "A in B",
        "The list, range or text holds it.",
        "4 in [4, 6]",
        "true",
    ),
    operator("A !in B", "It does not.", "4 !in [4, 6]", "false"),
    operator(
        "A && B",
        "Both; the right side is read only where the left says yes.",
        "true && false",
        "false",
    ),
    operator(
        "A || B",
        "At least one; the right side is read only where the left says no.",
        "false || true",
        "true",
    ),
    operator("!A", "The opposite.", "!true", "false"),
    operator("-A", "The number with its sign turned.", "-(4 - 6)", "2"),
    operator("+A", "The number as it is.", "+4", "4"),
];
