//! What a writer earns with his work so far, and what of it he has already.

use sea_orm::{
    DbErr, FromQueryResult, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Func},
};
use tally_db::aggregate::sum;
use tally_entity::{
    OrderStatus::{self, Completed, InProgress, Reviewed, Submitted, UnderEditing},
    UserId, WebsiteId, advance_payment, order, website, writer_payment,
};
use tokio::try_join;

use crate::repository::{
    pay::{PayColumns, with_pay},
    profile::{self, Profile},
};

/// What share of the pay can be counted on, in hundredths of a percent.
const EXPECTED: [(OrderStatus, i64); 5] =
    [(InProgress, 9_000), (Submitted, 9_500), (UnderEditing, 8_500), (Reviewed, 9_800), (Completed, 10_000)];

/// An order that was not paid out yet.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Unpaid {
    status: OrderStatus,
    #[sea_orm(nested)]
    pub(crate) pay: PayColumns,
}

impl Unpaid {
    /// What share of its pay can be counted on, in hundredths of a percent.
    pub(crate) fn share(&self) -> i64 {
        EXPECTED.iter().find(|(status, _)| *status == self.status).map_or(0, |(_, share)| *share)
    }
}

/// What decides how much a writer may borrow.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) profile: Profile,
    pub(crate) unpaid: Vec<Unpaid>,
    pub(crate) limits: Limits,
}

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Limits {
    /// What the website says; nothing when it says nothing that is a number.
    pub(crate) max_percentage: Option<Decimal>,
    pub(crate) outstanding_cents: i64,
}

/// Where a writer of this website stands.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    writer: UserId,
    website: WebsiteId,
) -> Result<Standing, DbErr> {
    let (profile, unpaid, limits) =
        try_join!(profile::load(db, writer), unpaid(db, writer), limits(db, writer, website))?;
    Ok(Standing { profile, unpaid, limits })
}

async fn unpaid(db: &impl ConnectionTrait, writer: UserId) -> Result<Vec<Unpaid>, DbErr> {
    let paid = writer_payment::Entity::find()
        .select_only()
        .column(writer_payment::Column::Id)
        .filter(writer_payment::Column::OrderId.into_expr().eq(order::Column::Id.into_expr()))
        .filter(writer_payment::rules::paid())
        .into_query();
    with_pay(order::Entity::find().select_only())
        .column(order::Column::Status)
        .filter(order::rules::assigned_to(writer))
        .filter(order::COLUMN.status.is_in(EXPECTED.map(|(status, _)| status)))
        .filter(Expr::exists(paid).not())
        .into_model()
        .all(db)
        .await
}

async fn limits(db: &impl ConnectionTrait, writer: UserId, website: WebsiteId) -> Result<Limits, DbErr> {
    let owed = advance_payment::Entity::find()
        .select_only()
        .expr(sum(advance_payment::rules::outstanding()))
        .filter(advance_payment::COLUMN.writer_id.eq(writer))
        .into_query();
    let said = Expr::cust_with_expr(
        "CASE jsonb_typeof($1 -> 'advance_max_percentage') \
         WHEN 'number' THEN round(($1 ->> 'advance_max_percentage')::numeric, 2) END",
        website::Column::Settings.into_expr(),
    );
    website::Entity::find()
        .select_only()
        .expr_as(said, "max_percentage")
        .expr_as(
            Func::coalesce([Expr::SubQuery(None, Box::new(owed.into())), Expr::val(0_i64)]),
            "outstanding_cents",
        )
        .filter(website::COLUMN.id.eq(website))
        .into_model()
        .require_one(db)
        .await
}
