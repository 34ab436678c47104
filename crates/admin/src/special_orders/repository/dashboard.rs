//! Special orders by where they stand and how they get their price, their open installments, and those that
//! wait for approval.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, Func},
};
use tally_db::aggregate::{count, count_where, sum};
use tally_entity::{
    SpecialOrderId, SpecialOrderPricing, SpecialOrderStatus, UserId, WebsiteScope,
    installment::{self, rules},
    special_order, user,
};
use tally_kernel::Period;
use tokio::try_join;

use super::queue::{approval_pending, needs_approval, needs_estimate};
use crate::{
    installments::repository::tracking::{self, Owner},
    trends::repository::placed_in,
};

const RECENT_DAYS: u32 = 30;
/// How many that wait for approval are listed.
const LISTED: u64 = 20;

#[derive(Debug)]
pub(crate) struct SpecialDashboard {
    pub(crate) groups: Vec<SpecialGroup>,
    pub(crate) open: OpenInstallments,
    /// Newest first.
    pub(crate) pending: Vec<PendingApproval>,
}

/// The special orders of one status and kind of price.
#[derive(Debug, FromQueryResult)]
pub(crate) struct SpecialGroup {
    pub(crate) status: SpecialOrderStatus,
    pub(crate) order_type: SpecialOrderPricing,
    pub(crate) orders: i64,
    pub(crate) needs_approval: i64,
    pub(crate) pending_approvals: i64,
    pub(crate) needs_estimate: i64,
    /// Made in the last 30 days.
    pub(crate) recent: i64,
    /// With a cost.
    pub(crate) priced: i64,
    pub(crate) cents: i64,
    pub(crate) deposit_cents: i64,
}

/// Installments that are not paid, and how many special orders have some.
#[derive(Debug, FromQueryResult)]
pub(crate) struct OpenInstallments {
    pub(crate) installments: i64,
    pub(crate) orders: i64,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct PendingApproval {
    pub(crate) id: SpecialOrderId,
    pub(crate) client_id: UserId,
    pub(crate) client_username: String,
    pub(crate) order_type: SpecialOrderPricing,
    pub(crate) total_cost_cents: Option<i64>,
    pub(crate) deposit_required_cents: Option<i64>,
    pub(crate) duration_days: i32,
    /// The first 200 characters.
    pub(crate) inquiry: String,
    pub(crate) created_at: DateTime<Utc>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<SpecialDashboard, DbErr> {
    let (groups, open, pending) = try_join!(groups(db, scope, now), open(db, scope), pending(db, scope))?;
    Ok(SpecialDashboard { groups, open, pending })
}

async fn groups(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    now: DateTime<Utc>,
) -> Result<Vec<SpecialGroup>, DbErr> {
    use special_order::Column::{CreatedAt, OrderType, Status};
    let order = special_order::COLUMN;
    let recent = placed_in(CreatedAt, Period::last_days(RECENT_DAYS, now));
    special_order::Entity::find()
        .select_only()
        .columns([Status, OrderType])
        .expr_as(count(), "orders")
        .expr_as(count_where(needs_approval()), "needs_approval")
        .expr_as(count_where(approval_pending()), "pending_approvals")
        .expr_as(count_where(needs_estimate()), "needs_estimate")
        .expr_as(count_where(recent), "recent")
        .expr_as(count_where(order.total_cost_cents.is_not_null()), "priced")
        .expr_as(sum(order.total_cost_cents), "cents")
        .expr_as(sum(order.deposit_required_cents), "deposit_cents")
        .filter(scope.of(order.website_id))
        .group_by(Status)
        .group_by(OrderType)
        .into_model()
        .all(db)
        .await
}

async fn open(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<OpenInstallments, DbErr> {
    let owner = installment::Column::SpecialOrderId.into_expr();
    tracking::of(Owner::SpecialOrder, scope)
        .select_only()
        .expr_as(count(), "installments")
        .expr_as(Func::count_distinct(owner), "orders")
        .filter(rules::owed())
        .into_model()
        .require_one(db)
        .await
}

async fn pending(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<PendingApproval>, DbErr> {
    use special_order::Column::{
        ClientId, CreatedAt, DepositRequiredCents, DurationDays, Id, InquiryDetails, OrderType,
        TotalCostCents,
    };
    let client = special_order::Entity::belongs_to(user::Entity).from(ClientId).to(user::Column::Id).into();
    special_order::Entity::find()
        .select_only()
        .columns([Id, ClientId, OrderType, TotalCostCents, DepositRequiredCents, DurationDays, CreatedAt])
        .column_as(user::Column::Username, "client_username")
        .expr_as(Expr::cust_with_expr("left($1, 200)", InquiryDetails.into_expr()), "inquiry")
        .join(JoinType::InnerJoin, client)
        .filter(scope.of(special_order::COLUMN.website_id))
        .filter(approval_pending())
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(LISTED)
        .into_model()
        .all(db)
        .await
}
