//! Points become money.

use chrono::{DateTime, Utc};
use sea_orm::{
    DatabaseTransaction, IntoActiveModel as _, QuerySelect as _, Set, entity::prelude::*, sea_query::LockType,
};
use tally_entity::{
    LoyaltyTransactionType, TransferKind, UserId, client_profile, loyalty_config, loyalty_transaction,
};
use tally_kernel::Money;
use tally_ledger::{Account, BookError, Booking, Leg, book, wallets};

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Converted {
    pub(crate) points: i32,
    pub(crate) cents: i64,
}

/// Why points stay points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Closed,
    TooFew { held: i32 },
    BelowLeast { least: i32 },
    AboveMost { most: Money },
    Worthless,
}

/// All points, or so many; or why not, and then nothing has changed.
pub(crate) async fn apply(
    tx: &DatabaseTransaction,
    client: UserId,
    points: Option<i32>,
    now: DateTime<Utc>,
) -> Result<Result<Converted, Refusal>, BookError> {
    let column = client_profile::COLUMN.user_id;
    let profile = client_profile::Entity::find().filter(column.eq(client)).lock(LockType::Update);
    let Some(profile) = profile.one(tx).await? else { return Ok(Err(Refusal::TooFew { held: 0 })) };
    let config = loyalty_config::Entity::find()
        .filter(loyalty_config::COLUMN.website_id.eq(profile.website_id))
        .filter(loyalty_config::COLUMN.is_active.eq(true))
        .one(tx)
        .await?;
    let home = wallets::home(tx, client).await?;
    let (Some(config), Some((_, currency))) = (config, home) else { return Ok(Err(Refusal::Closed)) };
    let converted = match worth(&profile, &config, points.unwrap_or(profile.loyalty_points)) {
        Ok(converted) => converted,
        Err(refusal) => return Ok(Err(refusal)),
    };
    move_points(tx, profile, &currency, converted, now).await?;
    Ok(Ok(converted))
}

fn worth(
    profile: &client_profile::Model,
    config: &loyalty_config::Model,
    points: i32,
) -> Result<Converted, Refusal> {
    let (held, least) = (profile.loyalty_points, config.min_conversion_points);
    if points > held {
        return Err(Refusal::TooFew { held });
    }
    if points < least {
        return Err(Refusal::BelowLeast { least });
    }
    let cents = (Decimal::from(points) * config.cents_per_point).floor();
    let cents = i64::try_from(cents).unwrap_or(i64::MAX);
    match config.max_conversion_cents {
        Some(most) if cents > most => Err(Refusal::AboveMost { most: Money { cents: most } }),
        _ if cents <= 0 || points <= 0 => Err(Refusal::Worthless),
        _ => Ok(Converted { points, cents }),
    }
}

async fn move_points(
    tx: &DatabaseTransaction,
    profile: client_profile::Model,
    currency: &str,
    Converted { points, cents }: Converted,
    now: DateTime<Utc>,
) -> Result<(), BookError> {
    let (client, website, held) = (profile.user_id, profile.website_id, profile.loyalty_points);
    let row = loyalty_transaction::ActiveModel {
        website_id: Set(website),
        client_id: Set(client),
        transaction_type: Set(LoyaltyTransactionType::Redeem),
        points: Set(points),
        source: Set("conversion".to_owned()),
        reason: Set(format!("Converted into {}", Money { cents }.in_full())),
        created_at: Set(now),
        ..Default::default()
    };
    let row = row.insert(tx).await?;
    let mut profile = profile.into_active_model();
    profile.loyalty_points = Set(held - points);
    profile.update(tx).await?;
    let booking = Booking {
        website,
        currency,
        kind: TransferKind::Loyalty,
        reference: format!("loyalty:{}", row.id),
        description: format!("{points} points converted"),
        reverses: None,
        by: Some(client),
        now,
        legs: vec![
            Leg { account: Account::Promo, cents: -cents },
            Leg { account: Account::User(client), cents },
        ],
    };
    book(tx, booking).await?;
    Ok(())
}
