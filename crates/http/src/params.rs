//! Parameters of a query string.
//!
//! A parameter is a field of a struct; its type says what is taken and what out-of-range values become. What
//! is unknown is ignored, an empty value is an absent one, and what does not parse is a 422 that names it.

use std::{fmt, str::FromStr};

use axum::{extract::FromRequestParts, http::request::Parts};
use chrono::{DateTime, Datelike as _, Days, NaiveDate, Utc};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _, SeqAccess, Visitor},
};
use tally_kernel::midnight;

use crate::ApiError;

/// The parameters of a request, as the struct `T` describes them.
#[derive(Debug)]
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        parse(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

/// 422 about one parameter.
pub fn invalid_param(name: &str, reason: impl Into<String>) -> ApiError {
    ApiError::invalid(format!("?{name}"), reason)
}

fn parse<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query)
        .map_err(|_| ApiError::malformed("The query string is not percent-encoded UTF-8."))?;
    if let Some((name, _)) = pairs.iter().find(|(_, value)| value.contains('\0')) {
        return Err(invalid_param(name, "must not contain the character NUL"));
    }
    let given = pairs
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.strip_suffix("[]").map(ToOwned::to_owned).unwrap_or(name), value));
    let query = serde_html_form::to_string(given.collect::<Vec<_>>())
        .map_err(|_| ApiError::malformed("The query string cannot be read."))?;
    let form = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    serde_path_to_error::deserialize(form).map_err(|error| {
        let name = error.path().to_string();
        let name = name.split('[').next().unwrap_or_default().to_owned();
        invalid_param(&name, error.inner().to_string())
    })
}

/// A whole number that is set to the nearest bound when it lies outside, and has a default when absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clamped<const MIN: i64, const MAX: i64, const DEFAULT: i64>(pub i64);

impl<const MIN: i64, const MAX: i64, const DEFAULT: i64> Default for Clamped<MIN, MAX, DEFAULT> {
    fn default() -> Self {
        Self(DEFAULT)
    }
}

impl<const MIN: i64, const MAX: i64, const DEFAULT: i64> Clamped<MIN, MAX, DEFAULT> {
    /// The number, which its bounds keep far below `u32::MAX` and above zero.
    pub fn get(self) -> u32 {
        u32::try_from(self.0).unwrap_or(0)
    }
}

impl<const MIN: i64, const MAX: i64, const DEFAULT: i64> fmt::Display for Clamped<MIN, MAX, DEFAULT> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de, const MIN: i64, const MAX: i64, const DEFAULT: i64> Deserialize<'de>
    for Clamped<MIN, MAX, DEFAULT>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.strip_prefix('-').unwrap_or(&text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(D::Error::custom("must be a whole number"));
        }
        // Too many digits for a number of ours: far outside, on the side its sign says.
        let beyond = if text.starts_with('-') { i64::MIN } else { i64::MAX };
        Ok(Self(text.parse().unwrap_or(beyond).clamp(MIN, MAX)))
    }
}

/// true, false, 1, 0, yes or no, in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flag(pub bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Ok(Self(true)),
            "false" | "0" | "no" => Ok(Self(false)),
            _ => Err(D::Error::custom("must be true or false")),
        }
    }
}

/// A day, or a full instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrInstant {
    /// A UTC day.
    Day(NaiveDate),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl DayOrInstant {
    /// The first instant meant, when this is where a span begins.
    pub fn start(self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => midnight(day),
            Self::Instant(instant) => instant,
        }
    }

    /// The first instant no longer meant, when this is where a span ends; a day is included.
    pub fn end(self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => day.checked_add_days(Days::new(1)).map_or(DateTime::<Utc>::MAX_UTC, midnight),
            Self::Instant(instant) => instant,
        }
    }
}

impl FromStr for DayOrInstant {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let reason = "must be a day such as 2026-01-31 or an instant such as 2026-01-31T09:30:00Z";
        // A `+` that was not percent-encoded arrives as a space.
        let instant = || text.replace(' ', "+").parse().map(Self::Instant);
        let parsed = text.parse().map(Self::Day).or_else(|_| instant()).map_err(|_| reason)?;
        // Further years exist for chrono, but not for PostgreSQL.
        if (1..=9999).contains(&parsed.start().year()) { Ok(parsed) } else { Err(reason) }
    }
}

impl<'de> Deserialize<'de> for DayOrInstant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A list: `k=a&k=b`, `k[]=a&k[]=b` and `k=a,b` are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

impl Words {
    /// Those that mean something; the others are left out.
    pub fn known<W: FromStr>(&self) -> Vec<W> {
        self.0.iter().filter_map(|word| word.parse().ok()).collect()
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Every;

        impl<'de> Visitor<'de> for Every {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of words")
            }

            fn visit_str<E>(self, text: &str) -> Result<Words, E> {
                Ok(Words(split(text).collect()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Words, A::Error> {
                let mut words = Vec::new();
                while let Some(value) = values.next_element::<String>()? {
                    words.extend(split(&value));
                }
                Ok(Words(words))
            }
        }

        deserializer.deserialize_seq(Every)
    }
}

fn split(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Query {
        #[serde(default)]
        days: Clamped<1, 365, 30>,
        active: Option<Flag>,
        from: Option<DayOrInstant>,
        #[serde(default)]
        role: Words,
    }

    fn query(text: &str) -> Result<Query, String> {
        parse(text).map_err(|error| error.0.detail)
    }

    #[test]
    fn numbers_are_set_to_the_nearest_bound() {
        let days = |text: &str| query(text).map(|query| query.days.0);
        assert_eq!(days(""), Ok(30));
        assert_eq!(days("days="), Ok(30));
        assert_eq!(days("days=7&days_=x&other=1"), Ok(7));
        assert_eq!(days("days=0"), Ok(1));
        assert_eq!(days("days=-99999999999999999999"), Ok(1));
        assert_eq!(days("days=99999999999999999999"), Ok(365));
        for wrong in ["days=x", "days=1.5", "days=--1", "days=%201", "days=-"] {
            assert_eq!(days(wrong), Err("days: must be a whole number".to_owned()), "{wrong}");
        }
    }

    #[test]
    fn lists_are_one_list_however_they_are_written() {
        for text in ["role=a&role=b", "role[]=a&role[]=b", "role=a,b", "role%5B%5D=a,b"] {
            assert_eq!(query(text).unwrap().role.0, ["a", "b"], "{text}");
        }
    }

    #[test]
    fn flags_and_days() {
        assert!(query("active=a%00b").unwrap_err().starts_with("active: must not contain"));
        assert_eq!(query("active=YES").unwrap().active, Some(Flag(true)));
        assert!(query("active=maybe").unwrap_err().starts_with("active: must be true"));
        let end = |text: &str| query(text).unwrap().from.unwrap().end().to_rfc3339();
        assert_eq!(end("from=2026-01-31"), "2026-02-01T00:00:00+00:00");
        assert_eq!(end("from=2026-01-31T10:00:00%2B02:00"), "2026-01-31T08:00:00+00:00");
        for odd in ["31.1.2026", "-9999-01-01", "%2B99999-01-01", "0000-12-31"] {
            assert!(query(&format!("from={odd}")).unwrap_err().starts_with("from: must be a day"), "{odd}");
        }
    }
}
