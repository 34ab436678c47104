//! Ending sessions. What ends here is refused from the next request on, in every process: the triggers tell
//! the cache, which holds the callers.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use tally_entity::{RevokeReason, SessionId, UserId, session, user};

/// Which sessions of a user end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// All but this one.
    AllBut(SessionId),
    /// This one.
    One(SessionId),
}

/// Ends live sessions of `user`, and says how many there were.
///
/// # Errors
/// When the database cannot be asked.
pub async fn revoke(
    tx: &impl ConnectionTrait,
    user: UserId,
    which: Which,
    reason: RevokeReason,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let session = session::COLUMN;
    let update = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .col_expr(session::Column::RevokeReason, Expr::value(reason))
        .filter(session.user_id.eq(user))
        .filter(session.revoked_at.is_null())
        .filter(session.expires_at.gt(now));
    let update = match which {
        Which::All => update,
        Which::AllBut(kept) => update.filter(session.id.ne(kept)),
        Which::One(id) => update.filter(session.id.eq(id)),
    };
    Ok(update.exec(tx).await?.rows_affected)
}

/// Ends every session of `user` and voids his access tokens: for a suspension, a deactivation, another role,
/// or a password that somebody else has set.
///
/// # Errors
/// When the database cannot be asked.
pub async fn end_all(
    tx: &impl ConnectionTrait,
    user: UserId,
    reason: RevokeReason,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    user::Entity::update_many()
        .col_expr(user::Column::TokenVersion, Expr::col(user::Column::TokenVersion).add(1))
        .filter(user::COLUMN.id.eq(user))
        .exec(tx)
        .await?;
    revoke(tx, user, Which::All, reason, now).await
}
