//! A desk from files or frames, with its packs, and what no desk may hold.

use std::path::Path;

use mestring::decide::Packs;
use mestring::frame::raw_table;
use mestring_exchange::ExchangeError;
use mestring_exchange::national_id::holds_national_id;
use mestring_model::desk::PackChoice;
use mestring_model::finding::PackProblem;
use mestring_model::term::nearest;
use mestring_model::{Desk, Finding, Place, RawRow, RawTable, Settings};
use mestring_rules::{Pack, Plugins};

use crate::arguments::Tables;
use crate::errors::Error;

/// Reads a desk, and its packs: those of its own folders, and the shipped ones that it names.
pub fn open(path: &Path) -> Result<(Desk, Packs, Vec<Finding>), Error> {
    let (desk, mut findings) = mestring_exchange::desk::read(path)?;
    findings.extend(mestring_exchange::desk::nothing_in(&desk, path));
    let mut chosen = mestring_exchange::desk::read_packs(path, &desk.settings)?;
    for (key, choice) in &desk.settings.packs {
        let PackChoice::Shipped { name, version } = choice else {
            continue;
        };
        let files = mestring_packs::files(name).ok_or_else(|| no_such_pack(name))?;
        if let (Some(wanted), Ok(pack)) = (version, Pack::load(&files, &Plugins::default()))
            && *wanted != pack.manifest().version
        {
            let shipped = &pack.manifest().version;
            let problem = PackProblem::OtherVersion {
                name: name.clone(),
                wanted: wanted.clone(),
                shipped: shipped.clone(),
            };
            findings.push(Finding::new(Place::file("desk.toml"), problem));
        }
        chosen.insert(key.clone(), files);
    }
    let packs = Packs::load(&chosen, &Plugins::default()).map_err(Error::Packs)?;
    Ok((desk, packs, findings))
}

fn no_such_pack(name: &str) -> Error {
    let names = mestring_packs::shipped().iter().map(|pack| pack.name);
    let help = match nearest(name, names.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "the shipped packs are {}",
            names.collect::<Vec<_>>().join(", ")
        ),
    };
    Error::Value(format!(
        "desk.toml chooses the shipped pack `{name}`, and there is none; {help}"
    ))
}

/// Makes a desk of frames by the names of its tables, with the shipped packs.
pub fn from_frames(
    tables: Tables,
    settings: Settings,
) -> Result<(Desk, Packs, Vec<Finding>), Error> {
    let mut builder = Desk::builder().settings(settings);
    for (name, data) in tables.0 {
        let table = raw_table(&name, &data.0.batches)?;
        refuse_persons(&table)?;
        builder = builder.table(&name, table);
    }
    let (desk, findings) = builder.build();
    Ok((desk, Packs::shipped().map_err(Error::Packs)?, findings))
}

/// Refuses a table that holds national identity numbers: a desk holds no persons, whatever its
/// tables came from.
fn refuse_persons(table: &RawTable) -> Result<(), Error> {
    let mut places: Vec<(Place, usize)> = Vec::new();
    for (at, heading) in table.headings.iter().enumerate() {
        let held = |row: &&RawRow| {
            row.cells
                .get(at)
                .is_some_and(|cell| holds_national_id(cell))
        };
        let mut found = table.rows.iter().filter(held);
        if let Some(first) = found.next() {
            let place = Place::row(&table.file, first.number).column(heading);
            places.push((place, 1 + found.count()));
        }
    }
    if places.is_empty() {
        Ok(())
    } else {
        Err(ExchangeError::NationalNumber { places }.into())
    }
}
