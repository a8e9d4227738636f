//! The stable codes of this crate's errors.
//!
//! What is wrong with a desk's data has codes of its own, in [`mestring_model::finding`].

/// Every code with what it stands for and what would be right, in the order of the codes: `C` is
/// about a question ([`DecideError`](crate::decide::DecideError)), `F` about a frame (the feature
/// `arrow`). A code never gets a second meaning.
pub const CODES: &[(&str, &str, &str)] = &[
    (
        "C001",
        "the desk has no such room",
        "name a room of the desk",
    ),
    (
        "C002",
        "the plan may use no days",
        "set `plan_from` and `plan_until` in desk.toml",
    ),
    (
        "C003",
        "a pack did not answer about every obligation",
        "ask who wrote the pack's plugin",
    ),
    (
        "C004",
        "the plan may not use the day",
        "give a day among them, or change `plan_from` and `plan_until` in desk.toml",
    ),
    (
        "C010",
        "the desk chose a shipped pack that does not exist",
        "write the name of a shipped pack in desk.toml",
    ),
    (
        "C016",
        "the desk chose a folder of rules that was not read",
        "read the folder before the packs are chosen",
    ),
    (
        "C017",
        "a pack is of another kind than its key in desk.toml says",
        "choose another pack there, or choose this one under its own kind",
    ),
    ("C018", "two packs of one kind were given", "leave one out"),
    (
        "C019",
        "two requirements have the same name",
        "give one of them another `name` in its pack.toml",
    ),
    (
        "C020",
        "no pack of a kind that is needed is shipped",
        "rebuild mestring with its own rules",
    ),
    ("C027", "the desk has no such run", "name a run of the desk"),
    (
        "C028",
        "a run stands in no order of priority",
        "name a run that is wished for",
    ),
    (
        "C029",
        "a run was to be held against itself",
        "name another run",
    ),
    (
        "F001",
        "no column has the name of a fact",
        "name the columns as docs/reference/facts.md names the facts",
    ),
    (
        "F002",
        "two columns have the same name",
        "give each column a name of its own",
    ),
    (
        "F003",
        "the frame has no column of the name",
        "correct the name",
    ),
    (
        "F004",
        "a column's type stands for no fact and no cell",
        "convert the column to texts, numbers, dates or yes and no",
    ),
    (
        "F005",
        "a cell is of another type than the fact",
        "convert the column to the fact's type",
    ),
    (
        "F006",
        "a cell holds a word that is not in the fact's list",
        "write one of the fact's words",
    ),
    (
        "F007",
        "columns differ in length",
        "give each column one value for each row",
    ),
    (
        "F008",
        "Arrow itself refuses the frame",
        "make the frame again with the library that it comes from",
    ),
];

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn codes_are_listed_once_and_in_order() {
        assert!(CODES.len() > 10);
        assert!(CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
