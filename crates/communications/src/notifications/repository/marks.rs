//! What somebody notes on his notices.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, DbErr, IntoSimpleExpr, UpdateMany, entity::prelude::*};
use tally_entity::{
    NotificationId, UserId,
    notification::{self, rules},
};

use super::feed::of_category;

/// What is noted; what is absent stays. That something was read or acknowledged is never taken back.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    pub(crate) read: bool,
    pub(crate) acknowledged: bool,
    pub(crate) pinned: Option<bool>,
}

/// On which notices.
#[derive(Clone, Debug)]
pub(crate) enum Which {
    These(Vec<NotificationId>),
    /// Not read, of this category or area, and not newer than this.
    Unread {
        category: Option<String>,
        until: Option<DateTime<Utc>>,
    },
}

/// Notes it on the notices of `user` and says on how many; those of others stay as they are.
pub(crate) async fn apply(
    tx: &impl ConnectionTrait,
    user: UserId,
    which: &Which,
    marks: Marks,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    use notification::Column::{AcknowledgedAt, PinnedAt, ReadAt};
    let Marks { read, acknowledged, pinned } = marks;
    let mut update = notification::Entity::update_many();
    if !read && !acknowledged && pinned.is_none() {
        return Ok(0);
    }
    if read {
        update = once(update, ReadAt, now);
    }
    if acknowledged {
        update = once(update, AcknowledgedAt, now);
    }
    update = match pinned {
        Some(true) => once(update, PinnedAt, now),
        Some(false) => update.col_expr(PinnedAt, Expr::cust("NULL::timestamptz")),
        None => update,
    };
    let noted = update
        .filter(notification::COLUMN.user_id.eq(user))
        .filter(rules::current(now))
        .filter(which.condition())
        .exec(tx)
        .await?;
    Ok(noted.rows_affected)
}

/// The first time stays.
fn once(
    update: UpdateMany<notification::Entity>,
    column: notification::Column,
    now: DateTime<Utc>,
) -> UpdateMany<notification::Entity> {
    let first = Expr::cust_with_exprs("coalesce($1, $2)", [column.into_simple_expr(), Expr::val(now)]);
    update.col_expr(column, first)
}

impl Which {
    fn condition(&self) -> Condition {
        let notice = notification::COLUMN;
        match self {
            Self::These(ids) => Condition::all().add(notice.id.is_in(ids.iter().copied())),
            Self::Unread { category, until } => Condition::all()
                .add(rules::unread())
                .add_option(category.as_deref().map(of_category))
                .add_option(until.map(|until| notice.created_at.lte(until))),
        }
    }
}
