//! A special order as every list and page shows it, with the names that belong to it.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, JoinType, QuerySelect, Select, entity::prelude::*};
use tally_entity::{
    SpecialOrderId, SpecialOrderPricing, SpecialOrderStatus, SpecialOrderTypeId,
    refs::{UserName, WebsiteName},
    special_order, special_order_type,
};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct SpecialOrder {
    pub(crate) id: SpecialOrderId,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: UserName,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) order_type: SpecialOrderPricing,
    /// The offer that was taken.
    pub(crate) predefined_id: Option<SpecialOrderTypeId>,
    pub(crate) predefined: Option<String>,
    pub(crate) inquiry_details: String,
    pub(crate) duration_days: i32,
    pub(crate) price_per_day_cents: Option<i64>,
    pub(crate) total_cost_cents: Option<i64>,
    pub(crate) deposit_required_cents: Option<i64>,
    pub(crate) admin_approved_cost_cents: Option<i64>,
    pub(crate) is_approved: bool,
    pub(crate) admin_marked_paid: bool,
    pub(crate) files_unlocked: bool,
    pub(crate) writer_payment_cents: Option<i64>,
    /// In hundredths of a percent.
    pub(crate) writer_share: Option<i64>,
    pub(crate) status: SpecialOrderStatus,
    pub(crate) completed_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// What the client is called in the statement.
pub(super) const CLIENT: &str = "client";
const WRITER: &str = "writer";

/// Special orders with the columns of [`SpecialOrder`].
pub(super) fn special_orders() -> Select<special_order::Entity> {
    use special_order::Column as S;
    let orders = special_order::Entity::find()
        .select_only()
        .columns([S::Id, S::OrderType, S::InquiryDetails, S::DurationDays])
        .columns([S::PricePerDayCents, S::TotalCostCents, S::DepositRequiredCents, S::AdminApprovedCostCents])
        .columns([S::IsApproved, S::AdminMarkedPaid, S::FilesUnlocked, S::WriterPaymentCents])
        .columns([S::Status, S::CompletedAt, S::CreatedAt, S::UpdatedAt])
        .column_as(S::SpecialOrderTypeId, "predefined_id")
        .column_as(special_order_type::Column::Name, "predefined")
        .expr_as(Expr::cust_with_expr("($1 * 100)::bigint", S::WriterPaymentPct.into_expr()), "writer_share")
        .join(JoinType::LeftJoin, predefined());
    let orders = WebsiteName::join(orders, S::WebsiteId);
    UserName::join_writer(UserName::join(orders, S::ClientId, CLIENT), S::WriterId, WRITER)
}

/// The offer that was taken.
pub(super) fn predefined() -> RelationDef {
    special_order::Entity::belongs_to(special_order_type::Entity)
        .from(special_order::Column::SpecialOrderTypeId)
        .to(special_order_type::Column::Id)
        .into()
}
