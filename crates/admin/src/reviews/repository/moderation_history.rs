//! What moderators did to reviews.

use chrono::{DateTime, Utc};
use sea_orm::{
    Condition, DbErr, FromQueryResult, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};
use tally_entity::{ReviewId, ReviewKind, WebsiteScope, audit_log, refs::UserName, review};

use super::review::{Review, with_columns};

/// Whose history is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// One review's.
    Review(ReviewKind, ReviewId),
    /// That of the reviews that were moderated last, not before this instant.
    Recent(DateTime<Utc>),
}

/// A review as it is now.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Known {
    #[sea_orm(nested)]
    pub(crate) review: Review,
    /// Whether the log knows of its moderation.
    pub(crate) is_logged: bool,
}

/// Something that a moderator did.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Done {
    pub(crate) target_id: i64,
    pub(crate) action: String,
    /// The changed columns as they were.
    pub(crate) before: Option<Json>,
    /// The changed columns as they became.
    pub(crate) after: Option<Json>,
    #[sea_orm(nested(prefix = "actor_"))]
    pub(crate) actor: Option<UserName>,
    pub(crate) created_at: DateTime<Utc>,
}

/// What the log calls it.
const TARGET: &str = "review";
const KIND: &str = "moderated";

/// The reviews, the last moderated first, and what was done to them, newest first; `limit` of each at most.
pub(crate) async fn load(
    db: &impl ConnectionTrait,
    scope: WebsiteScope,
    whose: Whose,
    limit: u64,
) -> Result<(Vec<Known>, Vec<Done>), DbErr> {
    let review = review::COLUMN;
    let which = match whose {
        Whose::Review(kind, id) => Condition::all().add(review.kind.eq(kind)).add(review.id.eq(id)),
        Whose::Recent(since) => {
            Condition::all().add(review.moderated_at.is_not_null()).add(review.moderated_at.gte(since))
        }
    };
    let reviews = review::Entity::find().select_only().filter(scope.of(review.website_id)).filter(which);
    let reviews: Vec<Known> = with_columns(reviews)
        .expr_as(is_logged(), "is_logged")
        .order_by_desc(review::Column::ModeratedAt)
        .order_by_desc(review::Column::Id)
        .limit(limit)
        .into_model()
        .all(db)
        .await?;
    let done = done(db, reviews.iter().map(|known| known.review.id), limit).await?;
    Ok((reviews, done))
}

fn is_logged() -> Expr {
    let entry = Query::select()
        .column((audit_log::Entity, audit_log::Column::Id))
        .from(audit_log::Entity)
        .cond_where(of_reviews())
        .and_where(audit_log::Column::TargetId.into_expr().eq(review::Column::Id.into_expr()))
        .take();
    Expr::exists(entry)
}

fn of_reviews() -> Condition {
    let log = audit_log::COLUMN;
    Condition::all().add(log.target_type.eq(TARGET)).add(log.action_type.eq(KIND))
}

async fn done(
    db: &impl ConnectionTrait,
    reviews: impl Iterator<Item = ReviewId>,
    limit: u64,
) -> Result<Vec<Done>, DbErr> {
    use audit_log::Column::{Action, ActorId, After, Before, CreatedAt, Id, TargetId};
    let rows = audit_log::Entity::find()
        .select_only()
        .columns([TargetId, Action, Before, After, CreatedAt])
        .filter(of_reviews())
        .filter(audit_log::COLUMN.target_id.is_in(reviews.map(|id| id.0)))
        .order_by_desc(CreatedAt)
        .order_by_desc(Id)
        .limit(limit);
    UserName::join(rows, ActorId, "actor").into_model().all(db).await
}
