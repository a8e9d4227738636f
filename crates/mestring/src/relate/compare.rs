//! The facts of a pair that follow from the two offers alone.

use std::cmp::Ordering;

use mestring_data::text::NumberKind;
use mestring_data::topic::Teaching;
use mestring_model::Fact;
use mestring_model::facts::PairFacts;
use mestring_model::noun::{
    Format, FormatRelation, Level, LevelRelation, OrganiserRelation, TitleRelation,
};
use mestring_model::quantity::Span;

use super::profile::{Profile, Titled, both};
use super::{people, time};

/// What two titles say together; offers share titles, so that it is found out once for many pairs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Titles {
    similarity: Fact<i64>,
    same: Fact<bool>,
    words: Fact<TitleRelation>,
    number_conflict: bool,
    parts_differ: bool,
    same_teaching: Fact<bool>,
    same_programme: Fact<bool>,
}

/// Compares two titles.
pub(super) fn titles(a: &Titled, b: &Titled) -> Titles {
    let titled = !a.title.is_empty() && !b.title.is_empty();
    let part = |own: &Titled| own.numbers.get(&NumberKind::Part).cloned();
    let named = !a.programmes.is_empty() && !b.programmes.is_empty();
    Titles {
        similarity: a.vector.percent(&b.vector),
        same: titled.then(|| a.title == b.title).into(),
        words: a.words.relation(&b.words),
        number_conflict: numbers_conflict(a, b),
        parts_differ: part(a) != part(b),
        same_teaching: same_teaching(a.teaching, b.teaching),
        same_programme: named
            .then(|| !a.programmes.is_disjoint(&b.programmes))
            .into(),
    }
}

/// Compares two offers with what their titles say; topics and catchment are left to the caller.
pub(super) fn compare(a: &Profile, b: &Profile, titles: Titles) -> PairFacts {
    PairFacts {
        title_similarity: titles.similarity,
        same_title: titles.same,
        title_words: titles.words,
        number_conflict: Fact::Known(titles.number_conflict),
        parts_differ: Fact::Known(titles.parts_differ),
        same_teaching: titles.same_teaching,
        same_programme: titles.same_programme,
        topics: Fact::NotStated,
        audience: people::audiences(a, b),
        ages_overlap: both(&a.ages, &b.ages).map(|(a, b)| a.mostly_overlaps(*b)),
        level: both(&a.level, &b.level).map(|(a, b)| levels(*a, *b)),
        common_level: both(&a.level, &b.level).and_then(|(a, b)| (a == b).then_some(*a).into()),
        catchment: Fact::NotStated,
        same_trust: Fact::NotStated,
        format: both(&a.format, &b.format).map(|(a, b)| formats(*a, *b)),
        time: both(&a.dated, &b.dated).map(|(a, b)| time::relation(a, b)),
        organiser: organisers(a, b),
        same_page: shared_or_not(&a.pages, &b.pages),
        same_sessions: both(&a.sessions, &b.sessions).and_then(|(a, b)| sessions(*a, *b)),
    }
}

/// True where both titles carry numbers of a kind and not the same ones. The same as
/// [`mestring_data::text::numbers_conflict`] of the two titles.
fn numbers_conflict(a: &Titled, b: &Titled) -> bool {
    a.numbers
        .iter()
        .any(|(kind, own)| b.numbers.get(kind).is_some_and(|other| own != other))
}

/// A title that names no kind of teaching may be that of a course, and of nothing else.
fn same_teaching(a: Fact<Teaching>, b: Fact<Teaching>) -> Fact<bool> {
    match (a, b) {
        (Fact::Known(a), Fact::Known(b)) => Fact::Known(a == b),
        (Fact::Known(one), _) | (_, Fact::Known(one)) if one != Teaching::Course => {
            Fact::Known(false)
        }
        _ => Fact::NotStated,
    }
}

fn levels(a: Level, b: Level) -> LevelRelation {
    if a == b {
        LevelRelation::Same
    } else if a == Level::Interlevel || b == Level::Interlevel {
        LevelRelation::Includes
    } else {
        LevelRelation::Different
    }
}

fn formats(a: Format, b: Format) -> FormatRelation {
    let live = |format| {
        matches!(
            format,
            Format::Physical | Format::DigitalLive | Format::Hybrid
        )
    };
    if a == b {
        FormatRelation::Same
    } else if live(a) && live(b) {
        FormatRelation::LiveVariant
    } else {
        FormatRelation::Different
    }
}

/// Not stated where one names no organiser.
fn organisers(a: &Profile, b: &Profile) -> Fact<OrganiserRelation> {
    if a.organisers.is_empty() || b.organisers.is_empty() {
        return Fact::NotStated;
    }
    Fact::Known(if a.organisers == b.organisers {
        OrganiserRelation::Same
    } else if share(&a.organisers, &b.organisers) {
        OrganiserRelation::Shared
    } else if share(&a.above, &b.above) {
        OrganiserRelation::Parent
    } else {
        OrganiserRelation::Unrelated
    })
}

/// Whether two offers share something; not stated where nothing of one of them is known.
fn shared_or_not(a: &[u32], b: &[u32]) -> Fact<bool> {
    let known = !a.is_empty() && !b.is_empty();
    known.then(|| share(a, b)).into()
}

/// The least number that two ascending lists share.
pub(super) fn first_shared(a: &[u32], b: &[u32]) -> Option<u32> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        match one.cmp(other) {
            Ordering::Less => drop(a.next()),
            Ordering::Greater => drop(b.next()),
            Ordering::Equal => return Some(**one),
        }
    }
    None
}

fn share(a: &[u32], b: &[u32]) -> bool {
    first_shared(a, b).is_some()
}

/// Ranges that overlap and are not the same may mean the same number or not.
fn sessions(a: Span, b: Span) -> Fact<bool> {
    if a == b {
        Fact::Known(true)
    } else if a.most() < b.least() || b.most() < a.least() {
        Fact::Known(false)
    } else {
        Fact::NotStated
    }
}
