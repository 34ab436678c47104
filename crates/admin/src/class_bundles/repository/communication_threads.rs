//! Conversations about bundles.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, ExprTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, SelectStatement},
};
use tally_entity::{ClassBundleId, ThreadId, ThreadType, WebsiteScope, message, thread};

use super::work::about_bundles;

const LAST: &str = "last";

#[derive(Debug, FromQueryResult)]
pub(crate) struct BundleThread {
    pub(crate) bundle_id: ClassBundleId,
    pub(crate) bundle_client: String,
    pub(crate) id: ThreadId,
    pub(crate) thread_type: ThreadType,
    pub(crate) subject: Option<String>,
    pub(crate) is_active: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
    /// The newest that was not deleted.
    #[sea_orm(nested(prefix = "last_"))]
    pub(crate) last: Option<LastMessage>,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct LastMessage {
    pub(crate) body: String,
    pub(crate) sent_at: DateTime<Utc>,
}

/// The `limit` that moved last, of one bundle or all.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    bundle: Option<ClassBundleId>,
    limit: u64,
) -> Result<Vec<BundleThread>, DbErr> {
    use thread::Column::{ClassBundleId, CreatedAt, Id, Subject, ThreadType, UpdatedAt};
    let thread = thread::COLUMN;
    let of_last = |column: &'static str| Expr::col((Alias::new(LAST), Alias::new(column)));
    let mut threads = about_bundles(thread::Entity::find().select_only(), ClassBundleId)
        .columns([Id, ThreadType, Subject, CreatedAt, UpdatedAt])
        .expr_as(thread.closed_at.is_null(), "is_active")
        .expr_as(of_last("body"), "last_body")
        .expr_as(of_last("sent_at"), "last_sent_at")
        .filter(scope.of(thread.website_id))
        .apply_if(bundle, |threads, id| threads.filter(thread.class_bundle_id.eq(id)));
    QueryTrait::query(&mut threads).join_lateral(JoinType::LeftJoin, last_message(), LAST, Condition::all());
    threads.order_by_desc(UpdatedAt).order_by_desc(Id).limit(limit).into_model().all(db).await
}

fn last_message() -> SelectStatement {
    use message::Column::{Body, Id, SentAt, ThreadId};
    message::Entity::find()
        .select_only()
        .columns([Body, SentAt])
        .filter(ThreadId.into_expr().eq(thread::Column::Id.into_expr()))
        .filter(message::COLUMN.deleted_at.is_null())
        .order_by_desc(SentAt)
        .order_by_desc(Id)
        .limit(1)
        .into_query()
}
