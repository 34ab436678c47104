//! `GET /api/v1/discounts/discount-usage`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::DiscountId;
use tally_http::{Amount, ApiResult, Page, PageQuery, Paging, Params, Problems, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use crate::discounts::repository::discount_usage::{self, Usage, Wanted};

/// Which uses are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct UsagesQuery {
    /// Beginnings of words of the code or the user name, or an id.
    search: Option<String>,
    /// The discount's id.
    discount: Option<i64>,
}

impl From<UsagesQuery> for Wanted {
    fn from(query: UsagesQuery) -> Self {
        let UsagesQuery { search, discount } = query;
        Self { search, discount: discount.map(DiscountId) }
    }
}

/// A use of a discount.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiscountUsageRow {
    id: i64,
    discount: i64,
    discount_code: String,
    user: i64,
    user_name: String,
    order: Option<i64>,
    /// `order` again.
    order_id: Option<i64>,
    discount_amount: Amount,
    /// `discount_amount` again.
    amount: Amount,
    used_at: DateTime<Utc>,
    /// `used_at` again.
    created_at: DateTime<Utc>,
}

impl From<Usage> for DiscountUsageRow {
    fn from(row: Usage) -> Self {
        let Usage { id, discount_id, code, user_id, username, order_id, applied_amount_cents, created_at } =
            row;
        let (order, amount) = (order_id.map(|id| id.0), Amount::cents(applied_amount_cents));
        Self {
            id: id.0,
            discount: discount_id.0,
            discount_code: code,
            user: user_id.0,
            user_name: username,
            order,
            order_id: order,
            discount_amount: amount,
            amount,
            used_at: created_at,
            created_at,
        }
    }
}

/// What discounts were used for
#[utoipa::path(
    get,
    path = "/discounts/discount-usage",
    tag = "discounts",
    params(ScopeQuery, UsagesQuery, PageQuery),
    responses((status = OK, body = Page<DiscountUsageRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn list_discount_usages(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    paging: Paging<250, 50>,
    Params(query): Params<UsagesQuery>,
) -> ApiResult<Json<Page<DiscountUsageRow>>> {
    let (limit, offset) = (paging.limit(), paging.offset());
    let (count, rows) = discount_usage::load(db.reads(), admin.scope, &query.into(), limit, offset).await?;
    Ok(Json(paging.page(count, rows.into_iter().map(Into::into).collect())))
}
