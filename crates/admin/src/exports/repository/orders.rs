//! What was ordered, newest first.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseConnection, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Alias, Expr},
};
use tally_db::Cursor;
use tally_entity::{
    OrderId, OrderStatus, UserId, WebsiteScope, academic_level, formatting_style, order, paper_type, user,
    website,
};

use crate::orders::repository::{
    list::{self, Wanted},
    order::{CLIENT, WRITER, choice, with_people},
    visible::Viewer,
};

#[derive(Debug, FromQueryResult)]
pub(crate) struct OrderLine {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) client_id: Option<UserId>,
    pub(crate) client_email: Option<String>,
    pub(crate) assigned_writer_id: Option<UserId>,
    pub(crate) writer_email: Option<String>,
    pub(crate) paper_type: Option<String>,
    pub(crate) academic_level: Option<String>,
    pub(crate) formatting_style: Option<String>,
    pub(crate) number_of_pages: i32,
    pub(crate) number_of_slides: i32,
    pub(crate) status: OrderStatus,
    pub(crate) total_price_cents: i64,
    pub(crate) writer_compensation_cents: i64,
    pub(crate) is_paid: bool,
    pub(crate) client_deadline_at: Option<DateTime<Utc>>,
    pub(crate) writer_deadline_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) website: String,
}

pub(crate) async fn open(
    db: &DatabaseConnection,
    scope: WebsiteScope,
    wanted: &Wanted,
    now: DateTime<Utc>,
) -> Result<Cursor<OrderLine>, DbErr> {
    use order::Column as O;
    let email = |person: &'static str| Expr::col((Alias::new(person), user::Column::Email));
    let orders = with_people(list::seen(Viewer::Staff(scope), wanted, now))
        .columns([O::Id, O::Topic, O::ClientId, O::AssignedWriterId, O::NumberOfPages, O::NumberOfSlides])
        .columns([O::Status, O::TotalPriceCents, O::WriterCompensationCents, O::IsPaid])
        .columns([O::ClientDeadlineAt, O::WriterDeadlineAt, O::CreatedAt, O::UpdatedAt])
        .expr_as(email(CLIENT), "client_email")
        .expr_as(email(WRITER), "writer_email")
        .column_as(paper_type::Column::Name, "paper_type")
        .column_as(academic_level::Column::Name, "academic_level")
        .column_as(formatting_style::Column::Name, "formatting_style")
        .column_as(website::Column::Name, "website")
        .join(JoinType::LeftJoin, choice(paper_type::Entity, O::PaperTypeId, paper_type::Column::Id))
        .join(
            JoinType::LeftJoin,
            choice(academic_level::Entity, O::AcademicLevelId, academic_level::Column::Id),
        )
        .join(
            JoinType::LeftJoin,
            choice(formatting_style::Entity, O::FormattingStyleId, formatting_style::Column::Id),
        )
        .join(JoinType::InnerJoin, choice(website::Entity, O::WebsiteId, website::Column::Id))
        .order_by_desc(O::CreatedAt)
        .order_by_desc(O::Id);
    Cursor::open(db, "exported_orders", orders.as_query()).await
}
