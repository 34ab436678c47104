//! One order with its course.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbBackend, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Statement,
    entity::prelude::*,
};
use tally_entity::{
    OrderId, OrderStatus, Role, UserId, WebsiteScope, order, order_assignment, order_request,
    order_transition, paper_type, refs::UserName, subject, work_type,
};
use tokio::try_join;

/// Who looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Viewer {
    pub(crate) id: UserId,
    pub(crate) role: Role,
    pub(crate) scope: WebsiteScope,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Order {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) status: OrderStatus,
    pub(crate) client_deadline_at: Option<DateTime<Utc>>,
    pub(crate) writer_deadline_at: Option<DateTime<Utc>>,
    pub(crate) number_of_pages: i32,
    pub(crate) updated_at: DateTime<Utc>,
    pub(crate) work_type: Option<String>,
    pub(crate) paper_type: Option<String>,
    pub(crate) subject: Option<String>,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Transition {
    pub(crate) old_status: OrderStatus,
    pub(crate) new_status: OrderStatus,
    pub(crate) action: String,
    pub(crate) is_automatic: bool,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "actor_"))]
    pub(crate) actor: Option<UserName>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Reassignment {
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) reason: Option<String>,
    #[sea_orm(nested(prefix = "previous_"))]
    pub(crate) previous: Option<UserName>,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: UserName,
    #[sea_orm(nested(prefix = "giver_"))]
    pub(crate) giver: Option<UserName>,
}

/// What people think of the order.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Opinions {
    pub(crate) disputes: i64,
    pub(crate) reviews: i64,
    /// The mean of the ratings, in hundredths.
    pub(crate) rating: Option<i64>,
}

#[derive(Debug)]
pub(crate) struct Course {
    pub(crate) order: Order,
    /// Oldest first.
    pub(crate) transitions: Vec<Transition>,
    /// Newest first.
    pub(crate) reassignments: Vec<Reassignment>,
    pub(crate) opinions: Opinions,
}

/// Nothing when he sees no such order.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: OrderId,
) -> Result<Option<Course>, DbErr> {
    let (order, transitions, reassignments, opinions) =
        try_join!(order(db, viewer, id), transitions(db, id), reassignments(db, id), opinions(db, id))?;
    Ok(order.map(|order| Course { order, transitions, reassignments, opinions }))
}

impl Viewer {
    fn sees(self) -> Condition {
        let order = order::COLUMN;
        match self.role {
            Role::Client => order.client_id.eq(self.id).into(),
            Role::Writer => {
                let asked = order_request::Entity::find()
                    .select_only()
                    .column(order_request::Column::OrderId)
                    .filter(order_request::COLUMN.writer_id.eq(self.id))
                    .into_query();
                Condition::any().add(order.assigned_writer_id.eq(self.id)).add(order.id.in_subquery(asked))
            }
            Role::Superadmin | Role::Admin | Role::Editor | Role::Support => self.scope.of(order.website_id),
        }
    }
}

async fn order(db: &impl ConnectionTrait, viewer: Viewer, id: OrderId) -> Result<Option<Order>, DbErr> {
    use order::Column as O;
    let rows = order::Entity::find()
        .select_only()
        .columns([O::Id, O::Topic, O::Status, O::ClientDeadlineAt, O::WriterDeadlineAt])
        .columns([O::NumberOfPages, O::UpdatedAt])
        .column_as(work_type::Column::Name, "work_type")
        .column_as(paper_type::Column::Name, "paper_type")
        .column_as(subject::Column::Name, "subject")
        .join(JoinType::LeftJoin, choice(work_type::Entity, O::WorkTypeId, work_type::Column::Id))
        .join(JoinType::LeftJoin, choice(paper_type::Entity, O::PaperTypeId, paper_type::Column::Id))
        .join(JoinType::LeftJoin, choice(subject::Entity, O::SubjectId, subject::Column::Id))
        .filter(viewer.sees())
        .filter(order::rules::counted())
        .filter(order::COLUMN.id.eq(id));
    UserName::join_writer(rows, O::AssignedWriterId, "writer").into_model().one(db).await
}

fn choice<E: EntityTrait>(table: E, from: order::Column, to: E::Column) -> sea_orm::RelationDef {
    order::Entity::belongs_to(table).from(from).to(to).into()
}

async fn transitions(db: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Transition>, DbErr> {
    use order_transition::Column::{Action, CreatedAt, Id, IsAutomatic, NewStatus, OldStatus, UserId};
    let rows = order_transition::Entity::find()
        .select_only()
        .columns([OldStatus, NewStatus, Action, IsAutomatic, CreatedAt])
        .filter(order_transition::COLUMN.order_id.eq(order))
        .order_by_asc(CreatedAt)
        .order_by_asc(Id);
    UserName::join_writer(rows, UserId, "actor").into_model().all(db).await
}

async fn reassignments(db: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Reassignment>, DbErr> {
    use order_assignment::Column::{AssignedById, CreatedAt, Id, PreviousWriterId, Reason, WriterId};
    let rows = order_assignment::Entity::find()
        .select_only()
        .columns([CreatedAt, Reason])
        .filter(order_assignment::COLUMN.order_id.eq(order))
        .filter(order_assignment::COLUMN.previous_writer_id.is_not_null())
        .order_by_desc(CreatedAt)
        .order_by_desc(Id);
    let rows = UserName::join_writer(rows, PreviousWriterId, "previous");
    let rows = UserName::join_writer(rows, WriterId, "writer");
    UserName::join_writer(rows, AssignedById, "giver").into_model().all(db).await
}

async fn opinions(db: &impl ConnectionTrait, order: OrderId) -> Result<Opinions, DbErr> {
    const OPINIONS: &str = "
        SELECT (SELECT count(*) FROM disputes WHERE order_id = $1) AS disputes, count(*) AS reviews,
            round(avg(rating) * 100)::bigint AS rating
        FROM reviews WHERE order_id = $1 AND kind = 'order' AND NOT is_shadowed";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, OPINIONS, [order.0.into()]);
    let found = Opinions::find_by_statement(statement).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound("one row of counts".to_owned()))
}
