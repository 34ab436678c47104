//! A password that somebody else chose.

use sea_orm::{DbErr, IntoActiveModel, Set, entity::prelude::*};
use tally_entity::user;

use super::change::save;

pub(crate) async fn set(tx: &impl ConnectionTrait, user: &user::Model, hash: String) -> Result<(), DbErr> {
    let mut row = user.clone().into_active_model();
    row.password_hash = Set(hash);
    save(tx, user, row).await.map(drop)
}
