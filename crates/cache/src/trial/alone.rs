//! One process without Redis, at times of our choosing: what is loaded when, and what is served meanwhile.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use tally_db::DbErr;
use tokio::time::{Instant, advance, sleep};

use super::{TAG, value};
use crate::{
    Cache, CacheOptions, Key, LoadFailed, Policy, Reads, Reply, Scope, Source, clock::TagClock, entry::Entry,
};

const READS: &[Reads] = &[Reads::Whole(TAG)];
/// Beyond its time an answer is only good for when there is none.
static SPARE: Policy = Policy { grace: Duration::ZERO, ..Policy::new("alone.spare", 100, READS) };
/// Beyond its time an answer is served while a new one loads.
static GRACE: Policy = Policy { grace: Duration::from_secs(100), ..Policy::new("alone.grace", 100, READS) };
/// More than ten per cent beyond 100 s.
const OLD: Duration = Duration::from_mins(2);
const SECOND: Duration = Duration::from_secs(1);

/// What is loaded is the number of the load.
#[derive(Clone)]
struct Origin {
    cache: Cache,
    policy: &'static Policy,
    takes: Duration,
    loads: Arc<AtomicU64>,
    fails: Arc<AtomicBool>,
}

impl Origin {
    fn new(policy: &'static Policy) -> Self {
        let cache = Cache::new(&CacheOptions { max_bytes: 1 << 20, ..CacheOptions::default() });
        Self { cache, policy, takes: Duration::ZERO, loads: Arc::default(), fails: Arc::default() }
    }

    async fn reply(&self) -> Result<Reply, LoadFailed> {
        let Self { takes, loads, fails, .. } = self.clone();
        let load = move || async move {
            let number = loads.fetch_add(1, SeqCst) + 1;
            sleep(takes).await;
            if fails.load(SeqCst) { Err(DbErr::Custom("no".to_owned())) } else { Ok(number) }
        };
        self.cache.get(Key::new(self.policy, Scope::Everything, 0), false, load).await
    }

    async fn get(&self) -> (u64, Source) {
        let reply = self.reply().await.unwrap();
        (value(&reply), reply.source)
    }

    /// Asks fifty times within half a second.
    async fn fifty(&self) -> Vec<(u64, Source)> {
        let mut got = Vec::new();
        for _ in 0..50 {
            got.push(self.get().await);
            sleep(Duration::from_millis(10)).await;
        }
        got.dedup();
        got
    }

    fn loads(&self) -> u64 {
        self.loads.load(SeqCst)
    }
}

#[test]
fn the_chance_to_load_ahead_grows_as_the_end_comes_near() {
    let key = Key::new(&SPARE, Scope::Everything, 0);
    let load_time = Duration::from_secs(2);
    let entry = Entry::new(&key, TagClock::default().stamp(&[]), b"1".to_vec(), load_time, None);
    let mut dice = 88_172_645_463_325_252_u64;
    let mut chance = || {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        f64::from(u32::try_from(dice >> 32).unwrap()) / f64::from(u32::MAX)
    };
    // With so many load times left, e to the minus so many.
    for (left, expected) in [(0.0, 1.0), (0.5, 0.606_5), (1.0, 0.367_9), (2.0, 0.135_3), (4.0, 0.018_3)] {
        let age = entry.fresh.saturating_sub(load_time.mul_f64(left));
        let ahead = (0..100_000).filter(|_| entry.ahead(age, chance())).count();
        let share = f64::from(u32::try_from(ahead).unwrap()) / 100_000.0;
        assert!((share - expected).abs() < 0.005, "{left} load times left: {share}");
        assert!(entry.near_its_end(age));
    }
    let early = entry.fresh.saturating_sub(load_time * 22);
    assert!(!entry.near_its_end(early) && !entry.ahead(early, 1e-9));
}

#[test]
fn answers_that_say_the_same_do_not_all_end_together() {
    let clock = TagClock::default();
    let empty = |number: u32| {
        let key = Key::new(&SPARE, Scope::Everything, 0).with(number);
        Entry::new(&key, clock.stamp(&[]), b"[]".to_vec(), SECOND, None).fresh
    };
    let fresh: HashSet<Duration> = (0..100).map(empty).collect();
    assert!(fresh.len() > 50, "{}", fresh.len());
    assert!(fresh.iter().all(|fresh| (90 * SECOND..=110 * SECOND).contains(fresh)));
}

#[tokio::test(start_paused = true)]
async fn a_hit_near_the_end_loads_the_next_answer_and_waits_for_nothing() {
    let origin = Origin { takes: SECOND, ..Origin::new(&SPARE) };
    let first = origin.reply().await.unwrap().entry;
    advance(first.fresh.saturating_sub(30 * SECOND)).await;
    assert_eq!((origin.fifty().await, origin.loads()), (vec![(1, Source::Hit)], 1), "too early");

    let left = first.fresh.saturating_sub(first.age(Instant::now()));
    advance(left.saturating_sub(Duration::from_millis(600))).await;
    let asked = Instant::now();
    assert_eq!(origin.fifty().await, [(1, Source::Hit)]);
    assert!(asked.elapsed() < SECOND, "nobody waited");
    // The chance of each is more than a half.
    assert_eq!(origin.loads(), 2, "one of fifty begins a load, and no other joins him");
    sleep(SECOND).await;
    assert_eq!((origin.get().await, origin.loads()), ((2, Source::Hit), 2));
}

#[tokio::test(start_paused = true)]
async fn while_loading_fails_it_is_tried_once_a_second() {
    for (policy, age) in [(&SPARE, OLD), (&GRACE, OLD)] {
        let origin = Origin::new(policy);
        assert_eq!(origin.get().await, (1, Source::Loaded { stored: true }));
        origin.fails.store(true, SeqCst);
        advance(age).await;
        for tried in 2..5 {
            assert_eq!((origin.fifty().await, origin.loads()), (vec![(1, Source::Stale)], tried));
            advance(SECOND).await;
        }
        origin.fails.store(false, SeqCst);
        origin.get().await;
        sleep(Duration::from_millis(1)).await;
        assert_eq!((origin.get().await, origin.loads()), ((5, Source::Hit), 5), "{}", policy.name);
    }
}

#[tokio::test(start_paused = true)]
async fn loading_ahead_is_tried_once_a_second_too() {
    let origin = Origin { takes: Duration::from_millis(1), ..Origin::new(&SPARE) };
    let first = origin.reply().await.unwrap().entry;
    origin.fails.store(true, SeqCst);
    // As if it took a minute: then the end is near.
    let slow = Entry { load_time: Duration::from_mins(1), ..first.as_ref().clone() };
    let address = Key::new(&SPARE, Scope::Everything, 0).address();
    origin.cache.inner.level1.kept.insert(address, Arc::new(slow));
    advance(first.fresh / 2).await;
    assert_eq!((origin.fifty().await, origin.loads()), (vec![(1, Source::Hit)], 2));
    advance(SECOND).await;
    assert_eq!((origin.fifty().await, origin.loads()), (vec![(1, Source::Hit)], 3));
}

#[tokio::test(start_paused = true)]
async fn who_can_have_an_old_answer_waits_half_a_second_for_the_new_one() {
    let quick = Origin::new(&SPARE);
    let origin = Origin { takes: 3 * SECOND, ..quick.clone() };
    assert_eq!(quick.get().await, (1, Source::Loaded { stored: true }));
    advance(OLD).await;
    for _ in 0..3 {
        let asked = Instant::now();
        assert_eq!(origin.get().await, (1, Source::Stale));
        assert_eq!((asked.elapsed(), origin.loads()), (Duration::from_millis(500), 2));
    }
    sleep(3 * SECOND).await;
    assert_eq!((origin.get().await, origin.loads()), ((2, Source::Hit), 2), "it was loaded all the same");
}

#[tokio::test(start_paused = true)]
async fn who_waits_when_a_commit_ends_the_old_answer_gets_the_new_one() {
    let quick = Origin::new(&SPARE);
    let origin = Origin { takes: 3 * SECOND, ..quick.clone() };
    quick.get().await;
    advance(OLD).await;
    let asked = Instant::now();
    let waiting = tokio::spawn({
        let origin = origin.clone();
        async move { origin.get().await }
    });
    sleep(Duration::from_millis(100)).await;
    origin.cache.invalidate(&[TAG.to_owned()]).await;
    assert_eq!(waiting.await.unwrap(), (2, Source::Loaded { stored: false }));
    assert_eq!(asked.elapsed(), 3 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_load_without_end_is_given_up() {
    let quick = Origin::new(&SPARE);
    let origin = Origin { takes: Duration::from_hours(1), ..quick.clone() };
    let asked = Instant::now();
    let refused = origin.reply().await.unwrap_err();
    assert!(matches!(refused, LoadFailed::TooLong(_)), "{refused}");
    assert_eq!(asked.elapsed(), 10 * SECOND);

    assert_eq!(quick.get().await, (2, Source::Loaded { stored: true }));
    advance(OLD).await;
    assert_eq!((origin.get().await, origin.loads()), ((2, Source::Stale), 3));
    sleep(9 * SECOND).await;
    assert_eq!((origin.get().await, origin.loads()), ((2, Source::Stale), 3), "it goes on");
    sleep(2 * SECOND).await;
    assert_eq!((quick.get().await, origin.loads()), ((4, Source::Loaded { stored: true }), 4), "given up");
}
