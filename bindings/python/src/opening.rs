//! A desk from files or frames, with its packs, and what no desk may hold.

use std::path::Path;

use mestring::decide::Packs;
use mestring::frame::raw_table;
use mestring_exchange::ExchangeError;
use mestring_exchange::national_id::{holds_national_id, mask};
use mestring_model::{Desk, Finding, Place, RawRow, RawTable, Settings};
use mestring_rules::Plugins;

use crate::arguments::Tables;
use crate::errors::Error;

/// Reads a desk, and its packs: those of its own folders, which may name the plugins, and the shipped
/// ones that it names.
pub fn open(path: &Path, plugins: &Plugins) -> Result<(Desk, Packs, Vec<Finding>), Error> {
    let (desk, mut findings) = mestring_exchange::desk::read(path)?;
    findings.extend(mestring_exchange::desk::nothing_in(&desk, path));
    let folders = mestring_exchange::desk::read_packs(path, &desk.settings)?;
    let folders = Packs::in_force(folders, desk.settings.as_of, plugins).map_err(Error::Packs)?;
    let located = mestring_exchange::desk::located(path, &desk.settings)?;
    let chosen = Packs::chosen(&located, &folders, plugins);
    let (packs, about) = chosen.map_err(Error::Packs)?;
    findings.extend(about);
    findings.iter_mut().for_each(mask);
    Ok((desk, packs, findings))
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
    let (desk, mut findings) = builder.build();
    // A finding quotes the cell that it is about.
    findings.iter_mut().for_each(mask);
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
