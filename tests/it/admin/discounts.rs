//! `GET discounts/*`

mod usages;

use chrono::Duration;
use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{
    CampaignStatus, DiscountType, OrderId, Role, UserId, WebsiteId, discount, discount_usage,
};
use tally_testkit::{TestApp, ago, now};

const ANALYTICS: &str = "/discounts/discounts/analytics/";
const CAMPAIGN: &str = "/discounts/discounts/analytics/campaign-analytics";
const TICK: Duration = Duration::microseconds(1);

async fn code(
    app: &TestApp,
    site: WebsiteId,
    code: &str,
    change: impl FnOnce(&mut discount::ActiveModel),
) -> discount::Model {
    app.discount(site).set(|d| d.code = Set(code.to_owned())).set(change).insert().await
}

async fn used(
    app: &TestApp,
    discount: &discount::Model,
    user: UserId,
    cents: i64,
    order: Option<OrderId>,
) -> discount_usage::Model {
    let usage = app.discount_usage(discount, user).set(|u| {
        (u.applied_amount_cents, u.order_id) = (Set(cents), Set(order));
    });
    usage.insert().await
}

async fn paid_order(app: &TestApp, site: WebsiteId, cents: i64) -> OrderId {
    let order = app.order(site).set(|o| {
        o.total_price_cents = Set(cents);
        (o.is_paid, o.paid_at) = (Set(true), Set(Some(ago(1, 0))));
    });
    order.insert().await.id
}

#[tokio::test]
async fn active_means_usable_now() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let client = app.user_id(Role::Client, Some(site)).await;
    let first = code(&app, site, "A", |d| {
        (d.percent, d.used_count) = (Set(Some("12.5".parse().unwrap())), Set(3));
        (d.starts_at, d.ends_at) = (Set(Some(now())), Set(Some(now() + TICK)));
    })
    .await;
    code(&app, site, "B", |d| d.starts_at = Set(Some(now() + TICK))).await;
    code(&app, site, "C", |d| d.ends_at = Set(Some(now()))).await;
    code(&app, site, "D", |d| d.is_active = Set(false)).await;
    code(&app, site, "E", |d| d.archived_at = Set(Some(ago(1, 0)))).await;
    let fixed = code(&app, site, "F", |d| {
        (d.discount_type, d.percent) = (Set(DiscountType::Fixed), Set(None));
        (d.amount_cents, d.used_count) = (Set(Some(500)), Set(7));
    })
    .await;
    let gone = code(&app, site, "G", |d| {
        (d.deleted_at, d.used_count) = (Set(Some(ago(1, 0))), Set(9));
    })
    .await;
    let foreign = code(&app, other, "H", |d| d.used_count = Set(8)).await;
    used(&app, &first, client, 100, None).await;
    used(&app, &fixed, client, 101, None).await;
    used(&app, &gone, client, 7_777, None).await;
    used(&app, &foreign, client, 7_777, None).await;

    app.sweep().await;
    let admin = app.admin(site).await;
    let reply = admin.get(ANALYTICS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "total_discounts": 6,
      "active_discounts": 2,
      "total_usage": 10,
      "avg_discount_value": 1.01,
      "avg_percent": 10.5,
      "total_discount_amount": 2.01
    }
    "#);
    let alias = admin.get("/discounts/analytics/?type=stats").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));

    let top = admin.get(&format!("{ANALYTICS}?type=top-used")).await;
    assert_eq!(top.statements(), 1);
    let codes = json!([{ "code": "F", "usage_count": 7 }, { "code": "A", "usage_count": 3 }]);
    assert_eq!(top.json(), &codes);
    admin.get(&format!("{ANALYTICS}?type=worst")).await.assert_problem(422, "invalid");

    code(&app, other, "I", |_| {}).await;
    app.sweep().await;
    assert_eq!(admin.get(ANALYTICS).await.statements(), 0, "another website's discounts");
    code(&app, site, "J", |_| {}).await;
    app.sweep().await;
    assert_eq!(admin.get(ANALYTICS).await.json()["active_discounts"], 3);
}

#[tokio::test]
async fn nothing_used_has_no_mean() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let reply = app.admin(site).await.get(ANALYTICS).await;
    assert_eq!(
        reply.json(),
        &json!({
            "total_discounts": 0,
            "active_discounts": 0,
            "total_usage": 0,
            "avg_discount_value": null,
            "avg_percent": null,
            "total_discount_amount": 0,
        })
    );
}

#[tokio::test]
async fn campaigns_are_ranked_by_their_discounts() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let named = async |site, name: &str| {
        let row = app.promotional_campaign(site).set(|c| c.name = Set(name.to_owned()));
        Some(row.insert().await.id)
    };
    let (spring, autumn, winter, foreign) = (
        named(site, "Spring").await,
        named(site, "Autumn").await,
        named(site, "Winter").await,
        named(other, "Spring").await,
    );
    named(site, "Empty").await;
    for (site, code_name, campaign) in [
        (site, "A", spring),
        (site, "B", winter),
        (site, "C", autumn),
        (site, "D", winter),
        (site, "E", None),
        (other, "F", foreign),
    ] {
        code(&app, site, code_name, |d| d.campaign_id = Set(campaign)).await;
    }
    code(&app, site, "G", |d| (d.campaign_id, d.deleted_at) = (Set(spring), Set(Some(ago(1, 0))))).await;
    let address = format!("{ANALYTICS}?type=events-breakdown");
    let reply = app.admin(site).await.get(&address).await;
    assert_eq!(reply.statements(), 1);
    let rows = |spring: i64| {
        let row = |event: &str, count: i64| json!({ "event": event, "discount_count": count });
        if spring == 1 {
            json!([row("Winter", 2), row("Autumn", 1), row("Spring", 1)])
        } else {
            json!([row("Spring", 2), row("Winter", 2), row("Autumn", 1)])
        }
    };
    assert_eq!(reply.json(), &rows(1));
    assert_eq!(app.superadmin().await.get(&address).await.json(), &rows(2));
}

#[tokio::test]
async fn a_campaign_is_measured_by_the_orders_its_codes_were_used_for() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) =
        (app.user_id(Role::Client, Some(site)).await, app.user_id(Role::Client, Some(site)).await);
    let campaign = app.promotional_campaign(site).set(|c| {
        (c.name, c.budget_cents) = (Set("Spring".to_owned()), Set(10_000));
        (c.starts_at, c.ends_at) = (Set(Some(now())), Set(Some(now() + TICK)));
    });
    let campaign = campaign.insert().await.id;
    let of_campaign = |d: &mut discount::ActiveModel| d.campaign_id = Set(Some(campaign));
    let first = code(&app, site, "A", of_campaign).await;
    let second = code(&app, site, "B", of_campaign).await;
    code(&app, site, "C", |d| {
        of_campaign(d);
        d.is_active = Set(false);
    })
    .await;
    let without = code(&app, site, "D", |_| {}).await;
    let (twice, once) = (paid_order(&app, site, 9_000).await, paid_order(&app, site, 4_001).await);
    let unpaid = app.order(site).set(|o| o.total_price_cents = Set(7_777)).insert().await.id;
    used(&app, &first, ann, 500, Some(twice)).await;
    used(&app, &second, ann, 100, Some(twice)).await;
    used(&app, &second, bob, 201, Some(once)).await;
    used(&app, &second, bob, 200, Some(unpaid)).await;
    let elsewhere = paid_order(&app, site, 7_777).await;
    used(&app, &without, bob, 7_777, Some(elsewhere)).await;

    let admin = app.admin(site).await;
    let reply = admin.get(&format!("{CAMPAIGN}/{campaign}/")).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "campaign_id": 1,
      "campaign_name": "Spring",
      "status": "active",
      "start_date": "2026-04-15T12:00:00Z",
      "end_date": "2026-04-15T12:00:00.000001Z",
      "is_active": true,
      "discounts": {
        "total": 3,
        "active": 2
      },
      "usage": {
        "total_uses": 4,
        "unique_users": 2,
        "avg_uses_per_user": 2
      },
      "revenue": {
        "total_revenue": 130.01,
        "total_discount_amount": 10.01,
        "net_revenue": 120,
        "avg_order_value": 65.01,
        "roi": 20
      },
      "top_discounts": [
        {
          "discount__discount_code": "B",
          "code": "B",
          "usage_count": 3
        },
        {
          "discount__discount_code": "A",
          "code": "A",
          "usage_count": 1
        }
      ]
    }
    "#);

    let bare = app.promotional_campaign(site).set(|c| c.status = Set(CampaignStatus::Paused)).insert().await;
    let bare = admin.get(&format!("{CAMPAIGN}/{}/", bare.id)).await;
    assert_eq!(bare.json()["is_active"], false);
    assert_eq!(bare.json()["revenue"]["roi"], Value::Null);
    assert_eq!(bare.json()["revenue"]["avg_order_value"], Value::Null);
    assert_eq!(bare.json()["usage"]["avg_uses_per_user"], 0);
    for (starts, ends) in [(Some(now() + TICK), None), (None, Some(now()))] {
        let closed =
            app.promotional_campaign(site).set(|c| (c.starts_at, c.ends_at) = (Set(starts), Set(ends)));
        let closed = admin.get(&format!("{CAMPAIGN}/{}/", closed.insert().await.id)).await;
        assert_eq!(closed.json()["is_active"], false);
    }
    let foreign = app.promotional_campaign(other).insert().await.id;
    for unknown in [foreign.to_string(), "987654321".to_owned(), "x".to_owned()] {
        admin.get(&format!("{CAMPAIGN}/{unknown}/")).await.assert_problem(404, "not-found");
    }
}
