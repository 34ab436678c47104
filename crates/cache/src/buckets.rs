//! Distributions that add up between processes: logarithmic buckets, none wider than 4 % of what it holds, so that
//! the middle of one is within 2 %.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use serde::{Deserialize, Serialize};

/// Enough for two days in microseconds.
const COUNT: usize = 620;
/// The least value of each bucket; up to 50 each holds one value only.
const LEAST: [u64; COUNT] = least();

const fn least() -> [u64; COUNT] {
    let mut least = [0; COUNT];
    let mut at = 1;
    while at < COUNT {
        let before: u64 = least[at - 1];
        let step = before / 25;
        least[at] = before + if step == 0 { 1 } else { step };
        at += 1;
    }
    least
}

/// Counts values as they come; nobody waits for anybody.
#[derive(Debug)]
pub(crate) struct Histogram(Box<[AtomicU64]>);

impl Default for Histogram {
    fn default() -> Self {
        Self((0..COUNT).map(|_| AtomicU64::new(0)).collect())
    }
}

impl Histogram {
    pub(crate) fn record(&self, value: u64) {
        let at = LEAST.partition_point(|least| *least <= value) - 1;
        self.0[at].fetch_add(1, Relaxed);
    }

    pub(crate) fn reset(&self) {
        self.0.iter().for_each(|bucket| bucket.store(0, Relaxed));
    }

    pub(crate) fn buckets(&self) -> Buckets {
        let counts = (0..).zip(&*self.0).map(|(at, count)| (at, count.load(Relaxed)));
        Buckets(counts.filter(|(_, count)| *count > 0).collect())
    }
}

/// What a distribution was at one moment: the number of each bucket that holds something, and how much it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buckets(Vec<(u16, u64)>);

impl Buckets {
    /// Adds what another process counted.
    pub fn add(&mut self, other: &Self) {
        for (at, count) in &other.0 {
            match self.0.binary_search_by_key(at, |(at, _)| *at) {
                Ok(found) => self.0[found].1 += count,
                Err(place) => self.0.insert(place, (*at, *count)),
            }
        }
    }

    /// The value that `percent` of all do not exceed, within 2 %; nothing when nothing was counted.
    pub fn percentile(&self, percent: u64) -> Option<u64> {
        let all: u64 = self.0.iter().map(|(_, count)| count).sum();
        let rank = (all * percent).div_ceil(100).max(1);
        let mut below = 0;
        let at = self.0.iter().find_map(|(at, count)| {
            below += count;
            (below >= rank).then_some(usize::from(*at))
        })?;
        let least = *LEAST.get(at)?;
        let next = LEAST.get(at + 1).copied().unwrap_or(least + 1);
        Some(least.midpoint(next - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off_by_more_than_two_percent(found: u64, exact: u64) -> bool {
        found.abs_diff(exact) * 50 > exact
    }

    #[test]
    fn every_value_comes_back_within_two_percent() {
        let mut value = 0_u64;
        while value < 150_000_000_000 {
            let histogram = Histogram::default();
            histogram.record(value);
            let found = histogram.buckets().percentile(95).unwrap();
            assert!(!off_by_more_than_two_percent(found, value), "{value} comes back as {found}");
            value += 1 + value / 97;
        }
        Histogram::default().record(u64::MAX);
    }

    #[test]
    fn percentiles_are_those_of_the_sorted_values_and_add_up() {
        let (one, other) = (Histogram::default(), Histogram::default());
        let mut values: Vec<u64> = (0..10_000_u64).map(|n| (n * 7_919) % 100_003 + 5).collect();
        for (at, value) in values.iter().enumerate() {
            if at % 3 == 0 { one.record(*value) } else { other.record(*value) }
        }
        values.sort_unstable();
        let mut both = one.buckets();
        both.add(&other.buckets());
        for (percent, at) in [(50, 4_999), (90, 8_999), (95, 9_499), (99, 9_899), (100, 9_999)] {
            let found = both.percentile(percent).unwrap();
            assert!(!off_by_more_than_two_percent(found, values[at]), "p{percent}: {found}, {}", values[at]);
        }
        assert_eq!(Buckets::default().percentile(50), None);
    }
}
