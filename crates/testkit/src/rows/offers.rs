//! Rows about price lists, discounts, and who brought whom.

use sea_orm::Set;
use tally_entity::{
    CampaignStatus, ClassLevel, DiscountType, UserId, WebsiteId, class_bundle_config, discount,
    discount_usage, promotional_campaign, referral, special_order_price, special_order_type,
};

use super::Row;
use crate::{TestApp, ago};

impl TestApp {
    /// An active campaign without a budget.
    pub fn promotional_campaign(&self, website: WebsiteId) -> Row<'_, promotional_campaign::ActiveModel> {
        self.row(promotional_campaign::ActiveModel {
            website_id: Set(website),
            name: Set(format!("campaign {}", self.number())),
            status: Set(CampaignStatus::Active),
            ..Default::default()
        })
    }

    /// An active code for ten percent off, for everybody.
    pub fn discount(&self, website: WebsiteId) -> Row<'_, discount::ActiveModel> {
        self.row(discount::ActiveModel {
            website_id: Set(website),
            code: Set(format!("CODE{}", self.number())),
            discount_type: Set(DiscountType::Percent),
            percent: Set(Some(10.into())),
            ..Default::default()
        })
    }

    /// A discount of nothing that somebody used an hour ago, without an order.
    pub fn discount_usage(
        &self,
        discount: &discount::Model,
        user: UserId,
    ) -> Row<'_, discount_usage::ActiveModel> {
        self.row(discount_usage::ActiveModel {
            website_id: Set(discount.website_id),
            discount_id: Set(discount.id),
            user_id: Set(user),
            applied_amount_cents: Set(0),
            created_at: Set(ago(0, 1)),
            ..Default::default()
        })
    }

    /// Somebody brought somebody ten days ago, for nothing.
    pub fn referral(
        &self,
        website: WebsiteId,
        referrer: UserId,
        referee: UserId,
    ) -> Row<'_, referral::ActiveModel> {
        self.row(referral::ActiveModel {
            website_id: Set(website),
            referrer_id: Set(referrer),
            referee_id: Set(referee),
            referral_code: Set(format!("REF{}", self.number())),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// A special order on offer, without a price.
    pub fn special_order_type(
        &self,
        website: WebsiteId,
        name: &str,
    ) -> Row<'_, special_order_type::ActiveModel> {
        self.row(special_order_type::ActiveModel {
            website_id: Set(website),
            name: Set(name.to_owned()),
            ..Default::default()
        })
    }

    /// What a special order costs when there are `days` for it: nothing.
    pub fn special_order_price(
        &self,
        of: &special_order_type::Model,
        days: i32,
    ) -> Row<'_, special_order_price::ActiveModel> {
        self.row(special_order_price::ActiveModel {
            website_id: Set(of.website_id),
            special_order_type_id: Set(of.id),
            duration_days: Set(days),
            price_cents: Set(0),
            ..Default::default()
        })
    }

    /// A bundle of five undergraduate classes on offer, for nothing.
    pub fn class_bundle_config(&self, website: WebsiteId) -> Row<'_, class_bundle_config::ActiveModel> {
        self.row(class_bundle_config::ActiveModel {
            website_id: Set(website),
            duration: Set(format!("{} weeks", self.number())),
            level: Set(ClassLevel::Undergrad),
            bundle_size: Set(5),
            price_per_class_cents: Set(0),
            ..Default::default()
        })
    }
}
