use chrono::{DateTime, Utc};
use serde::Serialize;
use tally_entity::{Role, UserActionStatus};
use utoipa::ToSchema;

use crate::dashboard::repository::{promotion_requests::PromotionRequest, recent_activities::Activity};

/// What somebody of the staff did.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RecentActivityRow {
    id: i64,
    action: String,
    timestamp: DateTime<Utc>,
    admin: Option<String>,
    /// `admin` again.
    admin_username: Option<String>,
    admin_id: Option<i64>,
}

impl From<Activity> for RecentActivityRow {
    fn from(row: Activity) -> Self {
        let Activity { id, action, created_at, actor_id, actor } = row;
        Self {
            id: id.0,
            action,
            timestamp: created_at,
            admin: actor.clone(),
            admin_username: actor,
            admin_id: actor_id.map(Into::into),
        }
    }
}

/// Somebody asks for a role.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PromotionRequestRow {
    id: i64,
    requested_by: String,
    target_user: String,
    #[schema(value_type = String)]
    requested_role: Role,
    reason: String,
    #[schema(value_type = String)]
    status: UserActionStatus,
    requested_at: DateTime<Utc>,
}

impl From<PromotionRequest> for PromotionRequestRow {
    fn from(row: PromotionRequest) -> Self {
        let PromotionRequest { id, requested_by, target_user, requested_role, reason, status, created_at } =
            row;
        let requested_at = created_at;
        Self { id: id.0, requested_by, target_user, requested_role, reason, status, requested_at }
    }
}
