//! `GET admin-management/tips/…`

mod analytics;
mod earnings;
mod given;
mod list;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set, prelude::Decimal};
use serde_json::json;
use tally_entity::{Role, TipPaymentStatus, TipType, UserId, WebsiteId, WriterLevelId, tip, writer_level};
use tally_testkit::{TestApp, ago};

const DASHBOARD: &str = "/admin-management/tips/dashboard/";
const TICK: Duration = Duration::microseconds(1);

/// A website with a client, a writer and a level.
struct Place {
    site: WebsiteId,
    client: UserId,
    writer: UserId,
    gold: WriterLevelId,
}

impl Place {
    async fn new(app: &TestApp, name: &str) -> Self {
        let site = app.website(name).await;
        Self {
            site,
            client: app.user_id(Role::Client, Some(site)).await,
            writer: app.user_id(Role::Writer, Some(site)).await,
            gold: level(app, site, "Gold").await.id,
        }
    }

    /// A direct tip of somebody with a gold writer: the writer's share is in tenths of a percent.
    async fn tip(
        &self,
        app: &TestApp,
        (cents, share): (i64, i64),
        sent_at: DateTime<Utc>,
        change: impl FnOnce(&mut tip::ActiveModel),
    ) -> tip::Model {
        let earning = cents * share / 1000;
        let row = app.tip(self.site, self.client, self.writer).set(|t| {
            (t.amount_cents, t.writer_pct) = (Set(cents), Set(Decimal::new(share, 1)));
            (t.writer_earning_cents, t.platform_profit_cents) = (Set(earning), Set(cents - earning));
            (t.writer_level_id, t.sent_at) = (Set(Some(self.gold)), Set(sent_at));
        });
        row.set(change).insert().await
    }
}

async fn level(app: &TestApp, site: WebsiteId, name: &str) -> writer_level::Model {
    let row =
        writer_level::ActiveModel { website_id: Set(site), name: Set(name.to_owned()), ..Default::default() };
    app.insert(row).await
}

/// For an order of its own.
async fn for_order(app: &TestApp, site: WebsiteId) -> impl FnOnce(&mut tip::ActiveModel) {
    let order = app.order(site).insert().await.id;
    move |t: &mut tip::ActiveModel| (t.tip_type, t.order_id) = (Set(TipType::Order), Set(Some(order)))
}

#[tokio::test]
async fn the_dashboard_is_of_all_tips_and_of_those_sent_lately() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Place::new(&app, "alpha").await, Place::new(&app, "beta").await);
    let silver = level(&app, alpha.site, "Silver").await;
    alpha.tip(&app, (1000, 600), ago(30, 0), |_| ()).await;
    alpha.tip(&app, (505, 500), ago(30, 0) - TICK, |_| ()).await;
    let order = for_order(&app, alpha.site).await;
    let pending = |t: &mut tip::ActiveModel| {
        order(t);
        (t.payment_status, t.writer_level_id) = (Set(TipPaymentStatus::Pending), Set(None));
    };
    alpha.tip(&app, (200, 1000), ago(0, 0) - TICK, pending).await;
    let failed = |t: &mut tip::ActiveModel| {
        (t.payment_status, t.writer_level_id) = (Set(TipPaymentStatus::Failed), Set(Some(silver.id)));
    };
    alpha.tip(&app, (100, 625), ago(0, 0), failed).await;
    beta.tip(&app, (999, 0), ago(1, 0), |_| ()).await;
    let admin = app.admin(alpha.site).await;

    let reply = admin.get(DASHBOARD).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let body = reply.json();
    let summary = json!({ "total_tips": 4, "total_tip_amount": 18.05, "total_writer_earnings": 11.14,
        "total_platform_profit": 6.91, "avg_tip_amount": 4.51, "avg_writer_percentage": 68.13 });
    assert_eq!(body["summary"], summary);
    let recent = json!({ "days": 30, "total_tips": 2, "total_tip_amount": 12, "total_writer_earnings": 8,
        "total_platform_profit": 4 });
    assert_eq!(body["recent_summary"], recent);
    assert_eq!(body["payment_status"], json!({ "completed": 2, "pending": 1, "processing": 0, "failed": 1 }));
    let types = json!([
        { "tip_type": "direct", "count": 3, "total_amount": 16.05, "writer_earnings": 9.14, "platform_profit": 6.91 },
        { "tip_type": "order", "count": 1, "total_amount": 2, "writer_earnings": 2, "platform_profit": 0 },
    ]);
    assert_eq!(body["type_breakdown"], types);
    let statuses = json!([
        { "payment_status": "completed", "count": 2, "total_amount": 15.05 },
        { "payment_status": "failed", "count": 1, "total_amount": 1 },
        { "payment_status": "pending", "count": 1, "total_amount": 2 },
    ]);
    assert_eq!(body["payment_status_breakdown"], statuses);
    let levels = json!([
        { "writer_level__name": "Gold", "count": 2, "total_amount": 15.05, "writer_earnings": 8.52,
            "platform_profit": 6.53, "avg_percentage": 55 },
        { "writer_level__name": "Silver", "count": 1, "total_amount": 1, "writer_earnings": 0.62,
            "platform_profit": 0.38, "avg_percentage": 62.5 },
    ]);
    assert_eq!(body["level_breakdown"], levels);
    assert_eq!(admin.get(DASHBOARD).await.statements(), 0);

    let day = admin.get(&format!("{DASHBOARD}?days=1")).await;
    assert_eq!(day.json()["recent_summary"]["total_tips"], 1);
    assert_eq!(day.json()["summary"], summary);
    let all = app.superadmin().await.get(DASHBOARD).await;
    assert_eq!(all.json()["summary"]["total_tips"], 5);
    assert_eq!(all.json()["level_breakdown"][0]["count"], 3, "levels of one name are one");
    app.role(Role::Support, Some(alpha.site)).await.get(DASHBOARD).await.assert_problem(403, "forbidden");

    let mut renamed = silver.into_active_model();
    renamed.name = Set("Steel".to_owned());
    renamed.update(app.db()).await.unwrap();
    app.sweep().await;
    let fresh = admin.get(DASHBOARD).await;
    assert_eq!(fresh.json()["level_breakdown"][1]["writer_level__name"], "Steel");
}

#[tokio::test]
async fn without_tips_there_are_no_means() {
    let app = TestApp::start().await;
    let alpha = Place::new(&app, "alpha").await;
    let admin = app.admin(alpha.site).await;
    let summary = |reply: &tally_testkit::Reply| reply.json()["summary"].clone();
    let nothing = json!({ "total_tips": 0, "total_tip_amount": 0, "total_writer_earnings": 0,
        "total_platform_profit": 0, "avg_tip_amount": null, "avg_writer_percentage": null });
    assert_eq!(summary(&admin.get(DASHBOARD).await), nothing);

    alpha.tip(&app, (100, 500), ago(1, 0), |_| ()).await;
    app.sweep().await;
    assert_eq!(summary(&admin.get(DASHBOARD).await)["avg_writer_percentage"], 50);
}
