//! The figures every screen about tips shows.

use std::ops::AddAssign;

use chrono::{DateTime, Utc};
use sea_orm::{Condition, ExprTrait, FromQueryResult, IntoSimpleExpr, QuerySelect, Select};
use tally_db::aggregate::{count, sum};
use tally_entity::tip;

/// Some tips, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub(crate) struct TipSums {
    pub(crate) tips: i64,
    pub(crate) cents: i64,
    pub(crate) writer_cents: i64,
    pub(crate) platform_cents: i64,
    /// The writers' shares, each in hundredths of a percent: for their mean.
    pub(crate) shares: i64,
}

impl AddAssign for TipSums {
    fn add_assign(&mut self, other: Self) {
        let Self { tips, cents, writer_cents, platform_cents, shares } = other;
        self.tips += tips;
        self.cents += cents;
        self.writer_cents += writer_cents;
        self.platform_cents += platform_cents;
        self.shares += shares;
    }
}

/// Adds the columns of [`TipSums`].
pub(super) fn with_sums(tips: Select<tip::Entity>) -> Select<tip::Entity> {
    let tip = tip::COLUMN;
    tips.expr_as(count(), "tips")
        .expr_as(sum(tip.amount_cents), "cents")
        .expr_as(sum(tip.writer_earning_cents), "writer_cents")
        .expr_as(sum(tip.platform_profit_cents), "platform_cents")
        .expr_as(sum(tip.writer_pct.into_simple_expr().mul(100)), "shares")
}

/// Sent from the one instant on and before the other; what is absent narrows nothing.
pub(super) fn sent(from: Option<DateTime<Utc>>, until: Option<DateTime<Utc>>) -> Condition {
    let sent_at = tip::COLUMN.sent_at;
    Condition::all()
        .add_option(from.map(|from| sent_at.gte(from)))
        .add_option(until.map(|until| sent_at.lt(until)))
}
