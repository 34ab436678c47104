//! `GET admin-management/orders/assignment-queue`

use chrono::Duration;
use sea_orm::{Set, prelude::Decimal};
use serde_json::{Value, json};
use tally_entity::{OrderRequestStatus, OrderStatus, Role, WebsiteId, writer_profile};
use tally_testkit::{TestApp, ago};

use super::{given_to, ids};

const QUEUE: &str = "/admin-management/orders/assignment-queue/";
const TICK: Duration = Duration::microseconds(1);

#[tokio::test]
async fn what_presses_most_comes_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let due = |hours: i64, extra: Duration| Some(ago(0, -hours) + extra);
    let order =
        |client_deadline_at| app.order(site).set(move |o| o.client_deadline_at = Set(client_deadline_at));
    let none = Duration::zero();
    let deadlines = [
        (due(0, -TICK), 60),
        (due(0, none), 50),
        (due(24, none), 50),
        (due(24, TICK), 40),
        (due(48, none), 40),
        (due(48, TICK), 30),
        (due(72, none), 30),
        (due(72, TICK), 15),
        (due(168, none), 15),
        (due(168, TICK), 0),
        (None, 0),
    ];
    for (deadline, points) in deadlines {
        let id = order(deadline).insert().await.id.0;
        assert_eq!(score_of(&app, site, id).await, points, "{deadline:?}");
    }
    let flagged = |flag: &'static str| order(None).set(move |o| o.flags = Set(vec![flag.to_owned()]));
    let urgent = order(None).set(|o| o.is_urgent = Set(true)).insert().await.id.0;
    let (uo, co, lo) =
        (flagged("UO").insert().await, flagged("CO").insert().await, flagged("LO").insert().await);
    let cheap = order(None).set(|o| o.total_price_cents = Set(14_999)).insert().await.id.0;
    let dear = order(None).set(|o| o.total_price_cents = Set(15_000)).insert().await.id.0;
    for (id, points) in [(urgent, 20), (uo.id.0, 20), (co.id.0, 20), (lo.id.0, 0), (cheap, 0), (dear, 10)] {
        assert_eq!(score_of(&app, site, id).await, points, "{id}");
    }
    let wanted = order(None).insert().await;
    for requests in 1..=6 {
        let writer = app.user_id(Role::Writer, Some(site)).await;
        app.order_request(&wanted, writer).insert().await;
        let refused = app.user_id(Role::Writer, Some(site)).await;
        app.order_request(&wanted, refused)
            .set(|r| r.status = Set(OrderRequestStatus::Rejected))
            .insert()
            .await;
        assert_eq!(score_of(&app, site, wanted.id.0).await, 10.min(2 * requests));
    }

    let writer = app.user_id(Role::Writer, Some(site)).await;
    app.order(site).set(given_to(writer)).insert().await;
    order(None).set(|o| o.assigned_writer_id = Set(Some(writer))).insert().await;
    order(None).set(|o| o.status = Set(OrderStatus::OnHold)).insert().await;
    order(None).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    order(None).set(|o| o.website_id = Set(other)).insert().await;
    let newest = order(due(0, -TICK)).set(|o| {
        (o.status, o.created_at, o.is_urgent) = (Set(OrderStatus::Unpaid), Set(ago(1, 0)), Set(true));
    });
    let newest = newest.insert().await.id.0;
    let later = order(None).set(|o| (o.status, o.created_at) = (Set(OrderStatus::Available), Set(ago(1, 0))));
    let later = later.insert().await.id.0;

    let reply = app.admin(site).await.get(&format!("{QUEUE}?limit=3")).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["count"]), (2, &json!(3)));
    assert_eq!(reply.json()["total_needing_assignment"], 20);
    assert_eq!(ids(&reply.json()["orders"]), [newest, 1, 3]);
    assert_eq!(
        urgencies(&app, site).await,
        ["high", "high", "medium", "medium", "medium", "medium", "medium", "medium"]
    );
    let some =
        app.role(Role::Support, Some(site)).await.get(&format!("{QUEUE}?status=available,unpaid")).await;
    assert_eq!(
        (ids(&some.json()["orders"]), &some.json()["total_needing_assignment"]),
        (vec![newest, later], &json!(2))
    );
    let nothing = app.admin(site).await.get(&format!("{QUEUE}?status=completed")).await;
    assert_eq!((nothing.statements(), &nothing.json()["count"]), (2, &json!(0)));
    let alias =
        app.admin(site).await.get("/admin-management/orders/dashboard/assignment-queue/?limit=3").await;
    assert_eq!(alias.json(), reply.json());
    app.role(Role::Editor, Some(site)).await.get(QUEUE).await.assert_problem(403, "forbidden");
}

async fn rows(app: &TestApp, site: WebsiteId) -> Vec<Value> {
    app.admin(site).await.get(QUEUE).await.json()["orders"].as_array().unwrap().clone()
}

async fn score_of(app: &TestApp, site: WebsiteId, id: i64) -> i64 {
    let rows = rows(app, site).await;
    rows.iter().find(|row| row["id"] == id).unwrap()["priority_score"].as_i64().unwrap()
}

/// Of the orders from 30 points on.
async fn urgencies(app: &TestApp, site: WebsiteId) -> Vec<String> {
    let rows = rows(app, site).await;
    assert!(
        rows.iter().all(|row| (row["urgency"] == "normal") == (row["priority_score"].as_i64().unwrap() < 30))
    );
    let pressing = rows.iter().filter(|row| row["urgency"] != "normal");
    pressing.map(|row| row["urgency"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn writers_who_want_an_order_come_best_first() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let order = app.order(site).insert().await;
    let other = app.order(site).insert().await;
    let rated = async |name: &str, sum: Option<i64>, count, limit, active| {
        let row = app.user(Role::Writer, Some(site)).set(|u| {
            (u.username, u.first_name) = (Set(name.to_owned()), Set(format!("The {name}")));
            (u.rating_sum, u.rating_count) = (Set(Decimal::from(sum.unwrap_or(0))), Set(count));
        });
        let id = row.insert().await.id;
        let profile = writer_profile::ActiveModel {
            website_id: Set(site),
            user_id: Set(id),
            registration_id: Set(name.to_owned()),
            max_active_orders: Set(limit),
            ..Default::default()
        };
        app.insert(profile).await;
        for _ in 0..active {
            app.order(site).set(given_to(id)).insert().await;
        }
        id
    };
    // 14 × 4.5 + 30 × 2/3 = 83; 14 × 14/3 + 30 × 1/5 = 71.33; 30 × 0; 100 at most.
    let good = rated("good", Some(9), 2, Some(3), 1).await;
    let fair = rated("fair", Some(14), 3, None, 4).await;
    let busy = rated("busy", None, 0, Some(1), 2).await;
    let idle = rated("idle", None, 0, Some(0), 0).await;
    for (writer, days) in [(idle, 1), (fair, 2), (busy, 3), (good, 4)] {
        app.order_request(&order, writer).set(|r| r.created_at = Set(ago(days, 0))).insert().await;
    }
    app.order_request(&other, good).insert().await;
    let gone = app.user_id(Role::Writer, Some(site)).await;
    app.order_request(&order, gone).set(|r| r.status = Set(OrderRequestStatus::Withdrawn)).insert().await;

    let rows = rows(&app, site).await;
    let requests =
        rows.iter().find(|row| row["id"] == order.id.0).unwrap()["writer_requests"].as_array().unwrap();
    let shown: Vec<_> = requests
        .iter()
        .map(|row| {
            (
                row["writer_username"].as_str().unwrap(),
                row["priority_score"].as_f64().unwrap(),
                row["rating"].as_f64(),
            )
        })
        .collect();
    let expected =
        [("good", 83.0, Some(4.5)), ("fair", 71.3, Some(4.67)), ("busy", 0.0, None), ("idle", 0.0, None)];
    assert_eq!(shown, expected);
    insta::assert_json_snapshot!(requests[0], @r#"
    {
      "id": 4,
      "writer_id": 1,
      "writer_username": "good",
      "writer_name": "The good",
      "priority_score": 83,
      "rating": 4.5,
      "reason": "reason 17",
      "requested_at": "2026-04-11T12:00:00Z"
    }
    "#);
}
