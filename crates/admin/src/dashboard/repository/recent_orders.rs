//! The newest orders.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef, entity::prelude::*,
    sea_query::Alias,
};
use tally_entity::{OrderId, OrderStatus, WebsiteScope, order, user, website};

const ROWS: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct RecentOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) client: Option<String>,
    pub(crate) writer: Option<String>,
    pub(crate) status: OrderStatus,
    pub(crate) total_price_cents: i64,
    pub(crate) is_paid: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) website: String,
}

pub(crate) async fn load(db: &impl ConnectionTrait, scope: WebsiteScope) -> Result<Vec<RecentOrder>, DbErr> {
    let (client, writer) = (Alias::new("client"), Alias::new("writer"));
    order::Entity::find()
        .select_only()
        .columns([order::Column::Id, order::Column::Topic, order::Column::Status])
        .columns([order::Column::TotalPriceCents, order::Column::IsPaid, order::Column::CreatedAt])
        .expr_as(Expr::col((client.clone(), user::Column::Username)), "client")
        .expr_as(Expr::col((writer.clone(), user::Column::Username)), "writer")
        .column_as(website::Column::Name, "website")
        .join_as(JoinType::LeftJoin, person(order::Column::ClientId), client)
        .join_as(JoinType::LeftJoin, person(order::Column::AssignedWriterId), writer)
        .join(
            JoinType::InnerJoin,
            order::Entity::belongs_to(website::Entity)
                .from(order::Column::WebsiteId)
                .to(website::Column::Id)
                .into(),
        )
        .filter(scope.of(order::COLUMN.website_id))
        .filter(order::rules::counted())
        .order_by_desc(order::Column::CreatedAt)
        .order_by_desc(order::Column::Id)
        .limit(ROWS)
        .into_model::<RecentOrder>()
        .all(db)
        .await
}

fn person(column: order::Column) -> RelationDef {
    order::Entity::belongs_to(user::Entity).from(column).to(user::Column::Id).into()
}
