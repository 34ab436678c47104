//! Changes of points, one by one.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Order,
};
use tally_db::aggregate::count;
use tally_entity::{
    LoyaltyTransactionId, LoyaltyTransactionType, OrderId, UserId, WebsiteId, WebsiteScope,
    loyalty_transaction, user, website,
};
use tokio::try_join;

use super::wanted::{Wanted, to, with_clients};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Change {
    pub(crate) id: LoyaltyTransactionId,
    pub(crate) client_id: UserId,
    pub(crate) username: String,
    pub(crate) email: String,
    pub(crate) website_id: WebsiteId,
    pub(crate) website: String,
    pub(crate) transaction_type: LoyaltyTransactionType,
    pub(crate) source: String,
    pub(crate) points: i32,
    pub(crate) reason: String,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) created_at: DateTime<Utc>,
}

/// What the list is sorted by, and whether the greatest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SortBy {
    Time { descending: bool },
    Points { descending: bool },
}

/// How many there are, and `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    order: &[SortBy],
    (limit, offset): (u64, u64),
) -> Result<(i64, Vec<Change>), DbErr> {
    use loyalty_transaction::Column::{
        ClientId, CreatedAt, Id, OrderId, Points, Reason, Source, TransactionType, WebsiteId,
    };
    let rows = with_clients(scope, wanted);
    let counted = rows.clone().expr_as(count(), "count").into_tuple().require_one(db);
    let page = rows
        .columns([Id, ClientId, WebsiteId, TransactionType, Source, Points, Reason, OrderId, CreatedAt])
        .columns([user::Column::Username, user::Column::Email])
        .column_as(website::Column::Name, "website")
        .join(JoinType::InnerJoin, to(WebsiteId, website::Entity, website::Column::Id));
    let page = order.iter().fold(page, |page, by| page.order_by(by.column(), by.direction()));
    let last = order.first().map_or(Order::Desc, |by| by.direction());
    let page = page.order_by(Id, last).limit(limit).offset(offset).into_model().all(db);
    try_join!(counted, page)
}

impl SortBy {
    fn column(self) -> loyalty_transaction::Column {
        match self {
            Self::Time { .. } => loyalty_transaction::Column::CreatedAt,
            Self::Points { .. } => loyalty_transaction::Column::Points,
        }
    }

    fn direction(self) -> Order {
        let (Self::Time { descending } | Self::Points { descending }) = self;
        if descending { Order::Desc } else { Order::Asc }
    }
}
