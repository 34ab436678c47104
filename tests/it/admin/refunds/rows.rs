//! `GET refunds/refunds` and `GET refunds/refunds/{id}`

use sea_orm::Set;
use serde_json::{Value, json};
use tally_entity::{RefundMethod, RefundStatus, RefundType, Role};
use tally_testkit::{TestApp, ago};

use super::{of, page, paid, some_payment, still};

const LIST: &str = "/refunds/refunds/";

#[tokio::test]
async fn a_row_says_who_gets_what_back_for_what() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let ann = app.user(Role::Client, Some(site)).set(|u| u.username = Set("ann".to_owned())).insert().await;
    let boss = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    let payment = paid(&app, site, ann.id).await;
    let row = app.refund(&payment).set(of(1_000, 250)).set(|r| {
        (r.client_id, r.created_at) = (Set(Some(ann.id)), Set(ago(2, 0)));
        (r.requested_by_id, r.processed_by_id) = (Set(Some(ann.id)), Set(Some(boss.id)));
        (r.reason, r.receipt_code) = (Set("late".to_owned()), Set(Some("RF-1".to_owned())));
        (r.error_message, r.metadata) = (Set(Some("once".to_owned())), Set(json!({ "a": 1 })));
        (r.kind, r.refund_method) = (Set(RefundType::Automated), Set(RefundMethod::Wallet));
    });
    let id = row.insert().await.id;
    let person = |user: &tally_entity::user::Model, email: Value| json!({ "id": user.id, "username": user.username, "email": email, "full_name": user.username, "role": user.role });
    let mut expected = json!({
        "id": id, "order_payment": { "id": payment.id, "amount": 100, "reference_id": payment.reference_id },
        "order_payment_id": payment.id, "order": payment.order_id, "order_topic": "Tides",
        "client": person(&ann, json!(ann.email)), "client_username": "ann",
        "website": { "id": site, "name": "alpha", "domain": "alpha.example" }, "type": "automated",
        "wallet_amount": 10, "external_amount": 2.5, "total_amount": 12.5, "amount": 12.5, "refund_method": "wallet",
        "status": "processed", "reason": "late", "requested_by": person(&ann, json!(ann.email)),
        "processed_by": person(&boss, json!(boss.email)), "processed_at": "2026-04-14T12:00:00Z",
        "error_message": "once", "receipt_code": "RF-1", "metadata": { "a": 1 }, "created_at": "2026-04-13T12:00:00Z",
    });
    let alone = app.admin(site).await.get(&format!("{LIST}{id}/")).await;
    alone.assert_status(200);
    assert_eq!((alone.json(), alone.statements()), (&expected, 1));
    for name in ["client", "requested_by", "processed_by"] {
        expected[name]["email"] = json!(null);
    }
    let own = app.sign_in(&ann).await.get(LIST).await;
    assert_eq!(page(&own, 250), [id.0]);
    assert_eq!(own.json()["results"][0], expected);
}

#[tokio::test]
async fn everybody_sees_his_refunds_as_far_as_he_asks() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let ann = app.user(Role::Client, Some(site)).set(|u| {
        (u.username, u.email) = (Set("ann-lee".to_owned()), Set("ann@people.example".to_owned()));
    });
    let ann = ann.insert().await;
    let payment = paid(&app, site, ann.id).await;
    let own = app.refund(&payment).set(of(1, 0)).set(still(RefundStatus::Pending)).set(|r| {
        (r.client_id, r.created_at) = (Set(Some(ann.id)), Set(ago(3, 0)));
        r.refund_method = Set(RefundMethod::Wallet);
    });
    let own = own.insert().await.id.0;
    let another = some_payment(&app, site).await;
    let new = async |days| {
        app.refund(&another).set(of(1, 0)).set(|r| r.created_at = Set(ago(days, 0))).insert().await.id.0
    };
    let (first, second) = (new(1).await, new(1).await);
    let elsewhere = some_payment(&app, other).await;
    let foreign =
        app.refund(&elsewhere).set(of(1, 0)).set(|r| r.created_at = Set(ago(9, 0))).insert().await.id.0;
    let (admin, client) = (app.admin(site).await, app.sign_in(&ann).await);
    let writer = app.role(Role::Writer, Some(site)).await;

    let reference = payment.reference_id.to_string();
    for (query, expected) in [
        (String::new(), vec![second, first, own]),
        ("status=pending".to_owned(), vec![own]),
        ("status=pending,processed".to_owned(), vec![second, first, own]),
        ("status=lost".to_owned(), vec![]),
        ("refund_method=external".to_owned(), vec![second, first]),
        ("refund_method=card".to_owned(), vec![]),
        ("search=ann".to_owned(), vec![own]),
        ("search=ann%40people.example".to_owned(), vec![own]),
        (format!("search={reference}"), vec![own]),
        (format!("search={}", &reference[9..18]), vec![own]),
        (format!("search={first}&refund_method=external"), vec![first]),
        ("search=nobody".to_owned(), vec![]),
        ("status=&search=&website=".to_owned(), vec![second, first, own]),
    ] {
        let reply = admin.get(&format!("{LIST}?{query}")).await;
        assert!(expected.iter().all(|id| page(&reply, 250).contains(id)), "{query}");
        // A number may also be a part of a reference.
        if !query.starts_with(&format!("search={first}&")) {
            assert_eq!(
                (page(&reply, 250), &reply.json()["count"]),
                (expected.clone(), &json!(expected.len())),
                "{query}"
            );
        }
    }
    let second_page = admin.get(&format!("{LIST}?page_size=1&page=2")).await;
    assert_eq!((page(&second_page, 1), &second_page.json()["count"]), (vec![first], &json!(3)));
    for role in [Role::Support, Role::Editor] {
        assert_eq!(page(&app.role(role, Some(site)).await.get(LIST).await, 250), [second, first, own]);
    }
    assert_eq!(page(&client.get(LIST).await, 250), [own]);
    assert_eq!(page(&client.get(&format!("{LIST}?status=processed")).await, 250), [0; 0]);
    assert_eq!(page(&writer.get(LIST).await, 250), [0; 0]);
    let root = app.superadmin().await;
    assert_eq!(page(&root.get(LIST).await, 250), [second, first, own, foreign]);
    assert_eq!(page(&root.get(&format!("{LIST}?website={other}")).await, 250), [foreign]);
    for (caller, id) in [(&client, first), (&writer, own), (&admin, foreign)] {
        caller.get(&format!("{LIST}{id}/")).await.assert_problem(404, "not-found");
    }
    client.get(&format!("{LIST}{own}/")).await.assert_status(200);
    admin.get(&format!("{LIST}?website_id={other}")).await.assert_problem(404, "not-found");
}
