//! Reminders, and when each is due.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue, ActiveValue::NotSet, DatabaseTransaction, DbErr, FromQueryResult, JoinType, QueryOrder,
    QuerySelect, Select, Set, SqlErr, entity::prelude::*,
};
use tally_db::aggregate::count;
use tally_entity::{
    PaymentReminderConfigId, UserId, WebsiteId, WebsiteScope, payment_reminder_config as config,
    refs::WebsiteName, user, website,
};
use tokio::try_join;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Config {
    pub(crate) id: PaymentReminderConfigId,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    pub(crate) name: String,
    /// In hundredths of a percent.
    pub(crate) share: i64,
    pub(crate) message: String,
    pub(crate) send_as_notification: bool,
    pub(crate) send_as_email: bool,
    pub(crate) email_subject: Option<String>,
    pub(crate) is_active: bool,
    pub(crate) display_order: i32,
    pub(crate) created_by_id: Option<UserId>,
    pub(crate) created_by: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// What is to be; what is absent stays, or is as the table says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    pub(crate) website: Option<WebsiteId>,
    pub(crate) name: Option<String>,
    /// In hundredths of a percent.
    pub(crate) share: Option<i64>,
    pub(crate) message: Option<String>,
    pub(crate) send_as_notification: Option<bool>,
    pub(crate) send_as_email: Option<bool>,
    /// An empty one takes it away.
    pub(crate) email_subject: Option<String>,
    pub(crate) is_active: Option<bool>,
    pub(crate) display_order: Option<i32>,
}

/// Why a row is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The website has a reminder at that share.
    Taken,
    /// It was sent to somebody.
    Sent,
}

/// How many there are, and `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    is_active: Option<bool>,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Config>), DbErr> {
    use config::Column::{DeadlinePct, DisplayOrder, Id};
    let wanted = scope
        .of(config::COLUMN.website_id)
        .add_option(is_active.map(|active| config::COLUMN.is_active.eq(active)));
    let rows = config::Entity::find().select_only().filter(wanted);
    let page = with_columns(rows.clone())
        .order_by_asc(DisplayOrder)
        .order_by_asc(DeadlinePct)
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
    id: PaymentReminderConfigId,
) -> Result<Option<Config>, DbErr> {
    let rows = config::Entity::find().select_only().filter(scope.of(config::COLUMN.website_id));
    with_columns(rows.filter(config::COLUMN.id.eq(id))).into_model().one(db).await
}

fn with_columns(rows: Select<config::Entity>) -> Select<config::Entity> {
    use config::Column as C;
    let maker = config::Entity::belongs_to(user::Entity).from(C::CreatedById).to(user::Column::Id).into();
    let rows = rows
        .columns([C::Id, C::Name, C::Message, C::SendAsNotification, C::SendAsEmail, C::EmailSubject])
        .columns([C::IsActive, C::DisplayOrder, C::CreatedById, C::CreatedAt, C::UpdatedAt])
        .expr_as(Expr::cust("(deadline_pct * 100)::bigint"), "share")
        .column_as(user::Column::Username, "created_by")
        .join(JoinType::LeftJoin, maker);
    WebsiteName::join(rows, C::WebsiteId)
}

/// Nothing when there is none in the scope; otherwise it stays as it is until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    scope: WebsiteScope,
    id: PaymentReminderConfigId,
) -> Result<Option<config::Model>, DbErr> {
    let rows = config::Entity::find_by_id(id).filter(scope.of(config::COLUMN.website_id));
    rows.lock_exclusive().one(tx).await
}

/// Whether there is such a website.
pub(crate) async fn has_website(tx: &DatabaseTransaction, id: WebsiteId) -> Result<bool, DbErr> {
    Ok(website::Entity::find_by_id(id).one(tx).await?.is_some())
}

pub(crate) async fn insert(
    tx: &DatabaseTransaction,
    changes: Changes,
    by: UserId,
) -> Result<Result<config::Model, Refusal>, DbErr> {
    let row = config::ActiveModel { created_by_id: Set(Some(by)), ..columns(changes) };
    refused(row.insert(tx).await)
}

pub(crate) async fn update(
    tx: &DatabaseTransaction,
    id: PaymentReminderConfigId,
    changes: Changes,
) -> Result<Result<config::Model, Refusal>, DbErr> {
    let row = config::ActiveModel { id: Set(id), ..columns(changes) };
    refused(row.update(tx).await)
}

pub(crate) async fn delete(
    tx: &DatabaseTransaction,
    id: PaymentReminderConfigId,
) -> Result<Result<(), Refusal>, DbErr> {
    refused(config::Entity::delete_by_id(id).exec(tx).await.map(|_| ()))
}

/// After a refusal the transaction is of no more use.
fn refused<T>(written: Result<T, DbErr>) -> Result<Result<T, Refusal>, DbErr> {
    match written {
        Ok(row) => Ok(Ok(row)),
        Err(error) => match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Ok(Err(Refusal::Taken)),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => Ok(Err(Refusal::Sent)),
            _ => Err(error),
        },
    }
}

/// What is absent is left to the table.
pub(super) fn given<T: Into<sea_orm::Value>>(value: Option<T>) -> ActiveValue<T> {
    value.map_or(NotSet, Set)
}

fn columns(changes: Changes) -> config::ActiveModel {
    let Changes {
        website,
        name,
        share,
        message,
        send_as_notification,
        send_as_email,
        email_subject,
        is_active,
        display_order,
    } = changes;
    config::ActiveModel {
        website_id: given(website),
        name: given(name),
        deadline_pct: given(share.map(|share| Decimal::new(share, 2))),
        message: given(message),
        send_as_notification: given(send_as_notification),
        send_as_email: given(send_as_email),
        email_subject: given(email_subject.map(|text| Some(text).filter(|text| !text.is_empty()))),
        is_active: given(is_active),
        display_order: given(display_order),
        ..Default::default()
    }
}
