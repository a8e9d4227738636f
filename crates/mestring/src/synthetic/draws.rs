//! Draws from a seed.

/// A stream of numbers that look random: xorshift64* (Marsaglia, "Xorshift RNGs", 2003; the
/// multiplier of Vigna, "An experimental exploration of Marsaglia's xorshift generators,
/// scrambled", 2016). Good enough for made-up data, and not for draws between people.
///
/// ```
/// use mestring::synthetic::Draws;
///
/// let mut draws = Draws::new(7);
/// let first = draws.below(10);
/// assert!(first < 10);
/// assert_eq!(Draws::new(7).below(10), first);
/// ```
#[derive(Debug, Clone)]
pub struct Draws(u64);

impl Draws {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        // Spread over all bits, and never 0, in which the generator would stay.
        let state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
        let mut draws = Draws(if state == 0 { 1 } else { state });
        for _ in 0..10 {
            draws.next();
        }
        draws
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A whole number from 0 up to, and not including, the bound; 0 for a bound of 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        (self.next() >> 11).checked_rem(bound).unwrap_or_default()
    }

    /// A number from 0 up to, and not including, 1.
    pub fn share(&mut self) -> f64 {
        const UNIT: f64 = (1u64 << 53) as f64;
        (self.next() >> 11) as f64 / UNIT
    }

    /// True in the given share of all draws.
    pub fn chance(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// A position below the bound by Zipf's law: the position `k` weighs `1 / (k + 1)`.
    pub fn zipf(&mut self, bound: usize) -> usize {
        let weights = (1..=bound).map(|rank| 1.0 / rank as f64);
        let mut left = self.share() * weights.clone().sum::<f64>();
        for (position, weight) in weights.enumerate() {
            left -= weight;
            if left <= 0.0 {
                return position;
            }
        }
        bound.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Draws;

    #[test]
    fn draws_keep_to_their_bounds_and_reach_them() {
        let mut draws = Draws::new(3);
        let mut seen = [0u32; 5];
        let mut shares = (1.0f64, 0.0f64);
        for _ in 0..5000 {
            seen[draws.below(5) as usize] += 1;
            let share = draws.share();
            shares = (shares.0.min(share), shares.1.max(share));
        }
        assert!(seen.iter().all(|times| *times > 800), "{seen:?}");
        assert!(
            shares.0 < 0.01 && shares.1 > 0.99 && shares.1 < 1.0,
            "{shares:?}"
        );
        assert_eq!(draws.below(0), 0);
        assert_eq!(draws.zipf(0), 0);
    }

    #[test]
    fn the_first_by_zipf_comes_twice_as_often_as_the_second() {
        let mut draws = Draws::new(1);
        let mut seen = [0u32; 3];
        for _ in 0..11_000 {
            seen[draws.zipf(3)] += 1;
        }
        // 6, 3 and 2 of 11.
        assert!((5700..6300).contains(&seen[0]), "{seen:?}");
        assert!((2700..3300).contains(&seen[1]), "{seen:?}");
    }
}
