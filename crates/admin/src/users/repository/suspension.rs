//! Users who may not sign in for a while.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, IntoActiveModel, Set, entity::prelude::*};
use tally_entity::user;

use super::change::{Changed, save};

pub(crate) async fn begin(
    tx: &impl ConnectionTrait,
    user: &user::Model,
    reason: String,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Changed, DbErr> {
    let mut row = user.clone().into_active_model();
    row.is_suspended = Set(true);
    row.suspension_reason = Set(Some(reason));
    row.suspended_at = Set(Some(from));
    row.suspension_ends_at = Set(Some(until));
    Ok(save(tx, user, row).await?.unwrap_or_default())
}

/// Ends it, and lets him in again altogether when he was switched off besides and `activates` says so.
pub(crate) async fn end(
    tx: &impl ConnectionTrait,
    user: &user::Model,
    activates: bool,
) -> Result<Changed, DbErr> {
    Ok(save(tx, user, ended(user, activates)).await?.unwrap_or_default())
}

pub(super) fn ended(user: &user::Model, activates: bool) -> user::ActiveModel {
    let mut row = user.clone().into_active_model();
    row.is_suspended = Set(false);
    row.suspension_reason = Set(None);
    row.suspended_at = Set(None);
    row.suspension_ends_at = Set(None);
    row.is_active = Set(user.is_active || activates);
    row
}
