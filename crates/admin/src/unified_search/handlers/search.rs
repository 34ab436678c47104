//! `GET /api/v1/admin-management/unified-search/search`

mod hit;

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::Role;
use tally_http::{ApiResult, Clamped, Params, Problems, Words, access::MEMBER};
use utoipa::{IntoParams, ToSchema};

use self::hit::{MessageHit, OrderHit, PaymentHit, UserHit};
use crate::{
    orders::handlers::viewer::viewer,
    unified_search::repository::search::{self, Found, Kinds, Search},
};

/// Fewer characters than these find nothing.
const LEAST: usize = 2;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// Beginnings of words, or a number; two characters at least.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    q: String,
    /// Any of `orders`, `users`, `payments` and `messages`; all of them unless said.
    #[param(value_type = Option<Vec<String>>)]
    types: Option<Words>,
    /// How many of each are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 50, default = 10)]
    limit: Clamped<1, 50, 10>,
}

/// What was found, the best first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SearchAnswer {
    /// What was looked for.
    query: String,
    orders: Vec<OrderHit>,
    /// For admins only.
    users: Vec<UserHit>,
    /// For admins, support and the clients whose they are.
    payments: Vec<PaymentHit>,
    /// Of the conversations that the caller takes part in.
    messages: Vec<MessageHit>,
    /// All of these.
    total_results: usize,
}

impl SearchAnswer {
    fn of(query: &str, found: Found, reader: Role) -> Self {
        let Found { orders, users, payments, messages } = found;
        Self {
            query: query.to_owned(),
            total_results: orders.len() + users.len() + payments.len() + messages.len(),
            orders: orders.into_iter().map(|order| OrderHit::of(order, reader)).collect(),
            users: users.into_iter().map(Into::into).collect(),
            payments: payments.into_iter().map(Into::into).collect(),
            messages: messages.into_iter().map(|message| MessageHit::of(message, reader)).collect(),
        }
    }
}

/// What is asked for and may be found.
fn kinds(types: Option<&Words>, member: &Member) -> Kinds {
    let asked = |kind: &str| types.is_none_or(|Words(words)| words.iter().any(|word| word == kind));
    let sees_payments = member.is_admin() || matches!(member.role, Role::Support | Role::Client);
    Kinds {
        orders: asked("orders"),
        users: asked("users") && member.is_admin(),
        payments: asked("payments") && sees_payments,
        messages: asked("messages"),
    }
}

/// Orders, users, payments and messages that fit a few words
#[utoipa::path(
    get,
    path = "/admin-management/unified-search/search",
    tag = "admin",
    params(ScopeQuery, SearchQuery),
    responses((status = OK, body = SearchAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn search_everything(
    State(db): State<Db>,
    member: Scoped<Member>,
    Params(SearchQuery { q, types, limit }): Params<SearchQuery>,
) -> ApiResult<Json<SearchAnswer>> {
    let query = q.trim();
    if query.chars().count() < LEAST {
        return Ok(Json(SearchAnswer::of(query, Found::default(), member.role)));
    }
    let search = Search {
        query,
        limit: limit.get().into(),
        caller: member.id,
        role: member.role,
        scope: member.scope,
        viewer: viewer(&member),
    };
    let found = search::load(db.reads(), &search, kinds(types.as_ref(), &member)).await?;
    Ok(Json(SearchAnswer::of(query, found, member.role)))
}
