//! Keeping a session awake.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, entity::prelude::*, sea_query::Func};
use tally_entity::{SessionId, session};

/// Notes activity, pushes the end of the session to `at_least`, and says whether the session still stands.
pub(crate) async fn apply(
    tx: &impl ConnectionTrait,
    id: SessionId,
    at_least: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let later = Func::greatest([Expr::col(session::Column::ExpiresAt), Expr::value(at_least)]);
    let update = session::Entity::update_many()
        .col_expr(session::Column::LastUsedAt, Expr::value(now))
        .col_expr(session::Column::ExpiresAt, later.into())
        .filter(session::COLUMN.id.eq(id))
        .filter(session::COLUMN.revoked_at.is_null());
    Ok(update.exec(tx).await?.rows_affected == 1)
}
