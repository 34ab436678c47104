//! One page of the users.

use sea_orm::{
    Condition, DbErr, ExprTrait, Order, QueryOrder, QuerySelect, Select, entity::prelude::*,
    sea_query::NullOrdering,
};
use tally_db::{aggregate::count, search::has_words};
use tally_entity::{
    Role, UserId, WebsiteScope,
    user::{self, rules},
};
use tokio::try_join;

use super::person::{Person, of, with_columns};

/// Which users are wanted; what is absent narrows nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Superadmins are shown.
    pub(crate) superadmins: bool,
    pub(crate) roles: Option<Vec<Role>>,
    pub(crate) is_active: Option<bool>,
    pub(crate) is_suspended: Option<bool>,
    pub(crate) is_blacklisted: Option<bool>,
    pub(crate) is_on_probation: Option<bool>,
    /// Beginnings of words of the user name, the e-mail address or the names, or an id.
    pub(crate) search: Option<String>,
}

/// What users can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Joined,
    LastLogin,
    Username,
    Email,
}

/// One of the things a list is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SortBy {
    pub(crate) by: By,
    pub(crate) descending: bool,
}

/// How many there are, and `limit` of them after the first `offset`.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    wanted: &Wanted,
    order: &[SortBy],
    limit: u64,
    offset: u64,
) -> Result<(i64, Vec<Person>), DbErr> {
    let users = of(scope).filter(wanted.condition());
    let page = ordered(with_columns(users.clone()), order).limit(limit).offset(offset).into_model().all(db);
    try_join!(counted(db, users), page)
}

async fn counted(db: &impl ConnectionTrait, users: Select<user::Entity>) -> Result<i64, DbErr> {
    users.expr_as(count(), "count").into_tuple().require_one(db).await
}

/// Whoever never signed in comes last, whichever way. The id completes the order, in the direction of the
/// first field.
fn ordered(users: Select<user::Entity>, order: &[SortBy]) -> Select<user::Entity> {
    let order = if order.is_empty() { &[SortBy { by: By::Joined, descending: true }] } else { order };
    let direction = |sort: &SortBy| if sort.descending { Order::Desc } else { Order::Asc };
    let add = |users: Select<user::Entity>, sort: &SortBy| {
        users.order_by_with_nulls(sort.by.column(), direction(sort), NullOrdering::Last)
    };
    order.iter().fold(users, add).order_by(user::Column::Id, direction(&order[0]))
}

impl By {
    fn column(self) -> user::Column {
        match self {
            Self::Joined => user::Column::JoinedAt,
            Self::LastLogin => user::Column::LastLoginAt,
            Self::Username => user::Column::Username,
            Self::Email => user::Column::Email,
        }
    }
}

impl Wanted {
    fn condition(&self) -> Condition {
        let Self { superadmins, roles, is_active, is_suspended, is_blacklisted, is_on_probation, search } =
            self;
        let user = user::COLUMN;
        let set = |column: user::Column, wanted: bool| {
            let column = column.into_expr();
            if wanted { column } else { column.not() }
        };
        Condition::all()
            .add_option((!superadmins).then(|| user.role.ne(Role::Superadmin)))
            .add_option(roles.clone().map(|roles| user.role.is_in(roles)))
            .add_option(is_active.map(|wanted| set(user::Column::IsActive, wanted)))
            .add_option(is_suspended.map(|wanted| set(user::Column::IsSuspended, wanted)))
            .add_option(is_blacklisted.map(|wanted| set(user::Column::IsBlacklisted, wanted)))
            .add_option(is_on_probation.map(|wanted| set(user::Column::IsOnProbation, wanted)))
            .add_option(search.as_deref().map(searched))
    }
}

fn searched(query: &str) -> Condition {
    let id = query.trim().parse::<i64>().ok();
    Condition::any()
        .add(has_words(rules::names(), query))
        .add_option(id.map(|id| user::COLUMN.id.eq(UserId(id))))
}
