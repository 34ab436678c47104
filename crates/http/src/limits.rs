mod allowance;
mod here;

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex as SyncMutex, PoisonError},
};

use tally_cache::{Cache, Taken};
use tally_config::{Limit, LimitsConfig, Rate};
use tokio::{sync::Mutex, time::Instant};

pub use self::allowance::Allowance;
use self::here::Here;
use crate::ApiResult;

/// Limits that every request counts against are taken in parts, so that a crowd of requests does not ask Redis
/// for each: a fiftieth of the whole at a time.
const PART: u32 = 50;

/// How often who may ask: exact among all processes, and in this process alone while Redis is away.
pub struct Limits {
    config: LimitsConfig,
    shared: Option<Cache>,
    here: Here,
    /// By limit and key.
    stocks: SyncMutex<HashMap<String, Arc<Mutex<Stock>>>>,
}

/// Uses that were taken and not yet used. They are forgotten as soon as the first of them is back for everybody:
/// later they would be more than the rate allows.
struct Stock {
    taken: Taken,
    until: Instant,
}

impl Limits {
    /// The limits of `config`; `cache` is where the processes count together.
    pub fn new(config: LimitsConfig, cache: Option<Cache>) -> Self {
        Self { here: Here::new(&config), config, shared: cache, stocks: SyncMutex::default() }
    }

    /// Counts one use of `limit` by `key`; what is left goes into the headers of the answer.
    ///
    /// # Errors
    /// 429 when it is one too many.
    pub async fn take(&self, limit: Limit, key: impl fmt::Display) -> ApiResult<Allowance> {
        if !self.config.on {
            return Ok(Allowance::default());
        }
        let (rate, key) = (self.config.rate(limit), key.to_string());
        let taken = if counts_every_request(limit) {
            self.take_part(limit, rate, &key).await
        } else {
            self.take_now(limit, rate, &key, 1).await
        };
        Allowance::of(limit, rate, taken)
    }

    /// How many of something that is open for a while may be open at once.
    pub fn at_once(&self, limit: Limit) -> u32 {
        if self.config.on { self.config.rate(limit).most } else { u32::MAX }
    }

    /// Frees the memory of those who have not asked lately.
    pub fn forget_idle(&self) {
        self.here.forget_idle();
        let now = Instant::now();
        let used = |stock: &Arc<Mutex<Stock>>| {
            Arc::strong_count(stock) > 1 || stock.try_lock().is_ok_and(|stock| stock.until > now)
        };
        self.stocks().retain(|_, stock| used(stock));
    }

    async fn take_now(&self, limit: Limit, rate: Rate, key: &str, wanted: u32) -> Taken {
        if let Some(cache) = &self.shared {
            // A key may be somebody's e-mail address.
            let name = format!("{limit}:{}", &blake3::hash(key.as_bytes()).to_hex()[..32]);
            if let Some(taken) = cache.take(&name, rate.most, rate.interval(), wanted).await {
                return taken;
            }
        }
        self.here.take(limit, rate, key)
    }

    /// One of those that were taken together. Whoever finds none waits for the one who asks, and so for the
    /// same answer.
    async fn take_part(&self, limit: Limit, rate: Rate, key: &str) -> Taken {
        let stock = Arc::clone(self.stocks().entry(format!("{limit}:{key}")).or_insert_with(Stock::empty));
        let mut stock = stock.lock().await;
        if stock.taken.granted == 0 || stock.until <= Instant::now() {
            let taken = self.take_now(limit, rate, key, (rate.most / PART).max(1)).await;
            *stock = Stock { taken, until: Instant::now() + rate.interval() };
        }
        let mut one = stock.taken;
        stock.taken.granted = one.granted.saturating_sub(1);
        one.left += stock.taken.granted;
        one
    }

    fn stocks(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Mutex<Stock>>>> {
        self.stocks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stock {
    fn empty() -> Arc<Mutex<Self>> {
        let taken = Taken {
            granted: 0,
            left: 0,
            full_in: std::time::Duration::ZERO,
            wait: std::time::Duration::ZERO,
        };
        Arc::new(Mutex::new(Self { taken, until: Instant::now() }))
    }
}

impl fmt::Debug for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limits").field("config", &self.config).finish_non_exhaustive()
    }
}

fn counts_every_request(limit: Limit) -> bool {
    matches!(limit, Limit::Anonymous | Limit::MemberMinute | Limit::MemberHour | Limit::StaffHour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_too_many_is_refused_for_that_key_only() {
        let limits = Limits::new(LimitsConfig::usual(true), None);
        for _ in 0..5 {
            limits.take(Limit::LoginEmail, "a").await.unwrap();
        }
        let refused = limits.take(Limit::LoginEmail, "a").await.unwrap_err();
        assert!(refused.0.retry_after.is_some_and(|wait| (11..=12).contains(&wait.as_secs())));
        limits.take(Limit::LoginEmail, "b").await.unwrap();
        let off = Limits::new(LimitsConfig::usual(false), None);
        for _ in 0..50 {
            off.take(Limit::LoginEmail, "a").await.unwrap();
        }
    }
}
