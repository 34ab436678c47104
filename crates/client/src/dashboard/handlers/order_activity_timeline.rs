//! `GET /api/v1/client-management/dashboard/order-activity-timeline`

mod answer;

use axum::{Json, extract::State};
use chrono::{DateTime, Days, Utc};
use serde::Deserialize;
use tally_auth::{Client, Own};
use tally_db::Db;
use tally_entity::OrderId;
use tally_http::{ApiError, ApiResult, Clamped, DayOrInstant, Params, Problems, access::CLIENT};
use tally_kernel::{Clock, Period};
use utoipa::IntoParams;

use self::answer::OrderActivityTimeline;
use crate::dashboard::repository::order_activity_timeline::{self, Which};

/// Which orders are looked at.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TimelineQuery {
    /// One order, whenever it was placed.
    #[param(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    /// Orders placed in so many days that end now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 365, default = 90)]
    days: Clamped<1, 365, 90>,
    /// Placed on this day or later; `days` does not count then.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// Placed on this day or before; `days` are those before it when there is no `date_from`.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl TimelineQuery {
    fn period(&self, now: DateTime<Utc>) -> Period {
        let until = self.date_to.map_or(now, DayOrInstant::end);
        let days = Days::new(self.days.get().into());
        let before = until.checked_sub_days(days).unwrap_or(DateTime::<Utc>::MIN_UTC);
        Period { from: self.date_from.map_or(before, DayOrInstant::start), until }
    }
}

/// What happened to the caller's orders, by day
#[utoipa::path(
    get,
    path = "/client-management/dashboard/order-activity-timeline",
    tag = "client",
    params(TimelineQuery),
    responses((status = OK, body = OrderActivityTimeline), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(CLIENT))),
)]
pub(crate) async fn get_order_activity_timeline(
    State(db): State<Db>,
    State(clock): State<Clock>,
    client: Own<Client>,
    Params(query): Params<TimelineQuery>,
) -> ApiResult<Json<OrderActivityTimeline>> {
    let period = query.period(clock.now());
    let which = query.order_id.map_or(Which::Placed(period), Which::One);
    let found = order_activity_timeline::load(db.reads(), client.id, which).await?;
    if query.order_id.is_some() && found.orders.is_empty() {
        return Err(ApiError::not_found("There is no such order."));
    }
    Ok(Json(OrderActivityTimeline::new(found, query.order_id, period, clock.now())))
}
