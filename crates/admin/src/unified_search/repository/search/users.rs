use sea_orm::{Condition, DbErr, Order, QueryOrder, QuerySelect, entity::prelude::*};
use tally_db::search::{has_words, rank};
use tally_entity::{
    Role, UserId,
    user::{self, rules},
};

use super::Search;
use crate::users::repository::person::{Person, of, with_columns};

/// Superadmins are found by their like only.
pub(super) async fn load(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Vec<Person>, DbErr> {
    let found = Condition::any()
        .add(has_words(rules::names(), search.query))
        .add_option(search.number().map(|id| user::COLUMN.id.eq(UserId(id))));
    let hidden = (search.role != Role::Superadmin).then(|| user::COLUMN.role.ne(Role::Superadmin));
    with_columns(of(search.scope))
        .filter(Condition::all().add(found).add_option(hidden))
        .order_by(rank(rules::names(), search.query), Order::Desc)
        .order_by_desc(user::Column::JoinedAt)
        .order_by_desc(user::Column::Id)
        .limit(search.limit)
        .into_model()
        .all(db)
        .await
}
