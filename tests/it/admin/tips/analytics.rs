//! `GET admin-management/tips/analytics`

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use tally_entity::{Role, tip, user};
use tally_testkit::{TestApp, ago};

use super::{Place, TICK, for_order, level};

const ANALYTICS: &str = "/admin-management/tips/analytics/";

/// A bucket of tips of which the writers got all.
fn bucket(name: &str, when: &str, count: i64, amount: f64) -> Value {
    json!({ name: when, "count": count, "total_amount": whole(amount), "writer_earnings": whole(amount),
        "platform_profit": 0 })
}

#[expect(clippy::cast_possible_truncation, reason = "whole amounts are sent as integers")]
fn whole(amount: f64) -> Value {
    if amount.fract() == 0.0 { json!(amount as i64) } else { json!(amount) }
}

#[tokio::test]
async fn trends_are_by_month_of_twelve_weeks_and_of_thirty_days() {
    let app = TestApp::start().await;
    let alpha = Place::new(&app, "alpha").await;
    let at = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    // Eleven weeks before the week of the test begins on the 26th of January; thirty days begin on the 17th of March.
    for (cents, sent_at) in [
        (1, ago(90, 0) - TICK),
        (2, ago(90, 0)),
        (4, at("2026-01-26T00:00:00Z") - TICK),
        (8, at("2026-01-26T00:00:00Z")),
        (16, at("2026-03-17T00:00:00Z") - TICK),
        (32, at("2026-03-17T00:00:00Z")),
        (64, ago(0, 0) - TICK),
        (128, ago(0, 0)),
    ] {
        alpha.tip(&app, (cents, 1000), sent_at, |_| ()).await;
    }
    let admin = app.admin(alpha.site).await;

    let reply = admin.get(ANALYTICS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 4);
    let body = reply.json();
    assert_eq!(body["period"], json!({ "days": 90, "date_from": "2026-01-15T12:00:00Z" }));
    let monthly = [
        bucket("month", "2026-01-01", 3, 0.14),
        bucket("month", "2026-03-01", 2, 0.48),
        bucket("month", "2026-04-01", 1, 0.64),
    ];
    assert_eq!(body["trends"]["monthly"], json!(monthly));
    let weekly = [
        bucket("week", "2026-01-26", 1, 0.08),
        bucket("week", "2026-03-16", 2, 0.48),
        bucket("week", "2026-04-13", 1, 0.64),
    ];
    assert_eq!(body["trends"]["weekly"], json!(weekly));
    let daily = [bucket("day", "2026-03-17", 1, 0.32), bucket("day", "2026-04-15", 1, 0.64)];
    assert_eq!(body["trends"]["daily"], json!(daily));
    assert_eq!(admin.get(ANALYTICS).await.statements(), 0);
    let day = admin.get(&format!("{ANALYTICS}?days=1")).await;
    assert_eq!(day.json()["trends"]["monthly"], json!([bucket("month", "2026-04-01", 1, 0.64)]));
}

#[tokio::test]
async fn breakdowns_and_the_best_are_of_the_period_and_the_website() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Place::new(&app, "alpha").await, Place::new(&app, "beta").await);
    let silver = level(&app, alpha.site, "Silver").await.id;
    alpha.tip(&app, (500, 500), ago(1, 0), |_| ()).await;
    alpha.tip(&app, (1, 1000), ago(2, 0), |_| ()).await;
    alpha.tip(&app, (9000, 900), ago(91, 0), |_| ()).await;
    beta.tip(&app, (9000, 900), ago(1, 0), |_| ()).await;
    let (order, guest) =
        (for_order(&app, alpha.site).await, app.user_id(Role::Writer, Some(beta.site)).await);
    let on_order = |t: &mut tip::ActiveModel| {
        order(t);
        (t.writer_id, t.writer_level_id) = (Set(guest), Set(Some(silver)));
    };
    alpha.tip(&app, (700, 300), ago(3, 0), on_order).await;
    let admin = app.admin(alpha.site).await;

    let reply = admin.get(ANALYTICS).await;
    let body = reply.json();
    let types = json!([
        { "tip_type": "order", "avg_amount": 7, "count": 1, "total_amount": 7, "writer_earnings": 2.1,
            "platform_profit": 4.9 },
        { "tip_type": "direct", "avg_amount": 2.51, "count": 2, "total_amount": 5.01, "writer_earnings": 2.51,
            "platform_profit": 2.5 },
    ]);
    assert_eq!(body["breakdowns"]["by_type"], types);
    let levels = json!([
        { "writer_level__name": "Silver", "tip_count": 1, "total_tips": 7, "total_writer_earnings": 2.1,
            "total_platform_profit": 4.9, "avg_percentage": 30 },
        { "writer_level__name": "Gold", "tip_count": 2, "total_tips": 5.01, "total_writer_earnings": 2.51,
            "total_platform_profit": 2.5, "avg_percentage": 75 },
    ]);
    assert_eq!(body["breakdowns"]["by_level"], levels);
    let name = async |id| user::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap();
    let (writer, visitor, client) = (name(alpha.writer).await, name(guest).await, name(alpha.client).await);
    let best = json!({
        "writers": [
            { "writer__id": writer.id, "writer__username": writer.username, "writer__email": writer.email,
                "tip_count": 2, "total_received": 2.51, "avg_tip": 1.26 },
            { "writer__id": visitor.id, "writer__username": visitor.username, "writer__email": visitor.email,
                "tip_count": 1, "total_received": 2.1, "avg_tip": 2.1 },
        ],
        "clients": [
            { "client__id": client.id, "client__username": client.username, "client__email": client.email,
                "tip_count": 3, "total_sent": 12.01 },
        ],
    });
    assert_eq!(body["top_performers"], best);
    let all = app.superadmin().await.get(ANALYTICS).await;
    assert_eq!(all.json()["top_performers"]["clients"][0]["total_sent"], 90);
    app.role(Role::Support, Some(alpha.site)).await.get(ANALYTICS).await.assert_problem(403, "forbidden");

    let mut renamed = visitor.into_active_model();
    renamed.username = Set("renamed".to_owned());
    renamed.update(app.db()).await.unwrap();
    app.sweep().await;
    let fresh = admin.get(ANALYTICS).await;
    assert_eq!(fresh.json()["top_performers"]["writers"][1]["writer__username"], "renamed");
}

#[tokio::test]
async fn ten_of_the_best_are_named_and_equals_come_by_id() {
    let app = TestApp::start().await;
    let mut alpha = Place::new(&app, "alpha").await;
    let mut clients = vec![alpha.client.0];
    alpha.tip(&app, (5, 0), ago(1, 0), |_| ()).await;
    for _ in 0..10 {
        alpha.client = app.user_id(Role::Client, Some(alpha.site)).await;
        clients.push(alpha.client.0);
        alpha.tip(&app, (5, 0), ago(1, 0), |_| ()).await;
    }
    let reply = app.admin(alpha.site).await.get(ANALYTICS).await;
    let named = reply.json()["top_performers"]["clients"].as_array().unwrap();
    let ids: Vec<_> = named.iter().map(|row| row["client__id"].as_i64().unwrap()).collect();
    assert_eq!(ids, clients[..10]);
}
