//! One sign-in, known by the hash of its refresh token.

use sea_orm::entity::prelude::*;

use crate::{
    ids::{SessionId, UserId},
    words,
};

words! {
    /// Why a session ended before its time.
    pub enum RevokeReason: "String(StringLen::N(20))" {
        Logout = "logout",
        Reuse = "reuse",
        PasswordChange = "password_change",
        Admin = "admin",
        RoleChange = "role_change",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SessionId,
    pub user_id: UserId,
    /// What an access token names (`sid`).
    pub family_id: Uuid,
    /// The session this one was rotated from.
    pub parent_id: Option<SessionId>,
    /// BLAKE3 of the refresh token.
    #[sea_orm(unique)]
    pub token_hash: Vec<u8>,
    pub expires_at: DateTimeUtc,
    pub rotated_at: Option<DateTimeUtc>,
    pub revoked_at: Option<DateTimeUtc>,
    /// Last activity of a person; refreshing the token is none.
    pub last_used_at: DateTimeUtc,
    pub impersonated_by_id: Option<UserId>,
    pub revoke_reason: Option<RevokeReason>,
    #[sea_orm(column_type = "String(StringLen::N(45))")]
    pub ip: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(255))")]
    pub user_agent: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
