//! What a word about announcements means, on every screen.

use sea_orm::{
    ColumnTrait, Condition,
    prelude::DateTimeUtc,
    sea_query::{Expr, ExprTrait},
};

use super::{BroadcastKind, BroadcastStatus, COLUMN, Column};
use crate::{Role, WebsiteScope, words::one_of};

/// Announced to somebody, now or earlier.
pub fn announced() -> Condition {
    Condition::all()
        .add(one_of(COLUMN.kind, &[BroadcastKind::Announcement]))
        .add(one_of(COLUMN.status, &[BroadcastStatus::Sent]))
}

/// On one of the websites, or on all of them.
pub fn on(scope: WebsiteScope) -> Condition {
    match scope {
        WebsiteScope::All => Condition::all(),
        WebsiteScope::One(_) => {
            Condition::any().add(COLUMN.website_id.is_null()).add(scope.of(COLUMN.website_id))
        }
    }
}

/// Not over yet.
pub fn current(now: DateTimeUtc) -> Expr {
    let expires_at = Expr::cust_with_expr("($1 ->> 'expires_at')::timestamptz", Column::Audience.into_expr());
    expires_at.clone().is_null().or(expires_at.gt(now))
}

/// Meant for everybody, or for this role among others.
pub fn meant_for(role: Role) -> Expr {
    Expr::cust_with_exprs(
        "($1 @> '{\"all\": true}' OR $1 -> 'roles' @> to_jsonb($2::text))",
        [Column::Audience.into_expr(), Expr::val(role.as_str())],
    )
}
