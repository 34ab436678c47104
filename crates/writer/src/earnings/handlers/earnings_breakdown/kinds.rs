//! What each kind of work brought.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{ClassBundleId, OrderId, SpecialOrderId, WriterBonusId};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::{
    earnings::repository::earnings_breakdown::FinishedOrder,
    formulas::payout::Terms,
    repository::{class_bonus::ClassBonus, special::SpecialOrder},
};

/// Rows that are listed; the sums are of all there are.
const LISTED: usize = 250;

/// What orders brought.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RegularEarnings {
    pub(super) total: Amount,
    count: i64,
    average: Option<Amount>,
    orders: Vec<RegularEarning>,
}

/// What special orders brought.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SpecialEarnings {
    pub(super) total: Amount,
    count: i64,
    average: Option<Amount>,
    orders: Vec<SpecialEarning>,
}

/// What classes brought.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ClassEarnings {
    pub(super) total: Amount,
    count: i64,
    average: Option<Amount>,
    bonuses: Vec<ClassEarning>,
}

/// What an order brought.
#[derive(Debug, Serialize, ToSchema)]
struct RegularEarning {
    #[schema(value_type = i64)]
    order_id: OrderId,
    topic: String,
    amount: Amount,
    pages: i32,
    completed_at: DateTime<Utc>,
}

/// What a special order brought.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialEarning {
    #[schema(value_type = i64)]
    order_id: SpecialOrderId,
    topic: String,
    amount: Amount,
    total_cost: Amount,
    completed_at: DateTime<Utc>,
}

/// What was granted for a class.
#[derive(Debug, Serialize, ToSchema)]
struct ClassEarning {
    #[schema(value_type = i64)]
    id: WriterBonusId,
    #[schema(value_type = i64)]
    class_id: ClassBundleId,
    amount: Amount,
    granted_at: DateTime<Utc>,
    description: String,
}

/// Rows with what each of them brought, in sums.
pub(super) struct Summed<R> {
    pub(super) cents: i64,
    count: i64,
    rows: Vec<R>,
}

impl<R> Summed<R> {
    fn new(rows: impl Iterator<Item = (i64, R)>) -> Self {
        let mut summed = Self { cents: 0, count: 0, rows: Vec::new() };
        for (cents, row) in rows {
            summed.cents += cents;
            summed.count += 1;
            if summed.rows.len() < LISTED {
                summed.rows.push(row);
            }
        }
        summed
    }

    fn average(&self) -> Option<Amount> {
        Amount::mean(self.cents, self.count)
    }
}

impl RegularEarnings {
    pub(super) fn new(
        rows: impl Iterator<Item = FinishedOrder>,
        terms: Option<&Terms>,
        now: DateTime<Utc>,
    ) -> (i64, Self) {
        let summed = Summed::new(rows.map(|row| {
            let FinishedOrder { id, topic, completed_at, written_cents, pay } = row;
            let cents = written_cents.unwrap_or_else(|| pay.payout(terms, now));
            let amount = Amount::cents(cents);
            (cents, RegularEarning { order_id: id, topic, amount, pages: pay.pages, completed_at })
        }));
        let (average, total) = (summed.average(), Amount::cents(summed.cents));
        (summed.cents, Self { total, count: summed.count, average, orders: summed.rows })
    }
}

impl SpecialEarnings {
    pub(super) fn new(
        rows: impl Iterator<Item = (DateTime<Utc>, SpecialOrder)>,
        terms: Option<&Terms>,
    ) -> (i64, Self) {
        let summed = Summed::new(rows.map(|(completed_at, row)| {
            let (cents, _) = row.payout(terms);
            let earning = SpecialEarning {
                order_id: row.id,
                amount: Amount::cents(cents),
                total_cost: Amount::cents(row.cost_cents()),
                topic: row.title,
                completed_at,
            };
            (cents, earning)
        }));
        let (average, total) = (summed.average(), Amount::cents(summed.cents));
        (summed.cents, Self { total, count: summed.count, average, orders: summed.rows })
    }
}

impl ClassEarnings {
    pub(super) fn new(rows: impl Iterator<Item = ClassBonus>) -> (i64, Self) {
        let summed = Summed::new(rows.map(|row| {
            let ClassBonus { id, class_bundle_id, amount_cents, reason, granted_at, paid_at: _ } = row;
            let amount = Amount::cents(amount_cents);
            let class_id = class_bundle_id;
            (amount_cents, ClassEarning { id, class_id, amount, granted_at, description: reason })
        }));
        let (average, total) = (summed.average(), Amount::cents(summed.cents));
        (summed.cents, Self { total, count: summed.count, average, bonuses: summed.rows })
    }
}
