//! Every line of the page about what rules can never do.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod support;

use std::collections::BTreeMap;

use mestring_model::facts::FactValue::Int;
use mestring_model::verdict::{Answer, CouldBe};
use mestring_rules::promise::{Ends, Try, promises};
use mestring_rules::{Diagnostic, Pack, Plugins, check, diagnostic};
use support::{files, run};

fn pack(own: &Try) -> BTreeMap<String, String> {
    let script = if own.file == "rule.rhai" {
        own.text.as_str()
    } else {
        "1"
    };
    let mut files = files("priority", script);
    if own.file != "rule.rhai" {
        files.insert(own.file.to_owned(), own.text.clone());
    }
    files
}

/// What came of an attempt, in the words of the table.
fn outcome(own: &Try) -> String {
    let files = pack(own);
    let pack = match Pack::load(&files, &Plugins::default()) {
        Ok(pack) => pack,
        Err(_) => {
            let found = check(&files, &Plugins::default());
            let errors = found.iter().filter(|own| own.is_error());
            return errors.map(|own| own.code).collect::<Vec<_>>().join(" ");
        }
    };
    let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
    let ask = |sessions| bench.judge(&run(&[("sessions", Int(sessions))]));
    let first = ask(6);
    // What it was asked in between makes no difference, nor does the thread.
    let _ = ask(9);
    let again = std::thread::scope(|scope| scope.spawn(|| ask(6)).join().unwrap());
    assert_eq!(first, again, "{}", own.text);
    match first {
        Ok(verdicts) => match &verdicts[0].answer {
            Answer::CannotTell {
                could_be: CouldBe::Open(open),
                ..
            } => format!("{}; open: {}", verdicts[0].answer, open.code()),
            answer => answer.to_string(),
        },
        Err(error) => error.code().to_owned(),
    }
}

#[test]
fn every_promise_is_kept() {
    let promises = promises();
    let mut seen = 0;
    let mut wrong = String::new();
    for promise in &promises {
        assert!(promise.text.ends_with('.') && !promise.tries.is_empty());
        for own in &promise.tries {
            let outcome = outcome(own);
            let kept = match own.ends {
                Ends::Refused(code) => outcome.split(' ').any(|own| own == code),
                Ends::Stopped => outcome == diagnostic::STOPPED.id,
                Ends::Answers(answer) => outcome == answer,
            };
            if !kept {
                let shown = own.shown.as_deref().unwrap_or(&own.text);
                wrong += &format!(
                    "{}\n  {shown}\n  {:?}, not {outcome}\n",
                    promise.text, own.ends
                );
            }
            seen += 1;
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(
        promises.len() >= 20 && seen >= 60,
        "{} {seen}",
        promises.len()
    );
}

#[test]
fn what_comes_short_of_a_limit_is_let_through() {
    // The other side of each limit that a script is refused for: the last that fits, fits.
    let let_through = [
        format!("\"{}\" == run.title", "x".repeat(4_096)),
        format!("[{}1].len() > run.sessions", "1, ".repeat(254)),
        format!(
            "let s = \"0123456789abcdef\"; {}s.len() > run.sessions",
            "s += s; ".repeat(8)
        ),
    ];
    for script in let_through {
        let found: Vec<Diagnostic> = check(&files("priority", &script), &Plugins::default());
        let errors: Vec<_> = found.iter().filter(|own| own.is_error()).collect();
        assert!(errors.is_empty(), "{script:.60} {errors:?}");
        let pack = Pack::load(&files("priority", &script), &Plugins::default()).unwrap();
        let bench = pack.at("2026-01-15".parse().unwrap()).unwrap();
        assert!(
            bench.judge(&run(&[("sessions", Int(6))])).is_ok(),
            "{script:.60}"
        );
    }
}
