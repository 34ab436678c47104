//! `GET /api/v1/loyalty_management/redemption-items`

use axum::{Json, extract::State};
use serde::Serialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::{RedemptionItemId, RedemptionType};
use tally_http::{Amount, ApiResult, Decimal, Problems, access::CLIENT};
use tally_kernel::Hundredths;
use utoipa::ToSchema;

use crate::{
    home::home,
    loyalty::repository::redemption_items::{self, Item},
};

/// Something that points can buy.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RedemptionItem {
    #[schema(value_type = i64)]
    id: RedemptionItemId,
    name: String,
    category: String,
    /// `category` again.
    category_name: String,
    description: String,
    points_required: i32,
    #[schema(value_type = String)]
    redemption_type: RedemptionType,
    value: Option<Amount>,
    discount_percentage: Option<Decimal>,
    /// Null when there is no end of it.
    stock_quantity: Option<i32>,
    /// Always null: there are no pictures yet.
    image_url: Option<String>,
    is_active: bool,
    /// The reader has the points and the tier, there is some left, and he did not have too many.
    can_redeem: bool,
}

impl From<Item> for RedemptionItem {
    fn from(row: Item) -> Self {
        let Item {
            id,
            name,
            category,
            description,
            points_required,
            redemption_type,
            value_cents,
            discount,
            stock_quantity,
            is_active,
            can_redeem,
        } = row;
        Self {
            id,
            name,
            category_name: category.clone(),
            category,
            description,
            points_required,
            redemption_type,
            value: value_cents.map(Amount::cents),
            discount_percentage: discount.map(|pct| Hundredths(pct).into()),
            stock_quantity,
            image_url: None,
            is_active,
            can_redeem,
        }
    }
}

/// What the caller's points can buy
#[utoipa::path(
    get,
    path = "/loyalty_management/redemption-items",
    tag = "client",
    responses((status = OK, body = Vec<RedemptionItem>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn list_redemption_items(
    State(db): State<Db>,
    client: Own<Client>,
) -> ApiResult<Json<Vec<RedemptionItem>>> {
    let found = redemption_items::load(db.reads(), client.id, home(&client)?).await?;
    Ok(Json(found.into_iter().map(Into::into).collect()))
}
