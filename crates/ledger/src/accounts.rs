//! From the name of an account to its locked wallet.

use std::hash::{BuildHasher as _, RandomState};

use sea_orm::{
    Condition, DatabaseTransaction, DbErr, QueryOrder as _, QuerySelect as _, Set,
    entity::prelude::*,
    sea_query::{LockType, OnConflict},
};
use tally_entity::{UserId, WalletId, WalletKind, WebsiteId, wallet};

/// Over how many wallets each account of the platform is spread on a website, so that bookings rarely wait for
/// each other there.
const SHARDS: u64 = 8;

/// Where money lies. Each is of one website and one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// This wallet, whatever it is.
    Wallet(WalletId),
    /// A person's money.
    User(UserId),
    /// The world outside; below zero by what came in.
    External,
    /// What belongs to the platform.
    Revenue,
    /// What is promised to be paid out.
    Payable,
    /// What waits for the end of a job.
    Escrow,
    /// Where gifts come from.
    Promo,
}

/// What tells wallets of one website and currency apart.
type Place = (WalletKind, Option<UserId>, i16);

impl Account {
    /// Which wallet; an account of the platform is at one of several places, at random.
    fn place(self) -> Result<Place, WalletId> {
        let kind = match self {
            Self::Wallet(id) => return Err(id),
            Self::User(user) => return Ok((WalletKind::User, Some(user), 0)),
            Self::External => WalletKind::External,
            Self::Revenue => WalletKind::Revenue,
            Self::Payable => WalletKind::Payable,
            Self::Escrow => WalletKind::Escrow,
            Self::Promo => WalletKind::Promo,
        };
        // Every new state hashes differently, which is all the chance that is needed.
        let shard = RandomState::new().hash_one(kind.as_str()) % SHARDS;
        Ok((kind, None, i16::try_from(shard).unwrap_or_default()))
    }
}

/// The wallets of `accounts`, in their order, kept from everybody else until the transaction ends.
///
/// Wallets that do not exist yet are made before any is locked, and all are locked by id, so that two bookings
/// never wait for each other in a circle.
///
/// `FOR NO KEY UPDATE` keeps other bookings away as `FOR UPDATE` would, but not rows that only point at a wallet: two
/// who have each written such a row would wait for each other.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    currency: &str,
    accounts: &[Account],
) -> Result<Vec<wallet::Model>, DbErr> {
    let places: Vec<_> = accounts.iter().map(|account| account.place()).collect();
    let missing = |known: &[wallet::Model]| {
        let mut missing: Vec<Place> = places.iter().filter_map(|place| place.ok()).collect();
        missing.retain(|place| !known.iter().any(|wallet| is_at(wallet, *place)));
        // Whoever makes the same ones makes them in the same order.
        missing.sort_unstable();
        missing
    };
    let mut known = find(tx, website, currency, &places).await?;
    let new = missing(&known);
    if !new.is_empty() {
        make(tx, website, currency, &new).await?;
        known = find(tx, website, currency, &places).await?;
    }
    let locked = wallet::Entity::find()
        .filter(wallet::COLUMN.id.is_in(known.iter().map(|wallet| wallet.id)))
        .order_by_asc(wallet::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await?;
    let of = |place: &Result<Place, WalletId>| {
        let is_wanted = |wallet: &&wallet::Model| match place {
            Ok(place) => is_at(wallet, *place),
            Err(id) => wallet.id == *id,
        };
        let found = locked.iter().find(is_wanted).cloned();
        found.ok_or_else(|| DbErr::RecordNotFound(format!("no wallet {place:?}")))
    };
    places.iter().map(of).collect()
}

fn is_at(wallet: &wallet::Model, (kind, user, shard): Place) -> bool {
    (wallet.kind, wallet.user_id, wallet.shard) == (kind, user, shard)
}

async fn find(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    currency: &str,
    places: &[Result<Place, WalletId>],
) -> Result<Vec<wallet::Model>, DbErr> {
    let column = wallet::COLUMN;
    let at = |place: &Result<Place, WalletId>| match *place {
        Err(id) => Condition::all().add(column.id.eq(id)),
        Ok((kind, user, shard)) => Condition::all()
            .add(user.map_or_else(|| column.user_id.is_null(), |user| column.user_id.eq(user)))
            .add(column.website_id.eq(website))
            .add(column.kind.eq(kind))
            .add(column.currency.eq(currency))
            .add(column.shard.eq(shard)),
    };
    let any = places.iter().fold(Condition::any(), |any, place| any.add(at(place)));
    wallet::Entity::find().filter(any).all(tx).await
}

async fn make(
    tx: &DatabaseTransaction,
    website: WebsiteId,
    currency: &str,
    places: &[Place],
) -> Result<(), DbErr> {
    let row = |(kind, user_id, shard): &Place| wallet::ActiveModel {
        website_id: Set(website),
        user_id: Set(*user_id),
        kind: Set(*kind),
        shard: Set(*shard),
        currency: Set(currency.to_owned()),
        ..Default::default()
    };
    wallet::Entity::insert_many(places.iter().map(row))
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
