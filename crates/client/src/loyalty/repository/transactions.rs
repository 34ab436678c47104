//! The last changes of a client's points.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use tally_entity::{LoyaltyTransactionId, LoyaltyTransactionType, UserId, loyalty_transaction};

const MOST: u64 = 250;

#[derive(Debug, FromQueryResult)]
pub(crate) struct Change {
    pub(crate) id: LoyaltyTransactionId,
    pub(crate) transaction_type: LoyaltyTransactionType,
    pub(crate) points: i32,
    pub(crate) reason: String,
    pub(crate) created_at: DateTime<Utc>,
}

/// Newest first.
pub(crate) async fn load(db: &impl ConnectionTrait, me: UserId) -> Result<Vec<Change>, DbErr> {
    use loyalty_transaction::Column::{CreatedAt, Id, Points, Reason, TransactionType};
    loyalty_transaction::Entity::find()
        .select_only()
        .columns([Id, TransactionType, Points, Reason, CreatedAt])
        .filter(loyalty_transaction::COLUMN.client_id.eq(me))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(MOST)
        .into_model()
        .all(db)
        .await
}
