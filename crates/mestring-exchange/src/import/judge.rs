//! The desk itself decides what of a list it can use: what would bring it an error is taken back.

use std::collections::BTreeMap;
use std::path::Path;

use mestring_model::finding::Problem;
use mestring_model::record::TableDecl;
use mestring_model::{Desk, Place, RawTable, Settings, Severity};

use super::left_out::LeftOuts;
use super::merge::Target;

/// The tables of the desk that no list goes into, by their files' names.
pub(super) type Others = BTreeMap<String, RawTable>;

/// Takes cells and rows back until the targets bring the desk no error that it had not before.
///
/// It ends, since each round takes something back or is the last.
pub(super) fn judge(
    targets: &mut [Target],
    others: &Others,
    settings: &Settings,
    left: &mut LeftOuts,
) {
    let before: Vec<RawTable> = targets
        .iter()
        .map(|target| target.document.table.clone())
        .collect();
    let known = errors(&before, others, settings);
    loop {
        let now: Vec<RawTable> = targets.iter().map(Target::table).collect();
        let mut new = errors(&now, others, settings);
        for (place, problems) in &mut new {
            let known = known.get(place).map(Vec::as_slice).unwrap_or_default();
            problems.retain(|own| !known.contains(own));
        }
        let mut took_back = false;
        for (target, table) in targets.iter_mut().zip(&now) {
            let mut wrong: BTreeMap<u32, Vec<(Option<&'static str>, Problem)>> = BTreeMap::new();
            for (place, problems) in new.iter().filter(|(place, _)| place.file == table.file) {
                let Some(row) = place.row else { continue };
                let column = place.column.as_deref();
                let column = column.and_then(|text| column_at(target.decl, table, text));
                let errors = problems.iter().map(|problem| (column, problem.clone()));
                wrong.entry(row).or_default().extend(errors);
            }
            // The last first, since a row that goes moves those below it.
            for (row, errors) in wrong.iter().rev().filter(|(_, errors)| !errors.is_empty()) {
                took_back |= target.take_back(*row, errors, left);
            }
        }
        if !took_back {
            break;
        }
    }
    targets.iter_mut().for_each(Target::drop_standing);
}

/// Errors by their places.
type Errors = BTreeMap<Place, Vec<Problem>>;

/// The errors of the desk that the tables make.
fn errors(tables: &[RawTable], others: &Others, settings: &Settings) -> Errors {
    let mut builder = Desk::builder().settings(settings.clone());
    let others = others.values();
    for table in others.chain(tables) {
        builder = builder.table(&stem(&table.file), table.clone());
    }
    let (_, findings) = builder.build();
    let mut errors = Errors::new();
    for own in findings {
        if own.severity() == Severity::Error {
            errors.entry(own.place).or_default().push(own.problem);
        }
    }
    errors
}

/// A file's name without its ending, which names its table.
pub(super) fn stem(file: &str) -> String {
    let stem = Path::new(file).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// The column that a finding means: by its heading in the file, or by its English name.
fn column_at(decl: &TableDecl, table: &RawTable, text: &str) -> Option<&'static str> {
    let headings = mestring_model::record::Headings::of(table, decl, &mut Vec::new());
    let is_headed = |name: &str| {
        let at = headings.position(name);
        at.and_then(|at| table.headings.get(at))
            .is_some_and(|own| own == text)
    };
    decl.columns()
        .map(|column| column.name)
        .find(|name| is_headed(name))
        .or_else(|| {
            decl.columns()
                .map(|own| own.name)
                .find(|name| *name == text)
        })
}
