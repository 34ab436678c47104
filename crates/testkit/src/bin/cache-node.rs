//! A process that has a cache and nothing else, for tests that need several: reads commands on standard
//! input, each with a number, and writes answers with the same number, in any order.
//!
//! What it keeps is the price of a website's orders, read from a real table.

use std::{
    io::BufRead as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use anyhow::Context as _;
use futures::future::{BoxFuture, join_all, pending};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, DbErr, Statement};
use tally_cache::{Cache, CacheOptions, Key, LoadFailed, Policy, Reads, Reply, Scope};
use tally_db::{Db, TagSink, connect};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep, timeout},
};

const READS: &[Reads] = &[Reads::Scoped("orders")];
/// Stays fresh throughout a test.
static LONG: Policy = Policy::new("node.long", 3_600, READS);
/// Is old most of the time, so that loads go on behind.
static SHORT: Policy = Policy {
    fresh: Duration::from_millis(30),
    grace: Duration::from_mins(1),
    fail_safe: Duration::from_mins(15),
    ..Policy::new("node.short", 3_600, READS)
};
const CONNECTIONS: u32 = 8;

#[derive(Clone)]
struct Process {
    cache: Cache,
    db: Db,
    /// Commits, and never tells anybody.
    silent: Db,
    loads: Arc<AtomicU64>,
}

/// Dies between the commit and the news of it, with some help.
struct Hangs;

impl TagSink for Hangs {
    fn publish(&self, _: Vec<String>) -> BoxFuture<'_, bool> {
        println!("0 committed");
        Box::pin(pending())
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().context("usage: cache-node <database> <redis> <prefix> <bytes>");
    let (database, redis, prefix, bytes) = (argument()?, argument()?, argument()?, argument()?);
    let connection = connect(&database, CONNECTIONS).await?;
    let cache = Cache::new(&CacheOptions { max_bytes: bytes.parse()?, redis_url: Some(redis), prefix });
    let _background = cache.start(connection.clone());
    let process = Process {
        db: Db::new(connection.clone(), Arc::new(cache.clone())),
        silent: Db::new(connection, Arc::new(Hangs)),
        cache,
        loads: Arc::default(),
    };
    let (sender, mut lines) = mpsc::unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    while let Some(line) = lines.recv().await {
        let process = process.clone();
        tokio::spawn(async move {
            let (number, command) = line.split_once(' ').unwrap_or((&line, ""));
            let answer = process.obey(command).await.unwrap_or_else(|error| format!("error: {error:#}"));
            println!("{number} {}", answer.replace('\n', " "));
        });
    }
    Ok(())
}

impl Process {
    async fn obey(&self, command: &str) -> anyhow::Result<String> {
        let words: Vec<&str> = command.split(' ').collect();
        let number = |at: usize| words.get(at).context("another word")?.parse::<i64>().context("a number");
        let millis = |at: usize| number(at)?.try_into().map(Duration::from_millis).context("a duration");
        Ok(match words[0] {
            verb @ ("get" | "refresh") => {
                let (policy, website) = (policy(words[1])?, number(2)?);
                let (before, after) = (millis(3)?, millis(4)?);
                let reply = self.get(policy, website, verb == "refresh", before, after).await?;
                format!("{} {:?}", String::from_utf8_lossy(&reply.entry.body), reply.source)
            }
            "crowd" => {
                let callers = number(3)?.try_into()?;
                self.crowd(words[1], number(2)?, callers, millis(4)?, millis(5)?).await
            }
            "write" => self.write(&self.db, number(1)?, number(2)?).await.map(|()| "written".to_owned())?,
            "hang" => self.write(&self.silent, number(1)?, number(2)?).await.map(|()| String::new())?,
            "invalidate" => {
                let tag = format!("orders/website_id={}", number(1)?);
                self.cache.invalidate(&[tag]).await.to_string()
            }
            "fill" => self.fill(number(1)?, number(2)?, number(3)?).await?,
            "loads" => self.loads.load(SeqCst).to_string(),
            "size" => {
                let (bytes, entries) = self.cache.size();
                format!("{bytes} {entries}")
            }
            "join" => {
                while !self.cache.is_joined() {
                    sleep(Duration::from_millis(1)).await;
                }
                "joined".to_owned()
            }
            other => anyhow::bail!("{other} is no command"),
        })
    }

    async fn get(
        &self,
        policy: &'static Policy,
        website: i64,
        refresh: bool,
        before: Duration,
        after: Duration,
    ) -> Result<Reply, LoadFailed> {
        let (db, loads) = (self.db.reads().clone(), Arc::clone(&self.loads));
        let load = move || async move {
            loads.fetch_add(1, SeqCst);
            sleep(before).await;
            let read = price(&db, website).await?;
            sleep(after).await;
            Ok(read)
        };
        self.cache.get(Key::new(policy, Scope::Website(website), 0), refresh, load).await
    }

    async fn crowd(
        &self,
        how: &str,
        website: i64,
        callers: usize,
        patience: Duration,
        load: Duration,
    ) -> String {
        let panics = how == "panic";
        let began = Instant::now();
        let one = || {
            let (process, refresh) = (self.clone(), how == "refresh");
            async move {
                let asked = async {
                    if panics {
                        process.panic(website, load).await
                    } else {
                        process.get(&LONG, website, refresh, load, Duration::ZERO).await
                    }
                };
                (timeout(patience, asked).await, began.elapsed())
            }
        };
        // Tasks of their own, as requests are.
        let ended = join_all((0..callers).map(|_| tokio::spawn(one()))).await;
        let (mut values, mut refused, mut left, mut slowest) = (Vec::new(), 0, 0, Duration::ZERO);
        for (ended, took) in ended.into_iter().filter_map(Result::ok) {
            slowest = slowest.max(took);
            match ended {
                Ok(Ok(reply)) => values.push(reply.entry.body.clone()),
                Ok(Err(_)) => refused += 1,
                Err(_) => left += 1,
            }
        }
        let answered = values.len();
        values.dedup();
        let value = if let [value] = &values[..] { String::from_utf8_lossy(value) } else { "-".into() };
        format!("{answered} {refused} {left} {} {value}", slowest.as_micros())
    }

    async fn panic(&self, website: i64, takes: Duration) -> Result<Reply, LoadFailed> {
        let loads = Arc::clone(&self.loads);
        let load = move || async move {
            loads.fetch_add(1, SeqCst);
            sleep(takes).await;
            assert!(website < 0, "asked to panic");
            Ok(0)
        };
        self.cache.get(Key::new(&LONG, Scope::Website(website), 0), false, load).await
    }

    async fn write(&self, db: &Db, website: i64, value: i64) -> Result<(), DbErr> {
        let write = db.write().await?;
        let sql = "UPDATE orders SET total_price_cents = $2 WHERE website_id = $1";
        let values = [website.into(), value.into()];
        write.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
        write.commit().await
    }

    /// Keeps `count` answers of `bytes` each, of as many parameters from `first` on.
    async fn fill(&self, first: i64, count: i64, bytes: i64) -> anyhow::Result<String> {
        let text = "x".repeat(bytes.try_into()?);
        for variant in first..first + count {
            let key = Key::new(&LONG, Scope::Website(1), 0).with(variant);
            let text = text.clone();
            self.cache.get(key, false, move || async move { Ok(text) }).await?;
        }
        Ok("filled".to_owned())
    }
}

fn policy(name: &str) -> anyhow::Result<&'static Policy> {
    match name {
        "long" => Ok(&LONG),
        "short" => Ok(&SHORT),
        _ => anyhow::bail!("{name} is no policy"),
    }
}

async fn price(db: &DatabaseConnection, website: i64) -> Result<i64, DbErr> {
    let sql = "SELECT sum(total_price_cents)::bigint AS price FROM orders WHERE website_id = $1";
    let asked = Statement::from_sql_and_values(DbBackend::Postgres, sql, [website.into()]);
    let row = db.query_one_raw(asked).await?;
    row.map_or(Ok(None), |row| row.try_get("", "price")).map(Option::unwrap_or_default)
}
