//! `GET /api/v1/admin-management/dashboard/top-clients`

use axum::extract::State;
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_cache::{Policy, Reads};
use tally_db::Db;
use tally_entity::user;
use tally_http::{Amount, Answer, ApiResult, Clamped, Params, Problems, RefreshQuery, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use super::lists::rows;
use crate::dashboard::repository::top_clients::{self, TopClient};

static POLICY: Policy =
    Policy::new("admin.top_clients", 300, &[Reads::Scoped("orders"), Reads::Whole("users")]);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TopClientsQuery {
    /// How many clients.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 50, default = 5)]
    limit: Clamped<1, 50, 5>,
}

/// The clients who spent most.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TopClientsAnswer {
    /// Rows of this answer.
    count: usize,
    results: Vec<TopClientFigures>,
}

/// A client, and what he paid in all.
#[derive(Debug, Serialize, ToSchema)]
struct TopClientFigures {
    id: i64,
    name: String,
    username: String,
    email: String,
    /// Paid ones.
    total_orders: i64,
    /// `total_orders` again.
    order_count: i64,
    total_spent: Amount,
}

impl From<TopClient> for TopClientFigures {
    fn from(row: TopClient) -> Self {
        let TopClient { id, username, email, first_name, last_name, total_spent_cents, orders } = row;
        Self {
            id: id.0,
            name: user::full_name(&first_name, &last_name, &username),
            username,
            email,
            total_orders: orders,
            order_count: orders,
            total_spent: Amount::cents(total_spent_cents),
        }
    }
}

impl From<Vec<TopClient>> for TopClientsAnswer {
    fn from(clients: Vec<TopClient>) -> Self {
        Self { count: clients.len(), results: rows(clients) }
    }
}

/// The clients who spent most
#[utoipa::path(
    get,
    path = "/admin-management/dashboard/top-clients",
    tag = "admin",
    params(ScopeQuery, RefreshQuery, TopClientsQuery),
    responses((status = OK, body = TopClientsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_top_clients(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(TopClientsQuery { limit }): Params<TopClientsQuery>,
) -> ApiResult<Answer<TopClientsAnswer>> {
    let (scope, rows) = (admin.scope, limit.get().into());
    let load = move || async move { top_clients::load(db.reads(), scope, rows).await.map(Into::into) };
    admin.answer(&POLICY).with(limit).load(load).await
}
