//! How often relations agree with what people labelled.
//!
//! The relations are gathered in classes by what a centre does about them: entries of one listing (the
//! same offer, a rerun, another site) are merged, overlapping ones looked at, complementary ones kept,
//! different ones left. Pairs labelled competing are too few and too unlike to be a class here: they are
//! counted by themselves, and "competing" said of another pair is a miss, as "cannot tell" is.

use std::collections::BTreeMap;

use mestring_model::noun::{LabelledPair, Relation};

use super::{Related, Relations};

/// How many times the pairs are drawn anew for the interval.
const SAMPLES: usize = 2_000;

/// A class of relations that asks for the same of a centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationClass {
    /// Entries of one listing: the same offer, a rerun, another site.
    OneListing,
    /// Overlapping offers.
    Overlapping,
    /// Complementary offers.
    Complementary,
    /// Different offers.
    Different,
}

impl RelationClass {
    /// All, in the order of the table.
    pub const ALL: [RelationClass; 4] = [
        RelationClass::OneListing,
        RelationClass::Overlapping,
        RelationClass::Complementary,
        RelationClass::Different,
    ];

    /// The class of a relation; `None` for competing and cannot tell, which are no class.
    pub fn of(relation: Relation) -> Option<Self> {
        match relation {
            Relation::SameOffer | Relation::Rerun | Relation::OtherSite => {
                Some(RelationClass::OneListing)
            }
            Relation::Overlapping => Some(RelationClass::Overlapping),
            Relation::Complementary => Some(RelationClass::Complementary),
            Relation::Different => Some(RelationClass::Different),
            Relation::Competing | Relation::CannotTell => None,
        }
    }

    /// A stable code: `one_listing`, `overlapping`, `complementary`, `different`.
    pub fn code(self) -> &'static str {
        match self {
            RelationClass::OneListing => "one_listing",
            RelationClass::Overlapping => "overlapping",
            RelationClass::Complementary => "complementary",
            RelationClass::Different => "different",
        }
    }
}

/// What a label says and what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// What a person labelled.
    pub label: Relation,
    /// What was answered.
    pub answer: Relation,
}

/// A labelled pair with what was answered of it.
#[derive(Debug, Clone, Copy)]
pub struct Labelled<'a> {
    /// The label.
    pub label: &'a LabelledPair,
    /// The answer.
    pub related: &'a Related,
}

impl Labelled<'_> {
    /// The two relations.
    pub fn judged(&self) -> Judged {
        Judged {
            label: self.label.relation,
            answer: self.related.relation,
        }
    }

    /// Whether the answer is of another class than the label. Where the label is competing, any other
    /// answer is.
    pub fn is_miss(&self) -> bool {
        let Judged { label, answer } = self.judged();
        match RelationClass::of(label) {
            Some(class) => RelationClass::of(answer) != Some(class),
            None => label != answer,
        }
    }
}

/// The answers of labelled pairs, in the order of the labels; one whose offers were not compared is left
/// out.
pub fn of_labels<'a>(relations: &'a Relations, labels: &'a [LabelledPair]) -> Vec<Labelled<'a>> {
    let pairs = relations.pairs.iter();
    let by_ids: BTreeMap<(&str, &str), &Related> = pairs
        .map(|own| ((own.a.as_str(), own.b.as_str()), own))
        .collect();
    let of = |label: &'a LabelledPair| {
        let (a, b) = (label.a.as_str(), label.b.as_str());
        let related = by_ids.get(&(a.min(b), a.max(b)))?;
        Some(Labelled { label, related })
    };
    labels.iter().filter_map(of).collect()
}

/// How often one class was met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassScore {
    /// The class.
    pub class: RelationClass,
    /// How many pairs are labelled so.
    pub labelled: usize,
    /// How many were answered so, of those that are labelled with some class.
    pub answered: usize,
    /// How many are both.
    pub met: usize,
    /// The harmonic mean of `met / answered` and `met / labelled`, from 0 to 1; `None` where nothing is
    /// labelled so and nothing answered so.
    pub f1: Option<f64>,
}

/// How often answers agree with labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// How many labelled pairs count: all but those labelled competing or cannot tell.
    pub pairs: usize,
    /// Each class, in the order of [`RelationClass::ALL`].
    pub classes: Vec<ClassScore>,
    /// The mean of the classes' F1, of those that are labelled or answered; `None` where there are none.
    pub macro_f1: Option<f64>,
    /// The middle 95 % of the macro F1 when the pairs are drawn anew with replacement (percentile
    /// bootstrap, 2,000 draws); `None` where there is no pair. Pairs share offers, which it does not see,
    /// so it is rather too narrow.
    pub macro_f1_ci: Option<(f64, f64)>,
    /// How many pairs have each label and each answer, competing and cannot tell among them.
    pub confusion: BTreeMap<(Relation, Relation), usize>,
    /// How many of the pairs that count were answered "cannot tell".
    pub cannot_tell: usize,
    /// How many complementary pairs were called one listing or competing: what a person needs both of
    /// would be merged or stopped.
    pub complementary_called_duplicate: usize,
}

impl Score {
    /// The share of the pairs that count of which the answer was "cannot tell", from 0 to 1; 0 of none.
    pub fn cannot_tell_share(&self) -> f64 {
        match self.pairs {
            0 => 0.0,
            pairs => share(self.cannot_tell, pairs),
        }
    }
}

/// Scores answers against labels. `draw` gives a number below its argument, at random: it draws the samples
/// of the interval ([`Decider::score`](crate::decide::Decider::score) has one of a seed). The order of the
/// pairs does not matter.
pub fn score(judged: &[Judged], draw: &mut dyn FnMut(u64) -> u64) -> Score {
    let mut confusion: BTreeMap<(Relation, Relation), usize> = BTreeMap::new();
    for own in judged {
        *confusion.entry((own.label, own.answer)).or_default() += 1;
    }
    let counted = |own: &&(Relation, Relation)| RelationClass::of(own.0).is_some();
    let counts = confusion.iter().filter(|(pair, _)| counted(pair));
    // In the order of the confusion, so that the samples do not depend on that of the pairs.
    let mut cells: Vec<(RelationClass, Option<RelationClass>)> = Vec::new();
    let (mut cannot_tell, mut called_duplicate) = (0, 0);
    for ((label, answer), count) in counts {
        let Some(class) = RelationClass::of(*label) else {
            continue;
        };
        let answered = RelationClass::of(*answer);
        cells.extend(std::iter::repeat_n((class, answered), *count));
        if *answer == Relation::CannotTell {
            cannot_tell += count;
        }
        let duplicate = answered == Some(RelationClass::OneListing);
        if class == RelationClass::Complementary && (duplicate || *answer == Relation::Competing) {
            called_duplicate += count;
        }
    }
    let classes = class_scores(&cells);
    Score {
        pairs: cells.len(),
        macro_f1: macro_f1(&classes),
        macro_f1_ci: interval(&cells, draw),
        classes,
        confusion,
        cannot_tell,
        complementary_called_duplicate: called_duplicate,
    }
}

fn class_scores(cells: &[(RelationClass, Option<RelationClass>)]) -> Vec<ClassScore> {
    let own = |class: RelationClass| {
        let labelled = cells.iter().filter(|(label, _)| *label == class);
        let answered = cells.iter().filter(|(_, answer)| *answer == Some(class));
        let met = labelled
            .clone()
            .filter(|(_, answer)| *answer == Some(class));
        let (labelled, answered, met) = (labelled.count(), answered.count(), met.count());
        let all = labelled + answered;
        ClassScore {
            class,
            labelled,
            answered,
            met,
            // 2 met / (labelled + answered) is the harmonic mean of the two shares.
            f1: (all > 0).then(|| 2.0 * share(met, all)),
        }
    };
    RelationClass::ALL.into_iter().map(own).collect()
}

fn macro_f1(classes: &[ClassScore]) -> Option<f64> {
    let known: Vec<f64> = classes.iter().filter_map(|own| own.f1).collect();
    let count = u32::try_from(known.len()).unwrap_or(u32::MAX);
    (count > 0).then(|| known.iter().sum::<f64>() / f64::from(count))
}

/// A share of two counts, each below 2^52 as any list of pairs is.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of pairs are far below 2^52"
)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn interval(
    cells: &[(RelationClass, Option<RelationClass>)],
    draw: &mut dyn FnMut(u64) -> u64,
) -> Option<(f64, f64)> {
    let mut found: Vec<f64> = Vec::with_capacity(SAMPLES);
    let bound = u64::try_from(cells.len()).ok().filter(|own| *own > 0)?;
    let mut sample = Vec::with_capacity(cells.len());
    for _ in 0..SAMPLES {
        sample.clear();
        sample.extend((0..bound).filter_map(|_| {
            let at = usize::try_from(draw(bound)).ok()?;
            cells.get(at).copied()
        }));
        found.extend(macro_f1(&class_scores(&sample)));
    }
    found.sort_by(f64::total_cmp);
    // 2.5 % of 2,000 on each side.
    let cut = SAMPLES / 40;
    let (low, high) = (
        found.get(cut)?,
        found.get(found.len().checked_sub(cut + 1)?)?,
    );
    Some((*low, *high))
}

#[cfg(test)]
mod tests;
