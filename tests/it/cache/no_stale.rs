//! What was written is what is read, whatever happens in between.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use tally_testkit::{Node, Pace};
use tokio::task::JoinSet;

use super::stage::{Dice, Stage, rounds};

const WEBSITES: usize = 8;
const WORKERS: u64 = 8;
/// The process that wrote knows at once; another one after this long.
const ELSEWHERE: Duration = Duration::from_millis(100);

/// What was written, and when the writer had his answer: what the test knows without the cache.
#[derive(Default)]
struct History {
    /// Value, when the write was answered, and where.
    written: Mutex<Vec<(i64, Instant, usize)>>,
    /// One writer at a time, so that values are committed in their order.
    writing: tokio::sync::Mutex<i64>,
}

impl History {
    /// How long before `began` a write was answered that a reader did not see, and whether he missed one of
    /// his own process.
    fn missed(&self, read: i64, began: Instant, reader: usize) -> Option<(Duration, bool)> {
        let written = self.written.lock().unwrap();
        let mut unseen = written.iter().filter(|(value, answered, _)| *value > read && *answered < began);
        let (_, answered, first) = unseen.next()?;
        Some((began - *answered, *first == reader || unseen.any(|(_, _, writer)| *writer == reader)))
    }
}

#[derive(Default)]
struct Tally {
    reads: AtomicUsize,
    behind: AtomicUsize,
    stale: AtomicUsize,
    /// The longest time after which somebody still read the old value on another process.
    longest: Mutex<Duration>,
}

impl Tally {
    fn count(&self, history: &History, read: i64, began: Instant, reader: usize) {
        self.reads.fetch_add(1, SeqCst);
        let Some((after, own)) = history.missed(read, began, reader) else { return };
        if own || after > ELSEWHERE {
            self.stale.fetch_add(1, SeqCst);
            println!("stale: {read} read {after:?} after the write, on the same process: {own}");
        }
        let mut longest = self.longest.lock().unwrap();
        *longest = longest.max(after);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_order_of_reads_and_writes_shows_an_old_value() {
    let stage = Stage::with_websites(WEBSITES).await;
    let nodes = Arc::new(stage.two().await);
    let histories: Arc<[History; WEBSITES]> = Arc::default();
    let tally = Arc::new(Tally::default());
    let left = Arc::new(AtomicUsize::new(rounds(1_500, 10_000)));
    let websites: Arc<[i64]> = stage.websites.clone().into();
    let mut workers = JoinSet::new();
    for seed in 1..=WORKERS {
        let (nodes, histories, tally) = (Arc::clone(&nodes), Arc::clone(&histories), Arc::clone(&tally));
        let (left, websites, mut dice) = (Arc::clone(&left), Arc::clone(&websites), Dice::new(seed));
        workers.spawn(async move {
            while left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_ok() {
                let (at, site) = (dice.pick(nodes.len()), dice.pick(WEBSITES));
                let (node, history, website) = (&nodes[at], &histories[site], websites[site]);
                match dice.roll(10) {
                    0..2 => {
                        let mut last = history.writing.lock().await;
                        *last += 1;
                        node.write(website, *last).await.unwrap();
                        history.written.lock().unwrap().push((*last, Instant::now(), at));
                    }
                    2 => assert_eq!(node.ask(&format!("invalidate {website}")).await.unwrap(), "true"),
                    _ => {
                        let policy = if dice.roll(2) == 0 { "long" } else { "short" };
                        let pace = Pace { before: dice.roll(30), after: dice.roll(30) };
                        let began = Instant::now();
                        let read = node.get(policy, website, pace).await.unwrap();
                        tally.count(history, read.value, began, at);
                        tally.behind.fetch_add(usize::from(read.source == "Stale"), SeqCst);
                    }
                }
            }
        });
    }
    workers.join_all().await;
    let (reads, stale) = (tally.reads.load(SeqCst), tally.stale.load(SeqCst));
    let writes: usize = histories.iter().map(|history| history.written.lock().unwrap().len()).sum();
    println!(
        "C4: {reads} random reads among {writes} writes, {} of them served while a load went on behind: {stale} \
         stale; the old value was last read {:?} after a write elsewhere",
        tally.behind.load(SeqCst),
        tally.longest.lock().unwrap()
    );
    assert!(tally.behind.load(SeqCst) > 0, "no load went on behind");
    assert_eq!(stale, 0);
}

/// Writes here, reads here at once and there after 50 ms; answers how many were stale here and there.
async fn own_and_other(here: &Node, there: &Node, website: i64, times: i64) -> [usize; 2] {
    let mut stale = [0, 0];
    for value in 1..=times {
        here.write(website, value).await.unwrap();
        let own = here.get("long", website, Pace::default()).await.unwrap();
        stale[0] += usize::from(own.value != value);
        tokio::time::sleep(Duration::from_millis(50)).await;
        let other = there.get("long", website, Pace::default()).await.unwrap();
        stale[1] += usize::from(other.value != value);
    }
    stale
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_wrote_reads_it_at_once_and_everybody_soon() {
    let stage = Stage::with_websites(WEBSITES).await;
    let nodes = Arc::new(stage.two().await);
    let times = rounds(1_000, 10_000) / WEBSITES;
    let mut pairs = JoinSet::new();
    for (number, website) in stage.websites.iter().copied().enumerate() {
        let nodes = Arc::clone(&nodes);
        pairs.spawn(async move {
            let (here, there) = (&nodes[number % 2], &nodes[(number + 1) % 2]);
            own_and_other(here, there, website, i64::try_from(times).unwrap()).await
        });
    }
    let stale = pairs.join_all().await;
    let stale = [0, 1].map(|at| stale.iter().map(|pair| pair[at]).sum::<usize>());
    println!(
        "C5: {} writes: {} stale where it was written, {} on the other process after 50 ms",
        times * WEBSITES,
        stale[0],
        stale[1]
    );
    assert_eq!(stale, [0, 0]);
}
