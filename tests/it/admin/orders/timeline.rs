//! `GET admin-management/orders/{id}/timeline`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{OrderStatus, Role};
use tally_testkit::{TestApp, ago};

use super::{given_to, named};

#[tokio::test]
async fn changes_and_writers_come_newest_first() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (jane, joe) =
        (named(&app, Role::Writer, site, "jane").await.id, named(&app, Role::Writer, site, "joe").await.id);
    let maria = named(&app, Role::Support, site, "maria").await.id;
    let order = app.order(site).set(given_to(joe)).insert().await;
    let first = app.order_assignment(&order, jane).set(|a| {
        (a.status, a.created_at) = (Set(tally_entity::AssignmentStatus::Ended), Set(ago(4, 0)));
    });
    first.insert().await;
    let second = app.order_assignment(&order, joe).set(|a| {
        (a.previous_writer_id, a.assigned_by_id) = (Set(Some(jane)), Set(Some(maria)));
        (a.reason, a.created_at) = (Set(Some("too slow".to_owned())), Set(ago(2, 0)));
    });
    second.insert().await;
    let change = |to, days| app.order_transition(&order, to).set(move |t| t.created_at = Set(ago(days, 0)));
    change(OrderStatus::Assigned, 3).insert().await;
    let by_hand = change(OrderStatus::InProgress, 3).set(|t| {
        (t.user_id, t.is_automatic) = (Set(Some(maria)), Set(true));
        (t.action, t.meta) = (Set("assign_writer".to_owned()), Set(json!({ "reason": "x" })));
    });
    by_hand.insert().await;
    let foreign = app.order(other).insert().await;
    app.order_transition(&foreign, OrderStatus::Paid).insert().await;

    let editor = app.role(Role::Editor, Some(site)).await;
    let reply = editor.get(&format!("/admin-management/orders/{}/timeline/", order.id)).await;
    reply.assert_status(200);
    assert_eq!((reply.statements(), &reply.json()["total_events"]), (3, &json!(4)));
    assert_eq!(
        (&reply.json()["order"]["id"], &reply.json()["order"]["writer_username"]),
        (&json!(order.id.0), &json!("joe"))
    );
    insta::assert_json_snapshot!(reply.json()["timeline"], @r#"
    [
      {
        "type": "reassignment",
        "timestamp": "2026-04-13T12:00:00Z",
        "user": "maria",
        "previous_writer": "jane",
        "new_writer": "joe",
        "reason": "too slow"
      },
      {
        "type": "status_change",
        "timestamp": "2026-04-12T12:00:00Z",
        "user": "maria",
        "old_status": "pending",
        "new_status": "in_progress",
        "action": "assign_writer",
        "is_automatic": true,
        "meta": {
          "reason": "x"
        }
      },
      {
        "type": "status_change",
        "timestamp": "2026-04-12T12:00:00Z",
        "user": "System",
        "old_status": "pending",
        "new_status": "assigned",
        "action": "action",
        "is_automatic": false,
        "meta": {}
      },
      {
        "type": "assignment",
        "timestamp": "2026-04-11T12:00:00Z",
        "user": "System",
        "previous_writer": null,
        "new_writer": "jane",
        "reason": null
      }
    ]
    "#);
    for unknown in [foreign.id.to_string(), "987654321".to_owned(), "x".to_owned()] {
        let path = format!("/admin-management/orders/{unknown}/timeline/");
        editor.get(&path).await.assert_problem(404, "not-found");
    }
    let writer = app.role(Role::Writer, Some(site)).await;
    writer
        .get(&format!("/admin-management/orders/{}/timeline/", order.id))
        .await
        .assert_problem(403, "forbidden");
}
