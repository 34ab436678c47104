//! The installments of one kind of owner: their figures, and the ones next due.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, DbErr, ExprTrait, FromQueryResult, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{Query, SelectStatement},
};
use tally_db::aggregate::{count, count_where, sum_where};
use tally_entity::{
    ClassBundleStatus, InstallmentId, PaymentId, SpecialOrderStatus, UserId, WebsiteScope, class_bundle,
    installment::{self, rules},
    order, special_order,
};
use tokio::try_join;

/// What an installment is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A package of classes in work or done.
    ClassBundle,
    /// A special order in work or done.
    SpecialOrder,
    /// An order, wherever it stands.
    Order,
}

/// Which installments are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    All,
    Paid,
    Unpaid,
    Overdue,
    Nothing,
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct Figures {
    pub(crate) total: i64,
    pub(crate) paid: i64,
    pub(crate) unpaid: i64,
    pub(crate) overdue: i64,
    pub(crate) owed_cents: i64,
}

#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Installment {
    pub(crate) id: InstallmentId,
    pub(crate) owner_id: i64,
    pub(crate) amount_cents: i64,
    pub(crate) due_on: Option<NaiveDate>,
    pub(crate) paid_at: Option<DateTime<Utc>>,
    pub(crate) paid_by_id: Option<UserId>,
    pub(crate) payment_id: Option<PaymentId>,
    pub(crate) number: i32,
    pub(crate) created_at: DateTime<Utc>,
    /// Null where there is no date to be late for.
    pub(crate) is_overdue: Option<bool>,
}

#[derive(Debug)]
pub(crate) struct Tracking {
    pub(crate) figures: Figures,
    pub(crate) installments: Vec<Installment>,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    owner: Owner,
    listed: Listed,
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Tracking, DbErr> {
    let today = now.date_naive();
    let (figures, installments) =
        try_join!(figures(db, scope, owner, today), list(db, scope, owner, listed, limit, today))?;
    Ok(Tracking { figures, installments })
}

async fn figures(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    owner: Owner,
    today: NaiveDate,
) -> Result<Figures, DbErr> {
    of(owner, scope)
        .select_only()
        .expr_as(count(), "total")
        .expr_as(count_where(rules::paid()), "paid")
        .expr_as(count_where(rules::unpaid(today)), "unpaid")
        .expr_as(count_where(rules::overdue(today)), "overdue")
        .expr_as(sum_where(installment::COLUMN.amount_cents, rules::owed()), "owed_cents")
        .into_model()
        .require_one(db)
        .await
}

async fn list(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    owner: Owner,
    listed: Listed,
    limit: u64,
    today: NaiveDate,
) -> Result<Vec<Installment>, DbErr> {
    with_columns(of(owner, scope).filter(listed.condition(today)), owner, today)
        .order_by_asc(installment::Column::DueOn)
        .order_by_asc(installment::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Adds the columns of [`Installment`].
pub(crate) fn with_columns(
    installments: Select<installment::Entity>,
    owner: Owner,
    today: NaiveDate,
) -> Select<installment::Entity> {
    use installment::Column::{
        AmountCents, CreatedAt, DueOn, Id, InstallmentNumber, PaidAt, PaidById, PaymentId,
    };
    installments
        .select_only()
        .columns([Id, AmountCents, DueOn, PaidAt, PaidById, PaymentId, CreatedAt])
        .column_as(InstallmentNumber, "number")
        .column_as(owner.column(), "owner_id")
        .expr_as(rules::overdue(today), "is_overdue")
}

/// All that count of one owner, by number.
pub(crate) async fn of_one(
    db: &impl ConnectionTrait,
    owner: Owner,
    id: i64,
    today: NaiveDate,
) -> Result<Vec<Installment>, DbErr> {
    let installments = installment::Entity::find().filter(rules::counted()).filter(owner.column().eq(id));
    with_columns(installments, owner, today)
        .order_by_asc(installment::Column::InstallmentNumber)
        .order_by_asc(installment::Column::DueOn)
        .order_by_asc(installment::Column::Id)
        .into_model()
        .all(db)
        .await
}

/// The installments that count, of owners that do.
pub(crate) fn of(owner: Owner, scope: WebsiteScope) -> Select<installment::Entity> {
    installment::Entity::find()
        .filter(scope.of(installment::COLUMN.website_id))
        .filter(rules::counted())
        .filter(owner.counts(scope))
}

impl Owner {
    fn column(self) -> installment::Column {
        match self {
            Self::ClassBundle => installment::Column::ClassBundleId,
            Self::SpecialOrder => installment::Column::SpecialOrderId,
            Self::Order => installment::Column::OrderId,
        }
    }

    /// Says that there is an owner although what follows implies it: only then the partial indexes serve,
    /// and a few installments are found among many of other owners.
    fn counts(self, scope: WebsiteScope) -> Condition {
        let of_one = Condition::all().add(self.column().is_not_null());
        match self {
            Self::ClassBundle => {
                use ClassBundleStatus::{Completed, InProgress};
                let started = class_bundle::Entity::find()
                    .select_only()
                    .column(class_bundle::Column::Id)
                    .filter(scope.of(class_bundle::COLUMN.website_id))
                    .filter(class_bundle::COLUMN.status.is_in([InProgress, Completed]));
                of_one.add(self.column().in_subquery(started.into_query()))
            }
            Self::SpecialOrder => {
                let started = special_order::Entity::find()
                    .select_only()
                    .column(special_order::Column::Id)
                    .filter(scope.of(special_order::COLUMN.website_id))
                    .filter(special_order_started());
                of_one.add(self.column().in_subquery(started.into_query()))
            }
            Self::Order => of_one.add(Expr::exists(removed_order()).not()),
        }
    }
}

/// Whether the installments of a special order are to be paid yet.
pub(super) fn special_order_started() -> Expr {
    use SpecialOrderStatus::{Completed, InProgress};
    special_order::COLUMN.status.is_in([InProgress, Completed])
}

/// Few orders are ever removed, so looking for those is much cheaper than finding the order of each
/// installment.
fn removed_order() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .and_where(order::Column::Id.into_expr().eq(installment::Column::OrderId.into_expr()))
        .and_where(order::COLUMN.deleted_at.is_not_null())
        .take()
}

impl Listed {
    fn condition(self, today: NaiveDate) -> Condition {
        let condition = match self {
            Self::All => None,
            Self::Paid => Some(rules::paid()),
            Self::Unpaid => Some(rules::unpaid(today)),
            Self::Overdue => Some(rules::overdue(today)),
            Self::Nothing => Some(Expr::cust("false")),
        };
        Condition::all().add_option(condition)
    }
}
