//! A review as every list shows it, with the names that belong to it.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, JoinType, QuerySelect, Select, entity::prelude::*, sea_query::Alias};
use tally_entity::{
    OrderId, ReviewId, ReviewKind, ReviewOrigin, order,
    refs::{UserName, WebsiteName},
    review, user,
};

use super::visible::Viewer;

/// What the statement calls who wrote it.
pub(super) const REVIEWER: &str = "reviewer";
const WRITER: &str = "writer";
const MODERATOR: &str = "moderator";

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Review {
    pub(crate) id: ReviewId,
    pub(crate) kind: ReviewKind,
    #[sea_orm(nested(prefix = "website_"))]
    pub(crate) website: WebsiteName,
    #[sea_orm(nested(prefix = "reviewer_"))]
    pub(crate) reviewer: UserName,
    #[sea_orm(nested(prefix = "writer_"))]
    pub(crate) writer: Option<UserName>,
    pub(crate) order_id: Option<OrderId>,
    pub(crate) order_topic: Option<String>,
    /// In hundredths.
    pub(crate) stars: i64,
    pub(crate) title: Option<String>,
    pub(crate) comment: String,
    pub(crate) origin: ReviewOrigin,
    pub(crate) is_approved: bool,
    pub(crate) is_shadowed: bool,
    pub(crate) is_flagged: bool,
    pub(crate) flag_reason: Option<String>,
    pub(crate) moderation_notes: Option<String>,
    pub(crate) moderated_at: Option<DateTime<Utc>>,
    /// The user name of who moderated it last.
    pub(crate) moderator: Option<String>,
    pub(crate) disputed_at: Option<DateTime<Utc>>,
    pub(crate) dispute_reason: Option<String>,
    pub(crate) submitted_at: DateTime<Utc>,
}

/// Nothing when he sees no such review.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    viewer: Viewer,
    kind: ReviewKind,
    id: ReviewId,
) -> Result<Option<Review>, DbErr> {
    let reviews = review::Entity::find().filter(viewer.sees(kind)).filter(review::COLUMN.id.eq(id));
    with_columns(reviews.select_only()).into_model().one(db).await
}

/// Adds the columns of [`Review`] to reviews without columns.
pub(super) fn with_columns(reviews: Select<review::Entity>) -> Select<review::Entity> {
    use review::Column as R;
    let order = review::Entity::belongs_to(order::Entity).from(R::OrderId).to(order::Column::Id);
    let moderator = review::Entity::belongs_to(user::Entity).from(R::ModeratedById).to(user::Column::Id);
    let reviews = reviews
        .columns([R::Id, R::Kind, R::OrderId, R::Title, R::Comment, R::Origin])
        .columns([R::IsApproved, R::IsShadowed, R::IsFlagged, R::FlagReason, R::ModerationNotes])
        .columns([R::ModeratedAt, R::DisputedAt, R::DisputeReason, R::SubmittedAt])
        .expr_as(stars(), "stars")
        .column_as(order::Column::Topic, "order_topic")
        .expr_as(Expr::col((Alias::new(MODERATOR), user::Column::Username)), "moderator")
        .join(JoinType::LeftJoin, order.into())
        .join_as(JoinType::LeftJoin, moderator.into(), Alias::new(MODERATOR));
    let reviews = WebsiteName::join(reviews, R::WebsiteId);
    let reviews = UserName::join(reviews, R::ReviewerId, REVIEWER);
    UserName::join_writer(reviews, R::ReviewedUserId, WRITER)
}

/// The rating in hundredths.
pub(super) fn stars() -> Expr {
    Expr::cust_with_expr("($1 * 100)::bigint", review::Column::Rating.into_expr())
}
