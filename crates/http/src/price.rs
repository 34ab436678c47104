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

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Amount;

        impl Visitor<'_> for Amount {
            type Value = Price;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an amount of 0 or more with two decimals at most")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Price, E> {
                let amount = text.parse::<Money>().ok().filter(|money| money.cents >= 0);
                amount
                    .map(|money| Price(money.cents))
                    .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }

            fn visit_i64<E: Error>(self, units: i64) -> Result<Price, E> {
                self.visit_str(&units.to_string())
            }

            fn visit_u64<E: Error>(self, units: u64) -> Result<Price, E> {
                self.visit_str(&units.to_string())
            }

            /// The shortest decimal that reads back as the number is what was written.
            fn visit_f64<E: Error>(self, units: f64) -> Result<Price, E> {
                self.visit_str(&units.to_string())
            }
        }

        deserializer.deserialize_any(Amount)
    }
}

impl PartialSchema for Price {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::Number).minimum(Some(0)).into()
    }
}

impl ToSchema for Price {}

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
}
