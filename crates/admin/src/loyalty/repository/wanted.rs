//! Which changes of points are wanted.

use sea_orm::{Condition, JoinType, QuerySelect, RelationDef, Select, entity::prelude::*};
use tally_db::search::has_words;
use tally_entity::{
    LoyaltyTransactionId, LoyaltyTransactionType, UserId, WebsiteScope, loyalty_transaction, user,
};

/// What is absent narrows nothing.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Beginnings of words of the client's name or address or of the reason, or an id.
    pub(crate) search: Option<String>,
    pub(crate) types: Option<Vec<LoyaltyTransactionType>>,
    pub(crate) client: Option<UserId>,
}

/// They, with their clients, and without columns. A statement that names no column of the clients does not
/// look them up.
pub(super) fn with_clients(scope: WebsiteScope, wanted: &Wanted) -> Select<loyalty_transaction::Entity> {
    loyalty_transaction::Entity::find()
        .select_only()
        .join(JoinType::LeftJoin, to(loyalty_transaction::Column::ClientId, user::Entity, user::Column::Id))
        .filter(scope.of(loyalty_transaction::COLUMN.website_id))
        .filter(wanted.condition())
}

pub(super) fn to<E: EntityTrait>(from: loyalty_transaction::Column, table: E, key: E::Column) -> RelationDef {
    loyalty_transaction::Entity::belongs_to(table).from(from).to(key).into()
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { search, types, client } = self;
        let change = loyalty_transaction::COLUMN;
        Condition::all()
            .add_option(search.as_deref().map(searched))
            .add_option(types.clone().map(|types| change.transaction_type.is_in(types)))
            .add_option(client.map(|id| change.client_id.eq(id)))
    }
}

fn searched(query: &str) -> Condition {
    let text = Expr::cust_with_exprs(
        "$1 || ' ' || $2 || ' ' || $3",
        [
            user::Column::Username.into_expr(),
            user::Column::Email.into_expr(),
            loyalty_transaction::Column::Reason.into_expr(),
        ],
    );
    let id = query.trim().parse().ok();
    let is_it = id.map(|id| loyalty_transaction::COLUMN.id.eq(LoyaltyTransactionId(id)));
    Condition::any().add(has_words(text, query)).add_option(is_it)
}
