//! People who may take part in a conversation.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{OrderId, OrderStatus, Role, UserId, WebsiteId, refs::UserName};

use crate::{
    sql::{Sql, person},
    viewer::Viewer,
};

/// Staff that can be written to, by the name `u`.
pub(crate) const AT_WORK: &str = "u.role IN ('superadmin', 'admin', 'editor', 'support')
    AND u.deleted_at IS NULL AND u.is_active AND NOT u.is_suspended";

/// What a conversation needs to know about an order.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Order {
    pub(crate) website_id: WebsiteId,
    pub(crate) client_id: Option<UserId>,
    pub(crate) assigned_writer_id: Option<UserId>,
    pub(crate) status: OrderStatus,
}

/// Somebody who may be written to.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Person {
    pub(crate) id: UserId,
    pub(crate) role: Role,
    pub(crate) website_id: Option<WebsiteId>,
    /// Works for the business, and is there.
    pub(crate) is_at_work: bool,
}

#[derive(Debug, FromQueryResult)]
struct Named {
    #[sea_orm(nested(prefix = "person_"))]
    person: UserName,
}

const ORDER: &str = "SELECT o.website_id, o.client_id, o.assigned_writer_id, o.status FROM orders o";

/// An order that `viewer` may talk about.
pub(crate) async fn order(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: OrderId,
) -> Result<Option<Order>, DbErr> {
    let mut sql = Sql::default();
    let (seen, id) = (viewer.orders(&mut sql), sql.bind(id));
    sql.one(db, &format!("{ORDER} WHERE o.id = {id} AND {seen}")).await
}

/// The same, kept from changing until the transaction ends. Whoever opens a conversation about it waits for the other.
pub(crate) async fn lock_order(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: OrderId,
) -> Result<Option<Order>, DbErr> {
    let mut sql = Sql::default();
    let (seen, id) = (viewer.orders(&mut sql), sql.bind(id));
    sql.one(db, &format!("{ORDER} WHERE o.id = {id} AND {seen} FOR NO KEY UPDATE")).await
}

/// These people, by id, kept until the transaction ends when there is no order to wait for.
pub(crate) async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[UserId],
    lock: bool,
) -> Result<Vec<Person>, DbErr> {
    let mut sql = Sql::default();
    let ids = sql.bind(ids.iter().map(|id| id.0).collect::<Vec<_>>());
    let lock = if lock { "FOR NO KEY UPDATE" } else { "" };
    let text = format!(
        "SELECT u.id, u.role, u.website_id, {AT_WORK} AS is_at_work FROM users u
        WHERE u.id = ANY({ids}) AND u.deleted_at IS NULL ORDER BY u.id {lock}"
    );
    sql.all(db, &text).await
}

/// Who answers people of a website: its first support, or else its first admin.
pub(crate) async fn desk(db: &impl ConnectionTrait, website: WebsiteId) -> Result<Option<Person>, DbErr> {
    let mut sql = Sql::default();
    let website = sql.bind(website);
    let text = format!(
        "SELECT u.id, u.role, u.website_id, true AS is_at_work FROM users u
        WHERE u.website_id = {website} AND u.role IN ('support', 'admin') AND {AT_WORK}
        ORDER BY u.role DESC, u.id LIMIT 1"
    );
    sql.one(db, &text).await
}

/// Somebody whom the picker of people offers to `viewer`.
pub(crate) async fn offered(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    id: UserId,
) -> Result<Option<Person>, DbErr> {
    let mut sql = Sql::default();
    let id = sql.bind(id);
    let desk = |sql: &mut Sql| {
        let here = viewer.in_scope(sql, "u.website_id");
        format!("u.role IN ('support', 'admin') AND ({here} OR u.website_id IS NULL)")
    };
    let shown = match viewer.role {
        Role::Client => {
            let (desk, me) = (desk(&mut sql), sql.bind(viewer.id));
            format!(
                "{desk} OR u.id IN (SELECT o.assigned_writer_id FROM orders o
                WHERE o.client_id = {me} AND o.deleted_at IS NULL)"
            )
        }
        Role::Writer => {
            let (desk, me) = (desk(&mut sql), sql.bind(viewer.id));
            format!(
                "{desk} OR u.id IN (SELECT o.client_id FROM orders o
                WHERE o.assigned_writer_id = {me} AND o.deleted_at IS NULL)"
            )
        }
        _ => {
            let here = viewer.in_scope(&mut sql, "u.website_id");
            format!("{here} OR (u.website_id IS NULL AND {AT_WORK})")
        }
    };
    let text = format!(
        "SELECT u.id, u.role, u.website_id, {AT_WORK} AS is_at_work FROM users u
        WHERE u.id = {id} AND u.deleted_at IS NULL AND u.is_active AND ({shown})"
    );
    sql.one(db, &text).await
}

/// Client and writer of an order, then the staff of its website by role, without `viewer`.
pub(crate) async fn around(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    order: Order,
) -> Result<Vec<UserName>, DbErr> {
    let mut sql = Sql::default();
    let (me, website) = (sql.bind(viewer.id), sql.bind(order.website_id));
    let (client, writer) = (sql.bind(order.client_id), sql.bind(order.assigned_writer_id));
    let text = format!(
        "SELECT {} FROM users u LEFT JOIN writer_profiles w ON w.user_id = u.id
        WHERE u.id <> {me} AND u.deleted_at IS NULL AND (u.id IN ({client}, {writer})
            OR ({AT_WORK} AND (u.website_id = {website} OR u.website_id IS NULL)))
        ORDER BY CASE WHEN u.id = {client} THEN 0 WHEN u.id = {writer} THEN 1 ELSE
            array_position(ARRAY['', '', 'support', 'admin', 'superadmin', 'editor'], u.role::text) END, u.id",
        person("person", "u", "w", "u.role"),
    );
    let rows: Vec<Named> = sql.all(db, &text).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}
