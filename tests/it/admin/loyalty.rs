//! `GET admin-management/loyalty/tracking/*`

use chrono::{DateTime, Duration, Utc};
use sea_orm::Set;
use serde_json::json;
use tally_entity::{LoyaltyTransactionType, Role, UserId, WebsiteId, loyalty_transaction};
use tally_testkit::{Reply, TestApp, ago, now};

use self::LoyaltyTransactionType::{Add, Deduct, Redeem};

const TRACKING: &str = "/admin-management/loyalty/tracking/";
const STATISTICS: &str = "/admin-management/loyalty/tracking/statistics/";
const SOURCES: &str = "/admin-management/loyalty/tracking/award-sources/";
const TICK: Duration = Duration::microseconds(1);

type Change = (LoyaltyTransactionType, i32, &'static str, DateTime<Utc>);

async fn change(app: &TestApp, site: WebsiteId, client: UserId, (kind, points, source, at): Change) {
    let row = loyalty_transaction::ActiveModel {
        website_id: Set(site),
        client_id: Set(client),
        transaction_type: Set(kind),
        points: Set(points),
        source: Set(source.to_owned()),
        reason: Set(format!("because {points}")),
        created_at: Set(at),
        ..Default::default()
    };
    app.insert(row).await;
}

async fn client(app: &TestApp, site: WebsiteId, name: &str) -> UserId {
    app.user(Role::Client, Some(site)).set(|u| u.username = Set(name.to_owned())).insert().await.id
}

fn points(reply: &Reply) -> Vec<i64> {
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    reply.json()["results"].as_array().unwrap().iter().map(|row| row["points"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn changes_are_listed_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    change(&app, site, ann, (Redeem, 20, "manual", ago(2, 0))).await;
    change(&app, site, ann, (Add, 50, "order_completion", ago(1, 0))).await;
    change(&app, site, bob, (Deduct, 30, "manual", ago(3, 0))).await;
    let stranger = client(&app, other, "cid").await;
    change(&app, other, stranger, (Add, 99, "manual", ago(1, 0))).await;

    let admin = app.admin(site).await;
    let reply = admin.get(TRACKING).await;
    assert_eq!(points(&reply), [50, 20, 30]);
    insta::assert_json_snapshot!(reply.json()["results"][1], @r#"
    {
      "id": 1,
      "client": 1,
      "client_username": "ann",
      "client_email": "client1@people.example",
      "website": 1,
      "website_name": "alpha",
      "transaction_type": "redeem",
      "source": "manual",
      "points": 20,
      "points_awarded": 0,
      "points_redeemed": 20,
      "points_deducted": 0,
      "reason": "because 20",
      "explanation": "Points redeemed: because 20",
      "order": null,
      "timestamp": "2026-04-13T12:00:00Z"
    }
    "#);
    let shown = |row: usize, field: &str| reply.json()["results"][row][field].clone();
    assert_eq!((shown(0, "points_awarded"), shown(2, "points_deducted")), (json!(50), json!(30)));
    assert_eq!(shown(0, "explanation"), "Points added: because 50");
    assert_eq!(shown(2, "explanation"), "Points deducted: because 30");

    for (query, expected) in [
        ("?search=AN", vec![50, 20]),
        ("?search=because%2030", vec![30]),
        ("?search=nn", vec![]),
        ("?search=3", vec![30]),
        ("?transaction_type=redeem", vec![20]),
        ("?transaction_type=gone", vec![]),
        (&format!("?client={bob}"), vec![30]),
        ("?ordering=points", vec![20, 30, 50]),
        ("?ordering=unknown,-points", vec![50, 30, 20]),
        ("?ordering=timestamp&page_size=1&page=2", vec![20]),
    ] {
        assert_eq!(points(&admin.get(&format!("{TRACKING}{query}")).await), expected, "{query}");
    }
    let all = app.superadmin().await.get(&format!("{TRACKING}?website={other}")).await;
    assert_eq!(points(&all), [99]);
}

#[tokio::test]
async fn points_are_added_up_by_direction_and_time() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (ann, bob) = (client(&app, site, "ann").await, client(&app, site, "bob").await);
    for (client, kind, points, at) in [
        (ann, Add, 1, ago(1, 0)),
        (ann, Add, 20, ago(1, 0) - TICK),
        (ann, Add, 300, ago(7, 0)),
        (bob, Add, 4_000, ago(7, 0) - TICK),
        (bob, Add, 50_000, ago(30, 0)),
        (bob, Add, 600_000, ago(30, 0) - TICK),
        (ann, Redeem, 7, now() - TICK),
        (ann, Deduct, 8, now()),
    ] {
        change(&app, site, client, (kind, points, "manual", at)).await;
    }
    let stranger = client(&app, other, "cid").await;
    change(&app, other, stranger, (Add, 9, "manual", ago(0, 1))).await;

    let (admin, colleague) = (app.admin(site).await, app.admin(site).await);
    let superadmin = app.superadmin().await;
    app.sweep().await;
    let reply = admin.get(STATISTICS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "total_points_awarded": 654321,
      "total_points_redeemed": 7,
      "total_points_deducted": 8,
      "net_points": 654306,
      "total_transactions": 8,
      "transactions_24h": 2,
      "transactions_7d": 4,
      "transactions_30d": 6,
      "points_awarded_24h": 1,
      "points_awarded_7d": 321,
      "points_awarded_30d": 54321,
      "by_transaction_type": [
        {
          "transaction_type": "add",
          "count": 6,
          "total_points": 654321
        },
        {
          "transaction_type": "deduct",
          "count": 1,
          "total_points": 8
        },
        {
          "transaction_type": "redeem",
          "count": 1,
          "total_points": 7
        }
      ],
      "by_website": [
        {
          "website__name": "alpha",
          "count": 8,
          "total_points": 654336
        }
      ],
      "top_clients": [
        {
          "client__user__username": "bob",
          "username": "bob",
          "total_points": 654000
        },
        {
          "client__user__username": "ann",
          "username": "ann",
          "total_points": 336
        }
      ]
    }
    "#);
    assert_eq!(admin.get(STATISTICS).await.statements(), 0);
    assert_eq!(colleague.get(&format!("{STATISTICS}?search=")).await.statements(), 0);
    let redeemed = admin.get(&format!("{STATISTICS}?transaction_type=redeem&client={ann}")).await;
    assert_eq!((&redeemed.json()["net_points"], redeemed.statements()), (&json!(-7), 3));

    let all = superadmin.get(STATISTICS).await;
    let websites = json!([
        { "website__name": "alpha", "count": 8, "total_points": 654_336 },
        { "website__name": "beta", "count": 1, "total_points": 9 },
    ]);
    assert_eq!(all.json()["by_website"], websites);
    change(&app, other, stranger, (Add, 1, "manual", ago(0, 1))).await;
    app.sweep().await;
    assert_eq!(admin.get(STATISTICS).await.statements(), 0, "another website's points");
    assert_eq!(superadmin.get(STATISTICS).await.json()["total_transactions"], 10);
}

#[tokio::test]
async fn known_sources_are_always_there() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.admin(site).await;
    let none = admin.get(SOURCES).await;
    none.assert_status(200);
    assert_eq!(none.statements(), 1);
    let nothing = json!({ "manual_award": 0, "order_completion": 0, "other": 0, "referral": 0 });
    assert_eq!(none.json()["award_sources"], nothing);

    let ann = client(&app, site, "ann").await;
    for (kind, points, source) in
        [(Add, 1, "manual"), (Add, 20, "referral"), (Add, 300, "birthday_gift"), (Redeem, 7, "referral")]
    {
        change(&app, site, ann, (kind, points, source, ago(1, 0))).await;
    }
    app.sweep().await;
    let reply = admin.get(SOURCES).await;
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "award_sources": {
        "birthday_gift": 300,
        "manual_award": 1,
        "order_completion": 0,
        "other": 0,
        "referral": 20
      },
      "explanation": {
        "birthday_gift": "Points for birthday gift",
        "manual_award": "Points that staff awarded",
        "order_completion": "Points for completed orders",
        "other": "Points for anything else",
        "referral": "Points for clients who were brought"
      }
    }
    "#);
    let alias = admin.get("/admin-management/loyalty/tracking/award_sources/").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));
}
