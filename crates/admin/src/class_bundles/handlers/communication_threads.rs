//! `GET /api/v1/admin-management/class-bundles/communication-threads`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, ThreadId, ThreadType};
use tally_http::{ApiResult, Clamped, Params, Problems, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use crate::class_bundles::repository::communication_threads::{self, BundleThread, LastMessage};

/// Which conversations are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ClassThreadsQuery {
    #[param(value_type = Option<i64>)]
    bundle_id: Option<ClassBundleId>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Conversations about packages of classes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClassThreadsAnswer {
    /// The one that moved last first.
    threads: Vec<ClassThreadRow>,
    /// Rows in `threads`.
    count: usize,
}

/// A conversation and what it is about.
#[derive(Debug, Serialize, ToSchema)]
struct ClassThreadRow {
    #[schema(value_type = i64)]
    bundle_id: ClassBundleId,
    /// The user name.
    bundle_client: String,
    thread: ClassThread,
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
struct ClassThread {
    #[schema(value_type = i64)]
    id: ThreadId,
    #[schema(value_type = String)]
    thread_type: ThreadType,
    subject: Option<String>,
    is_active: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    last_message: Option<ClassThreadMessage>,
}

/// The newest message that was not deleted.
#[derive(Debug, Serialize, ToSchema)]
struct ClassThreadMessage {
    message: String,
    sent_at: DateTime<Utc>,
}

impl From<BundleThread> for ClassThreadRow {
    fn from(row: BundleThread) -> Self {
        let BundleThread {
            bundle_id,
            bundle_client,
            id,
            thread_type,
            subject,
            is_active,
            created_at,
            updated_at,
            last,
        } = row;
        let last_message =
            last.map(|LastMessage { body: message, sent_at }| ClassThreadMessage { message, sent_at });
        let thread =
            ClassThread { id, thread_type, subject, is_active, created_at, updated_at, last_message };
        Self { bundle_id, bundle_client, thread }
    }
}

/// Conversations about packages of classes
#[utoipa::path(
    get,
    path = "/admin-management/class-bundles/communication-threads",
    tag = "admin",
    params(ScopeQuery, ClassThreadsQuery),
    responses((status = OK, body = ClassThreadsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_class_threads(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(ClassThreadsQuery { bundle_id, limit }): Params<ClassThreadsQuery>,
) -> ApiResult<Json<ClassThreadsAnswer>> {
    let rows = communication_threads::load(db.reads(), admin.scope, bundle_id, limit.get().into()).await?;
    let threads: Vec<_> = rows.into_iter().map(ClassThreadRow::from).collect();
    Ok(Json(ClassThreadsAnswer { count: threads.len(), threads }))
}
