//! `/api/v1/order-payments/payment-deletion-messages` and one of them

mod form;
mod row;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde_json::json;
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped, Staff,
    audit::{ActionKind, Trail},
};
use tally_db::Db;
use tally_entity::{PaymentDeletionMessageId, payment_deletion_message as message};
use tally_http::{
    ApiError, ApiResult, Body, IdempotencyHeader, Page, PageQuery, Paging, Params, PathParam, Problems,
    access::{ADMIN, STAFF},
};

use self::{
    form::{DeletionMessageChanges, DeletionMessageForm},
    row::DeletionMessage,
};
use super::filter::ActiveQuery;
use crate::reminders::{
    act::Act,
    repository::deletion_messages::{self, Changes},
};

const TABLE: &str = "payment_deletion_message";

fn unknown() -> ApiError {
    ApiError::not_found("There is no such message.")
}

fn columns(row: &message::Model) -> serde_json::Value {
    json!({
        "website_id": row.website_id,
        "message": row.message,
        "send_as_notification": row.send_as_notification,
        "send_as_email": row.send_as_email,
        "email_subject": row.email_subject,
        "is_active": row.is_active,
    })
}

/// What clients are told whose unpaid orders are removed
#[utoipa::path(
    get,
    path = "/order-payments/payment-deletion-messages",
    tag = "payments",
    params(ScopeQuery, ActiveQuery, PageQuery),
    responses((status = OK, body = Page<DeletionMessage>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn list_deletion_messages(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    paging: Paging<250, 100>,
    Params(query): Params<ActiveQuery>,
) -> ApiResult<Json<Page<DeletionMessage>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) =
        deletion_messages::load(db.reads(), staff.scope, query.wanted(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}

/// One message
#[utoipa::path(
    get,
    path = "/order-payments/payment-deletion-messages/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The message"), ScopeQuery),
    responses((status = OK, body = DeletionMessage), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_deletion_message(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    PathParam(id): PathParam<PaymentDeletionMessageId>,
) -> ApiResult<Json<DeletionMessage>> {
    let found = deletion_messages::find(db.reads(), staff.scope, id).await?;
    Ok(Json(found.ok_or_else(unknown)?.into()))
}

/// Adds a message
#[utoipa::path(
    post,
    path = "/order-payments/payment-deletion-messages",
    tag = "payments",
    params(ScopeQuery, IdempotencyHeader),
    request_body = DeletionMessageForm,
    responses((status = CREATED, body = DeletionMessage), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn create_deletion_message(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    Body(form): Body<DeletionMessageForm>,
) -> ApiResult<Response> {
    let changes = form.checked();
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let act = Act { tx: &tx, admin: &admin, trail: &trail };
    let website = act.website(changes.website).await?;
    let changes = Changes { website: Some(website), ..changes };
    let row = deletion_messages::insert(&tx, changes, admin.id).await?;
    let action = format!("Created deletion message {}", row.id);
    let target = (TABLE, row.id.0);
    act.record(ActionKind::Created, action, website, target, None, Some(columns(&row))).await?;
    let shown = shown(&act, row.id).await?;
    tx.commit((StatusCode::CREATED, Json(shown))).await
}

/// Changes all of a message
#[utoipa::path(
    put,
    path = "/order-payments/payment-deletion-messages/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The message"), ScopeQuery, IdempotencyHeader),
    request_body = DeletionMessageForm,
    responses((status = OK, body = DeletionMessage), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn replace_deletion_message(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<PaymentDeletionMessageId>,
    Body(form): Body<DeletionMessageForm>,
) -> ApiResult<Response> {
    let changes = form.checked();
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let shown = change(&Act { tx: &tx, admin: &admin, trail: &trail }, id, changes, true).await?;
    tx.commit(Json(shown)).await
}

/// Changes some of a message
#[utoipa::path(
    patch,
    path = "/order-payments/payment-deletion-messages/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The message"), ScopeQuery, IdempotencyHeader),
    request_body = DeletionMessageChanges,
    responses((status = OK, body = DeletionMessage), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn update_deletion_message(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<PaymentDeletionMessageId>,
    Body(form): Body<DeletionMessageChanges>,
) -> ApiResult<Response> {
    let changes = form.checked();
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let shown = change(&Act { tx: &tx, admin: &admin, trail: &trail }, id, changes, false).await?;
    tx.commit(Json(shown)).await
}

/// Removes a message
#[utoipa::path(
    delete,
    path = "/order-payments/payment-deletion-messages/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The message"), ScopeQuery, IdempotencyHeader),
    responses((status = NO_CONTENT, description = "It is gone"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn delete_deletion_message(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<PaymentDeletionMessageId>,
) -> ApiResult<Response> {
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let row = deletion_messages::lock(&tx, admin.scope, id).await?.ok_or_else(unknown)?;
    deletion_messages::delete(&tx, id).await?;
    let action = format!("Deleted deletion message {}", row.id);
    let act = Act { tx: &tx, admin: &admin, trail: &trail };
    act.record(ActionKind::Deleted, action, row.website_id, (TABLE, id.0), Some(columns(&row)), None).await?;
    tx.commit(StatusCode::NO_CONTENT).await
}

/// As `whole` says, a caller who sees every website must name one.
async fn change(
    act: &Act<'_>,
    id: PaymentDeletionMessageId,
    changes: Changes,
    whole: bool,
) -> ApiResult<DeletionMessage> {
    let before = deletion_messages::lock(act.tx, act.admin.scope, id).await?.ok_or_else(unknown)?;
    let website = match changes.website {
        None if !whole => None,
        named => Some(act.website(named).await?),
    };
    let changes = Changes { website, ..changes };
    let after = deletion_messages::update(act.tx, id, changes).await?;
    let action = format!("Updated deletion message {}", after.id);
    let (was, is) = (Some(columns(&before)), Some(columns(&after)));
    act.record(ActionKind::Updated, action, before.website_id, (TABLE, id.0), was, is).await?;
    shown(act, id).await
}

async fn shown(act: &Act<'_>, id: PaymentDeletionMessageId) -> ApiResult<DeletionMessage> {
    let found = deletion_messages::find(act.tx, tally_entity::WebsiteScope::All, id).await?;
    found.map(Into::into).ok_or_else(|| ApiError::internal("a message that was just written is gone"))
}
