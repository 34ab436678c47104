//! One page of the log.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, ExprTrait, QueryOrder, QuerySelect, Select, entity::prelude::*};
use tally_db::{
    aggregate::count,
    search::{contains, has_words},
};
use tally_entity::{Role, WebsiteScope, audit_log, user};
use tokio::try_join;

use super::activity::{Activity, of_staff, with_columns};

/// Which rows are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Beginnings of words of the action or of the actor's user name, or the row's id.
    pub(crate) search: Option<String>,
    /// The actor's id, or a part of his user name.
    pub(crate) actor: Option<String>,
    /// The role the actor had then; and he is known.
    pub(crate) role: Option<Role>,
    /// A part of the action.
    pub(crate) action: Option<String>,
    pub(crate) action_type: Option<String>,
    pub(crate) target_type: Option<String>,
    pub(crate) from: Option<DateTime<Utc>>,
    pub(crate) until: Option<DateTime<Utc>>,
}

/// How many rows there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Activity>), DbErr> {
    let rows = of_staff(scope).filter(wanted.condition());
    let page = with_columns(rows.clone())
        .order_by_desc(audit_log::Column::CreatedAt)
        .order_by_desc(audit_log::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model::<Activity>()
        .all(db);
    try_join!(counted(db, rows), page)
}

async fn counted(db: &impl ConnectionTrait, rows: Select<audit_log::Entity>) -> Result<i64, DbErr> {
    rows.expr_as(count(), "count").into_tuple().require_one(db).await
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { search, actor, role, action, action_type, target_type, from, until } = self;
        let log = audit_log::COLUMN;
        Condition::all()
            .add_option(search.as_deref().map(searched))
            .add_option(actor.as_deref().map(done_by))
            .add_option(role.map(done_as))
            .add_option(action.as_deref().map(|part| contains(log.action, part)))
            .add_option(action_type.as_deref().map(|word| log.action_type.eq(word)))
            .add_option(target_type.as_deref().map(|word| log.target_type.eq(word)))
            .add_option(from.map(|from| log.created_at.gte(from)))
            .add_option(until.map(|until| log.created_at.lt(until)))
    }
}

fn searched(query: &str) -> Condition {
    let text = Expr::cust_with_exprs(
        "$1 || ' ' || coalesce($2, '')",
        [audit_log::Column::Action.into_expr(), user::Column::Username.into_expr()],
    );
    let id = query.trim().parse::<i64>().ok();
    Condition::any()
        .add(has_words(text, query))
        .add_option(id.map(|id| audit_log::Column::Id.into_expr().eq(id)))
}

fn done_by(actor: &str) -> Condition {
    let id = actor.parse::<i64>().ok();
    Condition::any()
        .add(contains(user::COLUMN.username, actor))
        .add_option(id.map(|id| audit_log::Column::ActorId.into_expr().eq(id)))
}

fn done_as(role: Role) -> Condition {
    let log = audit_log::COLUMN;
    Condition::all().add(log.actor_role.eq(role.as_str())).add(log.actor_id.is_not_null())
}
