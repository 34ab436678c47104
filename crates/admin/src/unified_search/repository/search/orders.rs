use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, Order, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr,
};
use tally_db::search::{has_words, rank};
use tally_entity::{OrderId, OrderStatus, order, refs::UserName};

use super::Search;
use crate::orders::repository::{
    order::{CLIENT, with_people},
    visible::Removed,
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct FoundOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) total_price_cents: i64,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
}

pub(super) async fn load(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Vec<FoundOrder>, DbErr> {
    use order::Column::{CreatedAt, Id, Status, Topic, TotalPriceCents};
    let found = Condition::any()
        .add(has_words(Topic.into_expr(), search.query))
        .add_option(search.number().map(|id| order::COLUMN.id.eq(OrderId(id))));
    let orders = with_people(order::Entity::find().select_only()).columns([
        Id,
        Topic,
        Status,
        TotalPriceCents,
        CreatedAt,
    ]);
    UserName::columns(orders, CLIENT, Expr::cust("NULL::text"))
        .filter(search.viewer.sees(Removed::Hidden))
        .filter(found)
        .order_by(rank(Topic.into_expr(), search.query), Order::Desc)
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(search.limit)
        .into_model()
        .all(db)
        .await
}
