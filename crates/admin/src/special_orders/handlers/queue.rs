//! What the two queues of special orders share.

use serde::{Deserialize, Serialize};
use tally_auth::{Admin, Scoped};
use tally_db::Db;
use tally_http::{ApiResult, Clamped, Words};
use utoipa::{IntoParams, ToSchema};

use super::row::SpecialOrderRow;
use crate::special_orders::repository::{
    list::Wanted,
    queue::{self, Queue, Queued},
};

/// Which of those that wait are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    order_type: Option<Words>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Special orders that wait.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QueuedSpecialOrders {
    /// Newest first.
    results: Vec<SpecialOrderRow>,
    /// `results` again.
    orders: Vec<SpecialOrderRow>,
    /// Rows in `results`.
    count: usize,
}

/// What is listed, and how many of these there are in all.
pub(super) async fn list(
    db: &Db,
    admin: &Scoped<Admin>,
    queue: Queue,
    query: QueueQuery,
) -> ApiResult<(QueuedSpecialOrders, i64)> {
    let QueueQuery { status, order_type, limit } = query;
    let wanted = Wanted {
        statuses: status.map(|words| words.known()),
        order_types: order_type.map(|words| words.known()),
        search: None,
    };
    let rows = queue::load(db.reads(), admin.scope, queue, &wanted, limit.get().into()).await?;
    let all = rows.first().map_or(0, |row| row.orders);
    let row = |Queued { orders: _, order }| SpecialOrderRow::of(order, admin.role);
    let results: Vec<_> = rows.into_iter().map(row).collect();
    Ok((QueuedSpecialOrders { orders: results.clone(), count: results.len(), results }, all))
}
