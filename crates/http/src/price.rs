use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected, Visitor},
};
use tally_kernel::Money;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema, schema::ObjectBuilder, schema::Type},
};

/// An amount that somebody asks with, in cents: not below zero, and with two decimals at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price(pub i64);

/// An amount that somebody asks with, in cents: what is added, or, below zero, taken away; not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change(pub i64);

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an amount of 0 or more with two decimals at most";
        deserializer.deserialize_any(Cents { expected, is_good: |cents| cents >= 0 }).map(Self)
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an amount other than 0 with two decimals at most";
        deserializer.deserialize_any(Cents { expected, is_good: |cents| cents != 0 }).map(Self)
    }
}

struct Cents {
    expected: &'static str,
    is_good: fn(i64) -> bool,
}

impl Visitor<'_> for Cents {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<i64, E> {
        let amount = text.parse::<Money>().ok().filter(|money| (self.is_good)(money.cents));
        amount.map(|money| money.cents).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_i64<E: Error>(self, units: i64) -> Result<i64, E> {
        self.visit_str(&units.to_string())
    }

    fn visit_u64<E: Error>(self, units: u64) -> Result<i64, E> {
        self.visit_str(&units.to_string())
    }

    /// The shortest decimal that reads back as the number is what was written.
    fn visit_f64<E: Error>(self, units: f64) -> Result<i64, E> {
        self.visit_str(&units.to_string())
    }
}

impl PartialSchema for Price {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Number).minimum(Some(0)).into()
    }
}

impl ToSchema for Price {}

impl PartialSchema for Change {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Number).into()
    }
}

impl ToSchema for Change {}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn amounts_are_read_exactly() {
        let cents = |amount: Value| serde_json::from_value(amount).map(|Price(cents)| cents).ok();
        assert_eq!(cents(json!(12.5)), Some(1_250));
        assert_eq!(cents(json!(1.1)), Some(110));
        assert_eq!(cents(json!(7)), Some(700));
        assert_eq!(cents(json!("0.05")), Some(5));
        assert_eq!(cents(json!(0)), Some(0));
        for wrong in [json!(-0.01), json!(-1), json!(0.001), json!("x"), json!(null), json!(1e30)] {
            assert_eq!(cents(wrong.clone()), None, "{wrong}");
        }
    }

    #[test]
    fn changes_go_either_way() {
        let cents = |amount: Value| serde_json::from_value(amount).map(|Change(cents)| cents).ok();
        assert_eq!(
            [json!(-12.5), json!(0.01), json!(0), json!("-0")].map(cents),
            [Some(-1_250), Some(1), None, None]
        );
    }
}
