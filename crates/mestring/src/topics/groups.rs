//! The target groups of an offer whose row names none.

use mestring_data::topic::{Hints, Lexicon, TopicId};
use mestring_model::id::{Slug, TargetGroupId};
use mestring_model::noun::{Audience, Offer, TargetGroup};
use mestring_model::{Desk, Fact};

use super::known;

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
) -> Vec<TargetGroupId> {
    let hints = hints(offer);
    if matches!(
        hints.audience,
        Fact::Known(Audience::Professionals | Audience::Students | Audience::UserRepresentatives)
    ) {
        return Vec::new();
    }
    let ids = known(lexicon, topics);
    let suggested: Vec<&str> = lexicon
        .target_groups(&ids, &hints)
        .iter()
        .filter(|suggestion| !suggestion.usually)
        .map(|suggestion| suggestion.group.id)
        .collect();
    let served = |group: &&TargetGroup| {
        let named = |id: &&str| {
            group.id.as_str() == *id || group.topics.iter().any(|own| own.as_str() == *id)
        };
        suggested.iter().any(named)
            || topics.iter().any(|topic| group.topics.contains(topic))
            || ids.iter().any(|id| is_part_of(lexicon, id, &group.topics))
    };
    let groups = desk.target_groups.iter().filter(served);
    groups.map(|group| group.id.clone()).collect()
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
