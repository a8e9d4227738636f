//! Every script of a rule pack has its cases beside it.

use toml::Table;

use super::{Look, Tree};

/// Each `rules/PACK/NAME.rhai` has a `NAME.test.toml` with at least one case.
pub fn cases(tree: &Tree) -> Look {
    let mut look = Look::default();
    for (path, _) in tree
        .ending(&[".rhai"])
        // What editors read declares facts and functions; it holds no rule.
        .filter(|(path, _)| path.starts_with("rules/") && !path.ends_with(".d.rhai"))
    {
        look.seen += 1;
        let Some(stem) = path.strip_suffix(".rhai") else {
            continue;
        };
        let beside = format!("{stem}.test.toml");
        let Some(text) = tree.text(&beside) else {
            look.fault(path, 0, format!("has no cases; write {beside}"));
            continue;
        };
        match text.parse::<Table>() {
            Err(error) => look.fault(
                &beside,
                0,
                format!("does not read as TOML: {}", error.message()),
            ),
            Ok(table) => {
                let count = table
                    .get("case")
                    .and_then(toml::Value::as_array)
                    .map_or(0, Vec::len);
                if count == 0 {
                    look.fault(&beside, 0, "has no [[case]]");
                }
            }
        }
    }
    look
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    const RULE: (&str, &str) = ("rules/priority/established.rhai", "run.established");

    #[test]
    fn a_rule_with_a_case_passes() {
        check(
            cases,
            &[
                RULE,
                (
                    "rules/priority/established.test.toml",
                    "[[case]]\nname = 'a'",
                ),
            ],
            &[],
        );
    }

    #[test]
    fn a_rule_without_cases_is_a_fault() {
        check(
            cases,
            &[RULE],
            &[
                "rules/priority/established.rhai: has no cases; write rules/priority/established.test.toml",
            ],
        );
        let beside = "rules/priority/established.test.toml";
        check(
            cases,
            &[RULE, (beside, "case = []")],
            &["rules/priority/established.test.toml: has no [[case]]"],
        );
        check(
            cases,
            &[RULE, (beside, "[[case")],
            &["rules/priority/established.test.toml: does not read as TOML"],
        );
    }
}
