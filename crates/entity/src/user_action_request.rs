//! A change of role, a sanction or a deletion that somebody asks for and an admin decides.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{UserActionRequestId, UserId, WebsiteId},
    user::Role,
    words,
};

words! {
    /// What is asked for.
    pub enum UserActionKind: "String(StringLen::N(20))" {
        RoleChange = "role_change",
        BlacklistClient = "blacklist_client",
        PromoteWriter = "promote_writer",
        DemoteWriter = "demote_writer",
        WriterProbation = "writer_probation",
        SuspendWriter = "suspend_writer",
        SuspendClient = "suspend_client",
        AccountDeletion = "account_deletion",
    }
}

words! {
    /// Where a request stands.
    pub enum UserActionStatus: "String(StringLen::N(10))" {
        Pending = "pending",
        Approved = "approved",
        Rejected = "rejected",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_action_requests")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: UserActionRequestId,
    pub website_id: Option<WebsiteId>,
    pub requested_by_id: UserId,
    pub target_user_id: UserId,
    pub kind: UserActionKind,
    pub requested_role: Option<Role>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub status: UserActionStatus,
    pub decided_by_id: Option<UserId>,
    pub decided_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub decision_note: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
