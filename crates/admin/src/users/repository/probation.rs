//! Users who are watched for a while.

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
    row.is_on_probation = Set(true);
    row.probation_reason = Set(Some(reason));
    row.probation_starts_at = Set(Some(from));
    row.probation_ends_at = Set(Some(until));
    Ok(save(tx, user, row).await?.unwrap_or_default())
}

pub(crate) async fn end(tx: &impl ConnectionTrait, user: &user::Model) -> Result<Changed, DbErr> {
    let mut row = user.clone().into_active_model();
    row.is_on_probation = Set(false);
    row.probation_reason = Set(None);
    row.probation_starts_at = Set(None);
    row.probation_ends_at = Set(None);
    Ok(save(tx, user, row).await?.unwrap_or_default())
}
