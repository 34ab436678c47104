//! What points can buy.

use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{RedemptionItemId, RedemptionType, UserId, WebsiteId};

/// Requests that came to nothing leave their place to others.
const ITEMS: &str = "
    SELECT item.id, item.name, item.category, item.description, item.points_required, item.redemption_type,
        item.value_cents, (item.discount_pct * 100)::bigint AS discount, item.stock_quantity, item.is_active,
        item.points_required <= coalesce(me.loyalty_points, 0)
            AND coalesce(item.stock_quantity, 1) > 0
            AND (item.min_tier_id IS NULL OR coalesce(mine.threshold >= lowest.threshold, false))
            AND (item.max_per_client IS NULL OR item.max_per_client > (
                SELECT count(*) FROM redemption_requests AS request
                WHERE request.client_id = $1 AND request.item_id = item.id
                    AND request.status NOT IN ('rejected', 'cancelled'))) AS can_redeem
    FROM redemption_items AS item
    LEFT JOIN client_profiles AS me ON me.user_id = $1
    LEFT JOIN loyalty_tiers AS mine ON mine.id = me.loyalty_tier_id
    LEFT JOIN loyalty_tiers AS lowest ON lowest.id = item.min_tier_id
    WHERE item.website_id = $2 AND item.is_active
    ORDER BY item.points_required, item.id";

#[derive(Debug, FromQueryResult)]
pub(crate) struct Item {
    pub(crate) id: RedemptionItemId,
    pub(crate) name: String,
    pub(crate) category: String,
    pub(crate) description: String,
    pub(crate) points_required: i32,
    pub(crate) redemption_type: RedemptionType,
    pub(crate) value_cents: Option<i64>,
    /// In hundredths of a percent.
    pub(crate) discount: Option<i64>,
    pub(crate) stock_quantity: Option<i32>,
    pub(crate) is_active: bool,
    pub(crate) can_redeem: bool,
}

/// The cheapest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
) -> Result<Vec<Item>, DbErr> {
    let values = [me.0.into(), website.0.into()];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, ITEMS, values);
    Item::find_by_statement(statement).all(db).await
}
