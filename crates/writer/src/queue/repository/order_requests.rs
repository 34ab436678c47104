//! Everything a writer asked for, and how much of it he got.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::UserId;
use tokio::try_join;

use super::asked::{Ask, newest};

/// How long ago something is recent.
const RECENT: TimeDelta = TimeDelta::days(7);
pub(crate) const MOST: usize = 250;

/// How much a writer asked for, and what became of it.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Figures {
    pub(crate) total: i64,
    pub(crate) pending: i64,
    pub(crate) approved: i64,
    pub(crate) rejected: i64,
    pub(crate) recent: i64,
}

/// The newest of them, and figures of all.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<(Vec<Ask>, Figures), DbErr> {
    let (mut asks, figures) =
        try_join!(newest(db, writer, i64::try_from(MOST).unwrap_or(i64::MAX)), figures(db, writer, now))?;
    asks.truncate(MOST);
    Ok((asks, figures))
}

async fn figures(db: &impl ConnectionTrait, writer: UserId, now: DateTime<Utc>) -> Result<Figures, DbErr> {
    const FIGURES: &str = "
        SELECT
            count(*) AS total,
            count(*) FILTER (WHERE status = 'pending') AS pending,
            count(*) FILTER (WHERE status IN ('approved', 'accepted')) AS approved,
            count(*) FILTER (WHERE status IN ('rejected', 'declined', 'expired')) AS rejected,
            count(*) FILTER (WHERE created_at >= $2) AS recent
        FROM (
            SELECT status, created_at FROM order_requests WHERE writer_id = $1 AND status <> 'withdrawn'
            UNION ALL
            SELECT status, created_at FROM order_change_requests WHERE requested_by_id = $1
        ) asked";
    let values = [writer.into(), (now - RECENT).into()];
    let figures = Statement::from_sql_and_values(DbBackend::Postgres, FIGURES, values);
    Figures::find_by_statement(figures).require_one(db).await
}
