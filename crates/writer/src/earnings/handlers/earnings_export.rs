//! `GET /api/v1/writer-management/dashboard/earnings-export`

mod file;
mod record;

use axum::extract::State;
use serde::Deserialize;
use tally_auth::Writer;
use tally_db::Db;
use tally_http::{ApiResult, Attachment, Clamped, FileBytes, Params, Problems, access::WRITER};
use tally_kernel::{Clock, Period};
use utoipa::{IntoParams, ToSchema};

use self::{
    file::{EarningsFile, file},
    record::records,
};
use crate::earnings::repository::earnings_export;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EarningsExportQuery {
    /// Length of the period that ends now.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 1095, default = 365)]
    days: Clamped<1, 1095, 365>,
    #[serde(default)]
    #[param(inline)]
    format: EarningsFormat,
}

/// What kind of file is wanted.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum EarningsFormat {
    #[default]
    Csv,
    Json,
}

/// What the caller was paid in a period, as a file to keep
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/earnings-export",
    tag = "writer",
    params(EarningsExportQuery),
    responses(
        (status = OK, content((FileBytes = "text/csv"), (EarningsFile = "application/json"))),
        Problems,
    ),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_earnings_export(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
    Params(EarningsExportQuery { days, format }): Params<EarningsExportQuery>,
) -> ApiResult<Attachment> {
    let period = Period::last_days(days.get(), clock.now());
    let (payments, classes) = earnings_export::load(db.reads(), writer.id, period).await?;
    file(&writer.username, period, format, records(&payments, classes))
}
