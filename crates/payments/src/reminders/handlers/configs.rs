//! `/api/v1/order-payments/payment-reminder-configs` and one of them

mod form;
mod row;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde_json::json;
use tally_auth::{
    Admin, Once, Permission, ScopeQuery, Scoped, Staff,
    audit::{ActionKind, Trail},
};
use tally_db::Db;
use tally_entity::{PaymentReminderConfigId, payment_reminder_config as config};
use tally_http::{
    ApiError, ApiResult, Body, IdempotencyHeader, Page, PageQuery, Paging, Params, PathParam, Problems,
    access::{ADMIN, STAFF},
};

use self::{
    form::{ReminderConfigChanges, ReminderConfigForm},
    row::ReminderConfig,
};
use super::filter::ActiveQuery;
use crate::reminders::{
    act::Act,
    repository::configs::{self, Changes, Refusal},
};

const TABLE: &str = "payment_reminder_config";

fn unknown() -> ApiError {
    ApiError::not_found("There is no such reminder.")
}

fn conflict(refusal: Refusal) -> ApiError {
    ApiError::conflict(match refusal {
        Refusal::Taken => "The website already has a reminder at that percentage.",
        Refusal::Sent => "This reminder was already sent; deactivate it instead.",
    })
}

fn columns(row: &config::Model) -> serde_json::Value {
    json!({
        "website_id": row.website_id,
        "name": row.name,
        "deadline_pct": row.deadline_pct.to_string(),
        "message": row.message,
        "send_as_notification": row.send_as_notification,
        "send_as_email": row.send_as_email,
        "email_subject": row.email_subject,
        "is_active": row.is_active,
        "display_order": row.display_order,
    })
}

/// When clients are reminded to pay
#[utoipa::path(
    get,
    path = "/order-payments/payment-reminder-configs",
    tag = "payments",
    params(ScopeQuery, ActiveQuery, PageQuery),
    responses((status = OK, body = Page<ReminderConfig>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn list_reminder_configs(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    paging: Paging<250, 100>,
    Params(query): Params<ActiveQuery>,
) -> ApiResult<Json<Page<ReminderConfig>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = configs::load(db.reads(), staff.scope, query.wanted(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}

/// One reminder
#[utoipa::path(
    get,
    path = "/order-payments/payment-reminder-configs/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The reminder"), ScopeQuery),
    responses((status = OK, body = ReminderConfig), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(STAFF))),
)]
pub(crate) async fn get_reminder_config(
    State(db): State<Db>,
    staff: Scoped<Staff>,
    PathParam(id): PathParam<PaymentReminderConfigId>,
) -> ApiResult<Json<ReminderConfig>> {
    let found = configs::find(db.reads(), staff.scope, id).await?;
    Ok(Json(found.ok_or_else(unknown)?.into()))
}

/// Adds a reminder
#[utoipa::path(
    post,
    path = "/order-payments/payment-reminder-configs",
    tag = "payments",
    params(ScopeQuery, IdempotencyHeader),
    request_body = ReminderConfigForm,
    responses((status = CREATED, body = ReminderConfig), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn create_reminder_config(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    Body(form): Body<ReminderConfigForm>,
) -> ApiResult<Response> {
    let changes = form.checked()?;
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let act = Act { tx: &tx, admin: &admin, trail: &trail };
    let website = act.website(changes.website).await?;
    let changes = Changes { website: Some(website), ..changes };
    let row = configs::insert(&tx, changes, admin.id).await?.map_err(conflict)?;
    let action = format!("Created reminder config {}", row.name);
    let target = (TABLE, row.id.0);
    act.record(ActionKind::Created, action, website, target, None, Some(columns(&row))).await?;
    let shown = shown(&act, row.id).await?;
    tx.commit((StatusCode::CREATED, Json(shown))).await
}

/// Changes all of a reminder
#[utoipa::path(
    put,
    path = "/order-payments/payment-reminder-configs/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The reminder"), ScopeQuery, IdempotencyHeader),
    request_body = ReminderConfigForm,
    responses((status = OK, body = ReminderConfig), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn replace_reminder_config(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<PaymentReminderConfigId>,
    Body(form): Body<ReminderConfigForm>,
) -> ApiResult<Response> {
    let changes = form.checked()?;
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let shown = change(&Act { tx: &tx, admin: &admin, trail: &trail }, id, changes, true).await?;
    tx.commit(Json(shown)).await
}

/// Changes some of a reminder
#[utoipa::path(
    patch,
    path = "/order-payments/payment-reminder-configs/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The reminder"), ScopeQuery, IdempotencyHeader),
    request_body = ReminderConfigChanges,
    responses((status = OK, body = ReminderConfig), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn update_reminder_config(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<PaymentReminderConfigId>,
    Body(form): Body<ReminderConfigChanges>,
) -> ApiResult<Response> {
    let changes = form.checked()?;
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let shown = change(&Act { tx: &tx, admin: &admin, trail: &trail }, id, changes, false).await?;
    tx.commit(Json(shown)).await
}

/// Removes a reminder that was never sent
#[utoipa::path(
    delete,
    path = "/order-payments/payment-reminder-configs/{id}",
    tag = "payments",
    params(("id" = i64, Path, description = "The reminder"), ScopeQuery, IdempotencyHeader),
    responses((status = NO_CONTENT, description = "It is gone"), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn delete_reminder_config(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<PaymentReminderConfigId>,
) -> ApiResult<Response> {
    admin.require(db.reads(), Permission::ManageFinancials).await?;
    let tx = once.begin(&db).await?;
    let row = configs::lock(&tx, admin.scope, id).await?.ok_or_else(unknown)?;
    configs::delete(&tx, id).await?.map_err(conflict)?;
    let action = format!("Deleted reminder config {}", row.name);
    let act = Act { tx: &tx, admin: &admin, trail: &trail };
    act.record(ActionKind::Deleted, action, row.website_id, (TABLE, id.0), Some(columns(&row)), None).await?;
    tx.commit(StatusCode::NO_CONTENT).await
}

/// As `whole` says, a caller who sees every website must name one.
async fn change(
    act: &Act<'_>,
    id: PaymentReminderConfigId,
    changes: Changes,
    whole: bool,
) -> ApiResult<ReminderConfig> {
    let before = configs::lock(act.tx, act.admin.scope, id).await?.ok_or_else(unknown)?;
    let website = match changes.website {
        None if !whole => None,
        named => Some(act.website(named).await?),
    };
    let changes = Changes { website, ..changes };
    let after = configs::update(act.tx, id, changes).await?.map_err(conflict)?;
    let action = format!("Updated reminder config {}", after.name);
    let (was, is) = (Some(columns(&before)), Some(columns(&after)));
    act.record(ActionKind::Updated, action, before.website_id, (TABLE, id.0), was, is).await?;
    shown(act, id).await
}

async fn shown(act: &Act<'_>, id: PaymentReminderConfigId) -> ApiResult<ReminderConfig> {
    let found = configs::find(act.tx, tally_entity::WebsiteScope::All, id).await?;
    found.map(Into::into).ok_or_else(|| ApiError::internal("a reminder that was just written is gone"))
}
