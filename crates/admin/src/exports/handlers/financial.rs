//! `GET /api/v1/admin-management/exports/financial`

use axum::extract::State;
use chrono::{DateTime, Utc};
use tally_auth::ScopeQuery;
use tally_db::Db;
use tally_http::{ApiResult, Attachment, FileBytes, Params, Problems, access::ADMIN};
use tally_sheet::{Cell, Record};

use super::{
    export::{Export, FormatQuery},
    log::Exported,
};
use crate::finance::{
    handlers::overview::DatesQuery,
    repository::overview::{self, Dates, Month, Overview, Sums},
};

const FINANCES: Exported =
    Exported { rows: "lines of the finances", table: "payment", file: "financial_report" };

/// A sum.
pub(crate) struct FinanceLine {
    category: &'static str,
    item: &'static str,
    cents: i64,
    period: String,
}

impl Record<4> for FinanceLine {
    const COLUMNS: [&'static str; 4] = ["Category", "Item", "Amount", "Period"];

    fn cells(self) -> [Cell; 4] {
        let Self { category, item, cents, period } = self;
        [category.into(), item.into(), Cell::Money(cents), period.into()]
    }
}

/// The sums within the dates, then those of each month.
fn lines(found: Overview, dates: Dates) -> Vec<FinanceLine> {
    let Overview { summary, months } = found;
    let each = |Month { first, sums }| (sums, first.format("%Y-%m").to_string());
    let periods = std::iter::once((summary, span(dates))).chain(months.into_iter().map(each));
    periods.flat_map(|(sums, period)| of_period(&sums, &period)).collect()
}

fn of_period(sums: &Sums, period: &str) -> [FinanceLine; 8] {
    let Sums { orders, special_orders, classes, writer_payments, tips } = *sums;
    [
        ("Revenue", "Orders", orders),
        ("Revenue", "Special Orders", special_orders),
        ("Revenue", "Classes", classes),
        ("Revenue", "Total", sums.revenue()),
        ("Expenses", "Writer Payments", writer_payments),
        ("Expenses", "Tips", tips),
        ("Expenses", "Total", sums.expenses()),
        ("Net Revenue", "Total", sums.net()),
    ]
    .map(|(category, item, cents)| FinanceLine { category, item, cents, period: period.to_owned() })
}

/// The dates in words.
fn span(Dates { from, until }: Dates) -> String {
    let day = |instant: DateTime<Utc>| instant.date_naive().to_string();
    let last = |until: DateTime<Utc>| day(until - chrono::TimeDelta::microseconds(1));
    match (from, until) {
        (None, None) => "All time".to_owned(),
        (Some(from), None) => format!("From {}", day(from)),
        (None, Some(until)) => format!("Up to {}", last(until)),
        (Some(from), Some(until)) => format!("{} to {}", day(from), last(until)),
    }
}

/// What came in and what went out, in a file
#[utoipa::path(
    get,
    path = "/admin-management/exports/financial",
    tag = "admin",
    params(ScopeQuery, FormatQuery, DatesQuery),
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
pub(crate) async fn export_admin_finances(
    State(db): State<Db>,
    export: Export,
    Params(query): Params<DatesQuery>,
) -> ApiResult<Attachment> {
    let dates = query.into();
    let found = overview::load(db.reads(), export.scope, dates, export.now).await?;
    export.send(FINANCES, lines(found, dates)).await
}
