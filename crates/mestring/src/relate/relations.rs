//! Pairs of offers as rules and people judged them.

use std::collections::BTreeMap;
use std::sync::Arc;

use mestring_model::facts::PairFacts;
use mestring_model::id::OfferId;
use mestring_model::noun::{Action, Relation};
use mestring_model::term::Term;
use mestring_model::{Desk, Verdict};

use super::decided::{self, UnusedVerdict, UnusedWhy};
use super::grouping::{self, Conflict, OfferGroup};
use super::{Derived, PairRow};

/// A pair of offers with what a rule said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedPair {
    /// The pair.
    pub row: PairRow,
    /// The relation that the rule named.
    pub relation: Relation,
    /// Its kind, as the rule named it: `format` in `overlapping/format`.
    pub kind: Option<String>,
    /// What the pack does about it.
    pub action: Action,
    /// The rule's answer with its reasons; pairs of which a rule read the same share one.
    pub verdict: Arc<Verdict>,
}

/// Two offers and how they relate.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The offer with the lesser id.
    pub a: OfferId,
    /// The other.
    pub b: OfferId,
    /// How they relate: as a person decided, or else as the rule says.
    pub relation: Relation,
    /// The kind of relation.
    pub kind: Option<String>,
    /// What to do about it.
    pub action: Action,
    /// What the rule could read.
    pub facts: PairFacts,
    /// Which of these facts rest on what no row states.
    pub derived: Derived,
    /// What the rule answered, also where a person decided otherwise; pairs of which a rule read the same
    /// share one.
    pub verdict: Arc<Verdict>,
    /// The place in `desk.verdicts` of the person's verdict that stands here.
    pub decided: Option<usize>,
}

impl Related {
    /// True where the relation holds only if what nobody states is as the rule assumed. What a person
    /// decided assumes nothing.
    pub fn rests_on_assumption(&self) -> bool {
        self.decided.is_none() && !self.verdict.assumed.is_empty()
    }
}

/// Of how many pairs something is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// All pairs of offers.
    pub possible: usize,
    /// Those that were compared: all, or where there are many offers those that something connects
    /// ([`ComparedPairs`](super::ComparedPairs)).
    pub compared: usize,
    /// Of those compared, how many a rule says are different and that stand in no list.
    pub unlisted: usize,
}

/// Every pair of offers that was judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Relations {
    /// The pairs, those first that ask for most: merge, coordinate, look at, keep, ask, none; then by
    /// ids. Of many offers those that a rule says are different are counted and left out here.
    pub pairs: Vec<Related>,
    /// How many pairs there are, how many of them were compared, and how many stand in the list.
    pub scope: Scope,
    /// How many of the compared pairs have each relation; every relation has an entry.
    pub by_relation: BTreeMap<Relation, usize>,
    /// How many of them rest on an assumption ([`Related::rests_on_assumption`]); every relation has
    /// an entry.
    pub on_assumption: BTreeMap<Relation, usize>,
    /// How many pairs ask for each action; every action has an entry.
    pub by_action: BTreeMap<Action, usize>,
    /// Entries that are one offer.
    pub groups: Vec<OfferGroup>,
    /// Pairs that would join what a person keeps apart.
    pub conflicts: Vec<Conflict>,
    /// People's verdicts on offers that were not used, by their places.
    pub unused: Vec<UnusedVerdict>,
}

/// What a centre does about a relation where its pack says nothing else (labelling guide of the
/// catalogue).
pub fn default_action(relation: Relation) -> Action {
    match relation {
        Relation::SameOffer | Relation::Rerun | Relation::OtherSite => Action::Merge,
        Relation::Competing => Action::Coordinate,
        Relation::Overlapping => Action::LookAt,
        Relation::Complementary => Action::Keep,
        Relation::Different => Action::None,
        Relation::CannotTell => Action::Ask,
    }
}

/// Puts people's verdicts above the rules' and gathers the entries that are one offer.
///
/// `judged` holds pairs of `desk.offers`; a row whose places the desk does not have is left out. `scope` says how
/// many there are besides.
/// `action` is the pack's table: what to do about a relation and its kind, for the pairs that people
/// decided.
pub fn relations(
    desk: &Desk,
    judged: Vec<JudgedPair>,
    scope: Scope,
    action: impl Fn(Relation, Option<&str>) -> Action,
) -> Relations {
    let (mut decided, mut unused) = decided::decided(desk);
    let mut pairs: Vec<Related> = Vec::with_capacity(judged.len());
    for pair in judged {
        let offers = desk.offers.get(pair.row.a).zip(desk.offers.get(pair.row.b));
        let Some((one, other)) = offers else { continue };
        let key = decided::key(&one.id, &other.id);
        let human = decided.remove(&key);
        let mut related = Related {
            a: key.0,
            b: key.1,
            relation: pair.relation,
            kind: pair.kind,
            action: pair.action,
            facts: pair.row.facts,
            derived: pair.row.derived,
            verdict: pair.verdict,
            decided: None,
        };
        if let Some(human) = human {
            related.decided = Some(human.verdict);
            related.action = action(human.relation, human.kind.as_deref());
            related.relation = human.relation;
            related.kind = human.kind;
        }
        pairs.push(related);
    }
    unused.extend(decided.into_values().map(|left| UnusedVerdict {
        verdict: left.verdict,
        why: UnusedWhy::NotJudged,
    }));
    unused.sort_by_key(|unused| unused.verdict);
    // Rows come in an order near to that of the ids, and of that little is left to sort.
    pairs.sort_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
    pairs.sort_by_key(|pair| rank(pair.action));
    let mut by_relation: BTreeMap<_, _> = Relation::all().iter().map(|own| (*own, 0)).collect();
    let mut on_assumption = by_relation.clone();
    let mut by_action: BTreeMap<_, _> = Action::all().iter().map(|own| (*own, 0)).collect();
    for pair in &pairs {
        *by_relation.entry(pair.relation).or_default() += 1;
        *on_assumption.entry(pair.relation).or_default() += usize::from(pair.rests_on_assumption());
        *by_action.entry(pair.action).or_default() += 1;
    }
    *by_relation.entry(Relation::Different).or_default() += scope.unlisted;
    let nothing = action(Relation::Different, None);
    *by_action.entry(nothing).or_default() += scope.unlisted;
    let (groups, conflicts) = grouping::groups(&pairs);
    Relations {
        pairs,
        scope,
        by_relation,
        on_assumption,
        by_action,
        groups,
        conflicts,
        unused,
    }
}

/// How soon an action comes: what there is most to do about first.
fn rank(action: Action) -> u8 {
    match action {
        Action::Merge => 0,
        Action::Coordinate => 1,
        Action::LookAt => 2,
        Action::Keep => 3,
        Action::Ask => 4,
        Action::None => 5,
    }
}
