//! `GET /api/v1/discounts/discounts/analytics`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::{Db, DbErr};
use tally_entity::WebsiteScope;
use tally_http::{Amount, Answer, ApiResult, Decimal, Params, Problems, RefreshQuery, access::ADMIN};
use tally_kernel::{Clock, Hundredths};
use utoipa::{IntoParams, ToSchema};

use crate::discounts::repository::analytics::{self, Discounts, Event, Stats, Usages, UsedCode};

static POLICY: Policy = Policy::new(
    "admin.discounts",
    300,
    &[Reads::Scoped("discounts"), Reads::Scoped("discount_usages"), Reads::Scoped("promotional_campaigns")],
);

/// Which figures are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FiguresQuery {
    #[serde(default, rename = "type")]
    #[param(inline)]
    figures: DiscountFigures,
}

/// The figures there are.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum DiscountFigures {
    #[default]
    Stats,
    TopUsed,
    EventsBreakdown,
}

/// How discounts are used, in the shape that was asked for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum DiscountAnalytics {
    Stats(DiscountStats),
    Rows(Vec<DiscountUse>),
}

/// A code or a campaign, as was asked for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum DiscountUse {
    Code(UsedCodeRow),
    Event(DiscountEventRow),
}

/// All discounts together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiscountStats {
    total_discounts: i64,
    /// Of them, those that can be used now.
    active_discounts: i64,
    total_usage: i64,
    /// What one use takes off.
    avg_discount_value: Option<Amount>,
    /// Of those that are a percentage.
    avg_percent: Option<Decimal>,
    total_discount_amount: Amount,
}

/// A code that was used.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UsedCodeRow {
    code: String,
    usage_count: i64,
}

/// A campaign with discounts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiscountEventRow {
    event: String,
    discount_count: i64,
}

impl From<Stats> for DiscountStats {
    fn from(found: Stats) -> Self {
        let Stats { discounts, usages } = found;
        let Discounts { all, active, used, avg_percent } = discounts;
        let Usages { times, cents } = usages;
        Self {
            total_discounts: all,
            active_discounts: active,
            total_usage: used,
            avg_discount_value: Amount::mean(cents, times),
            avg_percent: avg_percent.map(|hundredths| Hundredths(hundredths).into()),
            total_discount_amount: Amount::cents(cents),
        }
    }
}

impl From<UsedCode> for DiscountUse {
    fn from(row: UsedCode) -> Self {
        let UsedCode { code, used } = row;
        Self::Code(UsedCodeRow { code, usage_count: used })
    }
}

impl From<Event> for DiscountUse {
    fn from(row: Event) -> Self {
        let Event { name, discounts } = row;
        Self::Event(DiscountEventRow { event: name, discount_count: discounts })
    }
}

fn rows<R: Into<T>, T>(rows: Vec<R>) -> Vec<T> {
    rows.into_iter().map(Into::into).collect()
}

async fn load(
    db: Db,
    scope: WebsiteScope,
    figures: DiscountFigures,
    now: DateTime<Utc>,
) -> Result<DiscountAnalytics, DbErr> {
    let db = db.reads();
    Ok(match figures {
        DiscountFigures::Stats => DiscountAnalytics::Stats(analytics::stats(db, scope, now).await?.into()),
        DiscountFigures::TopUsed => DiscountAnalytics::Rows(rows(analytics::top_used(db, scope).await?)),
        DiscountFigures::EventsBreakdown => {
            DiscountAnalytics::Rows(rows(analytics::events(db, scope).await?))
        }
    })
}

/// How discounts are used
#[utoipa::path(
    get,
    path = "/discounts/discounts/analytics",
    tag = "discounts",
    params(ScopeQuery, RefreshQuery, FiguresQuery),
    responses((status = OK, body = DiscountAnalytics), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_discount_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    Params(FiguresQuery { figures }): Params<FiguresQuery>,
) -> ApiResult<Answer<DiscountAnalytics>> {
    let (scope, now) = (admin.scope, clock.now());
    let lookup = admin.answer(&POLICY).with(format_args!("{figures:?}"));
    lookup.load(move || load(db, scope, figures, now)).await
}
