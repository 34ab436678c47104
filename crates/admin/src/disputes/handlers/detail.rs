//! `GET /api/v1/orders/disputes/{id}`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{DisputeId, DisputeResponseId, Role};
use tally_http::{ApiResult, PathParam, Problems, UserRef, access::MEMBER};
use utoipa::ToSchema;

use super::row::DisputeRow;
use crate::disputes::{
    act::unknown,
    repository::{
        detail::{self, Response},
        dispute::Viewer,
    },
};

/// A dispute and what people say about it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DisputeAnswer {
    #[serde(flatten)]
    dispute: DisputeRow,
    /// Oldest first.
    responses: Vec<DisputeStatement>,
}

/// What somebody says about a dispute.
#[derive(Debug, Serialize, ToSchema)]
struct DisputeStatement {
    #[schema(value_type = i64)]
    id: DisputeResponseId,
    responded_by: UserRef,
    body: String,
    created_at: DateTime<Utc>,
}

impl DisputeStatement {
    fn of(row: Response, reader: Role) -> Self {
        let Response { id, speaker, body, created_at } = row;
        Self { id, responded_by: UserRef::seen_by(reader, speaker), body, created_at }
    }
}

/// The disputes that exist for this caller.
fn viewer(member: &Scoped<Member>) -> Viewer {
    if member.is_staff() { Viewer::Staff(member.scope) } else { Viewer::Party(member.id) }
}

/// One dispute: of the scope for staff, for others one they are part of
#[utoipa::path(
    get,
    path = "/orders/disputes/{id}",
    tag = "orders",
    params(("id" = i64, Path, description = "The dispute"), ScopeQuery),
    responses((status = OK, body = DisputeAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_dispute(
    State(db): State<Db>,
    member: Scoped<Member>,
    PathParam(id): PathParam<DisputeId>,
) -> ApiResult<Json<DisputeAnswer>> {
    let found = detail::load(db.reads(), viewer(&member), id).await?;
    let (dispute, responses) = found.ok_or_else(unknown)?;
    let responses = responses.into_iter().map(|row| DisputeStatement::of(row, member.role)).collect();
    Ok(Json(DisputeAnswer { dispute: DisputeRow::of(dispute, member.role), responses }))
}
