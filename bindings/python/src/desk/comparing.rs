//! Two sets of packs on one desk, as frames by name.

use std::collections::BTreeMap;

use mestring::decide::GivenPack;
use mestring::decide::compare::gate;
use mestring::frame::record_batch;
use pyo3::prelude::*;

use super::{Desk, Question};
use crate::answers;
use crate::capsule::Batches;
use crate::errors::Error;
use crate::frame::Frame;

/// Frames by their names.
pub type Named = BTreeMap<&'static str, Frame>;

impl Desk {
    /// What changes when packs take the places of others, and what each phrase found.
    pub(super) fn compared(
        &self,
        py: Python<'_>,
        question: Question,
        (old, new): (Vec<mestring_rules::Pack>, Vec<mestring_rules::Pack>),
        forbid: &[String],
    ) -> PyResult<Named> {
        let given = |packs: Vec<mestring_rules::Pack>| -> Vec<GivenPack> {
            packs.into_iter().map(|pack| (pack.id(), pack)).collect()
        };
        let (old, new) = (given(old), given(new));
        let old = if old.is_empty() {
            self.packs.like(&new)
        } else {
            old
        };
        self.ask_frames(py, question, |decider| {
            let comparison = decider.compare(&old, &new)?;
            let looks = forbid.iter().map(|phrase| {
                let rule = gate::read(phrase, decider.desk(), &comparison)?;
                Ok(rule.look(&comparison))
            });
            let looks = looks.collect::<Result<Vec<_>, Error>>()?;
            Ok(answers::compare(&comparison, &looks).into_iter().collect())
        })
    }

    /// Asks for several frames by their names.
    pub(super) fn ask_frames(
        &self,
        py: Python<'_>,
        question: Question,
        answer: impl FnOnce(
            &mestring::decide::Decider<'_>,
        ) -> Result<Vec<(&'static str, answers::Columns)>, Error>
        + Send,
    ) -> PyResult<Named> {
        let frames = self.ask(py, question, |decider, _| {
            let frames = answer(decider)?.into_iter();
            let frames = frames.map(|(name, columns)| Ok((name, record_batch(columns)?)));
            frames.collect::<Result<Vec<_>, Error>>()
        })?;
        let frames = frames.into_iter();
        Ok(frames
            .map(|(name, batch)| (name, Frame(Batches::one(batch))))
            .collect())
    }
}
