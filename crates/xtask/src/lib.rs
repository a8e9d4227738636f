//! The development command of this workspace: `cargo xtask test [--quick]` runs everything a change
//! must pass, and `cargo xtask tidy` checks the shape of the tree.
//!
//! Read in this order: [`tidy`] (the rules about files, each a function from the tree's texts to
//! faults), [`counts`] (how many tests a run executed), [`shop`] (running a program and keeping what
//! it printed), [`steps`] (what `test` does, in order), [`targets`] (the
//! examples and benches that crates declare), [`python`] (the steps that need Python), [`reference`](mod@reference) (documents from declarations) and
//! [`cli`] (the arguments).
//!
//! This crate is never part of what is shipped, so it may touch files, processes and the clock; each
//! place says so.

pub mod cli;
pub mod counts;
pub mod fuzz;
pub mod licences;
pub mod python;
pub mod reference;
pub mod shop;
pub mod steps;
pub mod targets;
pub mod tidy;
