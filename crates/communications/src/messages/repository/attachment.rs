//! Where the file of a message lies.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{MessageId, ThreadId};

use crate::{sql::Sql, viewer::Viewer};

#[derive(Debug, FromQueryResult)]
pub(crate) struct Stored {
    pub(crate) storage_key: String,
}

/// The file of a message that `viewer` sees, unless it is infected.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    (thread, message): (ThreadId, MessageId),
) -> Result<Option<Stored>, DbErr> {
    let mut sql = Sql::default();
    let (seen, reads) = (viewer.finds(&mut sql), viewer.reads(&mut sql));
    let (thread, message) = (sql.bind(thread), sql.bind(message));
    let text = format!(
        "SELECT f.storage_key FROM threads t LEFT JOIN orders o ON o.id = t.order_id
        JOIN messages m ON m.thread_id = t.id AND m.id = {message}
        JOIN files f ON f.id = m.attachment_file_id
        WHERE t.id = {thread} AND {seen} AND {reads} AND f.deleted_at IS NULL AND f.scan_status <> 'infected'"
    );
    sql.one(db, &text).await
}
