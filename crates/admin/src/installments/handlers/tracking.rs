//! What the three screens of installments share: parameters, figures, rows.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Scoped, Staff};
use tally_cache::Policy;
use tally_entity::{ClassBundleId, InstallmentId, OrderId, PaymentId, SpecialOrderId, UserId};
use tally_http::{Amount, Clamped, Lookup};
use utoipa::{IntoParams, ToSchema};

use crate::installments::repository::tracking::{Figures, Installment, Listed, Tracking};

/// What is listed. The figures are of all installments, whatever is listed.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TrackingQuery {
    /// Lists only these: paid, unpaid or overdue. Nothing is listed for another word.
    #[param(value_type = Option<String>)]
    status: Option<Status>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Paid,
    Unpaid,
    Overdue,
    #[serde(other)]
    Unknown,
}

impl TrackingQuery {
    pub(super) fn listed(&self) -> Listed {
        match self.status {
            None => Listed::All,
            Some(Status::Paid) => Listed::Paid,
            Some(Status::Unpaid) => Listed::Unpaid,
            Some(Status::Overdue) => Listed::Overdue,
            Some(Status::Unknown) => Listed::Nothing,
        }
    }

    pub(super) fn limit(&self) -> u64 {
        self.limit.get().into()
    }

    /// The kept answer to this query.
    pub(super) fn lookup(&self, staff: &Scoped<Staff>, policy: &'static Policy) -> Lookup {
        staff.answer(policy).with(format_args!("{:?}", self.listed())).with(self.limit)
    }
}

/// The installments of one kind of owner.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TrackingAnswer<O> {
    /// The ones next due.
    installments: Vec<InstallmentRow<O>>,
    /// Rows in `installments`.
    count: usize,
    statistics: Statistics,
}

/// An installment and what it is a part of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InstallmentRow<O> {
    #[schema(value_type = i64)]
    id: InstallmentId,
    #[serde(flatten)]
    owner: O,
    amount: Amount,
    due_date: Option<NaiveDate>,
    is_paid: bool,
    paid_at: Option<DateTime<Utc>>,
    /// The user who paid.
    #[schema(value_type = Option<i64>)]
    paid_by: Option<UserId>,
    #[schema(value_type = Option<i64>)]
    payment_record: Option<PaymentId>,
    #[schema(value_type = Option<i64>)]
    payment_record_id: Option<PaymentId>,
    installment_number: i32,
    created_at: DateTime<Utc>,
    /// Not paid, and the day has passed.
    is_overdue: bool,
}

/// Figures of all installments of this kind of owner.
#[derive(Debug, Serialize, ToSchema)]
struct Statistics {
    total_installments: i64,
    paid: i64,
    /// Not paid, and due today or later.
    unpaid: i64,
    /// Not paid, and the day has passed.
    overdue: i64,
    /// What is not paid yet, with or without a date.
    total_due: Amount,
}

/// The owner of an installment, and what its rows have besides.
pub(crate) trait OwnerOf {
    fn of(owner_id: i64, amount: Amount) -> Self;
}

/// Of a package of classes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfClassBundle {
    #[schema(value_type = i64)]
    class_bundle: ClassBundleId,
}

/// Of a special order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfSpecialOrder {
    #[schema(value_type = i64)]
    special_order: SpecialOrderId,
    /// The same as `amount`.
    amount_due: Amount,
}

/// Of an order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfOrder {
    #[schema(value_type = i64)]
    order: OrderId,
}

impl OwnerOf for OfClassBundle {
    fn of(owner_id: i64, _: Amount) -> Self {
        Self { class_bundle: owner_id.into() }
    }
}

impl OwnerOf for OfSpecialOrder {
    fn of(owner_id: i64, amount: Amount) -> Self {
        Self { special_order: owner_id.into(), amount_due: amount }
    }
}

impl OwnerOf for OfOrder {
    fn of(owner_id: i64, _: Amount) -> Self {
        Self { order: owner_id.into() }
    }
}

impl<O: OwnerOf> From<Tracking> for TrackingAnswer<O> {
    fn from(tracking: Tracking) -> Self {
        let Tracking { figures, installments } = tracking;
        Self {
            count: installments.len(),
            installments: installments.into_iter().map(Into::into).collect(),
            statistics: figures.into(),
        }
    }
}

impl<O: OwnerOf> From<Installment> for InstallmentRow<O> {
    fn from(row: Installment) -> Self {
        Self::of(row, O::of)
    }
}

impl<O> InstallmentRow<O> {
    /// The installment, and what `owner` makes of its owner's id and its amount.
    pub(crate) fn of(row: Installment, owner: impl FnOnce(i64, Amount) -> O) -> Self {
        let Installment {
            id,
            owner_id,
            amount_cents,
            due_on,
            paid_at,
            paid_by_id,
            payment_id,
            number,
            created_at,
            is_overdue,
        } = row;
        let amount = Amount::cents(amount_cents);
        Self {
            id,
            owner: owner(owner_id, amount),
            amount,
            due_date: due_on,
            is_paid: paid_at.is_some(),
            paid_at,
            paid_by: paid_by_id,
            payment_record: payment_id,
            payment_record_id: payment_id,
            installment_number: number,
            created_at,
            is_overdue: is_overdue.unwrap_or_default(),
        }
    }
}

impl From<Figures> for Statistics {
    fn from(row: Figures) -> Self {
        let Figures { total, paid, unpaid, overdue, owed_cents } = row;
        Self { total_installments: total, paid, unpaid, overdue, total_due: Amount::cents(owed_cents) }
    }
}
