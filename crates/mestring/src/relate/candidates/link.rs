//! Each record mapped to at most one other.
//!
//! Where two lists are known to have no duplicates of their own, a record of the one is at most one
//! record of the other, and knowing the second nearest helps: the pair that both sides prefer is
//! taken first, then the next among those that are left (unique mapping clustering; Böhm, de Melo,
//! Naumann and Weikum, "LINDA: distributed web-of-data-scale entity matching", 2012). No threshold
//! is needed to order the pairs, and none is set here: how near is near enough, the caller says.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Candidate, Candidates};

/// Which links are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mapping {
    /// Pairs in which each is the other's best; a record whose best prefers another stays alone.
    #[default]
    Mutual,
    /// The best pair first, then the best among the records that are left, and so on.
    Unique,
}

/// Two records that are mapped to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The row of the one, as in the candidates.
    pub a: usize,
    /// The row of the other.
    pub b: usize,
    /// The mean over the texts that both have of similarity and of how far it is ahead on either
    /// side, and a third of a million for each key that found the pair; in millionths, and only to
    /// compare with others of the same search.
    pub score: i64,
    /// By how much the score is above that of the next best pair of either record. 0: another is as
    /// good, and the ids decided; below 0: another would be better, and is mapped elsewhere.
    pub lead: i64,
}

/// A record: its table, and its row.
type End = (usize, usize);

/// The links among candidates, in the order of the candidates.
///
/// Within one table a record may be `a` of some pairs and `b` of others, and still is mapped once.
pub fn links(candidates: &Candidates, mapping: Mapping) -> Vec<Link> {
    let side = usize::from(!candidates.one_table);
    let mut order: Vec<(Reverse<i64>, usize, [End; 2])> = candidates
        .iter()
        .enumerate()
        .map(|(at, own)| (Reverse(score(&own)), at, [(0, own.a), (side, own.b)]))
        .collect();
    // Candidates are in the order of the ids, so that ties are too.
    order.sort_unstable();
    // The two best scores of each record, and the pair of the best.
    let mut best: BTreeMap<End, (usize, i64, i64)> = BTreeMap::new();
    for (Reverse(score), at, ends) in &order {
        for end in ends {
            let own = best.entry(*end).or_insert((*at, *score, i64::MIN));
            if own.0 != *at && own.2 == i64::MIN {
                own.2 = *score;
            }
        }
    }
    let mut taken: BTreeSet<End> = BTreeSet::new();
    let mut links: Vec<(usize, Link)> = Vec::new();
    for (Reverse(score), at, ends) in order {
        let own = ends.map(|end| best.get(&end).copied().unwrap_or((at, score, i64::MIN)));
        let keeps = match mapping {
            Mapping::Mutual => own.iter().all(|own| own.0 == at),
            Mapping::Unique => ends.iter().all(|end| !taken.contains(end)),
        };
        if !keeps {
            continue;
        }
        taken.extend(ends);
        let next = own.map(|own| if own.0 == at { own.2 } else { own.1 });
        let next = next.into_iter().max().unwrap_or(i64::MIN);
        let [(_, a), (_, b)] = ends;
        let lead = if next == i64::MIN {
            score
        } else {
            score - next
        };
        links.push((at, Link { a, b, score, lead }));
    }
    links.sort_unstable_by_key(|(at, _)| *at);
    links.into_iter().map(|(_, link)| link).collect()
}

/// How good a pair is.
fn score(own: &Candidate<'_>) -> i64 {
    let (mut sum, mut texts) = (0, 0);
    for near in own.texts.iter().flatten() {
        let ahead = near.margin.iter().flatten();
        let ahead: i64 = ahead.map(|own| i64::from(*own)).sum();
        sum += i64::from(near.similarity) + ahead / 2;
        texts += 1;
    }
    let mean = if texts == 0 { 0 } else { sum / texts };
    mean + i64::from(own.keys.count_ones()) * 333_333
}
