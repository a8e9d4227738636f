//! How every question to a desk is asked: on a date, by which packs, with which seed.

use std::ffi::CString;

use chrono::NaiveDate;
use mestring::decide::Decider;
use mestring::frame::{Column, record_batch};
use pyo3::exceptions::PyUserWarning;
use pyo3::prelude::*;

use super::Desk;
use crate::arguments::{OtherPacks, today};
use crate::capsule::Batches;
use crate::errors::Error;
use crate::frame::Frame;

/// What every question takes.
pub struct Question {
    pub as_of: Option<NaiveDate>,
    pub packs: OtherPacks,
    pub seed: Option<u64>,
}

impl Question {
    /// A question in which nothing is drawn.
    pub fn on(as_of: Option<NaiveDate>, packs: OtherPacks) -> Self {
        Question {
            as_of,
            packs,
            seed: None,
        }
    }
}

impl Desk {
    /// The desk itself.
    pub fn model(&self) -> &mestring_model::Desk {
        &self.desk
    }

    /// What was found while it was read.
    pub fn found(&self) -> &[mestring_model::Finding] {
        &self.findings
    }

    /// Asks without holding the interpreter. The second decider has the desk's own packs where the
    /// question names others.
    pub fn ask<T: Send>(
        &self,
        py: Python<'_>,
        question: Question,
        answer: impl FnOnce(&Decider<'_>, Option<&Decider<'_>>) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let Question {
            as_of,
            packs: OtherPacks(others),
            seed,
        } = question;
        let as_of = as_of.or(self.desk.settings.as_of).unwrap_or_else(today);
        if others.is_empty() {
            let own = Decider::new(&self.desk, &self.packs, as_of, seed);
            return Ok(py.detach(|| answer(&own, None))?);
        }
        let given = others.into_iter().map(|pack| (pack.id(), pack)).collect();
        let (packs, about) = py
            .detach(|| self.packs.clone().with_given(given))
            .map_err(Error::Packs)?;
        for finding in &about {
            let text = CString::new(finding.to_string().replace('\0', " "))?;
            PyErr::warn(py, &py.get_type::<PyUserWarning>(), &text, 1)?;
        }
        let answered = py.detach(|| {
            let own = Decider::new(&self.desk, &self.packs, as_of, seed);
            let other = Decider::new(&self.desk, &packs, as_of, seed);
            answer(&other, Some(&own))
        });
        Ok(answered?)
    }

    /// Asks for a frame.
    pub(super) fn ask_frame(
        &self,
        py: Python<'_>,
        question: Question,
        answer: impl FnOnce(&Decider<'_>) -> Result<Vec<(String, Column)>, Error> + Send,
    ) -> PyResult<Frame> {
        let batch = self.ask(py, question, |decider, _| {
            Ok(record_batch(answer(decider)?)?)
        })?;
        Ok(Frame(Batches::one(batch)))
    }
}
