//! Whom a message is to.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{Role, UserId};

use super::target::{Participant, Target};
use crate::{sql::Sql, threads::repository::people::AT_WORK, viewer::Viewer};

#[derive(Debug, FromQueryResult)]
struct Found {
    id: UserId,
    role: Role,
}

/// The person `id`, if `viewer` may write to him there: a participant, client or writer of the work, or staff that
/// looks after the website.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    target: &Target,
    id: UserId,
) -> Result<Option<Participant>, DbErr> {
    let mut sql = Sql::default();
    let (id, me, thread) = (sql.bind(id), sql.bind(viewer.id), sql.bind(target.id));
    let (client, writer, website) =
        (sql.bind(target.client_id), sql.bind(target.writer_id), sql.bind(target.website_id));
    let text = format!(
        "SELECT u.id, u.role FROM users u
        WHERE u.id = {id} AND u.id <> {me} AND u.deleted_at IS NULL AND (u.id IN ({client}, {writer})
            OR EXISTS (SELECT FROM thread_participants p
                WHERE p.thread_id = {thread} AND p.user_id = u.id AND p.left_at IS NULL)
            OR ({AT_WORK} AND (u.website_id = {website} OR u.website_id IS NULL)))"
    );
    let found = sql.one::<Found>(db, &text).await?;
    Ok(found.map(|Found { id, role }| Participant { id, role }))
}
