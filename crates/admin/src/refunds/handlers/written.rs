//! What is said of a refund that was changed, and to whom.

use axum::Json;
use serde::Serialize;
use serde_json::{Value, json};
use tally_auth::{
    Admin, OnceWrite, Scoped,
    audit::{self, ActionKind, Entry, Trail},
};
use tally_entity::{RefundId, refund};
use tally_http::ApiResult;
use utoipa::ToSchema;

use super::{row::RefundRow, viewer::unknown};
use crate::refunds::repository::{refund as listed, visible::Viewer};

/// A refund that was changed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RefundChanged {
    success: &'static str,
    /// `success` again.
    detail: &'static str,
    refund: RefundRow,
}

/// The answer about the refund as it is now.
pub(super) async fn answer(
    tx: &OnceWrite,
    admin: &Scoped<Admin>,
    id: RefundId,
    detail: &'static str,
) -> ApiResult<Json<RefundChanged>> {
    let refund = listed::find(&**tx, Viewer::Staff(admin.scope), id).await?.ok_or_else(unknown)?;
    Ok(Json(RefundChanged { success: detail, detail, refund: RefundRow::of(refund, admin.role) }))
}

/// An entry about a refund.
pub(super) async fn record(
    tx: &OnceWrite,
    actor: audit::Actor,
    trail: &Trail,
    refund: &refund::Model,
    (kind, action, before): (ActionKind, String, Option<Value>),
) -> ApiResult<()> {
    let after = json!({
        "status": refund.status,
        "wallet_amount_cents": refund.wallet_amount_cents,
        "external_amount_cents": refund.external_amount_cents,
    });
    let (website, target) = (Some(refund.website_id), ("refund", refund.id.0));
    let entry = Entry { actor, kind, action, website, target, before, after: Some(after), trail };
    audit::record(&**tx, entry).await?;
    Ok(())
}
