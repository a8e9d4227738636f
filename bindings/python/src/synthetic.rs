//! What `mestring.synthetic` is made of.

use mestring::frame::Column;
use mestring::synthetic::{Queue, Shape};
use pyo3::prelude::*;

use crate::arguments::one_of;
use crate::frame::Frame;
use crate::pack::frame;

/// A made-up queue as three frames: people, runs, choices. `mestring.synthetic.queue` says more.
///
/// >>> from mestring import _core
/// >>> [len(frame) for frame in _core.synthetic_queue("mixed", 5, 3, 1)][:2]
/// [5, 3]
#[pyfunction]
pub fn synthetic_queue(
    py: Python<'_>,
    shape: &str,
    people: usize,
    runs: usize,
    seed: u64,
) -> PyResult<(Frame, Frame, Frame)> {
    let shape = one_of("shape", shape, Shape::ALL, Shape::code)?;
    let queue = py.detach(|| Queue::new(shape, people, runs, seed));
    Ok((people_of(&queue)?, runs_of(&queue)?, choices_of(&queue)?))
}

fn whole(values: impl Iterator<Item = u64>) -> Column {
    Column::Whole(values.map(|own| i64::try_from(own).ok()).collect())
}

fn people_of(queue: &Queue) -> PyResult<Frame> {
    let people = || queue.people.iter();
    frame(vec![
        ("person", whole(0..queue.people.len() as u64)),
        ("class", whole(people().map(|own| own.class.into()))),
        (
            "deadline",
            Column::Date(people().map(|own| own.deadline).collect()),
        ),
        (
            "waiting_since",
            Column::Date(people().map(|own| Some(own.waiting_since)).collect()),
        ),
        (
            "municipality",
            whole(people().map(|own| own.municipality as u64)),
        ),
        (
            "distance",
            Column::Number(people().map(|own| Some(own.distance)).collect()),
        ),
        ("language", whole(people().map(|own| own.language))),
        ("group", whole(people().map(|own| own.group as u64))),
    ])
}

fn runs_of(queue: &Queue) -> PyResult<Frame> {
    let runs = || queue.runs.iter();
    frame(vec![
        ("run", whole(0..queue.runs.len() as u64)),
        ("seats", whole(runs().map(|own| own.seats.into()))),
        (
            "municipality",
            whole(runs().map(|own| own.municipality as u64)),
        ),
        (
            "digital",
            Column::Bool(runs().map(|own| Some(own.digital)).collect()),
        ),
        ("language", whole(runs().map(|own| own.language))),
        ("group", whole(runs().map(|own| own.group as u64))),
        ("week", whole(runs().map(|own| own.week))),
    ])
}

fn choices_of(queue: &Queue) -> PyResult<Frame> {
    let choices = || queue.choices.iter();
    frame(vec![
        ("person", whole(choices().map(|own| own.0.into()))),
        ("run", whole(choices().map(|own| own.1.into()))),
        (
            "cost",
            Column::Whole(choices().map(|own| Some(own.2)).collect()),
        ),
    ])
}
