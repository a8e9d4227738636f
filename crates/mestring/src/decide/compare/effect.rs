//! What becomes of the runs of a target group, a partner, a municipality or a level.

use std::collections::{BTreeMap, BTreeSet};

use mestring_model::id::{OrganisationId, RunId, TargetGroupId, UnitId};
use mestring_model::noun::{Leader, Level, Offer, Run};
use mestring_model::{Desk, Fact, terms};

use crate::decide::Decider;
use crate::reach::Catchment;

terms! {
    /// By what runs are grouped where the effect of rules is counted.
    Dimension "dimension" {
        /// The target groups that the offer serves, stated or read from its title.
        TargetGroup = "target_group", "målgruppe", "målgruppe";
        /// The organisations that organise the offer.
        Organiser = "organiser", "arrangør", "arrangør";
        /// The units, else organisations, whose leaders have a competence that the run needs.
        Lender = "lender", "utlåner", "utlånar";
        /// The municipalities whose people can take part.
        Municipality = "municipality", "kommune", "kommune";
        /// Where in the health service the offer stands.
        Level = "level", "nivå", "nivå";
    }
}

/// One group of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A target group.
    TargetGroup(TargetGroupId),
    /// An organisation that organises offers or lends leaders.
    Organisation(OrganisationId),
    /// A unit that lends leaders.
    Unit(UnitId),
    /// A municipality, by its number of today.
    Municipality(&'static str),
    /// A level.
    Level(Level),
    /// People from anywhere in the country.
    Everyone,
    /// No row says.
    NotStated,
    /// Somebody was asked and nobody knows.
    Unknown,
}

/// What becomes of some runs. Counts of runs, never of people but for [`Counts::seats_before`] and
/// its like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many runs are wished.
    pub runs: usize,
    /// How many of them are placed by the first packs.
    pub placed_before: usize,
    /// How many are placed by the second.
    pub placed_after: usize,
    /// How many are placed by the second alone.
    pub gained: usize,
    /// How many are placed by the first alone.
    pub lost: usize,
    /// Seats of the runs that the first packs place.
    pub seats_before: Sum,
    /// Seats of the runs that the second place.
    pub seats_after: Sum,
    /// Expected participants of the runs that the first packs place.
    pub expected_before: Sum,
    /// Expected participants of the runs that the second place.
    pub expected_after: Sum,
    /// Ranks that runs rose, added up.
    pub risen: usize,
    /// Ranks that runs fell, added up.
    pub fallen: usize,
}

/// A sum over runs of which some may not state their part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// The sum of what is stated.
    pub known: i64,
    /// How many runs state nothing.
    pub without: usize,
}

/// What becomes of the runs of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The group.
    pub group: Group,
    /// Its wished runs, in the order of the second proposal.
    pub runs: Vec<RunId>,
    /// What becomes of them.
    pub counts: Counts,
}

/// What becomes of the runs of every group of a dimension. A run of several groups stands in each,
/// so that the groups of target groups, partners and municipalities add up to more than all runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// The dimension.
    pub by: Dimension,
    /// The groups that have a wished run.
    pub groups: Vec<Effect>,
}

/// A run with its ranks, 0 first, and its outcomes.
#[derive(Debug, Clone)]
pub(super) struct RunMove {
    pub(super) run: RunId,
    /// Its position in the desk.
    pub(super) index: usize,
    pub(super) rank_before: usize,
    pub(super) rank_after: usize,
    pub(super) placed_before: bool,
    pub(super) placed_after: bool,
    pub(super) seats: Option<i64>,
    pub(super) expected: Option<i64>,
}

impl Sum {
    pub(super) fn of(parts: impl Iterator<Item = Option<i64>>) -> Self {
        let mut sum = Sum::default();
        parts.for_each(|part| sum.add(part));
        sum
    }

    fn add(&mut self, part: Option<i64>) {
        match part {
            Some(part) => self.known = self.known.saturating_add(part),
            None => self.without += 1,
        }
    }
}

impl Counts {
    pub(super) fn of<'a>(moves: impl Iterator<Item = &'a RunMove>) -> Self {
        let mut all = Counts::default();
        for own in moves {
            all.runs += 1;
            all.gained += usize::from(!own.placed_before && own.placed_after);
            all.lost += usize::from(own.placed_before && !own.placed_after);
            all.risen += own.rank_before.saturating_sub(own.rank_after);
            all.fallen += own.rank_after.saturating_sub(own.rank_before);
            if own.placed_before {
                all.placed_before += 1;
                all.seats_before.add(own.seats);
                all.expected_before.add(own.expected);
            }
            if own.placed_after {
                all.placed_after += 1;
                all.seats_after.add(own.seats);
                all.expected_after.add(own.expected);
            }
        }
        all
    }

    /// True where no run of the group moved.
    pub fn unchanged(&self) -> bool {
        (self.gained, self.lost, self.risen, self.fallen) == (0, 0, 0, 0)
    }
}

/// What becomes of the runs of every group of every dimension.
pub(super) fn effects(decider: &Decider<'_>, moves: &[RunMove]) -> Vec<Effects> {
    let dimensions: &[Dimension] = mestring_model::term::Term::all();
    let of = |by: &Dimension| {
        let mut groups: BTreeMap<Group, Vec<&RunMove>> = BTreeMap::new();
        for own in moves {
            let run = decider.desk.runs.get(own.index);
            for group in run
                .map(|run| groups_of(decider, run, *by))
                .unwrap_or_default()
            {
                groups.entry(group).or_default().push(own);
            }
        }
        let groups = groups.into_iter().map(|(group, moves)| Effect {
            group,
            runs: moves.iter().map(|own| own.run.clone()).collect(),
            counts: Counts::of(moves.into_iter()),
        });
        Effects {
            by: *by,
            groups: groups.collect(),
        }
    };
    dimensions.iter().map(of).collect()
}

/// The groups of a run: one at least, so that what nobody states stands in a row of its own.
fn groups_of(decider: &Decider<'_>, run: &Run, by: Dimension) -> BTreeSet<Group> {
    let desk = decider.desk;
    let Some(offer) = desk.offer(&run.offer) else {
        return [Group::NotStated].into();
    };
    let mut groups = match by {
        Dimension::TargetGroup => {
            let about = decider.topics.offer(&offer.id);
            let ids = about.map(|own| own.target_groups.as_slice());
            let ids = ids.unwrap_or_default().iter().cloned();
            ids.map(Group::TargetGroup).collect()
        }
        Dimension::Organiser => {
            let ids = offer.organisers.iter().cloned();
            ids.map(Group::Organisation).collect()
        }
        Dimension::Lender => lenders(desk, run),
        Dimension::Municipality => return municipalities(desk, offer),
        Dimension::Level => match offer.level {
            Fact::Known(level) => [Group::Level(level)].into(),
            Fact::Unknown => [Group::Unknown].into(),
            Fact::NotStated => BTreeSet::new(),
        },
    };
    if groups.is_empty() {
        let unknown = by == Dimension::TargetGroup && offer.target_groups == Fact::Unknown;
        groups.insert(if unknown {
            Group::Unknown
        } else {
            Group::NotStated
        });
    }
    groups
}

/// Who lends leaders with a competence that the run needs: the same by both packs, whoever leads.
fn lenders(desk: &Desk, run: &Run) -> BTreeSet<Group> {
    let mut groups = BTreeSet::new();
    for need in &run.needs {
        let able = desk
            .leaders
            .iter()
            .filter(|own| own.competences.contains(need));
        let lenders: BTreeSet<Group> = able.map(lender).collect();
        if lenders.is_empty() {
            groups.insert(Group::NotStated);
        }
        groups.extend(lenders);
    }
    groups
}

fn lender(leader: &Leader) -> Group {
    let unit = leader.unit.clone().map(Group::Unit);
    let organisation = || leader.organisation.clone().map(Group::Organisation);
    unit.or_else(organisation).unwrap_or(Group::NotStated)
}

fn municipalities(desk: &Desk, offer: &Offer) -> BTreeSet<Group> {
    let area = match Catchment::of(desk, offer) {
        Fact::Known(Catchment::Everyone) => return [Group::Everyone].into(),
        Fact::Known(Catchment::Area(area)) => area,
        Fact::Unknown => return [Group::Unknown].into(),
        Fact::NotStated => return [Group::NotStated].into(),
    };
    let groups: BTreeSet<Group> = area.municipalities().map(Group::Municipality).collect();
    if groups.is_empty() {
        [Group::NotStated].into()
    } else {
        groups
    }
}
