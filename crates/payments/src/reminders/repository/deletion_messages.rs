//! What clients are told whose unpaid orders are removed.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, Select, Set,
    entity::prelude::*,
};
use tally_db::aggregate::count;
use tally_entity::{
    PaymentDeletionMessageId, UserId, WebsiteId, WebsiteScope, payment_deletion_message as message,
    refs::WebsiteName, user,
};
use tokio::try_join;

use super::configs::given;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Told {
    pub(crate) id: PaymentDeletionMessageId,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) message: String,
    pub(crate) send_as_notification: bool,
    pub(crate) send_as_email: bool,
    pub(crate) email_subject: Option<String>,
    pub(crate) is_active: bool,
    pub(crate) created_by_id: Option<UserId>,
    pub(crate) created_by: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// What is to be; what is absent stays, or is as the table says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    pub(crate) website: Option<WebsiteId>,
    pub(crate) message: Option<String>,
    pub(crate) send_as_notification: Option<bool>,
    pub(crate) send_as_email: Option<bool>,
    /// An empty one takes it away.
    pub(crate) email_subject: Option<String>,
    pub(crate) is_active: Option<bool>,
}

/// How many there are, and `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    is_active: Option<bool>,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Told>), DbErr> {
    use message::Column::{Id, WebsiteId};
    let wanted = scope
        .of(message::COLUMN.website_id)
        .add_option(is_active.map(|active| message::COLUMN.is_active.eq(active)));
    let rows = message::Entity::find().select_only().filter(wanted);
    let page = with_columns(rows.clone())
        .order_by_asc(WebsiteId)
        .order_by_asc(Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(rows.expr_as(count(), "count").into_tuple().require_one(db), page)
}

/// Nothing when there is none in the scope.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: PaymentDeletionMessageId,
) -> Result<Option<Told>, DbErr> {
    let rows = message::Entity::find().select_only().filter(scope.of(message::COLUMN.website_id));
    with_columns(rows.filter(message::COLUMN.id.eq(id))).into_model().one(db).await
}

fn with_columns(rows: Select<message::Entity>) -> Select<message::Entity> {
    use message::Column as C;
    let maker = message::Entity::belongs_to(user::Entity).from(C::CreatedById).to(user::Column::Id).into();
    let rows = rows
        .columns([C::Id, C::Message, C::SendAsNotification, C::SendAsEmail, C::EmailSubject])
        .columns([C::IsActive, C::CreatedById, C::CreatedAt, C::UpdatedAt])
        .column_as(user::Column::Username, "created_by")
        .join(JoinType::LeftJoin, maker);
    WebsiteName::join(rows, C::WebsiteId)
}

/// Nothing when there is none in the scope; otherwise it stays as it is until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: PaymentDeletionMessageId,
) -> Result<Option<message::Model>, DbErr> {
    let rows = message::Entity::find_by_id(id).filter(scope.of(message::COLUMN.website_id));
    rows.lock_exclusive().one(tx).await
}

pub(crate) async fn insert(
    tx: &DatabaseTransaction,
    changes: Changes,
    by: UserId,
) -> Result<message::Model, DbErr> {
    let row = message::ActiveModel { created_by_id: Set(Some(by)), ..columns(changes) };
    row.insert(tx).await
}

pub(crate) async fn update(
    tx: &DatabaseTransaction,
    id: PaymentDeletionMessageId,
    changes: Changes,
) -> Result<message::Model, DbErr> {
    let row = message::ActiveModel { id: Set(id), ..columns(changes) };
    row.update(tx).await
}

pub(crate) async fn delete(tx: &DatabaseTransaction, id: PaymentDeletionMessageId) -> Result<(), DbErr> {
    message::Entity::delete_by_id(id).exec(tx).await.map(|_| ())
}

fn columns(changes: Changes) -> message::ActiveModel {
    let Changes { website, message, send_as_notification, send_as_email, email_subject, is_active } = changes;
    message::ActiveModel {
        website_id: given(website),
        message: given(message),
        send_as_notification: given(send_as_notification),
        send_as_email: given(send_as_email),
        email_subject: given(email_subject.map(|text| Some(text).filter(|text| !text.is_empty()))),
        is_active: given(is_active),
        ..Default::default()
    }
}
