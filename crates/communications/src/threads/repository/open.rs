//! Finding a conversation that exists, or making it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, Set, entity::prelude::*};
use tally_entity::{OrderId, Role, ThreadId, ThreadType, UserId, WebsiteId, thread, thread_participant};

use crate::sql::Sql;

/// A conversation between exactly these people.
#[derive(Debug)]
pub(crate) struct Between<'a> {
    pub(crate) website: WebsiteId,
    pub(crate) order: Option<OrderId>,
    pub(crate) thread_type: ThreadType,
    pub(crate) subject: Option<String>,
    /// Whoever opens it first, then those he opens it for.
    pub(crate) people: &'a [(UserId, Role)],
}

#[derive(Debug, FromQueryResult)]
struct Found {
    id: ThreadId,
}

/// The oldest one about the same order, or about none, of the same type.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    between: &Between<'_>,
) -> Result<Option<ThreadId>, DbErr> {
    let Between { website, order, thread_type, subject: _, people } = between;
    let mut ids: Vec<i64> = people.iter().map(|(id, _)| id.0).collect();
    ids.sort_unstable();
    let mut sql = Sql::default();
    let (one, kind) = (sql.bind(people[0].0), sql.bind(thread_type.as_str()));
    let (website, ids) = (sql.bind(*website), sql.bind(ids));
    let about = match order {
        Some(order) => format!("t.order_id = {}", sql.bind(*order)),
        None => "num_nonnulls(t.order_id, t.special_order_id, t.class_bundle_id) = 0".to_owned(),
    };
    let text = format!(
        "SELECT t.id FROM threads t
        WHERE {about} AND t.website_id = {website} AND t.thread_type = {kind}
            AND EXISTS (SELECT FROM thread_participants p
                WHERE p.thread_id = t.id AND p.user_id = {one} AND p.left_at IS NULL)
            AND (SELECT array_agg(p.user_id ORDER BY p.user_id) FROM thread_participants p
                WHERE p.thread_id = t.id AND p.left_at IS NULL) = {ids}
        ORDER BY t.id LIMIT 1"
    );
    Ok(sql.one::<Found>(db, &text).await?.map(|found| found.id))
}

/// Makes it.
pub(crate) async fn make(
    tx: &impl ConnectionTrait,
    between: Between<'_>,
    now: DateTime<Utc>,
) -> Result<ThreadId, DbErr> {
    let Between { website, order, thread_type, subject, people } = between;
    let row = thread::ActiveModel {
        website_id: Set(website),
        thread_type: Set(thread_type),
        order_id: Set(order),
        subject: Set(subject),
        sender_role: Set(people.first().map(|(_, role)| *role)),
        recipient_role: Set(people.get(1).map(|(_, role)| *role)),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    let id = thread::Entity::insert(row).exec(tx).await?.last_insert_id;
    let participant = |(user, role): &(UserId, Role)| thread_participant::ActiveModel {
        website_id: Set(website),
        thread_id: Set(id),
        user_id: Set(*user),
        role: Set(*role),
        joined_at: Set(now),
        ..Default::default()
    };
    let rows = people.iter().map(participant);
    thread_participant::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(id)
}
