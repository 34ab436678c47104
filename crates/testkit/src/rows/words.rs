//! Rows about what people are told and what they think.

use sea_orm::{Set, prelude::Decimal};
use serde_json::json;
use tally_entity::{
    BroadcastKind, BroadcastStatus, ReviewKind, Role, ThreadType, UserId, WebsiteId, broadcast, dispute,
    dispute_response, message, notification, review, thread, thread_participant, user,
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

    /// An open conversation about nothing, made ten days ago.
    pub fn thread(&self, website: WebsiteId) -> Row<'_, thread::ActiveModel> {
        self.row(thread::ActiveModel {
            website_id: Set(website),
            thread_type: Set(ThreadType::General),
            subject: Set(Some(format!("subject {}", self.number()))),
            created_at: Set(ago(10, 0)),
            updated_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// Somebody takes part in a conversation.
    pub fn thread_participant(
        &self,
        thread: &thread::Model,
        user: &user::Model,
    ) -> Row<'_, thread_participant::ActiveModel> {
        self.row(thread_participant::ActiveModel {
            website_id: Set(thread.website_id),
            thread_id: Set(thread.id),
            user_id: Set(user.id),
            role: Set(user.role),
            ..Default::default()
        })
    }

    /// A text to nobody, sent an hour ago.
    pub fn message(&self, thread: &thread::Model, sender: &user::Model) -> Row<'_, message::ActiveModel> {
        self.row(message::ActiveModel {
            website_id: Set(thread.website_id),
            thread_id: Set(thread.id),
            sender_id: Set(sender.id),
            sender_role: Set(sender.role),
            body: Set(format!("message {}", self.number())),
            sent_at: Set(ago(0, 1)),
            ..Default::default()
        })
    }

    /// What somebody says about a dispute.
    pub fn dispute_response(
        &self,
        dispute: &dispute::Model,
        by: UserId,
    ) -> Row<'_, dispute_response::ActiveModel> {
        self.row(dispute_response::ActiveModel {
            website_id: Set(dispute.website_id),
            dispute_id: Set(dispute.id),
            responded_by_id: Set(by),
            body: Set(format!("statement {}", self.number())),
            created_at: Set(ago(1, 0)),
            ..Default::default()
        })
    }
}
