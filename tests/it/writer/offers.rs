//! `orders/writer-assignment-acceptances`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{AssignmentStatus, OrderStatus, Role, order_assignment};
use tally_testkit::{TestApp, now};

use super::people::{free, writer};
use crate::admin::orders::written::{assignments, order, steps, told};

const OFFERS: &str = "/orders/writer-assignment-acceptances/";
const PENDING: &str = "/orders/writer-assignment-acceptances/pending/";

fn offered(by: tally_entity::UserId) -> impl FnOnce(&mut order_assignment::ActiveModel) {
    move |offer| {
        (offer.status, offer.assigned_by_id) = (Set(AssignmentStatus::Offered), Set(Some(by)));
    }
}

#[tokio::test]
async fn a_writer_takes_what_he_is_offered_or_leaves_it_to_others() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let admin = app.user(Role::Admin, Some(site)).insert().await;
    let client = app.user_id(Role::Client, Some(site)).await;
    let (jane, joe) = (writer(&app, site, |_| ()).await, app.role(Role::Writer, Some(site)).await);
    let waits = |o: &mut tally_entity::order::ActiveModel| {
        free(o);
        (o.status, o.client_id) = (Set(OrderStatus::PendingWriterAssignment), Set(Some(client)));
    };
    let own = app.sign_in(&jane).await;
    let first = app.order(site).set(waits).insert().await;
    let second = app.order(site).set(waits).set(|o| o.assigned_writer_id = Set(Some(jane.id))).insert().await;
    let offer = app.order_assignment(&first, jane.id).set(offered(admin.id)).insert().await.id;
    let other = app.order_assignment(&second, jane.id).set(offered(admin.id)).insert().await.id;

    let pending = own.get(PENDING).await;
    assert_eq!(pending.statements(), 1);
    let rows = pending.json().as_array().unwrap();
    assert_eq!([&rows[0]["id"], &rows[1]["id"]], [&json!(other), &json!(offer)]);
    assert_eq!((&rows[1]["order_id"], &rows[1]["order"]["id"]), (&json!(first.id), &json!(first.id)));
    assert_eq!(rows[1]["assigned_by"], admin.username);
    assert_eq!(rows[1]["order"]["client"]["username"], format!("Client #{client}"));
    assert_eq!(joe.get(PENDING).await.json(), &json!([]));
    joe.post(&format!("{OFFERS}{offer}/accept/"), json!({})).await.assert_problem(404, "not-found");

    let reply = own.post(&format!("{OFFERS}{offer}/accept/"), json!({})).await;
    reply.assert_status(200);
    assert_eq!((&reply.json()["order_id"], &reply.json()["status"]), (&json!(first.id), &json!("accepted")));
    let after = order(&app, first.id).await;
    assert_eq!((after.status, after.assigned_writer_id), (OrderStatus::InProgress, Some(jane.id)));
    let [answered] = &assignments(&app, first.id).await[..] else { panic!("one offer") };
    assert_eq!((answered.status, answered.responded_at), (AssignmentStatus::Accepted, Some(now())));
    assert_eq!(steps(&app, first.id).await.len(), 2);
    let events = [(client, "order.writer_assigned"), (admin.id, "order.offer_accepted")];
    assert_eq!(told(&app, first.id).await, events.map(|(who, event)| (who, event.to_owned())));
    own.post(&format!("{OFFERS}{offer}/reject/"), json!({})).await.assert_problem(409, "conflict");

    let reply = own.post(&format!("{OFFERS}{other}/reject/"), json!({ "reason": "no time" })).await;
    reply.assert_status(200);
    assert_eq!(reply.json()["status"], "rejected");
    let after = order(&app, second.id).await;
    assert_eq!((after.status, after.assigned_writer_id), (OrderStatus::Available, None));
    assert_eq!(assignments(&app, second.id).await[0].status, AssignmentStatus::Declined);
    assert_eq!(told(&app, second.id).await, [(admin.id, "order.offer_declined".to_owned())]);
    assert_eq!(own.get(PENDING).await.json(), &json!([]));
}

#[tokio::test]
async fn an_order_that_went_elsewhere_cannot_be_accepted() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let jane = writer(&app, site, |_| ()).await;
    let own = app.sign_in(&jane).await;
    let admin = app.user_id(Role::Admin, Some(site)).await;
    let cancelled = app.order(site).set(free).set(|o| o.status = Set(OrderStatus::Cancelled)).insert().await;
    let offer = app.order_assignment(&cancelled, jane.id).set(offered(admin)).insert().await.id;
    for answer in ["accept", "reject"] {
        let reply = own.post(&format!("{OFFERS}{offer}/{answer}/"), json!({})).await;
        reply.assert_problem(409, "conflict");
    }
    assert_eq!(assignments(&app, cancelled.id).await[0].status, AssignmentStatus::Offered);

    // Offered while it was free, and free still.
    let free_still = app.order(site).set(free).set(|o| o.assigned_writer_id = Set(Some(jane.id)));
    let free_still = free_still.insert().await;
    let offer = app.order_assignment(&free_still, jane.id).set(offered(admin)).insert().await.id;
    own.post(&format!("{OFFERS}{offer}/reject/"), json!({})).await.assert_status(200);
    let after = order(&app, free_still.id).await;
    assert_eq!((after.status, after.assigned_writer_id), (OrderStatus::Available, None));
}
