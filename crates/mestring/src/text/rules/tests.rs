use mestring_model::Lang;
use mestring_model::term::Term as _;
use mestring_rules::complaint::{Among, Bounds, Feature, Sort};
use mestring_rules::explain::{Shows, explanations};
use mestring_rules::kind::{Kind, Takes};
use mestring_rules::{Complaint, Plugins, check};

use super::super::Texts;

/// What the check says about every wrong example of a script, and kinds that no example shows.
fn complaints() -> Vec<Complaint> {
    let mut out = rare();
    for own in explanations() {
        let Some(example) = own.example else { continue };
        let (kind, header) = match example.shows {
            Shows::Script(kind) => (kind, "// What: a. Why: b. Source: c.\n"),
            Shows::Whole => ("requirement", ""),
            _ => continue,
        };
        let manifest = format!(
            "name = \"test\"\nversion = \"1.0.0\"\nkind = \"{kind}\"\ncriteria = [\"rule\"]\n\
             origin.rule = \"local choice\"\n\
             title.rule = {{ en = \"Rule\", nb = \"Regel\", nn = \"Regel\" }}\n\
             [[parameter]]\nid = \"least\"\nsource = \"local choice\"\n\
             values = [{{ from = 2025-01-01, value = 4 }}]\n"
        );
        let script = format!("{header}{}", example.wrong);
        let files = [("pack.toml", manifest), ("rule.rhai", script)];
        let files = files.map(|(name, text)| (name.to_owned(), text)).into();
        let found = check(&files, &Plugins::default()).into_iter();
        out.extend(found.map(|own| own.complaint));
    }
    out
}

fn rare() -> Vec<Complaint> {
    use Complaint as C;
    let name = || "x".to_owned();
    let none = Among::default;
    let all = || Among {
        nearest: None,
        all: vec!["a".to_owned(), "b".to_owned()],
    };
    let record = "run";
    let (left, right) = (Sort::YesNo, Sort::Range);
    let mut out = vec![
        C::NoSuchFact {
            record,
            name: name(),
            among: none(),
        },
        C::NoSuchFact {
            record,
            name: name(),
            among: all(),
        },
        C::NoSuchParameter {
            name: name(),
            among: none(),
        },
        C::NoSuchFunction {
            name: name(),
            among: all(),
        },
        C::NoSuchName {
            name: name(),
            write: None,
            among: all(),
        },
        C::NotComparable { left, right },
        C::NeverEqual {
            left: Sort::Texts,
            right: Sort::Text,
        },
        C::NoCommonWord,
        C::NotCalculated {
            left: Sort::Numbers,
            right: Sort::List,
        },
        C::NoCondition(Sort::Word),
        C::NotYesNo(Sort::Whole),
        C::NotTurned(Sort::Number),
        C::SignBefore(Sort::Nothing),
        C::BranchesDiffer {
            one: left,
            other: right,
        },
        C::EmptyBranch,
        C::NoValue,
        C::FunctionWithoutValue { name: name() },
        C::FunctionDiffers {
            name: name(),
            one: left,
            other: right,
        },
        C::WrongArguments {
            name: name(),
            given: vec![left, right],
            form: "f(x)",
        },
        C::ArgumentCount {
            name: name(),
            takes: 1,
            given: 2,
        },
        C::ListMixed {
            before: left,
            now: right,
        },
        C::VariableDiffers {
            name: name(),
            own: left,
            given: right,
        },
        C::RangeOfOther,
        C::NoAnswer {
            takes: Takes::YesNo,
        },
        C::FreeAnswer,
        C::KnownAfterDot { record },
        C::AssumedOfOther { record },
        C::TooManyBytes {
            bytes: 40_000,
            limit: 32_768,
        },
        C::TooManyAssumed { limit: 64 },
        C::TooManyCalls { limit: 512 },
        C::HeaderLacks {
            lacks: vec!["What", "Why", "Source"],
        },
        C::UnusedFunction { name: name() },
        C::AlwaysByConstants { yes: true },
        C::AlwaysByItself { yes: false },
        C::AlwaysByUnit {
            subject: name(),
            bounds: Bounds {
                least: 0,
                most: Some(100),
            },
            yes: false,
        },
        C::AlwaysByWords {
            subject: name(),
            yes: true,
        },
        C::DecidedBefore { yes: true, line: 3 },
        C::EmptyRange,
        C::ConstantSwitch,
        C::NoDefault { open: vec![] },
    ];
    let takes = Kind::all().iter().map(|kind| C::WrongAnswer {
        gives: left,
        takes: kind.takes(),
    });
    out.extend(takes);
    out.extend(features().into_iter().map(C::NotAllowed));
    out
}

fn features() -> Vec<Feature> {
    use Feature as F;
    let name = || "x".to_owned();
    vec![
        F::Loop,
        F::Try,
        F::Throw,
        F::Export,
        F::EmptyLet,
        F::EmptyReturn,
        F::Unit,
        F::Map,
        F::Index,
        F::Interpolation,
        F::Letter,
        F::SafeDot,
        F::Module,
        F::FunctionValue { name: name() },
        F::StrangeCall,
        F::RecordCall { name: name() },
        F::HelperMethod { name: name() },
        F::Property { name: name() },
        F::CallAhead { name: name() },
        F::SecondFunction,
        F::TypedFunction,
        F::OwnFunction { name: name() },
        F::HidingName { name: name() },
        F::ForeignName { name: name() },
        F::Change,
        F::RecordChange,
        F::Operator {
            instead: Some("&&"),
        },
        F::Operator { instead: None },
        F::Case,
        F::DecimalSwitch,
        F::OtherList,
        F::Constant,
        F::Statement,
        F::Expression,
        F::AfterDot,
    ]
}

#[test]
fn the_english_is_the_engines_own_and_the_others_are_another() {
    let [en, nb, nn] = Lang::ALL.map(Texts::new);
    let mut seen = 0;
    for own in complaints() {
        assert_eq!(en.complaint(&own), own.to_string());
        assert_eq!(en.advice(&own), own.help(), "{own}");
        for texts in [&nb, &nn] {
            let (said, advice) = (texts.complaint(&own), texts.advice(&own));
            assert!(
                !said.contains("[rules") && !advice.contains("[rules"),
                "{said} {advice}"
            );
            assert!(
                !said.contains("{$") && !advice.contains("{$"),
                "{said} {advice}"
            );
            assert_eq!(advice.is_empty(), own.help().is_empty(), "{own}");
            let english = matches!(own, Complaint::Said { .. });
            assert_eq!(said == own.to_string(), english, "{said}");
            seen += 1;
        }
    }
    assert!(seen > 200, "only {seen} texts were looked at");
}

#[test]
fn a_diagnostic_is_laid_out_in_the_language() {
    let files = [("pack.toml".to_owned(), String::new())].into();
    let said = |lang| {
        let texts = Texts::new(lang);
        let found = check(&files, &Plugins::default());
        found
            .iter()
            .map(|own| texts.diagnostic(own))
            .collect::<String>()
    };
    let english: String = check(&files, &Plugins::default())
        .iter()
        .map(|own| own.render())
        .collect();
    assert_eq!(said(Lang::En), english);
    assert!(said(Lang::Nb).starts_with("feil R"), "{}", said(Lang::Nb));
}
