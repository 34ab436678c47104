//! A dispute as every list and page shows it, with the names that belong to it.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QuerySelect, Select, entity::prelude::*, sea_query::Condition,
};
use tally_entity::{
    DisputeId, DisputeReason, DisputeStatus, OrderId, ResolutionOutcome, UserId, WebsiteScope, dispute,
    order,
    refs::{UserName, WebsiteName},
};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Dispute {
    pub(crate) id: DisputeId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) order_topic: Option<String>,
    /// Of the order, like the next.
    pub(crate) client_id: Option<UserId>,
    pub(crate) writer_id: Option<UserId>,
    #[sea_orm(nested(prefix = "raiser_"))]
    pub(crate) raiser: Option<UserName>,
    pub(crate) status: DisputeStatus,
    pub(crate) reason_code: DisputeReason,
    pub(crate) reason: String,
    pub(crate) resolution_outcome: Option<ResolutionOutcome>,
    pub(crate) resolution_notes: Option<String>,
    pub(crate) writer_responded_at: Option<DateTime<Utc>>,
    pub(crate) extended_deadline_at: Option<DateTime<Utc>>,
    pub(crate) resolved_at: Option<DateTime<Utc>>,
    #[sea_orm(nested(prefix = "resolver_"))]
    pub(crate) resolver: Option<UserName>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// Who looks at disputes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// Sees all of these websites.
    Staff(WebsiteScope),
    /// Sees what he raised, and what is about an order that he placed or writes.
    Party(UserId),
}

impl Viewer {
    fn sees(self) -> Condition {
        let (dispute, order) = (dispute::COLUMN, order::COLUMN);
        match self {
            Self::Staff(scope) => scope.of(dispute.website_id),
            Self::Party(id) => Condition::any()
                .add(dispute.raised_by_id.eq(id))
                .add(order.client_id.eq(id))
                .add(order.assigned_writer_id.eq(id)),
        }
    }
}

/// Nothing when he sees no such dispute.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: DisputeId,
) -> Result<Option<Dispute>, DbErr> {
    let found = with_orders().filter(viewer.sees()).filter(dispute::COLUMN.id.eq(id));
    with_columns(found).into_model().one(db).await
}

/// Disputes with their orders and without columns.
pub(super) fn with_orders() -> Select<dispute::Entity> {
    let order = dispute::Entity::belongs_to(order::Entity).from(dispute::Column::OrderId);
    dispute::Entity::find().select_only().join(JoinType::LeftJoin, order.to(order::Column::Id).into())
}

/// Adds the columns of [`Dispute`] to [`with_orders`].
pub(super) fn with_columns(disputes: Select<dispute::Entity>) -> Select<dispute::Entity> {
    use dispute::Column as D;
    let disputes = disputes
        .columns([D::Id, D::OrderId, D::Status, D::ReasonCode, D::Reason])
        .columns([D::ResolutionOutcome, D::ResolutionNotes, D::WriterRespondedAt, D::ExtendedDeadlineAt])
        .columns([D::ResolvedAt, D::CreatedAt, D::UpdatedAt])
        .column_as(order::Column::Topic, "order_topic")
        .column_as(order::Column::ClientId, "client_id")
        .column_as(order::Column::AssignedWriterId, "writer_id");
    let disputes = WebsiteName::join(disputes, D::WebsiteId);
    let disputes = UserName::join_writer(disputes, D::RaisedById, "raiser");
    UserName::join(disputes, D::ResolvedById, "resolver")
}
