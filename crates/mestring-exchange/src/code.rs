//! The stable codes of files that cannot be read or written.
//!
//! What is found beside what was read has codes of its own, in [`mestring_model::finding`]. A code
//! never gets a second meaning.

/// Every code with what it stands for and what would be right, in the order of the codes.
pub const CODES: &[(&str, &str, &str)] = &[
    ("X001", "the file or folder is not there", "check the path"),
    (
        "X002",
        "a file where a folder is needed",
        "give the folder that the file lies in",
    ),
    (
        "X003",
        "a folder where a file is needed",
        "give a file in it",
    ),
    (
        "X004",
        "the operating system refuses",
        "ask for access, or close the program that holds the file",
    ),
    (
        "X005",
        "the file is too large",
        "keep only the rows and columns that the table needs",
    ),
    (
        "X006",
        "the file is not text",
        "save the table as `CSV UTF-8` or as an `.xlsx` workbook",
    ),
    (
        "X007",
        "the file is not an .xlsx workbook",
        "save the table as an `.xlsx` workbook without a password",
    ),
    (
        "X008",
        "the workbook is damaged",
        "open it in a spreadsheet and save it again as `.xlsx`",
    ),
    (
        "X009",
        "the sheet is too large",
        "keep only the rows and columns that the table needs",
    ),
    (
        "X010",
        "the table holds national identity numbers",
        "take people out of the file and its history",
    ),
    ("X011", "the text is not UTF-8", "save it as UTF-8"),
    (
        "X012",
        "the folder is not a pack",
        "name a folder with a `pack.toml`",
    ),
    (
        "X013",
        "the workbook cannot be written",
        "change the sheet's name or its cells",
    ),
    (
        "X014",
        "the folder or workbook holds no table",
        "name a folder of CSV files such as `offers.csv`, or a workbook with a sheet for each table",
    ),
    (
        "X015",
        "the mapping cannot be read",
        "correct `mapping.toml`, or delete it and import again",
    ),
    (
        "X016",
        "a desk names a folder of rules that is not there",
        "correct the path, which is counted from the desk's folder, or take the line away to use the shipped pack",
    ),
    (
        "X017",
        "a table of the desk cannot be added to",
        "mend the file and import again",
    ),
    (
        "X129",
        "a national number would be written into a log",
        "take people out of the desk, the rules and the reason",
    ),
    (
        "X130",
        "changes of files cannot be followed",
        "raise the system's limit of watched folders, or follow them by polling alone",
    ),
    (
        "X131",
        "folders of rules change all the time",
        "stop what writes them, or copy finished packs there",
    ),
    (
        "X132",
        "a person store lies in a git work tree",
        "move it out; only people who are made up may lie there",
    ),
    ("X133", "a person store lies inside a desk", "move it out"),
    (
        "X134",
        "a desk holds a table of persons",
        "move the table to a person store outside the desk",
    ),
    (
        "X135",
        "a person store holds national identity numbers",
        "write for each person an id of the centre's own",
    ),
    (
        "X136",
        "the folder holds no table of a person store",
        "name a folder with `people.csv`",
    ),
];

#[cfg(test)]
mod tests {
    use mestring_model::finding;

    use super::CODES;

    #[test]
    fn codes_are_listed_once_and_in_order_and_findings_mean_the_same_by_them() {
        assert!(CODES.len() > 10);
        assert!(CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let mut shared = 0;
        for (code, meaning, _) in CODES {
            for (_, other) in finding::CODES.iter().filter(|(own, _)| own == code) {
                assert_eq!(meaning, other, "{code}");
                shared += 1;
            }
        }
        assert!(shared > 1, "only {shared} codes were compared");
    }
}
