//! Where the topics of an offer are read from, if its row states none.

use std::collections::{BTreeMap, BTreeSet};

use mestring_data::topic::{Lexicon, TopicId, TopicKind};
use mestring_model::Desk;
use mestring_model::id::{OfferId, OrganisationId};
use mestring_model::noun::{Offer, Organisation, OrganisationKind};

/// What organisers and pages say of topics, each read once.
pub(super) struct Sources<'a> {
    lexicon: &'a Lexicon,
    /// Each organisation whose own name says topics, or that is part of one whose name does.
    organisations: BTreeMap<&'a OrganisationId, Said>,
    /// The addresses of the pages that show each offer.
    pages: BTreeMap<&'a OfferId, BTreeSet<&'a str>>,
}

/// What the name of an organisation says.
struct Said {
    topics: Vec<TopicId>,
    /// It is an association of users, whose courses are for its members' condition whatever they are about.
    of_users: bool,
}

impl<'a> Sources<'a> {
    pub(super) fn of(desk: &'a Desk, lexicon: &'a Lexicon) -> Self {
        let mut pages: BTreeMap<&OfferId, BTreeSet<&str>> = BTreeMap::new();
        for listing in &desk.listings {
            let own = pages.entry(&listing.offer).or_default();
            own.insert(listing.url.as_str());
        }
        let organisations = desk.organisations.iter();
        let by_id: BTreeMap<_, _> = organisations.map(|own| (&own.id, own)).collect();
        let said = by_id
            .keys()
            .filter_map(|id| Some((*id, said(&by_id, lexicon, id)?)));
        Sources {
            lexicon,
            organisations: said.collect(),
            pages,
        }
    }

    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// The topics of an offer: of its title; of its organisers where the title names no condition, and beside
    /// the title where they are associations of users; of its pages where neither names one. `titles` holds what
    /// is known of titles, which offers share.
    pub(super) fn topics<'o>(
        &self,
        offer: &'o Offer,
        titles: &mut BTreeMap<&'o str, Vec<TopicId>>,
    ) -> BTreeSet<TopicId> {
        let titled = titles
            .entry(&offer.title)
            .or_insert_with(|| self.lexicon.topics_of(&offer.title))
            .clone();
        let of_condition = |id: &TopicId| {
            let row = self.lexicon.row(id);
            row.is_some_and(|row| row.kind != TopicKind::Last)
        };
        let mut found: BTreeSet<TopicId> = titled.into_iter().collect();
        if found.iter().any(of_condition) {
            return found;
        }
        let bare = found.is_empty();
        let organisers = offer.organisers.iter();
        for said in organisers.filter_map(|id| self.organisations.get(id)) {
            if bare || said.of_users {
                found.extend(said.topics.iter().cloned());
            }
        }
        if found.is_empty() {
            let pages = self.pages.get(&offer.id).into_iter().flatten();
            found.extend(pages.flat_map(|page| self.lexicon.topics_of_address(page)));
        }
        found
    }
}

/// What the name of an organisation says, or else that of the nearest one it is part of.
fn said(
    by_id: &BTreeMap<&OrganisationId, &Organisation>,
    lexicon: &Lexicon,
    id: &OrganisationId,
) -> Option<Said> {
    let mut seen = BTreeSet::new();
    let mut next = Some(id);
    while let Some(organisation) = next.and_then(|id| by_id.get(id)) {
        // A loop of parents ends here.
        if !seen.insert(&organisation.id) {
            return None;
        }
        let topics = lexicon.topics_of_organisation(&organisation.name);
        if !topics.is_empty() {
            let of_users = organisation.kind == OrganisationKind::UserOrganisation;
            return Some(Said { topics, of_users });
        }
        next = organisation.parent.as_ref();
    }
    None
}
