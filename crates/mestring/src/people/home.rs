//! Where people live, and what that means for each run: whether they are in its catchment, and how
//! long the way is.

use std::collections::BTreeMap;

use mestring_model::id::RoomId;
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
        let sites = sites(desk, run);
        let homes = self.numbers.keys().map(|home| {
            let inside = catchment.as_ref().and_then(|own| own.holds(*home));
            let ways = sites.iter();
            let ways = ways.filter_map(|site| self.ways.get(&(*home, *site)));
            let way = ways.min().copied().map(i64::from);
            (inside, Fact::from(way))
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

    /// Minutes one way to the run's room, or to the nearest place in which a group follows it: the
    /// shortest way that is known.
    pub(super) fn way(&self, home: Fact<usize>) -> Fact<i64> {
        self.of(home).map_or(silence(home), |(_, way)| *way)
    }

    fn of(&self, home: Fact<usize>) -> Option<&(Fact<bool>, Fact<i64>)> {
        self.homes.get(home.into_known()?)
    }
}

/// The municipalities in which somebody can take part in a run: that of its room, and those of the groups
/// that follow it elsewhere, by their rooms, else by their organisations.
fn sites(desk: &Desk, run: &Run) -> Vec<MunicipalityNo> {
    let of_room = |id: &Option<RoomId>| desk.room(id.as_ref()?)?.municipality;
    let elsewhere = desk.hubs_of(&run.id).filter_map(|hub| {
        let organisation = || desk.organisation(&hub.organisation)?.municipality;
        of_room(&hub.room).or_else(organisation)
    });
    of_room(&run.room).into_iter().chain(elsewhere).collect()
}

/// A fact that rests on one that is not known.
fn silence<T, U>(on: Fact<T>) -> Fact<U> {
    match on {
        Fact::Unknown => Fact::Unknown,
        Fact::NotStated | Fact::Known(_) => Fact::NotStated,
    }
}
