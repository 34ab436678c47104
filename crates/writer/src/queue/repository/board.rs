//! The orders that a writer could have, and what decides which he should.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbBackend, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait, Statement,
    entity::prelude::*, sea_query::Expr,
};
use tally_db::aggregate::count;
use tally_entity::{
    OrderId, SubjectId, UserId, WebsiteId, order, paper_type, subject, user, work_type, writer_config,
};
use tokio::try_join;

use super::asked::{Ask, newest};
use crate::repository::{
    pay::{PayColumns, with_pay},
    profile::{self, Profile},
};

const MOST_AVAILABLE: u64 = 50;
const MOST_PREFERRED: u64 = 20;
const MOST_ASKED: i64 = 20;

/// An order that the writer could have.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct OpenOrder {
    pub(crate) id: OrderId,
    pub(crate) topic: String,
    pub(crate) subject_id: Option<SubjectId>,
    pub(crate) subject: Option<String>,
    pub(crate) work_type: Option<String>,
    pub(crate) paper_type: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested)]
    pub(crate) pay: PayColumns,
}

/// What else decides what a writer may have.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Situation {
    pub(crate) takes_enabled: bool,
    pub(crate) active_orders: i64,
    subject_ids: Vec<i64>,
    subject_names: Vec<String>,
}

impl Situation {
    /// The subjects that he prefers.
    pub(crate) fn subjects(&self) -> Vec<(SubjectId, String)> {
        let ids = self.subject_ids.iter().copied().map(SubjectId);
        ids.zip(self.subject_names.iter().cloned()).collect()
    }
}

/// Everything that the queue of a writer is made of.
#[derive(Debug)]
pub(crate) struct Board {
    pub(crate) profile: Profile,
    pub(crate) situation: Situation,
    pub(crate) available: Vec<OpenOrder>,
    pub(crate) preferred: Vec<OpenOrder>,
    pub(crate) requested: Vec<OrderId>,
    pub(crate) asked: Vec<Ask>,
}

/// The queue of a writer of this website; the database gives every writer one.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    website: Option<WebsiteId>,
) -> Result<Board, DbErr> {
    let website = website.ok_or_else(|| DbErr::RecordNotFound("a writer's website".to_owned()))?;
    let mine = order::COLUMN.preferred_writer_id.eq(writer);
    let pool = |also: Condition, most| open(db, order::rules::in_pool(website, writer).add(also), most);
    let (profile, situation, available, preferred, requested, asked) = try_join!(
        profile::load(db, writer),
        situation(db, writer),
        pool(Condition::all(), MOST_AVAILABLE),
        pool(mine.into(), MOST_PREFERRED),
        requested(db, writer),
        newest(db, writer, MOST_ASKED),
    )?;
    Ok(Board { profile, situation, available, preferred, requested, asked })
}

/// Newest first.
async fn open(db: &impl ConnectionTrait, which: Condition, most: u64) -> Result<Vec<OpenOrder>, DbErr> {
    let paper = order::Entity::belongs_to(paper_type::Entity)
        .from(order::Column::PaperTypeId)
        .to(paper_type::Column::Id);
    with_pay(order::Entity::find().select_only())
        .columns([order::Column::Id, order::Column::Topic, order::Column::SubjectId])
        .column(order::Column::CreatedAt)
        .column_as(subject::Column::Name, "subject")
        .column_as(work_type::Column::Name, "work_type")
        .column_as(paper_type::Column::Name, "paper_type")
        .join(JoinType::LeftJoin, paper.into())
        .filter(which)
        .order_by_desc(order::Column::CreatedAt)
        .order_by_desc(order::Column::Id)
        .limit(most)
        .into_model()
        .all(db)
        .await
}

async fn situation(db: &impl ConnectionTrait, writer: UserId) -> Result<Situation, DbErr> {
    let config = user::Entity::belongs_to(writer_config::Entity)
        .from(user::Column::WebsiteId)
        .to(writer_config::Column::WebsiteId);
    let takes = writer_config::Column::TakesEnabled.into_expr();
    let active = order::Entity::find()
        .select_only()
        .expr(count())
        .filter(order::rules::assigned_to(writer))
        .filter(order::rules::active_work())
        .into_query();
    user::Entity::find()
        .select_only()
        .expr_as(Expr::cust_with_expr("coalesce($1, false)", takes), "takes_enabled")
        .expr_as(Expr::SubQuery(None, Box::new(active.into())), "active_orders")
        .expr_as(liked("id"), "subject_ids")
        .expr_as(liked("name::text"), "subject_names")
        .join(JoinType::LeftJoin, config.into())
        .filter(user::COLUMN.id.eq(writer))
        .into_model()
        .require_one(db)
        .await
}

/// A column of the subjects that the user prefers, always in the same order.
fn liked(column: &str) -> Expr {
    Expr::cust(format!(
        "ARRAY(SELECT subjects.{column} FROM writer_subject_preferences liked \
         JOIN subjects ON subjects.id = liked.subject_id WHERE liked.writer_id = users.id ORDER BY subjects.id)"
    ))
}

/// The orders that need no second request, by id.
async fn requested(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<OrderId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Requested {
        order_id: OrderId,
    }
    const REQUESTED: &str = "
        SELECT order_id FROM order_requests
        WHERE writer_id = $1 AND status IN ('pending', 'approved', 'rejected')
        UNION
        SELECT order_id FROM order_change_requests WHERE requested_by_id = $1 AND status = 'pending'
        ORDER BY order_id";
    let requested = Statement::from_sql_and_values(DbBackend::Postgres, REQUESTED, [writer.into()]);
    let requested = Requested::find_by_statement(requested).all(db).await?;
    Ok(requested.into_iter().map(|requested| requested.order_id).collect())
}
