//! Counting in this process alone.

use std::{num::NonZeroU32, time::Duration};

use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DefaultKeyedStateStore,
};
use tally_cache::Taken;
use tally_config::{Limit, LimitsConfig, Rate};

type Keyed = RateLimiter<String, DefaultKeyedStateStore<String>, DefaultClock, StateInformationMiddleware>;

pub(super) struct Here(Vec<(Limit, Keyed)>);

impl Here {
    pub(super) fn new(config: &LimitsConfig) -> Self {
        Self(Limit::ALL.iter().map(|limit| (*limit, limiter(config.rate(*limit)))).collect())
    }

    /// One use, if there is one.
    pub(super) fn take(&self, limit: Limit, rate: Rate, key: &str) -> Taken {
        let known = self.0.iter().find(|(known, _)| *known == limit);
        let tried = known.map(|(_, limiter)| limiter.check_key(&key.to_owned()));
        let left = |left: u32| Taken {
            granted: 1,
            left,
            full_in: rate.interval() * (rate.most - left.min(rate.most)),
            wait: Duration::ZERO,
        };
        match tried {
            Some(Ok(state)) => left(state.remaining_burst_capacity()),
            Some(Err(refused)) => {
                let wait = refused.wait_time_from(DefaultClock::default().now());
                Taken { granted: 0, left: 0, full_in: rate.per, wait }
            }
            None => left(rate.most),
        }
    }

    pub(super) fn forget_idle(&self) {
        self.0.iter().for_each(|(_, limiter)| limiter.retain_recent());
    }
}

fn limiter(rate: Rate) -> Keyed {
    let burst = NonZeroU32::new(rate.most).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(rate.interval()).unwrap_or(Quota::per_hour(burst)).allow_burst(burst);
    RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>()
}
