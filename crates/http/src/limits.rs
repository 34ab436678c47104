use std::{fmt, hash::Hash, net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
};

use crate::{ApiError, ApiResult};

/// A limit by the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Sign-in attempts of one address.
    LoginAddress,
    /// Sign-in attempts for one e-mail address, whether it is known or not.
    LoginEmail,
    /// Checks of the current password of one user.
    PasswordCheck,
    /// Requests of one client or writer in a minute.
    MemberMinute,
    /// Requests of one client or writer in an hour.
    MemberHour,
    /// Requests of one member of staff in an hour.
    StaffHour,
}

impl Limit {
    /// How many, and in which time.
    fn rate(self) -> (u32, Duration) {
        let minutes = Duration::from_mins;
        match self {
            Self::LoginAddress => (10, minutes(1)),
            Self::LoginEmail => (5, minutes(1)),
            Self::PasswordCheck => (5, minutes(15)),
            Self::MemberMinute => (600, minutes(1)),
            Self::MemberHour => (5_000, minutes(60)),
            Self::StaffHour => (20_000, minutes(60)),
        }
    }
}

/// Requests of an address without a token in an hour.
const ANONYMOUS: (u32, Duration) = (500, Duration::from_hours(1));

type Keyed<K> = DefaultKeyedRateLimiter<K>;

/// How often who may ask; kept in this process.
#[derive(Debug)]
pub struct Limits {
    on: bool,
    anonymous: Keyed<IpAddr>,
    others: [(Limit, Keyed<String>); 6],
}

impl Limits {
    /// All limits, or none of them when `on` is false.
    pub fn new(on: bool) -> Self {
        use Limit::{LoginAddress, LoginEmail, MemberHour, MemberMinute, PasswordCheck, StaffHour};
        let others = [LoginAddress, LoginEmail, PasswordCheck, MemberMinute, MemberHour, StaffHour];
        Self { on, anonymous: limiter(ANONYMOUS), others: others.map(|limit| (limit, limiter(limit.rate()))) }
    }

    /// Counts one use of `limit` by `key`.
    ///
    /// # Errors
    /// 429 when it is one too many.
    pub fn check(&self, limit: Limit, key: impl fmt::Display) -> ApiResult<()> {
        let limiter = self.others.iter().find(|(known, _)| *known == limit);
        limiter.map_or(Ok(()), |(_, limiter)| self.count(limiter, &key.to_string(), limit.rate()))
    }

    /// Counts one request without a token.
    ///
    /// # Errors
    /// 429 when it is one too many.
    pub fn check_anonymous(&self, address: IpAddr) -> ApiResult<()> {
        self.count(&self.anonymous, &address, ANONYMOUS)
    }

    /// Frees the memory of those who have not asked lately.
    pub fn forget_idle(&self) {
        self.anonymous.retain_recent();
        self.others.iter().for_each(|(_, limiter)| limiter.retain_recent());
    }

    fn count<K: Hash + Eq + Clone>(
        &self,
        limiter: &Keyed<K>,
        key: &K,
        (most, period): (u32, Duration),
    ) -> ApiResult<()> {
        if !self.on {
            return Ok(());
        }
        limiter.check_key(key).map_err(|refused| {
            let wait = refused.wait_time_from(DefaultClock::default().now());
            let seconds = wait.as_secs() + 1;
            let detail = format!(
                "Too many requests: {most} in {} minutes at most. Try again in {seconds} seconds.",
                period.as_secs() / 60
            );
            ApiError::throttled(detail, Duration::from_secs(seconds))
        })
    }
}

fn limiter<K: Hash + Eq + Clone>((most, period): (u32, Duration)) -> Keyed<K> {
    let burst = NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(period / burst.get()).unwrap_or(Quota::per_hour(burst));
    RateLimiter::keyed(quota.allow_burst(burst))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_too_many_is_refused_for_that_key_only() {
        let limits = Limits::new(true);
        let login = |who: &str| limits.check(Limit::LoginEmail, who);
        assert!((0..5).all(|_| login("a").is_ok()));
        assert!(login("a").unwrap_err().0.retry_after.is_some_and(|wait| wait.as_secs() <= 13));
        assert!(login("b").is_ok());
        assert!((0..50).all(|_| Limits::new(false).check(Limit::LoginEmail, "a").is_ok()));
    }
}
