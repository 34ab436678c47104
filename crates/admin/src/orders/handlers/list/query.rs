//! The parameters of the list of orders.

mod people;
mod state;
mod time;
mod work;

use axum::{extract::FromRequestParts, http::request::Parts};
use serde::Deserialize;
use tally_auth::Caller;
use tally_http::{ApiError, Params, Words};
use utoipa::IntoParams;

pub(crate) use self::{people::PeopleQuery, state::StateQuery, time::TimeQuery, work::WorkQuery};
pub(crate) use crate::orders::handlers::viewer::RemovedQuery;
use crate::orders::repository::list::{Key, SortBy, Wanted};

/// Everything a list of orders can be narrowed and sorted by, in the groups its description shows.
pub(crate) struct ListQuery {
    state: StateQuery,
    removed: RemovedQuery,
    people: PeopleQuery,
    work: WorkQuery,
    time: TimeQuery,
    order: OrderingQuery,
}

/// What the list is sorted by.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OrderingQuery {
    /// `created_at`, `updated_at`, `client_deadline`, `writer_deadline`, `deadline`, `total_price`, `status`
    /// or `id`, several with commas between them, `-` before the greatest first.
    #[serde(default)]
    #[param(value_type = Option<String>, default = "-created_at")]
    ordering: Words,
}

impl<S: Send + Sync> FromRequestParts<S> for ListQuery {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &S) -> Result<Self, ApiError> {
        Ok(Self {
            state: Params::from_request_parts(parts, app).await?.0,
            removed: Params::from_request_parts(parts, app).await?.0,
            people: Params::from_request_parts(parts, app).await?.0,
            work: Params::from_request_parts(parts, app).await?.0,
            time: Params::from_request_parts(parts, app).await?.0,
            order: Params::from_request_parts(parts, app).await?.0,
        })
    }
}

impl ListQuery {
    /// What this caller gets, and in which order.
    pub(crate) fn wanted(self, caller: &Caller) -> (Wanted, Vec<SortBy>) {
        let mut wanted = Wanted { removed: self.removed.wanted(caller), ..Wanted::default() };
        self.state.narrow(&mut wanted, caller);
        self.people.narrow(&mut wanted, caller);
        self.work.narrow(&mut wanted);
        self.time.narrow(&mut wanted);
        (wanted, self.order.sort())
    }
}

impl OrderingQuery {
    /// Names that nothing can be sorted by are left out.
    fn sort(&self) -> Vec<SortBy> {
        let by = |word: &String| {
            let (descending, name) =
                word.strip_prefix('-').map_or((false, word.as_str()), |name| (true, name));
            let key = match name {
                "created_at" => Key::CreatedAt,
                "updated_at" => Key::UpdatedAt,
                "client_deadline" => Key::ClientDeadline,
                "writer_deadline" => Key::WriterDeadline,
                "deadline" => Key::Deadline,
                "total_price" => Key::TotalPrice,
                "status" => Key::Status,
                "id" => Key::Id,
                _ => return None,
            };
            Some(SortBy { key, descending })
        };
        let asked: Vec<_> = self.ordering.0.iter().filter_map(by).collect();
        if asked.is_empty() { vec![SortBy { key: Key::CreatedAt, descending: true }] } else { asked }
    }
}
