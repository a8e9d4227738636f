use mestring_model::Answer;
use mestring_model::Lang;
use mestring_model::term::Term as _;
use mestring_rules::complaint::{
    Among, Bounds, CaseFault, Feature, NumberFault, PackFault, ParseFault, Purpose, Sort, Sorts,
    TomlFault, TomlKind, TypeFault, Values,
};
use mestring_rules::error::{Arithmetic, StopCause};
use mestring_rules::explain::{Shows, explanations};
use mestring_rules::kind::{Kind, Takes};
use mestring_rules::sandbox::{HostEffect, HostError};
use mestring_rules::script::Interpreted;
use mestring_rules::{Complaint, Plugins, RuleError, check};

use super::super::Texts;

/// What the check says about every wrong example of a script or another file, and kinds that no
/// example shows.
fn complaints() -> Vec<Complaint> {
    let mut out = rare();
    out.extend(faults());
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
    use TypeFault as T;
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
            write: None,
            among: all(),
        },
        C::NoSuchName {
            name: name(),
            write: None,
            among: all(),
        },
        T::NotComparable { left, right }.into(),
        C::NeverEqual {
            left: Sort::Texts,
            right: Sort::Text,
        },
        C::NoCommonWord,
        T::NotCalculated {
            left: Sort::Numbers,
            right: Sort::List,
        }
        .into(),
        T::NoCondition { kind: Sort::Word }.into(),
        T::NotYesNo { kind: Sort::Whole }.into(),
        T::NotTurned { kind: Sort::Number }.into(),
        T::SignBefore {
            kind: Sort::Nothing,
        }
        .into(),
        T::BranchesDiffer {
            one: left,
            other: right,
        }
        .into(),
        T::EmptyBranch.into(),
        T::NoValue.into(),
        T::FunctionWithoutValue { name: name() }.into(),
        T::FunctionDiffers {
            name: name(),
            one: left,
            other: right,
        }
        .into(),
        T::WrongArguments {
            name: name(),
            given: Sorts(vec![left, right]),
            form: "f(x)",
        }
        .into(),
        T::ArgumentCount {
            name: name(),
            takes: Values(1),
            given: Values(2),
        }
        .into(),
        T::ListMixed {
            before: left,
            now: right,
        }
        .into(),
        T::VariableDiffers {
            name: name(),
            own: left,
            given: right,
        }
        .into(),
        T::RangeOfOther.into(),
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

/// Faults of a pack's files: those of the examples, and some that need more than one file.
fn faults() -> Vec<Complaint> {
    let name = || "x".to_owned();
    let among = Among::default;
    let answer = |yes| Answer::Bool(yes);
    let cannot_tell = Answer::missing(["sessions"]);
    let kinds = [
        "a string",
        "integer `3`",
        "floating point `1.5`",
        "boolean `true`",
        "a sequence",
    ];
    let kinds = kinds
        .into_iter()
        .chain(["struct Title", "datetime", "unit"]);
    let mut out: Vec<Complaint> = vec![
        PackFault::NoPlugin {
            name: name(),
            among: among(),
        }
        .into(),
        PackFault::PluginJudges {
            name: name(),
            judges: "run",
            wanted: "pair",
        }
        .into(),
        PackFault::MoreFaults { limit: 200 }.into(),
        PackFault::FileTooLarge {
            bytes: 300_000,
            limit: 262_144,
        }
        .into(),
        CaseFault::NoCriterion { name: name() }.into(),
        CaseFault::IdleExcuse {
            change: name(),
            line: name(),
        }
        .into(),
        CaseFault::Stops {
            case: name(),
            error: Box::new(RuleError::Stopped {
                pack: name(),
                rule: name(),
                line: 2,
                column: 1,
                why: StopCause::CallsTooDeep,
            }),
            because: name(),
        }
        .into(),
        CaseFault::NotAFact.into(),
        ParseFault::GaveUp.into(),
        ParseFault::Unread.into(),
        ParseFault::TooManyFunctions { limit: 64 }.into(),
    ];
    for (expected, got) in [(answer(true), answer(false)), (answer(false), cannot_tell)] {
        let (case, because) = (name(), String::new());
        out.push(
            CaseFault::Fails {
                case,
                expected,
                got,
                because,
            }
            .into(),
        );
    }
    out.extend(HostEffect::ALL.iter().map(|effect| {
        let (feature, effect) = ("unchecked", *effect);
        Complaint::Host(HostError { feature, effect })
    }));
    out.extend(kinds.map(|kind| {
        let (wanted, given) = (TomlKind::of(kind), TomlKind::Text);
        TomlFault::OtherKind { wanted, given }.into()
    }));
    let purposes = [
        Purpose::Statement,
        Purpose::BlockStart,
        Purpose::BlockEnd,
        Purpose::Switch,
        Purpose::Call,
        Purpose::Function,
        Purpose::List,
        Purpose::Bracket,
        Purpose::Here,
    ];
    out.extend(purposes.map(|purpose| {
        let sign = ";".to_owned();
        ParseFault::Missing { sign, purpose }.into()
    }));
    for own in explanations() {
        let Some(example) = own.example else { continue };
        let file = match example.shows {
            Shows::Manifest => "pack.toml",
            Shows::Cases => "rule.test.toml",
            _ => continue,
        };
        let manifest = "name = \"test\"\nversion = \"1.0.0\"\nkind = \"requirement\"\n\
                        criteria = [\"rule\"]\norigin.rule = \"local choice\"\n\
                        title.rule = { en = \"Rule\", nb = \"Regel\", nn = \"Regel\" }\n";
        let script = "// What: a. Why: b. Source: c.\nrun.sessions >= 6";
        let mut files: std::collections::BTreeMap<String, String> =
            [("pack.toml", manifest), ("rule.rhai", script)]
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into();
        files.insert(file.to_owned(), example.wrong.to_owned());
        out.extend(
            check(&files, &Plugins::default())
                .into_iter()
                .map(|own| own.complaint),
        );
    }
    out
}

#[test]
fn every_fault_that_is_declared_has_its_text() {
    let interpreted = Interpreted::ALL.iter().map(|own| own.name());
    let arithmetic = Arithmetic::ALL.iter().map(|own| own.name());
    let host = HostEffect::ALL.iter().map(|own| own.name());
    let mut names = [
        PackFault::NAMES,
        CaseFault::NAMES,
        TomlFault::NAMES,
        ParseFault::NAMES,
        TypeFault::NAMES,
        NumberFault::NAMES,
        RuleError::NAMES,
        StopCause::NAMES,
    ]
    .concat();
    names.extend(interpreted.chain(arithmetic).chain(host));
    assert!(names.len() > 130, "only {} names", names.len());
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), names.len(), "two faults of one name");
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for name in &names {
            let said = texts.plain(&format!("rules-{name}"));
            assert!(!said.starts_with("[rules-"), "{lang}: {name}");
        }
    }
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
            assert!(said != own.to_string(), "{said}");
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
