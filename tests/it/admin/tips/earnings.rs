//! `GET admin-management/tips/earnings`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{Role, TipPaymentStatus, tip};
use tally_testkit::{TestApp, ago};

use super::{Place, TICK, for_order, level};

const EARNINGS: &str = "/admin-management/tips/earnings/";

fn earned(name: &str, of: &str, [count, cents, writer, share]: [i64; 4]) -> Value {
    let number = |hundredths: i64| match hundredths % 100 {
        0 => json!(hundredths / 100),
        #[expect(clippy::cast_precision_loss, reason = "small amounts")]
        _ => json!(hundredths as f64 / 100.0),
    };
    json!({ name: of, "tip_count": count, "total_tips": number(cents), "writer_earnings": number(writer),
        "platform_profit": number(cents - writer), "avg_percentage": number(share) })
}

#[tokio::test]
async fn earnings_are_of_completed_tips_sent_between_the_dates() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Place::new(&app, "alpha").await, Place::new(&app, "beta").await);
    let day = "2026-04-01T00:00:00Z".parse().unwrap();
    let silver = level(&app, alpha.site, "Silver").await.id;
    alpha.tip(&app, (1000, 600), day, |t| t.writer_level_id = Set(None)).await;
    let order = for_order(&app, alpha.site).await;
    let of_silver = |t: &mut tip::ActiveModel| {
        order(t);
        t.writer_level_id = Set(Some(silver));
    };
    alpha.tip(&app, (3000, 500), day - TICK, of_silver).await;
    alpha.tip(&app, (200, 1000), ago(1, 0), |_| ()).await;
    for status in [TipPaymentStatus::Pending, TipPaymentStatus::Processing, TipPaymentStatus::Failed] {
        alpha.tip(&app, (9000, 0), ago(1, 0), |t| t.payment_status = Set(status)).await;
    }
    beta.tip(&app, (9000, 0), ago(1, 0), |_| ()).await;
    let admin = app.admin(alpha.site).await;

    let reply = admin.get(EARNINGS).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let expected = json!({
        "overall": { "total_tips": 3, "total_tip_amount": 42, "total_writer_earnings": 23,
            "total_platform_profit": 19, "avg_tip_amount": 14, "avg_writer_percentage": 70,
            "platform_profit_percentage": 45.24 },
        "by_level": [
            earned("writer_level__name", "Silver", [1, 3000, 1500, 5000]),
            earned("writer_level__name", "Gold", [1, 200, 200, 10_000]),
        ],
        "by_type": [
            earned("tip_type", "order", [1, 3000, 1500, 5000]),
            earned("tip_type", "direct", [2, 1200, 800, 8000]),
        ],
        "monthly": [
            earned("month", "2026-04-01", [2, 1200, 800, 8000]),
            earned("month", "2026-03-01", [1, 3000, 1500, 5000]),
        ],
    });
    assert_eq!(*reply.json(), expected);
    assert_eq!(admin.get(EARNINGS).await.statements(), 0);

    let total = async |query: &str| {
        let reply = admin.get(&format!("{EARNINGS}?{query}")).await;
        assert_eq!(reply.statements(), 2, "each span is an answer of its own: {query}");
        reply.json()["overall"]["total_tips"].clone()
    };
    assert_eq!(total("date_from=2026-04-01").await, 2);
    assert_eq!(total("date_to=2026-03-31").await, 1);
    assert_eq!(total("date_to=2026-04-01").await, 2);
    assert_eq!(total("date_from=2026-04-01&date_to=2026-04-01T00:00:00Z").await, 0);
    app.role(Role::Support, Some(alpha.site)).await.get(EARNINGS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn the_last_twelve_months_with_tips_are_shown() {
    let app = TestApp::start().await;
    let alpha = Place::new(&app, "alpha").await;
    let admin = app.admin(alpha.site).await;
    let empty = admin.get(EARNINGS).await;
    assert_eq!(empty.json()["overall"]["platform_profit_percentage"], 0);
    assert_eq!(empty.json()["overall"]["avg_tip_amount"], json!(null));

    for month in 1..=13 {
        let sent_at = format!("2024-{:02}-15T00:00:00Z", month.min(12)).parse().unwrap();
        let sent_at = if month == 13 { "2026-02-01T00:00:00Z".parse().unwrap() } else { sent_at };
        alpha.tip(&app, (100, 500), sent_at, |_| ()).await;
    }
    app.sweep().await;
    let reply = admin.get(EARNINGS).await;
    let months = reply.json()["monthly"].as_array().unwrap();
    assert_eq!((months.len(), &months[0]["month"]), (12, &json!("2026-02-01")));
    assert_eq!(months[11]["month"], "2024-02-01");
    assert_eq!(reply.json()["overall"]["total_tips"], 13);
}
