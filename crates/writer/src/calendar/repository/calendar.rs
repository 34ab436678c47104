//! Orders in work that are due in a span of time.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait, Order as Direction},
};
use tally_entity::{OrderId, OrderStatus, UserId, order, website, work_type};
use tally_kernel::Period;

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct DueOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) service_type: Option<String>,
    pub(crate) number_of_pages: i32,
    pub(crate) status: OrderStatus,
    pub(crate) total_price_cents: i64,
    pub(crate) due: DateTime<Utc>,
    pub(crate) website: String,
    pub(crate) domain: String,
}

impl DueOrder {
    /// What it is about, in words whatever was written.
    pub(crate) fn shown_topic(&self) -> &str {
        if self.topic.is_empty() { "No topic" } else { &self.topic }
    }
}

/// The first due first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    period: Period,
) -> Result<Vec<DueOrder>, DbErr> {
    use order::{Column as O, rules};
    let work = order::Entity::belongs_to(work_type::Entity).from(O::WorkTypeId).to(work_type::Column::Id);
    let website = order::Entity::belongs_to(website::Entity).from(O::WebsiteId).to(website::Column::Id);
    order::Entity::find()
        .select_only()
        .columns([O::Id, O::Topic, O::NumberOfPages, O::Status, O::TotalPriceCents])
        .column_as(work_type::Column::Name, "service_type")
        .column_as(website::Column::Name, "website")
        .column(website::Column::Domain)
        .expr_as(rules::due(), "due")
        .join(JoinType::LeftJoin, work.into())
        .join(JoinType::InnerJoin, website.into())
        .filter(rules::assigned_to(writer))
        .filter(rules::active_work())
        .filter(rules::due().gte(period.from))
        .filter(rules::due().lt(period.until))
        .order_by(rules::due(), Direction::Asc)
        .order_by_asc(O::Id)
        .into_model()
        .all(db)
        .await
}
