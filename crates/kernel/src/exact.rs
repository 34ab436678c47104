use std::fmt;

/// A number with exactly two decimals, kept as an integer of hundredths: percentages, averages, money.
///
/// Rounding is half away from zero on exact integers, the way PostgreSQL rounds `numeric`, so that a
/// figure is the same whether it is computed here or in a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hundredths(pub i64);

impl Hundredths {
    /// `100 × part / whole`: a percentage; 0 when there is no whole.
    pub fn percent(part: i64, whole: i64) -> Self {
        Self::ratio(i128::from(part) * 100, whole.into()).unwrap_or_default()
    }

    /// How much `now` differs from `before`, in percent of `before`; 0 when `before` is 0.
    pub fn change(now: i64, before: i64) -> Self {
        Self::percent(now - before, before)
    }

    /// `sum / count`, or nothing when nothing was counted.
    pub fn mean(sum: i64, count: i64) -> Option<Self> {
        Self::ratio(sum.into(), count.into())
    }

    /// `sum / count` of amounts in cents, itself an amount; nothing when nothing was counted.
    pub fn mean_cents(sum_cents: i64, count: i64) -> Option<Self> {
        (count != 0).then(|| Self(round_div(sum_cents.into(), count.into())))
    }

    /// `part / whole` of two integers, or nothing when `whole` is 0.
    pub fn ratio(part: i128, whole: i128) -> Option<Self> {
        (whole != 0).then(|| Self(round_div(part * 100, whole)))
    }
}

fn round_div(part: i128, whole: i128) -> i64 {
    let (part, whole) = if whole < 0 { (-part, -whole) } else { (part, whole) };
    let half = if part < 0 { -(whole / 2) } else { whole / 2 };
    let rounded = if whole % 2 == 0 {
        (part + half) / whole
    } else {
        (2 * part + if part < 0 { -whole } else { whole }) / (2 * whole)
    };
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

/// As few decimals as the value needs: `12.5`, `12`, `-0.05`.
impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{sign}{units}"),
            (_, 0) => write!(f, "{sign}{units}.{}", rest / 10),
            _ => write!(f, "{sign}{units}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(Hundredths::mean(1, 200), Some(Hundredths(1)));
        assert_eq!(Hundredths::mean(-1, 200), Some(Hundredths(-1)));
        assert_eq!(Hundredths::mean(1, 201), Some(Hundredths(0)));
        assert_eq!(Hundredths::mean(1, 3), Some(Hundredths(33)));
        assert_eq!(Hundredths::mean(2, 3), Some(Hundredths(67)));
        assert_eq!(Hundredths::mean_cents(25, 2), Some(Hundredths(13)));
        assert_eq!(Hundredths::mean(7, 0), None);
        assert_eq!(Hundredths::percent(1, 3), Hundredths(3333));
        assert_eq!(Hundredths::percent(1, 0), Hundredths(0));
        assert_eq!(Hundredths::change(50, 200), Hundredths(-7500));
    }

    #[test]
    fn prints_only_the_decimals_it_needs() {
        let shown = [1250, 1200, 5, -5, -1205].map(|n| Hundredths(n).to_string());
        assert_eq!(shown, ["12.5", "12", "0.05", "-0.05", "-12.05"]);
    }
}
