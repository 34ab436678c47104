//! `GET /api/v1/admin-management/exports/payments`

use axum::extract::State;
use serde::Deserialize;
use tally_auth::ScopeQuery;
use tally_db::Db;
use tally_entity::PaymentMethod;
use tally_http::{ApiResult, Attachment, DayOrInstant, FileBytes, Params, Problems, Words, access::ADMIN};
use tally_sheet::{Cell, Record};
use utoipa::IntoParams;

use super::{
    export::{Export, FormatQuery},
    log::Exported,
};
use crate::exports::repository::payments::{self, PaymentLine, Wanted};

const PAYMENTS: Exported = Exported { rows: "payments", table: "payment", file: "payments_export" };

/// Which payments are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PaymentsQuery {
    /// Any of these statuses.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// Any of these kinds.
    #[param(value_type = Option<Vec<String>>)]
    payment_type: Option<Words>,
    /// A day or an instant: made not before it.
    #[param(value_type = Option<String>)]
    date_from: Option<DayOrInstant>,
    /// A day, which is included, or an instant, which is not.
    #[param(value_type = Option<String>)]
    date_to: Option<DayOrInstant>,
}

impl From<PaymentsQuery> for Wanted {
    fn from(query: PaymentsQuery) -> Self {
        let PaymentsQuery { status, payment_type, date_from, date_to } = query;
        Self {
            statuses: status.map(|words| words.known()),
            types: payment_type.map(|words| words.known()),
            from: date_from.map(DayOrInstant::start),
            until: date_to.map(DayOrInstant::end),
        }
    }
}

impl Record<15> for PaymentLine {
    const COLUMNS: [&'static str; 15] = [
        "Payment ID",
        "Reference ID",
        "Transaction ID",
        "Client ID",
        "Client Email",
        "Order ID",
        "Payment Type",
        "Amount",
        "Original Amount",
        "Discount",
        "Status",
        "Payment Method",
        "Created At",
        "Confirmed At",
        "Website",
    ];

    fn cells(self) -> [Cell; 15] {
        let Self {
            id,
            reference_id,
            transaction_id,
            client_id,
            client_email,
            order_id,
            payment_type,
            amount_cents,
            original_amount_cents,
            discount_cents,
            status,
            method,
            created_at,
            confirmed_at,
            website,
        } = self;
        [
            id.0.into(),
            reference_id.to_string().into(),
            transaction_id.into(),
            client_id.map(|id| id.0).into(),
            client_email.into(),
            order_id.map(|id| id.0).into(),
            payment_type.as_str().into(),
            Cell::Money(amount_cents),
            original_amount_cents.map(Cell::Money).into(),
            Cell::Money(discount_cents),
            status.as_str().into(),
            method.map(PaymentMethod::as_str).into(),
            created_at.into(),
            confirmed_at.into(),
            website.into(),
        ]
    }
}

/// What was paid, in a file
#[utoipa::path(
    get,
    path = "/admin-management/exports/payments",
    tag = "admin",
    params(ScopeQuery, FormatQuery, PaymentsQuery),
    responses(
        (status = OK, description = "The file", content(
            (FileBytes = "text/csv"),
            (FileBytes = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn export_admin_payments(
    State(db): State<Db>,
    export: Export,
    Params(query): Params<PaymentsQuery>,
) -> ApiResult<Attachment> {
    let payments = payments::open(db.reads(), export.scope, &query.into()).await?;
    export.send(PAYMENTS, payments).await
}
