//! An order as every list and page shows it, with the names that belong to it.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QuerySelect, QueryTrait, RelationDef, Select,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, ExprTrait, Func, Order as Direction, Query, SelectStatement},
};
use tally_entity::{
    AcademicLevelId, ChangeRequestType, OrderId, OrderStatus, PaperTypeId, Spacing, SubjectId, UserId,
    WorkTypeId, academic_level, order, order_change_request, order_transition, paper_type,
    refs::{UserName, WebsiteName},
    subject, user, work_type, writer_profile,
};

#[derive(Clone, Debug, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]
pub(crate) struct Order {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) is_paid: bool,
    pub(crate) total_price_cents: i64,
    pub(crate) writer_compensation_cents: i64,
    pub(crate) client_deadline_at: Option<DateTime<Utc>>,
    pub(crate) writer_deadline_at: Option<DateTime<Utc>>,
    pub(crate) number_of_pages: i32,
    pub(crate) number_of_slides: i32,
    pub(crate) number_of_references: i32,
    pub(crate) spacing: Spacing,
    pub(crate) flags: Vec<String>,
    pub(crate) is_urgent: bool,
    pub(crate) is_follow_up: bool,
    pub(crate) is_deleted: bool,
    pub(crate) discount_code_used: Option<String>,
    pub(crate) work_type_id: Option<WorkTypeId>,
    pub(crate) work_type: Option<String>,
    pub(crate) paper_type_id: Option<PaperTypeId>,
    pub(crate) paper_type: Option<String>,
    pub(crate) subject_id: Option<SubjectId>,
    pub(crate) subject: Option<String>,
    pub(crate) academic_level_id: Option<AcademicLevelId>,
    pub(crate) academic_level: Option<String>,
    #[sea_orm(nested(prefix = "client_"))]
    pub(crate) client: Option<UserName>,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
    pub(crate) preferred_writer_id: Option<UserId>,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    /// The client asked for it with words of his own.
    #[sea_orm(nested(prefix = "asked_"))]
    pub(crate) asked: Option<Revision>,
    /// When it was last sent back, if nobody asked in words.
    pub(crate) sent_back_at: Option<DateTime<Utc>>,
    /// Who wants the revision.
    #[sea_orm(nested(prefix = "reviser_"))]
    pub(crate) reviser: Option<UserName>,
    pub(crate) submitted_at: Option<DateTime<Utc>>,
    pub(crate) completed_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// What a revision shall change.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Revision {
    pub(crate) title: String,
    pub(crate) reason: String,
    pub(crate) created_at: DateTime<Utc>,
}

pub(crate) const CLIENT: &str = "client";
pub(crate) const WRITER: &str = "writer";
const REVISER: &str = "reviser";
const ASKED: &str = "asked";
const SENT_BACK: &str = "sent_back";

/// One order, whoever may see it.
pub(crate) async fn load(db: &impl ConnectionTrait, id: OrderId) -> Result<Option<Order>, DbErr> {
    with_columns(order::Entity::find().select_only())
        .filter(order::COLUMN.id.eq(id))
        .into_model()
        .one(db)
        .await
}

/// Joins the clients and the writers of orders.
pub(crate) fn with_people(orders: Select<order::Entity>) -> Select<order::Entity> {
    let person = |column| order::Entity::belongs_to(user::Entity).from(column).to(user::Column::Id).into();
    orders.join_as(JoinType::LeftJoin, person(order::Column::ClientId), CLIENT).join_as(
        JoinType::LeftJoin,
        person(order::Column::AssignedWriterId),
        WRITER,
    )
}

/// Adds the columns of [`Order`].
pub(super) fn with_columns(orders: Select<order::Entity>) -> Select<order::Entity> {
    use order::Column as O;
    let orders = with_people(orders)
        .columns([O::Id, O::Topic, O::Status, O::IsPaid, O::TotalPriceCents, O::WriterCompensationCents])
        .columns([O::ClientDeadlineAt, O::WriterDeadlineAt, O::NumberOfPages, O::NumberOfSlides])
        .columns([O::NumberOfReferences, O::Spacing, O::Flags, O::IsUrgent, O::IsFollowUp])
        .columns([O::DiscountCodeUsed, O::WorkTypeId, O::PaperTypeId, O::SubjectId, O::AcademicLevelId])
        .columns([O::PreferredWriterId, O::SubmittedAt, O::CompletedAt, O::CreatedAt, O::UpdatedAt])
        .expr_as(order::COLUMN.deleted_at.is_not_null(), "is_deleted")
        .column_as(work_type::Column::Name, "work_type")
        .column_as(paper_type::Column::Name, "paper_type")
        .column_as(subject::Column::Name, "subject")
        .column_as(academic_level::Column::Name, "academic_level")
        .join(JoinType::LeftJoin, work_type_of())
        .join(JoinType::LeftJoin, choice(paper_type::Entity, O::PaperTypeId, paper_type::Column::Id))
        .join(JoinType::LeftJoin, choice(subject::Entity, O::SubjectId, subject::Column::Id))
        .join(
            JoinType::LeftJoin,
            choice(academic_level::Entity, O::AcademicLevelId, academic_level::Column::Id),
        )
        .join(
            JoinType::LeftJoin,
            choice(writer_profile::Entity, O::AssignedWriterId, writer_profile::Column::UserId),
        );
    let orders = WebsiteName::join(orders, O::WebsiteId);
    let pen_name = Expr::col((writer_profile::Entity, writer_profile::Column::PenName));
    let orders = UserName::columns(orders, CLIENT, no_name());
    with_revision(UserName::columns(orders, WRITER, pen_name))
}

/// The kind of work of an order.
pub(super) fn work_type_of() -> RelationDef {
    choice(work_type::Entity, order::Column::WorkTypeId, work_type::Column::Id)
}

/// A row of another table that an order names.
pub(crate) fn choice<E: EntityTrait>(table: E, from: order::Column, to: E::Column) -> RelationDef {
    order::Entity::belongs_to(table).from(from).to(to).into()
}

fn no_name() -> Expr {
    Expr::cust("NULL::text")
}

/// Looks up what is wanted of the orders that are being done again, and of no other.
fn with_revision(mut orders: Select<order::Entity>) -> Select<order::Entity> {
    let column = |table: &'static str, name: &'static str| Expr::col((Alias::new(table), Alias::new(name)));
    let reviser = Func::coalesce([column(ASKED, "requested_by_id"), column(SENT_BACK, "user_id")]);
    let nobody_asked = column(ASKED, "requested_by_id").is_null();
    QueryTrait::query(&mut orders)
        .join_lateral(JoinType::LeftJoin, asked(), ASKED, Condition::all())
        .join_lateral(JoinType::LeftJoin, sent_back(), SENT_BACK, nobody_asked)
        .join_as(JoinType::LeftJoin, user::Entity, REVISER, column(REVISER, "id").eq(Expr::from(reviser)));
    let orders = orders
        .expr_as(column(ASKED, "title"), "asked_title")
        .expr_as(column(ASKED, "reason"), "asked_reason")
        .expr_as(column(ASKED, "created_at"), "asked_created_at")
        .expr_as(column(SENT_BACK, "created_at"), "sent_back_at");
    UserName::columns(orders, REVISER, no_name())
}

fn asked() -> SelectStatement {
    use order_change_request::Column as C;
    let request = order_change_request::COLUMN;
    Query::select()
        .columns(
            [C::Title, C::Reason, C::CreatedAt, C::RequestedById].map(|c| (order_change_request::Entity, c)),
        )
        .from(order_change_request::Entity)
        .and_where(request.order_id.into_expr().eq(order::Column::Id.into_expr()))
        .and_where(request.request_type.eq(ChangeRequestType::Revision))
        .and_where(order::rules::in_revision())
        .order_by((order_change_request::Entity, C::CreatedAt), Direction::Desc)
        .order_by((order_change_request::Entity, C::Id), Direction::Desc)
        .limit(1)
        .take()
}

fn sent_back() -> SelectStatement {
    use order_transition::Column as T;
    let transition = order_transition::COLUMN;
    Query::select()
        .columns([T::CreatedAt, T::UserId].map(|column| (order_transition::Entity, column)))
        .from(order_transition::Entity)
        .and_where(transition.order_id.into_expr().eq(order::Column::Id.into_expr()))
        .and_where(transition.new_status.eq(OrderStatus::RevisionRequested))
        .and_where(order::rules::in_revision())
        .order_by((order_transition::Entity, T::CreatedAt), Direction::Desc)
        .order_by((order_transition::Entity, T::Id), Direction::Desc)
        .limit(1)
        .take()
}
