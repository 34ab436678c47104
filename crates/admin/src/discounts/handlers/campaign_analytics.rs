//! `GET /api/v1/discounts/discounts/analytics/campaign-analytics/{id}`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{CampaignStatus, PromotionalCampaignId};
use tally_http::{Amount, ApiError, ApiResult, Decimal, PathParam, Problems, access::ADMIN};
use tally_kernel::{Clock, Hundredths};
use utoipa::ToSchema;

use crate::discounts::repository::{
    analytics::UsedCode,
    campaign_analytics::{self, Campaign, Discounts, Found, Usages},
};

/// What a campaign brought.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CampaignAnalytics {
    campaign_id: i64,
    campaign_name: String,
    #[schema(value_type = String)]
    status: CampaignStatus,
    start_date: Option<DateTime<Utc>>,
    end_date: Option<DateTime<Utc>>,
    /// Whether it is going on now.
    is_active: bool,
    discounts: CampaignDiscounts,
    usage: CampaignUsage,
    revenue: CampaignRevenue,
    /// Ten at most, the most used first.
    top_discounts: Vec<CampaignDiscount>,
}

/// Its discounts.
#[derive(Debug, Serialize, ToSchema)]
struct CampaignDiscounts {
    total: i64,
    active: i64,
}

/// How often they were used, and by how many people.
#[derive(Debug, Serialize, ToSchema)]
struct CampaignUsage {
    total_uses: i64,
    unique_users: i64,
    avg_uses_per_user: Decimal,
}

/// The paid orders they were used for.
#[derive(Debug, Serialize, ToSchema)]
struct CampaignRevenue {
    total_revenue: Amount,
    total_discount_amount: Amount,
    /// The revenue without what was taken off.
    net_revenue: Amount,
    avg_order_value: Option<Amount>,
    /// What is left of the net revenue after the budget, in percent of the budget; null without one.
    roi: Option<Decimal>,
}

/// One of its discounts.
#[derive(Debug, Serialize, ToSchema)]
struct CampaignDiscount {
    #[serde(rename = "discount__discount_code")]
    discount_code: String,
    /// `discount__discount_code` again.
    code: String,
    usage_count: i64,
}

impl CampaignAnalytics {
    fn of(found: Found, now: DateTime<Utc>) -> Self {
        let Found { campaign, discounts: Discounts { all, active }, usages, top } = found;
        let Campaign { id, name, status, starts_at, ends_at, budget_cents } = campaign;
        let going_on = starts_at.is_none_or(|start| start <= now) && ends_at.is_none_or(|end| now < end);
        Self {
            campaign_id: id.0,
            campaign_name: name,
            status,
            start_date: starts_at,
            end_date: ends_at,
            is_active: status == CampaignStatus::Active && going_on,
            discounts: CampaignDiscounts { total: all, active },
            usage: CampaignUsage {
                total_uses: usages.times,
                unique_users: usages.users,
                avg_uses_per_user: Decimal::mean(usages.times, usages.users).unwrap_or_default(),
            },
            revenue: CampaignRevenue::of(&usages, budget_cents),
            top_discounts: top.into_iter().map(Into::into).collect(),
        }
    }
}

impl CampaignRevenue {
    fn of(usages: &Usages, budget_cents: i64) -> Self {
        let Usages { times: _, users: _, discount_cents, orders, revenue_cents } = *usages;
        let net = revenue_cents - discount_cents;
        let gain = i128::from(net - budget_cents) * 100;
        Self {
            total_revenue: Amount::cents(revenue_cents),
            total_discount_amount: Amount::cents(discount_cents),
            net_revenue: Amount::cents(net),
            avg_order_value: Amount::mean(revenue_cents, orders),
            roi: Hundredths::ratio(gain, budget_cents.into()).map(Into::into),
        }
    }
}

impl From<UsedCode> for CampaignDiscount {
    fn from(row: UsedCode) -> Self {
        let UsedCode { code, used } = row;
        Self { discount_code: code.clone(), code, usage_count: used }
    }
}

/// What a campaign brought
#[utoipa::path(
    get,
    path = "/discounts/discounts/analytics/campaign-analytics/{id}",
    tag = "discounts",
    params(("id" = i64, Path, description = "The campaign"), ScopeQuery),
    responses((status = OK, body = CampaignAnalytics), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_discount_campaign_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    PathParam(id): PathParam<PromotionalCampaignId>,
) -> ApiResult<Json<CampaignAnalytics>> {
    let now = clock.now();
    let found = campaign_analytics::find(db.reads(), admin.scope, id, now).await?;
    let found = found.ok_or_else(|| ApiError::not_found("There is no such campaign."))?;
    Ok(Json(CampaignAnalytics::of(found, now)))
}
