//! The rule in the languages of other engines, compiled once, over records made ready beforehand.

use std::error::Error;

use cel::{Context, Program};
use datalogic_rs::{Engine, ParsedData};
use serde_json::json;
use zen_expression::variable::Variable;

use crate::race::Entry;
use crate::rows::{Row, object};

type Made<'a> = Result<Entry<'a>, Box<dyn Error>>;

/// JSONLogic. `if` chains are its way to add under a condition.
pub fn datalogic_rule() -> serde_json::Value {
    let var = |name: &str| json!({ "var": name });
    let when = |test: serde_json::Value, then: serde_json::Value| json!({ "if": [test, then, 0] });
    let sum = json!({ "+": [
        when(var("focus_group"), json!(1000)),
        when(json!({ "in": [var("format"), ["physical", "digital_live", "hybrid", "relayed"]] }), json!(100)),
        { "min": [var("waiting"), 60] },
        when(json!({ "and": [var("referral"), var("activity_appropriate")] }), json!(20)),
        when(json!({ "!": [var("user_involved")] }), json!(-50)),
        when(var("activity"), json!(10)),
        when(json!({ ">=": [var("hours"), 0.15] }), json!({ "*": [30, var("hours")] })),
    ]});
    let factor = json!({ "if": [{ ">": [var("longest_wait_days"), 180] }, 1.1, 1] });
    json!({ "if": [
        { "<": [var("expected_participants"), 4] }, 0,
        { "*": [sum, factor] },
    ]})
}

pub fn datalogic<'a>(rows: &[Row]) -> Made<'a> {
    let engine = Engine::new();
    let rule = engine.compile(&datalogic_rule())?;
    let ready: Result<Vec<ParsedData>, _> = rows
        .iter()
        .map(|row| ParsedData::from_json(&object(row).to_string()))
        .collect();
    let ready = ready?;
    // A session borrows its engine, and both live as long as the race.
    let engine: &'static Engine = Box::leak(Box::new(engine));
    let mut session = engine.session();
    Ok(Entry::new("datalogic-rs 5.4, ready values", move |at| {
        session.reset();
        let value = session.eval_borrowed(&rule, &ready[at]);
        value.ok().and_then(|value| value.as_f64())
    }))
}

/// The same with the steps of the evaluation.
pub fn datalogic_traced<'a>(rows: &[Row]) -> Made<'a> {
    let engine: &'static Engine = Box::leak(Box::new(Engine::new()));
    let rule = engine.compile(&datalogic_rule())?;
    let ready: Vec<serde_json::Value> = rows.iter().map(object).collect();
    let session = engine.trace();
    Ok(Entry::new("datalogic-rs 5.4, with trace", move |at| {
        let run = session.eval(&rule, &ready[at]);
        std::hint::black_box(&run.steps);
        run.result.ok().and_then(|value| value.as_f64())
    }))
}

const ZEN: &str = "expected_participants < 4 ? 0 : (\
     (focus_group ? 1000 : 0) \
     + (format in ['physical', 'digital_live', 'hybrid', 'relayed'] ? 100 : 0) \
     + min([waiting, 60]) \
     + (referral and activity_appropriate ? 20 : 0) \
     - (not user_involved ? 50 : 0) \
     + (activity ? 10 : 0) \
     + (hours >= 0.15 ? 30 * hours : 0)\
     ) * (longest_wait_days > 180 ? 1.1 : 1)";

pub fn zen<'a>(rows: &[Row]) -> Made<'a> {
    let rule = zen_expression::compile_expression(ZEN)?;
    let mut vm = zen_expression::vm::VM::new();
    let ready: Vec<Variable> = rows.iter().map(|row| object(row).into()).collect();
    Ok(Entry::new("zen-expression 2.1, ready values", move |at| {
        let value = rule.evaluate_with(ready[at].clone(), &mut vm).ok()?;
        match value {
            Variable::Number(number) => number.to_string().parse().ok(),
            _ => None,
        }
    }))
}

const CEL: &str = "expected_participants < 4 ? 0.0 : (\
     (focus_group ? 1000.0 : 0.0) \
     + (format in ['physical', 'digital_live', 'hybrid', 'relayed'] ? 100.0 : 0.0) \
     + double(waiting < 60 ? waiting : 60) \
     + (referral && activity_appropriate ? 20.0 : 0.0) \
     - (!user_involved ? 50.0 : 0.0) \
     + (activity ? 10.0 : 0.0) \
     + (hours >= 0.15 ? 30.0 * hours : 0.0)\
     ) * (longest_wait_days > 180 ? 1.1 : 1.0)";

pub fn cel<'a>(rows: &[Row]) -> Made<'a> {
    let rule = Program::compile(CEL)?;
    let mut ready = Vec::new();
    for row in rows {
        let mut context = Context::default();
        context.add_variable("expected_participants", row.expected_participants)?;
        context.add_variable("focus_group", row.focus_group)?;
        context.add_variable("format", row.format)?;
        context.add_variable("waiting", row.waiting)?;
        context.add_variable("referral", row.referral)?;
        context.add_variable("activity_appropriate", row.activity_appropriate)?;
        context.add_variable("user_involved", row.user_involved)?;
        context.add_variable("activity", row.activity)?;
        context.add_variable("hours", row.hours)?;
        context.add_variable("longest_wait_days", row.longest_wait_days)?;
        ready.push(context);
    }
    Ok(Entry::new(
        "cel 0.15, ready contexts",
        move |at| match rule.execute(&ready[at]).ok()? {
            cel::Value::Float(number) => Some(number),
            _ => None,
        },
    ))
}
