//! A client's orders of a period by day and by kind of work.

use chrono::NaiveDate;
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::UserId;
use tally_kernel::Period;

/// Each order once, however often something was paid for it.
const GROUPS: &str = "
    WITH mine AS (
        SELECT (orders.created_at AT TIME ZONE 'UTC')::date AS day, orders.work_type_id,
            work_types.name AS work_type, paid.cents,
            orders.status IN ('revision_requested', 'on_revision', 'revision_in_progress', 'revised')
                AS is_in_revision,
            (extract(epoch FROM orders.completed_at - orders.created_at) * 1000000)::bigint AS micros
        FROM orders
        LEFT JOIN work_types ON work_types.id = orders.work_type_id
        LEFT JOIN LATERAL (
            SELECT sum(amount_cents)::bigint AS cents FROM payments
            WHERE payments.order_id = orders.id AND payments.status IN ('completed', 'succeeded')
        ) AS paid ON true
        WHERE orders.client_id = $1 AND orders.deleted_at IS NULL
            AND orders.created_at >= $2 AND orders.created_at < $3)
    SELECT CASE WHEN grouping(day) = 0 THEN 0 WHEN grouping(work_type_id) = 0 THEN 1 ELSE 2 END AS part,
        day, work_type, count(*) AS orders, count(cents) AS paid_orders,
        coalesce(sum(cents), 0)::bigint AS cents,
        count(*) FILTER (WHERE is_in_revision) AS in_revision, count(micros) AS completed,
        coalesce(sum(micros), 0)::bigint AS micros
    FROM mine
    GROUP BY GROUPING SETS ((day), (work_type_id, work_type), ())
    ORDER BY part, day";

/// What the rows of a group have in common.
const DAY: i32 = 0;
const WORK_TYPE: i32 = 1;

/// Some of the orders.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Group {
    part: i32,
    day: Option<NaiveDate>,
    /// None for orders without a kind of work.
    pub(crate) work_type: Option<String>,
    pub(crate) orders: i64,
    /// Those that something was paid for.
    pub(crate) paid_orders: i64,
    pub(crate) cents: i64,
    pub(crate) in_revision: i64,
    pub(crate) completed: i64,
    /// From placing the completed ones to their end, together.
    pub(crate) micros: i64,
}

/// The same orders in three ways.
#[derive(Debug, Default)]
pub(crate) struct Analytics {
    /// Oldest first; only days with orders.
    pub(crate) days: Vec<(NaiveDate, Group)>,
    pub(crate) work_types: Vec<Group>,
    pub(crate) all: Option<Group>,
}

pub(crate) async fn load(db: &impl ConnectionTrait, me: UserId, period: Period) -> Result<Analytics, DbErr> {
    let values = [me.0.into(), period.from.into(), period.until.into()];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, GROUPS, values);
    let mut found = Analytics::default();
    for group in Group::find_by_statement(statement).all(db).await? {
        match (group.part, group.day) {
            (DAY, Some(day)) => found.days.push((day, group)),
            (WORK_TYPE, _) => found.work_types.push(group),
            _ => found.all = Some(group),
        }
    }
    Ok(found)
}
