//! What a writer's level pays, and for what.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{ClassBundleId, EarningMode, OrderId, SpecialOrderId, writer_level};
use tally_http::Amount;
use utoipa::ToSchema;

use crate::{
    earnings::repository::payment_info::{DoneOrder, PaymentInfo},
    formulas::payout::Terms,
    repository::{class_bonus::ClassBonus, special::SpecialOrder},
};

/// Rows of a list; the sums are of all there are.
const SHOWN: usize = 250;

/// What the level pays, and what it came to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WriterPaymentInfo {
    cost_per_page: Amount,
    cost_per_slide: Amount,
    cost_per_class: Option<Amount>,
    level_name: String,
    #[schema(value_type = String)]
    earning_mode: EarningMode,
    /// Newest first, like the following two.
    order_earnings: Vec<OrderEarning>,
    special_order_earnings: Vec<SpecialOrderEarning>,
    class_bonuses: Vec<ClassBonusRow>,
    /// For orders, special orders and classes.
    total_earnings: Amount,
    total_bonuses: Amount,
    total_tips: Amount,
}

/// What an order pays.
#[derive(Debug, Serialize, ToSchema)]
struct OrderEarning {
    #[schema(value_type = i64)]
    order_id: OrderId,
    order_topic: String,
    pages: i32,
    slides: i32,
    amount: Amount,
    /// `admin` where the amount was agreed for this order, else `level`.
    payment_set_by: &'static str,
    completed_at: Option<DateTime<Utc>>,
}

/// What a special order pays.
#[derive(Debug, Serialize, ToSchema)]
struct SpecialOrderEarning {
    #[schema(value_type = i64)]
    special_order_id: SpecialOrderId,
    order_title: String,
    amount: Amount,
    bonus: Amount,
    total: Amount,
    /// `admin_amount`, `admin_percentage` or `level`.
    payment_set_by: &'static str,
    completed_at: Option<DateTime<Utc>>,
}

/// What was granted for a class.
#[derive(Debug, Serialize, ToSchema)]
struct ClassBonusRow {
    #[schema(value_type = i64)]
    class_id: ClassBundleId,
    amount: Amount,
    reason: String,
    granted_at: DateTime<Utc>,
    is_paid: bool,
}

impl WriterPaymentInfo {
    /// Nothing for a writer without a level.
    pub(super) fn new(found: PaymentInfo, now: DateTime<Utc>) -> Option<Self> {
        let PaymentInfo { profile, orders, special_orders, class_bonuses, bonuses_cents, tips_cents } = found;
        let terms = profile.terms()?;
        let writer_level::Model { name, earning_mode, page_cents, slide_cents, class_cents, .. } =
            profile.level?;
        let orders: Vec<_> = orders.into_iter().map(|row| order(row, &terms, now)).collect();
        let specials: Vec<_> = special_orders.into_iter().map(|row| special(row, &terms)).collect();
        let class_cents_granted: i64 = class_bonuses.iter().map(|bonus| bonus.amount_cents).sum();
        let total = sum(&orders) + sum(&specials) + class_cents_granted;
        Some(Self {
            cost_per_page: Amount::cents(page_cents),
            cost_per_slide: Amount::cents(slide_cents),
            cost_per_class: class_cents.map(Amount::cents),
            level_name: name,
            earning_mode,
            order_earnings: shown(orders),
            special_order_earnings: shown(specials),
            class_bonuses: class_bonuses.into_iter().take(SHOWN).map(Into::into).collect(),
            total_earnings: Amount::cents(total),
            total_bonuses: Amount::cents(bonuses_cents + class_cents_granted),
            total_tips: Amount::cents(tips_cents),
        })
    }
}

fn sum<R>(rows: &[(i64, R)]) -> i64 {
    rows.iter().map(|(cents, _)| cents).sum()
}

fn shown<R>(rows: Vec<(i64, R)>) -> Vec<R> {
    rows.into_iter().take(SHOWN).map(|(_, row)| row).collect()
}

fn order(row: DoneOrder, terms: &Terms, now: DateTime<Utc>) -> (i64, OrderEarning) {
    let DoneOrder { id, topic, pay, done_at } = row;
    let cents = pay.payout(Some(terms), now);
    let earning = OrderEarning {
        order_id: id,
        order_topic: topic,
        pages: pay.pages,
        slides: pay.slides,
        amount: Amount::cents(cents),
        payment_set_by: if pay.agreed_cents > 0 { "admin" } else { "level" },
        completed_at: done_at,
    };
    (cents, earning)
}

fn special(row: SpecialOrder, terms: &Terms) -> (i64, SpecialOrderEarning) {
    let (cents, set_by) = row.payout(Some(terms));
    let total = cents + row.bonus_cents;
    let earning = SpecialOrderEarning {
        special_order_id: row.id,
        order_title: row.title,
        amount: Amount::cents(cents),
        bonus: Amount::cents(row.bonus_cents),
        total: Amount::cents(total),
        payment_set_by: set_by.as_str(),
        completed_at: row.completed_at,
    };
    (total, earning)
}

impl From<ClassBonus> for ClassBonusRow {
    fn from(bonus: ClassBonus) -> Self {
        let ClassBonus { id: _, class_bundle_id, amount_cents, reason, granted_at, paid_at } = bonus;
        Self {
            class_id: class_bundle_id,
            amount: Amount::cents(amount_cents),
            reason,
            granted_at,
            is_paid: paid_at.is_some(),
        }
    }
}
