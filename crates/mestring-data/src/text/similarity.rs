//! How much two titles look alike: the cosine of their character trigrams.

use std::cmp::Ordering;

use mestring_model::Fact;

use super::fold::fold;

/// Three characters in a row of a folded text, a space before its first and after its last word.
pub type Trigram = [char; 3];

/// The trigrams of a text that is folded already, ascending, each as often as it occurs; empty for a
/// text without words.
pub fn trigrams(folded: &str) -> Vec<Trigram> {
    if folded.is_empty() {
        return Vec::new();
    }
    let padded: Vec<char> = std::iter::once(' ')
        .chain(folded.chars())
        .chain(std::iter::once(' '))
        .collect();
    let mut found: Vec<Trigram> = padded
        .windows(3)
        .filter_map(|window| <Trigram>::try_from(window).ok())
        .collect();
    found.sort_unstable();
    found
}

/// How much two texts look alike, 0 to 100 percent: the cosine of their trigrams after folding,
/// rounded down. Equal folded texts give 100; the order of the two does not matter. Not stated where
/// one of them holds no word.
///
/// It is evidence, not a verdict: of titles of real offers at 70 and above, one pair in six was the
/// same course.
pub fn similarity_percent(a: &str, b: &str) -> Fact<i64> {
    cosine_percent(&trigrams(&fold(a)), &trigrams(&fold(b)))
}

/// The same from [`trigrams`] that were made before, for comparing many texts.
pub fn cosine_percent(a: &[Trigram], b: &[Trigram]) -> Fact<i64> {
    if a.is_empty() || b.is_empty() {
        return Fact::NotStated;
    }
    let dot = product(a, b);
    // Whole numbers throughout: floor(100 · dot / sqrt(|a|² · |b|²)), the same on every machine.
    let squares = product(a, a).saturating_mul(product(b, b));
    let ratio = dot.saturating_mul(dot).saturating_mul(10_000) / squares.max(1);
    Fact::Known(i64::try_from(ratio.isqrt()).unwrap_or(100).min(100))
}

/// The sum over trigrams of how often it occurs in the one times how often in the other.
fn product(a: &[Trigram], b: &[Trigram]) -> u128 {
    let (mut a, mut b) = (runs(a), runs(b));
    let (mut left, mut right) = (a.next(), b.next());
    let mut sum = 0;
    while let (Some((one, count)), Some((other, times))) = (left, right) {
        match one.cmp(&other) {
            Ordering::Less => left = a.next(),
            Ordering::Greater => right = b.next(),
            Ordering::Equal => {
                sum += count * times;
                left = a.next();
                right = b.next();
            }
        }
    }
    sum
}

/// Each trigram of a sorted list with how often it occurs.
fn runs(sorted: &[Trigram]) -> impl Iterator<Item = (Trigram, u128)> {
    sorted.chunk_by(|a, b| a == b).filter_map(|run| {
        let first = run.first()?;
        Some((*first, u128::try_from(run.len()).ok()?))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_pairs() {
        for (a, b, expected) in [
            ("Mestringskurs", "Meistringskurs", 100),
            ("diabetesgrunnkurs", "grunnkurs diabetes", 75),
            ("brystkreft", "mammakreft", 50),
            ("Multippel sklerose", "MS", 0),
        ] {
            let percent = similarity_percent(a, b).into_known().unwrap();
            assert!((percent - expected).abs() <= 12, "{a} and {b}: {percent}");
        }
    }

    #[test]
    fn a_text_without_words_has_nothing_to_compare() {
        assert_eq!(similarity_percent("", "kols"), Fact::NotStated);
        assert_eq!(similarity_percent("–", "–"), Fact::NotStated);
    }

    /// The cosine in floating point over all distinct trigrams, written for reading.
    fn slow(a: &str, b: &str) -> f64 {
        let (a, b) = (trigrams(&fold(a)), trigrams(&fold(b)));
        let count = |of: &[Trigram], gram: &Trigram| of.iter().filter(|own| *own == gram).count();
        let mut all: Vec<Trigram> = a.iter().chain(&b).copied().collect();
        all.sort_unstable();
        all.dedup();
        let sum = |x: &[Trigram], y: &[Trigram]| -> f64 {
            all.iter()
                .map(|gram| (count(x, gram) * count(y, gram)) as f64)
                .sum()
        };
        100.0 * sum(&a, &b) / (sum(&a, &a) * sum(&b, &b)).sqrt()
    }

    proptest! {
        #[test]
        fn alike_both_ways_and_fully_alike_to_itself(
            a in "[a-zæøå KMS0-9]{1,30}", b in "[a-zæøå KMS0-9]{1,30}"
        ) {
            prop_assert_eq!(similarity_percent(&a, &b), similarity_percent(&b, &a));
            if !fold(&a).is_empty() {
                prop_assert_eq!(similarity_percent(&a, &a), Fact::Known(100));
                if !fold(&b).is_empty() {
                    let percent = similarity_percent(&a, &b).into_known().unwrap();
                    prop_assert!((0..=100).contains(&percent));
                    prop_assert!((percent as f64 - slow(&a, &b)).abs() <= 1.0 + 1e-9);
                }
            }
        }

        #[test]
        fn equal_after_folding_is_fully_alike(text in "[a-zæøå ]{1,30}") {
            if !fold(&text).is_empty() {
                prop_assert_eq!(similarity_percent(&text, &fold(&text)), Fact::Known(100));
            }
        }
    }
}
