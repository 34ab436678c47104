//! Taking a website away, and bringing it back.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, QuerySelect, entity::prelude::*, sea_query::LockType};
use tally_entity::{WebsiteId, WebsiteScope, website};

use super::list::{Website, with_columns};

/// What of a website its removal changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) is_active: bool,
    pub(crate) deleted_at: Option<DateTime<Utc>>,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// There is no such website in the scope.
    Unknown,
    /// It was so already.
    Already,
    Done {
        before: Standing,
        after: Standing,
        website: Box<Website>,
    },
}

/// Removes it, which also switches it off, or brings it back switched as it is.
pub(crate) async fn apply(
    tx: &impl ConnectionTrait,
    scope: WebsiteScope,
    id: WebsiteId,
    remove: bool,
    now: DateTime<Utc>,
) -> Result<Outcome, DbErr> {
    let rows = website::Entity::find_by_id(id).filter(scope.of(website::COLUMN.id));
    let Some(website) = rows.clone().lock(LockType::Update).one(tx).await? else {
        return Ok(Outcome::Unknown);
    };
    let before = Standing { is_active: website.is_active, deleted_at: website.deleted_at };
    if before.deleted_at.is_some() == remove {
        return Ok(Outcome::Already);
    }
    let after = Standing { is_active: before.is_active && !remove, deleted_at: remove.then_some(now) };
    website::Entity::update_many()
        .col_expr(website::Column::IsActive, Expr::value(after.is_active))
        .col_expr(website::Column::DeletedAt, Expr::value(after.deleted_at))
        .filter(website::COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    let website = Box::new(with_columns(rows).into_model().require_one(tx).await?);
    Ok(Outcome::Done { before, after, website })
}
