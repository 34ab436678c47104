//! A person's password.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, ExprTrait as _, FromQueryResult, QuerySelect, Set, entity::prelude::*};
use tally_auth::session::{Which, revoke};
use tally_entity::{NotificationCategory, RevokeReason, SessionId, UserId, WebsiteId, notification, user};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Secrets {
    pub(crate) email: String,
    pub(crate) username: String,
    pub(crate) password_hash: String,
    pub(crate) token_version: i32,
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: UserId) -> Result<Secrets, DbErr> {
    use user::Column;
    user::Entity::find()
        .select_only()
        .columns([Column::Email, Column::Username, Column::PasswordHash, Column::TokenVersion])
        .filter(user::COLUMN.id.eq(id))
        .into_model::<Secrets>()
        .require_one(db)
        .await
}

/// The change, decided.
pub(crate) struct NewPassword {
    pub(crate) user: UserId,
    pub(crate) website: Option<WebsiteId>,
    /// The session that stays.
    pub(crate) session: SessionId,
    /// The token version that was read with the old hash.
    pub(crate) version: i32,
    pub(crate) hash: String,
}

/// Writes the new hash, ends the other sessions and tells the owner of the account. Says whether it did: when
/// the password or the role changed meanwhile, it does nothing.
pub(crate) async fn apply(
    tx: &impl ConnectionTrait,
    new: NewPassword,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let NewPassword { user, website, session, version, hash } = new;
    let update = user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(hash))
        .col_expr(user::Column::TokenVersion, Expr::col(user::Column::TokenVersion).add(1))
        .filter(user::COLUMN.id.eq(user))
        .filter(user::COLUMN.token_version.eq(version));
    if update.exec(tx).await?.rows_affected == 0 {
        return Ok(false);
    }
    revoke(tx, user, Which::AllBut(session), RevokeReason::PasswordChange, now).await?;
    let notice = notification::ActiveModel {
        website_id: Set(website),
        user_id: Set(user),
        category: Set(NotificationCategory::Info),
        event: Set("account.password_changed".to_owned()),
        title: Set("Your password was changed".to_owned()),
        body: Set("Your other sessions have ended. If this was not you, contact support now.".to_owned()),
        ..Default::default()
    };
    notification::Entity::insert(notice).exec_without_returning(tx).await?;
    Ok(true)
}
