//! One page of somebody's conversations.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_db::search::prefixes;
use tally_entity::{ClassBundleId, OrderId, SpecialOrderId, UserId};
use tokio::try_join;

use super::thread::{Peopled, Thread, with_columns, with_people};
use crate::{sql::Sql, viewer::Viewer};

/// Which conversations are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) order: Option<OrderId>,
    pub(crate) special_order: Option<SpecialOrderId>,
    pub(crate) class_bundle: Option<ClassBundleId>,
    pub(crate) thread_type: Option<String>,
    pub(crate) is_active: Option<bool>,
    pub(crate) unread: Option<bool>,
    pub(crate) participant: Option<UserId>,
    /// Beginnings of words of the subject or the order's topic, or an id.
    pub(crate) search: Option<String>,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    UpdatedAt,
    CreatedAt,
    Id,
}

/// Columns, and whether the greatest comes first.
pub(crate) type Order = Vec<(Key, bool)>;

#[derive(Debug, FromQueryResult)]
struct Count {
    count: i64,
}

/// How many there are, and `limit` of them after the first `offset`. Three statements.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    order: &Order,
    slice: (u64, u64),
) -> Result<(i64, Vec<Peopled>), DbErr> {
    try_join!(counted(db, viewer, wanted), page(db, viewer, wanted, order, slice))
}

/// The rows of a page, without how many there are. Two statements.
pub(crate) async fn page(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    order: &Order,
    (limit, offset): (u64, u64),
) -> Result<Vec<Peopled>, DbErr> {
    let mut sql = Sql::default();
    let (condition, order) = (wanted.condition(&mut sql, viewer), sorted(order));
    let bound = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let (limit, offset) = (sql.bind(bound(limit)), sql.bind(bound(offset)));
    let found = format!(
        "SELECT t.* FROM threads t {} WHERE {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}",
        wanted.join(),
    );
    let text = with_columns(&mut sql, viewer, &found, &order);
    let threads: Vec<Thread> = sql.all(db, &text).await?;
    with_people(db, threads).await
}

async fn counted(db: &impl ConnectionTrait, viewer: Viewer, wanted: &Wanted) -> Result<i64, DbErr> {
    let mut sql = Sql::default();
    let condition = wanted.condition(&mut sql, viewer);
    let text = format!("SELECT count(*) AS count FROM threads t {} WHERE {condition}", wanted.join());
    Ok(sql.one::<Count>(db, &text).await?.map_or(0, |found| found.count))
}

fn sorted(order: &Order) -> String {
    let last = (Key::Id, order.first().is_none_or(|(_, descending)| *descending));
    let by = |(key, descending): &(Key, bool)| {
        let column = match key {
            Key::UpdatedAt => "t.updated_at",
            Key::CreatedAt => "t.created_at",
            Key::Id => "t.id",
        };
        format!("{column} {}", if *descending { "DESC" } else { "ASC" })
    };
    order.iter().chain([&last]).map(by).collect::<Vec<_>>().join(", ")
}

impl Wanted {
    /// The order is looked at only for its topic.
    fn join(&self) -> &'static str {
        if self.search.is_some() { "LEFT JOIN orders o ON o.id = t.order_id" } else { "" }
    }

    fn condition(&self, sql: &mut Sql, viewer: Viewer) -> String {
        let Self { order, special_order, class_bundle, thread_type, is_active, unread, participant, search } =
            self;
        let mut all = vec![viewer.lists(sql)];
        all.extend(order.map(|id| format!("t.order_id = {}", sql.bind(id))));
        all.extend(special_order.map(|id| format!("t.special_order_id = {}", sql.bind(id))));
        all.extend(class_bundle.map(|id| format!("t.class_bundle_id = {}", sql.bind(id))));
        all.extend(thread_type.clone().map(|word| format!("t.thread_type = {}", sql.bind(word))));
        // In the words of the index of active conversations.
        all.extend(
            is_active.map(|active| format!("t.closed_at IS {}NULL", if active { "" } else { "NOT " })),
        );
        if let Some(unread) = unread {
            let (not, me) = (if *unread { "" } else { "NOT " }, sql.bind(viewer.id));
            all.push(format!(
                "{not}EXISTS (SELECT FROM message_receipts r
                WHERE r.user_id = {me} AND r.thread_id = t.id AND r.read_at IS NULL)"
            ));
        }
        if let Some(user) = participant {
            let user = sql.bind(*user);
            all.push(format!(
                "EXISTS (SELECT FROM thread_participants p
                WHERE p.thread_id = t.id AND p.user_id = {user} AND p.left_at IS NULL)"
            ));
        }
        if let Some(search) = search {
            let (words, id) = (sql.bind(prefixes(search)), sql.bind(search.trim().parse::<i64>().ok()));
            all.push(format!(
                "(to_tsvector('simple', coalesce(t.subject, '') || ' ' || coalesce(o.topic, ''))
                @@ to_tsquery('simple', {words}) OR t.id = {id})"
            ));
        }
        all.join(" AND ")
    }
}
