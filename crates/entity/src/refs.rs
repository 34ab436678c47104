//! Rows that others point at, in the few columns that answers show of them.

use sea_orm::{
    EntityTrait, FromQueryResult, JoinType, QuerySelect, Select,
    entity::prelude::*,
    sea_query::{Alias, Expr},
};

use crate::{
    UserId, WebsiteId,
    user::{self, Role, full_name},
    website, writer_profile,
};

/// A user in few columns. A row that has one says `#[sea_orm(nested)]` where it is named as in
/// [`UserName::join`], and `Option` where there may be none.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct UserName {
    pub id: UserId,
    pub username: String,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub role: Role,
    /// What a writer calls himself before clients; only where [`UserName::join_writer`] looked it up.
    pub pen_name: Option<String>,
}

impl UserName {
    /// Joins the user whom `column` names, and adds his columns for a field `name`. Conditions know the user
    /// by this name, too.
    pub fn join<E: EntityTrait>(rows: Select<E>, column: E::Column, name: &'static str) -> Select<E> {
        Self::columns(joined(rows, column, name), name, Expr::cust("NULL::text"))
    }

    /// The same for a column of writers, whose readers may be clients.
    pub fn join_writer<E: EntityTrait>(rows: Select<E>, column: E::Column, name: &'static str) -> Select<E> {
        use writer_profile::Column::{PenName, UserId};
        let profile = E::belongs_to(writer_profile::Entity).from(column).to(UserId).into();
        let alias = Alias::new(format!("{name}_profile"));
        let rows = joined(rows, column, name).join_as(JoinType::LeftJoin, profile, alias.clone());
        Self::columns(rows, name, Expr::col((alias, PenName)))
    }

    /// Adds the columns for a field `name`, where the statement has joined the user under this name itself.
    pub fn columns<E: EntityTrait>(rows: Select<E>, name: &'static str, pen_name: Expr) -> Select<E> {
        use user::Column::{Email, FirstName, Id, LastName, Role, Username};
        columns(rows, name, [Id, Username, Email, FirstName, LastName, Role])
            .expr_as(pen_name, format!("{name}_pen_name"))
    }

    /// First and last name; the username when there is neither.
    pub fn full_name(&self) -> String {
        full_name(&self.first_name, &self.last_name, &self.username)
    }
}

/// A website in few columns, for a field `website` with `#[sea_orm(nested)]`.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct WebsiteName {
    pub id: WebsiteId,
    pub name: String,
    pub domain: String,
}

impl WebsiteName {
    const FIELD: &'static str = "website";

    /// Joins the website that `column` names, and adds its columns.
    pub fn join<E: EntityTrait>(rows: Select<E>, column: E::Column) -> Select<E> {
        use website::Column::{Domain, Id, Name};
        let website = E::belongs_to(website::Entity).from(column).to(Id).into();
        let rows = rows.join_as(JoinType::LeftJoin, website, Alias::new(Self::FIELD));
        columns(rows, Self::FIELD, [Id, Name, Domain])
    }
}

fn joined<E: EntityTrait>(rows: Select<E>, column: E::Column, name: &'static str) -> Select<E> {
    let user = E::belongs_to(user::Entity).from(column).to(user::Column::Id).into();
    rows.join_as(JoinType::LeftJoin, user, Alias::new(name))
}

fn columns<E, C, const N: usize>(rows: Select<E>, table: &'static str, columns: [C; N]) -> Select<E>
where
    E: EntityTrait,
    C: ColumnTrait,
{
    columns.into_iter().fold(rows, |rows, column| {
        let shown = format!("{table}_{}", column.unquoted());
        rows.expr_as(Expr::col((Alias::new(table), column)), shown)
    })
}
