//! Whose wallet is which.

use sea_orm::{
    DatabaseTransaction, DbErr, JoinType, QuerySelect as _, QueryTrait as _, RelationDef, Set,
    entity::prelude::*, sea_query::OnConflict,
};
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
        .filter(column.currency.in_subquery(own.into_query()))
        .one(db)
        .await
}

/// The website that a person belongs to, and its currency; nothing for people of the platform, who have no wallet.
///
/// # Errors
/// When the database cannot be asked.
pub async fn home(db: &impl ConnectionTrait, user: UserId) -> Result<Option<(WebsiteId, String)>, DbErr> {
    let website: RelationDef = user::Entity::belongs_to(website::Entity)
        .from(user::Column::WebsiteId)
        .to(website::Column::Id)
        .into();
    user::Entity::find()
        .select_only()
        .column(user::Column::WebsiteId)
        .column(website::Column::Currency)
        .join(JoinType::InnerJoin, website)
        .filter(user::COLUMN.id.eq(user))
        .into_tuple()
        .one(db)
        .await
}

/// The wallet of a person, made when there is none.
///
/// # Errors
/// When the database refuses.
pub async fn open(
    tx: &DatabaseTransaction,
    user: UserId,
    website: WebsiteId,
    currency: &str,
) -> Result<wallet::Model, DbErr> {
    let column = wallet::COLUMN;
    let own = wallet::Entity::find()
        .filter(column.user_id.eq(user))
        .filter(column.website_id.eq(website))
        .filter(column.currency.eq(currency));
    if let Some(found) = own.clone().one(tx).await? {
        return Ok(found);
    }
    let row = wallet::ActiveModel {
        website_id: Set(website),
        user_id: Set(Some(user)),
        kind: Set(WalletKind::User),
        currency: Set(currency.to_owned()),
        ..Default::default()
    };
    // Somebody else may be making it.
    let once = OnConflict::new().do_nothing().to_owned();
    wallet::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    own.one(tx).await?.ok_or_else(|| DbErr::RecordNotFound(format!("no wallet of user {user}")))
}

/// The currency of a website.
///
/// # Errors
/// When the database cannot be asked, and when there is no such website.
pub async fn currency(db: &impl ConnectionTrait, website: WebsiteId) -> Result<String, DbErr> {
    website::Entity::find()
        .select_only()
        .column(website::Column::Currency)
        .filter(website::COLUMN.id.eq(website))
        .into_tuple()
        .one(db)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound(format!("website {website}")))
}
