//! What a pack says of itself, as columns of frames.

use mestring::frame::Column;
use mestring_model::facts::FactDecl;
use mestring_rules::criterion::Criterion;
use mestring_rules::parameter::Params;
use mestring_rules::{CaseOutcome, CaseResult, Pack};

type Columns = Vec<(&'static str, Column)>;

/// The outcome of every case.
pub fn cases(pack: &Pack) -> Columns {
    let cases = pack.test();
    let text = |of: fn(&CaseResult) -> String| {
        Column::Text(cases.iter().map(|case| Some(of(case))).collect())
    };
    let passed = cases
        .iter()
        .map(|case| Some(case.outcome == CaseOutcome::Passed));
    vec![
        ("criterion", text(|case| case.criterion.clone())),
        ("case", text(|case| case.name.clone())),
        ("passed", Column::Bool(passed.collect())),
        ("because", text(|case| case.because.clone())),
        ("where", text(place)),
        ("difference", text(CaseResult::diff)),
    ]
}

fn place(case: &CaseResult) -> String {
    match &case.at {
        Some(at) => format!("{}:{}:{}", case.file, at.line, at.column),
        None => case.file.clone(),
    }
}

/// The criteria in order, with what reports call them.
pub fn criteria(pack: &Pack) -> Columns {
    let criteria = pack.criteria();
    let text = |of: fn(&Criterion) -> &str| {
        Column::Text(
            criteria
                .iter()
                .map(|own| Some(of(own).to_owned()))
                .collect(),
        )
    };
    vec![
        ("name", text(|own| own.name())),
        ("origin", text(|own| own.origin())),
        ("en", text(|own| &own.title().en)),
        ("nb", text(|own| &own.title().nb)),
        ("nn", text(|own| &own.title().nn)),
    ]
}

/// The facts that a frame may state, and whether the pack's rules read them.
pub fn facts(pack: &Pack) -> Columns {
    let facts = pack.judged().facts();
    let text = |of: fn(&FactDecl) -> Option<&'static str>| {
        Column::Text(facts.iter().map(|own| of(own).map(str::to_owned)).collect())
    };
    let words = facts.iter().map(|own| {
        let words = own.kind.words();
        let codes = words.iter().map(|word| word.code.to_owned());
        (!words.is_empty()).then(|| codes.collect())
    });
    let read: Vec<&str> = pack
        .criteria()
        .iter()
        .flat_map(|own| own.facts())
        .map(|own| own.name)
        .collect();
    let read = facts.iter().map(|own| Some(read.contains(&own.name)));
    vec![
        ("name", text(|own| Some(own.name))),
        ("type", text(|own| Some(own.kind.name()))),
        ("unit", text(|own| own.unit)),
        ("words", Column::Texts(words.collect())),
        ("read", Column::Bool(read.collect())),
        ("nb", text(|own| Some(own.nb))),
        ("nn", text(|own| Some(own.nn))),
        ("meaning", text(|own| Some(own.meaning))),
    ]
}

/// The parameters on a date.
pub fn parameters(params: &Params) -> Columns {
    let values = &params.values;
    let units = values
        .iter()
        .map(|own| own.unit.as_ref().map(|unit| unit.to_string()));
    vec![
        (
            "name",
            Column::Text(values.iter().map(|own| Some(own.id.to_string())).collect()),
        ),
        (
            "value",
            Column::Text(
                values
                    .iter()
                    .map(|own| Some(own.value.to_string()))
                    .collect(),
            ),
        ),
        ("unit", Column::Text(units.collect())),
    ]
}
