//! The tidy rules over the real tree, one test each, so that `cargo test` names the rule that broke.

use std::path::Path;

use xtask::tidy::{RULES, Tree, judge};

fn check(name: &str) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tree = Tree::read(&root).map_err(|e| format!("cannot read the tree: {e}"))?;
    let rule = RULES
        .iter()
        .find(|rule| rule.name == name)
        .ok_or("there is no such rule")?;
    let look = judge(rule, &tree);
    let shown: Vec<String> = look.faults.iter().map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{}:\n{}", rule.why, shown.join("\n"));
    assert!(0 < look.seen, "nothing was looked at");
    Ok(())
}

macro_rules! rules {
    ($($test:ident = $name:literal,)*) => {
        const TESTED: &[&str] = &[$($name),*];
        $(#[test] fn $test() -> Result<(), String> { check($name) })*
    };
}

rules! {
    crate_order = "crate-order",
    crate_exclusive = "crate-exclusive",
    crate_lints = "crate-lints",
    room_order = "room-order",
    judge_unseen = "judge-unseen",
    purity = "purity",
    file_length = "file-length",
    machine_paths = "machine-paths",
    unfinished = "unfinished",
    national_numbers = "national-numbers",
    rules_have_cases = "rules-have-cases",
    changelog = "changelog",
    crate_map = "crate-map",
    features = "features",
    invariants = "invariants",
}

#[test]
fn every_rule_has_a_test_here() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names, TESTED);
}
