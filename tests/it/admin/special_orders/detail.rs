//! `GET special-orders/api/special-orders/{id}`

use sea_orm::Set;
use serde_json::json;
use tally_entity::{Role, SpecialOrderId};
use tally_testkit::{TestApp, ago, now};

use super::{Shop, list::full_order};
use crate::admin::{class_bundles::jane, orders::ids};

fn path(id: SpecialOrderId) -> String {
    format!("/special-orders/api/special-orders/{id}/")
}

#[tokio::test]
async fn a_special_order_shows_its_installments_and_staff_its_notes() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (order, ann, jane) = full_order(&app, site).await;
    let another = app.special_order(site, ann.id).insert().await;
    let yesterday = now().date_naive().pred_opt().unwrap();
    let installment = |owner, number| {
        app.installment(site).set(move |i| {
            (i.special_order_id, i.installment_number, i.amount_cents) =
                (Set(Some(owner)), Set(number), Set(150));
        })
    };
    let undated = installment(order.id, 2).insert().await.id.0;
    let late = installment(order.id, 2).set(|i| i.due_on = Set(Some(yesterday))).insert().await.id.0;
    let first = installment(order.id, 1).set(|i| i.paid_at = Set(Some(ago(2, 0)))).insert().await.id.0;
    installment(order.id, 3).set(|i| i.cancelled_at = Set(Some(ago(2, 0)))).insert().await;
    installment(another.id, 1).insert().await;

    let reply = app.role(Role::Editor, Some(site)).await.get(&path(order.id)).await;
    reply.assert_status(200);
    assert_eq!(reply.statements(), 2);
    let found = reply.json();
    assert_eq!((&found["id"], &found["admin_notes"]), (&json!(order.id), &json!("pays late")));
    assert_eq!((&found["client_username"], &found["writer_payment_amount"]), (&json!("ann"), &json!(40)));
    assert_eq!(ids(&found["installments"]), [first, late, undated]);
    let row = json!({ "id": late, "special_order": order.id, "amount": 1.5, "amount_due": 1.5,
        "due_date": "2026-04-14", "is_paid": false, "paid_at": null, "paid_by": null, "payment_record": null,
        "payment_record_id": null, "installment_number": 2, "created_at": "2026-04-05T12:00:00Z",
        "is_overdue": true });
    assert_eq!(found["installments"][1], row);

    for (caller, name, shown) in [
        (&ann, "writer_username", "Ink".to_owned()),
        (&jane, "client_username", format!("Client #{}", ann.id)),
    ] {
        let reply = app.sign_in(caller).await.get(&path(order.id)).await;
        reply.assert_status(200);
        assert_eq!((reply.statements(), &reply.json()[name]), (2, &json!(shown)));
        assert_eq!(reply.json().get("admin_notes"), None);
        assert_eq!(reply.json()["installments"], found["installments"]);
    }
}

#[tokio::test]
async fn what_is_not_ones_own_does_not_exist() {
    let app = TestApp::start().await;
    let (alpha, beta) = (Shop::open(&app, "alpha").await, Shop::open(&app, "beta").await);
    let order = alpha.order(&app).insert().await.id;
    let jane = jane(&app, alpha.site).await;
    for stranger in [
        app.role(Role::Client, Some(alpha.site)).await,
        app.sign_in(&jane).await,
        app.admin(beta.site).await,
        app.role(Role::Support, Some(beta.site)).await,
    ] {
        stranger.get(&path(order)).await.assert_problem(404, "not-found");
    }
    let superadmin = app.superadmin().await;
    superadmin.get(&path(order)).await.assert_status(200);
    let elsewhere = format!("{}?website_id={}", path(order), beta.site);
    superadmin.get(&elsewhere).await.assert_problem(404, "not-found");
    superadmin.get("/special-orders/api/special-orders/first/").await.assert_problem(404, "not-found");
}
