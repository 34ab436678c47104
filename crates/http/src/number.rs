use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tally_kernel::Hundredths;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema, schema::ObjectBuilder, schema::Type},
};

const MICROS_PER_HOUR: i128 = 3_600_000_000;

/// Money as the contract sends it: a JSON number in major units with at most two decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount(Hundredths);

/// A JSON number with at most two decimals: a percentage, an average, a rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal(Hundredths);

impl Amount {
    /// An amount of minor units.
    pub fn cents(cents: i64) -> Self {
        Self(Hundredths(cents))
    }

    /// The mean of amounts that sum to `sum_cents`; nothing when nothing was counted.
    pub fn mean(sum_cents: i64, count: i64) -> Option<Self> {
        Hundredths::mean_cents(sum_cents, count).map(Self)
    }
}

impl Decimal {
    /// `100 × part / whole`, 0 when there is no whole.
    pub fn percent(part: i64, whole: i64) -> Self {
        Self(Hundredths::percent(part, whole))
    }

    /// The difference to `before` in percent of it, 0 when `before` is 0.
    pub fn change(now: i64, before: i64) -> Self {
        Self(Hundredths::change(now, before))
    }

    /// `sum / count`, or nothing when nothing was counted.
    pub fn mean(sum: i64, count: i64) -> Option<Self> {
        Hundredths::mean(sum, count).map(Self)
    }

    /// The mean, in days, of spans of time that sum to `micros`; nothing when nothing was counted.
    pub fn mean_days(micros: i64, count: i64) -> Option<Self> {
        Self::mean_spans(micros, count, 24 * MICROS_PER_HOUR)
    }

    /// The mean, in hours, of spans of time that sum to `micros`; nothing when nothing was counted.
    pub fn mean_hours(micros: i64, count: i64) -> Option<Self> {
        Self::mean_spans(micros, count, MICROS_PER_HOUR)
    }

    fn mean_spans(micros: i64, count: i64, unit: i128) -> Option<Self> {
        Hundredths::ratio(micros.into(), i128::from(count) * unit).map(Self)
    }
}

impl From<Hundredths> for Decimal {
    fn from(value: Hundredths) -> Self {
        Self(value)
    }
}

/// Whole values are sent as integers; the others are the shortest decimal that reads back the same.
fn serialize<S: Serializer>(Hundredths(value): Hundredths, serializer: S) -> Result<S::Ok, S::Error> {
    if value % 100 == 0 {
        return serializer.serialize_i64(value / 100);
    }
    #[expect(clippy::cast_precision_loss, reason = "sums stay below 2^53 hundredths, ninety trillion units")]
    serializer.serialize_f64(value as f64 / 100.0)
}

macro_rules! numbers {
    ($($name:ident: $about:literal),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self.0, serializer)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::Number).description(Some($about)).into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+};
}

numbers! {
    Amount: "Money in major units, at most two decimals",
    Decimal: "A number with at most two decimals"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_a_number_in_major_units() {
        let json = |cents| serde_json::to_string(&Amount::cents(cents)).unwrap();
        assert_eq!([1250, 1200, -5, 1_575_812_020].map(json), ["12.5", "12", "-0.05", "15758120.2"]);
    }

    #[test]
    fn spans_of_time_are_means_in_their_unit() {
        let hour = 3_600_000_000;
        assert_eq!(Decimal::mean_days(36 * hour, 1), Some(Decimal(Hundredths(150))));
        assert_eq!(Decimal::mean_hours(hour, 3), Some(Decimal(Hundredths(33))));
        assert_eq!(Decimal::mean_days(0, 0), None);
    }
}
