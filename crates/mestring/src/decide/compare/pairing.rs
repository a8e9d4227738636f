//! Which pack takes the place of which.

use std::collections::BTreeMap;

use mestring_rules::Kind;

use super::{CompareError, GivenPack};
use crate::decide::{PackRef, PacksError, pack_ref};

/// Packs with their partners, and those without.
pub(super) struct Paired<'a> {
    pub(super) pairs: Vec<(&'a GivenPack, &'a GivenPack)>,
    pub(super) only_before: Vec<PackRef>,
    pub(super) only_after: Vec<PackRef>,
}

/// What a pack is alone in deciding: a kind, and the name where several of a kind stand side by side.
type Seat = (Kind, String);

/// Pairs packs that decide the same.
pub(super) fn pair<'a>(
    old: &'a [GivenPack],
    new: &'a [GivenPack],
) -> Result<Paired<'a>, CompareError> {
    let (mut before, mut after) = (seats(old)?, seats(new)?);
    for kind in [Kind::Requirement, Kind::Funding] {
        // Where each side has one, a new name is a change like any other.
        if let (Some(first), Some(second)) = (only_of(&before, kind), only_of(&after, kind))
            && first != second
            && let Some(own) = before.remove(&first)
        {
            before.insert(second, own);
        }
    }
    let mut pairs = Vec::new();
    let mut only_before = Vec::new();
    for (seat, own) in before {
        match after.remove(&seat) {
            Some(other) => pairs.push((own, other)),
            None => only_before.push(pack_ref(&own.1)),
        }
    }
    if pairs.is_empty() {
        let kinds = |packs: &[GivenPack]| {
            let own = packs.iter();
            own.map(|(place, pack)| (place.clone(), pack.kind()))
                .collect()
        };
        return Err(CompareError::NoPair {
            before: kinds(old),
            after: kinds(new),
        });
    }
    Ok(Paired {
        pairs,
        only_before,
        only_after: after.into_values().map(|own| pack_ref(&own.1)).collect(),
    })
}

fn seats(packs: &[GivenPack]) -> Result<BTreeMap<Seat, &GivenPack>, CompareError> {
    let mut seats: BTreeMap<Seat, &GivenPack> = BTreeMap::new();
    for own in packs {
        let (kind, name) = (own.1.kind(), own.1.manifest().name.clone());
        let many = matches!(kind, Kind::Requirement | Kind::Funding);
        let seat = (kind, if many { name.clone() } else { String::new() });
        if let Some((first, _)) = seats.insert(seat, own) {
            let (first, second) = (first.clone(), own.0.clone());
            return Err(CompareError::Packs(if many {
                PacksError::SameName {
                    name,
                    first,
                    second,
                }
            } else {
                PacksError::TwoOfAKind {
                    kind,
                    first,
                    second,
                }
            }));
        }
    }
    Ok(seats)
}

/// The seat of the one pack of a kind; none where there are several or none.
fn only_of(seats: &BTreeMap<Seat, &GivenPack>, kind: Kind) -> Option<Seat> {
    let mut own = seats.keys().filter(|(own, _)| *own == kind);
    let first = own.next()?;
    own.next().is_none().then(|| first.clone())
}
