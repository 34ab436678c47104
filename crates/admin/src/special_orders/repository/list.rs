//! One page of the special orders somebody sees.

use sea_orm::{
    DbErr, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, Condition, Expr, Func},
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{
    SpecialOrderId, SpecialOrderPricing, SpecialOrderStatus, special_order, special_order_type, user,
};
use tokio::try_join;

use super::order::{CLIENT, SpecialOrder, special_orders};
use crate::viewer::Viewer;

/// Which special orders are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) statuses: Option<Vec<SpecialOrderStatus>>,
    pub(crate) order_types: Option<Vec<SpecialOrderPricing>>,
    /// Beginnings of words of what is wanted and of the offer's name, for staff also of the client's user name
    /// and e-mail address, or an id.
    pub(crate) search: Option<String>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<SpecialOrder>), DbErr> {
    let search = wanted.search.as_deref().map(|query| searched(query, viewer));
    let rows = special_orders()
        .filter(sees(viewer))
        .filter(wanted.words())
        .filter(Condition::all().add_option(search));
    let count = rows.clone().select_only().expr_as(count(), "count").into_tuple().require_one(db);
    let page = rows
        .order_by_desc(special_order::Column::CreatedAt)
        .order_by_desc(special_order::Column::Id)
        .limit(limit)
        .offset(offset)
        .into_model()
        .all(db);
    try_join!(count, page)
}

/// The special orders that exist for him.
pub(super) fn sees(viewer: Viewer) -> Condition {
    use special_order::Column::{ClientId, WebsiteId, WriterId};
    viewer.sees(WebsiteId, ClientId, WriterId)
}

impl Wanted {
    /// What is wanted in fixed words, without the search.
    pub(super) fn words(&self) -> Condition {
        let order = special_order::COLUMN;
        Condition::all()
            .add_option(self.statuses.clone().map(|statuses| order.status.is_in(statuses)))
            .add_option(self.order_types.clone().map(|types| order.order_type.is_in(types)))
    }
}

/// Staff also know people's names.
fn searched(query: &str, viewer: Viewer) -> Condition {
    let work = [
        Expr::val(" "),
        special_order::Column::InquiryDetails.into_expr(),
        special_order_type::Column::Name.into_expr(),
    ];
    let client = [user::Column::Username, user::Column::Email]
        .map(|column| Expr::col((Alias::new(CLIENT), column)))
        .into_iter()
        .filter(|_| matches!(viewer, Viewer::Staff(_)));
    let text = Func::cust("concat_ws").args(work.into_iter().chain(client));
    let id = query.trim().parse().ok().map(|id| special_order::COLUMN.id.eq(SpecialOrderId(id)));
    Condition::any().add(has_words(Expr::from(text), query)).add_option(id)
}
