//! Who asks for another role, for himself or for somebody else.

use chrono::{DateTime, Utc};
use sea_orm::{
    DbErr, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef, entity::prelude::*,
    sea_query::Alias,
};
use tally_entity::{
    Role, UserActionKind, UserActionRequestId, UserActionStatus, WebsiteScope, user,
    user_action_request as request,
};

const ROWS: u64 = 10;

#[derive(Debug, FromQueryResult)]
pub(crate) struct PromotionRequest {
    pub(crate) id: UserActionRequestId,
    pub(crate) requested_by: String,
    pub(crate) target_user: String,
    pub(crate) requested_role: Role,
    pub(crate) reason: String,
    pub(crate) status: UserActionStatus,
    pub(crate) created_at: DateTime<Utc>,
}

/// The newest that wait for a decision.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
) -> Result<Vec<PromotionRequest>, DbErr> {
    let (asker, target) = (Alias::new("asker"), Alias::new("target"));
    request::Entity::find()
        .select_only()
        .columns([request::Column::Id, request::Column::RequestedRole, request::Column::Reason])
        .columns([request::Column::Status, request::Column::CreatedAt])
        .expr_as(Expr::col((asker.clone(), user::Column::Username)), "requested_by")
        .expr_as(Expr::col((target.clone(), user::Column::Username)), "target_user")
        .join_as(JoinType::InnerJoin, person(request::Column::RequestedById), asker)
        .join_as(JoinType::InnerJoin, person(request::Column::TargetUserId), target)
        .filter(scope.of(request::COLUMN.website_id))
        .filter(request::COLUMN.kind.eq(UserActionKind::RoleChange))
        .filter(request::COLUMN.status.eq(UserActionStatus::Pending))
        .order_by_desc(request::Column::CreatedAt)
        .order_by_desc(request::Column::Id)
        .limit(ROWS)
        .into_model::<PromotionRequest>()
        .all(db)
        .await
}

fn person(column: request::Column) -> RelationDef {
    request::Entity::belongs_to(user::Entity).from(column).to(user::Column::Id).into()
}
