//! `GET /api/v1/orders/orders/filter-options`

use axum::{
    Json,
    http::header::CACHE_CONTROL,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tally_auth::Member;
use tally_entity::{
    OrderStatus,
    order::{groups, rules::FLAGS},
};
use tally_http::{Problems, access::MEMBER};
use utoipa::ToSchema;

use crate::title::title;

/// The words that the list of orders can be narrowed by.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderFilterOptions {
    statuses: Vec<FilterOption>,
    status_groups: Vec<StatusGroup>,
    flags: Vec<FilterOption>,
}

/// A word, and what people read.
#[derive(Debug, Serialize, ToSchema)]
struct FilterOption {
    value: &'static str,
    label: String,
}

/// Statuses that are asked for by one name.
#[derive(Debug, Serialize, ToSchema)]
struct StatusGroup {
    key: &'static str,
    label: String,
    #[schema(value_type = Vec<String>)]
    statuses: &'static [OrderStatus],
}

impl OrderFilterOptions {
    fn all() -> Self {
        let option = |value: &'static str| FilterOption { value, label: title(value) };
        Self {
            statuses: OrderStatus::ALL.iter().map(|status| option(status.as_str())).collect(),
            status_groups: groups::ALL
                .iter()
                .map(|(key, statuses)| StatusGroup { key, label: title(key), statuses })
                .collect(),
            flags: FLAGS.iter().map(|flag| option(flag)).collect(),
        }
    }
}

/// The words that the list of orders can be narrowed by
#[utoipa::path(
    get,
    path = "/orders/orders/filter-options",
    tag = "orders",
    responses((status = OK, body = OrderFilterOptions), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn get_order_filter_options(_: Member) -> Response {
    ([(CACHE_CONTROL, "private, max-age=3600")], Json(OrderFilterOptions::all())).into_response()
}
