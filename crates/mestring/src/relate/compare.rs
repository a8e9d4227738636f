//! The facts of a pair that follow from the two offers alone.

use std::collections::BTreeSet;

use mestring_model::Fact;
use mestring_model::facts::PairFacts;
use mestring_model::noun::{Format, FormatRelation, Level, LevelRelation, OrganiserRelation};
use mestring_model::quantity::Span;

use super::profile::{Profile, both};
use super::{people, time};

/// Compares two offers; topics and catchment are left to the caller.
pub(super) fn compare(a: &Profile, b: &Profile) -> PairFacts {
    let titled = !a.title.is_empty() && !b.title.is_empty();
    PairFacts {
        title_similarity: a.vector.percent(&b.vector),
        same_title: titled.then(|| a.title == b.title).into(),
        title_words: a.words.relation(&b.words),
        number_conflict: Fact::Known(numbers_conflict(a, b)),
        topics: Fact::NotStated,
        audience: people::audiences(a, b),
        ages_overlap: both(&a.ages, &b.ages).map(|(a, b)| a.overlaps(*b)),
        level: both(&a.level, &b.level).map(|(a, b)| levels(*a, *b)),
        common_level: both(&a.level, &b.level).and_then(|(a, b)| (a == b).then_some(*a).into()),
        catchment: Fact::NotStated,
        format: both(&a.format, &b.format).map(|(a, b)| formats(*a, *b)),
        time: both(&a.dated, &b.dated).map(|(a, b)| time::relation(a, b)),
        organiser: organisers(a, b),
        same_page: shared_or_not(&a.pages, &b.pages),
        same_sessions: both(&a.sessions, &b.sessions).and_then(|(a, b)| sessions(*a, *b)),
    }
}

/// True where both titles carry numbers of a kind and not the same ones. The same as
/// [`mestring_data::text::numbers_conflict`] of the two titles.
fn numbers_conflict(a: &Profile, b: &Profile) -> bool {
    a.numbers
        .iter()
        .any(|(kind, own)| b.numbers.get(kind).is_some_and(|other| own != other))
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
    } else if !a.organisers.is_disjoint(&b.organisers) {
        OrganiserRelation::Shared
    } else if !a.above.is_disjoint(&b.above) {
        OrganiserRelation::Parent
    } else {
        OrganiserRelation::Unrelated
    })
}

/// Not stated where no page of one of them is known.
fn shared_or_not(a: &BTreeSet<String>, b: &BTreeSet<String>) -> Fact<bool> {
    let known = !a.is_empty() && !b.is_empty();
    known.then(|| !a.is_disjoint(b)).into()
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
