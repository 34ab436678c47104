//! Columns of a user that change, and what they were.

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::{
    ActiveValue, DbErr, Iterable, Value, entity::prelude::*, sea_query::value::sea_value_to_json_value,
};
use tally_entity::{
    WebsiteId,
    user::{self, Column},
};

/// What a row was and is, in the columns that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changed {
    pub(crate) before: Option<Json>,
    pub(crate) after: Option<Json>,
}

impl Changed {
    /// A new user, without what only he may tell of himself.
    pub(crate) fn created(user: &user::Model) -> Self {
        let website = user.website_id.map_or(Json::Null, |WebsiteId(id)| id.into());
        let columns = [
            ("username", Json::String(user.username.clone())),
            ("role", Json::String(user.role.to_string())),
            ("website_id", website),
        ];
        Self { before: None, after: Some(object(columns)) }
    }
}

/// A column that differs.
pub(super) struct Difference {
    column: Column,
    before: Value,
    after: Value,
}

/// Where `row` is not what the `user` is.
pub(super) fn differences(user: &user::Model, row: &user::ActiveModel) -> Vec<Difference> {
    let difference = |column| {
        let (before, ActiveValue::Set(after)) = (user.get(column), row.get(column)) else { return None };
        (before != after).then_some(Difference { column, before, after })
    };
    Column::iter().filter_map(difference).collect()
}

/// What may be told of it: no secrets.
pub(super) fn told(differences: &[Difference]) -> Changed {
    let open = || differences.iter().filter(|difference| !is_secret(difference.column));
    let values = |value: fn(&Difference) -> &Value| {
        Some(object(open().map(|difference| (difference.column.unquoted(), json(value(difference))))))
    };
    Changed { before: values(|difference| &difference.before), after: values(|difference| &difference.after) }
}

/// Writes where `row` is not what the locked `user` is; nothing when it is so already.
pub(super) async fn save(
    tx: &impl ConnectionTrait,
    user: &user::Model,
    row: user::ActiveModel,
) -> Result<Option<Changed>, DbErr> {
    let differences = differences(user, &row);
    if differences.is_empty() {
        return Ok(None);
    }
    let changed = told(&differences);
    let update = user::Entity::update_many().filter(user::COLUMN.id.eq(user.id));
    let set = |update: sea_orm::UpdateMany<user::Entity>, Difference { column, before: _, after }| {
        update.col_expr(column, Expr::value(after))
    };
    differences.into_iter().fold(update, set).exec(tx).await?;
    Ok(Some(changed))
}

fn is_secret(column: Column) -> bool {
    matches!(column, Column::PasswordHash | Column::MfaSecretEnc)
}

fn json(value: &Value) -> Json {
    match value {
        Value::ChronoDateTimeUtc(Some(at)) => instant(*at),
        value => sea_value_to_json_value(value),
    }
}

pub(super) fn instant(at: DateTime<Utc>) -> Json {
    Json::String(at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

/// Columns and what they hold.
pub(super) fn object<'a>(columns: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    Json::Object(columns.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
