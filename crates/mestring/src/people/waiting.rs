//! Who waits, since when, and for what.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use mestring_model::facts::PersonFacts;
use mestring_model::id::{OfferId, RunId, TargetGroupId};
use mestring_model::noun::{
    Person, PersonRole, Placement, PlacementState, Referral, Run, RunState, TargetGroupClass,
};
use mestring_model::{Desk, Fact, PersonStore};

use super::due::{self, Due};
use crate::topics::Topics;

/// What somebody waits for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    /// An offer that a referral names, or in whose run they have a place.
    Offer(OfferId),
    /// Runs for their target groups: of those that referrals without an offer name, or of all.
    Groups,
}

/// A person who waits for a place, or has one in a run that has not begun; of somebody who waits for
/// several things, one of them.
#[derive(Clone, PartialEq)]
pub struct Waiting {
    /// The place in `store.people`.
    pub person: usize,
    /// What the person waits for.
    pub wish: Wish,
    /// How many things the person waits for, or has a place in, this one included.
    pub wishes: usize,
    /// What rules may read.
    pub facts: PersonFacts,
    /// The earliest deadline of the referrals to it.
    pub deadline: Fact<NaiveDate>,
    /// The earliest day of the referrals to it.
    pub since: Fact<NaiveDate>,
    /// The place in `store.placements` of the row by which the person has a place in a run that has
    /// not begun: offered, or accepted. Of several rows the latest.
    pub placed: Option<usize>,
    /// The places in `store.placements` of the other such rows: seats that are taken, too.
    pub placed_too: Vec<usize>,
    /// What each referral that the person waits by asks for, and by when; none where no referral has a
    /// deadline.
    pub(super) dues: Vec<Due>,
    /// The offers that the person is referred to.
    pub(super) offers: Vec<OfferId>,
    /// The target groups that referrals without an offer name.
    pub(super) referred_groups: Vec<TargetGroupId>,
    /// The target groups of the person and of the referrals, each once.
    pub(super) groups: Fact<Vec<TargetGroupId>>,
    /// The target groups whose runs are considered: none where a referral names an offer, and of
    /// somebody who has a place those alone that referrals name.
    pub(super) considered_groups: Vec<TargetGroupId>,
    /// The offers that are another thing which the person waits for.
    others: Vec<OfferId>,
    /// Runs by hand that are of no offer which the person waits for belong here.
    takes_rest: bool,
    /// The runs that the person has said no to.
    pub(super) declined: Vec<RunId>,
}

impl fmt::Debug for Waiting {
    /// The place in the store, and nothing of the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("person", &self.person)
            .finish_non_exhaustive()
    }
}

/// The people of a store who wait, in the order of `store.people`.
///
/// Whoever is referred to several offers waits for each of them by itself, with the deadline and the wait of
/// its referrals, and for runs of the target groups that referrals without an offer name once more: so
/// many rows has the person, one after the other. No run is of two of them. What a place answers is not
/// waited for besides.
///
/// Somebody whose every referral was served does not wait, unless they have a place in a run that has not
/// begun: they said yes to a place in a run of the offer, or for the target group, that has begun, and
/// that did not start before the day of the referral. Somebody without a referral waits until they said
/// yes to any run that has begun. Who has a place is considered for what they were referred to it
/// for, or else for runs of the same offer: a place in one course is none in another. A relative without a referral of their own waits with the patient's,
/// and belongs to the patient's target groups.
pub fn waiting(
    desk: &Desk,
    topics: &Topics,
    store: &PersonStore,
    as_of: NaiveDate,
) -> Vec<Waiting> {
    let index = Index::of(desk, topics, store, as_of);
    let people = store.people.iter().enumerate();
    people
        .flat_map(|(at, person)| index.waiting(at, person))
        .collect()
}

/// The rows of the store by person, and what the desk says of runs and groups.
struct Index<'a> {
    as_of: NaiveDate,
    people: BTreeMap<&'a str, &'a Person>,
    referrals: BTreeMap<&'a str, Vec<&'a Referral>>,
    /// The last placement of each person and run, with its place in the store.
    placements: BTreeMap<&'a str, BTreeMap<&'a str, (usize, &'a Placement)>>,
    runs: BTreeMap<&'a str, (&'a Run, &'a [TargetGroupId])>,
    classes: BTreeMap<&'a str, Fact<TargetGroupClass>>,
}

impl<'a> Index<'a> {
    fn of(desk: &'a Desk, topics: &'a Topics, store: &'a PersonStore, as_of: NaiveDate) -> Self {
        let mut referrals: BTreeMap<&str, Vec<&Referral>> = BTreeMap::new();
        for referral in &store.referrals {
            referrals
                .entry(referral.person.as_str())
                .or_default()
                .push(referral);
        }
        let mut placements: BTreeMap<&str, BTreeMap<&str, (usize, &Placement)>> = BTreeMap::new();
        for (at, row) in store
            .placements
            .iter()
            .enumerate()
            .filter(|(_, row)| row.on <= as_of)
        {
            let own = placements.entry(row.person.as_str()).or_default();
            let last = own.entry(row.run.as_str()).or_insert((at, row));
            // Of two rows of one day the lower one was written later.
            if last.1.on <= row.on {
                *last = (at, row);
            }
        }
        let groups = |run: &Run| {
            let about = topics.offer(&run.offer);
            about.map_or(&[][..], |own| own.target_groups.as_slice())
        };
        Index {
            as_of,
            people: store
                .people
                .iter()
                .map(|own| (own.id.as_str(), own))
                .collect(),
            referrals,
            placements,
            runs: desk
                .runs
                .iter()
                .map(|run| (run.id.as_str(), (run, groups(run))))
                .collect(),
            classes: desk
                .target_groups
                .iter()
                .map(|group| (group.id.as_str(), group.class))
                .collect(),
        }
    }

    /// What a person waits for, each by itself.
    fn waiting(&self, at: usize, person: &Person) -> Vec<Waiting> {
        let patient = person
            .relative_of
            .as_ref()
            .and_then(|id| self.people.get(id.as_str()).copied());
        let own = |person: &Person| {
            let rows = self.referrals.get(person.id.as_str());
            rows.map_or(&[][..], Vec::as_slice)
        };
        let referrals = match (own(person), patient) {
            ([], Some(patient)) => own(patient),
            (rows, _) => rows,
        };
        let none = BTreeMap::new();
        let placements = self.placements.get(person.id.as_str()).unwrap_or(&none);
        let begun: Vec<&(&Run, &[TargetGroupId])> = placements
            .values()
            .filter(|(_, row)| row.state == PlacementState::Accepted)
            .filter_map(|(_, row)| self.runs.get(row.run.as_str()))
            // A run that was cancelled served nobody.
            .filter(|(run, _)| matches!(run.state, RunState::Decided | RunState::Held))
            .filter(|(run, _)| run.starts.is_some_and(|starts| starts <= self.as_of))
            .collect();
        let open: Vec<&Referral> = referrals
            .iter()
            .filter(|row| !begun.iter().any(|(run, groups)| serves(run, groups, row)))
            .copied()
            .collect();
        let is_served = if referrals.is_empty() {
            !begun.is_empty()
        } else {
            open.is_empty()
        };
        let live = placements.values().filter(|(_, row)| {
            let run = self.runs.get(row.run.as_str()).map(|(run, _)| *run);
            let run = run.filter(|run| run.state == RunState::Decided);
            let starts = run.and_then(|run| run.starts);
            row.state != PlacementState::Declined && starts.is_some_and(|day| day > self.as_of)
        });
        let mut live: Vec<&(usize, &Placement)> = live.collect();
        live.sort_by_key(|(at, row)| (row.on, *at));
        if is_served && live.is_empty() {
            return Vec::new();
        }
        let groups = groups(person, patient, &open);
        let declined = placements
            .values()
            .filter(|(_, row)| row.state == PlacementState::Declined);
        let declined: Vec<RunId> = declined.map(|(_, row)| row.run.clone()).collect();
        let referred = if referrals.is_empty() {
            person.referred
        } else {
            Fact::Known(true)
        };
        let mut wishes = self.wishes(open, live);
        let offers: Vec<Vec<OfferId>> = wishes.iter().map(|own| own.offers()).collect();
        // What is chosen by hand and is of none of the offers is for the groups, else for the first.
        let rest = wishes.iter().position(|own| own.wish() == Wish::Groups);
        let count = wishes.len();
        let has_place = wishes.iter().any(|own| own.held.is_some());
        let rows = wishes.drain(..).enumerate().map(|(nth, wish)| {
            let others = offers.iter().enumerate();
            let others = others.filter(|(own, _)| *own != nth);
            let others = others.flat_map(|(_, offers)| offers.iter().cloned());
            let own = Own {
                at,
                person,
                groups: groups.clone(),
                referred,
                declined: declined.clone(),
                others: others.collect(),
                takes_rest: nth == rest.unwrap_or(0),
                has_place,
                wishes: count,
            };
            self.row(own, wish)
        });
        rows.collect()
    }

    /// The things that somebody waits for or has a place in. A place answers the referrals that ask for
    /// its run; the others are one wish for each offer, and one for all that name none.
    fn wishes<'b>(
        &self,
        mut open: Vec<&'b Referral>,
        mut live: Vec<&(usize, &Placement)>,
    ) -> Vec<Asked<'b>> {
        let mut wishes: Vec<Asked<'b>> = Vec::new();
        while let Some((at, placement)) = live.pop().copied() {
            let Some((run, groups)) = self.runs.get(placement.run.as_str()) else {
                continue;
            };
            let (referrals, rest): (Vec<&Referral>, Vec<&Referral>) =
                open.iter().partition(|row| asks_for(run, groups, row));
            match wishes.first_mut() {
                // Nothing asks for it besides: a seat that is taken, too.
                Some(first) if referrals.is_empty() => first.placed_too.push(at),
                _ => wishes.push(Asked {
                    referrals,
                    held: Some((at, run.offer.clone())),
                    placed_too: Vec::new(),
                }),
            }
            open = rest;
        }
        let mut of: Vec<(Option<&OfferId>, Vec<&'b Referral>)> = Vec::new();
        for row in open {
            match of
                .iter_mut()
                .find(|(offer, _)| *offer == row.offer.as_ref())
            {
                Some((_, rows)) => rows.push(row),
                None => of.push((row.offer.as_ref(), vec![row])),
            }
        }
        // Stable: offers stay in the order of their referrals, before what is asked for by group.
        of.sort_by_key(|(offer, _)| offer.is_none());
        if of.is_empty() && wishes.is_empty() {
            of.push((None, Vec::new()));
        }
        wishes.extend(of.into_iter().map(|(_, referrals)| Asked {
            referrals,
            held: None,
            placed_too: Vec::new(),
        }));
        for own in &mut wishes {
            own.placed_too.sort_unstable();
        }
        wishes
    }

    /// One thing that a person waits for or has a place in.
    fn row(&self, own: Own<'_>, wish: Asked<'_>) -> Waiting {
        let rows = &wish.referrals;
        let deadline = earliest(rows.iter().map(|row| row.deadline));
        let since = earliest(rows.iter().map(|row| row.referred_on));
        let dues = match deadline {
            Fact::NotStated => Vec::new(),
            Fact::Known(_) | Fact::Unknown => rows.iter().map(|row| Due::of(row)).collect(),
        };
        let referred_groups = rows.iter().filter(|row| row.offer.is_none());
        let referred_groups = referred_groups.filter_map(|row| row.target_group.clone());
        let referred_groups: Vec<TargetGroupId> = referred_groups.collect();
        let considered_groups = if own.has_place {
            referred_groups.clone()
        } else if wish.wish() == Wish::Groups {
            own.groups
                .as_ref()
                .into_known()
                .cloned()
                .unwrap_or_default()
        } else {
            Vec::new()
        };
        Waiting {
            person: own.at,
            wish: wish.wish(),
            wishes: own.wishes,
            facts: PersonFacts {
                days_to_deadline: deadline.map(|day| (day - self.as_of).num_days()),
                days_waited: since.map(|day| (self.as_of - day).num_days()),
                relative: relative(own.person),
                age: own
                    .person
                    .birth_year
                    .map(|year| i64::from(year.age_in_year_of(self.as_of))),
                target_groups: own.groups.as_ref().map(|own| {
                    own.iter()
                        .map(TargetGroupId::shared)
                        .collect::<Vec<Arc<str>>>()
                }),
                focus_group: self.focus(&own.groups),
                referred: own.referred,
            },
            deadline,
            since,
            placed: wish.held.as_ref().map(|(at, _)| *at),
            offers: wish.offers(),
            placed_too: wish.placed_too,
            dues,
            referred_groups,
            considered_groups,
            groups: own.groups,
            others: own.others,
            takes_rest: own.takes_rest,
            declined: own.declined,
        }
    }

    /// Yes as soon as one of the groups is a focus group, no only where the classes of all are known.
    fn focus(&self, groups: &Fact<Vec<TargetGroupId>>) -> Fact<bool> {
        groups.as_ref().and_then(|groups| {
            let class = |id: &TargetGroupId| self.classes.get(id.as_str()).copied();
            let classes: Vec<_> = groups
                .iter()
                .map(|id| class(id).unwrap_or_default())
                .collect();
            let is_focus = |own: &Fact<_>| *own == Fact::Known(TargetGroupClass::Focus);
            if classes.iter().any(is_focus) {
                Fact::Known(true)
            } else if classes.iter().all(Fact::is_known) {
                Fact::Known(false)
            } else if classes.contains(&Fact::Unknown) {
                Fact::Unknown
            } else {
                Fact::NotStated
            }
        })
    }
}

/// What is the same of a person whatever they wait for, and what is of each thing.
struct Own<'a> {
    at: usize,
    person: &'a Person,
    groups: Fact<Vec<TargetGroupId>>,
    referred: Fact<bool>,
    declined: Vec<RunId>,
    others: Vec<OfferId>,
    takes_rest: bool,
    wishes: usize,
    /// The person has a place: of groups, only what referrals name is considered.
    has_place: bool,
}

/// Something that somebody waits for or has a place in.
struct Asked<'a> {
    /// The referrals to it.
    referrals: Vec<&'a Referral>,
    /// The placement, by its place in the store, and the offer of its run.
    held: Option<(usize, OfferId)>,
    placed_too: Vec<usize>,
}

impl Asked<'_> {
    fn wish(&self) -> Wish {
        let named = self.referrals.iter().find_map(|row| row.offer.as_ref());
        let held = self.held.as_ref().map(|(_, offer)| offer);
        // A place by a referral to a group can be changed for another run for the group.
        match (named, held) {
            (Some(offer), _) => Wish::Offer(offer.clone()),
            (None, Some(offer)) if self.referrals.is_empty() => Wish::Offer(offer.clone()),
            (None, _) => Wish::Groups,
        }
    }

    /// The offers of its runs.
    fn offers(&self) -> Vec<OfferId> {
        match self.wish() {
            Wish::Offer(offer) => vec![offer],
            Wish::Groups => Vec::new(),
        }
    }
}

/// Whether a run that has begun served a referral: one that started before it did not.
fn serves(run: &Run, groups: &[TargetGroupId], referral: &Referral) -> bool {
    let since = referral.referred_on.into_known();
    let before = since
        .zip(run.starts)
        .is_some_and(|(since, starts)| starts < since);
    !before && asks_for(run, groups, referral)
}

/// Whether a run is what a referral asked for.
fn asks_for(run: &Run, groups: &[TargetGroupId], referral: &Referral) -> bool {
    match (&referral.offer, &referral.target_group) {
        (Some(offer), _) => *offer == run.offer,
        (None, Some(group)) => groups.contains(group),
        (None, None) => false,
    }
}

/// Whose relative somebody is makes a relative of them, whether or not their row says so.
fn relative(person: &Person) -> Fact<bool> {
    match person.role {
        Fact::Known(role) => Fact::Known(role == PersonRole::Relative),
        _ if person.relative_of.is_some() => Fact::Known(true),
        Fact::NotStated => Fact::NotStated,
        Fact::Unknown => Fact::Unknown,
    }
}

/// The target groups that the person's row states (of a relative, the patient's row) and those that the
/// referrals name, ascending.
fn groups(
    person: &Person,
    patient: Option<&Person>,
    open: &[&Referral],
) -> Fact<Vec<TargetGroupId>> {
    let stated = patient.map_or(Fact::NotStated, |own| own.target_groups.as_ref());
    let stated = stated.or(person.target_groups.as_ref());
    let named = open.iter().filter_map(|row| row.target_group.as_ref());
    let all: BTreeSet<&TargetGroupId> = stated
        .known()
        .copied()
        .into_iter()
        .flatten()
        .chain(named)
        .collect();
    if all.is_empty() {
        return stated.map(|_| Vec::new());
    }
    Fact::Known(all.into_iter().cloned().collect())
}

/// The earliest of the days that are known; where none is, whether somebody was asked.
fn earliest(days: impl Iterator<Item = Fact<NaiveDate>>) -> Fact<NaiveDate> {
    days.fold(Fact::NotStated, |first, next| match (first, next) {
        (Fact::Known(a), Fact::Known(b)) => Fact::Known(a.min(b)),
        (known @ Fact::Known(_), _) | (_, known @ Fact::Known(_)) => known,
        (Fact::Unknown, _) | (_, Fact::Unknown) => Fact::Unknown,
        (Fact::NotStated, Fact::NotStated) => Fact::NotStated,
    })
}

impl Waiting {
    /// The offers that the person is referred to and waits for, each once for each referral.
    pub fn offers(&self) -> &[OfferId] {
        &self.offers
    }

    /// The target groups that the person is referred to and waits for, without an offer.
    pub fn referred_groups(&self) -> &[TargetGroupId] {
        &self.referred_groups
    }

    /// Whether a run of an offer, for these target groups, starts by the deadline of the referral by which
    /// it would be; not stated where that has none.
    pub fn starts_by_deadline(
        &self,
        offer: &OfferId,
        groups: &[TargetGroupId],
        starts: NaiveDate,
    ) -> Fact<bool> {
        due::starts_by_deadline(&self.dues, offer, groups, starts)
    }

    /// Whether a run of an offer, chosen by hand, is for this thing and none of the others that the person
    /// waits for.
    pub(super) fn takes(&self, offer: &OfferId) -> bool {
        self.offers.contains(offer) || self.takes_rest && !self.others.contains(offer)
    }

    /// Whether runs of an offer are another thing that the person waits for.
    pub(super) fn is_of_another(&self, offer: &OfferId) -> bool {
        self.others.contains(offer)
    }

    /// The row by which the person has a place in a run that has not begun.
    pub fn placed_in<'a>(&self, store: &'a PersonStore) -> Option<&'a Placement> {
        store.placements.get(self.placed?)
    }
}
