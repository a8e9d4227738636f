//! The tables of a desk as frames.

use std::collections::BTreeMap;

use mestring::frame::{Column, text_batch};
use mestring::report::escaped;
use mestring_model::term::nearest;
use mestring_model::{Desk, Lang};
use pyo3::PyResult;

use crate::capsule::Batches;
use crate::errors::Error;
use crate::frame::Frame;
use crate::pack::frame;

/// How many rows each table has, by its English name.
pub(super) fn rows(desk: &Desk) -> impl Iterator<Item = (&'static str, usize)> {
    let tables = desk.tables(Lang::En);
    let names = Desk::TABLES.iter().map(|table| table.name);
    names.zip(tables.into_iter().map(|table| table.rows.len()))
}

/// Every table that a desk can have, with what it is for and how many rows it has.
pub(super) fn all(desk: &Desk) -> PyResult<Frame> {
    let tables = Desk::TABLES;
    let text = |of: fn(&mestring_model::record::TableDecl) -> &'static str| {
        Column::Text(tables.iter().map(|own| Some(of(own).to_owned())).collect())
    };
    let illustrative: BTreeMap<_, _> = desk
        .illustrative()
        .into_iter()
        .map(|(own, rows)| (own.name, rows))
        .collect();
    let illustrative = tables
        .iter()
        .map(|own| count(illustrative.get(own.name).copied().unwrap_or(0)));
    frame(vec![
        ("name", text(|own| own.name)),
        ("nb", text(|own| own.nb)),
        ("nn", text(|own| own.nn)),
        ("meaning", text(|own| own.meaning)),
        (
            "rows",
            Column::Whole(rows(desk).map(|(_, rows)| count(rows)).collect()),
        ),
        ("illustrative", Column::Whole(illustrative.collect())),
    ])
}

/// One table by its name in any language, as texts.
pub(super) fn one(desk: &Desk, name: &str, lang: Lang) -> PyResult<Frame> {
    let at = Desk::TABLES.iter().position(|table| table.is_named(name));
    let table = at.and_then(|at| desk.tables(lang).into_iter().nth(at));
    let Some(table) = table else {
        let tables = Desk::TABLES.iter();
        let names = tables.flat_map(|table| [table.name, table.nb, table.nn]);
        let help = match nearest(name, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`Desk.tables` lists them".to_owned(),
        };
        let text = format!("`{name}` is not a table of a desk; {help}");
        return Err(Error::Value(text).into());
    };
    let batch = text_batch(&table).map_err(Error::Frame)?;
    Ok(Frame(Batches::one(batch)))
}

/// How many rows each table has.
pub(super) fn shown(desk: &Desk) -> String {
    let full = rows(desk).filter(|(_, rows)| *rows > 0);
    let counts: Vec<_> = full.map(|(name, rows)| format!("{rows} {name}")).collect();
    match counts.as_slice() {
        [] => "<Desk: empty>".to_owned(),
        counts => format!("<Desk: {}>", counts.join(", ")),
    }
}

/// The same for notebooks.
pub(super) fn html(desk: &Desk, findings: usize) -> String {
    let mut html = format!(
        "<table><caption>{findings} findings</caption><tr><th>table</th><th>rows</th></tr>"
    );
    for (name, rows) in rows(desk).filter(|(_, rows)| *rows > 0) {
        html.push_str(&format!(
            "<tr><td>{}</td><td>{rows}</td></tr>",
            escaped(name)
        ));
    }
    html.push_str("</table>");
    html
}

fn count(rows: usize) -> Option<i64> {
    i64::try_from(rows).ok()
}
