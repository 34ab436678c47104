//! Rows about points and what they buy, and about bills.

use chrono::Days;
use sea_orm::Set;
use tally_entity::{
    BadgeAudience, LoyaltyTransactionType, RedemptionType, UserId, WebsiteId, badge, client_profile, invoice,
    loyalty_config, loyalty_tier, loyalty_transaction, redemption_item, redemption_request, referral_code,
    user_badge,
};

use super::Row;
use crate::{TestApp, ago, now};

impl TestApp {
    /// A client without points.
    pub fn client_profile(&self, website: WebsiteId, user: UserId) -> Row<'_, client_profile::ActiveModel> {
        self.row(client_profile::ActiveModel {
            website_id: Set(website),
            user_id: Set(user),
            registration_id: Set(format!("C{}", self.number())),
            ..Default::default()
        })
    }

    /// A tier from so many points on.
    pub fn loyalty_tier(
        &self,
        website: WebsiteId,
        name: &str,
        threshold: i32,
    ) -> Row<'_, loyalty_tier::ActiveModel> {
        self.row(loyalty_tier::ActiveModel {
            website_id: Set(website),
            name: Set(name.to_owned()),
            threshold: Set(threshold),
            ..Default::default()
        })
    }

    /// What points of a website are worth: a cent each.
    pub fn loyalty_config(&self, website: WebsiteId) -> Row<'_, loyalty_config::ActiveModel> {
        self.row(loyalty_config::ActiveModel { website_id: Set(website), ..Default::default() })
    }

    /// A client got points a day ago.
    pub fn loyalty_transaction(
        &self,
        website: WebsiteId,
        client: UserId,
        points: i32,
    ) -> Row<'_, loyalty_transaction::ActiveModel> {
        self.row(loyalty_transaction::ActiveModel {
            website_id: Set(website),
            client_id: Set(client),
            transaction_type: Set(LoyaltyTransactionType::Add),
            points: Set(points),
            reason: Set(format!("reason {}", self.number())),
            created_at: Set(ago(1, 0)),
            ..Default::default()
        })
    }

    /// A badge for clients.
    pub fn badge(&self, website: WebsiteId) -> Row<'_, badge::ActiveModel> {
        self.row(badge::ActiveModel {
            website_id: Set(Some(website)),
            name: Set(format!("badge {}", self.number())),
            audience: Set(BadgeAudience::Client),
            ..Default::default()
        })
    }

    /// Somebody got a badge two days ago.
    pub fn user_badge(&self, badge: &badge::Model, user: UserId) -> Row<'_, user_badge::ActiveModel> {
        self.row(user_badge::ActiveModel {
            website_id: Set(badge.website_id.expect("a website")),
            user_id: Set(user),
            badge_id: Set(badge.id),
            awarded_at: Set(ago(2, 0)),
            ..Default::default()
        })
    }

    /// A voucher for so many points, as many as one likes.
    pub fn redemption_item(&self, website: WebsiteId, points: i32) -> Row<'_, redemption_item::ActiveModel> {
        self.row(redemption_item::ActiveModel {
            website_id: Set(website),
            name: Set(format!("item {}", self.number())),
            points_required: Set(points),
            redemption_type: Set(RedemptionType::Voucher),
            ..Default::default()
        })
    }

    /// A client wants something for points, since three days ago.
    pub fn redemption_request(
        &self,
        item: &redemption_item::Model,
        client: UserId,
    ) -> Row<'_, redemption_request::ActiveModel> {
        self.row(redemption_request::ActiveModel {
            website_id: Set(item.website_id),
            client_id: Set(client),
            item_id: Set(item.id),
            points_used: Set(item.points_required),
            created_at: Set(ago(3, 0)),
            ..Default::default()
        })
    }

    /// Somebody's code.
    pub fn referral_code(
        &self,
        website: WebsiteId,
        user: UserId,
        code: &str,
    ) -> Row<'_, referral_code::ActiveModel> {
        self.row(referral_code::ActiveModel {
            website_id: Set(website),
            user_id: Set(user),
            code: Set(code.to_owned()),
            ..Default::default()
        })
    }

    /// A bill over nothing to nobody we know, made ten days ago and due tomorrow.
    pub fn invoice(&self, website: WebsiteId) -> Row<'_, invoice::ActiveModel> {
        let number = self.number();
        self.row(invoice::ActiveModel {
            website_id: Set(website),
            recipient_email: Set(format!("payer{number}@people.example")),
            recipient_name: Set(format!("Payer {number}")),
            title: Set(format!("bill {number}")),
            amount_cents: Set(0),
            due_on: Set(now().date_naive() + Days::new(1)),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }
}
