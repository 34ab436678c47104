//! Who brought whom.

use sea_orm::entity::prelude::*;

use crate::ids::{LedgerTransferId, ReferralId, UserId, WebsiteId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referrals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ReferralId,
    pub website_id: WebsiteId,
    pub referrer_id: UserId,
    pub referee_id: UserId,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub referral_code: String,
    #[sea_orm(column_type = "String(StringLen::N(50))")]
    pub source: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(45))")]
    pub referrer_ip: Option<String>,
    #[sea_orm(column_type = "String(StringLen::N(45))")]
    pub referee_ip: Option<String>,
    pub bonus_cents: i64,
    pub bonus_awarded_at: Option<DateTimeUtc>,
    pub registration_bonus_at: Option<DateTimeUtc>,
    pub is_flagged: bool,
    #[sea_orm(column_type = "Text")]
    pub flagged_reason: Option<String>,
    pub voided_at: Option<DateTimeUtc>,
    pub voided_by_id: Option<UserId>,
    pub ledger_transfer_id: Option<LedgerTransferId>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
