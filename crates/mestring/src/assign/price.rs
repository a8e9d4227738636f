//! What a seat is worth: whom it would serve first, preference cost after that.

use std::ops::{Add, AddAssign, Neg, Sub};

/// A worth in two parts, compared by `standing` first and by `cost` where that is equal.
///
/// Worths are added and subtracted part by part. That keeps their order, so shortest paths and the
/// duality of linear programmes hold for them as for plain numbers, and no weight has to be chosen
/// that makes one person count for more than all preference costs together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Price {
    /// How early in the order the person stands whom the seat would serve: 0 for nobody, else more
    /// for who is served earlier. The numbers are positions in the order, not amounts.
    pub standing: i64,
    /// Preference cost, in the unit of the choices.
    pub cost: i64,
}

impl Price {
    /// Worth nothing.
    pub const ZERO: Price = Price {
        standing: 0,
        cost: 0,
    };

    pub(super) fn cost(cost: i64) -> Self {
        Price { standing: 0, cost }
    }

    pub(super) fn standing(standing: i64) -> Self {
        Price { standing, cost: 0 }
    }
}

impl Add for Price {
    type Output = Price;

    fn add(self, other: Price) -> Price {
        Price {
            standing: self.standing + other.standing,
            cost: self.cost + other.cost,
        }
    }
}

impl AddAssign for Price {
    fn add_assign(&mut self, other: Price) {
        *self = *self + other;
    }
}

impl Sub for Price {
    type Output = Price;

    fn sub(self, other: Price) -> Price {
        Price {
            standing: self.standing - other.standing,
            cost: self.cost - other.cost,
        }
    }
}

impl Neg for Price {
    type Output = Price;

    fn neg(self) -> Price {
        Price::ZERO - self
    }
}
