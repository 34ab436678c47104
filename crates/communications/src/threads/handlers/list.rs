//! `GET /api/v1/order-communications/communication-threads`

use axum::{Json, extract::State};
use serde::Deserialize;
use tally_auth::{Member, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, OrderId, SpecialOrderId, UserId};
use tally_http::{ApiResult, Flag, Page, PageQuery, Paging, Params, Problems, Words, access::MEMBER};
use utoipa::IntoParams;

use super::row::ThreadRow;
use crate::{
    threads::repository::list::{self, Key, Order, Wanted},
    viewer::Viewer,
};

/// Which conversations are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ThreadsQuery {
    #[param(value_type = Option<i64>)]
    order: Option<OrderId>,
    /// Another name of `order`.
    #[param(value_type = Option<i64>)]
    order_id: Option<OrderId>,
    #[param(value_type = Option<i64>)]
    special_order: Option<SpecialOrderId>,
    #[param(value_type = Option<i64>)]
    class_bundle: Option<ClassBundleId>,
    thread_type: Option<String>,
    #[param(value_type = Option<bool>)]
    is_active: Option<Flag>,
    /// Whether there is something the caller has not read.
    #[param(value_type = Option<bool>)]
    unread: Option<Flag>,
    /// Somebody who takes part; for staff.
    #[param(value_type = Option<i64>)]
    participant: Option<UserId>,
    /// Beginnings of words of the subject or the order's topic, or an id.
    search: Option<String>,
    /// `updated_at`, `created_at` or `id`, several with commas between them, `-` before the greatest first.
    #[serde(default)]
    #[param(value_type = Option<String>, default = "-updated_at")]
    ordering: Words,
}

impl ThreadsQuery {
    fn read(self, viewer: Viewer) -> (Wanted, Order) {
        let order = self.ordering.0.iter().filter_map(|word| sort_by(word)).collect::<Order>();
        let flag = |flag: Option<Flag>| flag.map(|Flag(set)| set);
        let wanted = Wanted {
            order: self.order.or(self.order_id),
            special_order: self.special_order,
            class_bundle: self.class_bundle,
            thread_type: self.thread_type,
            is_active: flag(self.is_active),
            unread: flag(self.unread),
            participant: self.participant.filter(|_| viewer.is_staff()),
            search: self.search,
        };
        (wanted, if order.is_empty() { vec![(Key::UpdatedAt, true)] } else { order })
    }
}

fn sort_by(word: &str) -> Option<(Key, bool)> {
    let (name, descending) = word.strip_prefix('-').map_or((word, false), |name| (name, true));
    let key = match name {
        "updated_at" => Key::UpdatedAt,
        "created_at" => Key::CreatedAt,
        "id" => Key::Id,
        _ => return None,
    };
    Some((key, descending))
}

/// The conversations the caller sees
#[utoipa::path(
    get,
    path = "/order-communications/communication-threads",
    tag = "communications",
    params(ScopeQuery, ThreadsQuery, PageQuery),
    responses((status = OK, body = Page<ThreadRow>), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(MEMBER))),
)]
pub(crate) async fn list_threads(
    State(db): State<Db>,
    member: Scoped<Member>,
    paging: Paging<250, 10>,
    Params(query): Params<ThreadsQuery>,
) -> ApiResult<Json<Page<ThreadRow>>> {
    let viewer = Viewer::of(&member);
    let (wanted, order) = query.read(viewer);
    let slice = (paging.limit(), paging.offset());
    let (count, rows) = list::load(db.reads(), viewer, &wanted, &order, slice).await?;
    let rows = rows.into_iter().map(|row| ThreadRow::new(row, viewer)).collect();
    Ok(Json(paging.page(count, rows)))
}
