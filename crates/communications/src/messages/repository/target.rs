//! The conversation that a message is in, and what may be done there.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{OrderId, OrderStatus, Role, ThreadId, UserId, WebsiteId};

use crate::{sql::Sql, viewer::Viewer};

/// A conversation that the viewer sees.
#[derive(Clone, Copy, Debug, FromQueryResult)]
#[expect(clippy::struct_excessive_bools, reason = "a row has the flags that its table has")]
pub(crate) struct Target {
    pub(crate) id: ThreadId,
    pub(crate) website_id: WebsiteId,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) order_status: Option<OrderStatus>,
    /// Of the order, or of the bundle.
    pub(crate) client_id: Option<UserId>,
    pub(crate) writer_id: Option<UserId>,
    is_open: bool,
    allow_messaging: bool,
    admin_override: bool,
    pub(crate) notifications_enabled: bool,
}

impl Target {
    /// Whether messages may be sent at all.
    pub(crate) fn takes_messages(&self) -> bool {
        let is_over = matches!(self.order_status, Some(OrderStatus::Archived | OrderStatus::Cancelled));
        self.admin_override || (self.is_open && self.allow_messaging && !is_over)
    }
}

/// Somebody who takes part.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Participant {
    pub(crate) id: UserId,
    pub(crate) role: Role,
}

/// The conversation `id`, if `viewer` sees it.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: ThreadId,
) -> Result<Option<Target>, DbErr> {
    select(db, viewer, id, "").await
}

/// The same, locked: messages of a conversation are written one after the other, so that nobody who knows a message
/// misses an earlier one.
pub(crate) async fn lock(
    tx: &impl ConnectionTrait,
    viewer: Viewer,
    id: ThreadId,
) -> Result<Option<Target>, DbErr> {
    select(tx, viewer, id, "FOR NO KEY UPDATE OF t").await
}

async fn select(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: ThreadId,
    lock: &str,
) -> Result<Option<Target>, DbErr> {
    let mut sql = Sql::default();
    let (seen, id) = (viewer.finds(&mut sql), sql.bind(id));
    let text = format!(
        "SELECT t.id, t.website_id, t.order_id, o.status AS order_status,
            coalesce(o.client_id, b.client_id) AS client_id,
            coalesce(o.assigned_writer_id, b.assigned_writer_id) AS writer_id,
            t.closed_at IS NULL AS is_open, t.allow_messaging, t.admin_override, t.notifications_enabled
        FROM threads t LEFT JOIN orders o ON o.id = t.order_id
        LEFT JOIN class_bundles b ON b.id = t.class_bundle_id
        WHERE t.id = {id} AND {seen} {lock}"
    );
    sql.one(db, &text).await
}

/// Those who have not left, first come first.
pub(crate) async fn participants(
    db: &impl ConnectionTrait,
    thread: ThreadId,
) -> Result<Vec<Participant>, DbErr> {
    let mut sql = Sql::default();
    let thread = sql.bind(thread);
    let text = format!(
        "SELECT p.user_id AS id, p.role FROM thread_participants p
        WHERE p.thread_id = {thread} AND p.left_at IS NULL ORDER BY p.joined_at, p.id"
    );
    sql.all(db, &text).await
}
