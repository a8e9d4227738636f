//! Reads the frames: people, runs, choices, reserved seats, and who comes together.

use std::collections::{BTreeMap, HashMap};

use arrow_array::RecordBatch;

use super::AssignedError;
use super::columns::{cells, class_of, dates, each, each_if_there, flags, id, share, whole};
use super::ids::{Id, Ids};
use crate::assign::{Choice, Holds, MOST_COST, Visit, minimum_places, places};
use crate::frame::{Cell, Cells, FrameError};

/// The rows of a frame of reserved seats: the run's position, how many, for which group.
pub(super) fn read_reserved(
    batches: &[RecordBatch],
    runs: &Positions<'_>,
) -> Result<Vec<(u32, u32, Id)>, FrameError> {
    let mut rows = Vec::new();
    each(batches, "run", |row, cell| {
        let run = position("run", row, &cell, runs, "runs")?;
        rows.push((run, 0, Id::Whole(0)));
        Ok(())
    })?;
    each(batches, "seats", |row, cell| {
        if let Some(own) = rows.get_mut(row) {
            let seats = whole("seats", row, &cell, 0, i64::from(u32::MAX))?;
            own.1 = u32::try_from(seats).unwrap_or(u32::MAX);
        }
        Ok(())
    })?;
    each(batches, "group", |row, cell| {
        if let Some(own) = rows.get_mut(row) {
            own.2 = id("group", row, &cell)?;
        }
        Ok(())
    })?;
    Ok(rows)
}

/// The positions of the people of each group for which seats are reserved.
pub(super) fn read_members(
    batches: &[RecordBatch],
    people: &Positions<'_>,
    reserved: &[(u32, u32, Id)],
) -> Result<BTreeMap<Id, Vec<u32>>, FrameError> {
    let mut groups = Vec::new();
    each(batches, "group", |row, cell| {
        groups.push(id("group", row, &cell)?);
        Ok(())
    })?;
    let mut of: BTreeMap<Id, Vec<u32>> = BTreeMap::new();
    of.extend(reserved.iter().map(|own| (own.2.clone(), Vec::new())));
    each(batches, "person", |row, cell| {
        let person = position("person", row, &cell, people, "people")?;
        // Groups for which nothing is kept are often listed with the others.
        if let Some(own) = groups.get(row).and_then(|group| of.get_mut(group)) {
            own.push(person);
        }
        Ok(())
    })?;
    Ok(of)
}

/// The patients with those who come with them.
pub(super) fn read_together(
    batches: &[RecordBatch],
    people: &Positions<'_>,
) -> Result<Vec<(u32, Vec<u32>)>, FrameError> {
    let read = |column: &'static str| -> Result<Vec<u32>, FrameError> {
        let mut all = Vec::new();
        each(batches, column, |row, cell| {
            all.push(position(column, row, &cell, people, "people")?);
            Ok(())
        })?;
        Ok(all)
    };
    let (relatives, patients): (Vec<u32>, Vec<u32>) = (read("person")?, read("with")?);
    let mut parties: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut of: HashMap<u32, usize> = HashMap::new();
    for (relative, patient) in relatives.into_iter().zip(patients) {
        let at = *of.entry(patient).or_insert_with(|| {
            parties.push((patient, Vec::new()));
            parties.len() - 1
        });
        if let Some((_, own)) = parties.get_mut(at) {
            own.push(relative);
        }
    }
    Ok(parties)
}

type Dates = (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>);

/// The rows of a frame of people.
pub(super) struct People {
    pub(super) ids: Ids,
    pub(super) classes: Vec<u32>,
    pub(super) dates: Vec<Dates>,
    pub(super) relatives: Vec<bool>,
    pub(super) holds: Vec<Option<Holds>>,
}

pub(super) fn read_people(batches: &[RecordBatch], runs: &Ids) -> Result<People, FrameError> {
    let mut ids = Vec::new();
    each(batches, "person", |row, cell| {
        ids.push(id("person", row, &cell)?);
        Ok(())
    })?;
    let mut classes = Vec::with_capacity(ids.len());
    each(batches, "class", |row, cell| {
        classes.push(class_of(row, &cell)?);
        Ok(())
    })?;
    let deadlines = dates(batches, "deadline", ids.len())?;
    let waiting = dates(batches, "waiting_since", ids.len())?;
    let relatives = flags(batches, "relative", ids.len())?;
    let holds = read_holds(batches, runs, ids.len())?;
    Ok(People {
        ids: Ids::new("person", ids)?,
        classes,
        dates: deadlines.into_iter().zip(waiting).collect(),
        relatives,
        holds,
    })
}

fn read_holds(
    batches: &[RecordBatch],
    runs: &Ids,
    people: usize,
) -> Result<Vec<Option<Holds>>, FrameError> {
    let positions = runs.positions();
    let mut holds = vec![None; people];
    each_if_there(batches, "holds", |row, cell| {
        if cell == Cell::Empty {
            return Ok(());
        }
        let (column, among) = ("holds", "runs");
        let run = positions.get(&id(column, row, &cell)?).copied();
        let run = run.ok_or(FrameError::NoSuchId { column, row, among })?;
        if let Some(slot) = holds.get_mut(row) {
            *slot = Some(Holds { run, move_cost: 0 });
        }
        Ok(())
    })?;
    each_if_there(batches, "move_cost", |row, cell| {
        if let Some(Some(own)) = holds.get_mut(row)
            && cell != Cell::Empty
        {
            own.move_cost = whole("move_cost", row, &cell, -MOST_COST, MOST_COST)?;
        }
        Ok(())
    })?;
    Ok(holds)
}

/// The ids of the runs, and for each how many places it gives and needs.
pub(super) fn read_runs(batches: &[RecordBatch]) -> Result<(Ids, Vec<(u32, u32)>), FrameError> {
    let most = i64::from(u32::MAX);
    let mut ids = Vec::new();
    each(batches, "run", |row, cell| {
        ids.push(id("run", row, &cell)?);
        Ok(())
    })?;
    let mut seats = Vec::with_capacity(ids.len());
    each(batches, "seats", |row, cell| {
        let number = whole("seats", row, &cell, 0, most)?;
        seats.push((u32::try_from(number).unwrap_or(u32::MAX), 0));
        Ok(())
    })?;
    each_if_there(batches, "minimum", |row, cell| {
        if let Some((_, minimum)) = seats.get_mut(row)
            && cell != Cell::Empty
        {
            let number = whole("minimum", row, &cell, 0, most)?;
            *minimum = u32::try_from(number).unwrap_or(u32::MAX);
        }
        Ok(())
    })?;
    each_if_there(batches, "no_show", |row, cell| {
        if let Some((seats, minimum)) = seats.get_mut(row)
            && cell != Cell::Empty
        {
            let no_show = share("no_show", row, &cell)?;
            let needs = minimum_places(*minimum, no_show).unwrap_or(*minimum);
            let gives = places(*seats, no_show).unwrap_or(*seats);
            // Between one place too few and one too many a full run counts as enough.
            *minimum = if *minimum <= *seats {
                needs.min(gives)
            } else {
                needs
            };
            *seats = gives;
        }
        Ok(())
    })?;
    Ok((Ids::new("run", ids)?, seats))
}

/// Calls with the person of every choice, row by row.
pub(super) fn each_person(
    batches: &[RecordBatch],
    people: &Positions<'_>,
    visit: &mut Visit<'_, u32, AssignedError>,
) -> Result<(), AssignedError> {
    let mut number = 0;
    for batch in batches {
        let mut persons = Persons::of(batch, people)?;
        for row in 0..batch.num_rows() {
            visit(persons.at(row, number)?)?;
            number += 1;
        }
    }
    Ok(())
}

/// Calls with every choice, row by row.
pub(super) fn each_choice(
    batches: &[RecordBatch],
    people: &Positions<'_>,
    runs: &Positions<'_>,
    visit: &mut Visit<'_, Choice, AssignedError>,
) -> Result<(), AssignedError> {
    let mut number = 0;
    for batch in batches {
        let mut persons = Persons::of(batch, people)?;
        let run_cells = cells(batch, "run").map_err(of_choices)?;
        let cost_cells = cells(batch, "cost").map_err(of_choices)?;
        for row in 0..batch.num_rows() {
            let person = persons.at(row, number)?;
            let run = position("run", number, &run_cells.get(row), runs, "runs");
            let cost = whole("cost", number, &cost_cells.get(row), i64::MIN, i64::MAX);
            visit(Choice {
                person,
                run: run.map_err(of_choices)?,
                cost: cost.map_err(of_choices)?,
            })?;
            number += 1;
        }
    }
    Ok(())
}

fn of_choices(error: FrameError) -> AssignedError {
    AssignedError::Frame {
        frame: "choices",
        error,
    }
}

/// The persons of a batch of choices.
struct Persons<'a> {
    cells: Cells<'a>,
    people: &'a Positions<'a>,
    /// Choices often come person by person.
    last: Option<(Cell<'a>, u32)>,
}

impl<'a> Persons<'a> {
    fn of(batch: &'a RecordBatch, people: &'a Positions<'a>) -> Result<Self, AssignedError> {
        Ok(Persons {
            cells: cells(batch, "person").map_err(of_choices)?,
            people,
            last: None,
        })
    }

    /// The position of the person in a row of the batch, which is this row of the frame.
    fn at(&mut self, row: usize, number: usize) -> Result<u32, AssignedError> {
        let cell = self.cells.get(row);
        let at = match &self.last {
            Some((known, at)) if *known == cell => *at,
            _ => {
                let at = position("person", number, &cell, self.people, "people");
                at.map_err(of_choices)?
            }
        };
        self.last = Some((cell, at));
        Ok(at)
    }
}

/// The position of an id among the ids of another frame.
fn position(
    column: &'static str,
    row: usize,
    cell: &Cell<'_>,
    positions: &Positions<'_>,
    among: &'static str,
) -> Result<u32, FrameError> {
    let at = positions.get(&id(column, row, cell)?).copied();
    at.ok_or(FrameError::NoSuchId { column, row, among })
}

/// The position of each id of a frame.
pub(super) type Positions<'a> = HashMap<&'a Id, u32>;
