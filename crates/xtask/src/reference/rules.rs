//! The page about the rule language: what a script, a pack and a case may say, and the shipped packs.

use std::fmt::Write;

use mestring_model::facts::{FactValue, Judged};
use mestring_model::term::Term as _;
use mestring_rules::complaint::Sort;
use mestring_rules::keys::{self, Key, Shape};
use mestring_rules::language::{self, Signature};
use mestring_rules::parameter::Parameter;
use mestring_rules::{Kind, Pack, Plugins};

use super::NOTE;

/// The page.
pub(super) fn page() -> String {
    let mut out = format!(
        "{NOTE}\n# The rule language\n\n\
         A rule is a short script in a file `x.rhai`, its cases in `x.test.toml` beside it, and \
         `pack.toml` says what the folder decides with them. [Change a rule](../guides/change-a-rule.md) \
         shows it step by step. Scripts are a small part of the language [Rhai](https://rhai.rs): no \
         loops, no way to files, clock or output, so that every rule ends and can be checked and \
         explained. Everything on this page is read from the program's own lists; the tests run every \
         example.\n"
    );
    script(&mut out);
    signs(&mut out);
    refused(&mut out);
    kinds(&mut out);
    out.push_str(
        "\n## pack.toml\n\n\
         Keys marked \\* must be there. What the check says of a wrong key or value has the codes \
         [R001 to R009](rule-codes.md).\n\n",
    );
    key_table(&mut out, "", keys::PACK);
    out.push_str(
        "\n## x.test.toml\n\n\
         The cases of the rule `x`. `mestring rules test` runs them; a rule without cases is warned \
         about.\n\n",
    );
    key_table(&mut out, "", keys::CASES);
    shipped(&mut out);
    out
}

fn script(out: &mut String) {
    out.push_str(
        "\n## What a script may hold\n\n\
         A script reads the facts of one record, named by the kind of pack (`run`, `pair`, \
         `obligation`, `person` or `choice`; [all facts](facts.md)), and the parameters `p` of its \
         pack. Its last value is the answer. A fact that is not known is never a value: \
         [what a rule answers where facts are missing](unknown.md).\n\n\
         | part | what it does | example |\n|---|---|---|\n",
    );
    for part in language::parts() {
        let example = part.example.replace('\n', " ");
        let _ = writeln!(
            out,
            "| {} | {} | {} |",
            part.name,
            part.meaning,
            code(&example)
        );
    }
    out.push_str(
        "\nNothing on this list repeats itself, so every script is *loop-free*: its longest way is \
         counted before it runs. A loop-free script is also *columnar-ready*, which means that it \
         could be run over whole columns of records at once, unless it puts a text together with `+`. \
         `mestring rules check PACK_DIR --all` says so of each script, and where it does. All shipped \
         scripts stand [below](#the-shipped-packs).\n",
    );
}

/// Code in a cell of a table.
fn code(text: &str) -> String {
    let text = text.replace('|', "\\|");
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

fn signs(out: &mut String) {
    out.push_str(
        "\n## Operators\n\n\
         `whole` is a whole number, `decimal` one with decimals, `number` either. Texts and words have \
         no order. A range stands behind `in` only.\n\n\
         | operator | what it gives | takes → gives | example | result |\n|---|---|---|---|---|\n",
    );
    for own in language::operators() {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | `{}` |",
            code(own.shape),
            own.meaning,
            usage(&own.signatures()),
            code(own.example),
            own.gives
        );
    }
    out.push_str(
        "\n## Functions\n\n\
         `f(a, b)` and `a.f(b)` are the same. Helpers of the script are called the first way only.\n\n\
         | function | what it gives | takes → gives | example | result |\n|---|---|---|---|---|\n",
    );
    for own in language::functions() {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | `{}` |",
            code(own.form),
            own.meaning,
            usage(&own.signatures()),
            code(own.example),
            own.gives
        );
    }
}

/// A type in few words.
fn short(sort: Sort) -> &'static str {
    match sort {
        Sort::YesNo => "yes/no",
        Sort::Whole => "whole",
        Sort::Number => "decimal",
        Sort::Word => "word",
        Sort::Text => "text",
        Sort::Numbers => "numbers",
        Sort::Texts => "texts",
        Sort::List => "list",
        Sort::Range => "range",
        Sort::Nothing => "nothing",
    }
}

/// Every way to use something, those that differ in the kind of numbers together.
fn usage(signatures: &[Signature]) -> String {
    let gives = |takes: &[Sort]| {
        let own = signatures.iter().find(|own| own.takes == takes);
        own.map(|own| own.gives)
    };
    let (whole, decimal) = (Sort::Whole, Sort::Number);
    let mixed = gives(&[whole, decimal]);
    let mixed = mixed.filter(|own| {
        [[decimal, whole], [decimal, decimal]]
            .iter()
            .all(|takes| gives(takes) == Some(*own))
    });
    let same_alone = gives(&[whole]).is_some() && gives(&[whole]) == gives(&[decimal]);
    let mut lines: Vec<String> = Vec::new();
    for own in signatures {
        let result = short(own.gives);
        let numbers = own.takes.iter().all(|sort| [whole, decimal].contains(sort));
        let line = match *own.takes {
            [_] if numbers && same_alone => format!("number → {result}"),
            [_, _] if numbers && mixed.is_some() && gives(&[whole, whole]) == mixed => {
                format!("number, number → {result}")
            }
            [one, other] if numbers && mixed.is_some() && [one, other] != [whole, whole] => {
                format!("numbers, one or both decimal → {result}")
            }
            _ => {
                let takes: Vec<_> = own.takes.iter().copied().map(short).collect();
                format!("{} → {result}", takes.join(", "))
            }
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("<br>")
}

fn refused(out: &mut String) {
    out.push_str(
        "\n## What is refused\n\n\
         The check lets through what stands above and nothing else. It says of each of these, as the \
         first error:\n\n| script | code | what is said | what to do |\n|---|---|---|---|\n",
    );
    for own in language::refused() {
        let cell = |text: String| text.replace('|', "\\|");
        let _ = writeln!(
            out,
            "| {} | [{}](rule-codes.md) | {} | {} |",
            code(own.script),
            own.said.code,
            cell(own.said.message()),
            cell(own.said.help())
        );
    }
    let words = language::refused_words();
    let _ = write!(
        out,
        "\nWords that a script cannot use at all: `{}`.\n\n\
         ## Limits\n\n\
         They are counted, never timed: the same rule stops at the same place on every machine.\n\n\
         | at most | of what |\n|---|---|\n",
        words.join("`, `")
    );
    for (what, limit) in language::limits() {
        let _ = writeln!(out, "| {limit} | {what} |");
    }
}

fn kinds(out: &mut String) {
    out.push_str(
        "\n## Kinds of packs\n\n\
         | `kind` | what it decides | judges | what its rules answer | rules |\n|---|---|---|---|---|\n",
    );
    for (kind, word) in Kind::all().iter().zip(Kind::WORDS) {
        let rules = if kind.takes_one_rule() {
            "one"
        } else {
            "any number"
        };
        let _ = writeln!(
            out,
            "| `{kind}` | {} | `{}` | {} | {rules} |",
            word.meaning,
            kind.judged(),
            kind.takes().name(),
        );
    }
}

/// A table of keys, with those of the tables within it below their own.
fn key_table(out: &mut String, inside: &str, keys: &[Key]) {
    if inside.is_empty() {
        out.push_str("| key | takes | meaning |\n|---|---|---|\n");
    }
    for key in keys {
        let path = match key.takes {
            Shape::Several(_) if inside.is_empty() => format!("[[{}]]", key.name),
            _ => format!("{inside}{}", key.name),
        };
        let star = if key.required { "\\*" } else { "" };
        let only = match key.only {
            Some(kind) => format!(" Only in packs of kind `{kind}`."),
            None => String::new(),
        };
        let (path, within) = match key.takes {
            Shape::Each(each, takes) => (format!("{path}.{}", each.placeholder()), *takes),
            takes => (path, takes),
        };
        let _ = writeln!(
            out,
            "| `{path}`{star} | {} | {}{only} |",
            takes(within),
            key.meaning
        );
        if let Shape::Table(keys) | Shape::Several(keys) = within {
            let path = path.trim_matches(['[', ']']);
            key_table(out, &format!("{path}."), keys);
        }
    }
}

fn takes(shape: Shape) -> String {
    let words = |words: Vec<&str>| format!("`{}`", words.join("`, `"));
    match shape {
        Shape::Name => "letters, digits, `.`, `_`, `-`".to_owned(),
        Shape::Id => "small letters, digits, `_`".to_owned(),
        Shape::Text => "text".to_owned(),
        Shape::Texts => "list of texts".to_owned(),
        Shape::Criteria => "list of names".to_owned(),
        Shape::YesNo => "`true` or `false`".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Word(own) => words(own.iter().map(|word| word.code).collect()),
        Shape::Record => words(Judged::ALL.map(Judged::code).to_vec()),
        Shape::Unit => words(super::units()),
        Shape::Value => "yes/no, number, text or list of texts".to_owned(),
        Shape::Answer => "yes/no, number or text".to_owned(),
        Shape::Facts => "`{ FACT = VALUE, … }`".to_owned(),
        Shape::Table(_) => "table".to_owned(),
        Shape::Several(_) => "several tables".to_owned(),
        Shape::Each(each, within) => format!("for each {}: {}", each.placeholder(), takes(*within)),
    }
}

fn shipped(out: &mut String) {
    out.push_str("\n## The shipped packs\n");
    for shipped in mestring_packs::shipped() {
        // A test loads every shipped pack.
        let Ok(pack) = Pack::load(&shipped.to_files(), &Plugins::default()) else {
            continue;
        };
        let manifest = pack.manifest();
        let _ = write!(
            out,
            "\n### `{}`\n\nKind `{}`. Rests on: {}.\n\n\
             | rule | what reports call it | origin | facts | parameters | operations at most | \
             columnar-ready |\n|---|---|---|---|---|---|---|\n",
            manifest.name,
            manifest.kind,
            manifest.sources.join("; ")
        );
        for own in pack.criteria() {
            let Some(script) = own.script() else { continue };
            let facts: Vec<_> = script.facts().iter().map(|fact| fact.name).collect();
            let parameters: Vec<_> = script.parameters().iter().map(String::as_str).collect();
            let columnar = match script.bar_to_columns() {
                None => "yes".to_owned(),
                Some((line, column)) => format!("no: text put together at {line}:{column}"),
            };
            let list = |names: &[&str]| match names {
                [] => String::new(),
                names => format!("`{}`", names.join("`, `")),
            };
            let _ = writeln!(
                out,
                "| `{}` | {} | {} | {} | {} | {} | {columnar} |",
                own.name(),
                own.title().en,
                own.origin(),
                list(&facts),
                list(&parameters),
                script.operations()
            );
        }
        parameters(out, &manifest.parameters);
    }
}

fn parameters(out: &mut String, parameters: &[Parameter]) {
    if parameters.is_empty() {
        return;
    }
    out.push_str("\n| parameter | unit | values | source |\n|---|---|---|---|\n");
    for own in parameters {
        let values: Vec<String> = own
            .values
            .iter()
            .map(|value| match &value.value {
                FactValue::Text(text) => format!("`{text}` from {}", value.from),
                other => format!("{other} from {}", value.from),
            })
            .collect();
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} |",
            own.id,
            own.unit.as_deref().unwrap_or_default(),
            values.join(", "),
            own.source
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_script_says_whether_it_is_columnar_ready() {
        let page = page();
        let (_, packs) = page.split_once("## The shipped packs").unwrap();
        let scripts = mestring_packs::shipped().iter().flat_map(|pack| pack.files);
        let mut seen = 0;
        for (name, _) in scripts.filter(|(name, _)| name.ends_with(".rhai")) {
            let rule = format!("| `{}` |", name.trim_end_matches(".rhai"));
            let row = packs.lines().find(|line| line.starts_with(&rule)).unwrap();
            assert!(row.ends_with("| yes |") || row.contains("| no: "), "{row}");
            seen += 1;
        }
        assert!(seen >= 11, "only {seen} scripts");
    }

    #[test]
    fn code_in_a_cell_stays_one_cell() {
        assert_eq!(code("a | b"), "`a \\| b`");
        assert_eq!(code("`${a}`"), "`` `${a}` ``");
    }
}
