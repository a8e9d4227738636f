//! The target groups of an offer whose row names none.

use mestring_data::topic::{Hints, Lexicon, Suggestion, TopicId};
use mestring_model::id::{Slug, TargetGroupId};
use mestring_model::noun::{Audience, Offer, TargetGroup};
use mestring_model::{Desk, Fact};

use super::known;

/// By what a target group was taken for one that an offer serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadBy {
    /// The desk's row of the group lists the topic, or one that it is part of.
    OwnTopics,
    /// The shipped topic list says that courses on the topic serve the group.
    TopicList,
    /// The people that row and title name: children and young people.
    People,
}

/// A target group that no row states for an offer: a reading, which somebody may read otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupReading {
    /// The group.
    pub group: TargetGroupId,
    /// The topic that it was read from; nothing where it follows from the people.
    pub topic: Option<Slug>,
    /// By what.
    pub by: ReadBy,
}

/// The desk's target groups that an offer serves by its topics and its people.
///
/// A group is served where a topic of the offer is one of the group's topics or part of one. A group
/// that has the id of a shipped one, or names that id among its topics, is also served where the
/// lexicon is sure of it: `children_youth`, for one, by audience and ages. What courses on a topic
/// only usually serve is not taken for served. Courses for those who teach or represent serve none.
pub(super) fn derived(
    desk: &Desk,
    lexicon: &Lexicon,
    offer: &Offer,
    topics: &[Slug],
) -> Vec<GroupReading> {
    let hints = hints(offer);
    if matches!(
        hints.audience,
        Fact::Known(Audience::Professionals | Audience::Students | Audience::UserRepresentatives)
    ) {
        return Vec::new();
    }
    let ids = known(lexicon, topics);
    let suggested: Vec<Suggestion> = lexicon
        .target_groups(&ids, &hints)
        .into_iter()
        .filter(|suggestion| !suggestion.usually)
        .collect();
    let reading = |group: &TargetGroup| {
        let (topic, by) = own_topic(lexicon, group, topics, &ids)
            .map(|topic| (Some(topic), ReadBy::OwnTopics))
            .or_else(|| {
                let named = |id: &str| {
                    group.id.as_str() == id || group.topics.iter().any(|own| own.as_str() == id)
                };
                let found = suggested.iter().find(|own| named(own.group.id))?;
                let topic = found.because.as_ref();
                let topic = topic.and_then(|id| Slug::new(id.as_str()).ok());
                let by = if topic.is_some() {
                    ReadBy::TopicList
                } else {
                    ReadBy::People
                };
                Some((topic, by))
            })?;
        Some(GroupReading {
            group: group.id.clone(),
            topic,
            by,
        })
    };
    desk.target_groups.iter().filter_map(reading).collect()
}

/// The first topic of an offer that a group's row lists, or that is part of one it lists.
fn own_topic(
    lexicon: &Lexicon,
    group: &TargetGroup,
    topics: &[Slug],
    ids: &[TopicId],
) -> Option<Slug> {
    let listed = topics.iter().find(|topic| group.topics.contains(topic));
    listed.cloned().or_else(|| {
        let below = ids
            .iter()
            .find(|id| is_part_of(lexicon, id, &group.topics))?;
        Slug::new(below.as_str()).ok()
    })
}

/// What is known of the offer's people: what the row states before what the title says.
fn hints(offer: &Offer) -> Hints {
    let title = Hints::of_title(&offer.title);
    let stated = offer.ages.into_known();
    let years = |age: Option<u8>| Fact::from(age.map(u32::from));
    Hints {
        audience: offer.audience.or(title.audience),
        young: title.young,
        youngest: stated.map_or(title.youngest, |ages| years(ages.from())),
        oldest: stated.map_or(title.oldest, |ages| years(ages.to())),
    }
}

/// True where a topic lies below one of a group's topics.
fn is_part_of(lexicon: &Lexicon, topic: &TopicId, of: &[Slug]) -> bool {
    let mut open = vec![topic.clone()];
    // The lexicon has no circles.
    while let Some(topic) = open.pop() {
        let Some(row) = lexicon.row(&topic) else {
            continue;
        };
        if row
            .parents
            .iter()
            .any(|parent| of.iter().any(|own| own.as_str() == parent))
        {
            return true;
        }
        open.extend(row.parents.iter().filter_map(|parent| lexicon.id(parent)));
    }
    false
}
