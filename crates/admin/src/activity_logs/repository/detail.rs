//! One row of the log, with everything it knows.

use sea_orm::{DbErr, FromQueryResult, QuerySelect, entity::prelude::*};
use tally_entity::{AuditLogId, WebsiteScope, audit_log};

use super::activity::{Activity, of_staff, with_columns};

#[derive(Debug, FromQueryResult)]
pub(crate) struct ActivityDetail {
    #[sea_orm(nested)]
    pub(crate) activity: Activity,
    /// The changed columns as they were.
    pub(crate) before: Option<Json>,
    pub(crate) request_id: Option<String>,
    pub(crate) user_agent: Option<String>,
}

/// Nothing when there is no such row in the scope.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: AuditLogId,
) -> Result<Option<ActivityDetail>, DbErr> {
    use audit_log::Column::{Before, RequestId, UserAgent};
    with_columns(of_staff(scope))
        .columns([Before, RequestId, UserAgent])
        .filter(audit_log::COLUMN.id.eq(id))
        .into_model::<ActivityDetail>()
        .one(db)
        .await
}
