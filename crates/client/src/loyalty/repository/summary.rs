//! A client's points, money and tier, and what points are worth.

use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement, entity::prelude::*};
use tally_entity::{UserId, WebsiteId};

const SUMMARY: &str = "
    SELECT coalesce(profile.loyalty_points, 0) AS points, tier.name AS tier,
        coalesce(wallet.balance_cents, 0)::bigint AS balance_cents,
        coalesce(round(10000 / nullif(config.cents_per_point, 0))::bigint, 0) AS points_per_unit
    FROM websites
    LEFT JOIN client_profiles AS profile ON profile.user_id = $1
    LEFT JOIN loyalty_tiers AS tier ON tier.id = profile.loyalty_tier_id
    LEFT JOIN wallets AS wallet
        ON wallet.user_id = $1 AND wallet.website_id = websites.id AND wallet.currency = websites.currency
    LEFT JOIN loyalty_configs AS config ON config.website_id = websites.id AND config.is_active
    WHERE websites.id = $2";

#[derive(Debug, FromQueryResult)]
pub(crate) struct Summary {
    pub(crate) points: i32,
    pub(crate) tier: Option<String>,
    pub(crate) balance_cents: i64,
    /// In hundredths; 0 when points are worth nothing.
    pub(crate) points_per_unit: i64,
}

pub(crate) async fn load(
    db: &impl ConnectionTrait,
    me: UserId,
    website: WebsiteId,
) -> Result<Summary, DbErr> {
    let values = [me.0.into(), website.0.into()];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, SUMMARY, values);
    let found = Summary::find_by_statement(statement).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound("the caller's website".to_owned()))
}
