//! Definition files for editors that have a language server for Rhai: the record of each kind with its
//! facts, and the functions.

use std::fmt::Write;

use mestring_model::facts::{FactDecl, FactType, Judged};
use mestring_rules::complaint::Sort;
use mestring_rules::language;

const HEAD: &str = "/// Written by `cargo xtask reference` from the declarations; do not edit.\n\
                    module static;\n";

/// The definition file of a kind of record.
pub(super) fn record(judged: Judged) -> String {
    let name = judged.code();
    let kind = kind_name(judged);
    let mut out = format!("{HEAD}\n/// The facts of a `{name}`.\ntype {kind} = #{{\n");
    for fact in judged.facts() {
        let _ = write!(
            out,
            "    /// {}\n    ///\n    /// {}\n    {}: {},\n",
            fact.meaning,
            about(fact),
            fact.name,
            type_of(fact.kind)
        );
    }
    let _ = write!(
        out,
        "}};\n\n/// The record that the rule answers about. A fact that is not known stops the rule: \
         `known({name}.FACT)`\n/// asks, and `{name}.FACT ?? VALUE` assumes.\nconst {name}: {kind};\n"
    );
    out
}

/// `Run` for `run`.
fn kind_name(judged: Judged) -> &'static str {
    match judged {
        Judged::Run => "Run",
        Judged::Pair => "Pair",
        Judged::Obligation => "Obligation",
        Judged::Person => "Person",
        Judged::Choice => "Choice",
    }
}

/// What a fact is, in one line.
fn about(fact: &FactDecl) -> String {
    let unit = fact.unit.map(|unit| format!(", in {unit}"));
    let words: Vec<&str> = fact.kind.words().iter().map(|word| word.code).collect();
    let words = if words.is_empty() {
        String::new()
    } else {
        format!(": `\"{}\"`", words.join("\"`, `\""))
    };
    format!(
        "{}{}{words}. Bokmål: {}. Nynorsk: {}.",
        fact.kind.name(),
        unit.unwrap_or_default(),
        fact.nb,
        fact.nn
    )
}

fn type_of(kind: FactType) -> &'static str {
    match kind {
        FactType::Bool => "bool",
        FactType::Int => "int",
        FactType::Number => "float",
        FactType::Text | FactType::Listed(_) => "String",
        FactType::TextList | FactType::ListedList(_) => "[String]",
    }
}

/// The definition file of the functions and the parameters.
pub(super) fn functions() -> String {
    let mut out = format!(
        "{HEAD}\n/// The parameters of the pack, as `pack.toml` declares them under `[[parameter]]`.\n\
         const p: ?;\n\n/// Yes where the fact is known; it never stops the rule.\n\
         fn known(fact: ?) -> bool;\n"
    );
    for own in language::functions() {
        for signature in own.signatures() {
            let names = ["a", "b"];
            let takes = signature.takes.iter().zip(names);
            let takes: Vec<String> = takes
                .map(|(sort, name)| format!("{name}: {}", type_of_sort(*sort)))
                .collect();
            let _ = write!(
                out,
                "\n/// {}\n///\n/// `{}` gives `{}`.\nfn {}({}) -> {};\n",
                own.meaning,
                own.example,
                own.gives,
                own.name,
                takes.join(", "),
                type_of_sort(signature.gives)
            );
        }
    }
    out
}

fn type_of_sort(sort: Sort) -> &'static str {
    match sort {
        Sort::YesNo => "bool",
        Sort::Whole => "int",
        Sort::Number => "float",
        Sort::Word | Sort::Text => "String",
        Sort::Texts => "[String]",
        Sort::Numbers => "[float]",
        Sort::List => "Array",
        Sort::Range => "Range<int>",
        Sort::Nothing => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_and_function_is_defined() {
        for judged in Judged::ALL {
            let file = record(judged);
            for fact in judged.facts() {
                let line = format!("    {}: {},", fact.name, type_of(fact.kind));
                assert!(file.lines().any(|own| own == line), "{line}");
            }
            let documented = file.lines().filter(|line| line.starts_with("    /// "));
            assert_eq!(documented.count(), 2 * judged.facts().len());
        }
        let file = functions();
        assert!(file.contains("fn known(fact: ?) -> bool;"), "{file}");
        assert!(file.contains("fn min(a: int, b: int) -> int;"), "{file}");
        for own in language::functions() {
            assert!(file.contains(&format!("fn {}(", own.name)));
        }
    }
}
