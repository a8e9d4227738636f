//! Where people live, and what that means for each run: whether they are in its catchment, and how
//! long the way is.

use std::collections::BTreeMap;

use mestring_model::noun::{Offer, Run};
use mestring_model::quantity::MunicipalityNo;
use mestring_model::{Desk, Fact, PersonStore};

use crate::reach::Catchment;

/// The municipalities that people of a store live in, numbered, and the ways between them.
pub(super) struct Homes {
    numbers: BTreeMap<MunicipalityNo, usize>,
    ways: BTreeMap<(MunicipalityNo, MunicipalityNo), u32>,
}

/// What a run is to each home, in the order of [`Homes`].
pub(super) struct Seen {
    homes: Vec<(Fact<bool>, Fact<i64>)>,
    /// Whether the run is open to everybody wherever they live.
    everyone: bool,
}

impl Homes {
    pub(super) fn of(store: &PersonStore) -> Self {
        let known = store
            .people
            .iter()
            .filter_map(|own| own.municipality.known());
        let mut numbers: BTreeMap<MunicipalityNo, usize> = known.map(|own| (*own, 0)).collect();
        for (at, own) in numbers.values_mut().enumerate() {
            *own = at;
        }
        let mut ways = BTreeMap::new();
        for row in &store.travel {
            // The way there is the way back, where the table has one of them; the first row holds.
            ways.entry((row.from, row.to)).or_insert(row.minutes);
        }
        for row in &store.travel {
            ways.entry((row.to, row.from)).or_insert(row.minutes);
        }
        Homes { numbers, ways }
    }

    /// The number of a municipality in which somebody lives.
    pub(super) fn number(&self, home: Fact<MunicipalityNo>) -> Fact<usize> {
        home.and_then(|number| Fact::from(self.numbers.get(&number).copied()))
    }

    /// What a run is to each of them.
    pub(super) fn seen(&self, desk: &Desk, run: &Run, offer: &Offer) -> Seen {
        let catchment = Catchment::of(desk, offer);
        let room = run.room.as_ref().and_then(|id| desk.room(id));
        let site = room.and_then(|room| room.municipality);
        let homes = self.numbers.keys().map(|home| {
            let inside = catchment.as_ref().and_then(|own| own.holds(*home));
            let way = site.and_then(|site| self.ways.get(&(*home, site)));
            (inside, Fact::from(way.map(|minutes| i64::from(*minutes))))
        });
        Seen {
            homes: homes.collect(),
            everyone: catchment == Fact::Known(Catchment::Everyone),
        }
    }
}

impl Seen {
    /// Whether the people of a home are in the run's catchment.
    pub(super) fn inside(&self, home: Fact<usize>) -> Fact<bool> {
        if self.everyone {
            return Fact::Known(true);
        }
        self.of(home).map_or(silence(home), |(inside, _)| *inside)
    }

    /// Minutes one way to the run's room.
    pub(super) fn way(&self, home: Fact<usize>) -> Fact<i64> {
        self.of(home).map_or(silence(home), |(_, way)| *way)
    }

    fn of(&self, home: Fact<usize>) -> Option<&(Fact<bool>, Fact<i64>)> {
        self.homes.get(home.into_known()?)
    }
}

/// A fact that rests on one that is not known.
fn silence<T, U>(on: Fact<T>) -> Fact<U> {
    match on {
        Fact::Unknown => Fact::Unknown,
        Fact::NotStated | Fact::Known(_) => Fact::NotStated,
    }
}
