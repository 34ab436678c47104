//! `GET /api/v1/admin-management/loyalty/tracking`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::LoyaltyTransactionType;
use tally_http::{ApiResult, Page, PageQuery, Paging, Params, Problems, Words, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use super::query::LoyaltyQuery;
use crate::loyalty::repository::tracking::{self, Change, SortBy};

/// What the list is sorted by.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LoyaltyOrderingQuery {
    /// timestamp or points, `-` before the greatest first.
    #[serde(default)]
    #[param(value_type = Option<String>, default = "-timestamp")]
    ordering: Words,
}

/// A change of a client's points.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoyaltyRow {
    id: i64,
    client: i64,
    client_username: String,
    client_email: String,
    website: i64,
    website_name: String,
    #[schema(value_type = String)]
    transaction_type: LoyaltyTransactionType,
    source: String,
    /// Always positive; the type tells the direction.
    points: i32,
    points_awarded: i32,
    points_redeemed: i32,
    points_deducted: i32,
    reason: String,
    explanation: String,
    order: Option<i64>,
    timestamp: DateTime<Utc>,
}

impl From<Change> for LoyaltyRow {
    fn from(row: Change) -> Self {
        let Change {
            id,
            client_id,
            username,
            email,
            website_id,
            website,
            transaction_type,
            source,
            points,
            reason,
            order_id,
            created_at,
        } = row;
        let (done, [awarded, redeemed, deducted]) = match transaction_type {
            LoyaltyTransactionType::Add => ("added", [points, 0, 0]),
            LoyaltyTransactionType::Redeem => ("redeemed", [0, points, 0]),
            LoyaltyTransactionType::Deduct => ("deducted", [0, 0, points]),
        };
        Self {
            id: id.0,
            client: client_id.0,
            client_username: username,
            client_email: email,
            website: website_id.0,
            website_name: website,
            transaction_type,
            source,
            points,
            points_awarded: awarded,
            points_redeemed: redeemed,
            points_deducted: deducted,
            explanation: format!("Points {done}: {reason}"),
            reason,
            order: order_id.map(|id| id.0),
            timestamp: created_at,
        }
    }
}

impl LoyaltyOrderingQuery {
    /// Names that nothing can be sorted by are left out.
    fn sort(&self) -> Vec<SortBy> {
        let by = |word: &String| match word.as_str() {
            "timestamp" => Some(SortBy::Time { descending: false }),
            "-timestamp" => Some(SortBy::Time { descending: true }),
            "points" => Some(SortBy::Points { descending: false }),
            "-points" => Some(SortBy::Points { descending: true }),
            _ => None,
        };
        let asked: Vec<_> = self.ordering.0.iter().filter_map(by).collect();
        if asked.is_empty() { vec![SortBy::Time { descending: true }] } else { asked }
    }
}

/// Changes of clients' points
#[utoipa::path(
    get,
    path = "/admin-management/loyalty/tracking",
    tag = "admin",
    params(ScopeQuery, LoyaltyQuery, LoyaltyOrderingQuery, PageQuery),
    responses((status = OK, body = Page<LoyaltyRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn list_admin_loyalty_transactions(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    paging: Paging<200, 50>,
    Params(query): Params<LoyaltyQuery>,
    Params(order): Params<LoyaltyOrderingQuery>,
) -> ApiResult<Json<Page<LoyaltyRow>>> {
    let slice = (paging.limit(), paging.offset());
    let (count, rows) = tracking::load(db.reads(), admin.scope, &query.into(), &order.sort(), slice).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
