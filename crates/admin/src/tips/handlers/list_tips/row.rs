//! A tip as it is listed.

use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{
    OrderId, PaymentId, PaymentStatus, Role, TipId, TipPaymentStatus, TipType, UserId, WebsiteId,
    user::full_name,
};
use tally_http::{Amount, Decimal};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::{
    tips::repository::list_tips::{ListedTip, TipPayment},
    title::title,
};

/// A tip.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TipRow {
    #[schema(value_type = i64)]
    id: TipId,
    #[schema(value_type = String)]
    tip_type: TipType,
    tip_type_display: String,
    tip_reason: String,
    sent_at: DateTime<Utc>,
    #[schema(value_type = i64)]
    writer_id: UserId,
    writer_name: String,
    writer_username: String,
    #[schema(value_type = i64)]
    client_id: UserId,
    client_name: String,
    client_username: String,
    #[schema(value_type = Option<i64>)]
    order: Option<OrderId>,
    order_title: Option<String>,
    related_entity_info: Option<TippedWork>,
    tip_amount: Amount,
    /// `tip_amount` again.
    full_tip_amount: Amount,
    writer_earning: Amount,
    /// `writer_earning` again.
    amount_received: Amount,
    platform_profit: Amount,
    writer_percentage: Decimal,
    /// Such as `60%`.
    writer_percentage_display: String,
    writer_level: Option<String>,
    #[schema(value_type = String)]
    payment_status: TipPaymentStatus,
    payment: Option<TipPaymentRow>,
    #[schema(value_type = i64)]
    website_id: WebsiteId,
}

/// What a tip was given for.
#[derive(Debug, Serialize, ToSchema)]
struct TippedWork {
    /// `order` or `class_bundle`.
    #[serde(rename = "type")]
    kind: &'static str,
    id: i64,
}

/// How a tip was paid.
#[derive(Debug, Serialize, ToSchema)]
struct TipPaymentRow {
    #[schema(value_type = i64)]
    id: PaymentId,
    #[schema(value_type = String)]
    status: PaymentStatus,
    amount: Amount,
}

impl From<TipPayment> for TipPaymentRow {
    fn from(row: TipPayment) -> Self {
        let TipPayment { payment_id: id, paid_status: status, paid_cents } = row;
        Self { id, status, amount: Amount::cents(paid_cents) }
    }
}

/// As staff sees it.
impl From<ListedTip> for TipRow {
    fn from(tip: ListedTip) -> Self {
        let amount = Amount::cents(tip.amount_cents);
        let earning = Amount::cents(tip.writer_earning_cents);
        let share = Hundredths(tip.share);
        Self {
            related_entity_info: work(&tip),
            id: tip.id,
            tip_type: tip.tip_type,
            tip_type_display: title(tip.tip_type.as_str()),
            tip_reason: tip.reason,
            sent_at: tip.sent_at,
            writer_id: tip.writer_id,
            writer_name: full_name(&tip.writer_first_name, &tip.writer_last_name, &tip.writer_username),
            writer_username: tip.writer_username,
            client_id: tip.client_id,
            client_name: full_name(&tip.client_first_name, &tip.client_last_name, &tip.client_username),
            client_username: tip.client_username,
            order: tip.order_id,
            order_title: tip.order_topic,
            tip_amount: amount,
            full_tip_amount: amount,
            writer_earning: earning,
            amount_received: earning,
            platform_profit: Amount::cents(tip.platform_profit_cents),
            writer_percentage: share.into(),
            writer_percentage_display: format!("{share}%"),
            writer_level: tip.level,
            payment_status: tip.payment_status,
            payment: tip.payment.map(Into::into),
            website_id: tip.website_id,
        }
    }
}

impl TipRow {
    /// The tip as somebody of this role may see it: clients and writers do not know each other's names.
    pub(in crate::tips::handlers) fn seen_by(reader: Role, tip: ListedTip) -> Self {
        let pen_name = tip.writer_pen_name.clone();
        let mut row = Self::from(tip);
        match reader {
            Role::Client => {
                let name = pen_name.unwrap_or_else(|| format!("Writer #{}", row.writer_id));
                (row.writer_name, row.writer_username) = (name.clone(), name);
            }
            Role::Writer => {
                let name = format!("Client #{}", row.client_id);
                (row.client_name, row.client_username) = (name.clone(), name);
            }
            Role::Superadmin | Role::Admin | Role::Editor | Role::Support => {}
        }
        row
    }
}

fn work(tip: &ListedTip) -> Option<TippedWork> {
    let order = tip.order_id.map(|id| TippedWork { kind: "order", id: id.0 });
    order.or_else(|| tip.class_bundle_id.map(|id| TippedWork { kind: "class_bundle", id: id.0 }))
}
