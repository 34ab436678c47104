//! What a writer asked for: orders, and changes of orders.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{OrderId, OrderStatus, UserId, refs::UserName};

/// One thing that a writer asked for.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Ask {
    pub(crate) id: i64,
    /// What shall change; an order is asked for when absent.
    pub(crate) request_type: Option<String>,
    pub(crate) order_id: OrderId,
    pub(crate) order_topic: String,
    pub(crate) order_status: OrderStatus,
    pub(crate) order_price_cents: i64,
    pub(crate) order_pages: i32,
    pub(crate) status: String,
    pub(crate) reason: String,
    pub(crate) additional_pages: i32,
    pub(crate) additional_slides: i32,
    pub(crate) has_counter_offer: bool,
    #[sea_orm(nested(prefix = "reviewer_"))]
    pub(crate) reviewer: Option<UserName>,
    pub(crate) reviewed_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// The newest of each kind, `limit` of them at most, newest first. What was withdrawn is nothing.
pub(crate) async fn newest(db: &impl ConnectionTrait, writer: UserId, limit: i64) -> Result<Vec<Ask>, DbErr> {
    const NEWEST: &str = "
        SELECT
            asked.id, asked.request_type, asked.order_id, orders.topic AS order_topic,
            orders.status AS order_status, orders.total_price_cents AS order_price_cents,
            orders.number_of_pages AS order_pages, asked.status, asked.reason, asked.additional_pages,
            asked.additional_slides, asked.has_counter_offer, asked.reviewed_at, asked.created_at,
            asked.updated_at, reviewer.id AS reviewer_id, reviewer.username AS reviewer_username,
            reviewer.email AS reviewer_email, reviewer.first_name AS reviewer_first_name,
            reviewer.last_name AS reviewer_last_name, reviewer.role AS reviewer_role,
            NULL::text AS reviewer_pen_name
        FROM (
            (SELECT id, NULL::varchar AS request_type, order_id, status, reason, 0 AS additional_pages,
                0 AS additional_slides, false AS has_counter_offer, reviewed_by_id, reviewed_at,
                created_at, updated_at
            FROM order_requests
            WHERE writer_id = $1 AND status <> 'withdrawn'
            ORDER BY created_at DESC, id DESC
            LIMIT $2)
            UNION ALL
            (SELECT id, request_type, order_id, status, reason, additional_pages, additional_slides,
                counter_offer IS NOT NULL, decided_by_id, decided_at, created_at, updated_at
            FROM order_change_requests
            WHERE requested_by_id = $1
            ORDER BY created_at DESC, id DESC
            LIMIT $2)
        ) asked
        JOIN orders ON orders.id = asked.order_id
        LEFT JOIN users reviewer ON reviewer.id = asked.reviewed_by_id
        ORDER BY asked.created_at DESC, asked.id DESC, asked.request_type";
    let newest = Statement::from_sql_and_values(DbBackend::Postgres, NEWEST, [writer.into(), limit.into()]);
    Ask::find_by_statement(newest).all(db).await
}
