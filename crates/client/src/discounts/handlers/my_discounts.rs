//! `GET /api/v1/discounts/discounts/my_discounts`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::{DiscountId, DiscountType};
use tally_http::{Amount, ApiResult, Decimal, Problems, access::CLIENT};
use tally_kernel::{Clock, Hundredths};
use utoipa::ToSchema;

use crate::{
    discounts::repository::my_discounts::{self, Usable},
    home::home,
};

/// A discount that its reader can use.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnDiscount {
    #[schema(value_type = i64)]
    id: DiscountId,
    code: String,
    /// `code` again.
    discount_code: String,
    description: String,
    #[schema(value_type = String)]
    discount_type: DiscountType,
    /// An amount or a percentage, as the type says.
    value: Decimal,
    min_order_value: Amount,
    max_discount_value: Option<Amount>,
    start_date: Option<DateTime<Utc>>,
    end_date: Option<DateTime<Utc>>,
    is_active: bool,
    used_count: i32,
}

impl From<Usable> for OwnDiscount {
    fn from(row: Usable) -> Self {
        let Usable {
            id,
            code,
            description,
            discount_type,
            value,
            min_order_cents,
            max_discount_cents,
            starts_at,
            ends_at,
            is_active,
            used_count,
        } = row;
        Self {
            id,
            discount_code: code.clone(),
            code,
            description,
            discount_type,
            value: Hundredths(value).into(),
            min_order_value: Amount::cents(min_order_cents),
            max_discount_value: max_discount_cents.map(Amount::cents),
            start_date: starts_at,
            end_date: ends_at,
            is_active,
            used_count,
        }
    }
}

/// The discounts the caller can use now
#[utoipa::path(
    get,
    path = "/discounts/discounts/my_discounts",
    tag = "client",
    responses((status = OK, body = Vec<OwnDiscount>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn list_own_discounts(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
) -> ApiResult<Json<Vec<OwnDiscount>>> {
    let found = my_discounts::load(db.reads(), client.id, home(&client)?, clock.now()).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
