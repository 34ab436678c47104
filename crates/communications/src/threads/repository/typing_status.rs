//! The names of those who type.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{ThreadId, UserId, refs::UserName};

use crate::{
    sql::{Sql, person},
    viewer::Viewer,
};

#[derive(Debug, FromQueryResult)]
struct Named {
    #[sea_orm(nested(prefix = "person_"))]
    person: Option<UserName>,
}

/// These people, by id; nothing when `viewer` does not see the conversation.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    thread: ThreadId,
    typing: &[UserId],
) -> Result<Option<Vec<UserName>>, DbErr> {
    let mut sql = Sql::default();
    let (seen, thread) = (viewer.finds(&mut sql), sql.bind(thread));
    let ids = sql.bind(typing.iter().map(|id| id.0).collect::<Vec<_>>());
    let text = format!(
        "SELECT {} FROM threads t LEFT JOIN orders o ON o.id = t.order_id
        LEFT JOIN users u ON u.id = ANY({ids}) LEFT JOIN writer_profiles w ON w.user_id = u.id
        WHERE t.id = {thread} AND {seen} ORDER BY u.id",
        person("person", "u", "w", "u.role"),
    );
    let rows: Vec<Named> = sql.all(db, &text).await?;
    Ok((!rows.is_empty()).then(|| rows.into_iter().filter_map(|row| row.person).collect()))
}
