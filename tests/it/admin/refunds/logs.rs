//! `GET refunds/refund-logs` and `GET refunds/refund-logs/{id}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{RefundId, RefundStatus, Role, UserId, audit_log};
use tally_testkit::{TestApp, ago};

use super::{of, page, paid, some_payment, still};

const LOGS: &str = "/refunds/refund-logs/";

fn done(refund: RefundId, by: UserId, action: &str, days: i64) -> impl FnOnce(&mut audit_log::ActiveModel) {
    let action = action.to_owned();
    move |log| {
        (log.target_type, log.target_id) = (Set(Some("refund".to_owned())), Set(Some(refund.0)));
        (log.action, log.actor_id, log.created_at) = (Set(action), Set(Some(by)), Set(ago(days, 0)));
    }
}

#[tokio::test]
async fn what_was_done_to_refunds_is_told_to_those_who_see_them() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await;
    let boss = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    let payment = paid(&app, site, ann.id).await;
    let own = app.refund(&payment).set(of(1_000, 250)).set(still(RefundStatus::Rejected));
    let own = own.set(|r| r.client_id = Set(Some(ann.id))).insert().await.id;
    let nobodys = app.refund(&payment).set(of(1, 0)).insert().await.id;
    let elsewhere = some_payment(&app, other).await;
    let foreign = app.refund(&elsewhere).set(of(1, 0)).insert().await.id;
    let log = async |site, change| app.audit_log(Some(site)).set(change).insert().await.id.0;
    let asked = log(site, done(own, boss.id, "Requested a refund", 3)).await;
    let refused = log(site, done(own, boss.id, "Cancelled refund", 2)).await;
    let same = log(site, done(nobodys, boss.id, "Processed refund", 2)).await;
    let there = log(other, done(foreign, boss.id, "Processed refund", 1)).await;
    // About something else of the same number.
    app.audit_log(Some(site))
        .set(done(own, boss.id, "x", 0))
        .set(|l| l.target_type = Set(Some("tip".to_owned())))
        .insert()
        .await;
    log(site, done(RefundId(987_654_321), boss.id, "Deleted", 1)).await;

    let (support, client) = (app.role(Role::Support, Some(site)).await, app.sign_in(&ann).await);
    let reply = support.get(LOGS).await;
    assert_eq!(page(&reply, 100), [same, refused, asked]);
    let person = |user: &tally_entity::user::Model, email: serde_json::Value| json!({ "id": user.id, "username": user.username, "email": email, "full_name": user.username, "role": user.role });
    let mut row = json!({
        "id": refused, "created_at": "2026-04-13T12:00:00Z", "client": person(&ann, json!(ann.email)), "order": payment.order_id,
        "refund": own, "amount": 12.5, "action": "Cancelled refund", "status": "rejected",
        "processed_by": person(&boss, json!(boss.email)),
    });
    assert_eq!((&reply.json()["results"][1], &reply.json()["results"][0]["client"]), (&row, &json!(null)));
    let alone = support.get(&format!("{LOGS}{refused}/")).await;
    assert_eq!((alone.json(), alone.statements()), (&row, 1));
    (row["client"]["email"], row["processed_by"]["email"]) = (json!(null), json!(null));
    let of_client = client.get(LOGS).await;
    assert_eq!((page(&of_client, 100), &of_client.json()["results"][0]), (vec![refused, asked], &row));
    assert_eq!(page(&client.get(&format!("{LOGS}?page_size=1&page=2")).await, 1), [asked]);
    let writer = app.role(Role::Writer, Some(site)).await;
    assert_eq!(page(&writer.get(LOGS).await, 100), [0; 0]);
    let root = app.superadmin().await;
    assert_eq!(page(&root.get(LOGS).await, 100), [there, same, refused, asked]);
    assert_eq!(page(&root.get(&format!("{LOGS}?website_id={other}")).await, 100), [there]);
    for (caller, id) in [(&client, same), (&writer, asked), (&support, there)] {
        caller.get(&format!("{LOGS}{id}/")).await.assert_problem(404, "not-found");
    }
    client.get(&format!("{LOGS}{asked}/")).await.assert_status(200);
}
