//! `POST /api/v1/orders/disputes/{id}/resolve_dispute`

use axum::{Json, extract::State, response::Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use tally_auth::{Desk, Once, Permission, ScopeQuery, Scoped, audit::Trail};
use tally_db::Db;
use tally_entity::{DisputeId, ResolutionOutcome, UserId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, PathParam, Problems, Text, access::DESK};
use tally_kernel::Clock;
use utoipa::ToSchema;

use super::row::DisputeRow;
use crate::disputes::{
    act::{self, unknown},
    repository::{
        dispute::{self, Viewer},
        resolve_dispute::Resolution,
    },
};

/// How a dispute ends.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DisputeResolution {
    #[schema(inline)]
    resolution_outcome: Outcome,
    resolution_notes: Text<1, 5000>,
    /// When the work is due instead; needed for `extend_deadline`, and of no meaning otherwise.
    extended_deadline: Option<DateTime<Utc>>,
}

/// In whose favour, or what is done instead.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    ClientWins,
    /// `client_wins` again.
    FavorClient,
    WriterWins,
    /// `writer_wins` again.
    FavorWriter,
    ExtendDeadline,
    Reassign,
    Partial,
    Dismissed,
}

impl From<Outcome> for ResolutionOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::ClientWins | Outcome::FavorClient => Self::ClientWins,
            Outcome::WriterWins | Outcome::FavorWriter => Self::WriterWins,
            Outcome::ExtendDeadline => Self::ExtendDeadline,
            Outcome::Reassign => Self::Reassign,
            Outcome::Partial => Self::Partial,
            Outcome::Dismissed => Self::Dismissed,
        }
    }
}

impl DisputeResolution {
    fn checked(self, by: UserId, at: DateTime<Utc>) -> ApiResult<Resolution> {
        let Self { resolution_outcome, resolution_notes: Text(notes), extended_deadline } = self;
        let outcome = resolution_outcome.into();
        let deadline = match (outcome, extended_deadline) {
            (ResolutionOutcome::ExtendDeadline, Some(deadline)) if deadline > at => Some(deadline),
            (ResolutionOutcome::ExtendDeadline, given) => {
                let reason = if given.is_some() { "must be later than now" } else { "is required" };
                return Err(ApiError::invalid("/extended_deadline", reason));
            }
            _ => None,
        };
        Ok(Resolution { outcome, notes, deadline, by, at })
    }
}

/// Ends a dispute, and takes its order on
#[utoipa::path(
    post,
    path = "/orders/disputes/{id}/resolve_dispute",
    tag = "orders",
    params(("id" = i64, Path, description = "The dispute"), ScopeQuery, IdempotencyHeader),
    request_body = DisputeResolution,
    responses((status = OK, body = DisputeRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(DESK))),
)]
pub(crate) async fn resolve_dispute(
    State(db): State<Db>,
    State(clock): State<Clock>,
    desk: Scoped<Desk>,
    once: Once,
    trail: Trail,
    PathParam(id): PathParam<DisputeId>,
    Body(body): Body<DisputeResolution>,
) -> ApiResult<Response> {
    let resolution = body.checked(desk.id, clock.now())?;
    desk.require(db.reads(), Permission::ResolveDisputes).await?;
    let tx = once.begin(&db).await?;
    let before = act::find(&tx, desk.scope, id).await?;
    act::resolve(&tx, &desk.0, &trail, before, resolution).await?;
    let after = dispute::find(&*tx, Viewer::Staff(desk.scope), id).await?.ok_or_else(unknown)?;
    tx.commit(Json(DisputeRow::of(after, desk.role))).await
}
