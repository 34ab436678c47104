use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, JoinType, Order, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, Query, SelectStatement},
};
use tally_db::search::{has_words, rank};
use tally_entity::{
    MessageId, OrderId, Role, ThreadId, UserId, message, refs::UserName, thread, thread_participant,
};

use super::Search;

#[derive(Debug, FromQueryResult)]
pub(crate) struct FoundMessage {
    pub(crate) id: MessageId,
    pub(crate) thread_id: ThreadId,
    pub(crate) subject: Option<String>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) body: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) created_at: DateTime<Utc>,
    #[sea_orm(nested(prefix = "sender_"))]
    pub(crate) sender: UserName,
}

/// Of the conversations he takes part in.
pub(super) async fn load(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Vec<FoundMessage>, DbErr> {
    use message::Column::{Body, CreatedAt, Id, SenderId, SentAt, ThreadId};
    let message = message::COLUMN;
    let staff = !matches!(search.role, Role::Writer | Role::Client);
    let for_him = Expr::cust_with_exprs(
        "($1 = '{}' OR $2 = ANY ($1))",
        [message::Column::VisibleToRoles.into_expr(), Expr::val(search.role.as_str())],
    );
    let shown = Condition::all()
        .add(message.deleted_at.is_null())
        .add(message.is_hidden.eq(false))
        .add_option((!staff).then(|| message.is_internal_note.eq(false)))
        .add(for_him)
        .add(message.thread_id.in_subquery(threads_of(search.caller)));
    let thread = message::Entity::belongs_to(thread::Entity).from(ThreadId).to(thread::Column::Id).into();
    let messages = message::Entity::find()
        .select_only()
        .columns([Id, ThreadId, Body, SentAt, CreatedAt])
        .columns([thread::Column::Subject, thread::Column::OrderId])
        .join(JoinType::InnerJoin, thread);
    UserName::join_writer(messages, SenderId, "sender")
        .filter(shown)
        .filter(search.scope.of(message.website_id))
        .filter(has_words(Body.into_expr(), search.query))
        .order_by(rank(Body.into_expr(), search.query), Order::Desc)
        .order_by_desc(SentAt)
        .order_by_desc(Id)
        .limit(search.limit)
        .into_model()
        .all(db)
        .await
}

fn threads_of(user: UserId) -> SelectStatement {
    let participant = thread_participant::COLUMN;
    Query::select()
        .column((thread_participant::Entity, thread_participant::Column::ThreadId))
        .from(thread_participant::Entity)
        .and_where(participant.user_id.eq(user))
        .and_where(participant.left_at.is_null())
        .take()
}
