//! Rows about what is owed, paid and given back.

use sea_orm::{Set, prelude::Decimal};
use tally_entity::{
    RefundMethod, RefundStatus, SpecialOrderStatus, TipPaymentStatus, TipType, UserId, WebsiteId,
    WriterPaymentStatus, installment, payment, payout_request, refund, special_order, tip, wallet,
    writer_payment,
};

use super::Row;
use crate::{TestApp, ago};

impl TestApp {
    /// An installment of nothing without a date; whose it is must be set.
    pub fn installment(&self, website: WebsiteId) -> Row<'_, installment::ActiveModel> {
        self.row(installment::ActiveModel {
            website_id: Set(website),
            installment_number: Set(i32::try_from(self.number()).expect("few rows")),
            amount_cents: Set(0),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// Somebody waits to be paid nothing.
    pub fn payout_request(&self, website: WebsiteId, user: UserId) -> Row<'_, payout_request::ActiveModel> {
        self.row(payout_request::ActiveModel {
            website_id: Set(website),
            user_id: Set(user),
            amount_cents: Set(0),
            ..Default::default()
        })
    }

    /// A processed refund of nothing.
    pub fn refund(&self, payment: &payment::Model) -> Row<'_, refund::ActiveModel> {
        self.row(refund::ActiveModel {
            website_id: Set(payment.website_id),
            payment_id: Set(payment.id),
            refund_method: Set(RefundMethod::External),
            wallet_amount_cents: Set(0),
            external_amount_cents: Set(0),
            status: Set(RefundStatus::Processed),
            processed_at: Set(Some(ago(1, 0))),
            ..Default::default()
        })
    }

    /// A special order in progress, without a price.
    pub fn special_order(&self, website: WebsiteId, client: UserId) -> Row<'_, special_order::ActiveModel> {
        self.row(special_order::ActiveModel {
            website_id: Set(website),
            client_id: Set(client),
            duration_days: Set(3),
            status: Set(SpecialOrderStatus::InProgress),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }

    /// A completed tip of nothing, half of it the writer's.
    pub fn tip(&self, website: WebsiteId, client: UserId, writer: UserId) -> Row<'_, tip::ActiveModel> {
        self.row(tip::ActiveModel {
            website_id: Set(website),
            client_id: Set(client),
            writer_id: Set(writer),
            tip_type: Set(TipType::Direct),
            amount_cents: Set(0),
            writer_pct: Set(Decimal::from(50)),
            writer_earning_cents: Set(0),
            platform_profit_cents: Set(0),
            payment_status: Set(TipPaymentStatus::Completed),
            ..Default::default()
        })
    }

    /// An empty wallet of somebody.
    pub fn wallet(&self, website: WebsiteId, user: UserId) -> Row<'_, wallet::ActiveModel> {
        self.row(wallet::ActiveModel {
            website_id: Set(website),
            user_id: Set(Some(user)),
            ..Default::default()
        })
    }

    /// A writer was paid nothing a day ago.
    pub fn writer_payment(&self, website: WebsiteId, writer: UserId) -> Row<'_, writer_payment::ActiveModel> {
        self.row(writer_payment::ActiveModel {
            website_id: Set(website),
            writer_id: Set(writer),
            amount_cents: Set(0),
            status: Set(WriterPaymentStatus::Paid),
            paid_at: Set(Some(ago(1, 0))),
            created_at: Set(ago(10, 0)),
            ..Default::default()
        })
    }
}
