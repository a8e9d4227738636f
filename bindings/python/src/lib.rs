//! The Python package `mestring`, a thin crate over the Rust one.
//!
//! Read in this order: `errors` (one table from Rust errors to Python exceptions), `capsule`
//! (the only unsafe code: Arrow's C structures across the border), `plain` (values without Arrow), `arguments`,
//! `frame`, `finding`, `record` and `plugin` (rules written in Python), `pack` with `score`, `desk` with
//! `opening`, `answers`, `report`, `document` and `what_if`, `people` with `places`, `assign` with `synthetic`,
//! `decision_log`, `command`.
//!
//! Every class is frozen and may be shared between threads; work that takes long lets other threads
//! run meanwhile.

mod answers;
mod arguments;
mod assign;
mod capsule;
mod command;
mod decision_log;
mod desk;
mod document;
mod errors;
mod explanation;
mod finding;
mod frame;
mod opening;
mod pack;
mod people;
mod places;
mod plain;
mod plugin;
mod record;
mod report;
mod score;
mod synthetic;
mod what_if;

/// The native part of `mestring`.
#[pyo3::pymodule]
mod _core {
    #[pymodule_export]
    use crate::assign::Assignment;
    #[pymodule_export]
    use crate::assign::assign;
    #[pymodule_export]
    use crate::command::command;
    #[pymodule_export]
    use crate::decision_log::replay;
    #[pymodule_export]
    use crate::desk::Desk;
    #[pymodule_export]
    use crate::explanation::Explanation;
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::frame::Frame;
    #[pymodule_export]
    use crate::pack::Pack;
    #[pymodule_export]
    use crate::people::People;
    #[pymodule_export]
    use crate::places::NextInLine;
    #[pymodule_export]
    use crate::places::Places;
    #[pymodule_export]
    use crate::record::Record;
    #[pymodule_export]
    use crate::synthetic::synthetic_queue;
    #[pymodule_export]
    use crate::what_if::WhatIf;
}
