//! What a person changes about himself.

use sea_orm::{DbErr, QuerySelect, SqlErr, entity::prelude::*, sea_query::LockType};
use tally_entity::{UserId, user};

/// A column of text and what it shall hold.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    pub(crate) column: user::Column,
    pub(crate) value: Option<String>,
}

/// The column's name, which requests and the log use as well.
pub(crate) fn name_of(column: user::Column) -> &'static str {
    column.as_str()
}

/// A column that holds something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    pub(crate) column: &'static str,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Edited {
    /// These columns changed; none, when everything was so already.
    Done(Vec<Changed>),
    /// Somebody else has the username. The transaction is of no more use.
    UsernameTaken,
}

pub(crate) async fn apply(tx: &impl ConnectionTrait, id: UserId, edits: Vec<Edit>) -> Result<Edited, DbErr> {
    if edits.is_empty() {
        return Ok(Edited::Done(Vec::new()));
    }
    let select = user::Entity::find()
        .select_only()
        .columns(edits.iter().map(|edit| edit.column))
        .filter(user::COLUMN.id.eq(id))
        .lock(LockType::Update);
    let row = tx.query_one(&sea_orm::QueryTrait::into_query(select)).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound(format!("user {id}")))?;

    let mut changed = Vec::new();
    let mut update = user::Entity::update_many().filter(user::COLUMN.id.eq(id));
    for Edit { column, value } in edits {
        let before: Option<String> = row.try_get("", name_of(column))?;
        if before != value {
            changed.push(Changed { column: name_of(column), before, after: value.clone() });
            update = update.col_expr(column, Expr::value(value));
        }
    }
    if changed.is_empty() {
        return Ok(Edited::Done(changed));
    }
    match update.exec(tx).await {
        Ok(_) => Ok(Edited::Done(changed)),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Ok(Edited::UsernameTaken)
        }
        Err(error) => Err(error),
    }
}
