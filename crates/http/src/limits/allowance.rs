//! What is left of a limit, as headers tell it.

use std::{convert::Infallible, time::Duration};

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponseParts, ResponseParts},
};
use tally_cache::Taken;
use tally_config::{Limit, Rate};

use crate::{ApiError, ApiResult};

/// What somebody has left of a limit; nothing when nothing is limited. It goes into an answer as its headers
/// (draft-ietf-httpapi-ratelimit-headers).
#[derive(Clone, Copy, Debug, Default)]
pub struct Allowance(Option<Left>);

#[derive(Clone, Copy, Debug)]
struct Left {
    limit: Limit,
    rate: Rate,
    uses: u32,
    full_in: Duration,
}

impl Allowance {
    pub(super) fn of(limit: Limit, rate: Rate, taken: Taken) -> ApiResult<Self> {
        let Taken { granted, left, full_in, wait } = taken;
        let allowance = Self(Some(Left { limit, rate, uses: left, full_in }));
        if granted > 0 {
            return Ok(allowance);
        }
        let seconds = whole_seconds(wait).max(1);
        let too_much = match limit {
            Limit::Messages | Limit::StaffMessages => "You are sending messages too quickly",
            Limit::Threads => "You are beginning conversations too quickly",
            _ => "Too many requests",
        };
        let (most, per) = (rate.most, rate.per.as_secs());
        let detail = format!(
            "{too_much}: {most} per {per} seconds. Try again in {seconds} second{}.",
            plural(seconds)
        );
        let refused = ApiError::throttled(detail, Duration::from_secs(seconds));
        Err(refused.with("limit", limit.name()).with("retry_after", seconds).allowed(allowance))
    }

    pub(crate) fn insert(self, headers: &mut HeaderMap) {
        let Some(Left { limit, rate, uses: left, full_in }) = self.0 else { return };
        let (most, per, full_in) = (rate.most, rate.per.as_secs(), whole_seconds(full_in));
        let texts = [
            ("ratelimit-policy", format!("\"{limit}\";q={most};w={per}")),
            ("ratelimit", format!("\"{limit}\";r={left};t={full_in}")),
        ];
        for (name, text) in texts {
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        headers.insert(HeaderName::from_static("x-ratelimit-limit"), most.into());
        headers.insert(HeaderName::from_static("x-ratelimit-remaining"), left.into());
    }
}

impl IntoResponseParts for Allowance {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        self.insert(parts.headers_mut());
        Ok(parts)
    }
}

fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}

fn plural(number: u64) -> &'static str {
    if number == 1 { "" } else { "s" }
}
