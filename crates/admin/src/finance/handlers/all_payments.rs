//! `GET /api/v1/admin-management/financial-overview/all-payments`

use axum::{Json, extract::State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{UserId, WriterPaymentKind, WriterPaymentStatus, user::full_name};
use tally_http::{Amount, ApiResult, Clamped, DayOrInstant, Params, Problems, Words, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use crate::finance::repository::all_payments::{self, Wanted, WriterPayment};

/// Which payments are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AllPaymentsQuery {
    writer_id: Option<i64>,
    /// Any of these statuses, in any case.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// A day or an instant: paid, or else due, not before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
    /// Rows at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 1000, default = 500)]
    limit: Clamped<1, 1000, 500>,
}

/// What writers were and will be paid.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllPaymentsAnswer {
    /// Those not paid yet, then the last paid first.
    payments: Vec<WriterPaymentRow>,
    /// All that were asked for, shown or not.
    total: i64,
    total_amount: Amount,
}

/// A payment to a writer.
#[derive(Debug, Serialize, ToSchema)]
struct WriterPaymentRow {
    id: i64,
    /// `WP` and six digits or more.
    payment_id: String,
    /// `payment_id` again.
    reference: String,
    writer: PaidWriter,
    number_of_orders: i64,
    /// What the clients pay for the work.
    client_total: Amount,
    /// What is left of it after the payment and the tips.
    platform_margin: Amount,
    amount: Amount,
    bonuses: Amount,
    tips: Amount,
    fines: Amount,
    total_earnings: Amount,
    /// When it was paid, or else is due.
    date: Option<NaiveDate>,
    status: &'static str,
    /// What it is for.
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    kind: WriterPaymentKind,
    /// Payments are not made in batches.
    #[schema(value_type = Option<String>)]
    batch_reference: (),
}

/// Who is paid.
#[derive(Debug, Serialize, ToSchema)]
struct PaidWriter {
    id: i64,
    name: String,
    email: String,
    registration_id: Option<String>,
}

impl From<AllPaymentsQuery> for Wanted {
    fn from(query: AllPaymentsQuery) -> Self {
        let AllPaymentsQuery { writer_id, status, date_from, date_to, limit: _ } = query;
        let lower = |Words(words): Words| Words(words.iter().map(|word| word.to_lowercase()).collect());
        Self {
            writer: writer_id.map(UserId),
            statuses: status.map(|words| lower(words).known()),
            from: date_from.map(DayOrInstant::start),
            until: date_to.map(DayOrInstant::end),
        }
    }
}

impl From<WriterPayment> for WriterPaymentRow {
    fn from(row: WriterPayment) -> Self {
        let WriterPayment {
            id,
            writer_id,
            username,
            email,
            first_name,
            last_name,
            registration_id,
            kind,
            status,
            amount_cents,
            bonuses_cents,
            tips_cents,
            fines_cents,
            due_on,
            paid_at,
            works,
            client_cents,
        } = row;
        let reference = format!("WP{:06}", id.0);
        let name = full_name(&first_name, &last_name, &username);
        Self {
            id: id.0,
            payment_id: reference.clone(),
            reference,
            writer: PaidWriter { id: writer_id.0, name, email, registration_id },
            number_of_orders: works,
            client_total: Amount::cents(client_cents),
            platform_margin: Amount::cents(client_cents - amount_cents - tips_cents),
            amount: Amount::cents(amount_cents),
            bonuses: Amount::cents(bonuses_cents),
            tips: Amount::cents(tips_cents),
            fines: Amount::cents(fines_cents),
            total_earnings: Amount::cents(amount_cents + bonuses_cents + tips_cents - fines_cents),
            date: paid_at.map(|at| at.date_naive()).or(due_on),
            status: shown(status),
            kind,
            batch_reference: (),
        }
    }
}

fn shown(status: WriterPaymentStatus) -> &'static str {
    match status {
        WriterPaymentStatus::Pending => "Pending",
        WriterPaymentStatus::Delayed => "Delayed",
        WriterPaymentStatus::Paid => "Paid",
        WriterPaymentStatus::Failed => "Failed",
        WriterPaymentStatus::Cancelled => "Cancelled",
    }
}

/// What writers were and will be paid
#[utoipa::path(
    get,
    path = "/admin-management/financial-overview/all-payments",
    tag = "admin",
    params(ScopeQuery, AllPaymentsQuery),
    responses((status = OK, body = AllPaymentsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_writer_payments(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(query): Params<AllPaymentsQuery>,
) -> ApiResult<Json<AllPaymentsAnswer>> {
    let limit = query.limit.get().into();
    let (totals, rows) = all_payments::load(db.reads(), admin.scope, &query.into(), limit).await?;
    Ok(Json(AllPaymentsAnswer {
        payments: rows.into_iter().map(Into::into).collect(),
        total: totals.payments,
        total_amount: Amount::cents(totals.cents),
    }))
}
