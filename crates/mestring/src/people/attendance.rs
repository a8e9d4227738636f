//! How often people who have a place stay away, by the sessions that a store records.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mestring_model::id::OfferId;
use mestring_model::quantity::Share;
use mestring_model::{Desk, PersonStore};

/// From how many recorded places on a rate is told. With fewer, one person more or less who stays away
/// changes it by more than three hundredths.
pub const FEWEST_PLACES: usize = 30;

/// How often people stayed away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoShowRate {
    /// The share of the sessions to which they did not come, rounded to basis points.
    pub share: Share,
    /// The sessions to which somebody with a place did not come, counted for each of them.
    pub missed: usize,
    /// The sessions of which it is recorded whether somebody came, counted for each of them.
    pub sessions: usize,
    /// The people in those sessions, counted once for each run.
    pub places: usize,
    /// True for a rate of one offer, false for one over all.
    pub of_offer: bool,
}

/// What a store records of sessions.
#[derive(Debug, Clone, Default)]
pub struct Attended<'a> {
    all: Count,
    by_offer: BTreeMap<&'a OfferId, Count>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    missed: usize,
    sessions: usize,
    places: usize,
}

impl<'a> Attended<'a> {
    /// Counts the sessions until a date. Where it is not recorded whether somebody came, that is not
    /// counted; of several rows about one session the last one holds.
    pub fn of(desk: &'a Desk, store: &PersonStore, as_of: NaiveDate) -> Self {
        let offers = desk.runs.iter().map(|run| (run.id.as_str(), &run.offer));
        let offers: BTreeMap<&str, &OfferId> = offers.collect();
        let mut rows = BTreeMap::new();
        for row in store.attendance.iter().filter(|row| row.session <= as_of) {
            if let Some(came) = row.came.into_known() {
                rows.insert((row.run.as_str(), row.person.as_str(), row.session), came);
            }
        }
        let mut places = BTreeSet::new();
        let mut found = Attended::default();
        for ((run, person, _), came) in rows {
            let is_new = places.insert((run, person));
            let of_offer = offers.get(run);
            let of_offer = of_offer.map(|offer| found.by_offer.entry(offer).or_default());
            for count in of_offer.into_iter().chain([&mut found.all]) {
                count.sessions += 1;
                count.missed += usize::from(!came);
                count.places += usize::from(is_new);
            }
        }
        found
    }

    /// How often people stay away from an offer: its own rate, else the one over all.
    ///
    /// # Errors
    /// How many places are recorded over all, where there are fewer than [`FEWEST_PLACES`], or where
    /// nobody ever came.
    pub fn no_show(&self, offer: &OfferId) -> Result<NoShowRate, usize> {
        let own = self.by_offer.get(offer).and_then(|count| count.rate(true));
        own.or_else(|| self.all.rate(false)).ok_or(self.all.places)
    }
}

impl Count {
    fn rate(self, of_offer: bool) -> Option<NoShowRate> {
        let whole = usize::from(Share::WHOLE.basis_points());
        let points = (self.missed * whole + self.sessions / 2).checked_div(self.sessions)?;
        let share = u16::try_from(points)
            .ok()
            .and_then(Share::from_basis_points);
        let share = share.filter(|share| *share < Share::WHOLE)?;
        (self.places >= FEWEST_PLACES).then_some(NoShowRate {
            share,
            missed: self.missed,
            sessions: self.sessions,
            places: self.places,
            of_offer,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// A store with so many people in each run, of whom the first so many miss one of two sessions.
    fn store(runs: &[(&str, usize, usize)]) -> PersonStore {
        let (mut people, mut attendance) = (BTreeSet::new(), String::new());
        for (run, size, away) in runs {
            for at in 0..*size {
                people.insert(format!("{run}-{at}"));
                let came = if at < *away { "no" } else { "yes" };
                attendance.push_str(&format!(
                    "{run}-{at} | {run} | 2026-09-01 | {came}\n{run}-{at} | {run} | 2026-09-08 | yes\n"
                ));
            }
        }
        let people: Vec<String> = people.into_iter().collect();
        fixture::store(&format!(
            "people\nid\n{}\n\nattendance\nperson | run | session | came\n{attendance}",
            people.join("\n")
        ))
    }

    fn check(
        runs: &[(&str, usize, usize)],
        offer: &str,
        expect: Result<(u16, usize, bool), usize>,
    ) {
        let desk = fixture::desk(
            "offers
            id | title
            KOLS | KOLS-skole
            HJERTE | Hjerteskole

            runs
            id | offer | state | starts
            K1 | KOLS | held | 2026-09-01
            H1 | HJERTE | held | 2026-09-01",
        );
        let store = store(runs);
        let attended = Attended::of(&desk, &store, "2026-11-22".parse().unwrap());
        let rate = attended.no_show(&OfferId::new(offer).unwrap());
        let rate = rate.map(|own| (own.share.basis_points(), own.places, own.of_offer));
        assert_eq!(rate, expect, "{runs:?} {offer}");
    }

    #[test]
    fn a_rate_is_that_of_the_offer_else_over_all_else_unknown() {
        check(
            &[("K1", 30, 6), ("H1", 10, 0)],
            "KOLS",
            Ok((1000, 30, true)),
        );
        check(
            &[("K1", 30, 6), ("H1", 10, 0)],
            "HJERTE",
            Ok((750, 40, false)),
        );
        check(&[("K1", 29, 6)], "KOLS", Err(29));
        check(
            &[("K1", 15, 6), ("H1", 15, 0)],
            "KOLS",
            Ok((1000, 30, false)),
        );
        check(&[], "KOLS", Err(0));
    }

    #[test]
    fn what_is_not_recorded_or_comes_later_is_not_counted_and_the_last_row_holds() {
        let desk = Desk::default();
        let mut store = store(&[("K1", 30, 0)]);
        let more = fixture::store(
            "people\nid\nK1-0\nK1-1\nK1-2\n
            attendance
            person | run | session | came
            K1-0 | K1 | 2026-09-01 | no
            K1-1 | K1 | 2026-09-15 |
            K1-2 | K1 | 2026-12-01 | no",
        );
        store.attendance.extend(more.attendance);
        let attended = Attended::of(&desk, &store, "2026-11-22".parse().unwrap());
        let rate = attended.no_show(&OfferId::new("KOLS").unwrap()).unwrap();
        assert_eq!((rate.missed, rate.sessions, rate.places), (1, 60, 30));
        assert_eq!(rate.share.basis_points(), 167);
    }
}
