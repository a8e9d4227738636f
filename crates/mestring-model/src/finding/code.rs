//! What each code of a finding stands for.

/// The codes of findings about a desk's data, with what each stands for: `D` is about rows and
/// settings, `X1` about files that were read, `C` about what a question needs. A code never gets a
/// second meaning. Codes of files that cannot be read at all stand with their errors.
pub const CODES: &[(&str, &str)] = &[
    ("C002", "the plan may use no days"),
    (
        "C011",
        "a shipped pack has another version than the desk names",
    ),
    ("C012", "a pack that no question uses"),
    ("C021", "a pack answers otherwise than its own cases expect"),
    ("C023", "a pack's parameter has no value on the date"),
    ("C026", "a workbook names rules that it does not hold"),
    (
        "C034",
        "a pack is used on a day on which it is not in force",
    ),
    ("D001", "a file or sheet has the name of no table"),
    ("D004", "two columns have headings of the same meaning"),
    ("D005", "a heading is not a column of the table"),
    ("D006", "a column that the table needs is missing"),
    ("D010", "a cell that must be filled in is empty"),
    ("D011", "a cell cannot be read"),
    ("D012", "cells of a row do not fit together"),
    (
        "D013",
        "a single fact is about a table, row or column that does not exist",
    ),
    ("D020", "an id stands twice"),
    ("D021", "a cell names a row that does not exist"),
    ("D022", "the shares of an agreement do not sum to the whole"),
    ("D023", "a municipality's number does not stand on the date"),
    ("D024", "a topic of the desk's own cannot be used"),
    (
        "D025",
        "an answer of no offer contradicts an offer that is listed",
    ),
    ("D030", "desk.toml or store.toml is not TOML"),
    (
        "D031",
        "a setting of desk.toml or store.toml cannot be used",
    ),
    ("D032", "two rows of a person store are about the same"),
    ("D033", "a relative of a relative"),
    (
        "D034",
        "the municipality of a person does not stand on the date",
    ),
    ("D035", "a day lies after the date of the question"),
    ("D036", "a person store holds nobody"),
    ("D037", "an event that was written down cannot be used"),
    ("D038", "more seats of a run are kept for some than it has"),
    (
        "D039",
        "seats are kept for somebody of whom no municipality is known",
    ),
    (
        "D040",
        "a group that follows a run elsewhere has a room that it cannot have",
    ),
    (
        "D041",
        "a decided run names no room for a group that follows it elsewhere",
    ),
    (
        "D042",
        "groups are said to follow a run elsewhere that is not sent out",
    ),
    ("D070", "a pathway is for no target group"),
    ("D071", "a step names a pathway that does not exist"),
    ("D072", "a course is named for a step that does not exist"),
    (
        "D073",
        "a pathway document names a course whose facts speak against it",
    ),
    ("D074", "a pathway has no steps"),
    ("D075", "a step is about topics that no list knows"),
    ("X005", "the file is too large"),
    ("X006", "the file is not text"),
    ("X010", "the table holds national identity numbers"),
    ("X101", "the encoding and the separator that were detected"),
    ("X102", "letters were damaged before the file came here"),
    ("X103", "a row has more cells than there are headings"),
    ("X104", "a row has fewer cells than there are headings"),
    ("X105", "a quotation mark is never closed"),
    ("X106", "a heading stands twice"),
    ("X107", "a column has cells but no heading"),
    ("X108", "the headings do not stand in the first row"),
    ("X109", "there is no table"),
    ("X110", "the sheet is hidden"),
    ("X111", "a cell holds a spreadsheet's error"),
    ("X112", "cells hold formulas"),
    ("X113", "a formula has no computed value"),
    ("X114", "cells are merged"),
    ("X115", "the sheet holds no table"),
    ("X116", "a date is shown without its year"),
    ("X117", "the desk has no rows"),
    ("X118", "a list says something else than the desk"),
    (
        "X119",
        "a cell or row of a list was left out of the desk; most say why in the words of a `D` code",
    ),
    ("X120", "no table of a desk fits a list"),
    ("X121", "cells that imports left out wait to be mended"),
    (
        "X122",
        "a number may be a national identity number, mistyped",
    ),
    ("X123", "a table of the desk got another encoding"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::declared;
    use super::CODES;

    #[test]
    fn every_code_is_listed_once_in_order_and_used() {
        assert!(CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let listed: BTreeSet<&str> = CODES.iter().map(|(code, _)| *code).collect();
        let used: BTreeSet<&str> = declared()
            .map(|own| own.code)
            .filter(|code| !code.is_empty())
            .collect();
        assert_eq!(used, listed);
        assert!(used.len() > 30, "only {} codes were looked at", used.len());
    }

    #[test]
    fn every_problem_has_a_name_of_its_own_and_texts_with_all_its_arguments() {
        let mut names = BTreeSet::new();
        for own in declared() {
            assert!(names.insert(own.name), "`{}` stands twice", own.name);
            let all = [own.found, own.remedy, own.without.unwrap_or_default()].concat();
            for arg in own.args {
                assert!(all.contains(&format!("{{{arg}}}")), "{}: {arg}", own.name);
            }
            assert!(
                !own.found.is_empty() && !own.found.ends_with('.'),
                "{}",
                own.name
            );
        }
        assert!(names.len() > 60, "only {} were looked at", names.len());
    }
}
