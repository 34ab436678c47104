//! Disputes that do not end, or not so.

use sea_orm::{EntityTrait as _, Set};
use serde_json::json;
use tally_entity::{DisputeStatus, OrderStatus, Role, order, staff_profile};
use tally_testkit::{TestApp, ago, now};

use super::{LATER, Scene, logged, outcome, resolve, the_dispute};
use crate::admin::orders::written::order;

#[tokio::test]
async fn a_dispute_ends_once() {
    let app = TestApp::start().await;
    let scene = Scene::new(&app).await;
    let admin = app.admin(scene.site).await;
    for status in DisputeStatus::ALL {
        let (order, _) = scene.dispute(&app, OrderStatus::Submitted).await;
        let resolved_at = (*status == DisputeStatus::Resolved).then(|| ago(1, 0));
        let row = app.dispute(&order).set(|d| (d.status, d.resolved_at) = (Set(*status), Set(resolved_at)));
        let raised = row.insert().await;
        let reply = resolve(&admin, raised.id, outcome("partial")).await;
        if matches!(status, DisputeStatus::Resolved | DisputeStatus::Closed) {
            reply.assert_problem(409, "conflict");
            let detail = format!("The dispute is {status} and cannot become resolved.");
            assert_eq!(
                (&reply.json()["detail"], the_dispute(&app, raised.id).await),
                (&json!(detail), raised)
            );
        } else {
            reply.assert_status(200);
        }
    }
    // Work goes on only with somebody who does it.
    let (before, raised) = scene.dispute(&app, OrderStatus::Disputed).await;
    let alone =
        order::ActiveModel { id: Set(before.id), assigned_writer_id: Set(None), ..Default::default() };
    order::Entity::update(alone).exec(app.db()).await.unwrap();
    let mut body = outcome("extend_deadline");
    body["extended_deadline"] = json!(LATER);
    let refused = resolve(&admin, raised.id, body).await;
    refused.assert_problem(409, "conflict");
    assert_eq!(refused.json()["detail"], "The order has no writer.");
    assert_eq!(the_dispute(&app, raised.id).await, raised);
    assert_eq!(order(&app, before.id).await.client_deadline_at, before.client_deadline_at);
    assert!(logged(&app, raised.id).await.is_empty());

    let (_, raised) = scene.dispute(&app, OrderStatus::Disputed).await;
    let both =
        [resolve(&admin, raised.id, outcome("partial")), resolve(&admin, raised.id, outcome("dismissed"))];
    let mut statuses: Vec<_> =
        futures::future::join_all(both).await.iter().map(|reply| reply.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!((statuses, logged(&app, raised.id).await.len()), (vec![200, 409], 1));
}

#[tokio::test]
async fn who_may_and_what_must_be_said() {
    let app = TestApp::start().await;
    let scene = Scene::new(&app).await;
    let (_, raised) = scene.dispute(&app, OrderStatus::Disputed).await;
    let admin = app.admin(scene.site).await;
    for (name, value, pointer) in [
        ("resolution_outcome", json!("draw"), "/resolution_outcome"),
        ("resolution_outcome", json!(null), "/resolution_outcome"),
        ("resolution_notes", json!(" "), "/resolution_notes"),
        ("resolution_notes", json!("x".repeat(5_001)), "/resolution_notes"),
        ("resolution_outcome", json!("extend_deadline"), "/extended_deadline"),
        ("extended_deadline", json!("soon"), "/extended_deadline"),
    ] {
        let mut body = outcome("partial");
        body[name] = value;
        let reply = resolve(&admin, raised.id, body).await;
        reply.assert_problem(422, "invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer);
    }
    let mut body = outcome("extend_deadline");
    body["extended_deadline"] = json!(now());
    let late = resolve(&admin, raised.id, body).await;
    assert_eq!(
        (&late.json()["errors"][0]["detail"], late.status.as_u16()),
        (&json!("must be later than now"), 422)
    );

    let barred = app.user(Role::Admin, Some(scene.site)).insert().await;
    let flags = staff_profile::ActiveModel {
        website_id: Set(Some(scene.site)),
        user_id: Set(barred.id),
        can_resolve_disputes: Set(false),
        ..Default::default()
    };
    app.insert(flags).await;
    let refused = resolve(&app.sign_in(&barred).await, raised.id, outcome("partial")).await;
    refused.assert_problem(403, "forbidden");
    assert!(refused.json()["detail"].as_str().unwrap().contains("can_resolve_disputes"));
    for role in [Role::Editor, Role::Writer, Role::Client] {
        let caller = app.role(role, Some(scene.site)).await;
        resolve(&caller, raised.id, outcome("partial")).await.assert_problem(403, "forbidden");
    }
    let stranger = app.admin(app.website("beta").await).await;
    resolve(&stranger, raised.id, outcome("partial")).await.assert_problem(404, "not-found");
    assert_eq!(the_dispute(&app, raised.id).await, raised);
    resolve(&app.superadmin().await, raised.id, outcome("partial")).await.assert_status(200);
}
