//! What each offer is about and whom it serves: as its row states, or derived from its title.
//!
//! What a row states wins. Otherwise the lexicon of topics, with the desk's own words added, reads
//! the title; where that names no condition, the names of those who organise it, since an association for
//! people with diabetes teaches them; and where these name none either, the addresses of its pages. The
//! target groups follow from the topics and from the people that row and title name. What was derived is
//! marked, so that no reader takes it for a statement.

use std::borrow::Cow;
use std::collections::BTreeMap;

use mestring_data::topic::{Lexicon, LexiconError, TopicId};
use mestring_model::id::{OfferId, Slug, TargetGroupId};
use mestring_model::noun::{Offer, TopicRelation};
use mestring_model::{Desk, Fact};

mod groups;
mod lexicon;
mod sources;

pub use groups::{GroupReading, ReadBy};

/// What one offer is about and whom it serves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfferTopics {
    /// The topics, ascending; empty where none is stated and the title names none.
    pub topics: Vec<Slug>,
    /// The row states no topics; what stands here was read from the title, or where that names none from
    /// organisers or addresses of pages.
    pub topics_derived: bool,
    /// The target groups, ascending; empty where none is stated and none follows.
    pub target_groups: Vec<TargetGroupId>,
    /// The row states no target groups; what stands here follows from topics, audience and ages.
    pub groups_derived: bool,
    /// Where it is derived: each group, ascending, with what it was read from.
    pub readings: Vec<GroupReading>,
}

/// What connects the topics of an offer with those of others, in numbers that stand for topics, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Family {
    /// Its topics, and what these are part of but for broad groups: two offers whose topics are the same, part of
    /// each other or parts of one share one of these.
    pub(crate) near: Vec<u32>,
    /// The broad groups above its topics.
    pub(crate) groups: Vec<u32>,
}

/// How many offers state topics and target groups, and of how many they are derived.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TopicCounts {
    /// Offers whose row states topics.
    pub topics_stated: usize,
    /// Offers whose title, organisers or addresses name some.
    pub topics_derived: usize,
    /// Offers of which no topic is known.
    pub topics_none: usize,
    /// Offers whose row states target groups.
    pub groups_stated: usize,
    /// Offers whose target groups follow from something else.
    pub groups_derived: usize,
    /// Offers of which no target group is known.
    pub groups_none: usize,
}

/// A row of the desk's own topics that the lexicon could not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicProblem {
    /// The row's place in `desk.topics`.
    pub row: usize,
    /// What is wrong with it.
    pub error: LexiconError,
}

/// What every offer of a desk is about.
///
/// ```
/// use mestring::topics::Topics;
/// use mestring_model::{Desk, RawTable};
///
/// let mut offers = RawTable::with_headings("tilbud.csv", ["id", "tittel"]);
/// offers.push(vec!["A".into(), "Lungeskule for deg med kols".into()]);
/// let (desk, _) = Desk::builder().table("tilbud", offers).build();
///
/// let topics = Topics::of(&desk);
/// let about = &topics.offers()[0];
/// assert!(about.topics_derived && about.topics.iter().any(|topic| topic.as_str() == "copd"));
/// ```
#[derive(Debug, Clone)]
pub struct Topics {
    offers: Vec<OfferTopics>,
    by_id: BTreeMap<OfferId, usize>,
    /// The topics of each offer as the lexicon knows them.
    known: Vec<Vec<TopicId>>,
    lexicon: Cow<'static, Lexicon>,
    problems: Vec<TopicProblem>,
}

impl Topics {
    /// Reads every offer of a desk, in the order of `desk.offers`.
    pub fn of(desk: &Desk) -> Self {
        let (lexicon, problems) = lexicon::with_own_words(&desk.topics);
        let sources = sources::Sources::of(desk, &lexicon);
        let mut titles = BTreeMap::new();
        let offers: Vec<OfferTopics> = desk
            .offers
            .iter()
            .map(|offer| read(desk, &sources, offer, &mut titles))
            .collect();
        let known = offers
            .iter()
            .map(|about| known(&lexicon, &about.topics))
            .collect();
        let ids = desk.offers.iter().map(|offer| offer.id.clone());
        Topics {
            by_id: ids.zip(0..).collect(),
            offers,
            known,
            lexicon,
            problems,
        }
    }

    /// What each offer is about, in the order of `desk.offers`.
    pub fn offers(&self) -> &[OfferTopics] {
        &self.offers
    }

    /// What the offer at a place in `desk.offers` is about.
    pub fn at(&self, index: usize) -> Option<&OfferTopics> {
        self.offers.get(index)
    }

    /// What an offer is about.
    pub fn offer(&self, id: &OfferId) -> Option<&OfferTopics> {
        self.at(*self.by_id.get(id)?)
    }

    /// The rows of the desk's own topics that could not be used.
    pub fn problems(&self) -> &[TopicProblem] {
        &self.problems
    }

    /// The lexicon with the desk's own words.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// How many offers state what they are about.
    pub fn counts(&self) -> TopicCounts {
        let mut counts = TopicCounts::default();
        for about in &self.offers {
            match (about.topics_derived, about.topics.is_empty()) {
                (false, _) => counts.topics_stated += 1,
                (true, false) => counts.topics_derived += 1,
                (true, true) => counts.topics_none += 1,
            }
            match (about.groups_derived, about.target_groups.is_empty()) {
                (false, _) => counts.groups_stated += 1,
                (true, false) => counts.groups_derived += 1,
                (true, true) => counts.groups_none += 1,
            }
        }
        counts
    }

    /// What connects the topics of each offer with those of others, in the order of `desk.offers`.
    pub(crate) fn families(&self) -> Vec<Family> {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut number = |word: &str| match numbers.get(word) {
            Some(own) => *own,
            None => {
                let own = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                numbers.insert(word.to_owned(), own);
                own
            }
        };
        let families = self.offers.iter().zip(&self.known).map(|(about, known)| {
            let mut family = Family::default();
            let own = about.topics.iter();
            family.near.extend(own.map(|topic| number(topic.as_str())));
            for topic in known {
                for (above, broad) in self.lexicon.above(topic) {
                    let set = if broad {
                        &mut family.groups
                    } else {
                        &mut family.near
                    };
                    set.push(number(above.as_str()));
                }
            }
            for set in [&mut family.near, &mut family.groups] {
                set.sort_unstable();
                set.dedup();
            }
            family
        });
        families.collect()
    }

    /// How the topics of two offers, by their places in `desk.offers`, relate: the closest relation
    /// between any of the one and any of the other. Not stated where one of them has no topic.
    ///
    /// A stated word that the lexicon does not know relates to nothing but itself.
    pub fn relation(&self, a: usize, b: usize) -> Fact<TopicRelation> {
        let (Some(one), Some(other)) = (self.offers.get(a), self.offers.get(b)) else {
            return Fact::NotStated;
        };
        if one.topics.is_empty() || other.topics.is_empty() {
            return Fact::NotStated;
        }
        if one.topics.iter().any(|topic| other.topics.contains(topic)) {
            return Fact::Known(TopicRelation::Same);
        }
        let known = |at: usize| self.known.get(at).map_or(&[][..], Vec::as_slice);
        self.lexicon
            .relation(known(a), known(b))
            .or(Fact::Known(TopicRelation::Unrelated))
    }
}

fn read<'a>(
    desk: &Desk,
    sources: &sources::Sources,
    offer: &'a Offer,
    titles: &mut BTreeMap<&'a str, Vec<TopicId>>,
) -> OfferTopics {
    let mut topics = match &offer.topics {
        Fact::Known(stated) => stated.clone(),
        Fact::NotStated | Fact::Unknown => {
            let ids = sources.topics(offer, titles);
            ids.iter()
                .filter_map(|id| Slug::new(id.as_str()).ok())
                .collect()
        }
    };
    topics.sort_unstable();
    topics.dedup();
    let mut readings = if offer.target_groups.is_known() {
        Vec::new()
    } else {
        groups::derived(desk, sources.lexicon(), offer, &topics)
    };
    readings.sort_unstable();
    readings.dedup_by(|one, other| one.group == other.group);
    let mut target_groups = match &offer.target_groups {
        Fact::Known(stated) => stated.clone(),
        Fact::NotStated | Fact::Unknown => readings.iter().map(|own| own.group.clone()).collect(),
    };
    target_groups.sort_unstable();
    target_groups.dedup();
    OfferTopics {
        topics,
        topics_derived: !offer.topics.is_known(),
        target_groups,
        groups_derived: !offer.target_groups.is_known(),
        readings,
    }
}

/// The topics that the lexicon knows.
fn known(lexicon: &Lexicon, topics: &[Slug]) -> Vec<TopicId> {
    let ids = topics.iter();
    ids.filter_map(|topic| lexicon.id(topic.as_str())).collect()
}

#[cfg(test)]
mod tests;
