//! `GET refunds/refund-receipts` and `GET refunds/refund-receipts/{id}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{RefundStatus, Role};
use tally_testkit::{TestApp, ago};

use super::{of, page, paid, some_payment, still};

const RECEIPTS: &str = "/refunds/refund-receipts/";

#[tokio::test]
async fn receipts_are_of_the_refunds_that_have_one() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await;
    let boss = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    let payment = paid(&app, site, ann.id).await;
    let made = |code: &str, days| {
        let code = code.to_owned();
        app.refund(&payment).set(of(1_000, 250)).set(move |r| {
            (r.receipt_code, r.processed_at) = (Set(Some(code)), Set(Some(ago(days, 0))));
            r.reason = Set("late".to_owned());
        })
    };
    let own = made("RF-00000001", 3).set(|r| {
        (r.client_id, r.processed_by_id) = (Set(Some(ann.id)), Set(Some(boss.id)));
    });
    let own = own.insert().await.id.0;
    let first = made("RF-00000002", 1).insert().await.id.0;
    let same = made("RF-00000003", 1).insert().await.id.0;
    let unmade = made("RF-00000004", 0).set(still(RefundStatus::Rejected)).insert().await.id.0;
    let without = app.refund(&payment).set(of(1, 0)).insert().await.id.0;
    let elsewhere = some_payment(&app, other).await;
    let there = app.refund(&elsewhere).set(of(1, 0)).set(|r| r.receipt_code = Set(Some("RF-9".to_owned())));
    let there = there.insert().await.id.0;

    let (editor, client) = (app.role(Role::Editor, Some(site)).await, app.sign_in(&ann).await);
    let reply = editor.get(RECEIPTS).await;
    assert_eq!(page(&reply, 100), [same, first, own, unmade]);
    let person = |user: &tally_entity::user::Model, email: serde_json::Value| json!({ "id": user.id, "username": user.username, "email": email, "full_name": user.username, "role": user.role });
    let mut row = json!({
        "id": own, "reference_code": "RF-00000001", "client": person(&ann, json!(ann.email)), "amount": 12.5,
        "generated_at": "2026-04-12T12:00:00Z", "reason": "late", "refund": own, "order_payment": payment.id,
        "processed_by": person(&boss, json!(boss.email)), "website": { "id": site, "name": "alpha", "domain": "alpha.example" },
    });
    assert_eq!(reply.json()["results"][2], row);
    let alone = editor.get(&format!("{RECEIPTS}{own}/")).await;
    assert_eq!((alone.json(), alone.statements()), (&row, 1));
    (row["client"]["email"], row["processed_by"]["email"]) = (json!(null), json!(null));
    let of_client = client.get(RECEIPTS).await;
    assert_eq!((page(&of_client, 100), &of_client.json()["results"][0]), (vec![own], &row));
    let writer = app.role(Role::Writer, Some(site)).await;
    assert_eq!(page(&writer.get(RECEIPTS).await, 100), [0; 0]);
    let root = app.superadmin().await;
    assert_eq!(page(&root.get(&format!("{RECEIPTS}?website={other}")).await, 100), [there]);
    assert_eq!(page(&root.get(&format!("{RECEIPTS}?page_size=2")).await, 2), [there, same]);
    for (caller, id) in [(&client, first), (&writer, own), (&editor, there), (&editor, without)] {
        caller.get(&format!("{RECEIPTS}{id}/")).await.assert_problem(404, "not-found");
    }
}
