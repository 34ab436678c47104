//! A client's code, and what it was good for.

use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{ReferralCodeId, UserId, WebsiteId};

/// What was called off does not count.
const USAGE: &str = "
    SELECT websites.domain, code.id AS code_id, code.code, brought.referred, brought.successful,
        brought.earned_cents, brought.orders
    FROM websites
    LEFT JOIN referral_codes AS code ON code.user_id = $1
    CROSS JOIN LATERAL (
        SELECT count(*) AS referred, count(bonus_awarded_at) AS successful,
            coalesce(sum(bonus_cents) FILTER (WHERE bonus_awarded_at IS NOT NULL), 0)::bigint AS earned_cents,
            coalesce(sum((SELECT count(*) FROM orders
                WHERE orders.client_id = referrals.referee_id AND orders.deleted_at IS NULL)), 0)::bigint
                AS orders
        FROM referrals WHERE referrer_id = $1 AND voided_at IS NULL) AS brought
    WHERE websites.id = $2";

#[derive(Debug, FromQueryResult)]
pub(crate) struct Usage {
    domain: String,
    pub(crate) code_id: Option<ReferralCodeId>,
    pub(crate) code: Option<String>,
    pub(crate) referred: i64,
    /// Those that a bonus was paid for.
    pub(crate) successful: i64,
    pub(crate) earned_cents: i64,
    /// What the people placed who were brought.
    pub(crate) orders: i64,
}

pub(crate) async fn load(db: &impl ConnectionTrait, me: UserId, website: WebsiteId) -> Result<Usage, DbErr> {
    let values = [me.0.into(), website.0.into()];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, USAGE, values);
    let found = Usage::find_by_statement(statement).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound("the caller's website".to_owned()))
}

impl Usage {
    /// Where somebody is sent who shall be brought.
    pub(crate) fn link(&self) -> Option<String> {
        let scheme = if self.domain.contains("://") { "" } else { "https://" };
        self.code.as_ref().map(|code| format!("{scheme}{}/refer/{code}", self.domain.trim_end_matches('/')))
    }
}
