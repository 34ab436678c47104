//! `GET admin-management/orders/overdue` and `…/stuck`

use chrono::Duration;
use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, Role};
use tally_testkit::{TestApp, ago, now};

use super::ids;

const OVERDUE: &str = "/admin-management/orders/overdue/";
const STUCK: &str = "/admin-management/orders/stuck/";

#[tokio::test]
async fn orders_past_their_first_deadline_are_listed_by_how_late_they_are() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let order = |status, client, writer| {
        app.order(site).set(move |o| {
            (o.status, o.client_deadline_at, o.writer_deadline_at) = (Set(status), Set(client), Set(writer));
        })
    };
    let (late, later) = (Some(ago(0, 2)), Some(now() - Duration::minutes(95)));
    let by_client = order(OrderStatus::Assigned, later, None).insert().await.id.0;
    let by_writer = order(OrderStatus::Available, Some(ago(-1, 0)), late).insert().await.id.0;
    let same = order(OrderStatus::Pending, later, Some(ago(0, 1))).insert().await.id.0;
    order(OrderStatus::Completed, late, late).set(|o| o.completed_at = Set(late)).insert().await;
    order(OrderStatus::Assigned, Some(now()), None).insert().await;
    order(OrderStatus::Assigned, late, None).set(|o| o.deleted_at = Set(late)).insert().await;
    order(OrderStatus::Assigned, late, None).set(|o| o.website_id = Set(other)).insert().await;

    let desk = app.role(Role::Support, Some(site)).await;
    let reply = desk.get(OVERDUE).await;
    reply.assert_status(200);
    assert_eq!(
        (reply.statements(), &reply.json()["count"], &reply.json()["total_overdue"]),
        (1, &json!(3), &json!(3))
    );
    let rows = &reply.json()["orders"];
    assert_eq!(ids(rows), [by_writer, by_client, same]);
    let hours: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["hours_overdue"].clone()).collect();
    assert_eq!(hours, [json!(2), json!(1.6), json!(1.6)]);
    let first = desk.get(&format!("{OVERDUE}?limit=1")).await;
    assert_eq!((ids(&first.json()["orders"]), &first.json()["total_overdue"]), (vec![by_writer], &json!(3)));
    let alias = desk.get("/admin-management/orders/dashboard/overdue/").await;
    assert_eq!(alias.json(), reply.json());
    assert_eq!(app.superadmin().await.get(OVERDUE).await.json()["total_overdue"], 4);
    let nothing = app.admin(app.website("empty").await).await.get(OVERDUE).await;
    assert_eq!(nothing.json(), &json!({ "orders": [], "count": 0, "total_overdue": 0 }));
    app.role(Role::Editor, Some(site)).await.get(OVERDUE).await.assert_problem(403, "forbidden");
}

#[tokio::test]
async fn orders_that_nobody_touched_are_listed_by_how_long() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let order = |status, updated_at| {
        app.order(site).set(move |o| (o.status, o.updated_at) = (Set(status), Set(updated_at)))
    };
    let weeks = order(OrderStatus::OnRevision, ago(20, 6)).insert().await.id.0;
    let days = order(OrderStatus::Assigned, ago(7, 1)).insert().await.id.0;
    let same = order(OrderStatus::Pending, ago(7, 1)).insert().await.id.0;
    let just_not = order(OrderStatus::Assigned, ago(7, 0)).insert().await.id.0;
    order(OrderStatus::Available, ago(20, 0)).insert().await;
    order(OrderStatus::Assigned, ago(20, 0)).set(|o| o.deleted_at = Set(Some(ago(1, 0)))).insert().await;
    order(OrderStatus::Assigned, ago(20, 0)).set(|o| o.website_id = Set(other)).insert().await;

    let admin = app.admin(site).await;
    let reply = admin.get(STUCK).await;
    reply.assert_status(200);
    assert_eq!(
        (reply.statements(), &reply.json()["count"], &reply.json()["total_stuck"]),
        (1, &json!(3), &json!(3))
    );
    let rows = &reply.json()["orders"];
    assert_eq!(ids(rows), [weeks, days, same]);
    assert_eq!((&rows[0]["days_stuck"], &rows[1]["days_stuck"]), (&json!(20.3), &json!(7)));
    let six = admin.get(&format!("{STUCK}?days=6&limit=4")).await;
    assert_eq!(ids(&six.json()["orders"]), [weeks, days, same, just_not]);
    let long = admin.get(&format!("{STUCK}?days=20")).await;
    assert_eq!(ids(&long.json()["orders"]), [weeks]);
    let first = admin.get(&format!("{STUCK}?limit=1")).await;
    assert_eq!((ids(&first.json()["orders"]), &first.json()["total_stuck"]), (vec![weeks], &json!(3)));
    let alias = admin.get("/admin-management/orders/dashboard/stuck/").await;
    assert_eq!(alias.json(), reply.json());
    app.role(Role::Client, Some(site)).await.get(STUCK).await.assert_problem(403, "forbidden");
}
