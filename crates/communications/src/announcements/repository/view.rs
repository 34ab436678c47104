//! That somebody has seen an announcement.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, Statement, entity::prelude::*};
use tally_entity::{BroadcastId, UserId};

/// Adds to the time he looked at it; the first view and the first acknowledgement stay.
pub(crate) async fn note(
    tx: &impl ConnectionTrait,
    announcement: BroadcastId,
    user: UserId,
    seconds: i32,
    acknowledged_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    const NOTE: &str = "
        INSERT INTO broadcast_views (website_id, broadcast_id, user_id, viewed_at, seconds_spent, acknowledged_at)
        SELECT website_id, id, $2, $3, $4, $5 FROM broadcasts WHERE id = $1
        ON CONFLICT (user_id, broadcast_id) DO UPDATE SET
            seconds_spent = least(broadcast_views.seconds_spent::bigint + $4, 2147483647),
            acknowledged_at = coalesce(broadcast_views.acknowledged_at, excluded.acknowledged_at)";
    let values = [announcement.0.into(), user.0.into(), now.into(), seconds.into(), acknowledged_at.into()];
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), NOTE, values)).await.map(drop)
}
