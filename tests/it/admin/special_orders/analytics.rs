//! `GET admin-management/special-orders/analytics`

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _, Set};
use serde_json::json;
use tally_entity::{
    Role, SpecialOrderPricing, SpecialOrderStatus,
    SpecialOrderStatus::{AwaitingApproval, Completed, InProgress, Inquiry},
    SpecialOrderTypeId, special_order,
};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, TICK};

const PATH: &str = "/admin-management/special-orders/analytics/";

fn of(offer: SpecialOrderTypeId) -> impl FnOnce(&mut special_order::ActiveModel) {
    move |s| {
        (s.order_type, s.special_order_type_id) = (Set(SpecialOrderPricing::Predefined), Set(Some(offer)));
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "every figure of one answer")]
async fn the_special_orders_of_the_last_days_are_added_up() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let exam = app.special_order_type(alpha.site, "Exam").insert().await.id;
    let quiz = app.special_order_type(alpha.site, "Quiz").insert().await.id;
    let lab = app.special_order_type(alpha.site, "Lab").insert().await.id;
    let order = |created_at: DateTime<Utc>, status: SpecialOrderStatus, cents: Option<i64>, duration: i32| {
        alpha.order(&app).set(move |s| {
            (s.created_at, s.status, s.total_cost_cents) = (Set(created_at), Set(status), Set(cents));
            s.duration_days = Set(duration);
            s.completed_at = Set((status == Completed).then(|| created_at + Duration::hours(36)));
        })
    };
    let monday = ago(30, 0);
    order(monday, Completed, Some(1_000), 1).set(of(quiz)).insert().await;
    order(monday - TICK, Completed, Some(9_999), 99).set(of(lab)).insert().await;
    order(ago(14, 0), Completed, Some(225), 2).set(of(exam)).insert().await;
    // Completed without a price, in half a day.
    let free = order(ago(14, 0), Completed, None, 4);
    free.set(|s| s.completed_at = Set(Some(ago(13, 12)))).insert().await;
    // It took an offer once; its price is an estimate now.
    let offered = order(ago(14, 0), Inquiry, None, 1).set(of(quiz));
    offered.set(|s| s.order_type = Set(SpecialOrderPricing::Estimated)).insert().await;
    let again = order(ago(13, 12), InProgress, Some(70), 5).set(of(exam));
    again.set(|s| s.completed_at = Set(Some(now()))).insert().await;
    order(now() - TICK, AwaitingApproval, None, 2).insert().await;
    order(ago(1, 0), Inquiry, None, 1).insert().await;
    order(now(), AwaitingApproval, Some(9_999), 99).set(of(lab)).insert().await;
    order(ago(1, 0), Inquiry, Some(9_999), 99).set(|s| s.website_id = Set(beta.site)).insert().await;

    let admin = app.admin(alpha.site).await;
    app.sweep().await;
    let reply = admin.get(PATH).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 3);
    insta::assert_json_snapshot!(reply.json(), @r#"
    {
      "monthly_trends": [
        {
          "month": "2026-03-01",
          "count": 1,
          "completed": 1,
          "total_revenue": 10,
          "revenue": 10
        },
        {
          "month": "2026-04-01",
          "count": 6,
          "completed": 2,
          "total_revenue": 2.25,
          "revenue": 2.25
        }
      ],
      "weekly_trends": [
        {
          "week": "2026-03-16",
          "count": 1,
          "created": 1,
          "completed": 1,
          "revenue": 10
        },
        {
          "week": "2026-03-30",
          "count": 4,
          "created": 4,
          "completed": 2,
          "revenue": 2.25
        },
        {
          "week": "2026-04-13",
          "count": 2,
          "created": 2,
          "completed": 0,
          "revenue": 0
        }
      ],
      "type_breakdown": [
        {
          "order_type": "estimated",
          "count": 4,
          "total_revenue": 0,
          "revenue": 0
        },
        {
          "order_type": "predefined",
          "count": 3,
          "total_revenue": 12.25,
          "revenue": 12.25
        }
      ],
      "revenue_by_type": [
        {
          "order_type": "estimated",
          "count": 4,
          "total_revenue": 0,
          "revenue": 0
        },
        {
          "order_type": "predefined",
          "count": 3,
          "total_revenue": 12.25,
          "revenue": 12.25
        }
      ],
      "status_trends": {
        "awaiting_approval": 1,
        "completed": 3,
        "in_progress": 1,
        "inquiry": 2
      },
      "predefined_breakdown": [
        {
          "predefined_type": "Exam",
          "count": 2,
          "total_revenue": 2.25
        },
        {
          "predefined_type": "Quiz",
          "count": 1,
          "total_revenue": 10
        }
      ],
      "avg_completion_days": 1.17,
      "conversion_rate": 42.86,
      "averages": {
        "avg_order_value": 4.32,
        "avg_duration_days": 2.3
      }
    }
    "#);

    let alias = admin.get("/admin-management/special-orders/dashboard/analytics/?days=30").await;
    assert_eq!((alias.statements(), alias.json()), (0, reply.json()));
    let longer = admin.get(&format!("{PATH}?days=31")).await;
    assert_eq!((longer.statements(), &longer.json()["status_trends"]["completed"]), (3, &json!(4)));
    let all = app.superadmin().await.get(PATH).await;
    assert_eq!(all.json()["status_trends"]["inquiry"], 3);
    let nothing = json!({ "monthly_trends": [], "weekly_trends": [], "type_breakdown": [], "revenue_by_type": [],
        "status_trends": {}, "predefined_breakdown": [], "avg_completion_days": null, "conversion_rate": 0,
        "averages": { "avg_order_value": null, "avg_duration_days": null } });
    assert_eq!(app.admin(app.website("empty").await).await.get(PATH).await.json(), &nothing);
    app.role(Role::Support, Some(alpha.site)).await.get(PATH).await.assert_problem(403, "forbidden");
    admin.get(&format!("{PATH}?days=month")).await.assert_problem(422, "invalid");
}

#[tokio::test]
async fn special_orders_and_the_names_of_offers_end_the_answer() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let exam = app.special_order_type(alpha.site, "Exam").insert().await;
    let admin = app.admin(alpha.site).await;
    app.sweep().await;
    admin.get(PATH).await.assert_status(200);
    beta.order(&app).insert().await;
    app.sweep().await;
    assert_eq!(admin.get(PATH).await.statements(), 0);
    alpha.order(&app).set(of(exam.id)).insert().await;
    app.sweep().await;
    let name = async || admin.get(PATH).await.json()["predefined_breakdown"][0]["predefined_type"].clone();
    assert_eq!(name().await, "Exam");
    let mut renamed = exam.into_active_model();
    renamed.name = Set("Finals".to_owned());
    renamed.update(app.db()).await.unwrap();
    app.sweep().await;
    assert_eq!(name().await, "Finals");
}
