//! What a test knows without the cache: who wrote what, when he had his answer, and who may not have seen it.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use tally_testkit::{Node, Pace};
use tokio::task::JoinSet;

use super::scene::{Dice, Scene};

const WORKERS: u64 = 8;

/// What was written to one website.
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

/// Two processes that are read and written at random, and the verdict on every read.
pub(super) struct Churn {
    nodes: [Node; 2],
    websites: Vec<(i64, History)>,
    /// After this a write shows on the other process; on its own it shows at once.
    elsewhere: Duration,
    pub(super) reads: AtomicUsize,
    pub(super) writes: AtomicUsize,
    /// Served while a load went on behind.
    pub(super) behind: AtomicUsize,
    pub(super) stale: AtomicUsize,
    pub(super) failed: AtomicUsize,
    /// The longest time after which somebody still read the old value on another process.
    longest: Mutex<Duration>,
}

impl Churn {
    pub(super) async fn over(scene: &Scene, elsewhere: Duration) -> Arc<Self> {
        let websites = scene.websites.iter().map(|website| (*website, History::default())).collect();
        Arc::new(Self {
            nodes: scene.two().await,
            websites,
            elsewhere,
            reads: AtomicUsize::new(0),
            writes: AtomicUsize::new(0),
            behind: AtomicUsize::new(0),
            stale: AtomicUsize::new(0),
            failed: AtomicUsize::new(0),
            longest: Mutex::default(),
        })
    }

    /// Begins; every worker goes on as long as `goes_on` says so.
    pub(super) fn begin(
        self: &Arc<Self>,
        goes_on: impl Fn() -> bool + Clone + Send + 'static,
    ) -> JoinSet<()> {
        let mut workers = JoinSet::new();
        for seed in 1..=WORKERS {
            let (churn, goes_on, mut dice) = (Arc::clone(self), goes_on.clone(), Dice::new(seed));
            workers.spawn(async move {
                while goes_on() {
                    if let Err(error) = churn.act(&mut dice).await {
                        println!("failed: {error:#}");
                        churn.failed.fetch_add(1, SeqCst);
                    }
                }
            });
        }
        workers
    }

    async fn act(&self, dice: &mut Dice) -> anyhow::Result<()> {
        let (at, site) = (dice.pick(self.nodes.len()), dice.pick(self.websites.len()));
        let (node, (website, history)) = (&self.nodes[at], &self.websites[site]);
        match dice.roll(10) {
            0..2 => {
                let mut last = history.writing.lock().await;
                *last += 1;
                node.write(*website, *last).await?;
                history.written.lock().unwrap().push((*last, Instant::now(), at));
                self.writes.fetch_add(1, SeqCst);
            }
            // Says `false` while Redis is away: then nobody else was told, and nothing was written either.
            2 => _ = node.ask(&format!("invalidate {website}")).await?,
            _ => {
                let policy = if dice.roll(2) == 0 { "long" } else { "short" };
                let pace = Pace { before: dice.roll(30), after: dice.roll(30) };
                let began = Instant::now();
                let read = node.get(policy, *website, pace).await?;
                self.judge(history, read.value, began, at);
                self.behind.fetch_add(usize::from(read.source == "Stale"), SeqCst);
            }
        }
        Ok(())
    }

    fn judge(&self, history: &History, read: i64, began: Instant, reader: usize) {
        self.reads.fetch_add(1, SeqCst);
        let Some((after, own)) = history.missed(read, began, reader) else { return };
        if own || after > self.elsewhere {
            self.stale.fetch_add(1, SeqCst);
            println!(
                "stale: {read} read {after:?} after a later write; missed one of its own process: {own}"
            );
        }
        let mut longest = self.longest.lock().unwrap();
        *longest = longest.max(after);
    }

    /// Waits until both processes share answers.
    pub(super) async fn joined(&self) {
        for node in &self.nodes {
            node.joined().await.expect("it finds Redis");
        }
    }

    /// The figures so far.
    pub(super) fn figures(&self) -> String {
        format!(
            "{} reads, {} writes: {} stale, {} failed; the old value was last read {:?} after a write elsewhere",
            self.reads.load(SeqCst),
            self.writes.load(SeqCst),
            self.stale.load(SeqCst),
            self.failed.load(SeqCst),
            self.longest.lock().unwrap()
        )
    }
}
