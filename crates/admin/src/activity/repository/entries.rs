//! Rows of the log.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select,
    entity::prelude::*, sea_query::Alias,
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{AuditLogId, UserId, audit_log, refs::UserName, user, website};
use tokio::try_join;

use super::visible::Visible;

const ACTOR: &str = "actor";

#[derive(Debug, FromQueryResult)]
pub(crate) struct Entry {
    pub(crate) id: AuditLogId,
    #[sea_orm(nested(prefix = "actor_"))]
    pub(crate) actor: Option<UserName>,
    /// What he was then.
    pub(crate) actor_then: Option<String>,
    pub(crate) action: String,
    pub(crate) action_type: String,
    pub(crate) target_type: Option<String>,
    pub(crate) target_id: Option<i64>,
    /// The changed columns as they were.
    pub(crate) before: Option<Json>,
    /// The changed columns as they became.
    pub(crate) after: Option<Json>,
    pub(crate) website: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
}

/// Who is asked for by the role he had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ActorType {
    /// Nobody in particular.
    System,
    /// Somebody of this role.
    Role(String),
}

/// Which rows are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) actor: Option<UserId>,
    pub(crate) action_type: Option<String>,
    pub(crate) actor_type: Option<ActorType>,
    /// Beginnings of words of the action or of the actor's user name, or the row's id.
    pub(crate) search: Option<String>,
    pub(crate) since: Option<DateTime<Utc>>,
}

/// How many rows there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    visible: Visible,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Entry>), DbErr> {
    let rows = of(visible).filter(wanted.condition());
    let count = rows.clone().select_only().expr_as(count(), "count").into_tuple().require_one(db);
    let page = with_columns(rows)
        .order_by_desc(audit_log::Column::CreatedAt)
        .order_by_desc(audit_log::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

/// Nothing when there is no such row that he may see.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    visible: Visible,
    id: AuditLogId,
) -> Result<Option<Entry>, DbErr> {
    with_columns(of(visible)).filter(audit_log::COLUMN.id.eq(id)).into_model().one(db).await
}

fn of(visible: Visible) -> Select<audit_log::Entity> {
    let rows = audit_log::Entity::find().select_only().filter(visible.condition());
    UserName::join_writer(rows, audit_log::Column::ActorId, ACTOR)
}

fn with_columns(rows: Select<audit_log::Entity>) -> Select<audit_log::Entity> {
    use audit_log::Column::{
        Action, ActionType, ActorRole, After, Before, CreatedAt, Id, TargetId, TargetType, WebsiteId,
    };
    let website = audit_log::Entity::belongs_to(website::Entity).from(WebsiteId).to(website::Column::Id);
    rows.columns([Id, Action, ActionType, TargetType, TargetId, Before, After, CreatedAt])
        .column_as(ActorRole, "actor_then")
        .column_as(website::Column::Name, "website")
        .join(JoinType::LeftJoin, website.into())
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { actor, action_type, actor_type, search, since } = self;
        let log = audit_log::COLUMN;
        let role = |actor: &ActorType| match actor {
            ActorType::System => log.actor_role.is_null(),
            ActorType::Role(role) => log.actor_role.eq(role.as_str()),
        };
        Condition::all()
            .add_option(actor.map(|id| log.actor_id.eq(id)))
            .add_option(action_type.as_deref().map(|word| log.action_type.eq(word)))
            .add_option(actor_type.as_ref().map(role))
            .add_option(search.as_deref().map(searched))
            .add_option(since.map(|since| log.created_at.gte(since)))
    }
}

fn searched(query: &str) -> Condition {
    let username = Expr::col((Alias::new(ACTOR), user::Column::Username));
    let text = Expr::cust_with_exprs(
        "$1 || ' ' || coalesce($2, '')",
        [audit_log::Column::Action.into_expr(), username],
    );
    let id = query.trim().parse::<i64>().ok();
    Condition::any()
        .add(has_words(text, query))
        .add_option(id.map(|id| audit_log::Column::Id.into_expr().eq(id)))
}
