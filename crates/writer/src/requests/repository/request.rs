//! A writer's request for an order, as lists show it.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DatabaseTransaction, DbErr, FromQueryResult, JoinType, QuerySelect, Select,
    entity::prelude::*, sea_query::LockType,
};
use tally_entity::{
    OrderId, OrderRequestId, OrderRequestKind, OrderRequestStatus, OrderStatus, UserId, WebsiteScope, order,
    order_request,
    refs::{UserName, WebsiteName},
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Request {
    pub(crate) id: OrderRequestId,
    pub(crate) order_id: OrderId,
    pub(crate) order_topic: String,
    pub(crate) order_status: OrderStatus,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: UserName,
    pub(crate) reason: String,
    pub(crate) status: OrderRequestStatus,
    #[sea_orm(nested(prefix = "reviewer_"))]
    pub(crate) reviewer: Option<UserName>,
    pub(crate) reviewed_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// Who looks at requests.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Viewer {
    /// Sees his own.
    Writer(UserId),
    /// Sees those of these websites.
    Staff(WebsiteScope),
}

impl Viewer {
    pub(super) fn sees(self) -> Condition {
        let request = order_request::COLUMN;
        match self {
            Self::Writer(id) => request.writer_id.eq(id).into(),
            Self::Staff(scope) => scope.of(request.website_id),
        }
    }
}

/// One of them, if he sees it.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    kind: OrderRequestKind,
    id: OrderRequestId,
) -> Result<Option<Request>, DbErr> {
    with_columns(order_request::Entity::find().select_only())
        .filter(which(viewer, kind, id))
        .into_model()
        .one(db)
        .await
}

/// The row alone, kept from everybody else until the transaction ends.
pub(super) async fn lock(
    tx: &DatabaseTransaction,
    viewer: Viewer,
    id: OrderRequestId,
) -> Result<Option<order_request::Model>, DbErr> {
    let own = which(viewer, OrderRequestKind::Request, id);
    order_request::Entity::find().filter(own).lock(LockType::Update).one(tx).await
}

pub(super) fn which(viewer: Viewer, kind: OrderRequestKind, id: OrderRequestId) -> Condition {
    let request = order_request::COLUMN;
    viewer.sees().add(request.kind.eq(kind)).add(request.id.eq(id))
}

/// Adds the columns of [`Request`].
pub(super) fn with_columns(rows: Select<order_request::Entity>) -> Select<order_request::Entity> {
    use order_request::Column as R;
    let order = order_request::Entity::belongs_to(order::Entity).from(R::OrderId).to(order::Column::Id);
    let rows = rows
        .columns([R::Id, R::OrderId, R::Reason, R::Status, R::ReviewedAt, R::CreatedAt, R::UpdatedAt])
        .column_as(order::Column::Topic, "order_topic")
        .column_as(order::Column::Status, "order_status")
        .join(JoinType::InnerJoin, order.into());
    let rows = WebsiteName::join(rows, R::WebsiteId);
    UserName::join(UserName::join(rows, R::WriterId, "writer"), R::ReviewedById, "reviewer")
}
