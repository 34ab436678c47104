//! Whom somebody can write to in a conversation.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{ThreadId, refs::UserName};

use crate::{
    sql::{Sql, person},
    viewer::Viewer,
};

#[derive(Debug, FromQueryResult)]
struct Named {
    #[sea_orm(nested(prefix = "person_"))]
    person: UserName,
}

/// Client and writer of the work, then those who take part. Nobody when `viewer` does not see the conversation.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    thread: ThreadId,
) -> Result<Vec<UserName>, DbErr> {
    let mut sql = Sql::default();
    let (seen, thread, me) = (viewer.finds(&mut sql), sql.bind(thread), sql.bind(viewer.id));
    let text = format!(
        "WITH seen AS (
            SELECT t.id, coalesce(o.client_id, b.client_id) AS client,
                coalesce(o.assigned_writer_id, b.assigned_writer_id) AS writer
            FROM threads t LEFT JOIN orders o ON o.id = t.order_id
            LEFT JOIN class_bundles b ON b.id = t.class_bundle_id
            WHERE t.id = {thread} AND {seen}
        ), people AS (
            SELECT client AS id, 0 AS place, NULL::timestamptz AS joined_at FROM seen
            UNION ALL SELECT writer, 1, NULL FROM seen
            UNION ALL SELECT p.user_id, 2, p.joined_at FROM seen
                JOIN thread_participants p ON p.thread_id = seen.id AND p.left_at IS NULL
        ), each AS (SELECT id, min(place) AS place, min(joined_at) AS joined_at FROM people GROUP BY id)
        SELECT {} FROM each JOIN users u ON u.id = each.id LEFT JOIN writer_profiles w ON w.user_id = u.id
        WHERE u.id <> {me} AND u.deleted_at IS NULL ORDER BY each.place, each.joined_at, u.id",
        person("person", "u", "w", "u.role"),
    );
    let rows: Vec<Named> = sql.all(db, &text).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}
