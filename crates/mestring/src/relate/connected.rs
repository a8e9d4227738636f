//! Which pairs of offers something connects, without looking at all of them.
//!
//! Offers are gathered by topic and by house, and only those of one gathering are looked at two by two.

use std::collections::BTreeMap;

use mestring_model::Fact;
use mestring_model::noun::CatchmentRelation;

use super::compare::first_shared;
use super::profile::{Profile, Profiles};
use crate::topics::{Family, Topics};

/// The pairs, by the places of their offers, ascending; the lesser place first.
pub(super) fn pairs(topics: &Topics, profiles: &Profiles) -> Vec<(u32, u32)> {
    let families = topics.families();
    let offers = profiles.offers();
    let mut found = Vec::new();
    let by_topic = gather(families.iter().map(|own| own.near.iter().copied()));
    for (topic, members) in &by_topic {
        two_by_two(members, &mut found, |a, b| {
            let (Some(of_a), Some(of_b)) = (families.get(a), families.get(b)) else {
                return false;
            };
            // A pair with several topics in common is looked at under the first.
            first_shared(&of_a.near, &of_b.near) == Some(*topic)
                && look(offers, a, b, |one, other| {
                    one_house(one, other)
                        || profiles.catchments(one, other)
                            != Fact::Known(CatchmentRelation::Disjoint)
                })
        });
    }
    let by_house = gather(offers.iter().map(|own| own.above.iter().copied()));
    for (house, members) in &by_house {
        two_by_two(members, &mut found, |a, b| {
            let (Some(of_a), Some(of_b)) = (families.get(a), families.get(b)) else {
                return false;
            };
            look(offers, a, b, |one, other| {
                first_shared(&one.above, &other.above) == Some(*house)
                    && first_shared(&of_a.near, &of_b.near).is_none()
                    && connected_in_house(profiles, (one, of_a), (other, of_b))
            })
        });
    }
    found.sort_unstable();
    found
}

/// Offers of one house that share no narrow topic: a group of conditions and one of them, or, where no topic
/// of one is known, alike titles.
fn connected_in_house(
    profiles: &Profiles,
    (a, of_a): (&Profile, &Family),
    (b, of_b): (&Profile, &Family),
) -> bool {
    if of_a.near.is_empty() || of_b.near.is_empty() {
        let titles = profiles.title(a.title).zip(profiles.title(b.title));
        return titles.is_some_and(|(a, b)| a.title == b.title || a.words == b.words);
    }
    let holds = |group: &Family, one: &Family| first_shared(&group.near, &one.groups).is_some();
    holds(of_a, of_b) || holds(of_b, of_a)
}

fn one_house(a: &Profile, b: &Profile) -> bool {
    first_shared(&a.above, &b.above).is_some()
}

/// The places of the offers under each of their keys; keys of one offer are left out.
fn gather<K: Ord>(keys: impl Iterator<Item = impl Iterator<Item = K>>) -> BTreeMap<K, Vec<u32>> {
    let mut gathered: BTreeMap<K, Vec<u32>> = BTreeMap::new();
    for (at, own) in (0_u32..).zip(keys) {
        for key in own {
            gathered.entry(key).or_default().push(at);
        }
    }
    gathered.retain(|_, members| members.len() > 1);
    gathered
}

fn two_by_two(
    members: &[u32],
    found: &mut Vec<(u32, u32)>,
    connected: impl Fn(usize, usize) -> bool,
) {
    for (at, a) in members.iter().enumerate() {
        let after = members.iter().skip(at + 1);
        found.extend(
            after
                .filter(|b| connected(*a as usize, **b as usize))
                .map(|b| (*a, *b)),
        );
    }
}

fn look(
    offers: &[Profile],
    a: usize,
    b: usize,
    connected: impl Fn(&Profile, &Profile) -> bool,
) -> bool {
    let both = offers.get(a).zip(offers.get(b));
    both.is_some_and(|(one, other)| connected(one, other))
}
