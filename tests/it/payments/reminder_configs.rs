//! `order-payments/payment-reminder-configs` and `…/payment-deletion-messages`

use axum::http::Method;
use sea_orm::{EntityTrait as _, QueryOrder as _, Set};
use serde_json::{Value, json};
use tally_entity::{Role, WebsiteId, audit_log, staff_profile, user};
use tally_testkit::{Caller, TestApp};

const CONFIGS: &str = "/order-payments/payment-reminder-configs/";
const MESSAGES: &str = "/order-payments/payment-deletion-messages/";

async fn log(app: &TestApp) -> Vec<audit_log::Model> {
    audit_log::Entity::find().order_by_asc(audit_log::Column::Id).all(app.db()).await.unwrap()
}

async fn admin(app: &TestApp, site: WebsiteId) -> (Caller<'_>, user::Model) {
    let user = app.user(Role::Admin, Some(site)).set(|u| u.username = Set("boss".to_owned())).insert().await;
    (app.sign_in(&user).await, user)
}

fn body(share: f64) -> Value {
    json!({ "name": "First notice", "deadline_percentage": share, "message": "please pay" })
}

#[tokio::test]
async fn a_reminder_is_made_changed_and_removed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (caller, boss) = admin(&app, site).await;
    let made = caller.post(CONFIGS, body(33.25)).await;
    made.assert_status(201);
    let mut row = made.json().clone();
    let id = row["id"].as_i64().unwrap();
    let times = ["created_at", "updated_at"].map(|name| row.as_object_mut().unwrap().remove(name));
    assert!(times.iter().all(|time| time.as_ref().is_some_and(Value::is_string)));
    let expected = json!({
        "id": id, "website": site, "website_name": "alpha", "website_domain": "alpha.example", "name": "First notice",
        "deadline_percentage": 33.25, "message": "please pay", "send_as_notification": true, "send_as_email": true,
        "email_subject": null, "is_active": true, "display_order": 0, "created_by": boss.id, "created_by_username": "boss",
    });
    assert_eq!(row, expected);
    let address = format!("{CONFIGS}{id}/");
    caller.post(CONFIGS, body(33.25)).await.assert_problem(409, "conflict");
    let other = caller.post(CONFIGS, body(66.0)).await.json()["id"].as_i64().unwrap();
    caller.patch(&address, json!({ "deadline_percentage": 66 })).await.assert_problem(409, "conflict");
    let changed = caller.patch(&address, json!({ "email_subject": "Soon", "display_order": 3 })).await;
    assert_eq!(
        (&changed.json()["email_subject"], &changed.json()["display_order"]),
        (&json!("Soon"), &json!(3))
    );
    assert_eq!(changed.json()["name"], "First notice");
    let put = caller.send(Method::PUT, &address, Some(body(40.0))).await;
    assert_eq!((&put.json()["email_subject"], &put.json()["display_order"]), (&Value::Null, &json!(0)));
    caller.send(Method::PUT, &address, Some(json!({ "name": "x" }))).await.assert_problem(422, "invalid");
    for wrong in [
        json!({ "deadline_percentage": 100.01 }),
        json!({ "deadline_percentage": 1.001 }),
        json!({ "name": "" }),
        json!({ "display_order": -1 }),
    ] {
        caller.patch(&address, wrong.clone()).await.assert_problem(422, "invalid");
    }
    let listed = app.role(Role::Support, Some(site)).await.get(&format!("{CONFIGS}?is_active=true")).await;
    let ids: Vec<_> =
        listed.json()["results"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!((listed.statements(), ids), (2, vec![id, other]));

    caller.delete(&address).await.assert_status(204);
    caller.get(&address).await.assert_problem(404, "not-found");
    let log = log(&app).await;
    let done: Vec<_> = log.iter().map(|row| (row.action.as_str(), row.action_type.as_str())).collect();
    let expected = [
        ("Created reminder config First notice", "created"),
        ("Created reminder config First notice", "created"),
        ("Updated reminder config First notice", "updated"),
        ("Updated reminder config First notice", "updated"),
        ("Deleted reminder config First notice", "deleted"),
    ];
    assert_eq!(done, expected);
    let first = &log[2];
    assert_eq!((first.target_type.as_deref(), first.target_id), (Some("payment_reminder_config"), Some(id)));
    assert_eq!(first.before, Some(json!({ "email_subject": null, "display_order": 0 })));
    assert_eq!(first.after, Some(json!({ "email_subject": "Soon", "display_order": 3 })));
}

#[tokio::test]
async fn only_who_looks_after_money_and_the_website_may() {
    let app = TestApp::start().await;
    let (site, other) = (app.website("alpha").await, app.website("beta").await);
    let (caller, boss) = admin(&app, site).await;
    let config = app.payment_reminder_config(site).insert().await;
    let address = format!("{CONFIGS}{}/", config.id);
    let foreign = app.payment_reminder_config(other).insert().await;
    caller
        .patch(&format!("{CONFIGS}{}/", foreign.id), json!({ "name": "x" }))
        .await
        .assert_problem(404, "not-found");
    let mut there = body(5.0);
    there["website"] = json!(other);
    caller.post(CONFIGS, there.clone()).await.assert_problem(404, "not-found");
    let platform = app.superadmin().await;
    platform.post(CONFIGS, body(5.0)).await.assert_problem(422, "invalid");
    assert_eq!(platform.post(CONFIGS, there).await.json()["website"], json!(other));
    let mut nowhere = body(6.0);
    nowhere["website"] = json!(987_654_321);
    platform.post(CONFIGS, nowhere).await.assert_problem(404, "not-found");
    platform.send(Method::PUT, &address, Some(body(7.0))).await.assert_problem(422, "invalid");

    let client = app.user(Role::Client, Some(site)).insert().await;
    let order = app.order(site).insert().await;
    app.payment_reminder_sent(&config, &order, client.id).insert().await;
    let refused = caller.delete(&address).await;
    refused.assert_problem(409, "conflict");
    assert_eq!(refused.json()["detail"], "This reminder was already sent; deactivate it instead.");
    for role in [Role::Editor, Role::Support] {
        let staff = app.role(role, Some(site)).await;
        staff.get(&address).await.assert_status(200);
        staff.delete(&address).await.assert_problem(403, "forbidden");
    }
    app.sign_in(&client).await.get(CONFIGS).await.assert_problem(403, "forbidden");
    let flag = staff_profile::ActiveModel {
        user_id: Set(boss.id),
        can_manage_financials: Set(false),
        ..Default::default()
    };
    app.insert(flag).await;
    for path in [CONFIGS, MESSAGES] {
        let reply = caller.post(path, body(9.0)).await;
        reply.assert_problem(403, "forbidden");
        assert!(reply.json()["detail"].as_str().unwrap().contains("can_manage_financials"));
    }
}

#[tokio::test]
async fn a_deletion_message_is_made_changed_and_removed() {
    let app = TestApp::start().await;
    let site = app.website("alpha").await;
    let (caller, boss) = admin(&app, site).await;
    let body = json!({ "message": "It is gone.", "email_subject": "Gone" });
    let once = caller.clone().header("idempotency-key", "k");
    let made = once.post(MESSAGES, body.clone()).await;
    made.assert_status(201);
    assert_eq!(once.post(MESSAGES, body.clone()).await.json(), made.json());
    let id = made.json()["id"].as_i64().unwrap();
    assert_eq!(
        (&made.json()["message"], &made.json()["created_by"]),
        (&json!("It is gone."), &json!(boss.id))
    );
    assert!(made.json().get("deadline_percentage").is_none());
    let second = caller.post(MESSAGES, body).await.json()["id"].as_i64().unwrap();
    let address = format!("{MESSAGES}{id}/");
    let changed = caller.patch(&address, json!({ "is_active": false, "email_subject": "" })).await;
    assert_eq!(
        (&changed.json()["is_active"], &changed.json()["email_subject"]),
        (&json!(false), &Value::Null)
    );
    caller.patch(&address, json!({ "message": "" })).await.assert_problem(422, "invalid");
    let put = caller.send(Method::PUT, &address, Some(json!({ "message": "Again." }))).await;
    assert_eq!((&put.json()["message"], &put.json()["is_active"]), (&json!("Again."), &json!(true)));
    let listed = caller.get(MESSAGES).await;
    let ids: Vec<_> =
        listed.json()["results"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!((listed.statements(), ids), (2, vec![id, second]));
    caller.delete(&address).await.assert_status(204);
    caller.delete(&address).await.assert_problem(404, "not-found");
    let log = log(&app).await;
    let last = log.last().unwrap();
    let said =
        (last.action.clone(), last.target_type.as_deref(), last.before.clone().unwrap()["message"].clone());
    assert_eq!(
        said,
        (format!("Deleted deletion message {id}"), Some("payment_deletion_message"), json!("Again."))
    );
    assert_eq!(log.len(), 5, "a repeated request leaves one entry");
}
