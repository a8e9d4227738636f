//! Ids as frames give them: texts, or whole numbers.

use std::collections::HashMap;
use std::fmt;

use super::read::Positions;
use crate::frame::{Column, FrameError};

/// An id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id {
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(Box<str>),
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Id::Whole(number) => write!(out, "{number}"),
            Id::Text(text) => out.write_str(text),
        }
    }
}

/// The ids of a frame's rows, all texts or all whole numbers.
#[derive(Clone)]
pub(super) struct Ids {
    ids: Vec<Id>,
    /// Made when an id is first looked for after the frames were read.
    found: std::sync::OnceLock<HashMap<Id, usize>>,
}

impl fmt::Debug for Ids {
    /// How many there are, and nobody's.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ids", self.ids.len())
    }
}

impl Ids {
    /// # Errors
    /// Some are texts and some numbers.
    pub(super) fn new(column: &'static str, ids: Vec<Id>) -> Result<Self, FrameError> {
        let text = |id: &Id| matches!(id, Id::Text(_));
        if let Some(first) = ids.first()
            && let Some(row) = ids.iter().position(|own| text(own) != text(first))
        {
            let (found, wanted) = if text(first) {
                ("a whole number", "text")
            } else {
                ("a text", "whole number")
            };
            return Err(FrameError::CellType {
                column,
                row,
                found,
                wanted,
            });
        }
        Ok(Ids {
            ids,
            found: Default::default(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn texts(&self) -> Vec<std::borrow::Cow<'_, str>> {
        let texts = self.ids.iter().map(|id| match id {
            Id::Text(text) => std::borrow::Cow::Borrowed(&**text),
            Id::Whole(number) => std::borrow::Cow::Owned(number.to_string()),
        });
        texts.collect()
    }

    /// The position of each id; of ids that stand twice the last, which is refused elsewhere.
    pub(super) fn positions(&self) -> Positions<'_> {
        self.ids.iter().zip(0..).collect()
    }

    pub(super) fn find(&self, id: &Id) -> Option<usize> {
        let found = self
            .found
            .get_or_init(|| self.ids.iter().cloned().zip(0..).collect());
        found.get(id).copied()
    }

    pub(super) fn push(&mut self, id: Id) {
        if let Some(found) = self.found.get_mut() {
            found.insert(id.clone(), self.ids.len());
        }
        self.ids.push(id);
    }

    /// The ids at the positions, as a column.
    pub(super) fn column(&self, at: impl Iterator<Item = usize>) -> Column {
        self.maybe(at.map(Some))
    }

    /// The same with positions that may be missing.
    pub(super) fn maybe(&self, at: impl Iterator<Item = Option<usize>>) -> Column {
        let ids = at.map(|at| self.ids.get(at?));
        match self.ids.first() {
            Some(first) => column_like(first, ids),
            None => Column::Text(ids.map(|id| Some(id?.to_string())).collect()),
        }
    }
}

/// Ids as a column; texts where there is none.
pub(super) fn column<'a>(mut ids: impl Iterator<Item = Option<&'a Id>> + Clone) -> Column {
    let all = ids.clone();
    match ids.next().flatten() {
        Some(first) => column_like(first, all),
        None => Column::Text(Vec::new()),
    }
}

/// All ids of a frame are of one kind: that of the first.
fn column_like<'a>(first: &Id, ids: impl Iterator<Item = Option<&'a Id>>) -> Column {
    match first {
        Id::Whole(_) => Column::Whole(
            ids.map(|id| match id? {
                Id::Whole(number) => Some(*number),
                Id::Text(_) => None,
            })
            .collect(),
        ),
        Id::Text(_) => Column::Text(ids.map(|id| Some(id?.to_string())).collect()),
    }
}
