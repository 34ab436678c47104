//! Whose wallet is which.

use sea_orm::{DbErr, QuerySelect as _, entity::prelude::*};
use tally_entity::{UserId, WalletKind, WebsiteId, user, wallet, website};

/// The wallet of a person on a website, in the currency of the website; nothing before money moved.
///
/// # Errors
/// When the database cannot be asked.
pub async fn of_user(
    db: &impl ConnectionTrait,
    user: UserId,
    website: WebsiteId,
) -> Result<Option<wallet::Model>, DbErr> {
    let column = wallet::COLUMN;
    let own = website::Entity::find()
        .select_only()
        .column(website::Column::Currency)
        .filter(website::COLUMN.id.eq(website));
    wallet::Entity::find()
        .filter(column.user_id.eq(user))
        .filter(column.website_id.eq(website))
        .filter(column.kind.eq(WalletKind::User))
        .filter(column.currency.in_subquery(sea_orm::QueryTrait::into_query(own)))
        .one(db)
        .await
}

/// The website that a person belongs to, and its currency; nothing for people of the platform, who have no wallet.
///
/// # Errors
/// When the database cannot be asked.
pub async fn home(db: &impl ConnectionTrait, user: UserId) -> Result<Option<(WebsiteId, String)>, DbErr> {
    user::Entity::find()
        .select_only()
        .column(user::Column::WebsiteId)
        .column(website::Column::Currency)
        .join(
            sea_orm::JoinType::InnerJoin,
            user::Entity::belongs_to(website::Entity)
                .from(user::Column::WebsiteId)
                .to(website::Column::Id)
                .into(),
        )
        .filter(user::COLUMN.id.eq(user))
        .into_tuple()
        .one(db)
        .await
}
