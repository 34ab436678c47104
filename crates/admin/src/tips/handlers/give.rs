//! `POST /api/v1/writer-management/tips`

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::Deserialize;
use serde_json::json;
use tally_auth::{Client, Once, audit::Trail};
use tally_db::Db;
use tally_entity::{ClassBundleId, OrderId, PaymentMethod, UserId};
use tally_http::{ApiError, ApiResult, Body, IdempotencyHeader, Price, Problems, Text, access::CLIENT};
use tally_kernel::Clock;
use tally_lifecycle::order::Cause;
use utoipa::ToSchema;

use super::{list_tips::row::TipRow, seen::unknown};
use crate::tips::repository::{
    give::{self, Refusal, Wish, Work},
    seen::{self, Viewer},
};

const LEAST: i64 = 50;
const MOST: i64 = 500_000;

/// A tip for a writer.
#[derive(Deserialize, ToSchema)]
pub(crate) struct TipRequest {
    #[schema(value_type = i64)]
    writer_id: UserId,
    /// 0.50 to 5,000.
    #[schema(maximum = 5000)]
    tip_amount: Price,
    tip_reason: Option<Text<0, 500>>,
    payment_method: Option<TipMethod>,
    /// The order it is for.
    #[schema(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    /// `class_bundle`, with `related_entity_id`.
    related_entity_type: Option<TippedKind>,
    related_entity_id: Option<i64>,
}

/// How a tip is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TipMethod {
    #[default]
    Wallet,
    Manual,
}

impl From<TipMethod> for PaymentMethod {
    fn from(method: TipMethod) -> Self {
        match method {
            TipMethod::Wallet => Self::Wallet,
            TipMethod::Manual => Self::Manual,
        }
    }
}

/// What else than an order a tip can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum TippedKind {
    ClassBundle,
}

impl TipRequest {
    fn wish(self) -> ApiResult<Wish> {
        let Self {
            writer_id: writer,
            tip_amount: Price(cents),
            tip_reason,
            payment_method,
            order_id,
            related_entity_type,
            related_entity_id,
        } = self;
        if !(LEAST..=MOST).contains(&cents) {
            return Err(ApiError::invalid("/tip_amount", "must be between 0.50 and 5000"));
        }
        let work = match (order_id, related_entity_type, related_entity_id) {
            (Some(id), _, _) => Work::Order(id),
            (None, Some(TippedKind::ClassBundle), Some(id)) => Work::Bundle(ClassBundleId(id)),
            (None, Some(_), None) => return Err(ApiError::invalid("/related_entity_id", "is required")),
            (None, None, Some(_)) => return Err(ApiError::invalid("/related_entity_type", "is required")),
            (None, None, None) => Work::None,
        };
        let reason = tip_reason.map(|Text(reason)| reason).unwrap_or_default();
        Ok(Wish { writer, cents, reason, method: payment_method.unwrap_or_default().into(), work })
    }
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::NoWriter => ApiError::not_found("There is no such writer."),
        Refusal::NoWork => ApiError::not_found("You have no such work."),
        Refusal::OtherWriter => ApiError::conflict("Somebody else has written that."),
    }
}

/// Gives a writer a tip
#[utoipa::path(
    post,
    path = "/writer-management/tips",
    tag = "tips",
    params(IdempotencyHeader),
    request_body = TipRequest,
    responses((status = CREATED, body = TipRow), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn give_tip(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Client,
    trail: Trail,
    once: Once,
    Body(body): Body<TipRequest>,
) -> ApiResult<Response> {
    let wish = body.wish()?;
    let website = client.website_id.ok_or_else(|| refused(Refusal::NoWriter))?;
    let by = (&client.0).into();
    let cause = Cause { by, trail: &trail, action: "tip", meta: json!({}), now: clock.now() };
    let tx = once.begin(&db).await?;
    let tip = give::apply(&tx, client.id, website, wish, &cause).await?.map_err(refused)?;
    let tip = seen::find(&*tx, Viewer::Client(client.id), tip).await?.ok_or_else(unknown)?;
    tx.commit((StatusCode::CREATED, Json(TipRow::seen_by(client.role, tip)))).await
}
