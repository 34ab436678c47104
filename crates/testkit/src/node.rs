//! Drives `cache-node`, a process that has nothing but a cache.

use std::{
    collections::HashMap,
    process::Stdio,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use anyhow::Context as _;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    process::{Child, ChildStdin, Command},
    sync::{Mutex as Taking, oneshot},
};

use crate::process::program;

/// The number of what a process says unasked.
const COMMITTED: u64 = 0;

type Waiting = Arc<Mutex<HashMap<u64, oneshot::Sender<String>>>>;

/// A process that keeps answers, and is told by lines what to do with them.
pub struct Node {
    process: Taking<Child>,
    /// Its number for the system.
    pub id: u32,
    lines: Taking<ChildStdin>,
    waiting: Waiting,
    next: AtomicU64,
}

/// An answer that a [`Node`] obtained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obtained {
    /// What was read.
    pub value: i64,
    /// Where the answer comes from, as `tally_cache::Source` is written.
    pub source: String,
}

/// What became of many callers at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// Those who got the answer, and what it said: the same for all, or nothing.
    pub answered: usize,
    /// The value, when there was one and only one.
    pub value: Option<i64>,
    /// Those who were refused.
    pub refused: usize,
    /// Those who lost patience.
    pub left: usize,
    /// What the last one waited.
    pub slowest: Duration,
}

/// How a [`Node`] loads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    /// Milliseconds before the row is read.
    pub before: u64,
    /// Milliseconds after.
    pub after: u64,
}

impl Node {
    /// A process with `arguments`: the database, Redis, the prefix of names, bytes of memory.
    ///
    /// # Errors
    /// When the program is not built.
    pub fn start(database: &str, redis: &str, prefix: &str, max_bytes: u64) -> anyhow::Result<Self> {
        let mut command: Command = program("cache-node")?;
        command.args([database, redis, prefix, &max_bytes.to_string()]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let lines = process.stdin.take().context("its input")?;
        let output = process.stdout.take().context("its output")?;
        let id = process.id().context("it runs")?;
        let waiting = Waiting::default();
        let answered = Arc::clone(&waiting);
        tokio::spawn(async move {
            let mut output = BufReader::new(output).lines();
            while let Ok(Some(line)) = output.next_line().await {
                let (number, answer) = line.split_once(' ').unwrap_or((&line, ""));
                let number = number.parse().unwrap_or_else(|_| panic!("{line}"));
                let waiter = lock(&answered).remove(&number);
                let _ = waiter.map(|waiter| waiter.send(answer.to_owned()));
            }
            // Nobody else will be answered.
            lock(&answered).clear();
        });
        let next = AtomicU64::new(1);
        Ok(Self { process: Taking::new(process), id, lines: Taking::new(lines), waiting, next })
    }

    /// Sends a line and waits for its answer.
    ///
    /// # Errors
    /// When the process is gone.
    pub async fn ask(&self, what: &str) -> anyhow::Result<String> {
        let number = self.next.fetch_add(1, Relaxed);
        let (answered, answer) = oneshot::channel();
        lock(&self.waiting).insert(number, answered);
        self.lines.lock().await.write_all(format!("{number} {what}\n").as_bytes()).await?;
        answer.await.with_context(|| format!("the process is gone: {what}"))
    }

    /// The answer of `policy` for a website.
    ///
    /// # Errors
    /// When there is none, or the process is gone.
    pub async fn get(&self, policy: &str, website: i64, pace: Pace) -> anyhow::Result<Obtained> {
        self.obtain("get", policy, website, pace).await
    }

    /// The same, loaded anew.
    ///
    /// # Errors
    /// As [`Node::get`].
    pub async fn refresh(&self, policy: &str, website: i64, pace: Pace) -> anyhow::Result<Obtained> {
        self.obtain("refresh", policy, website, pace).await
    }

    async fn obtain(&self, verb: &str, policy: &str, website: i64, pace: Pace) -> anyhow::Result<Obtained> {
        let Pace { before, after } = pace;
        let text = self.ask(&format!("{verb} {policy} {website} {before} {after}")).await?;
        let (value, source) = text.split_once(' ').context("two words")?;
        let value = value.parse().map_err(|_| anyhow::anyhow!("{text}"))?;
        Ok(Obtained { value, source: source.to_owned() })
    }

    /// Many callers at once, each with his own patience; `how` is `load`, `refresh` or `panic`.
    ///
    /// # Errors
    /// When the process is gone.
    pub async fn crowd(
        &self,
        how: &str,
        website: i64,
        callers: usize,
        patience: Duration,
        load: Duration,
    ) -> anyhow::Result<Crowd> {
        let (patience, load) = (patience.as_millis(), load.as_millis());
        let text = self.ask(&format!("crowd {how} {website} {callers} {patience} {load}")).await?;
        let mut words = text.split(' ');
        let mut number = || words.next().and_then(|word| word.parse::<i64>().ok()).context("a number");
        let (answered, refused, left, slowest) = (number()?, number()?, number()?, number()?);
        Ok(Crowd {
            answered: answered.try_into()?,
            refused: refused.try_into()?,
            left: left.try_into()?,
            slowest: Duration::from_micros(slowest.try_into()?),
            value: number().ok(),
        })
    }

    /// Writes a website's value and tells everybody, as the program does.
    ///
    /// # Errors
    /// When the process is gone, or the database refuses.
    pub async fn write(&self, website: i64, value: i64) -> anyhow::Result<()> {
        let answer = self.ask(&format!("write {website} {value}")).await?;
        anyhow::ensure!(answer == "written", "{answer}");
        Ok(())
    }

    /// Writes a website's value, and goes no further once it is committed: nobody is told.
    ///
    /// # Errors
    /// When the process is gone.
    pub async fn write_untold(&self, website: i64, value: i64) -> anyhow::Result<()> {
        let (committed, told) = oneshot::channel();
        lock(&self.waiting).insert(COMMITTED, committed);
        let command = format!("hang {website} {value}");
        tokio::select! {
            answer = told => anyhow::ensure!(answer? == "committed"),
            answer = self.ask(&command) => anyhow::bail!("{}", answer?),
        }
        Ok(())
    }

    /// Loads begun so far.
    ///
    /// # Errors
    /// When the process is gone.
    pub async fn loads(&self) -> anyhow::Result<u64> {
        Ok(self.ask("loads").await?.parse()?)
    }

    /// Waits until it shares answers with others.
    ///
    /// # Errors
    /// When the process is gone.
    pub async fn joined(&self) -> anyhow::Result<()> {
        self.ask("join").await.map(drop)
    }

    /// `kill -9`.
    ///
    /// # Errors
    /// When it is gone already.
    pub async fn kill(&self) -> anyhow::Result<()> {
        Ok(self.process.lock().await.kill().await?)
    }
}

fn lock(waiting: &Waiting) -> std::sync::MutexGuard<'_, HashMap<u64, oneshot::Sender<String>>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}
