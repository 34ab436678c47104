//! What an action leaves behind.

use sea_orm::{EntityTrait as _, Set};
use serde_json::json;
use tally_entity::{DisputeReason, DisputeStatus, OrderStatus, Role, UserId, dispute, order};
use tally_testkit::{TestApp, now};

use super::{act, go, names, offered, people};
use crate::admin::orders::{
    free, named,
    written::{assignments, order, recorded, steps, told, transitions},
};

use OrderStatus::{Assigned, Available, InProgress, Reassigned};

/// What a change does to a row besides its status.
type Then = fn(&mut order::Model, UserId);

#[tokio::test]
async fn entering_a_status_sets_what_the_table_says() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let boss = app.user(Role::Admin, Some(people.site)).insert().await;
    let admin = app.sign_in(&boss).await;
    let cases: [(OrderStatus, &str, OrderStatus, Then); 9] = [
        (OrderStatus::Unpaid, "mark_paid", OrderStatus::Paid, |_, _| ()),
        (OrderStatus::InProgress, "submit_order", OrderStatus::Submitted, |o, _| {
            o.submitted_at = Some(now());
        }),
        (OrderStatus::Rated, "complete_order", OrderStatus::Completed, |o, boss| {
            (o.completed_at, o.completed_by_id) = (Some(now()), Some(boss));
        }),
        (OrderStatus::Completed, "request_revision", OrderStatus::RevisionRequested, |o, _| {
            o.completed_at = None;
        }),
        (OrderStatus::InProgress, "cancel_order", OrderStatus::Cancelled, |o, _| {
            o.cancelled_at = Some(now());
        }),
        (OrderStatus::InProgress, "reassign_order", OrderStatus::Reassigned, |o, _| {
            (o.assigned_writer_id, o.assigned_at) = (None, None);
        }),
        (OrderStatus::Assigned, "make_available", OrderStatus::Available, |o, _| {
            (o.assigned_writer_id, o.assigned_at) = (None, None);
        }),
        (OrderStatus::Assigned, "start_order", OrderStatus::InProgress, |_, _| ()),
        (OrderStatus::Completed, "archive_order", OrderStatus::Archived, |_, _| ()),
    ];
    for (from, action, to, then) in cases {
        let before = people.order(&app, from).await;
        app.order_assignment(&before, people.writer.id).insert().await;
        let reply = act(&admin, before.id, json!({ "action": action, "reason": "so" })).await;
        reply.assert_status(200);
        assert_eq!(reply.json()["detail"], format!("Order {} is {to} now.", before.id));
        let (old, new) = (&reply.json()["old_status"], &reply.json()["new_status"]);
        assert_eq!((old, new, &reply.json()["order"]["status"]), (&json!(from), &json!(to), &json!(to)));
        let after = order(&app, before.id).await;
        let mut expected = order::Model { status: to, updated_at: after.updated_at, ..before.clone() };
        then(&mut expected, boss.id);
        assert_eq!(after, expected, "{action}");
        assert_eq!(steps(&app, before.id).await, [(from, to, action.to_owned())]);
        assert_eq!(transitions(&app, before.id).await[0].meta, json!({ "reason": "so" }));
        let event = "order.status_changed".to_owned();
        assert_eq!(
            told(&app, before.id).await,
            [(people.client.id, event.clone()), (people.writer.id, event)]
        );
        assert_eq!(recorded(&app, before.id).await.len(), 1);
        let freed = expected.assigned_writer_id.is_none();
        assert_eq!(assignments(&app, before.id).await[0].ended_at, freed.then(now), "{action}");
    }
    let unpaid = app.order(people.site).set(|o| o.status = Set(OrderStatus::Unpaid)).insert().await.id;
    act(&admin, unpaid, json!({ "action": "mark_paid" })).await.assert_status(200);
    let paid = order(&app, unpaid).await;
    assert_eq!((paid.is_paid, paid.paid_at), (true, Some(now())));
}

#[tokio::test]
async fn an_order_is_assigned_and_reassigned_with_its_writer() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let (jane, joe) = (people.writer.id, named(&app, Role::Writer, people.site, "joe").await.id);
    let other = app.website("beta").await;
    let elsewhere = app.user_id(Role::Writer, Some(other)).await;
    let (admin, superadmin) = (app.admin(people.site).await, app.superadmin().await);
    let id = app.order(people.site).set(free).insert().await.id;
    let missing = act(&admin, id, json!({ "action": "assign_order" })).await;
    missing.assert_problem(422, "invalid");
    assert_eq!(missing.json()["errors"][0]["pointer"], "/writer_id");
    let assign = |writer: UserId| json!({ "action": "assign_order", "writer_id": writer, "reason": "free" });
    act(&admin, id, assign(people.client.id)).await.assert_problem(404, "not-found");
    act(&admin, id, assign(elsewhere)).await.assert_problem(404, "not-found");
    act(&superadmin, id, assign(elsewhere)).await.assert_problem(409, "conflict");
    let reply = act(&admin, id, assign(jane)).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["old_status"], &reply.json()["new_status"]),
        (&json!("available"), &json!("in_progress"))
    );
    assert_eq!(reply.json()["order"]["assigned_writer"]["id"], jane.0);
    assert_eq!(assignments(&app, id).await[0].reason.as_deref(), Some("free"));
    act(&admin, id, assign(joe)).await.assert_problem(409, "conflict");

    let reassign = json!({ "action": "reassign_order", "writer_id": joe });
    let reply = act(&app.role(Role::Support, Some(people.site)).await, id, reassign).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["old_status"], &reply.json()["new_status"]),
        (&json!("in_progress"), &json!("in_progress"))
    );
    let step = |from, to, name: &str| (from, to, name.to_owned());
    assert_eq!(
        steps(&app, id).await,
        [
            step(Available, Assigned, "assign_writer"),
            step(Assigned, InProgress, "assign_writer"),
            step(InProgress, Reassigned, "reassign_order"),
            step(Reassigned, InProgress, "assign_writer"),
        ]
    );
    let rows = assignments(&app, id).await;
    assert_eq!(
        (rows[0].ended_at, rows[1].previous_writer_id, rows[1].writer_id),
        (Some(now()), Some(jane), joe)
    );
    assert_eq!(order(&app, id).await.assigned_writer_id, Some(joe));

    act(&admin, id, json!({ "action": "reassign_order" })).await.assert_status(200);
    assert_eq!((order(&app, id).await.status, order(&app, id).await.assigned_writer_id), (Reassigned, None));
    // What fails in the second step undoes the first.
    let held = app.order(people.site).set(free).insert().await.id;
    act(&superadmin, held, json!({ "action": "reassign_order", "writer_id": elsewhere }))
        .await
        .assert_problem(409, "conflict");
    assert_eq!(steps(&app, held).await, []);
}

#[tokio::test]
async fn an_order_on_hold_goes_back_to_where_it_stood() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let support = app.role(Role::Support, Some(people.site)).await;
    let id = people.order(&app, OrderStatus::InProgress).await.id;
    act(&support, id, json!({ "action": "hold_order" })).await.assert_status(200);
    assert!(offered(&support, id).await.contains(&(
        "resume_order".to_owned(),
        "in_progress".to_owned(),
        true
    )));
    act(&support, id, json!({ "action": "resume_order" })).await.assert_status(200);
    assert_eq!(order(&app, id).await.status, OrderStatus::InProgress);
    act(&support, id, json!({ "action": "resume_order" })).await.assert_problem(409, "conflict");
    act(&support, id, json!({ "action": "hold_order" })).await.assert_status(200);
    go(&support, id, "in_progress").await.assert_status(200);
    assert_eq!(steps(&app, id).await.last().unwrap().2, "resume_order");

    // The table does not lead back to every status, and nobody knows where an imported order stood.
    let asked = people.order(&app, OrderStatus::RevisionRequested).await.id;
    act(&support, asked, json!({ "action": "hold_order" })).await.assert_status(200);
    let refused = act(&support, asked, json!({ "action": "resume_order" })).await;
    refused.assert_problem(409, "conflict");
    assert_eq!(refused.json()["detail"], "The order is on_hold and cannot become revision_requested.");
    let imported = people.order(&app, OrderStatus::OnHold).await.id;
    act(&support, imported, json!({ "action": "resume_order" })).await.assert_problem(409, "conflict");
    assert!(!names(&offered(&support, imported).await).contains(&"resume_order"));
}

#[tokio::test]
async fn a_dispute_is_raised_with_its_reason() {
    let app = TestApp::start().await;
    let people = people(&app).await;
    let client = app.sign_in(&people.client).await;
    let before = people.order(&app, OrderStatus::Submitted).await;
    let missing = act(&client, before.id, json!({ "action": "dispute_order", "reason": " " })).await;
    missing.assert_problem(422, "invalid");
    assert_eq!(missing.json()["errors"][0]["pointer"], "/reason");
    go(&client, before.id, "disputed").await.assert_problem(422, "invalid");
    let reply = act(&client, before.id, json!({ "action": "dispute_order", "reason": "copied" })).await;
    reply.assert_status(200);
    assert_eq!(
        (&reply.json()["order"]["writer_username"], &reply.json()["new_status"]),
        (&json!("Writer #2"), &json!("disputed"))
    );
    let [raised] = &dispute::Entity::find().all(app.db()).await.unwrap()[..] else { panic!("one dispute") };
    assert_eq!(
        (raised.order_id, raised.raised_by_id, raised.website_id),
        (Some(before.id), Some(people.client.id), people.site)
    );
    assert_eq!(
        (raised.reason_code, raised.reason.as_str(), raised.status),
        (DisputeReason::Other, "copied", DisputeStatus::Open)
    );
    // Clients do their own, which nobody writes down, and are not told what they did.
    assert_eq!(recorded(&app, before.id).await, []);
    assert_eq!(told(&app, before.id).await, [(people.writer.id, "order.status_changed".to_owned())]);
    let again = act(&client, before.id, json!({ "action": "dispute_order", "reason": "again" })).await;
    again.assert_problem(409, "conflict");
    assert_eq!(dispute::Entity::find().all(app.db()).await.unwrap().len(), 1);
}
