//! What was done to refunds.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*, sea_query::Alias,
};
use tally_db::aggregate::count;
use tally_entity::{
    AuditLogId, OrderId, RefundId, RefundStatus, audit_log, payment,
    refs::UserName,
    refund::{self, rules},
    user,
};
use tokio::try_join;

use super::{refund::CLIENT, visible::Viewer};

/// Something that was done to a refund.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Logged {
    pub(crate) id: AuditLogId,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) action: String,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) refund_id: RefundId,
    pub(crate) cents: i64,
    /// Of the refund, now.
    pub(crate) status: RefundStatus,
    /// Who did it.
    #[sea_orm(nested(prefix = "actor_"))]
    pub(crate) actor: Option<UserName>,
}

/// The name of the table in the log.
const TARGET: &str = "refund";

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Logged>), DbErr> {
    let count = of(viewer).expr_as(count(), "count").into_tuple().require_one(db);
    let page = with_columns(of(viewer))
        .order_by_desc(audit_log::Column::CreatedAt)
        .order_by_desc(audit_log::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

/// Nothing when he sees no such entry.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: AuditLogId,
) -> Result<Option<Logged>, DbErr> {
    with_columns(of(viewer)).filter(audit_log::COLUMN.id.eq(id)).into_model().one(db).await
}

fn of(viewer: Viewer) -> Select<audit_log::Entity> {
    let refund = audit_log::Entity::belongs_to(refund::Entity).from(audit_log::Column::TargetId);
    audit_log::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, refund.to(refund::Column::Id).into())
        .filter(audit_log::COLUMN.target_type.eq(TARGET))
        .filter(viewer.sees())
}

fn with_columns(rows: Select<audit_log::Entity>) -> Select<audit_log::Entity> {
    use audit_log::Column::{Action, ActorId, CreatedAt, Id};
    let payment = refund::Entity::belongs_to(payment::Entity).from(refund::Column::PaymentId);
    let client = refund::Entity::belongs_to(user::Entity).from(refund::Column::ClientId);
    let rows = rows
        .columns([Id, Action, CreatedAt])
        .column_as(refund::Column::Id, "refund_id")
        .column(refund::Column::Status)
        .expr_as(rules::amount_cents(), "cents")
        .column(payment::Column::OrderId)
        .join(JoinType::InnerJoin, payment.to(payment::Column::Id).into())
        .join_as(JoinType::LeftJoin, client.to(user::Column::Id).into(), Alias::new(CLIENT));
    let rows = UserName::columns(rows, CLIENT, Expr::cust("NULL::text"));
    UserName::join(rows, ActorId, "actor")
}
