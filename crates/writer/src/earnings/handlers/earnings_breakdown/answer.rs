//! What the work of a period brought.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use tally_http::Amount;
use tally_kernel::{Period, first_of_month, midnight};
use utoipa::ToSchema;

use super::kinds::{ClassEarnings, RegularEarnings, SpecialEarnings};
use crate::earnings::repository::earnings_breakdown::{Breakdown, Tips};

/// What the work of a period brought, by kind.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EarningsBreakdown {
    summary: BreakdownSummary,
    breakdown: BreakdownKinds,
    time_periods: BreakdownPeriods,
    date_range: BreakdownRange,
}

/// The sums.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownSummary {
    /// Of the following five.
    total_earnings: Amount,
    regular_orders: Amount,
    special_orders: Amount,
    class_bonuses: Amount,
    tips: Amount,
    other_bonuses: Amount,
}

/// The same with their rows, the newest first.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownKinds {
    regular_orders: RegularEarnings,
    special_orders: SpecialEarnings,
    class_bonuses: ClassEarnings,
    tips: BreakdownTips,
    other_bonuses: BreakdownBonuses,
}

/// What tips brought.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownTips {
    total: Amount,
    count: i64,
}

/// What came with payments.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownBonuses {
    total: Amount,
}

/// How much was done lately, whatever the period is.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownPeriods {
    /// The last seven days.
    this_week: BreakdownCounts,
    this_month: BreakdownCounts,
}

/// How much was done.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownCounts {
    regular_orders: usize,
    special_orders: usize,
    class_bonuses: usize,
}

/// The period.
#[derive(Debug, Serialize, ToSchema)]
struct BreakdownRange {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    days: i64,
}

/// Where this week and this month begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Since {
    week: DateTime<Utc>,
    month: DateTime<Utc>,
}

impl Since {
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self { week: now - TimeDelta::days(7), month: midnight(first_of_month(now.date_naive())) }
    }

    pub(super) fn earliest(self) -> DateTime<Utc> {
        self.week.min(self.month)
    }
}

impl EarningsBreakdown {
    pub(super) fn new(found: Breakdown, period: Period, since: Since, days: i64) -> Self {
        let counts = |from| BreakdownCounts::new(&found, from);
        let time_periods =
            BreakdownPeriods { this_week: counts(since.week), this_month: counts(since.month) };
        let (summary, breakdown) = BreakdownKinds::new(found, period);
        let date_range = BreakdownRange { from: period.from, to: period.until, days };
        Self { summary, breakdown, time_periods, date_range }
    }
}

impl BreakdownKinds {
    fn new(found: Breakdown, period: Period) -> (BreakdownSummary, Self) {
        let Breakdown { profile, orders, special_orders, class_bonuses, tips, bonuses_cents } = found;
        let terms = profile.terms();
        let within = |moment: DateTime<Utc>| moment >= period.from;
        let orders = orders.into_iter().filter(|row| within(row.completed_at));
        let specials = special_orders.into_iter().filter_map(|row| Some((row.completed_at?, row)));
        let classes = class_bonuses.into_iter().filter(|row| within(row.granted_at));
        let Tips { tips: count, cents: tips_cents } = tips;
        let (regular_cents, regular_orders) = RegularEarnings::new(orders, terms.as_ref(), period.until);
        let (special_cents, special_orders) =
            SpecialEarnings::new(specials.filter(|(moment, _)| within(*moment)), terms.as_ref());
        let (class_cents, class_bonuses) = ClassEarnings::new(classes);
        let total = regular_cents + special_cents + class_cents + tips_cents + bonuses_cents;
        let (tips, other_bonuses) = (Amount::cents(tips_cents), Amount::cents(bonuses_cents));
        let kinds = Self {
            regular_orders,
            special_orders,
            class_bonuses,
            tips: BreakdownTips { total: tips, count },
            other_bonuses: BreakdownBonuses { total: other_bonuses },
        };
        (kinds.summary(Amount::cents(total)), kinds)
    }

    fn summary(&self, total_earnings: Amount) -> BreakdownSummary {
        BreakdownSummary {
            total_earnings,
            regular_orders: self.regular_orders.total,
            special_orders: self.special_orders.total,
            class_bonuses: self.class_bonuses.total,
            tips: self.tips.total,
            other_bonuses: self.other_bonuses.total,
        }
    }
}

impl BreakdownCounts {
    fn new(found: &Breakdown, from: DateTime<Utc>) -> Self {
        Self {
            regular_orders: found.orders.iter().filter(|row| row.completed_at >= from).count(),
            special_orders: found
                .special_orders
                .iter()
                .filter(|row| row.completed_at.is_some_and(|moment| moment >= from))
                .count(),
            class_bonuses: found.class_bonuses.iter().filter(|row| row.granted_at >= from).count(),
        }
    }
}
