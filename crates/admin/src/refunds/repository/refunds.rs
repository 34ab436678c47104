//! One page of the refunds somebody sees.

use sea_orm::{
    Condition, DbErr, ExprTrait, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Func},
};
use tally_db::{
    aggregate::count,
    search::{contains, has_words},
};
use tally_entity::{RefundId, RefundMethod, RefundStatus, payment, refs::UserName, refund, user};
use tokio::try_join;

use super::{
    refund::{CLIENT, Refund, newest_first, with_columns, with_payments},
    visible::Viewer,
};

/// Which refunds are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Any of these; none of all, when the list is there and empty.
    pub(crate) statuses: Option<Vec<RefundStatus>>,
    /// The same.
    pub(crate) methods: Option<Vec<RefundMethod>>,
    /// Beginnings of words of the client's names, a part of the payment's reference, or an id.
    pub(crate) search: Option<String>,
}

/// How many there are, and `limit` of them after the first `offset`, newest first.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    wanted: &Wanted,
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Refund>), DbErr> {
    let rows = with_payments().filter(viewer.sees()).filter(wanted.condition());
    let page = newest_first(with_columns(rows.clone())).limit(limit).offset(offset).into_model().all(db);
    try_join!(counted(db, rows), page)
}

async fn counted(db: &impl ConnectionTrait, rows: Select<refund::Entity>) -> Result<i64, DbErr> {
    // Conditions may name the client.
    let rows = UserName::join(rows, refund::Column::ClientId, CLIENT).select_only();
    rows.expr_as(count(), "count").into_tuple().require_one(db).await
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { statuses, methods, search } = self;
        let refund = refund::COLUMN;
        Condition::all()
            .add_option(statuses.as_ref().map(|statuses| refund.status.is_in(statuses.iter().copied())))
            .add_option(methods.as_ref().map(|methods| refund.refund_method.is_in(methods.iter().copied())))
            .add_option(search.as_deref().map(searched))
    }
}

fn searched(query: &str) -> Condition {
    let name = |column: user::Column| Expr::col((Alias::new(CLIENT), column));
    let names = [Expr::val(" "), name(user::Column::Username), name(user::Column::Email)];
    let reference = payment::Column::ReferenceId.into_expr().cast_as("text");
    let id = query.trim().parse().ok().map(|id| refund::COLUMN.id.eq(RefundId(id)));
    Condition::any()
        .add(has_words(Expr::from(Func::cust("concat_ws").args(names)), query))
        .add(contains(reference, query.trim()))
        .add_option(id)
}
