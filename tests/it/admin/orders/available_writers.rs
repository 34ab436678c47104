//! `GET admin-management/writer-assignment/available-writers`

use sea_orm::{Set, prelude::Decimal};
use serde_json::{Value, json};
use tally_entity::{
    EarningMode, OrderStatus, Role, UserId, WebsiteId, WriterLevelId, order, user, writer_level,
    writer_profile,
};
use tally_testkit::{TestApp, ago};

use super::{free, given_to, ids};

const WRITERS: &str = "/admin-management/writer-assignment/available-writers/";

async fn level(app: &TestApp, site: WebsiteId, display_order: i32) -> WriterLevelId {
    let row = writer_level::ActiveModel {
        website_id: Set(site),
        name: Set(format!("level {display_order}")),
        earning_mode: Set(EarningMode::FixedPerPage),
        page_cents: Set(0),
        slide_cents: Set(0),
        max_orders: Set(2),
        display_order: Set(display_order),
        ..Default::default()
    };
    app.insert(row).await.id
}

async fn writer(
    app: &TestApp,
    site: WebsiteId,
    level: Option<WriterLevelId>,
    change: impl FnOnce(&mut user::ActiveModel),
) -> UserId {
    let id = app.user(Role::Writer, Some(site)).set(change).insert().await.id;
    let profile = writer_profile::ActiveModel {
        website_id: Set(site),
        user_id: Set(id),
        registration_id: Set(format!("W{id}")),
        writer_level_id: Set(level),
        ..Default::default()
    };
    app.insert(profile).await;
    id
}

fn rated(sum: i64, count: i32) -> impl FnOnce(&mut user::ActiveModel) {
    move |user| (user.rating_sum, user.rating_count) = (Set(Decimal::from(sum)), Set(count))
}

#[tokio::test]
async fn writers_with_most_free_places_come_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (low, high) = (level(&app, site, 1).await, level(&app, site, 2).await);
    let five_free = app.user_id(Role::Writer, Some(site)).await;
    let two_low = writer(&app, site, Some(low), |_| ()).await;
    let two_high = writer(&app, site, Some(high), |_| ()).await;
    let two_worse = writer(&app, site, Some(low), rated(9, 2)).await;
    let two_better = writer(&app, site, Some(low), rated(14, 3)).await;
    // Two places of his five: active work weighs only after the level.
    let two_busy = writer(&app, site, None, |_| ()).await;
    for _ in 0..3 {
        app.order(site).set(given_to(two_busy)).insert().await;
    }
    let full = writer(&app, site, Some(high), |_| ()).await;
    for _ in 0..3 {
        app.order(site).set(given_to(full)).insert().await;
    }
    writer(&app, site, None, |u| u.is_active = Set(false)).await;
    writer(&app, site, None, |u| (u.is_suspended, u.suspended_at) = (Set(true), Set(Some(ago(1, 0))))).await;
    writer(&app, site, None, |u| u.deleted_at = Set(Some(ago(1, 0)))).await;
    app.user_id(Role::Client, Some(site)).await;
    let foreign = writer(&app, other, None, |_| ()).await;

    let desk = app.role(Role::Support, Some(site)).await;
    let reply = desk.get(WRITERS).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["order"]), (2, &Value::Null));
    let expected = [five_free, two_high, two_better, two_worse, two_low, two_busy, full].map(|id| id.0);
    assert_eq!(ids(&reply.json()["writers"]), expected);
    let capacities: Vec<_> = reply.json()["writers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| w["workload"]["capacity"].clone())
        .collect();
    assert_eq!(capacities, [5, 2, 2, 2, 2, 2, 0].map(Value::from));
    insta::assert_json_snapshot!(reply.json()["writers"][2], @r#"
    {
      "id": 5,
      "username": "writer5",
      "email": "writer5@people.example",
      "full_name": "writer5",
      "writer_id": "WRTR000005",
      "profile": {
        "id": 4,
        "rating": 4.67,
        "completed_orders": 0,
        "is_available": true,
        "pen_name": null,
        "writer_level": {
          "id": 1,
          "name": "level 1",
          "level": 1,
          "max_orders": 2
        }
      },
      "workload": {
        "active_orders_count": 0,
        "max_orders": 2,
        "capacity": 2,
        "avg_rating": 4.67,
        "active_orders": []
      },
      "stats": {
        "total_completed": 0,
        "on_time_completion_rate": 0
      }
    }
    "#);
    assert_eq!(
        reply.json()["writers"][0]["profile"],
        json!({ "id": 0, "rating": null, "completed_orders": 0,
        "is_available": true, "pen_name": null, "writer_level": null })
    );
    let two = desk.get(&format!("{WRITERS}?limit=2")).await;
    assert_eq!(ids(&two.json()["writers"]), expected[..2]);

    let order = app.order(other).set(free).insert().await;
    let superadmin = app.superadmin().await;
    let of_order = superadmin.get(&format!("{WRITERS}?order_id={}", order.id)).await;
    assert_eq!((of_order.statements(), ids(&of_order.json()["writers"])), (3, vec![foreign.0]));
    for unknown in [order.id.0, 987_654_321] {
        desk.get(&format!("{WRITERS}?order_id={unknown}")).await.assert_problem(404, "not-found");
    }
    app.role(Role::Editor, Some(site)).await.get(WRITERS).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn only_work_in_hand_takes_places_and_the_ten_due_next_are_shown() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let paper = app.paper_type(site, "Report").insert().await.id;
    let id = writer(&app, site, None, |_| ()).await;
    let of_writer = |status, change: fn(&mut order::ActiveModel)| {
        app.order(site).set(given_to(id)).set(move |o| o.status = Set(status)).set(change)
    };
    for status in OrderStatus::ALL {
        of_writer(*status, |o| {
            (o.submitted_at, o.completed_at) = (Set(Some(ago(2, 0))), Set(Some(ago(1, 0))));
        })
        .insert()
        .await;
    }
    of_writer(OrderStatus::Assigned, |o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    let due =
        async |days: i64, column: fn(&mut order::ActiveModel, Option<chrono::DateTime<chrono::Utc>>)| {
            let row = app.order(site).set(given_to(id)).set(|o| column(o, Some(ago(-days, 0))));
            row.set(|o| o.paper_type_id = Set(Some(paper))).insert().await.id.0
        };
    let second = due(2, |o, at| o.client_deadline_at = Set(at)).await;
    let first = due(1, |o, at| o.writer_deadline_at = Set(at)).await;
    let third =
        due(3, |o, at| (o.client_deadline_at, o.writer_deadline_at) = (Set(at), Set(Some(ago(9, 0))))).await;
    let done = |submitted: i64| {
        app.order(site).set(given_to(id)).set(move |o| {
            (o.status, o.completed_at) = (Set(OrderStatus::Completed), Set(Some(ago(1, 0))));
            (o.submitted_at, o.client_deadline_at) = (Set(Some(ago(submitted, 0))), Set(Some(ago(5, 0))));
        })
    };
    done(5).insert().await;
    done(4).insert().await;

    let reply = app.admin(site).await.get(WRITERS).await;
    let writer = &reply.json()["writers"][0];
    let workload = &writer["workload"];
    assert_eq!(
        (&workload["active_orders_count"], &workload["max_orders"], &workload["capacity"]),
        (&json!(10), &json!(5), &json!(0))
    );
    let shown = ids(&workload["active_orders"]);
    assert_eq!((shown.len(), &shown[..3]), (10, &[first, second, third][..]));
    assert_eq!(
        workload["active_orders"][1],
        json!({ "id": second, "topic": workload["active_orders"][1]["topic"],
        "status": "in_progress", "deadline": "2026-04-17T12:00:00Z", "pages": 0, "paper_type": "Report", "academic_level": null })
    );
    assert_eq!(writer["stats"], json!({ "total_completed": 3, "on_time_completion_rate": 33.33 }));
}

#[tokio::test]
async fn an_order_that_cannot_be_assigned_says_why() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let writer = app.user_id(Role::Writer, Some(site)).await;
    let admin = app.admin(site).await;
    let told = async |order: order::Model| {
        let reply = admin.get(&format!("{WRITERS}?order_id={}", order.id)).await;
        assert_eq!(reply.json()["writers"].as_array().unwrap().len(), 1);
        (reply.json()["order"]["assignable"].clone(), reply.json()["order"]["reason"].clone())
    };
    let order = app.order(site).set(free).set(|o| o.number_of_pages = Set(4)).insert().await;
    let reply = admin.get(&format!("{WRITERS}?order_id={}", order.id)).await;
    assert_eq!(
        reply.json()["order"],
        json!({ "id": order.id.0, "order_id": "#0000001", "topic": order.topic,
        "paper_type": null, "academic_level": null, "pages": 4, "assignable": true, "reason": null })
    );
    let unpaid =
        app.order(site).set(free).set(|o| (o.is_paid, o.paid_at) = (Set(false), Set(None))).insert().await;
    assert_eq!(told(unpaid).await, (json!(false), json!("The order is not paid.")));
    let given = app.order(site).set(given_to(writer)).insert().await;
    assert_eq!(
        told(given).await,
        (json!(false), json!("The order has a writer already; reassign it first."))
    );
    let held = app.order(site).set(free).set(|o| o.status = Set(OrderStatus::OnHold)).insert().await;
    assert_eq!(told(held).await, (json!(false), json!("The order is on_hold and cannot become assigned.")));
    let taken_away =
        app.order(site).set(free).set(|o| o.status = Set(OrderStatus::Reassigned)).insert().await;
    assert_eq!(told(taken_away).await, (json!(true), Value::Null));
}
