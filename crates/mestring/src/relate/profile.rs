//! What is read from each offer once, before it is compared with every other.

use std::collections::{BTreeMap, BTreeSet};

use mestring_data::text::{ContentWords, Number, NumberKind, fold, numbers};
use mestring_data::topic::Hints;
use mestring_model::id::{OfferId, OrganisationId};
use mestring_model::noun::{Audience, CatchmentRelation, Format, Level, Offer};
use mestring_model::quantity::{Ages, Span};
use mestring_model::{Desk, Fact};

use super::similarity::TitleVector;
use super::time::{Dated, dated};
use crate::reach::Catchment;

/// One offer, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Profile<'a> {
    /// The folded title; empty where it holds no word.
    pub(super) title: String,
    pub(super) vector: TitleVector,
    pub(super) words: ContentWords,
    /// The numbers of the title by kind; years left out, since the same course has another one next
    /// year.
    pub(super) numbers: BTreeMap<NumberKind, Vec<Number>>,
    pub(super) audience: Fact<Audience>,
    /// The row does not state the audience, and the title does.
    pub(super) audience_from_title: bool,
    pub(super) ages: Fact<Ages>,
    /// The row does not state the ages, and the title does.
    pub(super) ages_from_title: bool,
    pub(super) level: Fact<Level>,
    pub(super) format: Fact<Format>,
    pub(super) sessions: Fact<Span>,
    pub(super) dated: Fact<Vec<Dated>>,
    pub(super) organisers: BTreeSet<&'a OrganisationId>,
    /// The organisers and all that they are parts of.
    pub(super) above: BTreeSet<&'a OrganisationId>,
    pub(super) pages: BTreeSet<String>,
    /// Which of the distinct catchments the offer has.
    catchment: Fact<usize>,
}

/// Every offer of a desk, and how their catchments lie to each other.
#[derive(Debug)]
pub(super) struct Profiles<'a> {
    offers: Vec<Profile<'a>>,
    /// The relation of every two distinct catchments: row by row, the first with the first, the
    /// second with the first and the second, and so on. Offers share catchments, so this is far less
    /// than all pairs.
    relations: Vec<Fact<CatchmentRelation>>,
    /// The place of the catchment that reaches everyone.
    everyone: Option<usize>,
}

impl<'a> Profiles<'a> {
    pub(super) fn of(desk: &'a Desk) -> Self {
        let catchments: Vec<Fact<Catchment>> = desk
            .offers
            .iter()
            .map(|offer| Catchment::of(desk, offer))
            .collect();
        let known = catchments.iter().filter_map(Fact::known);
        let distinct: Vec<&Catchment> = known.collect::<BTreeSet<_>>().into_iter().collect();
        let relations = distinct
            .iter()
            .enumerate()
            .flat_map(|(at, one)| {
                distinct
                    .iter()
                    .take(at + 1)
                    .map(|other| one.relation(other))
            })
            .collect();
        let pages = pages(desk);
        let offers = desk
            .offers
            .iter()
            .zip(&catchments)
            .map(|(offer, catchment)| {
                let place = catchment.as_ref().and_then(|own| {
                    let found = distinct.binary_search(&own);
                    Fact::from(found.ok())
                });
                profile(desk, offer, &pages, place)
            })
            .collect();
        let everyone = distinct.binary_search(&&Catchment::Everyone).ok();
        Profiles {
            offers,
            relations,
            everyone,
        }
    }

    pub(super) fn offers(&self) -> &[Profile<'a>] {
        &self.offers
    }

    /// How the catchments of two offers lie to each other. Who is open to everyone meets also those
    /// of whom it is not known how far they reach.
    pub(super) fn catchments(&self, a: &Profile, b: &Profile) -> Fact<CatchmentRelation> {
        let open = |own: Fact<usize>| own.into_known().is_some_and(|at| Some(at) == self.everyone);
        if open(a.catchment) || open(b.catchment) {
            return Fact::Known(CatchmentRelation::National);
        }
        both(&a.catchment, &b.catchment).and_then(|(a, b)| {
            let (low, high) = (a.min(b), a.max(b));
            let at = high * (high + 1) / 2 + low;
            self.relations.get(at).copied().unwrap_or_default()
        })
    }
}

/// Two facts together: known where both are, asked and unknown where that is the answer of one.
pub(super) fn both<'a, A, B>(a: &'a Fact<A>, b: &'a Fact<B>) -> Fact<(&'a A, &'a B)> {
    match (a, b) {
        (Fact::Known(a), Fact::Known(b)) => Fact::Known((a, b)),
        (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
        _ => Fact::NotStated,
    }
}

fn profile<'a>(
    desk: &'a Desk,
    offer: &'a Offer,
    pages: &BTreeMap<&OfferId, BTreeSet<String>>,
    catchment: Fact<usize>,
) -> Profile<'a> {
    let title = fold(&offer.title);
    let hints = Hints::of_title(&offer.title);
    let mut by_kind: BTreeMap<NumberKind, Vec<Number>> = BTreeMap::new();
    for number in numbers(&offer.title) {
        if number.kind != NumberKind::Year {
            by_kind.entry(number.kind).or_default().push(number);
        }
    }
    Profile {
        vector: TitleVector::of(&title),
        words: ContentWords::of(&offer.title),
        title,
        numbers: by_kind,
        audience: offer.audience.or(hints.audience),
        audience_from_title: !offer.audience.is_known() && hints.audience.is_known(),
        ages: offer.ages.or(ages_in(&hints)),
        ages_from_title: !offer.ages.is_known() && ages_in(&hints).is_known(),
        level: offer.level,
        format: offer.format,
        sessions: offer.sessions,
        dated: dated(desk, offer),
        organisers: offer.organisers.iter().collect(),
        above: above(desk, offer),
        pages: pages.get(&offer.id).cloned().unwrap_or_default(),
        catchment,
    }
}

/// The ages that a title states.
fn ages_in(hints: &Hints) -> Fact<Ages> {
    let year = |age: Fact<u32>| age.into_known().and_then(|age| u8::try_from(age).ok());
    let (from, to) = (year(hints.youngest), year(hints.oldest));
    if from.is_none() && to.is_none() {
        return Fact::NotStated;
    }
    Ages::new(from, to).into()
}

fn above<'a>(desk: &'a Desk, offer: &'a Offer) -> BTreeSet<&'a OrganisationId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&OrganisationId> = offer.organisers.iter().collect();
    while let Some(id) = open.pop() {
        // A loop of parents ends where it was before.
        if found.insert(id) {
            let organisation = desk.organisation(id);
            open.extend(organisation.and_then(|own| own.parent.as_ref()));
        }
    }
    found
}

/// The addresses of the pages that show each offer, written one way.
fn pages(desk: &Desk) -> BTreeMap<&OfferId, BTreeSet<String>> {
    let mut pages: BTreeMap<&OfferId, BTreeSet<String>> = BTreeMap::new();
    for listing in &desk.listings {
        let own = pages.entry(&listing.offer).or_default();
        own.insert(plain_address(listing.url.as_str()));
    }
    pages
}

/// An address without what changes while the page stays: scheme, `www.`, the part after `#`, a last
/// slash. Case matters in the path only.
pub(super) fn plain_address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split_once('#').map_or(rest, |(page, _)| page);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    format!("{host}/{}", path.trim_end_matches('/'))
}
