//! `GET /api/v1/admin-management/class-bundles/support-tickets`

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tally_auth::{Admin, ScopeQuery, Scoped};
use tally_db::Db;
use tally_entity::{ClassBundleId, TicketCategory, TicketId, TicketPriority, TicketStatus};
use tally_http::{ApiResult, Clamped, Params, Problems, Words, access::ADMIN};
use utoipa::{IntoParams, ToSchema};

use crate::class_bundles::repository::support_tickets::{self, BundleTicket};

/// Which tickets are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ClassTicketsQuery {
    #[param(value_type = Option<i64>)]
    bundle_id: Option<ClassBundleId>,
    /// Any of these.
    #[param(value_type = Option<Vec<String>>)]
    status: Option<Words>,
    /// How many are listed at most; set to the nearest bound.
    #[serde(default)]
    #[param(value_type = Option<i64>, minimum = 1, maximum = 250, default = 50)]
    limit: Clamped<1, 250, 50>,
}

/// Tickets about packages of classes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ClassTicketsAnswer {
    /// Newest first.
    tickets: Vec<ClassTicketRow>,
    /// Rows in `tickets`.
    count: usize,
}

/// A ticket and what it is about.
#[derive(Debug, Serialize, ToSchema)]
struct ClassTicketRow {
    #[schema(value_type = i64)]
    bundle_id: ClassBundleId,
    /// The user name.
    bundle_client: String,
    ticket: ClassTicket,
}

/// A ticket.
#[derive(Debug, Serialize, ToSchema)]
struct ClassTicket {
    #[schema(value_type = i64)]
    id: TicketId,
    title: String,
    /// `title` again.
    subject: String,
    #[schema(value_type = String)]
    status: TicketStatus,
    /// `medium` where nobody said.
    #[schema(value_type = String)]
    priority: TicketPriority,
    #[schema(value_type = String)]
    category: TicketCategory,
    created_at: DateTime<Utc>,
}

impl From<BundleTicket> for ClassTicketRow {
    fn from(row: BundleTicket) -> Self {
        let BundleTicket { bundle_id, bundle_client, id, title, status, priority, category, created_at } =
            row;
        let (subject, priority) = (title.clone(), priority.unwrap_or(TicketPriority::Medium));
        let ticket = ClassTicket { id, title, subject, status, priority, category, created_at };
        Self { bundle_id, bundle_client, ticket }
    }
}

/// Tickets about packages of classes
#[utoipa::path(
    get,
    path = "/admin-management/class-bundles/support-tickets",
    tag = "admin",
    params(ScopeQuery, ClassTicketsQuery),
    responses((status = OK, body = ClassTicketsAnswer), Problems),
    security(("bearer" = [])),
    extensions(("x-access" = json!(ADMIN))),
)]
pub(crate) async fn get_admin_class_tickets(
    State(db): State<Db>,
    admin: Scoped<Admin>,
    Params(ClassTicketsQuery { bundle_id, status, limit }): Params<ClassTicketsQuery>,
) -> ApiResult<Json<ClassTicketsAnswer>> {
    let statuses = status.map(|words| words.known());
    let rows =
        support_tickets::load(db.reads(), admin.scope, bundle_id, statuses, limit.get().into()).await?;
    let tickets: Vec<_> = rows.into_iter().map(ClassTicketRow::from).collect();
    Ok(Json(ClassTicketsAnswer { count: tickets.len(), tickets }))
}
