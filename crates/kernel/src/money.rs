use std::{fmt, str::FromStr};

use crate::Hundredths;

/// An amount in minor units (cents) of a currency that the context names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Minor units.
    pub cents: i64,
}

/// A text that is not an amount with at most two decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyError;

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an amount with at most two decimals")
    }
}

impl std::error::Error for MoneyError {}

/// Reads `12`, `12.5` and `-12.50` exactly; nothing goes through a float.
impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (units, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(units) || !plain(decimals) || decimals.len() > 2 {
            return Err(MoneyError);
        }
        let cents = units
            .parse::<i64>()
            .ok()
            .and_then(|units| units.checked_mul(100))
            .zip(format!("{decimals:0<2}").parse::<i64>().ok())
            .and_then(|(units, rest)| units.checked_add(rest))
            .ok_or(MoneyError)?;
        Ok(Self { cents: if negative { -cents } else { cents } })
    }
}

impl Money {
    /// Both decimals, as sentences have it: `12.50`, `-0.05`.
    pub fn in_full(self) -> String {
        let sign = if self.cents < 0 { "-" } else { "" };
        let cents = self.cents.unsigned_abs();
        format!("{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Hundredths(self.cents).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_both_decimals() {
        let text = |cents| Money { cents }.in_full();
        assert_eq!([1_250, -1_250, -5, 0].map(text), ["12.50", "-12.50", "-0.05", "0.00"]);
    }

    #[test]
    fn reads_decimals_exactly() {
        let cents = |text: &str| text.parse::<Money>().map(|money| money.cents);
        assert_eq!(cents("72.19"), Ok(7219));
        assert_eq!(cents("72.1"), Ok(7210));
        assert_eq!(cents("72"), Ok(7200));
        assert_eq!(cents("-0.05"), Ok(-5));
        for wrong in ["", ".", "1.", ".5", "1.234", "1,5", "+1", "1e3", "99999999999999999999"] {
            assert_eq!(cents(wrong), Err(MoneyError), "{wrong}");
        }
    }
}
