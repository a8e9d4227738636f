//! Need beside capacity: who waits and how many are referred, beside the seats that are planned and
//! those who came last year.
//!
//! What the desk states needs no people. With a person store there are counts of those who wait, of
//! referrals and of their trend: never of fewer than [`FEWEST`] people, and no sums from which such a
//! count could be worked out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use mestring_model::id::{OfferId, TargetGroupId};
use mestring_model::noun::{Referral, Run, RunState};
use mestring_model::{Desk, Fact, PersonStore};

use super::{Decider, Proposal};
use crate::people::{Waiting, waiting};
use crate::plan::Period;
use crate::topics::Topics;

mod change;
#[cfg(test)]
mod tests;

pub use change::{Change, Direction};

/// A count of people below this is not told.
pub const FEWEST: usize = 5;

/// The days of each of the two times over which referrals are counted: 26 weeks.
pub const HALF_YEAR: u64 = 182;

/// The days of a month, on average.
const MONTH: f64 = 30.4375;

/// Need beside capacity.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// The date of the question.
    pub as_of: NaiveDate,
    /// The days of the plan: seats are counted that are planned in them.
    pub period: Period,
    /// The first of the 365 days until the date in which participants are counted.
    pub year_from: NaiveDate,
    /// Whether people were counted; none where no person store was given.
    pub people: Option<Counted>,
    /// The courses that are wished for, decided, held last year or referred to, in the desk's order.
    pub offers: Vec<OfferNeed>,
    /// The target groups of these courses and those that people are referred to, in the desk's order.
    pub groups: Vec<GroupNeed>,
}

/// What people were counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Everybody in the store is made up.
    pub synthetic: bool,
    /// The first day from which the store keeps every referral; none where it does not say.
    pub history_from: Option<NaiveDate>,
}

/// Need and capacity of a course.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferNeed {
    /// The course.
    pub offer: OfferId,
    /// How many wait, as the desk states it: where its runs differ, the most.
    pub waiting: Fact<u32>,
    /// Since when the one has waited who has waited longest, as the desk states it.
    pub waiting_since: Fact<NaiveDate>,
    /// Its seats in the plan and the participants it had.
    pub capacity: Capacity,
    /// A run of it is held digitally though it was asked for in a room.
    pub digital_instead: bool,
    /// Those who are referred to the course, where people were counted.
    pub people: Option<PeopleNeed>,
}

/// Need and capacity of a target group: of its courses, each with all of its groups.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupNeed {
    /// The group.
    pub group: TargetGroupId,
    /// How many people in the area belong to it.
    pub eligible: Fact<u32>,
    /// How many wait for its courses, as the desk states it; whoever waits for two counts twice.
    pub waiting: Total,
    /// The seats of its courses in the plan and the participants they had.
    pub capacity: Capacity,
    /// Those who are referred to the group and to no course, where people were counted.
    pub people: Option<PeopleNeed>,
}

/// A sum over what is known, and how many things do not state their part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Total {
    /// The sum of what is known.
    pub known: u64,
    /// How many do not say.
    pub unknown: usize,
}

impl Total {
    fn add(&mut self, part: Fact<u32>) {
        match part {
            Fact::Known(part) => self.known += u64::from(part),
            Fact::NotStated | Fact::Unknown => self.unknown += 1,
        }
    }

    fn add_all(&mut self, other: Total) {
        self.known += other.known;
        self.unknown += other.unknown;
    }
}

/// What there is for those who need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capacity {
    /// The runs that the plan places, and those decided that begin in its days.
    pub runs: usize,
    /// Their seats; where none are stated, the participants they expect.
    pub seats: Total,
    /// The wished runs without a place.
    pub refused: usize,
    /// The runs that the centre held last year.
    pub held: usize,
    /// Their participants.
    pub participants: Total,
}

impl Capacity {
    fn add_all(&mut self, other: Capacity) {
        self.runs += other.runs;
        self.seats.add_all(other.seats);
        self.refused += other.refused;
        self.held += other.held;
        self.participants.add_all(other.participants);
    }
}

/// A count of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heads {
    /// So many, [`FEWEST`] or more.
    Count(usize),
    /// Fewer than [`FEWEST`], none among them.
    Few,
}

impl Heads {
    /// A count that may be told.
    pub fn of(count: usize) -> Self {
        match count < FEWEST {
            true => Heads::Few,
            false => Heads::Count(count),
        }
    }
}

/// What a person store says of those who are referred to something.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleNeed {
    /// Those who wait and have no place.
    pub waiting: Heads,
    /// Those of them who said that they cannot take part digitally.
    pub not_digital: Heads,
    /// Those of them of whom nobody knows whether they can.
    pub digital_not_known: Heads,
    /// How many are referred.
    pub referrals: Referrals,
}

/// How many are referred, and whether that changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Referrals {
    /// The store does not say that it keeps every referral of the last 26 weeks.
    NotKept,
    /// Fewer than [`FEWEST`] were referred in the last 26 weeks.
    Few,
    /// So many were.
    Told {
        /// How many a month, over the last 26 weeks.
        per_month: f64,
        /// The referrals without a day, which are not among them.
        undated: Heads,
        /// The change from the 26 weeks before.
        trend: Trend,
    },
}

/// Whether more or fewer are referred than before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trend {
    /// The store does not say that it keeps every referral of the last 52 weeks.
    NotKept,
    /// Fewer than [`FEWEST`] were referred in the 26 weeks before.
    Few,
    /// The change, with what it shows.
    Told(Change),
}

/// Need beside capacity in a proposal; with people where a store is given.
pub(super) fn need(
    decider: &Decider<'_>,
    proposal: &Proposal,
    store: Option<&PersonStore>,
) -> Need {
    let (desk, as_of) = (decider.desk, decider.as_of);
    let period = proposal.plan.period;
    let year_from = as_of.checked_sub_days(Days::new(364)).unwrap_or(as_of);
    let asked = Asked {
        desk,
        topics: &decider.topics,
        as_of,
        proposal,
        year_from,
    };
    let people = store.map(|store| People::of(&asked, store));
    let offers = asked.offers(people.as_ref());
    Need {
        as_of,
        period,
        year_from,
        people: store.map(|store| Counted {
            synthetic: store.settings.synthetic,
            history_from: store.settings.history_from,
        }),
        groups: asked.groups(&offers, people.as_ref()),
        offers,
    }
}

struct Asked<'a> {
    desk: &'a Desk,
    topics: &'a Topics,
    as_of: NaiveDate,
    proposal: &'a Proposal,
    year_from: NaiveDate,
}

impl Asked<'_> {
    fn offers(&self, people: Option<&People<'_>>) -> Vec<OfferNeed> {
        let mut runs: BTreeMap<&OfferId, Vec<(usize, &Run)>> = BTreeMap::new();
        for (at, run) in self.desk.runs.iter().enumerate() {
            runs.entry(&run.offer).or_default().push((at, run));
        }
        let own = self.desk.offers.iter().filter_map(|offer| {
            let runs = runs.get(&offer.id).map_or(&[][..], Vec::as_slice);
            let capacity = self.capacity(runs);
            let referred = people.is_some_and(|people| people.by_offer.contains_key(&offer.id));
            let wished = capacity.runs + capacity.refused + capacity.held > 0;
            (wished || referred).then(|| {
                let open = runs.iter().filter(|(_, run)| is_open(run));
                let waiting = open.clone().map(|(_, run)| run.waiting);
                let since = open.map(|(_, run)| run.waiting_since);
                OfferNeed {
                    offer: offer.id.clone(),
                    waiting: best(waiting, u32::max),
                    waiting_since: best(since, NaiveDate::min),
                    digital_instead: self.placed_digitally(&offer.id),
                    people: people.map(|people| people.need(people.by_offer.get(&offer.id))),
                    capacity,
                }
            })
        });
        own.collect()
    }

    fn groups(&self, offers: &[OfferNeed], people: Option<&People<'_>>) -> Vec<GroupNeed> {
        let groups = self.desk.target_groups.iter().filter_map(|group| {
            let serves = |own: &&OfferNeed| {
                let about = self.topics.offer(&own.offer);
                about.is_some_and(|about| about.target_groups.contains(&group.id))
            };
            let mut own = offers.iter().filter(serves).peekable();
            let referred = people.is_some_and(|people| people.by_group.contains_key(&group.id));
            if own.peek().is_none() && !referred {
                return None;
            }
            let (mut waiting, mut capacity) = (Total::default(), Capacity::default());
            for offer in own {
                waiting.add(offer.waiting);
                capacity.add_all(offer.capacity);
            }
            Some(GroupNeed {
                group: group.id.clone(),
                eligible: group.eligible,
                waiting,
                capacity,
                people: people.map(|people| people.need(people.by_group.get(&group.id))),
            })
        });
        groups.collect()
    }

    fn capacity(&self, runs: &[(usize, &Run)]) -> Capacity {
        let mut own = Capacity::default();
        for (at, run) in runs {
            let planned = self.proposal.plan.runs.iter();
            let planned = planned.clone().find(|planned| planned.index == *at);
            let begins = |from, until| run.starts.is_some_and(|day| (from..=until).contains(&day));
            let period = self.proposal.plan.period;
            let is_own = run.held_by.is_none() || run.held_by == self.desk.settings.centre;
            match (run.state, planned) {
                (RunState::Wished, Some(planned)) if !planned.is_placed() => own.refused += 1,
                (RunState::Wished, None) | (RunState::Cancelled, _) => {}
                (RunState::Decided, _) if !begins(period.from, period.until) => {}
                (RunState::Wished | RunState::Decided, _) => {
                    own.runs += 1;
                    own.seats.add(self.seats(run));
                }
                (RunState::Held, _) if is_own && begins(self.year_from, self.as_of) => {
                    own.held += 1;
                    own.participants.add(run.participants);
                }
                (RunState::Held, _) => {}
            }
        }
        own
    }

    /// The seats of a run; where none are stated, the participants it expects.
    fn seats(&self, run: &Run) -> Fact<u32> {
        let offer = self.desk.offer(&run.offer);
        let stated = offer.map_or(Fact::NotStated, |offer| {
            offer.seats.map(|seats| seats.most())
        });
        run.seats.or(stated).or(run.participants)
    }

    fn placed_digitally(&self, offer: &OfferId) -> bool {
        self.proposal.plan.runs.iter().any(|own| {
            let run = self.desk.runs.get(own.index);
            own.is_digital_instead() && run.is_some_and(|run| run.offer == *offer)
        })
    }
}

/// A run whose list of people who wait still counts.
fn is_open(run: &Run) -> bool {
    matches!(run.state, RunState::Wished | RunState::Decided)
}

/// The first of what is known by an order, else whether somebody was asked.
fn best<T: Copy>(all: impl Iterator<Item = Fact<T>>, first: impl Fn(T, T) -> T) -> Fact<T> {
    all.fold(Fact::NotStated, |found, next| match (found, next) {
        (Fact::Known(a), Fact::Known(b)) => Fact::Known(first(a, b)),
        (known @ Fact::Known(_), _) | (_, known @ Fact::Known(_)) => known,
        (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
        (Fact::NotStated, Fact::NotStated) => Fact::NotStated,
    })
}

/// What a store says of one thing that people are referred to.
#[derive(Default)]
struct Referred<'a> {
    rows: Vec<&'a Referral>,
    waiting: BTreeSet<usize>,
}

/// What a store says of each thing that people are referred to.
struct People<'a> {
    store: &'a PersonStore,
    as_of: NaiveDate,
    by_offer: BTreeMap<OfferId, Referred<'a>>,
    by_group: BTreeMap<TargetGroupId, Referred<'a>>,
}

impl<'a> People<'a> {
    fn of(asked: &Asked<'_>, store: &'a PersonStore) -> Self {
        let mut by_offer: BTreeMap<OfferId, Referred<'a>> = BTreeMap::new();
        let mut by_group: BTreeMap<TargetGroupId, Referred<'a>> = BTreeMap::new();
        for row in &store.referrals {
            match (&row.offer, &row.target_group) {
                (Some(offer), _) => by_offer.entry(offer.clone()).or_default().rows.push(row),
                (None, Some(group)) => by_group.entry(group.clone()).or_default().rows.push(row),
                (None, None) => {}
            }
        }
        let waiting = waiting(asked.desk, asked.topics, store, asked.as_of);
        for own in waiting.iter().filter(|own: &&Waiting| own.placed.is_none()) {
            for offer in own.offers() {
                let referred = by_offer.entry(offer.clone()).or_default();
                referred.waiting.insert(own.person);
            }
            for group in own.referred_groups() {
                let referred = by_group.entry(group.clone()).or_default();
                referred.waiting.insert(own.person);
            }
        }
        People {
            store,
            as_of: asked.as_of,
            by_offer,
            by_group,
        }
    }

    fn need(&self, referred: Option<&Referred<'_>>) -> PeopleNeed {
        let nobody = Referred::default();
        let own = referred.unwrap_or(&nobody);
        let digital = |wanted: &dyn Fn(Fact<bool>) -> bool| {
            let people = own
                .waiting
                .iter()
                .filter_map(|at| self.store.people.get(*at));
            Heads::of(people.filter(|person| wanted(person.digital)).count())
        };
        PeopleNeed {
            waiting: Heads::of(own.waiting.len()),
            not_digital: digital(&|digital| digital == Fact::Known(false)),
            digital_not_known: digital(&|digital| !digital.is_known()),
            referrals: self.referrals(&own.rows),
        }
    }

    fn referrals(&self, rows: &[&Referral]) -> Referrals {
        let start = |halves: u64| {
            let days = Days::new(HALF_YEAR * halves - 1);
            self.as_of.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
        };
        let (now_from, before_from) = (start(1), start(2));
        let kept = |from: NaiveDate| {
            let history = self.store.settings.history_from;
            history.is_some_and(|history| history <= from)
        };
        if !kept(now_from) {
            return Referrals::NotKept;
        }
        let (mut now, mut before, mut undated) = (0, 0, 0);
        for row in rows {
            match row.referred_on {
                Fact::Known(day) if day > self.as_of || day < before_from => {}
                Fact::Known(day) if day < now_from => before += 1,
                Fact::Known(_) => now += 1,
                Fact::NotStated | Fact::Unknown => undated += 1,
            }
        }
        if now < FEWEST {
            return Referrals::Few;
        }
        Referrals::Told {
            per_month: now as f64 * MONTH / HALF_YEAR as f64,
            undated: Heads::of(undated),
            trend: match (kept(before_from), before < FEWEST) {
                (false, _) => Trend::NotKept,
                (true, true) => Trend::Few,
                (true, false) => Trend::Told(Change::of(now, before, undated)),
            },
        }
    }
}
