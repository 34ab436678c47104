//! The rows that a user of a role has besides his own.

use sea_orm::{
    DbErr, ExprTrait, Set,
    entity::prelude::*,
    sea_query::{Alias, OnConflict, Query},
};
use tally_entity::{Role, UserId, WebsiteId, client_profile, staff_profile, wallet, website, writer_profile};

/// Sees to it that the user has a profile of his role and, where he has money, a wallet, on his website. One
/// that he had on another website moves; the level or tier it had there stays behind.
pub(crate) async fn ensure(
    tx: &impl ConnectionTrait,
    user: UserId,
    role: Role,
    website: Option<WebsiteId>,
) -> Result<(), DbErr> {
    match (role, website) {
        (Role::Writer, Some(website)) => {
            writer(tx, user, website).await?;
            purse(tx, user, website).await
        }
        (Role::Client, Some(website)) => {
            client(tx, user, website).await?;
            purse(tx, user, website).await
        }
        _ => staff(tx, user, website).await,
    }
}

async fn writer(tx: &impl ConnectionTrait, user: UserId, website: WebsiteId) -> Result<(), DbErr> {
    use writer_profile::Column::{UserId, WebsiteId, WriterLevelId};
    let row = writer_profile::ActiveModel {
        website_id: Set(website),
        user_id: Set(user),
        registration_id: Set(format!("WRTR{user:06}")),
        ..Default::default()
    };
    let level = at_home(writer_profile::Entity, WebsiteId, WriterLevelId);
    let moved = OnConflict::column(UserId).update_column(WebsiteId).value(WriterLevelId, level).to_owned();
    writer_profile::Entity::insert(row).on_conflict(moved).exec_without_returning(tx).await?;
    Ok(())
}

async fn client(tx: &impl ConnectionTrait, user: UserId, website: WebsiteId) -> Result<(), DbErr> {
    use client_profile::Column::{LoyaltyTierId, UserId, WebsiteId};
    let row = client_profile::ActiveModel {
        website_id: Set(website),
        user_id: Set(user),
        registration_id: Set(format!("CLNT{user:06}")),
        ..Default::default()
    };
    let tier = at_home(client_profile::Entity, WebsiteId, LoyaltyTierId);
    let moved = OnConflict::column(UserId).update_column(WebsiteId).value(LoyaltyTierId, tier).to_owned();
    client_profile::Entity::insert(row).on_conflict(moved).exec_without_returning(tx).await?;
    Ok(())
}

/// What the column holds, as long as the row stays on its website.
fn at_home<E: EntityTrait>(table: E, website: E::Column, column: E::Column) -> Expr {
    let here = Expr::col((table, website)).eq(Expr::col((Alias::new("excluded"), website)));
    Expr::case(here, Expr::col((table, column))).finally(Expr::cust("NULL")).into()
}

async fn staff(tx: &impl ConnectionTrait, user: UserId, website: Option<WebsiteId>) -> Result<(), DbErr> {
    use staff_profile::Column::{UserId, WebsiteId};
    let row =
        staff_profile::ActiveModel { website_id: Set(website), user_id: Set(user), ..Default::default() };
    let moved = OnConflict::column(UserId).update_column(WebsiteId).to_owned();
    staff_profile::Entity::insert(row).on_conflict(moved).exec_without_returning(tx).await?;
    Ok(())
}

/// An empty wallet in the website's currency.
async fn purse(tx: &impl ConnectionTrait, user: UserId, website: WebsiteId) -> Result<(), DbErr> {
    use wallet::Column::{Currency, UserId, WebsiteId};
    let place = Query::select()
        .column(website::Column::Id)
        .expr(Expr::value(user))
        .column(website::Column::Currency)
        .from(website::Entity)
        .and_where(website::COLUMN.id.eq(website))
        .take();
    let insert = Query::insert()
        .into_table(wallet::Entity)
        .columns([WebsiteId, UserId, Currency])
        .select_from(place)
        .map_err(|error| DbErr::Custom(error.to_string()))?
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .to_owned();
    tx.execute(&insert).await?;
    Ok(())
}
