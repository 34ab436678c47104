//! One code per user.

use sea_orm::entity::prelude::*;

use crate::ids::{ReferralCodeId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_codes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ReferralCodeId,
    pub website_id: WebsiteId,
    #[sea_orm(unique)]
    pub user_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(50))", unique)]
    pub code: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
