//! `GET /api/v1/writer-management/dashboard/workload-capacity`

mod advice;
mod answer;
mod load;

use axum::{Json, extract::State};
use tally_auth::Writer;
use tally_db::Db;
use tally_http::{ApiResult, Problems, access::WRITER};
use tally_kernel::Clock;

use self::answer::WriterWorkloadCapacity;
use crate::work::repository::workload_capacity;

/// How much the caller has to do, and how much more he could
#[utoipa::path(
    get,
    path = "/writer-management/dashboard/workload-capacity",
    tag = "writer",
    responses((status = OK, body = WriterWorkloadCapacity), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(WRITER))),
)]
pub(crate) async fn get_writer_workload_capacity(
    State(db): State<Db>,
    State(clock): State<Clock>,
    writer: Writer,
) -> ApiResult<Json<WriterWorkloadCapacity>> {
    let (profile, orders) = workload_capacity::load(db.reads(), writer.id).await?;
    Ok(Json(WriterWorkloadCapacity::new(&profile, &orders, clock.now())))
}
