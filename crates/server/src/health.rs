use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use axum::{Json, Router, extract::State, routing::get};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use tally_db::{Db, unmetered};
use tally_http::{ApiError, ApiResult, AppState};

/// A load balancer gives up on an answer that takes longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether this process is on its way out.
#[derive(Clone, Debug, Default)]
pub struct Health {
    draining: Arc<AtomicBool>,
}

impl Health {
    /// From now on `/ready` says no, while requests under way are finished.
    pub fn drain(&self) {
        self.draining.store(true, Relaxed);
    }
}

pub(crate) fn router(state: AppState, health: Health) -> Router {
    Router::new()
        .route("/live", get(async || Json(json!({ "status": "ok" }))))
        .route("/ready", get(ready))
        .with_state((state.db, health))
}

async fn ready(State((db, health)): State<(Db, Health)>) -> ApiResult<Json<Value>> {
    if health.draining.load(Relaxed) {
        return Err(ApiError::unavailable("This process is ending."));
    }
    let asked = tokio::time::timeout(PATIENCE, unmetered(db.reads().execute_unprepared("SELECT 1"))).await;
    match asked {
        Ok(Ok(_)) => Ok(Json(json!({ "status": "ok" }))),
        _ => Err(ApiError::unavailable("The database does not answer.")),
    }
}
