//! Chance that falls the same way each time.

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

/// What a throw is about. Each thing that is made has dice of its own, so that it can be made again alone.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stream {
    Writer,
    Client,
    Order,
    Special,
    Bundle,
    Desk,
    Notice,
}

/// Dice of one thing.
#[derive(Debug, Clone)]
pub(super) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    pub(super) fn of(stream: Stream, place: usize) -> Self {
        let place = u64::try_from(place).unwrap_or(u64::MAX);
        // An odd factor spreads neighbours over all bits; the generator's own seeding does the rest.
        Self(Xoshiro256PlusPlus::seed_from_u64(
            place.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ ((stream as u64) << 56),
        ))
    }

    /// True this often in a thousand.
    pub(super) fn falls(&mut self, permille: u32) -> bool {
        self.0.random_ratio(permille, 1_000)
    }

    /// A number of the range, both ends included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most)
    }

    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0.random_range(0..count.max(1))
    }

    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// One of the words, as often as its weight says.
    pub(super) fn weigh<T: Copy>(&mut self, list: &[(T, u32)]) -> T {
        let mut rest = self.0.random_range(0..list.iter().map(|(_, weight)| weight).sum::<u32>());
        for &(word, weight) in list {
            if rest < weight {
                return word;
            }
            rest -= weight;
        }
        list[0].0
    }

    pub(super) fn uuid(&mut self) -> u128 {
        self.0.random()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_falls_the_same_way_and_others_do_not() {
        let throw = |stream, place| Dice::of(stream, place).uuid();
        assert_eq!(throw(Stream::Order, 5), throw(Stream::Order, 5));
        assert_ne!(throw(Stream::Order, 5), throw(Stream::Order, 6));
        assert_ne!(throw(Stream::Order, 5), throw(Stream::Client, 5));
    }

    #[test]
    fn weights_decide_how_often() {
        let mut counts = [0; 3];
        for place in 0..4_000 {
            counts[Dice::of(Stream::Desk, place).weigh(&[(0, 3), (1, 1), (2, 0)])] += 1;
        }
        assert!((2_850..3_150).contains(&counts[0]), "{counts:?}");
        assert_eq!((counts[0] + counts[1], counts[2]), (4_000, 0));
    }
}
