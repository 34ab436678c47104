//! Failed sign-ins for e-mail addresses that nobody has.
//!
//! They count and lock exactly as those of users do, or the answers would tell who is a user. Users' own counts
//! are in the database; there is no row for these, so they are kept in memory, and in bounds: two generations,
//! of which the older is forgotten when the younger is full.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};

use crate::attempts::{LOCK, Left, MOST};

/// Entries of one generation: a few megabytes, and more attempts than one address is allowed in a day.
const GENERATION: usize = 20_000;

type Address = [u8; 32];

/// The counts; clones share them.
#[derive(Clone, Default)]
pub(crate) struct UnknownEmails(Arc<Mutex<Generations>>);

#[derive(Default)]
struct Generations {
    young: HashMap<Address, Tries>,
    old: HashMap<Address, Tries>,
}

#[derive(Clone, Copy, Default)]
struct Tries {
    failures: i16,
    lock_ends_at: Option<DateTime<Utc>>,
}

impl UnknownEmails {
    /// Whether sign-ins for `email` are locked at `now`.
    pub(crate) fn is_locked(&self, email: &str, now: DateTime<Utc>) -> bool {
        self.generations().entry(email).lock_ends_at.is_some_and(|end| now < end)
    }

    /// Counts a failure for `email`.
    pub(crate) fn count(&self, email: &str, now: DateTime<Utc>) -> Left {
        let mut generations = self.generations();
        let tries = generations.entry(email);
        if tries.lock_ends_at.is_some_and(|end| now < end) {
            return Left::Locked;
        }
        tries.failures += 1;
        if tries.failures < MOST {
            return Left::after(tries.failures);
        }
        *tries = Tries { failures: 0, lock_ends_at: Some(now + LOCK) };
        Left::Locked
    }

    fn generations(&self) -> MutexGuard<'_, Generations> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Generations {
    fn entry(&mut self, email: &str) -> &mut Tries {
        let address = *blake3::hash(email.as_bytes()).as_bytes();
        let known = self.young.get(&address).or_else(|| self.old.get(&address)).copied();
        if !self.young.contains_key(&address) && self.young.len() >= GENERATION {
            self.old = mem::take(&mut self.young);
        }
        self.young.entry(address).or_insert_with(|| known.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use tally_kernel::Clock;

    use super::*;

    #[test]
    fn five_failures_lock_for_a_quarter_of_an_hour() {
        let (emails, now) = (UnknownEmails::default(), Clock::real());
        for left in [4, 3, 2, 1] {
            assert_eq!(emails.count("a", now), Left::Attempts(left));
            assert!(!emails.is_locked("a", now));
        }
        assert_eq!(emails.count("a", now), Left::Locked);
        assert_eq!(emails.count("b", now), Left::Attempts(4));
        let almost = now + LOCK - chrono::TimeDelta::microseconds(1);
        assert!(emails.is_locked("a", almost) && !emails.is_locked("a", now + LOCK));
        assert_eq!(emails.count("a", almost), Left::Locked);
        assert_eq!(emails.count("a", now + LOCK), Left::Attempts(4));
    }

    #[test]
    fn memory_is_bounded_and_recent_counts_outlive_a_generation() {
        let (emails, now) = (UnknownEmails::default(), Clock::real());
        emails.count("first", now);
        for n in 0..GENERATION {
            emails.count(&n.to_string(), now);
        }
        assert_eq!(emails.count("first", now), Left::Attempts(3));
        for n in 0..3 * GENERATION {
            emails.count(&n.to_string(), now);
        }
        let generations = emails.generations();
        assert!(generations.young.len() <= GENERATION && generations.old.len() <= GENERATION);
        drop(generations);
        assert_eq!(emails.count("first", now), Left::Attempts(4));
    }
}
