//! The verbs of a centre for patient education, and the one place that joins them to rules.
//!
//! A [`Desk`](mestring_model::Desk) goes in; proposals come out, each with its reasons as data. The
//! verbs know nothing of scripts: they get verdicts and facts. Nothing here reads a file, a clock or
//! the environment; the date of every question is the parameter `as_of`.

pub use mestring_model as model;

pub mod assign;
pub mod codes;
pub mod decide;
pub mod decision_log;
#[cfg(feature = "arrow")]
pub mod frame;
pub mod obligations;
pub mod overview;
pub mod pathways;
pub mod people;
pub mod plan;
mod reach;
pub mod relate;
pub mod report;
pub mod synthetic;
pub mod text;
pub mod timetable;
pub mod topics;

#[cfg(test)]
mod fixture;

/// The README's Rust, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;
