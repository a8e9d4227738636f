//! What is read from each offer once, before it is compared with every other.

use std::collections::{BTreeMap, BTreeSet};

use mestring_data::text::{ContentWords, Number, NumberKind, fold, numbers};
use mestring_data::topic::{Hints, Lexicon, Teaching, TopicId};
use mestring_model::id::{OfferId, OrganisationId};
use mestring_model::noun::{Audience, CatchmentRelation, Format, Level, Offer, Organisation};
use mestring_model::quantity::{Ages, Span};
use mestring_model::{Desk, Fact};

use super::similarity::TitleVector;
use super::time::{Dated, Dates};
use crate::reach::Catchment;

/// What is read from a title; offers share titles.
#[derive(Debug, Clone)]
pub(super) struct Titled {
    /// The folded title; empty where it holds no word.
    pub(super) title: String,
    pub(super) vector: TitleVector,
    pub(super) words: ContentWords,
    /// The kind of teaching that the title names.
    pub(super) teaching: Fact<Teaching>,
    /// The programmes that the title names.
    pub(super) programmes: BTreeSet<TopicId>,
    /// The numbers of the title by kind; years left out, since the same course has another one next
    /// year.
    pub(super) numbers: BTreeMap<NumberKind, Vec<Number>>,
    hints: Hints,
}

/// One offer, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    /// Which of the distinct titles the offer has.
    pub(super) title: u32,
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
    /// Numbers that stand for the organisers, ascending.
    pub(super) organisers: Vec<u32>,
    /// The organisers and all that they are parts of, in the same numbers, ascending.
    pub(super) above: Vec<u32>,
    /// Numbers that stand for the addresses of its pages, ascending.
    pub(super) pages: Vec<u32>,
    /// Which of the distinct catchments the offer has.
    catchment: Fact<usize>,
}

/// How two catchments lie to each other.
#[derive(Debug, Clone, Copy)]
struct Between {
    relation: Fact<CatchmentRelation>,
    same_trust: Fact<bool>,
}

/// Every offer of a desk, and how their catchments lie to each other.
#[derive(Debug)]
pub(super) struct Profiles {
    offers: Vec<Profile>,
    titles: Vec<Titled>,
    /// The relation of every two distinct catchments: row by row, the first with the first, the
    /// second with the first and the second, and so on. Offers share catchments, so this is far less
    /// than all pairs.
    relations: Vec<Between>,
    /// The place of the catchment that reaches everyone.
    everyone: Option<usize>,
}

impl Profiles {
    pub(super) fn of(desk: &Desk, lexicon: &Lexicon) -> Self {
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
                distinct.iter().take(at + 1).map(|other| Between {
                    relation: one.relation(other),
                    same_trust: one.same_trust(other),
                })
            })
            .collect();
        let organisations = desk.organisations.iter();
        let mut read = Read {
            by_id: organisations.map(|own| (&own.id, own)).collect(),
            lexicon,
            pages: pages(desk),
            titles: Vec::new(),
            title_numbers: BTreeMap::new(),
            organisations: Numbers::default(),
            addresses: Numbers::default(),
            dates: Dates::of(desk),
        };
        let offers = desk
            .offers
            .iter()
            .zip(&catchments)
            .map(|(offer, catchment)| {
                let place = catchment.as_ref().and_then(|own| {
                    let found = distinct.binary_search(&own);
                    Fact::from(found.ok())
                });
                read.profile(offer, place)
            })
            .collect();
        let everyone = distinct.binary_search(&&Catchment::Everyone).ok();
        Profiles {
            offers,
            titles: read.titles,
            relations,
            everyone,
        }
    }

    pub(super) fn offers(&self) -> &[Profile] {
        &self.offers
    }

    /// What is read from one of the distinct titles.
    pub(super) fn title(&self, at: u32) -> Option<&Titled> {
        self.titles.get(at as usize)
    }

    /// How the catchments of two offers lie to each other. Who is open to everyone meets also those
    /// of whom it is not known how far they reach.
    pub(super) fn catchments(&self, a: &Profile, b: &Profile) -> Fact<CatchmentRelation> {
        let open = |own: Fact<usize>| own.into_known().is_some_and(|at| Some(at) == self.everyone);
        if open(a.catchment) || open(b.catchment) {
            return Fact::Known(CatchmentRelation::National);
        }
        self.between(a, b).and_then(|own| own.relation)
    }

    /// Whether people of both catchments are referred to the same hospital trust.
    pub(super) fn same_trust(&self, a: &Profile, b: &Profile) -> Fact<bool> {
        self.between(a, b).and_then(|own| own.same_trust)
    }

    fn between(&self, a: &Profile, b: &Profile) -> Fact<Between> {
        both(&a.catchment, &b.catchment).and_then(|(a, b)| {
            let (low, high) = (a.min(b), a.max(b));
            let at = high * (high + 1) / 2 + low;
            self.relations.get(at).copied().into()
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

/// Numbers that stand for what is told apart, in the order in which it is met.
struct Numbers<K>(BTreeMap<K, u32>);

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Numbers(BTreeMap::new())
    }
}

impl<K: Ord> Numbers<K> {
    /// The numbers of several, ascending.
    fn of(&mut self, several: impl IntoIterator<Item = K>) -> Vec<u32> {
        let mut numbers: Vec<u32> = several
            .into_iter()
            .map(|one| {
                let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
                *self.0.entry(one).or_insert(next)
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// What is read while offers are made ready.
struct Read<'a> {
    by_id: BTreeMap<&'a OrganisationId, &'a Organisation>,
    lexicon: &'a Lexicon,
    pages: BTreeMap<&'a OfferId, BTreeSet<String>>,
    titles: Vec<Titled>,
    title_numbers: BTreeMap<&'a str, u32>,
    organisations: Numbers<&'a OrganisationId>,
    addresses: Numbers<String>,
    dates: Dates<'a>,
}

impl<'a> Read<'a> {
    fn profile(&mut self, offer: &'a Offer, catchment: Fact<usize>) -> Profile {
        let title = self.title(&offer.title);
        let hints = self.titles.get(title as usize).map(|own| own.hints);
        let hints = hints.unwrap_or_default();
        let pages = self.pages.remove(&offer.id).unwrap_or_default();
        Profile {
            title,
            audience: offer.audience.or(hints.audience),
            audience_from_title: !offer.audience.is_known() && hints.audience.is_known(),
            ages: offer.ages.or(ages_in(&hints)),
            ages_from_title: !offer.ages.is_known() && ages_in(&hints).is_known(),
            level: offer.level,
            format: offer.format,
            sessions: offer.sessions,
            dated: self.dates.dated(offer),
            organisers: self.organisations.of(&offer.organisers),
            above: self.organisations.of(above(&self.by_id, offer)),
            pages: self.addresses.of(pages),
            catchment,
        }
    }

    /// The number of a title, which is read where it was not met before.
    fn title(&mut self, title: &'a str) -> u32 {
        if let Some(known) = self.title_numbers.get(title) {
            return *known;
        }
        let number = u32::try_from(self.titles.len()).unwrap_or(u32::MAX);
        self.title_numbers.insert(title, number);
        let mut by_kind: BTreeMap<NumberKind, Vec<Number>> = BTreeMap::new();
        for own in numbers(title) {
            if own.kind != NumberKind::Year {
                by_kind.entry(own.kind).or_default().push(own);
            }
        }
        let folded = fold(title);
        self.titles.push(Titled {
            vector: TitleVector::of(&folded),
            words: self.lexicon.content_words(title),
            teaching: Teaching::of_title(title),
            programmes: self.lexicon.programmes_of(title),
            numbers: by_kind,
            hints: Hints::of_title(title),
            title: folded,
        });
        number
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

/// The organisers of an offer and all that they are parts of.
fn above<'a>(
    organisations: &BTreeMap<&'a OrganisationId, &'a Organisation>,
    offer: &'a Offer,
) -> BTreeSet<&'a OrganisationId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&OrganisationId> = offer.organisers.iter().collect();
    while let Some(id) = open.pop() {
        // A loop of parents ends where it was before.
        if found.insert(id) {
            let organisation = organisations.get(id);
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
