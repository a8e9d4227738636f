//! What rules answer where facts are missing, row by row: the table of the reference, which the tests
//! run.

/// A rule of one line and what it answers about a run with six sessions and a referral, of which
/// nothing else is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What the row is about.
    pub about: &'static str,
    /// The script.
    pub script: &'static str,
    /// What it answers; where it cannot, what is missing and what the answer could be, or why that
    /// stays open.
    pub answer: &'static str,
}

const fn row(about: &'static str, script: &'static str, answer: &'static str) -> Row {
    Row {
        about,
        script,
        answer,
    }
}

const LOGIC: &str = "Logic";
const WORDS_OF_A_LIST: &str = "Words of a list";
const NUMBERS: &str = "Numbers";
const SEVERAL_FACTS: &str = "Several facts";
const LISTS_OF_WORDS: &str = "Lists of words";
const WHAT_STAYS_OPEN: &str = "What stays open";
const WHAT_THE_RULE_ITSELF_SAYS: &str = "What the rule itself says";

/// The table. The parameter `least` is 4.
pub const TABLE: &[Row] = &[
    row(
        LOGIC,
        "run.activity || run.referral",
        "yes, whatever activity is",
    ),
    row(LOGIC, "run.activity && false", "no, whatever activity is"),
    row(LOGIC, "!run.referral && run.activity", "no"),
    row(
        LOGIC,
        "run.activity && run.referral",
        "cannot tell: activity; could be no, yes",
    ),
    row(
        WORDS_OF_A_LIST,
        "switch run.format { \"physical\" => 1, \"hybrid\" => 2, _ => 3 }",
        "cannot tell: format; could be 1, 2, 3",
    ),
    row(
        WORDS_OF_A_LIST,
        "run.format in [\"physical\", \"hybrid\"] || run.sessions > 5",
        "yes, whatever format is",
    ),
    row(
        WORDS_OF_A_LIST,
        "run.format !in [\"physical\", \"hybrid\"] && run.sessions > 7",
        "no, whatever format is",
    ),
    row(
        NUMBERS,
        "run.seats >= 4",
        "cannot tell: seats; could be no, yes",
    ),
    row(NUMBERS, "run.seats >= 0", "yes, whatever seats is"),
    row(
        NUMBERS,
        "run.seats < run.sessions || run.seats > 4",
        "yes, whatever seats is",
    ),
    row(
        NUMBERS,
        "run.seats < run.sessions || run.seats > 6",
        "cannot tell: seats; could be no, yes",
    ),
    row(
        NUMBERS,
        "run.seats >= p.least && run.seats < p.least",
        "no, whatever seats is",
    ),
    row(
        NUMBERS,
        "run.seats > 5 && run.waiting > 5 && run.seats < run.waiting",
        "cannot tell: seats, waiting; could be no, yes",
    ),
    row(
        NUMBERS,
        "run.seats > 5 && run.waiting < 5 && run.seats < run.waiting",
        "no, whatever seats and waiting is",
    ),
    row(
        NUMBERS,
        "run.hours > 2.5 && run.hours < 2.6",
        "cannot tell: hours; could be no, yes",
    ),
    row(
        NUMBERS,
        "let n = min(run.seats, 12); if n > 12 { 1 } else { 0 }",
        "0, whatever seats is",
    ),
    row(
        NUMBERS,
        "switch run.seats { 8 => 2, 0..8 => 1, _ => 3 }",
        "cannot tell: seats; could be 1, 2, 3",
    ),
    row(
        SEVERAL_FACTS,
        "if run.activity { run.format == \"physical\" } else { run.focus_group }",
        "cannot tell: activity, focus_group, format; could be no, yes",
    ),
    row(
        LISTS_OF_WORDS,
        "run.user_planning.len() >= 0",
        "yes, whatever user_planning is",
    ),
    row(
        LISTS_OF_WORDS,
        "\"peer\" in run.user_planning",
        "cannot tell: user_planning; could be no, yes",
    ),
    row(
        LISTS_OF_WORDS,
        "run.professions.len() > 0 || run.professions.is_empty()",
        "yes, whatever professions is",
    ),
    row(
        LISTS_OF_WORDS,
        "run.professions.is_empty() && \"peer\" in run.user_planning",
        "cannot tell: professions, user_planning; could be no, yes",
    ),
    row(
        LISTS_OF_WORDS,
        "\"nurse\" in run.professions && run.professions.len() < 1",
        "no, whatever professions is",
    ),
    row(
        WHAT_STAYS_OPEN,
        "run.seats",
        "cannot tell: seats; open: calculated",
    ),
    row(
        WHAT_STAYS_OPEN,
        "run.seats + 1 > 0",
        "cannot tell: seats; open: calculated",
    ),
    row(
        WHAT_STAYS_OPEN,
        "fn over(n) { n >= 0 } over(run.seats)",
        "cannot tell: seats; open: calculated",
    ),
    row(
        WHAT_STAYS_OPEN,
        "let x = run.seats; x += 1; x > 0",
        "cannot tell: seats; open: calculated",
    ),
    row(
        WHAT_STAYS_OPEN,
        "run.seats > run.sessions * 2",
        "cannot tell: seats; open: calculated",
    ),
    row(
        WHAT_STAYS_OPEN,
        "run.title == \"a\" || true",
        "cannot tell: title; open: free_text",
    ),
    row(
        WHAT_STAYS_OPEN,
        "run.title in run.target_groups || run.professions.len() > 3",
        "cannot tell: target_groups; open: free_text",
    ),
    row(
        WHAT_STAYS_OPEN,
        "if run.activity { 1 / (run.sessions - 6) } else { 0 }",
        "cannot tell: activity; open: stops",
    ),
    row(
        WHAT_THE_RULE_ITSELF_SAYS,
        "known(run.seats) || run.referral",
        "yes",
    ),
    row(WHAT_THE_RULE_ITSELF_SAYS, "(run.seats ?? 12) > 4", "yes"),
    row(
        WHAT_THE_RULE_ITSELF_SAYS,
        "if known(run.seats) { run.seats > 4 } else { run.activity || run.referral }",
        "yes, whatever activity is",
    ),
];
