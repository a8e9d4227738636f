//! Positions of people and runs inside a problem, and columns that only such a position can read.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A position in a column.
pub(super) trait At: Copy + Ord {
    fn new(index: usize) -> Self;
    fn index(self) -> usize;
}

/// Declares positions, each with what it counts.
macro_rules! positions {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub(super) struct $name(pub(super) u32);

        impl $crate::assign::at::At for $name {
            fn new(index: usize) -> Self {
                // A problem of more than u32::MAX people or runs is refused when it is made.
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }

            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

pub(super) use positions;

positions! {
    /// A person, in the fair order of the problem.
    PersonAt;
    /// A run, in the order of the ids.
    RunAt;
}

/// One value for each position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Per<A, T> {
    values: Vec<T>,
    key: PhantomData<fn(A) -> A>,
}

impl<A: At, T> Per<A, T> {
    pub(super) fn new(values: Vec<T>) -> Self {
        Per {
            values,
            key: PhantomData,
        }
    }

    pub(super) fn filled(value: T, count: usize) -> Self
    where
        T: Clone,
    {
        Per::new(vec![value; count])
    }

    pub(super) fn from_fn(count: usize, value: impl Fn(A) -> T) -> Self {
        Per::new((0..count).map(|index| value(A::new(index))).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn push(&mut self, value: T) {
        self.values.push(value);
    }

    pub(super) fn values(&self) -> &[T] {
        &self.values
    }

    pub(super) fn values_mut(&mut self) -> &mut [T] {
        &mut self.values
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (A, &T)> {
        let values = self.values.iter().enumerate();
        values.map(|(index, value)| (A::new(index), value))
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = A> + use<A, T> {
        (0..self.values.len()).map(A::new)
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "positions are made by the problem, which has checked what was given to it"
)]
impl<A: At, T> Index<A> for Per<A, T> {
    type Output = T;

    fn index(&self, at: A) -> &T {
        &self.values[at.index()]
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "positions are made by the problem, which has checked what was given to it"
)]
impl<A: At, T> IndexMut<A> for Per<A, T> {
    fn index_mut(&mut self, at: A) -> &mut T {
        &mut self.values[at.index()]
    }
}

/// A list for each position, all in one piece of memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lists<A, T> {
    /// Where each list begins; one more than there are lists.
    starts: Vec<usize>,
    items: Vec<T>,
    key: PhantomData<fn(A) -> A>,
}

impl<A: At, T> Lists<A, T> {
    pub(super) fn with_capacity(lists: usize, items: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Lists {
            starts,
            items: Vec::with_capacity(items),
            key: PhantomData,
        }
    }

    /// A list for each of `count` positions, with the items in the order in which they come.
    pub(super) fn grouped(count: usize, items: impl Iterator<Item = (A, T)> + Clone) -> Self
    where
        T: Copy + Default,
    {
        let mut starts = vec![0usize; count + 1];
        let mut total = 0;
        for (at, _) in items.clone() {
            if let Some(size) = starts.get_mut(at.index() + 1) {
                *size += 1;
                total += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut placed = vec![T::default(); total];
        for (at, item) in items {
            if let Some(place) = next.get_mut(at.index()) {
                if let Some(slot) = placed.get_mut(*place) {
                    *slot = item;
                }
                *place += 1;
            }
        }
        Lists {
            starts,
            items: placed,
            key: PhantomData,
        }
    }

    /// A list of so many items for each position, to be filled.
    pub(super) fn sized(sizes: &[usize]) -> Self
    where
        T: Copy + Default,
    {
        let mut starts = Vec::with_capacity(sizes.len() + 1);
        let mut total = 0;
        starts.push(total);
        for size in sizes {
            total += *size;
            starts.push(total);
        }
        Lists {
            starts,
            items: vec![T::default(); total],
            key: PhantomData,
        }
    }

    /// Adds an item to the list that [`close`](Self::close) will end.
    pub(super) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends a list, and begins the next.
    pub(super) fn close(&mut self) {
        self.starts.push(self.items.len());
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn items(&self) -> &[T] {
        &self.items
    }

    pub(super) fn of(&self, at: A) -> &[T] {
        let index = at.index();
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(from), Some(until)) => self.items.get(*from..*until).unwrap_or_default(),
            _ => &[],
        }
    }

    pub(super) fn of_mut(&mut self, at: A) -> &mut [T] {
        let index = at.index();
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(from), Some(until)) => self.items.get_mut(*from..*until).unwrap_or_default(),
            _ => &mut [],
        }
    }
}
