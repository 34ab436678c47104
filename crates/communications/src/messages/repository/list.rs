//! One page of a conversation, the newest message first.

use sea_orm::{DbErr, FromQueryResult, entity::prelude::*};
use tally_entity::{MessageId, ThreadId};
use tokio::try_join;

use super::message::{Message, shown};
use crate::{sql::Sql, viewer::Viewer};

/// Which messages are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) thread: ThreadId,
    /// Only older ones than this.
    pub(crate) before: Option<MessageId>,
    /// Only newer ones than this.
    pub(crate) after: Option<MessageId>,
}

#[derive(Debug, FromQueryResult)]
struct Count {
    count: i64,
}

/// How many there are, and `limit` of them after the first `offset`. Two statements.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: Wanted,
    (limit, offset): (u64, u64),
) -> Result<(i64, Vec<Message>), DbErr> {
    let page = async {
        let mut sql = Sql::default();
        let condition = wanted.condition(&mut sql, viewer);
        let bound = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let (limit, offset) = (sql.bind(bound(limit)), sql.bind(bound(offset)));
        let found = format!(
            "SELECT m.* FROM messages m WHERE {condition}
            ORDER BY m.sent_at DESC, m.id DESC LIMIT {limit} OFFSET {offset}"
        );
        let (columns, tables) = shown(&mut sql, viewer);
        let text = format!("SELECT {columns} FROM ({found}) m {tables} ORDER BY m.sent_at DESC, m.id DESC");
        sql.all(db, &text).await
    };
    try_join!(counted(db, viewer, wanted), page)
}

async fn counted(db: &impl ConnectionTrait, viewer: Viewer, wanted: Wanted) -> Result<i64, DbErr> {
    let mut sql = Sql::default();
    let condition = wanted.condition(&mut sql, viewer);
    let text = format!("SELECT count(*) AS count FROM messages m WHERE {condition}");
    Ok(sql.one::<Count>(db, &text).await?.map_or(0, |found| found.count))
}

impl Wanted {
    fn condition(self, sql: &mut Sql, viewer: Viewer) -> String {
        let thread = sql.bind(self.thread);
        let mut all = vec![format!("m.thread_id = {thread}"), viewer.reads(sql)];
        for (than, sign) in [(self.before, "<"), (self.after, ">")] {
            all.extend(than.map(|id| {
                let id = sql.bind(id);
                format!(
                    "(m.sent_at, m.id) {sign}
                    (SELECT n.sent_at, n.id FROM messages n WHERE n.id = {id} AND n.thread_id = {thread})"
                )
            }));
        }
        all.join(" AND ")
    }
}
