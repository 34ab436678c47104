//! A review of the website, of a writer or of an order.

pub mod rules;

use sea_orm::entity::prelude::*;

use crate::{
    ids::{OrderId, ReviewId, UserId, WebsiteId},
    words,
};

words! {
    /// What is reviewed.
    pub enum ReviewKind: "String(StringLen::N(8))" {
        Website = "website",
        Writer = "writer",
        Order = "order",
    }
}

words! {
    /// Who entered a review.
    pub enum ReviewOrigin: "String(StringLen::N(8))" {
        Client = "client",
        Admin = "admin",
    }
}

words! {
    /// The tone of a review.
    pub enum Sentiment: "String(StringLen::N(10))" {
        Positive = "positive",
        Neutral = "neutral",
        Negative = "negative",
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ReviewId,
    pub website_id: WebsiteId,
    pub kind: ReviewKind,
    pub reviewer_id: UserId,
    pub reviewed_user_id: Option<UserId>,
    pub order_id: Option<OrderId>,
    /// 1 to 5, one decimal.
    #[sea_orm(column_type = "Decimal(Some((2, 1)))")]
    pub rating: Decimal,
    #[sea_orm(column_type = "String(StringLen::N(150))")]
    pub title: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub comment: String,
    pub origin: ReviewOrigin,
    pub is_approved: bool,
    pub is_shadowed: bool,
    pub is_flagged: bool,
    #[sea_orm(column_type = "Text")]
    pub flag_reason: Option<String>,
    pub moderated_at: Option<DateTimeUtc>,
    pub moderated_by_id: Option<UserId>,
    #[sea_orm(column_type = "Text")]
    pub moderation_notes: Option<String>,
    pub sentiment: Option<Sentiment>,
    pub is_verified: bool,
    pub read_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub response: Option<String>,
    pub responded_at: Option<DateTimeUtc>,
    pub disputed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub dispute_reason: Option<String>,
    pub submitted_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
