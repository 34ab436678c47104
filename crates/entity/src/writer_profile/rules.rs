//! What a word about writers means, on every screen.

use sea_orm::sea_query::{Expr, Func};

use crate::writer_level;

/// How many orders a writer may have whom nothing else is said about.
const DEFAULT_LIMIT: i32 = 5;

/// How many orders a writer may have at once; the statement joins the writer's profile and level, if any.
pub fn order_limit() -> Expr {
    let own = Expr::col((super::Entity, super::Column::MaxActiveOrders));
    let of_level = Expr::col((writer_level::Entity, writer_level::Column::MaxOrders));
    Func::coalesce([own, of_level, Expr::val(DEFAULT_LIMIT)]).into()
}

/// The same of rows that were read.
pub fn limit(profile: Option<&super::Model>, level: Option<&writer_level::Model>) -> i32 {
    let own = profile.and_then(|profile| profile.max_active_orders);
    own.or(level.map(|level| level.max_orders)).unwrap_or(DEFAULT_LIMIT)
}
