use proptest::prelude::*;

use super::*;

const ALL: [Relation; 8] = [
    Relation::SameOffer,
    Relation::Rerun,
    Relation::OtherSite,
    Relation::Competing,
    Relation::Overlapping,
    Relation::Complementary,
    Relation::Different,
    Relation::CannotTell,
];

/// With a small generator of the test's own.
fn score(judged: &[Judged], seed: u64) -> Score {
    let mut state = seed | 1;
    super::score(judged, &mut |bound| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % bound
    })
}

fn judged(pairs: &[(Relation, Relation)]) -> Vec<Judged> {
    let own = |(label, answer): &(Relation, Relation)| Judged {
        label: *label,
        answer: *answer,
    };
    pairs.iter().map(own).collect()
}

#[test]
fn classes_are_what_a_centre_does_and_competing_is_counted_by_itself() {
    use Relation::*;
    let found = score(
        &judged(&[
            (SameOffer, Rerun),      // one listing either way
            (OtherSite, CannotTell), // a miss
            (Overlapping, Overlapping),
            (Overlapping, Competing),   // a miss
            (Complementary, SameOffer), // the worst
            (Complementary, Competing), // as bad
            (Different, Different),
            (Competing, Competing), // no class
            (Competing, SameOffer), // no class
        ]),
        1,
    );
    assert_eq!(found.pairs, 7);
    assert_eq!(found.cannot_tell, 1);
    assert_eq!(found.complementary_called_duplicate, 2);
    let f1: Vec<Option<f64>> = found.classes.iter().map(|own| own.f1).collect();
    let two_thirds = 2.0 * (1.0 / 3.0);
    // One listing: 2 labelled, 2 answered, 1 met.
    assert_eq!(f1, [Some(0.5), Some(two_thirds), Some(0.0), Some(1.0)]);
    assert_eq!(found.macro_f1, Some((0.5 + two_thirds + 1.0) / 4.0));
    assert_eq!(found.confusion.values().sum::<usize>(), 9);
}

#[test]
fn what_nobody_labelled_or_answered_is_no_class_and_nothing_is_no_score() {
    let only = judged(&[(Relation::Different, Relation::Different)]);
    assert_eq!(score(&only, 1).macro_f1, Some(1.0));
    assert_eq!(score(&only, 1).macro_f1_ci, Some((1.0, 1.0)));
    let none = score(&judged(&[(Relation::Competing, Relation::Different)]), 1);
    assert_eq!(
        (none.pairs, none.macro_f1, none.macro_f1_ci),
        (0, None, None)
    );
}

proptest! {
    /// The order of the pairs changes nothing, and the interval holds its place.
    #[test]
    fn order_does_not_matter(
        pairs in prop::collection::vec((0..ALL.len(), 0..ALL.len()), 1..60),
        seed: u64,
    ) {
        let pairs: Vec<_> = pairs.into_iter().map(|(a, b)| (ALL[a], ALL[b])).collect();
        let mut other = pairs.clone();
        other.reverse();
        let found = score(&judged(&pairs), seed);
        prop_assert_eq!(&found, &score(&judged(&other), seed));
        if let Some((low, high)) = found.macro_f1_ci {
            prop_assert!(0.0 <= low && low <= high && high <= 1.0);
        }
        let counted: usize = found.classes.iter().map(|own| own.labelled).sum();
        prop_assert_eq!(counted, found.pairs);
    }
}
