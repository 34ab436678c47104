//! `GET /api/v1/admin-management/advanced-analytics/export`

use axum::extract::State;
use serde::Deserialize;
use serde_json::Value;
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_http::{ApiError, ApiResult, Attachment, FileBytes, FileKind, Params, Problems, access::ADMIN};
use tally_kernel::{Clock, Hundredths, Money};
use tally_sheet::{Cell, csv};
use utoipa::{IntoParams, ToSchema};

use super::{
    advanced::{self, AdvancedAnswer},
    service_revenue::DaysQuery,
};
use crate::{
    exports::handlers::log::{Exported, Log},
    title::title,
};

const ANALYTICS: Exported =
    Exported { rows: "reports of analytics", table: "order", file: "analytics_export" };

/// What kind of file is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReportQuery {
    #[serde(default)]
    #[param(inline)]
    format: ReportFormat,
}

/// What a report is written in.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum ReportFormat {
    Csv,
    #[default]
    Json,
}

/// The lists of the answer that are blocks of the file: where they are, and what their columns are called and hold.
const BLOCKS: [(&str, &[Column]); 2] = [
    (
        "/revenue_analytics/daily_breakdown",
        &[("Date", "date", word), ("Revenue", "revenue", money), ("Orders", "order_count", number)],
    ),
    (
        "/weekly_trends",
        &[
            ("Week", "week", word),
            ("Orders Created", "orders_created", number),
            ("Orders Completed", "orders_completed", number),
            ("Revenue", "revenue", money),
        ],
    ),
];
/// What of the summary is money.
const AMOUNTS: [&str; 2] = ["total_revenue", "avg_order_value"];

/// What a column is called in the file and in the answer, and how it is shown.
type Column = (&'static str, &'static str, Show);
type Show = fn(&Value) -> Cell;

fn word(value: &Value) -> Cell {
    value.as_str().into()
}

fn money(value: &Value) -> Cell {
    cents(value).map(Cell::Money).into()
}

fn number(value: &Value) -> Cell {
    cents(value).map(|hundredths| Cell::Number(Hundredths(hundredths))).into()
}

/// Every number of an answer has two decimals at most.
fn cents(value: &Value) -> Option<i64> {
    value.to_string().parse().ok().map(|Money { cents }| cents)
}

fn report(answer: &Value) -> String {
    let mut text = String::new();
    csv::line(&mut text, &["Metric".into(), "Value".into()]);
    for (name, value) in answer["summary"].as_object().into_iter().flatten() {
        let show = if AMOUNTS.contains(&name.as_str()) { money } else { number };
        csv::line(&mut text, &[title(name).into(), show(value)]);
    }
    for (list, columns) in BLOCKS {
        csv::line(&mut text, &[]);
        csv::line(&mut text, &columns.iter().map(|(head, ..)| (*head).into()).collect::<Vec<_>>());
        for row in answer.pointer(list).and_then(Value::as_array).into_iter().flatten() {
            let cell = |(_, name, show): &Column| show(&row[*name]);
            csv::line(&mut text, &columns.iter().map(cell).collect::<Vec<_>>());
        }
    }
    text
}

/// The advanced analytics, in a file
#[utoipa::path(
    get,
    path = "/admin-management/advanced-analytics/export",
    tag = "admin",
    params(ScopeQuery, DaysQuery, ReportQuery),
    responses(
        (status = OK, description = "The file", content(
            (AdvancedAnswer = "application/json"),
            (FileBytes = "text/csv"),
        )),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn export_admin_advanced_analytics(
    State(db): State<Db>,
    State(clock): State<Clock>,
    admin: Scoped<Admin>,
    log: Log,
    Params(DaysQuery { days }): Params<DaysQuery>,
    Params(ReportQuery { format }): Params<ReportQuery>,
) -> ApiResult<Attachment> {
    let now = clock.now();
    let answer = advanced::kept(db, &admin, days, now).await?.body();
    let (kind, body) = match format {
        ReportFormat::Json => (FileKind::Json, answer.into()),
        ReportFormat::Csv => {
            let answer = serde_json::from_slice(&answer).map_err(ApiError::internal)?;
            (FileKind::Csv, report(&answer).into())
        }
    };
    log.write(ANALYTICS, kind, 1, true).await?;
    Ok(Attachment { name: format!("{}_{}", ANALYTICS.file, now.date_naive()), kind, body })
}
