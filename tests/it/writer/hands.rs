//! Writers with a level, and work of theirs.

use sea_orm::{Set, prelude::Decimal};
use tally_entity::{
    EarningMode, OrderStatus, ReviewKind, Role, TipPaymentStatus, UserId, WebsiteId, WriterPaymentStatus,
    order, review, tip, user, writer_level, writer_payment, writer_profile,
};
use tally_testkit::{Caller, TestApp, ago};

/// A writer of a website, signed in.
pub struct Hand<'a> {
    pub app: &'a TestApp,
    pub site: WebsiteId,
    pub id: UserId,
    pub caller: Caller<'a>,
}

impl<'a> Hand<'a> {
    /// One without a profile.
    pub async fn new(app: &'a TestApp, site: WebsiteId, name: &str) -> Self {
        let name = name.to_owned();
        let change = |user: &mut user::ActiveModel| user.username = Set(name);
        let user = app.user(Role::Writer, Some(site)).set(change).insert().await;
        Self { app, site, id: user.id, caller: app.sign_in(&user).await }
    }

    /// Gives him a profile, and a level if there is one.
    pub async fn profile(
        &self,
        level: Option<&writer_level::Model>,
        change: impl FnOnce(&mut writer_profile::ActiveModel),
    ) -> writer_profile::Model {
        let mut row = writer_profile::ActiveModel {
            website_id: Set(self.site),
            user_id: Set(self.id),
            registration_id: Set(format!("W{}", self.id)),
            writer_level_id: Set(level.map(|level| level.id)),
            ..Default::default()
        };
        change(&mut row);
        self.app.insert(row).await
    }

    /// An order of his.
    pub async fn order(
        &self,
        status: OrderStatus,
        change: impl FnOnce(&mut order::ActiveModel),
    ) -> order::Model {
        let row = self.app.order(self.site).set(|order| {
            order.status = Set(status);
            order.assigned_writer_id = Set(Some(self.id));
            order.assigned_at = Set(Some(ago(9, 0)));
        });
        row.set(change).insert().await
    }

    /// One that was completed so many days ago.
    pub async fn completed(&self, days: i64, change: impl FnOnce(&mut order::ActiveModel)) -> order::Model {
        let done = |order: &mut order::ActiveModel| {
            order.completed_at = Set(Some(ago(days, 0)));
            order.submitted_at = Set(Some(ago(days, 1)));
            change(order);
        };
        self.order(OrderStatus::Completed, done).await
    }

    /// Money that was paid a day ago.
    pub async fn payment(
        &self,
        cents: i64,
        change: impl FnOnce(&mut writer_payment::ActiveModel),
    ) -> writer_payment::Model {
        let row = self.app.writer_payment(self.site, self.id).set(|row| row.amount_cents = Set(cents));
        row.set(change).insert().await
    }

    /// A tip of which he gets this much, sent so many days ago.
    pub async fn tip(&self, client: UserId, cents: i64, days: i64, status: TipPaymentStatus) {
        let row = self.app.tip(self.site, client, self.id).set(|tip: &mut tip::ActiveModel| {
            tip.amount_cents = Set(cents * 2);
            (tip.writer_earning_cents, tip.platform_profit_cents) = (Set(cents), Set(cents));
            (tip.payment_status, tip.sent_at) = (Set(status), Set(ago(days, 0)));
        });
        row.insert().await;
    }

    /// What a client thinks of him, in tenths of a star, so many days ago.
    pub async fn review(
        &self,
        tenths: i64,
        days: i64,
        change: impl FnOnce(&mut review::ActiveModel),
    ) -> review::Model {
        let row = self.app.review(self.site).await.set(|review| {
            review.kind = Set(ReviewKind::Writer);
            review.reviewed_user_id = Set(Some(self.id));
            review.rating = Set(Decimal::new(tenths, 1));
            review.submitted_at = Set(ago(days, 0));
        });
        row.set(change).insert().await
    }
}

/// A level that pays 6.00 for a page and 2.50 for a slide.
pub async fn level(
    app: &TestApp,
    site: WebsiteId,
    name: &str,
    change: impl FnOnce(&mut writer_level::ActiveModel),
) -> writer_level::Model {
    let mut row = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set(name.to_owned()),
        earning_mode: Set(EarningMode::FixedPerPage),
        page_cents: Set(600),
        slide_cents: Set(250),
        urgent_hours: Set(24),
        ..Default::default()
    };
    change(&mut row);
    app.insert(row).await
}

/// Not paid yet.
pub fn owed(payment: &mut writer_payment::ActiveModel) {
    (payment.status, payment.paid_at) = (Set(WriterPaymentStatus::Pending), Set(None));
}

/// Fails unless every one of these paths is for writers alone.
pub async fn for_writers_only(app: &TestApp, site: WebsiteId, path: &str) {
    for role in [Role::Client, Role::Admin] {
        app.role(role, Some(site)).await.get(path).await.assert_problem(403, "forbidden");
    }
}

/// How an answer came about.
pub fn is_kept(reply: &tally_testkit::Reply) -> bool {
    reply.assert_status(200);
    reply.header("cache-status").starts_with("tally; hit")
}
