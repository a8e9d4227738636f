//! The stable codes of this crate's errors.
//!
//! What is wrong with a desk's data has codes of its own, in [`mestring_model::finding`].

/// Every code with what it stands for and what would be right, in the order of the codes: `A` is
/// about people, runs and choices ([`AssignError`](crate::assign::AssignError)), `C` about a question ([`DecideError`](crate::decide::DecideError)) or
/// a search ([`CandidateError`](crate::relate::candidates::CandidateError)), `F` about a frame (the feature
/// `arrow`), `X` about a line of a decision log. A code never gets a second meaning.
pub const CODES: &[(&str, &str, &str)] = &[
    (
        "A001",
        "two people have the same id",
        "give each person one row",
    ),
    ("A002", "two runs have the same id", "give each run one row"),
    (
        "A003",
        "a person is of class 0",
        "number the classes from 1, which is served first",
    ),
    (
        "A004",
        "a choice is of a person who is not among the people",
        "add the person, or leave the choice out",
    ),
    (
        "A005",
        "a choice is of a run that is not among the runs",
        "add the run, or leave the choice out",
    ),
    (
        "A006",
        "a person chooses the same run twice",
        "leave one of the choices out",
    ),
    (
        "A007",
        "a preference cost is too high or too low",
        "give costs in a larger unit",
    ),
    (
        "A008",
        "there are more people, runs or seats than can be counted, or costs too far apart for so many runs",
        "solve regions or target groups one by one, or give costs in a larger unit",
    ),
    (
        "A009",
        "a run is to lose more seats than it has",
        "remove at most as many as it has",
    ),
    (
        "A010",
        "a person was removed, or never was there",
        "name a person who is there",
    ),
    ("A011", "the work was stopped", "start it again"),
    (
        "A012",
        "a change did not pass its check, which is a fault in mestring",
        "solve anew, and report the fault",
    ),
    (
        "A013",
        "a run needs more people than it takes",
        "give it more seats, or a smaller minimum",
    ),
    (
        "A014",
        "seats or people are to be changed where runs have a minimum group",
        "change the lists and solve anew",
    ),
    (
        "A015",
        "a person has a place in a run that is not among the choices",
        "add the choice with its cost",
    ),
    (
        "A016",
        "what it costs to move a person is too high or too low",
        "give costs in a larger unit",
    ),
    (
        "A017",
        "seats are reserved in a run that is not there",
        "add the run, or take the reservation out",
    ),
    (
        "A018",
        "seats are reserved for a person who is not there",
        "add the person, or take them out of the reservation",
    ),
    (
        "A019",
        "more seats of a run are reserved than it has",
        "reserve at most as many as it has",
    ),
    (
        "A020",
        "somebody is added who could go to a run with reserved seats, and nobody said which are for them",
        "add them with their groups",
    ),
    (
        "A021",
        "a reservation was asked for that is not there",
        "name a reservation that is there",
    ),
    (
        "A022",
        "a party has one person, or too many",
        "name a patient and one to five relatives",
    ),
    (
        "A023",
        "a party names a person who is not there",
        "add the person, or take them out of the party",
    ),
    (
        "A024",
        "a person is in two parties, or twice in one",
        "name each person once",
    ),
    (
        "A025",
        "somebody of a party has a place already",
        "leave the party out, and give the others that run as their only choice",
    ),
    (
        "A026",
        "seats or people are to be changed where people come together",
        "change the lists and solve anew, or ask with the parties where they are",
    ),
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
        "C030",
        "no two of the packs that were to be compared decide the same",
        "give two packs of one kind, or two folders that both hold one",
    ),
    (
        "C031",
        "a phrase of a gate is not understood",
        "write one as docs/reference/gate.md says",
    ),
    (
        "C032",
        "packs were to be compared that judge persons, of whom a desk holds none",
        "compare packs of priority, format, requirement, funding, relation or obligation",
    ),
    (
        "C035",
        "a folder of several packs holds none for the key in desk.toml",
        "name the folder of one pack, or name the key after a pack's name or kind",
    ),
    (
        "C036",
        "two packs are in force on the same date",
        "let one end before the other begins",
    ),
    (
        "C037",
        "a decision log has no such entry or run",
        "name one that it has",
    ),
    (
        "C038",
        "a decision is not what was proposed, and no reason is given",
        "say why",
    ),
    (
        "C039",
        "a decision is given by something else than the id of a role",
        "give the id of a role",
    ),
    (
        "C042",
        "a run of a proposal was decided before",
        "nothing, where a later decision takes the place of the earlier one",
    ),
    (
        "C043",
        "a pack that was offered has no cases",
        "write some beside its rules, in NAME.test.toml",
    ),
    (
        "C045",
        "the desk has no such leader",
        "name a leader of the desk, by its id",
    ),
    (
        "C046",
        "a run that is not decided cannot be cancelled",
        "write `refused` in verdicts for a run that is wished for",
    ),
    (
        "C047",
        "a room is held by a decided run",
        "cancel the run, or move it",
    ),
    (
        "C048",
        "the run has no seat that could be declined",
        "name a decided run for which somebody is expected",
    ),
    (
        "C049",
        "an absence, a loss or a closed span ends before it starts",
        "give the first day first",
    ),
    (
        "C050",
        "a decision is dated before its proposal, or after today",
        "give the day on which it was decided",
    ),
    (
        "C052",
        "nobody by that id waits or has a place in the person store",
        "write the id as the table of people has it",
    ),
    (
        "C053",
        "a run gives no places",
        "name a run that is decided, has not begun and states its seats",
    ),
    (
        "C054",
        "the desk has more rooms, course leaders and half-days than can be planned at once",
        "give the plan fewer days in desk.toml, or split the desk",
    ),
    (
        "C055",
        "two records of one table have the same id",
        "give each record an id of its own",
    ),
    (
        "C056",
        "a column has more or fewer values than there are records",
        "give one for each record, and `None` or an empty list where there is none",
    ),
    (
        "C057",
        "a search asks for a column that is not there, or there twice",
        "correct the name, or give each column a name of its own",
    ),
    (
        "C058",
        "an option of a search is out of bounds, or a table too large",
        "give a number within the bounds that are told",
    ),
    (
        "C059",
        "the desk has no such budget",
        "name a budget of the desk, by its id",
    ),
    (
        "C060",
        "a budget counts something else than what it is to be cut by",
        "give `amount` for kroner, `hours` for hours of advisers",
    ),
    (
        "C061",
        "a budget is to be cut by nothing, or by more than it holds",
        "give more than 0 and at most what it holds",
    ),
    (
        "C062",
        "a leader is to say yes who is confirmed already",
        "leave the event out",
    ),
    (
        "C090",
        "the desk has no target group with a pathway, and no pathway, of that id",
        "name one that the pathways of the desk list",
    ),
    (
        "C091",
        "the area of the desk has no such municipality",
        "name one of the area, by its number or its name",
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
    (
        "F016",
        "a cell is empty where a value is needed",
        "write the value, or leave the row out",
    ),
    (
        "F017",
        "a number in a frame is out of its bounds",
        "write a number within them",
    ),
    (
        "F018",
        "a cell names an id that another frame does not have",
        "add the row there, or leave this one out",
    ),
    (
        "X124",
        "a line is no entry of a decision log",
        "look for the line in a backup",
    ),
    (
        "X125",
        "a line of a decision log was changed after it was written",
        "take the line from a backup",
    ),
    (
        "X126",
        "the last line of a decision log is torn",
        "ask the question again",
    ),
    (
        "X127",
        "a later version wrote a line of a decision log",
        "use a later version",
    ),
    (
        "X128",
        "a line of a decision log does not follow the one before it",
        "compare the log with a backup",
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
