//! What a writer gets for a special order. Classes need no formula: they are paid as bonuses, whose sum it is.

use super::payout::{Terms, share_of};

/// What of a special order decides its pay. Percentages are in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SpecialWork {
    pub(crate) agreed_cents: Option<i64>,
    pub(crate) agreed_pct: Option<i64>,
    pub(crate) total_cost_cents: Option<i64>,
    pub(crate) approved_cost_cents: Option<i64>,
}

/// Who decided what is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SetBy {
    /// Staff, with an amount.
    Amount,
    /// Staff, with a share of the cost.
    Percentage,
    /// The writer's level.
    Level,
}

impl SetBy {
    /// The contract's word.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Amount => "admin_amount",
            Self::Percentage => "admin_percentage",
            Self::Level => "level",
        }
    }
}

impl SpecialWork {
    pub(crate) fn cost_cents(&self) -> i64 {
        self.total_cost_cents.or(self.approved_cost_cents).unwrap_or(0)
    }
}

/// The pay of a special order, and who decided it.
pub(crate) fn special_payout(work: &SpecialWork, terms: Option<&Terms>) -> (i64, SetBy) {
    let positive = |number: Option<i64>| number.filter(|number| *number > 0);
    if let Some(cents) = positive(work.agreed_cents) {
        return (cents, SetBy::Amount);
    }
    if let Some(share) = positive(work.agreed_pct) {
        return (share_of(work.cost_cents(), share), SetBy::Percentage);
    }
    let share = terms.and_then(Terms::share);
    (share.map_or(0, |share| share_of(work.cost_cents(), share)), SetBy::Level)
}

#[cfg(test)]
mod tests {
    use tally_entity::EarningMode;

    use super::*;

    const WORK: SpecialWork = SpecialWork {
        agreed_cents: None,
        agreed_pct: None,
        total_cost_cents: Some(33_333),
        approved_cost_cents: Some(99_999),
    };

    fn terms(earning_mode: EarningMode) -> Terms {
        Terms {
            earning_mode,
            page_cents: 600,
            slide_cents: 250,
            cost_pct: Some(2_000),
            total_pct: Some(1_250),
            urgency_pct: 5_000,
            urgency_page_cents: 50,
            urgent_hours: 24,
            technical_page_cents: 100,
            technical_slide_cents: 40,
        }
    }

    #[test]
    fn staff_decides_before_the_level_does() {
        let fixed = Some(terms(EarningMode::FixedPerPage));
        let both = SpecialWork { agreed_cents: Some(7_000), agreed_pct: Some(5_000), ..WORK };
        assert_eq!(special_payout(&both, fixed.as_ref()), (7_000, SetBy::Amount));
        // Half of 333.33 is 166.665.
        let share = SpecialWork { agreed_cents: Some(0), ..both };
        assert_eq!(special_payout(&share, fixed.as_ref()), (16_667, SetBy::Percentage));
        let approved = SpecialWork { total_cost_cents: None, ..share };
        assert_eq!(special_payout(&approved, None), (50_000, SetBy::Percentage));
    }

    #[test]
    fn a_level_pays_its_share_and_fixed_prices_pay_nothing() {
        let by = |mode| special_payout(&WORK, Some(&terms(mode)));
        // 20 % and 12.5 % of 333.33: 66.666 and 41.66625.
        assert_eq!(by(EarningMode::PercentageOfOrderCost), (6_667, SetBy::Level));
        assert_eq!(by(EarningMode::PercentageOfOrderTotal), (4_167, SetBy::Level));
        assert_eq!(by(EarningMode::FixedPerPage), (0, SetBy::Level));
        assert_eq!(special_payout(&WORK, None), (0, SetBy::Level));
        let unpriced = SpecialWork { total_cost_cents: None, approved_cost_cents: None, ..WORK };
        let of_cost = terms(EarningMode::PercentageOfOrderCost);
        assert_eq!(special_payout(&unpriced, Some(&of_cost)), (0, SetBy::Level));
    }
}
