//! How many announcements somebody has not opened yet.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DbErr, ExprTrait, QuerySelect, entity::prelude::*, sea_query::Query};
use tally_db::aggregate::count;
use tally_entity::{
    Role, UserId, WebsiteScope,
    broadcast::{self, rules},
    broadcast_view,
};

/// Those that are over or meant for others do not count, whoever can see them.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    user: UserId,
    role: Role,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let opened = Query::select()
        .expr(Expr::val(1))
        .from(broadcast_view::Entity)
        .and_where(broadcast_view::Column::BroadcastId.into_expr().eq(broadcast::Column::Id.into_expr()))
        .and_where(broadcast_view::COLUMN.user_id.eq(user))
        .take();
    broadcast::Entity::find()
        .select_only()
        .expr_as(count(), "unread")
        .filter(rules::on(scope))
        .filter(rules::announced())
        .filter(rules::current(now))
        .filter(rules::meant_for(role))
        .filter(Expr::exists(opened).not())
        .into_tuple()
        .require_one(db)
        .await
}
