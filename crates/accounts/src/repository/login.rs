//! Finding who wants to sign in, counting failures, letting somebody in.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, ExprTrait as _, FromQueryResult, QuerySelect, Set,
    entity::prelude::*,
    sea_query::{Condition, Func, Query, SelectStatement},
};
use tally_auth::audit::Trail;
use tally_entity::{UserId, blacklisted_email, session, user};

use super::{person, person::Person, presence};
use crate::attempts::{LOCK, Left, MOST};

/// A user with what decides whether he may sign in.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Account {
    #[sea_orm(nested)]
    pub(crate) person: Person,
    pub(crate) password_hash: String,
    pub(crate) token_version: i32,
    pub(crate) failed_logins: i16,
    pub(crate) login_lock_ends_at: Option<DateTime<Utc>>,
    pub(crate) suspension_reason: Option<String>,
    pub(crate) suspension_ends_at: Option<DateTime<Utc>>,
    pub(crate) is_blacklisted: bool,
    /// The address is on a list: the platform's, or the website's.
    pub(crate) is_email_blacklisted: bool,
    pub(crate) is_deleted: bool,
}

/// The session that begins.
#[derive(Clone, Debug)]
pub(crate) struct NewSession {
    pub(crate) id: Uuid,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) expires_at: DateTime<Utc>,
}

/// What a successful sign-in changes about the user, besides noting it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    /// Replaces a hash of the old kind.
    pub(crate) password_hash: Option<String>,
    /// The suspension is over.
    pub(crate) lifts_suspension: bool,
}

pub(crate) async fn find(db: &impl ConnectionTrait, email: &str) -> Result<Option<Account>, DbErr> {
    use user::Column;
    person::select()
        .columns([Column::PasswordHash, Column::SuspensionReason])
        .columns([Column::TokenVersion, Column::FailedLogins, Column::IsBlacklisted])
        .columns([Column::LoginLockEndsAt, Column::SuspensionEndsAt])
        .expr_as(user::COLUMN.deleted_at.is_not_null(), "is_deleted")
        .expr_as(Expr::exists(blacklistings(email)), "is_email_blacklisted")
        .filter(user::COLUMN.email.eq(email))
        .into_model::<Account>()
        .one(db)
        .await
}

fn blacklistings(email: &str) -> SelectStatement {
    let listed = blacklisted_email::COLUMN;
    let here = Expr::col((blacklisted_email::Entity, blacklisted_email::Column::WebsiteId))
        .equals((user::Entity, user::Column::WebsiteId));
    let query = blacklisted_email::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(
            Expr::expr(Func::lower(Expr::col((blacklisted_email::Entity, blacklisted_email::Column::Email))))
                .eq(email),
        )
        .filter(Condition::any().add(listed.website_id.is_null()).add(here));
    sea_orm::QueryTrait::into_query(query)
}

fn unlocked(now: DateTime<Utc>) -> Condition {
    let end = user::COLUMN.login_lock_ends_at;
    Condition::any().add(end.is_null()).add(end.lte(now))
}

/// Counts a failure of `id`. One statement: concurrent failures are all counted.
pub(crate) async fn count_failure(
    db: &impl ConnectionTrait,
    id: UserId,
    now: DateTime<Utc>,
) -> Result<Left, DbErr> {
    let failures = || Expr::col(user::Column::FailedLogins);
    let last = || failures().gte(MOST - 1);
    let counted = Expr::case(last(), 0_i16).finally(failures().add(1_i16));
    let lock = Expr::case(last(), now + LOCK).finally(Expr::col(user::Column::LoginLockEndsAt));
    let update = Query::update()
        .table(user::Entity)
        .value(user::Column::FailedLogins, counted)
        .value(user::Column::LoginLockEndsAt, lock)
        .and_where(user::COLUMN.id.eq(id))
        .cond_where(unlocked(now))
        .returning_col(user::Column::FailedLogins)
        .to_owned();
    let row = db.query_one(&update).await?;
    let failures = row.map(|row| row.try_get::<i16>("", "failed_logins")).transpose()?;
    Ok(failures.filter(|failures| *failures > 0).map_or(Left::Locked, Left::after))
}

/// Lets `account` in, and says whether that was still possible: failures meanwhile may have locked it, and a
/// changed password or role makes another account of it.
pub(crate) async fn admit(
    tx: &impl ConnectionTrait,
    account: &Account,
    session: NewSession,
    changes: Changes,
    trail: &Trail,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let id = account.person.id;
    if note(tx, account, changes, now).await? == 0 {
        return Ok(false);
    }
    let row = session::ActiveModel {
        user_id: Set(id),
        family_id: Set(session.id),
        token_hash: Set(session.token_hash),
        expires_at: Set(session.expires_at),
        last_used_at: Set(now),
        ip: Set(Some(trail.ip.to_string())),
        user_agent: Set(trail.user_agent.clone()),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    presence::seen(tx, id, now).await?;
    Ok(true)
}

async fn note(
    tx: &impl ConnectionTrait,
    account: &Account,
    changes: Changes,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    use user::Column;
    let none = Option::<DateTime<Utc>>::None;
    let mut update = user::Entity::update_many()
        .col_expr(Column::LastLoginAt, Expr::value(now))
        .col_expr(Column::FailedLogins, Expr::value(0_i16))
        .col_expr(Column::LoginLockEndsAt, Expr::value(none))
        .filter(user::COLUMN.id.eq(account.person.id))
        .filter(user::COLUMN.token_version.eq(account.token_version))
        .filter(unlocked(now));
    if let Some(hash) = changes.password_hash {
        update = update.col_expr(Column::PasswordHash, Expr::value(hash));
    }
    if changes.lifts_suspension {
        update = update
            .col_expr(Column::IsSuspended, Expr::value(false))
            .col_expr(Column::SuspensionReason, Expr::value(Option::<String>::None))
            .col_expr(Column::SuspendedAt, Expr::value(none))
            .col_expr(Column::SuspensionEndsAt, Expr::value(none));
    }
    Ok(update.exec(tx).await?.rows_affected)
}
