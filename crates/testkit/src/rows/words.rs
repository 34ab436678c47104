//! Rows about what people are told and what they think.

use sea_orm::{Set, prelude::Decimal};
use serde_json::json;
use tally_entity::{
    BroadcastKind, BroadcastStatus, ReviewKind, Role, WebsiteId, broadcast, notification, review, user,
};

use super::Row;
use crate::{TestApp, ago};

impl TestApp {
    /// An announcement to everybody, sent two days ago.
    pub fn broadcast(&self, website: Option<WebsiteId>) -> Row<'_, broadcast::ActiveModel> {
        self.row(broadcast::ActiveModel {
            website_id: Set(website),
            kind: Set(BroadcastKind::Announcement),
            title: Set(format!("announcement {}", self.number())),
            body: Set("text".to_owned()),
            audience: Set(json!({ "all": true })),
            status: Set(BroadcastStatus::Sent),
            sent_at: Set(Some(ago(2, 0))),
            ..Default::default()
        })
    }

    /// An unread notice of nobody, made an hour ago.
    pub fn notification(&self, user: &user::Model) -> Row<'_, notification::ActiveModel> {
        self.row(notification::ActiveModel {
            website_id: Set(user.website_id),
            user_id: Set(user.id),
            event: Set("order.assigned".to_owned()),
            title: Set(format!("notice {}", self.number())),
            created_at: Set(ago(0, 1)),
            ..Default::default()
        })
    }

    /// An approved review of the website with five stars, by a client of its own, submitted ten days ago.
    pub async fn review(&self, website: WebsiteId) -> Row<'_, review::ActiveModel> {
        self.row(review::ActiveModel {
            website_id: Set(website),
            kind: Set(ReviewKind::Website),
            reviewer_id: Set(self.user_id(Role::Client, Some(website)).await),
            rating: Set(Decimal::from(5)),
            is_approved: Set(true),
            submitted_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }
}
