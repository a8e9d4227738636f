use std::collections::BTreeSet;

use mestring_model::facts::Judged;
use mestring_model::{Answer, Lang};
use mestring_rules::complaint::{CaseFault, Sort};
use mestring_rules::error::{Arithmetic, Given, StopCause};
use mestring_rules::kind::Kind;
use mestring_rules::plugin::Failure;
use mestring_rules::sandbox::{HostEffect, HostError};
use mestring_rules::script::Interpreted;
use mestring_rules::{Complaint, Diagnostic, Pack, Plugins, RuleError};

use crate::text::Texts;

fn stopped(why: StopCause) -> RuleError {
    RuleError::Stopped {
        pack: "own".to_owned(),
        rule: "long".to_owned(),
        line: 3,
        column: 4,
        why,
    }
}

fn arithmetic(fault: Arithmetic) -> RuleError {
    let of = Some("7 ? 0".to_owned());
    stopped(StopCause::Arithmetic { fault, of })
}

fn wrong_answer(answer: Given, kind: Kind) -> RuleError {
    RuleError::WrongAnswer {
        pack: "own".to_owned(),
        rule: "long".to_owned(),
        answer,
        kind: "format",
        wanted: kind.takes(),
    }
}

/// An error of every kind.
fn errors() -> Vec<RuleError> {
    let (pack, parameter) = (|| "own".to_owned(), || "least".to_owned());
    let (as_of, other) = ("2026-01-15".parse().unwrap(), "2026-12-31".parse().unwrap());
    let name = "x".to_owned();
    let text = Diagnostic::of("long.rhai", None, CaseFault::NoCriterion { name }.into());
    let failure = Failure::from("ValueError: på norsk".to_owned());
    let mut out = vec![
        RuleError::from(text),
        RuleError::NotYetValid {
            pack: pack(),
            parameter: parameter(),
            as_of,
            from: other,
        },
        RuleError::Expired {
            pack: pack(),
            parameter: parameter(),
            as_of: other,
            until: as_of,
        },
        RuleError::WrongRecord {
            pack: pack(),
            wanted: Judged::Run,
            got: Judged::Pair,
        },
        RuleError::Stopped {
            pack: pack(),
            rule: pack(),
            line: 0,
            column: 0,
            why: StopCause::GaveUp,
        },
        stopped(StopCause::TooManyOperations { limit: 20_000 }),
        stopped(StopCause::CallsTooDeep),
        stopped(StopCause::Arithmetic {
            fault: Arithmetic::Whole,
            of: None,
        }),
        stopped(StopCause::TooLarge { what: Sort::Text }),
        stopped(StopCause::TooLarge { what: Sort::List }),
        stopped(StopCause::Engine {
            text: "something else".to_owned(),
        }),
        wrong_answer(Given::Answer(Answer::Bool(true)), Kind::Format),
        wrong_answer(Given::Answer(Answer::Number(f64::INFINITY)), Kind::Priority),
        wrong_answer(Given::Nothing, Kind::Priority),
        wrong_answer(Given::Other("[1, 2]".to_owned()), Kind::Class),
        RuleError::Plugin {
            plugin: "many_seats".to_owned(),
            version: "1.0.0".to_owned(),
            judged: Judged::Run,
            failure,
        },
    ];
    out.extend(Arithmetic::ALL.iter().map(|fault| arithmetic(*fault)));
    out.extend(HostEffect::ALL.iter().map(|effect| {
        let feature = "unchecked";
        let effect = *effect;
        RuleError::Host(HostError { feature, effect })
    }));
    out
}

#[test]
fn every_error_is_said_in_each_language_and_in_english_as_it_says_itself() {
    let [en, nb, nn] = Lang::ALL.map(Texts::new);
    let mut names = BTreeSet::new();
    for own in errors() {
        names.extend(own.wording().map(|wording| wording.name));
        assert_eq!(en.rule_error(&own), own.to_string());
        let [english, bokmaal, nynorsk] = [&en, &nb, &nn].map(|texts| texts.rule_error(&own));
        for said in [&bokmaal, &nynorsk] {
            assert!(*said != english, "{said}");
            assert!(!said.contains("[rules") && !said.contains("{$"), "{said}");
        }
        // A case that the rule stopped at says it inside its own words.
        let stops: Complaint = CaseFault::Stops {
            case: "six".to_owned(),
            error: Box::new(own),
            because: String::new(),
        }
        .into();
        for (texts, said) in [(&en, &english), (&nb, &bokmaal), (&nn, &nynorsk)] {
            assert!(texts.complaint(&stops).ends_with(said), "{said}");
        }
    }
    let all: BTreeSet<_> = RuleError::NAMES.iter().copied().collect();
    assert_eq!(names, all);
    assert!(errors().len() > 25);
}

#[test]
fn errors_as_people_read_them() {
    let [_, nb, nn] = Lang::ALL.map(Texts::new);
    let texts = [nb, nn];
    let check = |own: RuleError, said: [&str; 2]| {
        let got = texts.each_ref().map(|texts| texts.rule_error(&own));
        assert_eq!(got, said);
    };
    let day = |text: &str| text.parse().unwrap();
    check(
        RuleError::NotYetValid {
            pack: "own".to_owned(),
            parameter: "least".to_owned(),
            as_of: day("2024-06-01"),
            from: day("2025-01-01"),
        },
        [
            "parameteret `least` i pakken `own` har ingen verdi 01.06.2024: den første verdien gjelder fra 01.01.2025; legg til en tidligere verdi i pack.toml",
            "parameteret `least` i pakken `own` har ingen verdi 01.06.2024: den første verdien gjeld frå 01.01.2025; legg til ein tidlegare verdi i pack.toml",
        ],
    );
    check(
        arithmetic(Arithmetic::DivisionByZero),
        [
            "regelen `long` i pakken `own` stanset på long.rhai:3:4: deling på null: 7 ? 0; spør først om tallet den deler på, er over 0, og si hva som gjelder ellers",
            "regelen `long` i pakken `own` stansa på long.rhai:3:4: deling på null: 7 ? 0; spør først om talet han deler på, er over 0, og sei kva som gjeld elles",
        ],
    );
    check(
        stopped(StopCause::TooLarge { what: Sort::Text }),
        [
            "regelen `long` i pakken `own` stanset på long.rhai:3:4: en tekst blir større enn en regel kan lage; del den i flere kriterier, eller bruk færre hjelpefunksjoner",
            "regelen `long` i pakken `own` stansa på long.rhai:3:4: ein tekst blir større enn ein regel kan lage; del han i fleire kriterium, eller bruk færre hjelpefunksjonar",
        ],
    );
    check(
        wrong_answer(Given::Answer(Answer::Bool(false)), Kind::Class),
        [
            "regelen `long` i pakken `own` svarte `nei`, og i en pakke av typen `format` passer et helt tall",
            "regelen `long` i pakken `own` svarte `nei`, og i ein pakke av typen `format` passar eit heilt tal",
        ],
    );
    check(
        RuleError::Plugin {
            plugin: "many_seats".to_owned(),
            version: "1.0.0".to_owned(),
            judged: Judged::Run,
            failure: Failure::from("ValueError: on purpose".to_owned()),
        },
        [
            "utvidelsen `many_seats` 1.0.0 feilet på en post av typen `run`, og sier med egne ord: «ValueError: on purpose»",
            "utvidinga `many_seats` 1.0.0 feila på ein post av typen `run`, og seier med eigne ord: «ValueError: on purpose»",
        ],
    );
}

#[test]
fn why_a_script_is_not_compiled_is_said_in_each_language() {
    let [en, nb, nn] = Lang::ALL.map(Texts::new);
    let mut names = BTreeSet::new();
    for own in Interpreted::ALL {
        names.insert(own.name());
        assert_eq!(en.interpreted(*own), own.to_string());
        for texts in [&nb, &nn] {
            let said = texts.interpreted(*own);
            assert!(said != own.to_string() && !said.starts_with('['), "{said}");
        }
    }
    assert_eq!(names.len(), Interpreted::ALL.len());
    assert_eq!(
        [&nb, &nn].map(|texts| texts.interpreted(Interpreted::TextBuilt)),
        ["det setter sammen en tekst", "det set saman ein tekst"]
    );
}

/// A requirement with cases that fail in different ways.
fn results() -> Vec<mestring_rules::CaseResult> {
    let manifest = "name = \"own\"\nversion = \"1.0.0\"\nkind = \"requirement\"\n\
                    criteria = [\"long\"]\norigin.long = \"local choice\"\n\
                    title.long = { en = \"Long\", nb = \"Lang\", nn = \"Lang\" }\n";
    let script = "// What: a test. Why: it is one. Source: local choice.\n\
                  if run.seats <= 6 { return 7 / run.seats > 1; }\n\
                  !run.referral && !known(run.title) && run.professions.is_empty()\n\
                  && (run.hours ?? 2.5) > 3.0 && run.sessions >= 6";
    let cases = "[[case]]\nname = \"short\"\n\
                 given = { seats = 9, referral = false, title = \"unknown\", professions = [] }\n\
                 expect = true\nbecause = \"it is meant so\"\n\
                 [[case]]\nname = \"open\"\n\
                 given = { seats = 9, referral = false, professions = [], hours = 4 }\n\
                 expect = true\n\
                 [[case]]\nname = \"none\"\ngiven = { seats = 0 }\nexpect = true\n\
                 [[case]]\nname = \"right\"\ngiven = { seats = 9, referral = true }\nexpect = false\n";
    let files = [
        ("pack.toml", manifest),
        ("long.rhai", script),
        ("long.test.toml", cases),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let pack = Pack::load(&files.into(), &Plugins::default());
    pack.unwrap_or_else(|errors| panic!("{}", errors[0])).test()
}

#[test]
fn how_an_answer_differs_is_said_in_each_language() {
    let results = results();
    let said = |lang| {
        let texts = Texts::new(lang);
        let all = results.iter().map(|own| texts.case_difference(own));
        all.collect::<Vec<_>>().join("\n")
    };
    let english: Vec<String> = results
        .iter()
        .map(mestring_rules::CaseResult::diff)
        .collect();
    assert_eq!(said(Lang::En), english.join("\n"));
    assert!(results[3].passed() && english[3].is_empty());
    insta::assert_snapshot!(said(Lang::En), @r"
    - yes
    + no
      read title = unknown
      read hours = not stated
      read seats = 9
      read referral = no
      read professions = none
      assumed hours = 2.5

    - yes
    + cannot tell: sessions
      read title = not stated
      read sessions = not stated
      read hours = 4
      read seats = 9
      read referral = no
      read professions = none

      rule `long` of pack `own` stopped at long.rhai:2:30: division by zero: 7 / 0; ask first whether what it divides by is above 0, and say what holds otherwise
    ");
    insta::assert_snapshot!(said(Lang::Nb), @r"
    - ja
    + nei
      lest: title = ukjent
      lest: hours = ikke oppgitt
      lest: seats = 9
      lest: referral = nei
      lest: professions = ingen
      antatt: hours = 2.5

    - ja
    + kan ikke avgjøres: sessions
      lest: title = ikke oppgitt
      lest: sessions = ikke oppgitt
      lest: hours = 4
      lest: seats = 9
      lest: referral = nei
      lest: professions = ingen

      regelen `long` i pakken `own` stanset på long.rhai:2:30: deling på null: 7 / 0; spør først om tallet den deler på, er over 0, og si hva som gjelder ellers
    ");
    insta::assert_snapshot!(said(Lang::Nn), @r"
    - ja
    + nei
      regelen las: title = ukjend
      regelen las: hours = ikkje oppgitt
      regelen las: seats = 9
      regelen las: referral = nei
      regelen las: professions = ingen
      anteke: hours = 2.5

    - ja
    + kan ikkje avgjerast: sessions
      regelen las: title = ikkje oppgitt
      regelen las: sessions = ikkje oppgitt
      regelen las: hours = 4
      regelen las: seats = 9
      regelen las: referral = nei
      regelen las: professions = ingen

      regelen `long` i pakken `own` stansa på long.rhai:2:30: deling på null: 7 / 0; spør først om talet han deler på, er over 0, og sei kva som gjeld elles
    ");
}
